"""Neo4j: CSV files for `neo4j-admin database import`, and a Cypher script for any database that speaks it.

Entities are nodes labelled with their type and every wider one; each claim is a relationship, to another entity or to
a node of its value, and carries its time, standing and citations.
"""

from __future__ import annotations

import csv
import json
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tocgraph.errors import TocgraphError
from tocgraph.exporters.bundle import from_file
from tocgraph.exporters.plain import qualified
from tocgraph.exporters.records import ClaimRecord, EntityRecord, claim_records, entity_records
from tocgraph.exporters.selection import Selection
from tocgraph.exporters.table_rows import about
from tocgraph.store import OpenStore
from tocgraph.store.statements import in_batches
from tocgraph.text import camel

ARRAY = "\x1f"
"""Parts the elements of lists: the unit separator, which no text of the graph holds."""

_ENTITY = (
    "id:ID(Entity)", "address", "type", "name", "label_en", "label_ar", "aliases:string[]", "description_en",
    "description_ar", "exists_from:date", "exists_to:date", ":LABEL",
)  # fmt: skip
_VALUE = ("id:ID(Value)", "value", "value_type", "earliest:date", "latest:date", ":LABEL")
_CLAIM = (
    "claim", "address", "relation", "since", "since_earliest:date", "since_latest:date", "until", "until_earliest:date",
    "until_latest:date", "holds_from:date", "holds_to:date", "standing", "taken_as_fact:boolean", "derived_by",
    "qualifiers", "note_en", "note_ar", "citations:string[]",
)  # fmt: skip
_BATCH = 200

_README = """\
Into an empty database of Neo4j 5, from the folder of these files:

neo4j-admin database import full neo4j --array-delimiter="U+001F" --multiline-fields=true \\
  --nodes=entities.csv --nodes=values.csv --relationships=relations.csv --relationships=values-of.csv

Relationships whose taken_as_fact is false are unverified, disputed or rejected.
"""


def tables(opened: OpenStore, selection: Selection) -> Iterator[tuple[str, Iterator[bytes]]]:
    """CSV files with the headers of neo4j-admin: entities, values, and the relationships from entities to each.

    Raises:
        StoreError: the store failed.
    """
    heads = {
        "entities.csv": _ENTITY,
        "values.csv": _VALUE,
        "relations.csv": (":START_ID(Entity)", ":END_ID(Entity)", ":TYPE", *_CLAIM),
        "values-of.csv": (":START_ID(Entity)", ":END_ID(Value)", ":TYPE", *_CLAIM),
    }
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with ExitStack() as stack:
            writers: dict[str, Any] = {}
            for file, head in heads.items():
                opened_file = stack.enter_context((folder / file).open("w", encoding="utf-8", newline=""))
                writers[file] = csv.writer(opened_file, lineterminator="\n")
                writers[file].writerow(head)
            for entity in entity_records(opened, selection.entities):
                writers["entities.csv"].writerow(map(_cell, _entity(opened, entity).values()))
            for record in claim_records(opened, selection.claims):
                claim = record.claim
                properties = map(_cell, _claim(opened, record).values())
                if claim.object is None:
                    writers["values.csv"].writerow(map(_cell, _value(record).values()))
                    writers["values-of.csv"].writerow((claim.subject, claim.id, _type(claim.relation), *properties))
                else:
                    writers["relations.csv"].writerow((claim.subject, claim.object, _type(claim.relation), *properties))
        for file in heads:
            yield file, from_file(folder / file)
    yield "README.txt", iter([_README.encode()])


