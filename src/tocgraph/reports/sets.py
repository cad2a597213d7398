"""Sets of entities by one word: all of a type, the members of a body, the states of a region, a list of names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tocgraph.errors import QueryError, UnknownIdError
from tocgraph.reports.common import entity_type
from tocgraph.reports.facets import narrower
from tocgraph.reports.holdings import holdings
from tocgraph.reports.law import INSTRUMENT, STATES, is_a
from tocgraph.reports.listing import list_entities
from tocgraph.store import OpenStore
from tocgraph.store.claims import TAKEN_AS_FACT
from tocgraph.store.names import Named
from tocgraph.store.resolve import resolve
from tocgraph.text import natural, nearest

_WITHIN = ("member-of", "located-in", "part-of")
"""How things belong to an entity that names a set: the first of these that anything has counts."""


_HOLDERS = ("organization", "place")

_ALONE = (INSTRUMENT, *STATES)
"""What is meant itself, not its articles or its cities, where it meets one of _PARTNERS."""

_PARTNERS = (*_ALONE, "crime", "mechanism")


class Chosen(NamedTuple):
    """A set: its entities in order, what it is called by language, the queries that found it.

    `listed` tells that each entity was asked for by name. `whole` is the one entity that was named, if one was:
    the entities are then what belongs to it, or itself.
    """

    entities: list[Named]
    name: dict[str, str]
    queries: list[str]
    listed: bool = False
    whole: Named | None = None


def choose(
    opened: OpenStore,
    texts: tuple[str, str],
    where: tuple[Sequence[str], Sequence[str]] = ((), ()),
    as_of: str | None = None,
    languages: Sequence[str] = (),
) -> tuple[Chosen, Chosen]:
    """The entities that each of two texts stands for.

    An instrument or a State named alone stands for itself where the other side is of States, instruments, crimes or
    mechanisms, and so does a concept without narrower ones where the other side is of anything but concepts.

    Args:
        opened: The store.
        texts: Each an entity type; an entity that others belong to (members of an organization, states of a region,
            narrower concepts, parts); or several entities parted by commas.
        where: For each, conditions as those of `list_entities`; only for a type.
        as_of: Take claims that may hold on this (partial) date.
        languages: The languages that `name` is wanted in.

    Raises:
        UnknownIdError: nothing is called so.
        QueryError: a set is empty, or conditions come with a set that is no type.
    """
    one, other = (_one(opened, t, w, as_of, languages) for t, w in zip(texts, where, strict=True))
    return _beside(opened, texts[0], one, other), _beside(opened, texts[1], other, one)


def _beside(opened: OpenStore, text: str, one: Chosen, other: Chosen) -> Chosen:
    """The set as it is meant where it meets the other one."""
    if one.whole is None:
        return one
    if other.whole is not None and (is_a(opened, other.whole.type, *_ALONE) or not other.entities):
        kinds = {other.whole.type}
    else:
        kinds = {entity.type for entity in other.entities}
    if is_a(opened, one.whole.type, *_ALONE):
        itself = all(is_a(opened, kind, *_PARTNERS) for kind in kinds)
    else:
        concept = not one.entities and is_a(opened, one.whole.type, "concept")
        itself = concept and not any(is_a(opened, kind, "concept") for kind in kinds)
    if itself:
        return one._replace(entities=[one.whole], listed=True)
    if not one.entities:
        holders = [hit.id for hit, _, _ in opened.names.find(text, 6) if is_a(opened, hit.type, *_HOLDERS)]
        also = f"; did you mean {', '.join(holders)}?" if holders else ""
        raise QueryError(
            f"nothing belongs to {one.whole.name()} ({one.whole.id})",
            f"name an entity type, an organization, a region, a wider concept, or several things by commas{also}",
        )
    return one


def _one(opened: OpenStore, text: str, where: Sequence[str], as_of: str | None, languages: Sequence[str]) -> Chosen:
    """What a text stands for by itself; of an entity that nothing belongs to, no entities."""
    try:
        kind = entity_type(opened, text)
    except UnknownIdError as unknown:
        if where:
            raise QueryError(f"{text!r} is no entity type: conditions choose among the entities of a type") from unknown
        return _named(opened, text, as_of, unknown, languages)
    found = list_entities(opened, text, where, as_of=as_of)
    entities = opened.names.entities(answer.id for answer in found.answers if answer.id)
    if not entities:
        label = opened.schema.label("types", kind, "en", "plural")
        raise QueryError(f"there are no {label} that meet this", "`tocgraph list` shows what a condition leaves")
    # The date belongs to the whole matrix and is said there.
    names = {code: list_entities(opened, text, where, language=code).reading for code in languages}
    return Chosen(list(entities.values()), names, [found.sparql])


def _named(
    opened: OpenStore, text: str, as_of: str | None, unknown: UnknownIdError, languages: Sequence[str]
) -> Chosen:
    parts = [part for part in (p.strip() for p in text.replace("،", ",").split(",")) if part]
    if len(parts) > 1:
        listed = [resolve(opened, part) for part in parts]
        for position, one in enumerate(listed):
            if one in listed[:position]:
                raise QueryError(f"{one.name()} ({one.id}) is named twice", "name each thing once")
        return Chosen(
            listed, {c: ("، " if c == "ar" else ", ").join(e.name(c) for e in listed) for c in languages}, [], True
        )
    try:
        whole = resolve(opened, text)
    except UnknownIdError as error:
        near = [*nearest(text, opened.schema.types), *error.suggestions]
        raise UnknownIdError("entity type or set", text, list(dict.fromkeys(near))[:4]) from unknown
    found, queries = _belonging(opened, whole, as_of)
    return Chosen(found, {code: whole.name(code) for code in languages}, queries, whole=whole)


def _belonging(opened: OpenStore, whole: Named, as_of: str | None) -> tuple[list[Named], list[str]]:
    """What belongs to an entity; of what lies in a place, the States where there are any."""
    below = narrower(opened, [whole.id])[whole.id]
    if below:
        return _in_order(opened, {whole.id, *below}), []
    queries: list[str] = []
    for relation in _WITHIN:
        if relation not in opened.schema.relations:
            continue
        inside: set[str] = set()
        frontier = [whole.id]
        transitive = "transitive" in opened.schema.relations[relation].get("flags", ())
        while frontier:
            read = holdings(opened, frontier, opened.schema.narrower_relations(relation), as_of, forward=False)
            queries += read.queries[:1] if not queries else []
            new = {h.end for h in read.found if h.standing in TAKEN_AS_FACT} - inside
            inside |= new
            frontier = sorted(new) if transitive else []
        if inside:
            entities = _in_order(opened, inside)
            states = [e for e in entities if is_a(opened, e.type, *STATES)]
            return (states or entities) if relation == "located-in" else entities, queries
    return [], queries


def _in_order(opened: OpenStore, identifiers: set[str]) -> list[Named]:
    return list(opened.names.entities(sorted(identifiers, key=natural)).values())
