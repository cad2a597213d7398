"""Renders an AnswerSet: a table drawn on a terminal, plain lines when piped, JSON, CSV or Markdown."""

from __future__ import annotations

import csv
import io
import json
from typing import Any, NamedTuple

import typer

from tocgraph.answers import AMBIGUOUS, ANSWERED, NOT_UNDERSTOOD, AnswerSet
from tocgraph.cli import plain, profile
from tocgraph.cli.sheets import (
    Notes,
    Sheet,
    answers_sheet,
    claim_ids,
    csv_sheet,
    path_sheet,
    sources_text,
    table_sheet,
    text_of,
)
from tocgraph.cli.words import heading, word
from tocgraph.store import OpenStore
from tocgraph.store.claims import Claim, read_claims


class View(NamedTuple):
    """What the user wants to see of an answer."""

    form: str | None = None
    language: str = "en"
    explain: bool = False
    sources: bool = True
    reading: bool = False
    open_world: bool = False
    """Whether to say how complete the list is."""
    works: bool = False
    """Whether sources are numbered by work, without the places in them: for tables of very many claims."""


def show(found: AnswerSet, opened: OpenStore, view: View, failing: tuple[str, ...] = (NOT_UNDERSTOOD,)) -> None:
    """Writes an answer to stdout; ends the command with exit code 1 when its status is a failing one."""
    form = view.form or "table"
    if form == "json":
        plain.write(_json(found, opened, view))
    elif form == "csv":
        plain.write(csv_text(csv_sheet(found)))
        if view.explain:
            plain.note("\n".join(explanation(found, opened, view.language)))
    elif form == "markdown":
        plain.write(_markdown(found, opened, view))
    else:
        _table(found, opened, view)
    if found.status in failing:
        raise typer.Exit(1)


