"""pyarrow reads the Parquet files: stable types, the counts of the selection, every text and date as it was."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
from hostile import ARABIC, LABELS, STANDINGS
from stores import in_memory

from tocgraph.errors import TocgraphError
from tocgraph.exporters import export
from tocgraph.exporters.selection import select
from tocgraph.exporters.tables import TABLES, TRIPLES
from tocgraph.store import OpenStore
from tocgraph.store.claims import read_claims

Read = Callable[[str], list[dict[str, object]]]


@pytest.fixture
def read(graph_store: OpenStore, tmp_path: Path) -> Read:
    """The rows of a table of the whole graph."""
    export(graph_store, "parquet", tmp_path / "out")
    return lambda name: pyarrow.parquet.read_table(tmp_path / "out" / f"{name}.parquet").to_pylist()


def test_the_counts_are_those_of_the_selection(graph_store: OpenStore, read: Read) -> None:
    chosen = select(graph_store)
    assert [row["id"] for row in read("entities")] == list(chosen.entities)
    assert [row["id"] for row in read("claims")] == list(chosen.claims)
    held = graph_store.store.select("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").rows[0]["n"].value
    assert len(read("triples")) == int(held)


def test_claims_are_as_the_store_has_them(graph_store: OpenStore, read: Read) -> None:
    claims = read_claims(graph_store, select(graph_store).claims)
    citations: dict[str, list[tuple[object, object]]] = {}
    for row in read("citations"):
        citations.setdefault(str(row["claim"]), []).append((row["source"], row["at"]))
    edges = {
        row["claim"]: (row["subject"], row["relation"], row["object"], row["standing"]) for row in read("relations")
    }
    for row in read("claims"):
        claim = claims[str(row["id"])]
        assert (row["subject"], row["relation"], row["object"]) == (claim.subject, claim.relation, claim.object)
        assert (row["since"] or "", row["until"] or "", row["value"]) == (claim.since, claim.until, claim.value)
        assert (row["standing"], row["derived"]) == (claim.standing, bool(claim.rule))
        assert citations[claim.id] == [(c.source, c.at) for c in claim.citations]
        if claim.object is not None:
            assert edges[claim.id] == (claim.subject, claim.relation, claim.object, claim.standing)
        else:
            assert claim.id not in edges


def test_partial_dates_have_their_first_and_last_day(odd: OpenStore, tmp_path: Path) -> None:
    export(odd, "parquet", tmp_path / "out")
    rows = pyarrow.parquet.read_table(tmp_path / "out" / "claims.parquet").to_pylist()
    by_date = {row["since"]: row for row in rows if row["since"]}
    assert by_date["2004"]["since_earliest"] == datetime.date(2004, 1, 1)
    assert by_date["2004"]["since_latest"] == datetime.date(2004, 12, 31)
    assert by_date["2004-11"]["since_latest"] == datetime.date(2004, 11, 30)
    assert by_date["2004-11-15"]["since_latest"] == datetime.date(2004, 11, 15)
    assert by_date["2004-11"]["until_latest"] == datetime.date(2005, 12, 31)
    assert {row["standing"] for row in rows} == set(STANDINGS)


def test_hostile_texts_come_through(odd: OpenStore, tmp_path: Path) -> None:
    export(odd, "parquet", tmp_path / "out")
    rows = pyarrow.parquet.read_table(tmp_path / "out" / "entities.parquet").to_pylist()
    assert {row["id"]: row["label_en"] for row in rows} == LABELS
    assert all(str(row["label_ar"]).startswith(ARABIC) for row in rows)
    qualifiers = pyarrow.parquet.read_table(tmp_path / "out" / "qualifiers.parquet").to_pylist()
    assert set(LABELS.values()) <= {row["value"] for row in qualifiers}


def test_the_types_of_columns_do_not_depend_on_the_rows(graph_store: OpenStore, tmp_path: Path) -> None:
    kinds = {"date": "date32[day]", "number": "int32", "flag": "bool"}
    export(graph_store, "parquet", tmp_path / "out", around=select(graph_store).entities[0], depth=0)
    for table in (*TABLES, TRIPLES):
        schema = pyarrow.parquet.read_schema(tmp_path / "out" / f"{table.name}.parquet")
        assert schema.names == list(table.names)
        assert [str(t) for t in schema.types] == [kinds.get(c.kind, "string") for c in table.columns]
        assert [f.nullable for f in schema] == [not c.needed for c in table.columns]
        assert schema.metadata[b"license"] == b"https://creativecommons.org/licenses/by/4.0/"


def test_the_same_bytes_each_time(graph_store: OpenStore) -> None:
    assert export(graph_store, "parquet") == export(graph_store, "parquet")


def test_a_text_with_a_nul_is_refused() -> None:
    import hostile

    opened = in_memory(hostile.dataset({"a": "x", "b": "cut\0off"}))
    with pytest.raises(TocgraphError, match=r"U\+0000"):
        export(opened, "parquet")


def test_without_pyarrow_the_message_says_what_to_install(opened: OpenStore, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(TocgraphError) as caught:
        export(opened, "parquet")
    assert caught.value.hint == "pip install 'tocgraph[parquet]'"
