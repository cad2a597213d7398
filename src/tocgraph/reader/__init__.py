"""Data folder -> records, each with its place in the files. Claims of tables join those of relations.yaml.

Nothing here raises for bad data: what is wrong becomes a `Problem`, the rest is read on, so that
one run shows everything. `checks.load_checked` is the bridge to callers who want records or an exception.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TypeVar

from tocgraph import locate, tables
from tocgraph.errors import Problem, TocgraphError
from tocgraph.locate import Data
from tocgraph.model import (
    Dataset,
    Entity,
    Layer,
    Outline,
    Record,
    Relation,
    Schema,
    Sense,
    Source,
    Table,
)
from tocgraph.reader.schema import NO_BASE, extended, schema_of
from tocgraph.shape import Lost, Place, Shaper
from tocgraph.tables import Sheet, parse_sheet
from tocgraph.yamltree import Report, Tree, parse

R = TypeVar("R", bound=Record)


class Reading(NamedTuple):
    """What a data folder gave, with what is laid over it: records, their problems of text and shape, their places."""

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


def read(data: Data) -> Reading:
    """Everything in a data folder and in what is laid over it, with the problems of text and shape found on the way.

    Files of the data folder are named from it (`entities.yaml`), those of an overlay by their whole path.

    Raises:
        TocgraphError: a data file cannot be opened.
    """
    layers = locate.layered(data)
    with collector_paused():
        schema = Schema(base=NO_BASE, entity_types=[], relation_types=[])
        empty = Dataset(schema=schema, sources=[], entities=[], relations=[])
        reading = _read_layer(Reading(empty, [], {}, {}, Lost()), layers.base, "")
        for folder in layers.all_folders[1:]:
            reading = _read_layer(reading, folder, f"{folder.as_posix()}/", folder in layers.folders)
        return reading


def _read_layer(below: Reading, folder: Path, prefix: str, laid: bool = False) -> Reading:
    """What is read so far with one more folder; `prefix` stands before the names of its files, "" for the lowest.

    Of a folder that nobody laid over the data only the types are taken that are not there yet.
    """
    _, problems, known, places, lost = below
    names = (*locate.FILES, *locate.OPTIONAL_FILES)
    trees = {name: _read_file(folder, name, prefix, problems) for name in names}
    known.update({f"{prefix}{name}": tree for name, tree in trees.items()})
    shapers = {name: Shaper(f"{prefix}{name}", tree, problems, places, lost) for name, tree in trees.items()}

    def records(kind: type[R], table: str) -> list[R]:
        return shapers[f"{table}.yaml"].records(kind, table, trees[f"{table}.yaml"].value)

    shaper = shapers["schema.yaml"]
    schema = extended(below.dataset.schema_, shaper, again=laid) if prefix else schema_of(shaper)
    before = below.dataset
    sources, entities, relations = (
        records(Source, "sources"),
        records(Entity, "entities"),
        records(Relation, "relations"),
    )
    lists = {
        "schema_": schema,
        "sources": [*before.sources, *sources],
        "entities": [*before.entities, *entities],
        "outlines": [*before.outlines, *records(Outline, "outlines")],
        "senses": [*before.senses, *records(Sense, "senses")],
    }
    reading = below._replace(dataset=before.model_copy(update=lists))
    claims = _laid_over(reading, relations) if prefix else relations
    reading = reading._replace(dataset=reading.dataset.model_copy(update={"relations": claims}))
    mapped = records(Table, "tables")
    for path in locate.table_files(folder):
        if trees["tables.yaml"].whole and path.name not in {table.table for table in mapped}:
            file, hint = f"{prefix}{locate.TABLES}/{path.name}", "add a block for it, or move the file away"
            message = "no block of tables.yaml says what this table holds"
            problems.append(Problem(file, 1, 1, "warning", "unmapped-table", message, hint))
    reading = _with_tables(reading, folder, prefix, mapped) if mapped else reading
    if not laid:
        return reading
    after = reading.dataset
    layer = Layer(
        name=folder.name,
        entities=len(after.entities) - len(before.entities),
        relations=len(after.relations) - len(before.relations),
        sources=[source.id for source in sources],
    )
    return reading._replace(dataset=after.model_copy(update={"overlays": [*before.overlays, layer]}))


def _laid_over(below: Reading, relations: list[Relation]) -> list[Relation]:
    """The claims so far with those of an overlay; one that says the same as a claim below adds its citations to it."""
    claims = list(below.dataset.relations)
    stated = {relation.key: index for index, relation in enumerate(claims)}
    known = {source.id for source in below.dataset.sources}
    for relation in relations:
        index = stated.get(relation.key, -1)
        if index >= 0 and _agrees(claims[index], relation, known):
            claims[index] = _joined(below, claims[index], relation)
        else:
            claims.append(relation)
    return claims


def _agrees(stated: Relation, again: Relation, known: set[str]) -> bool:
    """Whether a claim only brings further citations, all of them sound; else the checks show it at its own place."""
    cited = again.cite and all(citation.source in known and citation.at for citation in again.cite)
    plain = again.standing in ("normal", stated.standing) and again.derived is None
    return (
        bool(cited)
        and plain
        and not again.note
        and all(stated.qualifiers.get(name) == said for name, said in again.qualifiers.items())
    )


def _with_tables(reading: Reading, folder: Path, prefix: str, mapped: list[Table]) -> Reading:
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
            _read_table(reading, folder, prefix, table, codes, entities, relations, stated)
    lists = {"entities": entities, "relations": relations, "tables": [*reading.dataset.tables, *mapped]}
    return reading._replace(dataset=reading.dataset.model_copy(update=lists))


def _read_table(
    reading: Reading,
    folder: Path,
    prefix: str,
    table: Table,
    codes: dict[str, dict[str, str]],
    entities: list[Entity],
    relations: list[Relation],
    stated: dict[tuple[str, str, str, str, str], int],
) -> None:
    """Adds what one table makes; a claim that relations.yaml states as well gets the citations of both."""
    file = f"{prefix}{locate.TABLES}/{table.table}"
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


def _read_file(folder: Path, name: str, prefix: str, problems: list[Problem]) -> Tree:
    path = folder / name if prefix else locate.file_of(folder, name)
    report = _reporter(f"{prefix}{name}", problems)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        if name in locate.OPTIONAL_FILES or prefix:
            return Tree(None, None)
        report(1, 1, "missing-file", "the file does not exist", f"a data folder has {', '.join(locate.FILES)}")
        return Tree(None, None, whole=False)
    except OSError as error:
        raise TocgraphError(f"cannot read {path}: {error.strerror}", "check that the file may be read") from error
    return parse(data, report)
