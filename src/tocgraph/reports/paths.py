"""path: how two entities hang together, with the claim behind each step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from math import inf
from typing import TYPE_CHECKING, Any

from tocgraph.answers import Answer, AnswerSet, claimed
from tocgraph.errors import QueryError
from tocgraph.reports.common import as_of_words, entity_type, relation_label, standing_filter, term
from tocgraph.store import OpenStore
from tocgraph.store.claims import Claim, holds_on, read_claims
from tocgraph.store.resolve import resolve

if TYPE_CHECKING:
    from tocgraph.store.names import Named

_Edge = tuple[str, str, str]
"""Subject, object and claim."""
_EDGES = """SELECT ?claim ?subject ?object WHERE {{
{near}  ?claim a toc:Claim ; rdf:subject ?subject ; rdf:object ?object .
  FILTER(isIRI(?object))
{standing}{dates}{types}}}
ORDER BY ?claim"""
_NEAR = """  VALUES ?near {{ {near} }}
  {{ ?claim rdf:subject ?near }} UNION {{ ?claim rdf:object ?near }}
"""
_ANYWHERE = "# anywhere\n"
"""Where that stands, for claims anywhere in the graph."""
_WIDEST = 100
"""From so many things at once their neighbours are asked for; beyond that the whole graph is read."""


def paths(
    opened: OpenStore,
    start: str,
    end: str,
    count: int = 1,
    as_of: str | None = None,
    language: str = "en",
    all_standings: bool = False,
    without: Sequence[str] = (),
    equally_short: bool = False,
) -> AnswerSet:
    """The shortest ways from one entity to another, at most `count` of them, shortest first.

    With `equally_short` only those that are as short as the first one.

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
    types = "".join(_not_through(opened, entity_type(opened, name), ends) for name in without)
    standing = standing_filter("?claim", "?standing", all_standings)
    body = _EDGES.format(near=_ANYWHERE, standing=standing, dates=holds_on(as_of), types=types)
    query = opened.vocabulary.header("id", "rdf", "toc", "xsd") + body
    graph, ways = networkx.Graph(), []
    for graph, certain in _grown(opened, query, first.id, last.id):
        ways = _ways(graph, first.id, last.id, count, equally_short)
        if ways and len(ways[-1]) - 1 <= certain and (equally_short or len(ways) == count):
            break
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
        sparql=query.replace(_ANYWHERE, ""),
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


def _grown(opened: OpenStore, query: str, start: str, end: str) -> Iterator[tuple[Any, float]]:
    """Graphs around both ends, each larger than the one before, with the length up to which no way is missing in it.

    A way of n + m steps lies within n steps of one end and m steps of the other. The last graph is the whole one.
    """
    edges: set[_Edge] = set()
    inside: tuple[set[str], set[str]] = (set(), set())
    fronts = ({start}, {end})
    certain = 0
    while start != end and fronts[0] and fronts[1]:
        side = int(len(fronts[1]) < len(fronts[0]))
        if len(fronts[side]) > _WIDEST:
            break
        iris = " ".join(f"<{opened.vocabulary.entity(e)}>" for e in sorted(fronts[side]))
        found = _edges(opened, query.replace(_ANYWHERE, _NEAR.format(near=iris)))
        edges |= found
        inside[side].update(fronts[side])
        reached = {thing for edge in found for thing in edge[:2]} - inside[side]
        fronts = (fronts[0], reached) if side else (reached, fronts[1])
        certain += 1
        if certain > 1:
            yield _graph(edges), certain
    if start != end and fronts[0] and fronts[1]:
        yield _graph(_edges(opened, query.replace(_ANYWHERE, ""))), inf
    elif start != end:
        yield _graph(edges), inf  # all that hangs together with one of them is there


def _edges(opened: OpenStore, query: str) -> set[_Edge]:
    local = opened.vocabulary.local
    return {
        (local(row["subject"].value), local(row["object"].value), local(row["claim"].value))
        for row in opened.store.select(query).rows
    }


def _ways(graph: Any, start: str, end: str, count: int, equally_short: bool) -> list[list[str]]:
    import networkx

    if start not in graph or end not in graph:
        return []
    try:
        ways = list(islice(networkx.shortest_simple_paths(graph, start, end), count))
    except networkx.NetworkXNoPath:
        return []
    return [way for way in ways if not equally_short or len(way) == len(ways[0])]


def _graph(edges: Iterable[_Edge]) -> Any:
    import networkx

    edges = sorted(edges)  # so that equally short ways come in the same order on every engine
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
