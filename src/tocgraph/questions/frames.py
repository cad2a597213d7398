"""Questions as a frame of closed-class words around the names of things: "the difference between X and Y".

The frame is taken out and what is left is linked by itself, so that no word of the frame is taken for a relation,
and no word that is left is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions import words as closed
from tocgraph.questions.elements import Element
from tocgraph.questions.link import Linked, link
from tocgraph.questions.parse import parse
from tocgraph.questions.requests import Guesses
from tocgraph.questions.tokens import Token, tokens_of
from tocgraph.store import OpenStore
from tocgraph.text import AUXILIARIES, is_arabic, stem, words

EDGES = closed.FUNCTION | AUXILIARIES | PREPOSITIONS | frozenset("s how كيف عما بم".split())
"""Words that may stand at the edge of a stretch of names without belonging to one."""

_LONGEST_NAME = 12


class Phrases:
    """A regular expression over normalized words with single spaces, compiled when it is first needed.

    Compiling all that are kept takes longer than answering a question that needs none of them.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        return re.compile(self.pattern)

    def search(self, text: str) -> re.Match[str] | None:
        """The first place that matches."""
        return self.compiled.search(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every place that matches."""
        return self.compiled.finditer(text)


def phrases(*alternatives: str) -> Phrases:
    """Whole words that match one of the patterns."""
    return Phrases(rf"(?<![^ ])(?:{'|'.join(alternatives)})(?![^ ])")


def closed_set(*texts: str) -> frozenset[str]:
    """The words of those texts."""
    return frozenset(" ".join(texts).split())


class Frame(NamedTuple):
    """The frame of a question: its `words`, the phrases `found` that mark it, and the stretches of words outside it.

    `left` are the fillers that were left out.
    """

    words: str
    found: tuple[str, ...]
    runs: tuple[str, ...]
    arabic: bool
    left: frozenset[str] = frozenset()

    def has(self, pattern: Phrases) -> bool:
        """Whether one of the marks is such a phrase."""
        return any(pattern.search(text) for text in self.found)

    @property
    def rest(self) -> str:
        """What is outside the frame as one text."""
        return (" و " if self.arabic else " and ").join(self.runs)


class Things(NamedTuple):
    """What the words outside a frame name: entities (each with all that it may be), types and relation types.

    `typed` are the words for each entity where they are no name of it, else empty. `date` is the one they speak of,
    `others` are further words as typed with what they were taken for.
    """

    entities: tuple[tuple[str, ...], ...] = ()
    typed: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    date: str | None = None
    others: Guesses = ()

    def guesses(self, chosen: Iterable[str] = ()) -> Guesses:
        """Words as typed with what they were taken for; `chosen` says which of several entities each name means."""
        meant = tuple(chosen) or self.single
        return (*((t, e) for t, e in zip(self.typed, meant, strict=False) if t), *self.others)

    @property
    def single(self) -> tuple[str, ...]:
        """The entities, where each name can only be one."""
        return tuple(e for [e] in self.entities) if all(len(e) == 1 for e in self.entities) else ()


def plain(question: str) -> str:
    """The normalized words of a question."""
    return " ".join(words(question))


def framed(opened: OpenStore, question: str, marks: Phrases, fillers: frozenset[str]) -> Frame | None:
    """The frame that those phrases make, with the `fillers` that may go with them; None where none of them is there.

    Words within a name of several words are left to the name.
    """
    tokens = tokens_of(opened, question)
    said = " ".join(t.word for t in tokens)
    starts: dict[int, int] = {}
    for n in range(len(tokens) + 1):
        starts[sum(len(t.word) + 1 for t in tokens[:n])] = n
    named = _named(opened, tokens)
    inside: set[int] = set()
    found = []
    for match in marks.finditer(said):
        at = range(starts[match.start()], starts[match.end() + 1])
        if not named.intersection(at):
            found.append(match[0])
            inside.update(at)
    if not found:
        return None
    left = [n for n, t in enumerate(tokens) if _is_in(t.word, fillers) and n not in named and n not in inside]
    inside.update(left)
    runs = []
    for start, end in _stretches(len(tokens), inside):
        while start < end and _edge(tokens[start]) and start not in named:
            start += 1
        while end > start and _edge(tokens[end - 1]) and end - 1 not in named:
            end -= 1
        if start < end:
            runs.append(text_of(tokens[start:end]))
    return Frame(said, tuple(found), tuple(runs), is_arabic(question), frozenset(tokens[n].word for n in left))


def _is_in(word: str, fillers: frozenset[str]) -> bool:
    """Whether that is one of those words, an Arabic one with or without its article."""
    return word in fillers or (word.startswith("ال") and word[2:] in fillers)


def text_of(tokens: Iterable[Token]) -> str:
    """The words as they were typed, without what was attached to them."""
    parts: list[str] = []
    listed = list(tokens)
    n = 0
    while n < len(listed):
        token = listed[n]
        own = words(token.raw)
        if [t.word for t in listed[n : n + len(own)]] == own:
            parts.append(token.raw)
            n += len(own)
        else:
            parts += ["و"] * (token.joined and not token.word.startswith("و")) + [token.word]
            n += 1
    return " ".join(parts)


def _edge(token: Token) -> bool:
    return token.word in EDGES and not (token.raw.isupper() and token.raw.isascii() and len(token.raw) > 1)


def _stretches(length: int, inside: set[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for n in range(length):
        if n not in inside:
            if found and found[-1][1] == n:
                found[-1] = (found[-1][0], n + 1)
            else:
                found.append((n, n + 1))
    return found


def _named(opened: OpenStore, tokens: list[Token]) -> set[int]:
    """The places of the words in names of several words."""
    content = [n for n, t in enumerate(tokens) if t.word not in AUXILIARIES]
    grams: dict[str, list[tuple[int, int]]] = {}
    for at in range(len(content)):
        for to in range(at + 2, min(len(content), at + _LONGEST_NAME) + 1):
            text = " ".join(tokens[n].stem for n in content[at:to])
            grams.setdefault(text, []).append((content[at], content[to - 1] + 1))
    kept = [m for m in opened.names.matches(grams) if m.kind in ("label", "alias")]
    return {n for match in kept for start, end in grams[match.key] for n in range(start, end)}


def things(opened: OpenStore, text: str) -> Things | None:
    """What a text names, when it does nothing else; None when any word of it means something else, or nothing."""
    found: list[tuple[tuple[int, float], Things]] = []
    for place, variant in enumerate(_variants(opened, text)):
        linked = link(opened, variant)
        if linked.unused or linked.yes_no:
            continue
        for cost, segments in linked.covers:
            named = _read(opened, [segment[0] for segment in segments])
            if named is not None:
                found.append(
                    ((sum(map(bool, named.typed)) + len(named.others) + len(named.relations), cost + place / 10), named)
                )
    return min(found, key=lambda f: f[0])[1] if found else None


def _variants(opened: OpenStore, text: str) -> list[str]:
    """The text, and for Arabic also with every attached "and" and preposition cut off that may be one."""
    if not is_arabic(text):
        return [text]
    rests = {stem(w[1:]) for w in words(text) if len(w) > 3 and w[0] in "وبلكف"}
    known = opened.names.known_words(rests)
    parts = []
    for typed in text.split():
        word = words(typed)[0] if len(words(typed)) == 1 else ""
        if len(word) > 3 and word[0] in "وبلكف" and not word.startswith("لل") and stem(word[1:]) in known:
            parts += ["و"] * (word[0] == "و") + [word[1:]]
        else:
            parts.append(typed)
    split = " ".join(parts)
    return [text] if split == text else [text, split]


def _read(opened: OpenStore, elements: list[Element]) -> Things | None:
    if any(e.kind == "article" for e in elements):
        elements = _with_articles(opened, elements)
    elements = _without_titles(opened, elements)
    entities: list[tuple[str, ...]] = []
    types: list[str] = []
    relations: list[str] = []
    dates: list[str] = []
    for element in elements:
        if element.kind == "entity":
            entities.append(element.entities)
        elif element.kind == "type":
            types.append(element.types[0])
        elif element.kind == "relation" and not element.weak:
            relations.append(element.patterns[0][0])
        elif element.kind == "period" and element.period and element.period.how == "in":
            dates.append(element.period.dates[0])
        elif element.kind not in ("and", "word", "relation"):
            return None
    if len(dates) > 1:
        return None
    typed = tuple(e.text if e.guess else "" for e in elements if e.kind == "entity")
    others = tuple((e.text, e.guess) for e in elements if e.kind != "entity" and e.guess)
    return Things(tuple(entities), typed, tuple(types), tuple(relations), dates[0] if dates else None, others)


def _without_titles(opened: OpenStore, elements: list[Element]) -> list[Element]:
    """The elements without each type that only says what the thing beside it is: "the MINUSMA mission"."""

    def is_one(place: int, types: tuple[str, ...]) -> bool:
        if not 0 <= place < len(elements) or elements[place].kind != "entity":
            return False
        named = opened.names.entities(elements[place].entities).values()
        return any(set(types) & set(opened.schema.ancestors(n.type)) for n in named)

    def is_title(place: int, element: Element) -> bool:
        if element.kind != "type" or element.guess:
            return False
        before = not is_arabic(element.text) and is_one(place - 1, element.types)
        return before or is_one(place + 1, element.types)

    return [e for n, e in enumerate(elements) if not is_title(n, e)]


def _with_articles(opened: OpenStore, elements: list[Element]) -> list[Element]:
    """The elements with each numbered article and its instrument made one, where there is such an article."""
    parts: list[list[Element]] = [[]]
    for element in elements:
        if element.kind == "and":
            parts.append([])
        else:
            parts[-1].append(element)
    found: list[Element] = []
    for part in parts:
        if any(e.kind == "article" for e in part):
            text = " ".join(e.text for e in part)
            about = {r.about for r in parse(opened, link(opened, text)) if r.kind == "about"}
            if len(about) != 1:
                return elements
            found.append(Element("entity", text, entities=next(iter(about))))
        else:
            found += part
    return found


def statement(opened: OpenStore, text: str) -> Linked:
    """The elements of a clause, Arabic ones with attached words cut off where nothing else makes sense of it."""
    for variant in _variants(opened, text):
        linked = link(opened, variant)
        if linked.covers and not linked.unused:
            break
    return linked
