"""Files of N-Quads and of FollowTheMoney entities -> triples and names, streamed: millions of foreign entities.

Nothing here is held whole in memory: what is read goes into a spool on disk (`spool`), is grouped and joined there, and
goes on to the store and to the names index row by row. `reading` tells what a file is and reads it; `settling` makes
entities and claims of it. What has no place in our schema is counted, never lost silently.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pyoxigraph

from tocgraph.foreign.common import Known
from tocgraph.foreign.mapping import Mapping, read_mapping
from tocgraph.foreign.own import OwnTerms
from tocgraph.foreign.reading import lay_file
from tocgraph.foreign.spool import Laid, Spool
from tocgraph.graph import KnowledgeGraph

__all__ = ["Laid", "Mapping", "lay", "read_mapping"]


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
        TocgraphError: a file cannot be read, is damaged, or clashes with what lies below it.
    """
    held = Spool(spool)
    known = Known.of(graph, mapping)
    for file in files:
        notify(f"laying {file.name} over the data")
        lay_file(store, OwnTerms(graph.schema), known, held, file)
    return held.settled(store, known)
