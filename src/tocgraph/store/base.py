"""What every store can do, in plain values that belong to no engine."""

from __future__ import annotations

import re
from typing import BinaryIO, NamedTuple, Protocol

SELECT_FORMATS = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
GRAPH_FORMATS = {
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
    "rdfxml": "application/rdf+xml",
    "jsonld": "application/ld+json",
}


_NOISE = re.compile(
    r"<[^<>\s]*>|#[^\n]*|\"\"\".*?\"\"\"|'''.*?'''|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'", re.DOTALL
)
_PROLOGUE = re.compile(r"\b(?:BASE|PREFIX\s+[\w.-]*\s*:)", re.IGNORECASE)
_FORM = re.compile(r"(?<![?$\w:-])(SELECT|ASK|CONSTRUCT|DESCRIBE)\b(?!\s*:)", re.IGNORECASE)


def bare(query: str) -> str:
    """A query without its addresses, comments and texts, for a look at its words."""
    return _NOISE.sub(" ", query)


def kind_of(query: str) -> str:
    """SELECT, ASK, CONSTRUCT or DESCRIBE; an empty text when the query is none of these."""
    match = _FORM.search(_PROLOGUE.sub(" ", bare(query)))
    return match[1].upper() if match else ""


class Term(NamedTuple):
    """An RDF term: `kind` is "iri", "literal" or "bnode"."""

    kind: str
    value: str
    language: str = ""
    datatype: str = ""


Triple = tuple[Term, Term, Term]
Row = dict[str, Term]
"""One solution: a term for each bound variable."""


class Solutions(NamedTuple):
    """The result of a SELECT: its variables in order, and its rows."""

    variables: list[str]
    rows: list[Row]


class Store(Protocol):
    """A read-only SPARQL 1.1 store, embedded or remote."""

    def select(self, query: str) -> Solutions:
        """The solutions of a SELECT query.

        Raises:
            QueryError: the query is malformed or is no SELECT.
            StoreError: the store or the endpoint failed.
        """
        ...

    def ask(self, query: str) -> bool:
        """The answer of an ASK query. Raises as `select`."""
        ...

    def construct(self, query: str) -> list[Triple]:
        """The distinct triples of a CONSTRUCT or DESCRIBE query, sorted. Raises as `select`."""
        ...

    def dump(self, query: str, file: BinaryIO) -> None:
        """Writes the triples of a CONSTRUCT query to an open file as lines of N-Triples, as they come.

        Lines may repeat and have no order. Nothing is held in memory, however many there are. Raises as `select`,
        and OSError when the file cannot be written.
        """
        ...

    def serialize(self, query: str, form: str = "") -> bytes:
        """The result of any query in a standard format.

        `form` is a key of SELECT_FORMATS (SELECT, ASK) or of GRAPH_FORMATS (CONSTRUCT, DESCRIBE);
        by default csv for a SELECT, json for an ASK, turtle for a graph. Raises as `select`, and
        QueryError when the format does not suit the kind of query.
        """
        ...
