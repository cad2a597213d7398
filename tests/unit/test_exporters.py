"""Exports: what is in them, that they are the same each time, and that a failure leaves nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stores import in_memory

from tocgraph.errors import TocgraphError, UnknownIdError
from tocgraph.exporters import EXPORTERS, export
from tocgraph.exporters.selection import select
from tocgraph.model import Dataset
from tocgraph.store import OpenStore
from tocgraph.store.claims import Claim, read_claims

TINY = Path(__file__).parent.parent / "data" / "tiny"
ID = "https://w3id.org/tocgraph/id/"
TOC = "https://w3id.org/tocgraph/schema#"


def parsed(document: bytes | None, form: pyoxigraph.RdfFormat = pyoxigraph.RdfFormat.TURTLE) -> set[str]:
    assert document is not None
    return {str(quad.triple) for quad in pyoxigraph.parse(document, form)}


def held(opened: OpenStore) -> set[str]:
    return parsed(opened.store.serialize("CONSTRUCT WHERE { ?s ?p ?o }", "ntriples"), pyoxigraph.RdfFormat.N_TRIPLES)


def test_whole_turtle_is_the_store(opened: OpenStore) -> None:
    assert parsed(export(opened, "turtle")) == held(opened)


def test_whole_ntriples_is_the_store_in_sorted_lines(opened: OpenStore) -> None:
    document = export(opened, "ntriples")
    assert document is not None
    lines = document.splitlines()
    assert lines == sorted(set(lines))
    assert parsed(document, pyoxigraph.RdfFormat.N_TRIPLES) == held(opened)


# Everything that YAML 1.2 lets a text contain (section 5.1), which leaves out most control characters.
TEXTS = st.text(
    st.one_of(
        st.sampled_from("\\\"'\n\t\r<>&{}$%#\u2028\u2029\u200f\u0640ًاتفاقية😀"),
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"),
    ),
    min_size=1,
    max_size=40,
)


@settings(max_examples=60, deadline=None)
@given(label=TEXTS, arabic=TEXTS, alias=TEXTS, about=TEXTS, value=TEXTS, at=TEXTS, found=TEXTS, title=TEXTS, code=TEXTS)
def test_every_literal_survives(
    label: str, arabic: str, alias: str, about: str, value: str, at: str, found: str, title: str, code: str
) -> None:
    both = {"en": "x", "ar": "س"}
    dataset = Dataset.model_validate(
        {
            "schema": {
                "base": "https://w3id.org/tocgraph/",
                "entity_types": [{"id": "actor", "label": both, "plural": both, "rdf": "prov:Agent"}],
                "relation_types": [{"id": "motto", "label": both, "from": ["actor"], "value": "text"}],
                "qualifiers": [{"id": "role", "value": "text", "label": both}],
            },
            "sources": [{"id": "s", "title": title, "authors": [alias, value]}],
            "entities": [
                {
                    "id": "e",
                    "type": "actor",
                    "label": {"en": label, "ar": arabic},
                    "aliases": {"ar": [alias]},
                    "description": about,
                    "identifiers": {"code": code},
                }
            ],
            "relations": [
                {
                    "subject": "e",
                    "relation": "motto",
                    "value": value,
                    "qualifiers": {"role": {"ar": arabic}},
                    "note": about,
                    "cite": [{"source": "s", "at": at, "finds": [found]}],
                }
            ],
        }
    )
    opened = in_memory(dataset)
    whole = parsed(export(opened, "turtle"))
    assert whole == held(opened)
    assert parsed(export(opened, "ntriples"), pyoxigraph.RdfFormat.N_TRIPLES) == whole
    document = export(opened, "turtle")
    assert document is not None
    written = {q.object.value for q in pyoxigraph.parse(document, pyoxigraph.RdfFormat.TURTLE)}
    assert {label, arabic, alias, about, value, at, found, title, code} <= written
    blocks = re.findall(rb'type="application/octet-stream" id="(\w+)">([^<]*)</script>', export(opened, "html") or b"")
    assert [name for name, _ in blocks] == [b"core", b"details", b"network"]
    assert all(re.fullmatch(rb"[A-Za-z0-9+/=]+", body) for _, body in blocks)


def test_one_step_around_an_entity(opened: OpenStore) -> None:
    selection = select(opened, "unodc", 1)
    assert selection.entities == ("interpol", "unodc", "untoc")
    claims = {(s.subject, s.relation) for s in _claims(opened, selection.claims)}
    assert ("untoc", "adopted-on") in claims  # a literal of a reached entity, rejected ones too
    assert ("trafficking-protocol", "supplements") not in claims  # one end lies outside


def test_depth_zero_is_the_entity_alone(opened: OpenStore) -> None:
    selection = select(opened, "interpol", 0)
    assert selection.entities == ("interpol",)
    assert {c.relation for c in _claims(opened, selection.claims)} == {"founded", "member-count"}


def test_far_enough_reaches_the_connected_whole(opened: OpenStore) -> None:
    assert select(opened, "interpol", 99).entities == tuple(select(opened).entities)


def test_a_name_will_do_for_an_id(opened: OpenStore) -> None:
    assert select(opened, "الإنتربول").around == "interpol"
    with pytest.raises(UnknownIdError, match="no entity named 'intarpol'") as caught:
        select(opened, "intarpol")
    assert "interpol" in caught.value.suggestions


def test_a_negative_depth_is_refused(opened: OpenStore) -> None:
    with pytest.raises(TocgraphError, match="depth of -1"):
        select(opened, "interpol", -1)


def _claims(opened: OpenStore, identifiers: tuple[str, ...]) -> list[Claim]:
    return list(read_claims(opened, identifiers).values())


def test_a_part_describes_every_address_of_ours_and_nothing_outside(opened: OpenStore) -> None:
    document = export(opened, "turtle", around="minusma", depth=1)
    assert document is not None
    quads = list(pyoxigraph.parse(document, pyoxigraph.RdfFormat.TURTLE))
    assert parsed(document) < held(opened)
    subjects = {q.subject.value for q in quads}
    named = {q.predicate.value for q in quads}
    named |= {q.object.value for q in quads if isinstance(q.object, pyoxigraph.NamedNode)}
    described = {row["s"].value for row in opened.store.select("SELECT DISTINCT ?s WHERE { ?s ?p ?o }").rows}
    assert named & described <= subjects
    assert f"{ID}unodc" not in subjects
    assert f"{ID}trafficking-protocol" not in subjects
    assert "https://w3id.org/tocgraph/source/unsc-2100" in subjects
    assert f"{TOC}operatesIn" in subjects


def test_an_entity_that_only_a_qualifier_mentions_keeps_its_name(opened: OpenStore) -> None:
    """In the graph around the crime, MINUSMA's claim has the qualifier place: mali."""
    document = export(opened, "turtle", around="trafficking-in-persons", depth=1)
    triples = parsed(document)
    label = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
    assert f'<{ID}mali> {label} "Mali"@en' in triples
    assert not [t for t in triples if t.startswith(f"<{ID}mali> <{TOC}partyTo>")]


