"""Data folder -> records, each with its place in the files.

Nothing here raises for bad data: what is wrong becomes a `Problem`, the rest is read on, so that
one run shows everything. `load` is the bridge to callers who want records or an exception.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from tocgraph import locate
from tocgraph.errors import Problem, TocgraphError
from tocgraph.model import Dataset, Entity, Record, Relation, Schema, Source
from tocgraph.text import nearest
from tocgraph.yamltree import Tree, parse

R = TypeVar("R", bound=Record)


class Place(NamedTuple):
    """Where a record stands: its file and its index there."""

    file: str
    index: int


class Reading(NamedTuple):
    """What a data folder gave: records, the problems of their text and shape, and the places."""

    dataset: Dataset
    problems: list[Problem]
    trees: dict[str, Tree]
    places: dict[int, Place]
    """The place of each record, by `id(record)`."""

    def problem(
        self, record: Record, path: Sequence[str | int], rule: str, message: str, hint: str = "", level: str = "error"
    ) -> Problem:
        """A problem at a part of a record; a missing part is placed at the record itself."""
        file, index = self.places[id(record)]
        line, column = self.trees[file].position([index, *path])
        return Problem(file, line, column, level, rule, message, hint)


def read(folder: Path) -> Reading:
    """Everything in a data folder, with the problems of text and shape found on the way.

    Raises:
        TocgraphError: a data file cannot be opened.
    """
    problems: list[Problem] = []
    trees: dict[str, Tree] = {}
    places: dict[int, Place] = {}
    for file in locate.FILES:
        path = locate.schema_file(folder) if file == "schema.yaml" else folder / file
        trees[file] = _read_file(path, file, problems)

    schema = _records(Schema, "schema.yaml", trees["schema.yaml"], problems, places, single=True)
    dataset = Dataset(
        schema=schema[0] if schema else Schema(base="https://example.org/", entity_types=[], relation_types=[]),
        sources=_records(Source, "sources.yaml", trees["sources.yaml"], problems, places),
        entities=_records(Entity, "entities.yaml", trees["entities.yaml"], problems, places),
        relations=_records(Relation, "relations.yaml", trees["relations.yaml"], problems, places),
    )
    return Reading(dataset, problems, trees, places)


def _read_file(path: Path, name: str, problems: list[Problem]) -> Tree:
    def report(line: int, column: int, rule: str, message: str, hint: str) -> None:
        problems.append(Problem(name, line, column, "error", rule, message, hint))

    try:
        data = path.read_bytes()
    except FileNotFoundError:
        report(1, 1, "missing-file", "the file does not exist", f"a data folder has {', '.join(locate.FILES)}")
        return Tree(None, None)
    except OSError as error:
        raise TocgraphError(f"cannot read {path}: {error.strerror}", "check that the file may be read") from error
    return parse(data, report)


def _records(
    kind: type[R],
    file: str,
    tree: Tree,
    problems: list[Problem],
    places: dict[int, Place],
    single: bool = False,
) -> list[R]:
    blocks = [tree.value] if single else tree.value
    if blocks is None:
        return []
    if not isinstance(blocks, list):
        problems.append(Problem(file, 1, 1, "error", "wrong-shape", "the file must be a list of blocks", "start each block with '- '"))
        return []
    records: list[R] = []
    for index, block in enumerate(blocks):
        prefix: list[str | int] = [] if single else [index]
        if not isinstance(block, dict):
            line, column = tree.position(prefix)
            problems.append(Problem(file, line, column, "error", "wrong-shape", "a block must be a mapping of fields"))
            continue
        record = _record(kind, block, file, tree, prefix, problems)
        if record is not None:
            places[id(record)] = Place(file, index)
            records.append(record)
    return records


def _record(
    kind: type[R], block: dict[str, Any], file: str, tree: Tree, prefix: list[str | int], problems: list[Problem]
) -> R | None:
    """The record of one block. A field that is wrong is reported and left out, so the rest is still checked."""
    block = {field: value for field, value in block.items() if value is not None}
    for _ in range(len(block) + 2):
        try:
            return kind.model_validate(block)
        except ValidationError as error:
            remaining = _without_faults(error, block, kind, file, tree, prefix, problems)
            if remaining is None:
                return None
            block = remaining
    return None


def _without_faults(
    error: ValidationError,
    block: dict[str, Any],
    kind: type[Record],
    file: str,
    tree: Tree,
    prefix: list[str | int],
    problems: list[Problem],
) -> dict[str, Any] | None:
    """Reports each fault of shape; gives the block without them, or None when nothing usable is left."""
    faulty: set[str] = set()
    lost = False
    reported: set[tuple[Any, ...]] = set()
    for fault in error.errors(include_url=False, include_context=False):
        # pydantic adds the branch of a union to the path; positions ignore steps that are not in the text.
        path = list(fault["loc"])
        real = _real_path(block, path)
        if tuple(real) in reported:
            continue
        reported.add(tuple(real))
        name = str(path[-1])
        if fault["type"] == "missing":
            line, column = tree.position([*prefix, *real])
            problems.append(Problem(file, line, column, "error", "missing-field", f"the field {name!r} is missing", f"add {name}"))
            lost = lost or len(path) == 1
            if len(path) > 1:
                faulty.add(str(path[0]))
            continue
        faulty.add(str(path[0]))
        if fault["type"] == "extra_forbidden":
            line, column = tree.key_position([*prefix, *real])
            near = nearest(name, _field_names(kind))
            hint = f"did you mean {near[0]!r}?" if near else "remove it"
            problems.append(Problem(file, line, column, "error", "unknown-field", f"unknown field {name!r}", hint))
            if len(real) > 1:
                _discard(block, real)
                faulty.discard(str(path[0]))
            continue
        line, column = tree.position([*prefix, *real])
        where = ".".join(str(step) for step in real)
        problems.append(Problem(file, line, column, "error", "wrong-shape", f"{where}: {_plain(fault['msg'])}", "see docs/data-format.md"))
    if lost:
        return None
    return {field: value for field, value in block.items() if field not in faulty}


def _real_path(block: Any, path: Sequence[str | int]) -> list[str | int]:
    real: list[str | int] = []
    current = block
    for step in path:
        if isinstance(current, dict) and step in current:
            current = current[step]
        elif isinstance(current, list) and isinstance(step, int) and step < len(current):
            current = current[step]
        else:
            continue
        real.append(step)
    return real


def _discard(block: Any, path: list[str | int]) -> None:
    for step in path[:-1]:
        block = block[step]
    if isinstance(block, dict):
        block.pop(path[-1], None)


def _field_names(kind: type[Record]) -> list[str]:
    return [field.alias or name for name, field in kind.model_fields.items()]


def _plain(message: str) -> str:
    return message.replace("Input should be a valid", "this should be a").replace("Input should be", "this should be").replace("dictionary", "mapping")
