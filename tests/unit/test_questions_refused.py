"""Questions over the tiny graph that are not answered: what is not understood or not recorded, and how that is told."""

from __future__ import annotations

import pytest
from asked import found

from tocgraph.errors import QueryError
from tocgraph.questions import ask
from tocgraph.store import OpenStore


def test_an_article_that_is_not_recorded(opened: OpenStore) -> None:
    result = ask(opened, "article 99 of UNTOC")
    assert result.status == "not-in-graph"
    assert "99" in result.reading


@pytest.mark.parametrize(
    ("question", "unused"),
    [
        ("which bodies implement blorb", "blorb"),
        ("which bodies do not implement UNTOC", "not"),
        ("which bodies implement UNTOC purple", "purple"),
        ("أي هيئات لا تنفذ اتفاقية باليرمو", "لا"),
    ],
)
def test_a_word_without_meaning_is_never_passed_over(opened: OpenStore, question: str, unused: str) -> None:
    result = ask(opened, question)
    assert result.status == "not-understood"
    assert unused in result.reading
    assert result.answers == ()
    assert result.suggestions


def test_near_questions_are_answered_when_asked(opened: OpenStore) -> None:
    for question in ("which bodies implement blorb INTERPOL", "UNTOC blorb", "اتفاقية باليرمو بلورب"):
        suggestions = ask(opened, question).suggestions
        assert suggestions
        for suggestion in suggestions:
            assert ask(opened, suggestion).status != "not-understood", suggestion


@pytest.mark.parametrize(
    "question", ["", "   ", "???", "which", "؟", "x" * 10_000, "'; DROP TABLE name; --", "$(rm -rf .)"]
)
def test_nonsense_is_refused(opened: OpenStore, question: str) -> None:
    result = ask(opened, question)
    assert result.status == "not-understood"
    assert result.suggestions


def test_understood_but_not_recorded(opened: OpenStore) -> None:
    result = ask(opened, "what hinders extradition")
    assert result.status == "not-in-graph"
    assert result.suggestions


@pytest.mark.parametrize(
    "question",
    [
        "where are missions",
        "when are missions",
    ],
)
def test_a_part_of_a_question_is_never_passed_over(opened: OpenStore, question: str) -> None:
    assert ask(opened, question).status == "not-understood"


@pytest.mark.parametrize(
    "question",
    [
        "who replaced MINUSMA",
        "what does UNTOC supplement",
        "what is UNTOC part of",
        "what does trafficking in persons criminalize",
        "what does extradition provide for",
    ],
)
def test_a_direction_without_claims_is_never_answered_with_the_other(opened: OpenStore, question: str) -> None:
    assert ask(opened, question).answers == ()


@pytest.mark.parametrize(
    ("question", "unused"),
    [
        ("when and where was INTERPOL founded", "where"),
        ("does every mission operate in Mali", "every"),
        ("articles 16 to 18 of UNTOC", "18"),
    ],
)
def test_what_cannot_be_asked_is_named(opened: OpenStore, question: str, unused: str) -> None:
    result = ask(opened, question)
    assert result.status == "not-understood"
    assert unused in result.reading


def test_a_definite_type_stands_for_one_thing_that_is_not_named(opened: OpenStore) -> None:
    assert ask(opened, "which states are party to the convention").status == "not-understood"
    assert found(ask(opened, "which states are party to conventions")) == ["mali"]


def test_a_reading_that_is_not_offered_is_refused(opened: OpenStore) -> None:
    assert found(ask(opened, "which bodies implement UNTOC", reading=1)) == ["unodc"]
    with pytest.raises(QueryError, match="no reading 9"):
        ask(opened, "which bodies implement UNTOC", reading=9)
