"""The service as a program: workers that are killed or stuck, slow clients, and real clients on a socket."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
import required
import serving
from serving import Service, get, query

from tocgraph.cli import main

STUCK = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
ROWS = "SELECT ?s ?n { ?s a toc:State ; skos:prefLabel ?n } ORDER BY ?s ?n"
POST = b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
PREFIXES = "PREFIX toc: <https://w3id.org/tocgraph/schema#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "


@pytest.fixture(scope="module")
def service(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    main(["build", "--data-dir", str(tiny)])
    with serving.served(tiny, tmp_path_factory.mktemp("service"), "--workers", "2", "--time-limit", "3") as running:
        running.wait("ready", 2)
        yield running


def test_a_stuck_query_is_answered_in_time_and_its_worker_replaced(service: Service) -> None:
    before, ready = len(service.events("replaced")), len(service.events("ready"))
    began = time.monotonic()
    status, headers, _ = query(service, STUCK)
    assert (status, headers["retry-after"]) == (503, "30")
    assert time.monotonic() - began < 15
    service.wait("replaced", before + 1)
    service.wait("ready", ready + 1)
    for _ in range(20):
        assert query(service, "ASK {}")[0] == 200


def test_a_killed_worker_is_survived(service: Service) -> None:
    for round_ in range(2):
        ready, killed = len(service.events("ready")), 0
        for event in service.events("ready")[-4:]:
            with contextlib.suppress(ProcessLookupError):  # replaced before
                os.kill(event["process"], signal.SIGKILL)
                killed += 1
        assert killed >= 2
        assert query(service, ROWS + f" # {round_}")[0] == 200  # waits for the next worker
        service.wait("ready", ready + 2)
    assert len(service.events("lost")) >= 4


def connected(service: Service) -> socket.socket:
    parts = urlsplit(service.address)
    return socket.create_connection((str(parts.hostname), int(parts.port or 80)), timeout=30)


def test_heads_that_are_too_long_are_cut_off(service: Service) -> None:
    with connected(service) as sock:
        sock.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n")
        with contextlib.suppress(OSError):
            for _ in range(200):
                sock.sendall(b"X-A: " + b"a" * 1000 + b"\r\n")
                time.sleep(0.001)
        assert sock.recv(100).startswith(b"HTTP/1.1 431")


def test_slow_clients_hold_up_nobody(service: Service) -> None:
    dawdling = [connected(service) for _ in range(60)]
    try:
        for number, sock in enumerate(dawdling):
            head = POST + b"Content-Length: 90\r\n\r\nA"
            sock.sendall(head if number % 2 else b"GET /sparql?que")
        for _ in range(10):
            assert query(service, "ASK {}")[0] == 200
    finally:
        for sock in dawdling:
            sock.close()


def test_a_body_that_is_too_large_is_refused_before_it_is_read(service: Service) -> None:
    with connected(service) as sock:
        sock.sendall(POST + b"Content-Length: 9000000000\r\n\r\n")
        assert sock.recv(100).startswith(b"HTTP/1.1 413")
    with connected(service) as sock:
        sock.sendall(POST + b"Transfer-Encoding: chunked\r\n\r\n")
        piece = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
        with contextlib.suppress(OSError):
            for _ in range(40):
                sock.sendall(piece)
        assert sock.recv(100).startswith(b"HTTP/1.1 413")


def test_requests_behind_one_another_are_answered_in_order(service: Service) -> None:
    with connected(service) as sock:
        asked = [
            f"GET /sparql?query={quote(f'SELECT ({n} AS ?n) {{}}')}&format=csv HTTP/1.1\r\nHost: x\r\n\r\n"
            for n in range(5)
        ]
        sock.sendall("".join(asked).encode())
        answer = b""
        while answer.count(b"HTTP/1.1 200") < 5 or not answer.rstrip().endswith(b"4"):
            answer += sock.recv(65536)
    values = [part.rpartition(b"\r\n\r\n")[2].split()[-1] for part in answer.split(b"HTTP/1.1 200")[1:]]
    assert values == [b"0", b"1", b"2", b"3", b"4"]


def test_heads_and_bodies_come_whole_in_their_order(service: Service) -> None:
    """HEAD has no body to wait for, 100 (Continue) comes before the body is sent, and the last answer closes."""
    text = b"ASK {}"
    with connected(service) as sock:
        sock.sendall(b"HEAD /health HTTP/1.1\r\nHost: x\r\n\r\n")
        assert sock.recv(65536).startswith(b"HTTP/1.1 200")
        sock.sendall(POST + b"Expect: 100-continue\r\nContent-Length: %d\r\n\r\n" % len(text))
        assert sock.recv(65536) == b"HTTP/1.1 100 Continue\r\n\r\n"
        sock.sendall(text)
        assert b'"boolean":true' in sock.recv(65536)
        sock.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        parts = list(iter(lambda: sock.recv(65536), b""))
    assert json.loads(b"".join(parts).partition(b"\r\n\r\n")[2])["status"] == "ok"


def test_figures_are_those_of_all_workers(service: Service) -> None:
    def total() -> int:
        text = get(service, "/metrics")[2].decode()
        [line] = [
            line
            for line in text.splitlines()
            if line.startswith('tocgraph_requests_total{route="sparql",status="2xx"}')
        ]
        return int(float(line.split()[-1]))

    before = total()
    for _ in range(12):
        query(service, "ASK {}")
    assert total() == before + 12
    assert total() == before + 12


def test_many_at_once_get_their_own_answers(service: Service) -> None:
    wrong: list[str] = []

    def ask(number: int) -> None:
        parts = urlsplit(service.address)
        connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=30)
        for turn in range(15):
            connection.request(
                "GET", f"/sparql?query={quote(f'SELECT ({number * 100 + turn % 5} AS ?n) {{}}')}&format=csv"
            )
            body = connection.getresponse().read()
            if body.split()[-1] != str(number * 100 + turn % 5).encode():
                wrong.append(body.decode())
        connection.close()

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_rdflib_as_a_client(service: Service) -> None:
    import rdflib

    graph = rdflib.Graph("SPARQLStore")
    graph.open(f"{service.address}/sparql")
    names = {str(row.n) for row in graph.query(PREFIXES + ROWS)}  # type: ignore[union-attr]
    assert {"Mali", "مالي"} <= names
    assert graph.query("ASK { ?s ?p ?o }").askAnswer


def test_sparqlwrapper_as_a_client(service: Service) -> None:
    import SPARQLWrapper as Wrapper

    client = Wrapper.SPARQLWrapper(f"{service.address}/sparql")
    for method in (Wrapper.GET, Wrapper.POST):
        for form in (Wrapper.JSON, Wrapper.XML, Wrapper.CSV, Wrapper.TSV):
            client.setMethod(method)
            client.setReturnFormat(form)
            client.setQuery(PREFIXES + ROWS)
            answer: Any = client.query()
            raw = answer.response.read()
            assert "مالي" in raw.decode(), (method, form)
    client.setReturnFormat(Wrapper.TURTLE)
    client.setQuery("CONSTRUCT WHERE { ?s a <https://w3id.org/tocgraph/schema#State> }")
    assert b"toc:State" in client.query().convert()
    client.setQuery("SELECT")
    client.setReturnFormat(Wrapper.JSON)
    with pytest.raises(Wrapper.SPARQLExceptions.QueryBadFormed):
        client.query()


def test_curl_as_a_client(service: Service) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("curl is not installed")
    given = ["-sS", "--max-time", "20", f"{service.address}/sparql", "-H", "Accept: text/csv"]
    done = subprocess.run([curl, *given, "--data-urlencode", f"query={ROWS}"], capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[0] == "s,n" and "مالي" in done.stdout.decode()
    done = subprocess.run(
        [curl, *given, "-H", "Content-Type: application/sparql-query", "--data-binary", ROWS],
        capture_output=True,
        check=True,
    )
    assert "مالي" in done.stdout.decode()
    followed = [curl, "-sSL", "--max-time", "20", "-H", "Accept: text/turtle", f"{service.address}/id/mali"]
    assert "toc:State" in subprocess.run(followed, capture_output=True, check=True).stdout.decode()


def test_our_own_commands_as_a_client(service: Service, tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["ask", "who implements UNTOC?", "-f", "json"], ["show", "mali"], ["sparql", ROWS]):
        assert main([*arguments, "--data-dir", str(tiny)]) == 0
        local = capsys.readouterr().out
        assert main([*arguments, "--data-dir", str(tiny), "--endpoint", f"{service.address}/sparql"]) == 0
        assert capsys.readouterr().out == local


COMUNICA = """
const {QueryEngine} = require('@comunica/query-sparql');
const engine = new QueryEngine();
(async () => {
  const rows = await engine.queryBindings(process.argv[3], {sources: [{type: 'sparql', value: process.argv[2]}]});
  console.log(JSON.stringify((await rows.toArray()).map((row) => row.get('n').value)));
})();
"""


def test_comunica_as_a_client(service: Service, tmp_path: Path) -> None:
    folder = required.node("@comunica/query-sparql")
    script = tmp_path / "ask.js"
    script.write_text(COMUNICA, "utf-8")
    done = subprocess.run(
        ["node", str(script), f"{service.address}/sparql", PREFIXES + ROWS],
        capture_output=True, check=True, timeout=60, env={**os.environ, "NODE_PATH": f"{folder}/node_modules"},
    )  # fmt: skip
    assert {"Mali", "مالي"} <= set(json.loads(done.stdout))
