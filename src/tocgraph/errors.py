"""Problems found in data, and the exceptions callers may catch.

TocgraphError                message, hint; exit_code 1
├── DataError                the curated data has errors            .problems
├── UnknownIdError           no such entity, claim, source, type    .word .suggestions
├── QueryError               the query is malformed or refused
└── StoreError               store or endpoint failed               exit_code 3
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing wrong in the curated data: where, how bad, which rule, what, and what to do.

    Problems sort by place. `level` is "error" (the data cannot be compiled) or "warning".
    Line and column count from 1.
    """

    file: str
    line: int
    column: int
    level: str
    rule: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f"; {self.hint}" if self.hint else ""
        return f"{self.file}:{self.line}:{self.column} {self.level} {self.rule}: {self.message}{hint}"


class TocgraphError(Exception):
    """Anything this library raises on purpose."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class DataError(TocgraphError):
    """The curated data has errors; `problems` lists every one of them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        errors = [p for p in problems if p.level == "error"]
        shown = "\n".join(str(p) for p in errors[:20])
        more = f"\n... and {len(errors) - 20} more" if len(errors) > 20 else ""
        super().__init__(
            f"the data has {len(errors)} error{'s' if len(errors) != 1 else ''}\n{shown}{more}",
            "mend them; `tocgraph check` lists every problem",
        )
        self.problems = list(problems)


class UnknownIdError(TocgraphError):
    """Nothing of that name exists; `suggestions` holds the nearest names that do."""

    def __init__(self, kind: str, word: str, suggestions: Sequence[str] = ()) -> None:
        hint = f"did you mean {', '.join(suggestions)}?" if suggestions else ""
        super().__init__(f"no {kind} named {word!r}", hint)
        self.word = word
        self.suggestions = list(suggestions)


class QueryError(TocgraphError):
    """The query is malformed, or asks for something that is not allowed."""


class StoreError(TocgraphError):
    """The compiled store or the endpoint cannot be used."""

    exit_code = 3
