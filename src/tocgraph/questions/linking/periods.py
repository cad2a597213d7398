"""Dates in a question as limits: "in 2003", "since 2010", "between 2000 and 2005", "قبل عام 1990"."""

from __future__ import annotations

from collections.abc import Container
from datetime import date

from tocgraph.dates import PartialDate
from tocgraph.questions.elements import AMID, Element, Period, Span
from tocgraph.questions.linking.said_dates import UNITS, WORDS, SaidDate, date_at, is_bare_decade, word_at
from tocgraph.questions.words.token import Token
from tocgraph.text import is_arabic

_OPENERS = {
    **dict.fromkeys(("in", "during", "within", "throughout", "on", "في", "خلال", "اثناء", "as of", "as at"), "in"),
    **dict.fromkeys(
        ("since", "from", "منذ", "starting in", "starting from", "as from", "not before", "no earlier than",
         "not earlier than", "ابتداء من", "اعتبارا من", "بدءا من"), "since"),
    **dict.fromkeys(("after", "later than", "بعد", "عقب"), "after"),
    **dict.fromkeys(("before", "prior to", "earlier than", "قبل"), "before"),
    **dict.fromkeys(
        ("until", "till", "up to", "by", "no later than", "not later than", "not after", "حتي", "لغايه"), "until"),
}  # fmt: skip
_PAIRS = {"between": ("and",), "from": ("to", "until", "till", "through"), "بين": ("و", ""), "من": ("الي", "حتي")}
_OR = frozenset({"or", "او", "ام"})
_ONWARD: dict[tuple[str, ...], str] = {
    **dict.fromkeys((("onwards",), ("onward",), ("or", "later"), ("and", "later"), ("فصاعدا",), ("وما", "بعده"),
                     ("وما", "بعدها")), "since"),
    **dict.fromkeys((("or", "earlier"), ("and", "earlier"), ("or", "before"), ("and", "before")), "until"),
}  # fmt: skip
"""Words behind a date that open it to one side."""
_DATES = frozenset("date dates dated dating".split())
_ONWARDS = frozenset(phrase[-1] for phrase in _ONWARD)
CLOSED = WORDS | frozenset(
    {w for opener in _OPENERS for w in opener.split()}
    | {w for first, then in _PAIRS.items() for w in (first, *then) if w}
    | {w for phrase in _ONWARD for w in phrase}
)
"""Every word that a limit of time is made of, besides figures."""

_WORDS = {
    "en": {
        "in": "in {}", "since": "since {}", "after": "after {}", "before": "before {}", "until": "until {}",
        "between": "between {} and {}", AMID: "after {} and before {}",
    },
    "ar": {
        "in": "في {}", "since": "منذ {}", "after": "بعد {}", "before": "قبل {}", "until": "حتى {}",
        "between": "بين {} و{}", AMID: "بعد {} وقبل {}",
    },
}  # fmt: skip


def period_words(period: Period, language: str) -> str:
    """The limit in words: `since 2010`."""
    return _WORDS[language][period.how].format(*period.dates)


def periods(tokens: list[Token], nouns: Container[str] = ()) -> list[Span]:
    """The stretches that limit a question to a time. A year without any word that says how is none.

    Right behind one of the `nouns`, given by their stems, "from" tells of what it dates: "publications from 2019".
    """
    spans = []
    for start in range(len(tokens)):
        if _of_a_name(tokens, start):
            continue
        dating = start > 0 and tokens[start].word == "from"
        dating = dating and (tokens[start - 1].stem in nouns or tokens[start - 1].word in _DATES)
        for end, period in _at(tokens, start):
            if dating and period.how == "since" and tokens[end - 1].word not in _ONWARDS:
                first = date_at(tokens, start + 1)
                period = _period("in", first.date) if first else period
            text = " ".join(t.raw for t in tokens[start:end])
            # "بعد عام 2000" is one limit, not a word before another one.
            score = 8 * (end - start) - (4 if tokens[start].word in UNITS else 1)
            spans.append(Span(start, end, score, Element("period", text, period=period)))
    return spans


