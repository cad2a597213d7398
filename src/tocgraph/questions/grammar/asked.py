"""What is asked of values and sentences: "when was INTERPOL founded", "Egypt joined when"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tocgraph.questions.grammar.clauses import Clauses
from tocgraph.questions.grammar.phrase import NOUN, SENTENCE, VALUE, VERB, Phrase
from tocgraph.questions.reading import OBJECT, SUBJECT, Condition, End

UNSAID = 0.5
"""A question without the verb that belongs to it."""
SAID_TWICE = 0.2
"""A figure or text with a clause that says the same of it."""
SINCE = 0.3
"""How long it has been so is told by the date from which it was so."""
TEXT, ARTICLE, PROVISION, PART = "instrument", "article", "provision", "part-of"
"""A text, those of its parts that "where" asks for, all of them, and what makes them its parts."""
ARTICLE_FIRST = 0.2
"""How a text defines or regulates something its article says."""
STATED = 0.7
"""A statement is taken as a question for yes or no."""


def _kind_only(end: End) -> bool:
    """Whether an end says at most of what type the thing is: "when was the group put on a sanctions list"."""
    return end.bare and not end.entities


class Asked(Clauses):
    """Rules for question words beside a value or a sentence."""

    def asked_value(self, asking: Phrase, value: Phrase) -> Iterator[Phrase]:
        """When (was) INTERPOL founded; how many members INTERPOL has; what (is) the founding date of INTERPOL."""
        if value.asks:
            return
        cost = value.cost + asking.cost
        tied = self._tied_value(asking, value)
        if tied is not None:
            yield tied
        if len(asking.ends) == 1 and asking.ends[0].bare and asking.ends[0].types:
            if not asking.asks and not value.gap:
                return  # only "the law that established X" or "a law establishing X" asks without a word for it
            types = asking.ends[0].types
            called = self._only(value, lambda r: self.names_things(r, types))
            if called:
                # "which resolution established X": the record names it in words
                yield value._replace(conditions=called, cost=cost + (0.4 if asking.asks else 0.6), asks="what")
            return
        if asking.ends != (End(),) or not asking.asks or asking.asks in ("who", "where", "how", "object", "kind"):
            return
        kinds = {self.roles.literal(r) for c in value.conditions for r in c.relations}
        if asking.asks == "which" and value.gap and any(c.other.rank for c in value.conditions):
            return  # "which was the first protocol to enter into force" asks for the protocol
        if value.gap and kinds == {"date"} and asking.asks not in ("when", "until", "how-long"):
            return  # "what did X write" does not ask for a date
        spans = self._only(value, lambda r: self.roles.answers(r, "how-long"))
        if asking.asks == "how-long" or (asking.asks == "when" and spans and (asking.beside or value.beside)):
            conditions = spans
        else:
            plain = {"when": "date", "until": "date", "count": "number"}.get(asking.asks)
            conditions = self._only(value, lambda r: plain in (None, self.roles.literal(r)))
            conditions = self.without_spans(value._replace(conditions=conditions))
            if value.gap and not asking.beside and plain is None and any(map(self._a_span, conditions)):
                return  # "what does X apply to" asks for no span of time
        if asking.asks == "until":
            conditions = self._only(
                value._replace(conditions=conditions), lambda r: "ends" in self.schema.relations[r].get("flags", ())
            )
        if asking.asks == "how-long" and not conditions and not asking.beside:
            conditions = self._only(value, lambda r: self.roles.literal(r) == "date")  # "how long has it been in force"
            conditions = tuple(c._replace(relations=self._from_its_beginning(c)) for c in conditions)
            cost += SINCE
        if asking.beside:
            conditions = self._only(value._replace(conditions=conditions), lambda r: r in asking.beside)
        if conditions:
            yield value._replace(conditions=conditions, cost=cost, asks=asking.asks)

    def _tied_value(self, asking: Phrase, value: Phrase) -> Phrase | None:
        """Which EU regulation X is founded on: X itself must have to do with the Union."""
        if not asking.asks or asking.asks == "who" or len(asking.ends) != 1 or not value.gap:
            return None
        [end] = asking.ends
        ties = [c for c in end.conditions if not c.relations and not c.either and c.other.entities and c.other.bare]
        if not ties or len(ties) < len(end.conditions) or not end._replace(conditions=()).bare or not end.types:
            return None
        called = self._only(value, lambda r: self.names_things(r, end.types))
        if len(called) != 1 or called[0].other.conditions:
            return None
        of = called[0].other._replace(conditions=tuple(ties))
        return value._replace(conditions=(called[0]._replace(other=of),), cost=value.cost + asking.cost, asks="what")

    def _from_its_beginning(self, condition: Condition) -> tuple[str, ...]:
        """The dates of a condition, with those of the beginning where one is of an end: "how long did it last"."""
        flags = {r: spec.get("flags", ()) for r, spec in self.schema.relations.items()}
        if not any("ends" in flags[r] for r in condition.relations):
            return condition.relations
        begins = (r for r in flags if "begins" in flags[r])
        fitting = [r for r in begins if self.roles.fits(condition.other, self.roles.admitted(r, SUBJECT))]
        return tuple(dict.fromkeys((*fitting, *condition.relations)))

    def without_spans(self, value: Phrase) -> tuple[Condition, ...]:
        """The conditions of a value without the spans of time, which are asked for by name, where it has others."""
        return self._only(value, lambda r: not self.roles.answers(r, "how-long")) or value.conditions

    def _a_span(self, condition: Condition) -> bool:
        return all(self.roles.answers(r, "how-long") for r in condition.relations)

    def names_things(self, relation: str, types: tuple[str, ...]) -> bool:
        """Whether a text of that relation type is the name of a thing of those types."""
        called = self.schema.relations[relation].get("called", ())
        return bool(called) and all(any(self.roles.within_type(t, c) for c in called) for t in types)

    def _only(self, value: Phrase, wanted: Callable[[str], bool]) -> tuple[Condition, ...]:
        """The conditions of a value with those of its relation types that are wanted; none when one has none left."""
        found = tuple(c._replace(relations=tuple(r for r in c.relations if wanted(r))) for c in value.conditions)
        return found if all(c.relations for c in found) else ()

    def that_value(self, mark: Phrase, value: Phrase) -> Iterator[Phrase]:
        """(The law) that established X."""
        if value.gap and not value.asks:
            yield value._replace(cost=value.cost + mark.cost)

    def that_beside(self, mark: Phrase, beside: Phrase) -> Iterator[Phrase]:
        """(A state) that accedes."""
        yield beside._replace(cost=beside.cost + mark.cost)

    def verb_value(self, verb: Phrase, value: Phrase) -> Iterator[Phrase]:
        """The legal basis + (that) INTERPOL rests on: the same said twice."""
        if len(verb.verbs) != 1 or not value.gap or value.asks or verb.verbs[0].negated or verb.verbs[0].period:
            return
        named = {r for r, left, right, _ in verb.verbs[0].patterns if not (left and right)}
        conditions = self._only(value, lambda r: r in named)
        if conditions:
            yield value._replace(conditions=conditions, cost=value.cost + verb.cost + SAID_TWICE, gap=False)

    def value_beside(self, value: Phrase, beside: Phrase) -> Iterator[Phrase]:
        """Ratifications needed for UNTOC + to enter into force."""
        conditions = self._only(value, lambda r: r in beside.beside)
        if conditions:
            cost = value.cost + beside.cost
            yield value._replace(conditions=conditions, cost=cost, beside=beside.beside, apart=beside.apart)

    def beside_value(self, beside: Phrase, value: Phrase) -> Iterator[Phrase]:
        """After ratification + UNTOC binds."""
        yield from self.value_beside(value, beside)

    def verb_beside(self, verb: Phrase, beside: Phrase) -> Iterator[Phrase]:
        """Ratifications needed + to enter into force + for UNTOC."""
        if len(verb.verbs) == 1:
            patterns = tuple(p for p in verb.verbs[0].patterns if p[0] in beside.beside)
            if patterns:
                one = verb.verbs[0]._replace(patterns=patterns)
                yield verb._replace(verbs=(one,), cost=verb.cost + beside.cost, beside=beside.beside)

    def clause_beside(self, clause: Phrase, beside: Phrase) -> Iterator[Phrase]:
        """(What) the article requires + of states: nobody else is bound by it."""
        if len(clause.conditions) == 1:
            told = clause.conditions[0]
            relations = tuple(r for r in told.relations if r in beside.beside)
            if relations:
                cost = clause.cost + beside.cost
                yield clause._replace(conditions=(told._replace(relations=relations),), cost=cost)

    def beside_verb(self, beside: Phrase, verb: Phrase) -> Iterator[Phrase]:
        """After ratification + bind + a state."""
        yield from self.verb_beside(verb, beside)

    def asking_beside(self, asking: Phrase, beside: Phrase) -> Iterator[Phrase]:
        """How long + after ratification."""
        if asking.asks and asking.ends == (End(),):
            both = self._both(asking.beside, beside.beside)
            if both:
                yield asking._replace(cost=asking.cost + beside.cost, beside=both)

    def asking_noun(self, asking: Phrase, noun: Phrase) -> Iterator[Phrase]:
        """How long after ratification + UNTOC: nothing else can be meant."""
        if asking.asks != "how-long" or noun.asks or len(noun.ends) != 1 or not noun.ends[0].entities:
            return
        fitting = tuple(
            r
            for r in asking.beside
            if r in self.schema.relations
            and self.roles.answers(r, "how-long")
            and self.roles.fits(noun.ends[0], self.roles.admitted(r, SUBJECT))
        )
        if fitting:
            told = Condition(fitting, OBJECT, noun.ends[0])
            cost = asking.cost + noun.cost + UNSAID
            yield Phrase(VALUE, cost, conditions=(told,), asks=asking.asks, beside=fitting)

    def both_beside(self, one: Phrase, other: Phrase) -> Iterator[Phrase]:
        """After ratification + for a new party."""
        both = self._both(one.beside, other.beside)
        if both:
            yield one._replace(cost=one.cost + other.cost, beside=both)

    def _both(self, one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(r for r in one if r in other) if one else other

    def value_asked(self, value: Phrase, asking: Phrase) -> Iterator[Phrase]:
        """UNTOC was adopted when."""
        if asking.asks:
            for phrase in self.asked_value(asking, value):
                yield phrase._replace(cost=phrase.cost + 0.2)

    def asked_sentence(self, asking: Phrase, sentence: Phrase) -> Iterator[Phrase]:
        """When (did) Egypt join UNTOC."""
        if asking.asks in ("when", "how", "until", "how-long") and not sentence.asks and len(sentence.conditions) == 1:
            condition = sentence.conditions[0]
            single = len(sentence.ends) == 1 and not condition.negated and not condition.period
            other = condition.other
            listed = asking.asks == "when" and other.bare and bool(other.types)  # "when was X put on a list"
            named = len(other.entities) == 1 or listed or (asking.asks != "how" and _kind_only(other))
            if single and condition.relations and named:
                cost = sentence.cost + asking.cost - (0.0 if self.yes_no else STATED)
                if asking.asks == "until":
                    sentence = sentence._replace(conditions=(condition._replace(timing="over"),))
                yield sentence._replace(cost=cost, asks="how" if asking.asks == "how" else "when")

    def where_said(self, asking: Phrase, sentence: Phrase) -> Iterator[Phrase]:
        """Where (does) UNTOC define corruption; where (is) extradition regulated in UNTOC: in which of its articles."""
        types = self._parts_asked(asking)
        if not types or sentence.asks or len(sentence.ends) != 1 or len(sentence.conditions) != 1:
            return
        [end], [told] = sentence.ends, sentence.conditions
        text, of = (end, told.other) if told.role == SUBJECT else (told.other, end)
        relations = tuple(r for r in told.relations if PROVISION in self.roles.admitted(r, SUBJECT))
        if relations and not (told.negated or told.period or told.either) and of.bare and of.entities:
            said = Condition(relations, SUBJECT, of)
            cost = sentence.cost + asking.cost - (0.0 if self.yes_no else STATED)
            cost -= ARTICLE_FIRST if asking.asks == "how" else 0.0
            yield from self._within_text(text, said, cost, types)

    def _parts_asked(self, asking: Phrase) -> tuple[str, ...]:
        """The types of the parts of a text that are asked for: "where", "in which article"; none otherwise."""
        if asking.asks in ("where", "how") and asking.ends == (End(),):
            return (ARTICLE,)
        plain = asking.asks in ("which", "what") and len(asking.ends) == 1 and asking.ends[0].bare
        types = asking.ends[0].types if plain and (self.verbs.moved or self.verbs.stranded) else ()
        return types if all(self.roles.within_type(t, PROVISION) for t in types) else ()

    def where_both(self, asking: Phrase, pair: Phrase) -> Iterator[Phrase]:
        """Where (do I find) extradition (in) UNTOC."""
        if asking.asks == "where" and asking.ends == (End(),):
            for text, of in (pair.ends, pair.ends[::-1]):
                yield from self._within_text(text, Condition((), SUBJECT, of), asking.cost + pair.cost, (ARTICLE,))

    def _within_text(self, text: End, said: Condition, cost: float, types: tuple[str, ...]) -> Iterator[Phrase]:
        """The parts of the one text that say it."""
        if len(text.entities) == 1 and self.roles.is_a(text.entities[0], TEXT) and text != said.other:
            conditions = (Condition((PART,), SUBJECT, text), said)
            yield Phrase(NOUN, cost, ends=(End(types=types, conditions=conditions),), asks="what")

    def sentence_asked(self, sentence: Phrase, asking: Phrase) -> Iterator[Phrase]:
        """Egypt joined UNTOC when."""
        if asking.asks and asking.ends == (End(),):
            for phrase in self.asked_sentence(asking, sentence):
                yield phrase._replace(cost=phrase.cost + 0.2)

    def value_of_one(self, value: Phrase, noun: Phrase) -> Iterator[Phrase]:
        """The entry into force of UNTOC (for) Egypt: the date at which Egypt became a party."""
        told = value.conditions[0]
        single = len(value.conditions) == len(noun.ends) == 1 and not told.period and told.other.entities
        if not single or noun.asks or not noun.ends[0].entities or not noun.ends[0].bare:
            return
        if value.asks not in ("", "when", "what") or self.yes_no:
            return
        relations = self.each(told.relations, noun.ends[0], told.other)
        if relations and told.role == OBJECT:
            condition = Condition(relations, SUBJECT, told.other)
            yield Phrase(SENTENCE, value.cost + noun.cost, ends=noun.ends, conditions=(condition,), asks="when")

    def one_value(self, noun: Phrase, value: Phrase) -> Iterator[Phrase]:
        """Egypt: the entry into force of UNTOC."""
        for phrase in self.value_of_one(value, noun):
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
