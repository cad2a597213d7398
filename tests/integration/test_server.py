"""The service within this process: content negotiation, the endpoint, pages, the JSON interface, hostile texts."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyoxigraph
import pytest
import serving
from browsing import hostile_data

from tocgraph.cli import main
from tocgraph.server import pages
from tocgraph.store import OpenStore, open_store

BASE = "https://w3id.org/tocgraph/"
SLOW = "SELECT (COUNT(*) AS ?n) { { SELECT * { ?s ?p ?o } LIMIT 1500 } { SELECT * { ?a ?b ?c } LIMIT 1500 } }"
BROWSER = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.fixture(scope="module")
def site(opened: OpenStore) -> Iterator[Any]:
    with serving.client(serving.application(opened)) as client:
        yield client


def select(client: Any, query: str, accept: str = "*/*", **more: str) -> Any:
    parameters = "".join(f"&{name}={quote(value)}" for name, value in more.items())
    return client.get(f"/sparql?query={quote(query)}{parameters}", headers={"accept": accept})


# The endpoint.


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
        (
            "SELECT (COUNT(*) AS ?n) { { SELECT * { ?s ?p ?o } LIMIT 1500 } { SELECT * { ?a ?b ?c } LIMIT 1500 } }",
            503,
            "longer",
        ),
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


def test_too_many_at_once(opened: OpenStore) -> None:
    import asyncio

    from tocgraph.server.pool import Pool
    from tocgraph.server.protocol import Refusal

    async def crowd(most: int, waiting: int, per_client: int) -> list[int]:
        import threading

        gate = threading.Event()
        pool = Pool(most, waiting, 5, per_client, lambda: None, "test")
        tasks = [asyncio.ensure_future(pool.run(lambda until: gate.wait(5), f"c{n % 2}")) for n in range(4)]
        await asyncio.sleep(0)
        gate.set()
        done = await asyncio.gather(*tasks, return_exceptions=True)
        return [error.status if isinstance(error, Refusal) else 200 for error in done]

    assert asyncio.run(crowd(1, 2, 0)) == [200, 200, 200, 503]
    assert asyncio.run(crowd(4, 9, 1)) == [200, 200, 429, 429]


@pytest.mark.parametrize(("most", "passed"), [(1, False), (2, True)])
def test_work_gets_past_slow_work_where_a_thread_is_left(most: int, passed: bool) -> None:
    import asyncio
    import threading

    from tocgraph.server.pool import Pool

    async def behind() -> tuple[bool, list[int]]:
        gate, begun = threading.Event(), threading.Event()
        pool = Pool(most, 9, 20, 0, lambda: None, "test")
        slow = asyncio.ensure_future(pool.run(lambda until: begun.set() or gate.wait(10)))
        await asyncio.to_thread(begun.wait, 10)
        quick = [asyncio.ensure_future(pool.run(lambda until, n=n: n)) for n in range(5)]
        done, _ = await asyncio.wait(quick, timeout=10 if passed else 0.1)
        gate.set()
        await slow
        return bool(done), await asyncio.gather(*quick)

    assert asyncio.run(behind()) == (passed, [0, 1, 2, 3, 4])


def test_stuck_work_is_noticed_after_its_answer() -> None:
    import asyncio
    import threading

    from tocgraph.server import pool as pools
    from tocgraph.server.protocol import Refusal

    async def stuck() -> tuple[int, bool]:
        gate, noticed = threading.Event(), asyncio.Event()
        pool = pools.Pool(1, 1, 0.1, 0, noticed.set, "test")
        with pytest.raises(Refusal) as refused:
            await pool.run(lambda until: gate.wait(20))
        await asyncio.wait_for(noticed.wait(), 10)
        gate.set()
        return refused.value.status, noticed.is_set()

    assert asyncio.run(stuck()) == (503, True)


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


# Pages and things.


@pytest.mark.parametrize("address", ["/", "/ask?q=who+implements+UNTOC", "/find?q=palermo", "/schema", "/sparql",
                                     "/id/untoc.html", "/source/interpol-site.html", "/dataset.html"])  # fmt: skip
@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_are_plain(site: Any, address: str, language: str) -> None:
    address += ("&" if "?" in address else "?") + f"lang={language}"
    page = site.get(address, headers=BROWSER)
    assert page.status_code == 200, page.text
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in page.text
    assert "<script" not in page.text and " style=" not in page.text and not re.search(r'src="http', page.text)
    assert page.headers["content-security-policy"].startswith("default-src 'none'; style-src 'self'")
    assert page.headers["x-content-type-options"] == "nosniff"
    assert page.headers["etag"]


def test_an_arabic_question_is_answered_in_arabic(site: Any) -> None:
    address = f"/ask?q={quote('ما الهيئات')}"
    english = {**BROWSER, "accept-language": "en"}
    assert '<html lang="ar" dir="rtl">' in site.get(address, headers=english).text
    assert '<html lang="en" dir="ltr">' in site.get(f"{address}&lang=en", headers=english).text


def test_the_language_follows_the_browser(site: Any) -> None:
    arabic = {**BROWSER, "accept-language": "fr, ar-EG;q=0.8, en;q=0.5"}
    page = site.get("/id/untoc.html", headers=arabic)
    assert 'lang="ar" dir="rtl"' in page.text and "اتفاقية" in page.text
    assert "Accept-Language" in page.headers["vary"]
    assert 'lang="en"' in site.get("/id/untoc.html?lang=en", headers=arabic).text
    assert site.get("/id/untoc?lang=ar", headers=BROWSER).headers["location"] == "/id/untoc.html?lang=ar"


@pytest.mark.parametrize(
    ("accept", "suffix"),
    [
        (BROWSER["accept"], ".html"),
        ("text/turtle", ".ttl"),
        ("application/ld+json", ".jsonld"),
        ("application/json", ".json"),
        ("application/rdf+xml, text/turtle;q=0.9", ".rdf"),
        ("*/*", ".html"),
    ],
)
@pytest.mark.parametrize("thing", ["/id/untoc", "/source/interpol-site"])
def test_a_thing_leads_to_a_document(site: Any, thing: str, accept: str, suffix: str) -> None:
    seen = site.get(thing, headers={"accept": accept})
    assert (seen.status_code, seen.headers["location"], seen.headers["vary"]) == (303, thing + suffix, "Accept")
    document = site.get(seen.headers["location"])
    assert document.status_code == 200
    assert document.headers["link"] == f'<{BASE}{thing[1:]}>; rel="describes"'
    if suffix in (".ttl", ".jsonld", ".rdf"):
        form = pyoxigraph.RdfFormat.from_extension(suffix[1:]) or pyoxigraph.RdfFormat.JSON_LD
        assert any(q.subject.value == BASE + thing[1:] for q in pyoxigraph.parse(document.content, form))  # type: ignore[union-attr]


@pytest.mark.parametrize(("suffix", "form"), [(".ttl", "turtle"), (".jsonld", "jsonld"), (".nt", "ntriples")])
def test_documents_are_written_as_exports_are(site: Any, tiny: Path, tmp_path: Path, suffix: str, form: str) -> None:
    """What a document and the export around the same entity both tell, they tell with the same words."""
    target = tmp_path / f"untoc{suffix}"
    arguments = ["export", form, "--around", "untoc", "--data-dir", str(tiny), "--output", str(target)]
    assert main(arguments) == 0
    document, exported = site.get(f"/id/untoc{suffix}").text, target.read_text("utf-8")
    if suffix == ".jsonld":
        ours, theirs = json.loads(document), json.loads(exported)
        assert ours["@context"] == theirs["@context"]
        nodes = {node["@id"]: node for node in theirs["@graph"]}
        assert all(nodes[node["@id"]] == node for node in ours["@graph"] if node["@id"].startswith("claim:"))
        assert "id:untoc" in [node["@id"] for node in ours["@graph"]]
        return
    declared = [line for line in document.splitlines() if line.startswith("@prefix")]
    assert declared == sorted(declared)
    assert set(declared) <= set(exported.splitlines())
    blocks = re.findall(r"(?m)^claim:[^@]*? \.$" if form == "turtle" else r"(?m)^<[^>]*/claim/.*$", document)
    assert len(blocks) > 10
    assert [block for block in blocks if block not in exported] == []


def test_the_bytes_of_a_graph_are_the_same_in_every_process(tiny: Path) -> None:
    """Workers give one answer one entity tag, so they must give the same bytes; so must the command."""
    script = (
        "import sys; from tocgraph.store import open_store; opened = open_store(sys.argv[1])\n"
        "for form in ('turtle', 'rdfxml', 'jsonld'): "
        "sys.stdout.buffer.write(opened.store.serialize('CONSTRUCT WHERE { ?s ?p ?o }', form))"
    )
    command = [sys.executable, "-c", script, str(tiny)]
    runs = {subprocess.run(command, capture_output=True, check=True).stdout for _ in range(3)}
    assert len(runs) == 1


def test_every_claim_of_an_entity_is_on_its_page(site: Any, opened: OpenStore) -> None:
    page = site.get("/id/interpol.html").text
    shown = site.get("/api/show?entity=interpol").json()
    assert shown["answers"]
    for answer in shown["answers"]:
        assert all(f'href="/claim/{claim}"' in page for claim in answer["claims"][:1])
        for citation in answer["citations"]:
            assert citation["at"] in page and f'href="/source/{citation["source"]}"' in page
    claim = shown["answers"][0]["claims"][0]
    assert site.get(f"/claim/{claim}", headers=BROWSER).status_code == 303
    assert site.get(f"/claim/{claim}.html").status_code == 200
    turtle = site.get(f"/claim/{claim}.ttl").content
    assert len(list(pyoxigraph.parse(turtle, pyoxigraph.RdfFormat.TURTLE))) > 5


def test_nothing_else_is_there(site: Any) -> None:
    for address in ("/id/nothing", "/id/nothing.ttl", "/claim/c000000000000", "/nowhere", "/id/", "/static/",
                    "/..%2f",
                    "/id/..%2f..%2fetc%2fpasswd", "/id/%00", "/id/a>b.ttl", "/style.css/../../LICENSE"):  # fmt: skip
        answer = site.get(address, headers=BROWSER)
        assert answer.status_code == 404, address
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert site.get("/id/nothing", headers={"accept": "application/json"}).json()["status"] == 404
    assert site.post("/ask").status_code == 405
    assert site.get("/id/untoc", headers={"accept": "image/png"}).status_code == 406


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("حتى 2024-05-04.", 'حتى <bdi dir="ltr">2024-05-04</bdi>.'),
        ("(2024-05)", '(<bdi dir="ltr">2024-05</bdi>)'),
        ("A/RES/1999-20-1 <b>", "A/RES/1999-20-1 &lt;b&gt;"),
        ("2003: 56 (56)", "2003: 56 (56)"),
    ],
)
def test_dates_keep_their_order_among_arabic_letters(text: str, shown: str) -> None:
    assert pages.dated(text) == shown


def test_hostile_texts_stay_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCGRAPH_CACHE", str(tmp_path / "cache"))
    with serving.client(serving.application(open_store(hostile_data(tmp_path)))) as client:
        claim = client.get("/api/show?entity=hostile-body").json()["answers"][0]["claims"][0]
        sample = quote("SELECT ?l { id:hostile-body ?p ?l }")
        for address in ("/id/hostile-body.html", "/id/hostile-body.html?lang=ar", f"/claim/{claim}.html", "/find?q=img",
                        "/ask?q=who+cooperates+with+INTERPOL", f"/sparql?query={sample}&format=html",
                        "/ask?q=%3Cscript%3Ealert(1)%3C/script%3E", "/find?q=%22%3E%3Cscript%3E", "/%3Cscript%3E",
                        "/sparql?query=%3C/textarea%3E%3Cscript%3E&format=html", "/?lang=%22%3E%3Cscript"):  # fmt: skip
            text = client.get(address, headers=BROWSER).text
            assert not re.search(r"<(script|img|svg|iframe|b )", text), address
            assert "javascript:" not in "".join(re.findall(r'href="[^"]*"', text)), address


def test_questions_are_prepared(opened: OpenStore, tmp_path: Path) -> None:
    (tmp_path / "questions.json").write_text(
        json.dumps({"en": [["how many", [["How many states?", "SELECT 1"]]]], "ar": []}), "utf-8"
    )
    with serving.client(serving.application(opened, tmp_path)) as client:
        home = client.get("/").text
        assert 'href="/ask?q=How%20many%20states%3F&amp;lang=en"' in home
        assert "text=SELECT%201" in client.get("/sparql", headers=BROWSER).text
        waiting = client.get("/explorer", headers=BROWSER)
        assert (waiting.status_code, waiting.headers["retry-after"]) == (503, "20")


def test_the_explorer_brings_its_own_policy(opened: OpenStore, tmp_path: Path) -> None:
    from tocgraph.exporters import export

    export(opened, "html", tmp_path / "explorer.html")
    with serving.client(serving.application(opened, tmp_path)) as client:
        page = client.get("/explorer", headers=BROWSER)
        policy = page.headers["content-security-policy"]
        assert page.text == (tmp_path / "explorer.html").read_text("utf-8")
        assert "script-src 'sha256-" in policy and "'unsafe-inline'" not in policy
        plain = client.get("/explorer", headers={"accept-encoding": "identity"})
        assert "content-encoding" not in plain.headers


# The JSON interface.


@pytest.mark.parametrize(
    ("address", "command"),
    [
        ("/api/ask?q=who+implements+UNTOC%3F", ["ask", "who implements UNTOC?"]),
        ("/api/ask?q=%D9%85%D8%A7+%D8%A7%D9%84%D9%87%D9%8A%D8%A6%D8%A7%D8%AA", ["ask", "ما الهيئات"]),
        ("/api/find?q=palermo&limit=3", ["find", "palermo", "--limit", "3"]),
        ("/api/show?entity=untoc&as_of=2010&lang=ar", ["show", "untoc", "--as-of", "2010", "--lang", "ar"]),
        ("/api/compare?entity=untoc&entity=trafficking-protocol&by=crimes",
         ["compare", "untoc", "trafficking-protocol", "--by", "crimes"]),
    ],
)  # fmt: skip
def test_the_json_is_that_of_the_command(
    site: Any, address: str, command: list[str], tiny: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([*command, "--format", "json", "--data-dir", str(tiny)])
    assert site.get(address).text == capsys.readouterr().out


def test_the_json_of_legal_bases(capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(__file__).parents[1] / "data" / "basis"
    main(["basis", "alba", "borea", "--for", "extradition", "--on", "2010", "-f", "json", "--data-dir", str(folder)])
    with serving.client(serving.application(open_store(folder))) as client:
        answer = client.get("/api/basis?state=alba&other=borea&for=extradition&on=2010")
    assert answer.text == capsys.readouterr().out


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/ask", 400), ("/api/ask?q=", 400), ("/api/ask?q=a&q=b", 400), ("/api/ask?q=a&x=1", 400),
        ("/api/ask?q=a&lang=fr", 400), ("/api/ask?q=a&as_of=2004-13", 400), ("/api/ask?q=a&reading=0", 400),
        ("/api/ask?q=%1C", 400), ("/api/ask?q=a&as_of=0000", 400), ("/api/ask?q=a&as_of=2023-02-29", 400),
        ("/api/find?q=a&limit=x", 400), ("/api/find?q=%ff", 200), ("/api/show?entity=nothing-of-that-name", 404),
        ("/api/compare?entity=untoc", 400), ("/api/compare?entity=untoc&entity=untoc", 400), ("/api/nothing", 404),
        ("/api/ask?q=who+implements+UNTOC&reading=9", 400),
    ],
)  # fmt: skip
def test_problems_are_json(site: Any, address: str, status: int) -> None:
    answer = site.get(address, headers=BROWSER)
    assert answer.status_code == status
    if status != 200:
        assert answer.headers["content-type"] == "application/problem+json"
        told = answer.json()
        assert told["status"] == status and told["detail"]


def test_large_answers_are_packed(site: Any) -> None:
    packed = site.get("/api/show?entity=untoc", headers={"accept-encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    plain = site.get("/api/show?entity=untoc", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers and plain.content == packed.content
    again = site.get("/api/show?entity=untoc", headers={"if-none-match": packed.headers["etag"]})
    assert again.status_code == 304
    assert gzip.decompress(gzip.compress(plain.content)) == packed.content


def test_figures_and_health(opened: OpenStore) -> None:
    app = serving.application(opened)
    with serving.client(app) as client:
        for _ in range(2):
            select(client, "ASK { ?s a toc:State }")
        select(client, "SELECT")
        client.get("/nowhere")
        text = client.get("/metrics").text
        health = client.get("/health").json()
    assert 'tocgraph_requests_total{route="sparql",status="2xx"} 2' in text
    assert 'tocgraph_requests_total{route="sparql",status="4xx"} 1' in text
    assert 'tocgraph_requests_total{route="page",status="4xx"} 1' in text
    assert 'tocgraph_refused_total{reason="malformed"} 1' in text
    assert "tocgraph_remembered_total 1" in text
    assert "tocgraph_query_seconds_count 2" in text
    assert health["status"] == "ok"


def test_the_log_tells_no_queries(opened: OpenStore) -> None:
    app = serving.application(opened)
    with serving.client(app) as client:
        select(client, "SELECT ?secret { ?secret a toc:State }")
        client.get("/ask?q=my+secret+question", headers=BROWSER)
        client.get("/secret-path")
        client.get("/id/secret")
    app.site.log.flush()
    text = app.site.log._stream.getvalue()
    lines = [json.loads(line) for line in text.splitlines()]
    assert "secret" not in text
    assert [line["route"] for line in lines] == ["/sparql", "/ask", "other", "/id/"]
    assert lines[0]["kind"] == "select" and lines[0]["status"] == 200 and lines[0]["bytes"] > 0
