"""Limits of time told by what happened: "ended before UNMIL", "ratified X before Egypt did", "after Y was founded".

What is compared is the same of both things: what ended before a mission ended before that one did. The date is asked
for first and then stands in the question. Where it is not known, the beginning of the thing is taken (see `ages`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tocgraph.answers import ANSWERED, NOT_IN_GRAPH, AnswerSet, Ask
from tocgraph.questions.answering.its_own import named_last
from tocgraph.questions.answering.same_time import REMARK, one_date, when_it_did
from tocgraph.questions.linking.entities import named_entities
from tocgraph.questions.words import question_words
from tocgraph.questions.words.tokens import tokens_of
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, key, normalize

_LIMITS = re.compile(
    r"(?P<before>.+?) (?P<how>before|after|since|until|prior to|later than|earlier than|قبل|بعد|منذ|حتى) "
    r"(?P<told>(?!\d).+?)(?P<rest>(?:,| but| and| و(?=قبل|بعد))? ?(?:before|after|قبل|بعد) .+)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?P<before>.+?) between (?P<one>.+?) and (?P<other>.+)", re.IGNORECASE)
_DID = re.compile(r" (?:did|was|were|had|has)$", re.IGNORECASE)
_IT = re.compile(r"(?:it|they|the same)\b", re.IGNORECASE)
_MAY = re.compile(r"\b(?:could|can|may|might|would)\b", re.IGNORECASE)
_THAT = re.compile(r"^(?:أن|ان|ما) ")
_DONE = re.compile(r"\w+(?:ed|gan|came|left|drew|held|entered|took effect)$", re.IGNORECASE)
"""Verbs that say what happened once: "ratified", "began", "withdrew"."""


def at_relative_time(opened: OpenStore, question: str, language: str, ask: Ask) -> AnswerSet | None:
    """The answer to such a question; None for any other, and where it is not known when that was."""
    typed = " ".join(question.split()).rstrip(" ?؟.!")
    between = _BETWEEN.fullmatch(typed)
    if between and _DONE.match(between["before"].split()[-1]) and all(_named(opened, between[n]) for n in (2, 3)):
        typed = f"{between['before']} after {between['one']} but before {between['other']}"
    found = _LIMITS.fullmatch(typed)
    if found is None or normalize(typed.split()[0]) in question_words.YES_NO:
        return None
    before, how, told = found["before"], found["how"], found["told"]
    if _MAY.search(told):
        return None  # "how many ratifications did it need before it could enter into force"
    relations = opened.names.meta("lexicon")["relations"]
    if any(key(f"{' '.join(before.split()[-n:])} {how}") in relations for n in (1, 2, 3)):
        return None  # "which congress came after": no limit of time, but what the verb says
    for when in _whens(opened, before, told):
        date = one_date(ask(when))
        if not date:
            continue
        given = ask(f"{before} {how} {date}{found['rest'] or ''}")
        if given.status in (ANSWERED, NOT_IN_GRAPH):
            remark = REMARK[language].format(f"{how} {told}", f"{how} {date}")
            return given._replace(
                question=question, reading=f"{given.reading}; {remark}", remarks=(*given.remarks, remark)
            )
    return None


def _whens(opened: OpenStore, before: str, told: str) -> Iterator[str]:
    """The questions for the date of what is told: what the sentence says, said of the other thing, or another event."""
    arabic = is_arabic(told)
    plain = _THAT.sub("", told) if arabic else _DID.sub("", told)
    if _named(opened, plain):
        yield from (when for when, verb in when_it_did(opened, before, plain) if arabic or _DONE.match(verb))
        return
    if not arabic and _IT.match(plain):
        thing = named_last(opened, before)
        plain = _IT.sub(thing, plain, count=1) if thing else ""
    if arabic:
        plain = _of_it(opened, before, plain)
    begins = plain and any(_named(opened, " ".join(plain.split()[:n])) for n in range(1, len(plain.split())))
    if plain and (arabic or begins):
        yield f"متى {plain}" if arabic else f"when {plain}"


def _of_it(opened: OpenStore, before: str, told: str) -> str:
    """The text with "دخول الاتفاقية حيز النفاذ" for "دخولها حيز النفاذ"."""
    first, *rest = told.split()
    ending = next((p for p in ("ها", "ه", "هما") if first.endswith(p) and len(first) > len(p) + 3), "")
    thing = named_last(opened, before) if ending else None
    if not thing:
        return told
    noun = first.removesuffix(ending)
    noun = f"{noun[:-1]}ة" if noun.endswith("ت") else noun
    return " ".join((noun, thing, *rest))


def _named(opened: OpenStore, text: str) -> bool:
    """Whether the whole text is the name of one thing."""
    tokens = tokens_of(opened, text)
    spans = named_entities(opened, tokens)
    return any((s.start, s.end) == (0, len(tokens)) and len(s.element.entities) == 1 for s in spans)
