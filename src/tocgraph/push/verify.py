"""Whether a server holds what the compiled store holds: counts of everything, and a sample triple by triple."""

from __future__ import annotations

from typing import NamedTuple

from tocgraph.store import OpenStore, Store
from tocgraph.store.base import Term

SAMPLE = 40
"""Claims and entities that are compared triple by triple."""

_KINDS = (("claims", "toc:Claim"), ("sources", "toc:Source"), ("concepts", "skos:Concept"), ("states", "toc:State"))


class Difference(NamedTuple):
    """A number here and the same number there; of a sample, how many things are the same."""

    what: str
    here: int
    there: int
    sample: bool = False

    @property
    def same(self) -> bool:
        """Whether there is no difference."""
        return self.here == self.there

    def __str__(self) -> str:
        of = f"{self.there} of {self.here}" if self.sample else f"{self.there} instead of {self.here}"
        return f"{self.what}: {of}"


def counted(store: Store) -> int:
    """The triples in the default graph of a store. Raises StoreError: it failed."""
    return int(store.select("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").rows[0]["n"].value)


def differences(opened: OpenStore, there: Store, triples: int) -> list[Difference]:
    """What was counted and sampled here and there. Raises StoreError: the endpoint failed."""
    header = opened.vocabulary.header("skos", "toc")
    found = [Difference("triples", triples, counted(there))]
    for what, kind in _KINDS:
        query = f"{header}SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ ?x a {kind} }}"
        here, away = (int(store.select(query).rows[0]["n"].value) for store in (opened.store, there))
        if here or away:
            found.append(Difference(what, here, away))
    chosen = _chosen(opened, header)
    listed = " ".join(f"<{iri}>" for iri in chosen)
    query = f"SELECT ?s ?p ?o WHERE {{ VALUES ?s {{ {listed} }} ?s ?p ?o }}"
    ours, theirs = (_described(store, query) for store in (opened.store, there))
    same = sum(ours.get(iri) == theirs.get(iri) for iri in chosen)
    return [*found, Difference("sampled claims and entities that are the same", len(chosen), same, True)]


def _chosen(opened: OpenStore, header: str) -> list[str]:
    """Claims and entities all over the graph, the same ones each time."""
    query = f"{header}SELECT DISTINCT ?x WHERE {{ {{ ?x a toc:Claim }} UNION {{ ?x toc:type ?t }} }}"
    every = sorted(row["x"].value for row in opened.store.select(query).rows)
    step = max(1, len(every) // SAMPLE)
    return every[step // 2 :: step][:SAMPLE]


def _described(store: Store, query: str) -> dict[str, set[tuple[str, Term]]]:
    found: dict[str, set[tuple[str, Term]]] = {}
    for row in store.select(query).rows:
        found.setdefault(row["s"].value, set()).add((row["p"].value, row["o"]))
    return found
