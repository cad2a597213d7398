"""And, or, not, but not, neither, except, without."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.questions.grammar.clauses import Clauses
from tocgraph.questions.grammar.phrase import CLAUSE, NOUN, VERB, Phrase
from tocgraph.questions.grammar.verbs import ANYTHING, IT
from tocgraph.questions.reading import OBJECT, OPPOSITE, SUBJECT, Condition, End

OUTSIDE = 0.4
"""What is not a party, where no verb says so."""

AGAIN = 0.1
"""A verb that is not said again."""


def left_open(clause: Phrase) -> bool:
    """Whether a clause denies a relation without saying to what."""
    return clause.conditions[-1].negated and clause.conditions[-1].other == End()


class Joining(Clauses):
    """Rules that join phrases of one kind, or take one out of another."""

    def take(self, mark: Phrase, phrase: Phrase) -> Iterator[Phrase]:
        """And, or, not, except, that: kept with the phrase behind until what stands before it is known."""
        if phrase.cat == CLAUSE and mark.cat == "that":
            if mark.sign != "where":
                yield phrase._replace(cost=phrase.cost + mark.cost, relative=True)
            elif phrase.gap and all(c.role == OBJECT for c in phrase.conditions):  # "the university where X teaches"
                yield phrase._replace(cost=phrase.cost + mark.cost, gap=False, relative=True)
            elif conditions := self.narrowed((End(),), phrase.conditions, "where"):
                cost = phrase.cost + mark.cost
                yield phrase._replace(cost=cost, conditions=conditions, gap=False, relative=True)
        elif mark.cat == "not" and phrase.cat == CLAUSE:
            if len(phrase.conditions) == 1:  # "not signed but ratified": of more the first alone is denied
                yield self.denied(phrase)
        elif mark.cat == "not" and phrase.cat == VERB:
            both = len(phrase.verbs) > 1 and not phrase.either  # "not sign and ratify" may deny one or both
            if not both and not any(v.negated for v in phrase.verbs):
                verbs = tuple(v._replace(negated=True) for v in phrase.verbs)
                denied = phrase._replace(verbs=verbs, either=False)  # not one or the other: neither
                yield denied
                yield from self.verbs.alone(denied)
        elif mark.sign == "nor" and phrase.cat in (VERB, CLAUSE):
            verbs = tuple(v._replace(negated=True) for v in phrase.verbs)
            yield self.denied(phrase)._replace(cat=f"and {phrase.cat}", verbs=verbs, cost=phrase.cost + mark.cost)
        else:
            yield phrase._replace(cat=f"{mark.cat} {phrase.cat}", cost=phrase.cost + mark.cost)

    def and_not_noun(self, mark: Phrase, noun: Phrase) -> Iterator[Phrase]:
        """... and not UNCAC."""
        yield noun._replace(cat="not noun", cost=noun.cost + mark.cost)

    def and_noun(self, left: Phrase, right: Phrase) -> Iterator[Phrase]:
        """UNTOC and UNCAC; missions and bodies."""
        yield from self._joined(left, right._replace(cat=NOUN), either=False)

    def or_noun(self, left: Phrase, right: Phrase) -> Iterator[Phrase]:
        """UNTOC or UNCAC; missions or bodies."""
        yield from self._joined(left, right._replace(cat=NOUN), either=True)

    def _joined(self, left: Phrase, right: Phrase, either: bool) -> Iterator[Phrase]:
        if right.asks or left.asks in ("where", "when", "until", "how-long", "how", "object"):
            return
        cost = left.cost + right.cost
        entities = all(e.entities and e.bare for e in (*left.ends, *right.ends))
        if entities and not left.asks:
            ends = left.ends + right.ends
            if either:
                ends = (End(entities=tuple(dict.fromkeys(e for end in ends for e in end.entities))),)
            yield left._replace(ends=ends, cost=cost, either=False, plain=True)
        elif len(left.ends) == len(right.ends) == 1 and left.ends[0].bare and right.ends[0].bare:
            types = (*left.ends[0].types, *right.ends[0].types)  # "missions and bodies": all of both
            each = left.det == "both" or (left.det == right.det == "a")
            if left.ends[0].types and right.ends[0].types and each and not (either or left.asks):
                yield left._replace(ends=left.ends + right.ends, cost=cost, definite=False, det="both")
            elif left.ends[0].types and right.ends[0].types:
                yield left._replace(ends=(left.ends[0]._replace(types=types),), cost=cost, definite=False)
        elif not left.asks and left.det == "both" and not either:
            yield left._replace(ends=left.ends + right.ends, cost=cost + 0.1, definite=False)
        elif not left.asks and not left.plain and not right.plain:
            yield left._replace(ends=left.ends + right.ends, cost=cost + 0.3, either=either)

    def and_clause(self, left: Phrase, right: Phrase) -> Iterator[Phrase]:
        """Operate in Mali and counter drug trafficking."""
        conditions = left.conditions + self.resolved(left.conditions, right.conditions)
        if len(left.conditions) == 1 and left.conditions[0].other == End() and not left.conditions[0].period:
            if right.cat != CLAUSE and left.conditions[0].negated and not right.conditions[0].negated:
                return  # "not sign and ratify X" may deny one or both
            [shared] = self.resolved(right.conditions[:1], (left.conditions[0]._replace(other=IT),))
            if shared.other == IT:
                return  # signed what? "signed but did not ratify the treaty" has the same treaty at both verbs
            cost = left.cost + right.cost - ANYTHING
            yield left._replace(conditions=(shared, *right.conditions), cost=cost, flip=left.flip or right.flip)
            return
        cost = left.cost + right.cost - (ANYTHING if len(right.conditions) == 1 and left_open(right) else 0.0)
        tail = left.tail or right.tail or (right.cat == CLAUSE and not right.relative)
        cost += self.passes_over(left.conditions, right)
        yield left._replace(conditions=conditions, cost=cost, flip=left.flip or right.flip, tail=tail)

    def noun_and_clause(self, noun: Phrase, clause: Phrase) -> Iterator[Phrase]:
        """الجرائم التي تجرمها مالابو + ولا تجرمها بودابست: more of what something is said of already."""
        if len(noun.ends) == 1 and noun.ends[0].conditions and not noun.ends[0].entities:
            for phrase in self.noun_clause(noun, clause._replace(cat=CLAUSE)):
                yield phrase._replace(cost=phrase.cost + AGAIN)

    def sentence_and_clause(self, sentence: Phrase, clause: Phrase) -> Iterator[Phrase]:
        """Egypt signed UNTOC (and) ratified it; صادقت مصر على الاتفاقية ووقعت عليها."""
        told = self.resolved(sentence.conditions, clause.conditions)
        yield from self.sentence_clause(sentence, clause._replace(conditions=told))

    def or_clause(self, left: Phrase, right: Phrase) -> Iterator[Phrase]:
        """Operate in Mali or counter drug trafficking."""
        told = self.resolved(left.conditions, right.conditions)
        either = Condition((), SUBJECT, End(), either=(left.conditions, told))
        yield left._replace(conditions=(either,), cost=left.cost + right.cost)

    def clause_and_dated(self, clause: Phrase, noun: Phrase) -> Iterator[Phrase]:
        """Ratified UNTOC before 2004 + and UNCAC after 2006: the verb is that of the clause before."""
        told = self._again(clause, noun)
        if told:
            yield clause._replace(conditions=(*clause.conditions, *told), cost=clause.cost + noun.cost + AGAIN)

    def clause_or_dated(self, clause: Phrase, noun: Phrase) -> Iterator[Phrase]:
        """Ratified UNTOC before 2004 + or UNCAC after 2006."""
        told = self._again(clause, noun)
        if told:
            either = Condition((), SUBJECT, End(), either=((clause.conditions[-1],), *((c,) for c in told)))
            yield clause._replace(conditions=(*clause.conditions[:-1], either), cost=clause.cost + noun.cost + AGAIN)

    def _again(self, clause: Phrase, noun: Phrase) -> tuple[Condition, ...]:
        """What the dated clause says, said of other things at another time, or at any; none where it does not fit."""
        last = clause.conditions[-1]
        if last.either or last.period is None or last.rank or noun.asks:
            return ()
        side = OPPOSITE[last.role]
        if not all(e.entities and e.bare and self.roles.fits(e, self.roles.admitted(r, side))
                   for e in noun.ends for r in last.relations):  # fmt: skip
            return ()
        plain = last._replace(period=None, timing="over" if last.timing == "over" else "")
        return tuple(self.verbs.conditions.timed(plain._replace(other=end), noun.period) for end in noun.ends)

    def clause_not_noun(self, clause: Phrase, noun: Phrase) -> Iterator[Phrase]:
        """Party to UNTOC but not UNCAC: the same relation does not hold of the second."""
        last = clause.conditions[-1]
        if last.either:
            return
        if all(
            self.roles.fits(end, self.roles.admitted(r, OBJECT if last.role == SUBJECT else SUBJECT))
            for end in noun.ends
            for r in last.relations
        ):
            turned = tuple(last._replace(other=end, negated=True) for end in noun.ends)
            yield clause._replace(conditions=(*clause.conditions, *turned), cost=clause.cost + noun.cost)

    def noun_not_noun(self, noun: Phrase, other: Phrase) -> Iterator[Phrase]:
        """Crimes of UNTOC but not UNCAC: the same, where the relation stands in the noun already."""
        if len(noun.ends) != 1 or noun.ends[0].entities:
            return
        if other.ends and all(end.conditions and not end.entities for end in other.ends):
            yield from self._none_of(noun, other)
            return
        outside = [self.party(noun.ends[0], named) for named in other.ends]
        if all(outside):  # "ECOWAS countries outside the convention"
            told = tuple(c._replace(negated=True) for c in outside if c)
            end = noun.ends[0]._replace(conditions=(*noun.ends[0].conditions, *told))
            cost = noun.cost + other.cost + OUTSIDE
            yield noun._replace(ends=(end,), cost=cost, definite=False, plain=False)
        if not noun.ends[0].conditions:
            return
        as_clause = Phrase(CLAUSE, noun.cost, conditions=noun.ends[0].conditions)
        for turned in self.clause_not_noun(as_clause, other):
            yield noun._replace(ends=(noun.ends[0]._replace(conditions=turned.conditions),), cost=turned.cost)

    def _none_of(self, noun: Phrase, other: Phrase, vague: bool = False) -> Iterator[Phrase]:
        """EU countries (that are) not NATO members: those of which the same is not recorded."""
        said = Phrase(CLAUSE, other.cost, conditions=tuple(c for end in other.ends for c in end.conditions))
        each = all(len(end.conditions) == 1 and end._replace(types=(), conditions=()) == End() for end in other.ends)
        plain = all((c.relations or vague) and not (c.negated or c.either) for c in said.conditions)
        if each and plain and not other.asks:  # but "an EU mission, no UN mission" are two missions
            yield from self.noun_clause(noun, self.denied(said))

    def elided(self, noun: Phrase, mark: Phrase) -> Iterator[Phrase]:
        """... UNCAC does not: the verb is that of the clause before."""
        if noun.plain and not noun.asks and all(end.entities for end in noun.ends):
            yield noun._replace(cat="elided", cost=noun.cost + mark.cost)

    def opened_elided(self, mark: Phrase, elided: Phrase) -> Iterator[Phrase]:
        """... that UNCAC does not; and UNCAC does not."""
        yield elided._replace(cost=elided.cost + mark.cost)

    def noun_elided(self, noun: Phrase, elided: Phrase) -> Iterator[Phrase]:
        """What UNTOC provides for that UNCAC does not."""
        yield from self.noun_not_noun(noun, elided)

    def noun_except(self, noun: Phrase, other: Phrase) -> Iterator[Phrase]:
        """Arab states except Egypt."""
        if len(other.ends) == 1 and other.ends[0].conditions and not (other.ends[0].entities or other.asks):
            yield from self._none_of(noun, other, vague=True)  # "missions except EU ones"
            return
        if len(noun.ends) == 1 and not noun.ends[0].entities and all(e.entities and e.bare for e in other.ends):
            left_out = tuple(e for end in other.ends for e in end.entities)
            if noun.ends[0].types and not self.roles.fits(End(entities=left_out), noun.ends[0].types):
                return  # "states except Europe": a continent is none of the states
            end = noun.ends[0]._replace(excluded=noun.ends[0].excluded + left_out)
            yield noun._replace(ends=(end,), cost=noun.cost + other.cost, definite=False, plain=False)

    def noun_except_clause(self, noun: Phrase, clause: Phrase) -> Iterator[Phrase]:
        """ECOWAS countries except those that are party to the Budapest Convention."""
        if noun.plain or not any(c.negated for c in clause.conditions):
            yield from self.noun_clause(noun, self.denied(clause._replace(cat=CLAUSE)))

    def two_verbs(self, left: Phrase, right: Phrase) -> Iterator[Phrase]:
        """Implement and monitor; causes and effects of."""
        denied = left.verbs[0].negated and not right.verbs[0].negated  # see `take`
        if len(left.verbs) == 1 and len(right.verbs) == 1 and not denied:
            either = right.cat == "or verb"
            yield left._replace(verbs=left.verbs + right.verbs, cost=left.cost + right.cost, either=either)
