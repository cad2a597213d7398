"""The service for tests: its application within this process, and as a real program on loopback."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest

from tocgraph.store import OpenStore

BROWSER = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
SLOW = "SELECT (COUNT(*) AS ?n) { { SELECT * { ?s ?p ?o } LIMIT 1500 } { SELECT * { ?a ?b ?c } LIMIT 1500 } }"


def application(opened: OpenStore, prepared: Path | None = None, **settings: Any) -> Any:
    """The application of one worker over an open store."""
    from tocgraph.server import metrics
    from tocgraph.server.application import Application
    from tocgraph.server.logs import Log
    from tocgraph.server.settings import Settings
    from tocgraph.server.site import Site

    figures = metrics.Figures(metrics.shared(1), 0)
    log = Log(io.StringIO(), settings.get("log", "requests"))
    return Application(Site(opened, Settings(**settings), figures, log, prepared))


def client(app: Any, **options: Any) -> Any:
    """A client that calls the application without a socket; it follows no redirections."""
    from starlette.testclient import TestClient

    return TestClient(app, follow_redirects=False, headers={"accept": "*/*"}, **options)


def select(client: Any, query: str, accept: str = "*/*", **more: str) -> Any:
    """The response of the application to a query."""
    parameters = "".join(f"&{name}={quote(value)}" for name, value in more.items())
    return client.get(f"/sparql?query={quote(query)}{parameters}", headers={"accept": accept})


class Service:
    """A running `tocgraph serve`."""

    def __init__(self, process: subprocess.Popen[bytes], address: str, log: Path) -> None:
        self.process = process
        self.address = address
        self.log = log

    def events(self, name: str) -> list[dict[str, Any]]:
        """The log's lines of that event."""
        lines = [json.loads(line) for line in self.log.read_text("utf-8").splitlines() if line.startswith("{")]
        return [line for line in lines if line.get("event") == name]

    def wait(self, name: str, count: int = 1) -> list[dict[str, Any]]:
        """Those lines, as soon as there are so many."""
        end = time.monotonic() + 40
        while time.monotonic() < end:
            if len(found := self.events(name)) >= count:
                return found
            time.sleep(0.05)
        raise AssertionError(f"no {count} times {name!r} in the log: {self.log.read_text('utf-8')[-2000:]}")


def get(service: Service, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of what the service gives at a path."""
    try:
        with urlopen(Request(service.address + path, headers=headers), timeout=20) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read()


def query(service: Service, text: str) -> tuple[int, dict[str, str], bytes]:
    """The same of what it gives for a query."""
    return get(service, f"/sparql?query={quote(text)}")


@contextmanager
def served(data: Path, folder: Path, *arguments: str) -> Iterator[Service]:
    """The program itself on a free port of loopback; ended by SIGTERM, which it must obey."""
    log = folder / "log.jsonl"
    command = [sys.executable, "-m", "tocgraph", "serve", "--port", "0"]
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [*command, "--data-dir", str(data), "--log", "requests", *arguments],
            stdout=subprocess.PIPE,
            stderr=stream,
            env={**os.environ, "PYTHONWARNINGS": "ignore"},
        )
    try:
        assert process.stdout is not None
        address = process.stdout.readline().decode().strip().rstrip("/")
        if not address:
            pytest.fail(f"the service did not start: {log.read_text('utf-8')[-2000:]}")
        yield Service(process, address, log)
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
        assert process.stdout is not None
        process.stdout.close()
