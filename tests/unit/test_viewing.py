"""What a page or an export is about: limits that are put together, questions, queries, and notebooks."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from tocgraph import load, view
from tocgraph.asking.choosing import chosen
from tocgraph.errors import QueryError, TocgraphError, UnknownIdError
from tocgraph.exporters import export
from tocgraph.exporters.selection import select
from tocgraph.store import OpenStore

TINY = Path(__file__).parent.parent / "data" / "tiny"


def test_types_keep_narrower_types_and_what_is_said_among_them(opened: OpenStore) -> None:
    found = select(opened, types=["actor"])
    assert set(found.entities) == {"interpol", "mali", "minusma", "unodc"}
    assert set(found.entities) < set(select(opened).entities)
    ends = opened.store.select(
        opened.vocabulary.header("rdf", "toc") + "SELECT ?c ?s ?o { ?c a toc:Claim ; rdf:subject ?s ; rdf:object ?o }"
    ).rows
    inside = {opened.vocabulary.entity(e) for e in found.entities}
    wanted = {row["c"].value for row in ends if row["s"].value in inside
              and (row["o"].kind == "literal" or row["o"].value in inside)}  # fmt: skip
    assert {opened.vocabulary.claim(c) for c in found.claims} == wanted


def test_limits_are_put_together(opened: OpenStore) -> None:
    around = select(opened, "minusma", 1)
    both = select(opened, "minusma", 1, types=["state"])
    assert set(both.entities) == {"minusma", "mali"}
    assert set(both.entities) < set(around.entities)
    assert set(both.claims) < set(around.claims)


def test_a_day_leaves_out_what_had_ended(opened: OpenStore) -> None:
    assert "minusma" in select(opened, as_of="2015").entities
    assert "minusma" not in select(opened, as_of="2025").entities
    # What has no date may hold on any day.
    assert "unodc" in select(opened, as_of="1950").entities


def test_a_question_gives_its_answers_and_what_they_rest_on(opened: OpenStore) -> None:
    found = chosen(opened, "which bodies implement UNTOC")
    assert found.entities == {"unodc", "untoc"}
    picked = select(opened, chosen=found)
    assert set(picked.entities) == found.entities
    assert picked.query == "which bodies implement UNTOC"


def test_a_query_gives_the_entities_it_names(opened: OpenStore) -> None:
    by_type = "SELECT ?x WHERE { ?x toc:type ?t FILTER(STRENDS(STR(?t), '#State')) }"
    assert chosen(opened, by_type).entities == {"mali"}
    claims = "SELECT ?c WHERE { ?c a toc:Claim ; rdf:subject <https://w3id.org/tocgraph/id/minusma> }"
    assert {"minusma", "mali"} <= chosen(opened, claims).entities
    graph = "CONSTRUCT { ?s skos:prefLabel ?l } WHERE { ?s toc:type ?t ; skos:prefLabel ?l }"
    assert chosen(opened, graph).entities == set(select(opened).entities)


@pytest.mark.parametrize(
    "query", ["xyzzy plugh", "ASK { ?s ?p ?o }", "SELECT ?x WHERE { ?x a <urn:nothing> }", "SELECT {"]
)
def test_what_finds_nothing_is_said(opened: OpenStore, query: str) -> None:
    with pytest.raises(QueryError):
        chosen(opened, query)


def test_wrong_limits_are_named(opened: OpenStore) -> None:
    with pytest.raises(UnknownIdError, match="stat"):
        select(opened, types=["stat"])
    with pytest.raises(TocgraphError, match="nothing in the graph"):
        export(opened, "html", types=["programme"])
    with pytest.raises(QueryError, match="soon"):
        select(opened, as_of="soon")


def test_turtle_of_a_part_says_what_it_is(opened: OpenStore) -> None:
    document = export(opened, "turtle", types=["state"], as_of="2015", chosen=chosen(opened, "what is Mali")) or b""
    assert b"# of the types state; what answers what is Mali; as of 2015: 1 entities" in document


def test_a_notebook_shows_the_page_in_a_frame_of_its_own(opened: OpenStore) -> None:
    shown = view(opened, query="which bodies implement UNTOC", height=500)
    markup = shown._repr_html_()
    frame = re.fullmatch(r'<iframe srcdoc="([^"]*)" ([^>]*)></iframe>', markup)
    assert frame is not None
    assert html.unescape(frame[1]) == shown.page
    assert "allow-same-origin" not in frame[2]
    assert "height: 500px" in frame[2]


def test_a_graph_in_memory_shows_itself(opened: OpenStore) -> None:
    page = load(TINY).view(around="untoc").page
    assert "<title>UNTOC · tocgraph</title>" in page
