"""Readings of whole sentences: of things that are named, and of one thing that is described."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.questions.grammar.answerable import too_deep
from tocgraph.questions.grammar.phrase import Phrase
from tocgraph.questions.reading import IS_THE_ONE, WHEN_THE_ONE, Condition, End, Reading


def sentence(phrase: Phrase, yes_no: bool) -> Iterator[Reading]:
    """What is asked of the things of a sentence: whether it is so, when it was, or what links them."""
    if any(len(end.entities) != 1 for end in phrase.ends):
        [end] = phrase.ends if len(phrase.ends) == 1 else [End()]
        described = bool(end.types and end.conditions) and not (end.entities or end.rank)
        if not phrase.asks and yes_no and described:
            yield from whether_the_one(end._replace(conditions=end.conditions + phrase.conditions), phrase.cost)
        elif phrase.asks == "when" and described:
            # "متى صادقت الدولة التي تستضيف ... على": the verb before the thing that is described
            yield Reading(WHEN_THE_ONE, end._replace(conditions=end.conditions + phrase.conditions), cost=phrase.cost)
        return
    about = tuple(end.entities[0] for end in phrase.ends)
    if phrase.asks == "how":
        # Every claim between the two, with its qualifiers: how they are linked, as far as it is recorded.
        yield Reading("between", about=(*about, *phrase.conditions[0].other.entities), cost=phrase.cost)
    elif phrase.asks == "when":
        yield Reading("dates", End(conditions=phrase.conditions), about, cost=phrase.cost)
    elif not phrase.asks and not any(too_deep(c) for c in phrase.conditions):
        if not yes_no and any(c.negated or (c.other == End() and c.period is None) for c in phrase.conditions):
            return  # "the study cites" is no statement, and who says what is not so asks for no yes or no
        conditions = tuple(certain(c) for c in phrase.conditions)
        yield Reading("whether", End(conditions=conditions), about, cost=phrase.cost)


def certain(condition: Condition) -> Condition:
    """For a yes, a claim without dates is not enough to hold at a date."""
    return condition._replace(timing="held") if condition.timing == "holds" else condition


def whether_the_one(end: End, cost: float) -> Iterator[Reading]:
    """Whether the last condition holds of the one thing that the others describe."""
    last = end.conditions[-1] if len(end.conditions) > 1 else None
    plain = last is not None and bool(last.relations) and not too_deep(last) and last.other != End()
    if plain and end.types and not (end.entities or end.rank or end.limit or end.excluded):
        yield Reading(IS_THE_ONE, end, cost=cost)
