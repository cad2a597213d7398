"""One number or date against another: "does X have more parties than Y", "was X founded before Y".

The same is asked of both things, and the two answers are compared. Numbers that are counted are of what is recorded.
"""

from __future__ import annotations

from typing import NamedTuple

from tocgraph.answers import ANSWERED, Answer, AnswerSet
from tocgraph.dates import parse_date
from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.answering.alternatives import common_type
from tocgraph.questions.answering.answer import answer
from tocgraph.questions.answering.naming import things
from tocgraph.questions.grammar.parse import parse
from tocgraph.questions.linking.link import link
from tocgraph.questions.linking.metonyms import namesakes
from tocgraph.questions.near import mentioned
from tocgraph.questions.reading import Condition, End, Reading
from tocgraph.questions.words.against import BOTH, DIFFERENCE, MORE, NUMBER, SAME, THAT, Weighed, against
from tocgraph.store import OpenStore
from tocgraph.store.claims import TAKEN_AS_FACT
from tocgraph.text import AUXILIARIES, is_arabic, normalize

_FARTHEST = 8
"""The most words before the name of the second thing."""
_MOST_READINGS = 6


class _Pair(NamedTuple):
    """A reading, the same of the other thing, and the two things."""

    first: Reading
    second: Reading
    one: str
    other: str


class _Figure(NamedTuple):
    """A number, or a date as its first and last day, with what it rests on; `certain` if it cannot be another one."""

    low: float | str
    high: float | str
    shown: str
    found: AnswerSet
    certain: bool

    @property
    def told(self) -> str:
        """What was asked for, with the figure."""
        return f"{self.found.reading} {self.shown}"


def weighed(opened: OpenStore, question: str, language: str, as_of: str | None) -> AnswerSet | None:
    """The answer to a question that weighs one thing against another; None for any other question."""
    half: AnswerSet | None = None
    for way in against(question):
        for pair in _pairs(opened, way):
            first, second = (_figure(opened, r, way, language, as_of) for r in (pair.first, pair.second))
            if first and second:
                return _verdict(opened, question, way, pair, (first, second), language)._replace(as_of=as_of)
            known = first or second
            if known and half is None:
                text = _WORDS[language]["missing"].format(*(f.told if f else "?" for f in (first, second)))
                unknown = (Answer(value="unknown"),)
                half = AnswerSet(question, ANSWERED, text, known.found.sparql, unknown, as_of=as_of)
    return half


def _pairs(opened: OpenStore, way: Weighed) -> list[_Pair]:
    """The readings of the question for the first figure, each with the same of the other thing."""
    said = {normalize(w) for text in way.ask for w in text.split()}
    others = _one(opened, list(way.other), said)
    if not others:
        return _of_two_kinds(opened, way)
    readings = [reading for text in way.ask for reading in _readings(opened, text, way)]
    return [pair for reading in readings if (pair := _paired(opened, reading, others))]


def _of_two_kinds(opened: OpenStore, way: Weighed) -> list[_Pair]:
    """Are there more EU missions than OSCE missions: the things of either kind, counted."""
    if way.dated or len(way.ask) != 1:
        return []
    how = way.ask[0].split()[:1] if is_arabic(way.ask[0]) else ["how", "many"]
    texts = (way.ask[0], " ".join((*how, *way.other)))
    first, second = ([r for r in _readings(opened, text, way) if r.kind == "count"] for text in texts)
    return [_Pair(first[0], second[0], "", "")] if first and second else []


def _one(opened: OpenStore, typed: list[str], said: set[str]) -> tuple[str, ...]:
    """What the words name, where they name one thing; only words `said` before may stand before its name."""
    end = len(typed)
    while end > 1 and normalize(typed[end - 1]) in AUXILIARIES:
        end -= 1
    small = said | THAT | PREPOSITIONS | AUXILIARIES | NUMBER
    for start in range(min(end, _FARTHEST)):
        if start and normalize(typed[start - 1]) not in small:
            return ()
        named = things(opened, " ".join(typed[start:end]))
        if named is not None and len(named.entities) == 1 and not (named.types or named.relations or named.date):
            return tuple(dict.fromkeys((*named.entities[0], *namesakes(opened, named.entities[0]))))
    return ()


def _readings(opened: OpenStore, text: str, way: Weighed) -> list[Reading]:
    """The readings of a question for a figure of one thing."""
    linked = link(opened, text)
    readings = parse(opened, linked) if linked.covers and not linked.unused else []
    wanted = ("value", "dates") if way.dated else ("value", "count")
    return [r for r in readings if r.kind in wanted][:_MOST_READINGS]


