"""TriG and N-Quads: one named graph for each source, under the address of the source.

The graph of a source holds what the source says: its claims, its citations, and their plain triples. A claim with
two sources stands in the graphs of both, each with its own citation. Entities, sources, the schema, and derived claims
are in the default graph.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import IO

from tocgraph.exporters.lines import parts_of, subject_lines
from tocgraph.exporters.selection import Selection
from tocgraph.exporters.sorting import sorted_lines, spooled
from tocgraph.exporters.turtle import comment, document_of
from tocgraph.rdf.terms import Terms
from tocgraph.store import OpenStore

Statement = tuple[bytes, bytes]
"""A triple as it stands in N-Triples without the full stop, and its graph, empty for the default graph."""


def nquads(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """The selection in N-Quads (RDF 1.1 N-Quads): one statement a line, lines sorted."""
    yield from sorted_lines(_line(*statement) for statement in _statements(opened, selection))


def trig(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """The selection in TriG (RDF 1.1 TriG): the default graph, then one graph for each source, in order."""
    import pyoxigraph

    # By graph, then as in Turtle by subject: ">" comes after "#", so a claim would follow its citations.
    keyed = (b"%b %b\n" % (graph, triple.replace(b"> ", b" ", 1)) for triple, graph in _statements(opened, selection))
    ordered = (line[:-1].partition(b" ") for line in sorted_lines(keyed))
    with spooled(_line(triple.replace(b" ", b"> ", 1), graph) for graph, _, triple in ordered) as lines:
        yield from document_of(opened, lines, pyoxigraph.RdfFormat.TRIG, comment(opened, selection))


def _line(triple: bytes, graph: bytes) -> bytes:
    return b"%b %b .\n" % (triple, graph) if graph else b"%b .\n" % triple


def _statements(opened: OpenStore, selection: Selection) -> Iterator[Statement]:
    """Every statement of a selection, in no order; memory holds one claim at a time."""
    claims = _Claims(opened)
    with tempfile.TemporaryFile() as others, tempfile.TemporaryFile() as backed:
        for claim, group in groupby(subject_lines(opened, selection), key=claims.resource):
            if claim:
                yield from claims.statements([parts_of(line) for line in group], backed)
            else:
                others.writelines(group)
        others.seek(0)
        backed.seek(0)
        yield from _joined(sorted_lines(others), sorted_lines(backed))


def _joined(others: Iterable[bytes], backed: Iterable[bytes]) -> Iterator[Statement]:
    """Triples in the graphs of the claims that back them; both are sorted. A triple without one is in no graph."""
    waiting = (line[:-1].partition(b"\x00") for line in backed)
    held = next(waiting, None)
    for line in others:
        triple, found = line[:-3], False
        while held is not None and held[0] < triple + b" ":
            if held[0] == triple:
                found = True
                yield triple, held[2]
            held = next(waiting, None)
        if not found:
            yield triple, b""


class _Claims:
    """Which statements about a claim stand in which graph."""

    def __init__(self, opened: OpenStore) -> None:
        from tocgraph.model import Schema

        self._space = f"<{opened.vocabulary.prefixes['claim']}".encode()
        terms = Terms(Schema.model_validate(opened.names.meta("schema")))
        iri = {name: terms.iri(name).encode() for name in (
            "rdf:subject", "rdf:predicate", "rdf:object", "toc:standing", "prov:entity",
            "prov:hadPrimarySource", "prov:qualifiedPrimarySource",
        )}  # fmt: skip
        self._iri = iri
        self._plain = {f"<{opened.vocabulary.standing(s)}>".encode() for s in ("preferred", "normal")}
        self._predicates = {
            f"<{opened.vocabulary.relation(r)}>".encode(): [p.encode() for p in predicates]
            for r, predicates in terms.predicates.items()
        }
        self._symmetric = {
            f"<{opened.vocabulary.relation(r.id)}>".encode() for r in terms.relations.values() if "symmetric" in r.flags
        }

    def resource(self, line: bytes) -> bytes:
        """The claim that a line is about, itself or by a citation of it; empty for other lines."""
        if not line.startswith(self._space):
            return b""
        return line.partition(b">")[0].partition(b"#")[0]

    def statements(self, lines: list[tuple[bytes, bytes, bytes]], backed: IO[bytes]) -> Iterator[Statement]:
        """The statements about one claim; the plain triples that it backs go to a file, with their graphs."""
        iri = self._iri
        said = {p: o for _, p, o in lines}
        source_of = {s: o for s, p, o in lines if p == iri["prov:entity"]}
        graphs = sorted({o for _, p, o in lines if p == iri["prov:hadPrimarySource"]})
        for subject, predicate, value in lines:
            triple = b"%b %b %b" % (subject, predicate, value)
            if subject in source_of:
                yield triple, source_of[subject]
            elif predicate == iri["prov:hadPrimarySource"]:
                yield triple, value
            elif predicate == iri["prov:qualifiedPrimarySource"]:
                yield triple, source_of.get(value, b"")
            else:
                for graph in graphs or [b""]:
                    yield triple, graph
        if said.get(iri["toc:standing"]) not in self._plain or iri["rdf:subject"] not in said:
            return
        relation = said.get(iri["rdf:predicate"], b"")
        ends = [(said[iri["rdf:subject"]], said.get(iri["rdf:object"], b""))]
        if relation in self._symmetric:
            ends.append((ends[0][1], ends[0][0]))
        for subject, value in ends:
            for predicate in self._predicates.get(relation, ()):
                backed.writelines(b"%b %b %b\x00%b\n" % (subject, predicate, value, graph) for graph in graphs)
