"""What the form of a word tells: whether it names what is done, and of whom an Arabic verb is said."""

from __future__ import annotations

import re

from tocgraph.questions.words.question_words import DEFINITIONS

_PROCESS = re.compile(r"^\w+(tion|sion|ment|ance|ence|ing)$|^ت\w\w?ي\w$|^م\w{3,4}ه$|^(حمايه|منع|وقايه|دعم|نفاذ)$")


def process(text: str) -> bool:
    """Whether a phrase names what is done ("implementation of"), not who does it ("members of")."""
    first = text.split()[0]
    return bool(_PROCESS.match(first)) and first not in DEFINITIONS


def masculine(text: str) -> bool:
    """Whether an Arabic verb is that of one masculine subject, which things in the plural cannot be."""
    word = text.split()[0]
    return word[:1] == "ي" and len(word) > 3 and not word.endswith(("ون", "وا", "ن"))
