"""Commands that answer from the claims: ask, show, find, list, path."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from tocgraph.cli import options, session

if TYPE_CHECKING:
    from tocgraph.answers import AnswerSet
    from tocgraph.store import OpenStore


class Asking(NamedTuple):
    """The options that a question is answered with."""

    form: options.Format | None = None
    lang: options.Language | None = None
    as_of: str | None = None
    explain: bool = False
    sources: bool = True
    endpoint: str | None = None
    data_dir: Path | None = None

    def opened(self) -> OpenStore:
        """The store to ask. Raises as `session.opened`."""
        return session.opened(self.data_dir, self.endpoint)

    def answer(self, opened: OpenStore, question: str, reading: int | None = None) -> tuple[AnswerSet | None, int]:
        """Writes the answer of a question to stdout; gives it, None for legal bases, and the exit code.

        Raises:
            TocgraphError: there is no such reading, or the store or the endpoint failed.
        """
        from tocgraph import asking
        from tocgraph.cli import output
        from tocgraph.questions.handover import basis_asked

        language = session.language(self.lang, question)
        view = output.View(self.form, language, self.explain, self.sources)
        report = basis_asked(opened, question) if reading is None else None
        if report is not None:
            from tocgraph.cli import basis

            states = (report.state, report.other)
            basis.tell(opened, states, report.mechanism, report.crime, report.on or self.as_of, view)
            return None, 0
        found = asking.ask(opened, question, language, self.as_of, reading)
        try:
            output.show(found, opened, view._replace(reading=True, open_world=True))
        except typer.Exit as ended:
            return found, ended.exit_code
        return found, 0


def ask(
    context: typer.Context,
    question: Annotated[
        str | None,
        typer.Argument(
            help="A question in English or Arabic. Without one a prompt opens; "
            "when standard input is no terminal, each line of it is a question.",
            show_default=False,
        ),
    ] = None,
    reading: Annotated[
        int | None,
        typer.Option("--reading", min=1, metavar="N", help="Take this one of the readings that are offered."),
    ] = None,
    form: options.FormatOption = None,
    lang: options.LanguageOption = None,
    as_of: options.AsOfOption = None,
    explain: options.ExplainOption = False,
    sources: options.SourcesOption = True,
    endpoint: options.EndpointOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """Answer a question in plain words, with the sources."""
    asking = Asking(form, lang, as_of, explain, sources, endpoint, data_dir)
    if question is not None:
        _, code = asking.answer(asking.opened(), question, reading)
    elif reading is not None:
        raise typer.BadParameter("--reading needs a question")
    else:
        from tocgraph.cli import prompt

        code = prompt.run(asking, debug=bool(context.obj))
    if code:
        raise typer.Exit(code)


def show(
    entity: options.EntityArgument,
    form: options.FormatOption = None,
    lang: options.LanguageOption = None,
    as_of: options.AsOfOption = None,
    explain: options.ExplainOption = False,
    sources: options.SourcesOption = True,
    endpoint: options.EndpointOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """Show everything known of one entity, with the sources."""
    from tocgraph.cli import output
    from tocgraph.reports.show import show as report

    language = session.language(lang, entity)
    opened = session.opened(data_dir, endpoint)
    found = report(opened, entity, language, as_of)
    output.show(found, opened, output.View(form, language, explain, sources))


def find(
    text: Annotated[
        str, typer.Argument(help="A name or a part of one, in English or Arabic; typing errors are forgiven.")
    ],
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many entities.")] = 20,
    form: options.FormatOption = None,
    lang: options.LanguageOption = None,
    as_of: options.AsOfOption = None,
    explain: options.ExplainOption = False,
    endpoint: options.EndpointOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """Find entities by id, label, alias or acronym; with --as-of those that may have existed then."""
    from tocgraph.answers import NOT_IN_GRAPH
    from tocgraph.cli import output
    from tocgraph.reports.find import find as report

    language = session.language(lang, text)
    opened = session.opened(data_dir, endpoint)
    found = report(opened, text, limit, language, as_of)
    output.show(found, opened, output.View(form, language, explain), failing=(NOT_IN_GRAPH,))


def list_(
    entity_type: Annotated[
        str,
        typer.Argument(
            metavar="TYPE", help="An entity type: its id or a word for it.", autocompletion=options.complete_type
        ),
    ],
    where: Annotated[
        list[str] | None,
        typer.Option(
            "--where",
            metavar="RELATION[=ENTITY]",
            help="Only those with such a claim; a literal may stand for the entity (founded=1923), "
            "^RELATION=ENTITY reads it from the other end. Repeat it for more conditions.",
        ),
    ] = None,
    since: options.SinceOption = None,
    until: options.UntilOption = None,
    all_standings: options.StandingsOption = False,
    form: options.FormatOption = None,
    lang: options.LanguageOption = None,
    as_of: options.AsOfOption = None,
    explain: options.ExplainOption = False,
    sources: options.SourcesOption = True,
    endpoint: options.EndpointOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """List the entities of a type, filtered by what is claimed of them."""
    from tocgraph.cli import output
    from tocgraph.reports.listing import list_entities

    language = session.language(lang, entity_type)
    opened = session.opened(data_dir, endpoint)
    found = list_entities(opened, entity_type, where or (), since, until, as_of, language, all_standings)
    # Without a condition the list is one of names, and the graph knows all that it holds.
    filtered = bool(where or since or until)
    output.show(found, opened, output.View(form, language, explain, sources, open_world=filtered))


def path(
    start: options.EntityArgument,
    end: options.EntityArgument,
    paths: Annotated[int, typer.Option("--paths", "-k", min=1, help="At most so many paths, shortest first.")] = 1,
    without: Annotated[
        list[str] | None,
        typer.Option(
            "--without",
            metavar="TYPE",
            help="Not by way of entities of this type. Repeat it for more types.",
            autocompletion=options.complete_type,
        ),
    ] = None,
    all_standings: options.StandingsOption = False,
    form: options.FormatOption = None,
    lang: options.LanguageOption = None,
    as_of: options.AsOfOption = None,
    explain: options.ExplainOption = False,
    sources: options.SourcesOption = True,
    endpoint: options.EndpointOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """Show how two entities are joined, with the claim behind each step."""
    from tocgraph.cli import output
    from tocgraph.reports.paths import paths as report

    language = session.language(lang, start, end)
    opened = session.opened(data_dir, endpoint)
    found = report(opened, start, end, paths, as_of, language, all_standings, without or ())
    output.show(found, opened, output.View(form, language, explain, sources))
