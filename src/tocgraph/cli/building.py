"""Commands for the graph as a whole: sparql, export, build."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal

import typer

from tocgraph.cli import options, session

ResultFormat = Literal[
    "table", "markdown", "json", "xml", "csv", "tsv", "turtle", "ntriples", "rdfxml", "jsonld"
]  # fmt: skip
ExportFormat = Literal["turtle", "ntriples", "html"]


def sparql(
    query: Annotated[str | None, typer.Argument(help="The text of a query; - reads it from standard input.")] = None,
    file: Annotated[
        Path | None, typer.Option("--file", "-F", metavar="FILE", help="Read the query from a file.")
    ] = None,
    form: Annotated[
        ResultFormat | None,
        typer.Option(
            "--format",
            "-f",
            help="How to write the result: a table unless told, Turtle for a graph. json, xml, csv, tsv for "
            "SELECT and ASK; turtle, ntriples, rdfxml, jsonld for CONSTRUCT and DESCRIBE.",
        ),
    ] = None,
    endpoint: options.EndpointOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """Run a SPARQL 1.1 query; the prefixes of the graph need no declaration."""
    from tocgraph.cli import queries

    if (query is None) == (file is None):
        raise typer.BadParameter("give either the text of a query or --file")
    text = queries.read(query, file)
    queries.run(session.opened(data_dir, endpoint), text, form, remote=endpoint is not None)


def export(
    form: Annotated[ExportFormat, typer.Argument(metavar="turtle|ntriples|html", help="The format.")],
    target: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The file to write; - for standard output.")
    ] = "-",
    around: Annotated[
        str | None,
        typer.Option(
            "--around",
            metavar="ENTITY",
            help="Only what surrounds this entity.",
            autocompletion=options.complete_entity,
        ),
    ] = None,
    depth: Annotated[int, typer.Option("--depth", min=0, help="How many relations away from --around.")] = 1,
    endpoint: options.EndpointOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """Write the graph, or the surroundings of an entity, to a file."""
    from tocgraph import exporters
    from tocgraph.cli import plain

    opened = session.opened(data_dir, endpoint)
    if target != "-":
        exporters.export(opened, form, target, around=around, depth=depth)
        return
    document = exporters.export(opened, form, None, around=around, depth=depth)
    plain.write_bytes(document or b"")


def build(
    force: Annotated[bool, typer.Option("--force", help="Compile again even if nothing has changed.")] = False,
    data_dir: options.DataDirOption = None,
) -> None:
    """Compile the data ahead of time, so that the first question need not wait."""
    from tocgraph import locate
    from tocgraph.cli import plain
    from tocgraph.store import cache

    home = cache.build(locate.data_dir(data_dir), _progress(), force)
    plain.write(f"{plain.clean(home)}\n")


def _progress() -> Callable[[str, float], None]:
    from tocgraph.cli import plain

    drawn = sys.stderr is not None and sys.stderr.isatty()
    width = 30

    def notify(step: str, share: float) -> None:
        if not drawn:
            plain.note(f"{share:4.0%} {step}")
            return
        filled = round(share * width)
        # Back to the start of the line and clear it (ECMA-48, erase in line); ours, so not cleaned away.
        sys.stderr.write(f"\r\x1b[K[{'#' * filled}{'.' * (width - filled)}] {share:4.0%} {step}")
        if share >= 1:
            sys.stderr.write("\n")
        sys.stderr.flush()

    return notify
