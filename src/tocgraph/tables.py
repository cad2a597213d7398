"""Tables of bulk claims: CSV rows -> records, as the templates of tables.yaml say.

CSV as in RFC 4180: commas, double quotes, UTF-8, a header. A sheet answers for positions just as a
YAML tree does, so that a problem in a record made from a row points at the cell it came from.
"""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from tocgraph.model import Table, Template
from tocgraph.text import FORBIDDEN, nearest
from tocgraph.yamltree import Report

CITE = "cite"
"""The column that holds the citations of a row: `source @ pinpoint; source @ pinpoint`."""

_COLUMN = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_SEPARATOR = re.compile(r"; *")
_SUBJECTS = {"relations": ("subject", "object", "value"), "entities": ("id",)}


class Sheet:
    """A CSV file: its rows of cells, and the position of each cell.

    `whole` is false when the header does not name the columns of the table, so that no row could be read.
    """

    # What a YAML tree tells of itself as well: a sheet has no empty values and no cut blocks.
    holes = False
    value: Any = None

    def __init__(self, table: Table, lines: Sequence[str], starts: Sequence[int], rows: Sequence[list[str]]) -> None:
        self.table = table
        self.rows = rows
        self.whole = True
        self.cut: list[str] = []
        self._lines = lines
        self._starts = starts

    def position(self, path: Sequence[str | int] = ()) -> tuple[int, int]:
        """Line and column (from 1) of the cell that the part of a record at `path` comes from.

        A path begins with the index of the row, the name of the list of templates and the index there.
        """
        if not path:
            return (1, 1)
        row = int(path[0])
        return self.cell(row, self._column(path[1:]))

    key_position = position

    def cell(self, row: int, column: int) -> tuple[int, int]:
        """Line and column (from 1) where a cell of a row begins."""
        line, at, seen, quoted = self._starts[row], 0, 0, False
        while seen < column and line < len(self._lines):
            text = self._lines[line]
            while at < len(text) and seen < column:
                if text[at] == '"':
                    quoted = not quoted
                elif text[at] == "," and not quoted:
                    seen += 1
                at += 1
            if seen < column:
                line, at = line + 1, 0
        return line + 1, at + 1

    def _column(self, path: Sequence[str | int]) -> int:
        """The column that a field of a template takes its text from; 0 for a constant."""
        if len(path) > 2 and path[2] == CITE:
            return self.table.columns.index(CITE)
        part: Any = self.table.templates(str(path[0]))[int(path[1])].model_dump(by_alias=True) if len(path) > 1 else {}
        for step in path[2:]:
            if isinstance(part, dict) and step in part:
                part = part[step]
        named = _COLUMN.search(part) if isinstance(part, str) else None
        return self.table.columns.index(named[1]) if named else 0


