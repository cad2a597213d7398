"""A file of RDF -> its statements by subject, and where in the file a subject stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tocgraph.errors import Problem, TocgraphError

SYNTAXES = {
    ".ttl": "TURTLE",
    ".nt": "N_TRIPLES",
    ".nq": "N_QUADS",
    ".trig": "TRIG",
    ".jsonld": "JSON_LD",
    ".json": "JSON_LD",
    ".rdf": "RDF_XML",
    ".xml": "RDF_XML",
    ".owl": "RDF_XML",
}
"""The syntax of each suffix, as pyoxigraph names it."""


class Value(NamedTuple):
    """An object: an address, or a text with its language or datatype."""

    text: str
    address: bool = False
    language: str = ""
    datatype: str = ""


Statements = dict[str, dict[str, list[Value]]]
"""The objects of each property of each subject, every one once; named graphs do not matter."""

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def read_statements(path: Path, report: Callable[[Problem], None]) -> tuple[Statements, Lines]:
    """The statements of a file; blank nodes and triple terms that no claim reifies are reported and left out.

    Raises:
        TocgraphError: the file cannot be read, its suffix is of no syntax, or its syntax is broken.
    """
    import pyoxigraph

    name = SYNTAXES.get(path.suffix.lower())
    if name is None:
        raise TocgraphError(f"{path}: the suffix {path.suffix!r} is of no RDF syntax", f"use {', '.join(SYNTAXES)}")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TocgraphError(f"cannot read {path}: {error.strerror}", "check the name of the file") from error
    lines = Lines(data)
    found: Statements = {}
    try:
        for quad in pyoxigraph.parse(data, format=getattr(pyoxigraph.RdfFormat, name)):
            subject, predicate, value = quad.subject, quad.predicate.value, quad.object
            if not isinstance(subject, pyoxigraph.NamedNode) or isinstance(value, pyoxigraph.BlankNode):
                where = lines.of(subject.value) if isinstance(subject, pyoxigraph.NamedNode) else lines.blank()
                message = f"a blank node: {_short(str(subject))} {_short(str(quad.predicate))} {_short(str(value))}"
                report(Problem(str(path), where, 1, "error", "blank-node", message, "our graphs have none"))
            elif isinstance(value, pyoxigraph.Triple):
                if predicate != _RDF + "reifies" or not isinstance(value.subject, pyoxigraph.NamedNode):
                    message = f"a triple term that is no claim: {_short(str(quad.triple))}"
                    report(Problem(str(path), lines.of(subject.value), 1, "error", "foreign-term", message))
                    continue
                for end, term in zip("subject predicate object".split(), value, strict=True):
                    _add(found, subject.value, _RDF + end, _value(term))
                _add(found, subject.value, _RDF + "type", Value(_RDF + "Statement", True))
            else:
                _add(found, subject.value, predicate, _value(value))
    except SyntaxError as error:
        line = error.lineno or 1
        raise TocgraphError(f"{path}:{line}: not {name.replace('_', '-')}: {error.msg}", "nothing was read") from error
    except (ValueError, OSError) as error:
        raise TocgraphError(f"{path}: cannot be read as {name.replace('_', '-')}: {error}") from error
    return found, lines


def _add(found: Statements, subject: str, predicate: str, value: Value) -> None:
    values = found.setdefault(subject, {}).setdefault(predicate, [])
    if value not in values:
        values.append(value)


def _value(term: object) -> Value:
    import pyoxigraph

    if isinstance(term, pyoxigraph.Literal):
        return Value(term.value, False, term.language or "", "" if term.language else term.datatype.value)
    return Value(str(getattr(term, "value", term)), isinstance(term, pyoxigraph.NamedNode))


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:77]}..."


class Lines:
    """Where in a file a subject stands. The parser tells no places, and each syntax writes addresses in its own way."""

    def __init__(self, data: bytes) -> None:
        self._text = data.decode("utf-8", "replace")

    def of(self, iri: str) -> int:
        """The first line (from 1) in which the subject stands, as a whole address or by its local name; else 1."""
        local = re.split(r"[/#]", iri)[-1]
        escaped = re.escape(local).replace("\\-", r"\\?-")
        # A subject begins its line, is the value of "@id" or of rdf:about, or at least occurs.
        for pattern in (
            rf'^(?:<{re.escape(iri)}>|[\w.-]*:(?:[^\s"<>]*[/#\\])?{escaped}(?=[\s;]))',
            rf'(?:"@id": ?"|rdf:about=")[^"]*(?<![\w-]){escaped}"',
            rf"(?<![\w-]){escaped}(?![\w-])",
        ):
            found = re.search(pattern, self._text, re.MULTILINE)
            if found:
                return self._text.count("\n", 0, found.start()) + 1
        return 1

    def blank(self) -> int:
        """The first line in which a blank node is written in any of the syntaxes; else 1."""
        found = re.search(r"^[^\"#\n]*(?:_:|\[)|rdf:nodeID", self._text, re.MULTILINE)
        return self._text.count("\n", 0, found.end()) + 1 if found else 1
