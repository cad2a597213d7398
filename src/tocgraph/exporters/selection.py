"""What an export holds: the whole graph, or a part of it.

Everything here is SPARQL through the Store contract, so that it works on an endpoint as well.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from tocgraph.errors import StoreError, TocgraphError, UnknownIdError
from tocgraph.store import OpenStore
from tocgraph.store.claims import exists_on, holds_on
from tocgraph.store.resolve import resolve
from tocgraph.text import nearest

_CHUNK = 300
"""How many addresses stand in one VALUES block; endpoints limit the length of a query."""


class Selection(NamedTuple):
    """The ids of the entities and claims to export, and what they were chosen by.

    The ids are sorted. Every claim has its ends among the entities. `around` and `depth`, `types`, `query` and
    `as_of` are those of `select`; `around` is an id.
    """

    around: str | None
    depth: int
    entities: tuple[str, ...]
    claims: tuple[str, ...]
    types: tuple[str, ...] = ()
    query: str = ""
    as_of: str | None = None
    whole: bool = False


class Chosen(NamedTuple):
    """Entities that a question or a query found, with its words."""

    query: str
    entities: frozenset[str]


def select(
    opened: OpenStore,
    around: str | None = None,
    depth: int = 1,
    types: Sequence[str] = (),
    chosen: Chosen | None = None,
    as_of: str | None = None,
) -> Selection:
    """The whole graph, or the part of it that every limit given leaves.

    A step around an entity follows claims of any standing in either direction. All claims whose ends are among the
    entities belong to the selection, those with a literal value included.

    Args:
        opened: The store to read.
        around: The id of an entity, or a name that only one entity has.
        depth: The number of steps around it, 0 or more; 0 is the entity alone.
        types: Ids of entity types; narrower types belong to them.
        chosen: Only these entities.
        as_of: A (partial) date: only what may exist and hold then. What has no date stays.

    Raises:
        UnknownIdError: there is no such entity or type.
        TocgraphError: the depth is negative, or the name belongs to several entities.
        QueryError: the date is not a date.
        StoreError: the store failed, or it does not hold the entity.
    """
    if depth < 0:
        raise TocgraphError(f"a depth of {depth} is not possible", "give a depth of 0 or more")
    header = opened.vocabulary.header("toc")
    if around is None and not types and chosen is None and as_of is None:
        entities = _column(opened, header + "SELECT DISTINCT ?x WHERE { ?x toc:type ?type }")
        claims = _column(opened, header + "SELECT DISTINCT ?x WHERE { ?x a toc:Claim }")
        for given, pattern in ((entities, "?x toc:type ?type"), (claims, "?x a toc:Claim")):
            _all_given(opened, f"{header}SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ {pattern} }}", len(given))
        return Selection(None, 0, tuple(sorted(entities)), tuple(sorted(claims)), whole=True)
    centre = None if around is None else resolve(opened, around).id
    inside = _column(opened, header + f"SELECT DISTINCT ?x WHERE {{ ?x toc:type ?type\n{exists_on(as_of, '?x')} }}")
    if types:
        inside &= _of_types(opened, types)
    if chosen is not None:
        inside &= chosen.entities
    if centre is not None:
        inside = _reach(opened, centre, depth) & (inside | {centre})
    claims = set(_claims_within(opened, inside))
    if as_of is not None:
        claims &= _column(opened, header + f"SELECT DISTINCT ?x WHERE {{ ?x a toc:Claim\n{holds_on(as_of, '?x')} }}")
    query = chosen.query if chosen else ""
    found = tuple(sorted(inside)), tuple(sorted(claims))
    return Selection(centre, depth if centre else 0, *found, tuple(types), query, as_of)


def _of_types(opened: OpenStore, types: Iterable[str]) -> set[str]:
    known = opened.schema.types
    for wanted in types:
        if wanted not in known:
            raise UnknownIdError("entity type", wanted, nearest(wanted, known))
    covered = {t for t in known if set(opened.schema.ancestors(t)) & set(types)}
    values = " ".join(f"<{opened.vocabulary.entity_type(t)}>" for t in sorted(covered))
    header = opened.vocabulary.header("toc")
    return _column(opened, header + f"SELECT DISTINCT ?x WHERE {{ VALUES ?type {{ {values} }} ?x toc:type ?type }}")


def _reach(opened: OpenStore, centre: str, depth: int) -> set[str]:
    """The entities within `depth` steps, breadth first."""
    names = opened.vocabulary
    query = names.header("rdf", "toc")
    query += """SELECT DISTINCT ?x WHERE {{
  {{ VALUES ?end {{ {iris} }} ?claim rdf:subject ?end ; rdf:object ?x ; a toc:Claim }}
  UNION
  {{ VALUES ?end {{ {iris} }} ?claim rdf:object ?end ; rdf:subject ?x ; a toc:Claim }}
  FILTER(isIRI(?x))
}}"""
    inside = {centre}
    frontier = {centre}
    for _ in range(depth):
        reached: set[str] = set()
        for iris in chunks(names.entity(i) for i in sorted(frontier)):
            reached.update(_column(opened, query.format(iris=iris)))
        frontier = reached - inside
        if not frontier:
            break
        inside |= frontier
    return inside


def _claims_within(opened: OpenStore, inside: Collection[str]) -> Iterator[str]:
    names = opened.vocabulary
    query = names.header("rdf", "toc")
    query += """SELECT ?x ?object WHERE {{
  VALUES ?subject {{ {iris} }}
  ?x rdf:subject ?subject ; rdf:object ?object ; a toc:Claim .
}}"""
    for iris in chunks(names.entity(i) for i in sorted(inside)):
        for row in opened.store.select(query.format(iris=iris)).rows:
            if row["object"].kind == "literal" or names.local(row["object"].value) in inside:
                yield names.local(row["x"].value)


def _all_given(opened: OpenStore, query: str, given: int) -> None:
    """An error when the store holds more: a public endpoint may cut long results without a word."""
    held = int(opened.store.select(query).rows[0]["n"].value)
    if held > given:
        raise StoreError(
            f"the store holds {held} records and gave only {given} of them",
            "export a part with `--around`, or from the data folder without `--endpoint`",
        )


def _column(opened: OpenStore, query: str) -> set[str]:
    return {opened.vocabulary.local(row["x"].value) for row in opened.store.select(query).rows}


def chunks(iris: Iterable[str]) -> Iterator[str]:
    """The addresses in angle brackets, some hundreds at a time, as VALUES takes them."""
    listed = list(iris)
    for start in range(0, len(listed), _CHUNK):
        yield " ".join(f"<{iri}>" for iri in listed[start : start + _CHUNK])
