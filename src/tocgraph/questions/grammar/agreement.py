"""How the words of an Arabic clause agree: what a feminine verb, a pronoun or an article tells of who does what."""

from __future__ import annotations

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.grammar.forms import masculine
from tocgraph.questions.grammar.negation import NEGATABLE
from tocgraph.questions.linking.linked import Linked
from tocgraph.text import normalize

AGAINST_PRONOUN = 0.5
"""A verb with a pronoun of its object is read as if it had none, or the other way round."""
AGAINST_PREPOSITION = 0.7
"""What stands behind the verb is its object, although a preposition is attached to what asks: "لأي مؤتمر مهد"."""
ARTICLED = 0.5
"""A noun with its article has no owner behind it: "البعثات المناهضة" are missions that counter."""
LIKELY_OBJECT, SURE_OBJECT = 0.3, 1.0
"""Behind "ماذا" the noun after the verb is its object; with a feminine verb it can hardly be."""
HELD, MASCULINE, INSIDE = "held", "masculine", "inside"
"""Marks of a clause: its verb before the subject has a pronoun of the object; its verb is masculine; a preposition
alone tells of parties, "in the treaty"."""


def mark(text: str, flip: bool, suffix: bool, relations: list[str]) -> str:
    """The mark of a clause with that verb."""
    if NEGATABLE in relations and text in PREPOSITIONS:
        return INSIDE
    return (HELD if suffix else "") if flip else (MASCULINE if masculine(text) else "")


def with_article(text: str) -> bool:
    """Whether a phrase is one noun with its article."""
    return " " not in text and text.startswith("ال")


def feminine(linked: Linked, asking: str = "") -> bool:
    """Whether a feminine verb follows "ماذا" or those words, which are masculine: its subject stands behind it."""
    first, verb = (*linked.elements, None, None)[:2]
    if first is None or verb is None or verb.kind != "relation":
        return False
    if normalize(first.text) not in asking.split() if asking else first.sign != "object":
        return False
    word = normalize(verb.text).split()[0]
    return word.startswith("ت") or bool(asking and word.endswith("ت") and not word.startswith("ا") and len(word) > 3)
