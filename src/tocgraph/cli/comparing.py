"""Commands that put things side by side: compare, matrix."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from tocgraph.cli import options, session

MatrixFormat = Literal["table", "json", "csv", "markdown", "html"]


def compare(
    entities: Annotated[
        list[str],
        typer.Argument(
            metavar="ENTITY ENTITY [ENTITY ...]",
            help="What to compare: ids, labels or aliases, in English or Arabic.",
            autocompletion=options.complete_entity,
        ),
    ],
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="WHAT",
            help="crimes, mechanisms, powers, bodies, articles, parties or instruments; "
            "any entity type, relation type or concept works too.",
        ),
    ] = None,
    form: options.FormatOption = None,
    lang: options.LanguageOption = None,
    as_of: options.AsOfOption = None,
    explain: options.ExplainOption = False,
    sources: options.SourcesOption = True,
    endpoint: options.EndpointOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """Compare things side by side: what they share, what only some have, what is not known."""
    from tocgraph.cli import output
    from tocgraph.reports.compare import compare as report

    language = session.language(lang, *entities, by or "")
    opened = session.opened(data_dir, endpoint)
    found = report(opened, entities, by, language, as_of)
    output.show(found, opened, output.View(form, language, explain, sources, reading=True))


def matrix(
    rows: Annotated[
        str,
        typer.Argument(
            metavar="ROWS",
            help="An entity type, an entity that others belong to (an organization, a region, a concept), "
            "or several entities parted by commas.",
            autocompletion=options.complete_type,
        ),
    ],
    columns: Annotated[
        str, typer.Argument(metavar="COLUMNS", help="The same for the columns.", autocompletion=options.complete_type)
    ],
    where_rows: Annotated[
        list[str] | None,
        typer.Option(
            "--where-rows", "--where", metavar="RELATION[=ENTITY]", help="Only rows with such a claim, as for list."
        ),
    ] = None,
    where_columns: Annotated[
        list[str] | None,
        typer.Option("--where-columns", metavar="RELATION[=ENTITY]", help="Only columns with such a claim."),
    ] = None,
    relation: Annotated[
        str | None,
        typer.Option("--relation", metavar="RELATION", help="The relation type that counts, with its narrower ones."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also rows and columns about which nothing is recorded.")
    ] = False,
    target: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="The file to write the page of html to.")
    ] = None,
    form: Annotated[
        MatrixFormat | None,
        typer.Option("--format", "-f", help="How to write the matrix; html is a page for -o.", show_default=False),
    ] = None,
    lang: options.LanguageOption = None,
    as_of: options.AsOfOption = None,
    explain: options.ExplainOption = False,
    sources: options.SourcesOption = True,
    endpoint: options.EndpointOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """Put two sets of things against each other: states and conventions, crimes and conventions."""
    from tocgraph.cli import output, plain
    from tocgraph.reports.matrix import matrix as report

    if target is not None and form != "html":
        raise typer.BadParameter("--output writes a page: give --format html with it")
    language = session.language(lang, rows, columns)
    opened = session.opened(data_dir, endpoint)
    found = report(opened, rows, columns, where_rows or (), where_columns or (), relation, language, as_of, everything)
    if form != "html":
        output.show(found, opened, output.View(form, language, explain, sources, reading=True, works=True))
        return
    from tocgraph.exporters import save
    from tocgraph.exporters.heatmap import heatmap

    document = heatmap(opened, found, language)
    if target in (None, "-"):
        plain.write_bytes(document)
    else:
        save(target, document)
    if explain:
        plain.note("\n".join(output.explanation(found, opened, language)))
