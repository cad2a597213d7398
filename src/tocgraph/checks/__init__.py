"""Checks of meaning: what is wrong in a data folder, all of it in one run.

`check` gives every problem, `load_checked` the records or an exception. `RULES` describes each rule,
`CHECKS` lists the functions that find them, in the order in which they run.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tocgraph.checks import claims, derivations, names, origins, outlines, senses, structure, vocabulary
from tocgraph.checks.context import Context
from tocgraph.checks.rules import RULES, Rule
from tocgraph.errors import DataError, Problem
from tocgraph.locate import Data
from tocgraph.model import Dataset
from tocgraph.reader import Reading, collector_paused, read

__all__ = ["CHECKS", "RULES", "Check", "Rule", "check", "load_checked"]


class Check(NamedTuple):
    """A function that finds problems; `tidy` marks those that only ever give warnings."""

    run: Callable[[Context], Iterator[Problem]]
    tidy: bool = False


CHECKS: tuple[Check, ...] = (
    Check(vocabulary.addresses),
    Check(vocabulary.types),
    Check(vocabulary.texts),
    Check(names.ids),
    Check(names.entity_types),
    Check(names.labels),
    Check(names.sources),
    Check(origins.origins),
    Check(claims.ends),
    Check(claims.values),
    Check(claims.dates),
    Check(claims.qualifiers),
    Check(claims.citations),
    Check(claims.standings),
    Check(derivations.derived),
    Check(derivations.rules),
    Check(outlines.outlines),
    Check(senses.senses),
    Check(structure.same_claims),
    Check(structure.cycles),
    Check(names.shared_names, tidy=True),
    Check(origins.missing_origins, tidy=True),
    Check(names.unused, tidy=True),
    Check(outlines.pinpoints, tidy=True),
)


def check(data: Reading | Data | str) -> list[Problem]:
    """Every problem of a data folder, also with what is laid over it, or of what was read: sorted by place.

    Raises:
        TocgraphError: a data file cannot be opened.
    """
    with collector_paused():
        return _every_problem(data)


def _every_problem(data: Reading | Data | str) -> list[Problem]:
    # A function of its own, so that the trees are gone before the garbage collector could walk them.
    reading = data if isinstance(data, Reading) else read(Path(data) if isinstance(data, str) else data)
    context = Context(reading)
    problems = list(reading.problems)
    for one in CHECKS:
        problems.extend(one.run(context))
    problems.extend(structure.order(context, _sound(reading, problems)))
    return sorted(set(problems))


def load_checked(data: Data) -> Dataset:
    """The records of a data folder, with what is laid over it, that has no errors. Warnings are not looked for.

    Raises:
        DataError: the data has errors.
        TocgraphError: a data file cannot be opened.
    """
    with collector_paused():
        dataset, problems = _errors(data)
    if problems:
        raise DataError(sorted(set(problems)))
    return dataset


def _errors(data: Data) -> tuple[Dataset, list[Problem]]:
    reading = read(data)
    context = Context(reading)
    problems = list(reading.problems)
    for one in CHECKS:
        if not one.tidy:
            problems.extend(one.run(context))
    return reading.dataset, problems


_KEEP_ORDER = frozenset(
    "missing-citation missing-pinpoint missing-note missing-label origin-without-label unknown-source "
    "unknown-qualifier unknown-standing unknown-entity-type bad-language bad-scheme bad-url".split()
)
"""Rules whose mending does not change the place of a block in the order."""


def _sound(reading: Reading, problems: list[Problem]) -> set[int]:
    """The records, by id(), whose place in the order is certain."""
    starts: dict[str, list[tuple[int, int]]] = {}
    sound = set(reading.places)
    errors = [p for p in problems if p.level == "error" and p.rule not in _KEEP_ORDER]
    for file in {p.file for p in errors}:
        starts[file] = sorted(
            (reading.trees[file].position(place.path)[0], record)
            for record, place in reading.places.items()
            if place.file == file
        )
    for problem in errors:
        index = bisect_right(starts[problem.file], (problem.line, float("inf"))) - 1
        if index >= 0:
            sound.discard(starts[problem.file][index][1])
    return sound
