"""Threads for work that may take long, so many at a time, each with an answer in time."""

from __future__ import annotations

import asyncio
import time
import weakref
from collections import Counter, deque
from collections.abc import Callable
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, TypeVar

from tocgraph.server.protocol import Refusal

T = TypeVar("T")

_GRACE = 1.0
"""Seconds after its time in which work may still notice by itself that it is over."""

_SOON = 0.01
"""Seconds after which work that still waits gets a thread more."""


class _Work:
    """A function that waits for its turn, with where its answer is wanted."""

    __slots__ = ("answer", "begun", "ended", "function", "loop", "until")

    def __init__(self, function: Callable[[float], Any], until: float, loop: asyncio.AbstractEventLoop) -> None:
        self.function = function
        self.until = until
        self.loop = loop
        self.answer: asyncio.Future[Any] = loop.create_future()
        self.begun = self.ended = False

    def run(self) -> None:
        """On a thread: calls the function, unless nobody waits any more, and hands what it gives to the loop."""
        if self.answer.done() or time.monotonic() >= self.until:
            return
        self.begun = True
        result = error = None
        try:
            result = self.function(self.until)
        except BaseException as raised:
            error = raised
        self.ended = True
        if not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self.settle, result, error)
        # An error refers to this call and the call to the error: without the circle both end now, on this thread.
        error = None

    def settle(self, result: Any, error: BaseException | None) -> None:
        """On the loop: gives the answer to the one who waits, if anybody still does."""
        if self.answer.done():
            return
        if error is None:
            self.answer.set_result(result)
        else:
            self.answer.set_exception(error)


class Pool:
    """Runs functions on threads: `most` at once, `waiting` more in line, each within `seconds`.

    Oxigraph lets go of the interpreter's lock while it works, so the event loop goes on beside it. Work that does not
    come back in its time is answered with 503 at that time; when it has not come back soon after either, `stuck` is
    called, for a thread cannot be ended.

    One thread works off the line as long as it gets on: threads that fight for the interpreter's lock, or are woken for
    each query, cost more than a small query does. Others help when some work has waited for `_SOON`.
    """

    def __init__(
        self, most: int, waiting: int, seconds: float, per_client: int, stuck: Callable[[], None], name: str
    ) -> None:
        self._line: deque[_Work] = deque()
        self._lock = Lock()
        self._bell: SimpleQueue[bool] = SimpleQueue()
        self._active = self._threads = 0
        self._most = most
        self._room = most + waiting
        self._seconds = seconds
        self._per_client = per_client
        self._stuck = stuck
        self._name = name
        self._clients: Counter[str] = Counter()
        self.taken = 0
        """How many run or wait."""

    async def run(self, work: Callable[[float], T], client: str = "") -> T:
        """What the function gives; it is told until when (monotonic clock) it may take.

        Raises:
            Refusal: 503, too many others wait or the time is over; 429, too many of this client's.
        """
        if self.taken >= self._room:
            raise Refusal(503, "too many others are waiting", "try again in a moment", (("Retry-After", "2"),))
        if self._per_client and self._clients[client] >= self._per_client:
            told = f"{self._per_client} requests from this address are under way"
            raise Refusal(429, told, "wait for their answers", (("Retry-After", "2"),))
        loop = asyncio.get_running_loop()
        waiting = _Work(work, time.monotonic() + self._seconds, loop)
        late = loop.call_later(self._seconds + 0.05, self._late, waiting)
        self.taken += 1
        self._clients[client] += 1
        help_wanted = self._put(waiting) and loop.call_later(_SOON, self._help, waiting)
        try:
            result: T = await waiting.answer
            return result
        finally:
            late.cancel()
            if help_wanted:
                help_wanted.cancel()
            self.taken -= 1
            self._clients[client] -= 1
            if not self._clients[client]:
                del self._clients[client]

    def _put(self, work: _Work) -> bool:
        """Puts work in line; whether it is left to a thread that works already."""
        with self._lock:
            self._line.append(work)
            busy = self._active > 0
            self._active = self._active or 1
        if not busy:
            self._wake()
        return busy

    def _help(self, work: _Work) -> None:
        """On the loop: gets another thread for work that still waits, if there may be one more."""
        with self._lock:
            wanted = not work.begun and self._active < self._most
            self._active += wanted
        if wanted:
            self._wake()

    def _wake(self) -> None:
        if self._threads < self._active:
            self._threads += 1
            Thread(target=_serve, args=(weakref.ref(self), self._bell), name=self._name, daemon=True).start()
            weakref.finalize(self, self._bell.put, False)
        self._bell.put(True)

    def work_off(self) -> None:
        """On a thread: does what is in line, until there is nothing."""
        while True:
            with self._lock:
                if not self._line:
                    self._active -= 1
                    return
                work = self._line.popleft()
            work.run()
            del work

    def _late(self, work: _Work) -> None:
        """On the loop, when the time of some work is over."""
        told = "the answer takes longer than this service allows"
        work.settle(None, Refusal(503, told, "ask for less", (("Retry-After", "30"),)))
        work.loop.call_later(_GRACE, self._look_after, work)

    def _look_after(self, work: _Work) -> None:
        if work.begun and not work.ended:
            self._stuck()


def _serve(pool: weakref.ref[Pool], bell: SimpleQueue[bool]) -> None:
    """A thread: works whenever it is woken, until its pool is gone."""
    while bell.get() and (found := pool()) is not None:
        found.work_off()
        del found
