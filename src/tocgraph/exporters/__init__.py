"""Exports: the graph, or a part of it, in the formats of other tools and for people.

A format is a function from the open store and a selection to pieces of bytes, or to several files of such pieces, in a
module of its own, and a line in EXPORTERS. The module is loaded when its format is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from tocgraph.errors import TocgraphError, UnknownIdError
from tocgraph.files import replace, written

if TYPE_CHECKING:
    from tocgraph.exporters.selection import Chosen, Selection
    from tocgraph.store import OpenStore

__all__ = ["EXPORTERS", "Exporter", "export", "export_to", "exporter_named", "need", "save"]

Write = Callable[["OpenStore", "Selection"], Iterator[bytes]]
"""One document, piece by piece."""

_Limits = tuple["str | None", int, Sequence[str], "Chosen | None", "str | None"]
"""The arguments of `select` behind the store."""

Files = Callable[["OpenStore", "Selection"], Iterator[tuple[str, Iterator[bytes]]]]
"""Several documents: the name of each, and its pieces, to be read before the next one is asked for."""


class Exporter(NamedTuple):
    """One format: how its files end, what it is for, and the function that writes it.

    One of `write` (a document) and `files` (several of them, as a folder or as one .zip) is set. A format that
    does not `select` describes the schema or the data set, and takes no limits: its selection is whole and empty.
    What is `binary` is not shown on a terminal. `extra` names the optional dependencies that it needs.
    """

    suffix: str
    description: str
    write: Write | None = None
    files: Files | None = None
    selects: bool = True
    binary: bool = False
    extra: str = ""


def _in(place: str) -> Callable[[OpenStore, Selection], Iterator[Any]]:
    """The function at `module:function` of this package, loaded at its first use."""

    def later(opened: OpenStore, selection: Selection) -> Iterator[Any]:
        module, _, function = place.partition(":")
        found: Iterator[Any] = getattr(import_module(f"tocgraph.exporters.{module}"), function)(opened, selection)
        return found

    return later


EXPORTERS: dict[str, Exporter] = {
    "turtle": Exporter(".ttl", "RDF 1.1 Turtle: for triple stores and for reading", _in("turtle:turtle")),
    "ntriples": Exporter(".nt", "RDF 1.1 N-Triples: one triple a line, sorted, for line tools", _in("turtle:ntriples")),
    "turtle12": Exporter(
        ".ttl", "RDF 1.2 Turtle: each claim reifies its triple, for engines with triple terms", _in("turtle:turtle12")
    ),
    "trig": Exporter(".trig", "RDF 1.1 TriG: one named graph for each source", _in("quads:trig")),
    "nquads": Exporter(".nq", "RDF 1.1 N-Quads: one statement a line, sorted, with its source", _in("quads:nquads")),
    "rdfxml": Exporter(".rdf", "RDF 1.1 XML: for older tools that read no Turtle", _in("turtle:rdfxml")),
    "jsonld": Exporter(
        ".jsonld", "JSON-LD 1.1: for programs that read JSON; its context is inside", _in("jsonld:jsonld")
    ),
    "html": Exporter(".html", "one page that opens offline in a browser: graph, search, citations", _in("html:html")),
    "json": Exporter(
        ".json", "JSON nodes and edges with citations: for D3, networkx and programs", _in("jsons:nodelink")
    ),
    "jsonl": Exporter(".jsonl", "JSON Lines, an entity, claim or source a line: for streaming", _in("jsons:lines")),
    "graphml": Exporter(".graphml", "GraphML: for Gephi, yEd, Cytoscape, networkx and igraph", _in("xmlnet:graphml")),
    "gexf": Exporter(".gexf", "GEXF with dates: for the timeline of Gephi", _in("xmlnet:gexf")),
    "dot": Exporter(".dot", "Graphviz DOT of a small selection: for drawings in documents", _in("drawings:dot")),
    "mermaid": Exporter(".mmd", "Mermaid flowchart of a small selection: for Markdown pages", _in("drawings:mermaid")),
    "ftm": Exporter(
        ".ftm.json",
        "FollowTheMoney entities: for Aleph and the tools of OpenSanctions",
        _in("ftm:entities"),
        extra="ftm",
    ),
    "neo4j": Exporter(".zip", "CSV files for neo4j-admin database import", files=_in("neo4j:tables")),
    "cypher": Exporter(".cypher", "openCypher script: for Neo4j, Memgraph and others", _in("neo4j:cypher")),
    "csv": Exporter(
        ".zip", "CSV files with a CSVW description and a data dictionary: for any table tool", files=_in("csvs:bundle")
    ),
    "sqlite": Exporter(
        ".sqlite",
        "one SQLite file with keys, views and search: for Datasette and SQL",
        _in("sqlite:database"),
        binary=True,
    ),
    "xlsx": Exporter(
        ".xlsx",
        "Excel workbook: entities, relations and sources for analysts",
        _in("xlsx:workbook"),
        binary=True,
        extra="xlsx",
    ),
    "parquet": Exporter(
        ".zip",
        "Apache Parquet, a file a table: for notebooks, DuckDB and Spark",
        files=_in("parquet:parquet"),
        extra="parquet",
    ),
    "ontology": Exporter(
        ".ttl",
        "the vocabulary as an OWL ontology, in Turtle, with labels in both languages",
        _in("described:ontology"),
        selects=False,
    ),
    "shapes": Exporter(
        ".ttl", "SHACL shapes that data of this vocabulary must meet, in Turtle", _in("described:shapes"), selects=False
    ),
    "context": Exporter(
        ".jsonld", "the JSON-LD context of the vocabulary", _in("jsonld:context_document"), selects=False
    ),
    "void": Exporter(
        ".ttl",
        "what the data set is: licence, version, counts, formats (VoID and DCAT, in Turtle)",
        _in("void:void"),
        selects=False,
    ),
}


def need(module: str, extra: str) -> Any:
    """A library that only some formats need.

    Raises:
        TocgraphError: it is not installed; the hint says how to install it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise TocgraphError(
            f"this format needs the Python package {package}, which is not installed",
            f"pip install 'tocgraph[{extra}]'",
        ) from error


