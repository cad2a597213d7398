"""What the person who starts the server decides."""

from __future__ import annotations

import json
from typing import NamedTuple


class Settings(NamedTuple):
    """The settings of a server; times in seconds, sizes in bytes. Plain values, so that workers get them as JSON."""

    host: str = "127.0.0.1"
    port: int = 8080
    workers: int = 2
    data_dir: str | None = None
    public: str = ""
    """The address that others see, such as https://example.org/tocgraph; else that of the request."""
    cors: tuple[str, ...] = ()
    """Origins whose pages may read the answers; `*` is every one."""
    seconds: float = 30.0
    """The most time for a query or a page, waiting included."""
    rows: int = 100_000
    """The most rows (or triples) of a result."""
    result: int = 64_000_000
    """The most bytes of a result."""
    body: int = 1_000_000
    """The most bytes of a request's body."""
    queries: int = 4
    """So many queries run at once in a worker."""
    waiting: int = 64
    """So many more wait for their turn in a worker; the next is sent away (503)."""
    per_client: int = 0
    """So many queries of one network address run or wait in a worker; the next is sent away (429). 0 is any number."""
    connections: int = 1000
    """The most open connections of a worker."""
    cache: int = 64_000_000
    """Bytes of small results that a worker keeps; 0 keeps none."""
    drain: float = 10.0
    """So long a worker may finish what it is doing when it is told to end."""
    log: str = "requests"
    """`requests`, `problems` (status 400 and up) or `none`."""

    def json(self) -> str:
        """The settings as JSON text."""
        return json.dumps(self._asdict())

    @classmethod
    def read(cls, text: str) -> Settings:
        """The settings of such a text."""
        values = json.loads(text)
        return cls(**{**values, "cors": tuple(values["cors"])})
