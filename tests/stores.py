"""Stores over records made in a test, for tests of every kind."""

from __future__ import annotations

import sqlite3

import pyoxigraph

from tocgraph import rdf
from tocgraph.graph import KnowledgeGraph
from tocgraph.model import Dataset
from tocgraph.store import OpenStore
from tocgraph.store.embedded import EmbeddedStore
from tocgraph.store.names import Names
from tocgraph.store.naming import write
from tocgraph.vocabulary import Vocabulary


def in_memory(dataset: Dataset) -> OpenStore:
    """A store over those records alone, past the checks that would refuse odd texts."""
    graph = KnowledgeGraph(dataset)
    store = pyoxigraph.Store()
    store.bulk_load("".join(rdf.triples(graph)).encode(), pyoxigraph.RdfFormat.N_TRIPLES)
    database = sqlite3.connect(":memory:")
    write(database, graph, {"base": graph.schema.base, "fingerprint": "0" * 24, "counts": {}})
    vocabulary = Vocabulary(graph.schema.base)
    return OpenStore(EmbeddedStore(store, None, vocabulary.prefixes), Names(database), vocabulary)
