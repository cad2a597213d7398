"""A worker: one process that answers requests. Started by the supervisor as `python -m tocgraph.server.worker`."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import sys
from collections.abc import Callable, Generator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import uvicorn

from tocgraph.server.application import Application
from tocgraph.server.http import Protocol
from tocgraph.server.logs import Log
from tocgraph.server.metrics import Figures
from tocgraph.server.settings import Settings
from tocgraph.server.site import Site
from tocgraph.store import open_store

BEAT = 1.0
"""Seconds between two signs of life to the supervisor."""
READY, ALIVE, STUCK = b"r", b".", b"s"
"""What a worker tells the supervisor."""


class Place(NamedTuple):
    """What the supervisor gives to a worker: settings, its number, and the descriptors that it inherits."""

    settings: str
    slot: int
    listener: int
    channel: int
    figures: int
    prepared: str


class _Server(uvicorn.Server):
    """uvicorn with the supervisor in place of its own signals."""

    def __init__(self, config: uvicorn.Config, begin: Callable[[], None]) -> None:
        super().__init__(config)
        self._begin = begin

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._begin()


class Worker:
    """One worker process around uvicorn."""

    def __init__(self, place: Place) -> None:
        settings = Settings.read(place.settings)
        figures = Figures(place.figures, place.slot)
        figures.add("tocgraph_worker_starts_total")
        figures.put("tocgraph_queries_running", 0)
        self._channel = socket.socket(fileno=place.channel)
        self._listener = socket.socket(fileno=place.listener)
        self._log = Log(sys.stderr, settings.log)
        prepared = Path(place.prepared) if place.prepared else None
        site = Site(open_store(settings.data_dir), settings, figures, self._log, prepared, self._stuck)
        config = uvicorn.Config(
            Application(site),
            http=Protocol,
            ws="none",
            loop="uvloop" if find_spec("uvloop") else "asyncio",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            interface="asgi3",
            timeout_keep_alive=20,
            timeout_graceful_shutdown=max(1, round(settings.drain)),
            limit_concurrency=settings.connections,
        )
        self._server = _Server(config, self._begin)

    def run(self) -> None:
        """Serves until told to end, then ends the process, whatever its threads do."""
        # A thread that waits for the interpreter gets it soon, so that no answer waits for a page to be made.
        sys.setswitchinterval(0.001)
        try:
            self._server.run(sockets=[self._listener])
        finally:
            self._log.flush()
            # A thread inside Oxigraph cannot be ended; the process can.
            os._exit(0)

    def _begin(self) -> None:
        """Within the loop, when connections are taken: from now on the supervisor hears of this worker."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._drain)
        self._channel.setblocking(False)
        loop.add_reader(self._channel.fileno(), self._heard)
        self._tell(READY)
        self._beat(loop)

    def _beat(self, loop: asyncio.AbstractEventLoop) -> None:
        self._tell(ALIVE)
        self._log.flush()
        loop.call_later(BEAT, self._beat, loop)

    def _heard(self) -> None:
        """The supervisor says nothing: what can be read is the end of it, and nobody would replace this worker."""
        with contextlib.suppress(BlockingIOError, OSError):
            if self._channel.recv(16):
                return
        asyncio.get_running_loop().remove_reader(self._channel.fileno())
        self._drain()

    def _tell(self, what: bytes) -> None:
        with contextlib.suppress(OSError):
            self._channel.send(what)

    def _stuck(self, what: str) -> None:
        """A thread does not come back: the supervisor starts another worker, this one finishes what it has."""
        self._log.event("stuck", what=what)
        self._tell(STUCK)
        self._drain()

    def _drain(self) -> None:
        self._server.should_exit = True


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the supervisor ends the workers
    Worker(Place(**json.loads(sys.argv[1]))).run()
