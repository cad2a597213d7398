"""CSV on the Web, SQLite and Excel readers get the tables as they are: counts, keys, dates, and every text."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from csvw import CSVW
from hostile import ARABIC, LABELS, STANDINGS
from stores import in_memory

from tocgraph.errors import TocgraphError
from tocgraph.exporters import export
from tocgraph.exporters.selection import select
from tocgraph.exporters.sqlite import searched
from tocgraph.exporters.tables import TABLES
from tocgraph.store import OpenStore
from tocgraph.store.claims import read_claims


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# CSV


def test_the_csv_bundle_is_valid_against_its_own_description(graph_store: OpenStore, tmp_path: Path) -> None:
    export(graph_store, "csv", tmp_path / "out")
    package = CSVW(str(tmp_path / "out" / "csv-metadata.json"), validate=True)
    assert package.is_valid, package.warnings
    chosen = select(graph_store)
    read = {str(table.local_name): list(table) for table in package.tables}
    assert set(read) == {f"{table.name}.csv" for table in TABLES}
    assert [row["id"] for row in read["entities.csv"]] == list(chosen.entities)
    assert [row["id"] for row in read["claims.csv"]] == list(chosen.claims)
    assert {type(row["derived"]) for row in read["claims.csv"]} == {bool}


def test_references_between_the_csv_files_lead_somewhere(graph_store: OpenStore, tmp_path: Path) -> None:
    export(graph_store, "csv", tmp_path / "part", around=select(graph_store).entities[0], depth=1)
    for folder in (tmp_path / "part",):
        ids = {t.name: {row["id"] for row in _read(folder / f"{t.name}.csv")} for t in TABLES if t.key == ("id",)}
        for table in TABLES:
            rows = _read(folder / f"{table.name}.csv")
            assert len({tuple(row[name] for name in table.key) for row in rows}) == len(rows), table.name
            for column in table.columns:
                values = {row[column.name] for row in rows}
                assert not (column.needed and "" in values), (table.name, column.name)
                if column.refers:
                    assert values - {""} <= ids[column.refers], (table.name, column.name)


def test_csv_carries_hostile_texts(odd: OpenStore, tmp_path: Path) -> None:
    export(odd, "csv", tmp_path / "out")
    assert {row["id"]: row["label_en"] for row in _read(tmp_path / "out" / "entities.csv")} == LABELS
    assert {row["standing"] for row in _read(tmp_path / "out" / "claims.csv")} == set(STANDINGS)
    assert [row["author"] for row in _read(tmp_path / "out" / "source_authors.csv")] == ["A; B", 'C "D"']


def test_the_description_and_the_dictionary_name_every_column(opened: OpenStore, tmp_path: Path) -> None:
    export(opened, "csv", tmp_path / "out")
    described = json.loads((tmp_path / "out" / "csv-metadata.json").read_text("utf-8"))
    dictionary = (tmp_path / "out" / "data-dictionary.md").read_text("utf-8")
    for table, said in zip(TABLES, described["tables"], strict=True):
        assert [c["name"] for c in said["tableSchema"]["columns"]] == list(table.names)
        assert f"## {table.name}\n" in dictionary
        for column in table.columns:
            assert f"| {column.name} |" in dictionary and column.description
    assert described["dc:license"] == {"@id": "https://creativecommons.org/licenses/by/4.0/"}


# SQLite


@pytest.fixture
def base(graph_store: OpenStore, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    export(graph_store, "sqlite", tmp_path / "graph.sqlite")
    connection = sqlite3.connect(tmp_path / "graph.sqlite")
    yield connection
    connection.close()


def test_sqlite_has_every_claim_once_and_its_keys_hold(graph_store: OpenStore, base: sqlite3.Connection) -> None:
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    chosen = select(graph_store)
    assert [row[0] for row in base.execute("SELECT id FROM entities ORDER BY id")] == list(chosen.entities)
    claims = read_claims(graph_store, chosen.claims)
    found = {row[0]: row[1:] for row in base.execute("SELECT id, subject, object, value, standing FROM claims")}
    assert found == {c.id: (c.subject, c.object, c.value, c.standing) for c in claims.values()}
    facts = {row[0] for row in base.execute("SELECT claim FROM facts")}
    doubted = {row[0] for row in base.execute("SELECT claim FROM doubted")}
    assert facts == {c.id for c in claims.values() if c.standing in ("preferred", "normal")}
    assert facts | doubted == set(claims) and not facts & doubted
    edges = {row[0] for row in base.execute("SELECT claim FROM relations")}
    assert edges == {c.id for c in claims.values() if c.object}


def test_sqlite_says_in_its_schema_what_datasette_needs(base: sqlite3.Connection) -> None:
    for table in TABLES:
        if table.name == "relations":
            continue
        keys = {row[3]: row[2] for row in base.execute(f"PRAGMA foreign_key_list({table.name})")}
        assert keys == {c.name: c.refers for c in table.columns if c.refers}
        columns = {row[1]: row[5] for row in base.execute(f"PRAGMA table_info({table.name})")}
        assert tuple(sorted(columns, key=lambda c: (columns[c] == 0, columns[c]))[: len(table.key)]) == table.key
    [(sql,)] = base.execute("SELECT sql FROM sqlite_master WHERE name = 'entities_fts'")
    assert 'content="entities"' in sql  # how Datasette finds the search of a table
    told = {row[0] for row in base.execute("SELECT in_table FROM data_dictionary")}
    assert {table.name for table in TABLES} <= told


@pytest.mark.parametrize("typed", ["الإنتربول", "الانتربول", "انتربول", "INTERPOL", "interpol"])
def test_names_are_found_as_people_type_them(opened: OpenStore, tmp_path: Path, typed: str) -> None:
    export(opened, "sqlite", tmp_path / "graph.sqlite")
    connection = sqlite3.connect(tmp_path / "graph.sqlite")
    sql = "SELECT id FROM entities WHERE rowid IN (SELECT rowid FROM entities_fts WHERE names MATCH ?)"
    found = connection.execute(sql, [f'"{typed}"']).fetchall()
    connection.close()
    assert ("interpol",) in found


@pytest.mark.parametrize("typed", ["مالى", "بالجريمة", "الجريمة", "الجريمه", "جريمة", "المخدرات", "مخدرات"])
def test_arabic_words_are_found_without_what_is_attached_to_them_and_without_dots(typed: str) -> None:
    names = searched(["المكتب المعني بالجريمة والمخدرات", "مالي"])
    assert typed in names.replace("·", " ").split()
    assert searched(["Mali"]) == "Mali · mali"


def test_sqlite_carries_hostile_texts(odd: OpenStore, tmp_path: Path) -> None:
    export(odd, "sqlite", tmp_path / "graph.sqlite")
    connection = sqlite3.connect(tmp_path / "graph.sqlite")
    assert dict(connection.execute("SELECT id, label_en FROM entities")) == LABELS
    assert {row[0] for row in connection.execute("SELECT DISTINCT standing FROM claims")} == set(STANDINGS)
    connection.close()


# Excel


def _sheet(path: Path, name: str) -> list[dict[str, object]]:
    book = openpyxl.load_workbook(path, read_only=True)
    head, *rows = book[name].iter_rows(values_only=True)
    found = [dict(zip(map(str, head), row, strict=True)) for row in rows]
    book.close()
    return found


def test_excel_has_every_entity_and_claim(graph_store: OpenStore, tmp_path: Path) -> None:
    path = tmp_path / "graph.xlsx"
    export(graph_store, "xlsx", path)
    chosen = select(graph_store)
    assert [row["id"] for row in _sheet(path, "entities")] == list(chosen.entities)
    claims = read_claims(graph_store, chosen.claims)
    rows = _sheet(path, "relations")
    assert [row["claim"] for row in rows] == list(chosen.claims)
    for row in rows:
        claim = claims[str(row["claim"])]
        assert (row["subject id"], row["object id"], row["standing"]) == (claim.subject, claim.object, claim.standing)
        assert (row["since"] or "", row["until"] or "") == (claim.since, claim.until)
        assert all(place.at in str(row["sources"]) for place in claim.citations)
        if claim.value is not None:
            assert row["object or value"] == claim.value


def test_excel_sheets_are_ready_to_use(opened: OpenStore, tmp_path: Path) -> None:
    path = tmp_path / "graph.xlsx"
    export(opened, "xlsx", path)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["entities", "relations", "sources", "about"]
    for sheet in book:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
    arabic = book["entities"]["E2"]
    assert re.search("[\u0600-\u06ff]", arabic.value) and arabic.alignment.readingOrder == 2
    assert {cell.font.i for cell in book["relations"]["L"][1:] if cell.value == "rejected"} == {True}
    assert {cell.font.i for cell in book["relations"]["L"][1:] if cell.value == "normal"} == {False}


def test_no_label_becomes_a_formula_or_a_link(odd: OpenStore, tmp_path: Path) -> None:
    path = tmp_path / "graph.xlsx"
    export(odd, "xlsx", path)
    book = openpyxl.load_workbook(path)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "inlineStr", "n") and cell.hyperlink is None
                assert cell.value is None or cell.number_format == "@"
    labels = {row["id"]: row["label"] for row in _sheet(path, "entities")}
    assert labels == LABELS
    assert all(str(row["الاسم"]).startswith(ARABIC) for row in _sheet(path, "entities"))


def test_what_a_cell_cannot_hold_is_refused(tmp_path: Path) -> None:
    import hostile

    path = tmp_path / "graph.xlsx"
    path.write_text("before")
    for text, said in (("x" * 32_768, "longer than"), ("bell\x07", r"U\+0007"), ("cut\0off", r"U\+0000")):
        with pytest.raises(TocgraphError, match=said):
            export(in_memory(hostile.dataset({"a": text, "b": "y"})), "xlsx", path)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("form", ["csv", "sqlite", "xlsx"])
def test_the_same_bytes_each_time(graph_store: OpenStore, form: str) -> None:
    assert export(graph_store, form) == export(graph_store, form)
