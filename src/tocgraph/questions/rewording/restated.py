"""A question that is asked again in other words: "Why are states slow? That is, what causes slow responses?".

The second wording is what is meant; the first one serves where it is not understood.
"""

from __future__ import annotations

import re

_LEADS = (
    r"that is(?: to say)?|i\.e\.|in other words|to put it (?:differently|another way)|put differently|or rather|"
    r"i mean|meaning|(?:أو )?ب(?:عبارة|صيغة|كلمات) أخرى|(?:أو )?بمعنى(?: آخر| أدق)?|"
    r"و?أعني|و?أقصد|يعني|أو بالأحرى|"
    r"أي(?= (?:ما|هل|كم|متى|أين|كيف|لماذا|ماذا) )"
)
_AGAIN = re.compile(rf"^(?P<first>.{{10,}}?[؟?;؛.,،])\s*(?:{_LEADS})\s*[:,،]?\s+(?P<second>\S.{{8,}})$", re.IGNORECASE)

_PRONOUN = re.compile(
    r"\b(?:it|its|they|their|them|this|these|(?:علي|إلي|في|ب|من|ل|عن)(?:ها|ه|هم|هما)|هذه|هذا|ذلك|تلك)\b", re.IGNORECASE
)
"""What means something that the first wording names."""


def in_other_words(question: str) -> tuple[str, ...]:
    """The second wording of a question, if it can stand alone, and the first one; none where it is asked once."""
    found = _AGAIN.match(question.strip())
    if not found:
        return ()
    return (found["first"],) if _PRONOUN.search(found["second"]) else (found["second"], found["first"])
