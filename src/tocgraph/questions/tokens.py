"""A question in words: cleaned, split, and with the tails of split phrases brought to their heads."""

from __future__ import annotations

import re
from typing import NamedTuple

from tocgraph.dates import parse_date
from tocgraph.lexicon import PASSIVE, PREPOSITIONS
from tocgraph.questions import words as closed
from tocgraph.store import OpenStore
from tocgraph.text import AUXILIARIES, is_arabic, stem, words

_CLITICS = "ولبكف"
_ARTICLES = ("ال", "وال", "بال", "لل")


class Token(NamedTuple):
    """A word of the question: as typed, normalized, and its stem.

    `joined` tells of an attached Arabic "and", `definite` of an article before or at the word, `comma` of one behind.
    `bare` is the stem without an attached preposition or "and", where both that and the whole mean something.
    `guess` is the known word that a mistyped one is taken for (`word` and `stem` are those of the guess); a `shaky`
    guess holds only together with another word of the same name or phrase.
    """

    raw: str
    word: str
    stem: str
    joined: bool = False
    definite: bool = False
    comma: bool = False
    bare: str = ""
    guess: str = ""
    shaky: bool = False


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
        if tokens and raw.endswith((",", "،", ";", "؛", "/")):
            tokens[-1] = tokens[-1]._replace(comma=True)
    loose = [t for t in tokens if is_arabic(t.word) and len(t.word) > 2 and t.word[0] in _CLITICS]
    if not loose:
        return tokens
    # An attached preposition or "and" is cut off only where the whole word means nothing and its rest does.
    lexicon = opened.names.meta("lexicon")
    known = {w for key in (*lexicon["relations"], *lexicon["types"]) for w in key.split()}
    known |= opened.names.known_words(s for t in loose for s in (t.stem, stem(t.word[1:])))

    asking = {phrase[0] for phrase in closed.WH_PHRASES if len(phrase) == 1} - {"عام", "سنه"}
    functions = closed.FUNCTION | PREPOSITIONS | closed.NOT

    def parted(token: Token) -> Token:
        rest = token.word[1:]
        if token not in loose or token.word in functions:
            return token
        if token.word[0] == "و" and rest in functions:
            return token._replace(word=rest, stem=stem(rest), joined=True)
        if rest in asking:
            return token._replace(word=rest, stem=stem(rest))
        if token.word[0] == "و" and rest[1:] in asking and rest[0] in _CLITICS:
            return token._replace(word=rest[1:], stem=stem(rest[1:]))
        if len(rest) < 3:
            return token
        if stem(rest) not in known:
            return token
        if token.stem in known:
            return token._replace(bare=stem(rest))
        return token._replace(word=rest, stem=stem(rest), joined=token.word[0] == "و")

    return [parted(token) for token in tokens]


def _is_date(text: str) -> bool:
    try:
        return bool(parse_date(text))
    except ValueError:
        return False


def plainly(tokens: list[Token]) -> list[Token]:
    """The words without the polite phrases before the question."""
    start = 0
    tokens = _without(tokens)
    while start < len(tokens):
        said = [t.word for t in tokens[start:]]
        polite = next((p for p in closed.POLITE if tuple(said[: len(p)]) == p), None)
        if polite:
            start += len(polite)
        elif said[0] in closed.COURTESY:
            start += 1
        else:
            break
    return tokens[start:] or tokens


def _without(tokens: list[Token]) -> list[Token]:
    """The words without "and others" and the like."""
    said = [t.word for t in tokens]
    for phrase in closed.AND_OTHERS:
        for i in range(len(said) - len(phrase) + 1):
            if tuple(said[i : i + len(phrase)]) == phrase:
                return [*tokens[:i], *tokens[i + len(phrase) :]]
    return tokens


def verb_first(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with an Arabic preposition brought to its verb: "انضمت مصر إلى الاتفاقية"."""
    relations = opened.names.meta("lexicon")["relations"]
    for i, token in enumerate(tokens):
        if not is_arabic(token.word) or token.word in closed.FUNCTION | PREPOSITIONS:
            continue
        for j in range(i + 2, min(len(tokens) - 1, i + 9)):
            if tokens[j].word in PREPOSITIONS and f"{token.stem} {tokens[j].stem}" in relations:
                return [*tokens[: i + 1], tokens[j], *tokens[i + 1 : j], *tokens[j + 1 :]]
    return tokens


def related(tokens: list[Token]) -> list[Token]:
    """The words without a preposition before a relative: "treaties for which X is depositary"."""
    return [
        t
        for n, t in enumerate(tokens)
        if not (
            0 < n < len(tokens) - 1
            and t.word in PREPOSITIONS - PASSIVE
            and tokens[n + 1].word in ("which", "whom", "whose")
            and tokens[n - 1].word not in PREPOSITIONS
        )
    ]


def topic_last(tokens: list[Token]) -> list[Token]:
    """The words with what stands before the question word behind it: "UNCAC: how many states ratified"."""
    asking = {phrase[0] for phrase in closed.WH_PHRASES} - closed.RELATIVE - PREPOSITIONS
    asking -= {"number", "count", "date", "dates", "year", "day", "the", "total", "عدد", "تاريخ", "سنه", "عام", "since"}
    at = next((n for n, t in enumerate(tokens) if t.word in asking), 0)
    return [*tokens[at:], *tokens[:at]] if 0 < at < len(tokens) - 1 else tokens


def fronted(tokens: list[Token]) -> list[list[Token]]:
    """The words as they stand; with a preposition before the question word also without it, and with it at the end.

    "in which cities do missions operate": the preposition belongs to the verb, or relates the whole clause.
    """
    first = next((n for n, t in enumerate(tokens[:4]) if t.word in PREPOSITIONS - PASSIVE), None)
    asks = {phrase[0] for phrase in closed.WH_PHRASES if len(phrase) == 1} - {"how", "كيف", "من"}
    if first is None or first + 1 >= len(tokens) or tokens[first + 1].word not in asks:
        return [tokens]
    if first and any(t.word not in AUXILIARIES | closed.FUNCTION for t in tokens[:first]):
        return [tokens]
    rest = [*tokens[:first], *tokens[first + 1 :]]
    return [tokens, rest, [*rest, tokens[first]]]


def bring_together(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """Drops auxiliaries, and moves the tail of a split phrase ("did X come ... into force") beside its head."""
    tokens = [t for t in tokens if t.word not in AUXILIARIES or (t.raw.isupper() and len(t.raw) > 1)]
    if len(tokens) > 2 and tokens[0].word in PASSIVE:
        tokens = [*tokens[1:], tokens[0]]  # "by which bodies is X implemented": the preposition belongs to the verb
    for before, after in opened.names.meta("lexicon")["split"]:
        head, tail = before.split(), after.split()
        stems = [t.stem for t in tokens]
        for i in range(len(stems) - len(head) - len(tail)):
            if stems[i : i + len(head)] != head or stems[i + len(head) : i + len(head) + len(tail)] == tail:
                continue
            for j in range(i + len(head) + 1, len(stems) - len(tail) + 1):
                if tail and stems[j : j + len(tail)] == tail:
                    middle = tokens[i + len(head) : j]
                    end = j + len(tail)
                    return [*tokens[: i + len(head)], *tokens[j:end], *middle, *tokens[end:]]
    return tokens
