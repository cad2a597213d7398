"""Slips of the hand: how plausible it is that a typed word stands for a known one.

Letters get lost, doubled or exchanged with their neighbour more often than a finger meets another key (Pollock and
Zamora 1983); of other letters those are likely that lie beside the right one, or look or sound like it.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from tocgraph.questions.words.arabic_slips import ALIKE

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ")
_VOWELS = frozenset("aeiouy")

LOST, OTHER_KEY, STRANGE = 0, 1, 2
"""A letter lost, doubled or exchanged; one too many or one beside the right one; any other letter."""


def slip(typed: str, known: str) -> int | None:
    """How implausible the one slip between two normalized words is; None where they differ by more than that.

    Several lost letters inside a long word count as one slip.
    """
    if typed == known or not typed or not known:
        return None
    more = len(known) - len(typed)
    at = next((n for n, (a, b) in enumerate(zip(typed, known, strict=False)) if a != b), min(len(typed), len(known)))
    if more == 0:
        if typed[at : at + 2] == known[at : at + 2][::-1] and typed[at + 2 :] == known[at + 2 :]:
            return LOST
        if typed[at + 1 :] != known[at + 1 :]:
            return None
        pair = frozenset((typed[at], known[at]))
        return OTHER_KEY if pair in ALIKE or pair in _beside() or pair <= _VOWELS else STRANGE
    if more == 1 and typed[at:] == known[at + 1 :]:
        return LOST
    if more == -1 and typed[at + 1 :] == known[at:]:
        return LOST if at and typed[at] == typed[at - 1] else OTHER_KEY
    if more == 2 and len(known) >= 10 and typed[0] == known[0]:
        return OTHER_KEY if shortened(typed, known) else None
    return None


def shortened(typed: str, known: str) -> bool:
    """Whether letters of the known word were lost, any number of them, and nothing else happened."""
    letters = iter(known)
    return all(letter in letters for letter in typed)


def doubled(typed: str, known: str) -> bool:
    """Whether a letter was typed twice, and nothing else happened."""
    at = next((n for n, (a, b) in enumerate(zip(typed, known, strict=False)) if a != b), len(known))
    return 0 < at < len(typed) and typed[at] == typed[at - 1] and typed[:at] + typed[at + 1 :] == known


@lru_cache(maxsize=1)
def _beside() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for row in _ROWS for pair in pairwise(row))
