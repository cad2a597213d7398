"""What instruments deal with, in whatever way: "which treaties are about terrorism", "اتفاقيات مكافحة الفساد"."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.questions import ask
from tocgraph.store import OpenStore

TERRORISM = {
    "arab-terrorism-convention-1998",
    "oau-terrorism-1999",
    "saarc-terrorism-1987",
    "terrorist-bombings-convention",
}
CORRUPTION = {"uncac", "au-corruption-2003", "oas-corruption-1996", "arab-anti-corruption-convention-2010"}


@pytest.mark.parametrize(
    ("question", "among"),
    [
        ("which treaties are about terrorism", TERRORISM | {"terrorist-financing-convention"}),
        ("ما الاتفاقيات التي تتناول الإرهاب", TERRORISM | {"terrorist-financing-convention"}),
        ("which conventions address human trafficking", {"coe-trafficking-2005", "asean-actip-2015", "untoc"}),
        ("conventions on human trafficking", {"coe-trafficking-2005", "asean-actip-2015"}),
        ("which conventions deal with corruption", CORRUPTION),
        ("conventions against corruption", CORRUPTION),
        ("اتفاقيات مكافحة الفساد", CORRUPTION),
        ("which treaties deal with drugs", {"drug-convention-1961", "drug-convention-1971", "drug-convention-1988"}),
        ("which conventions deal with cybercrime", {"budapest-convention", "malabo-convention"}),
        ("treaties on mutual legal assistance", {"coe-mla-1959", "oas-mla-nassau-1992", "asean-mla-2004"}),
        ("which protocol covers firearms", {"firearms-protocol"}),
        ("ما الصكوك التي تتناول الأسلحة النارية", {"firearms-protocol", "oas-firearms-cifta-1997"}),
        ("which instruments cover weapons", {"arms-trade-treaty-2013", "firearms-protocol"}),
    ],
)
def test_whatever_deals_with_it_or_a_kind_of_it_is_given(shipped: OpenStore, question: str, among: set[str]) -> None:
    assert among <= set(given(shipped, question))


@pytest.mark.parametrize(
    "question",
    [
        "what crimes does UNCAC criminalize",
        "which organizations counter corruption",
        "Which recommendations address cybercrime?",
    ],
)
def test_other_questions_are_not_widened(shipped: OpenStore, question: str) -> None:
    assert "a kind of" not in ask(shipped, question).reading


@pytest.mark.parametrize(
    ("question", "one"),
    [
        ("the convention against corruption", "uncac"),
        ("Why are red notices issued?", "red-notice"),
        ("parties to the Malabo and Budapest conventions", "budapest-convention"),
    ],
)
def test_a_plural_that_is_a_name_stays_one(shipped: OpenStore, question: str, one: str) -> None:
    told = ask(shipped, question)
    assert told.status == "answered"
    assert shipped.names.entity(one).label["en"].split()[0] in told.reading  # type: ignore[union-attr]


def test_a_thesis_is_one(shipped: OpenStore) -> None:
    question = "tell me about the thesis on security cooperation against information technology crimes"
    assert given(shipped, question)[0] == "doc-elhaw-cybercrime"


def test_several_bodies_are_not_the_one_that_is_described_so(shipped: OpenStore) -> None:
    assert "caricc" not in [a.id for a in ask(shipped, "ما هي أجهزة الشرطة الإقليمية في العالم؟").answers[:1]]
