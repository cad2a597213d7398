"""What describes the graph rather than being part of it: the ontology and the shapes, made from the schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tocgraph import __version__
from tocgraph.exporters.selection import Selection
from tocgraph.exporters.sorting import sorted_lines, spooled
from tocgraph.exporters.turtle import document_of
from tocgraph.model import Schema
from tocgraph.rdf.ontology import OntologyWriter
from tocgraph.rdf.shapes import ShapesWriter
from tocgraph.store import OpenStore


def ontology(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """The vocabulary in OWL and SKOS: the terms of the schema, and those that the data bring along."""
    names = opened.vocabulary
    found = [row["p"].value for row in opened.store.select("SELECT DISTINCT ?p WHERE { ?s ?p ?o }").rows]
    ends = {kind: [p.removeprefix(start) for p in found if p.startswith(start)]
            for kind in ("identifier-", "labelSource-", "author-")
            for start in (names.prefixes["toc"] + kind,)}  # fmt: skip
    writer = OntologyWriter(schema_of(opened))
    authors = max((int(n) for n in ends["author-"] if n.isdigit()), default=0)
    lines = writer.ontology(__version__, ends["identifier-"], ends["labelSource-"], authors)
    yield from turtle_of(opened, lines, "ontology: classes, properties and concept schemes, made from the schema")


def shapes(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """The shapes (SHACL) that data of this vocabulary must meet."""
    yield from turtle_of(opened, ShapesWriter(schema_of(opened)).shapes(), "shapes (SHACL), made from the schema")


def schema_of(opened: OpenStore) -> Schema:
    """The schema of a store, as records."""
    return Schema.model_validate(opened.names.meta("schema"))


def turtle_of(opened: OpenStore, lines: Iterable[str], what: str) -> Iterator[bytes]:
    """Lines of N-Triples as a Turtle document that says what it is."""
    import pyoxigraph

    about = [
        f"# tocgraph: {what}",
        f"# version {__version__}, data {opened.names.meta('fingerprint')}",
        "# licence: Creative Commons Attribution 4.0 International (CC BY 4.0)",
    ]
    with spooled(sorted_lines(line.encode() for line in lines)) as file:
        yield from document_of(opened, file, pyoxigraph.RdfFormat.TURTLE, about)
