"""Ranks and limits: "the most conventions", "established first", "more than three missions"."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.questions.grammar.base import Rules
from tocgraph.questions.grammar.foremost import LASTING
from tocgraph.questions.grammar.phrase import CLAUSE, Phrase
from tocgraph.questions.grammar.units import counts, unit_said
from tocgraph.questions.reading import SUBJECT, Condition, End, Limit, Rank


class Figures(Rules):
    """Rules for what is counted or put in order."""

    def ranked(self, rank: Phrase, noun: Phrase) -> Iterator[Phrase]:
        """The most conventions; the first three missions."""
        if len(noun.ends) != 1 or noun.ends[0].entities or noun.ends[0].rank or noun.asks:
            return
        end = noun.ends[0]._replace(rank=Rank(rank.sign, int(rank.number), own=rank.definite, nth=rank.nth))
        yield noun._replace(ends=(end,), cost=noun.cost + rank.cost, definite=False, plain=False)

    def ranked_by(self, noun: Phrase, verb: Phrase) -> Iterator[Phrase]:
        """أحدث منظمة + تأسيسا; أكثر الاتفاقيات + أطرافا: the measure behind what it ranks."""
        rank = noun.ends[0].rank if len(noun.ends) == len(verb.verbs) == 1 else None
        if rank is None or rank.relations or noun.ends[0].entities or noun.ends[0].period or rank.how in LASTING:
            return
        end, cost = noun.ends[0], noun.cost + verb.cost
        highest = rank.how in ("most", "largest")
        counted: dict[str, list[str]] = {}
        if rank.how in ("first", "last"):
            said = [r for r, _, _, loose in verb.verbs[0].patterns if not loose]
            by = tuple(r for r in said if self.roles.literal(r) == "date")
        else:
            by, counted = self._counted(verb)
        by = tuple(dict.fromkeys(r for r in by if self.roles.fits(end, self.roles.admitted(r, SUBJECT))))
        if by:
            how = rank.how if rank.how in ("first", "last") else "largest" if highest else "smallest"
            unit = () if rank.how in ("first", "last") else self._unit(by, verb)
            measured = end._replace(rank=Rank(how, rank.number, by, nth=rank.nth, unit=unit))
            yield noun._replace(ends=(measured,), cost=cost, definite=False, plain=False)
        for role, relations in counted.items():
            of = End(rank=Rank("most" if highest else "fewest", rank.number, nth=rank.nth))
            told = self.narrowed((end,), (Condition(tuple(dict.fromkeys(relations)), role, of),), "")
            if told:
                plain = end._replace(rank=None, conditions=(*end.conditions, *told))
                yield noun._replace(ends=(plain,), cost=cost + 0.3, definite=False, plain=False)

    def noun_ranked(self, noun: Phrase, rank: Phrase) -> Iterator[Phrase]:
        """الاتفاقية الأحدث."""
        asked = bool(noun.asks) and noun.ends[0].types != ()  # "which UN body is the newest"
        if asked or self.verbs.arabic:
            for phrase in self.ranked(rank, noun._replace(asks="")):
                yield phrase._replace(asks=noun.asks)

    def clause_ranked(self, clause: Phrase, rank: Phrase) -> Iterator[Phrase]:
        """Joined the Budapest Convention last: by the date of the claim."""
        last = clause.conditions[-1]
        if rank.sign in ("first", "last") and last.relations and not last.negated and last.rank is None:
            ranked = last._replace(rank=Rank(rank.sign, int(rank.number), nth=rank.nth))
            yield clause._replace(conditions=(*clause.conditions[:-1], ranked), cost=clause.cost + rank.cost)

    def ranked_clause(self, rank: Phrase, clause: Phrase) -> Iterator[Phrase]:
        """The first (to) ratify UNTOC."""
        yield from self.clause_ranked(clause, rank)

    def verb_ranked(self, verb: Phrase, rank: Phrase) -> Iterator[Phrase]:
        """Established earliest: by the date that the verb gives."""
        if len(verb.verbs) != 1 or rank.sign not in ("first", "last"):
            return
        dates = [
            r for r, left, _, loose in verb.verbs[0].patterns if self.roles.literal(r) == "date" and left and not loose
        ]
        if dates:
            end = End(rank=Rank(rank.sign, int(rank.number), tuple(dict.fromkeys(dates)), nth=rank.nth))
            yield Phrase("ranking", verb.cost + rank.cost, ends=(end,))

    def ranked_verb(self, rank: Phrase, verb: Phrase) -> Iterator[Phrase]:
        """The largest number of parties; the most members: by a recorded number, else by counting."""
        if len(verb.verbs) != 1 or rank.sign in ("first", "last", *LASTING):
            return
        numbers, counted = self._counted(verb)
        highest = rank.sign in ("most", "largest")
        if numbers:
            by = Rank("largest" if highest else "smallest", int(rank.number), numbers, nth=rank.nth)
            by = by._replace(unit=self._unit(numbers, verb))
            yield Phrase("ranking", verb.cost + rank.cost, ends=(End(rank=by),))
        for role, relations in counted.items():
            of = End(rank=Rank("most" if highest else "fewest", int(rank.number), nth=rank.nth))
            condition = Condition(tuple(dict.fromkeys(relations)), role, of)
            yield Phrase(CLAUSE, verb.cost + rank.cost + 0.3, conditions=(condition,))
        if not (numbers or counted) and verb.verbs[0].text.endswith("ed") and not verb.verbs[0].negated:
            yield from self._done_most(rank, verb)

    def _unit(self, numbers: tuple[str, ...], verb: Phrase) -> tuple[str, ...]:
        """What the numbers must count, where they count different things: articles, and not chapters."""
        opened = self.roles.opened
        return unit_said(opened, numbers, verb.verbs[0].text) if any(counts(opened, r) for r in numbers) else ()

    def _done_most(self, rank: Phrase, verb: Phrase) -> Iterator[Phrase]:
        """(The) most ratified (treaty): that which the most have ratified."""
        done: dict[str, list[str]] = {}
        for relation, left, right, loose in verb.verbs[0].patterns:
            if left and right and not loose and not self.roles.literal(relation):
                done.setdefault(right, []).append(relation)
        for role, relations in done.items():
            of = End(
                rank=Rank("most" if rank.sign in ("most", "largest") else "fewest", int(rank.number), nth=rank.nth)
            )
            condition = Condition(tuple(dict.fromkeys(relations)), role, of)
            yield Phrase(CLAUSE, verb.cost + rank.cost + 0.3, conditions=(condition,))

    def limited_verb(self, limit: Phrase, verb: Phrase) -> Iterator[Phrase]:
        """More than 150 parties: counted."""
        if len(verb.verbs) == 1:
            for role, relations in self._counted(verb)[1].items():
                of = End(limit=Limit(limit.sign, int(limit.number)))
                condition = Condition(tuple(dict.fromkeys(relations)), role, of)
                yield Phrase(CLAUSE, verb.cost + limit.cost, conditions=(condition,))

    def _counted(self, verb: Phrase) -> tuple[tuple[str, ...], dict[str, list[str]]]:
        """The numbers that a phrase such as "parties" or "number of parties" names, and what it counts, by role."""
        numbers: list[str] = []
        counted: dict[str, list[str]] = {}
        for relation, left, right, loose in verb.verbs[0].patterns:
            if (left and right) or (loose and loose.split()[-1] != verb.verbs[0].text.split()[-1]):
                continue  # "state parties" are states parties, but "party" is not parties
            if self.roles.literal(relation) == "number":
                numbers.append(relation)
            elif not self.roles.literal(relation):
                counted.setdefault(left or right, []).append(relation)
        return tuple(dict.fromkeys(numbers)), counted

    def noun_ranking(self, noun: Phrase, ranking: Phrase) -> Iterator[Phrase]:
        """Which mission (was) established earliest."""
        if len(noun.ends) != 1 or noun.ends[0].entities or noun.ends[0].rank or not noun.ends[0].types:
            return
        rank = ranking.ends[0].rank
        fitting = [
            r
            for r in (rank.relations if rank else ())
            if self.roles.fits(noun.ends[0], self.roles.admitted(r, SUBJECT))
        ]
        if rank and fitting:
            end = noun.ends[0]._replace(rank=rank._replace(relations=tuple(fitting)))
            yield noun._replace(ends=(end,), cost=noun.cost + ranking.cost, definite=False, plain=False)

    def limited(self, limit: Phrase, noun: Phrase) -> Iterator[Phrase]:
        """More than three conventions."""
        if len(noun.ends) == 1 and not noun.ends[0].entities and not noun.asks:
            end = noun.ends[0]._replace(limit=Limit(limit.sign, int(limit.number)))
            yield noun._replace(ends=(end,), cost=noun.cost + limit.cost, definite=False, plain=False)
