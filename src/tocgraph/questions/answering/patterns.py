"""Pieces of SPARQL that are the same for every reading."""

from __future__ import annotations

_FEW = 20
"""How many addresses stand in one filter: Virtuoso 7.2 cannot plan some fifty inside a MINUS, and of six such
filters it forgets what stands behind them, where that has a path of any length."""


def none_of(variable: str, iris: list[str]) -> str:
    """Filters that leave addresses out, some in each."""
    parts = (", ".join(f"<{iri}>" for iri in iris[n : n + _FEW]) for n in range(0, len(iris), _FEW))
    return "".join(f"  FILTER({variable} NOT IN ({part}))\n" for part in parts)


def by_itself(thing: str, bound: list[str], pattern: str) -> str:
    """A set that is found before the rest: engines that mix long chains with it may go through all pairs of claims."""
    return f"  {{ SELECT DISTINCT {' '.join((thing, *dict.fromkeys(bound)))} WHERE {{\n{pattern}  }} }}\n"


def either_way(claim: str, one: str, other: str) -> str:
    """A claim between two things, whichever of them is its subject; no claim has one thing at both ends."""
    lines = f"  {claim} rdf:subject|rdf:object {one} ; rdf:subject|rdf:object {other} . FILTER({one} != {other})\n"
    return by_itself(one, [claim], lines) if one[0] == "?" and other[0] == "<" else lines
