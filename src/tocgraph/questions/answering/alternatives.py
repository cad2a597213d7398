"""Which of the things named: "أيهما أقدم: الإنتربول أم اليوروبول", "which entered into force first, UNTOC or UNCAC".

The things are taken out, and what is left is asked of all things of their type; of the answers only those named count.
A superlative is answered only where all of them have what it goes by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tocgraph.answers import NOT_IN_GRAPH, AnswerSet
from tocgraph.questions.answering.answer import answer
from tocgraph.questions.answering.naming import things
from tocgraph.questions.grammar.parse import parse
from tocgraph.questions.linking.link import link
from tocgraph.questions.linking.metonyms import treaties_meant
from tocgraph.questions.reading import Condition, End, Rank, Reading
from tocgraph.questions.words import closed
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, normalize, stem

_WHICH = re.compile(
    r"^(?:و?(?:من )?(?:ايهما|ايهم|ايها|ايتهما|اي(?:ه)? منهما|اي(?:ه)? منها|ما الذي|من منهما|من منهم|ايه?|من|ما)|"
    r"(?:which|who|what)(?: one)?(?: of (?:the two|these|them|those|these two))?)(?= |$)"
)
"""What asks for one of several things, at the beginning of normalized words."""
_OR = frozenset("ام او or".split())
_WHICH_OF = frozenset("which who one اي ايه".split())
_LONGEST = 14
_MOST = 5
_COMPARATIVES = {
    "older": "the oldest", "newer": "the newest", "younger": "the newest", "larger": "the largest",
    "bigger": "the largest", "smaller": "the smallest", "more": "the most", "fewer": "the fewest", "earlier": "first",
    "sooner": "first", "before": "first", "later": "last", "اسبق": "اقدم", "ابكر": "اقدم",
}  # fmt: skip
"""What sets one of two apart, as what sets one of many apart."""
_AT_END = {"قبل": "اولا", "قبلا": "اولا", "اول": "اولا", "بعد": "اخيرا"}
"""The same at the end of an Arabic question."""
_OTHER = frozenset("other الاخر الاخري الثاني الثانيه غيره غيرها".split())
_HAS = frozenset("له لها لديه لديها عنده عندها يضم تضم به بها فيه فيها".split())
"""Arabic for "has"."""
_PUNCTUATION = ",،:;؛?؟"


def of_alternatives(opened: OpenStore, question: str, language: str, as_of: str | None) -> AnswerSet | None:
    """The answer to a question for one of the things that it names; None for any other question."""
    typed = question.split()
    if len(typed) < 4 or not any(_plain(w) in _OR | {"and"} for w in typed):
        return None
    for named, rest in _splits(opened, typed):
        entities = named
        if _of_treaties(opened, rest):  # "which convention entered into force first, Palermo or Merida"
            entities = tuple(treaties_meant(opened, [*named], language)[0])
        kind = common_type(opened, entities)
        for plainly in _asked_of_all(opened, rest, kind) if kind else ():
            linked = link(opened, plainly)
            readings = parse(opened, linked) if linked.covers and not linked.unused else []
            readings = [_among(r, entities) for r in readings if r.kind == "things" and _open(r)]
            if not readings:
                continue
            told = answer(opened, question, readings[:1], language, as_of, None)
            if _ranked(readings[0]):
                every = answer(opened, question, [_all_of_them(readings[0])], language, as_of, None)
                if {a.id for a in every.answers if a.standing != "rejected"} != {*entities}:
                    told = told._replace(status=NOT_IN_GRAPH, answers=())
            return told
    return None


def _of_treaties(opened: OpenStore, rest: str) -> bool:
    """Whether the words without the things speak of treaties."""
    types = opened.names.meta("lexicon")["types"]
    kinds = {t for word in rest.split() for t in types.get(stem(_plain(word)), ())}
    return any("instrument" in opened.schema.ancestors(t) for t in kinds)


def _plain(word: str) -> str:
    return normalize(word).strip(_PUNCTUATION)


def _splits(opened: OpenStore, typed: list[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The things named and the words without them; the list stands at the end, or before what asks."""
    of = next((n for n in (1, 2) if _plain(typed[n]) in ("of", "من") and _plain(typed[n - 1]) in _WHICH_OF), 0)
    for end in range(len(typed) - 1, of + 3, -1) if of else ():
        named = _named(opened, [("or" if _plain(w) == "and" else w) for w in typed[of + 1 : end]])
        if named:
            yield named, " ".join((typed[of - 1], *typed[end:]))  # "which of A and B has more parties"
    last = max((n for n, word in enumerate(typed) if _plain(word) in _OR), default=0)
    apart = [n for n, word in enumerate(typed[:-1]) if word[-1] in _PUNCTUATION]
    said = " ".join(map(_plain, typed))
    asking = _WHICH.match(said)
    starts = [n + 1 for n in apart if n + 1 < last]
    if asking and starts:
        for start in starts:  # "which ..., A, B or C?"
            named = _named(opened, typed[start:])
            if named:
                yield named, " ".join(typed[:start])
    if asking and not starts and is_arabic(said):
        for start in range(max(1, last - _LONGEST), last):  # "أيهما أقدم الإنتربول أم اليوروبول"
            named = _named(opened, typed[start:])
            if named:
                yield named, " ".join(typed[:start])
                return
    for end in [n + 1 for n in apart if n > last]:  # "A or B: which ..."
        behind = " ".join(map(_plain, typed[end:]))
        named = _named(opened, typed[:end]) if _WHICH.match(behind) else ()
        if named:
            yield named, " ".join(typed[end:])


