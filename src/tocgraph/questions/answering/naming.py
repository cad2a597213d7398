"""What a stretch of words outside a frame names: entities, types, a relation, a date, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tocgraph.questions.elements import Element
from tocgraph.questions.grammar.parse import parse
from tocgraph.questions.linking.frames import EDGES
from tocgraph.questions.linking.link import link
from tocgraph.questions.linking.linked import Linked
from tocgraph.questions.requests import Guesses
from tocgraph.store import OpenStore
from tocgraph.store.claims import TAKEN_AS_FACT
from tocgraph.text import is_arabic, stem, words

_MOST_OF_A_KIND = 200


class Things(NamedTuple):
    """What the words outside a frame name: entities (each with all that it may be), types and relation types.

    `typed` are the words for each entity where they are no name of it, else empty. `date` is the one they speak of,
    `others` are further words as typed with what they were taken for, `phrases` all relation types that each word for
    one may mean.
    """

    entities: tuple[tuple[str, ...], ...] = ()
    typed: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    date: str | None = None
    others: Guesses = ()
    phrases: tuple[tuple[str, ...], ...] = ()

    def guesses(self, chosen: Iterable[str] = ()) -> Guesses:
        """Words as typed with what they were taken for; `chosen` says which of several entities each name means."""
        meant = tuple(chosen) or self.single
        return (*((t, e) for t, e in zip(self.typed, meant, strict=False) if t), *self.others)

    @property
    def single(self) -> tuple[str, ...]:
        """The entities, where each name can only be one."""
        return tuple(e for [e] in self.entities) if all(len(e) == 1 for e in self.entities) else ()


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


def described(opened: OpenStore, text: str, kind: str) -> Things | None:
    """The one thing of a kind whose names hold all those words, if not in one name; None where several are so."""
    types = [t for t in opened.schema.types if kind in opened.schema.ancestors(t)]
    own = opened.names.meta("lexicon")["types"]
    said = [w for w in words(text) if w not in EDGES and stem(w) not in own]
    left: set[str] | None = None
    for word in dict.fromkeys(said):
        bare = word[1:] if is_arabic(word) and word[0] in "ولبكف" and len(word) > 4 else word
        holding = {e for w in {word, bare} for e in opened.names.holding({stem(w)}, types, most=_MOST_OF_A_KIND)}
        left = holding if left is None else left & holding
    if not left or len(left) != 1 or len(said) < 2:
        return None
    return Things((tuple(left),), (text,))


def the_one(opened: OpenStore, text: str) -> Things | None:
    """The one thing that a text describes: "the first protocol to the convention"; None for none or several."""
    from tocgraph.questions.answering.answer import answer
    from tocgraph.questions.grammar.parse import parse

    linked = link(opened, text)
    readings = parse(opened, linked) if linked.covers and not linked.unused else []
    if not readings or readings[0].kind not in ("about", "things"):
        return None
    if readings[0].kind == "about":
        found = readings[0].about
    else:
        told = answer(opened, text, readings[:1], "en", None, None)
        found = tuple(dict.fromkeys(a.id for a in told.answers if a.id and a.standing in TAKEN_AS_FACT))
    return Things(((found[0],),), (text,)) if len(found) == 1 else None


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
    phrases: list[tuple[str, ...]] = []
    for element in elements:
        if element.kind == "entity":
            entities.append(element.entities)
        elif element.kind == "type":
            types.append(element.types[0])
        elif element.kind == "relation" and not element.weak:
            relations.append(element.patterns[0][0])
            phrases.append(tuple(dict.fromkeys(pattern[0] for pattern in element.patterns)))
        elif element.kind == "period" and element.period and element.period.how == "in":
            dates.append(element.period.dates[0])
        elif element.kind not in ("and", "or", "word", "relation"):
            return None
    if len(dates) > 1:
        return None
    typed = tuple(e.text if e.guess else "" for e in elements if e.kind == "entity")
    others = tuple((e.text, e.guess) for e in elements if e.kind != "entity" and e.guess)
    date = dates[0] if dates else None
    return Things(tuple(entities), typed, tuple(types), tuple(relations), date, others, tuple(phrases))


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
            if sum(e.kind == "entity" or (e.kind == "relation" and not e.weak) for e in part) > 1:
                return elements  # what else is said there must not be left out
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
