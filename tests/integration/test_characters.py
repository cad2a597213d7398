"""What is no character of a text: taken out of files of other makers, and refused by XML, which cannot hold it."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import serving
from serving import select

import tocgraph
from tocgraph.errors import TocgraphError
from tocgraph.exporters import export
from tocgraph.reports.find import find
from tocgraph.store import OpenStore
from tocgraph.text import cleaned

BASE = "https://w3id.org/tocgraph/"
ENTITIES = r"""
{"id": "a", "schema": "Company", "properties": {"name": ["Blue\u0001 Heron", null, ""], "alias": ["Grey\u001fHeron"]}}
{"id": "b\ud800", "schema": "Person", "caption": "Ada\ud800", "properties": {"name": ["Lovelace", "Ada\ud800"]}}
{"id": "c", "schema": "Odd\udfff", "properties": {"name\u0000": ["x"]}}
"""
STATEMENTS = rf"""
<http://a.example/x> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://xmlns.com/foaf/0.1/Person> .
<http://a.example/x> <http://xmlns.com/foaf/0.1/name> "Zo\u0007e" .
<{BASE}id/odd> <{BASE}schema#type> <{BASE}schema#Network> .
<{BASE}id/odd> <http://www.w3.org/2004/02/skos/core#prefLabel> "Odd \u0001 network"@en .
"""


@pytest.fixture(scope="module")
def laid(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> OpenStore:
    """The tiny graph under two files with such characters; `odd` is in our vocabulary, and keeps its own."""
    folder = tmp_path_factory.mktemp("characters")
    (folder / "fleet.jsonl").write_text(ENTITIES, encoding="utf-8")
    (folder / "odd.nt").write_text(STATEMENTS, encoding="utf-8")
    return tocgraph.open_store(tiny, over=[folder / "fleet.jsonl", folder / "odd.nt"])


def test_control_characters_and_halves_of_pairs_go_and_words_stay_apart() -> None:
    assert cleaned("Ac\x00me\x1fHold\ud83ding\tSA\n\ufffe") == "Acme Holding\tSA\n"


def test_what_turns_the_direction_of_a_text_goes_and_marks_within_words_stay() -> None:
    assert cleaned("bill\u202etxt.exe\u202c") == "billtxt.exe"
    assert cleaned("می\u200cخواهم \u200f") == "می\u200cخواهم \u200f"


def test_names_in_files_of_others_lose_them(laid: OpenStore) -> None:
    heron = laid.names.entity("fleet-a")
    assert heron is not None
    assert heron.label == {"en": "Blue Heron"}
    assert [answer.id for answer in find(laid, "Grey Heron").answers][:1] == ["fleet-a"]
    assert find(laid, "Ada").answers[0].name() == "Ada"
    assert find(laid, "Zoe").answers[0].name() == "Zoe"


@pytest.mark.parametrize("form", ["rdfxml", "graphml", "gexf", "xlsx"])
def test_a_format_made_of_xml_refuses_a_text_that_it_cannot_hold(laid: OpenStore, form: str) -> None:
    with pytest.raises(TocgraphError, match=r"'odd' holds the character U\+0001, which XML cannot hold"):
        export(laid, form)
    part = export(laid, form, around="fleet-a")
    assert part
    if form != "xlsx":
        ElementTree.fromstring(part)


@pytest.fixture(scope="module")
def site(laid: OpenStore) -> Any:
    with serving.client(serving.application(laid)) as client:
        yield client


def test_the_service_sends_no_broken_xml(site: Any) -> None:
    for query, media in [
        ("SELECT ?o { id:odd ?p ?o }", "application/sparql-results+xml"),
        ("DESCRIBE id:odd", "application/rdf+xml"),
    ]:
        refused = select(site, query, media)
        assert refused.status_code == 406
        assert "U+0001, which XML cannot hold" in refused.text
    assert site.get("/id/odd.rdf").status_code == 422
    assert site.get("/id/odd.ttl").status_code == 200
    assert select(site, "SELECT ?o { id:odd ?p ?o }", "application/sparql-results+json").status_code == 200
