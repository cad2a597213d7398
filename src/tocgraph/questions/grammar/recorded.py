"""What the record tells of a set in one figure or a few words: the number of its members, the act that founded it."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.questions.grammar import Grammar
from tocgraph.questions.grammar.phrase import Phrase
from tocgraph.questions.grammar.units import counted_as, counts, unit_of
from tocgraph.questions.reading import OBJECT, SUBJECT, Condition, End, Reading

TO_BE_COUNTED = 0.3
"""What is recorded is counted where no number is."""
COUNTED_THEN = 0.9
"""At a time others may be meant than those of whom a number is: "how many states had ratified by 2005"."""
SURER = 0.01
"""A number that is stated goes before one that is counted."""
IN_WORDS = 0.2
"""A thing that the record only names in words, where a thing of its own is asked for."""


def recorded(grammar: Grammar, phrase: Phrase) -> Iterator[Reading]:
    """A number that is recorded: of the articles of a convention, of the members of an organization."""
    [end] = phrase.ends
    if len(end.types) != 1 or len(end.conditions) != 1 or end.conditions[0].negated or end.conditions[0].period:
        return
    other = end.conditions[0].other
    if not other.entities or not other.bare:
        return
    schema, opened = grammar.schema, grammar.roles.opened
    relations = tuple(
        r for r, spec in schema.relations.items() if counts(opened, r) and grammar.roles.fits(other, spec["from"])
    )
    if relations:
        condition = Condition(relations, OBJECT, other, unit=unit_of(opened, end.types[0]))
        yield Reading("value", End(conditions=(condition,)), cost=phrase.cost)
    yield from stated(grammar, phrase)


def stated(grammar: Grammar, phrase: Phrase) -> Iterator[Reading]:
    """How many things stand in a relation to one thing, where that is stated: the signatories of a convention.

    Those that are recorded one by one may be fewer.
    """
    [end] = phrase.ends
    [told] = end.conditions
    if told.role != SUBJECT or len(told.relations) != 1 or told.within or told.kinds:
        return
    opened = grammar.roles.opened
    units = counted_as(opened, told.relations[0], end.types)
    numbers = tuple(
        r
        for r, spec in grammar.schema.relations.items()
        if spec.get("counts") and not spec.get("broader") and grammar.roles.fits(told.other, spec["from"])
    )
    if units and numbers:
        condition = Condition(numbers, OBJECT, told.other, unit=units)
        yield Reading("value", End(conditions=(condition,)), cost=phrase.cost - SURER)


def in_words(grammar: Grammar, phrase: Phrase, end: End) -> Iterator[Reading]:
    """What the record only names in words: the resolution that established a mission."""
    if phrase.asks == "who" or not end.types or end.rank or end.excluded or end.period:
        return
    if any(c.negated or c.either or c.period or c.rank or c.other == End() for c in end.conditions):
        return
    for relation, spec in grammar.schema.relations.items():
        stands = [c for c in end.conditions if c.role == OBJECT and set(spec.get("instead-of", ())) & set(c.relations)]
        others = [c for c in end.conditions if c not in stands]
        # "which Security Council resolution set up X": X itself must then have to do with the Council
        tied = all(c.other.entities and c.other.bare for c in others)
        if len(stands) != 1 or not tied or not grammar.names_things(relation, end.types):
            continue
        of = stands[0].other
        if grammar.roles.fits(of, spec["from"]):
            ties = tuple(Condition((), SUBJECT, c.other) for c in others if c.other.entities != of.entities)
            named = of._replace(conditions=(*of.conditions, *ties))
            yield Reading(
                "value", End(conditions=(Condition((relation,), OBJECT, named),)), cost=phrase.cost + IN_WORDS
            )


def counted(grammar: Grammar, phrase: Phrase) -> Iterator[Reading]:
    """The things of which a number may not be recorded, to be counted."""
    for told in phrase.conditions:
        for number in told.relations:
            counts = grammar.schema.relations[number].get("counts", ())
            fitting = tuple(r for r in counts if grammar.roles.fits(told.other, grammar.roles.admitted(r, OBJECT)))
            if fitting and len(phrase.conditions) == 1 and told.role == OBJECT:
                each = Condition(fitting, SUBJECT, told.other)
                timed = grammar.verbs.conditions.timed(each, told.period)
                more = COUNTED_THEN if told.period else TO_BE_COUNTED
                yield Reading("count", End(conditions=(timed,)), cost=phrase.cost + more)
