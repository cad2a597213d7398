"""Commands about how true and how whole the data is to its sources: audit, coverage."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from tocgraph.cli import options

if TYPE_CHECKING:
    from tocgraph.audit import Audited

AuditFormat = Literal["text", "json"]


def audit(
    texts: Annotated[Path, typer.Option("--texts", metavar="DIR", help="The folder with saved copies of the sources.")],
    form: Annotated[AuditFormat, typer.Option("--format", "-f", help="For people, or for scripts.")] = "text",
    data_dir: options.DataDirOption = None,
) -> None:
    """Look up every citation of the outlined sources in saved copies of them.

    Exit code 1 when a part or a word is not where the data says; else 0.
    """
    from tocgraph import locate
    from tocgraph.audit import audit as look_up
    from tocgraph.audit import outlined, without_outline
    from tocgraph.cli import plain
    from tocgraph.cli.check import shown_path

    folder = locate.data_dir(data_dir)
    reading = outlined(folder)
    found = [
        one._replace(problems=[p._replace(file=shown_path(folder, p.file)) for p in one.problems])
        for one in look_up(reading, texts)
    ]
    others = without_outline(reading)
    plain.write(plain.clean_json(_as_json(found, others)) if form == "json" else plain.clean_lines(_as_text(found)))
    if form == "text" and others:
        plain.note(f"sources without an outline, not looked up: {len(others)}, with {sum(others.values())} citations")
    if any(one.problems for one in found):
        raise typer.Exit(1)


def _as_text(found: list[Audited]) -> str:
    lines = [str(problem) for one in found for problem in one.problems]
    for one in found:
        unread = f", {one.unread} not looked up" if one.unread else ""
        where = f" in {one.file}" if one.file else ""
        lines.append(f"{one.source}: {one.held} of {one.citations} citations hold{unread} ({one.parts} parts{where})")
    return "\n".join(lines) + "\n"


def _as_json(found: list[Audited], others: dict[str, int]) -> str:
    content: dict[str, Any] = {
        "citations": sum(one.citations for one in found),
        "held": sum(one.held for one in found),
        "sources": [{**one._asdict(), "problems": [p._asdict() for p in one.problems]} for one in found],
        "without_outline": others,
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
