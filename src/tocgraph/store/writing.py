"""Triples in the syntaxes of RDF: the same bytes for the same triples, in every process."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pyoxigraph

from tocgraph.errors import TocgraphError

_SYNTAXES = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "ntriples": pyoxigraph.RdfFormat.N_TRIPLES,
    "rdfxml": pyoxigraph.RdfFormat.RDF_XML,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "trig": pyoxigraph.RdfFormat.TRIG,
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
}
_DECLARING = ("turtle", "trig", "rdfxml")
_NOT_XML = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")


def xml(document: bytes, whose: str) -> bytes:
    """XML in UTF-8 as it is; pyoxigraph writes characters that no XML document can hold (XML 1.0, section 2.2).

    Raises:
        TocgraphError: it has one of them.
    """
    found = _NOT_XML.search(document)
    if found:
        raise TocgraphError(
            f"{whose} holds the character U+{ord(found[0].decode()):04X}, which XML cannot hold",
            "use JSON, Turtle or N-Triples, or mend the data",
        )
    return document


def written(triples: Iterable[pyoxigraph.Triple], form: str, prefixes: dict[str, str]) -> bytes:
    """The distinct triples by subject, in a syntax: turtle, ntriples, rdfxml, jsonld, trig or nquads.

    A resource comes before what stands under it (a claim, then its citations). Those of the prefixes are declared whose
    namespace occurs, by name.

    Raises:
        TocgraphError: a text has a character that XML cannot hold, and the syntax is rdfxml.
    """
    by_text = {str(triple): triple for triple in triples}
    texts = sorted(by_text, key=lambda text: text.replace("> ", " ", 1))
    used = None
    if form in _DECLARING:
        whole = "\n".join(texts)
        used = {name: space for name, space in prefixes.items() if f"<{space}" in whole}
    document = pyoxigraph.serialize([by_text[text] for text in texts], format=_SYNTAXES[form], prefixes=used) or b""
    # pyoxigraph declares prefixes in the order of a hash table, which is another one in each process.
    if form == "rdfxml":
        head, opening, rest = xml(document, "the graph").partition(b"<rdf:RDF ")
        spaces, end, rest = rest.partition(b">")
        return b"".join([head, opening, b" ".join(sorted(spaces.split(b" "))), end, rest])
    if used:
        declared = re.match(rb"(?:@prefix [^\n]*\n)*", document)
        assert declared is not None
        return b"".join([*sorted(declared[0].splitlines(keepends=True)), document[declared.end() :]])
    return document