def exporter_named(name: str) -> Exporter:
    """The format of that name.

    Raises:
        UnknownIdError: there is none; the nearest ones are suggested.
    """
    if name not in EXPORTERS:
        from tocgraph.text import nearest

        raise UnknownIdError("export format", name, nearest(name, EXPORTERS, cutoff=50) or list(EXPORTERS))
    return EXPORTERS[name]


def export(
    opened: OpenStore,
    format: str,  # noqa: A002 - the word that users know
    target: str | Path | None = None,
    around: str | None = None,
    depth: int = 1,
    types: Sequence[str] = (),
    chosen: Chosen | None = None,
    as_of: str | None = None,
    notify: Callable[[str, float], None] = lambda step, share: None,
) -> bytes | None:
    """Writes the graph, or a part of it, in one of the EXPORTERS formats.

    The file or folder appears whole or not at all: on any failure nothing is left behind, and what was
    there before stays as it was.

    Args:
        opened: The store to export from.
        format: A key of EXPORTERS.
        target: The file to write, for a format of several files the folder or .zip file; None gives the bytes back
            instead, of several files as a .zip.
        around: The id, or the unambiguous name, of the entity to start from; None for the whole graph.
        depth: How many relations away from `around` to go (0 or more).
        types: Only entities of these types and their narrower ones.
        chosen: Only these entities (see `tocgraph.asking.chosen`).
        as_of: Only what may hold on this (partial) date.
        notify: Told of each step, with the share done (0 to 1).

    Returns:
        The document when `target` is None, else None.

    Raises:
        UnknownIdError: there is no such format, entity or type.
        TocgraphError: the depth is negative, nothing is left, the format takes no limits or needs what is not
            installed, or the file cannot be written.
        QueryError: the date is not a date.
        StoreError: the store failed.
    """
    exporter = exporter_named(format)
    if target is None:
        import io

        buffer = io.BytesIO()
        export_to(buffer, opened, format, around, depth, types, chosen, as_of, notify)
        return buffer.getvalue()
    limits = (around, depth, types, chosen, as_of)
    if exporter.files is not None and Path(target).suffix.lower() != ".zip":
        from tocgraph.exporters.bundle import checked_folder, described, write_folder

        place = checked_folder(Path(target))
        selection = _selected(opened, format, limits, notify)
        write_folder(place, described(opened, format, selection, exporter.files(opened, selection)))
    else:
        place = _writable(Path(target))
        replace(place, _document(opened, format, _selected(opened, format, limits, notify)))
    notify("done", 1.0)
    return None


def export_to(
    file: BinaryIO,
    opened: OpenStore,
    format: str,  # noqa: A002
    around: str | None = None,
    depth: int = 1,
    types: Sequence[str] = (),
    chosen: Chosen | None = None,
    as_of: str | None = None,
    notify: Callable[[str, float], None] = lambda step, share: None,
) -> None:
    """Writes to an open file what `export` writes to a named one; several files as a .zip.

    Raises:
        TocgraphError: as `export`; what was written until then stays in the file.
    """
    selection = _selected(opened, format, (around, depth, types, chosen, as_of), notify)
    name = getattr(file, "name", None)
    with written(Path(name if isinstance(name, str) else "the document")):
        for piece in _document(opened, format, selection):
            file.write(piece)
    notify("done", 1.0)


def save(target: str | Path, document: bytes) -> None:
    """Writes a document to a file, whole or not at all.

    Raises:
        TocgraphError: the file cannot be written.
    """
    replace(_writable(Path(target)), document)


def _document(opened: OpenStore, format: str, selection: Selection) -> Iterable[bytes]:  # noqa: A002
    exporter = exporter_named(format)
    if exporter.write is not None:
        return exporter.write(opened, selection)
    if exporter.files is None:
        raise TocgraphError(f"the format {format} writes nothing")
    from tocgraph.exporters.bundle import described, zipped

    return zipped(described(opened, format, selection, exporter.files(opened, selection)))


def _selected(opened: OpenStore, format: str, limits: _Limits, notify: Callable[[str, float], None]) -> Selection:  # noqa: A002
    from tocgraph.exporters.selection import Selection, select

    around, _, types, chosen, as_of = limits
    if not exporter_named(format).selects:
        named = {"--around": around, "--types": types, "--query": chosen, "--as-of": as_of}
        given = [name for name, value in named.items() if value]
        if given:
            raise TocgraphError(
                f"{format} describes the data set as a whole and takes no {' or '.join(given)}", "leave it out"
            )
        notify("writing", 0.3)
        return Selection(None, 0, (), (), whole=True)
    notify("selecting", 0.0)
    selection = select(opened, *limits)
    if not selection.entities:
        raise TocgraphError("nothing in the graph is left by these limits", "leave one of them out")
    notify(f"writing {len(selection.entities)} entities and {len(selection.claims)} claims", 0.3)
    return selection


def _writable(target: Path) -> Path:
    """The file behind the path, links followed; refuses early what could not be written later."""
    if not target.parent.is_dir():
        raise TocgraphError(f"cannot write {target}: there is no folder {target.parent}", "make the folder first")
    if target.exists() and not target.is_file():
        raise TocgraphError(f"cannot write {target}: it is not a file", "name a file, or leave the file out")
    return target.resolve()
