"""What is denied beside what holds, counts of it, compounds, what still runs, and a crime called by its head alone."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.answers import NOT_UNDERSTOOD
from tocgraph.questions import ask
from tocgraph.store import OpenStore


def test_what_is_denied_of_a_number_is_counted(shipped: OpenStore) -> None:
    question = "How many Arab states have ratified UNTOC but not the Budapest Convention?"
    named = given(shipped, "Which Arab states have ratified UNTOC but not the Budapest Convention?")
    assert given(shipped, question) == [len(named)]
    assert "parties recorded" in ask(shipped, "How many states have ratified UNTOC but not UNCAC?").reading


def test_a_thing_is_not_one_of_those_that_are_not_in_it(shipped: OpenStore) -> None:
    found = given(shipped, "Who belongs to ASEAN but not to ASEANAPOL?")
    assert "timor-leste" in found and "aseanapol" not in found


def test_who_is_no_member_may_be_an_associate(shipped: OpenStore) -> None:
    assert given(shipped, "GUAM states that do not belong to the CIS") == ["georgia", "ukraine"]


def test_what_comes_afterwards_adds_nothing_to_a_denial(shipped: OpenStore) -> None:
    plain = given(shipped, "Which Arab League states signed the Arms Trade Treaty without ratifying it?")
    assert (
        given(shipped, "Which Arab League states signed the Arms Trade Treaty without ratifying it afterwards?")
        == plain
    )
    assert ask(shipped, "Which states signed UNTOC and ratified it afterwards?").status == NOT_UNDERSTOOD


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Which Geneva-based organizations were founded before 1950?",
         "Which organizations based in Geneva were founded before 1950?"),
        ("Which EU-led missions operate in Mali?", "Which missions led by the EU operate in Mali?"),
        ("Which EU missions set up before 2010 are still running?",
         "EU missions set up before 2010 that are still running"),
        ("أي بعثات الاتحاد الأوروبي ما زالت قائمة؟", "بعثات الاتحاد الأوروبي التي ما زالت قائمة"),
        ("Which states joined UNTOC in 2003 or 2004?", "Which states joined UNTOC between 2003 and 2004?"),
        ("Which was founded before the other, INTERPOL or Europol?", "Which was founded first, INTERPOL or Europol?"),
    ],
)  # fmt: skip
def test_the_same_in_other_words(shipped: OpenStore, question: str, plain: str) -> None:
    assert given(shipped, question) == given(shipped, plain)


def test_a_head_alone_is_any_that_it_is_the_head_of(shipped: OpenStore) -> None:
    found = set(given(shipped, "Which missions counter smuggling?"))
    assert found == set(given(shipped, "missions that counter contraband smuggling")) | set(
        given(shipped, "missions that counter smuggling of migrants")
    )
    assert "smuggling → " in ask(shipped, "Which missions counter smuggling?").reading
