"""Whatever an endpoint does wrong is told in one clear sentence, with exit code 3 and without secrets."""

from __future__ import annotations

import gzip
import json
import shutil
import socket
import ssl
import subprocess
import threading
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from engines import free_port
from fake_endpoint import GOOD, JSON, QUERY, TOKEN, Answer, babbles, closes, hangs, replies, served

from tocgraph.cli import main
from tocgraph.errors import StoreError
from tocgraph.store import OpenStore, fingerprint
from tocgraph.store.remote import RemoteStore
from tocgraph.store.wire import Wire

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
    ("forbids", replies(403, b"not you"), "refuses (403 Forbidden): not you"),
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
        with pytest.raises(StoreError, match="closed the connection without an answer") as plain:
            RemoteStore(address.replace("https", "http")).select(QUERY)
        assert "is it https" in plain.value.hint
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SSL_CERT_FILE", "gone.pem")
            with pytest.raises(StoreError, match="is not trusted") as untrusted:
                RemoteStore(address).select(QUERY)
            assert untrusted.value.hint.endswith(", and there is no gone.pem")
            patch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
            assert len(RemoteStore(address).select(QUERY).rows) == 1
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


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
