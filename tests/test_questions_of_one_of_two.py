"""What is so of just one of two things, of members asked for one by one, and of some of what was asked first."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.questions import ask
from tocgraph.questions.handover import handed_over
from tocgraph.questions.requests import CompareAsked
from tocgraph.store import OpenStore


@pytest.mark.parametrize(
    "question",
    [
        "Which Arab states are party to exactly one of the Budapest and Malabo conventions?",
        "Which Arab states joined either the Malabo Convention or the Budapest Convention but not both?",
        "ما الدول العربية الأطراف في اتفاقية واحدة فقط من اتفاقيتي بودابست ومالابو؟",
    ],
)
def test_one_of_two_is_each_without_the_other(shipped: OpenStore, question: str) -> None:
    assert {*given(shipped, question)} == {"morocco", "tunisia", "mauritania"}


def test_one_of_two_is_refused_where_the_other_is_unknown(shipped: OpenStore) -> None:
    assert ask(shipped, "Which states are party to only one of UNTOC and Blorbo?").status == "not-understood"
    assert ask(shipped, "Which states are party to only one of UNTOC, UNCAC and Budapest?").status == "not-understood"


def test_each_of_two_things_has_its_own_relation(shipped: OpenStore) -> None:
    assert given(shipped, "Which states joined both ASEAN and the Budapest Convention?") == ["philippines"]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Which permanent members of the Security Council have neither signed nor joined the ATT?", "russia"),
        ("Is there any Council of Europe member that has not joined the Convention on Cybercrime? Which?", "ireland"),
        ("Which Council of Europe members have not become a party to the Convention on Cybercrime?", "ireland"),
        ("Which ASEAN member joined the Budapest Convention?", "philippines"),
    ],
)  # fmt: skip
def test_members_are_asked_for_one_by_one(shipped: OpenStore, question: str, found: str) -> None:
    assert given(shipped, question) == [found]


def test_one_member_is_a_member(shipped: OpenStore) -> None:
    assert given(shipped, "Is Egypt an African Union member?") == [True]


@pytest.mark.parametrize(
    "question",
    [
        "Which signatories of the Budapest Convention are not parties?",
        "أي الموقعين على اتفاقية بودابست ليسوا أطرافا فيها؟",
    ],
)
def test_signatories_that_are_no_parties(shipped: OpenStore, question: str) -> None:
    assert {*given(shipped, question)} == {"ireland", "south-africa"}


def test_who_is_no_party_to_what_is_not_said_is_refused(shipped: OpenStore) -> None:
    assert ask(shipped, "Which states are not parties?").status == "not-understood"


def test_which_of_so_many(shipped: OpenStore) -> None:
    for question in (
        "Which of the three protocols to the Palermo Convention has the fewest parties?",
        "أي من البروتوكولات الثلاثة المكملة لاتفاقية باليرمو لديه أقل عدد من الأطراف؟",
    ):
        assert given(shipped, question) == ["firearms-protocol"]
    assert ask(shipped, "Which of the four protocols to UNTOC has the most parties?").status == "not-in-graph"


@pytest.mark.parametrize(
    ("question", "some"),
    [
        ("List the members of ASEAN. Which of them have not joined the Arms Trade Treaty?", "thailand"),
        ("Name the protocols to UNTOC. Which of them entered into force first?", "tip-protocol"),
        ("من هم أعضاء جامعة الدول العربية؟ ومن منهم صادق على اتفاقية بودابست؟", "tunisia"),
    ],
)
def test_some_of_what_was_asked_first(shipped: OpenStore, question: str, some: str) -> None:
    assert some in given(shipped, question)


@pytest.mark.parametrize(
    "question",
    ["Put UNTOC next to UNCAC", "could you set UNTOC against UNCAC", "How does UNTOC measure up against UNCAC?"],
)
def test_things_laid_beside_each_other_are_compared(shipped: OpenStore, question: str) -> None:
    handed = handed_over(shipped, question)
    assert isinstance(handed, CompareAsked)
    assert handed.things == ("untoc", "uncac")


def test_what_is_set_up_is_not_compared(shipped: OpenStore) -> None:
    assert handed_over(shipped, "set up by INTERPOL against corruption") is None


def test_the_measure_of_a_superlative_is_no_question_for_it(shipped: OpenStore) -> None:
    assert given(shipped, "ما أقدم بعثة من بعثات الاتحاد الأوروبي نشأةً؟") == ["eubam-moldova-ukraine"]
    assert given(shipped, "متى نشأت أقدم بعثة من بعثات الاتحاد الأوروبي؟") == ["2005-10-07"]


def test_how_many_of_a_group_are_how_many_of_its_members(shipped: OpenStore) -> None:
    assert given(shipped, "How many of the G7 have joined the Arms Trade Treaty?") == [6]


def test_one_or_the_other_but_not_both(shipped: OpenStore) -> None:
    either = given(shipped, "Which states are members of NATO or the EU but not both?")
    assert set(either) == set(given(shipped, "Which states are members of exactly one of NATO and the EU?")) != set()
    of_two = "the Malabo Convention or the Budapest Convention but not to both"
    joined = given(shipped, f"Which members of ECOWAS are party to {of_two}?")
    assert "guinea" in joined and "ghana" not in joined


def test_what_is_to_be_left_out_is_left_out(shipped: OpenStore) -> None:
    found = set(given(shipped, "List the EU members but leave out France."))
    assert found == set(given(shipped, "List the EU members.")) - {"france"}
