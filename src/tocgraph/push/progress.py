"""How far a push has come: a small file beside the compiled stores, so that a broken push can be taken up again.

It holds the fingerprint of the graph and two numbers; no address and no credentials.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from tocgraph import locate
from tocgraph.errors import StoreError, TocgraphError
from tocgraph.files import replace


class Progress:
    """The requests of a push that have arrived; of this graph in requests of this size, to one receiver.

    `kept` is False where nothing can be written: the push works, but cannot be taken up again.
    """

    def __init__(self, receiver: str, mark: str, size: int) -> None:
        folder = locate.cache_dir() / "pushes"
        self._file = folder / f"{receiver}.json"
        self._lock = FileLock(str(folder / f"{receiver}.lock"))
        self._mark, self._size = mark, size
        self.requests = self.triples = 0
        self.ours = False
        """Whether a push of this graph to there was begun and not ended."""
        self.kept = True

    def __enter__(self) -> Progress:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise StoreError("another push to there is running", "wait for its end") from error
        except OSError:
            self.kept = False
            return self
        found = _read(self._file)
        self.ours = found.get("fingerprint") == self._mark
        if self.ours and found.get("size") == self._size:
            self.requests, self.triples = int(found.get("requests", 0)), int(found.get("triples", 0))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self.kept:
            self._lock.release()

    def keep_if(self, held: int) -> None:
        """Begins anew unless the server still holds what has arrived, with at most one request more."""
        if not self.triples <= held <= self.triples + 2 * self._size:
            self.requests = self.triples = 0

    def arrived(self, requests: int, triples: int) -> None:
        """Notes that so many requests have arrived, the last with so many triples."""
        self.requests, self.triples = requests, self.triples + triples
        state = {"fingerprint": self._mark, "size": self._size, "requests": requests, "triples": self.triples}
        if self.kept:
            try:
                replace(self._file, json.dumps(state).encode())
            except TocgraphError:
                self.kept = False

    def forget(self) -> None:
        """The push has ended."""
        with contextlib.suppress(OSError):
            self._file.unlink(missing_ok=True)


def _read(file: Path) -> dict[str, str | int]:
    try:
        found = json.loads(file.read_bytes())
        return found if isinstance(found, dict) and all(isinstance(v, (str, int)) for v in found.values()) else {}
    except (OSError, ValueError):
        return {}
