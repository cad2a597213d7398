"""Questions for obstacles, causes, purposes, findings, doubts and authors, in the wordings that people use for them."""

from __future__ import annotations

import pytest

from tocgraph import ask
from tocgraph.answers import ANSWERED
from tocgraph.store import OpenStore
from tocgraph.store.claims import TAKEN_AS_FACT


@pytest.fixture(scope="module")
def opened(shipped: OpenStore) -> OpenStore:
    """The shipped data."""
    return shipped


EXCHANGE = {"implementation-gap", "lack-of-communication-channels"}
IMPUNITY = {"corruption", "weak-rule-of-law-pakistan"}
CONCLUDED = {"kas-f-khan", "kas-f-khan-institutions", "kas-f-khan-vulnerable"}
ARMS_HARM = {"arms-proliferation-violence", "undermined-state-authority"}
UNTOC_AIMS = {"common-legal-language", "prevent-and-combat-toc"}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("List everything that hinders the exchange of information", EXCHANGE),
        ("Which things stand in the way of letters rogatory?", {"slow-diplomatic-channel"}),
        ("What gets in the way of sharing information?", EXCHANGE),
        ("ما وجه الصعوبة في تبادل المعلومات؟", EXCHANGE),
        ("هل توجد عراقيل أمام استرداد الموجودات؟", {"cryptocurrencies"}),
        ("Where does impunity come from?", IMPUNITY),
        ("من أين يأتي الإفلات من العقاب؟", IMPUNITY),
        ("To what is conflict of jurisdiction due?", {"divergent-legal-systems"}),
        ("ما الذي يسببه الاتجار بالأسلحة من أضرار؟", ARMS_HARM),
        ("With what aim was UNTOC drawn up?", UNTOC_AIMS),
        ("For what purpose was UNTOC adopted?", UNTOC_AIMS),
        ("لأي غرض أبرمت اتفاقية باليرمو؟", UNTOC_AIMS),
        ("إلام ترمي اتفاقية باليرمو؟", UNTOC_AIMS),
        ("What is the point of prison reform?", {"preventing-recidivism-and-radicalization"}),
        ("What conclusions are drawn by Khan 2020?", CONCLUDED),
        ("ما المؤلفات التي صدرت عن دار الشروق؟", {"abd-al-dayem-2014"}),
    ],
)  # fmt: skip
def test_everyday_wordings_are_understood(opened: OpenStore, question: str, expected: set[str]) -> None:
    """The whole answer is given, and nothing else as fact."""
    given = ask(opened, question)
    assert given.status == ANSWERED, given.reading
    assert {a.id for a in given.answers if a.standing in TAKEN_AS_FACT} == expected


@pytest.mark.parametrize("question", ["Who wrote about money laundering?", "من كتب عن غسل الأموال؟"])
def test_who_wrote_about_something_is_a_person(opened: OpenStore, question: str) -> None:
    """Not an event or a document on the subject."""
    given = ask(opened, question)
    assert given.answers, given.reading
    ids = [a.id for a in given.answers if a.id]
    assert {named.type for named in opened.names.entities(ids).values()} == {"person"}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("هل هناك شك في عدد أعضاء مجلس أوروبا؟", {"47"}),
        ("هل هناك شك في عدد أعضاء الاتحاد الدولي للاتصالات؟", {"192"}),
        ("ما الذي لا يصح مما قيل عن المؤتمر الثالث عشر لمنع الجريمة؟", {"2015-04-14"}),
        ("Which accounts of the thirteenth UN crime congress have been disproved?", {"2015-04-14"}),
    ],
)
def test_what_is_doubtful_is_that_which_is_named(opened: OpenStore, question: str, expected: set[str]) -> None:
    """A number of members is not who the members are."""
    given = ask(opened, question)
    assert {str(a.id or a.value) for a in given.answers} == expected, given.reading


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What stands in INTERPOL's way?", "uneven-state-compliance"),
        ("Where does extradition fail?", "dual-criminality-obstacle"),
        ("Is there anything that hampers extradition?", "dual-criminality-obstacle"),
        ("What happens because of corruption?", "impunity"),
        ("Why do requested States reply so late to requests for assistance?", "language-differences"),
        ("What did Mansoor find in 2017?", "kas-f-mansoor"),
        ("What should be done to fight corruption?", "marrakech-recommendation-c"),
        (
            "Who is addressed by Elzohary's recommendation to train law enforcement and judicial bodies?",
            "judicial-bodies",
        ),
        (
            "What does the Marrakech recommendation on responsible artificial intelligence in justice propose?",
            "human-supervision-of-ai",
        ),
    ],
)
def test_obstacles_effects_and_advice_in_other_words(opened: OpenStore, question: str, expected: str) -> None:
    result = ask(opened, question)
    assert expected in {a.id for a in result.answers}, result.reading


@pytest.mark.parametrize(
    "question",
    [
        "What is chapter 7 of the Budapest Convention?",
        "What should not be done to fight corruption?",
        "What happens because of rain?",
        "Which treaty defines corruption?",
        "Would Kashif recommend training?",
        "What does the Cairo recommendation on responsible artificial intelligence in justice propose?",
        "Which bodies does Kashif's recommendation to train law enforcement and judicial bodies address?",
    ],
)
def test_what_has_another_number_or_another_author_is_not_meant(opened: OpenStore, question: str) -> None:
    result = ask(opened, question)
    assert not result.answers, result.reading


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What gets in the way of controlled deliveries across borders?", {"diversity-of-procedural-systems"}),
        ("من أين تتمول حركة طالبان؟", {"illicit-trade"}),
        ("لمَ تُصدر النشرة الفضية؟", {"asset-recovery"}),
        (
            "Summarise what was said in Marrakech about cryptocurrencies",
            {"marrakech-finding-ai-crypto-challenges", "marrakech-finding-crypto-tracking"},
        ),
    ],
)
def test_more_turns_of_such_questions(opened: OpenStore, question: str, expected: set[str]) -> None:
    result = ask(opened, question)
    assert {a.id for a in result.answers} == expected, result.reading
