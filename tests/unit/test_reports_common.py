from __future__ import annotations

import pytest

from tocgraph.errors import TocgraphError, UnknownIdError
from tocgraph.reports import common
from tocgraph.store import OpenStore
from tocgraph.store.resolve import resolve


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("untoc", "untoc"),
        ("  UNTOC ", "untoc"),
        ("palermo convention", "untoc"),
        ("اتفاقية باليرمو", "untoc"),
        ("ICPO", "interpol"),
        ("الإنتربول", "interpol"),
        ("MLI", "mali"),
        ("https://w3id.org/tocgraph/id/mali", "mali"),
    ],
)
def test_an_entity_by_any_of_its_names(opened: OpenStore, text: str, expected: str) -> None:
    assert resolve(opened, text).id == expected


def test_an_unknown_entity_brings_the_nearest(opened: OpenStore) -> None:
    with pytest.raises(UnknownIdError) as caught:
        resolve(opened, "untok")
    assert "untoc" in caught.value.suggestions
    for empty in ("", "   ", "؟"):
        with pytest.raises(TocgraphError):
            resolve(opened, empty)


@pytest.mark.parametrize("text", ["state", "states", "country", "دولة", "دول", "State"])
def test_entity_types_by_id_label_plural_and_word(opened: OpenStore, text: str) -> None:
    assert common.entity_type(opened, text) == "state"


def test_an_unknown_type_brings_the_nearest(opened: OpenStore) -> None:
    with pytest.raises(UnknownIdError) as caught:
        common.entity_type(opened, "stat")
    assert "state" in caught.value.suggestions


def test_relation_types_and_their_direction(opened: OpenStore) -> None:
    assert common.relation_type(opened, "party-to") == ("party-to", False)
    assert common.relation_type(opened, "^party-to") == ("party-to", True)
    assert common.relation_type(opened, "is party to") == ("party-to", False)
    assert common.relation_type(opened, "has party") == ("party-to", True)
    assert common.relation_type(opened, "^has party") == ("party-to", False)
    with pytest.raises(UnknownIdError):
        common.relation_type(opened, "")


def test_quoted_text_survives_sparql(opened: OpenStore) -> None:
    for text in ('a"b', "a\\b", "a\nb", "tab\t", "\x00\x1b", "} UNION {", "ع", "'''"):
        row = opened.store.select(f"SELECT ({common.quoted(text)} AS ?x) WHERE {{}}").rows[0]
        assert row["x"].value == text


def test_terms_are_short_only_where_that_is_safe(opened: OpenStore) -> None:
    names = opened.vocabulary
    assert common.term(opened, names.entity("eubam-libya")) == "id:eubam-libya"
    assert common.term(opened, "https://example.org/x") == "<https://example.org/x>"
    assert common.term(opened, names.entity("a b")) == f"<{names.base}id/a%20b>"
