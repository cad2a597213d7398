"""How many of a group must be so: "are most Arab states party to UNCAC", "are at least ten ECOWAS members ..."."""

from __future__ import annotations

from tocgraph.questions.reading import MOST, Limit
from tocgraph.questions.words import closed, question_words
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, stem

SHARES: dict[tuple[str, ...], str] = {
    **{(*article, *most, *of): MOST for article in ((), ("the",), ("a",)) for of in ((), ("of",))
       for most in (("most",), ("majority",), ("great", "majority"), ("vast", "majority"), ("bulk",),
                    ("more", "than", "half"), ("over", "half"))},
    **{(most, *of): MOST for most in ("معظم", "اغلب", "اغلبيه", "غالبيه", "جل") for of in ((), ("من",))},
    ("اكثر", "من", "نصف"): MOST,
    **dict.fromkeys((("no",), ("none", "of"), ("none", "of", "the")), "="),
}  # fmt: skip
"""Behind the word that asks for yes or no these ask whether more than half of a group are so."""

_OF_GROUP = frozenset("of in from".split())


def share_asked(tokens: list[Token]) -> tuple[list[Token], Limit | None]:
    """The words with "all" for how many of a group a question for yes or no asks for, and how many these are."""
    if len(tokens) < 4 or tokens[0].word not in question_words.YES_NO:
        return tokens, None
    said = [t.word for t in tokens]
    for length in range(5, 0, -1):
        sign = SHARES.get(tuple(said[1 : 1 + length]))
        if sign and len(said) > length + 2:
            return _all(tokens, 1 + length), Limit(sign, 0)
    for phrase, sign in closed.LIMITS.items():
        at = 1 + len(phrase)
        number = _number(said[at]) if tuple(said[1:at]) == phrase and at + 2 < len(said) else 0
        if number:
            return _all(tokens, at + 1 + (said[at + 1] in ("of", "من"))), Limit(sign, number)
    return tokens, None


def number_told(tokens: list[Token], unused: list[str]) -> tuple[list[Token], int]:
    """The words without the number of things that a set is said to have ("which of the three protocols"), and that.

    It is looked for where nothing else takes it up.
    """
    for at in range(1, len(tokens) - 1):
        word, before = tokens[at].word, tokens[at - 1]
        arabic = is_arabic(word) and word.startswith("ال") and before.definite
        number = _number(word.removeprefix("ال") if arabic else word)
        told = arabic or tokens[at].definite or before.word in ("the", "these", "those", "all")
        if tokens[at].raw in unused and told and 1 < number < (11 if arabic else 100):  # "العشرون" is the 20th as well
            return [*tokens[:at], *tokens[at + 1 :]], number
    return tokens, 0


def all_of_group(opened: OpenStore, tokens: list[Token]) -> bool:
    """Whether a question for yes or no asks of all of a group: "are all ECOWAS members", "هل جميع دول الخليج"."""
    if len(tokens) < 3 or tokens[1].word not in closed.EVERY:
        return False
    at = next((n for n, t in enumerate(tokens) if n > 1 and t.word not in ("the", "of")), 0)
    if tokens[at].stem not in opened.names.meta("lexicon")["types"]:
        return True
    behind = tokens[at + 1 : at + 2]
    return any(t.word in _OF_GROUP or (is_arabic(tokens[at].word) and t.definite) for t in behind)


def _all(tokens: list[Token], end: int) -> list[Token]:
    """The words with "all" in place of those before `end` but the first."""
    word = "كل" if is_arabic(tokens[0].word) else "all"
    typed = " ".join(t.raw for t in tokens[1:end])
    return [tokens[0], Token(typed, word, stem(word)), *tokens[end:]]


def _number(word: str) -> int:
    return int(word) if word.isdigit() and len(word) < 4 else closed.NUMBERS.get(word, 0)
