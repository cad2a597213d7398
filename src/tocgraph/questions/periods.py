"""Dates in a question as limits: "in 2003", "since 2010", "between 2000 and 2005", "قبل عام 1990"."""

from __future__ import annotations

import re
from typing import NamedTuple

from tocgraph.dates import PartialDate, parse_date
from tocgraph.questions.elements import Element, Period, Span
from tocgraph.questions.tokens import Token

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_ISO = re.compile(r"\d{4}-\d{2}(-\d{2})?")

_OPENERS = {
    **dict.fromkeys(("in", "during", "within", "throughout", "on", "في", "خلال", "as of"), "in"),
    **dict.fromkeys(("since", "from", "منذ", "starting in"), "since"),
    **dict.fromkeys(("after", "later than", "بعد"), "after"),
    **dict.fromkeys(("before", "prior to", "earlier than", "قبل"), "before"),
    **dict.fromkeys(("until", "till", "up to", "by", "حتي"), "until"),
}
_PAIRS = {"between": ("and",), "from": ("to", "until", "till"), "بين": ("و", ""), "من": ("الي", "حتي")}
_UNITS = frozenset("year years month date عام عامي سنه سنتي العام السنه شهر".split())
_EDGES = frozenset({"start", "beginning"})
_ENGLISH = "january february march april may june july august september october november december".split()
_ARABIC = "يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر".split()
_MONTHS = {name: number for names in (_ENGLISH, _ARABIC) for number, name in enumerate(names, 1)}
CLOSED = frozenset(
    {w for opener in _OPENERS for w in opener.split()}
    | {w for first, then in _PAIRS.items() for w in (first, *then) if w}
    | {*_UNITS, *_MONTHS}
)
"""Every word that a limit of time is made of, besides figures."""

_WORDS = {
    "en": {
        "in": "in {}", "since": "since {}", "after": "after {}", "before": "before {}", "until": "until {}",
        "between": "between {} and {}",
    },
    "ar": {
        "in": "في {}", "since": "منذ {}", "after": "بعد {}", "before": "قبل {}", "until": "حتى {}",
        "between": "بين {} و{}",
    },
}  # fmt: skip


class _Date(NamedTuple):
    end: int
    date: PartialDate


def period_words(period: Period, language: str) -> str:
    """The limit in words: `since 2010`."""
    return _WORDS[language][period.how].format(*period.dates)


def periods(tokens: list[Token]) -> list[Span]:
    """The stretches that limit a question to a time. A year without any word that says how is none."""
    spans = []
    for start in range(len(tokens)):
        for end, period in _at(tokens, start):
            text = " ".join(t.raw for t in tokens[start:end])
            # "بعد عام 2000" is one limit, not a word before another one.
            score = 8 * (end - start) - (4 if tokens[start].word in _UNITS else 1)
            spans.append(Span(start, end, score, Element("period", text, period=period)))
    return spans


def _at(tokens: list[Token], start: int) -> list[tuple[int, Period]]:
    found = []
    word = tokens[start].word
    for length in (1, 2):
        opener = " ".join(t.word for t in tokens[start : start + length])
        first = _date(tokens, start + length)
        how = _OPENERS.get(opener)
        if how and first:
            found.append((first.end, _period(how, first.date)))
        second = _second(tokens, first, _PAIRS.get(opener, ())) if first else None
        if first and second:
            found.append((second.end, _period("between", first.date, second.date)))
        if how == "in" and first and tokens[first.end - 1].raw == f"{first.date.text}-{_word(tokens, first.end)}":
            last = _date(tokens, first.end)  # "2000-2005"
            if last:
                found.append((last.end, _period("between", first.date, last.date)))
    if word in _UNITS:
        bare = _date(tokens, start)
        if bare:
            found.append((bare.end, _period("in", bare.date)))  # "عام 2003"
    return [(end, period) for end, period in found if period.dates]


def _word(tokens: list[Token], at: int) -> str:
    return tokens[at].word if at < len(tokens) else ""


def _second(tokens: list[Token], first: _Date, links: tuple[str, ...]) -> _Date | None:
    for link in links:
        if link and _word(tokens, first.end) == link:
            return _date(tokens, first.end + 1)
        if not link and first.end < len(tokens) and tokens[first.end].joined:
            return _date(tokens, first.end)
    return None


def _date(tokens: list[Token], at: int) -> _Date | None:
    """The date that begins there, as year, ISO 8601 date, "November 2000" or "15 November 2000"."""
    while _word(tokens, at) in _UNITS or (_word(tokens, at) in _EDGES and _word(tokens, at + 1) == "of"):
        at += 2 if _word(tokens, at) in _EDGES else 1
    day = ""
    if re.fullmatch(r"\d{1,2}", _word(tokens, at)) and _word(tokens, at + 1) in _MONTHS:
        day, at = f"-{int(tokens[at].word):02d}", at + 1
    month = _MONTHS.get(_word(tokens, at))
    if month:
        at += 1
    year = _word(tokens, at)
    if not (_YEAR.fullmatch(year) or (not month and _ISO.fullmatch(year))):
        return None
    try:
        return _Date(at + 1, parse_date(f"{year}-{month:02d}{day}" if month else year))
    except ValueError:
        return None


def _period(how: str, first: PartialDate, last: PartialDate | None = None) -> Period:
    if last is not None:
        days = (first.earliest, last.latest) if first.earliest <= last.latest else (last.earliest, first.latest)
        texts = (first.text, last.text) if first.earliest <= last.latest else (last.text, first.text)
        return Period(how, texts, *days)
    return Period(
        how,
        (first.text,),
        {"in": first.earliest, "since": first.earliest, "after": first.latest}.get(how, ""),
        {"in": first.latest, "until": first.latest, "before": first.earliest}.get(how, ""),
    )
