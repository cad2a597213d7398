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
    from tocgraph.store.remote import Expected
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
    same: bool = True,
) -> OpenStore:
    """The compiled store of a data folder, or an endpoint with the names of that folder.

    Args:
        data_dir: The data folder; by default TOCGRAPH_DATA, else the installed data.
        endpoint: The address of a SPARQL 1.1 endpoint that holds the same graph. Credentials come from the environment
            (see `tocgraph.store.credentials`).
        notify: Told of each step of compiling, with the share done (0 to 1); silent when compiled already.
        warn: Told once when the cache cannot be written.
        over: Folders laid over the data, after those that TOCGRAPH_OVERLAYS names.
        same: Whether queries are refused (StoreError) when the endpoint holds another graph, or another version of it,
            than the data folder. Only False suits an endpoint with other graphs.

    Raises:
        DataError: the data has errors.
        TocgraphError: there is no such data folder.
        StoreError: that is no address of an endpoint.
    """
    from tocgraph.store.cache import open_compiled

    compiled = open_compiled(locate.layers(data_dir, over), notify, warn)
    store: Store = compiled.store
    vocabulary = Vocabulary(compiled.names.meta("base"))
    if endpoint is not None:
        from tocgraph.store.remote import RemoteStore

        expected = fingerprint(compiled.store, vocabulary) if same else None
        store = RemoteStore(endpoint, vocabulary.prefixes, expected)
    return OpenStore(store, compiled.names, vocabulary)


def fingerprint(store: Store, vocabulary: Vocabulary) -> Expected:
    """The fingerprint of the graph that a store holds. Raises StoreError: it has none, or several."""
    from tocgraph.errors import StoreError
    from tocgraph.store.remote import Expected

    dataset, name = vocabulary.dataset, vocabulary.fingerprint
    rows = store.select(f"SELECT ?mark WHERE {{ <{dataset}> <{name}> ?mark }}").rows
    if len(rows) != 1:
        raise StoreError("the store does not hold one whole graph", "compile it again: `tocgraph build --force`")
    return Expected(dataset, name, rows[0]["mark"].value)
