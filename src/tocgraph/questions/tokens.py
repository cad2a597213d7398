"""A question in words: cleaned, split, and with the tails of split phrases brought to their heads."""

from __future__ import annotations

import re
from typing import NamedTuple

from tocgraph.dates import parse_date
from tocgraph.lexicon import PASSIVE
from tocgraph.questions import words as closed
from tocgraph.store import OpenStore
from tocgraph.text import AUXILIARIES, is_arabic, stem, words

_CLITICS = "ولبكف"
_ARTICLES = ("ال", "وال", "بال", "لل")


class Token(NamedTuple):
    """A word of the question: as typed, normalized, and its stem.

    `joined` tells of an attached Arabic "and", `definite` of an article before or at the word.
    """

    raw: str
    word: str
    stem: str
    joined: bool = False
    definite: bool = False


def tokens_of(opened: OpenStore, question: str) -> list[Token]:
    """The words of a question in order, Arabic ones without the prepositions attached to them."""
    tokens: list[Token] = []
    for raw in question.replace("’", "'").split():
        bare = raw.strip(".,;:!?؟،()[]\"'")
        if re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", bare) and _is_date(bare):
            tokens.append(Token(bare, bare, bare))  # a date is one word
            continue
        for word in words(raw):
            joined = word.startswith("و") and word[1:].isdigit()  # "عامي 2000 و2005"
            if joined:
                word = word[1:]
            definite = word.startswith(_ARTICLES) or (bool(tokens) and tokens[-1].word in ("the", "this"))
            tokens.append(Token(bare, word, stem(word), joined or word.startswith("وال"), definite))
    loose = [t for t in tokens if is_arabic(t.word) and len(t.word) > 3 and t.word[0] in _CLITICS]
    if not loose:
        return tokens
    # An attached preposition or "and" is cut off only where the whole word means nothing and its rest does.
    lexicon = opened.names.meta("lexicon")
    known = {w for key in (*lexicon["relations"], *lexicon["types"]) for w in key.split()}
    known |= opened.names.known_words(s for t in loose for s in (t.stem, stem(t.word[1:])))

    def parted(token: Token) -> Token:
        rest = token.word[1:]
        if token not in loose or token.stem in known or token.word in closed.FUNCTION or stem(rest) not in known:
            return token
        return Token(token.raw, rest, stem(rest), token.word[0] == "و")

    return [parted(token) for token in tokens]


def _is_date(text: str) -> bool:
    try:
        return bool(parse_date(text))
    except ValueError:
        return False


def bring_together(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """Drops auxiliaries, and moves the tail of a split phrase ("did X come ... into force") beside its head."""
    tokens = [t for t in tokens if t.word not in AUXILIARIES or (t.raw.isupper() and len(t.raw) > 1)]
    if len(tokens) > 2 and tokens[0].word in PASSIVE:
        tokens = [*tokens[1:], tokens[0]]  # "by which bodies is X implemented": the preposition belongs to the verb
    for before, after in opened.names.meta("lexicon")["split"]:
        head, tail = before.split(), after.split()
        stems = [t.stem for t in tokens]
        for i in range(len(stems) - len(head) - len(tail)):
            if stems[i : i + len(head)] != head:
                continue
            for j in range(i + len(head) + 1, len(stems) - len(tail) + 1):
                if tail and stems[j : j + len(tail)] == tail:
                    middle = tokens[i + len(head) : j]
                    end = j + len(tail)
                    return [*tokens[: i + len(head)], *tokens[j:end], *middle, *tokens[end:]]
    return tokens
