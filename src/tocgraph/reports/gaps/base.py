"""What the kinds of gaps share: their shape, one query for entities and the claims between them, and cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from tocgraph.answers import Answer, claimed
from tocgraph.reports.common import standing_filter, term
from tocgraph.store import OpenStore
from tocgraph.store.claims import TAKEN_AS_FACT, Claim, exists_on, holds_on, read_claims
from tocgraph.store.names import Named
from tocgraph.store.resolve import resolve

Texts = dict[str, str]
"""One text by language."""


class Gaps(NamedTuple):
    """The gaps of one kind: `rows` under `columns`, an answer for each row, and what must be said with them.

    `complete` tells whether the list leaves none out of those that were looked at.
    `of` is the number of things looked at; `unknown` counts the rows that are not known to be gaps. `none` says what
    it means that there are no rows, where more is known than that the graph records none.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    answers: tuple[Answer, ...]
    reading: Texts
    remarks: tuple[Texts, ...]
    sparql: str
    of: int
    unknown: int = 0
    complete: str = "unknown"
    none: Texts = {}  # noqa: RUF012 (never changed)


class Edge(NamedTuple):
    """A claim between two entities, as far as gaps look at it."""

    id: str
    subject: str
    relation: str
    object: str
    fact: bool


_QUERY = """SELECT DISTINCT ?entity ?claim ?relation ?subject ?object ?standing WHERE {{
  {{
    ?entity a {kind} .
{lives}{link}  }} UNION {{
    VALUES ?relation {{ {relations} }}
    ?claim rdf:predicate ?relation ; rdf:subject ?subject ; rdf:object ?object ; toc:standing ?standing .
    FILTER(?standing NOT IN (toc:standing-disputed, toc:standing-rejected))
    FILTER(isIRI(?object))
{dates}{over}  }}
}}
ORDER BY ?entity ?claim"""


NOT_OVER = "    FILTER NOT EXISTS {{ {claim} toc:holdsTo ?over }}\n"
"""Asked of no day, what has an end counts as over."""


class Picture(NamedTuple):
    """The entities of a type on a day, and the claims of some relation types between any entities."""

    query: str
    entities: tuple[str, ...]
    edges: tuple[Edge, ...]

    def into(self, *relations: str) -> dict[str, list[Edge]]:
        """The claims of those relation types by their object."""
        found: dict[str, list[Edge]] = {}
        for edge in self.edges:
            if edge.relation in relations:
                found.setdefault(edge.object, []).append(edge)
        return found

    def out(self, *relations: str) -> dict[str, list[Edge]]:
        """The claims of those relation types by their subject."""
        found: dict[str, list[Edge]] = {}
        for edge in self.edges:
            if edge.relation in relations:
                found.setdefault(edge.subject, []).append(edge)
        return found


def look(
    opened: OpenStore, kind: str, relations: Iterable[str], as_of: str | None, about: str | None = None
) -> Picture:
    """The entities of a type (and narrower ones), and the claims of those relation types and narrower ones.

    Args:
        opened: The store.
        kind: The entity type.
        relations: Relation types; those that the schema does not have are passed over.
        as_of: What may exist and hold on this (partial) date; without one, claims that have an end are over.
        about: Only entities that a claim joins with the entity of this id or name.

    Raises:
        UnknownIdError: nothing is called `about`.
        QueryError: `as_of` is no date.
    """
    names, schema = opened.vocabulary, opened.schema
    wanted = [n for r in relations if r in schema.relations for n in schema.narrower_relations(r)]
    link = ""
    if about is not None:
        other = term(opened, names.entity(resolve(opened, about).id))
        link = (
            f"  {{ ?link rdf:subject ?entity ; rdf:object {other} }}"
            f" UNION {{ ?link rdf:subject {other} ; rdf:object ?entity }}\n"
            + standing_filter("?link", "?linked")
            + holds_on(as_of, "?link")
        )
    query = names.header("id", "rdf", "toc", "xsd") + _QUERY.format(
        kind=term(opened, names.entity_type(kind)),
        lives=exists_on(as_of),
        link=link,
        relations=" ".join(term(opened, names.relation(r)) for r in dict.fromkeys(wanted)),
        dates=holds_on(as_of),
        over="" if as_of else NOT_OVER.format(claim="?claim"),
    )
    by_iri = {names.relation(r): r for r in wanted}
    facts = {names.standing(s) for s in TAKEN_AS_FACT}
    entities: list[str] = []
    edges: list[Edge] = []
    for row in opened.store.select(query).rows if kind in schema.types else ():
        if "entity" in row:
            entities.append(names.local(row["entity"].value))
            continue
        claim, subject, target = (names.local(row[v].value) for v in ("claim", "subject", "object"))
        fact = row["standing"].value in facts
        edges.append(Edge(claim, subject, by_iri[row["relation"].value], target, fact))
    return Picture(query, tuple(dict.fromkeys(entities)), tuple(sorted(edges)))


def lineage(edges: Mapping[str, Sequence[Edge]], entity: str) -> list[str]:
    """The entity and all that is broader, by claims given by their subject; nearest first."""
    found = [entity]
    for one in found:
        found += [e.object for e in edges.get(one, ()) if e.fact and e.object not in found]
    return found


def is_a(opened: OpenStore, named: Named | None, *types: str) -> bool:
    """Whether an entity is of one of those types or of a narrower one."""
    return named is not None and not set(opened.schema.ancestors(named.type)).isdisjoint(types)


def cell(named: Mapping[str, Named], entities: Iterable[str], most: int = 5) -> Texts | str:
    """The names of entities, in order and at most so many, as one cell by language; empty when there are none."""
    known = sorted(dict.fromkeys(entities), key=lambda e: name_order(named, "en", e))
    if not known:
        return ""
    rest = len(known) - most
    more = {"en": f"; and {rest} more", "ar": f"؛ و{rest} أخرى"} if rest > 0 else {}
    return {
        code: "; ".join(named[e].name(code) if e in named else e for e in known[:most]) + more.get(code, "")
        for code in ("en", "ar")
    }


def places(claims: Iterable[Claim]) -> str:
    """Where the claims stand: source ids with pinpoints."""
    cited = (f"{c.source} ({c.at})" if c.at else c.source for claim in claims for c in claim.citations)
    return "; ".join(dict.fromkeys(cited))


def answer(named: Named | None, entity: str, behind: Sequence[Claim], **more: Any) -> Answer:
    """A gap as an answer: the entity it is about, with the claims that make it one."""
    return Answer(
        id=entity,
        label=named.label if named else {},
        type=named.type if named else None,
        **{**claimed(behind), **more},
    )


def claims_of(opened: OpenStore, edges: Iterable[Edge]) -> dict[str, Claim]:
    """The claims behind those edges."""
    return read_claims(opened, (edge.id for edge in edges))


def name_order(named: Mapping[str, Named], language: str, entity: str) -> tuple[str, str]:
    """A sort key: the name of an entity, then its id."""
    known = named.get(entity)
    return (known.name(language).casefold() if known else entity, entity)
