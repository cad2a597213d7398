"""Questions over the tiny graph with dates: each date limits the answer, or the question is refused."""

from __future__ import annotations

import pytest
from asked import found

from tocgraph.errors import QueryError
from tocgraph.questions import ask
from tocgraph.store import OpenStore


def test_as_of(opened: OpenStore) -> None:
    assert found(ask(opened, "missions in Mali", as_of="2015")) == ["minusma"]
    assert ask(opened, "missions in Mali", as_of="2012").status == "not-in-graph"
    assert ask(opened, "missions in Mali", as_of="2024").status == "not-in-graph"
    with pytest.raises(QueryError, match="month 13"):
        ask(opened, "missions in Mali", as_of="2024-13")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("missions that operate in Mali in 2015", ["minusma"]),
        ("missions that operate in Mali in 2024", []),
        ("which missions ended in 2023", ["minusma"]),
        ("which missions ended before 2023", []),
        ("which missions ended after 2023", []),
        ("which missions ended since 2023", ["minusma"]),
        ("which missions since 2010 ended in 2023", []),
        ("missions between 2015 and 2018", ["minusma"]),
        ("missions in 2024", []),
        ("how many missions were there in 2015", [1]),
        ("which conventions were adopted in November 2000", ["untoc"]),
        ("which conventions were adopted before 2000", []),
        ("conventions since 2000", ["untoc"]),
        ("conventions from 2000 to 2005", ["untoc"]),
        ("conventions adopted until 15 November 2000", ["untoc"]),
        ("ما الاتفاقيات التي اعتمدت عام 2000", ["untoc"]),
        ("ما الاتفاقيات التي اعتمدت بين عامي 2000 و2005", ["untoc"]),
        ("ما الاتفاقيات التي اعتمدت قبل سنة 2000", []),
        ("which states became party to UNTOC in 2002", ["mali"]),
        ("which states became party to UNTOC in 2003", []),
        ("which states are party to UNTOC since 2001-05", ["mali"]),
        ("in 2002 which states became party to UNTOC", ["mali"]),
        ("was Mali party to UNTOC in 2010", [True]),
    ],
)
def test_a_date_limits_the_answer(opened: OpenStore, question: str, expected: list[object]) -> None:
    result = ask(opened, question)
    assert found(result) == expected, result
    assert any(c.isdigit() for c in result.reading)


def test_an_undated_figure_is_not_given_for_a_year(opened: OpenStore) -> None:
    assert ask(opened, "how many members did INTERPOL have in 1923").answers == ()
    assert found(ask(opened, "was INTERPOL founded in 1923")) == [True]
    assert found(ask(opened, "was INTERPOL founded in 1950")) == [False]  # another date is recorded


@pytest.mark.parametrize(
    "question",
    [
        "UNTOC in 2003",
        "when was INTERPOL founded in 1923",
        "missions in Mali 2015",
        "crimes in 2003",
        "article 16 of UNTOC in 2003",
        "how does MINUSMA counter human trafficking in 2015",
    ],
)
def test_a_date_that_limits_nothing_is_never_passed_over(opened: OpenStore, question: str) -> None:
    assert ask(opened, question).status == "not-understood"
