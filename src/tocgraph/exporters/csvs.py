"""A bundle of CSV files (RFC 4180) with a description of every column (CSV on the Web, W3C 2015) and a dictionary."""

from __future__ import annotations

import csv
import json
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tocgraph.exporters.bundle import from_file
from tocgraph.exporters.selection import Selection
from tocgraph.exporters.table_rows import LICENSE, about, rows
from tocgraph.exporters.tables import TABLES, Column, Table
from tocgraph.store import OpenStore

_DATATYPES = {"date": "date", "number": "integer", "flag": "boolean", "address": "anyURI"}
"""Datatypes of CSVW by kind of column (Metadata Vocabulary for Tabular Data, 5.11)."""


def bundle(opened: OpenStore, selection: Selection) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Each table as a CSV file in UTF-8, then csv-metadata.json and data-dictionary.md.

    Raises:
        StoreError: the store failed.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with ExitStack() as stack:
            # All tables are filled in one pass over the graph, so each of them is a file until it is its turn.
            writers: dict[str, Any] = {}
            for table in TABLES:
                file = stack.enter_context((folder / table.name).open("w", encoding="utf-8", newline=""))
                writers[table.name] = csv.writer(file)
                writers[table.name].writerow(table.names)
            for table_name, row in rows(opened, selection):
                writers[table_name].writerow(
                    [
                        ("true" if value else "false") if value.__class__ is bool else value for value in row
                    ]  # as CSVW has it
                )
        for table in TABLES:
            yield f"{table.name}.csv", from_file(folder / table.name)
    yield "csv-metadata.json", iter([_json(metadata(about(opened, selection)))])
    yield "data-dictionary.md", iter([dictionary().encode()])


def metadata(told: list[tuple[str, str]]) -> dict[str, Any]:
    """The description of the bundle as a table group (Metadata Vocabulary for Tabular Data, 5.3)."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": dict(told)["title"],
        "dc:license": {"@id": LICENSE},
        "dc:description": "; ".join(f"{name}: {value}" for name, value in told[1:]),
        "tables": [_table(table) for table in TABLES],
    }


def dictionary() -> str:
    """What each table and column holds, as Markdown."""
    lines = ["# Data dictionary", ""]
    for table in TABLES:
        lines += [f"## {table.name}", "", table.description, ""]
        lines += ["| column | kind | never empty | refers to | what it holds |", "| --- | --- | --- | --- | --- |"]
        for column in table.columns:
            needed = "yes" if column.needed else ""
            lines.append(f"| {column.name} | {column.kind} | {needed} | {column.refers} | {column.description} |")
        lines += ["", f"One row for each: {', '.join(table.key)}.", ""]
    return "\n".join(lines)


def _table(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"columns": [_column(column) for column in table.columns]}
    if all(column.needed for column in table.columns if column.name in table.key):
        schema["primaryKey"] = list(table.key)
    # Only of columns that are never empty: readers differ on whether a key may be.
    foreign = [
        {
            "columnReference": column.name,
            "reference": {"resource": f"{column.refers}.csv", "columnReference": "id"},
        }
        for column in table.columns
        if column.refers and column.needed
    ]
    if foreign:
        schema["foreignKeys"] = foreign
    return {"url": f"{table.name}.csv", "dc:description": table.description, "tableSchema": schema}


def _column(column: Column) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.description,
        "datatype": _DATATYPES.get(column.kind, "string"),
    }
    if column.needed:
        described["required"] = True
    for language in ("en", "ar"):
        if column.name.endswith(f"_{language}"):
            described["lang"] = language
    return described


def _json(content: Any) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
