"""Arabic words that stand before or between what is named and add nothing to it: "ظاهرة", "الخاص بـ", "من حيث".

They are left out, or put as the plain word that does the same, before the question is cut into elements.
"""

from __future__ import annotations

from tocgraph.questions.linking.phrases import grams_of
from tocgraph.questions.words import closed
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, stem

_HEADS = frozenset(
    "ظاهره ظواهر حاله حالات عمليه عمليات مساله مسايل قضيه قضايا افعال ممارسه ممارسات اشكاليه مجال ميدان ملف "
    "نظام موضوع مواضيع فعل جهود جهد مساعي انشطه نشاط تنفيذ اجراء تحقيق انجاز".split()
)
"""Nouns that before the name of a crime, an obstacle or a form of cooperation only say that it is one."""

_BELONGING = frozenset("الخاص الخاصه الخاصين الخاصتين".split())
"""Before "ب" these say no more than "of"."""

_UNDER: dict[str, tuple[str, ...]] = {
    "وفق": (), "بمقتضي": (), "بحسب": (), "حسب": (), "وفقا": ("ل",), "طبقا": ("ل",), "عملا": ("ب",),
    "استنادا": ("الي",), "بناء": ("علي",),
}  # fmt: skip
"""Words for "under", with the preposition that follows some of them."""

_AS_REGARDS = (("من", "حيث"), ("من", "ناحيه"), ("بالنظر", "الي"), ("بحسب",), ("حسب",), ("وفق",))
"""What stands between a superlative and that by which it ranks."""


def unfilled(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words without those that add nothing."""
    if not any(is_arabic(t.word) for t in tokens):
        return tokens
    tokens = [t for n, t in enumerate(tokens) if not (t.word == "ال" and n + 1 < len(tokens))]  # "الـ missions"
    return _headless(opened, _plain_under(_unowned(_measured(tokens))))


def _unowned(tokens: list[Token]) -> list[Token]:
    """The words without "الخاص بـ": the headquarters that belong to somebody are those of somebody."""
    for n, token in enumerate(tokens[:-1]):
        if n and token.word in _BELONGING and tokens[n + 1].raw.lstrip("و")[:1] == "ب":
            behind = n + 2 if tokens[n + 1].word == "ب" else n + 1
            if behind < len(tokens):
                return [*tokens[:n], *tokens[behind:]]
    return tokens


def _measured(tokens: list[Token]) -> list[Token]:
    """The words without "من حيث" between a superlative and its measure: "أكبر منظمة من حيث عدد الأعضاء"."""
    ranks = {phrase[0] for phrase in closed.RANKS if len(phrase) == 1}
    first = next((n for n, t in enumerate(tokens) if t.word in ranks), None)
    if first is None:
        return tokens
    said = [t.word for t in tokens]
    for n in range(first + 1, len(tokens) - 1):
        for phrase in _AS_REGARDS:
            if tuple(said[n : n + len(phrase)]) == phrase and n + len(phrase) < len(tokens):
                return [*tokens[:n], *tokens[n + len(phrase) :]]
    return tokens


def _plain_under(tokens: list[Token]) -> list[Token]:
    """The words with "وفقا لـ" and its like as one plain preposition."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        held = _UNDER.get(token.word, ())
        after = tokens[at + 1] if at and at + 1 < len(tokens) and token.word in _UNDER else None
        alone = after is not None and after.word in held
        begun = after is not None and bool(held) and after.raw[:1] == held[0]  # "وفقا للمادة"
        if after is not None and (not held or alone or begun):
            found.append(token._replace(word="بموجب", stem=stem("بموجب")))
            at += 2 if alone else 1
        else:
            found.append(token)
            at += 1
    return found


def _headless(opened: OpenStore, tokens: list[Token]) -> list[Token]:
    """The words without a noun that only introduces the name behind it: "ظاهرة غسل الأموال"."""
    heads = [n for n, t in enumerate(tokens[:-1]) if t.word in _HEADS or (t.joined and t.word in _HEADS)]
    if not heads:
        return tokens
    grams = grams_of(tokens, opened.names.longest)
    named: dict[int, set[str]] = {}
    for match in opened.names.matches(grams):
        for start, end in grams[match.key]:
            if end > start + 1 or start - 1 in heads:
                named.setdefault(start, set()).add(match.entity)
    plain = [n for n in heads if n not in named and _concepts(opened, named.get(n + 1, set()))]
    return [t for n, t in enumerate(tokens) if n not in plain]


def _concepts(opened: OpenStore, entities: set[str]) -> bool:
    """Whether there are such things, and all are concepts and not actors, places or texts."""
    named = opened.names.entities(entities).values()
    return bool(entities) and all("concept" in opened.schema.ancestors(n.type) for n in named)
