"""The SPARQL endpoint of the service: formats, what is remembered, what is refused, its description of itself."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pyoxigraph
import pytest
import serving
from serving import BROWSER, SLOW, select

from tocgraph.store import OpenStore


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", "application/sparql-results+json"),
        ("", "application/sparql-results+json"),
        ("text/csv", "text/csv"),
        ("text/csv;q=0.3, application/sparql-results+xml;q=0.4", "application/sparql-results+xml"),
        ("application/*;q=0.5, text/tab-separated-values", "text/tab-separated-values"),
        ("application/json", "application/json"),
        ("text/html;q=0, */*;q=0.1", "application/sparql-results+json"),
        ("*/*;q=0.1, application/sparql-results+json;q=0", "application/sparql-results+xml"),
        ("TEXT/CSV ; Q=1", "text/csv"),
        ("nonsense, text/csv", "text/csv"),
        (BROWSER["accept"], "text/html"),
    ],
)
def test_the_format_of_rows_follows_accept(site: Any, accept: str, media: str) -> None:
    answer = select(site, "SELECT ?s WHERE { ?s a toc:State } ORDER BY ?s", accept)
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == media
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize("media", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json",
                                   "application/trig", "application/n-quads"])  # fmt: skip
def test_a_graph_in_every_format(site: Any, media: str) -> None:
    answer = select(site, "DESCRIBE id:untoc", media)
    assert answer.headers["content-type"].split(";")[0] == media
    form = pyoxigraph.RdfFormat.from_media_type(media)
    assert form is not None
    found = {quad.triple for quad in pyoxigraph.parse(answer.content, form)}
    plain = select(site, "DESCRIBE id:untoc", "application/n-triples").content
    assert found == {quad.triple for quad in pyoxigraph.parse(plain, pyoxigraph.RdfFormat.N_TRIPLES)}
    assert len(found) > 10


def test_nothing_that_is_accepted_is_406(site: Any) -> None:
    assert select(site, "ASK {}", "image/png").status_code == 406
    assert select(site, "ASK {}", "text/turtle").status_code == 406
    assert select(site, "DESCRIBE id:untoc", "text/csv").status_code == 406
    assert select(site, "ASK {}", "text/csv;header=present").status_code == 406


def test_the_format_by_name(site: Any) -> None:
    assert select(site, "ASK {}", format="csv").content == b"true\n"
    for unsuitable in ("turtle", "exe", "xml&format=csv"):
        assert select(site, "ASK {}", "text/csv", format=unsuitable).content == b"true\n"


def test_head_and_entity_tags(site: Any) -> None:
    address = f"/sparql?query={quote('SELECT ?s { ?s a toc:Mission } ORDER BY ?s')}"
    whole = site.get(address)
    head = site.head(address)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(whole.content))
    assert head.headers["etag"] == whole.headers["etag"]
    same = site.get(address, headers={"if-none-match": f'"x", W/{whole.headers["etag"]}'})
    assert (same.status_code, same.content) == (304, b"")
    assert site.get(address, headers={"accept": "text/csv"}).headers["etag"] != whole.headers["etag"]


def test_what_changes_each_time_is_not_remembered(site: Any) -> None:
    first, second = (select(site, "SELECT (STRUUID() AS ?u) {}") for _ in range(2))
    assert first.content != second.content
    assert "etag" not in first.headers
    assert first.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("cache", [0, 1_000_000])
def test_a_request_is_answered_the_same_again(opened: OpenStore, cache: int) -> None:
    with serving.client(serving.application(opened, cache=cache)) as client:
        for accept in ("text/csv", "application/sparql-results+json"):
            answers = [select(client, "SELECT ?s ?l { ?s skos:prefLabel ?l } ORDER BY ?s ?l", accept) for _ in range(4)]
            assert len({(a.status_code, a.content, a.headers["etag"]) for a in answers}) == 1
        posted = {client.post("/sparql", data={"query": "ASK { ?s a toc:State }"}).content for _ in range(4)}
        assert posted == {b'{"head":{},"boolean":true}'}


@pytest.mark.parametrize(
    ("query", "status", "told"),
    [
        ("SELECT", 400, "malformed"),
        ("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", 403, "SERVICE"),
        ("SELECT * { ?s ?p 'SERVICE' }", 200, ""),
        ("SELECT ?s { ?s ?p ?o } ORDER BY ?o ?p LIMIT 1", 200, ""),
        ("SELECT (" + "!" * 5000 + "true AS ?x) {}", 400, "levels"),
        ("INSERT DATA { <a:a> <a:a> 1 }", 400, "malformed"),
        ("SELECT * { ?s ?p ?o } LIMIT 200", 403, "100 rows"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", 403, "100 rows"),
        ("SELECT * { ?s ?p ?o } LIMIT 100", 200, ""),
        ("SELECT * { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f }", 403, "100 rows"),
        (SLOW, 503, "longer"),
    ],
)
def test_refusals_say_why(opened: OpenStore, query: str, status: int, told: str) -> None:
    app = serving.application(opened, rows=100, seconds=0.05 if status == 503 else 10)
    with serving.client(app) as client:
        answer = select(client, query)
    assert answer.status_code == status
    if told:
        assert told in answer.text
        assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    if status == 503:
        assert answer.headers["retry-after"]


def test_unknown_graphs_are_refused(site: Any) -> None:
    answer = site.get("/sparql?query=ASK%7B%7D&default-graph-uri=http://example.org/g")
    assert (answer.status_code, "no graph" in answer.text) == (400, True)
    assert site.get("/sparql?query=ASK%7B%7D&named-graph-uri=no%20address").status_code == 400


def test_sizes_are_limited(opened: OpenStore) -> None:
    with serving.client(serving.application(opened, body=1000, result=2000)) as client:
        assert client.post("/sparql", data={"query": "ASK {}" + " " * 1000}).status_code == 413
        assert client.get("/sparql?query=" + "a" * 40_000).status_code == 414
        assert select(client, "SELECT * { ?s ?p ?o } LIMIT 100").status_code == 403


def test_the_service_describes_itself(site: Any) -> None:
    answer = site.get("/sparql", headers={"accept": "text/turtle"})
    assert answer.status_code == 200
    found = list(pyoxigraph.parse(answer.content, pyoxigraph.RdfFormat.TURTLE))
    said = {(q.predicate.value.rpartition("#")[2], str(q.object.value)) for q in found}  # type: ignore[union-attr]
    service = "http://testserver/sparql"
    assert ("type", "http://www.w3.org/ns/sparql-service-description#Service") in said
    assert ("endpoint", service) in said
    assert ("supportedLanguage", "http://www.w3.org/ns/sparql-service-description#SPARQL11Query") in said
    assert ("resultFormat", "http://www.w3.org/ns/formats/SPARQL_Results_JSON") in said
    assert ("defaultGraph", f"{service}#graph") in said
    assert not any(isinstance(q.object, pyoxigraph.BlankNode) for q in found)
    assert (
        site.get("/sparql", headers={"accept": "application/ld+json"}).headers["content-type"] == "application/ld+json"
    )
    assert site.get("/sparql", headers={"accept": "image/png"}).status_code == 406
    assert "<textarea" in site.get("/sparql", headers=BROWSER).text


def test_a_query_page_without_scripts(site: Any) -> None:
    page = select(site, "SELECT ?s ?n { ?s a toc:State ; skos:prefLabel ?n } ORDER BY ?s", BROWSER["accept"])
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert '<a href="/id/mali">' in page.text and "مالي" in page.text and "<script" not in page.text
    assert "script-src" not in page.headers["content-security-policy"]
    refused = select(site, "SELECT <b>", BROWSER["accept"])
    assert refused.status_code == 400
    assert "SELECT &lt;b&gt;</textarea>" in refused.text
    turtle = select(site, "DESCRIBE id:untoc", BROWSER["accept"]).text
    assert "skos:prefLabel" in turtle
    assert "yes" in select(site, "ASK {}", BROWSER["accept"]).text


def test_cors_only_where_it_is_wanted(opened: OpenStore, site: Any) -> None:
    origin = {"origin": "https://a.example"}
    assert "access-control-allow-origin" not in site.get("/sparql?query=ASK%7B%7D", headers=origin).headers
    with serving.client(serving.application(opened, cors=("https://a.example",))) as client:
        for address in ("/sparql?query=ASK%7B%7D", "/api/find?q=untoc"):
            assert client.get(address, headers=origin).headers["access-control-allow-origin"] == "https://a.example"
            other = client.get(address, headers={"origin": "https://b.example"})
            assert "access-control-allow-origin" not in other.headers
        preflight = client.options("/sparql", headers={**origin, "access-control-request-method": "POST"})
        assert preflight.status_code == 204
        assert "POST" in preflight.headers["access-control-allow-methods"]
    with serving.client(serving.application(opened, cors=("*",))) as client:
        assert client.get("/id/untoc.json", headers=origin).headers["access-control-allow-origin"] == "*"


def test_the_endpoint_gives_what_rdflib_gives(site: Any, opened: OpenStore) -> None:
    import rdflib

    graph = rdflib.Graph()
    graph.parse(data=opened.store.serialize("CONSTRUCT WHERE { ?s ?p ?o }", "ntriples"), format="nt")
    prefixes = {name: rdflib.Namespace(iri) for name, iri in opened.vocabulary.prefixes.items()}
    for query in CONFORMANCE:
        expected = graph.query(query, initNs=prefixes)
        form = "application/sparql-results+json" if expected.type in ("SELECT", "ASK") else "application/n-triples"
        answer = select(site, query, form)
        assert answer.status_code == 200, query
        if expected.type == "ASK":
            assert answer.json()["boolean"] == expected.askAnswer
        elif expected.type == "SELECT":
            given = rdflib.query.Result.parse(source=_file(answer.content), format="json")
            rows = [sorted((str(k), v) for k, v in row.asdict().items()) for row in given]
            wanted = [sorted((str(k), v) for k, v in row.asdict().items()) for row in expected]
            assert sorted(map(repr, rows)) == sorted(map(repr, wanted)), query
        else:
            found = rdflib.Graph().parse(data=answer.content, format="nt")
            assert set(found) == set(expected.graph), query


def _file(content: bytes) -> Any:
    import io

    return io.BytesIO(content)


CONFORMANCE = (
    "SELECT ?s ?t { ?s a ?t } ",
    "SELECT DISTINCT ?p { ?s ?p ?o } ORDER BY ?p LIMIT 5 OFFSET 2",
    "SELECT ?s (COUNT(?o) AS ?n) { ?s ?p ?o } GROUP BY ?s HAVING (COUNT(?o) > 8)",
    "SELECT ?s ?l { ?s a toc:Mission OPTIONAL { ?s skos:altLabel ?l } }",
    "SELECT ?s { ?s a toc:Instrument FILTER NOT EXISTS { ?s skos:exactMatch ?w } }",
    "SELECT ?s { { ?s a toc:State } UNION { ?s a toc:Crime } }",
    "SELECT ?s { ?s a toc:State MINUS { ?s toc:partyTo id:untoc } }",
    "SELECT ?a ?b { ?a toc:partOf+ ?b }",
    "SELECT DISTINCT ?x { id:interpol (toc:cooperatesWith|^toc:cooperatesWith)/skos:prefLabel ?x }",
    "SELECT ?s ?y { ?c rdf:subject ?s ; toc:since ?d BIND(SUBSTR(STR(?d), 1, 4) AS ?y) FILTER(?y > '2000') }",
    "SELECT ?s ?l { VALUES ?s { id:mali id:untoc } ?s skos:prefLabel ?l FILTER(LANGMATCHES(LANG(?l), 'ar')) }",
    "SELECT (MIN(?d) AS ?first) (MAX(?d) AS ?last) (SAMPLE(?one) AS ?k) { ?c toc:sinceEarliest ?d BIND(1 AS ?one) }",
    "SELECT (GROUP_CONCAT(?k; separator=',') AS ?all) { SELECT ?k { ?s dcterms:identifier ?k } ORDER BY ?k LIMIT 1 }",
    "SELECT (REPLACE(STR(?s), '^.*/', '') AS ?id) { ?s a toc:State }",
    "SELECT (IF(1 < 2, 'yes', 'no') AS ?x) (COALESCE(?no, 'none') AS ?y) {}",
    "ASK { id:mali a toc:State }",
    "ASK { id:mali a toc:Crime }",
    "CONSTRUCT { ?o ?p ?s } WHERE { ?s ?p ?o FILTER(ISIRI(?o)) }",
)  # fmt: skip
