"""Compiling a data folder: read, check, make triples, load, index the names, and put in place in one step.

Imported only when there is something to compile; opening a compiled store needs none of it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import secrets
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph
from filelock import FileLock

from tocgraph import locate, rdf
from tocgraph.checks import load_checked
from tocgraph.graph import KnowledgeGraph
from tocgraph.locate import Data
from tocgraph.store import names, naming
from tocgraph.store.digests import remembered_digest
from tocgraph.vocabulary import Vocabulary

if TYPE_CHECKING:
    from tocgraph.foreign import Laid
    from tocgraph.store import OpenStore

Notify = Callable[[str, float], None]
"""Told of each step: what is done now, and the share of the work that is behind (0 to 1)."""

KEEP = 4
"""How many compiled stores stay in the cache whatever their age, newest first."""

_SPARED_FOR = 3600.0
_BROKEN_AFTER = 86400.0
"""Seconds: a store so young may be in use by others; a build so old has been broken off."""

_STORE = re.compile(r"[0-9a-f]{24}")
_LEFTOVER = re.compile(r"[0-9a-f]{24}\.[0-9a-f]{16}\.(part|old)")


def build_locked(
    home: Path,
    data: Data,
    notify: Notify,
    whole: Callable[[Path], bool],
    fingerprint: Callable[[], str],
    force: bool = False,
) -> bool:
    """Builds the store in `home` once, however many processes ask for it at the same time.

    `whole` says whether a whole store is there already; with `force` it is replaced all the same. False when
    the data turned into something else while it was read: `fingerprint` then differs from the name of `home`.

    Raises:
        DataError: the data has errors.
        OSError: the cache cannot be written.
    """
    home.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(str(home.parent / f"{home.name}.lock")):
        if whole(home) and not force:
            return True  # another process built it while this one waited
        workplace = _beside(home, "part")
        workplace.mkdir()  # not tempfile: its folders are closed to everybody else who may use the cache
        try:
            graph = _load(data, notify)
            if fingerprint() != home.name:
                return False
            _write(graph, data, workplace, notify)
            _discard(home)
            workplace.replace(home)
        finally:
            _remove(workplace)
    _sweep(home)
    notify("ready", 1.0)
    return True


def data_fingerprint(data: Data) -> str:
    """The content hash of the data and its schema alone: the same wherever and by whatever they are compiled."""
    layers = locate.layered(data)
    digest = hashlib.sha256()
    for folder in layers.all_folders:
        own = folder is layers.base
        if not own:
            digest.update(b"overlay\n")
        paths = [locate.schema_file(folder) if own else folder / "schema.yaml"]
        paths += [folder / name for name in locate.FILES if name != "schema.yaml"]
        mapping = folder / "tables.yaml"
        if mapping.is_file():
            paths += [mapping, *locate.table_files(folder)]
        for path in paths:
            if own or path.is_file():
                content = path.read_bytes()
                digest.update(f"{path.name} {len(content)}\n".encode() + content)
    for path in layers.files:
        digest.update(f"file {remembered_digest(path)}\n".encode())
    return digest.hexdigest()[:24]


def _beside(home: Path, suffix: str) -> Path:
    return home.parent / f"{home.name}.{secrets.token_hex(8)}.{suffix}"


def _load(data: Data, notify: Notify) -> KnowledgeGraph:
    notify("reading and checking the data", 0.0)
    return KnowledgeGraph(load_checked(data))


def _write(graph: KnowledgeGraph, data: Data, workplace: Path, notify: Notify) -> None:
    notify("compiling the graph", 0.4)
    store = pyoxigraph.Store(str(workplace / "store"))
    _fill(store, graph)
    laid = _lay(store, graph, data, workplace / "spool.sqlite", notify)
    notify("optimizing the store", 0.8)
    store.flush()
    store.optimize()
    del store
    notify("indexing the names", 0.9)
    database = sqlite3.connect(workplace / "names.sqlite")
    _index(database, graph, data_fingerprint(data), laid)
    database.close()
    if laid is not None:
        laid.close()
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


def _lay(store: pyoxigraph.Store, graph: KnowledgeGraph, data: Data, spool: Path | None, notify: Notify) -> Laid | None:
    """Lays the files over the graph, when there are any."""
    layers = locate.layered(data)
    if not layers.files:
        return None
    from tocgraph.foreign import lay, read_mapping

    mapping = read_mapping(locate.foreign_dir(layers.base) / locate.MAPPING)
    laid = lay(store, graph, layers.files, mapping, spool, lambda step: notify(step, 0.5))
    _mark(store, graph, layers.files)
    return laid


def _mark(store: pyoxigraph.Store, graph: KnowledgeGraph, files: Iterable[Path]) -> None:
    """Makes the fingerprint in the graph that of the data with these files over it; their names are in ids."""
    terms = Vocabulary(graph.schema.base)
    where = pyoxigraph.NamedNode(terms.dataset), pyoxigraph.NamedNode(terms.fingerprint)
    found = list(store.quads_for_pattern(*where, None))  # an export of a graph may be among the files
    parts = [*sorted(str(quad.object) for quad in found), *(f"{p.name} {remembered_digest(p)}" for p in files)]
    for quad in found:
        store.remove(quad)
    mark = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:24]
    store.add(pyoxigraph.Quad(*where, pyoxigraph.Literal(mark)))


def _index(database: sqlite3.Connection, graph: KnowledgeGraph, mark: str, laid: Laid | None = None) -> None:
    files = laid.layers() if laid is not None else []
    counts = {
        "entities": len(graph.entities) + sum(file["entities"] for file in files),
        "relations": len(graph.stated) + sum(file["relations"] for file in files),
        "derived": len(graph.derived) + sum(file["derived"] for file in files),
        "sources": len(graph.sources) + (len(laid.sources()) if laid is not None else 0),
    }
    overlays = [*(layer.model_dump() for layer in graph.overlays), *files]
    findings = laid.problems if laid is not None else []
    meta = {
        "base": graph.schema.base, "fingerprint": mark, "counts": counts, "overlays": overlays, "findings": findings
    }  # fmt: skip
    naming.write(database, graph, meta, laid)


def in_memory(data: Data, notify: Notify) -> tuple[pyoxigraph.Store, sqlite3.Connection]:
    """The triples and the names index of a data folder, held in memory. Raises DataError."""
    graph = _load(data, notify)
    store = pyoxigraph.Store()
    _fill(store, graph)
    laid = _lay(store, graph, data, None, notify)
    database = sqlite3.connect(":memory:", check_same_thread=False)
    _index(database, graph, data_fingerprint(data), laid)
    if laid is not None:
        laid.close()
    notify("ready", 1.0)
    return store, database


def open_graph(graph: KnowledgeGraph) -> OpenStore:
    """A graph in memory as a store that can be asked; it is compiled into memory, which takes some seconds."""
    from tocgraph.store import OpenStore
    from tocgraph.store.embedded import EmbeddedStore

    store, database = _held(graph, "in memory")
    found = names.Names(database)
    return OpenStore(EmbeddedStore(store), found, Vocabulary(found.meta("base")))


def _held(graph: KnowledgeGraph, mark: str) -> tuple[pyoxigraph.Store, sqlite3.Connection]:
    store = pyoxigraph.Store()
    _fill(store, graph)
    database = sqlite3.connect(":memory:", check_same_thread=False)
    _index(database, graph, mark)
    return store, database


def _remove(workplace: Path) -> None:
    """Deletes a folder in which a store that was broken off may still write for a moment."""
    for _ in range(20):
        shutil.rmtree(workplace, ignore_errors=True)
        if not workplace.exists():
            return
        time.sleep(0.05)


def _discard(home: Path) -> None:
    """Takes a compiled store out of the way in one step, then deletes it."""
    if home.exists():
        aside = _beside(home, "old")
        home.replace(aside)
        shutil.rmtree(aside, ignore_errors=True)


def _sweep(newest: Path) -> None:
    """Deletes compiled stores that are neither recent nor among the newest, and what broken runs left behind.

    Only folders of our own naming are touched. Lock files stay: taking one away would break the lock.
    """
    now = time.time()
    stores: list[tuple[float, Path]] = []
    for path in newest.parent.iterdir():
        with contextlib.suppress(FileNotFoundError):  # another process may be sweeping too
            age = now - path.stat().st_mtime
            if _STORE.fullmatch(path.name) and path != newest:
                stores.append((age, path))
            elif _LEFTOVER.fullmatch(path.name) and age > _BROKEN_AFTER:
                shutil.rmtree(path, ignore_errors=True)
    for age, path in sorted(stores)[KEEP - 1 :]:
        if age > _SPARED_FOR:
            shutil.rmtree(path, ignore_errors=True)
