"""Nouns with verbs and clauses: "bodies" + "that implement UNTOC"."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.questions.grammar.base import Rules
from tocgraph.questions.phrase import CLAUSE, NOUN, SENTENCE, Phrase
from tocgraph.questions.reading import OBJECT, OPPOSITE, SUBJECT, Condition, End

BEFORE = 2.0
"""A clause before the thing it is about."""
STATED = 0.7
"""A statement is taken as a question for yes or no."""
ALONE = 0.8
""""Which" without the noun that belongs to it."""


class Clauses(Rules):
    """Rules that join nouns, verbs and clauses."""

    def noun_verb(self, noun: Phrase, verb: Phrase) -> Iterator[Phrase]:
        """UNTOC criminalizes; INTERPOL headquarters; INTERPOL founded."""
        yield from self.verbs.left(noun, verb)

    def verb_noun(self, verb: Phrase, noun: Phrase) -> Iterator[Phrase]:
        """Implement UNTOC; headquarters of INTERPOL."""
        yield from self.verbs.right(verb, noun)

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
        if noun.either or (clause.flip and noun.asks == "who"):
            return
        if noun.asks in ("when", "how", "count"):
            return
        if clause.gap and not (noun.asks == "where" or self.verbs.moved):
            return  # "headquartered" without "in" is asked by where alone
        cost = noun.cost + clause.cost + (0.3 if noun.asks == "object" and not clause.flip else 0.0)
        if noun.asks == "which" and noun.ends == (End(),):
            if noun.plain:
                return  # it belongs to the type behind it
            cost += ALONE
        named = all(end.entities and end.bare for end in noun.ends)
        if named:
            conditions = self.narrowed(noun.ends, clause.conditions, "")
            if conditions:
                cost += 0.0 if self.yes_no else STATED
                yield Phrase(SENTENCE, cost, ends=noun.ends, conditions=conditions, asks=noun.asks)
            return
        if len(noun.ends) != 1:
            return
        for end in self._answerers(noun):
            conditions = self.narrowed((end,), clause.conditions, noun.asks)
            if not conditions:
                continue
            end = end._replace(conditions=(*end.conditions, *conditions))
            asks = "what" if noun.asks == "object" else noun.asks
            yield noun._replace(cost=cost, ends=(end,), definite=False, plain=False, asks=asks)
            return

    def _answerers(self, noun: Phrase) -> tuple[End, ...]:
        """Who acts is an actor; what is said, a document may say as well."""
        if noun.asks == "who" and noun.ends == (End(),):
            return (End(types=("actor",)), End(types=("document",)), End(types=("recommendation",)))
        return noun.ends

    def clause_noun(self, clause: Phrase, noun: Phrase) -> Iterator[Phrase]:
        """UNTOC is implemented by which bodies; party to UNTOC states."""
        if noun.definite:
            return
        for phrase in self.noun_clause(noun, clause):
            if phrase.cat == NOUN:
                yield phrase._replace(cost=phrase.cost + (0.3 if noun.asks else BEFORE))
            elif clause.flip and len(clause.conditions) == len(noun.ends) == 1:
                # "صادقت مصر على الاتفاقية": the verb, its subject, then its object
                [turned] = phrase.conditions
                told = turned._replace(role=OPPOSITE[turned.role], other=noun.ends[0])
                yield phrase._replace(ends=(turned.other,), conditions=(told,))

    def sentence_clause(self, sentence: Phrase, clause: Phrase) -> Iterator[Phrase]:
        """Egypt is party to UNTOC (and) a member of the African Union."""
        conditions = self.narrowed(sentence.ends, clause.conditions, "")
        if conditions:
            cost = sentence.cost + clause.cost
            yield sentence._replace(cost=cost, conditions=(*sentence.conditions, *conditions))

    def pair_verb(self, pair: Phrase, verb: Phrase) -> Iterator[Phrase]:
        """Egypt UNCAC ratification: each takes the end of the verb that admits it."""
        if len(verb.verbs) != 1 or verb.verbs[0].negated:
            return
        for one, other in (pair.ends, pair.ends[::-1]):
            relations = [
                r
                for r, *_ in verb.verbs[0].patterns
                if not self.roles.literal(r)
                and self.roles.fits(one, self.roles.admitted(r, SUBJECT))
                and self.roles.fits(other, self.roles.admitted(r, OBJECT))
                and not self.roles.fits(other, self.roles.admitted(r, SUBJECT))
            ]  # fmt: skip
            if relations:
                condition = Condition(tuple(dict.fromkeys(relations)), SUBJECT, other)
                cost = pair.cost + verb.cost
                yield Phrase(SENTENCE, cost, ends=(one,), conditions=(condition,))

    def verb_pair(self, verb: Phrase, pair: Phrase) -> Iterator[Phrase]:
        """Ratification Egypt UNCAC."""
        yield from self.pair_verb(pair, verb)
