"""What is asked of all members of a group, as whom it has is known: "are all Gulf states party to X"."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.questions.grammar import Grammar
from tocgraph.questions.grammar.answerable import too_deep
from tocgraph.questions.grammar.phrase import Phrase
from tocgraph.questions.reading import EVERY, OBJECT, SUBJECT, Condition, End, Reading


def of_group(grammar: Grammar, phrase: Phrase) -> Iterator[Reading]:
    """Whether all members of the one group named meet the one condition: "are all Gulf states party to X"."""
    if len(phrase.ends) != 1 or len(phrase.conditions) != 1 or phrase.asks:
        return
    relations = tuple(
        r
        for r, spec in grammar.schema.relations.items()
        if "grouping" in spec.get("flags", ()) and grammar.roles.fits(phrase.ends[0], grammar.roles.admitted(r, OBJECT))
    )
    if relations:
        member = Condition(relations, SUBJECT, phrase.ends[0])
        yield from every(grammar, End(conditions=(member, *phrase.conditions)), phrase.cost)


def every(grammar: Grammar, end: End, cost: float) -> Iterator[Reading]:
    """Whether all members of a group meet the last condition; who belongs to it is known, so that all can be asked."""
    *group, last = end.conditions
    flags = [grammar.schema.relations[r].get("flags", ()) for c in group for r in c.relations]
    if flags and all("grouping" in of for of in flags) and not last.negated and not too_deep(last):
        yield Reading(EVERY, end._replace(limit=None), cost=cost)
