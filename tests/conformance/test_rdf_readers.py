"""Other programs read the exports as we wrote them: rdflib, rapper (raptor2) and a SPARQL server."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from tocgraph.errors import StoreError
from tocgraph.exporters import export
from tocgraph.store import OpenStore, open_store

TINY = Path(__file__).parent.parent / "data" / "tiny"
PROV = rdflib.Namespace("http://www.w3.org/ns/prov#")
TOC = rdflib.Namespace("https://w3id.org/tocgraph/schema#")
ID = rdflib.Namespace("https://w3id.org/tocgraph/id/")


@pytest.fixture(scope="module", params=["tiny", "installed"])
def data(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def opened(data: str) -> OpenStore:
    return open_store(TINY if data == "tiny" else None)


@pytest.fixture(scope="module")
def files(opened: OpenStore, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("exports")
    found = {"turtle": folder / "graph.ttl", "ntriples": folder / "graph.nt", "part": folder / "part.ttl"}
    export(opened, "turtle", found["turtle"])
    export(opened, "ntriples", found["ntriples"])
    export(opened, "turtle", found["part"], around="untoc", depth=1)
    return found


@pytest.fixture(scope="module")
def graph(files: dict[str, Path], data: str) -> rdflib.Graph:
    # rdflib takes minutes for the whole graph in Turtle; rapper and Oxigraph read that.
    name, form = ("turtle", "turtle") if data == "tiny" else ("ntriples", "nt")
    return rdflib.Graph().parse(files[name], format=form)


def count(opened: OpenStore) -> int:
    return int(opened.store.select("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").rows[0]["n"].value)


def test_rdflib_reads_every_triple(opened: OpenStore, graph: rdflib.Graph) -> None:
    assert len(graph) == count(opened)
    assert not [node for triple in graph for node in triple if isinstance(node, rdflib.BNode)]


def test_both_formats_say_the_same(files: dict[str, Path], graph: rdflib.Graph) -> None:
    turtle, lines = (
        {str(quad.triple) for quad in pyoxigraph.parse(files[name].read_bytes(), form)}
        for name, form in (("turtle", pyoxigraph.RdfFormat.TURTLE), ("ntriples", pyoxigraph.RdfFormat.N_TRIPLES))
    )
    assert turtle == lines
    assert {" ".join(term.n3() for term in triple) for triple in graph} == lines


@pytest.mark.parametrize(("name", "syntax"), [("turtle", "turtle"), ("ntriples", "ntriples"), ("part", "turtle")])
def test_rapper_reads_every_triple(files: dict[str, Path], name: str, syntax: str) -> None:
    rapper = shutil.which("rapper")
    if rapper is None:
        if os.environ.get("TOCGRAPH_REQUIRE_RAPPER") == "1":
            pytest.fail("rapper is required and not installed (Debian package raptor2-utils)")
        pytest.skip("rapper is not installed (Debian package raptor2-utils)")
    done = subprocess.run([rapper, "-i", syntax, "-c", str(files[name])], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not re.search(r"(?i)\b(warning|error)\b", done.stderr), done.stderr
    read = re.search(r"returned (\d+) triples", done.stderr)
    assert read is not None
    form = pyoxigraph.RdfFormat.N_TRIPLES if syntax == "ntriples" else pyoxigraph.RdfFormat.TURTLE
    with files[name].open("rb") as file:
        assert int(read[1]) == sum(1 for _ in pyoxigraph.parse(file, form))


def test_every_claim_is_a_statement_with_a_primary_source(graph: rdflib.Graph) -> None:
    claims = set(graph.subjects(rdflib.RDF.type, TOC.Claim))
    assert claims
    assert claims == set(graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement))
    for claim in claims:
        sources = set(graph.objects(claim, PROV.hadPrimarySource))
        places = set(graph.objects(claim, PROV.qualifiedPrimarySource))
        assert sources == {graph.value(place, PROV.entity) for place in places}
        for place in places:
            assert (place, rdflib.RDF.type, PROV.PrimarySource) in graph
            assert graph.value(place, TOC["at"]) is not None


def test_only_undoubted_claims_stand_as_plain_triples(graph: rdflib.Graph) -> None:
    for claim in graph.subjects(rdflib.RDF.type, TOC.Claim):
        terms = (rdflib.RDF.subject, rdflib.RDF.predicate, rdflib.RDF.object)
        plain = tuple(graph.value(claim, term) for term in terms)
        if graph.value(claim, TOC.standing) in (TOC["standing-preferred"], TOC["standing-normal"]):
            assert plain in graph


def test_a_rejected_claim_is_no_plain_triple() -> None:
    document = export(open_store(TINY), "turtle")
    graph = rdflib.Graph().parse(data=document or b"", format="turtle")
    assert [str(date) for date in graph.objects(ID.untoc, TOC.adoptedOn)] == ["2000-11-15"]


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        ("untoc", "http://data.europa.eu/eli/ontology#LegalResource"),
        ("untoc", "https://schema.org/Legislation"),
        ("untoc-art-16", "http://data.europa.eu/eli/ontology#LegalResourceSubdivision"),
        ("mali", "https://schema.org/Country"),
        ("trafficking-in-persons", "http://www.w3.org/2004/02/skos/core#Concept"),
        ("unodc", "http://www.w3.org/ns/prov#Agent"),
    ],
)
def test_entities_carry_the_classes_others_know(subject: str, kind: str) -> None:
    document = export(open_store(TINY), "turtle", around=subject, depth=0)
    graph = rdflib.Graph().parse(data=document or b"", format="turtle")
    assert (ID[subject], rdflib.RDF.type, rdflib.URIRef(kind)) in graph


def test_concepts_stand_in_schemes(graph: rdflib.Graph) -> None:
    schemes = set(graph.subjects(rdflib.RDF.type, rdflib.SKOS.ConceptScheme))
    assert {TOC["scheme-crime"], TOC["scheme-mechanism"], TOC["scheme-obstacle"]} <= schemes
    for concept in graph.subjects(TOC.type, TOC.Crime):
        assert graph.value(concept, rdflib.SKOS.inScheme) == TOC["scheme-crime"]


def test_labels_lead_to_where_they_come_from(graph: rdflib.Graph) -> None:
    described = set(graph.subjects(rdflib.RDFS.subPropertyOf, TOC.labelSource))
    assert TOC["labelSource-ar"] in described
    for term in described:
        code = str(graph.value(term, rdflib.DCTERMS.language))
        for entity, origin in graph.subject_objects(term):
            assert code in {label.language for label in graph.objects(entity, rdflib.SKOS.prefLabel)}
            assert origin == TOC["origin-translation"] or (origin, rdflib.RDF.type, TOC.Source) in graph


def test_labels_come_from_the_sources_that_the_data_name() -> None:
    graph = rdflib.Graph().parse(data=export(open_store(TINY), "turtle") or b"", format="turtle")
    source = rdflib.Namespace("https://w3id.org/tocgraph/source/")
    assert list(graph.objects(ID.untoc, TOC["labelSource-ar"])) == [source["untoc-text"]]
    assert list(graph.objects(ID.minusma, TOC["labelSource-ar"])) == [TOC["origin-translation"]]
    assert list(graph.objects(ID.minusma, TOC["labelSource-en"])) == [source["unsc-2100"]]
    assert len(list(graph.objects(None, TOC["labelSource-ar"]))) == 9


def test_the_data_set_is_described(graph: rdflib.Graph) -> None:
    dataset = rdflib.URIRef("https://w3id.org/tocgraph/dataset")
    kinds = set(graph.objects(dataset, rdflib.RDF.type))
    assert kinds == {rdflib.DCAT.Dataset, rdflib.VOID.Dataset}
    assert {title.language for title in graph.objects(dataset, rdflib.DCTERMS.title)} == {"en", "ar"}
    assert graph.value(dataset, rdflib.DCTERMS.license) is not None


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenStore]:
    """The Oxigraph server over the tiny graph, on the loopback interface."""
    program = Path(sysconfig.get_path("scripts")) / "oxigraph"
    found = str(program) if program.exists() else shutil.which("oxigraph")
    if found is None:
        pytest.fail("the oxigraph server is missing; it comes with the test extra")
    folder = tmp_path_factory.mktemp("server")
    export(open_store(TINY), "turtle", folder / "tiny.ttl")
    load = [found, "load", "--location", folder / "db", "--file", folder / "tiny.ttl"]
    subprocess.run(load, check=True, capture_output=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    serve = [found, "serve-read-only", "--location", folder / "db", "--bind", f"127.0.0.1:{port}"]
    server = subprocess.Popen(serve, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        remote = open_store(TINY, endpoint=f"http://127.0.0.1:{port}/query")
        for _ in range(100):
            try:
                remote.store.ask("ASK { ?s ?p ?o }")
                break
            except StoreError:
                time.sleep(0.05)
        yield remote
    finally:
        server.terminate()
        server.wait(10)


@pytest.mark.parametrize("form", ["turtle", "ntriples", "html"])
@pytest.mark.parametrize("around", [None, "untoc"])
def test_an_endpoint_gives_the_same_export(endpoint: OpenStore, form: str, around: str | None) -> None:
    assert export(endpoint, form, around=around) == export(open_store(TINY), form, around=around)
