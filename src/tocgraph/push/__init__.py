"""The whole graph onto a server, by the SPARQL 1.1 Graph Store HTTP Protocol.

The triples go in requests of whole subjects: the first replaces the graph (PUT, section 5.3), the others add to it
(POST, section 5.5). The fingerprint goes last, by itself. As answers are taken only from a graph with the right
fingerprint, a graph that is being replaced, or a push that broke off, is never taken for a whole one. What has arrived
is kept in a small file, so that the same push goes on where it stopped; every request may be repeated, as a graph is
a set.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit, urlunsplit

from tocgraph.errors import StoreError
from tocgraph.push.progress import Progress
from tocgraph.push.receiver import DEFAULT, Receiver, address_of_graphs
from tocgraph.push.verify import Difference, counted, differences
from tocgraph.store import OpenStore, fingerprint
from tocgraph.store.embedded import EmbeddedStore
from tocgraph.store.remote import RemoteStore
from tocgraph.store.wire import LostError

__all__ = ["CHUNK", "DEFAULT", "Difference", "Pushed", "push"]

CHUNK = 20_000
"""Triples in one request, about 3 MB, unless told."""

_TRIES = 4
"""How often a request is sent when the connection breaks."""


class Pushed(NamedTuple):
    """What a push has done: `sent` of all `triples` (0 when the graph was there), and where to ask from now on.

    `counts` are the things counted there afterwards, as (what, number) pairs; all are as they are here.
    """

    triples: int
    sent: int
    requests: int
    endpoint: str
    counts: tuple[tuple[str, int], ...]
    sampled: int


def push(
    opened: OpenStore,
    endpoint: str,
    graph: str | None = None,
    graph_store: str | None = None,
    replace: bool = False,
    chunk: int = CHUNK,
    notify: Callable[[str, float], None] = lambda step, share: None,
) -> Pushed:
    """Puts the graph of a compiled store onto a server, and checks that it has arrived.

    A push that broke off is taken up again; a graph that is there already is only checked. Credentials come from the
    environment (see `tocgraph.store.credentials`).

    Args:
        opened: The compiled store.
        endpoint: The address for queries on the server.
        graph: The name of the graph on the server; `<base>graph` unless told, DEFAULT for the default graph.
        graph_store: The address of the Graph Store Protocol there; known for some servers by that for queries.
        replace: Whether another content of that graph is replaced.
        chunk: About how many triples go in one request.
        notify: Told of each step, with the share done (0 to 1).

    Raises:
        StoreError: the server cannot be reached, refuses, holds something else in that graph, or holds something else
            afterwards.
    """
    local = opened.store
    if not isinstance(local, EmbeddedStore):
        raise StoreError("a graph is pushed from the compiled store, not from an endpoint", "leave the endpoint out")
    name = graph or opened.vocabulary.graph
    there = _asked_in(endpoint, name)
    remote = RemoteStore(there)
    notify("looking at the server", 0.0)
    receiver = Receiver(address_of_graphs(endpoint, remote.server()) if graph_store is None else graph_store, name)
    mark, total, held = fingerprint(local, opened.vocabulary), counted(local), counted(remote)
    with Progress(receiver.key, mark.fingerprint, chunk) as progress:
        marks = f"SELECT ?m WHERE {{ <{mark.dataset}> <{mark.property}> ?m }}"
        sent = requests = 0
        whole = held == total and [r["m"].value for r in remote.select(marks).rows] == [mark.fingerprint]
        if not whole:
            if held and not replace and not progress.ours:
                raise StoreError(
                    f"the graph {name} on {receiver.shown} holds {held:,} triples of something else",
                    "--replace puts this graph in its place; --graph names another graph",
                )
            receiver.admitted()
            progress.keep_if(held)
            for part, lines in _requests(local, mark.dataset, mark.property, chunk):
                if part < progress.requests:
                    continue
                share = min(0.95, progress.triples / total)
                notify(f"sending, {progress.triples:,} of {total:,} triples", share)
                _send(receiver, "PUT" if part == 0 else "POST", lines, progress, total)
                progress.arrived(part + 1, len(lines))
                sent += len(lines)
                requests += 1
        notify("checking what has arrived", 0.96)
        found = _settled(opened, remote, total)
        if any(not d.same for d in found):
            progress.forget()
            wrong = "; ".join(str(d) for d in found if not d.same)
            raise StoreError(f"what arrived on {receiver.shown} is not what was sent: {wrong}",
                             "push again with --replace")  # fmt: skip
        progress.forget()
    notify("done", 1.0)
    counts = tuple((d.what, d.here) for d in found if not d.sample)
    return Pushed(total, sent, requests, there, counts, sum(d.here for d in found if d.sample))


def _asked_in(endpoint: str, graph: str) -> str:
    """The address for queries in that graph: it stands in the query of the address, in place of any other."""
    try:
        parts = urlsplit(endpoint)
    except ValueError:
        return endpoint  # refused, with its message, when it is used
    if graph == DEFAULT:
        return endpoint
    kept = [p for p in parts.query.split("&") if p and not p.startswith("default-graph-uri=")]
    query = "&".join([*kept, urlencode({"default-graph-uri": graph}, safe=":/#")])
    return urlunsplit(parts._replace(query=query.replace("#", "%23"), fragment=""))


def _requests(store: EmbeddedStore, dataset: str, name: str, size: int) -> Iterator[tuple[int, list[str]]]:
    """The lines of each request, numbered: whole subjects up to about `size` triples; the fingerprint in the last."""
    held_back = f"<{dataset}> <{name}> "
    number, waiting, last = 0, list[str](), list[str]()
    for _, lines in store.subjects():
        last += [line for line in lines if line.startswith(held_back)]
        waiting += [line for line in lines if not line.startswith(held_back)]
        if len(waiting) >= size:
            yield number, waiting
            number, waiting = number + 1, []
    if waiting:
        yield number, waiting
        number += 1
    yield number, last


def _send(receiver: Receiver, method: str, lines: list[str], progress: Progress, total: int) -> None:
    for attempt in range(1, _TRIES + 1):
        try:
            receiver.send(method, "".join(lines).encode())
            return
        except LostError as error:
            if attempt == _TRIES:
                hint = f"the same command goes on behind the {progress.triples:,} of {total:,} triples that are there"
                raise StoreError(error.message, hint if progress.kept else error.hint) from error
            time.sleep(0.5 * 2 ** (attempt - 1))


def _settled(opened: OpenStore, remote: RemoteStore, total: int) -> list[Difference]:
    """What is there beside what is here; looked at again for a moment, as replicas of a server may lag behind."""
    for pause in (0.5, 1.0, 2.0, 0.0):
        if not pause or counted(remote) == total:
            break
        time.sleep(pause)
    return differences(opened, remote, total)
