"""What is over although the things themselves go on: memberships that a state gave up."""

from __future__ import annotations

from functools import lru_cache

from tocgraph.store import OpenStore


@lru_cache(maxsize=8)
def left_behind(opened: OpenStore) -> tuple[str, ...]:
    """The addresses of the claims that have ended while both their ends go on.

    What a mission that was closed did stays with it; who has left an organization is no member any more. These are
    few, and naming them in a query is far quicker than to look for an end behind every claim.
    """
    header = opened.vocabulary.header("rdf", "toc")
    ended = "SELECT ?claim ?one ?other WHERE { ?claim toc:until ?until ; rdf:subject ?one ; rdf:object ?other }"
    closed = "SELECT ?thing WHERE { ?thing toc:existsTo ?last }"
    gone = {row["thing"].value for row in opened.store.select(header + closed).rows}
    rows = opened.store.select(header + ended).rows
    return tuple(sorted({r["claim"].value for r in rows if not gone & {r["one"].value, r["other"].value}}))
