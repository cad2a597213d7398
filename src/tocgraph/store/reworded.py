"""Names in other words: the tables of the names index that find a thing by what it is called, said differently.

`bag` holds each name of two or more words as the set of its words, so that their order does not matter, and once more
for each thing that is named inside it, so that "implementation of the Palermo Convention" meets "UNTOC implementation".
`gist` holds the roots of the words of all that is said of each thing that is curated: its names and its description.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from tocgraph.roots import content, kin, root
from tocgraph.text import words

TABLES = """
CREATE TABLE bag (bag TEXT NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (bag, entity)) WITHOUT ROWID;
CREATE TABLE gist (
    root TEXT NOT NULL, entity TEXT NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (root, entity, name)
) WITHOUT ROWID;
CREATE INDEX gist_entity ON gist (entity);
"""
"""`gist.name` is the number of a label or alias of the entity from 1 on; 0 is its description."""

_LONGEST = 6
"""The most words of a name that stands inside another one."""

_DESCRIBED = "SELECT gist.entity FROM gist JOIN entity ON entity.id = gist.entity"

_Rows = Callable[[str, Sequence[Any]], list[Any]]


class Said(NamedTuple):
    """What is said of an entity: the roots of each of its names, and of its names and description together."""

    entity: str
    names: tuple[frozenset[str], ...]
    all: frozenset[str]


def write(database: sqlite3.Connection, curated: Container[str]) -> None:
    """Fills the tables from the names in the database.

    Only a thing that is `curated` may be called otherwise inside a name, or described: of the others there may be
    millions.
    """
    database.executescript(TABLES)
    named = "SELECT key, entity FROM name WHERE kind IN ('label', 'alias') ORDER BY rowid"
    owners: dict[str, list[str]] = defaultdict(list)
    for key, entity in database.execute(named):
        if entity in curated:
            owners[key].append(entity)
    database.execute("CREATE TEMP TABLE bagged (bag TEXT, entity TEXT)")
    rows = ((found, entity) for key, entity in database.execute(named) for found in _bags(key, owners))
    database.executemany("INSERT INTO bagged VALUES (?, ?)", rows)
    database.execute("INSERT OR IGNORE INTO bag SELECT * FROM bagged ORDER BY bag, entity")
    database.execute("DROP TABLE bagged")
    every = database.execute("SELECT id, label, description FROM entity ORDER BY id")
    said = [row for row in every if row[0] in curated]
    aliases: dict[str, list[str]] = defaultdict(list)
    wanted = {row[0] for row in said}
    for text, entity in database.execute("SELECT text, entity FROM name WHERE kind = 'alias' ORDER BY rowid"):
        if entity in wanted:
            aliases[entity].append(text)
    gist = {
        (found, entity, number)
        for entity, label, description in said
        for number, texts in enumerate(
            ([*json.loads(description).values()], *([t] for t in (*json.loads(label).values(), *aliases[entity])))
        )
        for text in texts
        for found in roots(text)
    }
    database.executemany("INSERT INTO gist VALUES (?, ?, ?)", sorted(gist))


def roots(text: str) -> set[str]:
    """The roots of the content words of a text."""
    return {root(word) for word in words(text) if content(word)}


def bag(stems: Iterable[str]) -> str:
    """A set of stems as one comparable text; "" for fewer than two, or where one comes twice."""
    found = sorted(kin(s) for s in stems)
    return " ".join(found) if len(found) > 1 and len(found) == len(set(found)) else ""


def _bags(key: str, owners: dict[str, list[str]]) -> Iterator[str]:
    stems = key.split()
    plain = [s for s in stems if content(s)]
    if len(plain) < 2:
        return
    if bag(plain):
        yield bag(plain)
    # The longest thing named inside the name may be called otherwise.
    for length in range(min(len(stems) - 1, _LONGEST), 0, -1):
        for start in range(len(stems) - length + 1):
            inner = owners.get(" ".join(stems[start : start + length]), ())
            rest = [s for s in (*stems[:start], *stems[start + length :]) if content(s)]
            if inner and rest:
                yield from filter(None, (bag([*rest, f"@{entity}"]) for entity in inner[:3]))
                return


def bagged(rows: _Rows, bags: Iterable[str]) -> dict[str, list[str]]:
    """The entities under each of those bags that has any."""
    wanted = list(dict.fromkeys(bags))
    found: dict[str, list[str]] = {}
    for start in range(0, len(wanted), 500):
        chunk = wanted[start : start + 500]
        sql = f"SELECT bag, entity FROM bag WHERE bag IN ({','.join('?' * len(chunk))})"  # noqa: S608
        for text, entity in rows(sql, chunk):
            found.setdefault(text, []).append(entity)
    return found


def said_of(rows: _Rows, wanted: Iterable[str], types: Iterable[str], most: int = 50) -> list[Said]:
    """The things of those types of whose names and description together all those roots are part.

    None where they are too many.
    """
    sought, kinds = sorted(set(wanted)), sorted(set(types))
    roots, of = (",".join("?" * len(marks)) for marks in (sought, kinds))
    sql = f"{_DESCRIBED} WHERE root IN ({roots}) AND type IN ({of}) GROUP BY 1 HAVING COUNT(DISTINCT root) = ? LIMIT ?"
    entities = [row[0] for row in rows(sql, [*sought, *kinds, len(sought), most + 1])] if sought and kinds else []
    if not entities or len(entities) > most:
        return []
    held: dict[str, dict[int, set[str]]] = {entity: {} for entity in entities}
    sql = f"SELECT entity, name, root FROM gist WHERE entity IN ({','.join('?' * len(entities))})"  # noqa: S608
    for entity, name, found in rows(sql, entities):
        held[entity].setdefault(name, set()).add(found)
    return [
        Said(
            entity,
            tuple(frozenset(rs) for number, rs in sorted(names.items()) if number),
            frozenset(r for rs in names.values() for r in rs),
        )
        for entity, names in sorted(held.items())
    ]
