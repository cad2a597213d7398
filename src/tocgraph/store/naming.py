"""Writes the names index that `names` reads: one SQLite file, made once when the data is compiled."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tocgraph import lexicon
from tocgraph.senses import by_root
from tocgraph.store import beginnings, contents, holding, reworded, spelling
from tocgraph.text import key

if TYPE_CHECKING:
    from tocgraph.foreign import Laid
    from tocgraph.graph import KnowledgeGraph

_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE entity (
    id TEXT PRIMARY KEY, type TEXT NOT NULL, label TEXT NOT NULL, description TEXT NOT NULL, degree INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE name (
    key TEXT NOT NULL, text TEXT NOT NULL, language TEXT NOT NULL, kind TEXT NOT NULL, entity TEXT NOT NULL
);
CREATE TABLE source (id TEXT PRIMARY KEY, title TEXT NOT NULL) WITHOUT ROWID;
"""
_INDEX = "CREATE INDEX name_key ON name (key); CREATE INDEX entity_type ON entity (type);"


def write(database: sqlite3.Connection, graph: KnowledgeGraph, meta: dict[str, Any], laid: Laid | None = None) -> None:
    """Fills an empty database with the names of a graph, and of the files laid over it, which are read row by row."""
    database.executescript(_TABLES)
    schema = lexicon.spell_out(graph.schema.model_dump(by_alias=True, exclude_defaults=True))
    alike = by_root((word for said in sense.words.values() for word in said) for sense in graph.senses)
    for name, value in {**meta, "schema": schema, "lexicon": lexicon.build(schema), "senses": alike}.items():
        database.execute("INSERT INTO meta VALUES (?, ?)", (name, json.dumps(value, ensure_ascii=False)))
    database.executemany("INSERT INTO source VALUES (?, ?)", ((s.id, s.title) for s in graph.sources.values()))
    degrees: dict[str, int] = laid.degrees() if laid is not None else {}
    for relation in graph.stated:  # how much is said of an entity, whatever the rules make of it
        for end in (relation.subject, relation.object):
            if end is not None:
                degrees[end] = degrees.get(end, 0) + 1

    def things() -> Iterator[Any]:
        yield from graph.entities.values()
        if laid is not None:
            yield from laid.entities()

    def entities() -> Iterator[tuple[str, str, str, str, int]]:
        for e in things():
            description = {"en": e.description} if isinstance(e.description, str) else e.description
            label, about = json.dumps(e.label, ensure_ascii=False), json.dumps(description, ensure_ascii=False)
            yield e.id, e.type, label, about, degrees.get(e.id, 0) or getattr(e, "degree", 0)

    def names() -> Iterator[tuple[str, str, str, str, str]]:
        for e in things():
            seen: set[str] = set()
            for text, language, kind in _names_of(e.id, e.label, e.aliases, e.identifiers):
                comparable = key(text)
                if comparable and comparable not in seen:
                    seen.add(comparable)
                    yield comparable, text, language, kind, e.id

    database.executemany("INSERT INTO entity VALUES (?, ?, ?, ?, ?)", entities())
    database.executemany("INSERT INTO name VALUES (?, ?, ?, ?, ?)", names())
    if laid is not None:
        database.executemany("INSERT INTO source VALUES (?, ?)", laid.sources())
    beginnings.write(database)
    holding.write(database)
    spelling.write(database, graph, schema, laid)
    reworded.write(database, set(graph.entities))
    contents.write(database, schema, graph.stated, set(graph.entities))
    longest = database.execute("SELECT MAX(LENGTH(key) - LENGTH(REPLACE(key, ' ', '')) + 1) FROM name").fetchone()[0]
    database.execute("INSERT INTO meta VALUES ('longest', ?)", (json.dumps(longest or 0),))
    database.executescript(_INDEX)
    database.commit()


def _names_of(
    identifier: str, label: dict[str, str], aliases: dict[str, list[str]], identifiers: dict[str, str]
) -> Iterator[tuple[str, str, str]]:
    for language, text in label.items():
        yield text, language, "label"
    for language, texts in aliases.items():
        for text in texts:
            yield text, language, "alias"
    yield identifier, "", "id"
    for scheme, text in identifiers.items():
        if scheme not in ("website", "m49"):
            yield text, "", "identifier"
