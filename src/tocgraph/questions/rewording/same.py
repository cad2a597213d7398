"""What one thing has in common with another: "share a depositary with X", "في نفس المدينة مع X".

All are put as "the same ... as X". "Other" beside it says no more, for nothing is like itself; before a clause, as in
"المدينة نفسها التي", the word for "same" says nothing either.
"""

from __future__ import annotations

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.words import closed
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic

SAME = frozenset("same نفس ذات نفسه نفسها نفسهم ذاته ذاتها عينه عينها".split())
"""Words that say of what is named that it is the same."""
_BEFORE = frozenset("نفس ذات".split())
_OTHER = frozenset("other others else اخري الاخري اخر الاخر الاخرون الاخرين اخرون اخرين".split())
_OTHERS = frozenset("other others else اخري الاخري الاخرون الاخرين اخرون اخرين".split())
"""Those of them that are nothing else; "آخر" is the last as well."""
_FIRST = 5
"""The most words up to and with "other" beside what is asked for."""
_WITH = frozenset("with مع مثل ك كما".split())
_SHARE = frozenset("share shares shared sharing".split())
_BETWEEN = frozenset("a an the its their one".split())
_LONGEST = 4
"""The most words of the kind of thing that is the same."""


def in_common(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with "the same ... as"; as they are where nothing is said to be the same."""
    tokens = _shared(opened, tokens)
    at = next((n for n, t in enumerate(tokens) if n and t.word in SAME), 0)
    if not at:
        return tokens
    if not is_arabic(tokens[at].word):
        has_as = any(t.word == "as" for t in tokens[at + 2 :])
        return [t for n, t in enumerate(tokens) if n > at or t.word not in _OTHER] if has_as else tokens
    return _in_arabic(opened, tokens, at)


def without_other(tokens: list[Token]) -> tuple[list[Token], bool]:
    """The words without "other" beside what is asked for, and whether it was there: "which other states"."""
    for n, token in enumerate(tokens[:_FIRST]):
        behind = tokens[n + 1].word if n + 1 < len(tokens) else ""
        arabic = is_arabic(token.word)
        if token.word not in _OTHERS or not n or behind in ("than", "من", "غير") or (token.comma and not arabic):
            continue
        return [*tokens[:n], *tokens[n + 1 :]], len(tokens) > 2
    return tokens, False


def _in_arabic(opened: OpenStore, tokens: list[Token], at: int) -> list[Token]:
    same, rest = tokens[at], [*tokens[:at], *tokens[at + 1 :]]
    ahead = same.word in _BEFORE
    begin, end = (at, _kind_end(opened, rest, at)) if ahead else (_kind_begin(opened, tokens, at), at)
    if not begin < end < len(rest):
        return tokens
    behind = rest[end]
    if behind.word in closed.RELATIVE:
        return rest  # "the city itself in which X sits": a chain as any other
    with_ = behind.word in _WITH
    if {rest[begin].word, rest[begin].word.removeprefix("ال")} & {*opened.names.meta("lexicon")["plurals"]}:
        return tokens  # whether "the same treaties" are all of them or some is not said
    if not with_ and behind.word in PREPOSITIONS:
        return tokens
    as_ = Token(behind.raw if with_ else "ك", "as", "as")
    kind = [t._replace(definite=False) for t in rest[begin:end]]
    first = [t for t in rest[:begin] if t.word not in _OTHER]
    return [*first, Token(same.raw, "same", "same"), *kind, as_, *rest[end + with_ :]]


def _kind_end(opened: OpenStore, tokens: list[Token], begin: int) -> int:
    """Where the words for what is the same end that begin there."""
    ends = range(min(len(tokens), begin + _LONGEST), begin, -1)
    return next((end for end in ends if _kind(opened, tokens[begin:end])), begin)


def _kind_begin(opened: OpenStore, tokens: list[Token], end: int) -> int:
    """Where the words for what is the same begin that end there."""
    return next((n for n in range(max(1, end - _LONGEST), end) if _kind(opened, tokens[n:end])), end)


def _kind(opened: OpenStore, tokens: list[Token]) -> bool:
    """Whether words are those for a kind of things, or for what things are to others: "depositary"."""
    lexicon = opened.names.meta("lexicon")
    key = " ".join(t.stem for t in tokens)
    return key in lexicon["types"] or any(bool(a) != bool(b) for _, a, b, _ in lexicon["relations"].get(key, ()))


def _shared(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with "the same depositary as X" for "share a depositary with X", but a border is shared with X."""
    relations = opened.names.meta("lexicon")["relations"]
    at = next((n for n, t in enumerate(tokens) if n and t.word in _SHARE), 0)
    noun = at + 1 + (tokens[at + 1].word in _BETWEEN) if at and at + 3 < len(tokens) else 0
    if not noun:
        return tokens
    noun += tokens[noun].word in SAME
    with_ = next((n for n in range(noun + 1, min(noun + _LONGEST, len(tokens) - 1)) if tokens[n].word == "with"), 0)
    if not with_ or any(key.startswith(f"share {tokens[noun].stem}") for key in relations):
        return tokens
    return [*tokens[:at], Token("same", "same", "same"), *tokens[noun:with_], Token("as", "as", "as"),
            *tokens[with_ + 1 :]]  # fmt: skip
