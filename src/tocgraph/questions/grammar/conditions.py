"""What a relation phrase and a noun demand of a thing: conditions, with their time, and the literals of a thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from tocgraph.questions.elements import Period
from tocgraph.questions.grammar.likened import settled_like
from tocgraph.questions.grammar.phrase import CLAUSE, NOUN, VALUE, Phrase, Verb
from tocgraph.questions.grammar.roles import Roles
from tocgraph.questions.grammar.units import counted_as, counts, types_said, unit_said, units_named
from tocgraph.questions.linking.groups import holds_places
from tocgraph.questions.reading import OBJECT, SUBJECT, Condition, End


def over(verb: Verb) -> str:
    """The timing of a condition whose verb says that something has ended."""
    return "over" if verb.over else ""


def both_dates(started: Iterable[Phrase], ended: Sequence[Phrase], cost: float) -> Iterator[Phrase]:
    """(When did) UNMIL start and end: what two verbs say of one thing, both dates as one value."""
    for first in started:
        for second in ended:
            if first.cat == second.cat == VALUE and len(first.conditions) == len(second.conditions) == 1:
                [one], [other] = first.conditions, second.conditions
                if one._replace(relations=()) == other._replace(relations=()):
                    both = one._replace(relations=tuple(dict.fromkeys((*one.relations, *other.relations))))
                    yield first._replace(conditions=(both,), cost=first.cost + second.cost + cost)


def each_its_own(parts: Iterable[list[Phrase]]) -> Iterator[Phrase]:
    """(States) in both ASEAN and the Budapest Convention: one phrase of which each end has relations of its own."""
    for several in product(*parts):
        first = several[0]
        alike = {(p.cat, p.flip, p.gap, p.asks, tuple(e.types for e in p.ends), p.sign) for p in several}
        cost = max(p.cost for p in several)
        if len(alike) == 1 and first.cat == CLAUSE:
            yield first._replace(conditions=tuple(c for p in several for c in p.conditions), cost=cost)
        elif len(alike) == 1 and first.cat == NOUN and all(len(p.ends) == 1 for p in several):
            told = tuple(c for p in several for c in p.ends[0].conditions)
            if told and all(p.ends[0].conditions for p in several):
                yield first._replace(ends=(first.ends[0]._replace(conditions=told),), cost=cost)


class Conditions:
    """Makes conditions of relation types that are said of a noun; `onset` when the question asks since when."""

    def __init__(self, roles: Roles, onset: bool) -> None:
        self.roles, self.schema, self.onset = roles, roles.schema, onset

    def of(self, relations: list[str], member: str, noun: Phrase, verb: Verb) -> tuple[Condition, ...]:
        """One condition for each end of the noun, or one for any of them."""
        names = tuple(dict.fromkeys(relations))
        if all(self.schema.symmetric(r) for r in names):
            member = SUBJECT  # either way round is the same
        names = self.roles.denied(names) if verb.negated else names
        where = member == SUBJECT and any(self.roles.answers(r, "where") for r in names)
        found = []
        for each in noun.ends:
            end, names = settled_like(self.roles, each, names, member)
            if not names:
                return ()
            within = where and bool(end.entities) and holds_places(self.roles.opened, end.entities)
            condition = Condition(names, member, end, timing=over(verb), within=within, negated=verb.negated)
            timed = self.timed(condition, verb.period)
            found.append(timed)
        if noun.either and len(found) > 1:
            return (Condition((), SUBJECT, End(), either=tuple((c,) for c in found)),)
        return tuple(found)

    def timed(self, condition: Condition, limit: Period | None, certain: bool = False) -> Condition:
        """The condition with a limit of time."""
        if limit is None:
            return condition
        if condition.either:
            inner = tuple(tuple(self.timed(c, limit, certain) for c in of) for of in condition.either)
            return condition._replace(either=inner)
        if condition.timing == "over":
            return condition._replace(period=limit)
        specs = [self.schema.relations[r] for r in condition.relations]
        if any("value" in spec for spec in specs) and (
            condition.role == SUBJECT or all(spec.get("value") == "date" for spec in specs)
        ):
            return condition._replace(period=limit, timing="literal")
        happens = any("value" in spec or "lasting" in spec.get("flags", ()) for spec in specs)
        if happens or self.onset or limit.how in ("since", "after"):
            return condition._replace(period=limit, timing="begins")
        return condition._replace(period=limit, timing="held" if certain else "holds")

    def values(self, relations: list[str], noun: Phrase, verb: Verb) -> tuple[Condition, ...]:
        """The literals of the noun's things; numbers of several things are told apart by their unit."""
        if (
            verb.negated
            or len(noun.ends) != 1
            or not (noun.ends[0].entities or noun.ends[0].conditions or noun.ends[0].rank)
        ):
            return ()
        if verb.period and all(self.roles.literal(r) == "date" for r in relations):
            return ()  # "which missions ended in 2023" asks for the missions
        names = tuple(dict.fromkeys(relations))
        of = noun.ends[0]
        unit: tuple[str, ...] = ()
        if all(self.roles.literal(r) == "number" for r in names):
            if not (of.entities or of.types or of.rank):
                return self._stated(names, of, verb)
            several = all(counts(self.roles.opened, r) for r in names)
            unit = (unit_said if several else units_named)(self.roles.opened, names, verb.text)
        return (self.timed(Condition(names, OBJECT, of, unit=unit), verb.period),)

    def _stated(self, names: tuple[str, ...], clause: End, verb: Verb) -> tuple[Condition, ...]:
        """How many states + are members of X: the number of X, and not that of what is a member of it."""
        [told, *more] = clause.conditions
        counting = {r for n in names for r in self.roles.schema.relations[n].get("counts", ())}
        of = told.other
        if more or told.negated or told.role != SUBJECT or not (told.relations and of.entities and of.bare):
            return ()
        if not counting.issuperset(told.relations):
            return ()
        types = types_said(self.roles.opened, verb.text)
        unit = tuple(u for r in told.relations for u in counted_as(self.roles.opened, r, types))
        return (self.timed(Condition(names, OBJECT, of, unit=unit), verb.period),)
