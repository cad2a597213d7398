"""Limits of time: "in 2003", "since 2010", before and after what they limit."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.questions.elements import AMID, Period
from tocgraph.questions.grammar.base import Rules
from tocgraph.questions.grammar.phrase import Phrase
from tocgraph.questions.reading import SUBJECT, Condition, End

AGED = 0.7
"""That one thing is older than another is taken as a question for yes or no."""
OF_SEVERAL = 0.13
"""A time that is said of several things at once: what has a verb of its own, and stands beside it, goes first."""


class Time(Rules):
    """Rules that put a limit of time on a phrase."""

    def verb_period(self, verb: Phrase, period: Phrase) -> Iterator[Phrase]:
        """Founded before 1950 ..."""
        if len(verb.verbs) == 1 and verb.verbs[0].period is None:
            told = verb._replace(verbs=(verb.verbs[0]._replace(period=period.period),), cost=verb.cost + period.cost)
            yield told
            yield from self.verbs.alone(told)

    def clause_period(self, clause: Phrase, period: Phrase) -> Iterator[Phrase]:
        """... operate in Mali in 2015."""
        last = clause.conditions[-1]
        if last.period is None and not last.either:
            timed, more = self._dated(clause.conditions, period.period)
            yield clause._replace(conditions=timed, cost=clause.cost + period.cost + more)

    def _dated(
        self, conditions: tuple[Condition, ...], limit: Period | None, certain: bool = False
    ) -> tuple[tuple[Condition, ...], float]:
        """The conditions with a limit on the last, and on those before that one verb or one noun says with it.

        "Ratified UNTOC and UNCAC before 2005" is true of both, "signed and ratified UNTOC in 2001" of both acts.
        """
        first = len(conditions) - 1
        last = conditions[first]
        while first and not (conditions[first - 1].either or conditions[first - 1].period):
            before = conditions[first - 1]
            same = before.role == last.role and before.negated == last.negated
            if not same or not (before.relations == last.relations or before.other == last.other):
                break
            if any("grouping" in self.schema.relations[r].get("flags", ()) for r in before.relations):
                break  # "Arab states that were members of X in 1990" need not have been Arab states then
            first -= 1
        timed = tuple(self.verbs.conditions.timed(c, limit, certain) for c in conditions[first:])
        return (*conditions[:first], *timed), OF_SEVERAL if len(timed) > 1 else 0.0

    def noun_dated(self, noun: Phrase, period: Phrase) -> Iterator[Phrase]:
        """(Ratified UNTOC before 2004 and) UNCAC after 2006."""
        if noun.plain and not noun.asks and all(end.entities and end.bare for end in noun.ends):
            yield Phrase("dated", noun.cost + period.cost, ends=noun.ends, period=period.period)

    def period_clause(self, period: Phrase, clause: Phrase) -> Iterator[Phrase]:
        """In 2002 (which states) became party."""
        for phrase in self.clause_period(clause, period):
            yield phrase._replace(cost=phrase.cost + 0.2)

    def sentence_period(self, sentence: Phrase, period: Phrase) -> Iterator[Phrase]:
        """Was Egypt party to UNTOC (in 2003)."""
        last = sentence.conditions[-1]
        if last.period is None and not last.either and not sentence.asks:
            timed, more = self._dated(sentence.conditions, period.period, certain=True)
            yield sentence._replace(conditions=timed, cost=sentence.cost + period.cost + more + 0.1)

    def noun_period(self, noun: Phrase, period: Phrase) -> Iterator[Phrase]:
        """Missions in 2015; members of the League (in 1990); conventions since 2000."""
        if noun.asks in ("when", "until", "how-long", "where", "how") or len(noun.ends) != 1 or noun.ends[0].entities:
            return
        [end] = noun.ends
        cost = noun.cost + period.cost
        if end.conditions and not end.conditions[-1].period and not end.conditions[-1].either:
            timed, more = self._dated(end.conditions, period.period)
            told = end._replace(conditions=timed)
            yield noun._replace(ends=(told,), cost=cost + more + 0.1, plain=False)
            return
        if period.period is None or end.period or not end.types or end.conditions:
            return
        existing = self._existing(end, period.period)
        if existing is not None:
            yield noun._replace(ends=(existing,), cost=cost + 0.3, definite=False, plain=False)

    def period_noun(self, period: Phrase, noun: Phrase) -> Iterator[Phrase]:
        """In 2003 which states ..."""
        for phrase in self.noun_period(noun, period):
            yield phrase._replace(cost=phrase.cost + 0.2)

    def over_verb(self, mark: Phrase, verb: Phrase) -> Iterator[Phrase]:
        """No longer (a) member of; no longer operates in."""
        if len(verb.verbs) == 1 and not verb.verbs[0].negated:
            told = verb._replace(verbs=(verb.verbs[0]._replace(over=True),), cost=verb.cost + mark.cost)
            yield told
            yield from self.verbs.alone(told)

    def over_clause(self, mark: Phrase, clause: Phrase) -> Iterator[Phrase]:
        """No longer operates in Mali; لم تعد مالي عضوا."""
        last = clause.conditions[-1]
        if last.relations and not (last.timing or last.either or last.negated):
            over = last._replace(timing="over")
            yield clause._replace(conditions=(*clause.conditions[:-1], over), cost=clause.cost + mark.cost)

    def noun_exists(self, noun: Phrase, mark: Phrase) -> Iterator[Phrase]:
        """(Is) Operation Sophia (still) active: whether no end of it is recorded; without one that is not known."""
        if not self.yes_no or noun.asks or len(noun.ends) != 1 or len(noun.ends[0].entities) != 1:
            return
        relations = tuple(
            r
            for r, spec in self.schema.relations.items()
            if "ends" in spec.get("flags", ()) and self.roles.fits(noun.ends[0], spec["from"])
        )
        if relations:
            ended = Condition(relations, SUBJECT, End(), negated=True)
            yield Phrase("lasting", noun.cost + mark.cost, ends=noun.ends, conditions=(ended,))

    def noun_aged(self, noun: Phrase, aged: Phrase) -> Iterator[Phrase]:
        """Missions (that are) older than MINUSMA; (is) INTERPOL older than Europol: by when each of them began."""
        if len(noun.ends) != 1 or noun.asks in ("when", "until", "how-long", "where", "how"):
            return
        [end] = noun.ends
        told = (r for r, spec in self.schema.relations.items() if "begins" in spec.get("flags", ()))
        if end.entities:
            begins = tuple(r for r in told if self.roles.fits(end, self.schema.relations[r]["from"]))
        else:
            begins = tuple(
                r for r in told if any(self.roles.compatible(t, self.schema.relations[r]["from"]) for t in end.types)
            )
        if not begins or end.rank or end.limit:
            return
        began = Condition(begins, SUBJECT, End(), aged.period, "age")
        cost = noun.cost + aged.cost
        if end.entities and end.bare and not noun.asks:
            yield Phrase("sentence", cost + (0.0 if self.yes_no else AGED), ends=noun.ends, conditions=(began,))
        elif not end.entities and end.types:
            told_so = end._replace(conditions=(*end.conditions, began))
            yield noun._replace(ends=(told_so,), cost=cost, definite=False, plain=False)

    def two_limits(self, left: Phrase, right: Phrase) -> Iterator[Phrase]:
        """After 2000 + (but) before 2005."""
        limits = [p.period for p in (left, right) if p.period and len(p.period.dates) == 1]
        after = next((p for p in limits if p.how == "after"), None)
        before = next((p for p in limits if p.how == "before"), None)
        if after and before:
            both = Period(AMID, (*after.dates, *before.dates), after.first, before.last)
            yield left._replace(cat="period", period=both, cost=left.cost + right.cost)

    def value_period(self, value: Phrase, period: Phrase) -> Iterator[Phrase]:
        """How many members INTERPOL had (in 1990)."""
        last = value.conditions[-1]
        dates = all(self.roles.literal(r) == "date" for r in last.relations)
        if last.period is None and not (dates and not self.yes_no):
            timed = self.verbs.conditions.timed(last, period.period)
            yield value._replace(conditions=(timed,), cost=value.cost + period.cost)

    def _existing(self, end: End, limit: Period) -> End | None:
        """The limit on the things themselves; None where these have no dates."""

        def dates(flag: str) -> tuple[str, ...]:
            told = ((r, spec) for r, spec in self.schema.relations.items() if flag in spec.get("flags", ()))
            return tuple(r for r, spec in told if any(self.roles.compatible(t, spec["from"]) for t in end.types))

        begins = dates("begins")
        if not begins:
            return None
        if dates("ends") and limit.how not in ("since", "after"):
            return end._replace(period=limit)
        # What has no end, such as a treaty or a study, is of the time in which it came about.
        return end._replace(conditions=(*end.conditions, Condition(begins, SUBJECT, End(), limit, "literal")))
