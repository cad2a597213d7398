"""How far a long command has come, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable

from tocgraph.cli import plain


def progress(piped: bool = True) -> Callable[[str, float], None]:
    """What to tell of each step, with the share done (0 to 1): a bar on a terminal, else a line a step if `piped`."""
    drawn = sys.stderr is not None and sys.stderr.isatty()
    width = 30

    def notify(step: str, share: float) -> None:
        if not drawn:
            if piped:
                plain.note(f"{share:4.0%} {step}")
            return
        filled = round(share * width)
        # Back to the start of the line and clear it (ECMA-48, erase in line); ours, so not cleaned away.
        sys.stderr.write(f"\r\x1b[K[{'#' * filled}{'.' * (width - filled)}] {share:4.0%} {step}")
        if share >= 1:
            sys.stderr.write("\n")
        sys.stderr.flush()

    return notify
