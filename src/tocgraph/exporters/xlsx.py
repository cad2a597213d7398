"""An Excel workbook (Office Open XML) for analysts: entities, relations, sources, about (extra `xlsx`).

Every cell is text or a whole number: nothing that a label begins with makes it a formula or a link.
"""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tocgraph.errors import TocgraphError
from tocgraph.exporters import need
from tocgraph.exporters.bundle import from_file
from tocgraph.exporters.plain import checked, cited, qualified
from tocgraph.exporters.records import ClaimRecord, claim_records, entity_records, source_records
from tocgraph.exporters.selection import Selection
from tocgraph.exporters.table_rows import about
from tocgraph.files import written
from tocgraph.store import OpenStore
from tocgraph.store.names import Named
from tocgraph.store.statements import in_batches
from tocgraph.vocabulary import TRANSLATION

ROWS = 1_048_576
"""The most rows that a sheet can have; ECMA-376 sets no number, Excel does."""
CELL = 32_767
"""The most characters (UTF-16 units) that Excel shows of a cell."""


_Formats = dict[tuple[str, bool], Any]


class _Column(NamedTuple):
    heading: str
    width: int
    arabic: bool = False


_ENTITIES = (
    _Column("id", 26), _Column("type", 22), _Column("النوع", 22, True),
    _Column("label", 40), _Column("الاسم", 40, True),
    _Column("other names", 40), _Column("أسماء أخرى", 40, True), _Column("description", 60), _Column("الوصف", 60, True),
    _Column("exists from", 12), _Column("exists to", 12), _Column("identifiers", 30), _Column("address", 40),
)  # fmt: skip
_RELATIONS = (
    _Column("claim", 15), _Column("subject id", 24), _Column("subject", 36), _Column("صاحب العلاقة", 36, True),
    _Column("relation", 24), _Column("العلاقة", 24, True), _Column("object id", 24), _Column("object or value", 36),
    _Column("الطرف الآخر أو القيمة", 36, True), _Column("since", 12), _Column("until", 12), _Column("standing", 12),
    _Column("derived by", 24), _Column("qualifiers", 40), _Column("note", 40), _Column("ملاحظة", 40, True),
    _Column("sources", 60),
)  # fmt: skip
_SOURCES = (
    _Column("id", 26), _Column("type", 18), _Column("title", 60), _Column("authors", 40), _Column("publisher", 30),
    _Column("issued", 12), _Column("language", 10), _Column("as of", 12), _Column("license", 20),
    _Column("address", 40), _Column("note", 40),
)  # fmt: skip
_ABOUT = (_Column("name", 20), _Column("value", 90))


