"""The files for Neo4j fit together, and a Cypher parser reads the script."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from rereading import claims, edges, labels

from tocgraph.exporters import export
from tocgraph.exporters.selection import select
from tocgraph.store import OpenStore


def test_the_import_files_of_neo4j_fit_together(graph_store: OpenStore, tmp_path: Path) -> None:
    export(graph_store, "neo4j", tmp_path / "out")

    def read(name: str) -> list[dict[str, str]]:
        with (tmp_path / "out" / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    entities = {row["id:ID(Entity)"]: row for row in read("entities.csv")}
    assert set(entities) == set(select(graph_store).entities)
    assert {i: row["name"] for i, row in entities.items()} == labels(graph_store)
    assert all(row[":LABEL"].split("\x1f")[0] == "Entity" for row in entities.values())
    relations = read("relations.csv")
    found = {(r["claim"], r[":START_ID(Entity)"], r[":END_ID(Entity)"], r["standing"]) for r in relations}
    assert found == edges(graph_store)
    values = {row["id:ID(Value)"]: row["value"] for row in read("values.csv")}
    assert values == {c.id: c.value for c in claims(graph_store).values() if c.value is not None}
    assert {row[":END_ID(Value)"] for row in read("values-of.csv")} == set(values)
    for row in [*relations, *read("values-of.csv")]:
        claim = claims(graph_store)[row["claim"]]
        assert row["citations:string[]"].split("\x1f") == [f"{c.title}, {c.at}" for c in claim.citations]
        assert row["taken_as_fact:boolean"] == str(claim.standing in ("preferred", "normal")).lower()


def test_a_cypher_parser_reads_the_script(graph_store: OpenStore, tmp_path: Path) -> None:
    from antlr4 import CommonTokenStream, InputStream
    from antlr4.error.ErrorListener import ErrorListener
    from antlr4_cypher import CypherLexer, CypherParser

    class Strict(ErrorListener):  # type: ignore[misc]
        def syntaxError(self, recognizer: Any, symbol: Any, line: int, column: int, message: str, error: Any) -> None:
            raise AssertionError(f"{line}:{column} {message}")

    text = (export(graph_store, "cypher") or b"").decode()
    statements = [s for s in text.split(";\n") if s.strip() and "CREATE CONSTRAINT" not in s]
    assert statements
    for statement in statements:
        parser = CypherParser(CommonTokenStream(CypherLexer(InputStream(statement))))
        parser.removeErrorListeners()
        parser.addErrorListener(Strict())
        parser.script()
    assert text.count('claim: "c') == len(claims(graph_store))


def test_cypher_texts_have_no_escape_that_neo4j_would_read_first() -> None:
    from tocgraph.exporters.neo4j import _literal

    assert _literal("a\\u0041b") == '"a\\\\" + "u0041b"'
    assert _literal("a\\u\\u") == '"a\\\\" + "u\\\\" + "u"'
    assert _literal('say "hi"\n') == '"say \\"hi\\"\\n"'
