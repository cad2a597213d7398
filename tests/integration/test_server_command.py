"""`tocgraph serve` as a command: wrong use, a port in use, its end while it works, and its OpenAPI document."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import serving
from serving import SLOW, Service, query

from tocgraph.cli import main


def test_the_openapi_document_is_kept(tiny: Path, tmp_path: Path) -> None:
    """schemathesis makes up requests from the document, right and wrong ones, and holds the answers against it."""
    with serving.served(tiny, tmp_path, "--workers", "2", "--time-limit", "60") as patient:
        _hold_against_its_document(patient, tmp_path)


def _hold_against_its_document(service: Service, tmp_path: Path) -> None:
    program = Path(sys.executable).with_name("schemathesis")
    done = subprocess.run(
        [
            str(program) if program.exists() else "schemathesis", "run", f"{service.address}/openapi.json",
            "--checks", "all",
            "--max-examples", "4", "--phases", "examples,coverage,fuzzing", "--seed", "1", "--request-timeout", "30",
        ],
        capture_output=True, timeout=180, cwd=tmp_path, env={**os.environ, "NO_COLOR": "1"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout.decode()[-4000:]


def test_a_port_in_use_is_an_error(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        assert main(["serve", "--port", port, "--data-dir", str(tiny)]) == 3
    told = capsys.readouterr().err
    assert "cannot listen on 127.0.0.1" in told and "choose another --port" in told


@pytest.mark.parametrize("host", ["192.0.2.1", "no-such-host.invalid"])
def test_a_host_that_is_not_this_machine_is_an_error(host: str, tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--host", host, "--port", "0", "--data-dir", str(tiny)]) == 3
    told = capsys.readouterr().err
    assert f"cannot listen on {host}" in told and "hint: --host is a name or address of this machine" in told


@pytest.mark.parametrize(
    "wrong", [["--cors", "example.org"], ["--cors", "https://a.example/x"], ["--public", "nowhere"]]
)
def test_wrong_usage(wrong: list[str], tiny: Path) -> None:
    assert main(["serve", *wrong, "--data-dir", str(tiny)]) == 2


def test_requests_under_way_are_finished_when_it_ends(tiny: Path, tmp_path: Path) -> None:
    with serving.served(tiny, tmp_path, "--workers", "1") as service:
        done: list[int] = []
        thread = threading.Thread(target=lambda: done.append(query(service, SLOW)[0]))
        thread.start()
        time.sleep(0.2)
        service.process.send_signal(signal.SIGTERM)
        thread.join()
        assert service.process.wait(30) == 0
    assert done == [200]
    assert service.events("ended")
