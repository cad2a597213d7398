"""What two things have in common: "on the same list as X", "with the same depositary as X"."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.questions.grammar.base import Rules
from tocgraph.questions.grammar.likened import SAME
from tocgraph.questions.grammar.phrase import CLAUSE, NOUN, Phrase
from tocgraph.questions.reading import OPPOSITE, SUBJECT, Condition, End


class Alike(Rules):
    """Rules for what is the same for two things."""

    def same_noun(self, noun: Phrase, other: Phrase) -> Iterator[Phrase]:
        """(On) the same list as the ADF."""
        many = noun.many and not self.verbs.arabic  # "the same treaties": all of them, or some
        if noun.asks or many or len(noun.ends) != 1 or not noun.ends[0].types or not _one(other):
            return
        end, [like] = noun.ends[0], other.ends
        marked = Condition((), SUBJECT, End(entities=like.entities, value=SAME))
        told = end._replace(conditions=(*end.conditions, marked))
        cost = noun.cost + other.cost
        yield noun._replace(cat=NOUN, ends=(told,), cost=cost, definite=False, plain=False, apart=other.apart)

    def same_verb(self, verb: Phrase, other: Phrase) -> Iterator[Phrase]:
        """(Treaties with) the same depositary as UNTOC."""
        if len(verb.verbs) != 1 or verb.verbs[0].negated or not _one(other):
            return
        [one], [like] = verb.verbs, other.ends
        owned: dict[str, list[str]] = {}
        for relation, left, right, _ in one.patterns:
            given = right or left
            literal = self.roles.literal(relation)
            if not (literal or (left and right)) and self.roles.fits(like, self.roles.admitted(relation, given)):
                owned.setdefault(given, []).append(relation)
        for given, relations in owned.items():
            names = tuple(dict.fromkeys(relations))
            both = End(types=one.head[:1], conditions=(Condition(names, OPPOSITE[given], like),))
            yield Phrase(CLAUSE, verb.cost + other.cost, ends=(like,), conditions=(Condition(names, given, both),))


def _one(noun: Phrase) -> bool:
    """Whether a phrase names one thing and says nothing else of it."""
    return len(noun.ends) == 1 and len(noun.ends[0].entities) == 1 and noun.ends[0].bare and not noun.asks
