"""The triples of a selection as lines of N-Triples, sorted without holding all of them in memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from typing import IO

from tocgraph.errors import StoreError
from tocgraph.exporters.selection import Selection
from tocgraph.exporters.sorting import sorted_lines, spooled
from tocgraph.exporters.triples import Lines, all_prefixes, part, whole_pattern
from tocgraph.store import OpenStore
from tocgraph.store.base import Triple
from tocgraph.store.embedded import EmbeddedStore


def triple_lines(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """Every triple of the selection once, as lines of N-Triples in the order of their bytes.

    Raises:
        StoreError: the store failed, or an endpoint gave fewer triples than it holds.
    """
    return chain.from_iterable(_grouped(opened, selection, b">"))


def subject_lines(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """The same lines by subject, a resource before what stands under it: a claim, then its citations."""
    return chain.from_iterable(subjects(opened, selection))


def subjects(opened: OpenStore, selection: Selection) -> Iterator[list[bytes]]:
    """The same, the lines of each subject together."""
    # ">" comes after "#", so that the plain order of bytes puts claim/c1#cite-1 before claim/c1.
    return _grouped(opened, selection, b" ")


def by_subject(triples: Iterable[Triple]) -> Iterator[bytes]:
    """Distinct triples as such lines, in that order."""
    writer = Lines()
    described = ((f"<{s.value}".encode(), [writer.line(s.value, p.value, o)]) for s, p, o in triples)
    return chain.from_iterable(_sorted(described, b" "))


def _grouped(opened: OpenStore, selection: Selection, end: bytes) -> Iterator[list[bytes]]:
    """The sorted lines of each subject; subjects in the order of their addresses with that byte behind them."""
    if not selection.whole:
        yield from _sorted(part(opened, selection), end)
    elif isinstance(opened.store, EmbeddedStore):
        yield from _sorted(_stored(opened.store, f"<{opened.vocabulary.base}".encode()), end)
    else:
        yield from _asked(opened, end)


def _sorted(described: Iterable[tuple[bytes, Iterable[bytes]]], end: bytes) -> Iterator[list[bytes]]:
    """The distinct lines of each subject; given are subjects as they begin a line, without the last bracket."""
    # The lines of a subject are sorted as one, joined by what N-Triples always escapes (canonical form, section 4).
    packs = (
        b"%b%b\r%b\n" % (subject, end, b"\r".join(sorted({line[:-1] for line in lines})))
        for subject, lines in described
    )
    for _, some in groupby(sorted_lines(packs), key=lambda pack: pack.partition(b"\r")[0]):
        first, *others = (pack[:-1].split(b"\r")[1:] for pack in some)
        lines = sorted({*first, *chain.from_iterable(others)}) if others else first
        yield [line + b"\n" for line in lines]


def _stored(store: EmbeddedStore, base: bytes) -> Iterator[tuple[bytes, list[bytes]]]:
    for subject, texts in store.subjects():
        lines = [text.encode() for text in texts]
        if lines[0].startswith(base):
            yield f"<{subject}".encode(), checked(lines)


def _asked(opened: OpenStore, end: bytes) -> Iterator[list[bytes]]:
    """The lines of a whole endpoint, counted before anything is made of them.

    An endpoint may cut long results without a word, or give overlapping pages: an incomplete export must not pass
    for a whole one. Sorted pages, which cost it more, are asked for where the others do not suffice.
    """
    pattern, given, held = whole_pattern(opened), 0, 0
    for order in ("", " ORDER BY ?s ?p ?o"):
        with tempfile.TemporaryFile() as file:
            opened.store.dump(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}{order}", file)
            file.seek(0)
            described = ((subject, checked(list(lines))) for subject, lines in groupby(file, key=_subject))
            with spooled(chain.from_iterable(_sorted(described, end))) as whole:
                given = sum(1 for _ in whole)
                query = f"SELECT (COUNT(*) AS ?n) WHERE {{ SELECT DISTINCT ?s ?p ?o WHERE {{ {pattern} }} }}"
                held = int(opened.store.select(query).rows[0]["n"].value)
                if given >= held:
                    whole.seek(0)
                    yield from (list(lines) for _, lines in groupby(whole, key=_subject))
                    return
    raise StoreError(
        f"the store holds {held} triples and gave only {given} of them",
        "export a part with `--around`, or from the data folder without `--endpoint`",
    )


def _subject(line: bytes) -> bytes:
    return line.partition(b"> ")[0]


def checked(lines: list[bytes]) -> list[bytes]:
    """The lines. Raises StoreError: a blank node stands in one of them, which the graph never has."""
    if any(line.startswith(b"_:") or (b" _:" in line and parts_of(line)[2].startswith(b"_:")) for line in lines):
        raise StoreError("the store holds blank nodes under the base of the graph", "is it the graph of tocgraph?")
    return lines


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
