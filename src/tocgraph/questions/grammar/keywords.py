"""Questions of keywords alone: "uncac egypt ratification date" asks the same in any order.

A sentence says by its order who does what to whom. A few names, types and nouns in a row say nothing by it, so that
where the order typed means nothing the others are tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

from tocgraph.answers import AnswerSet
from tocgraph.questions.linking.linked import Linked
from tocgraph.questions.linking.segments import Segment
from tocgraph.questions.reading import SUBJECT, Reading

MOST = 5
"""The most keywords that are put in another order."""

_KINDS = ("wh", "rank", "relation", "type", "group", "article", "entity", "period")


def in_any_order(linked: Linked) -> Linked | None:
    """The same keywords in every other order of their kinds; None where they are a sentence, or too many."""
    covers: list[tuple[float, list[Segment]]] = []
    for cost, segments in linked.covers[:2] if linked.keywords and not linked.unused else []:
        if 2 <= len(segments) <= MOST and all(_kind(s) for s in segments):
            covers += [(cost, order) for order in _orders(segments)]
    return replace(linked, covers=covers) if covers else None


def _orders(segments: list[Segment]) -> Iterator[list[Segment]]:
    present = sorted({_kind(s) for s in segments}, key=_KINDS.index)
    for kinds in permutations(present):
        for backwards in (False, True):
            order: list[Segment] = []
            for kind in kinds:
                same = [s for s in segments if _kind(s) == kind]
                order += same[::-1] if backwards else same
            if order != segments and not (backwards and len(present) == len(segments)):
                yield order


def _kind(segment: Segment) -> str:
    """The kind of the plainest meaning that may stand anywhere; "" without one."""
    return next((e.kind for e in segment if e.kind in _KINDS), "")


def vague(reading: Reading) -> bool:
    """Whether it asks for a yes on something that is not named: keywords with a type ask for things of the type."""
    return reading.kind == "whether" and not all(c.other.entities or c.other.value for c in reading.conditions)


def doubtful(told: AnswerSet) -> bool:
    """Whether it says that something is not known, which keywords hardly asked for."""
    return bool(told.answers) and all(a.value == "unknown" for a in told.answers)


def related(linked: Linked, reading: Reading) -> Reading | None:
    """A type beside a name by whatever relation, where that which was supposed has none; None of anything else.

    "missions Haiti" are not those that Haiti runs.
    """
    kinds = {segment[0].kind for segment in linked.covers[0][1]} if linked.covers else set()
    if not linked.keywords or kinds != {"type", "entity"} or reading.kind != "things" or len(reading.conditions) != 1:
        return None
    if not reading.asked.types:
        return None  # "works Chile": the noun was taken for what it says of Chile, and must not be left out
    [condition] = reading.conditions
    plain = condition.relations and condition.other.bare and condition.other.entities and not condition.negated
    if not plain:
        return None
    loose = condition._replace(relations=(), role=SUBJECT)
    return reading._replace(asked=reading.asked._replace(conditions=(loose,)))
