"""What the parts of one worker share, and how they send an answer."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tocgraph import __version__
from tocgraph.server.pool import Pool
from tocgraph.server.remembering import Memory
from tocgraph.server.settings import Settings

if TYPE_CHECKING:
    from tocgraph.server.logs import Log
    from tocgraph.server.metrics import Figures
    from tocgraph.server.resources import Thing
    from tocgraph.store import OpenStore
    from tocgraph.store.embedded import EmbeddedStore

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

SAFE: Headers = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
]
"""On every answer."""
NOTHING = (
    b"content-security-policy",
    b"default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
)
"""The policy of what is no page."""
PLAIN = (
    b"content-security-policy",
    b"default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
)
"""The policy of plain pages: one style sheet, forms to here, and no script at all (CSP level 3)."""


class Site:
    """One worker's store, limits, memory, figures and log."""

    def __init__(
        self,
        opened: OpenStore,
        settings: Settings,
        figures: Figures,
        log: Log,
        prepared: Path | None = None,
        stuck: Callable[[str], None] = lambda what: None,
    ) -> None:
        self.opened = opened
        self.settings = settings
        self.figures = figures
        self.log = log
        self.memory = Memory(settings.cache)
        self.prepared = prepared
        """The folder with what is prepared in the background: examples of questions, the explorer."""
        limits = (settings.seconds, settings.per_client)
        self.queries = Pool(settings.queries, settings.waiting, *limits, lambda: stuck("query"), "query")
        self.pages = Pool(settings.queries, settings.waiting, *limits, lambda: stuck("page"), "page")
        mark = f"{__version__} {opened.names.meta('fingerprint')} {settings.public}"
        self.mark = hashlib.sha256(mark.encode()).hexdigest()[:16]
        """Changes with the data and with the program: what an ETag begins with."""

    @property
    def store(self) -> EmbeddedStore:
        """The store with its own query function."""
        return self.opened.store  # type: ignore[return-value]

    @cached_property
    def context(self) -> dict[str, Any]:
        """The JSON-LD context of the data."""
        from tocgraph.exporters.jsonld import context_of

        return context_of(self.opened)

    def path_of(self, thing: Thing) -> str:
        """The path of a thing on this server, with which the addresses of its documents begin."""
        from urllib.parse import quote, urlsplit

        root = quote(urlsplit(self.settings.public).path.rstrip("/"))
        place = thing.iri[len(self.opened.vocabulary.base) :]
        # Percent signs of the address are text of the path here.
        return f"{root}/{place}"

    def tag(self, *parts: bytes | str) -> bytes:
        """A strong entity tag (RFC 9110, section 8.8.3) of an answer that follows from those parts and the data."""
        digest = hashlib.blake2b(self.mark.encode(), digest_size=12)
        for part in parts:
            content = part.encode() if isinstance(part, str) else part
            digest.update(b"%d:" % len(content) + content)
        return b'"%s"' % digest.hexdigest().encode()

    def cross_origin(self, headers: Iterable[tuple[bytes, bytes]]) -> Headers:
        """The headers that let pages of other origins read an answer (Fetch standard, CORS protocol)."""
        allowed = self.settings.cors
        if not allowed:
            return []
        if "*" in allowed:
            return [(b"access-control-allow-origin", b"*")]
        origin = next((value for name, value in headers if name == b"origin"), b"")
        if origin.decode("latin-1") in allowed:
            return [(b"access-control-allow-origin", origin), (b"vary", b"Origin")]
        return [(b"vary", b"Origin")]


def unchanged(sent: bytes, tag: bytes) -> bool:
    """Whether an If-None-Match header names that entity tag (weak comparison)."""
    if not sent:
        return False
    # What was sent packed has a tag of its own, and is the same answer.
    tags = [part.strip().removeprefix(b"W/").replace(b'-gzip"', b'"') for part in sent.split(b",")]
    return tag in tags or tags == [b"*"]


async def respond(send: Send, status: int, headers: Headers, body: bytes, head: bool = False) -> None:
    """Sends a whole answer; without the body for HEAD."""
    if status not in (204, 304):
        headers = [*headers, (b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if head or status in (204, 304) else body})
