"""Commands about what is missing and about time: gaps, timeline, changes."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from tocgraph.cli import options, session

Kind = Literal["parties", "parents", "crimes", "obligations", "mandates", "recommendations", "obstacles"]


def gaps(
    kind: Annotated[
        Kind | None,
        typer.Argument(metavar="[KIND]", help="The kind of gaps; without it the numbers of each.", show_default=False),
    ] = None,
    about: Annotated[
        str | None,
        typer.Argument(
            metavar="[ENTITY]",
            help="For parties the instrument, for parents a protocol, for obligations an instrument or provision; "
            "for the others only what a claim joins with it.",
            autocompletion=options.complete_entity,
            show_default=False,
        ),
    ] = None,
    of: Annotated[
        str | None,
        typer.Option(
            "--of",
            metavar="GROUP",
            help="For parties and parents: members of this organization, states of this region, or a type.",
            autocompletion=options.complete_entity,
        ),
    ] = None,
    form: options.FormatOption = None,
    lang: options.LanguageOption = None,
    as_of: options.AsOfOption = None,
    explain: options.ExplainOption = False,
    endpoint: options.EndpointOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """List what the graph does not hold where one would look for it; every list says how complete it is."""
    from tocgraph.cli import output
    from tocgraph.reports.gaps import gaps as report

    language = session.language(lang, about or "", of or "")
    opened = session.opened(data_dir, endpoint)
    found = report(opened, kind, about, of, as_of, language)
    output.show(found, opened, output.View(form, language, explain, reading=True))


TimelineFormat = Literal["table", "json", "csv", "markdown", "svg", "html"]


def timeline(
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="[ENTITY|TYPE]",
            help="An entity (of a concept: what is joined with it), or an entity type; without it every dated fact.",
            autocompletion=options.complete_entity,
            show_default=False,
        ),
    ] = None,
    since: options.SinceOption = None,
    until: options.UntilOption = None,
    each: Annotated[bool, typer.Option("--each", help="Tell joinings one by one instead of by the year.")] = False,
    form: Annotated[
        TimelineFormat | None,
        typer.Option("--format", "-f", help="How to write it; svg and html are pictures.", show_default=False),
    ] = None,
    target: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The file for a picture; - for standard output.")
    ] = "-",
    lang: options.LanguageOption = None,
    as_of: options.AsOfOption = None,
    explain: options.ExplainOption = False,
    endpoint: options.EndpointOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """Show what happened when: dated facts, joinings, memberships and mandates in the order of time."""
    from pathlib import Path

    from tocgraph.cli import output, plain
    from tocgraph.reports.timeline import short
    from tocgraph.reports.timeline import timeline as report

    drawn = form in ("svg", "html")
    if target != "-" and not drawn:
        raise typer.BadParameter("only a picture goes to a file: add --format svg or html", param_hint="--output")
    language = session.language(lang, what or "")
    opened = session.opened(data_dir, endpoint)
    found = report(opened, what, since, until, as_of, language, each)
    if not drawn:
        found = found if form in ("csv", "json") else short(found)
        output.show(found, opened, output.View(form, language, explain, reading=True))
        return
    from tocgraph.reports.timeline.picture import draw, save

    document = draw(found, str(form), language)
    if target == "-":
        plain.write_bytes(document)
    else:
        save(Path(target), document)
    if explain:
        plain.note("\n".join(output.explanation(found, opened, language)))


def changes(
    first: Annotated[
        str,
        typer.Argument(metavar="FROM", callback=options.date, help="The first date: 2004, 2004-11 or 2004-11-15."),
    ],
    last: Annotated[str, typer.Argument(metavar="TO", callback=options.date, help="The last date, included.")],
    about: Annotated[
        str | None,
        typer.Argument(
            metavar="[ENTITY]",
            help="Only what is said of this entity.",
            autocompletion=options.complete_entity,
            show_default=False,
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--type",
            metavar="TYPE",
            help="Only what is said of entities of this type.",
            autocompletion=options.complete_type,
        ),
    ] = None,
    form: options.FormatOption = None,
    lang: options.LanguageOption = None,
    explain: options.ExplainOption = False,
    endpoint: options.EndpointOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """Show what changed between two dates: who joined or left, what began, ended or happened, with the sources."""
    from tocgraph.cli import output
    from tocgraph.reports.changes import changes as report

    language = session.language(lang, about or "", kind or "")
    opened = session.opened(data_dir, endpoint)
    found = report(opened, first, last, about, kind, language)
    output.show(found, opened, output.View(form, language, explain, reading=True))
