"""Data folder -> compiled, read-only store on disk, found again by the hash of what made it.

A compiled store is a folder `<cache>/<fingerprint>/` with `store/` (Oxigraph), `names.sqlite` and
`manifest.json` (the size of each file). It is built in a temporary folder beside it and renamed, so a
reader sees a whole one or none. The fingerprint covers the data, the schema and the code that shapes
the result: nothing is ever out of date.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from tocgraph import locate
from tocgraph.store.embedded import EmbeddedStore
from tocgraph.store.names import Names
from tocgraph.vocabulary import Vocabulary

if TYPE_CHECKING:
    from tocgraph.graph import KnowledgeGraph

Notify = Callable[[str, float], None]
"""Told of each step: what is done now, and the share of the work that is behind (0 to 1)."""

KEEP = 4
"""How many compiled stores stay in the cache, newest first."""

_SHAPING: tuple[str, ...] = (
    "cache.py",
    "names.py",
    "../dates.py",
    "../graph.py",
    "../lexicon.py",
    "../model.py",
    "../rdf.py",
    "../reader.py",
    "../shape.py",
)
_SHAPING += ("../text.py", "../vocabulary.py", "../yamltree.py")


class Compiled(NamedTuple):
    """An opened store with its names index; `where` is its folder, None when it lives in memory."""

    store: EmbeddedStore
    names: Names
    where: Path | None


class _UnusableError(Exception):
    """There is no whole compiled store in that folder."""


def fingerprint(folder: Path) -> str:
    """The content hash of a data folder, its schema and the code that compiles them."""
    digest = hashlib.sha256(f"pyoxigraph {pyoxigraph.__version__}\n".encode())
    here = Path(__file__).parent
    files = [locate.schema_file(folder), *(folder / name for name in locate.FILES if name != "schema.yaml")]
    for path in [*files, *(here / name for name in _SHAPING)]:
        try:
            content = path.read_bytes()
        except OSError:
            content = b""
        digest.update(f"{path.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:24]


def open_compiled(folder: Path, notify: Notify, warn: Callable[[str], None]) -> Compiled:
    """The compiled store of a data folder, built now when there is none yet.

    `warn` is told once when the cache cannot be written and the graph is held in memory instead.

    Raises:
        DataError: the data has errors.
    """
    home = locate.cache_dir() / fingerprint(folder)
    try:
        return _open(home, folder, notify)
    except _UnusableError:
        pass
    try:
        _build_locked(home, folder, notify)
        return _open(home, folder, notify)
    except (OSError, _UnusableError) as error:
        warn(f"the cache {locate.cache_dir()} cannot be used ({error}); the graph is held in memory for this run")
        return _in_memory(folder, notify)


def build(folder: Path, notify: Notify, force: bool = False) -> Path:
    """Compiles a data folder ahead of time and gives the folder of the compiled store.

    Raises:
        DataError: the data has errors.
        OSError: the cache cannot be written.
    """
    home = locate.cache_dir() / fingerprint(folder)
    if force and home.exists():
        _discard(home)
    try:
        _verify(home)
    except _UnusableError:
        _build_locked(home, folder, notify)
    return home


def _verify(home: Path) -> None:
    try:
        sizes: dict[str, int] = json.loads((home / "manifest.json").read_bytes())
        whole = all((home / name).stat().st_size == size for name, size in sizes.items())
    except (OSError, ValueError, AttributeError):
        raise _UnusableError(f"no compiled store in {home}") from None
    if not whole or not sizes:
        raise _UnusableError(f"the compiled store in {home} is damaged")


def _open(home: Path, folder: Path, notify: Notify) -> Compiled:
    _verify(home)

    def rebuilt() -> pyoxigraph.Store:
        _discard(home)
        _build_locked(home, folder, notify)
        return pyoxigraph.Store.read_only(str(home / "store"))

    try:
        store = pyoxigraph.Store.read_only(str(home / "store"))
        names = Names.open(home / "names.sqlite")
        prefixes = Vocabulary(names.meta("base")).prefixes
    except (OSError, RuntimeError, ValueError, TypeError, sqlite3.Error) as error:
        raise _UnusableError(f"the compiled store in {home} is damaged ({error})") from error
    return Compiled(EmbeddedStore(store, rebuilt, prefixes), names, home)


def _build_locked(home: Path, folder: Path, notify: Notify) -> None:
    """Builds the store once, however many processes ask for it at the same time."""
    from filelock import FileLock

    home.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(str(home.parent / f"{home.name}.lock")):
        try:
            _verify(home)
            return  # another process built it while this one waited
        except _UnusableError:
            _discard(home)
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
    from tocgraph.checks import load_checked
    from tocgraph.graph import KnowledgeGraph

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
    from tocgraph import rdf

    text = "".join(rdf.triples(graph))
    store.bulk_load(text.encode(), pyoxigraph.RdfFormat.N_TRIPLES)


def _index(database: sqlite3.Connection, graph: KnowledgeGraph, mark: str) -> None:
    from tocgraph.store import names

    counts = {"entities": len(graph.entities), "relations": len(graph.relations), "sources": len(graph.sources)}
    names.write(database, graph, {"base": graph.schema.base, "fingerprint": mark, "counts": counts})


def _in_memory(folder: Path, notify: Notify) -> Compiled:
    graph = _load(folder, notify)
    store = pyoxigraph.Store()
    _fill(store, graph)
    database = sqlite3.connect(":memory:", check_same_thread=False)
    _index(database, graph, fingerprint(folder))
    notify("ready", 1.0)
    prefixes = Vocabulary(graph.schema.base).prefixes
    return Compiled(EmbeddedStore(store, None, prefixes), Names(database), None)


def _discard(home: Path) -> None:
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
