"""A text in which words are found however they are set: case, white space, markup, line breaks, vowel signs."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from tocgraph.text import normalize

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>")
_RAISED = re.compile("[⁰¹²³⁴-⁹]+")
_WORD = re.compile(r"[^\W_]+")


class Words:
    """The words of a text as one string without what parts them, and the places where words begin and end.

    A match begins where a word begins and ends where a word ends. Between those two, word boundaries do
    not count: a word broken at the end of a line is found whole, and `cross-border` as `cross border`.
    Footnote marks (raised figures) and tags are left out.
    """

    def __init__(self, text: str) -> None:
        # Word by word, because normalizing treats a text with any Arabic letter as Arabic throughout.
        bare = _RAISED.sub("", _TAG.sub(" ", text))
        words = [word for chunk in bare.split() for word in _WORD.findall(normalize(chunk))]
        self.joined = "".join(words)
        ends = list(accumulate(len(word) for word in words))
        self._ends = frozenset(ends)
        self._starts = [0, *ends[:-1]] if ends else []
        self._is_start = frozenset(self._starts)

    def __len__(self) -> int:
        return len(self.joined)

    def find(self, wanted: str, start: int = 0, end: int | None = None) -> int:
        """Where the first match between two places begins; -1 when there is none, or no word to look for."""
        needle = Words(wanted).joined
        end = len(self.joined) if end is None else end
        if not needle:
            return -1
        place = self.joined.find(needle, start, end)
        while place >= 0 and not (place in self._is_start and place + len(needle) in self._ends):
            place = self.joined.find(needle, place + 1, end)
        return place

    def next_word(self, place: int) -> int:
        """Where the first word after the one that begins at `place` begins; the length of the text after the last."""
        index = bisect_left(self._starts, place + 1)
        return self._starts[index] if index < len(self._starts) else len(self.joined)
