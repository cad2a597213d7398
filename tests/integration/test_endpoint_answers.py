"""Answers of an endpoint that are read or asked for anew: compressed, after a wait, by GET, by a proxy, in pages."""

from __future__ import annotations

import gzip
import json
import re
import time
import zlib
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs

import pytest
from fake_endpoint import GOOD, JSON, QUERY, Answer, replies, served

from tocgraph.errors import StoreError
from tocgraph.store.remote import RemoteStore


def test_a_compressed_answer_is_read() -> None:
    for coding, body in (("gzip", gzip.compress(GOOD)), ("deflate", zlib.compress(GOOD))):
        with served(replies(200, body, JSON, Content_Encoding=coding)) as address:
            assert len(RemoteStore(address).select(QUERY).rows) == 1


def test_a_busy_server_is_asked_again() -> None:
    seen: list[float] = []

    def answer(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        seen.append(0)
        (replies(503, b"", Retry_After="0") if len(seen) < 3 else replies(200, GOOD, JSON))(handler, body)

    with served(answer) as address:
        assert len(RemoteStore(address).select(QUERY).rows) == 1
    assert len(seen) == 3


def test_a_connection_closed_between_two_queries_is_made_anew() -> None:
    def answer(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        replies(200, GOOD, JSON)(handler, body)
        handler.close_connection = True  # without having said so

    with served(answer) as address:
        store = RemoteStore(address)
        for _ in range(3):
            assert len(store.select(QUERY).rows) == 1
            time.sleep(0.05)


def test_a_server_without_post_is_asked_by_get() -> None:
    seen: list[str] = []

    def answer(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        seen.append(handler.command)
        (replies(405) if handler.command == "POST" else replies(200, GOOD, JSON))(handler, body)

    with served(answer) as address:
        store = RemoteStore(f"{address}?default-graph-uri=urn:g")
        assert len(store.select(QUERY).rows) == len(store.select(QUERY).rows) == 1
    assert seen == ["POST", "GET", "GET"]


def test_the_graph_to_ask_in_goes_into_the_form_and_other_parameters_stay() -> None:
    seen: list[tuple[str, bytes]] = []

    def answer(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        seen.append((handler.path, body))
        replies(200, GOOD, JSON)(handler, body)

    with served(answer) as address:
        RemoteStore(f"{address}?timeout=5&default-graph-uri=urn:g").select("SELECT * {}")
    assert seen == [("/sparql?timeout=5", b"query=SELECT+%2A+%7B%7D&default-graph-uri=urn%3Ag")]


def rows(first: int, last: int) -> bytes:
    found = [{"n": {"type": "literal", "value": str(n)}} for n in range(first, last)]
    return json.dumps({"head": {"vars": ["n"]}, "results": {"bindings": found}}).encode()


def cutting(total: int, limit: int, honest: bool) -> Answer:
    """An endpoint with `total` rows that gives at most `limit`; without honesty it counts no more than it gives."""

    def answer(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        query = parse_qs(body.decode())["query"][0]
        if "COUNT(" in query:
            count = {"tocgraphRows": {"type": "literal", "value": str(total)}}
            content = json.dumps({"head": {"vars": ["tocgraphRows"]}, "results": {"bindings": [count]}}).encode()
        else:
            asked = re.search(r"LIMIT (\d+) OFFSET (\d+)$", query) if honest else None
            start = int(asked[2]) if asked else 0
            content = rows(start, min(total, start + limit))
        replies(200, content, JSON)(handler, body)

    return answer


def test_a_cut_result_is_asked_for_in_pages() -> None:
    with served(cutting(2300, 1000, True)) as address:
        found = RemoteStore(address).select("SELECT ?n WHERE { ?s ?p ?n }").rows
    assert sorted(int(row["n"].value) for row in found) == list(range(2300))


def test_a_result_that_stays_cut_is_an_error() -> None:
    with (
        served(cutting(2300, 1000, False)) as address,
        pytest.raises(StoreError, match="cuts its results: it gave 1000 rows, and there are more"),
    ):
        RemoteStore(address).select("SELECT ?n WHERE { ?s ?p ?n }")


def test_a_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def answer(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        seen.append(handler.path)
        replies(200, GOOD, JSON)(handler, body)

    with served(answer) as address:
        monkeypatch.setenv("http_proxy", address.removesuffix("/sparql"))
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        RemoteStore("http://graph.example.org/sparql?a=b").select(QUERY)
    assert seen == ["http://graph.example.org/sparql?a=b"]
