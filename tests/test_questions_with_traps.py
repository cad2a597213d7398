"""Questions that a careless reader answers wrongly, by another relation, direction, scope, time or thing."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.answers import ANSWERED
from tocgraph.questions import ask
from tocgraph.store import OpenStore


@pytest.fixture(scope="module")
def opened(shipped: OpenStore) -> OpenStore:
    return shipped


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        # signed, ratified and party; those listed one by one may be fewer than a source states
        ("How many states signed UNTOC?", [146]),
        ("How many signatories does UNTOC have?", [147]),
        ("How many states have signed the Arab IT convention?", [18]),
        ("كم دولة وقعت على الاتفاقية العربية لمكافحة جرائم تقنية المعلومات؟", [18]),
        ("How many states have signed the UN Cybercrime Convention?", [72, 74]),
        ("كم عدد الموقعين على اتفاقية الأمم المتحدة لمكافحة الجريمة السيبرانية؟", [72, 74]),
        ("How many states signed the Budapest Convention?", [50]),
        ("How many countries are members of the ITU?", [194, 192]),
        ("How many states are members of INTERPOL?", [196]),
        # the only number of members that is recorded is disputed
        ("How many states are members of the Council of Europe?", [46]),
        # parts of one kind are no parts of another
        ("Of how many organs does INTERPOL consist?", [6]),
        ("من كم جهاز يتكون الإنتربول؟", [6]),
        ("كم عدد أجهزة الإنتربول؟", [6]),
        ("How many workshops were there at the tenth congress?", [4]),
        # a denial in other words, a name of which another thing has most words, a city for what is named after it
        ("Which Arab states have yet to ratify UNTOC?", []),
        ("Which states failed to ratify UNTOC?",
         ["congo", "iran", "kosovo", "papua-new-guinea", "solomon-islands", "tuvalu"]),
        ("Which conventions criminalize bribery of foreign officials?", ["uncac", "untoc"]),
        ("Which of the Palermo protocols entered into force last?", ["firearms-protocol"]),
        ("أي بروتوكولات باليرمو أقل أطرافا؟", ["firearms-protocol"]),
        ("What are the Budapest protocols?", ["budapest-protocol-1", "budapest-protocol-2"]),
        # a state hosts what is held in its city
        ("Was Qatar the host of a crime congress?", [True]),
        ("هل استضافت اليابان مؤتمر الجريمة الرابع عشر؟", [True]),
        ("Did France host the 14th congress?", ["unknown"]),
        # what an article is about, and what it is not known to be about
        ("Is article 16 of UNTOC about extradition?", [True]),
        ("Is article 18 of UNTOC about extradition?", ["unknown"]),
        # what is over, and what a source says wrongly
        ("Is Mali still a member of ECOWAS?", [False]),
        ("Does the Budapest Convention punish defamation?", [False]),
    ],
)  # fmt: skip
def test_what_was_asked_is_answered(opened: OpenStore, question: str, expected: list[object]) -> None:
    assert sorted(map(str, given(opened, question))) == sorted(map(str, expected))


@pytest.mark.parametrize(
    "question",
    [
        # an order, a certainty and a manner that no claim tells
        "What is the last but one UN crime congress?",
        "Who was the next to last state to join UNTOC?",
        "Which crimes finance terrorism for certain?",
        "Which conventions jointly criminalize corruption?",
        "Which states have almost ratified UNTOC?",
        "Which states are about to join the Budapest Convention?",
        # kinds of parts that are not recorded
        "How many organs does the Budapest Convention have?",
        "How many sections does UNTOC have?",
        "How many workshops does UNTOC have?",
        # names that nothing has, though something has words of them
        "Is the European Council part of the Council of Europe?",
        "What is the White Notice?",
        "What is the 16th UN crime congress?",
        # a yes or no is no list of links or of things
        "Is corruption a transnational crime?",
        "Does terrorism organized crime?",
        "هل تعرف اتفاقية باليرمو الجريمة المنظمة؟",
        # words that are verbs as well
        "What is smuggling?",
        "Which bodies established UNTOC?",
        # the other direction
        "Whom does Al-Qaida fund?",
        "Which crimes does terrorism fund?",
        "Which mission did MINUSMA replace?",
    ],
)
def test_what_is_not_recorded_is_not_answered(opened: OpenStore, question: str) -> None:
    found = ask(opened, question)
    assert found.status != ANSWERED, (found.reading, [a.id or a.value for a in found.answers])