def _json(found: AnswerSet, opened: OpenStore, view: View) -> str:
    content = found.json()
    if view.explain:
        content["claims_used"] = [_claim_json(claim) for claim in _claims_used(found, opened)]
    return plain.clean_json(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"


def csv_text(sheet: Sheet) -> str:
    """Columns and rows as CSV (RFC 4180, with line feeds alone)."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(sheet.columns)
    writer.writerows(sheet.rows)
    return buffer.getvalue()


def _markdown(found: AnswerSet, opened: OpenStore, view: View) -> str:
    notes, language = Notes(view.sources, view.works), view.language
    lines = [escaped(line) for line in _opening(found, view)]
    if found.about is not None:
        title, pairs = profile.facts(found, opened, language)
        lines += [f"## {escaped(title)}", "", *(f"- {escaped(k)}: {escaped(v)}" for k, v in pairs), ""]
        for name, items in profile.groups(found, opened, language, notes):
            lines += [f"### {escaped(name)}", "", *(f"- {escaped(item)}" for item in items), ""]
    else:
        lines += markdown_lines(_sheet(found, opened, view, notes), language)
    lines += _closing(found, view)
    if notes.texts:
        lines += ["", f"**{heading('sources', language)}**", ""]
        lines += [f"{n}. {escaped(plain.clean(text))}" for n, text in enumerate(notes.texts, 1)]
    if view.explain:
        lines += ["", "```text", *explanation(found, opened, view.language), "```"]
    return "\n".join(lines).strip("\n") + "\n"


def markdown_lines(sheet: Sheet, language: str) -> list[str]:
    """A sheet as the lines of a Markdown table; none when it has no rows."""
    if not sheet.rows:
        return []
    rows = [[word(c, language) for c in sheet.columns], *sheet.rows]
    cells = ["| " + " | ".join(escaped(cell) for cell in row) + " |" for row in rows]
    return [cells[0], "|" + " --- |" * len(sheet.columns), *cells[1:]]


def escaped(text: str) -> str:
    """Text that Markdown shows as it stands; brackets stay bare, for alone they mean nothing (CommonMark 6.3)."""
    for character in "\\`*_<&|":
        text = text.replace(character, f"\\{character}")
    return text.replace("](", "]\\(").replace("![", "\\![")


def _table(found: AnswerSet, opened: OpenStore, view: View) -> None:
    notes, language = Notes(view.sources, view.works), view.language
    if found.about is not None:
        title, pairs = profile.facts(found, opened, language)
        lines = [title, *(f"  {name}: {value}" for name, value in pairs)]
        for name, items in profile.groups(found, opened, language, notes):
            lines += ["", name, *(f"  {item}" for item in items)]
        lines = _opening(found, view) + lines
        plain.write("".join(_isolated(line, language) + "\n" for line in lines))
    else:
        plain.write("".join(_isolated(line, language) + "\n" for line in _opening(found, view)))
        write_sheet(_sheet(found, opened, view, notes), language)
    lines = _closing(found, view)
    if notes.texts:
        lines += ["", heading("sources", language)]
        lines += [f"[{n}] {plain.clean(text)}" for n, text in enumerate(notes.texts, 1)]
    if view.explain:
        lines += ["", *explanation(found, opened, view.language)]
    plain.write("".join(_isolated(line, language) + "\n" for line in lines))


def _sheet(found: AnswerSet, opened: OpenStore, view: View, notes: Notes) -> Sheet:
    if found.table is not None:
        return table_sheet(found, view.language, notes)
    if found.path is not None:
        return path_sheet(found, opened, view.language, notes)
    return answers_sheet(found, opened, view.language, notes)


def write_sheet(sheet: Sheet, language: str) -> None:
    """Draws a table on a terminal; elsewhere writes one row a line, cells parted by tabs, under a header row."""
    if not sheet.rows:
        return
    if plain.on_terminal():
        from tocgraph.cli.drawing import draw

        plain.write(draw(sheet, language))
    else:
        header = [word(c, language) for c in sheet.columns]
        plain.write("".join("\t".join(row) + "\n" for row in [header, *sheet.rows]))


def _isolated(text: str, language: str) -> str:
    """Text whose direction cannot spill into its neighbours; a pipe gets it unmarked."""
    return plain.isolated(text) if language == "ar" and text and plain.on_terminal() else text


def _opening(found: AnswerSet, view: View) -> list[str]:
    lines = []
    if found.status == ANSWERED:
        if view.reading and found.reading:
            lines.append(f"{word('reading', view.language)}: {plain.clean(found.reading)}")
            lines.append("")
        return lines
    lines.append(word(found.status, view.language))
    if found.reading:
        lines.append(plain.clean(found.reading))
    if found.suggestions:
        if found.status != AMBIGUOUS:
            lines.append(word("suggestions", view.language))
        lines += [f"  {n}. {plain.clean(text)}" for n, text in enumerate(found.suggestions, 1)]
    return lines


def _closing(found: AnswerSet, view: View) -> list[str]:
    lines = _how_complete(found, view)
    remarks = [plain.clean(remark) for remark in found.remarks]
    return [*lines, *([""] if remarks and not (lines and lines[0] == "") else []), *remarks]


def _how_complete(found: AnswerSet, view: View) -> list[str]:
    language = view.language
    rows = found.table.rows if found.table is not None else found.answers
    if found.status == ANSWERED and not rows and not found.path and found.about is None:
        if found.path is not None:
            return [plain.clean(found.reading)]
        named = {"unknown": "nothing", "yes": "nothing-complete"}.get(found.complete, "nothing-listed")
        return [plain.clean(found.nothing) if found.nothing else word(named, language)]
    if found.table is not None and found.table.notes:
        return ["", *(plain.clean(text_of(note, language)) for note in found.table.notes)]
    if not view.open_world or found.status != ANSWERED:
        return []
    if found.complete == "no":
        return ["", word("incomplete", language)]
    # Readers take a list of states for the whole list: only there is the open world worth a line each time.
    if found.answers and all(answer.type == "state" for answer in found.answers):
        return ["", word("complete" if found.complete == "yes" else "open-list", language)]
    return []


def _claims_used(found: AnswerSet, opened: OpenStore) -> list[Claim]:
    ids = [c for answer in found.answers for c in answer.claims]
    ids += [c for step in found.path or () for c in claim_ids(step)]
    return list(read_claims(opened, ids).values())


def _claim_json(claim: Claim) -> dict[str, Any]:
    content = {k: v for k, v in claim._asdict().items() if k != "citations" and v not in (None, "", {}, ())}
    content["citations"] = [{"source": c.source, "title": c.title, "at": c.at} for c in claim.citations]
    return content


def explanation(found: AnswerSet, opened: OpenStore, language: str) -> list[str]:
    """The reading, the SPARQL and the claims used, as lines of clean text."""
    lines = [f"{word('reading', language)}: {plain.clean(found.reading)}", "", "SPARQL:"]
    lines += [plain.clean(line) for line in found.sparql.split("\n")]
    claims = _claims_used(found, opened)
    if claims:
        lines += ["", f"{heading('claims', language)}:"]
    for c in claims:
        filler = c.object if c.object is not None else f"“{c.value}”"
        dates = "".join(f" {name} {date}" for name, date in (("since", c.since), ("until", c.until)) if date)
        marks = [c.standing] * (c.standing != "normal") + [f"{word('derived', language)}: {c.rule}"] * bool(c.rule)
        standing = f" ({', '.join(marks)})" if marks else ""
        text = f"{c.id}: {c.subject} {c.relation} {filler}{dates}{standing}: {sources_text(c.citations)}"
        lines.append(plain.clean(text))
    return lines
