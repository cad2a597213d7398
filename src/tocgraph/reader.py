"""Data folder -> records, each with its place in the files. Claims of tables join those of relations.yaml.

Nothing here raises for bad data: what is wrong becomes a `Problem`, the rest is read on, so that
one run shows everything. `checks.load_checked` is the bridge to callers who want records or an exception.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tocgraph import locate, tables
from tocgraph.errors import Problem, TocgraphError
from tocgraph.model import (
    Dataset,
    Entity,
    EntityType,
    InferenceRule,
    Outline,
    QualifierType,
    Record,
    Relation,
    RelationType,
    Schema,
    Source,
    Table,
)
from tocgraph.shape import Lost, Place, Shaper
from tocgraph.tables import Sheet, parse_sheet
from tocgraph.yamltree import Report, Tree, parse

_NO_BASE = "https://example.org/"
_SCHEMA_LISTS = ("entity_types", "relation_types", "qualifiers", "rules")


class Reading(NamedTuple):
    """What a data folder gave: records, the problems of their text and shape, and the places."""

    dataset: Dataset
    problems: list[Problem]
    trees: dict[str, Tree | Sheet]
    places: dict[int, Place]
    """The place of each record, by `id(record)`."""
    lost: Lost
    """What could not be read."""

    def problem(
        self, record: Record, path: Sequence[str | int], rule: str, message: str, hint: str = "", level: str = "error"
    ) -> Problem:
        """A problem at a part of a record; a missing part is placed at the nearest part that is there."""
        file, block = self.places[id(record)]
        line, column = self.trees[file].position([*block, *path])
        return Problem(file, line, column, level, rule, message, hint)

    def key_problem(
        self, record: Record, path: Sequence[str | int], rule: str, message: str, hint: str = ""
    ) -> Problem:
        """A problem at a key of a record, such as a language code."""
        file, block = self.places[id(record)]
        line, column = self.trees[file].key_position([*block, *path])
        return Problem(file, line, column, "error", rule, message, hint)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Holds Python's cyclic garbage collector while many small records are made.

    It would walk the growing tree of nodes again and again (two thirds of the time to read 18,000
    records), and there is nothing for it to find: neither nodes nor records form cycles.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def read(folder: Path) -> Reading:
    """Everything in a data folder, with the problems of text and shape found on the way.

    Raises:
        TocgraphError: a data file cannot be opened.
    """
    problems: list[Problem] = []
    places: dict[int, Place] = {}
    lost = Lost()
    with collector_paused():
        trees = {file: _read_file(folder, file, problems) for file in (*locate.FILES, *locate.OPTIONAL_FILES)}
        known: dict[str, Tree | Sheet] = {**trees}
        shapers = {file: Shaper(file, tree, problems, places, lost) for file, tree in trees.items()}
        dataset = Dataset(
            schema=_schema(shapers["schema.yaml"]),
            sources=shapers["sources.yaml"].records(Source, "sources", trees["sources.yaml"].value),
            entities=shapers["entities.yaml"].records(Entity, "entities", trees["entities.yaml"].value),
            relations=shapers["relations.yaml"].records(Relation, "relations", trees["relations.yaml"].value),
            outlines=shapers["outlines.yaml"].records(Outline, "outlines", trees["outlines.yaml"].value),
        )
        reading = Reading(dataset, problems, known, places, lost)
        mapped = shapers["tables.yaml"].records(Table, "tables", trees["tables.yaml"].value)
        for path in locate.table_files(folder):
            if trees["tables.yaml"].whole and path.name not in {table.table for table in mapped}:
                file, hint = f"{locate.TABLES}/{path.name}", "add a block for it, or move the file away"
                message = "no block of tables.yaml says what this table holds"
                problems.append(Problem(file, 1, 1, "warning", "unmapped-table", message, hint))
        return _with_tables(reading, folder, mapped) if mapped else reading


def _with_tables(reading: Reading, folder: Path, mapped: list[Table]) -> Reading:
    """The reading with the records that the tables make."""
    codes: dict[str, dict[str, str]] = {}
    for entity in reading.dataset.entities:
        for scheme, code in entity.identifiers.items():
            codes.setdefault(scheme, {}).setdefault(code, entity.id)
    entities, relations = list(reading.dataset.entities), list(reading.dataset.relations)
    stated = {relation.key: index for index, relation in enumerate(relations)}
    for table in mapped:
        for path, name in tables.unknown_columns(table):
            hint = f"the columns are {', '.join(table.columns)}"
            reading.problems.append(reading.problem(table, path, "unknown-column", f"no column {name!r}", hint))
            reading.lost.leave_out(table, {()})
        if not reading.lost.part(table):
            _read_table(reading, folder, table, codes, entities, relations, stated)
    return reading._replace(
        dataset=reading.dataset.model_copy(update={"entities": entities, "relations": relations, "tables": mapped})
    )


def _read_table(
    reading: Reading,
    folder: Path,
    table: Table,
    codes: dict[str, dict[str, str]],
    entities: list[Entity],
    relations: list[Relation],
    stated: dict[tuple[str, str, str, str, str], int],
) -> None:
    """Adds what one table makes; a claim that relations.yaml states as well gets the citations of both."""
    file = f"{locate.TABLES}/{table.table}"
    before = len(reading.problems)
    try:
        data = (folder / locate.TABLES / table.table).read_bytes()
    except OSError as error:
        message = f"cannot read {file}: {error.strerror}"
        reading.problems.append(reading.problem(table, ["table"], "missing-file", message, "add it, or drop its block"))
        return
    report = _reporter(file, reading.problems)
    sheet = parse_sheet(data, table, report)
    reading.trees[file] = sheet
    shaper = Shaper(file, sheet, reading.problems, reading.places, reading.lost)
    for index, message in tables.order(sheet):
        reading.problems.append(Problem(file, *sheet.cell(index, 0), "warning", "order", message, "sort the rows"))
    for path, block in tables.blocks(sheet, "entities", codes, report):
        entity = shaper.record(Entity, block, path)
        if entity is not None:
            entities.append(entity)
    for path, block in tables.blocks(sheet, "relations", codes, report):
        relation = shaper.record(Relation, block, path)
        if relation is None:
            continue
        index = stated.get(relation.key, -1)
        if index < 0:
            relations.append(relation)
        else:
            relations[index] = _joined(reading, relations[index], relation)
    if any(problem.level == "error" for problem in reading.problems[before:]):
        # Rows were left out: what they would have named or claimed is not unknown, only unread.
        reading.lost.files.update(name for name in ("entities.yaml", "relations.yaml") if table.templates(name[:-5]))


def _joined(reading: Reading, stated: Relation, again: Relation) -> Relation:
    """A stated claim with the citations of a row that claims the same."""
    cited = {(c.source, c.at) for c in stated.cite}
    joined = stated.model_copy(update={"cite": stated.cite + [c for c in again.cite if (c.source, c.at) not in cited]})
    reading.places[id(joined)] = reading.places[id(stated)]
    reading.lost.succeed(stated, joined)
    return joined


def _reporter(file: str, problems: list[Problem]) -> Report:
    def report(line: int, column: int, rule: str, message: str, hint: str) -> None:
        problems.append(Problem(file, line, column, "error", rule, message, hint))

    return report


def _read_file(folder: Path, name: str, problems: list[Problem]) -> Tree:
    path = locate.schema_file(folder) if name == "schema.yaml" else folder / name
    report = _reporter(name, problems)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        if name in locate.OPTIONAL_FILES:
            return Tree(None, None)
        report(1, 1, "missing-file", "the file does not exist", f"a data folder has {', '.join(locate.FILES)}")
        return Tree(None, None, whole=False)
    except OSError as error:
        raise TocgraphError(f"cannot read {path}: {error.strerror}", "check that the file may be read") from error
    return parse(data, report)


def _schema(shaper: Shaper) -> Schema:
    """The schema, type by type: a faulty type or rule is left out alone."""
    block: Any = shaper.tree.value
    if not isinstance(block, dict):
        if shaper.tree.whole:
            shaper.lost.files.add(shaper.file)
            shaper.report((), "wrong-shape", "the schema must be a mapping of fields", "see docs/data-format.md")
        return Schema(base=_NO_BASE, entity_types=[], relation_types=[])
    types: dict[str, list[Any]] = {
        "entity_types": shaper.records(EntityType, "entity_types", block.get("entity_types"), ("entity_types",)),
        "relation_types": shaper.records(
            RelationType, "relation_types", block.get("relation_types"), ("relation_types",)
        ),
        "qualifiers": shaper.records(QualifierType, "qualifiers", block.get("qualifiers"), ("qualifiers",)),
        "rules": shaper.records(InferenceRule, "rules", block.get("rules"), ("rules",)),
    }
    # Only the three lists are lists, so that any other list is one of them under a misspelt name: nothing to read.
    rest = {f: [] if isinstance(value, list) else value for f, value in block.items() if f not in _SCHEMA_LISTS}
    for name in ("entity_types", "relation_types"):
        if name in block:
            rest[name] = []
        else:
            shaper.lost.files.add(shaper.file)
    schema = shaper.record(Schema, rest, ())
    if schema is None:
        schema = Schema(base=_NO_BASE, entity_types=[], relation_types=[])
        shaper.places[id(schema)] = Place(shaper.file, ())
    complete = schema.model_copy(update=types)
    shaper.places[id(complete)] = shaper.places[id(schema)]
    return complete
