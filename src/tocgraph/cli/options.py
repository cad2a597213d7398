"""The options that commands share. Only typer is imported here: every start of the program reads this."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

Format = Literal["table", "json", "csv", "markdown"]
Language = Literal["en", "ar"]


def date(value: str | None) -> str | None:
    """A (partial) date as it was given; wrong usage when it is none."""
    if value is not None:
        from tocgraph.dates import parse_date

        try:
            parse_date(value)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from error
    return value


def complete_entity(ctx: typer.Context, incomplete: str) -> list[str]:
    """The entity ids that begin with what is typed, for the shell; none before the data is compiled."""
    from tocgraph.cli.session import compiled_names

    names = compiled_names(ctx.params.get("data_dir"))
    return names.ids(incomplete) if names else []


def complete_type(ctx: typer.Context, incomplete: str) -> list[str]:
    """The entity types that begin with what is typed, for the shell."""
    from tocgraph.cli.session import compiled_names

    names = compiled_names(ctx.params.get("data_dir"))
    return sorted(t for t in names.schema.types if t.startswith(incomplete)) if names else []


FormatOption = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="How to write the answer; a table unless told.", show_default=False),
]
LanguageOption = Annotated[
    Language | None, typer.Option("--lang", help="Language of the answer; that of the question unless told.")
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of", metavar="DATE", callback=date, help="Only what may hold on this date (2004, 2004-11, 2004-11-15)."
    ),
]
SinceOption = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", callback=date, help="Only what began, or is dated, on this date or later."),
]
UntilOption = Annotated[
    str | None,
    typer.Option(
        "--until", metavar="DATE", callback=date, help="Only what began, ended or is dated on this date or earlier."
    ),
]
ExplainOption = Annotated[
    bool, typer.Option("--explain", help="Show the reading, the SPARQL and the claims used as well.")
]
SourcesOption = Annotated[
    bool, typer.Option("--sources/--no-sources", help="Number the sources of each row and list them.")
]
EndpointOption = Annotated[
    str | None,
    typer.Option("--endpoint", metavar="URL", help="Ask this SPARQL 1.1 endpoint, which holds the same graph."),
]
DataDirOption = Annotated[
    Path | None,
    typer.Option("--data-dir", metavar="DIR", help="The data folder; else TOCGRAPH_DATA, else the installed data."),
]
StandingsOption = Annotated[bool, typer.Option("--all-standings", help="Use disputed and rejected claims as well.")]
EntityArgument = Annotated[
    str,
    typer.Argument(
        metavar="ENTITY", help="An id, a label or an alias, in English or Arabic.", autocompletion=complete_entity
    ),
]
