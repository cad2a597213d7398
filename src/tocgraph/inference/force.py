"""Entry into force for one party: the day on which an instrument binds who has consented to it.

The day is counted from the deposit of the instrument of consent, as the final clauses say, for instance
UNTOC article 38 (2) (thirtieth day after deposit) or Convention on Cybercrime article 36 (4) (first day of
the month after three months). Nobody is bound before the instrument itself is in force.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from tocgraph.dates import parse_date
from tocgraph.inference.periods import covering

DAY = "day"
SUCCESSION = "succession"
"""The act by which a new state stays bound: it counts from the day of succession, and no period runs from its deposit
(Vienna Convention on Succession of States in respect of Treaties, article 23)."""
FIRST_OF_MONTH = "first day of the month"
_DURATION = re.compile(r"P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")


def bound_on(consented: str, period: str, counting: str, in_force: str) -> str | None:
    """The (partial) date on which who consented is bound; None when the dates do not tell.

    Args:
        consented: The (partial) date of deposit.
        period: The time that must pass, an ISO 8601 duration of years, months, weeks and days.
        counting: `day`, or `first day of the month`: the one after the period has passed.
        in_force: The (partial) date on which the instrument itself entered into force.

    A partial date is counted from its first and from its last day; the result is the smallest
    partial date that has both outcomes, and none when they lie in different years.
    """
    if not _DURATION.fullmatch(period) or counting not in (DAY, FIRST_OF_MONTH):
        return None
    try:
        deposit, general = parse_date(consented), parse_date(in_force)
        first = _passed(deposit.earliest, period, counting)
        last = first if deposit.earliest == deposit.latest else _passed(deposit.latest, period, counting)
    except (ValueError, OverflowError):  # no such date, or one after the year 9999
        return None
    return covering(max(first, general.earliest), max(last, general.latest))


def _passed(day: str, period: str, counting: str) -> str:
    match = _DURATION.fullmatch(period)
    years, months, weeks, days = (int(number or 0) for number in match.groups()) if match else (0, 0, 0, 0)
    start = date.fromisoformat(day)
    year, month = divmod(start.year * 12 + start.month - 1 + years * 12 + months, 12)
    # A period of months ends on the day of the same number, or on the last day of a shorter month.
    ends = date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))
    ends += timedelta(days=days, weeks=weeks)
    if counting == FIRST_OF_MONTH:
        ends = date(ends.year + ends.month // 12, ends.month % 12 + 1, 1)
    return ends.isoformat()
