"""Commands for the graph as a whole: sparql, build."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from tocgraph.cli import options, session

ResultFormat = Literal[
    "table", "markdown", "json", "xml", "csv", "tsv", "turtle", "ntriples", "rdfxml", "jsonld"
]  # fmt: skip


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
    """Run a SPARQL 1.1 query; the prefixes of the graph need no declaration. SERVICE is refused."""
    from tocgraph.cli import queries

    if (query is None) == (file is None):
        raise typer.BadParameter("give either the text of a query or --file")
    text = queries.read(query, file)
    # A query of one's own may be for any endpoint, whatever it holds.
    queries.run(session.opened(data_dir, endpoint, same=False), text, form, remote=endpoint is not None)


def build(
    force: Annotated[bool, typer.Option("--force", help="Compile again even if nothing has changed.")] = False,
    data_dir: options.DataDirOption = None,
) -> None:
    """Compile the data ahead of time, so that the first question need not wait."""
    from tocgraph import locate
    from tocgraph.cli import plain
    from tocgraph.cli.progress import progress
    from tocgraph.store import cache

    home = cache.build(locate.layers(data_dir), progress(), force)
    from tocgraph.store.names import Names

    for told in cache.not_taken(Names.open(home / "names.sqlite")):
        plain.note(f"warning: {told}")
    plain.write(f"{plain.clean(home)}\n")
