"""A little arithmetic on the rows of a query: more than three of them, the most, the first, the largest."""

from __future__ import annotations

import operator
from collections.abc import Iterable
from datetime import date

from tocgraph.dates import parse_date
from tocgraph.questions.grammar.foremost import LASTING
from tocgraph.questions.reading import Condition, Limit, Rank, Reading
from tocgraph.store.base import Row
from tocgraph.store.claims import TAKEN_AS_FACT

_SURE = tuple(f"standing-{name}" for name in TAKEN_AS_FACT)
_SIGNS = {">": operator.gt, ">=": operator.ge, "<": operator.lt, "<=": operator.le, "=": operator.eq}


def reckoned(reading: Reading, rows: Iterable[Row]) -> list[Row]:
    """The rows of the answers that meet the limits and ranks of a reading."""
    kept = list(rows)
    for n, condition in enumerate(reading.conditions, 1):
        if condition.other.limit or condition.other.rank:
            kept = _counted(kept, n, condition)
        if condition.rank:
            kept = _foremost(kept, condition.rank)
    rank = reading.asked.rank
    if rank and rank.relations:
        kept = _foremost(kept, rank)
    return kept


def _counted(rows: list[Row], n: int, condition: Condition) -> list[Row]:
    """The rows of the answers with the wanted number of different things at the other end of a condition."""
    things: dict[str, set[str]] = {}
    for row in rows:
        things.setdefault(row["answer"].value, set()).add(row[f"other{n}"].value)
    counts: dict[str, float | str] = {answer: len(of) for answer, of in things.items()}
    limit, rank = condition.other.limit, condition.other.rank
    if limit:
        counts = {answer: count for answer, count in counts.items() if meets(int(count), limit)}
    if rank and counts:
        counts = dict(_top(counts, rank, rank.how == "most"))
    return [{k: v for k, v in row.items() if k != f"other{n}"} for row in rows if row["answer"].value in counts]


def meets(count: int, limit: Limit) -> bool:
    """Whether so many are as many as the limit asks for."""
    return bool(_SIGNS[limit.sign](count, limit.number))


def _foremost(rows: list[Row], rank: Rank) -> list[Row]:
    """The rows of the first or the largest; an answer with several figures counts with its foremost one."""
    highest = rank.how in ("last", "largest", "longest")
    rows = _surest(rows)
    measures: dict[str, float | str] = {}
    for row in rows:
        measure = _measure(row, rank)
        if measure is None:
            continue
        known = measures.get(row["answer"].value)
        if known is None or (measure > known) == highest:  # type: ignore[operator]
            measures[row["answer"].value] = measure
    top = dict(_top(measures, rank, highest))
    return [
        {k: v for k, v in row.items() if k not in ("ranked", "endedOn", "rankedStanding")}
        for row in rows
        if row["answer"].value in top and _measure(row, rank) == top[row["answer"].value]
    ]


def _surest(rows: list[Row]) -> list[Row]:
    """The rows without figures that are not verified, for the answers that have one that is."""

    def sure(row: Row) -> bool:
        return "rankedStanding" not in row or row["rankedStanding"].value.endswith(_SURE)

    certain = {row["answer"].value for row in rows if sure(row)}
    return [row for row in rows if sure(row) or row["answer"].value not in certain]


def _measure(row: Row, rank: Rank) -> float | str | None:
    if "ranked" not in row:
        return None  # two superlatives of one thing cannot both be reckoned
    value = row["ranked"].value
    try:
        if rank.how in LASTING:
            return _days(value, row["endedOn"].value if "endedOn" in row else "", rank)
        return parse_date(value).earliest if rank.how in ("first", "last") else float(value)
    except ValueError:
        return None


def _days(begun: str, ended: str, rank: Rank) -> float | None:
    """How many days it lasted; what has no recorded end may be the longest until today, and never the shortest."""
    if not ended and rank.how == "shortest":
        return None
    first = date.fromisoformat(parse_date(begun).earliest)
    last = date.fromisoformat(parse_date(ended).latest) if ended else date.today()
    return float((last - first).days)


def _top(measures: dict[str, float | str], rank: Rank, highest: bool) -> list[tuple[str, float | str]]:
    """The foremost answers; those that tie with the last of them as well.

    Where one place in the order is asked for those that have just so many before them: after two oldest ones there is
    no second oldest.
    """
    ordered = sorted(measures.items(), key=lambda item: item[1], reverse=highest)
    if rank.nth:
        return [item for item in ordered if [m for _, m in ordered].index(item[1]) == rank.number - 1]
    edge = ordered[min(rank.number, len(ordered)) - 1][1] if ordered else None
    return [item for n, item in enumerate(ordered) if n < rank.number or item[1] == edge]
