"""Any SPARQL 1.1 endpoint behind the Store contract (SPARQL 1.1 Protocol, query via POST form)."""

from __future__ import annotations

import json
import re
from http.client import HTTPException
from typing import Any, BinaryIO
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from tocgraph.errors import QueryError, StoreError
from tocgraph.store.base import GRAPH_FORMATS, SELECT_FORMATS, Row, Solutions, Term, Triple, kind_of

TIMEOUT = 60.0
"""Seconds to wait for an endpoint."""


class RemoteStore:
    """A SPARQL endpoint that holds the same graph, by its address."""

    def __init__(self, endpoint: str) -> None:
        try:
            parts = urlsplit(endpoint)
            usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
        except ValueError:
            usable = False
        if not usable or re.search(r"[\s\x00-\x1f]", endpoint):
            raise StoreError(f"{endpoint!r} is not the address of an endpoint", "give an http or https address")
        self._endpoint = endpoint

    def select(self, query: str) -> Solutions:
        """See `Store.select`."""
        answer = self._json(query)
        if "boolean" in answer:
            raise QueryError("this is not a SELECT query")
        try:
            rows: list[Row] = [
                {name: _term(value) for name, value in binding.items()} for binding in answer["results"]["bindings"]
            ]
        except (KeyError, TypeError, AttributeError) as error:
            raise StoreError(f"{self._endpoint} answered with no SPARQL result", "is it a SPARQL endpoint?") from error
        return Solutions(list(answer["head"].get("vars", [])), rows)

    def ask(self, query: str) -> bool:
        """See `Store.ask`."""
        answer = self._json(query)
        if "boolean" not in answer:
            raise QueryError("this is not an ASK query")
        return bool(answer["boolean"])

    def construct(self, query: str) -> list[Triple]:
        """See `Store.construct`."""
        import pyoxigraph

        from tocgraph.store.embedded import term

        body = self._post(query, GRAPH_FORMATS["ntriples"])
        try:
            parsed = list(pyoxigraph.parse(body, format=pyoxigraph.RdfFormat.N_TRIPLES))
        except SyntaxError as error:
            raise StoreError(f"{self._endpoint} answered with text that is no N-Triples: {error}") from error
        return sorted({(term(t.subject), term(t.predicate), term(t.object)) for t in parsed})

    def dump(self, query: str, file: BinaryIO) -> None:
        """See `Store.dump`. Engines escape differently: what comes is read and written anew, statement by statement."""
        import pyoxigraph

        body = self._post(query, GRAPH_FORMATS["ntriples"])
        lines = pyoxigraph.RdfFormat.N_TRIPLES
        try:
            pyoxigraph.serialize((s.triple for s in pyoxigraph.parse(body, format=lines)), file, format=lines)
        except SyntaxError as error:
            raise StoreError(f"{self._endpoint} answered with text that is no N-Triples: {error}") from error

    def serialize(self, query: str, form: str = "") -> bytes:
        """See `Store.serialize`."""
        kind = kind_of(query) or "SELECT"
        formats = GRAPH_FORMATS if kind in ("CONSTRUCT", "DESCRIBE") else SELECT_FORMATS
        chosen = form or ("turtle" if formats is GRAPH_FORMATS else "json" if kind == "ASK" else "csv")
        if chosen not in formats:
            raise QueryError(f"a {kind} query has no {chosen} result", f"choose {', '.join(formats)}")
        if kind == "ASK" and chosen in ("csv", "tsv"):
            return b"true\n" if self.ask(query) else b"false\n"
        return self._post(query, formats[chosen])

    def _json(self, query: str) -> dict[str, Any]:
        body = self._post(query, SELECT_FORMATS["json"])
        try:
            answer = json.loads(body)
        except ValueError as error:
            raise StoreError(
                f"{self._endpoint} answered with text that is no JSON", "is it a SPARQL endpoint?"
            ) from error
        if not isinstance(answer, dict) or "head" not in answer:
            raise StoreError(f"{self._endpoint} answered with no SPARQL result", "is it a SPARQL endpoint?")
        return answer

    def _post(self, query: str, accept: str) -> bytes:
        request = Request(  # noqa: S310 (the scheme was checked)
            self._endpoint,
            data=urlencode({"query": query}).encode(),
            headers={
                "Accept": accept,
                "Content-Type": "application/x-www-form-urlencoded",
                "User-Agent": "tocgraph",
            },
        )
        try:
            with urlopen(request, timeout=TIMEOUT) as response:  # noqa: S310
                return bytes(response.read())
        except HTTPError as error:
            detail = error.read(500).decode("utf-8", "replace").strip()
            if error.code == 400:
                raise QueryError(f"{self._endpoint} refused the query: {detail}") from error
            raise StoreError(f"{self._endpoint} answered {error.code} {error.reason}: {detail}") from error
        except (URLError, OSError, HTTPException) as error:
            reason = getattr(error, "reason", error)
            raise StoreError(
                f"{self._endpoint} cannot be reached: {reason}", "check the address and the network"
            ) from error


def _term(value: dict[str, str]) -> Term:
    # Virtuoso writes "typed-literal", the draft form of SPARQL 1.1 Query Results JSON, for "literal".
    if value["type"] in ("literal", "typed-literal"):
        datatype = value.get("datatype", "")
        if datatype.endswith("#string") or value.get("xml:lang"):
            datatype = ""
        return Term("literal", value["value"], value.get("xml:lang", ""), datatype)
    return Term("iri" if value["type"] == "uri" else "bnode", value["value"])
