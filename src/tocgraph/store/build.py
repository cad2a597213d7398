"""Compiling a data folder: read, check, make triples, load, index the names, and put in place in one step.

Imported only when there is something to compile; opening a compiled store needs none of it.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
from filelock import FileLock

from tocgraph import rdf
from tocgraph.checks import load_checked
from tocgraph.graph import KnowledgeGraph
from tocgraph.store import names

Notify = Callable[[str, float], None]
"""Told of each step: what is done now, and the share of the work that is behind (0 to 1)."""

KEEP = 4
"""How many compiled stores stay in the cache, newest first."""


def build_locked(home: Path, folder: Path, notify: Notify, whole: Callable[[Path], bool]) -> None:
    """Builds the store in `home` once, however many processes ask for it at the same time.

    `whole` says whether there is a whole store already.

    Raises:
        DataError: the data has errors.
        OSError: the cache cannot be written.
    """
    home.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(str(home.parent / f"{home.name}.lock")):
        if whole(home):
            return  # another process built it while this one waited
        discard(home)
        workplace = Path(tempfile.mkdtemp(prefix=f"{home.name}.", suffix=".part", dir=home.parent))
        try:
            graph = _load(folder, notify)
            _write(graph, workplace, home.name, notify)
            workplace.replace(home)
        finally:
            shutil.rmtree(workplace, ignore_errors=True)
        _sweep(home)
    notify("ready", 1.0)


def _load(folder: Path, notify: Notify) -> KnowledgeGraph:
    notify("reading and checking the data", 0.0)
    return KnowledgeGraph(load_checked(folder))


def _write(graph: KnowledgeGraph, workplace: Path, mark: str, notify: Notify) -> None:
    notify("compiling the graph", 0.4)
    store = pyoxigraph.Store(str(workplace / "store"))
    _fill(store, graph)
    notify("optimizing the store", 0.8)
    store.flush()
    store.optimize()
    del store
    notify("indexing the names", 0.9)
    database = sqlite3.connect(workplace / "names.sqlite")
    _index(database, graph, mark)
    database.close()
    sizes = {}
    for path in sorted(p for p in workplace.rglob("*") if p.is_file()):
        # RocksDB's own log and lock may change when the store is opened; the data files never do.
        if path.name not in ("LOG", "LOCK"):
            sizes[path.relative_to(workplace).as_posix()] = path.stat().st_size
        path.chmod(0o444)
    (workplace / "manifest.json").write_text(json.dumps(sizes), encoding="utf-8")


def _fill(store: pyoxigraph.Store, graph: KnowledgeGraph) -> None:
    text = "".join(rdf.triples(graph))
    store.bulk_load(text.encode(), pyoxigraph.RdfFormat.N_TRIPLES)


def _index(database: sqlite3.Connection, graph: KnowledgeGraph, mark: str) -> None:
    counts = {"entities": len(graph.entities), "relations": len(graph.relations), "sources": len(graph.sources)}
    names.write(database, graph, {"base": graph.schema.base, "fingerprint": mark, "counts": counts})


def in_memory(folder: Path, mark: str, notify: Notify) -> tuple[pyoxigraph.Store, sqlite3.Connection]:
    """The triples and the names index of a data folder, held in memory. Raises DataError."""
    graph = _load(folder, notify)
    store = pyoxigraph.Store()
    _fill(store, graph)
    database = sqlite3.connect(":memory:", check_same_thread=False)
    _index(database, graph, mark)
    notify("ready", 1.0)
    return store, database


def discard(home: Path) -> None:
    """Takes a compiled store out of the way in one step, then deletes it."""
    if not home.exists():
        return
    aside = Path(tempfile.mkdtemp(prefix=f"{home.name}.", suffix=".old", dir=home.parent))
    home.replace(aside)
    shutil.rmtree(aside, ignore_errors=True)


def _sweep(newest: Path) -> None:
    """Deletes all but the newest compiled stores."""
    stores = [p for p in newest.parent.iterdir() if (p / "manifest.json").is_file() and p != newest]
    for stale in sorted(stores, key=lambda p: p.stat().st_mtime, reverse=True)[KEEP - 1 :]:
        shutil.rmtree(stale, ignore_errors=True)
        (newest.parent / f"{stale.name}.lock").unlink(missing_ok=True)
