"""The page of a graph: in a notebook, or as a file to open."""

from __future__ import annotations

import html
from collections.abc import Sequence

from tocgraph.asking.choosing import chosen
from tocgraph.exporters import export
from tocgraph.graph import KnowledgeGraph
from tocgraph.store import OpenStore, open_store
from tocgraph.store.build import open_graph

HEIGHT = 720
"""Of the frame in a notebook, in pixels."""


class View:
    """A page that a notebook shows in a frame of its own, and that can be saved.

    `page` is the whole page as HTML text; it needs no network.
    """

    def __init__(self, page: str, height: int = HEIGHT) -> None:
        self.page = page
        self.height = height

    def __repr__(self) -> str:
        return f"<View: a page of {len(self.page.encode()):,} bytes>"

    def _repr_html_(self) -> str:
        # Without allow-same-origin the page reaches neither the notebook nor its kernel (HTML 4.8.5, sandbox).
        return (
            f'<iframe srcdoc="{html.escape(self.page)}" title="tocgraph" sandbox="allow-scripts allow-downloads '
            f'allow-popups allow-modals" style="width: 100%; height: {self.height}px; border: 0"></iframe>'
        )


def view(
    graph: OpenStore | KnowledgeGraph | None = None,
    query: str | None = None,
    around: str | None = None,
    depth: int = 1,
    types: Sequence[str] = (),
    as_of: str | None = None,
    height: int = HEIGHT,
) -> View:
    """The page of a graph, or of a part of it.

    Args:
        graph: What `open_store` or `load` gave; by default the installed data.
        query: A question or a SPARQL query whose result is shown (see `tocgraph.asking.choosing.chosen`).
        around: The id, or the unambiguous name, of the entity to start from.
        depth: How many relations away from it to go (0 or more).
        types: Only entities of these types and their narrower ones.
        as_of: Only what may hold on this (partial) date.
        height: Of the frame, in pixels.

    Raises:
        UnknownIdError: there is no such entity or type.
        QueryError: the query or the date cannot be used, or finds nothing.
        TocgraphError: the depth is negative, or nothing is left.
        StoreError: the store failed.
    """
    opened = open_graph(graph) if isinstance(graph, KnowledgeGraph) else graph or open_store()
    picked = chosen(opened, query, as_of) if query else None
    document = export(opened, "html", None, around, depth, types, picked, as_of)
    return View((document or b"").decode(), height)
