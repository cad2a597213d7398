"""The triples of a selection as lines of N-Triples, sorted without holding all of them in memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING

from tocgraph.errors import StoreError
from tocgraph.exporters.selection import Selection
from tocgraph.exporters.sorting import sorted_lines
from tocgraph.exporters.triples import all_prefixes, part, whole_pattern
from tocgraph.store import OpenStore, Term
from tocgraph.store.base import Triple

if TYPE_CHECKING:
    import pyoxigraph


def triple_lines(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """Every triple of the selection once, as lines of N-Triples in the order of their bytes.

    A whole graph is read from the store as it comes and sorted on disk; a part is held in memory.

    Raises:
        StoreError: the store failed, or an endpoint gave fewer triples than it holds.
    """
    yield from sorted_lines(_unsorted(opened, selection))


def subject_lines(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """The same lines by subject, a resource before what stands under it: a claim, then its citations."""
    # ">" comes after "#", so that the plain order of bytes puts claim/c1#cite-1 before claim/c1.
    for line in sorted_lines(line.replace(b"> ", b" ", 1) for line in _unsorted(opened, selection)):
        yield line.replace(b" ", b"> ", 1)


def _unsorted(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    if not selection.whole:
        yield from as_lines(part(opened, selection))
        return
    with tempfile.TemporaryFile() as file:
        opened.store.dump(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {whole_pattern(opened)} }}", file)
        file.seek(0)
        yield from _counted(opened, file)


def _counted(opened: OpenStore, lines: Iterable[bytes]) -> Iterator[bytes]:
    """The lines; an error at the end when the store holds more.

    A public endpoint may cut long results without a word; an incomplete export must not pass for a whole one.
    """
    from tocgraph.store.embedded import EmbeddedStore

    given = 0
    for line in lines:
        given += 1
        if line.startswith(b"_:") or b" _:" in line.partition(b"> ")[2][:200].partition(b"> ")[2][:3]:
            raise StoreError("the store holds blank nodes under the base of the graph", "is it the graph of tocgraph?")
        yield line
    if isinstance(opened.store, EmbeddedStore):
        return
    query = f"SELECT (COUNT(*) AS ?n) WHERE {{ SELECT DISTINCT ?s ?p ?o WHERE {{ {whole_pattern(opened)} }} }}"
    held = int(opened.store.select(query).rows[0]["n"].value)
    if held > given:
        raise StoreError(
            f"the store holds {held} triples and gave only {given} of them",
            "export a part with `--around`, or from the data folder without `--endpoint`",
        )


def as_lines(triples: Iterable[Triple]) -> Iterator[bytes]:
    """Triples as lines of N-Triples, in the form in which the store writes them."""
    import pyoxigraph

    document = pyoxigraph.serialize(_native(triples), format=pyoxigraph.RdfFormat.N_TRIPLES) or b""
    yield from document.splitlines(keepends=True)


def _native(triples: Iterable[Triple]) -> Iterator[pyoxigraph.Triple]:
    import pyoxigraph

    known: dict[str, pyoxigraph.NamedNode] = {}

    def node(iri: str) -> pyoxigraph.NamedNode:
        if iri not in known:
            known[iri] = pyoxigraph.NamedNode(iri)
        return known[iri]

    def term(value: Term) -> pyoxigraph.NamedNode | pyoxigraph.Literal:
        if value.kind == "iri":
            return node(value.value)
        if value.language:
            return pyoxigraph.Literal(value.value, language=value.language)
        return pyoxigraph.Literal(value.value, datatype=node(value.datatype) if value.datatype else None)

    for s, p, o in triples:
        yield pyoxigraph.Triple(node(s.value), node(p.value), term(o))


def prefixes_of(opened: OpenStore, file: IO[bytes]) -> dict[str, str]:
    """The prefixes whose namespace occurs in a file of lines, by name; the file is back at its beginning."""
    waiting = {name: f"<{space}".encode() for name, space in all_prefixes(opened).items()}
    found = []
    for line in file:
        met = [name for name, start in waiting.items() if start in line]
        for name in met:
            found.append(name)
            del waiting[name]
    file.seek(0)
    return {name: space for name, space in sorted(all_prefixes(opened).items()) if name in found}


def parts_of(line: bytes) -> tuple[bytes, bytes, bytes]:
    """Subject, predicate and object of a line of N-Triples whose subject is an address, as they stand there."""
    subject, predicate, rest = line.split(b" ", 2)
    return subject, predicate, rest[:-3]
