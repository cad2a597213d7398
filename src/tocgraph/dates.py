"""Partial dates: 2004, 2004-11, 2004-11-15.

A partial date is compared by the earliest and latest day that it can mean, never by its text
(the levels 0 patterns of EDTF, ISO 8601-2:2019, without times).
"""

from __future__ import annotations

import calendar
import re
from functools import lru_cache
from typing import NamedTuple

_PATTERN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class PartialDate(NamedTuple):
    """A date as written, with the first and last day it can mean (ISO 8601 texts)."""

    text: str
    earliest: str
    latest: str


@lru_cache(maxsize=10_000)
def parse_date(text: str) -> PartialDate:
    """The partial date written as `text`.

    Raises:
        ValueError: the text is not YYYY, YYYY-MM or YYYY-MM-DD, or names a day that does not exist.
    """
    match = _PATTERN.fullmatch(text) if text.isascii() else None
    if match is None:
        raise ValueError(f"{text!r} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = match.groups()
    if int(year) == 0:
        raise ValueError("there is no year 0000")
    if month is None:
        return PartialDate(text, f"{year}-01-01", f"{year}-12-31")
    if not 1 <= int(month) <= 12:
        raise ValueError(f"{text!r}: there is no month {month}")
    last = calendar.monthrange(int(year), int(month))[1]
    if day is None:
        return PartialDate(text, f"{year}-{month}-01", f"{year}-{month}-{last:02d}")
    if not 1 <= int(day) <= last:
        raise ValueError(f"{text!r}: month {year}-{month} has {last} days")
    return PartialDate(text, text, text)
