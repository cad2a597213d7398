"""Kinds of things with a word beside them that no type has: "the naval operation that replaced X", "المنظمة البحرية".

Tried only where that one word keeps a question from being understood. The things of the kind are then those of whose
names and description the word is a part, and the reading says so.
"""

from __future__ import annotations

from tocgraph.questions.grammar.parse import parse
from tocgraph.questions.linking.link import link
from tocgraph.questions.linking.linked import Linked
from tocgraph.questions.reading import SUBJECT, Condition, End, Reading
from tocgraph.questions.words import closed
from tocgraph.roots import content, root
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, normalize, stem

_EDGES = ".,;:!?؟،()[]\"'"
_SHORTEST = 4
"""The fewest letters of such a word."""


def qualified_readings(opened: OpenStore, question: str, refused: Linked) -> list[Reading]:
    """The readings of a question without the one word that is not understood, with what it says of its noun."""
    if len(refused.unused) != 1 or refused.beyond:
        return []
    typed = question.split()
    places = [n for n, raw in enumerate(typed) if raw.strip(_EDGES) == refused.unused[0].strip(_EDGES)]
    word = normalize(refused.unused[0])
    if len(places) != 1 or len(word) < _SHORTEST or not content(word) or word in closed.NEGATION | closed.SMALL:
        return []
    [at] = places
    beside = at - 1 if is_arabic(word) else at + 1
    if not 0 <= beside < len(typed):
        return []
    kinds = opened.names.meta("lexicon")["types"].get(stem(normalize(typed[beside].strip(_EDGES))), ())
    narrow = [t for t in opened.schema.types if set(kinds) & set(opened.schema.ancestors(t))]
    found = tuple(said.entity for said in opened.names.said_of({root(word.removeprefix("ال"))}, narrow))
    if not found:
        return []
    if any(normalize(raw.strip(_EDGES)) in closed.NEGATION for raw in typed):
        return []  # what is denied of such a kind must not be denied of all
    linked = link(opened, " ".join([*typed[:at], *typed[at + 1 :]]))
    if linked.yes_no:
        return []  # "is the European Council part of X": a name that is not known
    readings = parse(opened, linked) if linked.covers and not linked.unused else []
    told = Condition((), SUBJECT, End(entities=found, told=(refused.unused[0],)))
    meant = (_of_kind(reading, frozenset(kinds), told) for reading in readings)
    return [reading for reading in meant if reading is not None]


def _of_kind(reading: Reading, kinds: frozenset[str], told: Condition) -> Reading | None:
    """The reading with the condition put on the one set of those types in it; None where there is not just one."""
    if reading.kind not in ("things", "count", "value"):
        return None
    met = 0

    def within(end: End) -> End:
        nonlocal met
        conditions = tuple(c._replace(other=within(c.other)) if not c.either else c for c in end.conditions)
        if kinds.intersection(end.types) and not end.entities:
            met += 1
            conditions = (told, *conditions)
        return end._replace(conditions=conditions)

    asked = within(reading.asked)
    return reading._replace(asked=asked) if met == 1 else None
