"""The option --data, which every command that takes --data-dir takes as well.

What it names joins the variable TOCGRAPH_OVERLAYS for this run, so that every layer and every process that this one
starts reads the same data.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typer
from typer.core import TyperOption

from tocgraph.locate import OVERLAYS_VARIABLE

_ALONE = frozenset({"import"})
"""Commands that change one data folder."""


def with_overlays(command: Any) -> Any:
    """The command with the option --data after its --data-dir, when it has one."""
    names = [parameter.name for parameter in command.params]
    if "data_dir" in names and command.name not in _ALONE:
        option = TyperOption(
            param_decls=["over", "--data"],
            metavar="DIR|FILE",
            multiple=True,
            expose_value=False,
            callback=_lay_over,
            help="Lay this folder of your own data, or this file of N-Quads or FollowTheMoney entities, over the data; "
            "may be given again. Those of TOCGRAPH_OVERLAYS "
            "lie below it.",
        )
        command.params.insert(names.index("data_dir") + 1, option)
    return command


def _lay_over(context: Any, option: Any, given: tuple[str, ...]) -> None:
    for name in given:
        if os.pathsep in name:
            raise typer.BadParameter(f"a path with {os.pathsep!r} cannot be laid over: {name!r}", param_hint="--data")
        if not name:
            raise typer.BadParameter("the name of the folder is empty", param_hint="--data")
    before = [name for name in [os.environ.get(OVERLAYS_VARIABLE, "")] if name]
    if given:
        os.environ[OVERLAYS_VARIABLE] = os.pathsep.join([*before, *given])


@contextmanager
def overlays_kept() -> Iterator[None]:
    """Gives the variable its value back at the end."""
    before = os.environ.get(OVERLAYS_VARIABLE)
    try:
        yield
    finally:
        os.environ.pop(OVERLAYS_VARIABLE, None)
        if before is not None:
            os.environ[OVERLAYS_VARIABLE] = before
