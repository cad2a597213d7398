"""uvicorn's protocol with limits that it lacks: how long a request may take to arrive, how large its head may be."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

PATIENCE = 15.0
"""Seconds for the head of a request, from the first byte or from the opening of the connection."""
MOST_HEAD = 65_536
"""Bytes of the first line and the headers of a request."""


class Protocol(HttpToolsProtocol):
    """One connection; a client that dawdles with the head of its request, or sends too long a head, is cut off."""

    def connection_made(self, transport: Any) -> None:
        """A connection is open: its first request has to come."""
        super().connection_made(transport)
        self._head = 0
        self._waiting: asyncio.TimerHandle | None = self.loop.call_later(PATIENCE, self._too_slow)

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is closed."""
        self._arrived()
        # Also after an error, when uvicorn leaves this timer, and all that it refers to, behind.
        self._unset_keepalive_if_required()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """A piece of a request came."""
        if self._waiting is None and (self.cycle is None or self.cycle.response_complete):
            self._head = 0
            self._waiting = self.loop.call_later(PATIENCE, self._too_slow)
        if self._waiting is not None:
            self._head += len(data)
        super().data_received(data)
        if self._waiting is not None and self._head > MOST_HEAD:
            self._cut(b"431 Request Header Fields Too Large")

    def on_headers_complete(self) -> None:
        """The head of the request is here."""
        self._arrived()
        before = self.cycle
        super().on_headers_complete()
        # HEAD has no body that the head of the answer could wait for.
        if self.cycle is not before and self.scope["method"] != "HEAD":
            self.cycle.transport = _Joined(self.transport)  # type: ignore[assignment]

    def _arrived(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _too_slow(self) -> None:
        self._waiting = None
        self._cut(b"408 Request Timeout" if self._head else b"")

    def _cut(self, status: bytes) -> None:
        self._arrived()
        if not self.transport.is_closing():
            if status:
                self.transport.write(b"HTTP/1.1 " + status + b"\r\nconnection: close\r\ncontent-length: 0\r\n\r\n")
            self.transport.close()


class _Joined:
    """The transport of one answer: its head waits for its body, so that both go out in one call of the system."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._head: bytes | None = None
        self.is_closing = transport.is_closing

    def write(self, data: bytes) -> None:
        """The head is kept; what follows it is sent with it. 100 (Continue) is no answer yet."""
        if self._head is None and not data.startswith(b"HTTP/1.1 100 "):
            self._head = data
        elif self._head:
            self._transport.write(self._head + data)
            self._head = b""
        else:
            self._transport.write(data)

    def close(self) -> None:
        """Sends what waits, and closes."""
        if self._head:
            self._transport.write(self._head)
            self._head = b""
        self._transport.close()
