"""What is asked of values and sentences: "when was INTERPOL founded", "Egypt joined when"."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.questions.grammar.clauses import Clauses
from tocgraph.questions.phrase import NOUN, VERB, Phrase
from tocgraph.questions.reading import End

STATED = 0.7
"""A statement is taken as a question for yes or no."""


class Asked(Clauses):
    """Rules for question words beside a value or a sentence."""

    def asked_value(self, asking: Phrase, value: Phrase) -> Iterator[Phrase]:
        """When (was) INTERPOL founded; how many members INTERPOL has; what (is) the founding date of INTERPOL."""
        kinds = {self.roles.literal(r) for c in value.conditions for r in c.relations}
        if asking.asks and len(asking.ends) == 1 and asking.ends[0].bare and asking.ends[0].types and "text" in kinds:
            # "which resolution established X": the record names it in words
            conditions = tuple(
                c._replace(relations=tuple(r for r in c.relations if self.roles.literal(r) == "text"))
                for c in value.conditions
            )
            if all(self.roles.within_type(t, "instrument") for t in asking.ends[0].types) and not value.asks:
                yield value._replace(conditions=conditions, cost=value.cost + asking.cost + 0.4, asks="what")
            return
        if asking.ends != (End(),) or value.asks or asking.asks in ("who", "where", "how", "object"):
            return
        if value.gap and kinds == {"date"} and asking.asks != "when":
            return  # "what did X write" does not ask for a date
        wanted = {"when": {"date"}, "count": {"number"}}.get(asking.asks, kinds)
        conditions = tuple(
            c._replace(relations=tuple(r for r in c.relations if self.roles.literal(r) in wanted))
            for c in value.conditions
        )
        if all(c.relations for c in conditions):
            yield value._replace(conditions=conditions, cost=value.cost + asking.cost, asks=asking.asks)

    def value_asked(self, value: Phrase, asking: Phrase) -> Iterator[Phrase]:
        """UNTOC was adopted when."""
        if asking.asks:
            for phrase in self.asked_value(asking, value):
                yield phrase._replace(cost=phrase.cost + 0.2)

    def asked_sentence(self, asking: Phrase, sentence: Phrase) -> Iterator[Phrase]:
        """When (did) Egypt join UNTOC."""
        if asking.asks in ("when", "how") and not sentence.asks and len(sentence.conditions) == 1:
            condition = sentence.conditions[0]
            single = len(sentence.ends) == 1 and not condition.negated and not condition.period
            if single and condition.relations and len(condition.other.entities) == 1:
                cost = sentence.cost + asking.cost - (0.0 if self.yes_no else STATED)
                yield sentence._replace(cost=cost, asks=asking.asks)

    def sentence_asked(self, sentence: Phrase, asking: Phrase) -> Iterator[Phrase]:
        """Egypt joined UNTOC when."""
        if asking.asks and asking.ends == (End(),):
            for phrase in self.asked_sentence(asking, sentence):
                yield phrase._replace(cost=phrase.cost + 0.2)

    def when_verb(self, asking: Phrase, verb: Phrase) -> Iterator[Phrase]:
        """Date of ratification."""
        if asking.asks == "when" and asking.ends == (End(),):
            yield verb._replace(cat="when verb", cost=verb.cost + asking.cost)

    def pair_when(self, pair: Phrase, verb: Phrase) -> Iterator[Phrase]:
        """Egypt UNCAC date of ratification."""
        asking = Phrase(NOUN, ends=(End(),), asks="when")
        for sentence in self.pair_verb(pair, verb._replace(cat=VERB)):
            yield from self.asked_sentence(asking, sentence)
