"""The process that keeps the workers: starts them, replaces those that end or are stuck, and ends them all.

Each worker has a listening socket of its own on the same port (SO_REUSEPORT), which the supervisor holds open as well:
while a worker is replaced, new connections wait for the next one instead of being refused.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import selectors
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

from tocgraph.errors import StoreError
from tocgraph.server import metrics, prepare
from tocgraph.server.logs import Log
from tocgraph.server.settings import Settings
from tocgraph.server.worker import READY, STUCK, Place
from tocgraph.store import OpenStore

_SILENT = 15.0
"""Seconds beyond the time of a query after which a worker that gives no sign of life is ended."""
_YOUNG = 5.0
"""A worker that ends within so many seconds of its start has failed at it; the next one waits a little."""
_TRIES = 5
"""So many failures in a row, before any worker was ready, and the service gives up."""


class _Child:
    """A worker as the supervisor sees it."""

    def __init__(self, process: subprocess.Popen[bytes], channel: socket.socket) -> None:
        self.process = process
        self.channel = channel
        self.started = self.heard = time.monotonic()
        self.ready = False


class _Slot(NamedTuple):
    """The place of one worker: its listening socket; workers come and go."""

    number: int
    listener: socket.socket


class Supervisor:
    """Keeps as many workers as the settings say, until a signal ends it."""

    def __init__(self, opened: OpenStore, settings: Settings) -> None:
        self._settings = settings
        self._log = Log(sys.stderr, settings.log)
        self._slots = [_Slot(n, s) for n, s in enumerate(_listeners(settings))]
        self._figures = metrics.shared(settings.workers)
        self._folder = prepare.folder_of(opened)
        self._workers: dict[int, _Child] = {}
        self._leaving: list[_Child] = []
        self._later: dict[int, float] = {}
        self._failures = 0
        self._was_ready = False
        self._ending = 0.0
        self._selector = selectors.DefaultSelector()
        self._preparing: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where the service is, such as http://127.0.0.1:8080."""
        host, port = self._slots[0].listener.getsockname()[:2]
        return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"

    def run(self, ready: Callable[[str], None]) -> None:
        """Serves until SIGTERM or SIGINT; `ready` is told the address when the first worker takes requests.

        Raises:
            StoreError: no worker can be started.
        """
        wake, woken = socket.socketpair()
        for end in (wake, woken):
            end.setblocking(False)
        before = signal.set_wakeup_fd(woken.fileno(), warn_on_full_buffer=False)
        kept = {number: signal.signal(number, self._told_to_end) for number in (signal.SIGTERM, signal.SIGINT)}
        # Woken when a worker ends; what ended is found by looking.
        kept[signal.SIGCHLD] = signal.signal(signal.SIGCHLD, lambda *_: None)
        self._selector.register(wake, selectors.EVENT_READ)
        try:
            self._prepare()
            for slot in self._slots:
                self._start(slot)
            while not (self._ending and not self._workers and not self._leaving):
                self._turn(ready)
        finally:
            self._end_all()
            signal.set_wakeup_fd(before)
            for number, handler in kept.items():
                signal.signal(number, handler)
            for end in (wake, woken):
                end.close()
            self._log.event("ended")

    def _turn(self, ready: Callable[[str], None]) -> None:
        for key, _ in self._selector.select(1.0):
            sock = key.fileobj
            assert isinstance(sock, socket.socket)
            with contextlib.suppress(OSError):
                said = sock.recv(4096)
                if key.data is not None:
                    self._heard(key.data, said, ready)
        now = time.monotonic()
        for number, child in list(self._workers.items()):
            if child.process.poll() is not None:
                self._gone(number, child)
            elif not self._ending and now - child.heard > self._settings.seconds + _SILENT:
                self._log.event("silent", process=child.process.pid)
                child.process.kill()
        for child in [c for c in self._leaving if c.process.poll() is not None]:
            self._leaving.remove(child)
            self._forget(child)
        for number in [n for n, at in self._later.items() if at <= now and not self._ending]:
            del self._later[number]
            self._start(self._slots[number])
        if self._ending and now > self._ending:
            for child in (*self._workers.values(), *self._leaving):
                child.process.kill()

    def _heard(self, number: int, said: bytes, ready: Callable[[str], None]) -> None:
        child = self._workers.get(number)
        if child is None or not said:
            return
        child.heard = time.monotonic()
        if READY in said and not child.ready:
            child.ready = True
            self._failures = 0
            self._log.event("ready", process=child.process.pid)
            if not self._was_ready:
                self._was_ready = True
                ready(self.address)
        if STUCK in said and not self._ending:
            # It finishes what it has by itself; its place is taken at once.
            self._log.event("replaced", process=child.process.pid)
            self._selector.unregister(child.channel)
            del self._workers[number]
            self._leaving.append(child)
            self._start(self._slots[number])

    def _gone(self, number: int, child: _Child) -> None:
        self._selector.unregister(child.channel)
        self._forget(child)
        del self._workers[number]
        if self._ending:
            return
        self._log.event("lost", process=child.process.pid, code=child.process.returncode)
        young = not child.ready or time.monotonic() - child.started < _YOUNG
        self._failures = self._failures + 1 if young else 0
        if self._failures >= _TRIES and not self._was_ready:
            raise StoreError("no worker of the service can be started", "see the messages above; run `tocgraph build`")
        self._later[number] = time.monotonic() + (min(5.0, 0.2 * 2**self._failures) if young else 0.0)

    def _start(self, slot: _Slot) -> None:
        mine, theirs = socket.socketpair()
        passed = (slot.listener.fileno(), theirs.fileno(), self._figures)
        place = Place(self._settings.json(), slot.number, *passed, str(self._folder))
        child = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", "tocgraph.server.worker", json.dumps(place._asdict())],
            pass_fds=passed,
            stdin=subprocess.DEVNULL,
        )
        theirs.close()
        mine.setblocking(False)
        self._workers[slot.number] = _Child(child, mine)
        self._selector.register(mine, selectors.EVENT_READ, slot.number)

    def _forget(self, child: _Child) -> None:
        child.channel.close()
        child.process.wait()

    def _prepare(self) -> None:
        if all((self._folder / part).is_file() for part in prepare.PARTS):
            return
        arguments = [self._settings.data_dir or "", str(self._folder)]
        self._preparing = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", "tocgraph.server.prepare", *arguments], stdin=subprocess.DEVNULL
        )

    def _told_to_end(self, number: int, frame: object) -> None:
        """Lets the workers finish; told so a second time by Ctrl-C, ends them."""
        now = time.monotonic()
        if self._ending:
            self._ending = now if number == signal.SIGINT else self._ending
            return
        self._ending = now + self._settings.drain + 2
        self._later.clear()
        for child in self._workers.values():
            child.process.terminate()

    def _end_all(self) -> None:
        children = [*self._workers.values(), *self._leaving]
        for child in children:
            child.process.kill()
            self._forget(child)
        if self._preparing is not None:
            self._preparing.kill()
            self._preparing.wait()
        for slot in self._slots:
            slot.listener.close()
        os.close(self._figures)
        self._selector.close()


