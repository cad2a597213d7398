"""Words that are said once for several things: "the Malabo and Budapest conventions", "missions ... EU ones".

Each thing gets the word back, so that what follows sees whole names and types only.
"""

from __future__ import annotations

import re
from itertools import pairwise

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.words import closed
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import AUXILIARIES, is_arabic, stem

_LONGEST = 5
"""The most words before the shared one in one of the names."""

_AND = (("as", "well", "as"), ("in", "addition", "to"), ("and", "also"), ("but", "also"), ("not", "to", "mention"))
"""What joins two things as "and" does; "in addition to" only between two of them."""

_DASH = re.compile("[-–—]+")


def unshared(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with "and" for what says the same, and with every word that stands for several names repeated."""
    if tokens and is_arabic(tokens[0].word):
        return tokens
    tokens = _joined(tokens)
    said = {t.word for t in tokens}
    if "ones" in said:
        tokens = _ones(opened, tokens)
    if said & _ONE:
        tokens = _the_one(opened, tokens)
    return _heads(opened, tokens) if said & (closed.AND | closed.OR) else tokens


def marked(typed: str, tokens: list[Token]) -> None:
    """Puts a comma behind the last word where a dash stands apart: "UNCAC - when did it enter into force"."""
    if tokens and _DASH.fullmatch(typed):
        tokens[-1] = tokens[-1]._replace(comma=True)


def _joined(tokens: list[Token]) -> list[Token]:
    said = [t.word for t in tokens]
    for phrase in _AND:
        for n in range(1, len(said) - len(phrase)):
            if tuple(said[n : n + len(phrase)]) == phrase:
                one = Token("and", "and", stem("and"))
                return _joined([*tokens[:n], one, *tokens[n + len(phrase) :]])
    return tokens


def _ones(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with the kind of thing for "ones": "missions in Somalia, apart from EU ones"."""
    types = opened.names.meta("lexicon")["types"]
    plain = AUXILIARIES | PREPOSITIONS | closed.FUNCTION | closed.EXCEPT | closed.NEGATION
    kind: Token | None = None
    found = []
    for before, token in pairwise([Token("", "", ""), *tokens]):
        if token.stem in types and token.word.endswith("s"):
            kind = token
        if token.word == "ones" and kind is not None and before.word not in plain | {"", "following"}:
            token = kind._replace(comma=token.comma, definite=False)
        found.append(token)
    return found


_ONE = frozenset("one ones".split())
_LAST = frozenset("the that those".split())


def _the_one(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with the kind of thing for "the one": "the congress that came after the one in Doha"."""
    types = opened.names.meta("lexicon")["types"]
    behind = PREPOSITIONS | closed.RELATIVE
    found: list[Token] = []
    kind: Token | None = None
    for n, token in enumerate(tokens):
        follows = tokens[n + 1] if n + 1 < len(tokens) else None
        if token.word in _ONE and kind and n > 1 and tokens[n - 1].word in _LAST and follows:
            done = follows.word.endswith(("ed", "ing")) or follows.word in ("held", "set", "run", "led")
            if done or follows.word in behind:
                token = kind._replace(comma=token.comma, definite=True)
        if token.stem in types and token.word not in closed.SMALL:
            kind = token
        found.append(token)
    return found


def _heads(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with "the Malabo Convention and the Budapest Convention" for "the Malabo and Budapest conventions"."""
    lexicon = opened.names.meta("lexicon")
    for last in range(len(tokens) - 1, 1, -1):
        head = tokens[last]
        if head.word not in lexicon["plurals"] or head.stem not in lexicon["types"]:
            continue
        joint = next(
            (n for n in range(last - 1, max(last - _LONGEST - 1, 0), -1) if tokens[n].word in closed.AND | closed.OR), 0
        )
        if not joint or joint == last - 1:
            continue
        starts = [_begins(opened, tokens, joint, head)]
        behind = _begins(opened, tokens, last, head, joint + 1)
        if starts[0] is None or behind is None:
            continue
        while (at := starts[-1]) and at > 1 and tokens[at - 1].comma:
            starts.append(_begins(opened, tokens, at, head))
        ends = [joint, *(s for s in starts[:-1] if s)]
        found = list(tokens)
        for end in ends:
            found.insert(end, head._replace(definite=False, comma=tokens[end - 1].comma))
            found[end - 1] = found[end - 1]._replace(comma=False)
        return found
    return tokens


def _begins(opened: OpenStore, tokens: list[Token], end: int, head: Token, least: int = 0) -> int | None:
    """Where the words before `end` begin that name one thing together with the shared word; None if they do not."""
    keys: dict[str, int] = {}
    for start in range(max(least, end - _LONGEST), end):
        if not any(t.word in closed.AND | closed.OR for t in tokens[start:end]):
            keys[" ".join((*(t.stem for t in tokens[start:end] if t.word not in AUXILIARIES), head.stem))] = start
    known = [keys[m.key] for m in opened.names.matches(keys) if m.kind in ("label", "alias")]
    return min(known) if known else None
