"""Figures of all workers in one shared memory, as Prometheus reads them (text format 0.0.4).

Each worker writes into a row of its own, so nothing is locked; a worker that takes the place of another one goes on
with its row, so that counters never fall.
"""

from __future__ import annotations

import mmap
import os
import tempfile

BUCKETS = (0.001, 0.005, 0.02, 0.1, 0.5, 2.0, 10.0)
ROUTES = ("sparql", "api", "page", "other")
CLASSES = ("2xx", "3xx", "4xx", "5xx")
REFUSED = ("malformed", "forbidden", "late", "busy", "client")

_COUNTERS = {
    **{f'tocgraph_requests_total{{route="{r}",status="{status}"}}': "requests" for r in ROUTES for status in CLASSES},
    **{f'tocgraph_refused_total{{reason="{reason}"}}': "refused" for reason in REFUSED},
    "tocgraph_remembered_total": "remembered",
    "tocgraph_sent_bytes_total": "sent",
    **{f'tocgraph_query_seconds_bucket{{le="{le}"}}': "seconds" for le in (*BUCKETS, "+Inf")},
    "tocgraph_query_seconds_sum": "seconds",
    "tocgraph_query_seconds_count": "seconds",
    "tocgraph_worker_starts_total": "starts",
    "tocgraph_queries_running": "running",
}  # fmt: skip
_HELP = {
    "requests": ("tocgraph_requests_total", "counter", "Requests answered, by route and class of status."),
    "refused": ("tocgraph_refused_total", "counter", "Queries not answered, by reason."),
    "remembered": ("tocgraph_remembered_total", "counter", "Results given from memory."),
    "sent": ("tocgraph_sent_bytes_total", "counter", "Bytes of response bodies."),
    "seconds": ("tocgraph_query_seconds", "histogram", "Time that queries took."),
    "starts": ("tocgraph_worker_starts_total", "counter", "Workers started, replacements included."),
    "running": ("tocgraph_queries_running", "gauge", "Queries running or waiting."),
}
_PLACES = {name: place for place, name in enumerate(_COUNTERS)}
_ROW = len(_COUNTERS)


def shared(workers: int) -> int:
    """A file descriptor of shared memory for that many workers; every process that gets it sees the same figures."""
    with tempfile.TemporaryFile() as file:
        file.truncate(workers * _ROW * 8)
        return os.dup(file.fileno())


class Figures:
    """The figures of one worker: row `slot` of the shared memory behind a file descriptor."""

    def __init__(self, descriptor: int, slot: int) -> None:
        memory = mmap.mmap(descriptor, 0)
        self._all = memoryview(memory).cast("d")
        self._start = slot * _ROW
        self._own = self._all[self._start : self._start + _ROW]

    def add(self, name: str, amount: float = 1.0) -> None:
        """Raises a counter; `name` as Prometheus shows it."""
        self._own[_PLACES[name]] += amount

    def put(self, name: str, value: float) -> None:
        """Sets a gauge."""
        self._own[_PLACES[name]] = value

    def request(self, route: str, status: int, size: int) -> None:
        """Counts an answered request."""
        self._own[_REQUESTS[route] + status // 100 - 2] += 1
        self._own[_SENT] += size

    def query(self, seconds: float) -> None:
        """Counts a query that took so long."""
        for place, most in enumerate(BUCKETS):
            if seconds <= most:
                self._own[_BUCKET + place] += 1
        self._own[_BUCKET + len(BUCKETS)] += 1
        self._own[_BUCKET + len(BUCKETS) + 1] += seconds
        self._own[_BUCKET + len(BUCKETS) + 2] += 1

    def text(self) -> str:
        """The figures of all workers together, in the text format of Prometheus."""
        sums = [sum(self._all[place::_ROW]) for place in range(_ROW)]
        lines: list[str] = []
        told = ""
        for name, group in _COUNTERS.items():
            if group != told:
                told = group
                metric, kind, about = _HELP[group]
                lines += [f"# HELP {metric} {about}", f"# TYPE {metric} {kind}"]
            lines.append(f"{name} {sums[_PLACES[name]]:g}")
        return "\n".join(lines) + "\n"


_REQUESTS = {route: _PLACES[f'tocgraph_requests_total{{route="{route}",status="2xx"}}'] for route in ROUTES}
_BUCKET = _PLACES[f'tocgraph_query_seconds_bucket{{le="{BUCKETS[0]}"}}']
_SENT = _PLACES["tocgraph_sent_bytes_total"]