def workbook(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """The selection as one .xlsx file.

    Raises:
        TocgraphError: XlsxWriter is not installed, the selection has more rows than a sheet can, or a text more
            characters than a cell can.
        StoreError: the store failed.
    """
    xlsxwriter = need("xlsxwriter", "xlsx")
    longest = max(len(selection.entities), len(selection.claims)) + 1
    if longest > ROWS:
        raise TocgraphError(
            f"a sheet has {ROWS} rows at most, and this selection needs {longest}",
            "export a part with --around, --types or --query, or use the formats sqlite or parquet",
        )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.xlsx"
        with written(path):
            book = xlsxwriter.Workbook(
                path,
                {"constant_memory": True, "tmpdir": folder, "strings_to_formulas": False, "strings_to_urls": False},
            )
            try:
                formats = _formats(book)
                told = about(opened, selection)
                # A fixed time: the same bytes for the same data.
                book.set_properties({"title": dict(told)["title"], "created": datetime.datetime(2000, 1, 1)})
                named = _entities(_Sheet(book, formats, "entities", _ENTITIES), opened, selection)
                cited_sources = _relations(_Sheet(book, formats, "relations", _RELATIONS), opened, selection)
                _sources(_Sheet(book, formats, "sources", _SOURCES), opened, sorted(named | cited_sources))
                sheet = _Sheet(book, formats, "about", _ABOUT)
                for pair in told:
                    sheet.add(pair)
                for text in _NOTES:
                    sheet.add(("", text))
                sheet.close()
            finally:
                book.close()  # after an error as well: it deletes the temporary files of its sheets
            yield from from_file(path)


_NOTES = (
    "Claims of the standing preferred or normal are taken as fact; unverified, disputed and rejected ones are kept "
    "with their sources and are shown in grey.",
    "Dates are as the source gives them: a year, a month or a day. An empty date is not known.",
    "ما كانت مرتبته disputed أو rejected أو unverified فهو محفوظ مع مصادره ولا يعد حقيقة.",
)


class _Sheet:
    """A sheet with a frozen header; the filter over all its rows is set when the last one is written."""

    def __init__(self, book: Any, formats: _Formats, name: str, columns: tuple[_Column, ...]) -> None:
        self._sheet = book.add_worksheet(name)
        self._count = 0
        self._columns = columns
        self._formats = formats
        self._sheet.freeze_panes(1, 1)
        for number, column in enumerate(columns):
            self._sheet.set_column(number, number, column.width)
            self._sheet.write_string(0, number, column.heading, self._formats["head", column.arabic])

    def close(self) -> None:
        self._sheet.autofilter(0, 0, self._count, len(self._columns) - 1)

    def add(self, row: tuple[str, ...], doubted: bool = False) -> None:
        self._count += 1
        for number, (text, column) in enumerate(zip(row, self._columns, strict=True)):
            if not text:
                continue
            if len(text.encode("utf-16-le")) // 2 > CELL:
                raise TocgraphError(
                    f"a text of {row[0]!r} is longer than the {CELL} characters that a cell can hold",
                    "use the formats csv or sqlite",
                )
            form = self._formats["doubted" if doubted else "row", column.arabic]
            self._sheet.write_string(self._count, number, checked(text, row[0]), form)


def _formats(book: Any) -> _Formats:
    looks: dict[str, dict[str, Any]] = {
        "head": {"bold": True, "text_wrap": True, "bottom": 1, "valign": "top", "num_format": "@"},
        "row": {"valign": "top", "num_format": "@"},
        "doubted": {"valign": "top", "num_format": "@", "font_color": "#6B6B6B", "italic": True},
    }
    # Reading order 2 is from right to left (ECMA-376 part 1, 18.8.1).
    sides: dict[bool, dict[str, Any]] = {False: {}, True: {"reading_order": 2, "align": "right"}}
    return {
        (name, arabic): book.add_format(look | side) for name, look in looks.items() for arabic, side in sides.items()
    }


def _entities(sheet: _Sheet, opened: OpenStore, selection: Selection) -> set[str]:
    """Writes the entities and gives the ids of the sources that their labels come from."""
    sources: set[str] = set()
    for entity in entity_records(opened, selection.entities):
        sources.update(origin for origin in entity.label_from.values() if origin != TRANSLATION)
        others: dict[bool, list[str]] = {False: [], True: []}
        for language, alias in entity.aliases:
            others[language == "ar"].append(alias)
        sheet.add(
            (
                entity.id, *(opened.schema.label("types", entity.type, code) for code in ("en", "ar")),
                entity.label.get("en", ""), entity.label.get("ar", ""),
                "; ".join(others[False]), "؛ ".join(others[True]),
                entity.description.get("en", ""), entity.description.get("ar", ""), *entity.exists,
                "; ".join(f"{scheme}: {value}" for scheme, value in sorted(entity.identifiers.items())), entity.iri,
            )
        )  # fmt: skip
    sheet.close()
    return sources


def _relations(sheet: _Sheet, opened: OpenStore, selection: Selection) -> set[str]:
    """Writes the claims and gives the ids of the sources that they cite."""
    sources: set[str] = set()
    for batch in in_batches(claim_records(opened, selection.claims)):
        named = opened.names.entities({end for r in batch for end in (r.claim.subject, r.claim.object) if end})
        for record in batch:
            sources.update(place.source for place in record.claim.citations)
            sheet.add(_relation(opened, record, named), not record.is_fact)
    sheet.close()
    return sources


def _relation(opened: OpenStore, record: ClaimRecord, named: dict[str, Named]) -> tuple[str, ...]:
    claim, schema = record.claim, opened.schema

    def name(entity: str | None, language: str) -> str:
        if entity is None:
            return claim.value or ""
        if entity not in named:
            return ""
        return named[entity].name() if language == "en" else named[entity].label.get(language, "")

    return (
        claim.id, claim.subject, name(claim.subject, "en"), name(claim.subject, "ar"),
        schema.label("relations", claim.relation), schema.label("relations", claim.relation, "ar"),
        claim.object or "", name(claim.object, "en"), name(claim.object, "ar"), claim.since, claim.until,
        claim.standing, schema.label("rules", claim.rule) if claim.rule else "", qualified(opened, claim),
        claim.note.get("en", ""), claim.note.get("ar", ""), cited(claim),
    )  # fmt: skip


def _sources(sheet: _Sheet, opened: OpenStore, identifiers: list[str]) -> None:
    for source in source_records(opened, identifiers):
        sheet.add(
            (
                source.id, source.type, source.title, "; ".join(source.authors), source.publisher, source.issued,
                source.language, source.as_of, source.license, source.url, source.note,
            )
        )  # fmt: skip
    sheet.close()
