"""Which names hold which stems: the table of the names index that finds a name by some of its words."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

TABLES = """
CREATE TABLE word (id INTEGER PRIMARY KEY, stem TEXT NOT NULL UNIQUE, names INTEGER NOT NULL);
CREATE TABLE held (word INTEGER NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (word, name)) WITHOUT ROWID;
"""
"""`names` is how many names hold the stem; `held.name` is the row of a name in the names index."""

COMMON = 5000
"""Stems that are each in more names than this tell no few things apart, and are not looked up."""

_Rows = Callable[[str, Sequence[Any]], list[Any]]


def write(database: sqlite3.Connection) -> None:
    """Fills the tables from the names that are in the database already."""
    database.executescript(TABLES)
    counted: Counter[str] = Counter()
    for (key,) in database.execute("SELECT key FROM name"):
        counted.update(set(key.split()))
    numbers = {stem: number for number, stem in enumerate(sorted(counted), 1)}
    database.executemany("INSERT INTO word VALUES (?, ?, ?)", ((n, stem, counted[stem]) for stem, n in numbers.items()))
    database.execute("CREATE TEMP TABLE loose (word INTEGER, name INTEGER)")
    names = database.execute("SELECT rowid, key FROM name WHERE kind IN ('label', 'alias')")
    held = ((numbers[stem], row) for row, key in names for stem in set(key.split()))
    database.executemany("INSERT INTO loose VALUES (?, ?)", held)
    database.execute("INSERT INTO held SELECT word, name FROM loose ORDER BY word, name")
    database.execute("DROP TABLE loose")


def holding(
    rows: _Rows, stems: Iterable[str], types: Collection[str] = (), longest: int = 0, most: int = 20
) -> list[str]:
    """The entities with a label or alias that holds all those stems, sorted; of more than `most` one too many.

    With `types` only entities of exactly those types, with `longest` only names of at most so many stems.
    """
    joins, values = _joined(rows, stems)
    if not joins:
        return []
    tests = ""
    if longest:
        tests += " AND LENGTH(name.key) - LENGTH(REPLACE(name.key, ' ', '')) < ?"
        values.append(longest)
    if types:
        tests += f" AND entity.type IN ({','.join('?' * len(types))})"
        values += sorted(types)
    found = rows(
        f"SELECT DISTINCT name.entity {joins} JOIN entity ON entity.id = name.entity WHERE 1{tests} LIMIT ?",
        [*values, most + 1],
    )
    return sorted(row[0] for row in found)


def names_holding(rows: _Rows, stems: Iterable[str], most: int) -> list[Any]:
    """The labels and aliases (rows of `name`) that hold all those stems, those of the best known things first."""
    joins, values = _joined(rows, stems)
    if not joins:
        return []
    order = "JOIN entity ON entity.id = name.entity ORDER BY entity.degree DESC, entity.id LIMIT ?"
    return rows(f"SELECT name.* {joins} {order}", [*values, most])


def side_by_side(rows: _Rows, first: str, second: str) -> bool:
    """Whether the two stems stand one behind the other in any label or alias."""
    joins, values = _joined(rows, {first, second})
    if not joins:
        return False
    test = "WHERE instr(' ' || name.key || ' ', ?) > 0 LIMIT 1"
    return bool(rows(f"SELECT 1 {joins} {test}", [*values, f" {first} {second} "]))


def texts_with(rows: _Rows, first: str, second: str, most: int) -> list[str]:
    """The texts of labels and aliases in which the two stems stand one behind the other, at most so many."""
    joins, values = _joined(rows, {first, second})
    if not joins:
        return []
    test = "WHERE instr(' ' || name.key || ' ', ?) > 0 LIMIT ?"
    return [row[0] for row in rows(f"SELECT name.text {joins} {test}", [*values, f" {first} {second} ", most])]


def _joined(rows: _Rows, stems: Iterable[str]) -> tuple[str, list[Any]]:
    """The tables of the names that hold all those stems, the rarest first, with the numbers of the stems."""
    wanted = sorted(set(stems))
    known = rows(f"SELECT id, names FROM word WHERE stem IN ({','.join('?' * len(wanted))}) ORDER BY names", wanted)  # noqa: S608
    if not wanted or len(known) < len(wanted) or known[0][1] > COMMON:
        return "", []
    # CROSS JOIN keeps SQLite to this order of tables.
    joins = "FROM held AS h0"
    for n in range(1, len(known)):
        joins += f" CROSS JOIN held AS h{n} ON h{n}.name = h0.name AND h{n}.word = ?{n + 1}"
    joins += " CROSS JOIN name ON name.rowid = h0.name AND h0.word = ?1"
    return joins, [row[0] for row in known]
