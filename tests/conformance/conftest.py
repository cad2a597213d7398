"""The graphs that other programs re-read: the tiny one, and one with hostile texts."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tocgraph.store import OpenStore, open_store

sys.path.insert(0, str(Path(__file__).parent))

import hostile
from stores import in_memory


@pytest.fixture(scope="session")
def odd() -> OpenStore:
    """A store whose labels hold quotes, markup, formulas, line ends and controls of direction."""
    return in_memory(hostile.dataset())


@pytest.fixture(scope="session", params=["tiny", "odd"])
def graph_store(request: pytest.FixtureRequest, tiny: Path) -> Iterator[OpenStore]:
    """Both graphs, one after the other."""
    yield open_store(tiny) if request.param == "tiny" else request.getfixturevalue("odd")
