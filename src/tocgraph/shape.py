"""Blocks of a data file -> records. Faults of shape become problems, and only the faulty part is left out.

What was left out is remembered in `Lost`, so that the checks of meaning never report the absence of
something that was there but faulty: one mistake, one problem.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from tocgraph.errors import Problem
from tocgraph.model import (
    Citation,
    Derivation,
    EntityTemplate,
    InferenceRule,
    Outline,
    Part,
    Pattern,
    Record,
    Relation,
    RelationTemplate,
    Table,
)
from tocgraph.tables import Sheet
from tocgraph.text import nearest
from tocgraph.yamltree import Tree

R = TypeVar("R", bound=Record)
Path = tuple[str | int, ...]

_ID_LINE = re.compile(r"^(?:- +|  )id: *['\"]?([^\s'\"#]+)", re.MULTILINE)
_TOKEN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_EXPECTED = {
    "string_type": "a text",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
}


class Place(NamedTuple):
    """Where a record stands: its file and the path to its block there."""

    file: str
    path: Path


class Lost:
    """What could not be read, and therefore must not be called unknown, missing or unused."""

    def __init__(self) -> None:
        self.files: set[str] = set()
        """Names of files without any usable content, without their folders."""
        self.ids: dict[str, set[str]] = {}
        """By list (such as "entities"): ids of blocks that gave no record."""
        self.gaps: dict[str, list[tuple[str, str]]] = {}
        """By list: the ids on either side of a block whose own id cannot be told ("" at an end)."""
        self.words: set[str] = set()
        """Words of blocks that gave no record: ids that they may have used."""
        # The record is kept beside its paths, so that its id() is never another's.
        self._paths: dict[int, tuple[Record, set[Path]]] = {}

    def leave_out(self, record: Record, paths: set[Path]) -> None:
        """Remembers the parts of a record that were left out."""
        self._paths[id(record)] = (record, paths)

    def succeed(self, record: Record, successor: Record) -> None:
        """Says of a record that takes another one's place what is remembered of that one."""
        if id(record) in self._paths:
            self.leave_out(successor, self._paths[id(record)][1])

    def part(self, record: Record, *path: str | int) -> bool:
        """Whether that part of the record, what holds it, or something in it was left out."""
        found = self._paths.get(id(record))
        return found is not None and any(all(a == b for a, b in zip(path, out, strict=False)) for out in found[1])

    def may_hold(self, table: str, file: str, identifier: str) -> bool:
        """Whether that id may belong to something in the list that could not be read."""
        if file in self.files or identifier in self.ids.get(table, ()):
            return True
        return any(low < identifier and (not high or identifier < high) for low, high in self.gaps.get(table, ()))


