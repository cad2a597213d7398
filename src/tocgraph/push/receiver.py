"""Where a server takes graphs, and how it is spoken to there (SPARQL 1.1 Graph Store HTTP Protocol)."""

from __future__ import annotations

import re
import time
from hashlib import sha256
from urllib.parse import urlsplit, urlunsplit

from tocgraph.errors import StoreError
from tocgraph.store.wire import Reply, Wire

DEFAULT = "default"
"""In place of the name of a graph: the default graph of the server."""

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]+")


_TRIES = 4
"""How often a piece is sent that the server undoes for want of a lock."""


def address_of_graphs(endpoint: str, server: str) -> str:
    """Where a server takes graphs, by its address for queries and what it calls itself (the header Server).

    Raises:
        StoreError: it is none of the servers whose addresses are known.
    """
    parts = urlsplit(endpoint)
    path, said = parts.path.rstrip("/"), server.lower()
    before, _, last = path.rpartition("/")
    found = None
    if "virtuoso" in said:
        found = "/sparql-graph-crud-auth"
    elif re.search(r"/repositories/[^/]+$", path):  # RDF4J and GraphDB
        found = f"{path}/rdf-graphs/service"
    elif "fuseki" in said or "jena" in said:
        found = f"{before if last in ('sparql', 'query', 'data') else path}/data"
    elif "oxigraph" in said and last == "query":
        found = f"{before}/store"
    elif (parts.hostname or "").endswith((".neptune.amazonaws.com", ".neptune.amazonaws.com.cn")):
        found = "/sparql/gsp/"
    if found is None:
        raise StoreError(
            f"where {Wire(endpoint).shown} takes graphs is not known",
            "--graph-store names the address of its Graph Store Protocol",
        )
    return urlunsplit((parts.scheme, parts.netloc, found, "", ""))


class Receiver:
    """A graph on a server that can be written."""

    def __init__(self, address: str, graph: str) -> None:
        """Looks at the address and the name of the graph only. Raises StoreError: one of them is none."""
        if graph != DEFAULT and not _IRI.fullmatch(graph):
            raise StoreError(f"{graph[:200]!r} is no name of a graph", f"give an absolute IRI, or {DEFAULT}")
        self._wire = Wire(address)
        self._parameters = [*self._wire.parameters, ("default", "") if graph == DEFAULT else ("graph", graph)]
        self.shown = self._wire.shown
        self.key = sha256(f"{self._wire.shown} {graph}".encode()).hexdigest()[:24]

    def admitted(self) -> None:
        """Learns how the server wants to hear the credentials, before anything of size is sent.

        Nothing is added to the graph. Raises StoreError: they are refused.
        """
        if self._wire.credentials.given:
            self._wire.exchange("POST", self._parameters, b"", {"Content-Type": "application/n-triples"})

    def send(self, method: str, document: bytes) -> None:
        """Replaces the graph by a document in N-Triples (PUT), or adds it (POST).

        A transaction that the server undid because of a deadlock (SQLSTATE 40001) is tried again, as that asks for.

        Raises:
            StoreError: the server refuses it. LostError: it did not arrive, or nobody knows.
        """
        for waited in range(_TRIES):
            reply = self._wire.exchange(method, self._parameters, document, {"Content-Type": "application/n-triples"})
            if reply.status != 500 or not re.search(r"\b40001\b|deadlock", reply.told(), re.IGNORECASE):
                break
            time.sleep(0.2 * 2**waited)
        if reply.status not in (200, 201, 202, 204):
            raise self._wire.failure(reply, *self._reason(reply))

    def _reason(self, reply: Reply) -> tuple[str, str]:
        if reply.status == 413:
            return "takes no request of that size", "--chunk says how many triples go in one"
        if reply.status in (404, 405, 501):
            return "takes no graphs", "--graph-store names the address of its Graph Store Protocol"
        if reply.status == 415:
            return "takes no N-Triples", "--graph-store names the address of its Graph Store Protocol"
        # Virtuoso answers 500 to those who may not write.
        if reply.status == 500 and re.search(r"permission|denied|security", reply.told(), re.IGNORECASE):
            return "refuses to write", "check the rights of the user"
        return "", ""
