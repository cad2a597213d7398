"""Turtle and N-Triples: sorted triples through pyoxigraph, the same bytes for the same data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from tocgraph import __version__
from tocgraph.exporters.selection import Selection
from tocgraph.exporters.triples import all_prefixes, triples
from tocgraph.store import OpenStore, Term
from tocgraph.store.base import Triple

if TYPE_CHECKING:
    import pyoxigraph


def turtle(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """The selection in Turtle (RDF 1.1 Turtle), prefixes declared, subjects in order, no blank nodes."""
    import pyoxigraph

    found = triples(opened, selection)
    prefixes = _used(found, all_prefixes(opened))
    document: Any = pyoxigraph.serialize(_native(found), format=pyoxigraph.RdfFormat.TURTLE, prefixes=prefixes)
    # pyoxigraph declares prefixes in the order of a hash table, which differs from run to run.
    *declared, body = document.decode().split("\n", len(prefixes))
    yield "\n".join([*_comment(opened, selection), "", *sorted(declared), "", body]).encode()


def ntriples(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """The selection in N-Triples (RDF 1.1 N-Triples): one triple a line, lines sorted."""
    import pyoxigraph

    document: Any = pyoxigraph.serialize(_native(triples(opened, selection)), format=pyoxigraph.RdfFormat.N_TRIPLES)
    yield b"".join(sorted(document.splitlines(keepends=True)))


def _comment(opened: OpenStore, selection: Selection) -> list[str]:
    limits = []
    if selection.around is not None:
        steps = f"{selection.depth} step{'' if selection.depth == 1 else 's'}"
        limits.append(f"{selection.around} and what lies within {steps} of it")
    if selection.types:
        limits.append(f"of the types {', '.join(selection.types)}")
    if selection.query:
        limits.append(f"what answers {' '.join(selection.query.split())}")
    if selection.as_of:
        limits.append(f"as of {selection.as_of}")
    what = "; ".join(limits) or "the whole graph"
    return [
        "# tocgraph: international cooperation against transnational organized crime",
        f"# {what}: {len(selection.entities)} entities, {len(selection.claims)} claims",
        f"# version {__version__}, data {opened.names.meta('fingerprint')}",
        "# licence: Creative Commons Attribution 4.0 International (CC BY 4.0)",
    ]


def _used(found: Iterable[Triple], prefixes: dict[str, str]) -> dict[str, str]:
    """The prefixes whose namespace begins an address of the document."""
    iris = {term.value for triple in found for term in triple if term.kind == "iri"}
    iris |= {term.datatype for triple in found for term in triple if term.datatype}
    return {name: space for name, space in prefixes.items() if any(iri.startswith(space) for iri in iris)}


def _native(found: Iterable[Triple]) -> list[pyoxigraph.Triple]:
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

    return [pyoxigraph.Triple(node(s.value), node(p.value), term(o)) for s, p, o in found]
