"""Typing errors: the tables of the names index that find the known words near a mistyped one.

Each word of a name or of the schema's language is held under what is left of its first letters when one or
two of them are taken out. A mistyped word, treated likewise, meets the words that it may stand for there
(symmetric deletion, after Garbe 2012), so that a word costs a few reads, however many names there are.
"""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, combinations
from typing import TYPE_CHECKING, Any
from zlib import crc32

from tocgraph.lexicon import SLOTS
from tocgraph.text import ARTICLES, is_arabic, words

if TYPE_CHECKING:
    from tocgraph.foreign import Laid
    from tocgraph.graph import KnowledgeGraph

SHORTEST = 4
"""Letters of the shortest word that is mended, or that another is taken for."""

LONG = 8
"""Letters from which on two errors are allowed."""

TABLES = """
CREATE TABLE spelling (
    id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE, frequency INTEGER NOT NULL, acronym INTEGER NOT NULL
);
CREATE TABLE deletion (variant INTEGER NOT NULL, word INTEGER NOT NULL, PRIMARY KEY (variant, word)) WITHOUT ROWID;
CREATE TABLE prose (word TEXT PRIMARY KEY) WITHOUT ROWID;
"""
NEAR = """
SELECT DISTINCT word, frequency, acronym FROM spelling
WHERE id IN (SELECT deletion.word FROM deletion WHERE variant IN ({}))
"""
"""The words that meet a mistyped one under its variants; `deletion.variant` is a checksum of the letters left."""

_PREFIX = 7
"""Letters looked at for deletions: what lies behind is compared only once two words have met."""

_LETTERS = re.compile(r"[^\W\d_]+")


def split_article(word: str) -> tuple[str, str]:
    """An Arabic word as the article (with what is attached before it) and its rest; otherwise "" and the word."""
    if is_arabic(word):
        for article in ARTICLES:
            if word.startswith(article) and len(word) - len(article) >= 3:
                return article, word[len(article) :]
    return "", word


def errors_allowed(typed: str, known: str) -> int:
    """How many errors may lie between two words: none below 4 letters, one below 8, two beyond if both begin alike."""
    shorter = min(len(typed), len(known))
    if shorter < SHORTEST:
        return 0
    return 2 if shorter >= LONG and typed[0] == known[0] else 1


def distance(typed: str, known: str) -> int | None:
    """The errors between two words, two neighbours exchanged being one; None for more than are allowed."""
    from rapidfuzz.distance import OSA

    allowed = errors_allowed(typed, known)
    found = OSA.distance(typed, known, score_cutoff=allowed)
    return found if allowed and found <= allowed else None


