"""Fixtures that all tests share: the tiny graph, a cache of its own, no network, golden files."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tocgraph.answers import AnswerSet, Table
from tocgraph.reports.timeline import COLUMNS
from tocgraph.store import OpenStore, open_store

HERE = Path(__file__).parent
LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Write the golden files anew instead of comparing.")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A cache that only this run uses; no data folder from the surroundings."""
    before = {name: os.environ.pop(name, None) for name in ("TOCGRAPH_CACHE", "TOCGRAPH_DATA", "TOCGRAPH_OVERLAYS")}
    os.environ["TOCGRAPH_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    yield
    for name, value in before.items():
        os.environ.pop(name, None)
        if value is not None:
            os.environ[name] = value


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Tests reach this machine only."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and address[0] not in LOOPBACK:
            raise OSError(f"tests do not connect to {address[0]}")
        connect(self, address)

    socket.socket.connect = guarded  # type: ignore[method-assign,assignment]
    yield
    socket.socket.connect = connect  # type: ignore[method-assign]


@pytest.fixture(scope="session")
def tiny() -> Path:
    """The folder of the tiny graph."""
    return HERE / "data" / "tiny"


@pytest.fixture(scope="session")
def opened(tiny: Path) -> OpenStore:
    """The tiny graph, compiled once and opened."""
    return open_store(tiny)


@pytest.fixture(scope="session")
def shipped() -> OpenStore:
    """The shipped data, compiled once and opened."""
    return open_store()


@pytest.fixture(scope="session")
def small_world() -> Path:
    """The folder of a small world with gaps of every kind."""
    return HERE / "data" / "gaps"


@pytest.fixture(scope="session")
def world(small_world: Path) -> OpenStore:
    """The small world, compiled once and opened."""
    return open_store(small_world)


LONG = "<b>A very long name & of an organization that nobody could ever say in one breath</b> " * 3
ARABIC = "المنظمة الدولية التي لا يستطيع أحد أن ينطق باسمها في نفس واحد " * 3


def _sixty(language: str) -> AnswerSet:
    """Sixty events, half of them within one year, of every kind and precision."""
    rows = []
    for n in range(60):
        year = 1923 + n if n < 30 else 2003
        text = (f"{year}", f"{year}-0{n % 9 + 1}", f"{year}-0{n % 9 + 1}-1{n % 9}")[n % 3]
        earliest, latest = ((f"{year}-01-01", f"{year}-12-31"), (f"{text}-01", f"{text}-28"), (text, text))[n % 3]
        said = {"en": LONG if n % 4 == 0 else f"event {n}", "ar": ARABIC if n % 4 == 0 else f"حدث {n}"}
        kind, count, standing = ("begins", "ends", "dated")[n % 3], 7 if n % 5 == 0 else "", "unverified" * (n % 7 == 0)
        rows.append((text, earliest, latest, said, kind, "founded", "x", "", count, standing, "", "handbook (1)"))
    rows.sort(key=lambda row: str(row[1]))
    return AnswerSet(
        "sixty", reading="sixty events" if language == "en" else "ستون حدثا", table=Table(COLUMNS, tuple(rows))
    )


@pytest.fixture(scope="session")
def sixty() -> Callable[[str], AnswerSet]:
    """A timeline of sixty events in a language."""
    return _sixty


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with a file of tests/golden, or writes the file under --update-golden."""

    def compare(name: str, text: str) -> None:
        # The fingerprint follows the code that shapes the store, so it changes without any change of output.
        text = re.sub(r"\b[0-9a-f]{24}\b", "FINGERPRINT", text)
        path = HERE / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.is_file(), f"{path} is missing: run pytest --update-golden"
        assert path.read_bytes().decode() == text

    return compare


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether expected output is to be written anew instead of compared."""
    return bool(request.config.getoption("--update-golden"))
