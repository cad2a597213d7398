"""Readings that differ in one relation alone, as one: what affects Pakistan and what harms it, in answer to either.

A word may stand for two relation types that tell about the same from different ends. Where all else in the readings is
the same, the answer to the question is what any of them finds, and the wording says all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from tocgraph.questions.reading import OBJECT, SUBJECT, Condition, End, Reading
from tocgraph.store import OpenStore


def united(opened: OpenStore, readings: Sequence[Reading]) -> Reading | None:
    """The reading that asks for what any of these asks for; None where they are not so alike."""
    first = readings[0]
    plain = first._replace(asked=first.asked._replace(conditions=()), cost=0.0)
    if first.kind != "things" or first.asked.rank or len(readings) < 2:
        return None
    told: list[Condition] = []
    for reading in readings:
        if reading._replace(asked=reading.asked._replace(conditions=()), cost=0.0) != plain:
            return None
        if len(reading.conditions) != 1 or not _simple(reading.conditions[0]):
            return None
        told.append(reading.conditions[0])
    if any(c.other != told[0].other for c in told):
        return None
    if not all(_akin(opened, one, other) for one, other in combinations(told, 2)):
        return None
    either = Condition((), SUBJECT, End(), either=tuple((c,) for c in told))
    return first._replace(asked=first.asked._replace(conditions=(either,)))


def _simple(condition: Condition) -> bool:
    limited = condition.negated or condition.period or condition.timing or condition.either or condition.rank
    return bool(condition.relations and condition.other.entities and condition.other.bare) and not limited


def _akin(opened: OpenStore, one: Condition, other: Condition) -> bool:
    """Whether two conditions are of other relation types, and tell about things of the same kind."""
    if set(one.relations) & set(other.relations):
        return False  # who succeeded is not who was succeeded
    of, with_ = (_admitted(opened, c) for c in (one, other))
    return _within(opened, of, with_) or _within(opened, with_, of) or "tool" in of & with_


def _within(opened: OpenStore, narrow: set[str], wide: set[str]) -> bool:
    """Whether each type is one of the others or narrower."""
    return all(not wide.isdisjoint(opened.schema.ancestors(t)) for t in narrow)


def _admitted(opened: OpenStore, condition: Condition) -> set[str]:
    """The types of the things that the relation types of a condition tell about."""
    end = "to" if condition.role == OBJECT else "from"
    return {t for r in condition.relations for t in opened.schema.relations[r].get(end, ())}