class Shaper:
    """Makes the records of one file."""

    def __init__(
        self, file: str, tree: Tree | Sheet, problems: list[Problem], places: dict[int, Place], lost: Lost
    ) -> None:
        self.file = file
        self.tree = tree
        self.problems = problems
        self.places = places
        self.lost = lost
        self.name = file.rpartition("/")[2]
        if not tree.whole:
            lost.files.add(self.name)

    def records(self, kind: type[R], table: str, blocks: Any, prefix: Path = ()) -> list[R]:
        """The records of a list of blocks, in file order; `table` is what the list is called in `Lost`."""
        if blocks is None:
            blocks = []
        if not isinstance(blocks, list):
            self.lost.files.add(self.name)
            where = f"{prefix[-1]} must be" if prefix else "the file must be"
            self.report(prefix, "wrong-shape", f"{where} a list of blocks", "start each block with '- '")
            return []
        records: list[R] = []
        ids: list[str | None] = []
        for index, block in enumerate(blocks):
            path = (*prefix, index)
            record = self.record(kind, block, path)
            identifier = block.get("id") if isinstance(block, dict) else None
            ids.append(identifier if isinstance(identifier, str) else getattr(record, "id", None))
            if record is not None:
                records.append(record)
            else:
                self.lost.words.update(_TOKEN.findall(str(block)))
                if isinstance(identifier, str):
                    self.lost.ids.setdefault(table, set()).add(identifier)
        if not prefix:
            for block in self.tree.cut:
                self.lost.words.update(_TOKEN.findall(block))
                self.lost.ids.setdefault(table, set()).update(_ID_LINE.findall(block))
        if table != "relations":
            self._gaps(table, ids)
        return records

    def _gaps(self, table: str, ids: Sequence[str | None]) -> None:
        for index, identifier in enumerate(ids):
            if identifier is None:
                low = next((i for i in reversed(ids[:index]) if i is not None), "")
                high = next((i for i in ids[index + 1 :] if i is not None), "")
                self.lost.gaps.setdefault(table, []).append((low, high))

    def record(self, kind: type[R], block: Any, path: Path) -> R | None:
        """The record of one block, or None when nothing usable is left of it."""
        out: set[Path] = set()
        if not isinstance(block, dict):
            if block is not None:  # an empty block is reported already
                self.report(path, "wrong-shape", "a block must be a mapping of fields", "write 'field: value' lines")
            return None
        if self.tree.holes:
            block = _without_holes(block, (), out)
        for _ in range(20):
            try:
                record = kind.model_validate(block)
            except ValidationError as error:
                block = copy.deepcopy(block)
                if not self._mend(kind, block, path, error, out):
                    return None
            else:
                self.places[id(record)] = Place(self.file, path)
                if out:
                    self.lost.leave_out(record, out)
                return record
        return None

    def _mend(
        self, kind: type[Record], block: dict[str, Any], path: Path, error: ValidationError, out: set[Path]
    ) -> bool:
        """Reports each fault and takes it out of the block; false when a field is missing that must be there."""
        faults = _faults(error, block)
        for part, fault in faults:
            if fault["type"] == "extra_forbidden":
                self._unknown_field(_inner(kind, part) if len(part) > 1 else kind, block, path, part, out)
        usable = True
        for part, fault in faults:
            if fault["type"] == "missing":
                name = str(fault["loc"][-1])
                holder = _at(block, part)
                if not isinstance(holder, dict) or name in holder:
                    continue  # taken out on the way here, or an unknown field was taken for it
                if not any((*part, name)[: len(known)] == known for known in out):
                    self.report((*path, *part), "missing-field", f"the field {name!r} is missing", f"add {name}")
                if part:
                    _take_out(block, part, out)
                else:
                    usable = False
            elif fault["type"] != "extra_forbidden":
                where = ".".join(str(step) for step in part)
                expected = _EXPECTED.get(fault["type"]) or str(fault.get("ctx", {}).get("expected", "something else"))
                message = f"{where}: this should be {expected}"
                self.report((*path, *part), "wrong-shape", message, "see docs/data-format.md")
                self.lost.words.update(_TOKEN.findall(str(_take_out(block, part, out))))
        return usable

    def _unknown_field(self, kind: type[Record], block: dict[str, Any], path: Path, part: Path, out: set[Path]) -> None:
        """Reports an unknown field; one that looks like a field that is absent is taken for it."""
        name = str(part[-1])
        parent = _at(block, part[:-1])
        fields = [field.alias or key for key, field in kind.model_fields.items()]
        near = nearest(name.lower(), [field for field in fields if field not in parent], limit=1, cutoff=60)
        hint = f"did you mean {near[0]!r}?" if near else f"remove it; the fields are {', '.join(fields)}"
        line, column = self.tree.key_position((*path, *part))
        message = f"unknown field {name!r}"
        self.problems.append(Problem(self.file, line, column, "error", "unknown-field", message, hint))
        value = parent.pop(name)
        if near:
            parent[near[0]] = value
        else:
            self.lost.words.update(_TOKEN.findall(str(value)))

    def report(self, path: Path, rule: str, message: str, hint: str) -> None:
        """A problem at a part of the file."""
        line, column = self.tree.position(path)
        self.problems.append(Problem(self.file, line, column, "error", rule, message, hint))


def _inner(kind: type[Record], part: Path) -> type[Record]:
    """The kind of the records within a record of that kind."""
    if kind is Table:
        return EntityTemplate if part[0] == "entities" else RelationTemplate
    if kind is InferenceRule:
        return Pattern
    if kind is Relation and part[0] == "derived":
        return Derivation
    return Part if kind is Outline else Citation


def _faults(error: ValidationError, block: dict[str, Any]) -> list[tuple[Path, dict[str, Any]]]:
    """Each fault once, with the path to it in the block.

    pydantic tries every branch of a union and adds its name to the path: steps that are not in the
    text are dropped, and of faults on one path only the deepest is told.
    """
    found: dict[Path, dict[str, Any]] = {}
    for fault in error.errors(include_url=False):
        part = _real_path(block, fault["loc"])
        key = (*part, str(fault["loc"][-1])) if fault["type"] == "missing" else part
        found.setdefault(key, {**fault, "part": part})
    paths = list(found)
    return [
        (fault["part"], fault)
        for key, fault in found.items()
        if not any(len(other) > len(key) and other[: len(key)] == key for other in paths)
    ]


def _real_path(block: Any, path: Sequence[str | int]) -> Path:
    real: list[str | int] = []
    for step in path:
        inside = _at(block, (step,))
        if inside is not None:
            block = inside
            real.append(step)
    return tuple(real)


def _at(block: Any, path: Path) -> Any:
    """What stands at a path; None when the way there is gone."""
    for step in path:
        if isinstance(block, dict):
            block = block.get(step)
        elif isinstance(block, list) and isinstance(step, int) and step < len(block):
            block = block[step]
        else:
            return None
    return block


def _take_out(block: dict[str, Any], part: Path, out: set[Path]) -> Any:
    """Removes and gives the nearest field that holds the fault; list items stay, so that places stay right."""
    while len(part) > 1 and isinstance(part[-1], int):
        part = part[:-1]
    out.add(part)
    holder = _at(block, part[:-1])
    return holder.pop(part[-1], None) if isinstance(holder, dict) else None


def _without_holes(value: Any, path: Path, out: set[Path]) -> Any:
    """The value without its empty parts, which are reported already; their paths go to `out`."""
    if isinstance(value, dict):
        out.update((*path, key) for key, inner in value.items() if inner is None)
        return {key: _without_holes(v, (*path, key), out) for key, v in value.items() if v is not None}
    if isinstance(value, list):
        if None in value:
            out.add(path)
        return [_without_holes(v, (*path, index), out) for index, v in enumerate(value) if v is not None]
    return value
