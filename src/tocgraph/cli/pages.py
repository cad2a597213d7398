"""Commands that write the graph, or a part of it, to a file: export, view."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from tocgraph.cli import options, session

if TYPE_CHECKING:
    from tocgraph.store import OpenStore

ExportFormat = Literal["turtle", "ntriples", "html"]

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
    form: Annotated[ExportFormat, typer.Argument(metavar="turtle|ntriples|html", help="The format.")],
    target: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The file to write; - for standard output.")
    ] = "-",
    around: AroundOption = None,
    depth: DepthOption = 1,
    types: TypesOption = None,
    query: QueryOption = None,
    as_of: options.AsOfOption = None,
    endpoint: options.EndpointOption = None,
    data_dir: options.DataDirOption = None,
) -> None:
    """Write the graph, or a part of it, to a file."""
    _write(session.opened(data_dir, endpoint), form, target, around, depth, types, query, as_of)


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

    wanted = [t.strip() for t in (types or "").split(",") if t.strip()]
    picked = chosen(opened, query, as_of) if query else None
    place = None if target == "-" else target
    document = exporters.export(opened, form, place, around, depth, wanted, picked, as_of, progress(piped=False))
    if place is None:
        plain.write_bytes(document or b"")


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
