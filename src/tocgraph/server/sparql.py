"""The endpoint /sparql: the shortest way from a request to its result that ASGI allows."""

from __future__ import annotations

import asyncio
import time
from typing import NamedTuple

from tocgraph.server import pages
from tocgraph.server.accepting import media_type
from tocgraph.server.description import description
from tocgraph.server.protocol import GRAPH_TYPES, METHODS, Asked, Refusal, asked
from tocgraph.server.remembering import Known, volatile
from tocgraph.server.running import Limits, Result, run
from tocgraph.server.site import NOTHING, PLAIN, SAFE, Headers, Receive, Scope, Send, Site, respond, unchanged

_DESCRIBED = tuple(media for media in GRAPH_TYPES if media != "application/json")
_REASONS = {400: "malformed", 403: "forbidden", 429: "client"}
_MOST_ADDRESS = 32_000
"""Bytes of parameters in an address; longer queries are sent by POST."""


class _Sent(NamedTuple):
    """What matters of the headers of a request."""

    accept: bytes = b""
    kind: bytes = b""
    held: bytes = b""
    length: bytes = b""
    language: bytes = b""


def _read(scope: Scope) -> _Sent:
    accept = kind = held = length = language = b""
    for name, value in scope["headers"]:
        if name == b"accept":
            accept = accept + b"," + value if accept else value
        elif name == b"content-type":
            kind = value
        elif name == b"if-none-match":
            held = value
        elif name == b"content-length":
            length = value
        elif name == b"accept-language":
            language = value
    return _Sent(accept, kind, held, length, language)


class Endpoint:
    """Answers requests to /sparql; an ASGI application."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._rows, self._size = site.settings.rows, site.settings.result
        self._prefixes = site.opened.vocabulary.prefixes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See `asgiref`: answers one request."""
        began = time.perf_counter()
        method = scope["method"]
        sent = _read(scope)
        status, size, kind = 500, 0, ""
        try:
            status, headers, body, kind = await self._answer(scope, receive, method, sent, began)
        except Refusal as refusal:
            status, headers, body = self._refused(refusal, scope, sent)
        size = len(body)
        await respond(send, status, [*headers, *self._site.cross_origin(scope["headers"])], body, method == "HEAD")
        self._site.figures.request("sparql", status, size)
        self._site.log.request(method, "/sparql", status, size, time.perf_counter() - began, kind)

    async def _answer(
        self, scope: Scope, receive: Receive, method: str, sent: _Sent, began: float
    ) -> tuple[int, Headers, bytes, str]:
        site, parameters = self._site, scope["query_string"]
        body = b""
        key: tuple[bytes, ...] = (parameters, sent.accept)
        if method == "POST":
            body = await read_body(receive, sent.length, site.settings.body)
            key = (parameters, sent.accept, sent.kind, body)
        elif method == "OPTIONS":
            return 204, preflight(site, METHODS), b"", ""
        elif method not in ("GET", "HEAD"):
            asked(method, b"")  # refuses it
        elif len(parameters) > _MOST_ADDRESS:
            raise Refusal(414, f"the address has {len(parameters):,} bytes", "send the query by POST")
        known = site.memory.get(key)
        if known is None:
            wanted = asked(method, parameters, sent.kind.decode("latin-1"), body)
            if wanted is None:
                return await self._described(scope, sent)
            return await self._new(wanted, key, scope, sent, began)
        if method != "POST" and unchanged(sent.held, known.tag):
            return 304, self._headers(known.media, known.tag), b"", known.kind
        if known.body is not None:
            site.figures.add("tocgraph_remembered_total")
            return 200, self._headers(known.media, known.tag), known.body, known.kind
        # Quick before, so quick again: a change of threads would cost as much as the query.
        result = run(site.store, known.asked, sent.accept.decode("latin-1"), self._limits(), self._prefixes)
        site.figures.query(time.perf_counter() - began)
        return 200, self._headers(result.media, known.tag), result.body, result.kind

    async def _new(
        self, wanted: Asked, key: tuple[bytes, ...], scope: Scope, sent: _Sent, began: float
    ) -> tuple[int, Headers, bytes, str]:
        site, accept = self._site, sent.accept.decode("latin-1")
        spent = [0.0]
        changing = volatile(wanted.query)
        tag = b"" if changing else site.tag(*key)
        if len(key) == 2 and tag and unchanged(sent.held, tag):
            return 304, self._headers("", tag), b"", ""

        def work(until: float) -> Result:
            start = time.thread_time()  # its own work, however busy the machine is
            limits = Limits(until, self._rows, self._size)
            result = run(site.store, wanted, accept, limits, self._prefixes)
            spent[0] = time.thread_time() - start
            if result.form == "html":
                page = pages.results(site, wanted.query, result, self._language(scope, sent), scope["query_string"])
                result = result._replace(media="text/html", body=page)
            return result

        client = scope["client"][0] if scope.get("client") else ""
        site.figures.put("tocgraph_queries_running", site.queries.taken + 1)
        try:
            result = await site.queries.run(work, client)
        finally:
            site.figures.put("tocgraph_queries_running", site.queries.taken)
            site.figures.query(time.perf_counter() - began)
        if result.form != "html":
            site.memory.keep(key, Known(wanted, result.media, result.kind, tag, result.body), spent[0])
        return 200, self._headers(result.media, tag), result.body, result.kind

    def _limits(self) -> Limits:
        return Limits(time.monotonic() + self._site.settings.seconds, self._rows, self._size)

    def _headers(self, media: str, tag: bytes) -> Headers:
        text = media.startswith("text/")
        found: Headers = [(b"vary", b"Accept, Accept-Language" if media == "text/html" else b"Accept"), *SAFE]
        found.append(PLAIN if media == "text/html" else NOTHING)
        if media:
            found.append((b"content-type", media.encode() + b"; charset=utf-8" if text else media.encode()))
        found += [(b"etag", tag), (b"cache-control", b"no-cache")] if tag else [(b"cache-control", b"no-store")]
        return found

    async def _described(self, scope: Scope, sent: _Sent) -> tuple[int, Headers, bytes, str]:
        """A GET without a query: the description of the service (Service Description, section 2), or a page."""
        site = self._site
        media = media_type(sent.accept.decode("latin-1"), _DESCRIBED)
        if media is None:
            raise Refusal(406, "none of the accepted media types is at hand", f"accept one of {', '.join(_DESCRIBED)}")
        language = self._language(scope, sent)
        if media == "text/html":
            body = await site.pages.run(lambda until: pages.query(site, language, scope["query_string"]))
        else:
            address = own_address(site, scope) + "/sparql"
            body = await site.pages.run(lambda until: description(site.opened, address, GRAPH_TYPES[media]))
        tag = site.tag(b"described", media, body)
        if unchanged(sent.held, tag):
            return 304, self._headers(media, tag), b"", ""
        return 200, self._headers(media, tag), body, ""

    def _refused(self, refusal: Refusal, scope: Scope, sent: _Sent) -> tuple[int, Headers, bytes]:
        status = refusal.status
        late = "busy" if "waiting" in refusal.message else "late"
        reason = late if status == 503 else _REASONS.get(status)
        if reason:
            self._site.figures.add(f'tocgraph_refused_total{{reason="{reason}"}}')
        more: Headers = [(name.lower().encode(), value.encode()) for name, value in refusal.headers]
        if media_type(sent.accept.decode("latin-1"), ("text/plain", "text/html")) == "text/html":
            body = pages.refused_query(self._site, refusal, scope["query_string"], self._language(scope, sent))
            return status, [*more, *self._headers("text/html", b"")], body
        told = refusal.message + (f"\n{refusal.hint}" if refusal.hint else "")
        return status, [*more, *self._headers("text/plain", b"")], told.encode("utf-8", "replace") + b"\n"

    def _language(self, scope: Scope, sent: _Sent) -> str:
        return pages.language_of(scope["query_string"], sent.language)


