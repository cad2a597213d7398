"""Draws a table for a terminal. The one place that uses rich."""

from __future__ import annotations

import io

from tocgraph.cli import plain
from tocgraph.cli.sheets import Sheet
from tocgraph.cli.words import word

_GAP = 2


def draw(sheet: Sheet, language: str) -> str:
    """The rows as a table as wide as the terminal, columns that are empty throughout left out.

    Where even the longest words would not fit beside each other, each row is a block of its own.
    """
    from rich import box
    from rich.cells import cell_len
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    used = [i for i in range(len(sheet.columns)) if i == 0 or any(row[i] for row in sheet.rows)]
    header = [word(sheet.columns[i], language) for i in used]
    rows = [[row[i] for i in used] for row in sheet.rows]
    width = Console().width
    needed = sum(
        max(cell_len(part) for row in [header, *rows] for part in (row[i].split() or [""])) + _GAP
        for i in range(len(used))
    )
    arabic = language == "ar"
    if needed > width:
        return "\n".join(_block(header, row, arabic) for row in rows)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in header:
        table.add_column(Text(_isolated(name, arabic)), justify="right" if arabic else "left", overflow="fold")
    for row in rows:
        # Text, not str: rich reads [..] in a str as markup.
        table.add_row(*(Text(_isolated(cell, arabic)) for cell in row))
    buffer = io.StringIO()
    Console(file=buffer, width=width, markup=False, highlight=False, emoji=False, force_terminal=False).print(table)
    return "".join(line.rstrip() + "\n" for line in buffer.getvalue().splitlines())


def _block(header: list[str], row: list[str], arabic: bool) -> str:
    cells = zip(header, row, strict=True)
    return "".join(f"{_isolated(f'{name}: {cell}', arabic)}\n" for name, cell in cells if cell)


def _isolated(text: str, arabic: bool) -> str:
    return plain.isolated(text) if arabic and text else text
