"""The offline HTML page of a selection."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.exporters.selection import Selection
from tocgraph.store import OpenStore


def html(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """The selection as one HTML file that shows, searches and cites it without a network.

    Raises:
        StoreError: the store failed.
    """
    from tocgraph.explorer.contents import contents
    from tocgraph.explorer.page import page

    yield page(
        contents(opened, tuple(selection.entities), tuple(selection.claims)),
        {
            "around": selection.around,
            "depth": selection.depth,
            "types": selection.types,
            "query": selection.query,
            "as_of": selection.as_of,
        },
    ).encode()
