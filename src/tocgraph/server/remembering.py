"""What a worker remembers of queries that it has answered: small results, and which queries are quick.

The store never changes while it is served, so the same request has the same answer and costs the same.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from typing import NamedTuple

from tocgraph.server.protocol import Asked

QUICK = 0.005
"""Seconds. A query that took less is run without a thread the next time."""
SMALL = 200_000
"""Bytes. A larger result is not kept."""
_MOST = 20_000
_VOLATILE = re.compile(r"\b(?:rand|now|uuid|struuid)\b|\\u", re.IGNORECASE)


class Known(NamedTuple):
    """A request that was answered before: what it asked, and its result if that is kept."""

    asked: Asked
    media: str
    kind: str
    tag: bytes
    body: bytes | None


def volatile(query: str) -> bool:
    """Whether a query may give another result each time; said of too many rather than of too few."""
    return _VOLATILE.search(query) is not None


class Memory:
    """Requests by their bytes, the latest used last; `limit` is for the bodies in bytes, 0 keeps none of them."""

    def __init__(self, limit: int) -> None:
        self._known: OrderedDict[tuple[bytes, ...], Known] = OrderedDict()
        self._limit = limit
        self._size = 0

    def get(self, key: tuple[bytes, ...]) -> Known | None:
        """What is known of a request."""
        known = self._known.get(key)
        if known is not None:
            self._known.move_to_end(key)
        return known

    def keep(self, key: tuple[bytes, ...], known: Known, seconds: float) -> None:
        """Remembers a request that was answered in so many seconds, if it is worth it."""
        body = known.body or b""
        if not self._limit or len(body) > SMALL or volatile(known.asked.query):
            body = b""
            known = known._replace(body=None)
        if (known.body is None and seconds > QUICK) or sum(map(len, key)) > SMALL or key in self._known:
            return
        self._known[key] = known
        self._size += len(body)
        while len(self._known) > _MOST or self._size > self._limit > 0:
            _, gone = self._known.popitem(last=False)
            self._size -= len(gone.body or b"")
