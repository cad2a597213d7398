"""`tocgraph check`: every problem of a data folder, for people, scripts, code scanning and GitHub."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple
from urllib.parse import quote

import typer

from tocgraph.cli.options import DataDirOption
from tocgraph.errors import Problem

CheckFormat = Literal["text", "json", "sarif", "github"]


def check(
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[DIR]", help="The data folder; else that of --data-dir.", show_default=False),
    ] = None,
    output: Annotated[
        CheckFormat, typer.Option("--format", "-f", help="For people, scripts, code scanning or GitHub annotations.")
    ] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings as well.")] = False,
    data_dir: DataDirOption = None,
) -> None:
    """Report every problem in the data, with file, line and column, also in what --data lays over it.

    Exit code 1 when there is an error, or a warning under --strict; else 0.
    """
    from tocgraph import checks, locate
    from tocgraph.cli import plain

    if folder is not None and data_dir is not None and folder.resolve() != data_dir.resolve():
        raise typer.BadParameter("give the folder once, as DIR or as --data-dir")
    chosen = locate.layers(folder or data_dir)
    found = checks.check(chosen)
    if any(p.level == "error" for p in found):
        for file in chosen.files:
            plain.note(f"{file} is not checked before the errors of the folders are mended")
    elif chosen.files:
        from tocgraph.cli.progress import progress
        from tocgraph.store.cache import file_problems

        found += file_problems(chosen, progress(), lambda told: None)
    problems = [p._replace(file=shown_path(chosen.base, p.file)) for p in found]
    written = FORMATS[output](problems)
    if written:
        typer.echo(written)
    count = counts(problems)
    if output == "text":
        typer.echo(count.sentence, err=True)
    if count.errors or (strict and count.warnings):
        raise typer.Exit(1)


class Counts(NamedTuple):
    """How many errors and warnings there are."""

    errors: int
    warnings: int

    @property
    def sentence(self) -> str:
        """The two numbers in words."""
        if not self.errors and not self.warnings:
            return "no problems"
        parts = ((self.errors, "error"), (self.warnings, "warning"))
        return ", ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in parts)


def counts(problems: Sequence[Problem]) -> Counts:
    """The numbers of errors and warnings among the problems."""
    errors = sum(p.level == "error" for p in problems)
    return Counts(errors, len(problems) - errors)


def shown_path(folder: Path, file: str) -> str:
    """The path of a data file as an editor or a code host opens it: from the working folder when it is below it."""
    from tocgraph import locate

    path = locate.file_of(folder, file)
    try:
        inside = os.path.relpath(path)
    except ValueError:  # another drive on Windows
        return path.as_posix()
    return path.as_posix() if inside.startswith("..") else Path(inside).as_posix()


def as_text(problems: Sequence[Problem]) -> str:
    """One line for each problem."""
    return "\n".join(str(p) for p in problems)


def as_json(problems: Sequence[Problem]) -> str:
    """A JSON object with the problems, each with the fields of Problem, and their numbers."""
    count = counts(problems)
    content = {"errors": count.errors, "warnings": count.warnings, "problems": [p._asdict() for p in problems]}
    return json.dumps(content, ensure_ascii=False, indent=2)


def as_github(problems: Sequence[Problem]) -> str:
    """GitHub workflow commands, which annotate the lines of a pull request."""
    return "\n".join(
        f"::{p.level} file={_property(p.file)},line={p.line},col={p.column},title={_property(p.rule)}"
        f"::{_data(_sentence(p))}"
        for p in problems
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _sentence(problem: Problem) -> str:
    return f"{problem.message}; {problem.hint}" if problem.hint else problem.message


def as_sarif(problems: Sequence[Problem]) -> str:
    """A SARIF 2.1.0 log with one run (OASIS standard, sections 3.13, 3.14, 3.19, 3.27 and 3.30)."""
    from tocgraph import __version__
    from tocgraph.checks import RULES
    from tocgraph.foreign.findings import FILE_RULES

    known = {**RULES, **FILE_RULES}
    places = {identifier: index for index, identifier in enumerate(known)}
    rules = [
        {"id": r.id, "shortDescription": {"text": r.description}, "defaultConfiguration": {"level": r.level}}
        for r in known.values()
    ]
    driver = {"name": "tocgraph", "version": __version__, "rules": rules}
    log: dict[str, Any] = {
        "version": "2.1.0",
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_result(p, places[p.rule]) for p in problems],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _result(problem: Problem, index: int) -> dict[str, Any]:
    path = Path(problem.file)
    address = path.as_uri() if path.is_absolute() else quote(problem.file)
    region = {"startLine": problem.line, "startColumn": problem.column}
    return {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": problem.level,
        "message": {"text": _sentence(problem)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": address}, "region": region}}],
    }


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
}
