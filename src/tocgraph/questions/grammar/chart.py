"""A chart parser: all ways in which neighbouring phrases go together, the cheapest of each meaning kept.

The method is that of Cocke, Younger and Kasami, with a cost on every rule and only the best few phrases kept for each
stretch; a question has some ten elements, so the work stays small.
"""

from __future__ import annotations

from collections.abc import Sequence

from tocgraph.questions.grammar import Grammar
from tocgraph.questions.grammar.phrase import Phrase, meaning

KEPT = 12
"""The most phrases kept of one category for one stretch."""

DEAREST = 4.2
"""A phrase that costs more is no reading of the words."""


def parse_chart(grammar: Grammar, leaves: Sequence[Sequence[Phrase]]) -> list[Phrase]:
    """The phrases that span all leaves, cheapest first; each leaf may have several meanings."""
    size = len(leaves)
    chart: dict[tuple[int, int], list[Phrase]] = {}
    for at, meanings in enumerate(leaves):
        cell: list[Phrase] = []
        for leaf in meanings:
            cell.append(leaf)
            if leaf.cat == "verb":
                cell += grammar.verbs.alone(leaf)
        chart[at, at + 1] = _best(cell)
    for length in range(2, size + 1):
        for start in range(size - length + 1):
            end = start + length
            found: list[Phrase] = []
            for middle in range(start + 1, end):
                for left in chart[start, middle]:
                    for right in chart[middle, end]:
                        if left.cost + right.cost <= DEAREST:
                            found += [p for p in grammar.join(left, right) if p.cost <= DEAREST]
            chart[start, end] = _best(found)
    return chart[0, size] if size else []


def _best(phrases: list[Phrase]) -> list[Phrase]:
    cheapest: dict[Phrase, Phrase] = {}
    for phrase in phrases:
        plain = meaning(phrase)
        known = cheapest.get(plain)
        if known is None or phrase.cost < known.cost:
            cheapest[plain] = phrase
    kept: dict[str, int] = {}
    found = []
    for phrase in sorted(cheapest.values(), key=lambda p: p.cost):
        kept[phrase.cat] = kept.get(phrase.cat, 0) + 1
        if kept[phrase.cat] <= KEPT:
            found.append(phrase)
    return found
