"""The page on the RDF keeps its word: its statements stand in the graph, and its queries find something."""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph
import pytest

from tocgraph.exporters import export
from tocgraph.store import OpenStore

PAGE = (Path(__file__).parents[2] / "docs" / "rdf.md").read_text(encoding="utf-8")
STATEMENTS = [block for block in re.findall(r"```turtle\n(.*?)```", PAGE, re.S) if "<<(" not in block]
QUERIES = re.findall(r"```sparql\n(.*?)```", PAGE, re.S)


@pytest.mark.parametrize("block", STATEMENTS, ids=range(len(STATEMENTS)))
def test_what_it_shows_in_turtle_is_in_the_graph(block: str, shipped: OpenStore) -> None:
    # Ids of claims are cut short there; each stands for one and the same claim.
    pattern = re.sub(r"claim:(\w+)…(?:#cite-(\d))?", lambda found: f"?{found[1]}{found[2] or ''}", block)
    assert shipped.store.select(f"SELECT * WHERE {{ {pattern} }} LIMIT 1").rows


@pytest.mark.parametrize("query", [query for query in QUERIES if "GRAPH" not in query])
def test_its_queries_find_something(query: str, shipped: OpenStore) -> None:
    assert shipped.store.select(query).rows


@pytest.mark.parametrize("query", [query for query in QUERIES if "GRAPH" in query])
def test_its_queries_by_source_find_something_in_the_export_by_source(query: str, shipped: OpenStore) -> None:
    by_source = pyoxigraph.Store()
    by_source.bulk_load(export(shipped, "nquads"), pyoxigraph.RdfFormat.N_QUADS)
    prefixes = {"source": shipped.vocabulary.prefixes["source"]}
    assert list(by_source.query(query, prefixes=prefixes))


@pytest.mark.parametrize("address", re.findall(r"\| `…/((?:id|source|rule|qualifier|schema)[^`]+)`", PAGE))
def test_the_addresses_that_it_names_are_those_of_things(address: str, shipped: OpenStore) -> None:
    base = shipped.vocabulary.base
    assert shipped.store.select(f"SELECT * WHERE {{ <{base}{address}> a ?class }} LIMIT 1").rows
