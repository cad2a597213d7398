"""Elements of a question -> the readings that the grammar and the schema allow."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.questions.chart import parse_chart
from tocgraph.questions.grammar import Grammar
from tocgraph.questions.leaves import leaves
from tocgraph.questions.link import Linked
from tocgraph.questions.negation import decided
from tocgraph.questions.phrase import NOUN, SENTENCE, VALUE, Phrase
from tocgraph.questions.reading import OBJECT, Condition, End, Reading
from tocgraph.questions.roles import Roles
from tocgraph.questions.verbs import Verbs
from tocgraph.store import OpenStore

MARGIN = 0.95
"""How much more than the cheapest a reading may cost and still be what was meant."""


def parse(opened: OpenStore, linked: Linked) -> list[Reading]:
    """The readings of a question, cheapest first; empty when nothing fits together."""
    roles = Roles(opened)
    grammar = Grammar(roles, Verbs(roles, linked.onset, linked.arabic, linked.moved), linked.yes_no)
    found: dict[Reading, Reading] = {}
    for cost, segments in linked.covers:
        guesses = tuple(
            (e.text, e.entities[0] if e.kind == "entity" else e.guess) for s in segments for e in s[:1] if e.guess
        )
        remarks = tuple(e.remark for s in segments for e in s[:1] if e.remark)
        for phrase in parse_chart(grammar, leaves(opened, grammar, segments)):
            for reading in _readings(grammar, linked, phrase):
                told = reading._replace(guesses=guesses, remarks=remarks, past=linked.past, cost=0.0)
                total = round(reading.cost + cost, 3)
                if told not in found or found[told].cost > total:
                    found[told] = told._replace(cost=total)
    readings = sorted(found.values(), key=lambda r: r.cost)
    return [r for r in readings if r.cost <= readings[0].cost + MARGIN]


def _vague(grammar: Grammar, conditions: tuple[Condition, ...]) -> tuple[int, int]:
    """How many conditions leave their relation or their end open, and how many do not."""
    loose = firm = 0
    for condition in conditions:
        dated = any(grammar.roles.literal(r) for r in condition.relations)
        if condition.either:
            inner = [_vague(grammar, branch) for branch in condition.either]
        else:
            inner = [_vague(grammar, condition.other.conditions)]
            is_open = not condition.relations or (condition.other == End() and not dated)
            loose, firm = loose + is_open, firm + (not is_open)
        loose, firm = loose + sum(i[0] for i in inner), firm + sum(i[1] for i in inner)
    return loose, firm


def _readings(grammar: Grammar, linked: Linked, phrase: Phrase) -> Iterator[Reading]:
    conditions = (*phrase.conditions, *(c for end in phrase.ends for c in end.conditions))
    loose, firm = _vague(grammar, conditions)
    if loose > 1 and firm:
        return  # what is said with so little of it taken up is not understood
    if phrase.definite and phrase.cat == NOUN:
        return  # "the convention" is one that is not named
    if phrase.cat == VALUE:
        if any(_deep(c, 1) for told in phrase.conditions for c in told.other.conditions):
            return
        if not linked.yes_no:
            yield Reading("value", End(conditions=phrase.conditions), cost=phrase.cost)
    elif phrase.cat == SENTENCE:
        yield from _sentence(phrase)
    elif phrase.cat == "pair":
        about = tuple(e for end in phrase.ends for e in end.entities)
        yield Reading("between", about=about, cost=phrase.cost)
    elif phrase.cat in (NOUN, "why"):
        yield from _noun(grammar, linked, phrase)


def _sentence(phrase: Phrase) -> Iterator[Reading]:
    if any(len(end.entities) != 1 for end in phrase.ends):
        return
    about = tuple(end.entities[0] for end in phrase.ends)
    if phrase.asks == "how":
        # Every claim between the two, with its qualifiers: how they are linked, as far as it is recorded.
        yield Reading("between", about=(*about, *phrase.conditions[0].other.entities), cost=phrase.cost)
    elif phrase.asks == "when":
        yield Reading("dates", End(conditions=phrase.conditions), about, cost=phrase.cost)
    elif not phrase.asks and not any(_deep(c) for c in phrase.conditions):
        conditions = tuple(_certain(c) for c in phrase.conditions)
        yield Reading("whether", End(conditions=conditions), about, cost=phrase.cost)


def _certain(condition: Condition) -> Condition:
    """For a yes, a claim without dates is not enough to hold at a date."""
    return condition._replace(timing="held") if condition.timing == "holds" else condition


def _noun(grammar: Grammar, linked: Linked, phrase: Phrase) -> Iterator[Reading]:
    asks, ends = phrase.asks, phrase.ends
    if asks in ("when", "object") or phrase.either:
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
        elif len(about) == 1 or (len(about) == 2 and len(ends) == 2):
            yield Reading("about" if len(about) == 1 else "between", about=about, cost=phrase.cost)
        return
    if asks == "how" or len(ends) != 1:
        return
    [end] = ends
    if end == End() or (linked.yes_no and not linked.there) or end.limit:
        return
    if end.rank and not end.rank.relations and end.rank.how in ("most", "fewest"):
        return  # the most of what, nothing says
    if not _bearable(end, asks):
        return
    if any(_deep(c) for c in end.conditions) or (asks == "count" and end.rank):
        return
    if end.rank and not end.rank.relations:
        measures = _measures(grammar, end)
        if end.rank.how in ("first", "last") and end.conditions and not end.conditions[-1].negated:
            # "the first state to join": of what has no beginning of its own the claim has one.
            by_claim = (*end.conditions[:-1], end.conditions[-1]._replace(rank=end.rank))
            yield Reading("things", end._replace(conditions=by_claim, rank=None), cost=phrase.cost + 0.3)
        if not measures:
            return
        end = end._replace(rank=end.rank._replace(relations=measures))
    if asks == "count":
        yield from _recorded(grammar, phrase)
    yield Reading("count" if asks == "count" else "things", end, cost=phrase.cost)


def _bearable(end: End, asks: str) -> bool:
    """Whether what is denied can be told: from lists of parties on a day, or beside something that does hold.

    All things of which something is not recorded would pass for those of which it is not so.
    """
    denied = [c for c in end.conditions if c.negated]
    if not denied:
        return True
    if not end.types and not any(c.relations and not c.negated for c in end.conditions):
        return False
    if any(c.other.bare and not c.other.entities for c in denied):
        return False
    if len(denied) == len(end.conditions) and (asks == "who" or not end.types or not all(decided(c) for c in denied)):
        return False
    return all(c.period is None or (c.period.how == "in" and c.timing in ("holds", "held")) for c in denied)


def _measures(grammar: Grammar, end: End) -> tuple[str, ...]:
    """The literal relation types by which things of those types are first or last, largest or smallest."""
    how = end.rank.how if end.rank else ""
    found = []
    for relation, spec in grammar.schema.relations.items():
        dated = how in ("first", "last") and "begins" in spec.get("flags", ())
        sized = how in ("largest", "smallest") and spec.get("value") == "number" and "size" in spec.get("flags", ())
        if (dated or sized) and end.types and all(grammar.roles.compatible(t, spec["from"]) for t in end.types):
            found.append(relation)
    return tuple(found)


def _recorded(grammar: Grammar, phrase: Phrase) -> Iterator[Reading]:
    """A number that is recorded: of the articles of a convention, of the members of an organization."""
    [end] = phrase.ends
    if len(end.types) != 1 or len(end.conditions) != 1 or end.conditions[0].negated or end.conditions[0].period:
        return
    other = end.conditions[0].other
    if not other.entities or not other.bare:
        return
    schema, verbs = grammar.schema, grammar.verbs
    relations = tuple(
        r for r, spec in schema.relations.items() if verbs.counts(r) and grammar.roles.fits(other, spec["from"])
    )
    if relations:
        condition = Condition(relations, OBJECT, other, unit=verbs.nouns(end.types[0]))
        yield Reading("value", End(conditions=(condition,)), cost=phrase.cost)


def _deep(condition: Condition, depth: int = 0) -> bool:
    """Whether a rank or limit stands where it cannot be reckoned: below the first condition, or beside or."""
    if condition.either:
        return any(_deep(c, depth + 1) for branch in condition.either for c in branch)
    if condition.negated and depth > 0:
        return True
    if condition.other.value == "it" or (condition.rank and depth > 0):
        return True
    counted = bool(condition.other.rank or condition.other.limit)
    if condition.negated and (counted or condition.other.conditions or condition.other == End()):
        return True  # of "not a member of what is party to X" nobody can say how far the "not" goes
    return (counted and depth > 0) or any(_deep(c, depth + 1) for c in condition.other.conditions)


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
