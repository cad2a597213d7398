"""Questions for the country of a city, for articles, and for what one thing has and another has not."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.questions import ask
from tocgraph.store import OpenStore


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("in which country was the 11th UN crime congress held", ["thailand"]),
        ("في أي دولة يقع مقر يوروبول", ["netherlands"]),
        ("Where can I find the seat of MENAFATF?", ["manama"]),
        ("bodies headquartered in Paris other than UNESCO", ["fatf"]),
        ("الهيئات التي يقع مقرها في باريس باستثناء اليونسكو", ["fatf"]),
        ("states in the G7, NATO and the EU", ["france", "germany", "italy"]),
        ("هل يقع مقر الإنتربول في ليون؟", [True]),
        ("where is Budapest", ["hungary"]),
        ("أين تقع بودابست", ["hungary"]),
        ("where is MINUSMA", ["mali"]),
    ],
)
def test_places_and_groups(shipped: OpenStore, question: str, expected: list[object]) -> None:
    assert given(shipped, question) == expected


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("what is Art 29 of the Budapest Convention about", "budapest-convention-art-29"),
        ("what does article 18 of UNTOC say", "untoc-art-18"),
        ("عم تتحدث المادة 16 من اتفاقية باليرمو", "untoc-art-16"),
        ("article 9 of the Protocol to Prevent, Suppress and Punish Trafficking in Persons", "tip-protocol-art-9"),
    ],
)
def test_what_an_article_is_about_is_the_article_with_all_that_is_known(
    shipped: OpenStore, question: str, article: str
) -> None:
    assert given(shipped, question)[0] == article


def test_the_number_of_an_article_comes_with_the_article(shipped: OpenStore) -> None:
    found = ask(shipped, "number of the Budapest Convention article that criminalizes illegal access").answers
    assert [(a.id, a.value) for a in found] == [("budapest-convention-art-2", "2")]


def test_that_another_does_not_takes_the_verb_of_the_clause_before(shipped: OpenStore) -> None:
    asked = (
        "Which mechanisms does the Trafficking in Persons Protocol provide for that the Smuggling Protocol does not?"
    )
    assert set(given(shipped, asked)) == {
        "compensation-of-victims",
        "residence-status-for-victims",
        "victim-protection",
    }
    assert given(shipped, "SAARC countries outside the Shanghai Cooperation Organisation")[:2] == [
        "afghanistan",
        "bangladesh",
    ]
