"""The names index: what things are called, compiled beside the store (`naming` writes it).

One SQLite file holds every label, alias, id and identifier under its comparable key, the entities with type and
label, and the schema; a question reads only its rows. SQLite opens in a millisecond, for many processes at once.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from tocgraph.errors import StoreError
from tocgraph.store import beginnings, contents, holding, reworded, spelling
from tocgraph.store.schemaview import SchemaView
from tocgraph.text import AUXILIARIES, key, nearest, stem, words

_MOST = 1000
"""How many names that begin with a text, or hold all its words, are ranked: those of the best known things."""

_BESIDE = 30
"""How many names with two words one behind the other are read to see how they are spelt."""

_BEGINNING = """
SELECT name.* FROM name JOIN entity ON entity.id = name.entity WHERE key >= ? AND key < ?
ORDER BY degree DESC, entity.id LIMIT ?
"""


class Named(NamedTuple):
    """An entity as the index knows it; `label` by language, `degree` counts its relations."""

    id: str
    type: str
    label: dict[str, str]
    description: dict[str, str]
    degree: int

    def name(self, language: str = "en") -> str:
        """The label in that language, else in any, else the id."""
        return self.label.get(language) or next(iter(self.label.values()), self.id)


class Match(NamedTuple):
    """A name that a text matched: its key, the text as written, its kind, and whose name it is."""

    key: str
    text: str
    language: str
    kind: str
    entity: str


class Names:
    """Reads a names index.

    `rebuild` is asked once for the file of a fresh index when this one turns out to be damaged.
    """

    def __init__(self, database: sqlite3.Connection, rebuild: Callable[[], Path] | None = None) -> None:
        self._database = database
        self._rebuild = rebuild
        self._schema: SchemaView | None = None
        self._meta: dict[str, Any] = {}
        self._worded: dict[str, frozenset[str]] = {}
        self._everything: list[Match] | None = None

    @classmethod
    def open(cls, path: Path, rebuild: Callable[[], Path] | None = None) -> Names:
        """The index in that file, opened for reading only."""
        return cls(_connected(path), rebuild)

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        # A lone surrogate cannot be stored, so it can name nothing; SQLite would refuse to look.
        values = [v.encode("utf-8", "replace").decode() if isinstance(v, str) else v for v in values]
        try:
            return self._database.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            if self._rebuild is None:
                raise StoreError(f"the names index is damaged: {error}", "run `tocgraph build --force`") from error
            rebuild, self._rebuild = self._rebuild, None
            self._database = _connected(rebuild())
            return self._rows(sql, values)

    def meta(self, name: str) -> Any:
        """A value stored with the index, such as "base", "counts" or "fingerprint"; None when absent."""
        if name not in self._meta:
            rows = self._rows("SELECT value FROM meta WHERE name = ?", [name])
            self._meta[name] = json.loads(rows[0][0]) if rows else None
        return self._meta[name]

    def worded(self, kind: str) -> frozenset[str]:
        """A list of words of the lexicon as a set: "words", "parts", "verbs", "direct" (see `lexicon.build`)."""
        if kind not in self._worded:
            self._worded[kind] = frozenset(self.meta("lexicon")[kind])
        return self._worded[kind]

    @property
    def schema(self) -> SchemaView:
        """The schema, as questions and reports need it."""
        if self._schema is None:
            self._schema = SchemaView(self.meta("schema"))
        return self._schema

    def entity(self, identifier: str) -> Named | None:
        """The entity of that id, or None."""
        return self.entities([identifier]).get(identifier)

    def entities(self, identifiers: Iterable[str]) -> dict[str, Named]:
        """The entities of those ids; unknown ids are left out."""
        wanted = list(dict.fromkeys(identifiers))
        return {row[0]: _named(row) for row in self._chunks("SELECT * FROM entity WHERE id IN ({})", wanted)}

    def source_title(self, identifier: str) -> str:
        """The title of a source, or its id when it is unknown."""
        rows = self._rows("SELECT title FROM source WHERE id = ?", [identifier])
        return str(rows[0][0]) if rows else identifier

    def sources(self) -> dict[str, str]:
        """The titles of all sources by id."""
        return dict(self._rows("SELECT id, title FROM source ORDER BY id"))

    def matches(self, keys: Iterable[str]) -> list[Match]:
        """The names that have one of those keys (see `tocgraph.text.key`)."""
        sql = "SELECT * FROM name WHERE key IN ({}) ORDER BY key, entity"
        return [Match(*row) for row in self._chunks(sql, list(dict.fromkeys(keys)))]

    def begun(self, beginning: str, most: int) -> list[str]:
        """The entities with a label or alias whose key goes on after `beginning`; of more than `most` one too many."""
        sql = "SELECT DISTINCT entity FROM name WHERE key > ? AND key < ? AND kind IN ('label', 'alias') LIMIT ?"
        return sorted(row[0] for row in self._rows(sql, [f"{beginning} ", f"{beginning}!", most + 1]))

    def known_words(self, stems: Iterable[str]) -> set[str]:
        """Those of the stems that occur in any name."""
        rows = self._chunks("SELECT stem FROM word WHERE stem IN ({})", list(dict.fromkeys(stems)))
        return {row[0] for row in rows}

    @property
    def longest(self) -> int:
        """The number of words in the longest name."""
        return int(self.meta("longest"))

    def ids(self, prefix: str = "") -> list[str]:
        """The entity ids that begin with `prefix`, sorted."""
        rows = self._rows("SELECT id FROM entity WHERE substr(id, 1, ?) = ? ORDER BY id", [len(prefix), prefix])
        return [row[0] for row in rows]

    def beginning(self, text: str, limit: int = 10) -> list[beginnings.Begun]:
        """Names that begin with a plain text (see `beginnings.plain`), one an entity, the best known first."""
        return beginnings.chosen(self._rows(beginnings.QUERY, beginnings.values(text, limit)), limit)

    def find(self, text: str, limit: int = 20) -> list[tuple[Named, Match, int]]:
        """The entities that a text may name, best first, each with the name that matched and a score.

        The score is 100 for the very name, 90 for a name that begins with the text, 80 for a name
        that holds all its words, and the percentage of likeness (75 to 89, from rapidfuzz) for a
        name written a little differently; 70 for a name that holds words like all of its words.
        Entities of equal score come by number of relations.
        """
        wanted = key(text)
        if not wanted:
            return []
        found: dict[str, tuple[int, Match]] = {}

        def take(match: Match, score: int) -> None:
            if match.entity not in found or found[match.entity][0] < score:
                found[match.entity] = (score, match)

        for match in self.matches([wanted]):
            take(match, 100)
        for row in self._rows(_BEGINNING, [wanted, f"{wanted}\U0010ffff", _MOST]):
            take(Match(*row), 90)
        for row in holding.names_holding(self._rows, wanted.split(), _MOST):
            take(Match(*row), 80)
        if not found:
            by_key: dict[str, list[Match]] = {}
            for match in self._all():
                by_key.setdefault(" ".join(words(match.text)), []).append(match)
            plain = " ".join(words(text))
            for score, likeness in nearest_scored(plain, by_key, limit):
                for match in by_key[likeness]:
                    take(match, score)
            if not found:
                for likeness in _word_by_word(plain, by_key):
                    for match in by_key[likeness]:
                        take(match, 70)
        named = self.entities(found)
        ranked = sorted(found, key=lambda i: (-found[i][0], -named[i].degree, i))[:limit]
        return [(named[i], found[i][1], found[i][0]) for i in ranked]

    def holding(self, stems: Iterable[str], types: Collection[str] = (), longest: int = 0, most: int = 20) -> list[str]:
        """The ids of the entities with a name that holds all those stems; see `tocgraph.store.holding`."""
        return holding.holding(self._rows, stems, types, longest, most)

    def bagged(self, bags: Iterable[str]) -> dict[str, list[str]]:
        """The entities that have a name of just those words, by bag; see `tocgraph.store.reworded`."""
        return reworded.bagged(self._rows, bags)

    def said_of(self, roots: Iterable[str], types: Iterable[str]) -> list[reworded.Said]:
        """What is said of the things of those types that words with those roots may describe; see `store.reworded`."""
        return reworded.said_of(self._rows, roots, types)

    def told(self, roots: Iterable[str]) -> list[contents.Told]:
        """Where those roots stand in what is told of things; see `tocgraph.store.contents`."""
        return contents.told(self._rows, roots)

    def side_by_side(self, first: str, second: str) -> bool:
        """Whether two stems stand one behind the other in any label or alias."""
        return holding.side_by_side(self._rows, first, second)

    def spelt_beside(self, first: str, second: str) -> bool:
        """Whether two normalized words stand so one behind the other in a label or alias; Arabic articles aside."""
        wanted = [spelling.split_article(word)[1] for word in (first, second)]
        for text in holding.texts_with(self._rows, stem(first), stem(second), _BESIDE):
            said = [spelling.split_article(word)[1] for word in words(text) if word not in AUXILIARIES]
            if wanted in map(list, pairwise(said)):
                return True
        return False

    def corrections(self, word: str, limit: int = 8, short: bool = False) -> list[tuple[str, int, int]]:
        """The known words that a mistyped one may stand for: (word, distance, frequency), the likeliest first.

        Known are the words of names, phrases and types. Below 8 letters one error is allowed, from there on two
        if the first letter is right; neighbours exchanged are one. Arabic words are given without an article; for
        `short` see `spelling.near`.
        """

        def rows(variants: set[int]) -> list[Any]:
            return self._rows(spelling.NEAR.format(",".join("?" * len(variants))), sorted(variants))

        return spelling.near(rows, word, limit, short)

    def spelt(self, words: Iterable[str]) -> set[str]:
        """Those of the normalized words (without an article) that stand so in a name, phrase or type."""
        rows = self._chunks("SELECT word FROM spelling WHERE word IN ({})", list(dict.fromkeys(words)))
        return {row[0] for row in rows}

    def written(self, words: Iterable[str]) -> set[str]:
        """Those of the normalized words (without an article) that stand in prose of the data, so are no errors."""
        rows = self._chunks("SELECT word FROM prose WHERE word IN ({})", list(dict.fromkeys(words)))
        return {row[0] for row in rows}

    def written_from(self, letters: str) -> list[str]:
        """The words of the prose of the data that begin with those letters."""
        sql = "SELECT word FROM prose WHERE word >= ? AND word < ?"
        return [row[0] for row in self._rows(sql, [letters, f"{letters}\U0010ffff"])]

    def _all(self) -> list[Match]:
        if self._everything is None:
            self._everything = [Match(*row) for row in self._rows("SELECT * FROM name")]
        return self._everything

    def suggestions(self, word: str, limit: int = 3) -> list[str]:
        """The ids most like a mistyped id or name, best first."""
        near = nearest(word, self.ids(), limit)
        return near or [hit.id for hit, _, _ in self.find(word, limit)]

    def _chunks(self, sql: str, values: list[str]) -> Iterator[Any]:
        for start in range(0, len(values), 500):
            chunk = values[start : start + 500]
            yield from self._rows(sql.format(",".join("?" * len(chunk))), chunk)


def nearest_scored(text: str, candidates: Iterable[str], limit: int) -> list[tuple[int, str]]:
    """The candidates at least 75 percent like a text (edit distance), with the percentage, best first."""
    from rapidfuzz import fuzz, process

    hits = process.extract(text, list(candidates), scorer=fuzz.ratio, limit=limit, score_cutoff=75)
    return [(min(89, round(score)), candidate) for candidate, score, _ in hits]


def _word_by_word(text: str, names: Iterable[str]) -> list[str]:
    """The names that hold, for each word of a text, a word at least 80 percent like it."""
    from rapidfuzz import fuzz, process

    known = {name: set(name.split()) for name in names}
    every = sorted({word for held in known.values() for word in held})
    found = list(known)
    for word in text.split():
        near = {hit[0] for hit in process.extract(word, every, scorer=fuzz.ratio, limit=None, score_cutoff=80)}
        found = [name for name in found if known[name] & near]
    return found


def _connected(path: Path) -> sqlite3.Connection:
    # The file never changes once it is in place, so SQLite need not lock it or look for a journal.
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)


def _named(row: Any) -> Named:
    return Named(row[0], row[1], json.loads(row[2]), json.loads(row[3]), row[4])
