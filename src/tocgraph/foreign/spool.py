"""The spool: what foreign files say, held on disk until it is grouped by thing and joined by its ends."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from tocgraph.errors import Problem
from tocgraph.foreign.common import Known, Sheet
from tocgraph.foreign.findings import Findings

_TABLES = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -64000;
CREATE TABLE fact (key TEXT, kind TEXT, language TEXT, value TEXT);
CREATE TABLE link (
    subject TEXT, relations TEXT, object TEXT, value TEXT, since TEXT, until TEXT, qualifiers TEXT, place TEXT
);
CREATE TABLE known (key TEXT PRIMARY KEY, id TEXT, type TEXT, first TEXT, last TEXT) WITHOUT ROWID;
CREATE TABLE entity (id TEXT PRIMARY KEY, type TEXT, label TEXT, aliases TEXT, description TEXT, identifiers TEXT)
    WITHOUT ROWID;
CREATE TABLE own (id TEXT, kind TEXT, language TEXT, value TEXT);
CREATE TABLE plain (sheet INTEGER, line INTEGER, triple INTEGER);
CREATE TABLE part (claim TEXT, kind TEXT, value TEXT, text TEXT, sheet INTEGER, line INTEGER);
CREATE TABLE said (id TEXT);
CREATE TABLE source (id TEXT PRIMARY KEY, title TEXT) WITHOUT ROWID;
"""

Fact = tuple[str, str, str, str]
"""Of what, what kind, in which language, the text."""
Link = tuple[str, str, str, str, str, str, str, str]
"""Subject, relation types, object, value, since, until, qualifiers as JSON, place in the file."""


class Row(NamedTuple):
    """An entity for the names index."""

    id: str
    type: str
    label: dict[str, str]
    aliases: dict[str, list[str]]
    description: dict[str, str]
    identifiers: dict[str, str]
    degree: int


class Spool:
    """Takes in what is read, and gives it back in order."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self.database = sqlite3.connect(path or ":memory:", check_same_thread=False, isolation_level=None)
        self.database.executescript(_TABLES)
        self.database.execute("BEGIN")
        self.sheets: list[Sheet] = []
        self.findings = Findings()
        """What is found when all files are read."""

    def facts(self, rows: Iterable[Fact]) -> None:
        """Takes what is said of foreign things."""
        self.database.executemany("INSERT INTO fact VALUES (?, ?, ?, ?)", rows)

    def own(self, rows: Iterable[Fact]) -> None:
        """Takes what is said of things with addresses of ours."""
        self.database.executemany("INSERT INTO own VALUES (?, ?, ?, ?)", rows)

    def plain(self, rows: Iterable[tuple[int, int, int]]) -> None:
        """Takes plain triples of our vocabulary: the number of the file, the line, and the hash of the triple."""
        self.database.executemany("INSERT INTO plain VALUES (?, ?, ?)", rows)

    def parts(self, rows: Iterable[tuple[str, str, str, str, int, int]]) -> None:
        """Takes parts of claims: the claim, the property, the object in one spelling and as text, file and line."""
        self.database.executemany("INSERT INTO part VALUES (?, ?, ?, ?, ?, ?)", rows)

    def links(self, rows: Iterable[Link]) -> None:
        """Takes claims between foreign things."""
        self.database.executemany("INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def said(self, ids: Iterable[tuple[str]]) -> None:
        """Takes an id for each claim that has it as an end."""
        self.database.executemany("INSERT INTO said VALUES (?)", ids)

    def source(self, identifier: str, title: str) -> None:
        """Takes a source."""
        self.database.execute("INSERT OR REPLACE INTO source VALUES (?, ?)", (identifier, title))

    def grouped(self, table: str = "fact") -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
        """Each thing with its facts in the order in which they were read."""
        key = "key" if table == "fact" else "id"
        rows = self.database.execute(f"SELECT {key}, kind, language, value FROM {table} ORDER BY {key}, rowid")  # noqa: S608
        for thing, facts in groupby(rows, key=lambda row: row[0]):
            yield thing, [row[1:] for row in facts]

    def settled(self, known: Known) -> Laid:
        """What the names index needs, once all files are read and checked."""
        self.database.execute("CREATE TABLE degree AS SELECT id, COUNT(*) AS n FROM said GROUP BY id")
        self.database.execute("CREATE UNIQUE INDEX degree_id ON degree (id)")
        return Laid(self, known)


class Laid:
    """What the names index needs of the files that were laid over."""

    def __init__(self, spool: Spool, known: Known) -> None:
        self.problems: list[Problem] = []
        """The warnings of all files; `file` is the number of one, from 0."""
        self._spool = spool
        self._database = spool.database
        self._known = known

    def entities(self) -> Iterator[Row]:
        """Every entity of the files, by id."""
        rows = self._database.execute(
            "SELECT entity.*, COALESCE(degree.n, 0) FROM entity LEFT JOIN degree USING (id) ORDER BY id"
        )
        for identifier, kind, *texts, degree in rows:
            label, aliases, description, identifiers = (json.loads(text) for text in texts)
            yield Row(identifier, kind, label, aliases, description, identifiers, degree)

    def degrees(self) -> dict[str, int]:
        """For entities of the data below: how many claims of the files have them as an end."""
        found: dict[str, int] = {}
        for identifier, count in self._database.execute("SELECT id, n FROM degree"):
            if identifier in self._known.types:
                found[identifier] = count
        return found

    def sources(self) -> list[tuple[str, str]]:
        """The sources of the files: id and title."""
        return self._database.execute("SELECT id, title FROM source ORDER BY id").fetchall()

    def layers(self) -> list[dict[str, Any]]:
        """What each file adds, and what of it was not taken, for the people who ask."""
        return [
            {
                "name": sheet.name,
                "entities": sheet.counts["entities"],
                "relations": sheet.counts["claims"],
                "derived": sheet.counts["derived"],
                "sources": [sheet.source] if sheet.counts["cited"] else [],
                "left": [[kind, name, n] for (kind, name), n in sorted(sheet.left.items())],
            }
            for sheet in self._spool.sheets
        ]

    def close(self) -> None:
        """Ends the spool and deletes its file."""
        self._database.close()
        if self._spool._path is not None:
            self._spool._path.unlink(missing_ok=True)
