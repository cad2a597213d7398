"""A concept named in the plural after the question word stands for its kinds: "which cybercrimes ..."."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.questions import ask
from tocgraph.store import OpenStore


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        (
            "Which investigative techniques are hampered by the diversity of procedural systems?",
            {"controlled-delivery", "covert-operations", "electronic-monitoring"},
        ),
        ("which special investigative techniques does UNTOC provide for", {"controlled-delivery"}),
        ("ما أساليب التحري الخاصة التي تنص عليها اتفاقية باليرمو", {"controlled-delivery"}),
    ],
)
def test_the_kinds_that_meet_the_condition(shipped: OpenStore, question: str, kinds: set[str]) -> None:
    assert set(given(shipped, question)) == kinds


def test_all_are_kinds_of_it_in_both_languages(shipped: OpenStore) -> None:
    english = set(given(shipped, "Which cybercrimes does the Budapest Convention criminalize"))
    arabic = set(given(shipped, "ما الجرائم الإلكترونية التي تجرمها اتفاقية بودابست"))
    assert english == arabic
    assert {"data-interference", "computer-related-fraud"} <= english
    assert english <= set(given(shipped, "kinds of cybercrime"))


@pytest.mark.parametrize("question", ["what are special investigative techniques", "what is cybercrime"])
def test_the_concept_itself_is_explained(shipped: OpenStore, question: str) -> None:
    answers = ask(shipped, question).answers
    assert answers[0].id in ("special-investigative-techniques", "cybercrime")


@pytest.mark.parametrize(
    "question",
    ["ما الدول التي لا توجد فيها جريمة منظمة؟", "Which states have no organized crime?"],
)
def test_the_states_asked_for_are_not_what_causes_a_crime(shipped: OpenStore, question: str) -> None:
    assert not ask(shipped, question).answers