def cypher(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """A script of openCypher statements, one a line or block, each ending in a semicolon; for an empty database.

    Raises:
        StoreError: the store failed.
    """
    for name, value in about(opened, selection):
        yield f"// {name}: {' '.join(value.split())}\n".encode()
    yield b"CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n"
    for batch in in_batches(entity_records(opened, selection.entities), _BATCH):
        by_type: dict[str, list[dict[str, Any]]] = {}
        for entity in batch:
            properties = _entity(opened, entity)
            labels = ":".join(_name(label) for label in properties.pop("LABEL"))
            by_type.setdefault(labels, []).append(properties)
        for labels, some in sorted(by_type.items()):
            yield _unwound(some, f"CREATE (n:{labels}) SET n = row")
    for claims in in_batches(claim_records(opened, selection.claims), _BATCH):
        by_relation: dict[tuple[str, bool], list[dict[str, Any]]] = {}
        for record in claims:
            row = {"from": record.claim.subject, "to": record.claim.object, "is": _claim(opened, record)}
            if record.claim.object is None:
                row["to"] = {name: value for name, value in _value(record).items() if name != "LABEL"}
            by_relation.setdefault((_type(record.claim.relation), record.claim.object is None), []).append(row)
        for (relation, valued), some_claims in sorted(by_relation.items()):
            find, end = "MATCH (a:Entity {id: row.from})", "b:Value"
            if not valued:
                find, end = f"{find} MATCH (b:Entity {{id: row.to}})", "b"
            what = f"{find} CREATE (a)-[r:{_name(relation)}]->({end}) SET r = row.is{', b = row.to' * valued}"
            yield _unwound(some_claims, what)


def _entity(opened: OpenStore, entity: EntityRecord) -> dict[str, Any]:
    types = opened.schema.ancestors(entity.type) if entity.type in opened.schema.types else [entity.type]
    return {
        "id": entity.id,
        "address": entity.iri,
        "type": entity.type,
        "name": entity.name(),
        "label_en": entity.label.get("en"),
        "label_ar": entity.label.get("ar"),
        "aliases": [alias for _, alias in entity.aliases],
        "description_en": entity.description.get("en"),
        "description_ar": entity.description.get("ar"),
        "exists_from": _Day(entity.exists[0]),
        "exists_to": _Day(entity.exists[1]),
        "LABEL": ["Entity", *(camel(f"x-{kind}")[1:] for kind in types)],
    }


def _value(record: ClaimRecord) -> dict[str, Any]:
    date = record.value
    return {
        "id": record.claim.id,
        "value": record.claim.value,
        "value_type": record.kind,
        "earliest": _Day(date.earliest if date else ""),
        "latest": _Day(date.latest if date else ""),
        "LABEL": ["Value"],
    }


def _claim(opened: OpenStore, record: ClaimRecord) -> dict[str, Any]:
    claim, since, until = record.claim, record.since, record.until
    return {
        "claim": claim.id,
        "address": record.iri,
        "relation": claim.relation,
        "since": claim.since,
        "since_earliest": _Day(since.earliest if since else ""),
        "since_latest": _Day(since.latest if since else ""),
        "until": claim.until,
        "until_earliest": _Day(until.earliest if until else ""),
        "until_latest": _Day(until.latest if until else ""),
        "holds_from": _Day(record.holds[0]),
        "holds_to": _Day(record.holds[1]),
        "standing": claim.standing,
        "taken_as_fact": record.is_fact,
        "derived_by": claim.rule,
        "qualifiers": qualified(opened, claim),
        "note_en": claim.note.get("en"),
        "note_ar": claim.note.get("ar"),
        "citations": [f"{place.title}, {place.at}" for place in claim.citations],
    }


class _Day(str):
    """A whole day, which is no text in Cypher."""

    __slots__ = ()


def _type(relation: str) -> str:
    """A relation type as Neo4j users write them: `part-of` is PART_OF."""
    return relation.replace("-", "_").upper()


def _name(text: str) -> str:
    """A label or relationship type; in backticks where it is no plain name (openCypher 9, escaped symbolic name)."""
    return text if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", text) else "`" + text.replace("`", "``") + "`"


def _cell(value: Any) -> str:
    texts = value if isinstance(value, list) else [str(value).lower() if isinstance(value, bool) else value or ""]
    for text in texts:
        if ARRAY in text or "\0" in text:
            raise TocgraphError(
                f"the text {text!r} holds a control character that the import would cut it at", "mend it"
            )
    return ARRAY.join(texts)


def _unwound(rows: Iterable[dict[str, Any]], what: str) -> bytes:
    listed = ",\n".join(_literal(row) for row in rows)
    return f"UNWIND [\n{listed}\n] AS row\n{what};\n".encode()


def _literal(value: Any) -> str:
    if isinstance(value, dict):
        kept = {name: content for name, content in value.items() if content not in (None, "", [])}
        return "{" + ", ".join(f"{name}: {_literal(content)}" for name, content in kept.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_literal(item) for item in value) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, _Day):
        return f"date('{value}')"
    if "\0" in value:
        raise TocgraphError(f"the text {value!r} holds the character U+0000", "mend it")
    # The escapes of JSON are those of openCypher strings too. But Neo4j turns a backslash and u into a character before
    # it reads anything else, even behind another backslash, so the two never stand side by side.
    first, *others = value.split("\\u")
    parts = [first, *(f"u{other}" for other in others)]
    parts = [*(f"{part}\\" for part in parts[:-1]), parts[-1]]
    return " + ".join(json.dumps(part, ensure_ascii=False) for part in parts)
