"""One behaviour, every store: compiled on disk, in memory, and a real SPARQL server over HTTP."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tocgraph.errors import QueryError, StoreError
from tocgraph.store import OpenStore, open_store
from tocgraph.store.base import Term
from tocgraph.store.claims import read_claims
from tocgraph.vocabulary import Vocabulary

TINY = Path(__file__).parent.parent / "data" / "tiny"
IMPLEMENTS = "SELECT ?s WHERE { ?s toc:secretariatOf id:untoc } ORDER BY ?s"


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenStore]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TOCGRAPH_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield open_store(TINY)


@pytest.fixture(scope="module")
def in_memory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenStore]:
    blocked = tmp_path_factory.mktemp("blocked") / "file"
    blocked.write_text("a file where the cache folder should be")
    warnings: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TOCGRAPH_CACHE", str(blocked))
        opened = open_store(TINY, warn=warnings.append)
    assert len(warnings) == 1
    assert "memory" in warnings[0]
    yield opened


@pytest.fixture(scope="module")
def endpoint(compiled: OpenStore, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenStore]:
    """The Oxigraph server from its own package, loaded with the exported triples."""
    folder = tmp_path_factory.mktemp("server")
    (folder / "tiny.nt").write_bytes(compiled.store.serialize("CONSTRUCT WHERE { ?s ?p ?o }", "ntriples"))
    program = Path(sysconfig.get_path("scripts")) / "oxigraph"
    found = str(program) if program.exists() else shutil.which("oxigraph")
    if found is None:
        pytest.fail("the oxigraph server is missing; it comes with the test extra")
    subprocess.run(
        [found, "load", "--location", folder / "db", "--file", folder / "tiny.nt"], check=True, capture_output=True
    )
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [found, "serve-read-only", "--location", folder / "db", "--bind", f"127.0.0.1:{port}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "RUST_LOG": "off"},
    )
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("TOCGRAPH_CACHE", str(folder / "cache"))
            yield open_store(TINY, endpoint=f"http://127.0.0.1:{port}/query")
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture(params=["compiled", "in_memory", "endpoint"])
def opened(request: pytest.FixtureRequest) -> OpenStore:
    found: OpenStore = request.getfixturevalue(request.param)
    return found


def full(opened: OpenStore, query: str) -> str:
    return opened.vocabulary.header("id", "toc", "rdf", "skos", "xsd") + query


def test_select_gives_terms_in_order(opened: OpenStore) -> None:
    found = opened.store.select(full(opened, IMPLEMENTS))
    assert found.variables == ["s"]
    assert found.rows == [{"s": Term("iri", opened.vocabulary.entity("unodc"))}]


def test_literals_keep_language_and_datatype(opened: OpenStore) -> None:
    query = full(opened, "SELECT ?o WHERE { id:mali skos:prefLabel ?o } ORDER BY ?o")
    assert {row["o"] for row in opened.store.select(query).rows} == {
        Term("literal", "Mali", "en"),
        Term("literal", "مالي", "ar"),
    }
    query = full(opened, "SELECT ?o WHERE { id:interpol toc:memberCount ?o }")
    assert opened.store.select(query).rows == [
        {"o": Term("literal", "196", "", "http://www.w3.org/2001/XMLSchema#decimal")}
    ]


def test_ask(opened: OpenStore) -> None:
    assert opened.store.ask(full(opened, "ASK { id:mali toc:partyTo id:untoc }"))
    assert not opened.store.ask(full(opened, "ASK { id:interpol toc:partyTo id:untoc }"))


def test_construct_is_sorted_and_distinct(opened: OpenStore) -> None:
    triples = opened.store.construct("CONSTRUCT { ?s a ?t } WHERE { ?s a ?t . ?s ?p ?o }")
    assert triples == sorted(set(triples))
    assert len(triples) > 50


def test_rejected_and_disputed_claims_are_no_plain_triples(opened: OpenStore) -> None:
    query = full(opened, "SELECT ?o WHERE { id:untoc toc:adoptedOn ?o }")
    assert [row["o"].value for row in opened.store.select(query).rows] == ["2000-11-15"]
    query = full(opened, "SELECT ?o WHERE { id:interpol toc:founded ?o }")
    assert [row["o"].value for row in opened.store.select(query).rows] == ["1923"]


def test_a_symmetric_relation_holds_both_ways_and_a_narrower_one_counts_as_the_broader(opened: OpenStore) -> None:
    assert opened.store.ask(full(opened, "ASK { id:unodc toc:cooperatesWith id:interpol }"))
    assert opened.store.ask(full(opened, "ASK { id:unodc toc:implements id:untoc }"))


def test_partial_dates_are_filtered_by_their_bounds(opened: OpenStore) -> None:
    query = full(
        opened,
        'ASK { ?c rdf:subject id:interpol ; toc:sinceEarliest ?e FILTER(?e <= "2016-05-15"^^xsd:date) }',
    )
    assert opened.store.ask(query)


def test_claims_come_with_everything(opened: OpenStore) -> None:
    query = full(opened, "SELECT ?c WHERE { ?c rdf:subject id:minusma ; rdf:object id:trafficking-in-persons }")
    [row] = opened.store.select(query).rows
    identifier = opened.vocabulary.local(row["c"].value)
    claim = read_claims(opened, [identifier])[identifier]
    assert (claim.subject, claim.relation, claim.object) == (
        "minusma",
        "supports-action-against",
        "trafficking-in-persons",
    )
    assert claim.until == "2023"
    assert claim.qualifiers["place"] == "mali"
    assert [place.at for place in claim.citations] == ["paragraph 16 (a)", "paragraph 16 (d)"]
    assert claim.citations[0].finds == ("judicial",)


def test_serialize_in_every_format(opened: OpenStore) -> None:
    select = full(opened, IMPLEMENTS)
    for form, sign in (("json", b'"bindings"'), ("xml", b"<sparql"), ("csv", b"s\r\n"), ("tsv", b"?s\n")):
        assert sign in opened.store.serialize(select, form)
    graph = full(opened, "CONSTRUCT { id:mali skos:prefLabel ?l } WHERE { id:mali skos:prefLabel ?l }")
    for form in ("turtle", "ntriples", "rdfxml", "jsonld"):
        assert "مالي" in opened.store.serialize(graph, form).decode()
    assert opened.store.serialize("ASK { ?s ?p ?o }", "csv") == b"true\n"


@pytest.mark.parametrize("query", ["SELECT", "SELECT ?x { ?x }", "DROP ALL", "INSERT DATA { <a:a> <a:b> <a:c> }"])
def test_malformed_queries_and_updates_are_refused(opened: OpenStore, query: str) -> None:
    with pytest.raises(QueryError):
        opened.store.select(query)


def test_the_wrong_kind_of_query_is_refused(opened: OpenStore) -> None:
    with pytest.raises(QueryError):
        opened.store.select("ASK { ?s ?p ?o }")
    with pytest.raises(QueryError):
        opened.store.ask("SELECT * { ?s ?p ?o } LIMIT 1")
    with pytest.raises(QueryError):
        opened.store.serialize("ASK { ?s ?p ?o }", "turtle")


def test_a_dead_endpoint_says_so(compiled: OpenStore) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    dead = open_store(TINY, endpoint=f"http://127.0.0.1:{port}/query")
    with pytest.raises(StoreError, match="cannot be reached"):
        dead.store.ask("ASK { ?s ?p ?o }")
    with pytest.raises(StoreError, match="not the address"):
        open_store(TINY, endpoint="file:///etc/passwd")


def test_vocabulary_reads_back_what_it_writes() -> None:
    names = Vocabulary("https://example.org/g/")
    assert names.local(names.entity("untoc-art-16")) == "untoc-art-16"
    assert names.local(names.claim("c0123456789ab")) == "c0123456789ab"
    assert names.relation("part-of").endswith("schema#partOf")
    assert names.entity_type("un-body").endswith("schema#UnBody")
    assert names.local("http://www.wikidata.org/entity/Q1") == "http://www.wikidata.org/entity/Q1"
