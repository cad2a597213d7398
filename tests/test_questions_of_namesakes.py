"""A city may stand for the treaty that is named after it: "parties to Budapest"."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.questions import ask
from tocgraph.store import OpenStore


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("parties to Budapest", "parties to the Budapest Convention"),
        ("what does Malabo criminalize", "what does the Malabo Convention criminalize"),
        ("is Egypt party to Malabo", "is Egypt party to the Malabo Convention"),
        ("when did Palermo enter into force", "when did UNTOC enter into force"),
        (
            "which states are party to UNTOC and UNCAC and Malabo",
            "states party to UNTOC, UNCAC and the Malabo Convention",
        ),
        ("اطراف مالابو", "الأطراف في اتفاقية مالابو"),
    ],
)
def test_the_treaty_is_meant_and_the_reading_says_so(shipped: OpenStore, short: str, full: str) -> None:
    assert given(shipped, short) == given(shipped, full)
    assert "→" in ask(shipped, short).reading


@pytest.mark.parametrize("question", ["what is Budapest", "which conventions were signed in Budapest"])
def test_the_city_is_the_first_meaning(shipped: OpenStore, question: str) -> None:
    found = ask(shipped, question)
    assert found.status == "answered" and "→" not in found.reading


@pytest.mark.parametrize("question", ["parties to Vienna", "parties to Lyon", "who ratified Nairobi"])
def test_a_city_of_no_treaty_or_of_several_is_none(shipped: OpenStore, question: str) -> None:
    assert not ask(shipped, question).answers
