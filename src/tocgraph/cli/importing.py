"""`tocgraph import`: a depositary's document as a change of the table of parties, or an RDF export back into data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from tocgraph.cli import options

if TYPE_CHECKING:
    from tocgraph.importers import Plan, Status
    from tocgraph.importers.merge import Open

Depositary = Literal["untc", "coe", "rdf"]
ImportFormat = Literal["diff", "json"]


def import_(
    depositary: Annotated[
        Depositary,
        typer.Argument(
            metavar="untc|coe|rdf",
            help="untc: status XML of the UN Treaty Collection. coe: the Council of Europe's chart of signatures and "
            "ratifications, JSON or saved page. rdf: what `tocgraph export` wrote in an RDF syntax.",
            show_default=False,
        ),
    ],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The document as you saved it.", show_default=False)],
    source: Annotated[
        str | None, typer.Option("--source", metavar="ID", help="The source, of sources.yaml, that changed rows cite.")
    ] = None,
    instrument: Annotated[
        str | None,
        typer.Option("--instrument", metavar="ID", help="The treaty; else the one that the document names."),
    ] = None,
    apply: Annotated[bool, typer.Option("--apply", help="Write the table; else nothing is written.")] = False,
    remove_gone: Annotated[
        bool, typer.Option("--remove-gone", help="Take out the rows of states that the document does not have.")
    ] = False,
    form: Annotated[
        ImportFormat, typer.Option("--format", "-f", help="The change as a unified diff, or as JSON for scripts.")
    ] = "diff",
    target: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="DIR", help="rdf: the new folder to write; else standard output."),
    ] = None,
    lang: options.LanguageOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """Read a document that others, or an export, made: the change goes to review, never over curated files.

    untc, coe: compare a depositary's status document with the table of parties and print the change; exit
    code 1 when something in the document has to be settled by hand. rdf: give the records of an RDF export
    back as data files; what is foreign or half there is reported, and nothing is written.
    """
    from tocgraph import importers, locate
    from tocgraph.cli import plain, restoring, session
    from tocgraph.cli.check import shown_path

    language = session.language(lang)
    if depositary == "rdf":
        given = {"--source": source, "--instrument": instrument, "--apply": apply, "--remove-gone": remove_gone}
        wrong = [name for name, value in given.items() if value]
        if wrong or form != "diff":
            raise typer.BadParameter(f"{wrong[0] if wrong else '--format'} belongs to untc and coe")
        restoring.restore(file, target, data_dir, language)
        return
    if source is None:
        raise typer.BadParameter("name the source that changed rows cite", param_hint="--source")
    if target is not None:
        raise typer.BadParameter("--output belongs to rdf; --apply writes the table", param_hint="--output")
    folder = locate.data_dir(data_dir)  # one folder, whatever is laid over it: its table is what changes
    status = importers.read(depositary, file)
    planned = importers.plan(folder, status, str(file), source, instrument, remove_gone)
    shown = shown_path(folder, f"{locate.TABLES}/{planned.file.name}")
    if apply:
        importers.apply(planned)
    if form == "json":
        plain.write(plain.clean_json(_as_json(planned, status, shown, apply)))
    else:
        plain.write_bytes(planned.diff(shown.lstrip("/")).encode())
        plain.note("\n".join(_summary(planned, status, shown, apply, language)))
    if planned.unmatched or planned.unsettled:
        raise typer.Exit(1)


def _summary(planned: Plan, status: Status, shown: str, applied: bool, language: str) -> list[str]:
    from tocgraph.cli.words import heading, word

    names = ("added", "changed", "unchanged", "gone")
    counts = ", ".join(f"{word(f'rows-{name}', language)} {len(getattr(planned, name))}" for name in names)
    lines = [f"{planned.instrument}: {counts}"]
    for name in ("added", "changed", "gone"):
        if codes := getattr(planned, name):
            fate = f" ({word('rows-removed' if planned.removed else 'rows-kept', language)})" if name == "gone" else ""
            lines.append(f"{heading(f'rows-{name}', language)}{fate}: {' '.join(codes)}")
    if planned.notes:
        lines.append(f"{heading('rows-notes', language)}: {' '.join(planned.notes)}")
    for name in ("unmatched", "unsettled"):
        found: list[Open] = getattr(planned, name)
        if found:
            lines.append(f"{heading(f'rows-{name}', language)}: {len(found)}")
            lines += [f"  {one.place}: {one.name}: {one.reason}{_near(one)}" for one in found]
    if planned.unmatched:
        lines.append(f"  {word('rows-alias', language)}")
    lines += [f"{word('warning', language)}: {text}" for text in planned.warnings]
    if status.parties is not None and (planned.added or planned.changed):
        lines.append(f"{word('rows-coverage', language)}: {status.parties}")
    if planned.after == planned.before:
        lines.append(word("rows-same", language))
    else:
        lines.append(f"{word('rows-written' if applied else 'rows-not-written', language)}: {shown}")
    return lines


def _near(one: Open) -> str:
    return f" ({', '.join(one.near)}?)" if one.near else ""


def _as_json(planned: Plan, status: Status, shown: str, applied: bool) -> str:
    content: dict[str, Any] = {
        "instrument": planned.instrument,
        "table": shown,
        "document": {
            "title": status.title,
            "numbers": list(status.numbers),
            "as_of": status.as_of,
            "signatories": status.signatories,
            "parties": status.parties,
        },
        "written": applied and planned.after != planned.before,
        **{name: getattr(planned, name) for name in ("added", "changed", "unchanged", "gone", "removed", "notes")},
        **{name: [one._asdict() for one in getattr(planned, name)] for name in ("unmatched", "unsettled")},
        "warnings": planned.warnings,
        "diff": planned.diff(shown.lstrip("/")),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