def test_no_blank_nodes_and_no_clock(opened: OpenStore) -> None:
    for form in ("turtle", "ntriples"):
        document = export(opened, form)
        assert document is not None
        assert b"_:" not in document
        assert document == export(opened, form)


@pytest.mark.parametrize("form", ["turtle", "ntriples", "html"])
def test_bytes_do_not_depend_on_the_hash_seed(opened: OpenStore, tmp_path: Path, form: str) -> None:
    program = (
        "import sys\nfrom tocgraph.store import open_store\nfrom tocgraph.exporters import export\n"
        "sys.stdout.buffer.write(export(open_store(sys.argv[1]), sys.argv[2], around='untoc', depth=2))"
    )
    cache = str(tmp_path / "cache")
    documents = [
        subprocess.run(
            [sys.executable, "-c", program, str(TINY), form],
            env={**os.environ, "PYTHONHASHSEED": seed, "TOCGRAPH_CACHE": cache},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "4242")
    ]
    assert documents[0] == documents[1] == export(opened, form, around="untoc", depth=2)


def test_turtle_says_what_it_is(opened: OpenStore) -> None:
    document = (export(opened, "turtle", around="interpol", depth=2) or b"").decode()
    head = document.split("@prefix", 1)[0]
    assert "interpol and what lies within 2 steps of it" in head
    assert "CC BY 4.0" in head
    assert str(opened.names.meta("fingerprint")) in head
    dataset = "<https://w3id.org/tocgraph/dataset>"
    assert f"{dataset} <http://purl.org/dc/terms/license> <https://creativecommons.org/licenses/by/4.0/>" in parsed(
        document.encode()
    )


def test_an_unknown_format_names_the_nearest(opened: OpenStore) -> None:
    with pytest.raises(UnknownIdError, match="no export format named 'turtel'") as caught:
        export(opened, "turtel")
    assert caught.value.suggestions[0] == "turtle"


def test_every_format_says_what_it_is_for() -> None:
    assert {"turtle", "ntriples", "html"} <= set(EXPORTERS)
    for exporter in EXPORTERS.values():
        assert exporter.suffix.startswith(".")
        assert exporter.description
