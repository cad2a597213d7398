"""The analytics on a cluster of two executor processes, against what one machine computes from the same data."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import igraph
import networkx
import pytest
import required

from tocgraph import load
from tocgraph.cli import main
from tocgraph.errors import QueryError, TocgraphError, UnknownIdError
from tocgraph.exporters import export
from tocgraph.graph import KnowledgeGraph
from tocgraph.reports.matrix import matrix as one_machine_matrix
from tocgraph.spark import Tables, centrality, cluster, matrix, neighbourhood
from tocgraph.spark.cluster import rows_of
from tocgraph.store import OpenStore


@pytest.fixture(scope="module")
def exported(world: OpenStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small world as Parquet, with every row of the claims twice: tables are bags."""
    required.spark()
    parquet = pytest.importorskip("pyarrow.parquet")
    import pyarrow

    folder = tmp_path_factory.mktemp("spark") / "parquet"
    export(world, "parquet", folder)
    claims = parquet.read_table(folder / "claims.parquet")
    parquet.write_table(pyarrow.concat_tables([claims, claims]), folder / "claims.parquet")
    return folder


@pytest.fixture(scope="module")
def tables(exported: Path) -> Iterator[Tables]:
    quick = "-XX:TieredStopAtLevel=1"  # small data: compiling Java well takes longer than it saves
    settings = {"spark.driver.extraJavaOptions": quick, "spark.executor.extraJavaOptions": quick}
    with cluster("local-cluster[2,1,1024]", {**settings, "spark.sql.shuffle.partitions": "2"}) as on:
        yield Tables(on, str(exported))


@pytest.fixture(scope="module")
def graph(small_world: Path) -> KnowledgeGraph:
    return load(small_world)


def _edges(graph: KnowledgeGraph) -> networkx.DiGraph:
    """The pairs of entities that claims taken as fact join, with all entities."""
    plain = networkx.DiGraph()
    plain.add_nodes_from(graph.entities)
    plain.add_edges_from(
        (r.subject, r.object)
        for r in graph.relations
        if r.object is not None and r.standing in ("preferred", "normal") and r.subject != r.object
    )
    return plain


@pytest.mark.parametrize(
    ("rows", "columns", "relation", "as_of"),
    [("state", "instrument", "signatory-to", None), ("state", "instrument", "signatory-to", "2003"),
     ("mission", "crime", "counters", None)],
)  # fmt: skip
def test_a_matrix_is_that_of_one_machine(
    tables: Tables, world: OpenStore, rows: str, columns: str, relation: str, as_of: str | None
) -> None:
    found = {(r["row"], r["column"]): r["claims"] for r in rows_of(matrix(tables, rows, columns, relation, as_of))}
    table = one_machine_matrix(world, rows, columns, relation=relation, as_of=as_of).table
    assert table is not None
    expected = {
        (str(row[1]), column): len(cell["claims"])
        for row in table.rows
        for column, cell in zip(table.columns[2:], row[2:], strict=True)
        if isinstance(cell, dict) and cell["verdict"] == "yes"
    }
    assert found == expected and found


def test_a_neighbourhood_is_that_of_one_machine(tables: Tables, graph: KnowledgeGraph) -> None:
    around = _edges(graph).to_undirected()
    centre = max(sorted(around), key=lambda node: around.degree[node])
    expected = networkx.single_source_shortest_path_length(around, centre, cutoff=2)
    found = {row["id"]: row["distance"] for row in rows_of(neighbourhood(tables, centre, 2))}
    assert found == dict(expected) and max(found.values()) == 2
    label = graph.entities[centre].label["en"]
    assert {row["id"] for row in rows_of(neighbourhood(tables, label.upper(), 0))} == {centre}


def test_centralities_are_those_of_one_machine(tables: Tables, graph: KnowledgeGraph) -> None:
    plain = _edges(graph)
    rows = list(rows_of(centrality(tables, tolerance=1e-6)))
    nodes = list(plain)
    places = {node: place for place, node in enumerate(nodes)}
    exact = igraph.Graph(len(nodes), [(places[s], places[t]) for s, t in plain.edges], directed=True).pagerank()
    ranks = dict(zip(nodes, exact, strict=True))
    assert {r["id"]: (r["in_degree"], r["out_degree"]) for r in rows} == {
        node: (plain.in_degree[node], plain.out_degree[node]) for node in plain
    }
    assert {r["id"]: r["pagerank"] for r in rows} == pytest.approx(ranks, abs=1e-4)
    assert sum(r["pagerank"] for r in rows) == pytest.approx(1)
    assert [r["pagerank"] for r in rows] == sorted((r["pagerank"] for r in rows), reverse=True)
    arabic = {e.id: e.label.get("ar") for e in graph.entities.values()}
    assert {r["id"]: r["label_ar"] for r in rows} == arabic


def test_unknown_names_and_missing_tables_are_clear(tables: Tables, tmp_path: Path) -> None:
    with pytest.raises(UnknownIdError):
        matrix(tables, "stat", "instrument")
    with pytest.raises(UnknownIdError):
        neighbourhood(tables, "nobody", 1)
    with pytest.raises(UnknownIdError):
        centrality(tables, "no-such-relation")
    with pytest.raises(QueryError):
        centrality(tables, as_of="yesterday")
    with pytest.raises(TocgraphError, match=r"entities\.parquet"):
        Tables(tables.on, str(tmp_path))


def test_the_command_writes_as_elsewhere(
    tables: Tables, exported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # The session that is open is used: one program has one.
    tables.on.session.newSession()
    common = ["--parquet", str(exported), "--master", "local-cluster[2,1,1024]"]
    assert main(["spark", "matrix", "state", *common]) == 2
    assert main(["spark", "centrality"]) == 2
    assert main(["spark", "centrality", *common, "-o", str(exported)]) == 2
    assert main(["spark", "neighbourhood", "nobody", *common]) == 1
    assert "no entity named" in capsys.readouterr().err


def test_results_as_text_and_as_parquet(exported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from pyarrow import parquet

    common = ["--parquet", str(exported), "--master", "local[2]"]
    assert main(["spark", "matrix", "state", "instrument", *common, "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert main(["spark", "matrix", "state", "instrument", *common, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(r["row"], r["column"], int(r["claims"])) for r in rows] == [
        (r["row"], r["column"], r["claims"]) for r in told
    ]
    assert main(["spark", "matrix", "state", "instrument", *common, "-o", str(tmp_path / "out")]) == 0
    assert parquet.read_table(tmp_path / "out").num_rows == len(rows) > 0
