"""Superlatives inside a question, words said once for several things, and what is in no treaty, on the shipped data."""

from __future__ import annotations

import pytest

from tocgraph.answers import ANSWERED, NOT_UNDERSTOOD
from tocgraph.asking import ask
from tocgraph.store import OpenStore


@pytest.fixture(scope="module")
def opened(shipped: OpenStore) -> OpenStore:
    return shipped


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("where was the latest UN crime congress held", {"abu-dhabi"}),
        ("when did the newest EU mission begin", {"2020-03-31"}),
        ("what did the oldest crime congress result in", {"nelson-mandela-rules"}),
        ("who is the depositary of the convention with the most parties", {"un-secretary-general"}),
        ("Missions in Somalia, apart from EU ones", {"unsom", "untmis"}),
        ("which GCC members are not in the Arms Trade Treaty",
         {"bahrain", "kuwait", "oman", "qatar", "saudi-arabia", "united-arab-emirates"}),
        ("UNCAC - when did it enter into force?", {"2005-12-14"}),
        ("publications from 1977", {"obeid-1977"}),
    ],
)  # fmt: skip
def test_exactly_that_is_answered(opened: OpenStore, question: str, expected: set[str]) -> None:
    answers = ask(opened, question)

    assert answers.status == ANSWERED, answers.reading
    assert {str(a.id or a.value) for a in answers.answers} == expected


def test_the_foremost_thing_is_named_in_the_reading(opened: OpenStore) -> None:
    reading = ask(opened, "which states belong to the oldest police organization").reading

    assert (
        "International Criminal Police Organization; the first (1) by was founded: every police organization" in reading
    )


@pytest.mark.parametrize(
    ("together", "apart"),
    [
        (
            "parties to the Malabo and Budapest conventions",
            "parties to the Malabo Convention and the Budapest Convention",
        ),
        (
            "missions that counter piracy as well as terrorism",
            "missions that counter piracy and terrorism",
        ),
        ("EU states outside the Budapest Convention", "EU states not party to the Budapest Convention"),
    ],
)
def test_two_wordings_are_one_question(opened: OpenStore, together: str, apart: str) -> None:
    one, other = ask(opened, together), ask(opened, apart)

    assert one.status == ANSWERED, one.reading
    assert {a.id for a in one.answers} == {a.id for a in other.answers}


@pytest.mark.parametrize("question", ["which organizations did Egypt find", "what did the thesis find"])
def test_what_somebody_does_is_not_passed_over(opened: OpenStore, question: str) -> None:
    assert ask(opened, question).status == NOT_UNDERSTOOD


def test_what_remains_to_be_verified_is_told(opened: OpenStore) -> None:
    answers = ask(opened, "Which facts about EULEX Kosovo still need to be verified?")

    assert {a.id for a in answers.answers} == {"corruption", "money-laundering", "trafficking-in-persons"}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Are all Gulf states party to the Arms Trade Treaty?", {"False"}),
        ("are all GCC states party to UNTOC", {"True"}),
        (
            "which treaties bind all ASEAN members",
            {"terrorist-financing-convention", "tip-protocol", "uncac", "drug-convention-1988", "untoc"},
        ),
    ],
)
def test_all_members_of_a_group_are_each_of_them(opened: OpenStore, question: str, expected: set[str]) -> None:
    answers = ask(opened, question)

    assert {str(a.id or a.value) for a in answers.answers} == expected


def test_nothing_tells_which_is_the_main_one(opened: OpenStore) -> None:
    assert ask(opened, "what is the main crime").status == NOT_UNDERSTOOD


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "African states that ratified the Budapest Convention but stayed out of the Malabo Convention",
            {"benin", "cameroon", "morocco", "nigeria", "sierra-leone", "tunisia"},
        ),
        ("does any recommendation deal with witness protection? if so which",
         {"recommendation-tougher-penalties-and-protection"}),
        ("does UNCAC require dual criminality", {"True"}),
        ("is UNTOC in force", {"True"}),
        ("is the UN Convention against Cybercrime in force?", {"False"}),  # the list says so
        ("What is said in the ZIF briefing about armed groups?", {"zif-finding-armed-groups-benefit"}),
        ("which claims regarding the first protocol to the Budapest Convention are rejected", {"2003-02-28"}),
    ],
)  # fmt: skip
def test_what_is_denied_in_force_or_described_is_told(opened: OpenStore, question: str, expected: set[str]) -> None:
    answers = ask(opened, question)

    assert {str(a.id or a.value) for a in answers.answers} == expected, answers.reading


def test_who_takes_part_in_anything_is_not_who_belongs_to_it(opened: OpenStore) -> None:
    assert ask(opened, "How many states take part in INTERPOL?").status == NOT_UNDERSTOOD


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("has the UN cybercrime convention been ratified by Qatar?", {"True"}),
        ("is Qatar party to the UN cybercrime convention", {"False"}),
        ("has Iran ratified UNTOC", {"False"}),
        ("Everything published by Routledge except the book by Mansoor", {"allum-gilmour-2012", "williams-2002"}),
        ("crimes fought by INTERPOL and by the UN alike", {"cybercrime"}),
    ],
)
def test_of_ratifications_and_sets_that_is_answered(opened: OpenStore, question: str, expected: set[str]) -> None:
    answers = ask(opened, question)

    assert {str(a.id or a.value) for a in answers.answers} == expected, answers.reading


def test_parties_are_all_of_them_and_not_one_that_is_named(opened: OpenStore) -> None:
    parties, among = (ask(opened, question) for question in ("parties actip", "parties asean actip"))
    assert {a.id for a in among.answers} == {a.id for a in parties.answers} and "member of" in among.reading
