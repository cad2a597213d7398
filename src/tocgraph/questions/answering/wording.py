"""A reading as one sentence, in English or Arabic."""

from __future__ import annotations

from tocgraph.questions.answering.hops import places
from tocgraph.questions.grammar.foremost import LASTING
from tocgraph.questions.grammar.negation import decided
from tocgraph.questions.linking.groups import narrowing
from tocgraph.questions.linking.periods import period_words
from tocgraph.questions.reading import EVERY, JUST, SUBJECT, Condition, End, Rank, Reading
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic


def wording(reading: Reading, opened: OpenStore, language: str = "en") -> str:
    """How the question was understood, as one sentence in that language."""
    words = _ARABIC if language == "ar" else _ENGLISH
    names = _Wording(opened, language, words)
    if reading.kind == "about":
        told = names.entities(reading.about)
        text = words["doubts" if reading.standing else "about"].format(told)
    elif reading.kind == "between":
        text = words["between"].format(*(names.entities((e,)) for e in reading.about))
        if reading.qualities:
            qualities = (opened.schema.label("qualifiers", q, language) for q in reading.qualities)
            text = words["quality"].format(words["or"].join(qualities), text)
    elif reading.kind in ("whether", "dates"):
        about = words["and"].join(names.entities((e,)) for e in reading.about)
        said = words["and"].join(names.condition(c) for c in reading.conditions)
        text = words[reading.kind].format(f"{about} {said}")
        if reading.share and reading.share.number < len(reading.about):
            text = words["share"].format(words[reading.share.sign], reading.share.number, about, said)
    elif reading.kind == "value":
        text = " / ".join(
            words["value"].format(names.end(c.other), opened.schema.label("relations", r, language))
            + names.unit(c)
            + names.time(c)
            for c in reading.conditions
            for r in c.relations
        )
    else:
        what = names.set_of(reading.asked, words["every"])
        text = words["count"].format(what) if reading.kind == "count" else what
        text = words["some"].format(names.set_of(reading.asked, words["any"])) if reading.some else text
        text = text.replace("every thing", "everything")
    if reading.sources:
        text += words["according"].format(words["or"].join(opened.names.source_title(s) for s in reading.sources))
    taken = (f"{typed} → {names.entities((meant,))}" for typed, meant in reading.guesses)
    return "; ".join([text, *taken, *reading.remarks])


