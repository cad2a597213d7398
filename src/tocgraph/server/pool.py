"""Threads for work that may take long, so many at a time, each with an answer in time."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from tocgraph.server.protocol import Refusal

T = TypeVar("T")

_GRACE = 1.0
"""Seconds after its time in which work may still notice by itself that it is over."""


class Pool:
    """Runs functions on threads: `most` at once, `waiting` more in line, each within `seconds`.

    Oxigraph lets go of the interpreter's lock while it works, so the event loop goes on beside it. Work that does not
    come back in its time is answered with 503 at that time; when it has not come back soon after either, `stuck` is
    called, for a thread cannot be ended.
    """

    def __init__(
        self, most: int, waiting: int, seconds: float, per_client: int, stuck: Callable[[], None], name: str
    ) -> None:
        self._threads = ThreadPoolExecutor(most, thread_name_prefix=name)
        self._turns = asyncio.Semaphore(most)
        self._room = most + waiting
        self._seconds = seconds
        self._per_client = per_client
        self._stuck = stuck
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
        until = time.monotonic() + self._seconds
        self.taken += 1
        self._clients[client] += 1
        try:
            try:
                await asyncio.wait_for(self._turns.acquire(), self._seconds)
            except TimeoutError:
                raise _late() from None
            return await self._started(work, until)
        finally:
            self.taken -= 1
            self._clients[client] -= 1
            if not self._clients[client]:
                del self._clients[client]

    async def _started(self, work: Callable[[float], T], until: float) -> T:
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T] = loop.create_future()

        def settle(done: Future[T]) -> None:
            # On the loop again: the thread is free, whether or not somebody still waits for the answer.
            self._turns.release()
            if answer.done():
                done.exception()
            elif error := done.exception():
                answer.set_exception(error)
            else:
                answer.set_result(done.result())

        def back(done: Future[T]) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(settle, done)

        running = self._threads.submit(work, until)
        running.add_done_callback(back)
        try:
            return await asyncio.wait_for(answer, max(0.0, until - time.monotonic()) + 0.05)
        except TimeoutError:
            loop.call_later(_GRACE, self._look_after, running)
            raise _late() from None

    def _look_after(self, running: Future[Any]) -> None:
        if not running.done():
            self._stuck()


def _late() -> Refusal:
    return Refusal(503, "the answer takes longer than this service allows", "ask for less", (("Retry-After", "30"),))
