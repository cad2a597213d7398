"""What lasted longest, what is older than something else, and a place in an order, on shipped data."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.questions import ask
from tocgraph.store import OpenStore


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which mission lasted longest?", ["unifil"]),
        ("the longest-running EU mission", ["eubam-moldova-ukraine"]),
        ("أي بعثة دامت أقصر مدة؟", ["mss-haiti"]),
        ("ما أطول البعثات الأممية عمرا؟", ["unifil"]),
        ("for how many years did UNMIL operate", ["2003-09-19", "2018-03-30"]),
        ("كم دامت مينوسما؟", ["2013-04-25", "2023-12-31"]),
        ("Which international organizations are older than INTERPOL?", ["ilo", "itu", "upu"]),
        ("ما المنظمات الدولية الأقدم من الإنتربول؟", ["ilo", "itu", "upu"]),
        ("What is the second oldest international organization?", ["upu"]),
        ("أي بعثات الاتحاد الأوروبي أقدم عهدا", ["eubam-moldova-ukraine"]),
        ("Which state was the second to ratify UNTOC?", ["nigeria"]),
        ("Which peacekeeping mission was closed last?", ["minusma"]),
        ("When did UNMIL start and end?", ["2003-09-19", "2018-03-30"]),
        ("Which convention has the fewest articles?", ["unesco-cultural-property-1970"]),
        ("ما آخر نشرة استحدثها الإنتربول؟", ["silver-notice"]),
    ],
)
def test_age_length_and_place_in_an_order(shipped: OpenStore, question: str, expected: list[object]) -> None:
    assert given(shipped, question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "What is the longest article of UNTOC?",
        "ما أطول مادة في اتفاقية باليرمو؟",
        "Which convention took the longest to negotiate?",
        "What was the longest crime congress?",
        "Which states are older than UNTOC?",
        "What is the second most important convention?",
        "What is the ninetieth oldest mission?",
        "Which is the fourth protocol to UNTOC?",
    ],
)
def test_what_has_no_such_order_is_refused(shipped: OpenStore, question: str) -> None:
    assert not ask(shipped, question).answers


def test_the_second_of_two_that_tie_for_the_first_place_is_nobody(shipped: OpenStore) -> None:
    third = given(shipped, "the third oldest convention")
    ranked = given(shipped, "the three oldest conventions")
    assert len(third) == 1
    assert third[0] in ranked


def test_a_date_that_is_not_verified_makes_the_first_one_unverified_too(shipped: OpenStore) -> None:
    [first] = ask(shipped, "Which INTERPOL notice was introduced first?").answers
    assert (first.id, first.standing) == ("red-notice", "unverified")
