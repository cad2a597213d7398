"""What a question that is being typed may go on with: names of entities, phrases of relations, words for types."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from tocgraph.cli.words import word
from tocgraph.lexicon import PREPOSITIONS, SLOTS
from tocgraph.store.beginnings import ARTICLE, Begun, plain, spellings
from tocgraph.store.names import Names
from tocgraph.store.schemaview import SchemaView
from tocgraph.text import AUXILIARIES, words

LONGEST = 8
"""The words before the cursor that may be the beginning of one name."""
SHORTEST = 2
"""Letters without which nothing is offered: too much begins with one."""
MOST = 16
"""Offers at a time; of them for one beginning at most so many phrases and names:"""
PHRASES, NAMES = 5, 11

_FOR_THE = "لل"
"""The Arabic preposition for "to" or "for" with the article."""
_BEFORE_ARTICLE = ("و", "ف", "ب", "ك")
"""Arabic words of one letter that are written as part of the next word and leave its article as it is."""
_WORD = re.compile(r"\S*?(\w\S*)")


class Offer(NamedTuple):
    """A text to go on with: it takes the place of `length` characters before the cursor; `about` says what it is."""

    text: str
    length: int
    about: str


class Phrase(NamedTuple):
    """A phrase or a word for a type, by the plain text that it begins with (see `beginnings.plain`)."""

    plain: str
    text: str
    about: str


class Completing:
    """Offers to go on with.

    Args:
        phrases: The phrases to offer, in any order.
        named: The names that begin with a plain text, at most so many, best first.
        label: What to say of an entity type, by its id and a language.
    """

    def __init__(
        self,
        phrases: Iterable[Phrase],
        named: Callable[[str, int], Sequence[Begun]],
        label: Callable[[str, str], str],
    ) -> None:
        self._phrases = sorted(set(phrases))
        self._named = named
        self._label = label

    @classmethod
    def of(cls, names: Names) -> Completing:
        """That of a names index."""
        schema = names.schema
        return cls(phrases(schema), names.beginning, lambda t, language: schema.label("types", t, language))

    def offers(self, text: str) -> list[Offer]:
        """The offers for the text before the cursor, at most MOST; those that take up most of it come first."""
        found: dict[str, Offer] = {}
        for beginning, length, shown in _beginnings(text):
            comparable = plain(beginning)
            if len(comparable.strip()) < SHORTEST:
                continue
            known = [(p.text, p.about) for p in self._phrases_with(comparable)]
            names = [(b.text, self._label(b.type, b.language)) for b in self._named(comparable, NAMES)]
            # Who types a capital letter means a name.
            for whole, about in names + known if beginning[:1].isupper() else known + names:
                offered = shown(whole)
                if offered and offered != text[len(text) - length :]:
                    found.setdefault(offered, Offer(offered, length, about))
            if len(found) >= MOST:
                break
        return list(found.values())[:MOST]

    def _phrases_with(self, beginning: str) -> list[Phrase]:
        """The phrases that begin so, the shortest first, each once."""
        found: dict[str, Phrase] = {}
        for position in range(bisect_left(self._phrases, (beginning,)), len(self._phrases)):
            phrase = self._phrases[position]
            if not phrase.plain.startswith(beginning):
                break
            found.setdefault(phrase.text, phrase)
        return sorted(found.values(), key=lambda p: (len(p.text), p.text))[:PHRASES]


def phrases(schema: SchemaView) -> Iterator[Phrase]:
    """The phrases of a schema: the words around the slots of its relations' phrases, and the words for its types.

    What consists of prepositions and auxiliaries alone is left out.
    """
    for relation in schema.relations.values():
        for language, texts in relation.get("phrases", {}).items():
            for text in texts:
                for part in _parts(text):
                    yield from _phrase(part, word("relation", language))
    for entity_type in schema.types.values():
        for form in ("label", "plural"):
            for language, text in entity_type.get(form, {}).items():
                yield from _phrase(text, word("type", language))
        for language, texts in entity_type.get("words", {}).items():
            for text in texts:
                yield from _phrase(text, word("type", language))


def _parts(text: str) -> Iterator[str]:
    """The stretches of a phrase between its slots."""
    part: list[str] = []
    for token in [*text.split(), SLOTS[0]]:
        if token not in SLOTS:
            part.append(token)
        elif part:
            yield " ".join(part)
            part = []


def _phrase(text: str, about: str) -> Iterator[Phrase]:
    if set(words(text)) <= PREPOSITIONS | AUXILIARIES:
        return
    for spelt in spellings(text):
        yield Phrase(spelt, text, about)


def _beginnings(text: str) -> Iterator[tuple[str, int, Callable[[str], str]]]:
    """What before the cursor may be the beginning of a name, the longest first.

    Each with the number of characters to replace, and with how a name is then written: "" when it cannot be.
    """
    for match in list(_WORD.finditer(text))[-LONGEST:]:
        beginning = text[match.start(1) :]
        yield beginning, len(beginning), str
        if beginning.startswith(tuple(letter + ARTICLE for letter in _BEFORE_ARTICLE)):
            yield beginning[1:], len(beginning) - 1, str
        elif beginning.startswith(_FOR_THE):
            # The article loses its first letter after this preposition: the name is written without its own.
            yield ARTICLE + beginning[len(_FOR_THE) :], len(beginning), _after_for


def _after_for(name: str) -> str:
    return _FOR_THE + name[len(ARTICLE) :] if name.startswith(ARTICLE) else ""
