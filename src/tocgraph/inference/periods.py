"""Times of conclusions: what the dates of several claims have in common, and which of two times is more exact.

A time is a pair of partial dates, since and until; None where nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from tocgraph.dates import parse_date

Period = tuple[str | None, str | None]
NEVER_TOLD: Period = (None, None)


def overlap(periods: Iterable[Period]) -> Period | None:
    """The time that all have in common; None when there is certainly none.

    It begins with the latest beginning and ends with the earliest end. Where partial dates leave open
    which day that is, it is the smallest partial date that has every possible day.
    """
    known = [period for period in periods if period != NEVER_TOLD]
    if len(known) < 2:
        return known[0] if known else NEVER_TOLD
    since = _extreme([s for s, _ in known if s is not None], latest=True)
    until = _extreme([u for _, u in known if u is not None], latest=False)
    if since is not None and until is not None and parse_date(since).earliest > parse_date(until).latest:
        return None
    return since, until


def _extreme(dates: list[str], latest: bool) -> str | None:
    if len(dates) < 2:
        return dates[0] if dates else None
    choose = max if latest else min
    bounds = [parse_date(date) for date in dates]
    return covering(choose(b.earliest for b in bounds), choose(b.latest for b in bounds))


@lru_cache(maxsize=10_000)
def covering(earliest: str, latest: str) -> str | None:
    """The smallest partial date that has both days; None when they lie in different years."""
    if earliest == latest:
        return earliest
    if earliest[:7] == latest[:7]:
        return earliest[:7]
    return earliest[:4] if earliest[:4] == latest[:4] else None


def more_exact(period: Period, than: Period) -> bool:
    """Whether a time says all that the other one says, and at least one of its dates more exactly."""
    return period != than and all(_within(date, other) for date, other in zip(period, than, strict=True))


def _within(date: str | None, other: str | None) -> bool:
    if other is None or date == other:
        return True
    if date is None:
        return False
    inner, outer = parse_date(date), parse_date(other)
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest


def apart(period: Period, other: Period) -> bool:
    """Whether one time certainly ends before the other begins."""
    return overlap((period, other)) is None


def contradicts(period: Period, other: Period) -> bool:
    """Whether the two begin, or end, on certainly different days."""
    return any(
        mine is not None and theirs is not None and not _within(mine, theirs) and not _within(theirs, mine)
        for mine, theirs in zip(period, other, strict=True)
    )
