"""What linking makes of a question: ways of cutting it into segments, and what its form tells."""

from __future__ import annotations

from dataclasses import dataclass, field

from tocgraph.questions.elements import Element
from tocgraph.questions.linking.segments import Segment
from tocgraph.questions.reading import Limit

LONGEST = 1000
"""The most characters a question may have."""


@dataclass(eq=False, repr=False)
class Linked:
    """A question in elements.

    `covers` are ways of cutting it into segments, each with its cost; `unused` are words that mean nothing here.
    `every` tells of a question for yes or no about all members of a group ("are all Arab states ..."), or as many of
    them as `share` says.
    `doing` tells of one that asks what something does or has, and not what it is.
    `past` tells of a question for what once was; `keywords` of words that are no sentence; `moved` that a preposition
    before the question word was taken off ("in which cities"), `attached` of one within that word ("لأي"), `stranded`
    of one at the end ("what is X for").
    `others` tells of "which other ...", which asks for none of those named.
    `listing` tells of an order to list things, `terse` of keywords, with "and", "or" and "not" among them at most.
    `beyond` tells of words that ask for more than a claim says. `score` is what the best way is worth.
    """

    covers: list[tuple[float, list[Segment]]] = field(default_factory=list)
    yes_no: bool = False
    doing: bool = False
    there: bool = False
    every: bool = False
    onset: bool = False
    arabic: bool = False
    moved: bool = False
    attached: bool = False
    past: bool = False
    stranded: bool = False
    keywords: bool = False
    beyond: bool = False
    share: Limit | None = None
    among: int = 0
    listing: bool = False
    terse: bool = False
    others: bool = False
    unused: list[str] = field(default_factory=list)
    score: int = 0

    @property
    def elements(self) -> list[Element]:
        """The elements of the best way of cutting, the plainest meaning of each."""
        return [segment[0] for segment in self.covers[0][1]] if self.covers else []
