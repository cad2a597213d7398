"""Turtle, N-Triples and RDF/XML, and Turtle with the triple terms of RDF 1.2: the same bytes for the same data."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING

from tocgraph import __version__
from tocgraph.exporters.lines import parts_of, prefixes_of, subject_lines, triple_lines
from tocgraph.exporters.selection import Selection
from tocgraph.exporters.sorting import spooled
from tocgraph.store import OpenStore
from tocgraph.store.writing import xml

if TYPE_CHECKING:
    import pyoxigraph

_PIECE = 1 << 20
_DESCRIBED = re.compile(rb'<rdf:Description rdf:about="([^"]*)"')


def turtle(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """The selection in Turtle (RDF 1.1 Turtle), prefixes declared, subjects in order, no blank nodes."""
    import pyoxigraph

    with spooled(subject_lines(opened, selection)) as lines:
        yield from document_of(opened, lines, pyoxigraph.RdfFormat.TURTLE, comment(opened, selection))


def turtle12(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """The selection in RDF 1.2 Turtle: a claim is a reifier of its triple (rdf:reifies and a triple term).

    rdf:reifies takes the place of rdf:Statement, rdf:subject, rdf:predicate and rdf:object.
    """
    import pyoxigraph

    rdf = opened.vocabulary.prefixes["rdf"]
    with spooled(_reified(subject_lines(opened, selection), rdf)) as lines:
        yield from document_of(opened, lines, pyoxigraph.RdfFormat.TURTLE, comment(opened, selection))


def ntriples(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """The selection in N-Triples (RDF 1.1 N-Triples): one triple a line, lines sorted."""
    yield from triple_lines(opened, selection)


def rdfxml(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """The selection in RDF/XML (RDF 1.1 XML Syntax), one description for each subject, subjects in order.

    Raises:
        TocgraphError: a text holds what XML cannot.
    """
    import pyoxigraph

    form = pyoxigraph.RdfFormat.RDF_XML
    with spooled(subject_lines(opened, selection)) as lines, _serialized(opened, lines, form) as document:
        head = document.readline() + document.readline()
        root, *spaces = re.split(rb" (?=xmlns:)", head.rstrip(b">\n"))
        # As in Turtle, the order of the declarations is the serializer's own and may differ.
        yield b" ".join([root, *sorted(spaces)]) + b">\n"
        # Two hyphens would end an XML comment.
        about = (line[2:].replace("--", "- -") for line in comment(opened, selection))
        yield "".join(f"<!-- {line} -->\n" for line in about).encode()
        whose = ""
        for line in document:
            described = _DESCRIBED.search(line)
            if described:
                whose = f"a text of {opened.vocabulary.local(described[1].decode())!r}"
            yield xml(line, whose)


def document_of(
    opened: OpenStore, lines: IO[bytes], form: pyoxigraph.RdfFormat, about: Iterable[str]
) -> Iterator[bytes]:
    """A document after lines that say what it is; prefixes in order, which pyoxigraph has as its hash table does."""
    with _serialized(opened, lines, form) as document:
        declared, line = [], document.readline()
        while line.startswith(b"@prefix"):
            declared.append(line)
            line = document.readline()
        yield "".join(f"{text}\n" for text in about).encode() + b"\n" + b"".join(sorted(declared)) + b"\n" + line
        yield from iter(lambda: document.read(_PIECE), b"")


def _serialized(opened: OpenStore, lines: IO[bytes], form: pyoxigraph.RdfFormat) -> IO[bytes]:
    """A temporary file with the statements of those lines of N-Triples or N-Quads in another syntax."""
    import pyoxigraph

    graphs = form.supports_datasets
    prefixes = prefixes_of(opened, lines)
    quads = pyoxigraph.parse(lines, format=pyoxigraph.RdfFormat.N_QUADS)
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    try:
        pyoxigraph.serialize(quads if graphs else (q.triple for q in quads), file, format=form, prefixes=prefixes)
        file.seek(0)
    except BaseException:
        file.close()
        raise
    return file


def _reified(lines: Iterable[bytes], rdf: str) -> Iterator[bytes]:
    """The lines, by subject, with a triple term in place of each rdf:Statement."""
    ends = {f"<{rdf}{name}>".encode(): index for index, name in enumerate(("subject", "predicate", "object"))}
    kind, statement = f"<{rdf}type>".encode(), f"<{rdf}Statement>".encode()
    reifies = f"<{rdf}reifies>".encode()
    held: dict[int, bytes] = {}
    for line in lines:
        subject, predicate, value = parts_of(line)
        if predicate in ends:
            held[ends[predicate]] = value
            if len(held) == len(ends):
                yield b"%b %b <<( %b %b %b )>> .\n" % (subject, reifies, held[0], held[1], held[2])
                held = {}
        elif predicate != kind or value != statement:
            yield line


def comment(opened: OpenStore, selection: Selection) -> list[str]:
    """What a document holds, as lines of Turtle comments."""
    limits = []
    if selection.around is not None:
        steps = f"{selection.depth} step{'' if selection.depth == 1 else 's'}"
        limits.append(f"{selection.around} and what lies within {steps} of it")
    if selection.types:
        limits.append(f"of the types {', '.join(selection.types)}")
    if selection.query:
        limits.append(f"what answers {' '.join(selection.query.split())}")
    if selection.as_of:
        limits.append(f"as of {selection.as_of}")
    what = "; ".join(limits) or "the whole graph"
    return [
        "# tocgraph: international cooperation against transnational organized crime",
        f"# {what}: {len(selection.entities)} entities, {len(selection.claims)} claims",
        f"# version {__version__}, data {opened.names.meta('fingerprint')}",
        "# licence: Creative Commons Attribution 4.0 International (CC BY 4.0)",
    ]
