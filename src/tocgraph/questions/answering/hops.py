"""Hops of a chain taken more widely: a city for the country it lies in, an organ for the body it belongs to.

A claim names the city of a seat and the organ that adopted a text. Where a question speaks of the country, or of the
organization, each such hop also takes what lies in it or is part of it; the wording says so.
"""

from __future__ import annotations

from collections.abc import Callable

from tocgraph.questions.linking.groups import lying_in, part_of
from tocgraph.questions.reading import OBJECT, SUBJECT, Condition, End, Reading
from tocgraph.store import OpenStore
from tocgraph.store.schemaview import SchemaView

_STATES = frozenset({"state", "territory"})
_LARGE = _STATES | {"region"}
"""Types of places in which others lie."""

Wider = Callable[[Condition, End], Condition]
"""A condition as the things of an end meet it, in a wider sense."""


def in_states(opened: OpenStore, reading: Reading) -> Reading:
    """The reading with each state taken with the cities in it: a body with its seat in Paris has it in France."""
    schema = opened.schema

    def wider(condition: Condition, thing: End) -> Condition:
        if not places(schema, condition):
            return condition
        if condition.role == SUBJECT and condition.other.entities:
            named = opened.names.entities(condition.other.entities).values()
            states = bool(named) and all(n.type in _STATES for n in named)
            return condition._replace(within=condition.within or states)
        place = thing if condition.role == OBJECT else condition.other
        states = bool(place.types) and _STATES.issuperset(place.types) and not condition.negated
        return condition._replace(whole=condition.whole or states)

    return _changed(reading, wider) or reading


def in_wholes(opened: OpenStore, reading: Reading) -> Reading | None:
    """The reading with each place taken for one in which the place that is recorded lies; None where none is asked for.

    The country of a city, at any depth: "the states that host X", "bodies headquartered in states that ...".
    """
    schema = opened.schema

    def wider(condition: Condition, thing: End) -> Condition:
        if condition.negated or not places(schema, condition):
            return condition
        if condition.role == OBJECT:
            return condition._replace(whole=bool(thing.types))
        if condition.other.entities:
            return condition._replace(within=True)
        return condition._replace(whole=bool(_LARGE.intersection(condition.other.types)))

    return _changed(reading, wider)


def of_organs(opened: OpenStore, reading: Reading) -> Reading | None:
    """The reading with each body of which members are asked for taken for one whose organ is meant; None without any.

    The United Nations for its General Assembly, which has no members of its own: "the members of the organization that
    adopted X"; a university for its department: "the universities that the authors work at".
    """
    schema = opened.schema

    def wider(condition: Condition, thing: End) -> Condition:
        if condition.role == OBJECT and thing.types and _of_staff(schema, condition):
            return condition._replace(whole=not condition.negated)
        belongs = [_flags(schema, r) for r in condition.relations]
        members = bool(belongs) and all("grouping" in of and "where" not in of for of in belongs)
        if not members or condition.role != SUBJECT or condition.negated or condition.other.entities:
            return condition
        of = condition.other
        inner = tuple(c._replace(whole=_acts(schema, c)) if not (c.negated or c.whole) else c for c in of.conditions)
        return condition._replace(other=of._replace(conditions=inner))

    return _changed(reading, wider)


def claim_of_part(opened: OpenStore, condition: Condition, n: str, subject: str, target: str) -> str:
    """SPARQL for ?claim`n`, with its place in the one at the end, or an organ for the body at the condition's role."""
    claim = f"?claim{n}"
    if places(opened.schema, condition):
        # Behind the claim, so that the path begins at a known place.
        place = f"?place{n}"
        return f"  {claim} rdf:subject {subject} ; rdf:object {place} .\n{lying_in(opened, place, target)}"
    organ = f"?organ{n}"
    body = subject if condition.role == SUBJECT else target
    subject, target = (organ, target) if condition.role == SUBJECT else (subject, organ)
    return f"{part_of(opened, organ, body)}  {claim} rdf:subject {subject} ; rdf:object {target} .\n"


def _of_staff(schema: SchemaView, condition: Condition) -> bool:
    """Whether a condition says at what body somebody works."""
    told = [schema.relations[r] for r in condition.relations]
    return bool(told) and all("person" in spec["from"] and "organization" in spec.get("to", ()) for spec in told)


def _acts(schema: SchemaView, condition: Condition) -> bool:
    """Whether a condition says what a body does, and neither where it is nor what it belongs to."""
    flags = [_flags(schema, r) for r in condition.relations]
    return bool(flags) and not any({"where", "transitive", "grouping"} & {*of} for of in flags)


def places(schema: SchemaView, condition: Condition) -> bool:
    """Whether a condition says where something is, if it may say something else as well: who held it."""
    told = (schema.relations[r] for r in condition.relations)
    return any("where" in spec.get("answers", ()) and "place" in spec.get("to", ()) for spec in told)


def _flags(schema: SchemaView, relation: str) -> tuple[str, ...]:
    spec = schema.relations[relation]
    return (*spec.get("flags", ()), *spec.get("answers", ()))


def _changed(reading: Reading, wider: Wider) -> Reading | None:
    if reading.kind not in ("things", "count", "value"):
        return None
    conditions = tuple(_inside(wider(c, reading.asked), wider) for c in reading.conditions)
    if conditions == reading.conditions:
        return None
    return reading._replace(asked=reading.asked._replace(conditions=conditions))


def _inside(condition: Condition, wider: Wider) -> Condition:
    """The condition with those of its other end taken more widely."""
    other = condition.other
    inner = tuple(_inside(wider(c, other), wider) for c in other.conditions)
    either = tuple(tuple(_inside(c, wider) for c in branch) for branch in condition.either)
    return condition._replace(other=other._replace(conditions=inner), either=either)


def without_any(reading: Reading, found: Callable[[End], bool]) -> End | None:
    """The innermost described set of which nothing is found, so that nothing can be told of it; None without one."""

    def of(conditions: tuple[Condition, ...]) -> End | None:
        for condition in conditions:
            if condition.either or condition.negated:
                continue
            other = condition.other
            inner = of(other.conditions)
            if inner is not None:
                return inner
            described = bool(other.conditions) and not (other.entities or other.rank or other.limit or other.value)
            if described and not found(other):
                return other
        return None

    return of(reading.conditions)
