"""Compound adjectives put as clauses: "UN-run missions", "the Geneva-based bodies", "EU-led operations"."""

from __future__ import annotations

from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, stem

_REACH = 4
"""How many words behind the adjective its noun may end."""
_LINKS = ("by", "in")


def uncompounded(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with "missions run by UN" for "UN-run missions"; as they are where nothing is known to be run so."""
    lexicon = opened.names.meta("lexicon")
    for start, token in enumerate(tokens):
        end = start
        while end < len(tokens) and tokens[end].raw == token.raw:
            end += 1
        if "-" not in token.raw or end - start < 2 or is_arabic(token.word):
            continue
        verb = tokens[end - 1]
        link = next((word for word in _LINKS if _two_ended(lexicon["relations"], f"{verb.stem} {word}")), "")
        last = _noun(lexicon["types"], tokens, end) if end < len(tokens) else end if start > 1 else 0
        if link and last:  # with the noun behind it, or "which bodies are Vienna-based"
            owner = [t._replace(raw=t.word if t.raw.islower() else t.word.upper()) for t in tokens[start : end - 1]]
            owner[-1] = owner[-1]._replace(comma=tokens[last - 1].comma)
            told = [verb._replace(raw=verb.word), Token(link, link, stem(link)), *owner]
            noun = [t._replace(comma=t.comma and n < last - 1) for n, t in enumerate(tokens[end:last], end)]
            return uncompounded(opened, [*tokens[:start], *noun, *told, *tokens[last:]])
    return tokens


def _two_ended(relations: dict[str, list[tuple[str, str, str, str]]], key: str) -> bool:
    """Whether it is a phrase for what links two things."""
    return any(left and right for _, left, right, _ in relations.get(key, ()))


def _noun(types: dict[str, list[str]], tokens: list[Token], start: int) -> int:
    """Where the noun ends that begins there; 0 without one."""
    first = next((n for n in range(start, min(start + _REACH, len(tokens))) if tokens[n].stem in types), None)
    if first is None:
        return 0
    while first + 1 < len(tokens) and tokens[first + 1].stem in types and not tokens[first].comma:
        first += 1
    return first + 1
