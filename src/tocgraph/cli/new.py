"""`tocgraph new`: files to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

Kind = Literal["workspace"]


def new(
    kind: Annotated[Kind, typer.Argument(help="What to make: a folder of your own data, to be laid over the data.")],
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where; nothing that is there is overwritten.")],
) -> None:
    """Make a folder with small, commented files for data of your own."""
    from tocgraph.cli import plain
    from tocgraph.workspace import new_workspace

    for name in new_workspace(folder):
        plain.write(f"{plain.clean(folder / name)}\n")
    plain.note(f"check it with: tocgraph check --data {plain.clean(folder)}")
