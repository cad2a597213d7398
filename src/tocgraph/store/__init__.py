"""Stores: the compiled graph on this machine, or any SPARQL 1.1 endpoint that holds the same graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tocgraph import locate
from tocgraph.store.base import Solutions, Store, Term
from tocgraph.vocabulary import Vocabulary

if TYPE_CHECKING:
    from tocgraph.store.names import Names
    from tocgraph.store.schemaview import SchemaView

__all__ = ["OpenStore", "Solutions", "Store", "Term", "open_store"]


class OpenStore(NamedTuple):
    """A store ready for questions: SPARQL in `store`, names in `names`, addresses in `vocabulary`."""

    store: Store
    names: Names
    vocabulary: Vocabulary

    @property
    def schema(self) -> SchemaView:
        """The types and relation types of the data."""
        return self.names.schema


def open_store(
    data_dir: str | Path | None = None,
    endpoint: str | None = None,
    notify: Callable[[str, float], None] = lambda step, share: None,
    warn: Callable[[str], None] = lambda message: None,
    over: Iterable[str | Path] = (),
) -> OpenStore:
    """The compiled store of a data folder, or an endpoint with the names of that folder.

    Args:
        data_dir: The data folder; by default TOCGRAPH_DATA, else the installed data.
        endpoint: The address of a SPARQL 1.1 endpoint that holds the same graph.
        notify: Told of each step of compiling, with the share done (0 to 1); silent when compiled already.
        warn: Told once when the cache cannot be written.
        over: Folders laid over the data, after those that TOCGRAPH_OVERLAYS names.

    Raises:
        DataError: the data has errors.
        TocgraphError: there is no such data folder.
    """
    from tocgraph.store.cache import open_compiled

    compiled = open_compiled(locate.layers(data_dir, over), notify, warn)
    store: Store = compiled.store
    if endpoint:
        from tocgraph.store.remote import RemoteStore

        store = RemoteStore(endpoint)
    return OpenStore(store, compiled.names, Vocabulary(compiled.names.meta("base")))
