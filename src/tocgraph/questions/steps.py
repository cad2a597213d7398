"""The steps by which a question is answered, from its plain reading to what it may say in words of its own.

First come the forms that are taken apart before anything is read ("name three ...", "when ... and where"), then the
grammar, then the same question in another build, as two questions, by what is recorded word by word, and by what it
describes. A step answers or leaves the question to the next one; what was found so far is kept for the refusal.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from tocgraph.answers import ANSWERED, NOT_IN_GRAPH, AnswerSet, Ask
from tocgraph.questions.answering.answer import answer
from tocgraph.questions.answering.apposition import without_apposition
from tocgraph.questions.answering.coordinated import apart, as_one, of_two
from tocgraph.questions.answering.doings import of_doer
from tocgraph.questions.answering.of_them import of_them
from tocgraph.questions.answering.only_one import only_one
from tocgraph.questions.answering.recast import recasts
from tocgraph.questions.answering.relative_time import at_relative_time
from tocgraph.questions.answering.so_many import so_many
from tocgraph.questions.grammar.answerable import misses_what_is_said
from tocgraph.questions.grammar.keywords import doubtful, in_any_order, related, vague
from tocgraph.questions.grammar.parse import parse
from tocgraph.questions.linking.link import link
from tocgraph.questions.linking.linked import Linked
from tocgraph.questions.near import mentioned
from tocgraph.questions.reading import Reading
from tocgraph.questions.rewording.beyond import asks_of_today
from tocgraph.questions.rewording.courtesy import asked
from tocgraph.questions.rewording.definitions import defining
from tocgraph.questions.rewording.turns import lists
from tocgraph.questions.words.aiming import may_ask_for_aims
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, normalize

PLAIN = 1.2
"""The most that a reading of keywords in another order than the typed one may cost."""
_KNOWN_OR_DEFINED = ("هل تعرف ", "هل يعرف ")
"""Arabic for "do you know" and "does it define" alike, so that two names behind it are not just to be linked."""


@dataclass
class Steps:
    """A question on its way; `choice` is the number of a reading, and `again` answers another question.

    `found` is the best that is not an answer, `named` what it is about, `guessed` if names were guessed for it;
    `refused` is how the question was understood that has no reading.
    """

    opened: OpenStore
    question: str
    language: str
    as_of: str | None
    choice: int | None
    again: Ask
    found: AnswerSet | None = None
    named: list[str] = field(default_factory=list)
    guessed: bool = False
    refused: Linked = field(default_factory=Linked)

    def __post_init__(self) -> None:
        self.plain = asked(self.question)
        self.aimed = may_ask_for_aims(self.question)

    def all(self) -> Iterator[AnswerSet | None]:
        """What each step gives, one after the other."""
        yield self._in_a_form()
        yield self._read()
        if self.found is None or not self.found.answers:
            yield self._in_another_build()
            yield self._in_parts()
            yield self._by_words()
        yield self._qualified()
        yield self._described()
        yield self._overview()

    def _asked_so(self, told: AnswerSet | None) -> AnswerSet | None:
        return told._replace(question=self.question) if told is not None else None

    def _in_a_form(self) -> AnswerSet | None:
        """Questions of a form of their own: two in one, one of two, so many of them, what is wanted with a thing."""
        if apart(self.question):
            both = of_two(self.opened, self.question, self.language, self.again)
            if both is not None:
                return both
        for form in (only_one, so_many):
            formed = form(self.plain, self.language, self.again)
            if formed is not None:
                return self._asked_so(formed)
        if self.aimed:
            from tocgraph.questions.answering.meant import meant_to, tries_to
            from tocgraph.questions.answering.pursued import wanted_with

            for kind in (wanted_with, meant_to, *([tries_to] if is_arabic(self.question) else [])):
                aims = kind(self.opened, self.plain, self.language, self.again)
                if aims is not None:
                    return self._asked_so(aims)
        return at_relative_time(self.opened, self.question, self.language, self.again)

    def _read(self) -> AnswerSet | None:
        """What the grammar reads, taken more and more freely."""
        today = asks_of_today(self.question)
        for linked, typed, light in _ways(self.opened, self.plain):
            if light and self.found is not None and doubtful(self.found):
                continue  # what was asked for must not be left out
            readings = self._readings(linked, typed, light)
            if not readings:
                continue
            day = self.as_of or today if readings[0].kind in ("things", "count") else self.as_of
            told = answer(self.opened, self.question, readings, self.language, day, self.choice)
            if told.status != NOT_IN_GRAPH and not (linked.keywords and doubtful(told)):
                return self.by_contents(readings[0]) or told
            loose = related(linked, readings[0]) if typed and told.status == NOT_IN_GRAPH else None
            if loose is not None:
                other = answer(self.opened, self.question, [loose], self.language, day, None)
                if other.answers:
                    return other
            if typed or self.found is None:
                self.found, self.named = told, mentioned(readings[0])
                self.guessed = told.status == NOT_IN_GRAPH and bool(readings[0].guesses)
        return None

    def _readings(self, linked: Linked, typed: bool, light: bool) -> list[Reading]:
        """The readings of the question in those elements; `typed` in the order typed, `light` without light verbs."""
        readings = parse(self.opened, linked) if linked.covers and not linked.unused else []
        if linked.elements and linked.elements[0].kind == "not":
            readings = []  # "Egypt has not joined X", with the verb before its subject, asks for nothing
        if not typed:
            readings = [r for r in readings if r.kind not in ("whether", "between") and r.cost <= PLAIN]
        elif not readings and not light:
            self.refused = linked
        if light and self.found is not None and not defining(self.question):
            readings = [r for r in readings if r.kind != "about"]  # what a verb leads to is not what a thing is
        if lists(self.question):
            readings = [r for r in readings if r.kind != "about"] or readings
        if linked.keywords:
            readings = [r for r in readings if not vague(r)]
        if normalize(self.question).startswith(_KNOWN_OR_DEFINED):
            readings = [r for r in readings if r.kind != "between"]
        return readings

    def _in_another_build(self) -> AnswerSet | None:
        """The same question put otherwise, or without what is known beside what it asks."""
        nobody = self.found is not None and self.found.status == NOT_IN_GRAPH
        for other_build in recasts(self.opened, self.plain, nobody) if not self.refused.beyond else ():
            built = self.again(other_build)
            if built.answers:
                return self._asked_so(built)
        if self.aimed:
            from tocgraph.questions.answering.meant import tries_to

            aims = tries_to(self.opened, self.plain, self.language, self.again)
            if aims is not None:
                return self._asked_so(aims)
        from tocgraph.questions.answering.made import without_maker

        wholes = (*without_maker(self.opened, self.plain), as_one(self.opened, self.question), *of_them(self.question))
        for whole in (*wholes, without_apposition(self.opened, self.question)):
            restated = self.again(whole) if whole else None
            if restated is not None and restated.status == ANSWERED:
                return self._asked_so(restated)
            if restated is not None and restated.status == NOT_IN_GRAPH and self.found is None:
                self.found = self._asked_so(restated)
        return None

    def _in_parts(self) -> AnswerSet | None:
        """Questions of which one is answered by way of another one, or by setting two answers against each other."""
        from tocgraph.questions.answering.alternatives import of_alternatives
        from tocgraph.questions.answering.its_own import of_its_own
        from tocgraph.questions.answering.same_time import at_same_time

        for two_steps in (of_two, at_same_time, of_its_own):
            then = two_steps(self.opened, self.question, self.language, self.again)
            if then is not None:
                return then
        chosen = of_alternatives(self.opened, self.plain, self.language, self.as_of)
        if chosen is None and self.found is None:
            from tocgraph.questions.answering.weighing import weighed

            chosen = weighed(self.opened, self.plain, self.language, self.as_of)
        return self._asked_so(chosen)

    def _by_words(self) -> AnswerSet | None:
        if self.refused.beyond:
            return None
        if self.aimed:
            from tocgraph.questions.answering.meant import asks_for_aims

            if asks_for_aims(self.plain):
                return None
        return self.by_contents()

    def by_contents(self, other: Reading | None = None) -> AnswerSet | None:
        """The answer found by the words recorded of things; None without one, or where the `other` reading is as good.

        Of what is named in the question something else is asked than all that is recorded on it.
        """
        if other is not None and not misses_what_is_said(self.opened, other):
            return None
        from tocgraph.questions.answering.contents import described_readings

        named = self.named if other is None else ()
        readings = _beyond_names(described_readings(self.opened, self.plain, other is not None), named)
        told = self._answered(readings)
        return told if told is not None and told.status != NOT_IN_GRAPH else None

    def _qualified(self) -> AnswerSet | None:
        if self.found is not None or len(self.refused.unused) != 1:
            return None
        from tocgraph.questions.answering.qualified import qualified_readings

        told = self._answered(qualified_readings(self.opened, self.plain, self.refused))
        return told if told is not None and told.answers else None

    def _described(self) -> AnswerSet | None:
        """The question with things for what describes them: "the notice for wanted persons"."""
        done = self.found is not None and not self.guessed and self.found.status != NOT_IN_GRAPH
        if done or self.refused.beyond:
            return None
        described = link(self.opened, self.plain, describing=True)
        readings = parse(self.opened, described) if described.covers and not described.unused else []
        readings = _beyond_names(readings, self.named)
        told = self._answered(readings)
        if told is not None and told.status != NOT_IN_GRAPH and not doubtful(told):
            return told
        if told is not None and told.status == NOT_IN_GRAPH and self.found is None:
            self.found, self.named = told, mentioned(readings[0])
        return None

    def _overview(self) -> AnswerSet | None:
        doer = of_doer(self.opened, self.plain) if self.found is None or not self.found.answers else ""
        told = self.again(doer) if doer else None
        return self._asked_so(told) if told is not None and told.answers else None

    def _answered(self, readings: list[Reading]) -> AnswerSet | None:
        if not readings:
            return None
        return answer(self.opened, self.question, readings, self.language, self.as_of, self.choice)


def _beyond_names(readings: list[Reading], named: Collection[str]) -> list[Reading]:
    """The readings but those for all that is recorded on what is named: "the causes of X" ask for something else."""
    return [r for r in readings if r.kind != "about" or not {*r.about}.issubset(named)]


def _ways(opened: OpenStore, question: str) -> Iterator[tuple[Linked, bool, bool]]:
    """The question in elements, taken more and more freely; whether in the order typed, and without light verbs."""
    tried: list[Linked] = []
    for partial, light, doubting in (
        (False, False, False), (False, True, False), (True, False, False), (True, True, False), (True, False, True)
    ):  # fmt: skip
        linked = link(opened, question, partial, light, doubting)
        if light and not linked.covers:
            continue
        if all((linked.covers, linked.unused) != (other.covers, other.unused) for other in tried):
            tried.append(linked)
            yield linked, True, light
    for linked in tried:
        turned = in_any_order(linked)
        if turned is not None:
            yield turned, False, False
