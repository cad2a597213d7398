"""Sorting more lines than memory holds: sorted runs in temporary files, merged."""

from __future__ import annotations

import contextlib
import heapq
import tempfile
from collections.abc import Iterable, Iterator
from typing import IO

RUN = 64 * 2**20
"""Bytes of lines that are sorted in memory at a time."""


def sorted_lines(lines: Iterable[bytes], run: int = RUN) -> Iterator[bytes]:
    """The distinct lines in the order of their bytes.

    Args:
        lines: Lines that end in a line feed.
        run: How many bytes of them to hold in memory; temporary files hold the others.

    Raises:
        OSError: there is no room for the temporary files.
    """
    with contextlib.ExitStack() as files:
        runs: list[IO[bytes]] = []
        held: list[bytes] = []
        size = 0
        for line in lines:
            held.append(line)
            size += len(line)
            if size >= run:
                runs.append(files.enter_context(tempfile.TemporaryFile()))
                _write(runs[-1], held)
                held, size = [], 0
        held.sort()
        before = b""
        for line in heapq.merge(*runs, held) if runs else held:
            if line != before:
                yield line
            before = line


def _write(file: IO[bytes], lines: list[bytes]) -> None:
    lines.sort()
    file.writelines(lines)
    file.seek(0)


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
