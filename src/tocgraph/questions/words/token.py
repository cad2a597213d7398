"""A word of a question."""

from __future__ import annotations

from typing import NamedTuple


class Token(NamedTuple):
    """A word of the question: as typed, normalized, and its stem.

    `joined` tells of an attached Arabic "and", `definite` of an article before or at the word, `comma` of one behind.
    `bare` is the stem without an attached preposition or "and", where both that and the whole mean something; of a
    preposition with a pronoun ("إليها") that of the preposition. `pronoun` tells of an attached Arabic pronoun.
    `parted` tells of an auxiliary verb left out before it: no name goes on across that.
    `apart_by` is that verb where it cannot link two nouns: "which bodies (did) Egypt ..." names no Egyptian bodies.
    `every` tells of "all", "every" or "each" left out before it, `det` of "a" (or "an"), "the" or "both".
    `guess` is the known word that a mistyped one is taken for (`word` and `stem` are those of the guess); a `shaky`
    guess holds only together with another word of the same name or phrase.
    """

    raw: str
    word: str
    stem: str
    joined: bool = False
    definite: bool = False
    comma: bool = False
    bare: str = ""
    guess: str = ""
    shaky: bool = False
    pronoun: bool = False
    parted: bool = False
    apart_by: str = ""
    every: bool = False
    det: str = ""
