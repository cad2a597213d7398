"""The command basis: the legal bases of cooperation that two States share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from tocgraph.cli import options, session

if TYPE_CHECKING:
    from tocgraph.cli import output
    from tocgraph.cli.sheets import Notes
    from tocgraph.reports.basis import Bases
    from tocgraph.reports.basis_rows import Row
    from tocgraph.store import OpenStore

_STATE = typer.Argument(
    metavar="STATE", help="A state: its id, a name or a code.", autocompletion=options.complete_entity
)


def basis(
    state: Annotated[str, _STATE],
    other: Annotated[str, _STATE],
    mechanism: Annotated[
        str | None,
        typer.Option(
            "--for", metavar="MECHANISM", help="The form of cooperation, such as extradition; any unless told."
        ),
    ] = None,
    crime: Annotated[
        str | None, typer.Option("--crime", metavar="CRIME", help="The crime, by id or name; any unless told.")
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(
            "--on",
            "--as-of",
            metavar="DATE",
            callback=options.date,
            help="What was in force on this date (2004, 2004-11, 2004-11-15); as recorded unless told.",
        ),
    ] = None,
    form: options.FormatOption = None,
    lang: options.LanguageOption = None,
    explain: options.ExplainOption = False,
    sources: options.SourcesOption = True,
    endpoint: options.EndpointOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """Find the instruments that two states can cooperate under, with their articles and conditions."""
    from tocgraph.cli import output

    language = session.language(lang, state, other, mechanism or "", crime or "")
    opened = session.opened(data_dir, endpoint)
    tell(opened, (state, other), mechanism, crime, on, output.View(form, language, explain, sources))


def tell(
    opened: OpenStore,
    states: tuple[str, str],
    mechanism: str | None,
    crime: str | None,
    on: str | None,
    view: output.View,
) -> None:
    """Writes the legal bases that two states share to stdout.

    Raises:
        TocgraphError: as `tocgraph.basis`.
    """
    from tocgraph.cli import output, plain
    from tocgraph.reports.basis import bases

    found = bases(opened, *states, mechanism, crime, on, view.language)
    if view.form in ("json", "csv"):
        output.show(found.answers(), opened, view)
        return
    markdown = view.form == "markdown"
    lines = _Page(found, opened, markdown, view.sources).lines()
    if view.explain:
        told = output.explanation(found.answers(), opened, view.language)
        lines += ["", "```text", *told, "```"] if markdown else ["", *told]
    aside = view.language == "ar" and not markdown and plain.on_terminal()
    plain.write("".join((plain.isolated(line) if aside and line else line) + "\n" for line in lines))


class _Page:
    """Draws an answer as grouped lines, for people or as Markdown."""

    def __init__(self, found: Bases, opened: OpenStore, markdown: bool, sources: bool) -> None:
        from tocgraph.cli.sheets import Notes

        self._found = found
        self._schema = opened.schema
        self._language = found.language
        self._markdown = markdown
        self._notes: Notes = Notes(sources)
        self._comma, self._pause = ("، ", "؛ ") if found.language == "ar" else (", ", "; ")

    def lines(self) -> list[str]:
        """All lines: the reading, the sections, the notice, the sources."""
        from tocgraph.cli.words import heading
        from tocgraph.reports.basis_rows import BASIS, CHANNEL, MISSING, NOT_KNOWN, NOTICE, grouped

        reading = self._found.reading
        lines = [self._text(reading[:1].upper() + reading[1:])]
        for section in (BASIS, CHANNEL, NOT_KNOWN, MISSING):
            groups = grouped(self._found.rows, section)
            if not groups:
                continue
            number = sum(bool(instrument) for instrument in groups)
            title = f"{heading(section, self._language)} ({number})"
            lines += ["", self._text(title, before="## ")]
            for position, (instrument, rows) in enumerate(groups.items(), 1):
                if not instrument:
                    lines += self._bullets([row.text for row in rows])
                elif section == BASIS:
                    lines += self._basis(position, instrument, rows)
                else:
                    lines += self._listed(section, instrument, rows)
        for rows in grouped(self._found.rows, NOTICE).values():
            lines += ["", *(self._text(row.text) for row in rows)]
        if self._notes.texts:
            title = heading("sources", self._language)
            lines += ["", f"**{self._text(title)}**" if self._markdown else title]
            lines += [""] if self._markdown else []
            mark = "{}. {}" if self._markdown else "[{}] {}"
            lines += [mark.format(n, self._text(text)) for n, text in enumerate(self._notes.texts, 1)]
        return lines

    def _basis(self, position: int, instrument: str, rows: list[Row]) -> list[str]:
        from tocgraph.cli.words import word

        def of(part: str) -> list[Row]:
            return [row for row in rows if row.part == part]

        lines = ["", self._text(f"{position}. {self._title(instrument)}", before="### ")]
        facts = [f"{word('parties-both', self._language)}: {self._parties(of('party'))}"]
        by_form: dict[str, list[Row]] = {}
        for row in of("mechanism"):
            by_form.setdefault(row.text, []).append(row)
        for form, provided in by_form.items():  # without an article or a strength only the form is told
            places = filter(None, map(self._placed, provided))
            facts.append(": ".join(filter(None, (form, self._pause.join(places)))))
        by_text: dict[str, list[Row]] = {}
        for row in of("offence"):
            by_text.setdefault(row.text, []).append(row)
        offences = [self._offence(text, several) for text, several in by_text.items()]
        if offences:
            facts.append(f"{word('offence', self._language)}: {self._pause.join(offences)}")
        facts += [f"{self._found.name(row.item)}: {row.text}{self._mark([row])}" for row in of("note")]
        facts += [f"{word('record', self._language)}: {row.text}{self._mark([row])}" for row in of("record")]
        lines += self._bullets(facts)
        listed = {offer.instrument for offer in self._found.found.bases}
        conditions = [self._condition(row) for row in of("condition") if row.through not in listed]
        # What a protocol takes over from a convention that is itself in the list stands there.
        taken = dict.fromkeys(row.through for row in of("condition") if row.through in listed)
        conditions += [word("conditions-of", self._language).format(parent) for parent in taken]
        if conditions:
            lines += self._bullets([f"{word('condition', self._language)}:"]) + self._bullets(conditions, 1)
        return lines

    def _listed(self, section: str, instrument: str, rows: list[Row]) -> list[str]:
        """An instrument or organization outside the bases, in one line and, where States differ, one for each."""
        from tocgraph.reports.basis_rows import CHANNEL, MISSING

        def of(*parts: str) -> list[Row]:
            return [row for row in rows if row.part in parts]

        places = [form for form in map(self._form, of("mechanism")) if form]
        functions = [f"{row.text}{self._mark([row])}" for row in of("function")]
        told = [f"{row.text}" for row in of("reason", "joins")]
        line = ": ".join(filter(None, (self._title(instrument), self._pause.join([*told, *places, *functions]))))
        if section == CHANNEL:
            members = of("member")
            named = self._comma.join(f"{self._found.name(r.item)}{self._since(r)}{self._standing(r)}" for r in members)
            return self._bullets(
                [f"{self._title(instrument)}: {self._pause.join([named + self._mark(members), *functions])}"]
            )
        details = [
            f"{self._found.name(row.item)}: {row.text}{self._dated(row)}{self._mark([row])}" for row in of("party")
        ]
        if section == MISSING:
            return self._bullets([line]) + self._bullets(details, 1)
        if of("reason") and all(row.detail == "party" for row in of("party")):
            return self._bullets([line + self._mark(of("party"))])
        return self._bullets([line]) + self._bullets(
            [*details, *(f"{r.text}{self._mark([r])}" for r in of("record"))], 1
        )

    def _parties(self, rows: list[Row]) -> str:
        dates = [self._since(row) or f" ({row.text})" for row in rows]
        said = [f"{self._found.name(r.item)}{date}{self._standing(r)}" for r, date in zip(rows, dates, strict=True)]
        return self._comma.join(said) + self._mark(rows)

    def _dated(self, row: Row) -> str:
        since = self._since(row)
        return f":{since}" if since and row.detail != "party" else since

    def _since(self, row: Row) -> str:
        from tocgraph.cli.words import word

        dates = ((name, date) for name, date in (("since", row.since), ("until", row.until)) if date)
        return "".join(f" {word(name, self._language)} {date}" for name, date in dates)

    def _offence(self, text: str, rows: list[Row]) -> str:
        placed = [f"{self._place(row)}{self._standing(row)}".strip() for row in rows]
        places = self._pause.join(filter(None, placed))
        return f"{text}{f' ({places})' if places else ''}{self._mark(rows)}"

    def _placed(self, row: Row) -> str:
        said = self._comma.join(filter(None, (self._place(row), row.strength)))
        return f"{said}{self._standing(row)}{self._mark([row])}".strip()

    def _form(self, row: Row) -> str:
        """Where a form of cooperation is provided, with its name where it is not the one asked for."""
        placed = self._placed(row)
        return placed if row.item == self._found.found.mechanism else ": ".join(filter(None, (row.text, placed)))

    def _place(self, row: Row) -> str:
        """The article of a row, with its instrument where that is another one."""
        article = self._article(row.article) if row.article else ""
        return self._comma.join(filter(None, (row.through, article)))

    def _article(self, article: str) -> str:
        number = self._found.found.details.numbers.get(article)
        if number is None or article not in self._found.named:
            return self._found.name(article)
        label = self._schema.label("types", self._found.named[article].type, self._language)
        # A numbered article is a definite one, which Arabic says with its own article.
        return f"ال{label} {number}" if self._language == "ar" else f"{label} {number}"

    def _condition(self, row: Row) -> str:
        from tocgraph.cli.words import word
        from tocgraph.reports.basis_law import ALL_MECHANISMS

        usual = {"", self._found.found.mechanism, self._found.found.crime} | (
            ALL_MECHANISMS if self._found.found.mechanism else set()
        )
        relevant = (
            f" ({word('for', self._language)}: {self._found.name(row.relevant)})" if row.relevant not in usual else ""
        )
        said = ": ".join(filter(None, (row.text + relevant, row.detail)))
        return f"{self._place(row)}: {said}{self._standing(row)}{self._mark([row])}"

    def _standing(self, row: Row) -> str:
        from tocgraph.cli.words import word

        return f" ({word('unverified', self._language)})" if row.standing == "unverified" else ""

    def _title(self, identifier: str) -> str:
        return f"{self._found.name(identifier)} ({identifier})"

    def _mark(self, rows: Iterable[Row]) -> str:
        marks = self._notes.mark(self._found.cited(claim for row in rows for claim in row.claims))
        return f" {marks}" if marks else ""

    def _bullets(self, texts: Iterable[str], depth: int = 0) -> list[str]:
        indent = "  " * (depth if self._markdown else depth + 1)
        return [f"{indent}{'- ' if self._markdown or depth else ''}{self._text(text)}" for text in texts]

    def _text(self, text: str, before: str = "") -> str:
        from tocgraph.cli import output, plain

        return before + output.escaped(plain.clean(text)) if self._markdown else plain.clean(text)
