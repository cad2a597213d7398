"""Whatever an endpoint does wrong is told in one clear sentence, with exit code 3 and without secrets."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import socket
import ssl
import subprocess
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from engines import free_port

from tocgraph.cli import main
from tocgraph.errors import StoreError
from tocgraph.store import OpenStore, fingerprint
from tocgraph.store.remote import RemoteStore
from tocgraph.store.wire import Wire

QUERY = "SELECT ?s WHERE { ?s ?p ?o }"
JSON = "application/sparql-results+json"
ROW = {"s": {"type": "uri", "value": "https://example.org/a"}}
GOOD = json.dumps({"head": {"vars": ["s"]}, "results": {"bindings": [ROW]}}).encode()
PASSWORD = "hunter2-very-secret"
TOKEN = "tok-5f4dcc3b5aa765d6"

Answer = Callable[[BaseHTTPRequestHandler, bytes], None]


@contextmanager
def served(answer: Answer) -> Iterator[str]:
    """A server on this machine that answers every request as told."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            answer(self, self.rfile.read(length))

        do_GET = do_PUT = do_POST  # noqa: N815

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/sparql"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def replies(status: int, body: bytes = b"", kind: str = "text/plain", **headers: str) -> Answer:
    """An answer that is always the same."""

    def answer(handler: BaseHTTPRequestHandler, _: bytes) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers and "Transfer_Encoding" not in headers:
            handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)
        if "Content_Length" in headers or "Transfer_Encoding" in headers:
            handler.close_connection = True

    return answer


def hangs(handler: BaseHTTPRequestHandler, _: bytes) -> None:
    handler.rfile.read(1)  # until the client goes away
    handler.close_connection = True


def closes(handler: BaseHTTPRequestHandler, _: bytes) -> None:
    handler.close_connection = True


def babbles(handler: BaseHTTPRequestHandler, _: bytes) -> None:
    handler.wfile.write(b"220 mail.example.org ESMTP\r\n")
    handler.close_connection = True


PAGE = b"<!DOCTYPE html><html><head><style>p{}</style></head><body><h1>Bad Gateway</h1><p>nginx</p></body></html>"
FAULTS: list[tuple[str, Answer, str]] = [
    ("closes", closes, "closed the connection without an answer"),
    ("no HTTP", babbles, "does not speak HTTP"),
    (
        "redirects",
        replies(302, Location="https://login.example.org/in?next=x"),
        "redirects to https://login.example.org/in",
    ),
    ("moved", replies(308, Location="/elsewhere"), "redirects to /elsewhere"),
    ("page instead of a result", replies(200, PAGE, "text/html; charset=utf-8"), "answered with text/html"),
    ("image", replies(200, b"\x89PNG", "image/png"), "answered with image/png"),
    ("half a body", replies(200, GOOD[:30], JSON, Content_Length=str(len(GOOD))), "broke off in the middle"),
    ("broken chunks", replies(200, b'20\r\n{"head":', JSON, Transfer_Encoding="chunked"), "broke off in the middle"),
    ("half a result", replies(200, GOOD[:-20], JSON), "no JSON"),
    ("empty", replies(200, b"", JSON), "no JSON"),
    ("deep nonsense", replies(200, b"[" * 200_000, JSON), "no JSON"),
    ("other JSON", replies(200, b'{"hello": "world"}', "application/json"), "no SPARQL result"),
    (
        "odd term",
        replies(200, b'{"head": {}, "results": {"bindings": [{"s": {"type": "x", "value": 1}}]}}', JSON),
        "no SPARQL",
    ),
    ("HTML error page", replies(502, PAGE, "text/html"), "answered 502 Bad Gateway: Bad Gateway nginx"),
    (
        "error",
        replies(500, b"Virtuoso 42000 Error TN...", "text/plain"),
        "answered 500 Internal Server Error: Virtuoso",
    ),
    ("wrong path", replies(404, b"no such thing"), "answered 404 Not Found"),
    ("wants credentials", replies(401, WWW_Authenticate='Basic realm="x"'), "wants credentials (401 Unauthorized)"),
    ("forbids", replies(403, b"not you"), "wants credentials (403 Forbidden): not you"),
    (
        "busy for long",
        replies(503, b"", Retry_After="3600"),
        "is busy and asks to wait 3600 s (503 Service Unavailable)",
    ),
    ("too many", replies(429, b"", Retry_After="Fri, 01 Jan 2100 00:00:00 GMT"), "(429 Too Many Requests)"),
    (
        "damaged gzip",
        replies(200, gzip.compress(GOOD)[:-12] + b"xxxxxxxxxxxx", JSON, Content_Encoding="gzip"),
        "compression is broken",
    ),
    ("half gzip", replies(200, gzip.compress(GOOD)[:20], JSON, Content_Encoding="gzip"), "compression is broken"),
    ("unknown coding", replies(200, GOOD, JSON, Content_Encoding="br"), "compression is broken"),
    ("gave up half way", replies(200, GOOD, JSON, X_SQL_State="S1TAT"), "gave up half way"),
    ("query too long", replies(414), "takes no query of that length"),
]


