"""What the exports must hold, from the store, and what JavaScript programs read in them."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import required

from tocgraph.exporters.selection import select
from tocgraph.store import OpenStore
from tocgraph.store.claims import Claim, read_claims

HERE = Path(__file__).parent


def claims(opened: OpenStore) -> dict[str, Claim]:
    """The claims by their identifiers."""
    return read_claims(opened, select(opened).claims)


def edges(opened: OpenStore) -> set[tuple[str, str, str, str]]:
    """Claim, subject, object and standing of all that links two entities."""
    return {(c.id, c.subject, c.object, c.standing) for c in claims(opened).values() if c.object is not None}


def labels(opened: OpenStore) -> dict[str, str]:
    """The label to print of each entity."""
    return {e: opened.names.entities([e])[e].name() for e in select(opened).entities}


def arabic(opened: OpenStore) -> dict[str, str]:
    """The Arabic label of each entity, or ""."""
    return {e: opened.names.entities([e])[e].label.get("ar", "") for e in select(opened).entities}


def reread(form: str, path: Path, *packages: str) -> dict[str, Any]:
    """What npm packages read in a file of that format."""
    folder = required.node(*packages)
    done = subprocess.run(
        ["node", str(HERE / "reread.mjs"), form, str(path)],
        env={"PATH": os.environ["PATH"], "TOCGRAPH_NODE": folder},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found
