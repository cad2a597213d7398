"""Which slips of the hand a short Arabic word may have: nearly every three letters are the root of some word.

"فاشل" is one letter from "فاعل", and both are words. A short word is mended only where the slip is one that hands make:
letters that look or sound alike, neighbours exchanged, a letter doubled, a letter lost.
"""

from __future__ import annotations

from tocgraph.text import is_arabic, stem

_ROOT = 4
"""The most letters of a stem that is taken for a root with little around it."""
_FORM = 5
"""The fewest letters of a form of it in which one letter more or less tells no two words apart."""
_WEAK = frozenset("اوي")
ALIKE = (
    frozenset("تث"), frozenset("تط"), frozenset("دذ"), frozenset("ذز"), frozenset("سص"), frozenset("ضظ"),
    frozenset("ضد"), frozenset("قك"), frozenset("حخ"), frozenset("جح"), frozenset("رز"), frozenset("هح"),
    frozenset("عغ"), frozenset("بت"), frozenset("فق"),
)  # fmt: skip
"""Letters that look or sound alike."""


def may_be_slip(typed: str, known: str) -> bool:
    """Whether a normalized word may be a slip for another one, as far as Arabic tells; True for other languages."""
    definite = typed.startswith("ال")
    if definite and not known.startswith("ال"):
        typed = typed[2:]  # known words come without an article
    if not is_arabic(typed) or typed == known:
        return True
    if len(stem(typed)) > _ROOT and (typed[:-1] != known or len(stem(known)) > _ROOT):
        return True  # but "الأمناء" is not "الأمن" in another form
    at = next((n for n, (a, b) in enumerate(zip(typed, known, strict=False)) if a != b), min(len(typed), len(known)))
    short = len(typed) < _ROOT
    if len(typed) == len(known):
        if typed[at + 1 :] == known[at + 1 :]:
            return frozenset((typed[at], known[at])) in ALIKE
        exchanged = typed[at : at + 2] == known[at : at + 2][::-1] and typed[at + 2 :] == known[at + 2 :]
        return exchanged and (definite or not short or _WEAK.isdisjoint(typed[at : at + 2]))
    if abs(len(typed) - len(known)) != 1:
        return False
    longer = max(typed, known, key=len)
    inside = 0 < at < len(longer) - 1
    doubled = 0 < at < len(longer) and longer[at] == longer[at - 1]
    lost = len(known) > len(typed)
    return doubled or (lost and (inside or not short)) or (inside and min(len(typed), len(known)) >= _FORM)
