"""Draws a table for a terminal. The one place that uses rich."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING

from tocgraph.cli import plain
from tocgraph.cli.sheets import Sheet
from tocgraph.cli.words import word

if TYPE_CHECKING:
    from rich.text import Text

_GAP = 2
_UNDER_NAME = ("id", "type")
_BESIDE = ("relation", "since", "until", "qualifiers", "note")
_NAMED = ("since", "until", "note")
_STYLES = {"standing": "yellow", "note": "italic", "relation": "bold"}


def draw(sheet: Sheet, language: str) -> str:
    """The rows as a table as wide as the terminal, in colour unless NO_COLOR is set.

    Answers take three columns: the name with id and type under it, what is claimed, the sources. Other
    sheets keep their columns, without those that are empty throughout; where even the longest words
    would not fit beside each other, each row is a block of its own.
    """
    from rich.cells import cell_len
    from rich.console import Console
    from rich.text import Text

    width = Console().width
    if "id" in sheet.columns and sheet.columns[0] == "answer":
        header, rows = _answers(sheet, language)
        return _table(header, rows, width, language, wide=1)
    # Ids as long as names would take the room of the columns; they stand in every other form of output.
    named = "item" in sheet.columns
    used = [
        i
        for i, column in enumerate(sheet.columns)
        if not (named and column == "id") and (i == 0 or any(row[i] for row in sheet.rows))
    ]
    header = [word(sheet.columns[i], language) for i in used]
    plain_rows = [[row[i] for i in used] for row in sheet.rows]
    needed = sum(
        max(cell_len(part) for row in [header, *plain_rows] for part in (row[i].split() or [""])) + _GAP
        for i in range(len(used))
    )
    arabic = language == "ar"
    if needed > width:
        return "\n".join(_block(header, row, arabic) for row in plain_rows)
    return _table(header, [[Text(_isolated(cell, arabic)) for cell in row] for row in plain_rows], width, language)


def _answers(sheet: Sheet, language: str) -> tuple[list[str], list[list[Text]]]:
    from rich.text import Text

    arabic = language == "ar"
    rows = []
    for values in sheet.rows:
        row = dict(zip(sheet.columns, values, strict=True))
        name = Text(_isolated(row["answer"], arabic), style="bold")
        under = " · ".join(row[c] for c in _UNDER_NAME if row.get(c))
        if under:
            name.append("\n" + _isolated(under, arabic), style="not bold dim")
        claimed = Text()
        if row.get("standing"):
            claimed.append(_isolated(row["standing"], arabic) + "\n", style="bold yellow")
        for column in _BESIDE:
            for part in (row.get(column) or "").split("; ") if column == "qualifiers" else [row.get(column) or ""]:
                if part:
                    text = f"{word(column, language)}: {part}" if column in _NAMED else part
                    claimed.append(_isolated(text, arabic) + "\n", style=_STYLES.get(column, ""))
        claimed.rstrip()
        rows.append([name, claimed, Text(row.get("sources", ""), style="cyan")])
    header = [word("answer", language), word("qualifiers", language), word("sources", language)]
    used = [i for i in range(3) if i == 0 or any(row[i].plain for row in rows)]
    return [header[i] for i in used], [[row[i] for i in used] for row in rows]


def _table(header: list[str], rows: list[list[Text]], width: int, language: str, wide: int = 0) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    arabic = language == "ar"
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold cyan")
    for position, name in enumerate(header):
        ratio = 1 if wide and position < 2 and len(header) > 1 else None
        table.add_column(
            Text(_isolated(name, arabic)), justify="right" if arabic else "left", overflow="fold", ratio=ratio
        )
    table.expand = bool(wide) and len(header) > 2
    for row in rows:
        table.add_row(*row)  # Text, not str: rich reads [..] in a str as markup
    buffer = io.StringIO()
    # https://no-color.org; a dumb terminal shows the codes instead of obeying them.
    coloured = plain.on_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    console = Console(
        file=buffer, width=width, markup=False, highlight=False, emoji=False, force_terminal=coloured,
        color_system="standard" if coloured else None,
    )  # fmt: skip
    console.print(table)
    return "".join(line.rstrip() + "\n" for line in buffer.getvalue().splitlines())


def _block(header: list[str], row: list[str], arabic: bool) -> str:
    cells = zip(header, row, strict=True)
    return "".join(f"{_isolated(f'{name}: {cell}', arabic)}\n" for name, cell in cells if cell)


def _isolated(text: str, arabic: bool) -> str:
    return plain.isolated(text) if arabic and text else text