def nearest_of(typed: str, known: Sequence[str]) -> list[tuple[str, int]]:
    """Those of the words that have no more than the allowed errors (see `distance`), each with its errors."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    hits = process.extract(typed, known, scorer=OSA.distance, score_cutoff=2, limit=None)
    return [(word, int(errors)) for word, errors, _ in hits if errors <= errors_allowed(typed, word)]


def same_letters(typed: str, known: str) -> bool:
    """Whether a word is an acronym with its letters in another order, or with one inside it left out."""
    if sorted(typed) == sorted(known):
        return True
    lost = len(known) - len(typed) == 1 and len(typed) >= SHORTEST and (typed[0], typed[-1]) == (known[0], known[-1])
    return lost and any(known[:n] + known[n + 1 :] == typed for n in range(1, len(known) - 1))


def variants(word: str) -> set[int]:
    """The checksums under which a word of at least 4 letters is held, and a mistyped one is looked up."""
    first = word[:_PREFIX]
    left = {first, *(first[:i] + first[i + 1 :] for i in range(len(first)))}
    if len(word) >= LONG:  # of two errors none is in the first letter, so that it always stays
        left |= {first[:i] + first[i + 1 : j] + first[j + 1 :] for i, j in combinations(range(1, len(first)), 2)}
    return {crc32(text.encode("utf-8", "replace")) for text in left}


def _held(word: str) -> str:
    """The word as it is held: Arabic words of three letters with the article, since too little is left of them."""
    return f"ال{word}" if len(word) < SHORTEST and is_arabic(word) else word


def near(
    rows: Callable[[set[int]], Iterable[Any]], word: str, limit: int, short: bool = False
) -> list[tuple[str, int, int]]:
    """The known words near a mistyped one, each with its distance and frequency; the nearest, most frequent first.

    `rows` gives what NEAR finds for variants. An acronym is near only by its own letters: with another letter it
    is the name of something else. Arabic words are compared, and given, without an article; with `short` also those
    of which the typed or the known one has but three letters.
    """
    article, typed = split_article(word)
    if not article and word.startswith("ال"):
        article, typed = "ال", word[2:]  # two letters are left of a word of three
    if len(article + typed) < SHORTEST or any(c.isdigit() for c in typed):
        return []
    found = []
    met = variants(_held(typed) if article else typed)
    if article and short:
        met |= variants(typed) | variants(f"ال{typed}")
    for known, frequency, acronym in rows(met):
        few = bool(article) and min(len(typed), len(known)) < SHORTEST
        errors = distance(f"ال{typed}", f"ال{known}") if few else distance(typed, known)
        if errors and not (acronym and not same_letters(typed, known)):
            found.append((known, errors, frequency))
    return sorted(found, key=lambda hit: (hit[1], -hit[2], hit[0]))[:limit]


def write(
    database: sqlite3.Connection, graph: KnowledgeGraph, schema: dict[str, Any], laid: Laid | None = None
) -> None:
    """Fills the tables: the words of names, phrases and types, and those of all other prose of the data."""
    database.executescript(TABLES)
    frequency: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for text in _names(graph, laid):
        found = {split_article(word)[1] for word in words(text) if len(word) > 2 and word.isalpha()}
        frequency.update(found)
        capitals.update({w.casefold() for w in _LETTERS.findall(text) if w.isupper()})
    for text in _phrases(schema):
        frequency.update({split_article(word)[1] for word in words(text) if len(word) > 2 and word.isalpha()})
    numbered = list(enumerate(sorted(frequency), 1))
    database.executemany(
        "INSERT INTO spelling VALUES (?, ?, ?, ?)",
        ((n, word, frequency[word], capitals[word] == frequency[word]) for n, word in numbered),
    )
    database.executemany("INSERT INTO deletion VALUES (?, ?)", _sorted(numbered))
    said = {w for text in set(_prose(graph)) for w in words(text)}
    if laid is not None:
        said.update(w for entity in laid.entities() for text in entity.description.values() for w in words(text))
    prose = {split_article(word)[1] for word in said}
    database.executemany("INSERT INTO prose VALUES (?)", ((w,) for w in sorted(prose) if w.isalpha()))


def _sorted(numbered: list[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """The rows of `deletion` in order, so that each goes to the end of the tree: several times as fast."""
    # Packed and in shares by the first bits, for the rows of a large graph are millions.
    shares = [array("Q") for _ in range(64)]
    for number, word in numbered:
        held = _held(word)
        if len(held) >= SHORTEST:
            for variant in variants(held):
                shares[variant >> 26].append(variant << 32 | number)
    for share in shares:
        for packed in sorted(share):
            yield packed >> 32, packed & 0xFFFFFFFF


def _names(graph: KnowledgeGraph, laid: Laid | None) -> Iterator[str]:
    others: Iterable[Any] = laid.entities() if laid is not None else ()
    for entity in chain[Any](graph.entities.values(), others):
        yield from entity.label.values()
        for aliases in entity.aliases.values():
            yield from aliases


def _phrases(schema: dict[str, Any]) -> Iterator[str]:
    for entity_type in schema["entity_types"]:
        yield from (*entity_type["label"].values(), *entity_type["plural"].values())
        for more in entity_type.get("words", {}).values():
            yield from more
    for relation in schema["relation_types"]:
        for phrases in (*relation.get("phrases", {}).values(), *relation.get("ending", {}).values()):
            for phrase in phrases:
                yield " ".join(word for word in phrase.split() if word not in SLOTS)
        for phrases in relation.get("beside", {}).values():
            yield from phrases
    for qualifier in schema.get("qualifiers", ()):
        for names in (*qualifier.get("words", {}).values(), *qualifier.get("beside", {}).values()):
            yield from names


def _prose(graph: KnowledgeGraph) -> Iterator[str]:
    """Texts whose words name nothing, yet are words: what stands in one of them is no typing error."""
    for entity in graph.entities.values():
        yield from _texts(entity.description)
    for source in graph.sources.values():
        yield from (source.title, source.note or "")
    for relation in graph.stated:
        yield from _texts(relation.note)
        for qualifier in relation.qualifiers.values():
            yield from _texts(qualifier)
        for citation in relation.cite:
            yield from citation.finds


def _texts(text: str | dict[str, str]) -> Iterable[str]:
    return [text] if isinstance(text, str) else text.values()
