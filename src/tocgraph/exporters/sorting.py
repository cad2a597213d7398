"""Sorting more lines than memory holds: sorted runs in temporary files, merged."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from typing import IO

RUN = 8 * 2**20
"""Bytes of memory that lines take before they are sorted and written to a run."""

FAN = 64
"""How many runs are merged into one: no more files than that are open for each power of it."""

_OBJECT = 48
"""Bytes that Python needs for a line beside its own."""


def sorted_lines(lines: Iterable[bytes], run: int = 0, fan: int = FAN) -> Iterator[bytes]:
    """The distinct lines in the order of their bytes.

    Args:
        lines: Lines that end in a line feed.
        run: How many bytes of memory to fill with them, RUN unless told; temporary files hold the others.
        fan: How many files to merge into one.

    Raises:
        OSError: there is no room for the temporary files.
    """
    run = run or RUN
    levels: list[list[IO[bytes]]] = [[]]
    try:
        held: list[bytes] = []
        size = 0
        for line in lines:
            held.append(line)
            size += len(line) + _OBJECT
            if size >= run:
                held.sort()
                levels[0].append(spooled(held))
                _merge_full(levels, fan)
                held, size = [], 0
        held.sort()
        runs = [file for level in levels for file in level]
        yield from _distinct(heapq.merge(*runs, held) if runs else held)
    finally:
        for level in levels:
            for file in level:
                file.close()


def _merge_full(levels: list[list[IO[bytes]]], fan: int) -> None:
    """Merges the files of each full level into one of the next."""
    for number, level in enumerate(levels):
        if len(level) < fan:
            return
        if number + 1 == len(levels):
            levels.append([])
        levels[number + 1].append(spooled(_distinct(heapq.merge(*level))))
        while level:
            level.pop().close()


def _distinct(lines: Iterable[bytes]) -> Iterator[bytes]:
    before = b""
    for line in lines:
        if line != before:
            yield line
        before = line


def spooled(lines: Iterable[bytes]) -> IO[bytes]:
    """A temporary file of those lines, to be read from its beginning; it goes when it is closed."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    try:
        file.writelines(lines)
        file.seek(0)
    except BaseException:
        file.close()
        raise
    return file