def _paired(opened: OpenStore, reading: Reading, others: tuple[str, ...]) -> _Pair | None:
    """The reading with the same of the other thing in place of the one most like it; None where none of its is."""
    best: tuple[int, str, str] | None = None
    for one in (e for e in mentioned(reading) if e not in others):
        for other in others:
            kind = common_type(opened, (one, other))
            depth = len(list(opened.schema.ancestors(kind))) if kind else 0
            if depth and (best is None or depth > best[0]):
                best = (depth, one, other)
    if best is None:
        return None
    _, one, other = best

    def entities(of: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(other if e == one else e for e in of)

    def end(of: End) -> End:
        return of._replace(entities=entities(of.entities), conditions=tuple(map(condition, of.conditions)))

    def condition(of: Condition) -> Condition:
        either = tuple(tuple(map(condition, branch)) for branch in of.either)
        return of._replace(other=end(of.other), either=either)

    swapped = reading._replace(asked=end(reading.asked), about=entities(reading.about), guesses=())
    return _Pair(reading, swapped, one, other)


def _figure(opened: OpenStore, reading: Reading, way: Weighed, language: str, as_of: str | None) -> _Figure | None:
    """The figure that the reading finds; None where nothing is taken as fact."""
    if reading.kind == "count" and not (reading.asked.types or _counted(opened, reading)):
        return None  # "the number of victims" is not how many groups of them are recorded
    found = answer(opened, "", [reading], language, as_of, None)
    values = [a.value for a in found.answers if a.standing in TAKEN_AS_FACT and a.value not in (None, "")]
    if found.status != ANSWERED or not values:
        return None
    low: float | str
    high: float | str
    try:
        if way.dated:
            dates = [parse_date(str(value).partition(" / ")[0]) for value in values]
            low, high = min(d.earliest for d in dates), max(d.latest for d in dates)
        else:
            numbers = [float(value) for value in values]
            low, high = min(numbers), max(numbers)
    except ValueError:
        return None
    shown = " / ".join(dict.fromkeys(str(value) for value in values))
    return _Figure(low, high, shown, found, reading.kind != "count" or found.complete == "yes")


def _counted(opened: OpenStore, reading: Reading) -> bool:
    """Whether the things of a set are those that numbers of members and parties count."""
    schema = opened.schema
    known = {r for spec in schema.relations.values() for r in spec.get("counts", ())}
    known |= {r for r, spec in schema.relations.items() if spec.get("counted-as")}
    return any(known & {*c.relations} for c in reading.conditions)


def _verdict(
    opened: OpenStore, question: str, way: Weighed, pair: _Pair, figures: tuple[_Figure, _Figure], language: str
) -> AnswerSet:
    """What the two figures say."""
    first, second = figures
    text = _WORDS[language]["dates" if way.dated else "numbers"].format(first.told, second.told)
    certain = first.certain and second.certain
    text += "" if certain else _WORDS[language]["recorded"]
    query = "\n\n".join(dict.fromkeys((first.found.sparql, second.found.sparql)))
    given = AnswerSet(question, ANSWERED, text, query)
    facts = [[a for a in f.found.answers if a.standing in TAKEN_AS_FACT] for f in figures]
    if way.sign == BOTH:
        named = opened.names.entities((pair.one, pair.other))
        each = tuple(
            _behind(of)._replace(value=figure.shown, id=thing, label=named[thing].label, type=named[thing].type)
            for thing, figure, of in zip((pair.one, pair.other), figures, facts, strict=True)
        )
        return given._replace(answers=each)
    value: bool | int | str = "unknown"
    if way.sign == SAME:
        if certain and first.low == first.high and second.low == second.high:
            value = first.low == second.low
    elif way.sign == DIFFERENCE:
        if first.low == first.high and second.low == second.high:
            value = int(float(first.low) - float(second.low))
    else:
        above, below = (first, second) if way.sign == MORE else (second, first)
        if above.low > below.high:  # type: ignore[operator]
            value = True
        elif above.high < below.low or (certain and above.low == above.high == below.low == below.high):  # type: ignore[operator]
            value = False
    told = _behind([*facts[0], *facts[1]])
    if way.choice and isinstance(value, bool) and first.low != second.low:
        thing = pair.one if value else pair.other
        named = opened.names.entities((thing,))
        return given._replace(answers=(told._replace(id=thing, label=named[thing].label, type=named[thing].type),))
    return given._replace(answers=(told._replace(value=value),))


def _behind(facts: list[Answer]) -> Answer:
    """An answer with all claims and citations of those."""
    claims = tuple(dict.fromkeys(c for a in facts for c in a.claims))
    return Answer(claims=claims, citations=tuple(dict.fromkeys(c for a in facts for c in a.citations)))


_WORDS = {
    "en": {
        "numbers": "two numbers compared: {}; {}",
        "dates": "two dates compared: {}; {}",
        "missing": "what is not recorded of both cannot be compared: {}; {}",
        "recorded": "; counted is what is recorded, and there may be more than that",
    },
    "ar": {
        "numbers": "مقارنة عددين: {}؛ {}",
        "dates": "مقارنة تاريخين: {}؛ {}",
        "missing": "لا يقارن ما لم يسجل عن الاثنين معا: {}؛ {}",
        "recorded": "؛ والمعدود هو المسجل، وقد يكون هناك أكثر منه",
    },
}
