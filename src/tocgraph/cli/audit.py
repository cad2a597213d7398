"""Commands about how true and how whole the data is to its sources: audit, coverage."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from tocgraph.cli import options

if TYPE_CHECKING:
    from tocgraph.audit import Audited
    from tocgraph.audit.coverage import Covered
    from tocgraph.cli.sheets import Sheet

AuditFormat = Literal["text", "json"]


def audit(
    texts: Annotated[Path, typer.Option("--texts", metavar="DIR", help="The folder with saved copies of the sources.")],
    form: Annotated[AuditFormat, typer.Option("--format", "-f", help="For people, or for scripts.")] = "text",
    data_dir: options.DataDirOption = None,
) -> None:
    """Look up every citation of the outlined sources in saved copies of them, and every label taken from them.

    Exit code 1 when a part, a word or a label is not where the data says; else 0.
    """
    from tocgraph import locate
    from tocgraph.audit import audit as look_up
    from tocgraph.audit import labels_without_outline, outlined, without_outline
    from tocgraph.cli import plain
    from tocgraph.cli.check import shown_path

    layers = locate.layers(data_dir)
    folder, reading = layers.base, outlined(layers)
    found = [
        one._replace(problems=[p._replace(file=shown_path(folder, p.file)) for p in one.problems])
        for one in look_up(reading, texts)
    ]
    others, names = without_outline(reading), labels_without_outline(reading)
    text = _as_json(found, others, names) if form == "json" else _as_text(found)
    plain.write(plain.clean_json(text) if form == "json" else plain.clean_lines(text))
    if form == "text" and (others or names):
        labels = f" and {sum(names.values())} labels" if names else ""
        count = len({*others, *names})
        plain.note(f"sources without an outline, not looked up: {count}, with {sum(others.values())} citations{labels}")
    if any(one.problems for one in found):
        raise typer.Exit(1)


def _as_text(found: list[Audited]) -> str:
    lines = [str(problem) for one in found for problem in one.problems]
    for one in found:
        unread = f", {one.unread} not looked up" if one.unread else ""
        where = f" in {one.file}" if one.file else ""
        told = f"{one.labels_held} of {one.labels} labels hold" if one.file else f"{one.labels} labels not looked up"
        labels = f"; {told}" if one.labels else ""
        cited = f"{one.held} of {one.citations} citations hold{unread} ({one.parts} parts{where})"
        lines.append(f"{one.source}: {cited}{labels}")
    return "\n".join(lines) + "\n"


def _as_json(found: list[Audited], others: dict[str, int], labels: dict[str, int]) -> str:
    content: dict[str, Any] = {
        "citations": sum(one.citations for one in found),
        "held": sum(one.held for one in found),
        "labels": sum(one.labels for one in found),
        "labels_held": sum(one.labels_held for one in found),
        "sources": [{**one._asdict(), "problems": [p._asdict() for p in one.problems]} for one in found],
        "without_outline": others,
        "labels_without_outline": labels,
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def coverage(
    source: Annotated[
        str | None,
        typer.Argument(metavar="[SOURCE]", help="The id of an outlined source; else all.", show_default=False),
    ] = None,
    gaps: Annotated[
        bool, typer.Option("--gaps", help="Only parts that nothing cites, and no reason says why.")
    ] = False,
    form: options.FormatOption = None,
    lang: options.LanguageOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """Count the claims that cite each part of the outlined sources, and show the parts that none cites."""
    from tocgraph import locate
    from tocgraph.audit import outlined
    from tocgraph.audit.coverage import coverage as count
    from tocgraph.cli import output, plain, session

    language = session.language(lang)
    found = count(outlined(locate.layers(data_dir)).dataset, source)
    shown = [part for part in found if part.state == "gap"] if gaps else found
    if form == "json":
        plain.write(plain.clean_json(_coverage_json(found, shown)))
        return
    sheet = _coverage_sheet(shown, language, indented=form != "csv")
    if form == "csv":
        plain.write(output.csv_text(sheet))
        return
    if form == "markdown":
        plain.write("\n".join([*output.markdown_lines(sheet, language), ""]))
    else:
        output.write_sheet(sheet, language)
    lines = [] if not sheet.rows else [""]
    lines += [_total_line(name, total, language) for name, total in _totals(found).items()]
    plain.write(plain.clean_lines("\n".join(lines)) + "\n")


def _totals(parts: list[Covered]) -> dict[str, dict[str, int]]:
    """By source: the numbers of parts, and of those in each state."""
    totals: dict[str, dict[str, int]] = {}
    for part in parts:
        total = totals.setdefault(part.source, {"parts": 0, "cited": 0, "uncited": 0, "gap": 0})
        total["parts"] += 1
        total[part.state] += 1
    return totals


def _total_line(source: str, total: dict[str, int], language: str) -> str:
    from tocgraph.cli.words import word

    return f"{source}: " + ", ".join(f"{word(name, language)} {number}" for name, number in total.items())


def _coverage_sheet(parts: list[Covered], language: str, indented: bool) -> Sheet:
    from tocgraph.cli.plain import clean
    from tocgraph.cli.sheets import Sheet, text_of
    from tocgraph.cli.words import word

    rows = []
    for part in parts:
        pinpoint = "  " * part.depth + part.at if indented else part.at
        state = word(part.state, language) if indented else part.state
        cells = (part.source, pinpoint, text_of(part.title, language), part.claims, part.within, state)
        reason = text_of(part.reason, language) if part.state == "uncited" else ""
        rows.append([clean(cell) for cell in (*cells, reason)])
    return Sheet(["source", "at", "title", "claims", "within", "coverage", "reason"], rows)


def _coverage_json(found: list[Covered], shown: list[Covered]) -> str:
    content = {
        "sources": [{"source": source, **total} for source, total in _totals(found).items()],
        "parts": [{**part._asdict(), "state": part.state} for part in shown],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
