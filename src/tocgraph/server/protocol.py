"""The SPARQL 1.1 Protocol as functions of plain values: what a request asks for, and in which format."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import parse_qsl

from tocgraph.server.accepting import media_type

SELECT_TYPES = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
    "text/html": "html",
}
"""Media types of the results of SELECT and ASK with the format behind each, the preferred one first."""
GRAPH_TYPES = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/rdf+xml": "rdfxml",
    "application/ld+json": "jsonld",
    "application/trig": "trig",
    "application/n-quads": "nquads",
    "application/x-turtle": "turtle",
    "application/json": "jsonld",
    "text/html": "html",
}
"""The same for CONSTRUCT and DESCRIBE."""
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
METHODS = "GET, HEAD, POST, OPTIONS"
_MOST_PARAMETERS = 100
_FORMS = {*SELECT_TYPES.values(), *GRAPH_TYPES.values()}


class Refusal(Exception):  # noqa: N818 - it is no error of ours
    """A request that is not answered: HTTP status, what is wrong, what to do about it."""

    def __init__(self, status: int, message: str, hint: str = "", headers: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.hint = hint
        self.headers = headers


class Asked(NamedTuple):
    """A query operation (SPARQL 1.1 Protocol, section 2.1); `form` is a format that was asked for by name."""

    query: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    form: str = ""


def asked(method: str, parameters: bytes, content_type: str = "", body: bytes = b"") -> Asked | None:
    """What a request to the endpoint asks for; None for a GET without a query, which wants a description.

    `format` (json, xml, csv, tsv, html, turtle ...) may be given beside the parameters of the protocol, for links and
    plain forms, which cannot choose a header; some clients send it as well. One that is unknown, or does not suit the
    result, is left to the Accept header.

    Args:
        method: Of HTTP.
        parameters: What stands behind the question mark of the address.
        content_type: The header of that name.
        body: The whole body.

    Raises:
        Refusal: 400, 405 or 415, as section 2.1 says.
    """
    given = _pairs(parameters, "the address")
    if method in ("GET", "HEAD"):
        if not any(name == "query" for name, _ in given):
            if any(name == "update" for name, _ in given):
                raise Refusal(400, "this service is read-only: it takes no updates", "send a query")
            return None
    elif method == "POST":
        kind, _, rest = content_type.partition(";")
        kind = kind.strip().lower()
        if kind not in (FORM, QUERY):
            told = kind or "none"
            raise Refusal(
                415, f"the content type is {told}, not {QUERY} or {FORM}", headers=(("Accept", f"{QUERY}, {FORM}"),)
            )
        charset = rest.lower().partition("charset=")[2].split(";")[0].strip(' "')
        if charset not in ("", "utf-8", "utf8"):
            raise Refusal(415, f"the charset is {charset}, not utf-8", "encode the query as UTF-8")
        if kind == FORM:
            given += _pairs(body, "the form")
        elif any(name == "query" for name, _ in given):
            raise Refusal(400, "there is a query in the address and another one in the body", "send one of them")
        else:
            given.append(("query", _text(body, "the query")))
    else:
        raise Refusal(405, f"the endpoint does not know the method {method}", headers=(("Allow", METHODS),))
    queries = [value for name, value in given if name == "query"]
    forms = [value for name, value in given if name == "format" and value in _FORMS]
    if any(name == "update" for name, _ in given):
        raise Refusal(400, "this service is read-only: it takes no updates", "send a query")
    if len(queries) != 1:
        raise Refusal(400, f"there are {len(queries)} queries in the request", "send exactly one")
    return Asked(
        queries[0],
        tuple(value for name, value in given if name == "default-graph-uri"),
        tuple(value for name, value in given if name == "named-graph-uri"),
        forms[-1] if forms else "",
    )


def result_type(accept: str, graph: bool, form: str = "") -> tuple[str, str]:
    """The media type and the format of a result; `graph` for CONSTRUCT and DESCRIBE.

    Raises:
        Refusal: 406, nothing that the header accepts is at hand.
    """
    types = GRAPH_TYPES if graph else SELECT_TYPES
    for media, name in types.items():
        if name == form:
            return media, form
    chosen = media_type(accept, tuple(types))
    if chosen is None:
        raise Refusal(406, "none of the accepted media types is at hand", f"accept one of {', '.join(types)}")
    return chosen, types[chosen]


def _pairs(text: bytes, where: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(_text(text, where), keep_blank_values=True, errors="strict", max_num_fields=_MOST_PARAMETERS)
    except UnicodeDecodeError as error:
        raise Refusal(400, f"{where} is no UTF-8 text", "encode it as UTF-8, then with percent signs") from error
    except ValueError as error:
        raise Refusal(400, f"{where} has more than {_MOST_PARAMETERS} parameters") from error


def _text(content: bytes, where: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refusal(400, f"{where} is no UTF-8 text", "encode it as UTF-8") from error
