"""The treaties of an organization and its organs: "ASEAN treaties", "اتفاقيات مجلس أوروبا"."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.questions import ask
from tocgraph.store import OpenStore

ARAB = {"arab-it-offences-convention", "arab-terrorism-convention-1998", "riyadh-arab-judicial-cooperation-1983"}


@pytest.mark.parametrize(
    ("question", "among"),
    [
        ("which ASEAN treaties are there", {"asean-actip-2015", "asean-mla-2004"}),
        ("SAARC conventions", {"saarc-terrorism-1987", "saarc-trafficking-2002"}),
        ("treaties of the OAS", {"oas-extradition-1981", "oas-corruption-1996"}),
        ("conventions of the Council of Europe", {"budapest-convention", "coe-extradition-1957"}),
        ("اتفاقيات مجلس أوروبا", {"budapest-convention", "coe-extradition-1957"}),
        ("Arab conventions", ARAB),
        ("الاتفاقيات العربية", ARAB),
        ("اتفاقيات جامعة الدول العربية", ARAB),
        ("which UN conventions deal with drugs", {"drug-convention-1961", "drug-convention-1988"}),
    ],
)
def test_the_treaties_of_a_body_are_those_of_its_organs(shipped: OpenStore, question: str, among: set[str]) -> None:
    assert among <= set(given(shipped, question))


def test_the_reading_says_that_parts_count(shipped: OpenStore) -> None:
    assert "or a part of it" in ask(shipped, "SAARC conventions").reading
    assert "أو جزء منه" in ask(shipped, "اتفاقيات مجلس أوروبا").reading


def test_the_treaties_of_a_state_are_those_that_it_is_party_to(shipped: OpenStore) -> None:
    assert "Sudan" in ask(shipped, "treaties of Sudan").reading
    assert "a part of it" not in ask(shipped, "treaties of Sudan").reading
