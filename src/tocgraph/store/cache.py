"""Data folder -> compiled, read-only store on disk, found again by the hash of what made it.

A compiled store is a folder `<cache>/<fingerprint>/` with `store/` (Oxigraph), `names.sqlite` and
`manifest.json` (the size of each file). It is built in a temporary folder beside it and renamed, so a
reader sees a whole one or none. The fingerprint covers the data, the schema and the code that shapes
the result: nothing is ever out of date.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pyoxigraph

from tocgraph import locate
from tocgraph.errors import DataError, Problem, TocgraphError
from tocgraph.locate import Data
from tocgraph.store.digests import remembered_digest
from tocgraph.store.embedded import EmbeddedStore
from tocgraph.store.names import Names
from tocgraph.vocabulary import Vocabulary

Notify = Callable[[str, float], None]
"""Told of each step of compiling, with the share of the work that is behind (0 to 1)."""

_SHAPING: tuple[str, ...] = (
    "beginnings.py",
    "build.py",
    "cache.py",
    "contents.py",
    "digests.py",
    "holding.py",
    "names.py",
    "naming.py",
    "reworded.py",
    "spelling.py",
    "../dates.py",
    "../foreign/__init__.py",
    "../foreign/checking.py",
    "../foreign/common.py",
    "../foreign/findings.py",
    "../foreign/following.py",
    "../foreign/ftm.py",
    "../foreign/mapping.py",
    "../foreign/own.py",
    "../foreign/reading.py",
    "../foreign/settling.py",
    "../foreign/spool.py",
    "../graph.py",
    "../inference/__init__.py",
    "../inference/engine.py",
    "../inference/force.py",
    "../inference/periods.py",
    "../lexicon.py",
    "../locate.py",
    "../model/__init__.py",
    "../model/base.py",
    "../model/claims.py",
    "../model/outlines.py",
    "../model/schema.py",
    "../model/tables.py",
    "../rdf/__init__.py",
    "../rdf/records.py",
    "../rdf/schema.py",
    "../rdf/terms.py",
    "../reader/__init__.py",
    "../reader/schema.py",
    "../roots.py",
    "../senses.py",
    "../shape.py",
    "../tables.py",
)
_SHAPING += ("../text.py", "../vocabulary.py", "../yamltree.py")

_MOST_TOLD = 6
"""Kinds of things named in one sentence."""


class Compiled(NamedTuple):
    """An opened store with its names index; `where` is its folder, None when it lives in memory."""

    store: EmbeddedStore
    names: Names
    where: Path | None


class _UnusableError(Exception):
    """There is no whole compiled store in that folder."""


def fingerprint(data: Data) -> str:
    """The content hash of a data folder, what is laid over it, its schema and the code that compiles them."""
    digest = hashlib.sha256(f"pyoxigraph {pyoxigraph.__version__}\n".encode())
    here = Path(__file__).parent
    layers = locate.layered(data)
    digest.update("".join(f"overlay {path.name}\n" for path in (*layers.folders, *layers.files)).encode())
    digest.update("".join(f"{remembered_digest(path)}\n" for path in layers.files).encode())
    for path in [*locate.data_files(data), *(here / name for name in _SHAPING)]:
        try:
            content = path.read_bytes()
        except OSError:
            content = b""
        digest.update(f"{path.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:24]


def open_compiled(data: Data, notify: Notify, warn: Callable[[str], None]) -> Compiled:
    """The compiled store of a data folder, built now when there is none yet.

    `warn` is told once when the cache cannot be written and the graph is held in memory instead.

    Raises:
        DataError: the data has errors.
        TocgraphError: the data keeps changing.
    """
    home = locate.cache_dir() / fingerprint(data)
    try:
        return _open(home, data, notify)
    except _UnusableError:
        pass
    try:
        # Whole by its sizes and yet unusable is damaged within: build() would not see it.
        home = build(data, notify, force=_is_whole(home))
        opened = _open(home, data, notify)
        for told in not_taken(opened.names):
            warn(told)
        return opened
    except (OSError, _UnusableError) as error:
        warn(f"the cache {locate.cache_dir()} cannot be used ({error}); the graph is held in memory for this run")
        from tocgraph.store.build import in_memory

        held, database = in_memory(data, notify)
        names = Names(database)
        return Compiled(EmbeddedStore(held, None, Vocabulary(names.meta("base")).prefixes), names, None)


def not_taken(names: Names) -> list[str]:
    """What of the files that are laid over the data has no place in the schema: one sentence a file."""
    found = []
    for layer in names.meta("overlays") or ():
        if left := layer.get("left"):
            listed = ", ".join(f"{kind} {name}".rstrip() + f" ({count:,})" for kind, name, count in left[:_MOST_TOLD])
            more = f" and {len(left) - _MOST_TOLD} more kinds" if len(left) > _MOST_TOLD else ""
            found.append(f"not taken from {layer['name']}: {listed}{more}; `tocgraph stats` lists it")
    return found


def file_problems(data: Data, notify: Notify, warn: Callable[[str], None]) -> list[Problem]:
    """Every problem of the files that are laid over the data, by file and line; compiles them if nobody has yet.

    Raises:
        TocgraphError: a file cannot be read, or is of no known kind.
    """
    layers = locate.layered(data)
    if not layers.files:
        return []
    try:
        found = open_compiled(data, notify, warn).names.meta("findings") or []
    except DataError as error:
        return error.problems
    return sorted(Problem(str(layers.files[int(file)]), *rest) for file, *rest in found)


def build(data: Data, notify: Notify, force: bool = False) -> Path:
    """Compiles a data folder ahead of time and gives the folder of the compiled store.

    With `force` a store that is there already is replaced, once the new one is ready.

    Raises:
        DataError: the data has errors.
        OSError: the cache cannot be written.
        TocgraphError: the data keeps changing while it is read.
    """
    for _ in range(3):
        home = locate.cache_dir() / fingerprint(data)
        if not force and _is_whole(home):
            return home
        from tocgraph.store.build import build_locked

        if build_locked(home, data, notify, _is_whole, lambda: fingerprint(data), force):
            return home
    raise TocgraphError("the data changes faster than it can be compiled", "try again when nobody edits it")


def _is_whole(home: Path) -> bool:
    try:
        _verify(home)
    except _UnusableError:
        return False
    return True


def _verify(home: Path) -> None:
    try:
        sizes: dict[str, int] = json.loads((home / "manifest.json").read_bytes())
        whole = all((home / name).stat().st_size == size for name, size in sizes.items())
    except (OSError, ValueError, AttributeError):
        raise _UnusableError(f"no compiled store in {home}") from None
    if not whole or not sizes:
        raise _UnusableError(f"the compiled store in {home} is damaged")


def _open(home: Path, data: Data, notify: Notify) -> Compiled:
    _verify(home)

    def rebuilt() -> pyoxigraph.Store:
        return pyoxigraph.Store.read_only(str(build(data, notify, force=True) / "store"))

    def reindexed() -> Path:
        return build(data, notify, force=True) / "names.sqlite"

    try:
        store = pyoxigraph.Store.read_only(str(home / "store"))
        names = Names.open(home / "names.sqlite", reindexed)
        prefixes = Vocabulary(names.meta("base")).prefixes
    except (OSError, RuntimeError, ValueError, TypeError, sqlite3.Error) as error:
        raise _UnusableError(f"the compiled store in {home} is damaged ({error})") from error
    return Compiled(EmbeddedStore(store, rebuilt, prefixes), names, home)
