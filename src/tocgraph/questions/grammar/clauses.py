"""Nouns with verbs and clauses: "bodies" + "that implement UNTOC"."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.questions.grammar.agreement import HELD, INSIDE, MASCULINE
from tocgraph.questions.grammar.base import Rules
from tocgraph.questions.grammar.phrase import CLAUSE, NOUN, SENTENCE, Phrase, Verb
from tocgraph.questions.grammar.verbs import IT, OF_ANYTHING, PLURALS
from tocgraph.questions.reading import OBJECT, OPPOSITE, SUBJECT, Condition, End, Rank

FARTHER = 0.4
"""A relative clause on a noun before the nearest one."""
SO_DONE = 0.3
"""A participle before what something was done to."""
BEFORE = 2.0
"""A clause before the thing it is about."""
STATED = 0.7
"""A statement is taken as a question for yes or no."""
UNLIKELY = 0.2
"""Who did it was no actor."""
NOBODY = 0.9
"""What did it is nobody: "who funds the group" is answered by a crime."""
ALONE = 0.8
""""Which" without the noun that belongs to it."""
_COUNTS = ("most", "fewest")
WHOM = 1.0
"""Who is asked for is the object of an Arabic verb without its pronoun, or the subject of a feminine one."""
DISAGREES = 1.0
"""Things in the plural as the subject of a masculine Arabic verb: "أي الجرائم ييسر" asks for its object."""


def _of_several(conditions: tuple[Condition, ...]) -> bool:
    """Whether the conditions say the same of several things."""
    return len({c._replace(other=End()) for c in conditions}) == 1 and not conditions[0].either


def done_to(verb: Verb) -> Verb:
    """The verb without its active sense where it is a participle: "the cited books" cite nothing."""
    if not verb.text.endswith("ed") or " " in verb.text:
        return verb
    return verb._replace(patterns=tuple(p for p in verb.patterns if not (p[1] and p[2])))


class Clauses(Rules):
    """Rules that join nouns, verbs and clauses."""

    def noun_verb(self, noun: Phrase, verb: Phrase) -> Iterator[Phrase]:
        """UNTOC criminalizes; INTERPOL headquarters; INTERPOL founded."""
        if self.verbs.arabic and noun.asks != "when" and any(self._unmeasured(e.rank, verb) for e in noun.ends):
            return  # "المنظمة الأكثر أعضاء", "أقدم بعثة نشأة": the measure belongs to the superlative
        yield from self.verbs.left(noun, verb)
        yield from self._each_other(noun, verb)

    def _unmeasured(self, rank: Rank | None, verb: Phrase) -> bool:
        """Whether what the verb gives is what the superlative goes by: a number, or the date of the first and last."""
        if rank is None or rank.relations:
            return False
        dated = any(self.roles.literal(r) == "date" for v in verb.verbs for r, *_ in v.patterns)
        return rank.how in _COUNTS or (rank.how in ("first", "last") and dated)

    def _each_other(self, noun: Phrase, verb: Phrase) -> Iterator[Phrase]:
        """(Do) INTERPOL and Europol cooperate; (do) Iran and Pakistan share a border: each with the other."""
        if noun.asks or noun.either or len(noun.ends) != 2 or len(verb.verbs) != 1 or verb.verbs[0].negated:
            return
        one, other = noun.ends
        named = all(len(end.entities) == 1 and end.bare for end in noun.ends)
        both = (r for r, left, right, loose in verb.verbs[0].patterns if left and right and loose)
        relations = tuple(dict.fromkeys(r for r in both if self.schema.symmetric(r)))
        if named and relations:
            for conditions in [self.narrowed((one,), (Condition(relations, SUBJECT, other),), "")]:
                if conditions:
                    cost = noun.cost + verb.cost + (0.0 if self.yes_no else STATED)
                    yield Phrase(SENTENCE, cost, ends=(one,), conditions=conditions)

    def verb_noun(self, verb: Phrase, noun: Phrase) -> Iterator[Phrase]:
        """Implement UNTOC; headquarters of INTERPOL; but the cited books are those that are cited."""
        if verb.definite and not any(end.entities for end in noun.ends):
            yield from self._so_done(verb, noun)
            verb = verb._replace(verbs=tuple(done_to(v) for v in verb.verbs))
        yield from self.verbs.right(verb, noun)

    def _so_done(self, verb: Phrase, noun: Phrase) -> Iterator[Phrase]:
        """The cited articles (that appeared in X): those that something cites."""
        [one] = verb.verbs if len(verb.verbs) == 1 else [None]
        if one is None or not one.text.endswith("ed") or one.negated or noun.asks or len(noun.ends) != 1:
            return
        by: dict[str, list[str]] = {}
        for relation, left, right, loose in one.patterns:
            if left and right and not loose and not self.roles.literal(relation):
                by.setdefault(right, []).append(relation)
        for role, relations in by.items():
            told = self.narrowed(noun.ends, (Condition(tuple(dict.fromkeys(relations)), role, End()),), "")
            if told and noun.ends[0].types and noun.ends[0].bare:
                end = noun.ends[0]._replace(conditions=told)
                yield noun._replace(cost=noun.cost + verb.cost + SO_DONE, ends=(end,), definite=False, plain=False)

    def verb_not_noun(self, verb: Phrase, noun: Phrase) -> Iterator[Phrase]:
        """Party to neither UNTOC nor UNCAC."""
        for phrase in self.verbs.right(verb, noun._replace(cat=NOUN)):
            if phrase.cat == CLAUSE:
                yield self.denied(phrase)

    def verb_it(self, verb: Phrase, _: Phrase) -> Iterator[Phrase]:
        """... ratify it."""
        yield from self.verbs.pronoun(verb)

    def noun_clause(self, noun: Phrase, clause: Phrase) -> Iterator[Phrase]:
        """Bodies that implement UNTOC; Egypt is party to UNTOC; who implements UNTOC."""
        if noun.either:
            return
        if noun.asks in ("when", "until", "how-long", "how", "count", "kind"):
            return
        if clause.gap and not (noun.asks == "where" or self.verbs.moved or self.verbs.terse):
            return  # "headquartered" without "in" is asked by where alone
        if clause.sign == INSIDE and noun.asks != "who" and noun.ends == (End(),):
            return  # what is in a treaty are not its parties
        cost = noun.cost + clause.cost + (self.verbs.direct if noun.asks == "object" and not clause.flip else 0.0)
        if noun.asks == "which" and noun.ends == (End(),):
            if noun.plain:
                return  # it belongs to the type behind it
            cost += ALONE
        if noun.asks == "who" and not self.verbs.moved and clause.sign != HELD and clause.flip != self.verbs.who:
            cost += WHOM  # "من يستهدف النظام" asks for its targets where the other way is none
        if clause.sign == MASCULINE and noun.many and not self._people(noun):
            cost += DISAGREES
        named = all(end.entities and end.bare for end in noun.ends)
        if named:
            conditions = self.narrowed(noun.ends, clause.conditions, "")
            if conditions:
                cost += 0.0 if self.yes_no else STATED
                yield Phrase(SENTENCE, cost, ends=noun.ends, conditions=conditions, asks=noun.asks)
            return
        if len(noun.ends) != 1:
            return
        before = noun.ends[0].conditions
        said = self.resolved(before, clause.conditions) if before else clause.conditions
        cost += self.passes_over(before, clause)
        for place, end in enumerate(self._answerers(noun)):
            conditions = self.narrowed((end,), said, noun.asks)
            anything = place > 0 and end == End()
            if not conditions or (place and not anything and not self._said_by(conditions)):
                continue
            more = NOBODY if anything else place * UNLIKELY
            told = self._unsaid(end.conditions, conditions)
            more -= OF_ANYTHING if len(told) < len(end.conditions) else 0.0
            end, conditions = self.called(end._replace(conditions=told), conditions)
            like = (e for of in clause.ends if not end.types or self.roles.fits(of, end.types) for e in of.entities)
            end = end._replace(conditions=(*told, *conditions), excluded=(*end.excluded, *like))
            asks = "what" if noun.asks == "object" else noun.asks
            tail = clause.tail or (noun.relative and not clause.relative)
            described = noun._replace(cost=cost + more, ends=(end,), definite=False, plain=False, asks=asks)
            yield described._replace(relative=clause.relative, tail=tail)

    def passes_over(self, before: tuple[Condition, ...], clause: Phrase) -> float:
        """What it costs that a relative clause is not on the noun right before it: "border a state + that hosts X".

        In Arabic the clause on a noun without article stands without a word that opens it: "تحد دولة تعمل فيها بعثة".
        """
        near = before[-1].other if before and not before[-1].either else End()
        bare = bool(near.types) and near.bare and not near.entities
        return FARTHER if bare and clause.cat == CLAUSE and clause.relative != self.verbs.arabic else 0.0

    def _people(self, noun: Phrase) -> bool:
        """Whether persons may be meant, whose plural is a masculine one."""
        return any(self.roles.within_type(t, "person") for end in noun.ends for t in end.types)

    def _unsaid(self, before: tuple[Condition, ...], behind: tuple[Condition, ...]) -> tuple[Condition, ...]:
        """What a noun says without what the verb says better: "the obligations that UNTOC imposes"."""
        return tuple(
            c
            for c in before
            if c.either
            or c.period
            or c.other != End()
            or not any(c.role == b.role and set(c.relations) & {*b.relations} for b in behind)
        )

    def _answerers(self, noun: Phrase) -> tuple[End, ...]:
        """Who acts is an actor; what is said, a meeting or a document may say as well."""
        if noun.asks == "who" and noun.ends == (End(),):
            return (*(End(types=(t,)) for t in ("actor", "event", "document", "recommendation")), End())
        return noun.ends

    def _said_by(self, conditions: tuple[Condition, ...]) -> bool:
        """Whether it is what one says or does: "who wrote about X" asks for no meeting and no book on X."""
        admitted = [set(self.roles.admitted(r, c.role)) for c in conditions for r in c.relations]
        said = all("actor" in types or not {"tool", "programme"} & types for types in admitted)
        return said and not any(c.other == End() for c in conditions)

    def clause_noun(self, clause: Phrase, noun: Phrase) -> Iterator[Phrase]:
        """UNTOC is implemented by which bodies; party to UNTOC states."""
        if noun.definite:
            return
        [told] = clause.conditions if len(clause.conditions) == 1 else [None]
        listed = told and clause.flip and told.other.entities and told.other.bare and not noun.asks
        if told and listed and len(noun.ends) == 1 and noun.ends[0].bare and noun.ends[0].types:
            # "أدرجت الجماعة في قائمة": the verb, its subject, and a thing that is not named
            turned = told._replace(role=OPPOSITE[told.role], other=noun.ends[0])
            kept = self.narrowed((told.other,), (turned,), "")
            if kept:
                yield Phrase(SENTENCE, noun.cost + clause.cost + BEFORE, ends=(told.other,), conditions=kept)
        for phrase in self.noun_clause(noun, clause):
            if phrase.cat == NOUN:
                yield phrase._replace(cost=phrase.cost + (0.3 if noun.asks else BEFORE))
            elif clause.flip and _of_several(phrase.conditions):
                # "صادقت مصر والأردن على الاتفاقية": the verb, its subjects, then its objects
                turned = phrase.conditions[0]
                each = tuple(turned._replace(role=OPPOSITE[turned.role], other=end) for end in noun.ends)
                yield phrase._replace(ends=tuple(c.other for c in phrase.conditions), conditions=each)
            elif self.verbs.arabic and clause.conditions[-1].other == End():
                yield phrase  # "أدرجت بوكو حرام": the verb before the only thing that is named

    def resolved(self, before: tuple[Condition, ...], behind: tuple[Condition, ...]) -> tuple[Condition, ...]:
        """Signed the treaty but did not ratify (it): the open end is that of the clause before."""
        last = before[-1]
        found = []
        for condition in behind:
            given = condition.other == IT or (condition.negated and condition.other == End() and not condition.period)
            if given and last.other.entities and not last.either:
                fitting = tuple(
                    r
                    for r in condition.relations
                    if self.roles.fits(last.other, self.roles.admitted(r, OPPOSITE[condition.role]))
                )
                if fitting:
                    condition = condition._replace(other=last.other, relations=fitting)
            found.append(condition)
        return tuple(found)

    def sentence_clause(self, sentence: Phrase, clause: Phrase) -> Iterator[Phrase]:
        """Egypt is party to UNTOC (and) a member of the African Union."""
        conditions = self.narrowed(sentence.ends, clause.conditions, "")
        if conditions:
            cost = sentence.cost + clause.cost
            yield sentence._replace(cost=cost, conditions=(*sentence.conditions, *conditions))

    def noun_as(self, noun: Phrase, verb: Phrase) -> Iterator[Phrase]:
        """(Which treaties have) the Secretary-General as depositary; (with) Egypt among (their) signatories."""
        if not noun.asks and not noun.definite and len(verb.verbs) == 1:
            yield from self.verbs.owned(noun, verb)

    def whose(self, verb: Phrase, clause: Phrase) -> Iterator[Phrase]:
        """(Authors) whose books are published by Routledge."""
        for one in verb.verbs[:1]:
            end = End(types=one.head[:1], conditions=clause.conditions)
            if self.narrowed((end._replace(conditions=()),), clause.conditions, ""):
                yield from self.whose_is(verb, Phrase(NOUN, clause.cost, ends=(end,)))

    def whose_is(self, verb: Phrase, noun: Phrase) -> Iterator[Phrase]:
        """(Treaties) whose depositary is Italy."""
        if not noun.asks and not noun.definite and len(verb.verbs) == 1:
            yield from self.verbs.owned(noun, verb)

    def pair_verb(self, pair: Phrase, verb: Phrase) -> Iterator[Phrase]:
        """Egypt UNCAC ratification: each takes the end of the verb that admits it."""
        if len(verb.verbs) != 1 or verb.verbs[0].negated:
            return
        if verb.verbs[0].text.split()[0] in PLURALS:
            return  # "parties asean actip" asks for all of them, not for one
        for one, other in (pair.ends, pair.ends[::-1]):
            relations = [
                r
                for r, *_ in verb.verbs[0].patterns
                if not self.roles.literal(r)
                and self.roles.fits(one, self.roles.admitted(r, SUBJECT))
                and self.roles.fits(other, self.roles.admitted(r, OBJECT))
                and not self.roles.fits(other, self.roles.admitted(r, SUBJECT))
            ]  # fmt: skip
            relations += self.each([r for r, *_ in verb.verbs[0].patterns], one, other)
            if relations:
                condition = Condition(tuple(dict.fromkeys(relations)), SUBJECT, other)
                cost = pair.cost + verb.cost
                yield Phrase(SENTENCE, cost, ends=(one,), conditions=(condition,))

    def verb_pair(self, verb: Phrase, pair: Phrase) -> Iterator[Phrase]:
        """Ratification Egypt UNCAC."""
        yield from self.pair_verb(pair, verb)
