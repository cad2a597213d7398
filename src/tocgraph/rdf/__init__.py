"""KnowledgeGraph -> N-Triples. The one place that makes triples.

Every claim is a resource of its own (toc:Claim, rdf:Statement) with time bounds, standing,
qualifiers and citations; a derived claim has its rule and premises instead. Claims of standing
preferred or normal also stand as plain triples, with the triples that the schema entails (broader
relation types, symmetric ones). No blank nodes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from tocgraph.graph import KnowledgeGraph
from tocgraph.model import Relation
from tocgraph.rdf.records import PLAIN_STANDINGS, Writer
from tocgraph.rdf.schema import LICENSE, TITLE
from tocgraph.rdf.terms import literal
from tocgraph.vocabulary import Vocabulary

__all__ = ["LICENSE", "PLAIN_STANDINGS", "TITLE", "literal", "resting_on", "triples"]


def triples(graph: KnowledgeGraph) -> Iterator[str]:
    """Every triple of the graph as a line of N-Triples, in canonical form (RDF 1.1 N-Triples).

    The last one is the fingerprint of all others (toc:fingerprint of the data set), by which a copy of the graph on a
    server is known to be the same, and to be whole.
    """
    mark = 0
    for line in _described(graph):
        # A sum, so that the order of the triples makes no difference.
        mark += int.from_bytes(blake2b(line.encode(), digest_size=12).digest())
        yield line
    names = Vocabulary(graph.schema.base)
    yield f"<{names.dataset}> <{names.fingerprint}> {literal(f'{mark % 2**96:024x}')} .\n"


def _described(graph: KnowledgeGraph) -> Iterator[str]:
    writer = Writer(graph.schema)
    yield from writer.dataset()
    yield from writer.schema_terms()
    yield from writer.origin_terms(sorted({code for e in graph.entities.values() for code in e.label_from}))
    for source in graph.sources.values():
        yield from writer.source(source)
    for entity in graph.entities.values():
        yield from writer.entity(entity)
        yield from writer.span(f"<{writer.names.entity(entity.id)}>", "exists", graph.lives.get(entity.id, ("", "")))
    behind = resting_on(graph.relations)
    for relation in graph.relations:
        yield from writer.relation(relation, behind.get(relation.id, ()))
        yield from writer.span(f"<{writer.names.claim(relation.id)}>", "holds", graph.period(relation))


def resting_on(relations: Iterable[Relation]) -> dict[str, list[str]]:
    """For each derived claim the ids of the stated claims at the bottom of its proof, sorted."""
    found: dict[str, list[str]] = {}
    premises = {r.id: r.derived.premises for r in relations if r.derived is not None}
    for claim in premises:
        waiting, seen = [claim], {claim}
        while waiting:
            fresh = set(premises.get(waiting.pop(), ())) - seen
            seen |= fresh
            waiting += fresh
        found[claim] = sorted(seen - premises.keys())
    return found
