"""Memberships that were given up, and superlatives wherever they stand in a question."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.questions import ask
from tocgraph.store import OpenStore


@pytest.mark.parametrize(
    "question",
    [
        "In what year did Russia stop being a member of the Council of Europe?",
        "When did Russia cease to be a member of the Council of Europe?",
        "When did Russia's membership of the Council of Europe end?",
        "When did the membership of Russia in the Council of Europe end?",
        "When did Russia's membership in the Council of Europe come to an end?",
        "متى انتهت عضوية روسيا في مجلس أوروبا؟",
        "متى توقفت روسيا عن كونها عضوا في مجلس أوروبا؟",
    ],
)
def test_when_a_membership_ended(shipped: OpenStore, question: str) -> None:
    assert given(shipped, question) == given(shipped, "When did Russia leave the Council of Europe?")


@pytest.mark.parametrize(
    "question",
    [
        "Which states have stopped being members of ECOWAS?",
        "Which states have ceased to be members of ECOWAS?",
        "ما الدول التي انتهت عضويتها في إيكواس؟",
        "ما الدول التي كفت عن أن تكون أعضاء في إيكواس؟",
    ],
)
def test_who_is_a_member_no_longer(shipped: OpenStore, question: str) -> None:
    found = set(given(shipped, question))
    assert {"mali", "niger"} <= found == set(given(shipped, "Which states are no longer members of ECOWAS?"))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Has Russia ceased to be a member of the Council of Europe?", True),
        ("Has France ceased to be a member of the Council of Europe?", False),
        ("Has Niger's membership of ECOWAS ended?", True),
        ("هل انتهت عضوية النيجر في إيكواس؟", True),
    ],
)
def test_whether_a_membership_ended(shipped: OpenStore, question: str, expected: bool) -> None:
    assert given(shipped, question) == [expected]


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        (
            "Which group was added most recently to the ISIL and Al-Qaida sanctions list?",
            "Which group was added to the ISIL and Al-Qaida sanctions list most recently?",
        ),
        (
            "Which state acceded first to the Budapest Convention?",
            "Which state was the first to join the Budapest Convention?",
        ),
        (
            "Which country joined last the Council of Europe?",
            "Which country was the last to join the Council of Europe?",
        ),
        (
            "Who was the last country to ratify or accede to the Palermo Convention?",
            "Who was the last country to join the Palermo Convention?",
        ),
        (
            "ما آخر دولة صادقت على اتفاقية باليرمو أو انضمت إليها؟",
            "Who was the last country to join the Palermo Convention?",
        ),
        (
            "ما أحدث جماعة أدرجت في نظام جزاءات داعش والقاعدة؟",
            "Which group was added to the ISIL and Al-Qaida sanctions list most recently?",
        ),
    ],
)
def test_who_was_first_or_last(shipped: OpenStore, question: str, plain: str) -> None:
    found = given(shipped, question)
    assert found and found == given(shipped, plain)


def test_what_is_not_certain_is_foremost_with_its_mark(shipped: OpenStore) -> None:
    [answer] = ask(shipped, "which treaty needed the largest number of ratifications to come into force").answers
    assert answer.id == "arms-trade-treaty-2013" and answer.standing == "unverified"


def test_who_left_first_is_told_by_the_day_of_leaving(shipped: OpenStore) -> None:
    assert given(shipped, "Which state left ECOWAS first?") == ["mauritania"]
    assert given(shipped, "Which state withdrew first from ECOWAS?") == ["mauritania"]
    assert "mauritania" not in given(shipped, "Which state left ECOWAS most recently?")


def test_so_many_of_the_foremost(shipped: OpenStore) -> None:
    assert given(shipped, "Which two states joined the Budapest Convention first?") == ["albania", "croatia"]


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("ما أول دولتين انضمتا إلى اتفاقية بودابست؟", "Which two states joined the Budapest Convention first?"),
        ("ما أطول بعثة استمرت؟", "Which mission lasted the longest?"),
        ("ما المنظمة ذات أكبر عدد من الأعضاء؟", "Which body has the most members?"),
    ],
)
def test_arabic_superlatives(shipped: OpenStore, question: str, plain: str) -> None:
    assert given(shipped, question) == given(shipped, plain) != []


def test_what_needed_most_in_arabic(shipped: OpenStore) -> None:
    question = "أي معاهدة احتاجت إلى أكبر عدد من التصديقات لتدخل حيز النفاذ؟"
    assert given(shipped, question) == ["arms-trade-treaty-2013"]