@pytest.mark.parametrize(("answer", "said"), [(a, s) for _, a, s in FAULTS], ids=[name for name, _, _ in FAULTS])
def test_each_fault_is_told(
    answer: Answer, said: str, tiny: Path, opened: OpenStore, capsys: pytest.CaptureFixture[str]
) -> None:
    with served(answer) as address:
        code = main(["sparql", QUERY, "--endpoint", f"{address}?key={TOKEN}", "--data-dir", str(tiny)])
    shown = capsys.readouterr()
    assert (code, shown.out) == (3, "")
    assert said in shown.err
    assert shown.err.startswith("error: http://127.0.0.1")
    assert TOKEN not in shown.err
    assert "Traceback" not in shown.err


def test_no_server_no_host_no_tls(tiny: Path, opened: OpenStore, capsys: pytest.CaptureFixture[str]) -> None:
    def told(address: str) -> str:
        assert main(["ask", "who implements UNTOC", "--endpoint", address, "--data-dir", str(tiny)]) == 3
        return capsys.readouterr().err

    assert "cannot be reached: Connection refused" in told(f"http://127.0.0.1:{free_port()}/sparql")
    assert "no host of that name is known" in told("http://nowhere.invalid/sparql")
    with served(replies(200, GOOD, JSON)) as address:
        assert "TLS failed" in told(address.replace("http:", "https:"))
    for address in ("", "ftp://example.org/", "http://", "http://[::1", "http://a b/", "not an address", "http://x:0/"):
        assert "is not the address of an endpoint" in told(address)


