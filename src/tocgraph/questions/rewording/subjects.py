"""A name with its subject said once more: "the Nassau Convention on mutual assistance", "the third congress on crime".

All words behind "on" must stand in a name of the thing, so that they tell nothing new of it.
"""

from __future__ import annotations

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.elements import Element, Span
from tocgraph.questions.words import closed
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import AUXILIARIES, stem, words

_ON = frozenset("on against for concerning regarding about بشان حول ضد لمكافحه لمنع للمكافحه".split())
_WITHIN = frozenset("of in under within by from من في ضمن بموجب".split())
"""Behind these the thing is the whole, of which the words behind "on" may name a part."""
_TITLED = frozenset({"instrument", "document", "event"})
_ABROAD = (
    ("across", "borders"), ("across", "national", "borders"), ("across", "frontiers"), ("across", "border"),
    ("between", "states"), ("between", "countries"), ("among", "states"), ("among", "countries"),
    ("with", "other", "states"), ("with", "other", "countries"), ("at", "international", "level"), ("internationally",),
    ("عبر", "الحدود"), ("بين", "الدول"), ("فيما", "بين", "الدول"), ("علي", "المستوي", "الدولي"),
)  # fmt: skip
"""Where forms of cooperation between states take place, which says nothing new of them."""


def with_subject(opened: OpenStore, tokens: list[Token], spans: list[Span]) -> list[Span]:
    """Spans over the names of one text, work or meeting together with such words behind them."""
    found = []
    for span in spans:
        at = span.end
        found += _abroad(opened, tokens, span)
        plain = span.element.kind == "entity" and len(span.element.entities) == 1
        if not plain or at + 1 >= len(tokens) or tokens[at].word not in _ON or _inside(tokens, span.start):
            continue
        named = opened.names.entity(span.element.entities[0])
        if named is None or not _TITLED & set(opened.schema.ancestors(named.type)):
            continue
        own = {stem(w) for label in named.label.values() for w in words(label)}
        end = _said_again(tokens, at, own)
        if end > at + 1:
            text = " ".join(t.raw for t in tokens[span.start : end])
            element = Element("entity", text, entities=span.element.entities, guess="name")
            found.append(Span(span.start, end, span.score + 16 * (end - at), element))
    return found


def _abroad(opened: OpenStore, tokens: list[Token], span: Span) -> list[Span]:
    """The span over a form of cooperation and words at the end for where all cooperation takes place."""
    rest = tuple(t.word for t in tokens[span.end :] if t.word not in AUXILIARIES)
    if rest not in _ABROAD or span.element.kind != "entity" or len(span.element.entities) != 1:
        return []
    named = opened.names.entity(span.element.entities[0])
    if named is None or "mechanism" not in opened.schema.ancestors(named.type):
        return []
    text = " ".join(t.raw for t in tokens[span.start :])
    element = Element("entity", text, entities=span.element.entities, guess="name")
    return [Span(span.start, len(tokens), span.score + 16 * len(rest), element)]


def _said_again(tokens: list[Token], at: int, own: set[str]) -> int:
    """Up to where the words behind the preposition all stand in the name; its own place where the first does not."""
    end = at + 1
    for n in range(at + 1, len(tokens)):
        token = tokens[n]
        if token.word in closed.AND | PREPOSITIONS | AUXILIARIES and not token.parted:
            continue
        if token.stem not in own or token.parted or token.word in closed.SMALL:
            break
        end = n + 1
        if token.comma:
            break
    return end


def _inside(tokens: list[Token], start: int) -> bool:
    return start > 0 and tokens[start - 1].word in _WITHIN
