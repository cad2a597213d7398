"""What a superlative counts, said behind its verb or as a number of things: "needed the fewest ratifications".

"Which treaty needed the fewest ratifications" asks for the one with the fewest ratifications needed, a number that is
recorded; where the schema has no such number the words stay as they are.
"""

from __future__ import annotations

from itertools import pairwise

from tocgraph.questions.words import closed
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import AUXILIARIES, is_arabic, stem


def measured(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with such a verb behind its measure; as they are otherwise."""
    tokens = _by_number(opened, tokens)
    said = [t.word for t in tokens]
    relations = opened.names.meta("lexicon")["relations"]
    for at, token in enumerate(tokens[1:-2], 1):
        rank = at + 1 + (said[at + 1] in AUXILIARIES)
        length = max((len(p) for p in closed.RANKS if tuple(said[rank : rank + len(p)]) == p), default=0)
        noun = rank + length
        if not length or noun >= len(tokens) or token.word in closed.SMALL | AUXILIARIES or is_arabic(token.word):
            continue
        key = f"{tokens[noun].stem} {token.stem}"
        numbers = {r for r, *_ in relations.get(key, ()) if opened.schema.relations[r].get("value") == "number"}
        if numbers:
            return [*tokens[:at], *tokens[rank : noun + 1], token, *tokens[noun + 1 :]]
    return tokens


def _by_number(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with "the smallest number of articles" for "the fewest articles", where that number is recorded."""
    relations = opened.names.meta("lexicon")["relations"]
    for at, (token, noun) in enumerate(pairwise(tokens)):
        sized = {"most": "largest", "fewest": "smallest"}.get(token.word)
        counts = {r for r, *_ in relations.get(f"number of {noun.stem}", ())}
        specs = [opened.schema.relations[r] for r in counts]
        if sized and specs and all(s.get("value") == "number" and not s.get("counts") for s in specs):
            plain = [Token(token.raw, word, stem(word)) for word in (sized, "number", "of")]
            return [*tokens[:at], *plain, *tokens[at + 1 :]]
    return tokens
