"""Names with what the named thing is before them: "the Central Asian drug information centre CARICC".

The words before the name add nothing where each of them is said of that one thing: it is in its names, in its
description or in the name of its type. Then the name alone asks the same. Tried only where nothing else answers.
"""

from __future__ import annotations

from tocgraph.questions.words import closed, question_words
from tocgraph.roots import content, root
from tocgraph.store import OpenStore
from tocgraph.store.reworded import roots
from tocgraph.text import is_arabic, key, normalize, stem, words

_LONGEST = 5
"""The most words of the name."""

_FEWEST = 2
"""The fewest words of content before it: one alone is the word for a type, which the grammar knows."""

_OPEN = frozenset("which what any every each all some how other another اي كل بعض ايه".split())
"""Words before a noun that speak of no certain thing."""


def without_apposition(opened: OpenStore, question: str) -> str:
    """The question with a name alone where what it is stands before it as well; "" where that is not so."""
    typed = question.split()
    said = [normalize(word).strip(".,;:؟?!،\"'«»()") for word in typed]
    if not closed.NEGATION.isdisjoint(said):
        return ""
    for length in range(min(_LONGEST, len(typed) - _FEWEST), 0, -1):
        for start in range(_FEWEST, len(typed) - length + 1):
            known = _told(opened, typed[start : start + length])
            first = _first(opened, said, start, known) if known else start
            if first < start:
                return " ".join((*typed[:first], *typed[start:]))
    return ""


def _told(opened: OpenStore, typed: list[str]) -> frozenset[str]:
    """The roots of all that is said of the one thing with just this name, which is written as a name."""
    if not any(word[:1].isupper() or is_arabic(word) for word in typed):
        return frozenset()
    found = {m.entity for m in opened.names.matches([key(" ".join(typed))]) if m.kind in ("label", "alias")}
    if len(found) != 1:
        return frozenset()
    [(entity, named)] = opened.names.entities(found).items()
    held = opened.names.said_of(roots(named.name("en")), [named.type])
    said = frozenset().union(*(s.all for s in held if s.entity == entity))
    return said | _of_type(opened, named.type)


def _of_type(opened: OpenStore, kind: str) -> set[str]:
    """The roots of the words for a type and for the wider ones."""
    above = set(opened.schema.ancestors(kind))
    types = opened.names.meta("lexicon")["types"]
    return {root(word) for text, of in types.items() if above & set(of) for word in text.split()}


def _first(opened: OpenStore, said: list[str], start: int, known: frozenset[str]) -> int:
    """Where the words begin that say what the thing is; `start` where there are too few of them."""
    first, counted = start, 0
    for at in range(start - 1, -1, -1):
        word = said[at]
        if not word or word in _OPEN or word in question_words.YES_NO or (first == start and not content(word)):
            break  # "party to Budapest": the name alone is not what the words before it speak of
        if content(word):
            if not all(root(w) in known for w in words(word)):
                break
            first, counted = at, counted + 1
    if counted < _FEWEST or (first and said[first - 1] in _OPEN):
        return start
    head = said[first] if is_arabic(said[first]) else said[start - 1]
    return first if stem(head) in opened.names.meta("lexicon")["types"] or root(head) in known else start
