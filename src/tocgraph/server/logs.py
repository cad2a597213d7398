"""The log: one JSON object a line, without anything that a visitor typed into a query or a question."""

from __future__ import annotations

import contextlib
import json
import os
import time
from typing import TextIO


class Log:
    """Writes lines to a stream; `level` is requests, problems or none."""

    def __init__(self, stream: TextIO, level: str) -> None:
        self._stream = stream
        self._level = level
        self._waiting: list[str] = []
        self._process = os.getpid()

    def request(self, method: str, route: str, status: int, size: int, seconds: float, more: str = "") -> None:
        """A request that was answered; of its address only the route is told, `more` says what kind of query it was."""
        if self._level == "none" or (self._level == "problems" and status < 400):
            return
        # By hand: every part is of our own making, and this stands on the shortest way of all.
        kind = f'"kind":"{more}",' if more else ""
        self._waiting.append(
            f'{{"time":{time.time():.3f},"worker":{self._process},"method":{json.dumps(method)},"route":"{route}",'
            f'"status":{status},"bytes":{size},{kind}"ms":{seconds * 1000:.2f}}}\n'
        )
        if len(self._waiting) >= 64:
            self.flush()

    def event(self, name: str, **values: object) -> None:
        """Something that happened to the service itself."""
        if self._level != "none":
            told = {"time": round(time.time(), 3), "worker": self._process, "event": name, **values}
            self._waiting.append(json.dumps(told, ensure_ascii=False) + "\n")
            self.flush()

    def flush(self) -> None:
        """Writes what waits; a log that cannot be written stops nobody's answer."""
        if self._waiting:
            lines, self._waiting = "".join(self._waiting), []
            with contextlib.suppress(OSError, ValueError):
                self._stream.write(lines)
                self._stream.flush()
