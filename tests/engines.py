"""Real SPARQL servers for tests and benchmarks: the Oxigraph server and Virtuoso, on this machine only."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

USER, PASSWORD = "dba", "dba"  # Virtuoso's own for a new database; it listens to this machine only
_CONFIGURATION = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa

[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx

[Parameters]
ServerPort = 127.0.0.1:{isql}
ServerThreads = 8
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
DirsAllowed = .
DisableUnixSocket = 1

[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .

[SPARQL]
ResultSetMaxRows = 10000
"""


def program(name: str, package: str) -> str:
    """The path of a server program; where it is missing the test is skipped, or fails if it is mandatory.

    TOCGRAPH_REQUIRE_VIRTUOSO=1 and TOCGRAPH_REQUIRE_OXIGRAPH=1 make them mandatory.
    """
    beside = Path(sysconfig.get_path("scripts")) / name
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        reason = f"{name} is not installed ({package})"
        if os.environ.get(f"TOCGRAPH_REQUIRE_{name.partition('-')[0].upper()}") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@contextmanager
def oxigraph(folder: Path, *, file: Path | None = None) -> Iterator[str]:
    """A new Oxigraph server in a folder; its address for queries. With a file of N-Triples it is read-only."""
    found = program("oxigraph", "PyPI package oxigraph")
    port = free_port()
    arguments = ["serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    if file is not None:
        subprocess.run([found, "load", "--location", folder, "--file", file], check=True, capture_output=True)
        arguments[0] = "serve-read-only"
    with _running([found, *arguments], folder, port, {"RUST_LOG": "off"}):
        yield f"http://127.0.0.1:{port}/query"


@contextmanager
def virtuoso(folder: Path) -> Iterator[str]:
    """A new Virtuoso 7 server in an empty folder; its address for queries."""
    found = program("virtuoso-t", "Debian package virtuoso-opensource-7-bin")
    http, isql = free_port(), free_port()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "virtuoso.ini").write_text(_CONFIGURATION.format(http=http, isql=isql))
    with _running([found, "+foreground", "+configfile", "virtuoso.ini"], folder, http, {}):
        yield f"http://127.0.0.1:{http}/sparql"


@contextmanager
def _running(command: list[str], folder: Path, port: int, more: dict[str, str]) -> Iterator[None]:
    folder.mkdir(parents=True, exist_ok=True)
    server = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **more}
    )
    try:
        for _ in range(600):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            if server.poll() is not None:
                raise RuntimeError(f"{command[0]} ended with {server.returncode}")
            time.sleep(0.1)
        yield
    finally:
        server.terminate()
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait(10)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
