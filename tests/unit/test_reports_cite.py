from __future__ import annotations

import json

import pytest

from tocgraph import __version__
from tocgraph.errors import QueryError, UnknownIdError
from tocgraph.reports.cite import cite, references
from tocgraph.reports.show import show
from tocgraph.store import OpenStore


def test_a_claim_is_cited_with_its_pinpoints_and_the_graph_with_its_version(opened: OpenStore) -> None:
    claim = next(a for a in show(opened, "unodc").answers if a.relation == "secretariat-of").claims[0]
    table = cite(opened, claim).table
    assert table is not None
    assert [row[0] for row in table.rows] == ["untoc-text", "tocgraph"]
    assert table.rows[0][1:3] == ("Foreword, paragraph 4; Article 33, paragraph 1", 1)
    assert f"Version {__version__}, data {opened.names.meta('fingerprint')}" in table.rows[1][3]
    assert cite(opened, opened.vocabulary.claim(claim)).table == table


def test_an_entity_gathers_the_sources_of_all_its_claims(opened: OpenStore) -> None:
    table = cite(opened, "untoc").table
    assert table is not None
    assert {row[0]: row[2] for row in table.rows} == {"un-treaty-collection": 2, "untoc-text": 5, "tocgraph": ""}


def test_a_source_can_be_cited_by_its_id(opened: OpenStore) -> None:
    text = references(cite(opened, "unsc-2100"), "plain")
    assert text.startswith("Security Council (2013-04-25). Security Council resolution 2100 (2013). https://")


def test_bibtex_entries_are_balanced_and_escaped(opened: OpenStore) -> None:
    text = references(cite(opened, "interpol", "bibtex"), "bibtex")
    assert text.count("{") == text.count("}")
    assert "@misc{untoc-text," not in text
    assert "@misc{interpol-site," in text and "  title = {{INTERPOL: our history}}," in text
    assert "  author = {{The tocgraph developers}}," in text


def test_csl_json_is_an_array_of_items(opened: OpenStore) -> None:
    items = json.loads(references(cite(opened, "minusma", "csl-json"), "csl-json"))
    assert [i["id"] for i in items] == ["unsc-2100", "tocgraph"]
    assert items[0]["type"] == "treaty" and items[0]["issued"] == {"date-parts": [[2013, 4, 25]]}
    assert items[0]["author"] == [{"literal": "Security Council"}]
    assert items[1]["version"] == __version__ and items[1]["type"] == "dataset"


def test_what_cannot_be_cited(opened: OpenStore) -> None:
    with pytest.raises(UnknownIdError, match="no claim"):
        cite(opened, "c000000000000")
    with pytest.raises(UnknownIdError, match="no entity"):
        cite(opened, "atlantis")
    with pytest.raises(QueryError):
        cite(opened, "untoc", "harvard")