class _Wording:
    def __init__(self, opened: OpenStore, language: str, words: dict[str, str]) -> None:
        self._opened, self._language, self._words = opened, language, words

    def entities(self, identifiers: tuple[str, ...]) -> str:
        named = self._opened.names.entities(identifiers)
        return self._words["or"].join(named[i].name(self._language) if i in named else i for i in identifiers)

    def set_of(self, end: End, how: str) -> str:
        """A set as a noun phrase with what limits it; `how` says every or any."""
        labels = [self._opened.schema.label("types", t, self._language) for t in end.types]
        noun = how.format(self._words["or"].join(labels) if labels else self._words["thing"])
        if end.entities and not end.told:
            noun = self._words["among"].format(noun, self.entities(end.entities))
        if end.limit and end.limit.sign != EVERY:
            noun = self._words["limit"].format(noun, self._words[end.limit.sign], end.limit.number)
        if end.rank and (end.rank.how in ("most", "fewest")):
            noun = self._words[end.rank.how].format(noun) + self._place(end.rank)
        conditions = self._words["and"].join(self.condition(c) for c in end.conditions)
        what = self._words["which"].format(noun, conditions) if conditions else noun
        if end.told:
            what += self._words["told"].format(", ".join(end.told))
        if end.excluded:
            what += self._words["except"].format(self._words["and"].join(self.entities((e,)) for e in end.excluded))
        if end.period:
            what += f", {self._words['existing'].format(period_words(end.period, self._language))}"
        if end.rank and end.rank.relations:
            by = self._words["or"].join(
                self._opened.schema.label("relations", r, self._language) for r in end.rank.relations
            )
            if end.rank.how in LASTING:
                by = self._words["lasting"]
            what = self._words["ranked"].format(self._foremost(end.rank), what, by)
        return what

    def _foremost(self, rank: Rank) -> str:
        number = self._words["place"].format(rank.number) if rank.nth else rank.number
        return self._words[f"the {rank.how}"].format(number)

    def _place(self, rank: Rank) -> str:
        return f" ({self._words['place'].format(rank.number)})" if rank.nth else ""

    def end(self, end: End) -> str:
        if end.entities:
            return self.entities(end.entities)
        if end.value:
            return end.value
        if end == End():
            return self._words["anything"]
        return self.set_of(end, self._words["any"])

    def condition(self, condition: Condition) -> str:
        if condition.either:
            return self._words["or"].join(
                self._words["and"].join(self.condition(c) for c in branch) for branch in condition.either
            )
        form = "label" if condition.role == SUBJECT else "inverse"
        if not condition.relations:
            if condition.other.told:
                return self._words["worded"].format(", ".join(condition.other.told))
            if not condition.other.entities and not condition.other.value:
                return self._words["is a"].format(self.end(condition.other))
            parts = self._words["parts"] if condition.kinds else ""
            said = f"{self._words['related']} {self.end(condition.other)}{parts}"
            return self._words["unrecorded"].format(said) if condition.negated else said
        labels = [self._opened.schema.label("relations", r, self._language, form) for r in condition.relations]
        said = self._words["or"].join(self._words["label"].format(label) for label in dict.fromkeys(labels))
        if condition.timing in ("literal", "age"):
            plain = (label.removesuffix(" on").removesuffix(" في") for label in dict.fromkeys(labels))
            said = self._words["or"].join(self._words["label"].format(label) for label in plain)
            return f"{said}{self.time(condition)}"
        where = self.end(condition.other) + (self._words["within"] if condition.within else "")
        if condition.kinds:
            whole = narrowing(self._opened, condition) == "part-of"
            where += self._words["parts" if whole else "kinds"]
        told = f"{said} {where}{self.time(condition)}"
        if condition.whole:
            where_at = places(self._opened.schema, condition)
            inner = self._words["within"] if where_at and condition.role == SUBJECT else ""
            told = told + inner if inner else self._words["whole" if where_at else "organ"].format(told)
        for qualifier, things in condition.qualified:
            label = self._opened.schema.label("qualifiers", qualifier, self._language)
            told += self._words["qualified"].format(label, self.entities(things))
        if condition.rank:
            told += self._words["by date"].format(self._foremost(condition.rank))
        if condition.negated:
            if decided(condition):
                no = said.replace("is ", "is not ", 1) if said.startswith("is ") else self._words["not"].format(said)
                return f"{no} {where}{self.time(condition)}"
            return self._words["unrecorded"].format(told)
        return told

    def unit(self, condition: Condition) -> str:
        """What a number counts, from the blank before it on; empty where any will do."""
        known = [w for w in condition.unit if is_arabic(w) == (self._language == "ar")]
        return f" ({known[-1].removeprefix(JUST)})" if known else ""

    def time(self, condition: Condition) -> str:
        """The limit of time of a condition, from the blank before it on; empty without one."""
        if condition.timing == "over":
            when = f" {period_words(condition.period, self._language)}" if condition.period else ""
            return self._words["over"].format(when)
        if condition.period is None:
            return ""
        return self._words[condition.timing].format(period_words(condition.period, self._language))


