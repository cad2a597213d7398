"""Any SPARQL 1.1 endpoint behind the Store contract (SPARQL 1.1 Protocol, section 2.1).

Every result is read as JSON, or N-Triples, and checked to be whole before anything is made of it. Where an engine cuts
long results (Virtuoso: after 10,000 rows), the rest is asked for in pages and the whole is counted.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, BinaryIO, NamedTuple

from tocgraph.errors import QueryError, StoreError
from tocgraph.store import portable
from tocgraph.store.base import GRAPH_FORMATS, SELECT_FORMATS, Row, Solutions, Term, Triple, kind_of
from tocgraph.store.wire import Reply, Wire

_DATASET = ("default-graph-uri", "named-graph-uri")
_FORM = "application/x-www-form-urlencoded"
_ROUND = 500
"""Limits on rows are round numbers: a result of a multiple of it may have been cut, and is counted."""
_PAGE = 50_000
"""Rows of a page of a whole graph, where the engine gives as many."""
_ROWS = "x-sparql-maxrows"  # Virtuoso says so where it has cut a SELECT
_STATE = "x-sql-state"  # Virtuoso: S1TAT, an answer given up half way as it took too long


class Expected(NamedTuple):
    """What an endpoint must hold to stand in for a compiled store: of this data set, by this property, this mark."""

    dataset: str
    property: str
    fingerprint: str


class RemoteStore:
    """A SPARQL endpoint that holds the same graph, by its address."""

    def __init__(
        self, endpoint: str, prefixes: Mapping[str, str] | None = None, expected: Expected | None = None
    ) -> None:
        """Looks at the address only; the first query asks for the fingerprint if one is expected.

        `prefixes` are declared in Turtle. Raises StoreError: that is no address of an endpoint.
        """
        self._wire = Wire(endpoint)
        self._prefixes = dict(prefixes or {})
        self._expected = expected
        self._get = False

    def select(self, query: str) -> Solutions:
        """See `Store.select`. Raises StoreError also where the endpoint holds another graph than expected."""
        self._same_graph()
        return self._select(query)

    def ask(self, query: str) -> bool:
        """See `Store.ask`."""
        self._same_graph()
        answer, _ = self._json(query)
        if "boolean" in answer:
            return bool(answer["boolean"])
        found = self._solutions(answer)
        # Virtuoso 7.2 answers an ASK in JSON with a row of this one variable.
        if found.variables != ["__ASK_RETVAL"]:
            raise QueryError("this is not an ASK query")
        return any(row["__ASK_RETVAL"].value in ("1", "true") for row in found.rows)

    def construct(self, query: str) -> list[Triple]:
        """See `Store.construct`."""
        from tocgraph.store.embedded import term

        self._same_graph()
        if kind_of(query) in ("SELECT", "ASK"):
            raise QueryError("this is not a CONSTRUCT or DESCRIBE query")
        asked = portable.constructed(query)
        if asked is not None:
            from tocgraph.store.results import instantiated

            rows = self._select(asked.query).rows
            return sorted(instantiated(asked.prologue, asked.template, asked.variables, rows))
        return sorted({(term(t.subject), term(t.predicate), term(t.object)) for t in self._described(query)})

    def dump(self, query: str, file: BinaryIO) -> None:
        """See `Store.dump`. The rows behind it are counted, and asked for in pages, each written when it is there.

        Pages may overlap where an engine gives its rows in another order each time: who needs to be sure counts the
        distinct lines, and asks with ORDER BY.
        """
        import pyoxigraph

        from tocgraph.store.results import instantiated, natives

        self._same_graph()
        asked = portable.constructed(query)
        parts = None if asked is None else portable.taken_apart(asked.query)
        if asked is None or parts is None:
            pyoxigraph.serialize(natives(self.construct(query)), file, format=pyoxigraph.RdfFormat.N_TRIPLES)
            return
        held, given = int(self._counted(portable.counting(parts))), 0
        while given < held:
            rows = self._page(portable.page(parts, _PAGE, given))
            if not rows:
                raise self._cut(given)
            given += len(rows)
            triples = natives(instantiated(asked.prologue, asked.template, asked.variables, rows))
            pyoxigraph.serialize(triples, file, format=pyoxigraph.RdfFormat.N_TRIPLES)

    def _page(self, query: str) -> list[Row]:
        """The rows of a SELECT, read from XML, which Virtuoso writes five times as fast as JSON."""
        from tocgraph.store.results import read_xml

        reply = self._queried(query, SELECT_FORMATS["xml"])
        self._of_kind(reply, "xml")
        try:
            return read_xml(reply.body)
        except (SyntaxError, ValueError) as error:
            told = f"{self._wire.shown} answered with text that is no SPARQL result: {error}"
            raise StoreError(told, "it may be cut; try again") from error

    def serialize(self, query: str, form: str = "") -> bytes:
        """See `Store.serialize`."""
        from tocgraph.store import results, writing

        kind = kind_of(query) or "SELECT"
        formats = GRAPH_FORMATS if kind in ("CONSTRUCT", "DESCRIBE") else SELECT_FORMATS
        chosen = form or ("turtle" if formats is GRAPH_FORMATS else "json" if kind == "ASK" else "csv")
        if chosen not in formats:
            raise QueryError(f"a {kind} query has no {chosen} result", f"choose {', '.join(formats)}")
        if kind == "ASK":
            return results.write_boolean(self.ask(query), chosen)
        if kind == "SELECT":
            return results.write_solutions(self.select(query), chosen)
        return writing.written(results.natives(self.construct(query)), chosen, self._prefixes)

    def server(self) -> str:
        """What the server calls itself, "" if it does not say; asks it the smallest question."""
        return self._queried("ASK {}", SELECT_FORMATS["json"]).headers.get("server", "")

    def _same_graph(self) -> None:
        """Asks once whether the endpoint holds the graph that is expected.

        Raises:
            StoreError: it holds none, another version, several, or a part.
        """
        if self._expected is None:
            return
        dataset, name, mark = self._expected
        self._expected = None
        rows = self._select(f"SELECT ?p ?o WHERE {{ <{dataset}> ?p ?o }}").rows
        marks = {row["o"].value for row in rows if row["p"].value == name}
        if marks == {mark}:
            return
        shown, push = self._wire.shown, "`tocgraph push` puts the graph of this data there (see --replace)"
        if len(marks) > 1:
            raise StoreError(f"{shown} holds {len(marks)} versions of the graph in one", push)
        if marks:
            raise StoreError(f"{shown} holds another version of the graph than the data in use", push)
        if rows:
            raise StoreError(f"{shown} holds only a part of the graph, or an old version of it", push)
        named = self._select(f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ <{dataset}> ?p ?o }} }} LIMIT 3").rows
        if named:
            graph = named[0]["g"].value
            raise StoreError(
                f"{shown} holds the graph as the named graph {graph}, and was not asked in it",
                f"put ?default-graph-uri={graph} behind the address",
            )
        raise StoreError(f"{shown} does not hold the graph", "`tocgraph push` puts it there; or is it another graph?")

    def _select(self, query: str) -> Solutions:
        answer, reply = self._json(query)
        if "boolean" in answer:
            raise QueryError("this is not a SELECT query")
        found = self._solutions(answer)
        if found.variables == ["__ASK_RETVAL"]:
            raise QueryError("this is not a SELECT query")
        cut = _ROWS in reply.headers
        count = len(found.rows)
        if not cut and (count < _ROUND or count % _ROUND > 1):
            return found
        parts = portable.taken_apart(query)
        if parts is None:
            if cut:
                raise self._cut(count)
            return found
        held = int(self._counted(portable.counting(parts)))
        if held == count:
            return found
        return Solutions(found.variables, self._pages(parts, found, held))

    def _pages(self, parts: portable.Parts, first: Solutions, held: int) -> list[Row]:
        """All `held` rows of a query of which the engine gave a first page.

        Pages are asked for as they come, which is cheap, and taken when they prove whole: as many different rows as
        there are. Otherwise (rows that repeat, pages that overlap) they are asked for in the order of all variables.
        """
        size = len(first.rows)
        if not size:
            raise self._cut(size)
        for ordered_by in ((), first.variables):
            rows: list[Row] = []
            seen: set[tuple[tuple[str, Term], ...]] = set()
            while len(rows) < held:
                answer, _ = self._json(portable.page(parts, size, len(rows), ordered_by))
                more = self._solutions(answer).rows
                rows += more
                known = len(seen)
                seen.update(tuple(sorted(row.items())) for row in more)
                if not more or (not ordered_by and len(seen) - known < len(more)):
                    break
            if len(rows) == held and (ordered_by or len(seen) == held):
                return rows
        raise self._cut(size)

    def _counted(self, query: str) -> str:
        rows = self._solutions(self._json(query)[0]).rows
        if len(rows) != 1 or portable.COUNTED not in rows[0]:
            raise StoreError(f"{self._wire.shown} did not count its rows", "is it a SPARQL 1.1 endpoint?")
        return rows[0][portable.COUNTED].value

    def _cut(self, count: int) -> StoreError:
        return StoreError(
            f"{self._wire.shown} cuts its results: it gave {count} rows, and there are more",
            "ask for less, or raise the limit of the server",
        )

    def _described(self, query: str) -> list[Any]:
        import pyoxigraph

        reply = self._queried(query, GRAPH_FORMATS["ntriples"])
        self._of_kind(reply, "application/n-triples", "text/plain", "text/turtle", "application/turtle")
        try:
            parsed = list(pyoxigraph.parse(reply.body, format=pyoxigraph.RdfFormat.TURTLE))  # N-Triples are Turtle
        except (SyntaxError, ValueError) as error:
            raise StoreError(
                f"{self._wire.shown} answered with text that is no N-Triples: {error}", "it may be cut; try again"
            ) from error
        if parsed and (len(parsed) % 10_000 in (0, 1)):
            raise self._cut(len(parsed))
        return parsed

    def _json(self, query: str) -> tuple[dict[str, Any], Reply]:
        reply = self._queried(query, SELECT_FORMATS["json"])
        self._of_kind(reply, "json", "text/plain", "application/octet-stream")
        shown = self._wire.shown
        try:
            answer = json.loads(reply.body)
        except (ValueError, RecursionError) as error:
            raise StoreError(f"{shown} answered with text that is no JSON", "it may be cut; try again") from error
        if not isinstance(answer, dict) or not isinstance(answer.get("head"), dict):
            raise StoreError(f"{shown} answered with no SPARQL result", "is it a SPARQL endpoint?")
        return answer, reply

    def _solutions(self, answer: dict[str, Any]) -> Solutions:
        from tocgraph.store.results import read_term

        try:
            bindings = answer["results"]["bindings"]
            rows: list[Row] = [{name: read_term(value) for name, value in binding.items()} for binding in bindings]
            return Solutions([str(name) for name in answer["head"].get("vars", [])], rows)
        except (KeyError, TypeError, AttributeError) as error:
            raise StoreError(
                f"{self._wire.shown} answered with no SPARQL result", "is it a SPARQL endpoint?"
            ) from error

    def _of_kind(self, reply: Reply, *kinds: str) -> None:
        """Refuses a body that says it is something else; one that does not say what it is may be read."""
        if reply.kind and not any(kind in reply.kind for kind in kinds):
            raise StoreError(
                f"{self._wire.shown} answered with {reply.kind}, not with a SPARQL result", "is it a SPARQL endpoint?"
            )

    def _queried(self, query: str, accept: str) -> Reply:
        reply = self._asked(portable.portable(query), accept)
        if reply.status == 400:
            raise QueryError(f"{self._wire.shown} refused the query: {self._wire.credentials.hidden(reply.told())}")
        if reply.status == 414 or reply.status == 413:
            raise self._wire.failure(reply, "takes no query of that length", "ask for less")
        if reply.status != 200:
            raise self._wire.failure(reply, hint="is it the address for queries?" if reply.status == 404 else "")
        if reply.headers.get(_STATE, "").upper() == "S1TAT":
            raise StoreError(
                f"{self._wire.shown} gave up half way: the query took longer than it allows", "ask for less"
            )
        return reply

    def _asked(self, query: str, accept: str) -> Reply:
        """One query by POST, of any length; by GET where a server takes no POST (as some public ones)."""
        from urllib.parse import urlencode

        # In a POST the graphs to ask belong into the form (SPARQL 1.1 Protocol, section 2.1.2).
        graphs = [pair for pair in self._wire.parameters if pair[0] in _DATASET]
        others = [pair for pair in self._wire.parameters if pair[0] not in _DATASET]
        form = [("query", query), *graphs]
        if not self._get:
            body = urlencode(form).encode()
            reply = self._wire.exchange("POST", others, body, {"Accept": accept, "Content-Type": _FORM})
            if reply.status not in (405, 501):
                return reply
            self._get = True
        return self._wire.exchange("GET", [*others, *form], None, {"Accept": accept})
