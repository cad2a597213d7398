"""Pieces of SPARQL that are the same for every reading."""

from __future__ import annotations


def none_of(variable: str, iris: list[str]) -> str:
    """Filters that leave addresses out, few in each: a long list of them is too deep for Virtuoso 7.2 to plan."""
    parts = (", ".join(f"<{iri}>" for iri in iris[n : n + 10]) for n in range(0, len(iris), 10))
    return "".join(f"  FILTER({variable} NOT IN ({part}))\n" for part in parts)


def by_itself(thing: str, bound: list[str], pattern: str) -> str:
    """A set that is found before the rest: engines that mix long chains with it may go through all pairs of claims."""
    return f"  {{ SELECT DISTINCT {' '.join((thing, *dict.fromkeys(bound)))} WHERE {{\n{pattern}  }} }}\n"


def either_way(claim: str, one: str, other: str) -> str:
    """A claim between two things, whichever of them is its subject; no claim has one thing at both ends."""
    lines = f"  {claim} rdf:subject|rdf:object {one} ; rdf:subject|rdf:object {other} . FILTER({one} != {other})\n"
    return by_itself(one, [claim], lines) if one[0] == "?" and other[0] == "<" else lines
