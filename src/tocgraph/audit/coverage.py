"""Which parts of the outlined sources the claims rest on, and which nothing cites yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tocgraph.errors import UnknownIdError
from tocgraph.model import Dataset, Outline, Part, Text
from tocgraph.text import nearest


class Covered(NamedTuple):
    """A part of a source with the numbers of claims that cite it.

    `claims` counts the claims that cite this very part, `within` those that cite it or a part within
    it; claims of every standing count, each once. `reason` says why nothing needs to cite the part,
    or the one around it. `depth` is 0 for the parts that stand in no other.
    """

    source: str
    at: str
    title: str | Text
    depth: int
    claims: int
    within: int
    reason: str | Text

    @property
    def state(self) -> str:
        """`cited`, `uncited` when there is a reason, else `gap`."""
        if self.within:
            return "cited"
        return "uncited" if self.reason else "gap"


def coverage(dataset: Dataset, source: str | None = None) -> list[Covered]:
    """Every part of the outlined sources, or of one of them, in the order of the texts.

    Raises:
        UnknownIdError: that source has no outline.
    """
    outlines = [o for o in dataset.outlines if source in (None, o.source)]
    if source is not None and not outlines:
        known = [o.source for o in dataset.outlines]
        raise UnknownIdError("outlined source", source, nearest(source, known))
    citing: dict[tuple[str, str], set[str]] = {}
    for relation in dataset.relations:
        for citation in relation.cite:
            citing.setdefault((citation.source, citation.at), set()).add(relation.id)
    return [covered for outline in outlines for covered in _parts(outline, outline.parts, citing, "", 0)[0]]


def _parts(
    outline: Outline,
    parts: Sequence[Part],
    citing: dict[tuple[str, str], set[str]],
    around: str | Text,
    depth: int,
) -> tuple[list[Covered], set[str]]:
    """The parts and those within them, and the claims that cite any of them."""
    found: list[Covered] = []
    every: set[str] = set()
    for part in parts:
        own = citing.get((outline.source, part.at), set())
        reason = part.uncited or around
        inner, below = _parts(outline, part.parts, citing, reason, depth + 1)
        cited = own | below
        found.append(Covered(outline.source, part.at, part.title, depth, len(own), len(cited), reason))
        found += inner
        every |= cited
    return found, every
