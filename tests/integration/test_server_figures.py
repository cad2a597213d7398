"""What the service tells of its own work: figures, health, and a log without queries."""

from __future__ import annotations

import json

import serving
from serving import BROWSER, select

from tocgraph.store import OpenStore


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
