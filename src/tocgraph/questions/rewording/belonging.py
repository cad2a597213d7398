"""One of those who belong to something: "which Arab League member", "is there any EU member", "is X an EU member".

The grammar knows the owner before the plural, "Arab League members", and behind the one, "a member of the EU".
"""

from __future__ import annotations

from tocgraph.questions.words import closed, question_words
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import AUXILIARIES, stem

_MANY = {"member": "members", "party": "parties", "signatory": "signatories"}
_ASKS = frozenset("which what any no each every".split())
_BETWEEN = frozenset("a an any the single one there other".split())
_KINDS = frozenset("state country nation government staff founding full".split())
"""Words that say what the one is, and not to what it belongs."""
_OUTSIDERS = frozenset("states countries nations members parties governments".split())
_LONGEST = 7
"""The most words before the one for who belongs."""


def of_many(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with the plural for one who belongs to what is named before: "which Arab League members"."""
    at = next((n for n, t in enumerate(tokens) if t.word in _MANY), 0)
    if at < 2:
        return tokens
    before, behind = tokens[at - 1], tokens[at + 1].word if at + 1 < len(tokens) else ""
    if before.word in closed.SMALL | AUXILIARIES | _BETWEEN | _KINDS:
        return tokens
    if behind in ("of", "to", "in", "state", "states", "country", "countries"):
        return tokens
    if at >= _LONGEST or not _asked(tokens[:at]):
        return _owner_last(opened, tokens, at)
    plural = _MANY[tokens[at].word]
    return [*tokens[:at], tokens[at]._replace(raw=plural, word=plural, stem=stem(plural)), *tokens[at + 1 :]]


def outsiders(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words with "countries that are not in the EU" for "non-EU countries"."""
    at = next((n for n, t in enumerate(tokens[:-2]) if t.word == "non" and _group(opened, tokens[n + 1])), -1)
    heads = [n for n in range(at + 2, min(at + 5, len(tokens))) if tokens[n].word in _OUTSIDERS]
    if at < 0 or not heads:
        return tokens
    group, head = tokens[at + 1], heads[0] + 1
    rest = [*tokens[at + 2 : head]]
    behind = tokens[head:]
    whole = bool(behind) and behind[0].word in ("of", "to", "in")  # "non-EU members of the Council of Europe"
    opens = [Token(word, word, stem(word)) for word in (("but",) if whole else ("that", "are"))]
    told = [*opens, *(Token("non", word, stem(word)) for word in ("not", "in")), group]
    return [*tokens[:at], *rest, *behind, *told] if whole else [*tokens[:at], *rest, *told, *behind]


def _group(opened: OpenStore, token: Token) -> bool:
    """Whether a word names something, and is not just the other half of a word: "non-state actors"."""
    named = token.raw.rpartition("-")[2]
    return named[:1].isupper() and bool(list(opened.names.matches([token.stem])))


def _owner_last(opened: OpenStore, tokens: list[Token], at: int) -> list[Token]:
    """The words with the owner behind: "is Egypt a member of the African Union" for "an African Union member"."""
    article = next((n for n in range(at - 2, max(at - _LONGEST, 0), -1) if tokens[n].word in ("a", "an")), 0)
    owner = tokens[article + 1 : at]
    named = " ".join(t.stem for t in owner if t.word not in AUXILIARIES)
    if not article or any(t.comma for t in owner) or not list(opened.names.matches([named])):
        return tokens  # "a new party" belongs to what is not said
    of = Token("of", "of", stem("of"))
    last = owner[-1]._replace(comma=tokens[at].comma)
    one = tokens[at]._replace(comma=False, det=owner[0].det)
    return [*tokens[: article + 1], one, of, *owner[:-1], last, *tokens[at + 1 :]]


def _asked(before: list[Token]) -> bool:
    """Whether one of them is asked for: "which ...", "is there any ...", and no verb stands between."""
    first, rest = before[0].word, [t.word for t in before[1:]]
    there = first in question_words.YES_NO and any(word in question_words.THERE for word in rest[:2])
    verbs = AUXILIARIES - _BETWEEN
    return (first in _ASKS or there) and not any(word in verbs for word in rest)
