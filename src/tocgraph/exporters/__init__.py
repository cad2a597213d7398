"""Exports: the graph, or a part of it, as a file for other tools and for people.

A format is a function from a selection to bytes; a new one is a function and a line in EXPORTERS.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from tocgraph.errors import TocgraphError, UnknownIdError
from tocgraph.exporters.html import html
from tocgraph.exporters.selection import Chosen, Selection, select
from tocgraph.exporters.turtle import ntriples, turtle
from tocgraph.files import replace
from tocgraph.store import OpenStore
from tocgraph.text import nearest

__all__ = ["EXPORTERS", "Chosen", "Exporter", "export", "save"]


class Exporter(NamedTuple):
    """One format: how its files end, what it is for, and the function that writes it."""

    suffix: str
    description: str
    write: Callable[[OpenStore, Selection], bytes]


EXPORTERS: dict[str, Exporter] = {
    "turtle": Exporter(".ttl", "RDF 1.1 Turtle: for triple stores and for reading", turtle),
    "ntriples": Exporter(".nt", "RDF 1.1 N-Triples: one triple a line, sorted, for line tools", ntriples),
    "html": Exporter(".html", "one page that opens offline in a browser: graph, search, citations", html),
}


def export(
    opened: OpenStore,
    format: str,  # noqa: A002 - the word that users know
    target: str | Path | None = None,
    around: str | None = None,
    depth: int = 1,
    types: Sequence[str] = (),
    chosen: Chosen | None = None,
    as_of: str | None = None,
    notify: Callable[[str, float], None] = lambda step, share: None,
) -> bytes | None:
    """Writes the graph, or a part of it, in one of the EXPORTERS formats.

    The file appears whole or not at all: on any failure nothing is left behind, and a file that
    was there before stays as it was.

    Args:
        opened: The store to export from.
        format: A key of EXPORTERS.
        target: The file to write; None gives the bytes back instead.
        around: The id, or the unambiguous name, of the entity to start from; None for the whole graph.
        depth: How many relations away from `around` to go (0 or more).
        types: Only entities of these types and their narrower ones.
        chosen: Only these entities (see `tocgraph.asking.chosen`).
        as_of: Only what may hold on this (partial) date.
        notify: Told of each step, with the share done (0 to 1).

    Returns:
        The document when `target` is None, else None.

    Raises:
        UnknownIdError: there is no such format, entity or type.
        TocgraphError: the depth is negative, nothing is left, or the file cannot be written.
        QueryError: the date is not a date.
        StoreError: the store failed.
    """
    exporter = EXPORTERS.get(format)
    if exporter is None:
        raise UnknownIdError("export format", format, nearest(format, EXPORTERS, cutoff=50) or list(EXPORTERS))
    place = None if target is None else _writable(Path(target))
    notify("selecting", 0.0)
    selection = select(opened, around, depth, types, chosen, as_of)
    if not selection.entities:
        raise TocgraphError("nothing in the graph is left by these limits", "leave one of them out")
    notify(f"writing {len(selection.entities)} entities and {len(selection.claims)} claims", 0.3)
    document = exporter.write(opened, selection)
    if place is not None:
        replace(place, document)
    notify("done", 1.0)
    return document if place is None else None


def save(target: str | Path, document: bytes) -> None:
    """Writes a document to a file, whole or not at all.

    Raises:
        TocgraphError: the file cannot be written.
    """
    replace(_writable(Path(target)), document)


def _writable(target: Path) -> Path:
    """The file behind the path, links followed; refuses early what could not be written later."""
    if not target.parent.is_dir():
        raise TocgraphError(f"cannot write {target}: there is no folder {target.parent}", "make the folder first")
    if target.exists() and not target.is_file():
        raise TocgraphError(f"cannot write {target}: it is not a file", "name a file, or leave the file out")
    return target.resolve()
