"""Answers of the web application: problems told, entity tags, packing, work on threads."""

from __future__ import annotations

import gzip
from collections.abc import Awaitable, Callable
from urllib.parse import quote

from starlette.requests import Request as WebRequest
from starlette.responses import Response

from tocgraph.errors import QueryError, StoreError, TocgraphError, UnknownIdError
from tocgraph.server import api, pages
from tocgraph.server.accepting import media_type
from tocgraph.server.pages import Request, language_of, parameters_of
from tocgraph.server.protocol import Refusal
from tocgraph.server.running import LimitError
from tocgraph.server.site import PLAIN, Site, unchanged
from tocgraph.server.timed import timed
from tocgraph.store import OpenStore

Handler = Callable[[WebRequest], Awaitable[Response]]
_PROBLEM_TYPES = ("text/html", "application/problem+json", "application/json")


class Replies:
    """How a worker answers."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def guarded(self, handler: Handler) -> Handler:
        """The handler with everything that it may raise turned into an answer."""

        async def guarded(request: WebRequest) -> Response:
            try:
                return await handler(request)
            except Refusal as refusal:
                headers = {name.lower(): value for name, value in refusal.headers}
                return self.problem(request, refusal.status, refusal.message, refusal.hint, headers)
            except LimitError:
                return self.problem(
                    request,
                    503,
                    "the answer takes longer than this service allows",
                    "ask for less",
                    {"retry-after": "30"},
                )
            except UnknownIdError as error:
                return self.problem(request, 404, error.message, error.hint)
            except StoreError as error:
                return self.problem(request, 500, error.message, error.hint)
            except TocgraphError as error:
                status = 400 if isinstance(error, QueryError) else 422
                return self.problem(request, status, error.message, error.hint)

        return guarded

    def problem(
        self, request: WebRequest, status: int, message: str, hint: str = "", headers: dict[str, str] | None = None
    ) -> Response:
        """An answer that says what went wrong: a page, or JSON (RFC 9457) for programs."""
        more = {"cache-control": "no-store", "vary": "Accept, Accept-Language", **(headers or {})}
        accept = request.headers.get("accept", "")
        as_json = (
            request.url.path.startswith("/api/")
            or media_type(accept, ("text/html", "application/problem+json", "application/json")) != "text/html"
        )
        if as_json:
            told = {"title": "not answered", "status": status, "detail": message, **({"hint": hint} if hint else {})}
            return Response(api.written(told), status, more, "application/problem+json")
        body = pages.problem(self.site, self.asked(request), status, message, hint)
        return Response(body, status, {**more, PLAIN[0].decode(): PLAIN[1].decode()}, "text/html; charset=utf-8")

    def asked(self, request: WebRequest) -> Request:
        """What the pages need of a request."""
        query = request.scope["query_string"]
        language = language_of(query, request.headers.get("accept-language", "").encode("latin-1"))
        return Request(language, quote(request.scope["path"]), parameters_of(query))

    def answer(
        self, request: WebRequest, body: bytes, media: str, more: dict[str, str] | None = None, keep: str = "no-cache"
    ) -> Response:
        """A whole answer with its entity tag, packed where the client takes that; 304 where it has it already."""
        tag = self.site.tag(request.scope["path"], media, body)
        html = media == "text/html"
        headers = {"etag": tag.decode(), "cache-control": keep, "vary": "Accept, Accept-Language", **(more or {})}
        if html and "content-security-policy" not in headers:
            headers[PLAIN[0].decode()] = PLAIN[1].decode()
        if unchanged(request.headers.get("if-none-match", "").encode("latin-1"), tag):
            return Response(status_code=304, headers=headers)
        if html:
            media = "text/html; charset=utf-8"
        if (
            len(body) > 2000
            and "gzip" in request.headers.get("accept-encoding", "")
            and "content-encoding" not in headers
        ):
            headers["content-encoding"] = "gzip"
            headers["etag"] = tag[:-1].decode() + '-gzip"'
            headers["vary"] += ", Accept-Encoding"
            body = gzip.compress(body, 4, mtime=0)
        return Response(body, 200, headers, media)

    async def worked(self, request: WebRequest, work: Callable[[OpenStore], bytes]) -> bytes:
        """What a function makes of the store, on a thread and in time."""
        client = request.client.host if request.client else ""
        opened = self.site.opened
        return await self.site.pages.run(lambda until: work(timed(opened, until)), client)
