"""What things are compared by: which claims count, and what may stand at their other end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tocgraph.errors import QueryError, UnknownIdError
from tocgraph.parties import PARTY
from tocgraph.reports.common import entity_type, relation_type
from tocgraph.reports.law import ARTICLE, INSTRUMENT, PROVISION, STATES, STRUCTURE, is_a
from tocgraph.store import OpenStore
from tocgraph.store.claims import TAKEN_AS_FACT
from tocgraph.store.names import Named
from tocgraph.store.resolve import resolve
from tocgraph.text import nearest

CRIME, MECHANISM, POWERS = "crime", "mechanism", "procedural-powers"
NAMED = ("crimes", "mechanisms", "powers", "bodies", "articles", "parties", "instruments")
"""The words for what to compare by that are offered; any entity type, relation type or wider concept works too."""

_LAW = {CRIME: ("criminalizes",), MECHANISM: ("provides-for", "requires")}
"""By which relations a text is said to deal with things of a type: what it merely mentions is not enough."""

_WIDER = "criminalizes"
"""To make the wider crime an offence bears on the narrower ones; a wide form of cooperation promises no narrow one."""


_BROADER = """SELECT DISTINCT ?narrow ?wide WHERE {{
  ?claim rdf:predicate toc:broader ; rdf:subject ?narrow ; rdf:object ?wide ; toc:standing ?standing .
  FILTER(?standing IN ({standings}))
}}"""


class Facet(NamedTuple):
    """One thing to compare by.

    `relations` are the relation types that count, None for all; `kind` is the entity type that the other end must
    have, `among` the ids that it must be one of; None for any. `textual` says that such claims are made by the text
    of an instrument, so that a text read to the end can say no. `party` asks for party status. `by_relation` keeps
    claims of different relation types apart; `parts_only` takes claims of provisions alone; `wider` looks for wider
    concepts as well; `unsure` tells that what is among them was grouped by unverified claims.
    """

    name: str
    relations: tuple[str, ...] | None = None
    kind: str | None = None
    among: frozenset[str] | None = None
    textual: bool = False
    party: bool = False
    by_relation: bool = False
    parts_only: bool = False
    wider: bool = False
    unsure: bool = False


def facets(opened: OpenStore, things: Sequence[Named], by: str | None) -> list[Facet]:
    """What to compare those things by.

    Raises:
        UnknownIdError: `by` names nothing.
        QueryError: `by` does not fit the types of the things.
    """
    law = all(is_a(opened, thing.type, INSTRUMENT) for thing in things)
    if by is None:
        return [_of_type(opened, things, kind, law) for kind in _LAW] if law else [Facet("", by_relation=True)]
    word = by.strip().casefold()
    if word == "parties":
        _need_law(opened, things, by, law)
        return [Facet(PARTY, (PARTY,), party=True)]
    if word in ("articles", "article"):
        _need_law(opened, things, by, law)
        relations = tuple(r for r in textual(opened) if r not in STRUCTURE)
        return [Facet(ARTICLE, relations, textual=True, by_relation=True, parts_only=True)]
    if word in ("powers", POWERS):
        if opened.names.entity(POWERS) is None:
            raise QueryError(f"the data has no concept {POWERS!r} to compare by", "compare by mechanisms")
        return [_narrowed(_of_type(opened, things, MECHANISM, law), opened, POWERS)]
    try:
        return [_of_type(opened, things, entity_type(opened, word), law)]
    except UnknownIdError:
        return [_by_name(opened, things, by, law)]


def _by_name(opened: OpenStore, things: Sequence[Named], by: str, law: bool) -> Facet:
    try:
        relation, _ = relation_type(opened, by)
    except UnknownIdError as unknown:
        try:
            concept = resolve(opened, by)
        except UnknownIdError:
            near = nearest(by, [*NAMED, *opened.schema.types, *opened.schema.relations])
            raise UnknownIdError("thing to compare by", by, near) from unknown
        return _narrowed(_of_type(opened, things, concept.type, law), opened, concept.id)
    return of_relation(opened, things, relation)


def of_relation(opened: OpenStore, things: Sequence[Named], relation: str) -> Facet:
    """A comparison by one relation type and its narrower ones; PARTY asks for party status.

    Raises:
        QueryError: no end of the relation type admits any of the things.
    """
    spec = opened.schema.relations[relation]
    fits = [t for t in things if _admits(opened, t.type, [*spec["from"], *spec.get("to", ())])]
    law = [t for t in things if is_a(opened, t.type, INSTRUMENT) and _admits(opened, PROVISION, spec["from"])]
    if not fits and not law:
        kinds = opened.schema.label("types", things[0].type, "en", "plural")
        raise QueryError(f"{relation!r} is no relation of {kinds}", "compare by another relation type")
    only_law = all(is_a(opened, t.type, INSTRUMENT) for t in things)
    party = relation == PARTY and (only_law or all(is_a(opened, t.type, *STATES) for t in things))
    relations = tuple(opened.schema.narrower_relations(relation))
    reads = only_law and relation in textual(opened)
    return Facet(relation, relations, textual=reads, party=party, by_relation=bool(spec.get("value")))


def _need_law(opened: OpenStore, things: Sequence[Named], by: str, law: bool) -> None:
    if not law:
        other = next(t for t in things if not is_a(opened, t.type, INSTRUMENT))
        kind = opened.schema.label("types", other.type)
        raise QueryError(f"only instruments are compared by {by}; {other.name()} is a {kind}", "leave out --by")


def _of_type(opened: OpenStore, things: Sequence[Named], kind: str, law: bool) -> Facet:
    if kind == INSTRUMENT and all(is_a(opened, t.type, *STATES) for t in things):
        return Facet(INSTRUMENT, (PARTY,), kind, party=True)
    relations = between(opened, [t.type for t in things], [kind], law)
    if not relations:
        types = ", ".join(sorted({opened.schema.label("types", t.type, "en", "plural") for t in things}))
        raise QueryError(
            f"nothing relates {types} to {opened.schema.label('types', kind, 'en', 'plural')}",
            "leave out --by to see what they are compared by",
        )
    reads = law and set(relations) <= set(textual(opened))
    return Facet(kind, tuple(relations), kind, textual=reads, wider=relations == [_WIDER])


def _narrowed(facet: Facet, opened: OpenStore, concept: str) -> Facet:
    among = narrower(opened, [concept])[concept]
    unsure = among != narrower(opened, [concept], TAKEN_AS_FACT)[concept]
    return facet._replace(name=concept, among=frozenset(among | {concept}), unsure=unsure)


def between(opened: OpenStore, ones: Iterable[str], others: Iterable[str], law: bool) -> list[str]:
    """The relation types that join things of those types, in either direction, in schema order.

    `law` says that `ones` are instruments; their provisions then count as well, and crimes and mechanisms are
    joined to them by what makes law of them alone.
    """
    near, far = list(dict.fromkeys(ones)), list(dict.fromkeys(others))
    if law:
        near.append(PROVISION)
        for kind, relations in _LAW.items():
            if all(is_a(opened, other, kind) for other in far):
                return [r for r in relations if r in opened.schema.relations]
    return [
        relation
        for relation, spec in opened.schema.relations.items()
        if "value" not in spec
        and any(
            any(_admits(opened, t, spec[one]) for t in near) and any(_admits(opened, t, spec[two]) for t in far)
            for one, two in (("from", "to"), ("to", "from"))
        )
    ]


def _admits(opened: OpenStore, entity_type: str, ends: Sequence[str]) -> bool:
    """Whether an end may be of that type or of a narrower one."""
    return is_a(opened, entity_type, *ends) or any(is_a(opened, end, entity_type) for end in ends)


def textual(opened: OpenStore) -> list[str]:
    """The relation types declared for provisions as their subject: what the text of an instrument settles."""
    return [r for r, spec in opened.schema.relations.items() if PROVISION in spec["from"] or ARTICLE in spec["from"]]


def narrower(
    opened: OpenStore, concepts: Iterable[str], standings: Sequence[str] = (*TAKEN_AS_FACT, "unverified")
) -> dict[str, set[str]]:
    """By concept, everything narrower than it, at any depth.

    Unverified classifications count unless told otherwise: they group what is shown, and keep a no from being said
    where something narrower is there.
    """
    below: dict[str, set[str]] = {}
    names = opened.vocabulary
    kept = ", ".join(f"toc:standing-{standing}" for standing in standings)
    for row in opened.store.select(names.header("rdf", "toc") + _BROADER.format(standings=kept)).rows:
        below.setdefault(names.local(row["wide"].value), set()).add(names.local(row["narrow"].value))
    found: dict[str, set[str]] = {}
    for concept in concepts:
        inside: set[str] = set()
        waiting = list(below.get(concept, ()))
        while waiting:
            one = waiting.pop()
            if one not in inside:
                inside.add(one)
                waiting += below.get(one, ())
        found[concept] = inside - {concept}
    return found
