"""What a claim says of itself: "what status does Brazil have in the League of Arab States"."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.questions.grammar.base import Rules
from tocgraph.questions.grammar.phrase import Phrase
from tocgraph.questions.reading import End

OWNED = 0.2
"""The thing before the quality: "Brazil's status in the League"."""


class Qualities(Rules):
    """Rules for a qualifier of what links two things; a "qualities" phrase has the two as its ends."""

    def asked_quality(self, asking: Phrase, quality: Phrase) -> Iterator[Phrase]:
        """What status; Brazil's status."""
        cost = asking.cost + quality.cost
        if asking.asks in ("what", "which", "object") and asking.ends == (End(),) and not asking.beside:
            yield quality._replace(cost=cost)
        elif not asking.asks and self._named(asking) and not quality.ends:
            yield quality._replace(cost=cost + OWNED, ends=asking.ends)

    def quality_noun(self, quality: Phrase, noun: Phrase) -> Iterator[Phrase]:
        """Status of Brazil; Brazil's status in the League."""
        if noun.asks or not self._named(noun):
            return
        ends = (*quality.ends, *noun.ends)
        cost = quality.cost + noun.cost
        if len(ends) == 1:
            yield quality._replace(cost=cost, ends=ends)
        elif len(ends) == 2 and ends[0] != ends[1]:
            yield quality._replace(cat="qualities", cost=cost, ends=ends)

    def quality_beside(self, quality: Phrase, beside: Phrase) -> Iterator[Phrase]:
        """(In what) capacity (does Brazil) take part in."""
        told = tuple(q for q in quality.beside if q in beside.beside)
        if told:
            yield quality._replace(cost=quality.cost + beside.cost, beside=told)

    def quality_pair(self, quality: Phrase, pair: Phrase) -> Iterator[Phrase]:
        """Status of Brazil in the League, with nothing said between the two."""
        if not quality.ends:
            yield quality._replace(cat="qualities", cost=quality.cost + pair.cost, ends=pair.ends)

    def quality_sentence(self, quality: Phrase, sentence: Phrase) -> Iterator[Phrase]:
        """In what capacity Brazil is linked to the League."""
        if quality.ends or sentence.asks or len(sentence.ends) != 1 or len(sentence.conditions) != 1:
            return
        [told] = sentence.conditions
        if not (told.negated or told.either or told.period) and len(told.other.entities) == 1 and told.other.bare:
            ends = (*sentence.ends, told.other)
            yield quality._replace(cat="qualities", cost=quality.cost + sentence.cost, ends=ends)

    def _named(self, noun: Phrase) -> bool:
        return len(noun.ends) == 1 and len(noun.ends[0].entities) == 1 and noun.ends[0].bare
