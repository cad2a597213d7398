"""What is told of statements and ideas, word by word: the table that finds them by what they say, however it is put.

It holds each root of the names and descriptions of such a thing, and for a statement also those of what it is linked
with (its topics) and of who made it (its voices).
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any, NamedTuple

from tocgraph.roots import content, root
from tocgraph.text import words

NAME, DESCRIPTION, TOPIC, VOICE = range(4)
"""Where a root of a thing stands."""

DENIED, TURNED = "!!", "!"
"""What stands as a root for names that deny something ("do not stop"), and for those that have any word of denial."""

TABLES = """
CREATE TABLE content (
    root TEXT NOT NULL, entity TEXT NOT NULL, place INTEGER NOT NULL, type TEXT NOT NULL,
    PRIMARY KEY (root, entity, place)
) WITHOUT ROWID;
"""

_DENIALS = frozenset("not no never nor cannot لا لم لن ليس ليست ليسوا".split())
_TURNS = _DENIALS | frozenset("without neither none غير دون بدون بلا عدم".split())

_Rows = Callable[[str, Sequence[Any]], list[Any]]


class Told(NamedTuple):
    """The places at which a root stands in what is told of an entity, and of which type that is."""

    root: str
    entity: str
    place: int
    type: str


def write(
    database: sqlite3.Connection, schema: dict[str, Any], claims: Iterable[Any], curated: Collection[str]
) -> None:
    """Fills the table from the names in the database and the stated claims; only `curated` things are in it."""
    database.executescript(TABLES)
    ideas, statements, sayers = _kinds(schema)
    own = _own(schema, statements, sayers)
    types: dict[str, str] = {}
    found: set[tuple[str, str, int]] = set()
    for entity, kind, label, description in database.execute("SELECT id, type, label, description FROM entity"):
        if entity not in curated:
            continue
        types[entity] = kind
        if kind in ideas or kind in statements:
            found |= {(r, entity, DESCRIPTION) for text in json.loads(description).values() for r in _roots(text)}
            said = [set(words(text)) for text in json.loads(label).values()]
            found |= {(DENIED, entity, NAME) for w in said if w & _DENIALS}
            found |= {(TURNED, entity, NAME) for w in said if w & _TURNS}
    named: dict[str, set[str]] = defaultdict(set)
    for text, entity in database.execute("SELECT text, entity FROM name WHERE kind IN ('label', 'alias')"):
        if entity in types:
            named[entity] |= _roots(text)
    found |= {(r, e, NAME) for e, rs in named.items() if types[e] in ideas or types[e] in statements for r in rs}
    voices: dict[str, set[str]] = defaultdict(set)
    belongs: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.object is None or claim.subject not in types or claim.object not in types:
            continue
        if claim.relation in own:
            belongs[claim.subject].add(claim.object)
        if types[claim.object] in statements:
            voices[claim.object].add(claim.subject)
        elif types[claim.subject] in statements:
            found |= {(r, claim.subject, TOPIC) for r in (*named[claim.object], f"@{claim.object}")}
        elif types[claim.subject] in ideas:
            found |= {(r, claim.subject, TOPIC) for r in named[claim.object]}
    called = {t["id"]: {r for name in _called(t) for r in _roots(name)} for t in schema["entity_types"]}
    for entity, by in voices.items():
        for voice in by | {other for v in by for other in belongs[v]}:
            said_by = (*named[voice], f"@{voice}", *(called[types[voice]] if voice in by else ()))
            found |= {(r, entity, VOICE) for r in said_by}
    database.executemany("INSERT INTO content VALUES (?, ?, ?, ?)", ((*row, types[row[1]]) for row in sorted(found)))


def told(rows: _Rows, roots: Iterable[str]) -> list[Told]:
    """Where those roots stand in what is told of things."""
    wanted = sorted(set(roots))
    found: list[Told] = []
    for start in range(0, len(wanted), 500):
        chunk = wanted[start : start + 500]
        sql = f"SELECT * FROM content WHERE root IN ({','.join('?' * len(chunk))})"  # noqa: S608
        found += [Told(*row) for row in rows(sql, chunk)]
    return found


def _roots(text: str) -> set[str]:
    said = words(text)
    return {root(word) for word in teens(said) if content(word)}


TEN = ("عشر", "عشره")
"""Behind another number this makes one of the teens: the fifteenth is neither the fifth nor the tenth."""


def teens(said: list[str]) -> list[str]:
    """The words with the two of an Arabic number between ten and twenty made one; the second one becomes empty."""
    found = list(said)
    for n, word in enumerate(said[1:], 1):
        if word in TEN and said[n - 1] not in ("من", "كل", "و"):
            found[n - 1], found[n] = said[n - 1] + word, ""
    return [word for word in found if word]


def _called(entity_type: dict[str, Any]) -> list[str]:
    more = (name for names in entity_type.get("words", {}).values() for name in names)
    return [*entity_type["label"].values(), *entity_type["plural"].values(), *more]


def _kinds(schema: dict[str, Any]) -> tuple[set[str], set[str], set[str]]:
    """The types of ideas (those beside the types that are roles), of statements, and of what makes statements."""
    above = {t["id"]: t.get("broader") for t in schema["entity_types"]}
    roles = {above[t["id"]] or t["id"] for t in schema["entity_types"] if t.get("role")}
    statements = {t["id"] for t in schema["entity_types"] if t.get("statement")}
    ideas = {t for t in above if roles.intersection(_line(t, above))}
    sayers = {f for r in schema["relation_types"] if statements & set(r.get("to", ())) for f in r["from"]}
    return ideas, statements, {t for t in above if sayers.intersection(_line(t, above))}


def _line(entity_type: str | None, above: dict[str, str | None]) -> list[str]:
    found = []
    while entity_type is not None:
        found.append(entity_type)
        entity_type = above[entity_type]
    return found


def _own(schema: dict[str, Any], statements: set[str], sayers: set[str]) -> set[str]:
    """The relation types that say whose a work is, or where and by whom a meeting was held."""
    found = set()
    for relation in schema["relation_types"]:
        of, to = relation["from"], set(relation.get("to", ()))
        if len(of) == 1 and sayers.issuperset(of) and 0 < len(to) < 4 and not to & {*statements, *of}:
            found.add(relation["id"])
    return found
