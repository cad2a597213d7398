"""Ways of cutting a question into stretches of words with a meaning."""

from __future__ import annotations

from tocgraph.questions.elements import Span
from tocgraph.questions.words import closed
from tocgraph.questions.words.token import Token

COVERS = 4
"""How many ways of cutting a question are tried."""
COUNTED = 3
"""How much worse it is to count what may be stated."""
_HOW_MANY = frozenset("how number count total كم عدد".split())


def covers(length: int, spans: list[Span]) -> list[tuple[int, list[Span]]]:
    """The best ways of covering the words with spans that do not overlap; at equal score the fewest spans first."""
    best_of: dict[tuple[int, int], Span] = {}
    for span in spans:
        known = best_of.get((span.start, span.end))
        if known is None or known.score < span.score:
            best_of[span.start, span.end] = span
    ending: dict[int, list[Span]] = {}
    for span in best_of.values():
        ending.setdefault(span.end, []).append(span)
    best: list[list[tuple[int, int, tuple[Span, ...]]]] = [[(0, 0, ())]]
    for end in range(1, length + 1):
        ways = list(best[end - 1])  # this word without a meaning
        for span in ending.get(end, ()):
            ways += [(score + span.score, count + 1, (*chosen, span)) for score, count, chosen in best[span.start]]
        best.append(sorted(ways, key=lambda w: (-w[0], w[1]))[:COVERS])
    return [(score, list(chosen)) for score, _, chosen in best[length]]


def numbers_apart(tokens: list[Token], spans: list[Span]) -> list[tuple[int, list[Span]]]:
    """The best way of cutting without phrases for a stated number, where something is denied: those must be counted."""
    stated = [s for s in spans if s.element.kind == "relation" and tokens[s.start].word in _HOW_MANY]
    if not stated or not closed.NEGATION.intersection(t.word for t in tokens):
        return []
    top = covers(len(tokens), spans)[0][0]
    return [(top - COUNTED, cut) for _, cut in covers(len(tokens), [s for s in spans if s not in stated])[:1]]


def clauses_apart(tokens: list[Token], spans: list[Span]) -> list[tuple[int, list[Span]]]:
    """The best way of cutting without phrases that have a clause in them, where something is denied behind them.

    What is denied needs the clause before it: "الجرائم التي تجرمها X" and "ولا تجرمها Y".
    """
    if not closed.NEGATION.intersection(t.word for t in tokens):
        return []
    whole = [
        s
        for s in spans
        if s.element.kind == "relation" and any(t.word in closed.RELATIVE for t in tokens[s.start + 1 : s.end - 1])
    ]
    if not whole:
        return []
    top = covers(len(tokens), spans)[0][0]
    return [(top - COUNTED, cut) for _, cut in covers(len(tokens), [s for s in spans if s not in whole])[:1]]


def runs(positions: list[int]) -> list[tuple[int, int]]:
    """Neighbouring positions together, each run from its first up to its end."""
    found: list[tuple[int, int]] = []
    for i in positions:
        if found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return found
