"""The triples of a selection as lines of N-Triples, sorted without holding all of them in memory."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from typing import IO, TYPE_CHECKING

from tocgraph.errors import StoreError
from tocgraph.exporters.selection import Selection
from tocgraph.exporters.sorting import sorted_lines, spooled
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
    yield from _in_order(opened, selection, lambda line: line)


def subject_lines(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """The same lines by subject, a resource before what stands under it: a claim, then its citations."""
    for line in _in_order(opened, selection, _by_subject):
        yield _as_it_was(line)


def by_subject(triples: Iterable[Triple]) -> Iterator[bytes]:
    """Distinct triples as such lines, in that order."""
    yield from map(_as_it_was, sorted(set(map(_by_subject, as_lines(triples)))))


def _by_subject(line: bytes) -> bytes:
    # ">" comes after "#", so that the plain order of bytes puts claim/c1#cite-1 before claim/c1.
    return line.replace(b"> ", b" ", 1)


def _as_it_was(line: bytes) -> bytes:
    return line.replace(b" ", b"> ", 1)


def _in_order(opened: OpenStore, selection: Selection, changed: Callable[[bytes], bytes]) -> Iterator[bytes]:
    """The distinct lines, changed and sorted; those of an endpoint are counted before anything is made of them.

    An endpoint may cut long results without a word, or give overlapping pages: an incomplete export must not pass
    for a whole one. Sorted pages, which cost it more, are asked for where the others do not suffice.
    """
    from tocgraph.store.embedded import EmbeddedStore

    if not selection.whole:
        yield from sorted_lines(map(changed, as_lines(part(opened, selection))))
        return
    pattern, given, held = whole_pattern(opened), 0, 0
    for order in ("", " ORDER BY ?s ?p ?o"):
        with tempfile.TemporaryFile() as file:
            opened.store.dump(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}{order}", file)
            file.seek(0)
            lines = sorted_lines(map(changed, _addressed(file)))
            if isinstance(opened.store, EmbeddedStore):
                yield from lines
                return
            with spooled(lines) as whole:
                given = sum(1 for _ in whole)
                query = f"SELECT (COUNT(*) AS ?n) WHERE {{ SELECT DISTINCT ?s ?p ?o WHERE {{ {pattern} }} }}"
                held = int(opened.store.select(query).rows[0]["n"].value)
                if given >= held:
                    whole.seek(0)
                    yield from whole
                    return
    raise StoreError(
        f"the store holds {held} triples and gave only {given} of them",
        "export a part with `--around`, or from the data folder without `--endpoint`",
    )


def _addressed(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The lines, none of which has a blank node."""
    for line in lines:
        if line.startswith(b"_:") or b" _:" in line.partition(b"> ")[2][:200].partition(b"> ")[2][:3]:
            raise StoreError("the store holds blank nodes under the base of the graph", "is it the graph of tocgraph?")
        yield line


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
