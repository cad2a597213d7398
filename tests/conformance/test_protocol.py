"""The SPARQL 1.1 Protocol tests of the W3C (rdf-tests, sparql/sparql11/protocol) that apply to a service of queries.

Written from the descriptions of the manifest; each test is named as there. Tests of updates do not apply: the service
has none, and refuses each of their requests.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import pyoxigraph
import pytest
import serving

from tocgraph.store import OpenStore
from tocgraph.store.embedded import EmbeddedStore

DATA = "http://kasei.us/2009/09/sparql/data/data{}.rdf"
GRAPHS = [DATA.format(n) for n in range(4)]
FORM = {"content-type": "application/x-www-form-urlencoded"}
DIRECT = {"content-type": "application/sparql-query"}
BOTH = f"ASK {{ <{GRAPHS[1]}> a ?type . <{GRAPHS[2]}> a ?type . }}"
NAMED = f"ASK {{ GRAPH ?g1 {{ <{GRAPHS[1]}> a ?type }} GRAPH ?g2 {{ <{GRAPHS[2]}> a ?type }} }}"
FULL = f"ASK {{ <{GRAPHS[3]}> a ?type GRAPH ?g1 {{ <{GRAPHS[1]}> a ?type }} GRAPH ?g2 {{ <{GRAPHS[2]}> a ?type }} }}"


@pytest.fixture(scope="module")
def endpoint(opened: OpenStore) -> Iterator[Any]:
    """The service over a store with the graphs of the test suite: each says that its own address is a document."""
    held = pyoxigraph.Store()
    kind = pyoxigraph.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    document = pyoxigraph.NamedNode("http://xmlns.com/foaf/0.1/Document")
    for iri in GRAPHS:
        node = pyoxigraph.NamedNode(iri)
        held.add(pyoxigraph.Quad(node, kind, document, node))
    app = serving.application(opened._replace(store=EmbeddedStore(held)))
    with serving.client(app) as client:
        yield client


def uris(name: str, *graphs: int) -> str:
    return "&".join(f"{name}={quote(GRAPHS[n], safe='')}" for n in graphs)


def boolean(answer: Any) -> bool:
    assert 200 <= answer.status_code < 400, answer.text
    kind = answer.headers["content-type"]
    if "json" in kind:
        return bool(json.loads(answer.content)["boolean"])
    assert "xml" in kind
    return ElementTree.fromstring(answer.content)[1].text == "true"


def test_query_get(endpoint: Any) -> None:
    assert boolean(endpoint.get("/sparql?query=ASK%20%7B%7D"))


def test_query_post_form(endpoint: Any) -> None:
    address = f"/sparql?{uris('default-graph-uri', 0)}"
    assert boolean(endpoint.post(address, content="query=ASK%20%7B%7D", headers=FORM))


def test_query_post_direct(endpoint: Any) -> None:
    assert boolean(endpoint.post("/sparql", content="ASK {}", headers=DIRECT))
    assert boolean(
        endpoint.post("/sparql", content="ASK {}", headers={"content-type": DIRECT["content-type"] + "; charset=UTF-8"})
    )


def test_query_dataset_default_graphs_get(endpoint: Any) -> None:
    assert boolean(endpoint.get(f"/sparql?query={quote(BOTH)}&{uris('default-graph-uri', 1, 2)}"))
    assert not boolean(endpoint.get(f"/sparql?query={quote(BOTH)}&{uris('default-graph-uri', 1)}"))


def test_query_dataset_default_graphs_post(endpoint: Any) -> None:
    assert boolean(endpoint.post(f"/sparql?{uris('default-graph-uri', 1, 2)}", content=BOTH, headers=DIRECT))


def test_query_dataset_named_graphs_get(endpoint: Any) -> None:
    assert boolean(endpoint.get(f"/sparql?query={quote(NAMED)}&{uris('named-graph-uri', 1, 2)}"))
    assert not boolean(endpoint.get(f"/sparql?query={quote(NAMED)}&{uris('named-graph-uri', 1)}"))


def test_query_dataset_named_graphs_post(endpoint: Any) -> None:
    assert boolean(endpoint.post(f"/sparql?{uris('named-graph-uri', 1, 2)}", content=NAMED, headers=DIRECT))


def test_query_dataset_full(endpoint: Any) -> None:
    dataset = f"{uris('default-graph-uri', 3)}&{uris('named-graph-uri', 1, 2)}"
    assert boolean(endpoint.post(f"/sparql?{dataset}", content=FULL, headers=DIRECT))


def test_query_multiple_dataset(endpoint: Any) -> None:
    # The dataset of the protocol goes before that of the query (section 2.1.4).
    query = f"ASK FROM <{GRAPHS[3]}> {{ GRAPH ?g1 {{ <{GRAPHS[1]}> a ?type }} <{GRAPHS[2]}> a ?t2 }}"
    dataset = f"{uris('default-graph-uri', 2)}&{uris('named-graph-uri', 1)}"
    assert boolean(endpoint.post(f"/sparql?{dataset}", content=query, headers=DIRECT))
    assert boolean(endpoint.post("/sparql", content=f"query={quote(query)}&{dataset}", headers=FORM))


@pytest.mark.parametrize(
    ("query", "media"),
    [
        pytest.param("SELECT (1 AS ?value) {}", {"application/sparql-results+xml", "application/sparql-results+json",
                     "text/tab-separated-values", "text/csv"}, id="query_content_type_select"),
        pytest.param("ASK {}", {"application/sparql-results+xml", "application/sparql-results+json"},
                     id="query_content_type_ask"),
        pytest.param("DESCRIBE <http://example.org/>", {"application/rdf+xml", "application/rdf+json", "text/turtle"},
                     id="query_content_type_describe"),
        pytest.param("CONSTRUCT { <s> <p> 1 } WHERE {}", {"application/rdf+xml", "application/rdf+json", "text/turtle"},
                     id="query_content_type_construct"),
    ],
)  # fmt: skip
def test_query_content_type(endpoint: Any, query: str, media: set[str]) -> None:
    query = query.replace("<s> <p>", "<http://example.org/s> <http://example.org/p>")
    answer = endpoint.post("/sparql", content=f"query={quote(query)}", headers=FORM)
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] in media
    for kind in media - {"application/rdf+json"}:
        answer = endpoint.post("/sparql", content=f"query={quote(query)}", headers={**FORM, "accept": kind})
        assert answer.headers["content-type"].split(";")[0] == kind


def test_bad_query_method(endpoint: Any) -> None:
    answer = endpoint.put("/sparql?query=ASK%20%7B%7D")
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]


def test_bad_multiple_queries(endpoint: Any) -> None:
    assert endpoint.get("/sparql?query=ASK%20%7B%7D&query=SELECT%20%2A%20%7B%7D").status_code == 400


def test_bad_query_wrong_media_type(endpoint: Any) -> None:
    assert endpoint.post("/sparql", content="ASK {}", headers={"content-type": "text/plain"}).status_code == 415


def test_bad_query_missing_form_type(endpoint: Any) -> None:
    assert endpoint.post("/sparql", content=b"query=ASK%20%7B%7D").status_code == 415


def test_bad_query_missing_direct_type(endpoint: Any) -> None:
    assert endpoint.post("/sparql", content=b"ASK {}").status_code == 415


def test_bad_query_non_utf8(endpoint: Any) -> None:
    # As the manifest has it: UTF-16 under a type that says UTF-8; and with its true name.
    for charset, code in (("UTF-8", 400), ("UTF-16", 415)):
        headers = {"content-type": f"application/sparql-query; charset={charset}"}
        assert endpoint.post("/sparql", content="ASK {}".encode("utf-16"), headers=headers).status_code == code


def test_bad_query_syntax(endpoint: Any) -> None:
    assert endpoint.get("/sparql?query=ASK%20%7B").status_code == 400


UPDATE = "CLEAR%20ALL"


@pytest.mark.parametrize(
    ("test", "parameters", "body", "kind", "code"),
    [
        ("bad_update_get", f"?update={UPDATE}", None, None, 400),
        ("update_post_form", "", f"update={UPDATE}", FORM["content-type"], 400),
        ("bad_multiple_updates", "", f"update={UPDATE}&update={UPDATE}", FORM["content-type"], 400),
        ("update_post_direct", "", "CLEAR ALL", "application/sparql-update", 415),
        ("bad_update_wrong_media_type", "", "CLEAR ALL", "text/plain", 415),
        ("bad_update_missing_form_type", "", f"update={UPDATE}", None, 415),
        ("bad_update_syntax", "", "update=CLEAR%20XYZ", FORM["content-type"], 400),
        ("an update as a query", "", "query=INSERT%20DATA%20%7B%7D", FORM["content-type"], 400),
        ("a load as a query", "?query=LOAD%20%3Chttp://127.0.0.1/%3E", None, None, 400),
        ("an update beside a query", "?query=ASK%20%7B%7D", f"update={UPDATE}", FORM["content-type"], 400),
    ],
)
def test_updates_are_refused(
    endpoint: Any, test: str, parameters: str, body: str | None, kind: str | None, code: int
) -> None:
    if body is None:
        answer = endpoint.get(f"/sparql{parameters}")
    else:
        answer = endpoint.post(
            f"/sparql{parameters}", content=body.encode(), headers={"content-type": kind} if kind else {}
        )
    assert answer.status_code == code, test
    assert boolean(endpoint.get(f"/sparql?query={quote(NAMED)}"))
