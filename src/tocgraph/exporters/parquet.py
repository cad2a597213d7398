"""Apache Parquet: a file for each table, and one of every RDF statement (extra `parquet`)."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

from tocgraph.exporters import need
from tocgraph.exporters.bundle import from_file
from tocgraph.exporters.lines import subjects
from tocgraph.exporters.selection import Selection
from tocgraph.exporters.table_rows import Row, Value, about, rows
from tocgraph.exporters.tables import TABLES, TRIPLES, Table
from tocgraph.store import OpenStore

_GROUP = 50_000
"""Rows in a row group: what is held in memory, in columns, and what a reader can skip."""

_PART = 5_000
"""Rows that are held as rows: they take several times the memory of columns. Divides _GROUP."""


def parquet(opened: OpenStore, selection: Selection) -> Iterator[tuple[str, Iterator[bytes]]]:
    """The tables as Parquet files, columns of stable types: string, date32, int32, bool.

    Raises:
        TocgraphError: pyarrow is not installed.
        StoreError: the store failed.
    """
    need("pyarrow", "parquet")
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        writers = {
            table.name: stack.enter_context(_Writer(Path(folder), table, about(opened, selection)))
            for table in (*TABLES, TRIPLES)
        }
        for name, row in rows(opened, selection):
            writers[name].add(row)
        for row in _triples(opened, selection):
            writers["triples"].add(row)
        for name, writer in writers.items():
            writer.close()
            yield f"{name}.parquet", from_file(Path(folder) / f"{name}.parquet")


def _triples(opened: OpenStore, selection: Selection) -> Iterator[Row]:
    import pyoxigraph

    from tocgraph.store.embedded import term

    for lines in subjects(opened, selection):
        statements = pyoxigraph.parse(b"".join(lines), format=pyoxigraph.RdfFormat.N_TRIPLES)
        for s, p, o in sorted((term(t.subject), term(t.predicate), term(t.object)) for t in statements):
            kind = "iri" if o.kind == "iri" else "literal"
            yield s.value, p.value, o.value, kind, o.language or None, o.datatype or None


class _Writer:
    """One file, written a row group at a time."""

    def __init__(self, folder: Path, table: Table, told: Iterable[tuple[str, str]]) -> None:
        import pyarrow
        import pyarrow.parquet

        kinds = {"date": pyarrow.date32(), "number": pyarrow.int32(), "flag": pyarrow.bool_()}
        fields = [
            pyarrow.field(c.name, kinds.get(c.kind, pyarrow.string()), not c.needed, {"description": c.description})
            for c in table.columns
        ]
        self._schema = pyarrow.schema(fields, {"description": table.description, **dict(told)})
        self._file = pyarrow.parquet.ParquetWriter(folder / f"{table.name}.parquet", self._schema, compression="zstd")
        self._dates = [number for number, column in enumerate(table.columns) if column.kind == "date"]
        self._rows: list[Row] = []
        self._parts: list[Any] = []

    def __enter__(self) -> _Writer:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def add(self, row: Row) -> None:
        self._rows.append(row)
        if len(self._rows) >= _PART:
            self._pack()
            if len(self._parts) * _PART >= _GROUP:
                self._flush()

    def close(self) -> None:
        self._pack()
        self._flush()
        self._file.close()

    def _pack(self) -> None:
        """Turns the rows into columns."""
        import pyarrow

        if not self._rows:
            return
        columns: list[Any] = list(zip(*self._rows, strict=True))
        for number in self._dates:
            columns[number] = [_day(value) for value in columns[number]]
        arrays = [pyarrow.array(c, f.type) for c, f in zip(columns, self._schema, strict=True)]
        self._parts.append(pyarrow.Table.from_arrays(arrays, schema=self._schema))
        self._rows.clear()

    def _flush(self) -> None:
        """Writes the columns as a row group."""
        import pyarrow

        if self._parts:
            self._file.write_table(pyarrow.concat_tables(self._parts).combine_chunks())
            self._parts.clear()


def _day(value: Value) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None