def parse_sheet(data: bytes, table: Table, report: Report) -> Sheet:
    """The sheet of a CSV file; what is wrong with its text goes to `report`.

    Rows with too few or too many cells are left out; a file whose header is wrong gives a sheet that is not whole.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        report(line, 1, "csv-syntax", "the file is not UTF-8 text", "save it as UTF-8")
        return _broken(table)
    for match in itertools.islice(FORBIDDEN.finditer(text), 25):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        report(line, column, "bad-character", f"the character U+{ord(match[0]):04X} is not allowed", "remove it")
    lines = FORBIDDEN.sub("", text).split("\n")
    reader = csv.reader((f"{line}\n" for line in lines), strict=True)
    starts: list[int] = []
    rows: list[list[str]] = []
    header: list[str] | None = None
    while True:
        start = reader.line_num
        try:
            cells = next(reader, None)
        except csv.Error as error:
            report(start + 1, 1, "csv-syntax", f"not CSV: {error}", "check the quotes of this row")
            break
        if cells is None:
            break
        if header is None:
            header = cells
            if not _header_fits(header, table.columns, report):
                return _broken(table)
        elif cells and len(cells) != len(table.columns):
            message = f"{len(cells)} cells where the header has {len(table.columns)}"
            report(start + 1, 1, "csv-syntax", message, "quote a cell that holds a comma")
        elif cells:
            starts.append(start)
            rows.append([cell.strip() for cell in cells])
    if header is None:
        report(1, 1, "csv-syntax", "the file is empty", f"its header is {','.join(table.columns)}")
        return _broken(table)
    return Sheet(table, lines, starts, rows)


def sheet_text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The CSV file of a header and rows, in the form that `parse_sheet` reads: UTF-8, lines ended by line feeds."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return buffer.getvalue().encode()


def _broken(table: Table) -> Sheet:
    sheet = Sheet(table, [], [], [])
    sheet.whole = False
    return sheet


def _header_fits(header: list[str], columns: Sequence[str], report: Report) -> bool:
    unknown = [name for name in header if name not in columns]
    missing = [name for name in columns if name not in header]
    for name in unknown:
        column = sum(len(cell) + 1 for cell in header[: header.index(name)]) + 1
        near = nearest(name.lower(), missing, limit=1, cutoff=60)
        hint = f"did you mean {near[0]!r}?" if near else f"the columns are {', '.join(columns)}"
        report(1, column, "unknown-column", f"no column {name!r} in this table", hint)
    if missing and not unknown:
        report(1, 1, "unknown-column", f"the column {missing[0]!r} is missing", f"the columns are {', '.join(columns)}")
    if not unknown and not missing and header != list(columns):
        report(1, 1, "unknown-column", "the columns stand in another order", f"write {','.join(columns)}")
    return header == list(columns)


def order(sheet: Sheet) -> Iterator[tuple[int, str]]:
    """The rows, by index, that come before the row above them, with a message."""
    for index, (above, row) in enumerate(itertools.pairwise(sheet.rows), 1):
        if row < above:
            yield index, f"the row {','.join(row)[:40]!r} is out of order; it comes before the row above it"


def blocks(
    sheet: Sheet, kind: str, codes: Mapping[str, Mapping[str, str]], report: Callable[[int, int, str, str, str], None]
) -> Iterator[tuple[tuple[str | int, ...], dict[str, Any]]]:
    """The blocks that the rows of a sheet make, as entities.yaml or relations.yaml would hold them, with their paths.

    `kind` is `entities` or `relations`; `codes` gives by scheme the entity of each code.
    """
    table = sheet.table
    templates = [_Filler(kind, index, template, table) for index, template in enumerate(table.templates(kind))]
    coded = {table.columns.index(column): scheme for column, scheme in table.codes.items()}
    for number, row in enumerate(sheet.rows):
        cells = list(row)
        for column, scheme in coded.items():
            known = codes.get(scheme, {})  # none where no entity has an identifier of that scheme
            if cells[column] and cells[column] not in known:
                near = nearest(cells[column], known, limit=1)
                hint = f"did you mean {near[0]!r}?" if near else "add it to the identifiers of an entity"
                report(*sheet.cell(number, column), "unknown-code", f"no {scheme} code {cells[column]!r}", hint)
                cells[column] = ""
            elif cells[column]:
                cells[column] = known[cells[column]]
        for filler in templates:
            for block in filler.blocks(cells):
                if kind == "relations":
                    block["cite"] = list(_citations(sheet, number, cells, report))
                yield (number, kind, filler.index), block


def _citations(
    sheet: Sheet, number: int, cells: list[str], report: Callable[[int, int, str, str, str], None]
) -> Iterator[dict[str, str]]:
    column = sheet.table.columns.index(CITE)
    for part in _SEPARATOR.split(cells[column]):
        if not part:
            continue
        source, at, pinpoint = (piece.strip() for piece in part.partition("@"))
        if not at:
            message = f"{part!r} is no citation"
            report(*sheet.cell(number, column), "missing-pinpoint", message, "write 'source @ pinpoint'")
        yield {"source": source, "at": pinpoint or "?"}


class _Filler:
    """One template of a table, ready to be filled with the cells of a row."""

    def __init__(self, kind: str, index: int, template: Template, table: Table) -> None:
        self.index = index
        self.columns = {name: number for number, name in enumerate(table.columns)}
        self.needed = [self.columns[name] for name in template.when]
        values = template.when if isinstance(template.when, dict) else {}
        self.equal = [(self.columns[name], value) for name, value in values.items()]
        self.fields = whole = template.model_dump(by_alias=True, exclude_defaults=True, exclude={"when"})
        self.subjects = [name for name in _SUBJECTS[kind] if name in whole]
        used = set(_COLUMN.findall(str(whole)))
        self.lists = [self.columns[name] for name in table.lists if name in used]

    def blocks(self, cells: list[str]) -> Iterator[dict[str, Any]]:
        """The blocks of a row: one for each value of its lists, none when a condition fails."""
        if any(not cells[column] for column in self.needed) or any(cells[c] != value for c, value in self.equal):
            return
        choices = [[(column, value) for value in _SEPARATOR.split(cells[column])] for column in self.lists]
        for chosen in itertools.product(*choices):
            filled = list(cells)
            for column, value in chosen:
                filled[column] = value
            block = self._fill(self.fields, filled)
            if block and all(block.get(name) for name in self.subjects):
                yield block

    def _fill(self, part: Any, cells: list[str]) -> Any:
        if isinstance(part, str):
            return _COLUMN.sub(lambda match: cells[self.columns[match[1]]], part) if "{" in part else part
        if isinstance(part, dict):
            inner = {key: self._fill(value, cells) for key, value in part.items()}
            return {key: value for key, value in inner.items() if value}
        return [value for value in (self._fill(item, cells) for item in part) if value]


def unknown_columns(table: Table) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The columns that a table's block names without having them, each with its path in the block."""
    known = set(table.columns)
    for name in table.lists:
        if name not in known:
            yield ("lists", table.lists.index(name)), name
    for name in table.codes:
        if name not in known:
            yield ("codes", name), name
    if CITE not in known and table.relations:
        yield ("columns",), CITE
    for kind in ("entities", "relations"):
        for index, template in enumerate(table.templates(kind)):
            for name in template.when:
                if name not in known:
                    yield (kind, index, "when"), name
            for path, text in _texts(template.model_dump(by_alias=True, exclude={"when"}), (kind, index)):
                for name in _COLUMN.findall(text):
                    if name not in known:
                        yield path, name


def _texts(part: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(part, str):
        yield path, part
    elif isinstance(part, dict):
        for key, value in part.items():
            yield from _texts(value, (*path, key))
    elif isinstance(part, list):
        for index, value in enumerate(part):
            yield from _texts(value, (*path, index))
