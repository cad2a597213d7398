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

_LONGEST = 8
"""The most words of the name."""

_FEWEST = 2
"""The fewest words of content before it: one alone is the word for a type, which the grammar knows."""

_TITLED = frozenset("on about to concerning regarding that بشان حول عن".split())
"""What stands between the word for a statement and its title: "the recommendation on"."""

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
            known = _told(opened, typed[start : start + length], said[:start])
            first = _first(opened, said, start, known) if known else start
            if first < start and not (said[start - 1] in _TITLED and _several(opened, said[first:start])):
                return " ".join((*typed[:first], *typed[start:]))
    return ""


def _several(opened: OpenStore, said: list[str]) -> bool:
    """Whether a word for a type among these is plural: "the findings of X on Y" are not the one called Y."""
    types = opened.names.meta("lexicon")["types"]
    return any(word.endswith("s") and word != stem(word) and stem(word) in types for word in said)


def _told(opened: OpenStore, typed: list[str], before: list[str]) -> frozenset[str]:
    """The roots of all that is said of the one thing with just this name, which is written as a name.

    The title of a statement need not be, where the words `before` it end with what leads up to a title.
    """
    titled = bool(before) and before[-1] in _TITLED
    if not titled and not any(word[:1].isupper() or is_arabic(word) for word in typed):
        return frozenset()
    found = {m.entity for m in opened.names.matches([key(" ".join(typed))]) if m.kind in ("label", "alias")}
    if titled and not found:
        kinds = [t for t, spec in opened.schema.types.items() if spec.get("statement")]
        stems = {stem(w) for word in typed for w in words(word) if content(w)}
        found = set(opened.names.holding(stems, kinds, 0, 2)) if len(stems) > 1 else set()
    if len(found) != 1:
        return frozenset()
    [(entity, named)] = opened.names.entities(found).items()
    held = opened.names.said_of(roots(named.name("en")), [named.type])
    said = frozenset().union(*(s.all for s in held if s.entity == entity))
    if titled:
        if not opened.schema.types[named.type].get("statement"):
            return frozenset()
        tellers = opened.names.told({root(w) for word in before for w in words(word)})
        said |= {t.root for t in tellers if t.entity == entity}
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
        if first == start and at == start - 1 and word in _TITLED:
            continue
        if not word or word in _OPEN or word in question_words.YES_NO or (first == start and not content(word)):
            break  # "party to Budapest": the name alone is not what the words before it speak of
        if content(word):
            if not all(root(w) in known for w in words(word)):
                break
            first, counted = at, counted + 1
    if counted < _FEWEST or (first and said[first - 1] in _OPEN):
        return start
    last = start - 2 if said[start - 1] in _TITLED else start - 1
    head = said[first] if is_arabic(said[first]) else said[last]
    return first if stem(head) in opened.names.meta("lexicon")["types"] or root(head) in known else start
