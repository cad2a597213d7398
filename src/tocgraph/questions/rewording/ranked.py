"""Superlatives put where the grammar knows them: "acceded first to the treaty" as "acceded to the treaty first".

What is said around one without saying more is left out: "attracts the most", "of all time".
"""

from __future__ import annotations

from collections import ChainMap

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.words.closed import NUMBERS, RANKS
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore

ARTICLES = frozenset("a an the its their as".split())
_OWNS = frozenset(
    "draw draws drew drawn attract attracts attracted gather gathers gathered collect collects collected win wins won "
    "count counts counted boast boasts boasted muster musters mustered enjoy enjoys enjoyed number numbers numbered "
    "total totals garner garners garnered amass amassed got".split()
)
"""Verbs that say no more than "has" before how many there are."""
_HOW_MANY = frozenset("most fewest least largest greatest highest smallest lowest more fewer over at exactly".split())
_OF_ALL = (("of", "all"), ("of", "them", "all"), ("by", "far"), ("of", "all", "time"), ("in", "history"),
           ("in", "the", "world"), ("on", "record"), ("up", "to", "now"))  # fmt: skip
_RANKS = frozenset(phrase for phrase in RANKS if len(phrase) < 4)


def ranked_plainly(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with each superlative where it belongs; as they are without one."""
    return _ranked_first(opened, _ranked_last(opened, _so_many(_foremost_of(tokens))))


def _so_many(tokens: list[Token]) -> list[Token]:
    """The words with "which states joined first two" for "which two states joined first"."""
    number = tokens[1] if len(tokens) > 4 and tokens[0].word in ("which", "what") else None
    if number is None or not (number.word in NUMBERS or number.word.isdigit()):
        return tokens
    said = [t.word for t in tokens]
    for at in range(3, len(tokens)):
        length = max((len(p) for p in _RANKS if tuple(said[at : at + len(p)]) == p), default=0)
        if length and RANKS[tuple(said[at : at + length])] not in ("most", "fewest"):
            end = at + length
            many = number._replace(comma=tokens[end - 1].comma)
            last = tokens[end - 1]._replace(comma=False)
            return [tokens[0], *tokens[2 : end - 1], last, many, *tokens[end:]]
    return tokens


def _foremost_of(tokens: list[Token]) -> list[Token]:
    """The words without "of all" behind a superlative, and without "attracts" before "the most"."""
    said = [t.word for t in tokens]
    if not any((word,) in RANKS for word in said) and _HOW_MANY.isdisjoint(said):
        return tokens
    for phrase in _OF_ALL:
        for n in range(2, len(said) - len(phrase) + 1):
            whole = phrase != ("of", "all") or n + 2 == len(said)  # "of all Arab states" says of which
            if whole and tuple(said[n : n + len(phrase)]) == phrase:
                return _foremost_of([*tokens[:n], *tokens[n + len(phrase) :]])
    for n in range(1, len(said) - 2):
        counted = n + 1 + (said[n + 1] == "the")
        if said[n] in _OWNS and said[counted] in _HOW_MANY and said[n - 1] not in ARTICLES:
            return [*tokens[:n], *tokens[n + 1 :]]
    return tokens


def _ranked_first(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with "mission launched most recently" for "most recently launched mission"."""
    lexicon = opened.names.meta("lexicon")
    said = [t.word for t in tokens]
    for at in range(len(tokens) - 2):
        length = max((len(p) for p in _RANKS if tuple(said[at : at + len(p)]) == p), default=0)
        verb = at + length
        if not length or verb + 1 >= len(tokens) or not said[verb].endswith("ed"):
            continue
        entries = lexicon["relations"].get(tokens[verb].stem, ())
        dated = any(opened.schema.relations[r].get("value") == "date" for r, left, *_ in entries if left)
        kinds = [n for n in range(verb + 1, min(verb + 5, len(tokens))) if tokens[n].stem in lexicon["types"]]
        if RANKS[tuple(said[at:verb])] in ("first", "last") and dated and kinds:
            end = kinds[0] + 1
            while end in kinds:
                end += 1
            return [*tokens[:at], *tokens[verb + 1 : end], tokens[verb], *tokens[at:verb], *tokens[end:]]
    return tokens


def _ranked_last(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with "acceded to the treaty first" for "acceded first to the treaty"."""
    lexicon = opened.names.meta("lexicon")
    relations = ChainMap(lexicon["endings"], lexicon["relations"])
    said = [t.word for t in tokens]
    for at in range(2, len(tokens) - 1):
        length = max((len(p) for p in _RANKS if tuple(said[at : at + len(p)]) == p), default=0)
        end = at + length
        if not length or end >= len(tokens) or RANKS[tuple(said[at:end])] not in ("first", "last"):
            continue
        verb, behind = tokens[at - 1], tokens[end]
        governed = behind.word in PREPOSITIONS and f"{verb.stem} {behind.stem}" in relations
        linked = any(left and right and not loose for _, left, right, loose in relations.get(verb.stem, ()))
        taken = linked and (behind.word == "the" or behind.definite)
        if (governed or taken) and not verb.comma:
            return [*tokens[:at], *tokens[end:-1], tokens[-1]._replace(comma=False), *tokens[at:end]]
    return tokens
