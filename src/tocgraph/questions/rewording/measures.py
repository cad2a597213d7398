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
    tokens = _needed_most(opened, _numbered(opened, _by_number(opened, tokens)))
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


_NEEDS = frozenset(
    "احتاجت احتاج تحتاج يحتاج تطلبت تطلب تتطلب يتطلب استلزمت استلزم اشترطت اشترط تشترط لزمها لزمه".split()
)
_WITH = frozenset("ذات ذو ذا".split())
_TO_IT = frozenset({"الي", "لها", "له"})


def _needed_most(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with "لها أكبر عدد من التصديقات اللازمة" for "احتاجت إلى أكبر عدد من التصديقات"; without "ذات"."""
    said = [t.word for t in tokens]
    relations = opened.names.meta("lexicon")["relations"]
    for at in range(1, len(tokens) - 2):
        rank = at + 1 + (said[at + 1] in _TO_IT)
        length = max((len(p) for p in closed.RANKS if tuple(said[rank : rank + len(p)]) == p), default=0)
        noun = rank + length
        if not length or noun >= len(tokens):
            continue
        if said[at] in _WITH:
            return [*tokens[:at], *tokens[at + 1 :]]
        needed = Token("لازمة", "لازمه", stem("لازمه"))
        entries = relations.get(f"عدد {tokens[noun].stem} {needed.stem}", ())
        if said[at] in _NEEDS and any(opened.schema.relations[r].get("value") == "number" for r, *_ in entries):
            has = tokens[at]._replace(word="لها", stem=stem("لها"))
            needed = needed._replace(comma=tokens[noun].comma)
            measure = [*tokens[rank:noun], tokens[noun]._replace(comma=False), needed]
            return [*tokens[:at], has, *measure, *tokens[noun + 1 :]]
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


_NUMBER = frozenset("number رقم الرقم".split())
_WITHIN = frozenset("of the".split())
_BEARING_NUMBERS = "resolution"
"""The type of what is known by its number."""


def _numbered(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words without "number" where that of a resolution is asked for: the resolution tells it."""
    types = opened.names.meta("lexicon")["types"]

    def bears(token: Token) -> bool:
        return any(_BEARING_NUMBERS in opened.schema.ancestors(t) for t in types.get(token.stem, ()))

    for at, token in enumerate(tokens):
        if token.word not in _NUMBER:
            continue
        behind = at + 1
        while behind < len(tokens) and tokens[behind].word in _WITHIN:
            behind += 1
        if behind < len(tokens) and bears(tokens[behind]):
            return [*tokens[:at], *tokens[behind:]]
        if at and bears(tokens[at - 1]) and not (behind < len(tokens) and tokens[behind].word.isdigit()):
            return [*tokens[:at], *tokens[at + 1 :]]
    return tokens
