"""path: how two entities hang together, with the claim behind each step."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

from tocgraph.answers import Answer, AnswerSet, claimed
from tocgraph.errors import QueryError
from tocgraph.reports.common import as_of_words, entity_type, relation_label, standing_filter, term
from tocgraph.store import OpenStore
from tocgraph.store.claims import Claim, holds_on, read_claims
from tocgraph.store.resolve import resolve

if TYPE_CHECKING:
    from tocgraph.store.names import Named

_EDGES = """SELECT ?claim ?subject ?object WHERE {{
  ?claim a toc:Claim ; rdf:subject ?subject ; rdf:object ?object .
  FILTER(isIRI(?object))
{standing}{dates}{types}}}
ORDER BY ?claim"""


def paths(
    opened: OpenStore,
    start: str,
    end: str,
    count: int = 1,
    as_of: str | None = None,
    language: str = "en",
    all_standings: bool = False,
    without: Sequence[str] = (),
) -> AnswerSet:
    """The shortest ways from one entity to another, at most `count` of them, shortest first.

    A step may follow a relation in either direction (`forward` says which). No way visits an entity
    twice (Yen's algorithm, by NetworkX), nor on its way one of the types in `without`. `path` holds
    the steps of all ways: `path` and `step` number them from 1. The answers are the same steps with
    their citations. Entities that nothing joins give an empty path: that is an answer.

    Raises:
        UnknownIdError: one of the two, or a type in `without`, is unknown.
        QueryError: `count` is below 1.
        QueryError: `as_of` is no date.
    """
    import networkx

    if count < 1:
        raise QueryError(f"{count} paths cannot be asked for", "ask for at least 1")
    first, last = resolve(opened, start), resolve(opened, end)
    ends = [opened.vocabulary.entity(e.id) for e in (first, last)]
    query = opened.vocabulary.header("id", "rdf", "toc", "xsd") + _EDGES.format(
        standing=standing_filter("?claim", "?standing", all_standings),
        dates=holds_on(as_of),
        types="".join(_not_through(opened, entity_type(opened, name), ends) for name in without),
    )
    graph = _graph(opened, query)
    ways: list[list[str]] = []
    if first.id != last.id and first.id in graph and last.id in graph:
        try:
            ways = list(islice(networkx.shortest_simple_paths(graph, first.id, last.id), count))
        except networkx.NetworkXNoPath:
            ways = []
    wanted = [c for way in ways for a, b in pairwise(way) for c in graph.edges[a, b]["claims"]]
    claims = read_claims(opened, wanted)
    entities = opened.names.entities(e for way in ways for e in way)
    steps: list[dict[str, Any]] = []
    answers: list[Answer] = []
    for number, way in enumerate(ways, 1):
        for position, (a, b) in enumerate(pairwise(way), 1):
            behind = [claims[c] for c in graph.edges[a, b]["claims"] if c in claims]
            steps.append({"path": number, "step": position, **_step(opened, a, b, behind, entities, language)})
            answers.append(_answer(b, behind, entities, a))
    return AnswerSet(
        question=f"{start} → {end}",
        reading=_reading(first, last, len(ways), language) + as_of_words(as_of, language),
        sparql=query,
        answers=tuple(answers),
        path=tuple(steps),
        as_of=as_of,
    )


def _not_through(opened: OpenStore, kind: str, ends: list[str]) -> str:
    """SPARQL that leaves out claims on entities of a type, except on the two ends of the path."""
    kept = ", ".join(term(opened, iri) for iri in ends)
    iri = term(opened, opened.vocabulary.entity_type(kind))
    return "".join(
        f"  FILTER({side} IN ({kept}) || NOT EXISTS {{ {side} a {iri} }})\n" for side in ("?subject", "?object")
    )


def _graph(opened: OpenStore, query: str) -> Any:
    import networkx

    # Claims come sorted, so equally short ways come in the same order on every engine.
    edges = sorted(
        (
            opened.vocabulary.local(row["subject"].value),
            opened.vocabulary.local(row["object"].value),
            opened.vocabulary.local(row["claim"].value),
        )
        for row in opened.store.select(query).rows
    )
    graph = networkx.Graph()
    graph.add_nodes_from(sorted({end for edge in edges for end in edge[:2]}))
    for subject, target, claim in edges:
        if subject == target:
            continue
        if graph.has_edge(subject, target):
            graph.edges[subject, target]["claims"].append(claim)
        else:
            graph.add_edge(subject, target, claims=[claim])
    return graph


def _step(
    opened: OpenStore, a: str, b: str, behind: list[Claim], entities: dict[str, Named], language: str
) -> dict[str, Any]:
    first = behind[0]
    labels = [relation_label(opened, claim.relation, claim.subject != a, language) for claim in behind]
    return {
        "from": a,
        "from_label": entities[a].label if a in entities else {},
        "relation": first.relation,
        "relation_label": " / ".join(dict.fromkeys(labels)),
        "forward": first.subject == a,
        "to": b,
        "to_label": entities[b].label if b in entities else {},
        "claims": [{"id": c.id, "relation": c.relation, "forward": c.subject == a} for c in behind],
    }


def _answer(target: str, behind: list[Claim], entities: dict[str, Named], a: str) -> Answer:
    known = entities.get(target)
    return Answer(
        id=target,
        label=known.label if known else {},
        type=known.type if known else None,
        inverse=behind[0].subject != a,
        **claimed(behind),
    )


def _reading(first: Named, last: Named, count: int, language: str) -> str:
    a, b = first.name(language), last.name(language)
    if language == "ar":
        if first.id == last.id:
            return f"{a}: الطرفان كيان واحد"
        return f"أقصر الطرق من {a} إلى {b}: {count}" if count else f"لا طريق في الرسم البياني من {a} إلى {b}"
    if first.id == last.id:
        return f"{a}: both ends are the same entity"
    ways = "the shortest way" if count == 1 else f"the {count} shortest ways"
    return f"{ways} from {a} to {b}" if count else f"nothing in the graph joins {a} and {b}"
