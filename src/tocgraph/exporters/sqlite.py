"""One SQLite file: the tables with their keys, indexes, views in words, and a search over names in any script."""

from __future__ import annotations

import re
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tocgraph.errors import TocgraphError
from tocgraph.exporters.bundle import from_file
from tocgraph.exporters.selection import Selection
from tocgraph.exporters.table_rows import Row, rows
from tocgraph.exporters.tables import TABLES, Column, Table
from tocgraph.files import written
from tocgraph.store import OpenStore
from tocgraph.store.spelling import split_article
from tocgraph.store.statements import in_batches

_STORED = tuple(table for table in TABLES if table.name != "relations")  # here a view: it repeats what others hold
_WORD = re.compile(r"\w+")
_TYPES = {"number": "INTEGER", "flag": "INTEGER"}

_VIEWS = """
CREATE VIEW relations AS
SELECT c.id AS claim, c.subject, s.type AS subject_type, s.label_en AS subject_label_en, s.label_ar AS subject_label_ar,
    c.relation, r.label_en AS relation_label_en, r.label_ar AS relation_label_ar,
    c.object, o.type AS object_type, o.label_en AS object_label_en, o.label_ar AS object_label_ar,
    c.since, c.until, c.standing, c.derived
FROM claims c JOIN entities s ON s.id = c.subject JOIN entities o ON o.id = c.object
    LEFT JOIN relation_types r ON r.id = c.relation;
CREATE VIEW statements AS
SELECT c.id AS claim, coalesce(s.label_en, s.label_ar, s.id) AS subject, coalesce(r.label_en, c.relation) AS relation,
    coalesce(o.label_en, o.label_ar, c.object, c.value) AS object, c.since, c.until, c.standing, c.derived,
    (SELECT group_concat(p.place, '; ') FROM (
        SELECT w.title || ', ' || q.at AS place FROM citations q JOIN sources w ON w.id = q.source
        WHERE q.claim = c.id ORDER BY q.number) p) AS sources,
    c.note_en AS note
FROM claims c JOIN entities s ON s.id = c.subject LEFT JOIN entities o ON o.id = c.object
    LEFT JOIN relation_types r ON r.id = c.relation;
CREATE VIEW facts AS SELECT * FROM statements WHERE standing IN ('preferred', 'normal');
CREATE VIEW doubted AS SELECT * FROM statements WHERE standing NOT IN ('preferred', 'normal');
"""
# The names of one entity may come in two batches.
_NAMED = "UPDATE entities SET names = coalesce(names || ' · ', '') || ? WHERE id = ?"
_SEARCH = """
CREATE VIRTUAL TABLE entities_fts USING fts5(
    names, description_en, description_ar, content="entities", tokenize="unicode61 remove_diacritics 2");
INSERT INTO entities_fts(entities_fts) VALUES ('rebuild');
"""


def database(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """The tables as one SQLite 3 file.

    `entities.names` holds every name of an entity as it is written and as people type it (Arabic without
    vowel signs, with one form of alif, with and without the article and what is attached to it), and is searched by
    `entities_fts`.

    Raises:
        StoreError: the store failed.
        TocgraphError: the folder for temporary files is full.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.sqlite"
        try:
            _fill(path, opened, selection)
        except sqlite3.Error as error:
            raise TocgraphError(f"cannot write the database: {error}", "check the disk") from error
        with written(path):
            yield from from_file(path)


def _fill(path: Path, opened: OpenStore, selection: Selection) -> None:
    base = sqlite3.connect(path)
    try:
        base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;")
        for table in _STORED:
            base.execute(_created(table))
        base.execute("CREATE TABLE data_dictionary (in_table TEXT, in_column TEXT, holds TEXT NOT NULL)")
        base.executemany("INSERT INTO data_dictionary VALUES (?, ?, ?)", _described())
        inserts = {t.name: f"INSERT INTO {t.name} VALUES ({', '.join('?' * len(t.columns))})" for t in _STORED}  # noqa: S608
        inserts["entities"] = inserts["entities"].replace("(?", "(?, ?", 1)
        kept = ((name, row) for name, row in rows(opened, selection) if name in inserts)
        names: dict[str, list[str]] = {}
        for batch in in_batches(kept, 5000):
            filed: dict[str, list[Row]] = {}
            for name, row in batch:
                filed.setdefault(name, []).append((*row, None) if name == "entities" else row)
                if name == "names":
                    names.setdefault(str(row[0]), []).append(str(row[3]))
            for name, some in filed.items():
                base.executemany(inserts[name], some)
            base.executemany(_NAMED, ((searched(texts), entity) for entity, texts in names.items()))
            names.clear()
        for table in _STORED:
            for column in table.columns:
                if column.refers or column.name in ("standing", "source"):
                    base.execute(f"CREATE INDEX {table.name}_{column.name} ON {table.name} ({column.name})")
        base.executescript(_VIEWS + _SEARCH)
        base.commit()
        base.execute("ANALYZE")
        base.commit()
    finally:
        base.close()


def searched(names: list[str]) -> str:
    """Names as they are written, and as they are typed: one spelling of letters, with and without the article."""
    from tocgraph.text import is_arabic, words

    found = dict.fromkeys(names)
    single: dict[str, None] = {}
    for name in names:
        plain = words(name)
        found[" ".join(plain)] = None
        if is_arabic(name):
            found[" ".join(_typed(word)[0] for word in plain)] = None
            single |= dict.fromkeys(form for word in (*_WORD.findall(name), *plain) for form in _typed(word))
    there = {word for text in found for word in text.split()}
    more = " ".join(word for word in single if word not in there)
    return " · ".join([*found, more] if more else found)


def _typed(word: str) -> list[str]:
    """Other ways in which an Arabic word is typed, the bare one first: `بالجريمة` as `جريمة`, `الجريمة`.

    Many write the letter at the end of `مالي` without its dots.
    """
    article, bare = split_article(word)
    forms = [bare, f"ال{bare}"] if article else [bare]
    return forms + [f"{form[:-1]}ى" for form in (word, *forms) if form.endswith("ي")]


def _created(table: Table) -> str:
    lines = [_column(column) for column in table.columns]
    if table.name == "entities":
        lines.append("names TEXT")
    lines.append(f"PRIMARY KEY ({', '.join(table.key)})")
    stored = {other.name for other in _STORED}
    lines += [
        f"FOREIGN KEY ({column.name}) REFERENCES {column.refers} (id)"
        for column in table.columns
        if column.refers in stored
    ]
    return f"CREATE TABLE {table.name} (\n    " + ",\n    ".join(lines) + "\n)"


def _column(column: Column) -> str:
    needed = " NOT NULL" if column.needed else ""
    check = f" CHECK ({column.name} IN (0, 1))" if column.kind == "flag" else ""
    return f"{column.name} {_TYPES.get(column.kind, 'TEXT')}{needed}{check}"


def _described() -> Iterator[tuple[str, str | None, str]]:
    for table in TABLES:
        yield table.name, None, table.description
        for column in table.columns:
            yield table.name, column.name, column.description
    yield "entities", "names", "every name, as it is written and as people type it, for searching"
    yield "statements", None, "Every claim in words, with its sources."
    yield "facts", None, "The statements that are taken as fact."
    yield "doubted", None, "The statements that are unverified, disputed or rejected, with the reason in the note."
