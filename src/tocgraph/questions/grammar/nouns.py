"""Nouns side by side: "which bodies", "UN missions", "the study" with its title."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.questions.grammar.base import Rules
from tocgraph.questions.phrase import SENTENCE, Phrase
from tocgraph.questions.reading import OBJECT, SUBJECT, Condition, End

RELATED = 2.0
"""Two nouns side by side are related somehow."""
BELONGS = 0.6
"""A thing named beside a type is the group that things of the type belong to."""
PAIR = 1.0


class Nouns(Rules):
    """Rules for nouns with nothing between them."""

    def asked_noun(self, asking: Phrase, noun: Phrase) -> Iterator[Phrase]:
        """Which bodies; what (are) the objectives of UNTOC; how many missions."""
        asks = asking.asks
        cost = asking.cost + noun.cost
        if noun.asks or asks in ("when", "how") or (asks == "where" and noun.plain):
            return
        if asks == "who" and not self._actors(noun):
            return
        if asks == "where" and not all(
            self.roles.answers(r, "where") and c.role == OBJECT
            for end in noun.ends
            for c in end.conditions
            for r in c.relations
        ):
            return
        if asks == "count" and any(end.entities for end in noun.ends):
            return
        if asks == "object":
            asks = "what"
        yield noun._replace(cost=cost, asks=asks, definite=noun.definite and asks != "count" and not noun.ends[0].types)

    def _actors(self, noun: Phrase) -> bool:
        if any(end.entities for end in noun.ends):
            return True  # "who is X"
        return all(any(self.roles.within_type(t, "actor") for t in end.types) or not end.types for end in noun.ends)

    def noun_noun(self, left: Phrase, right: Phrase) -> Iterator[Phrase]:
        """Two nouns with nothing between them."""
        if left.asks and left.ends == (End(),):
            yield from self.asked_noun(left, right)
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
        if self.yes_no and not left.asks and first.entities and first.bare and not second.entities:
            yield self._classed(left, right, cost)
        if first.entities and first == second:
            yield left._replace(cost=cost, apart=right.apart)  # the Palermo Convention (UNTOC)
            return
        if (
            first.types
            and first.bare
            and second.entities
            and second.bare
            and not (left.asks or left.many)
            and self._named(second, first)
        ):
            yield right._replace(cost=cost + 0.1)  # the study "..."
        if (
            second.types
            and second.bare
            and first.entities
            and first.bare
            and not (left.asks or right.many)
            and self._named(first, second)
        ):
            yield left._replace(cost=cost + 0.1, apart=right.apart)  # the MINUSMA mission
        if first.entities and second.entities:
            if not left.asks and first.bare and second.bare:
                yield Phrase("pair", cost + PAIR, ends=(first, second))
            return
        if first.types and first.conditions == () and second.conditions and not second.entities:
            merged = self._same(first, second)
            if merged is not None:
                yield right._replace(ends=(merged,), cost=cost + 0.2, asks=left.asks, plain=False)
        if second.types and second.conditions == () and first.conditions and not first.entities:
            merged = self._same(second, first)
            if merged is not None:
                yield left._replace(ends=(merged,), cost=cost + 0.8, plain=False)
        if first.entities or second.entities:
            yield from self._tied(left, right, cost)

    def _named(self, named: End, kind: End) -> bool:
        """Whether the type beside a name only says what the named thing is."""
        return all(self.roles.is_a(e, t) for e in named.entities for t in kind.types)

    def _classed(self, left: Phrase, right: Phrase, cost: float) -> Phrase:
        """Is UNODC a UN body; is Iran a neighbour of Pakistan."""
        of = right.ends[0]
        kind = Condition((), SUBJECT, End(types=of.types)) if of.types else None
        conditions = (*((kind,) if kind else ()), *of.conditions)
        return Phrase(SENTENCE, cost, ends=left.ends, conditions=conditions)

    def _same(self, plain: End, described: End) -> End | None:
        """A type and a description of the same things: "which obstacles (are) challenges to extradition"."""
        if described.types and not any(
            self.roles.within_type(t, d) or self.roles.within_type(d, t) for t in plain.types for d in described.types
        ):
            return None
        if not self.narrowed((plain,), described.conditions, ""):
            return None
        narrowed = self.narrowed((plain,), described.conditions, "")
        return described._replace(types=plain.types, conditions=narrowed)

    def _tied(self, left: Phrase, right: Phrase, cost: float) -> Iterator[Phrase]:
        """A thing named beside a set: the group that it belongs to, else in any relation."""
        named, of = (left, right) if left.ends[0].entities else (right, left)
        if not (of.ends[0].types or of.ends[0].conditions) or not named.ends[0].bare:
            return
        if left is named and left.asks:
            return
        end = of.ends[0]
        cost += 0.2 if left is named else 0.0
        tied = self.group(end.types, named.ends[0], places=False)
        ties = [(tied, BELONGS)] if tied else []
        ties.append((Condition((), SUBJECT, named.ends[0]), RELATED))
        for condition, more in ties:
            told = end._replace(conditions=(*end.conditions, condition))
            yield of._replace(ends=(told,), cost=cost + more, definite=False, plain=False, asks=left.asks)
