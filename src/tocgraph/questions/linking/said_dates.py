"""Dates as questions write them: "2003", "15 November 2000", "March 3rd, 1973", "the 1990s", "سبعينيات القرن الماضي".

A decade or a century is a date whose text names its first and last year, with a slash between them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tocgraph.dates import PartialDate, parse_date
from tocgraph.questions.linking.numbered import ordinal_at
from tocgraph.questions.words.closed import by_first
from tocgraph.questions.words.token import Token

_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_ISO = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")

UNITS = frozenset("year years month date عام عامي سنه سنتي العام السنه شهر يوم".split())
EDGES = frozenset("start beginning end close مطلع بدايه اوايل نهايه".split())
LATE = frozenset("end close نهايه".split())
"""Of the edges of a year those at its end."""
_SHORT = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ENGLISH = "january february march april may june july august september october november december".split()
_ARABIC = "يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر".split()
_EASTERN = ("كانون الثاني", "شباط", "اذار", "نيسان", "ايار", "حزيران", "تموز", "اب", "ايلول", "تشرين الاول",
            "تشرين الثاني", "كانون الاول")  # fmt: skip
MONTHS = {
    **{name: number for names in (_SHORT, _ENGLISH, _ARABIC, _EASTERN) for number, name in enumerate(names, 1)},
    "sept": 9,
}
_OF = frozenset({"of", "من"})
_DECADE = re.compile(r"((?:1[5-9]|20)\d)0s")
_TENS = {
    **dict(zip("thirties forties fifties sixties seventies eighties nineties".split(), range(3, 10), strict=True)),
    **{
        f"{word}ين{ending}": tens
        for tens, word in enumerate("ثلاث اربع خمس ست سبع ثمان تسع".split(), 3)
        for ending in ("يات", "ات")
    },
}
_CENTURIES: dict[tuple[str, ...], int] = {
    ("nineteenth", "century"): 19, ("19th", "century"): 19, ("twentieth", "century"): 20, ("20th", "century"): 20,
    ("21st", "century"): 21, ("twenty", "first", "century"): 21, ("last", "century"): 20,
    ("القرن", "التاسع", "عشر"): 19, ("القرن", "العشرين"): 20, ("القرن", "الماضي"): 20, ("القرن", "الحالي"): 21,
    ("القرن", "الحادي", "والعشرين"): 21,
}  # fmt: skip
_BY_FIRST = by_first(_CENTURIES)
WORDS = frozenset(
    {*UNITS, *EDGES, *(w for month in MONTHS for w in month.split()), *_TENS}
    | {w for phrase in _CENTURIES for w in phrase}
)
"""Every word that a date is made of, besides figures."""


class SaidDate(NamedTuple):
    """A date and where the words for it end; `late` tells of "the end of"."""

    end: int
    date: PartialDate
    late: bool = False


def word_at(tokens: list[Token], at: int) -> str:
    """The normalized word there, "" behind the last one."""
    return tokens[at].word if 0 <= at < len(tokens) else ""


def date_at(tokens: list[Token], at: int) -> SaidDate | None:
    """The date that begins there; None without one."""
    late = False
    while True:
        word = word_at(tokens, at)
        if word in UNITS:
            at += 1
        elif word in EDGES and (word_at(tokens, at + 1) == "of" or not word.isascii()):
            late = word in LATE
            at += 1 + (word_at(tokens, at + 1) == "of")
        else:
            break
    long = _long_at(tokens, at)
    if long:
        return long._replace(late=late)
    day, month, at = _day_and_month(tokens, at)
    while month and word_at(tokens, at) in _OF | UNITS:
        at += 1  # "نوفمبر من عام 2000"
    year = word_at(tokens, at)
    if not (_YEAR.fullmatch(year) or (not month and _ISO.fullmatch(year))):
        return None
    try:
        return SaidDate(at + 1, parse_date(f"{year}-{month:02d}{day}" if month else year), late)
    except ValueError:
        return None


def is_bare_decade(tokens: list[Token], at: int) -> bool:
    """Whether a word there is a decade by itself: "1990s"."""
    return bool(_DECADE.fullmatch(word_at(tokens, at)))


def _day_and_month(tokens: list[Token], at: int) -> tuple[str, int, int]:
    """The day (as in ISO 8601, or empty), the month (or 0), and where the year must stand."""
    start, number = at, 0
    day = _DAY.fullmatch(word_at(tokens, at))
    if day:
        number, at = int(day[1]), at + 1 + (word_at(tokens, at + 1) in _OF)
    else:
        number, at = _spelt_day(tokens, at)
    month, after = _month(tokens, at)
    if not month:
        return "", 0, start
    if not number:
        day = _DAY.fullmatch(word_at(tokens, after))
        if day:
            number, after = int(day[1]), after + 1
    return (f"-{number:02d}" if number else ""), month, after


def _spelt_day(tokens: list[Token], at: int) -> tuple[int, int]:
    """A day in words and where its month must stand: "الخامس عشر من", "the fifteenth of"; 0 without one."""
    words_there = [t.word for t in tokens[at : at + 2]]
    number, length = ordinal_at(words_there, 0) if words_there else (0, 1)
    behind = at + length
    if not 0 < number < 32 or word_at(tokens, behind) not in _OF or not _month(tokens, behind + 1)[0]:
        return 0, at
    return number, behind + 1


def _month(tokens: list[Token], at: int) -> tuple[int, int]:
    for length in (2, 1):
        month = MONTHS.get(" ".join(word_at(tokens, n) for n in range(at, at + length)), 0)
        if month:
            again, end = _month(tokens, at + length)  # "أيلول/سبتمبر": in both styles
            return month, end if again == month else at + length
    return 0, at


def _long_at(tokens: list[Token], at: int) -> SaidDate | None:
    """A decade or a century."""
    decade = _DECADE.fullmatch(word_at(tokens, at))
    if decade:
        return _years(at + 1, int(decade[1]) * 10, 10)
    tens = _TENS.get(word_at(tokens, at).removeprefix("ال"))
    century, end = _century(tokens, at + 1 if tens else at)
    if tens:
        return _years(end, ((century or 20) - 1) * 100 + tens * 10, 10)
    return _years(end, (century - 1) * 100 + 1, 100) if century else None


def _century(tokens: list[Token], at: int) -> tuple[int, int]:
    for phrase in _BY_FIRST.get(word_at(tokens, at), ()):
        if tuple(word_at(tokens, n) for n in range(at, at + len(phrase))) == phrase:
            return _CENTURIES[phrase], at + len(phrase)
    return 0, at


def _years(end: int, first: int, length: int) -> SaidDate:
    last = first + length - 1
    return SaidDate(end, PartialDate(f"{first}/{last}", f"{first}-01-01", f"{last}-12-31"))
