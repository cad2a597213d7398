"""What an export holds: the whole graph, or a part of it.

A part is found by SPARQL through the Store contract, so that it works on an endpoint as well; its ids are held. The ids
of a whole graph are read from the compiled store each time they are asked for, and sorted on disk.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple, overload

from tocgraph.errors import StoreError, TocgraphError, UnknownIdError
from tocgraph.exporters.sorting import sorted_lines
from tocgraph.store import OpenStore
from tocgraph.store.claims import exists_on, holds_on
from tocgraph.store.embedded import EmbeddedStore
from tocgraph.store.resolve import resolve
from tocgraph.store.statements import in_batches
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
    entities: Sequence[str]
    claims: Sequence[str]
    types: tuple[str, ...] = ()
    query: str = ""
    as_of: str | None = None
    whole: bool = False


class _Stored(Sequence[str]):
    """Ids in a compiled store: those of the addresses that `read` gives, read anew for each walk."""

    def __init__(self, opened: OpenStore, read: Callable[[], Iterator[str]]) -> None:
        self._opened = opened
        self._read = read
        self._count = -1

    def __iter__(self) -> Iterator[str]:
        local = self._opened.vocabulary.local
        # A line feed within an id must not end its line.
        lines = (local(iri).replace("%", "%25").replace("\n", "%0A").encode() + b"\n" for iri in self._read())
        for line in sorted_lines(lines):
            yield line[:-1].decode().replace("%0A", "\n").replace("%25", "%")

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[str, ...]: ...

    def __getitem__(self, place: int | slice) -> str | tuple[str, ...]:
        if isinstance(place, slice) or place < 0:
            return tuple(self)[place]
        for found in islice(self, place, None):
            return found
        raise IndexError(place)

    def __len__(self) -> int:
        if self._count < 0:
            self._count = sum(1 for _ in self)
        return self._count


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
    if around is None and not types and chosen is None and as_of is None:
        return _whole(opened)
    covered = _covered(opened, types)
    centre = None if around is None else resolve(opened, around).id
    candidates: Collection[str] | None = None
    if centre is not None:
        candidates = _reach(opened, centre, depth)
    if chosen is not None:
        candidates = chosen.entities if candidates is None else chosen.entities & set(candidates)
    inside = _inside(opened, candidates, covered, as_of)
    if centre is not None:
        inside.add(centre)
    entities = tuple(sorted(inside))
    claims = tuple(sorted(set(_claims_within(opened, entities, inside, as_of))))
    query = chosen.query if chosen else ""
    return Selection(centre, depth if centre else 0, entities, claims, tuple(types), query, as_of)


def _whole(opened: OpenStore) -> Selection:
    names, store = opened.vocabulary, opened.store
    kind, claim, typed = f"{names.prefixes['rdf']}type", f"{names.prefixes['toc']}Claim", f"{names.prefixes['toc']}type"
    if isinstance(store, EmbeddedStore):
        entities = _Stored(opened, lambda: store.having(typed))
        return Selection(None, 0, entities, _Stored(opened, lambda: store.having(kind, claim)), whole=True)
    found = list[tuple[str, ...]]()
    for pattern in (f"?x <{typed}> ?type", f"?x <{kind}> <{claim}>"):
        given = _column(opened, f"SELECT DISTINCT ?x WHERE {{ {pattern} }}")
        _all_given(opened, f"SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ {pattern} }}", len(given))
        found.append(tuple(sorted(given)))
    return Selection(None, 0, found[0], found[1], whole=True)


def _inside(
    opened: OpenStore, candidates: Collection[str] | None, types: Collection[str] | None, as_of: str | None
) -> set[str]:
    """Those of the candidates, or of all entities, that have one of the types and may exist on the day."""
    names = opened.vocabulary
    of_types = ""
    if types is not None:
        of_types = f"VALUES ?type {{ {' '.join(f'<{names.entity_type(t)}>' for t in sorted(types))} }}"
    limits = exists_on(as_of, "?x")

    def found(among: str) -> set[str]:
        pattern = f"{among} {of_types} ?x toc:type ?type\n{limits}"
        return _column(opened, f"{names.header('toc', 'xsd')}SELECT DISTINCT ?x WHERE {{ {pattern} }}")

    if candidates is None:
        return found("")
    inside: set[str] = set()
    for iris in chunks(names.entity(i) for i in sorted(candidates)):
        inside |= found(f"VALUES ?x {{ {iris} }}")
    return inside


def _covered(opened: OpenStore, types: Sequence[str]) -> set[str] | None:
    """The types and their narrower ones; None for all. Raises UnknownIdError."""
    known = opened.schema.types
    for wanted in types:
        if wanted not in known:
            raise UnknownIdError("entity type", wanted, nearest(wanted, known))
    return {t for t in known if set(opened.schema.ancestors(t)) & set(types)} if types else None


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


def _claims_within(
    opened: OpenStore, entities: Iterable[str], inside: Collection[str], as_of: str | None
) -> Iterator[str]:
    """The claims whose ends are inside, and which may hold on the day; some come several times."""
    names = opened.vocabulary
    header, limits = names.header("rdf", "toc", "xsd"), holds_on(as_of, "?x")
    for iris in chunks(names.entity(i) for i in entities):
        pattern = f"VALUES ?subject {{ {iris} }} ?x rdf:subject ?subject ; rdf:object ?object ; a toc:Claim .\n{limits}"
        for row in opened.store.select(f"{header}SELECT ?x ?object WHERE {{ {pattern} }}").rows:
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
    """The ids behind the addresses that a query finds in its only column."""
    local, store = opened.vocabulary.local, opened.store
    if isinstance(store, EmbeddedStore):  # without the rows, which take several times the memory of the ids
        return store.run(query, lambda results: {local(row[0].value) for row in results})
    return {local(row["x"].value) for row in store.select(query).rows}


def chunks(iris: Iterable[str]) -> Iterator[str]:
    """The addresses in angle brackets, some hundreds at a time, as VALUES takes them."""
    for chunk in in_batches(iris, _CHUNK):
        yield " ".join(f"<{iri}>" for iri in chunk)