def own_address(site: Site, scope: Scope) -> str:
    """How others address this server, without a slash at the end."""
    if site.settings.public:
        return site.settings.public.rstrip("/")
    host = next((value for name, value in scope["headers"] if name == b"host"), b"").decode("latin-1")
    if not host or not all(c.isalnum() or c in ".-:[]_" for c in host):
        host = f"{site.settings.host}:{site.settings.port}"
    return f"{scope.get('scheme', 'http')}://{host}"


def preflight(site: Site, methods: str) -> Headers:
    """The answer to OPTIONS, and to a browser that asks whether it may send something (CORS preflight)."""
    found: Headers = [*SAFE, (b"allow", methods.encode())]
    if site.settings.cors:
        found += [
            (b"access-control-allow-methods", methods.encode()),
            (b"access-control-allow-headers", b"accept, content-type"),
            (b"access-control-max-age", b"86400"),
        ]
    return found


async def read_body(receive: Receive, length: bytes, most: int) -> bytes:
    """The body of a request.

    Raises:
        Refusal: 413, it is longer than `most`; 408, it does not come.
    """
    too_long = Refusal(413, f"the body of the request has more than {most:,} bytes", "send a shorter query")
    if length.isdigit() and int(length) > most:
        raise too_long
    parts: list[bytes] = []
    size = 0
    while True:
        try:
            message = await asyncio.wait_for(receive(), _PATIENCE)
        except TimeoutError:
            raise Refusal(408, "the body of the request does not come") from None
        if message["type"] == "http.disconnect":
            raise Refusal(400, "the request broke off")
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > most:
            raise too_long
        if not message.get("more_body"):
            return parts[0] if len(parts) == 1 else b"".join(parts)


_PATIENCE = 10.0
"""Seconds to wait for the next piece of a body."""
