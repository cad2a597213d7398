"""The schema of a data folder, and what overlays add to it."""

from __future__ import annotations

from typing import Any

from tocgraph.errors import Problem
from tocgraph.model import EntityType, InferenceRule, QualifierType, Record, RelationType, Schema
from tocgraph.shape import Place, Shaper

NO_BASE = "https://example.org/"
"""The base of a schema that could not be read."""

_SCHEMA_LISTS: dict[str, type[Record]] = {
    "entity_types": EntityType,
    "relation_types": RelationType,
    "qualifiers": QualifierType,
    "rules": InferenceRule,
}


def extended(schema: Schema, shaper: Shaper, again: bool) -> Schema:
    """The schema with the types, qualifiers and rules that an overlay adds; it adds nothing else.

    Those whose ids are there already are kept too if `again`, so that the checks show them.
    """
    block: Any = shaper.tree.value
    if not isinstance(block, dict):
        if block is not None:
            shaper.lost.files.add(shaper.name)
            shaper.report((), "wrong-shape", "the schema must be a mapping of fields", "see docs/data-format.md")
        return schema
    for field in block.keys() - _SCHEMA_LISTS.keys():
        line, column = shaper.tree.key_position((field,))
        message = f"the schema of an overlay cannot set {field!r}"
        hint = f"it may add {', '.join(_SCHEMA_LISTS)}"
        shaper.problems.append(Problem(shaper.file, line, column, "error", "unknown-field", message, hint))
    added: dict[str, list[Any]] = {}
    for name, kind in _SCHEMA_LISTS.items():
        there = {record.id for record in getattr(schema, name)}
        records: list[Any] = shaper.records(kind, name, block.get(name), (name,))
        added[name] = [*getattr(schema, name), *(r for r in records if again or r.id not in there)]
    extended = schema.model_copy(update=added)
    shaper.places[id(extended)] = shaper.places[id(schema)]
    shaper.lost.succeed(schema, extended)
    return extended


def schema_of(shaper: Shaper) -> Schema:
    """The schema, type by type: a faulty type or rule is left out alone."""
    block: Any = shaper.tree.value
    if not isinstance(block, dict):
        if shaper.tree.whole:
            shaper.lost.files.add(shaper.name)
            shaper.report((), "wrong-shape", "the schema must be a mapping of fields", "see docs/data-format.md")
        return Schema(base=NO_BASE, entity_types=[], relation_types=[])
    types: dict[str, list[Any]] = {
        name: shaper.records(kind, name, block.get(name), (name,)) for name, kind in _SCHEMA_LISTS.items()
    }
    # Only the three lists are lists, so that any other list is one of them under a misspelt name: nothing to read.
    rest = {f: [] if isinstance(value, list) else value for f, value in block.items() if f not in _SCHEMA_LISTS}
    for name in ("entity_types", "relation_types"):
        if name in block:
            rest[name] = []
        else:
            shaper.lost.files.add(shaper.name)
    schema = shaper.record(Schema, rest, ())
    if schema is None:
        schema = Schema(base=NO_BASE, entity_types=[], relation_types=[])
        shaper.places[id(schema)] = Place(shaper.file, ())
    complete = schema.model_copy(update=types)
    shaper.places[id(complete)] = shaper.places[id(schema)]
    return complete
