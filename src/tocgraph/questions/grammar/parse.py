"""Elements of a question -> the readings that the grammar and the schema allow."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.questions.elements import Element
from tocgraph.questions.grammar import Grammar
from tocgraph.questions.grammar.agreement import LIKELY_OBJECT, SURE_OBJECT, feminine
from tocgraph.questions.grammar.answerable import (
    acts_on_anything,
    bearable,
    either_as_one,
    mirrored,
    of_anything,
    only_dated,
    open_and_firm,
    says_nothing,
    told_of,
    too_deep,
    vaguely,
    without_themselves,
)
from tocgraph.questions.grammar.chart import parse_chart
from tocgraph.questions.grammar.foremost import ranks_told
from tocgraph.questions.grammar.leaves import leaves
from tocgraph.questions.grammar.measures import measures_of
from tocgraph.questions.grammar.members import every, of_group
from tocgraph.questions.grammar.of_text import within_its_text
from tocgraph.questions.grammar.others import others_only
from tocgraph.questions.grammar.phrase import NOUN, SENTENCE, VALUE, Phrase
from tocgraph.questions.grammar.recorded import counted, in_words, recorded
from tocgraph.questions.grammar.roles import Roles
from tocgraph.questions.grammar.sentences import sentence, whether_the_one
from tocgraph.questions.grammar.verbs import Verbs
from tocgraph.questions.linking.linked import Linked
from tocgraph.questions.linking.metonyms import with_namesakes
from tocgraph.questions.linking.segments import Segment
from tocgraph.questions.near import mentioned
from tocgraph.questions.reading import EVERY, OBJECT, SUBJECT, WHEN_THE_ONE, Condition, End, Limit, Reading
from tocgraph.store import OpenStore

MARGIN = 0.95
"""How much more than the cheapest a reading may cost and still be what was meant."""


OF_ALL = 0.2
"""What is asked of the members of a group by name of the group alone: "are Gulf states party to X"."""
LISTED = 0.7
"""The newest group that was listed, by the day on which it was, where the age of no group is recorded."""
UNQUALIFIED = 0.6
"""What links two things, where that has no quality of the kind asked for."""


def parse(opened: OpenStore, linked: Linked) -> list[Reading]:
    """The readings of a question, cheapest first; empty when nothing fits together."""
    roles = Roles(opened)
    direct = SURE_OBJECT if feminine(linked) else LIKELY_OBJECT
    verbs = Verbs(roles, linked.onset, linked.arabic, linked.moved, direct, linked.stranded, linked.doing, linked.terse)
    verbs.attached, verbs.who, verbs.there = linked.attached, feminine(linked, "من مين"), linked.there
    grammar = Grammar(roles, verbs, linked.yes_no)
    found: dict[Reading, Reading] = {}
    for cost, cover in linked.covers:
        segments = with_namesakes(opened, cover)
        guessed = [(n, e) for s in segments for n, e in enumerate(s) if e.guess and (not n or e.kind == "entity")]
        remarks = tuple(e.remark for s in segments for e in s[:1] if e.remark)
        for phrase in parse_chart(grammar, leaves(opened, grammar, segments)):
            for reading in _measured(grammar, _readings(grammar, linked, phrase)):
                if linked.share and reading.kind != EVERY:
                    continue
                if linked.others:
                    others = others_only(grammar, reading)
                    if others is None:
                        continue
                    reading = others
                past = linked.past or (linked.onset and _onset_alone(grammar, reading))
                held = mentioned(reading)
                guesses = tuple((e.text, _meant(e, held)) for n, e in guessed if not n or _instead(e, segments, held))
                named = [e for n, e in guessed if not n and e.kind == "entity" and " " in e.text]  # no surname
                rivals = tuple(r for e in named for r in e.entities if r not in (*held, *reading.asked.entities))
                share = reading.share or linked.share
                told = reading._replace(guesses=guesses, rivals=rivals, remarks=remarks, past=past, share=share)
                told = told._replace(among=linked.among)
                told = told._replace(cost=0.0)
                total = round(reading.cost + cost, 3)
                if told not in found or found[told].cost > total:
                    found[told] = told._replace(cost=total)
    readings = sorted(found.values(), key=lambda r: r.cost)
    kept = [r for r in readings if r.cost <= readings[0].cost + MARGIN]
    return [r for n, r in enumerate(kept) if not any(mirrored(r, plainer) for plainer in kept[:n])]


def _measured(grammar: Grammar, readings: Iterator[Reading]) -> Iterator[Reading]:
    """The readings with what each superlative inside them goes by; without those of which nothing tells that."""
    for reading in readings:
        conditions = tuple(ranks_told(c, lambda end, _: measures_of(grammar, end)) for c in reading.asked.conditions)
        if all(conditions):
            asked = reading.asked._replace(conditions=tuple(c for c in conditions if c))
            yield reading._replace(asked=asked)


def _onset_alone(grammar: Grammar, reading: Reading) -> bool:
    """Whether what began may have ended since: "who joined X", but not "members of Y who joined X", who still are."""
    relations = grammar.schema.relations
    lasting = [c for c in reading.conditions if any(relations[r].get("ending") for r in c.relations)]
    return reading.kind in ("things", "count") and len(lasting) < 2


def _instead(guess: Element, segments: list[Segment], held: list[str]) -> bool:
    """Whether the second meaning of a stretch is that of a reading, and not the first."""
    first = next(s[0] for s in segments if guess in s)
    return not set(guess.entities).isdisjoint(held) and set(first.entities).isdisjoint(held)


def _meant(guess: Element, held: list[str]) -> str:
    """What a guess was taken for in a reading of those entities: the one of several that it has, or a word."""
    if guess.kind != "entity":
        return guess.guess
    return next((e for e in guess.entities if e in held), guess.entities[0])


def _readings(grammar: Grammar, linked: Linked, phrase: Phrase) -> Iterator[Reading]:
    conditions = (*phrase.conditions, *(c for end in phrase.ends for c in end.conditions))
    loose, firm = open_and_firm(grammar, conditions)
    open_ended = any(of_anything(grammar, c) for c in conditions) or acts_on_anything(grammar, conditions)
    if (loose > 1 and firm) or (firm and open_ended):
        return  # what is said with so little of it taken up is not understood
    if says_nothing(grammar, conditions):
        return  # "which bodies established UNTOC" does not ask what was founded some day
    if phrase.definite and phrase.cat == NOUN:
        return  # "the convention" is one that is not named
    if phrase.cat == VALUE:
        if any(c.other.conditions and all(of_anything(grammar, of) for of in c.other.conditions)
               and not c.other.types for c in phrase.conditions):  # fmt: skip
            return  # when whatever fights anything ended
        if any(too_deep(c, 1) for told in phrase.conditions for c in told.other.conditions):
            return
        if not linked.yes_no:
            # "how many joined in 2020" asks for those that did, not for the figure of that year
            if not (linked.onset and any(c.period for c in phrase.conditions) and phrase.asks != "when"):
                yield Reading("value", End(conditions=grammar.without_spans(phrase)), cost=phrase.cost)
            yield from counted(grammar, phrase)
        elif phrase.cat == VALUE and len(phrase.conditions) == 1 and not phrase.asks:
            [told] = phrase.conditions
            dated = all(grammar.roles.literal(r) == "date" for r in told.relations)
            if dated and told.other.bare and len(told.other.entities) == 1 and not told.period:
                # "is UNTOC in force": whether the day is recorded on which it came to that
                of = End(conditions=(Condition(told.relations, SUBJECT, End()),))
                yield Reading("whether", of, told.other.entities, cost=phrase.cost)
    elif phrase.cat == SENTENCE:
        yield from of_group(grammar, phrase) if linked.every else sentence(phrase, linked.yes_no)
    elif phrase.cat == WHEN_THE_ONE:
        yield Reading(WHEN_THE_ONE, phrase.ends[0], cost=phrase.cost)
    elif phrase.cat == "lasting":
        yield Reading("whether", End(conditions=phrase.conditions), phrase.ends[0].entities, cost=phrase.cost)
    elif phrase.cat == "pair" and not linked.yes_no:
        about = tuple(e for end in phrase.ends for e in end.entities)
        yield Reading("between", about=about, cost=phrase.cost)
    elif phrase.cat == "qualities":
        about = tuple(e for end in phrase.ends for e in end.entities)
        yield Reading("between", about=about, qualities=phrase.beside, cost=phrase.cost)
        yield Reading("between", about=about, cost=phrase.cost + UNQUALIFIED)
    elif phrase.cat in (NOUN, "why"):
        yield from _noun(grammar, linked, phrase)


def _noun(grammar: Grammar, linked: Linked, phrase: Phrase) -> Iterator[Reading]:
    asks, ends = phrase.asks, phrase.ends
    if asks in ("when", "until", "how-long", "object") or phrase.either:
        return
    if all(end.entities and end.bare for end in ends):
        about = tuple(e for end in ends for e in end.entities)
        if linked.yes_no or asks == "count":
            return
        if asks == "where":
            yield from _where(grammar, phrase)
        elif asks == "how":
            if len(about) == 2:
                yield Reading("between", about=about, cost=phrase.cost)
        elif linked.stranded:
            return  # "what is X for" does not ask what X is
        elif asks == "which" and len(about) == 1 and grammar.roles.is_a(about[0], "provision"):
            # "which article ..." asks for the article itself, not for all that is recorded of it
            part = Condition(("part-of",), SUBJECT, End())
            yield Reading("things", End(entities=about, conditions=(part,)), cost=phrase.cost)
        elif len(about) == 1 or (len(about) == 2 and len(ends) == 2):
            yield Reading("about" if len(about) == 1 else "between", about=about, cost=phrase.cost)
        return
    if asks == "how" or len(ends) != 1:
        return
    end = within_its_text(grammar.roles, ends[0])
    if linked.every and end.conditions and not end.rank:
        yield from every(grammar, end, phrase.cost)
        return
    if linked.yes_no and end.conditions and not end.rank and (linked.there or phrase.many):
        any_of_them = Limit(">=", 1) if linked.there else None
        for asked_of in every(grammar, end, phrase.cost + OF_ALL):
            yield asked_of._replace(share=any_of_them)
    if linked.yes_no and not linked.there and (phrase.det == "the" or linked.arabic) and not phrase.many:
        yield from whether_the_one(end, phrase.cost)
    some = linked.yes_no and not linked.there and bool(end.types) and bool(end.conditions)
    some = some and not phrase.definite and (phrase.det == "a" or linked.arabic)  # "was a congress held in Caracas"
    if end == End() or (linked.yes_no and not linked.there and not some) or end.limit:
        return
    if end.rank and not end.rank.relations and end.rank.how in ("most", "fewest"):
        return  # the most of what, nothing says
    if not all(told_of(c, end) for c in end.conditions):
        return
    if not end.types and end.conditions and all(of_anything(grammar, c) for c in end.conditions):
        return  # "what is smuggling" does not ask who engages in anything
    if not bearable(end, asks):
        return
    end = without_themselves(grammar, end)
    if any(too_deep(c) for c in end.conditions) or (asks == "count" and end.rank):
        return
    if end.rank and not end.rank.relations:
        last = end.conditions[-1] if end.conditions else None
        if end.rank.how in ("first", "last") and last and only_dated(grammar, last):
            # "the latest treaty to enter into force": by that date, and no other
            by_date = end.rank._replace(relations=last.relations)
            yield Reading("things", end._replace(conditions=end.conditions[:-1], rank=by_date), cost=phrase.cost)
            return
        measures = measures_of(grammar, end)
        by_age = end.rank.own and bool(measures)
        told = end.conditions[-1] if end.conditions and (linked.onset or not by_age) else None
        told = either_as_one(told) if told else None
        if end.rank.how in ("first", "last") and told and not told.negated:
            # "the first state to join": of what has no beginning of its own the claim has one.
            by_claim = (*end.conditions[:-1], told._replace(rank=end.rank))
            yield Reading(
                "things", end._replace(conditions=by_claim, rank=None), cost=phrase.cost + (LISTED if by_age else 0.3)
            )
        if not measures:
            return
        end = end._replace(rank=end.rank._replace(relations=measures))
    if asks == "count" and not linked.keywords and any(vaguely(grammar, c) for c in end.conditions):
        return  # "how many states are corrupt" does not count those that have to do with corruption
    if asks == "count":
        yield from recorded(grammar, phrase)
    else:
        yield from in_words(grammar, phrase, end) if not some else ()
    yield Reading("count" if asks == "count" else "things", end, some=some, cost=phrase.cost)


def _where(grammar: Grammar, phrase: Phrase) -> Iterator[Reading]:
    """Where X is, by every relation type that says so."""
    schema = grammar.schema
    [end] = phrase.ends if len(phrase.ends) == 1 else [End()]
    relations = tuple(
        r
        for r in schema.relations
        if grammar.roles.answers(r, "where") and grammar.roles.fits(end, schema.relations[r]["from"])
    )
    if relations and end.entities:
        asked = End(conditions=(Condition(relations, OBJECT, end),))
        yield Reading("things", asked, cost=phrase.cost)