def _named(opened: OpenStore, typed: list[str]) -> tuple[str, ...]:
    """The things that a list names, each by itself; none where anything else stands in it."""
    parts: list[list[str]] = [[]]
    for word in typed:
        if _plain(word) in _OR:
            parts.append([])
            continue
        parts[-1].append(word.strip(_PUNCTUATION))
        if word[-1] in ",،":
            parts.append([])
    texts = [" ".join(part) for part in parts if part]
    if not 2 <= len(texts) <= _MOST:
        return ()
    found: list[str] = []
    for text in texts:
        named = things(opened, text)
        if named is None or len(named.single) != 1 or named.types or named.relations or named.date:
            return ()
        found += named.single
    return tuple(found) if len(set(found)) == len(found) else ()


def common_type(opened: OpenStore, entities: tuple[str, ...]) -> str:
    """The narrowest type of all those things, "" where they have none in common."""
    named = opened.names.entities(entities)
    lines = [list(opened.schema.ancestors(named[e].type)) for e in entities if e in named]
    return next((t for t in lines[0] if all(t in line for line in lines[1:])), "") if lines else ""


def _asked_of_all(opened: OpenStore, rest: str, kind: str) -> Iterator[str]:
    """The question without the things, asked of everything of that type."""
    said = [_plain(word) for word in rest.split()]
    text = " ".join(said)
    asking = _WHICH.match(text)
    if asking is None:
        return
    arabic = is_arabic(text)
    label = opened.schema.label("types", kind, "ar" if arabic else "en")
    behind = text[asking.end() :].split()
    if behind and behind[0] in ("كان", "كانت", "هو", "هي"):
        behind = behind[1:]
    own = opened.names.meta("lexicon")["types"]
    ranks = {phrase[0] for phrase in closed.RANKS}
    if behind and behind[0] not in ranks and stem(behind[0]) in own:
        behind = behind[1:]  # "which convention entered into force first, A or B"
    behind = [_COMPARATIVES.get(word, word) for word in behind]
    if behind and behind[0].removeprefix("ال") in ranks:
        behind[0] = behind[0].removeprefix("ال")
    if arabic and len(behind) > 2 and behind[0] in _HAS and behind[-1] in ranks:
        behind = [behind[-1], *behind[1:-1]]  # "له أعضاء أكثر"
    if len(behind) > 1 and behind[-1] in _OTHER:
        behind = behind[: -2 if behind[-2] == "the" else -1]  # "founded before the other"
    if behind and behind[-1] in _AT_END:
        behind[-1] = _AT_END[behind[-1]]
    if arabic and behind and behind[0] in ranks:
        yield " ".join(("ما", behind[0], label, *behind[1:]))
        return
    which = "اي" if arabic else "which"
    yield " ".join((which, label, *behind))
    for rank in ("اولا", "اخيرا", "اخرا", "first", "last"):
        if rank in behind[:-1]:
            yield " ".join((which, label, *(w for w in behind if w != rank), rank))


def _open(reading: Reading) -> bool:
    return not reading.asked.entities and bool(reading.asked.conditions or reading.asked.rank)


def _among(reading: Reading, entities: tuple[str, ...]) -> Reading:
    return reading._replace(asked=reading.asked._replace(entities=entities))


def _ranked(reading: Reading) -> bool:
    asked = reading.asked
    return bool(asked.rank) or any(c.rank or c.other.rank for c in asked.conditions)


def _all_of_them(reading: Reading) -> Reading:
    """The reading with as many of the foremost as there are things."""
    number = len(reading.asked.entities)

    def wider(rank: Rank | None) -> Rank | None:
        return rank._replace(number=number) if rank else None

    def other(end: End) -> End:
        return end._replace(rank=wider(end.rank))

    def condition(one: Condition) -> Condition:
        return one._replace(rank=wider(one.rank), other=other(one.other))

    conditions = tuple(condition(c) for c in reading.asked.conditions)
    return reading._replace(asked=other(reading.asked)._replace(conditions=conditions))
