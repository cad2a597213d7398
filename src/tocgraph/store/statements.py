"""What a store says of addresses: some hundreds of them at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from tocgraph.store import OpenStore, Term
from tocgraph.store.embedded import EmbeddedStore

T = TypeVar("T")

Said = dict[str, list[Term]]
"""Sorted values by property."""

BATCH = 200
"""How many addresses one query asks for; endpoints limit the length of a query and the rows of its result."""


def statements(opened: OpenStore, iris: Iterable[str], properties: Iterable[str] = ()) -> Iterator[tuple[str, Said]]:
    """Each of the addresses with what is said of it, in the order given; of an unknown one nothing is.

    With `properties` (addresses) nothing else is read.

    Raises:
        StoreError: the store failed.
    """
    wanted = tuple(properties)
    kept = frozenset(wanted)
    for chunk in in_batches(iris):
        if isinstance(opened.store, EmbeddedStore):
            for iri, pairs in zip(chunk, opened.store.described(chunk, wanted), strict=True):
                yield iri, _gathered(pairs)
            continue
        values = " ".join(f"<{iri}>" for iri in chunk)
        found: dict[str, list[tuple[str, Term]]] = {}
        # Engines look up each address with each property when both are listed: what is not wanted is left out here.
        for row in opened.store.select(f"SELECT ?s ?p ?o WHERE {{ VALUES ?s {{ {values} }} ?s ?p ?o }}").rows:
            if not kept or row["p"].value in kept:
                found.setdefault(row["s"].value, []).append((row["p"].value, row["o"]))
        for iri in chunk:
            yield iri, _gathered(found.get(iri, []))


def in_batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    waiting = iter(items)
    while batch := list(islice(waiting, size)):
        yield batch


def _gathered(pairs: list[tuple[str, Term]]) -> Said:
    found: Said = {}
    for predicate, value in pairs:
        if predicate in found:
            found[predicate].append(value)
        else:
            found[predicate] = [value]
    if len(found) < len(pairs):
        for values in found.values():
            values.sort()
    return found