_ENGLISH = {
    "about": "what is recorded on {}",
    "doubts": "what is disputed, rejected or not verified on {}",
    "between": "what links {} and {}",
    "quality": "{} told by {}",
    "whether": "whether {}",
    "share": "whether {0} {1} of these {3}: {2}",
    "some": "whether there is {}",
    "dates": "when {}",
    "value": "{} {} ...",
    "thing": "thing",
    "which": "{} that {}",
    "every": "every {}",
    "count": "how many there are: {}",
    "and": " and ",
    "or": " or ",
    "any": "any {}",
    "anything": "anything",
    "related": "is related to",
    "is a": "is {}",
    "label": "{}",
    "not": "does not stand in: {}",
    "unrecorded": "has no recorded claim that it {}",
    "told": ", found by the words recorded of it: {}",
    "worded": "is described with the word {}",
    "except": ", except {}",
    "within": " or a place within it",
    "kinds": " or a kind of it",
    "parts": " or a part of it",
    "whole": "is or has in it a place that {}",
    "organ": "has an organ that {}",
    "existing": "existing {}, as far as dates are recorded",
    "literal": " {}",
    "age": " {}",
    "begins": ", dated {}",
    "holds": ", at some time {}, claims without dates included",
    "held": ", {}",
    "over": ", which ended{}",
    "among": "{} that is {}",
    "according": ", according to {}",
    "limit": "{} ({} {})",
    "ranked": "{0} by {2}: {1}",
    "most": "the most of: {}",
    "fewest": "the fewest (but one) of: {}",
    "the first": "the first ({})",
    "the last": "the latest ({})",
    "the largest": "the largest ({})",
    "the smallest": "the smallest ({})",
    "the longest": "the longest ({})",
    "the shortest": "the shortest ({})",
    "lasting": "how long it lasted, until today where no end is recorded",
    "place": "no. {} in order",
    "by date": " ({}, by the date of that)",
    "qualified": " ({}: {})",
    ">": "more than",
    ">=": "at least",
    "<": "fewer than",
    "<=": "at most",
    "=": "exactly",
}
_ARABIC = {
    "about": "ما هو مسجل عن {}",
    "doubts": "ما هو محل خلاف أو مرفوض أو غير متحقق منه عن {}",
    "between": "ما يربط بين {} و{}",
    "quality": "{} بحسب {}",
    "whether": "هل {}",
    "share": "هل {0} {1} مما يلي {3}: {2}",
    "some": "هل يوجد {}",
    "dates": "متى {}",
    "value": "{}: {} ...",
    "thing": "شيء",
    "which": "{}: {}",
    "every": "كل {}",
    "count": "العدد: {}",
    "and": " و",
    "or": " أو ",
    "any": "أي {}",
    "anything": "أي شيء",
    "related": "على صلة بـ",
    "is a": "من نوع {}",
    "label": "«{}»",
    "not": "ليس {}",
    "unrecorded": "لم تسجل عنه: {}",
    "told": "، وجد بالكلمات المسجلة عنه: {}",
    "worded": "وردت في وصفه كلمة {}",
    "except": "، عدا {}",
    "within": " أو مكان فيه",
    "kinds": " أو نوع منه",
    "parts": " أو جزء منه",
    "whole": "هي أو مكان فيها {}",
    "organ": "من أجهزتها ما {}",
    "existing": "مما وجد {} بحسب التواريخ المدونة",
    "literal": " {}",
    "age": " {}",
    "begins": "، بتاريخ {}",
    "holds": "، في وقت ما {}، مع ما لا تاريخ له",
    "held": "، {}",
    "over": "، وقد انتهى ذلك{}",
    "among": "{} من بين {}",
    "according": "، بحسب {}",
    "limit": "{} ({} {})",
    "ranked": "{0} بحسب {2}: {1}",
    "most": "أكثر ما يكون من: {}",
    "fewest": "أقل ما يكون من: {}",
    "the first": "الأول ({})",
    "the last": "الأحدث ({})",
    "the largest": "الأكبر ({})",
    "the smallest": "الأصغر ({})",
    "the longest": "الأطول ({})",
    "the shortest": "الأقصر ({})",
    "lasting": "مدة بقائها، وإلى اليوم ما لم تسجل نهاية",
    "place": "رقم {} في الترتيب",
    "by date": " ({} بحسب تاريخه)",
    "qualified": " ({}: {})",
    ">": "أكثر من",
    ">=": "على الأقل",
    "<": "أقل من",
    "<=": "على الأكثر",
    "=": "بالضبط",
}
