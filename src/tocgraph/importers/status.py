"""What a depositary's status document says, in one shape whoever the depositary is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tocgraph.errors import TocgraphError

ACTS = (
    "ratification",
    "acceptance",
    "approval",
    "accession",
    "succession",
    "formal confirmation",
    "definitive signature",
    "unspecified",
)
"""The acts by which a state consents to be bound (Vienna Convention on the Law of Treaties, articles 11 to 16)."""

LARGEST = 20_000_000
"""Bytes that a status document may have; the longest known ones have a few million."""


class Participant(NamedTuple):
    """One row of a status document.

    Dates are ISO 8601 texts, empty for none. `acts` are those that the row may mean, the likeliest
    first. `in_force` and `withdrawn` are None when the document does not tell of them; `ended` says
    that the row stands in brackets, its day of withdrawal unknown. `unclear` says why the row
    must be settled by hand.
    """

    name: str
    place: str
    signed: str = ""
    acts: tuple[str, ...] = ()
    consented: str = ""
    in_force: str | None = None
    withdrawn: str | None = None
    ended: bool = False
    notes: tuple[str, ...] = ()
    unclear: str = ""

    @property
    def acted(self) -> bool:
        """Whether the row tells of anything at all."""
        return bool(self.signed or self.consented or self.withdrawn or self.ended or self.unclear)


class Status(NamedTuple):
    """A status document: which treaty, how it counts itself, and its rows.

    `numbers` are the treaty numbers that the document may carry, in the notation of its depositary.
    """

    scheme: str
    numbers: tuple[str, ...]
    title: str
    participants: tuple[Participant, ...]
    signatories: int | None = None
    parties: int | None = None
    as_of: str = ""
    warnings: tuple[str, ...] = ()


def failed(file: str, line: int, what: str, hint: str) -> TocgraphError:
    """The error for a place in a file; line 0 stands for the whole file."""
    return TocgraphError(f"{file}:{line}: {what}" if line else f"{file}: {what}", hint)


_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)


def looks_like_html(data: bytes) -> bool:
    """Whether a file begins as an HTML page does."""
    return _HTML.match(data[:5000].removeprefix(b"\xef\xbb\xbf")) is not None


def footnotes(numbers: Sequence[str]) -> tuple[str, ...]:
    """The note that names the depositary's footnotes; none without numbers. Their text is not copied."""
    named = ", ".join(dict.fromkeys(numbers))
    return (f"Footnote{'s' if ',' in named else ''} {named} of the depositary.",) if named else ()
