"""What the service gives at each address: pages in two languages, things and their documents, hostile texts."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyoxigraph
import pytest
import serving
from browsing import hostile_data
from serving import BROWSER

from tocgraph.cli import main
from tocgraph.server import pages
from tocgraph.store import OpenStore, open_store

BASE = "https://w3id.org/tocgraph/"


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
