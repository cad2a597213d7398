"""Files of N-Quads and of FollowTheMoney entities -> triples and names, streamed: millions of foreign entities.

Nothing here is held whole in memory: what is read goes into a spool on disk (`spool`), is grouped and joined there, and
goes on to the store and to the names index row by row. `reading` tells what a file is and reads it; `settling` makes
entities and claims of it. What has no place in our schema is counted, never lost silently.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pyoxigraph

from tocgraph.errors import DataError, Problem
from tocgraph.foreign.checking import check_own
from tocgraph.foreign.common import Known
from tocgraph.foreign.findings import FILE_RULES
from tocgraph.foreign.following import follow
from tocgraph.foreign.mapping import Mapping, read_mapping
from tocgraph.foreign.own import OwnTerms
from tocgraph.foreign.reading import every_line, lay_file
from tocgraph.foreign.spool import Laid, Spool
from tocgraph.graph import KnowledgeGraph

__all__ = ["FILE_RULES", "Laid", "Mapping", "lay", "read_mapping"]


def lay(
    store: pyoxigraph.Store,
    graph: KnowledgeGraph,
    files: Sequence[Path],
    mapping: Mapping,
    spool: Path | None,
    notify: Callable[[str], None] = lambda step: None,
) -> Laid:
    """Loads those files over a graph whose triples are in the store already; gives what the names index needs of them.

    `spool` is a file that does not exist yet, for what does not fit into memory; None keeps it there.

    Raises:
        DataError: the files have errors, or clash with what lies below them; all that was found is told.
        TocgraphError: a file cannot be read, or is of no known kind.
    """
    held = Spool(spool)
    known, terms = Known.of(graph, mapping), OwnTerms(graph.schema)
    for file in files:
        notify(f"laying {file.name} over the data")
        lay_file(store, terms, known, held, file)
    check_own(graph, known, held, terms)
    failed = held.findings.failed or any(sheet.findings.failed for sheet in held.sheets)
    if not failed:
        follow(store, graph, held, notify)
    problems = told(held, files)
    if failed:
        raise DataError(problems)
    laid = held.settled(known)
    # A compiled store is known by the content of the files, wherever they lie: they are named by their number.
    places = {str(file): str(number) for number, file in enumerate(files)}
    laid.problems = [problem._replace(file=places.get(problem.file, "0")) for problem in problems]
    return laid


def told(held: Spool, files: Sequence[Path]) -> list[Problem]:
    """Every finding of the files as a problem, in the order of the files and their lines."""
    found = held.findings.problems(every_line(files))
    for sheet in held.sheets:
        found += sheet.findings.problems(every_line(file for file in files if file == sheet.findings.path))
    return sorted(found)