def _of_a_name(tokens: list[Token], start: int) -> bool:
    """Whether an English preposition stands before a name that begins with its year: "in the 1970 convention"."""
    year = tokens[start + 1] if start + 2 < len(tokens) else None
    named = year is not None and year.definite and not year.comma and len(year.raw) == 4 and year.word.isdigit()
    return named and not is_arabic(tokens[start + 2].word) and tokens[start + 2].word not in _ONWARDS | WORDS


def _at(tokens: list[Token], start: int) -> list[tuple[int, Period]]:
    found = []
    word = tokens[start].word
    for length in (1, 2, 3):
        opener = " ".join(t.word for t in tokens[start : start + length])
        first = date_at(tokens, start + length)
        how = _OPENERS.get(opener)
        if how and first and not (first.late and how == "since"):
            late = first.late and how == "before"  # before the end of 2010
            found.append((first.end, _period("until" if late else how, first.date)))
            found += _onward(tokens, first, ("in", "since", "until"), how)
        second = _second(tokens, first, _PAIRS.get(opener, ())) if first else None
        if first and second:
            found.append((second.end, _period("between", first.date, second.date)))
        last = date_at(tokens, first.end + 1) if how == "in" and first and word_at(tokens, first.end) in _OR else None
        if first and last and _next(first.date, last.date):  # "in 2001 or 2002"
            found.append((last.end, _period("between", first.date, last.date)))
        if how == "in" and first and tokens[first.end - 1].raw == f"{first.date.text}-{word_at(tokens, first.end)}":
            last = date_at(tokens, first.end)  # "2000-2005"
            if last:
                found.append((last.end, _period("between", first.date, last.date)))
    bare = date_at(tokens, start)
    if bare and (word in UNITS or is_bare_decade(tokens, start) or _dated(tokens, start)):
        found.append((bare.end, _period("in", bare.date)))  # "عام 2003"
    if bare:
        found += _onward(tokens, bare, ("in",), "in")
    return [(end, period) for end, period in found if period.dates]


def _dated(tokens: list[Token], start: int) -> bool:
    """Whether "date from" or "date back to" stands before: its preposition is part of that verb."""
    before = [t.word for t in tokens[max(0, start - 3) : start]]
    from_ = before[-2:-1] != [] and before[-2] in _DATES and before[-1] in ("from", "to")
    return from_ or (len(before) == 3 and before[0] in _DATES and before[1:] == ["back", "to"])


def _onward(tokens: list[Token], date: SaidDate, fits: tuple[str, ...], how: str) -> list[tuple[int, Period]]:
    """The limits that a date makes with such words behind it: "from 2010 onwards", "2010 or later"."""
    for phrase, side in _ONWARD.items():
        end = date.end + len(phrase)
        if how in fits and tuple(t.word for t in tokens[date.end : end]) == phrase and how in ("in", side):
            return [(end, _period(side, date.date))]
    return []


def _next(one: PartialDate, other: PartialDate) -> bool:
    """Whether the days of two dates follow one another without a gap."""
    days = sorted((date.fromisoformat(d.earliest), date.fromisoformat(d.latest)) for d in (one, other))
    return (days[1][0] - days[0][1]).days == 1


def _second(tokens: list[Token], first: SaidDate, links: tuple[str, ...]) -> SaidDate | None:
    for link in links:
        if link and word_at(tokens, first.end) == link:
            return date_at(tokens, first.end + 1)
        if not link and first.end < len(tokens) and tokens[first.end].joined:
            return date_at(tokens, first.end)
    return None


def _period(how: str, first: PartialDate, last: PartialDate | None = None) -> Period:
    begin, *rest = first.text.split("/")
    finish = rest[0] if rest else begin
    if last is None and rest and how == "in":
        return Period("between", (begin, finish), first.earliest, first.latest)
    if last is not None:
        one, two = (first, last) if first.earliest <= last.latest else (last, first)
        return Period(how, (one.text.split("/")[0], two.text.split("/")[-1]), one.earliest, two.latest)
    return Period(
        how,
        (finish if how in ("after", "until") else begin,),
        {"in": first.earliest, "since": first.earliest, "after": first.latest}.get(how, ""),
        {"in": first.latest, "until": first.latest, "before": first.earliest}.get(how, ""),
    )
