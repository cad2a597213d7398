"""Commands that write the graph, or a part of it, to a file: export, view."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tocgraph.cli import options, session

if TYPE_CHECKING:
    from tocgraph.store import OpenStore


def _known(name: str | None) -> str | None:
    """The name of a format as it was given; wrong usage when there is no such format."""
    if name is not None:
        from tocgraph.errors import UnknownIdError
        from tocgraph.exporters import exporter_named

        try:
            exporter_named(name)
        except UnknownIdError as error:
            raise typer.BadParameter(f"{error.message}; {error.hint}") from error
    return name


def _complete_format(incomplete: str) -> list[str]:
    from tocgraph.exporters import EXPORTERS

    return [name for name in EXPORTERS if name.startswith(incomplete)]


_PIECE = 1 << 20

AroundOption = Annotated[
    str | None,
    typer.Option(
        "--around", metavar="ENTITY", help="Only what surrounds this entity.", autocompletion=options.complete_entity
    ),
]
DepthOption = Annotated[int, typer.Option("--depth", min=0, help="How many relations away from --around.")]
TypesOption = Annotated[
    str | None,
    typer.Option(
        "--types",
        metavar="TYPE,...",
        help="Only entities of these types and their narrower ones.",
        autocompletion=options.complete_type,
    ),
]
QueryOption = Annotated[
    str | None,
    typer.Option("--query", "-q", metavar="QUESTION", help="Only what this question or SPARQL query finds."),
]


def export(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="FORMAT",
            help="The format; --list shows all of them.",
            callback=_known,
            autocompletion=_complete_format,
            show_default=False,
        ),
    ] = None,
    target: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="The file, or for a format of several files the folder or .zip, to write; - for standard output.",
        ),
    ] = "-",
    around: AroundOption = None,
    depth: DepthOption = 1,
    types: TypesOption = None,
    query: QueryOption = None,
    as_of: options.AsOfOption = None,
    listing: Annotated[bool, typer.Option("--list", help="List the formats and what each is for.")] = False,
    form: Annotated[
        options.Format | None,
        typer.Option("--format", "-f", help="How to write the list; a table unless told.", show_default=False),
    ] = None,
    lang: options.LanguageOption = None,
    endpoint: options.EndpointOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """Write the graph, or a part of it, in a format of other tools, to a file."""
    if listing:
        _list(form, lang)
        return
    if name is None:
        raise typer.BadParameter("name a format; `tocgraph export --list` shows them", param_hint="FORMAT")
    if form is not None or lang is not None:
        raise typer.BadParameter("--format and --lang belong to --list; the format of the export is its first word")
    _write(session.opened(data_dir, endpoint), name, target, around, depth, types, query, as_of)


def view(
    target: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write the page here; - for standard output."),
    ] = None,
    around: AroundOption = None,
    depth: DepthOption = 1,
    types: TypesOption = None,
    query: QueryOption = None,
    as_of: options.AsOfOption = None,
    language: options.LanguageOption = None,
    browser: Annotated[bool, typer.Option(help="Open the page in the browser.")] = True,
    endpoint: options.EndpointOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """Open the graph, or a part of it, as one offline page in the browser."""
    from tocgraph.cli import plain

    opened = session.opened(data_dir, endpoint)
    file = _page_file() if target is None else Path(target)
    _write(opened, "html", target if target == "-" else str(file), around, depth, types, query, as_of)
    if target == "-":
        return
    address = file.resolve().as_uri() + (
        "#/ar" if session.language(language, query or "", around or "") == "ar" else ""
    )
    if not (browser and _shown(address)):
        plain.note("open it in a browser:" if not browser else "no browser was found; open this in one:")
    plain.write(f"{plain.clean(file.resolve())}\n")


def _write(
    opened: OpenStore,
    form: str,
    target: str,
    around: str | None,
    depth: int,
    types: str | None,
    query: str | None,
    as_of: str | None,
) -> None:
    from tocgraph import exporters
    from tocgraph.asking.choosing import chosen
    from tocgraph.cli import plain
    from tocgraph.cli.progress import progress
    from tocgraph.reports.common import entity_type

    exporter = exporters.exporter_named(form)
    if target == "-" and (exporter.binary or exporter.files) and plain.on_terminal():
        raise typer.BadParameter(f"{form} is not for terminals: name a file with --output")
    wanted = [entity_type(opened, text.strip()) for text in re.split("[,،]", types or "") if text.strip()]
    picked = chosen(opened, query, as_of) if query else None
    limits = (around, depth, wanted, picked, as_of, progress(piped=False))
    if target != "-":
        exporters.export(opened, form, target, *limits)
        return
    # Whole or not at all on standard output too: what reads it never sees the beginning of a failed export.
    import tempfile

    with tempfile.TemporaryFile() as file:
        exporters.export_to(file, opened, form, *limits)
        file.seek(0)
        # A terminal is shown text, and no piece may end within a character: whole lines, some at a time.
        while piece := b"".join(file.readlines(_PIECE)):
            plain.write_bytes(piece)


def _list(form: str | None, lang: str | None) -> None:
    import json

    from tocgraph.cli import output, plain
    from tocgraph.cli.sheets import Sheet
    from tocgraph.cli.words import word
    from tocgraph.exporters import EXPORTERS

    language = lang or "en"
    columns = ["export-format", "suffix", "purpose"]
    rows = [
        [name, e.suffix, word(f"export-{name}", "ar") if language == "ar" else e.description]
        for name, e in EXPORTERS.items()
    ]
    if form == "json":
        listed = [dict(zip(("format", "suffix", "purpose"), row, strict=True)) for row in rows]
        plain.write(plain.clean_json(json.dumps(listed, ensure_ascii=False, indent=2)) + "\n")
    elif form == "csv":
        plain.write(output.csv_text(Sheet(["format", "suffix", "purpose"], rows)))
    elif form == "markdown":
        plain.write("\n".join(output.markdown_lines(Sheet(columns, rows), language)) + "\n")
    else:
        output.write_sheet(Sheet(columns, rows), language)


def _page_file() -> Path:
    """Where a page goes that was not given a place: one file in the cache folder, written anew each time."""
    from tocgraph import locate
    from tocgraph.errors import TocgraphError

    folder = locate.cache_dir() / "pages"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TocgraphError(
            f"cannot make the folder {folder}: {error.strerror}", "name a file with --output"
        ) from error
    return folder / "tocgraph.html"


def _shown(address: str) -> bool:
    """Whether a browser took the page."""
    import webbrowser

    try:
        return webbrowser.open(address)
    except (webbrowser.Error, OSError):
        return False
