"""Every RDF syntax says the same triples, to programs of other makers: rdflib, rapper, jsonld.js, PyLD, xmllint."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from required import node, program

from tocgraph.exporters import export
from tocgraph.exporters.sorting import sorted_lines
from tocgraph.store import OpenStore

TINY = Path(__file__).parent.parent / "data" / "tiny"
SYNTAXES = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
}
RDFLIB = {"turtle": "turtle", "trig": "trig", "nquads": "nquads", "jsonld": "json-ld", "rdfxml": "xml"}
SOURCE = "https://w3id.org/tocgraph/source/"


def said(document: bytes, syntax: str) -> set[str]:
    """The triples of a document, whatever graph they are in, in N-Triples."""
    return {str(quad.triple) for quad in pyoxigraph.parse(document, SYNTAXES[syntax])}


@pytest.fixture(scope="module")
def documents(opened: OpenStore) -> dict[str, bytes]:
    return {name: export(opened, name) or b"" for name in (*SYNTAXES, "turtle12")}


@pytest.fixture(scope="module")
def triples(documents: dict[str, bytes]) -> set[str]:
    return said(documents["ntriples"], "ntriples")


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_every_syntax_holds_every_triple(documents: dict[str, bytes], triples: set[str], syntax: str) -> None:
    assert said(documents[syntax], syntax) == triples


@pytest.mark.parametrize("syntax", [*SYNTAXES, "turtle12"])
def test_a_part_has_the_same_bytes_each_time(opened: OpenStore, syntax: str) -> None:
    part = export(opened, syntax, around="mali", depth=1)
    assert part and part == export(opened, syntax, around="mali", depth=1)
    if syntax in SYNTAXES:
        turtle = export(opened, "turtle", around="mali", depth=1)
        assert said(part, syntax) == said(turtle or b"", "turtle")


@pytest.mark.parametrize("syntax", RDFLIB)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_rdflib_reads_every_syntax(documents: dict[str, bytes], triples: set[str], syntax: str) -> None:
    graph = rdflib.Dataset(default_union=True).parse(data=documents[syntax], format=RDFLIB[syntax])
    found = {(s.n3(), p.n3(), o.n3()) for s, p, o, _ in graph.quads()}
    assert len(found) == len(triples)
    assert any('"مالي"@ar' in o for _, _, o in found)
    assert any('"2013-04-25"^^<http://www.w3.org/2001/XMLSchema#date>' in o for _, _, o in found)


RAPPER = {"turtle": "turtle", "ntriples": "ntriples", "trig": "trig", "nquads": "nquads", "rdfxml": "rdfxml"}


@pytest.mark.parametrize("syntax", RAPPER)
def test_rapper_reads_every_syntax(documents: dict[str, bytes], syntax: str, tmp_path: Path) -> None:
    rapper = program("rapper", "raptor2-utils", "RAPPER")
    file = tmp_path / "graph"
    file.write_bytes(documents[syntax])
    form = SYNTAXES[syntax]
    quads = sum(1 for _ in pyoxigraph.parse(documents[syntax], form))
    done = subprocess.run([rapper, "-c", "-i", RAPPER[syntax], str(file)], capture_output=True, text=True, check=True)
    assert re.search(rf"returned {quads} triples", done.stderr)
    assert "rror" not in done.stderr and "arning" not in done.stderr


def test_jsonld_js_expands_to_the_same_triples(documents: dict[str, bytes], triples: set[str], tmp_path: Path) -> None:
    modules = Path(node("jsonld")) / "node_modules"
    file = tmp_path / "graph.jsonld"
    file.write_bytes(documents["jsonld"])
    script = (
        "const jsonld = require('jsonld');"
        "const refuse = async url => { throw new Error('fetched ' + url) };"
        "jsonld.toRDF(JSON.parse(require('fs').readFileSync(process.argv[1])), "
        "{format: 'application/n-quads', documentLoader: refuse, safe: true}).then(t => process.stdout.write(t));"
    )
    done = subprocess.run(
        ["node", "-e", script, str(file)],
        capture_output=True,
        check=True,
        env={**os.environ, "NODE_PATH": str(modules)},
    )
    assert said(done.stdout, "nquads") == triples


def test_pyld_expands_to_the_same_triples(documents: dict[str, bytes], triples: set[str]) -> None:
    from pyld import jsonld

    written = jsonld.to_rdf(json.loads(documents["jsonld"]), {"format": "application/n-quads"})
    assert said(written.encode(), "nquads") == triples


def test_the_context_alone_is_the_one_inside(opened: OpenStore, documents: dict[str, bytes]) -> None:
    context = json.loads(export(opened, "context") or b"")
    assert context == {"@context": json.loads(documents["jsonld"])["@context"]}
    node = next(n for n in json.loads(documents["jsonld"])["@graph"] if n["@id"] == "id:mali")
    assert node["skos:prefLabel"] == {"en": "Mali", "ar": "مالي"}
    assert node["toc:partyTo"] == ["id:untoc"]


def test_xmllint_finds_sound_xml(documents: dict[str, bytes], tmp_path: Path) -> None:
    xmllint = program("xmllint", "libxml2-utils", "XMLLINT")
    file = tmp_path / "graph.rdf"
    file.write_bytes(documents["rdfxml"])
    subprocess.run([xmllint, "--noout", "--nonet", str(file)], check=True)


def test_each_source_has_a_graph_of_what_it_says(opened: OpenStore, documents: dict[str, bytes]) -> None:
    quads = list(pyoxigraph.parse(documents["trig"], pyoxigraph.RdfFormat.TRIG))
    assert quads and set(map(str, quads)) == set(
        map(str, pyoxigraph.parse(documents["nquads"], pyoxigraph.RdfFormat.N_QUADS))
    )
    graphs = {q.graph_name.value for q in quads if isinstance(q.graph_name, pyoxigraph.NamedNode)}
    query = opened.vocabulary.header("prov") + "SELECT DISTINCT ?s WHERE { ?claim prov:hadPrimarySource ?s }"
    assert graphs == {row["s"].value for row in opened.store.select(query).rows}
    assert all(graph.startswith(SOURCE) for graph in graphs)
    dataset = pyoxigraph.Store()
    dataset.extend(quads)
    header = opened.vocabulary.header("id", "prov", "rdf", "toc")
    # What one source says, as plain triples, without the claims of others.
    inside = f"{header}ASK {{ GRAPH <{SOURCE}unsc-2100> {{ id:minusma toc:operatesIn id:mali }} }}"
    assert bool(dataset.query(inside))
    # A plain triple that a source backs is not repeated in the default graph; entities are there alone.
    assert not bool(dataset.query(header + "ASK { id:minusma toc:operatesIn id:mali }"))
    assert not bool(dataset.query(header + "ASK { GRAPH ?g { ?x toc:type ?t } }"))
    mixed = header + "ASK { GRAPH ?g { ?cite prov:entity ?source } FILTER(?g != ?source) }"
    assert not bool(dataset.query(mixed))


def test_triple_terms_say_what_the_statements_say(documents: dict[str, bytes]) -> None:
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    told, reified = {}, {}
    for quad in pyoxigraph.parse(documents["turtle"], pyoxigraph.RdfFormat.TURTLE):
        if quad.predicate.value in {rdf + name for name in ("subject", "predicate", "object")}:
            told.setdefault(quad.subject.value, {})[quad.predicate.value[len(rdf) :]] = str(quad.object)
    for quad in pyoxigraph.parse(documents["turtle12"], pyoxigraph.RdfFormat.TURTLE):
        assert quad.predicate.value != rdf + "subject"
        if quad.predicate.value == rdf + "reifies":
            term = quad.object
            reified[quad.subject.value] = {
                "subject": str(term.subject), "predicate": str(term.predicate), "object": str(term.object)
            }  # fmt: skip
    assert reified == told and len(told) > 10


def test_lines_are_sorted_on_disk_as_in_memory() -> None:
    lines = [f"{n * 7919 % 1000} {n % 3}\n".encode() for n in range(3000)]
    assert list(sorted_lines(lines, run=500)) == sorted(set(lines)) == list(sorted_lines(lines))


def test_the_shipped_graph_in_xml_and_trig(shipped: OpenStore, tmp_path: Path) -> None:
    rapper = program("rapper", "raptor2-utils", "RAPPER")
    counted = shipped.store.select("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").rows[0]["n"].value
    export(shipped, "rdfxml", tmp_path / "graph.rdf")
    done = subprocess.run(
        [rapper, "-c", "-i", "rdfxml", str(tmp_path / "graph.rdf")], capture_output=True, text=True, check=True
    )
    assert f"returned {counted} triples" in done.stderr
    export(shipped, "nquads", tmp_path / "graph.nq")
    with (tmp_path / "graph.nq").open("rb") as file:
        triples = {quad.triple for quad in pyoxigraph.parse(file, pyoxigraph.RdfFormat.N_QUADS)}
    assert len(triples) == int(counted)
