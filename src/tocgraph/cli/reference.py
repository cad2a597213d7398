"""Commands about what the graph rests on and what it holds: cite, sources, stats."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from tocgraph.cli import options, session

Style = Literal["plain", "bibtex", "csl-json"]


def cite(
    what: Annotated[
        str,
        typer.Argument(
            metavar="CLAIM|ENTITY",
            help="A claim id, or an entity by id or name; the id of a source works too.",
            autocompletion=options.complete_entity,
        ),
    ],
    style: Annotated[Style, typer.Option("--style", help="How the references are written.")] = "plain",
    form: options.FormatOption = None,
    lang: options.LanguageOption = None,
    as_of: options.AsOfOption = None,
    explain: options.ExplainOption = False,
    endpoint: options.EndpointOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """Write references to the sources behind a claim or an entity, and to tocgraph itself."""
    from tocgraph.cli import output, plain
    from tocgraph.reports.cite import cite as report
    from tocgraph.reports.cite import references

    language = session.language(lang, what)
    opened = session.opened(data_dir, endpoint)
    found = report(opened, what, style, language, as_of)
    if form is not None:
        output.show(found, opened, output.View(form, language, explain))
        return
    text = references(found, style)
    plain.write(plain.clean_json(text) if style == "csl-json" else plain.clean_lines(text))
    if explain:
        # The references may go straight into a file of references: what explains them must not.
        plain.note("\n".join(output.explanation(found, opened, language)))


def sources(
    form: options.FormatOption = None,
    lang: options.LanguageOption = None,
    as_of: options.AsOfOption = None,
    explain: options.ExplainOption = False,
    endpoint: options.EndpointOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """List the sources with the number of claims that cite each."""
    from tocgraph.cli import output
    from tocgraph.reports.sources import sources as report

    language = session.language(lang)
    opened = session.opened(data_dir, endpoint)
    output.show(report(opened, language, as_of), opened, output.View(form, language, explain))


def stats(
    form: options.FormatOption = None,
    lang: options.LanguageOption = None,
    as_of: options.AsOfOption = None,
    explain: options.ExplainOption = False,
    endpoint: options.EndpointOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """Count what the graph holds by type, relation, standing, source and language."""
    from tocgraph.cli import output
    from tocgraph.reports.stats import stats as report

    language = session.language(lang)
    opened = session.opened(data_dir, endpoint)
    output.show(report(opened, language, as_of), opened, output.View(form, language, explain))


def disputes(
    entity: Annotated[
        str | None,
        typer.Argument(
            metavar="[ENTITY]",
            help="Only claims about this entity: an id or a name.",
            autocompletion=options.complete_entity,
            show_default=False,
        ),
    ] = None,
    form: options.FormatOption = None,
    lang: options.LanguageOption = None,
    as_of: options.AsOfOption = None,
    explain: options.ExplainOption = False,
    endpoint: options.EndpointOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """List the disputed and rejected claims beside the claims that stand against them."""
    from tocgraph.cli import output
    from tocgraph.reports.disputes import disputes as report

    language = session.language(lang, entity or "")
    opened = session.opened(data_dir, endpoint)
    output.show(report(opened, entity, language, as_of), opened, output.View(form, language, explain))
