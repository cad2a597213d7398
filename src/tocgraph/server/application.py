"""The web application of one worker: /sparql by its own short way, everything else by Starlette's routes."""

from __future__ import annotations

import asyncio
import gzip
import json
import time
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.requests import Request as WebRequest
from starlette.responses import Response
from starlette.routing import Route

from tocgraph import __version__
from tocgraph.errors import UnknownIdError
from tocgraph.server import api, openapi, pages, resources, things
from tocgraph.server.accepting import media_type
from tocgraph.server.pages import parameters_of
from tocgraph.server.protocol import Refusal
from tocgraph.server.replying import Handler, Replies
from tocgraph.server.resources import KINDS, TYPES, Thing
from tocgraph.server.site import NOTHING, SAFE, Message, Receive, Scope, Send, Site
from tocgraph.server.sparql import Endpoint, own_address, preflight
from tocgraph.server.timed import timed
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic

_METHODS = "GET, HEAD, OPTIONS"


class Application(Replies):
    """The ASGI application of a worker."""

    def __init__(self, site: Site) -> None:
        super().__init__(site)
        self._endpoint = Endpoint(site)
        self._explorer: tuple[bytes, bytes, bytes] | None = None
        things = [Route(f"/{kind}/{{id:path}}", self.guarded(self._thing(kind)), methods=["GET"]) for kind in KINDS]
        self._pages = Starlette(
            routes=[
                Route("/", self.guarded(self._home)),
                Route("/ask", self.guarded(self._ask)),
                Route("/find", self.guarded(self._find)),
                Route("/explorer", self.guarded(self._explored)),
                Route("/style.css", self.guarded(self._style)),
                Route("/health", self.guarded(self._health)),
                Route("/metrics", self.guarded(self._metrics)),
                Route("/openapi.json", self.guarded(self._openapi)),
                Route("/robots.txt", self.guarded(self._robots)),
                *(Route(path, self.guarded(self._api(path))) for path in api.OPERATIONS),
                *(
                    Route(f"/{name}{suffix}", self.guarded(self._whole(name, suffix)))
                    for name in ("schema", "dataset")
                    for suffix in ("", *TYPES.values())
                ),
                *things,
            ],
            exception_handlers={404: self._missing, 405: self._wrong_method, Exception: self._failed},
        )
        self._pages.router.redirect_slashes = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request (ASGI 3.0)."""
        if scope["type"] == "lifespan":
            await _lived(receive, send)
        elif scope["type"] != "http":
            return
        elif scope["path"] == "/sparql":
            await self._endpoint(scope, receive, send)
        else:
            await self._page(scope, receive, send)

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        began = time.perf_counter()
        path = scope["path"]
        seen = [500, 0]

        async def noted(message: Message) -> None:
            if message["type"] == "http.response.start":
                seen[0] = message["status"]
                present = {name for name, _ in message["headers"]}
                added = [pair for pair in (*SAFE, NOTHING) if pair[0] not in present]
                message["headers"] = [*message["headers"], *added, *self.site.cross_origin(scope["headers"])]
            else:
                seen[1] += len(message.get("body", b""))
            await send(message)

        if scope["method"] == "OPTIONS":
            await noted({"type": "http.response.start", "status": 204, "headers": preflight(self.site, _METHODS)})
            await noted({"type": "http.response.body", "body": b""})
        else:
            await self._pages(scope, receive, noted)
        first = path.split("/")[1]
        route = "api" if first == "api" else "other" if first in _OTHER else "page"
        self.site.figures.request(route, seen[0], seen[1])
        told = path if path in _TOLD else f"/{first}/" if first in KINDS else "other"
        self.site.log.request(scope["method"], told, seen[0], seen[1], time.perf_counter() - began)

    async def _home(self, request: WebRequest) -> Response:
        asked = self.asked(request)
        body = await self.worked(request, lambda opened: pages.home(self.site, asked))
        return self.answer(request, body, "text/html")

    async def _ask(self, request: WebRequest) -> Response:
        from tocgraph.asking import ask

        asked = self.asked(request)
        question = asked.get("q").strip()
        if not question:
            return Response(status_code=303, headers={"location": "./"})
        if is_arabic(question) and asked.get("lang") not in pages.LANGUAGES:
            asked = asked._replace(language="ar")

        def work(opened: OpenStore) -> bytes:
            return pages.answer(self.site, opened, asked, ask(opened, question, asked.language))

        return self.answer(request, await self.worked(request, work), "text/html")

    async def _find(self, request: WebRequest) -> Response:
        asked = self.asked(request)
        text = asked.get("q")[:200]
        body = await self.worked(request, lambda opened: pages.find(self.site, opened, asked, text))
        return self.answer(request, body, "text/html")

    def _api(self, path: str) -> Handler:
        operation = api.OPERATIONS[path]

        async def answered(request: WebRequest) -> Response:
            query = request.scope["query_string"]
            try:
                query.decode("utf-8")
            except UnicodeDecodeError as error:
                raise Refusal(400, "the address is no UTF-8 text") from error
            given = api.read(operation, parameters_of(query))
            body = await self.worked(request, lambda opened: api.written(operation.answer(opened, given).json()))
            return self.answer(request, body, "application/json")

        return answered

    def _thing(self, kind: str) -> Handler:
        async def answered(request: WebRequest) -> Response:
            named = request.path_params["id"]
            suffix = next((s for s in TYPES.values() if named.endswith(s)), "")
            bare = self._named(kind, named.removesuffix(suffix))
            opened, whole = self.site.opened, self._named(kind, named)

            def known(until: float) -> tuple[bool, bool]:
                within = timed(opened, until)
                return resources.exists(within, whole), bool(suffix) and resources.exists(within, bare)

            itself, described = await self.site.pages.run(known)
            if itself:
                return self._see_other(request, whole)
            if described:
                return await self._document(request, bare, suffix)
            raise UnknownIdError("entity" if kind == "id" else kind, named[:200])

        return answered

    def _named(self, kind: str, identifier: str) -> Thing:
        start = self.site.opened.vocabulary.prefixes["q" if kind == "qualifier" else kind]
        return Thing(kind, identifier, start + quote(identifier, safe=""))

    def _see_other(self, request: WebRequest, thing: Thing) -> Response:
        media = media_type(request.headers.get("accept", ""), tuple(TYPES))
        if media is None:
            raise _not_acceptable()
        given = parameters_of(request.scope["query_string"])
        kept = next((f"?lang={value}" for name, value in given if name == "lang" and value in pages.LANGUAGES), "")
        place = f"{self.site.path_of(thing)}{TYPES[media]}{kept}"
        return Response(status_code=303, headers={"location": place, "vary": "Accept", "cache-control": "no-cache"})

    async def _document(self, request: WebRequest, thing: Thing, suffix: str) -> Response:
        asked = self.asked(request)
        body = await self.worked(request, lambda o: things.document(self.site, o, thing, suffix, asked))
        media = next(media for media, known in TYPES.items() if known == suffix)
        more = {"link": f'<{thing.iri}>; rel="describes"'}
        return self.answer(request, body, media, more)

    def _whole(self, name: str, suffix: str) -> Handler:
        async def answered(request: WebRequest) -> Response:
            opened = self.site.opened
            iri = opened.vocabulary.base + name
            wanted = suffix
            if not wanted:
                # Terms of the schema have a # in their address, so the document itself is asked for: no 303 is needed.
                media = media_type(request.headers.get("accept", ""), tuple(TYPES))
                if media is None:
                    raise _not_acceptable()
                wanted = TYPES[media]
            return await self._document(request, Thing(name, name, iri), wanted)

        return answered

    async def _explored(self, request: WebRequest) -> Response:
        kept = await asyncio.to_thread(self._read_explorer)
        if kept is None:
            told = "the page of the graph is being prepared"
            raise Refusal(503, told, "it is there in about a minute", (("Retry-After", "20"),))
        body, packed, policy = kept
        more = {"content-security-policy": policy.decode()}
        if "gzip" in request.headers.get("accept-encoding", ""):
            more |= {"content-encoding": "gzip", "vary": "Accept-Encoding"}
            body = packed
        return self.answer(request, body, "text/html", more)

    def _read_explorer(self) -> tuple[bytes, bytes, bytes] | None:
        """The page as it is and packed, with the policy that it brings: only its own script runs, by its hash."""
        if self._explorer is None and self.site.prepared is not None:
            try:
                page = (self.site.prepared / "explorer.html").read_bytes()
            except OSError:
                return None
            from html import unescape

            policy = unescape(
                page.partition(b'http-equiv="Content-Security-Policy" content="')[2].partition(b'"')[0].decode()
            )
            told = f"{policy}; frame-ancestors 'none'".encode()
            self._explorer = page, gzip.compress(page, 6, mtime=0), told
        return self._explorer

    async def _style(self, request: WebRequest) -> Response:
        return self.answer(request, pages.style(), "text/css", keep="public, max-age=31536000, immutable")

    async def _health(self, request: WebRequest) -> Response:
        site = self.site
        await site.queries.run(lambda until: site.store.ask("ASK { ?s ?p ?o }"))
        told = {"status": "ok", "version": __version__, "data": site.opened.names.meta("fingerprint")}
        return Response(json.dumps(told), 200, {"cache-control": "no-store"}, "application/json")

    async def _metrics(self, request: WebRequest) -> Response:
        text = self.site.figures.text()
        return Response(text, 200, {"cache-control": "no-store"}, "text/plain; version=0.0.4")

    async def _openapi(self, request: WebRequest) -> Response:
        body = api.written(openapi.document(own_address(self.site, request.scope)))
        return self.answer(request, body, "application/json")

    async def _robots(self, request: WebRequest) -> Response:
        return self.answer(
            request, b"User-agent: *\nDisallow: /sparql\nDisallow: /api/\nDisallow: /ask\n", "text/plain"
        )

    async def _missing(self, request: WebRequest, error: Exception) -> Response:
        return self.problem(request, 404, "there is nothing at this address", "begin at /")

    async def _wrong_method(self, request: WebRequest, error: Exception) -> Response:
        return self.problem(
            request, 405, f"the method {request.method} is not for this address", headers={"allow": _METHODS}
        )

    async def _failed(self, request: WebRequest, error: Exception) -> Response:
        self.site.log.event("failed", error=type(error).__name__)
        return self.problem(request, 500, "the service failed at this request")


_OTHER = ("health", "metrics", "style.css", "openapi.json", "robots.txt")
_TOLD = {"/", "/ask", "/find", "/explorer", "/schema", "/dataset", *(f"/{name}" for name in _OTHER), *api.OPERATIONS}


def _not_acceptable() -> Refusal:
    return Refusal(406, "none of the accepted media types is at hand", f"accept one of {', '.join(TYPES)}")


async def _lived(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
