"""What every check is given: the records by id, the schema, what could not be read, and a way to report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TypeVar

from tocgraph.checks.rules import RULES
from tocgraph.errors import Problem
from tocgraph.model import Entity, EntityType, QualifierType, Record, RelationType, Source
from tocgraph.reader import Reading
from tocgraph.text import nearest, words

R = TypeVar("R", Entity, Source, EntityType, RelationType, QualifierType)

MOST_SUGGESTIONS = 100
"""For how many different unknown words the nearest known one is sought; each search reads all ids."""

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

SCHEMA, SOURCES, ENTITIES, RELATIONS = "schema.yaml", "sources.yaml", "entities.yaml", "relations.yaml"
OUTLINES = "outlines.yaml"


class Context:
    """The records of a reading with their indexes. Of two records with one id, the first counts."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.lost = reading.lost
        self.dataset = reading.dataset
        self.schema = reading.dataset.schema_
        self.entities: dict[str, Entity] = _first(self.dataset.entities)
        self.sources: dict[str, Source] = _first(self.dataset.sources)
        self.entity_types = _first(self.schema.entity_types)
        self.relation_types: dict[str, RelationType] = _first(self.schema.relation_types)
        self.qualifiers = _first(self.schema.qualifiers)
        self.guessed: set[str] = set()
        """Ids that unknown ones were probably meant to be: they count as used."""
        self.misnamed: set[str] = set()
        """Ids that are not well-formed: others may already use the mended ones."""
        for table, (records, _) in self._tables.items():
            for identifier in records:
                if not ID.fullmatch(identifier):
                    self.misnamed.add(identifier)
                    self.lost.ids.setdefault(table, set()).add(mended_id(identifier))
        self._nearest: dict[tuple[str, str], list[str]] = {}
        self._admitted: dict[tuple[str, str, str], bool] = {}

    def problem(self, record: Record, path: Sequence[str | int], rule: str, message: str, hint: str = "") -> Problem:
        """A problem at a part of a record, with the level of its rule."""
        return self.reading.problem(record, path, rule, message, hint, RULES[rule].level)

    def at_key(self, record: Record, path: Sequence[str | int], rule: str, message: str, hint: str = "") -> Problem:
        """A problem at the key that ends the path, such as a language code."""
        return self.reading.key_problem(record, path, rule, message, hint)

    def knows(self, table: str, identifier: str) -> bool:
        """Whether the id exists in that list, or may exist in what could not be read of it."""
        known, file = self._tables[table]
        return identifier in known or self.lost.may_hold(table, file, identifier)

    def suggestion(self, table: str, word: str, otherwise: str) -> str:
        """A hint with the nearest known id, else the hint `otherwise`."""
        found = self._nearest.get((table, word))
        if found is None:
            if len(self._nearest) >= MOST_SUGGESTIONS:
                return otherwise
            known, _ = self._tables[table]
            found = self._nearest[table, word] = nearest(word, known)
            self.guessed.update(found[:1])
        return f"did you mean {found[0]!r}?" if found else otherwise

    @cached_property
    def _tables(self) -> dict[str, tuple[Iterable[str], str]]:
        return {
            "entities": (self.entities, ENTITIES),
            "sources": (self.sources, SOURCES),
            "entity_types": (self.entity_types, SCHEMA),
            "relation_types": (self.relation_types, SCHEMA),
            "qualifiers": (self.qualifiers, SCHEMA),
        }

    def admits(self, relation_type: RelationType, end: str, entity_type: str) -> bool:
        """Whether the end ("subject" or "object") of a relation type takes entities of that type.

        True as well when a type on the way could not be read, because then it cannot be told.
        """
        key = (relation_type.id, end, entity_type)
        found = self._admitted.get(key)
        if found is None:
            allowed = relation_type.subjects if end == "subject" else relation_type.objects
            line = list(self.schema.ancestors(entity_type))
            root = self.schema.parents.get(line[-1])
            certain = line[-1] in self.entity_types and (root is None or root in line)
            readable = all(name in self.entity_types for name in allowed)
            found = not (certain and readable) or any(name in line for name in allowed)
            self._admitted[key] = found
        return found


def mended_id(identifier: str) -> str:
    """The well-formed id that a malformed one was probably meant to be; empty when there is none."""
    mended = "-".join(words(identifier))
    return mended if ID.fullmatch(mended) else ""


def _first(records: Sequence[R]) -> dict[str, R]:
    found: dict[str, R] = {}
    for record in records:
        found.setdefault(record.id, record)
    return found
