"""Relation phrases with their ends: what "implement" and "UNTOC" together demand of a thing."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.grammar.agreement import (
    AGAINST_PREPOSITION,
    AGAINST_PRONOUN,
    ARTICLED,
    LIKELY_OBJECT,
    mark,
    with_article,
)
from tocgraph.questions.grammar.conditions import Conditions, both_dates, each_its_own, over
from tocgraph.questions.grammar.forms import process
from tocgraph.questions.grammar.likened import likened
from tocgraph.questions.grammar.phrase import CLAUSE, NOUN, VALUE, Phrase, Verb
from tocgraph.questions.grammar.roles import Roles
from tocgraph.questions.grammar.titled import unnamed
from tocgraph.questions.reading import EVERY, OPPOSITE, SUBJECT, Condition, End, Limit
from tocgraph.questions.words.question_words import DEFINITIONS
from tocgraph.text import words

# What it costs to read words in another way than the plainest. Whole steps are never taken in silence for a
# cheaper reading that finds nothing: see `MARGIN` in parse.py.
GAPPED = 0.2
"""The end left of the verb fills it, and what it is about comes before that: "crimes UNTOC criminalizes"."""
FLIPPED = 0.4
"""An Arabic verb before its subject."""
OWNER = 0.3
"""The owner before the noun: "INTERPOL headquarters"."""
THROUGH = 0.25
"""A process stands for the thing that undergoes it."""
DATED = 0.5
"""A verb whose date is not asked for: "how many congresses were held"."""
ANYTHING = 2.3
"""A verb without one of its ends: "which missions have an explicit mandate"."""
OF_ANYTHING = 1.2
"""A noun of a relation without its owner: "which obligations"."""

TAIL = 0.4
"""The verb of the whole sentence is taken into the clause before it: "article of the treaty that set up X provides"."""

PLURALS = frozenset(
    "parties members signatories states اطراف الاطراف اعضاء الاعضاء الموقعون الموقعين المنضمون المنضمين الدول".split()
)
"""Who belongs to something, all of them: never what two things named are to each other."""

IT = End(value="it")
"""The thing named in the clause before, until that is known."""


class Verbs:
    """Joins relation phrases with nouns, as the schema allows it."""

    def __init__(
        self,
        roles: Roles,
        onset: bool,
        arabic: bool,
        moved: bool,
        direct: float = LIKELY_OBJECT,
        stranded: bool = False,
        doing: bool = False,
        terse: bool = False,
    ) -> None:
        self.roles, self.schema, self.conditions = roles, roles.schema, Conditions(roles, onset)
        self.arabic, self.moved, self.direct, self.stranded = arabic, moved, direct, stranded
        self.doing, self.terse = doing, terse
        self.attached = self.who = False  # a preposition within the word that asks; a feminine verb behind "who"
        self.there = False  # "is there any"

    def right(self, verb: Phrase, noun: Phrase) -> Iterator[Phrase]:
        """A verb and the noun behind it."""
        yield from self._filled(verb, noun, "right")

    def left(self, noun: Phrase, verb: Phrase) -> Iterator[Phrase]:
        """A noun and the verb behind it."""
        yield from self._filled(verb, noun, "left")

    def alone(self, verb: Phrase) -> Iterator[Phrase]:
        """A verb with one end left open: anything, or a date in the period that stands with it."""
        [one] = verb.verbs if len(verb.verbs) == 1 else [None]
        if one is None or one.weak:
            return
        found: dict[str, list[str]] = {}
        again: dict[str, list[str]] = {}
        of: dict[str, list[str]] = {}
        for relation, left, right, loose in one.patterns:
            if not (left and right):
                if loose == one.text and not self.roles.literal(relation) and not one.negated and not one.why:
                    of.setdefault(OPPOSITE[right or left], []).append(relation)
                elif one.negated and loose == one.text in PLURALS:  # "signatories of X that are not parties"
                    again.setdefault(OPPOSITE[right or left], []).append(relation)
                continue
            if loose:
                if one.negated and not self.roles.literal(relation):
                    again.setdefault(left, []).append(relation)
            elif self.roles.literal(relation):
                if left == SUBJECT and self.roles.literal(relation) == "date":
                    found.setdefault("date", []).append(relation)
            elif not one.why:
                found.setdefault(left, []).append(relation)
                if one.text.endswith("ed") or self.arabic:  # "when was the group listed": by whom is left open
                    found.setdefault(right, []).append(relation)
        if one.suffix and self.arabic and not one.negated:  # "صادقت عليها": what the clause before names
            named: dict[str, list[str]] = {}
            for relation, left, right, _ in one.patterns:
                if left and right and not self.roles.literal(relation):
                    named.setdefault(left, []).append(relation)
            for role, relations in named.items():
                condition = Condition(tuple(dict.fromkeys(relations)), role, IT, timing=over(one))
                yield Phrase(CLAUSE, verb.cost, conditions=(self.conditions.timed(condition, one.period),))
        if "date" in found:
            dates = tuple(dict.fromkeys(found["date"]))
            # Without a period: "which missions ended" are those of which the date is recorded.
            timing = "literal" if one.period else ""
            conditions = (Condition(dates, SUBJECT, End(), one.period, timing, negated=one.negated),)
            if not one.negated:
                yield Phrase(CLAUSE, verb.cost + (0.0 if one.period else DATED), conditions=conditions)
            found = {side: rs for side, rs in found.items() if side != "date" and not one.period}
        for role, relations in again.items():  # "without becoming a party": to what the clause before names
            condition = Condition(tuple(dict.fromkeys(relations)), role, IT, timing=over(one), negated=True)
            yield Phrase(CLAUSE, verb.cost, conditions=(condition,))
        for role, relations in of.items():  # "(which) obligations (does X impose)"
            condition = Condition(tuple(dict.fromkeys(relations)), role, End())
            end, many = End(types=one.head[:1], conditions=(condition,)), one.text in PLURALS
            yield Phrase(NOUN, verb.cost + OF_ANYTHING, ends=(end,), many=many)
        for role, relations in found.items():
            condition = Condition(tuple(dict.fromkeys(relations)), role, End(), timing=over(one), negated=one.negated)
            yield Phrase(CLAUSE, verb.cost + ANYTHING, conditions=(self.conditions.timed(condition, one.period),))

    def owned(self, noun: Phrase, verb: Phrase) -> Iterator[Phrase]:
        """A thing by what it is to another, which is still to come: "the Secretary-General as depositary"."""
        [one] = verb.verbs
        found: dict[str, list[str]] = {}
        for relation, left, right, loose in one.patterns:
            given = right or left
            if (left and right) or (loose and loose != one.text) or self.roles.literal(relation):
                continue
            if self._allowed(relation, OPPOSITE[given], noun):
                found.setdefault(given, []).append(relation)
        for member, relations in found.items():
            conditions = self.conditions.of(relations, member, noun, one)
            if conditions:
                yield Phrase(CLAUSE, verb.cost + noun.cost, conditions=conditions)

    def pronoun(self, verb: Phrase) -> Iterator[Phrase]:
        """A verb with "it": the thing that the clause before has."""
        for one in verb.verbs[:1]:
            found: dict[str, list[str]] = {}
            for relation, left, right, _ in one.patterns:
                if left and right and not self.roles.literal(relation):
                    found.setdefault(left, []).append(relation)
            for role, relations in found.items():
                names = tuple(dict.fromkeys(relations))
                condition = Condition(names, role, IT, timing=over(one), negated=one.negated)
                yield Phrase(CLAUSE, verb.cost, conditions=(self.conditions.timed(condition, one.period),))

    def _filled(self, verb: Phrase, noun: Phrase, side: str) -> Iterator[Phrase]:
        if noun.asks or noun.definite or noun.sign == "deed" or unnamed(noun, self.roles):
            return  # what is asked for is never a mere end; "of the study" is one that is not named, a deed no doer
        if noun.every and len(noun.ends) == 1 and not noun.ends[0].entities:
            noun = noun._replace(ends=(noun.ends[0]._replace(limit=Limit(EVERY, 0)),))
        if noun.tail and not self.arabic:
            noun = noun._replace(cost=noun.cost + TAIL)
        parts = [list(self._one(one, noun, side)) for one in verb.verbs]
        if len(verb.verbs) == 1 and not parts[0] and len(noun.ends) > 1 and not noun.either:
            single = ([*self._one(verb.verbs[0], noun._replace(ends=(end,)), side)] for end in noun.ends)
            parts = [list(each_its_own(single))]
        if len(parts) == 2 and not verb.either:
            yield from both_dates(parts[0], parts[1], verb.cost + noun.cost)
        if len(parts) == 1:
            for phrase in parts[0]:
                beside = verb.beside if phrase.cat == VALUE else ()
                every = (noun.every or verb.every) and phrase.cat == NOUN  # "all ASEAN members", "all parties to X"
                cost = phrase.cost + verb.cost + noun.cost
                yield phrase._replace(
                    cost=cost, beside=beside, every=every, det=verb.det or ("" if phrase.many else "a")
                )
            return
        # "implement and monitor UNTOC": both verbs share their end.
        for first in parts[0]:
            for second in parts[1]:
                if first.cat == second.cat == CLAUSE:
                    joined = (*first.conditions, *second.conditions)
                    if verb.either:
                        joined = (Condition((), SUBJECT, End(), either=(first.conditions, second.conditions)),)
                    cost = first.cost + second.cost + verb.cost + noun.cost
                    yield first._replace(conditions=joined, cost=cost)

    def _one(self, verb: Verb, noun: Phrase, side: str) -> Iterator[Phrase]:
        """The phrases that one verb makes with a noun; relation types of the same direction go together."""
        clauses: dict[tuple[str, bool, bool, float], list[str]] = {}
        nouns: dict[tuple[str, float], list[str]] = {}
        values: dict[float, list[str]] = {}
        verbal = False
        for relation, left, right, loose in verb.patterns:
            literal = self.roles.literal(relation)
            if left and right and verb.text in PLURALS:
                continue  # "ECOWAS members" are those that it has; by itself the plural is no verb
            if left and right:
                if literal:
                    named = bool(self.schema.relations[relation].get("called"))
                    missing = bool(loose) and not self.moved  # its preposition may stand before the question word
                    if not missing and self._owns(relation, noun) and (left == SUBJECT or named):
                        plain = (side == "left") == (left == SUBJECT) or (self.arabic and verb.suffix)
                        values.setdefault(0.0 if plain else 0.8, []).append(relation)
                        verbal = True
                    continue
                front = self.moved and bool(loose)
                for role, member, cost, flip in self._ways(verb, left, right, side, front):
                    behind = (front or (self.arabic and self.attached)) and side == "right" and not verb.suffix
                    if behind and front and not flip:
                        continue  # "إلى أي جامعات ينتسب مؤلفو ...", "in which city sits X": the object stood first
                    if behind:  # "لأي مؤتمر مهد الاجتماع": no preposition is left to tell
                        cost = 0.0 if flip else cost + AGAINST_PREPOSITION
                    if self._allowed(relation, role, noun):
                        clauses.setdefault((member, flip, bool(loose), cost), []).append(relation)
                continue
            if loose and loose != verb.text:
                continue  # "X operates" is not "the operator of X"
            given = right or left
            cost = 0.0 if (side == "right") == bool(right) else OWNER
            if side == "right" and self.arabic and with_article(verb.text) and not all(e.bare for e in noun.ends):
                cost += ARTICLED
            if self.stranded and verb.open and side == "left" and not literal and right:
                if self._allowed(relation, OPPOSITE[given], noun):  # "what is X an obstacle to"
                    clauses.setdefault((given, False, False, GAPPED), []).append(relation)
                continue
            if cost and (verb.open or (side == "right" and not self.arabic)):
                continue  # "headquarters of" has its owner only behind
            if literal:
                if self._owns(relation, noun):
                    values.setdefault(cost, []).append(relation)
                    verbal |= bool(left) and self.roles.answers(relation, "how-long")
            elif given == SUBJECT and self.roles.one_place(relation) and verb.text.split()[0].endswith("s"):
                continue  # "countries of X" are not where X lies
            elif self._allowed(relation, given, noun):
                nouns.setdefault((OPPOSITE[given], cost), []).append(relation)
        for (member, flip, gap, cost), relations in clauses.items():
            conditions = self.conditions.of(relations, member, noun, verb)
            if conditions:
                marked = mark(verb.text, flip, verb.suffix, relations)
                like = tuple(End(entities=of) for end in noun.ends if (of := likened(end)))
                yield Phrase(CLAUSE, cost, ends=like, conditions=conditions, flip=flip, gap=gap, sign=marked)
        for (member, cost), relations in nouns.items():
            conditions = self.conditions.of(relations, member, noun, verb)
            heads = [
                t for t in verb.head if any(self.roles.compatible(t, self.roles.admitted(r, member)) for r in relations)
            ]
            if all(self.roles.by_doing(t, r, member) for t in heads for r in relations):
                heads = []  # whatever hinders something is an obstacle to it
            if conditions:
                # What follows a "why" is a whole clause: nothing more can be said of the cause.
                deed = self.arabic and not heads and any(map(process, (verb.text, verb.text[1:])))
                others = tuple(e for end in noun.ends for e in likened(end))
                ends = (End(types=tuple(heads), conditions=conditions, excluded=others),)
                many = verb.text in PLURALS
                yield Phrase("why" if verb.why else NOUN, cost, ends=ends, sign="deed" if deed else "", many=many)
            if noun.det == "both" and len(conditions) == len(noun.ends) > 1 and not verb.why:
                # "articles of both X and Y" are some of the one and some of the other
                several = tuple(End(types=tuple(heads), conditions=(c,)) for c in conditions)
                yield Phrase(NOUN, cost, ends=several, many=True)
        through = process(verb.text) and verb.text not in DEFINITIONS  # a definition is more than what it defines
        if nouns and side == "right" and not verb.head and through and noun.plain and len(noun.ends) == 1:
            # "what hinders the implementation of UNTOC": the process stands for what undergoes it
            yield noun._replace(cost=THROUGH, plain=False, asks="")
        for cost, relations in values.items():
            dated = self.conditions.values(relations, noun, verb)
            if dated:
                yield Phrase(VALUE, cost, conditions=dated, gap=verbal)

    def _ways(
        self, verb: Verb, left: str, right: str, side: str, front: bool
    ) -> Iterator[tuple[str, str, float, bool]]:
        """The role of the noun, that of the thing still to come, the cost, and whether the verb stands first."""
        if side == "left":
            yield left, right, GAPPED, False
            return
        yield right, left, AGAINST_PRONOUN if verb.suffix else 0.0, False
        said = words(verb.text)
        adjective = said[0].startswith("ال") and said[-1] in PREPOSITIONS if said else False  # "المسؤولة عن الفساد"
        if front or (self.arabic and (verb.suffix or not adjective)):
            yield left, right, 0.0 if verb.suffix else FLIPPED, True

    def _owns(self, relation: str, noun: Phrase) -> bool:
        return all(end != End() and self.roles.fits(end, self.schema.relations[relation]["from"]) for end in noun.ends)

    def _allowed(self, relation: str, role: str, noun: Phrase) -> bool:
        admitted = self.roles.admitted(relation, role)
        return bool(admitted) and all(self.roles.fits(end, admitted) for end in noun.ends)
