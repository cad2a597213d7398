"""The compiled store on disk, or the same triples in memory: pyoxigraph behind the Store contract."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO, TypeVar

import pyoxigraph

from tocgraph.errors import QueryError, StoreError
from tocgraph.store import lexer, surviving, writing
from tocgraph.store.base import GRAPH_FORMATS, SELECT_FORMATS, Solutions, Term, Triple
from tocgraph.store.malformed import malformed

T = TypeVar("T")

_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
# What RocksDB says of damaged or missing tables; other failures, such as those of SERVICE, are the query's own.
_DAMAGE = re.compile(r"corrupt|checksum|magic number|\.sst\b", re.IGNORECASE)
_FULL = frozenset((errno.ENOSPC, errno.EFBIG, errno.EDQUOT))
_SELECT = {
    "json": pyoxigraph.QueryResultsFormat.JSON,
    "xml": pyoxigraph.QueryResultsFormat.XML,
    "csv": pyoxigraph.QueryResultsFormat.CSV,
    "tsv": pyoxigraph.QueryResultsFormat.TSV,
}


def term(value: Any) -> Term:
    """A pyoxigraph term as a plain one."""
    if isinstance(value, pyoxigraph.NamedNode):
        return Term("iri", value.value)
    if isinstance(value, pyoxigraph.Literal):
        language = value.language
        if language:
            return Term("literal", value.value, language)
        datatype = value.datatype.value
        return Term("literal", value.value, "", "" if datatype == _XSD_STRING else datatype)
    return Term("bnode", getattr(value, "value", str(value)))


class EmbeddedStore:
    """An Oxigraph store in this process.

    `reopen` is asked for a fresh store once when the files on disk turn out to be damaged.
    """

    def __init__(
        self,
        store: pyoxigraph.Store,
        reopen: Callable[[], pyoxigraph.Store] | None = None,
        prefixes: dict[str, str] | None = None,
    ) -> None:
        self._store = store
        self._reopen = reopen
        self._prefixes = prefixes or {}

    def select(self, query: str) -> Solutions:
        """See `Store.select`."""
        return self.run(query, self._solutions)

    def ask(self, query: str) -> bool:
        """See `Store.ask`."""
        return self.run(query, _boolean)

    def construct(self, query: str) -> list[Triple]:
        """See `Store.construct`."""
        return self.run(query, _triples)

    def dump(self, query: str, file: BinaryIO) -> None:
        """See `Store.dump`."""
        start = file.tell()

        def write(results: Any) -> OSError | None:
            if not isinstance(results, pyoxigraph.QueryTriples):
                raise QueryError("this is not a CONSTRUCT or DESCRIBE query")
            file.seek(start)  # a damaged store is read once more, from the beginning
            file.truncate()
            try:
                results.serialize(file, pyoxigraph.RdfFormat.N_TRIPLES)
            except OSError as error:
                if error.errno not in _FULL:
                    raise
                return error  # the file's own failure, not the store's
            return None

        failure = self.run(query, write)
        if failure is not None:
            raise failure

    def serialize(self, query: str, form: str = "") -> bytes:
        """See `Store.serialize`."""

        def write(results: Any) -> bytes:
            graph = isinstance(results, pyoxigraph.QueryTriples)
            chosen = form or ("turtle" if graph else "json" if isinstance(results, pyoxigraph.QueryBoolean) else "csv")
            allowed = GRAPH_FORMATS if graph else SELECT_FORMATS
            if chosen not in allowed:
                kind = "CONSTRUCT or DESCRIBE" if graph else "SELECT or ASK"
                raise QueryError(f"a {kind} query has no {chosen} result", f"choose {', '.join(allowed)}")
            if graph:
                return writing.written(results, chosen, self._prefixes)
            if isinstance(results, pyoxigraph.QueryBoolean) and chosen in ("csv", "tsv"):
                return b"true\n" if bool(results) else b"false\n"
            return bytes(results.serialize(format=_SELECT[chosen]) or b"")

        return self.run(query, write)

    def subjects(self) -> Iterator[tuple[str, list[str]]]:
        """Each subject with its triples as lines of N-Triples, in the order of the store, which its content decides.

        Raises:
            StoreError: the store failed.
        """
        subject, lines = "", list[str]()
        for quad in self._quads():
            current = quad.subject.value
            if current != subject and lines:
                yield subject, lines
                lines = []
            subject = current
            lines.append(f"{quad.triple} .\n")
        if lines:
            yield subject, lines

    def described(self, subjects: Iterable[str], properties: Iterable[str] = ()) -> list[list[tuple[str, Term]]]:
        """For each address its properties and values; only those properties when some are given.

        Numbers stand for the addresses, and for the properties that are given, in the result: the engine has to look
        up the text of every address that it gives, which takes most of the time.

        Raises:
            StoreError: the store failed.
        """
        numbered = [f"(<{iri}> {number})" for number, iri in enumerate(subjects)]
        wanted = list(properties)
        query = f"VALUES (?s ?n) {{ {' '.join(numbered)} }} ?s ?p ?o"
        if wanted:
            # The inner query is finished first. Joined in one, each address would be looked up with each property.
            listed = " ".join(f"(<{iri}> {number})" for number, iri in enumerate(wanted))
            query = f"{{ SELECT ?n ?p ?o WHERE {{ {query} }} }} VALUES (?p ?k) {{ {listed} }}"
        found: list[list[tuple[str, Term]]] = []

        def read(results: Any) -> None:
            found[:] = [[] for _ in numbered]
            for number, key, value in results:
                of = found[int(number.value)]
                of.append((wanted[int(key.value)] if wanted else key.value, term(value)))

        self._run(f"SELECT ?n {'?k' if wanted else '?p'} ?o WHERE {{ {query} }}", read)
        return found

    def having(self, predicate: str, value: str | None = None) -> Iterator[str]:
        """The addresses that have a property, or one value (an address) of it; with several values several times.

        Raises:
            StoreError: the store failed.
        """
        end = None if value is None else pyoxigraph.NamedNode(value)
        return (quad.subject.value for quad in self._quads(None, pyoxigraph.NamedNode(predicate), end))

    def _quads(
        self,
        subject: pyoxigraph.NamedNode | None = None,
        predicate: pyoxigraph.NamedNode | None = None,
        value: pyoxigraph.NamedNode | None = None,
    ) -> Iterator[Any]:
        """The statements of the default graph that match, read as they are asked for."""
        begun = False
        try:
            for quad in self._store.quads_for_pattern(subject, predicate, value, pyoxigraph.DefaultGraph()):
                begun = True
                yield quad
        except (OSError, ValueError, RuntimeError) as error:
            if begun or not self._mended(error):
                raise StoreError(
                    f"the compiled store could not be read: {error}", "`tocgraph build --force`"
                ) from error
            yield from self._quads(subject, predicate, value)

    def holds_graph(self, graph: pyoxigraph.NamedNode) -> bool:
        """Whether the store has a named graph of that name."""
        return self._store.contains_named_graph(graph)

    def _solutions(self, results: Any) -> Solutions:
        if not isinstance(results, pyoxigraph.QuerySolutions):
            raise QueryError("this is not a SELECT query")
        variables = [v.value for v in results.variables]
        rows = []
        for solution in results:
            bound = ((name, solution[name]) for name in variables)
            rows.append({name: term(value) for name, value in bound if value is not None})
        return Solutions(variables, rows)

    def run(self, query: str, read: Callable[[Any], T], **dataset: Any) -> T:
        """What `read` makes of the results of pyoxigraph for a query; `dataset` goes to pyoxigraph's `query`.

        Nothing here calls another machine: a query with SERVICE is refused (see `tocgraph.store.lexer`). Nor does a
        query end the process (see `tocgraph.store.surviving`).

        Raises:
            QueryError: the query is malformed, has a SERVICE clause, or is nested too deeply.
            StoreError: the store failed.
        """
        kept = lexer.kept_here(query)
        ready = surviving.survivable(kept)
        try:
            return self._run(ready, read, **dataset)
        except QueryError:
            if ready != kept:
                self._parsed(kept)  # the places in its message are those of the query as written
            raise

    def _parsed(self, query: str) -> None:
        try:
            pyoxigraph.Store().query(query, prefixes=self._prefixes)
        except SyntaxError as error:
            raise malformed(error, query, self._prefixes) from error

    def _asked(self, query: str, dataset: dict[str, Any]) -> Any:
        # The engine reads each prefix that it is handed, which takes half of the time of a small query. Queries of this
        # package declare their own, so that only those that people write need them.
        try:
            return self._store.query(query, **dataset)
        except SyntaxError:
            if not self._prefixes:
                raise
        return self._store.query(query, prefixes=self._prefixes, **dataset)

    def _run(self, query: str, read: Callable[[Any], T], **dataset: Any) -> T:
        try:
            # Each prefix that is handed over costs as much as a row of the result.
            prefixes = {name: start for name, start in self._prefixes.items() if f"{name}:" in query}
            return read(self._store.query(query, prefixes=prefixes, **dataset))
        except SyntaxError as error:
            raise malformed(error, query, self._prefixes) from error
        except (OSError, ValueError, RuntimeError) as error:
            if self._mended(error):
                return self._run(query, read, **dataset)
            raise StoreError(f"the query could not be answered: {error}") from error

    def _mended(self, error: Exception) -> bool:
        """Whether the error tells of damage and the store could be opened anew, which is tried once."""
        if self._reopen is None or not _DAMAGE.search(str(error)):
            return False
        reopen, self._reopen = self._reopen, None
        try:
            self._store = reopen()
        except OSError as failure:
            raise StoreError(f"the compiled store is damaged and cannot be rebuilt: {failure}") from failure
        return True


def _boolean(results: Any) -> bool:
    if not isinstance(results, pyoxigraph.QueryBoolean):
        raise QueryError("this is not an ASK query")
    return bool(results)


def _triples(results: Any) -> list[Triple]:
    if not isinstance(results, pyoxigraph.QueryTriples):
        raise QueryError("this is not a CONSTRUCT or DESCRIBE query")
    return sorted({(term(t.subject), term(t.predicate), term(t.object)) for t in results})
