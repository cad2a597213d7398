"""Endpoints for tests that answer as they are told, rightly or wrongly, on loopback."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

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
    """Says nothing."""
    handler.rfile.read(1)  # until the client goes away
    handler.close_connection = True


def closes(handler: BaseHTTPRequestHandler, _: bytes) -> None:
    """Goes away."""
    handler.close_connection = True


def babbles(handler: BaseHTTPRequestHandler, _: bytes) -> None:
    """Speaks another protocol."""
    handler.wfile.write(b"220 mail.example.org ESMTP\r\n")
    handler.close_connection = True
