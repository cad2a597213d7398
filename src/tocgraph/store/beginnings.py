"""How names begin: the table of the names index that completes a name while it is typed.

Each label and alias is held as its normalized words, unstemmed, for a word that is still being typed has no
stem yet. The table is one sorted tree, so that a beginning is looked up as a range of it, however many names
there are.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tocgraph.text import AUXILIARIES, words

TABLE = """
CREATE TABLE beginning (
    plain TEXT NOT NULL, degree INTEGER NOT NULL, name INTEGER NOT NULL, PRIMARY KEY (plain, degree, name)
) WITHOUT ROWID;
"""
"""`name` is the row of a name in the names index, `degree` the number of relations of the entity it names."""

# The whole name comes first, then what most is said of; of the names of an entity the shortest.
QUERY = """
SELECT name.text, name.language, name.entity, entity.type FROM (
    SELECT plain, degree, name FROM beginning WHERE plain >= ?1 AND plain < ?2
    ORDER BY plain = ?1 DESC, degree DESC, name LIMIT ?3
) AS found JOIN name ON name.rowid = found.name JOIN entity ON entity.id = name.entity
ORDER BY found.plain = ?1 DESC, found.degree DESC, length(name.text), name.text
"""

ARTICLE = "ال"
"""The Arabic article, which is written as part of its word."""

_NAMES_EACH = 8
"""Names looked at for each entity wanted: few entities have more that begin alike."""
_LAST = "\U0010ffff"


class Begun(NamedTuple):
    """A name that begins as was typed: its text as written and its language, the entity and the entity's type."""

    text: str
    language: str
    entity: str
    type: str


def plain(text: str) -> str:
    """A text as names are compared by their beginning: its normalized words, with a space after a finished one.

    The last word is finished when a letter after the text would begin another word.
    """
    found = words(text)
    finished = bool(found) and len(words(text + "x")) > len(found)
    return " ".join(found) + " " * finished


def spellings(text: str) -> Iterator[str]:
    """The ways in which somebody may begin to type a name or phrase: as it is, and without articles before it."""
    whole = words(text)
    if not whole:
        return
    yield " ".join(whole)
    bare = list(whole)
    while len(bare) > 1 and bare[0] in AUXILIARIES:
        del bare[0]
    if len(bare) < len(whole):
        yield " ".join(bare)
    if bare[0].startswith(ARTICLE) and len(bare[0]) > len(ARTICLE) + 1:
        yield " ".join(bare)[len(ARTICLE) :]


def write(database: sqlite3.Connection) -> None:
    """Fills the table from the names and entities that are in the database already."""
    database.execute(TABLE)
    database.execute("CREATE TEMP TABLE begun (plain TEXT, degree INTEGER, name INTEGER)")
    names = database.execute(
        "SELECT name.rowid, text, degree FROM name JOIN entity ON entity.id = entity WHERE kind IN ('label', 'alias')"
    )
    rows = ((spelt, degree, name) for name, text, degree in names for spelt in spellings(text))
    database.executemany("INSERT INTO begun VALUES (?, ?, ?)", rows)
    # Sorted, each row goes to the end of the tree: several times as fast as finding its place.
    database.execute("INSERT OR IGNORE INTO beginning SELECT * FROM begun ORDER BY plain, degree, name")
    database.execute("DROP TABLE begun")


def values(beginning: str, limit: int) -> list[str | int]:
    """What QUERY is asked with for the names of `limit` entities that begin with a plain text."""
    return [beginning, beginning + _LAST, limit * _NAMES_EACH]


def chosen(rows: Iterable[tuple[str, str, str, str]], limit: int) -> list[Begun]:
    """The first name of each entity in the rows of QUERY, at most `limit`."""
    found: dict[str, Begun] = {}
    for row in rows:
        begun = Begun(*row)
        found.setdefault(begun.entity, begun)
    return list(found.values())[:limit]
