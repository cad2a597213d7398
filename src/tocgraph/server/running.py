"""Running one query within limits of time, rows and size, by the serializers of pyoxigraph.

Oxigraph cannot be told to stop. The limits are looked at whenever it hands over a piece of the result; a query that
hands over nothing is left to `pool`, which answers in time all the same.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any, NamedTuple

import pyoxigraph

from tocgraph.errors import QueryError, StoreError, TocgraphError
from tocgraph.server.protocol import Asked, Refusal, result_type
from tocgraph.store import writing
from tocgraph.store.embedded import EmbeddedStore

_ROWS = {
    "json": pyoxigraph.QueryResultsFormat.JSON,
    "xml": pyoxigraph.QueryResultsFormat.XML,
    "csv": pyoxigraph.QueryResultsFormat.CSV,
    "tsv": pyoxigraph.QueryResultsFormat.TSV,
}
# What stands between rows and nowhere else: quotes in JSON values and < in XML values are escaped, as are line
# breaks in TSV. JSON has one less than rows, TSV and CSV one more (the header).
_COUNTS = {"json": (b'},{"', 1), "xml": (b"<result>", 0), "tsv": (b"\n", -1), "csv": (None, -1)}


class Limits(NamedTuple):
    """How much one query may take: until when (on the monotonic clock), how many rows, how many bytes."""

    until: float
    rows: int
    size: int


class Result(NamedTuple):
    """The result of a query: its media type, the format behind it, its bytes, and which kind of query it was."""

    media: str
    form: str
    body: bytes
    kind: str


class LimitError(Exception):
    """A query met a limit: `unit` is "time", "rows" or "size"."""

    def __init__(self, unit: str) -> None:
        super().__init__(unit)
        self.unit = unit


def run(store: EmbeddedStore, asked: Asked, accept: str, limits: Limits, prefixes: dict[str, str]) -> Result:
    """The result of a query in the format that suits the request.

    For the format `html` the body is that of JSON (rows) or Turtle (a graph), which a page is made of.

    Raises:
        Refusal: 400, the query is malformed or a graph is unknown; 403, it has a SERVICE clause, or more rows or
            bytes than allowed; 406, no format suits, or XML cannot hold the result; 503, it takes too long; 500, the
            store failed.
    """
    try:
        return _run(store, asked, accept, limits, prefixes)
    except Refusal as refusal:
        # A new one: the old one holds the frames, and with them the results, which must end on this thread.
        told = Refusal(refusal.status, refusal.message, refusal.hint, refusal.headers)
    raise told


def _run(store: EmbeddedStore, asked: Asked, accept: str, limits: Limits, prefixes: dict[str, str]) -> Result:
    try:
        dataset = _dataset(store, asked)
        return store.run(asked.query, lambda found: _written(found, asked, accept, limits, prefixes), **dataset)
    except QueryError as error:
        # The parser lists all that it expected, over many lines.
        told = " ".join(error.message.split())[:300]
        raise Refusal(403 if error.message.startswith("SERVICE") else 400, told, error.hint) from error
    except StoreError as error:
        raise Refusal(500, error.message, error.hint) from error
    except LimitError as error:
        raise exceeded(error.unit, limits) from error
    except TocgraphError as error:
        raise Refusal(406, error.message, error.hint) from error


def exceeded(unit: str, limits: Limits) -> Refusal:
    """What is answered to a query that met a limit."""
    if unit == "time":
        return Refusal(503, "the query takes longer than this service allows", "ask for less", (("Retry-After", "30"),))
    most = f"{limits.rows:,} rows or triples" if unit == "rows" else f"{limits.size:,} bytes"
    return Refusal(
        403,
        f"the result has more than the {most} that this service gives at once",
        "add LIMIT and OFFSET, or export the graph",
    )


def _dataset(store: EmbeddedStore, asked: Asked) -> dict[str, Any]:
    """The dataset of the protocol (section 2.1.4), which replaces that of the query."""
    if not (asked.default_graphs or asked.named_graphs):
        return {}
    try:
        chosen = {iri: pyoxigraph.NamedNode(iri) for iri in (*asked.default_graphs, *asked.named_graphs)}
    except ValueError as error:
        raise Refusal(400, f"the address of a graph is malformed: {error}") from error
    for iri, graph in chosen.items():
        if not store.holds_graph(graph):
            raise Refusal(400, f"there is no graph {iri}", "leave default-graph-uri and named-graph-uri out")
    return {
        "default_graph": [chosen[iri] for iri in asked.default_graphs],
        "named_graphs": [chosen[iri] for iri in asked.named_graphs],
    }


def _written(found: Any, asked: Asked, accept: str, limits: Limits, prefixes: dict[str, str]) -> Result:
    if isinstance(found, pyoxigraph.QueryTriples):
        media, form = result_type(accept, True, asked.form)
        body = writing.written(_counted(found, limits), "turtle" if form == "html" else form, prefixes)
        if len(body) > limits.size:
            raise LimitError("size")
        return Result(media, form, body, "graph")
    media, form = result_type(accept, False, asked.form)
    written = "json" if form == "html" else form
    if isinstance(found, pyoxigraph.QueryBoolean):
        # CSV and TSV have no booleans; the bare word is what other stores write as well.
        plain = b"true\n" if bool(found) else b"false\n"
        return Result(
            media, form, plain if written in ("csv", "tsv") else found.serialize(format=_ROWS[written]) or b"", "ask"
        )
    sink = _Sink(written, limits)
    found.serialize(sink, format=_ROWS[written])
    body = b"".join(sink.pieces)
    return Result(media, form, writing.xml(body, "the result") if written == "xml" else body, "select")


def _counted(triples: Any, limits: Limits) -> Iterator[Any]:
    for number, triple in enumerate(triples):
        if number >= limits.rows:
            raise LimitError("rows")
        if not number % 256 and time.monotonic() > limits.until:
            raise LimitError("time")
        yield triple


class _Sink:
    """A file that keeps what is written, counts its rows and raises LimitError when there is too much of it."""

    def __init__(self, form: str, limits: Limits) -> None:
        self.pieces: list[bytes] = []
        self._limits = limits
        self._count, self._rows = _COUNTS[form]
        self._size = 0
        self._quotes = 0
        self._tail = b""

    def write(self, piece: bytes) -> int:
        """Takes a piece; pyoxigraph passes on what is raised here."""
        content = bytes(piece)
        self.pieces.append(content)
        self._size += len(content)
        if self._count is not None:
            joined = self._tail + content
            self._rows += joined.count(self._count)
            self._tail = joined[1 - len(self._count) :] if len(self._count) > 1 else b""
        else:
            # Within quotes a line break belongs to a value; a quote in a value is doubled (RFC 4180, section 2).
            for number, part in enumerate(content.split(b'"')):
                if number:
                    self._quotes += 1
                if not self._quotes % 2:
                    self._rows += part.count(b"\n")
        if self._rows > self._limits.rows:
            raise LimitError("rows")
        if self._size > self._limits.size:
            raise LimitError("size")
        if time.monotonic() > self._limits.until:
            raise LimitError("time")
        return len(content)

    def flush(self) -> None:
        """Nothing is held back."""
