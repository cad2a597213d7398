"""What a question was understood to ask: a typed structure, and its wording."""

from __future__ import annotations

from typing import NamedTuple

from tocgraph.questions.elements import Period
from tocgraph.questions.periods import period_words
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic

SUBJECT, OBJECT = "S", "O"


class End(NamedTuple):
    """One end of a condition: given entities (any of them), a literal, or any entity of a type.

    With `group` only the entities that are tied to it by one of the relations `tie`.
    """

    entities: tuple[str, ...] = ()
    type: str | None = None
    value: str = ""
    group: tuple[str, ...] = ()
    tie: tuple[str, ...] = ()


class Condition(NamedTuple):
    """The answer stands in one of `relations` to `other`; `role` is the answer's part in it.

    No relations means any relation, either way round. With a `period`, `timing` says what must lie in it:
    the literal date ("literal"), the beginning of the claim ("begins"), or some time of its holding ("holds",
    or "held" where claims without dates will not do). `within` takes places in the other end for that end too.
    `negated` asks for what does certainly not stand in the relation.
    `unit` are the words for what a number must count.
    """

    relations: tuple[str, ...]
    role: str
    other: End
    period: Period | None = None
    timing: str = ""
    within: bool = False
    negated: bool = False
    unit: tuple[str, ...] = ()


class Reading(NamedTuple):
    """A whole question; `kind` says what is wanted.

    things: entities of `type` that meet every condition. value: the literals of the first condition's
    relations. count: how many things. whether: if the first condition holds for `about`.
    dates: when the first condition holds for `about`. about: everything on one entity.
    between: every claim that links the two entities of `about`.

    `guesses` are words as typed with the entity or word that they were taken for. `period` limits the things
    themselves to those that may have existed in it. `excluded` are left out.
    """

    kind: str
    type: str | None = None
    conditions: tuple[Condition, ...] = ()
    about: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    guesses: tuple[tuple[str, str], ...] = ()
    period: Period | None = None
    excluded: tuple[str, ...] = ()


def wording(reading: Reading, opened: OpenStore, language: str = "en") -> str:
    """How the question was understood, as one sentence in that language."""
    words = _ARABIC if language == "ar" else _ENGLISH
    names = _Wording(opened, language, words)
    if reading.kind == "about":
        text = words["about"].format(names.entities(reading.about))
    elif reading.kind == "between":
        text = words["between"].format(*(names.entities((e,)) for e in reading.about))
    elif reading.kind in ("whether", "dates"):
        condition = reading.conditions[0]
        text = words[reading.kind].format(f"{names.entities(reading.about)} {names.condition(condition)}")
    elif reading.kind == "value":
        text = " / ".join(
            words["value"].format(names.end(c.other), opened.schema.label("relations", r, language))
            + names.unit(c)
            + names.time(c)
            for c in reading.conditions
            for r in c.relations
        )
    else:
        noun = opened.schema.label("types", reading.type, language) if reading.type else words["thing"]
        conditions = words["and"].join(names.condition(c) for c in reading.conditions)
        what = words["which"].format(noun, conditions) if conditions else words["every"].format(noun)
        if reading.excluded:
            what += words["except"].format(names.entities(reading.excluded))
        if reading.period:
            what += f", {words['existing'].format(period_words(reading.period, language))}"
        text = words["count"].format(what) if reading.kind == "count" else what
        text = text.replace("every thing", "everything")
    taken = (f"{typed} → {names.entities((meant,))}" for typed, meant in reading.guesses)
    return "; ".join([text, *taken, *reading.remarks])


class _Wording:
    def __init__(self, opened: OpenStore, language: str, words: dict[str, str]) -> None:
        self._opened, self._language, self._words = opened, language, words

    def entities(self, identifiers: tuple[str, ...]) -> str:
        named = self._opened.names.entities(identifiers)
        return self._words["or"].join(named[i].name(self._language) if i in named else i for i in identifiers)

    def end(self, end: End) -> str:
        if end.entities:
            return self.entities(end.entities)
        if end.value:
            return end.value
        if end.type is None:
            return self._words["anything"]
        text = self._words["any"].format(self._opened.schema.label("types", end.type, self._language))
        if end.group:
            tied = self.condition(Condition(end.tie, SUBJECT, End(entities=end.group)))
            text = self._words["which"].format(text, tied).removeprefix(self._words["every"].format(""))
        return text

    def condition(self, condition: Condition) -> str:
        form = "label" if condition.role == SUBJECT else "inverse"
        if not condition.relations:
            return f"{self._words['related']} {self.end(condition.other)}"
        labels = [self._opened.schema.label("relations", r, self._language, form) for r in condition.relations]
        said = self._words["or"].join(self._words["label"].format(label) for label in dict.fromkeys(labels))
        if condition.negated:
            said = said.replace("is ", "is not ", 1) if said.startswith("is ") else self._words["not"].format(said)
        if condition.timing == "literal":
            plain = (label.removesuffix(" on").removesuffix(" في") for label in dict.fromkeys(labels))
            said = self._words["or"].join(self._words["label"].format(label) for label in plain)
            return f"{said}{self.time(condition)}"
        where = self.end(condition.other) + (self._words["within"] if condition.within else "")
        return f"{said} {where}{self.time(condition)}"

    def unit(self, condition: Condition) -> str:
        """What a number counts, from the blank before it on; empty where any will do."""
        known = [w for w in condition.unit if is_arabic(w) == (self._language == "ar")]
        return f" ({known[-1]})" if known else ""

    def time(self, condition: Condition) -> str:
        """The limit of time of a condition, from the blank before it on; empty without one."""
        if condition.period is None:
            return ""
        return self._words[condition.timing].format(period_words(condition.period, self._language))


_ENGLISH = {
    "about": "what is recorded on {}",
    "between": "what links {} and {}",
    "whether": "whether {}",
    "dates": "when {}",
    "value": "{} {} ...",
    "thing": "thing",
    "which": "every {} that {}",
    "every": "every {}",
    "count": "how many there are: {}",
    "and": " and ",
    "or": " or ",
    "any": "any {}",
    "anything": "anything",
    "related": "is related to",
    "label": "{}",
    "not": "does not stand in: {}",
    "except": ", except {}",
    "within": " or a place within it",
    "existing": "existing {}, as far as dates are recorded",
    "literal": " {}",
    "begins": ", dated {}",
    "holds": ", at some time {}, claims without dates included",
    "held": ", {}",
}
_ARABIC = {
    "about": "ما هو مسجل عن {}",
    "between": "ما يربط بين {} و{}",
    "whether": "هل {}",
    "dates": "متى {}",
    "value": "{}: {} ...",
    "thing": "شيء",
    "which": "كل {}: {}",
    "every": "كل {}",
    "count": "العدد: {}",
    "and": " و",
    "or": " أو ",
    "any": "أي {}",
    "anything": "أي شيء",
    "related": "على صلة بـ",
    "label": "«{}»",
    "not": "ليس {}",
    "except": "، عدا {}",
    "within": " أو مكان فيه",
    "existing": "مما وجد {} بحسب التواريخ المدونة",
    "literal": " {}",
    "begins": "، بتاريخ {}",
    "holds": "، في وقت ما {}، مع ما لا تاريخ له",
    "held": "، {}",
}