def _listeners(settings: Settings) -> list[socket.socket]:
    """The listening sockets of the workers.

    Raises:
        StoreError: the address cannot be used.
    """
    found: list[socket.socket] = []
    port = settings.port
    try:
        family, _, _, _, place = socket.getaddrinfo(
            settings.host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        for _ in range(settings.workers):
            if found and not _PORT_SHARED:
                found.append(found[0].dup())
                continue
            listener = socket.socket(family, socket.SOCK_STREAM)
            found.append(listener)
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if not found[1:] and _PORT_SHARED and port:
                _claim(family, place)
            if _PORT_SHARED:
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            if hasattr(socket, "TCP_USER_TIMEOUT"):
                # A client that stops reading is cut off, and what waits for it is freed (tcp(7)).
                listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, 30_000)
            listener.bind((place[0], port, *place[2:]))
            listener.listen(1024)
            listener.setblocking(False)
            port = listener.getsockname()[1]
    except (OSError, OverflowError) as error:
        for listener in found:
            listener.close()
        told = getattr(error, "strerror", None) or error
        ours = isinstance(error, socket.gaierror) or getattr(error, "errno", None) == errno.EADDRNOTAVAIL
        hint = "--host is a name or address of this machine" if ours else "choose another --port"
        raise StoreError(f"cannot listen on {settings.host} port {settings.port}: {told}", hint) from error
    return found


def _claim(family: socket.AddressFamily, place: tuple[object, ...]) -> None:
    """Fails where another program listens on the port, which SO_REUSEPORT alone would let pass. Raises OSError."""
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(place)


_PORT_SHARED = sys.platform == "linux"
"""Elsewhere such sockets do not share the load; there the workers share one."""