def test_a_certificate_that_nobody_trusts(tmp_path: Path) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed")
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", tmp_path / "key.pem", "-out", tmp_path / "cert.pem"],
        check=True, capture_output=True,
    )  # fmt: skip

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            replies(200, GOOD, JSON)(self, self.rfile.read(int(self.headers["Content-Length"])))

        def log_message(self, *args: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, *args: object) -> None:
            pass

    server = Quiet(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    address = f"https://127.0.0.1:{server.server_address[1]}/sparql"
    try:
        with pytest.raises(StoreError, match="its certificate is not trusted"):
            RemoteStore(address).select(QUERY)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
            assert len(RemoteStore(address).select(QUERY).rows) == 1
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


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


def test_a_slow_drip_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(handler: BaseHTTPRequestHandler, _: bytes) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", JSON)
        handler.end_headers()
        with suppress(OSError):
            while True:
                handler.wfile.write(b" " * 70_000)
                time.sleep(0.02)
        handler.close_connection = True

    monkeypatch.setenv("TOCGRAPH_ENDPOINT_TIMEOUT", "0.3")
    with served(answer) as address, pytest.raises(StoreError, match="did not answer in full"):
        RemoteStore(address).select(QUERY)


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


@pytest.mark.parametrize(
    ("bindings", "said"),
    [
        ([], "does not hold the graph"),
        ([("other", "x")], "only a part of the graph, or an old version"),
        ([("mark", "0123")], "another version of the graph"),
        ([("mark", "0123"), ("mark", "4567")], "2 versions of the graph in one"),
    ],
    ids=["empty", "part", "older", "mixed"],
)
def test_another_graph_is_refused(bindings: list[tuple[str, str]], said: str, opened: OpenStore) -> None:
    expected = fingerprint(opened.store, opened.vocabulary)

    def answer(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        found: list[dict[str, Any]] = [
            {
                "p": {"type": "uri", "value": expected.property if p == "mark" else p},
                "o": {"type": "literal", "value": o},
            }
            for p, o in bindings
        ]
        content = json.dumps({"head": {"vars": ["p", "o"]}, "results": {"bindings": found}}).encode()
        replies(200, content, JSON)(handler, body)

    with served(answer) as address, pytest.raises(StoreError, match=said):
        RemoteStore(address, {}, expected).select(QUERY)


def test_secrets_stay_out_of_messages(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(StoreError) as raised:
        Wire(f"http://me:{PASSWORD}@127.0.0.1/sparql")
    assert PASSWORD not in str(raised.value.message + raised.value.hint)
    with pytest.raises(StoreError) as raised:
        Wire(f"http//me:{PASSWORD}@127.0.0.1/sparql")
    assert PASSWORD not in raised.value.message
    monkeypatch.setenv("TOCGRAPH_ENDPOINT_USER", "me")
    monkeypatch.setenv("TOCGRAPH_ENDPOINT_PASSWORD", PASSWORD)
    refusing = replies(403, f"password {PASSWORD} is wrong".encode())
    with served(refusing) as address, pytest.raises(StoreError) as raised:
        RemoteStore(address).select(QUERY)
    assert raised.value.message.endswith("refuses the credentials (403 Forbidden): password *** is wrong")


def test_tokens_go_nowhere_in_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCGRAPH_ENDPOINT_TOKEN", TOKEN)
    with pytest.raises(StoreError, match="over http, where everybody on the way can read them"):
        RemoteStore("http://graph.example.org/sparql").select(QUERY)
    seen: list[str] = []

    def answer(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        seen.append(handler.headers["Authorization"])
        replies(200, GOOD, JSON)(handler, body)

    with served(answer) as address:
        RemoteStore(address).select(QUERY)
    assert seen == [f"Bearer {TOKEN}"]


@pytest.mark.parametrize("scheme", ["Basic", "Digest"])
def test_the_server_chooses_how_it_hears_the_password(scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCGRAPH_ENDPOINT_USER", "me")
    monkeypatch.setenv("TOCGRAPH_ENDPOINT_PASSWORD", PASSWORD)
    offer = 'Digest realm="r", nonce="abc", qop="auth", algorithm=SHA-256' if scheme == "Digest" else 'Basic realm="r"'
    seen: list[str] = []

    def answer(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        proof = handler.headers["Authorization"]
        seen.append(proof or "")
        (replies(200, GOOD, JSON) if proof else replies(401, b"", WWW_Authenticate=offer))(handler, body)

    with served(answer) as address:
        store = RemoteStore(address)
        store.select(QUERY)
        store.select(QUERY)
    assert [s.partition(" ")[0] for s in seen] == ["", scheme, scheme]
    assert all(PASSWORD not in s for s in seen)
    if scheme == "Digest":
        assert ["nc=00000001" in seen[1], "nc=00000002" in seen[2]] == [True, True]


def test_wrong_credentials_are_tried_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCGRAPH_ENDPOINT_USER", "me")
    monkeypatch.setenv("TOCGRAPH_ENDPOINT_PASSWORD", PASSWORD)
    count: list[int] = []

    def answer(handler: BaseHTTPRequestHandler, body: bytes) -> None:
        count.append(1)
        replies(401, b"", WWW_Authenticate=f'Digest realm="r", nonce="n{len(count)}", qop="auth"')(handler, body)

    with served(answer) as address, pytest.raises(StoreError, match="refuses the credentials"):
        RemoteStore(address).select(QUERY)
    assert len(count) == 2


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


@pytest.mark.parametrize("value", ["0", "-1", "soon", "nan", "1e9"])
def test_a_time_limit_that_is_none(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCGRAPH_ENDPOINT_TIMEOUT", value)
    with pytest.raises(StoreError, match="is no number of seconds"):
        Wire("http://127.0.0.1/")


def test_a_server_that_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCGRAPH_ENDPOINT_TIMEOUT", "0.3")
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with pytest.raises(StoreError, match=r"did not answer within 0\.3 s"):
            RemoteStore(f"http://127.0.0.1:{silent.getsockname()[1]}/").select(QUERY)
    with served(hangs) as address, pytest.raises(StoreError, match=r"did not answer within 0\.3 s"):
        RemoteStore(address).select(QUERY)
