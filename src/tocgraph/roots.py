"""Roots of words: nouns, verbs and adverbs of one origin, and a few common words of one meaning, made the same.

Coarser than `text.stem`: a clause ("states respond slowly") is compared by roots with a name ("slow response"), and
only where all its words must be found again, so that two words of one root by chance do no harm.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tocgraph.text import AUXILIARIES, is_arabic, stem

PASSED = frozenset(
    "of in on at by to for from with against about between through under into upon over within as and or that which "
    "who whom when while than then there it they them so such very too much many more most often still always "
    "sometimes frequently usually generally certain other another one not do "
    "في من علي الي عن مع ضد بين ل ب حول بشان عبر تحت خلال لدي نحو و او ان انها انه التي الذي الذين ما "
    "بعض كثير كثيرا غالبا احيانا دائما جدا معظم اكثر ايضا هذا هذه".split()
)
"""Words that no name and no description is recognized by."""

_SAME = (
    "slow late delay tardi lag", "reluct hesit unwil refus declin balk shi",
    "lack shortag absenc scarc insuffici inadequ",
    "weak feebl fragil poor", "suspect distrust mistrust", "offend crimin crime perpetr culprit", "share exchang swap",
    "differ diverg dispar divers", "bureaucraci bureaucrat", "answer respond repli",
    "تباطو بطو تاخر تلكو", "تردد رفض احجم تقاعس", "نقص قله غياب انعدام شح ندره افتقر",
    "ضعف هشاشه وهن ركاكه", "تبادل تشارك", "اختلاف تباين تنوع تفاوت", "رد ترد استجاب",
)  # fmt: skip
"""Words of one meaning where a clause is compared with a name."""


def content(word: str) -> bool:
    """Whether a normalized word (or a stem) says something of a thing, and does not only join or pass."""
    return word not in PASSED and word not in AUXILIARIES


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """The root of one normalized word."""
    found = _root(word)
    return _synonyms().get(found, found)


@lru_cache(maxsize=20_000)
def kin(stemmed: str) -> str:
    """One form of English stems that differ only by what they are as parts of speech: "recov" for "recoveri"."""
    if is_arabic(stemmed) or stemmed.startswith("@"):
        return stemmed
    found = re.sub("(li|i|y)$", "", stemmed) if len(stemmed) > 4 else stemmed
    found = re.sub("(ing|er|it)$", "", found) if len(found) > 6 else found
    return re.sub(r"(?<=\w{4})ns$", "nd", re.sub(r"(\w)\1$", r"\1", found))


def _root(word: str) -> str:
    found = stem(word)
    if not is_arabic(found):
        return kin(found)
    found = re.sub("^تست(?=..)|^است(?=..)|^مست(?=...)", "", found.replace("ء", "") or found)
    skeleton = found[0] + re.sub("[اويى]", "", found[1:])
    skeleton = re.sub("^ا(?=...)", "", skeleton)
    skeleton = re.sub("(?<=...)ت$", "", skeleton)
    while len(skeleton) > 3 and skeleton[0] in "تمن":
        skeleton = skeleton[1:]
    return skeleton


@lru_cache(maxsize=1)
def _synonyms() -> dict[str, str]:
    groups = [[_root(word) for word in group.split()] for group in _SAME]
    return {member: group[0] for group in groups for member in group}
