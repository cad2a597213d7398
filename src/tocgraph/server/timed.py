"""A store that stops answering when the time of a request is over: for pages and the JSON interface."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import BinaryIO, TypeVar

from tocgraph.server.running import LimitError
from tocgraph.store import OpenStore
from tocgraph.store.base import Solutions, Store, Triple

T = TypeVar("T")


class TimedStore:
    """Another store until a moment of the monotonic clock; then LimitError."""

    def __init__(self, store: Store, until: float) -> None:
        self._store = store
        self._until = until

    def _in_time(self, work: Callable[[str], T], query: str) -> T:
        if time.monotonic() > self._until:
            raise LimitError("time")
        return work(query)

    def select(self, query: str) -> Solutions:
        """See `Store.select`."""
        return self._in_time(self._store.select, query)

    def ask(self, query: str) -> bool:
        """See `Store.ask`."""
        return self._in_time(self._store.ask, query)

    def construct(self, query: str) -> list[Triple]:
        """See `Store.construct`."""
        return self._in_time(self._store.construct, query)

    def dump(self, query: str, file: BinaryIO) -> None:
        """See `Store.dump`."""
        self._in_time(lambda text: self._store.dump(text, file), query)

    def serialize(self, query: str, form: str = "") -> bytes:
        """See `Store.serialize`."""
        return self._in_time(lambda text: self._store.serialize(text, form), query)


def timed(opened: OpenStore, until: float) -> OpenStore:
    """The same open store, for so long."""
    return opened._replace(store=TimedStore(opened.store, until))
