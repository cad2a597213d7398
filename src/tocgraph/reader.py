"""Data folder -> records, each with its place in the files.

Nothing here raises for bad data: what is wrong becomes a `Problem`, the rest is read on, so that
one run shows everything. `checks.load_checked` is the bridge to callers who want records or an exception.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tocgraph import locate
from tocgraph.errors import Problem, TocgraphError
from tocgraph.model import (
    Dataset,
    Entity,
    EntityType,
    Outline,
    QualifierType,
    Record,
    Relation,
    RelationType,
    Schema,
    Source,
)
from tocgraph.shape import Lost, Place, Shaper
from tocgraph.yamltree import Tree, parse

_NO_BASE = "https://example.org/"
_SCHEMA_LISTS = ("entity_types", "relation_types", "qualifiers")


class Reading(NamedTuple):
    """What a data folder gave: records, the problems of their text and shape, and the places."""

    dataset: Dataset
    problems: list[Problem]
    trees: dict[str, Tree]
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
        shapers = {file: Shaper(file, tree, problems, places, lost) for file, tree in trees.items()}
        dataset = Dataset(
            schema=_schema(shapers["schema.yaml"]),
            sources=shapers["sources.yaml"].records(Source, "sources", trees["sources.yaml"].value),
            entities=shapers["entities.yaml"].records(Entity, "entities", trees["entities.yaml"].value),
            relations=shapers["relations.yaml"].records(Relation, "relations", trees["relations.yaml"].value),
            outlines=shapers["outlines.yaml"].records(Outline, "outlines", trees["outlines.yaml"].value),
        )
    return Reading(dataset, problems, trees, places, lost)


def _read_file(folder: Path, name: str, problems: list[Problem]) -> Tree:
    path = locate.schema_file(folder) if name == "schema.yaml" else folder / name

    def report(line: int, column: int, rule: str, message: str, hint: str) -> None:
        problems.append(Problem(name, line, column, "error", rule, message, hint))

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
    """The schema, type by type: a faulty type is left out alone."""
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
