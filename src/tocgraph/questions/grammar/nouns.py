"""Nouns side by side: "which bodies", "UN missions", "the study" with its title."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.questions.grammar.base import Rules
from tocgraph.questions.grammar.negation import NEGATABLE
from tocgraph.questions.grammar.phrase import SENTENCE, VALUE, Phrase
from tocgraph.questions.reading import OBJECT, SUBJECT, WHEN_THE_ONE, Condition, End

RELATED = 2.0
"""Two nouns side by side are related somehow."""
BELONGS = 0.6
"""A thing named beside a type is the group that things of the type belong to."""
OF_GROUP = 0.2
"""Those of a group, behind what they are."""
TITLED = 0.3
"""A name with its type beside it."""
DESCRIBED, DESCRIBED_BEFORE = 0.2, 0.8
"""A type and a description of the same things, and the other way round."""
PAIR = 1.0
ONE = 0.5
"""One thing is counted."""
PLACED = 1.2
"""A name with the place that the thing lies in: "Pakistan's FIA"."""
_WHO = ("actor", "event")
"""What may be meant by who."""
UNSAID = 0.5
"""A question for a date without the verb that belongs to it."""
NOBODY = 0.6
"""Who is asked for, and what is named is no actor."""


class Nouns(Rules):
    """Rules for nouns with nothing between them."""

    def asked_noun(self, asking: Phrase, noun: Phrase) -> Iterator[Phrase]:
        """Which bodies; what (are) the objectives of UNTOC; how many missions."""
        asks = asking.asks
        cost = asking.cost + noun.cost
        if noun.apart_by and not self.verbs.arabic:
            return  # "what did the thesis ..." does not ask which the thesis is
        if noun.asks or asks in ("when", "until", "how-long", "how"):
            return
        if asks == "where" and noun.plain and not all(end.entities for end in noun.ends):
            return  # "where are missions"
        if asks == "who" and not self._actors(noun):
            return
        if asks == "who" and not all(self.roles.is_a(e, "actor") for end in noun.ends for e in end.entities):
            cost += NOBODY
        if asks == "where" and any(end.rank and not end.conditions for end in noun.ends):
            return  # where the latest congress was held is more than which one it is
        if asks == "where" and not all(
            c.relations and c.role == OBJECT and all(self.roles.answers(r, "where") for r in c.relations)
            for end in noun.ends
            for c in end.conditions
        ):
            return
        if asks == "count" and any(end.entities for end in noun.ends):
            return
        if asks == "kind" and (any(end.entities for end in noun.ends) or not noun.ends[0].types):
            return  # "what kinds of cybercrime" asks for kinds; "what kinds of crime" for crimes
        vague = any(not c.relations and c.other.entities for c in noun.ends[0].conditions)
        if asks == "kind" and vague and not noun.many:
            return  # "what kind of treaty is INTERPOL": it is none
        if asks == "count" and noun.ends[0].types and not (noun.many or self.verbs.arabic):
            cost += ONE  # "the number of the article that ..." counts nothing
        if asks in ("object", "kind"):
            asks = "what"
        yield noun._replace(cost=cost, asks=asks, definite=noun.definite and asks != "count" and not noun.ends[0].types)

    def _when_the_one(self, asking: Phrase, noun: Phrase) -> Iterator[Phrase]:
        """When (did) the country that hosts Europol join UNTOC: the last condition of what the others describe."""
        if asking.asks != "when" or asking.beside or noun.asks or len(noun.ends) != 1:
            return
        [end] = noun.ends
        last = end.conditions[-1] if len(end.conditions) > 1 else Condition((), SUBJECT, End())
        plain = not (last.negated or last.period or last.either or end.entities or end.rank)
        between = bool(last.relations) and not any(self.roles.literal(r) for r in last.relations)
        if plain and between and len(last.other.entities) == 1 and last.other.bare and end.types:
            yield Phrase(WHEN_THE_ONE, asking.cost + noun.cost, ends=noun.ends)

    def when_foremost(self, asking: Phrase, noun: Phrase) -> Iterator[Phrase]:
        """When was the last crime congress: the date at which the foremost one began."""
        if asking.asks != "when" or noun.asks or len(noun.ends) != 1 or noun.ends[0].entities:
            return
        [end] = noun.ends
        begins = tuple(
            r
            for r, spec in self.schema.relations.items()
            if "begins" in spec.get("flags", ()) and any(self.roles.compatible(t, spec["from"]) for t in end.types)
        )
        vague = any(not c.relations and not c.either for c in end.conditions)  # "conference on X": not all of one kind
        if end.rank and begins and not vague:
            told = Condition(begins, OBJECT, end)
            yield Phrase(VALUE, asking.cost + noun.cost + UNSAID, conditions=(told,), asks="when")

    def _actors(self, noun: Phrase) -> bool:
        if any(end.entities for end in noun.ends):
            return all(self.roles.is_a(e, "actor") for end in noun.ends for e in end.entities)  # "who is X"
        return all(
            any(self.roles.within_type(t, "actor") for t in end.types) or (not end.types and self._acting(end))
            for end in noun.ends
        )

    def _acting(self, end: End) -> bool:
        """Whether what is told of an end may hold of an actor, or of an event that says something."""
        return any(len(self.narrowed((End(types=(t,)),), end.conditions, "")) == len(end.conditions) for t in _WHO)

    def noun_noun(self, left: Phrase, right: Phrase) -> Iterator[Phrase]:
        """Two nouns with nothing between them."""
        if left.asks == "what" and right.asks in ("count", "when") and left.ends == right.ends == (End(),):
            yield right._replace(cost=left.cost + right.cost)  # what is + the total number of, the date of
            return
        if left.asks and left.ends == (End(),):
            yield from self.when_foremost(left, right)
            yield from self.asked_noun(left, right)
            yield from self._when_the_one(left, right)
            return
        if right.asks or right.definite:
            return
        cost = left.cost + right.cost
        one = len(left.ends) == len(right.ends) == 1
        if left.apart and all(e.entities and e.bare for e in (*left.ends, *right.ends)) and not left.asks:
            yield left._replace(ends=left.ends + right.ends, cost=cost, apart=right.apart)
            return
        if not one or left.either or right.either:
            return
        first, second = left.ends[0], right.ends[0]
        named = first.entities and first.bare and not second.entities
        one_of_them = bool(right.det) or self.verbs.arabic or not second.types  # "the Kyoto Protocol" names no protocol
        several = right.many and right.det != "a" and not (self.verbs.arabic and second.conditions)
        asserted = self.yes_no and not (left.asks or self.verbs.there)  # "are there any G7 countries that ..."
        if asserted and named and one_of_them and not (self.verbs.doing or several):
            yield self._classed(left, right, cost)
        if self.yes_no and self.verbs.doing and named and not left.asks:
            yield from self._having(left, right, cost)
        if first.entities and first == second:
            yield left._replace(cost=cost, apart=right.apart)  # the Palermo Convention (UNTOC)
            return
        for name, kind in ((right, left), (left, right)):
            if self.verbs.arabic and kind is right and not kind.definite:
                continue  # "X مؤلف": in Arabic the type stands before the title
            if not left.asks and self._titled(name, kind):  # the study "..."; the MINUSMA mission
                yield name._replace(cost=cost + TITLED, apart=right.apart)
        if first.entities and second.entities:
            if first.bare and second.bare and not left.asks:
                for thing, place in ((right, left), (left, right)):
                    if self.roles.lies_in(thing.ends[0].entities, place.ends[0].entities):
                        yield thing._replace(cost=cost + PLACED, plain=False, apart=right.apart)
                        if self.roles.is_a(thing.ends[0].entities[0], "provision"):
                            return  # the article of that treaty
            if not left.asks and first.bare and second.bare:
                yield Phrase("pair", cost + PAIR, ends=(first, second))
            return
        both = self._of_both(first, second) if right.many and right.det != "a" else None
        if both is not None:
            yield left._replace(ends=(both,), cost=cost + DESCRIBED, definite=False, plain=False, apart=right.apart)
        for plain, told, more in ((left, right, DESCRIBED), (right, left, DESCRIBED_BEFORE)):
            merged = self._same(plain.ends[0], told.ends[0])
            if merged is not None:
                yield told._replace(ends=(merged,), cost=cost + more, asks=left.asks, plain=False)
        grouped = self._of_group(first, second)
        if grouped is not None:
            yield left._replace(ends=(grouped,), cost=cost + OF_GROUP, plain=False, definite=False, apart=right.apart)
        if first.entities or second.entities:
            yield from self._tied(left, right, cost)

    def _titled(self, name: Phrase, kind: Phrase) -> bool:
        """Whether the type beside a name only says what the named thing is."""
        named, of = name.ends[0], kind.ends[0]
        plainly = bool(named.entities and of.types) and named.bare and of.bare and not kind.many
        if any(self.schema.types[t].get("role") for t in of.types):
            return False  # the causes of a condition are others than itself
        return plainly and all(self.roles.is_a(e, t) for e in named.entities for t in of.types)

    def _classed(self, left: Phrase, right: Phrase, cost: float) -> Phrase:
        """Is UNODC a UN body; is Iran a neighbour of Pakistan."""
        of = right.ends[0]
        kind = Condition((), SUBJECT, End(types=of.types)) if of.types else None
        conditions = (*((kind,) if kind else ()), *of.conditions)
        return Phrase(SENTENCE, cost, ends=left.ends, conditions=conditions)

    def _having(self, left: Phrase, right: Phrase, cost: float) -> Iterator[Phrase]:
        """Does UNTOC have a provision on extradition: what a part of it says the text says."""
        of = right.ends[0]
        parts = all(self.roles.within_type(t, "provision") for t in of.types)
        if parts and of.conditions and self.roles.is_a(left.ends[0].entities[0], "instrument"):
            conditions = self.narrowed(left.ends, of.conditions, "")
            if conditions and all(c.relations for c in conditions):
                yield Phrase(SENTENCE, cost, ends=left.ends, conditions=conditions)

    def _same(self, plain: End, described: End) -> End | None:
        """A type and a description of the same things: "which obstacles (are) challenges to extradition"."""
        if not plain.types or plain.conditions or not described.conditions or described.entities:
            return None
        if described.types and not any(
            self.roles.within_type(t, d) or self.roles.within_type(d, t) for t in plain.types for d in described.types
        ):
            return None
        narrowed = self.narrowed((plain,), described.conditions, "")
        if not narrowed:
            return None
        called, conditions = self.called(End(types=plain.types), narrowed)
        if plain.rank and described.rank:
            return None
        rank, period = plain.rank or described.rank, plain.period or described.period
        return described._replace(types=called.types, conditions=conditions, rank=rank, period=period)

    def _of_both(self, first: End, second: End) -> End | None:
        """Those of one set who are of another as well: "which FATF members are (also) G7 members"."""
        bare = [end._replace(types=(), conditions=()) == End() for end in (first, second)]
        if not (all(bare) and self._belonging(first) and self._belonging(second)):
            return None
        if first.types and second.types and not any(self.roles.compatible(t, second.types) for t in first.types):
            return None
        types = first.types or second.types
        told = self.narrowed((End(types=types),), second.conditions, "") if types else second.conditions
        return End(types=types, conditions=(*first.conditions, *told)) if told else None

    def _belonging(self, end: End) -> bool:
        """Whether a set is that of those who belong to something, and where nothing else is said of them."""
        return bool(end.conditions) and all(
            c.role == SUBJECT and c.other.entities and not c.negated and "grouping" in self._flags(c)
            for c in end.conditions
        )

    def _flags(self, condition: Condition) -> set[str]:
        return {f for r in condition.relations for f in self.schema.relations[r].get("flags", ())}

    def _of_group(self, described: End, group: End) -> End | None:
        """Those of the group who are what is described: "parties to X from among the Arab states"."""
        if described.entities or described.rank or described.excluded or described.limit or not described.conditions:
            return None
        if group.entities or not (group.types and group.conditions) or not self._grouping(group):
            return None
        if described.types and not any(self.roles.compatible(t, group.types) for t in described.types):
            return None
        told = self.narrowed((End(types=group.types),), described.conditions, "")
        return group._replace(conditions=(*group.conditions, *told)) if told else None

    def _grouping(self, group: End) -> bool:
        """Whether a set is all members of a group, and nothing more is said of them."""
        flags = [self.schema.relations[r].get("flags", ()) for c in group.conditions for r in c.relations]
        return bool(flags) and all("grouping" in of for of in flags)

    def _tied(self, left: Phrase, right: Phrase, cost: float) -> Iterator[Phrase]:
        """A thing named beside a set: the group that it belongs to, else in any relation."""
        if right.apart_by and not self.verbs.arabic:
            return  # "which organizations did Egypt ..." says with the verb to come what ties the two
        named, of = (left, right) if left.ends[0].entities else (right, left)
        if not (of.ends[0].types or of.ends[0].conditions) or not named.ends[0].bare:
            return
        if left is named and left.asks:
            return
        end = of.ends[0]
        if not end.types and all(c.other == End() and not c.either for c in end.conditions):
            return  # "how many ratifications does INTERPOL need": what it is of was said, and does not fit
        party = any(NEGATABLE in c.relations and c.other.entities for c in end.conditions)
        if party and not self.verbs.terse and self.roles.fits(named.ends[0], self.roles.admitted(NEGATABLE, OBJECT)):
            return  # "party to the Palermo Convention on Cybercrime": not to two conventions
        cost += 0.2 if left is named else 0.0
        tied = self.group(end.types, named.ends[0], places=False) or self.party(end, named.ends[0])
        tied = tied or self.part(end, named.ends[0])
        if not (tied or end.types) and self.verbs.terse and self.narrowed((End(types=("state",)),), end.conditions, ""):
            tied = self.group(("state",), named.ends[0], places=True)  # "malabo convention parties africa"
        ties = [(tied, BELONGS)] if tied else []
        last = end.conditions[-1].other if end.conditions else End()
        single = left is of and bool(left.asks) and not (left.many or self.verbs.arabic or self.verbs.terse)
        # "who published a book (on) crime": of the book; "what (kind of) treaty is INTERPOL" asks for none
        if not single and not (named is right and last.bare and last.types):
            ties.append((Condition((), SUBJECT, named.ends[0]), RELATED))
        for condition, more in ties:
            told = end._replace(conditions=(*end.conditions, condition))
            every = left.every or right.every
            one = of._replace(ends=(told,), cost=cost + more, definite=False, plain=False, asks=left.asks, every=every)
            yield one._replace(det=left.det or of.det)
