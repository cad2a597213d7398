"""The command that shows what can be asked: questions."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Annotated

import typer

from tocgraph.cli import options, session


def _complete_family(incomplete: str) -> list[str]:
    from tocgraph.asking.templates import FAMILIES

    return [family for family in FAMILIES if family.startswith(incomplete)]


def questions(
    family: Annotated[
        str | None,
        typer.Argument(
            metavar="[FAMILY]",
            help="Only this family of questions: its id or its name.",
            autocompletion=_complete_family,
            show_default=False,
        ),
    ] = None,
    form: options.FormatOption = None,
    lang: options.LanguageOption = None,
    endpoint: options.EndpointOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """Show what can be asked, by family, with examples that this data answers."""
    from tocgraph.asking.examples import examples
    from tocgraph.cli import output

    language = session.language(lang, family or "")
    opened = session.opened(data_dir, endpoint)
    found = examples(opened, family, language, _progress())
    output.show(found, opened, output.View(form, language))


def _progress() -> Callable[[str, float], None]:
    """A bar on a terminal, for each example is asked before it is shown; nothing elsewhere."""
    drawn = sys.stderr is not None and sys.stderr.isatty()
    width = 30

    def notify(step: str, share: float) -> None:
        if drawn:
            filled = round(share * width)
            # Back to the start of the line and clear it (ECMA-48, erase in line); the bar goes when it is done.
            bar = f"[{'#' * filled}{'.' * (width - filled)}] {share:4.0%} {step}" if share < 1 else ""
            sys.stderr.write(f"\r\x1b[K{bar}")
            sys.stderr.flush()

    return notify
