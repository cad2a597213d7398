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
