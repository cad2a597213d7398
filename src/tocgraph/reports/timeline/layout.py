"""Where things stand in the picture of a timeline: the width of texts, their lines, their places, marks on the axis."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

_WIDE = re.compile("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]")


def width_of(text: str, size: float) -> float:
    """An upper estimate of the width of a text in pixels, at a size in pixels, in common system fonts."""
    wide = len(_WIDE.findall(text))
    capitals = sum(c.isupper() for c in text)
    return size * (0.56 * (len(text) - wide - capitals) + 0.72 * capitals + 1.05 * wide)


def wrapped(text: str, width: float, size: float, most: int = 2) -> tuple[str, ...]:
    """A text in at most so many lines of a width in pixels; what does not fit ends in an ellipsis."""
    lines: list[str] = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, size) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    cut = len(lines) > most
    lines = lines[:most]
    for number, line in enumerate(lines):
        shortened = cut and number == most - 1
        while line and width_of(f"{line}…" if shortened else line, size) > width:
            line, shortened = line[:-1].rstrip(), True
        lines[number] = f"{line}…" if shortened else line
    return tuple(lines)


def places(wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Where labels stand: in the same order, as near to where they want to be as may be, without overlap.

    Each label takes its height from its place downwards; all lie between `top` and `bottom`, which must be
    at least as far apart as the heights together.
    """
    found: list[float] = []
    free = top
    for want, height in zip(wanted, heights, strict=True):
        found.append(max(want - height / 2, free))
        free = found[-1] + height
    limit = bottom
    for number in range(len(found) - 1, -1, -1):
        found[number] = min(found[number], limit - heights[number])
        limit = found[number]
    return found


def ticks(first: int, last: int, scale: float) -> list[tuple[str, int]]:
    """Years (or months, within few years) to mark on the axis, at least 36 pixels apart; days as ordinals.

    `scale` is in pixels a day.
    """
    begin, end = date.fromordinal(first), date.fromordinal(last)
    for months in (1, 3, 6):
        if months * 30.4 * scale >= 60 and last - first < 1500:
            steps = [(y, m) for y in range(begin.year, end.year + 1) for m in range(1, 13, months)]
            days = [(f"{y}-{m:02d}", date(y, m, 1).toordinal()) for y, m in steps]
            return [(label, day) for label, day in days if first <= day <= last]
    step = next((s for s in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500) if s * 365.25 * scale >= 36), 1000)
    start = -(-begin.year // step) * step
    days = [(str(y), date(y, 1, 1).toordinal()) for y in range(max(start, step if step > 1 else 1), end.year + 1, step)]
    return [(label, day) for label, day in days if first <= day <= last]
