"""What was named before, called by its kind alone: "which EU countries are in the Union", "... the Convention".

The word must be a kind of the thing, stand in its own name, and have an article and nothing behind it that would say
which one is meant.
"""

from __future__ import annotations

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.elements import Element, Span
from tocgraph.questions.words import closed
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import key


def named_before(opened: OpenStore, tokens: list[Token], spans: list[Span]) -> list[Span]:
    """The spans with such a word as the one thing of that name; as they are without one."""
    kinds = [s for s in spans if s.element.kind == "type" and s.start > 1 and _alone(tokens, s)]
    if not kinds:
        return spans
    longest: dict[int, Span] = {}
    for span in spans:
        if span.element.kind == "entity" and span.end - span.start >= 1:
            kept = longest.get(span.start)
            longest[span.start] = span if kept is None or kept.end < span.end else kept
    found = list(spans)
    for kind in kinds:
        before = {e for s in longest.values() if s.end <= kind.start for e in s.element.entities}
        meant = [e for e in sorted(before) if _called(opened, e, kind.element, tokens[kind.start].stem)]
        if len(meant) == 1:
            one = Element("entity", kind.element.text, (meant[0],), guess="name")
            found = [s for s in found if (s.start, s.end) != (kind.start, kind.end)]
            found.append(Span(kind.start, kind.end, kind.score, one))
    return found


def _alone(tokens: list[Token], span: Span) -> bool:
    """Whether it is one word with its article, and what follows does not tell which thing is meant."""
    behind = tokens[span.end].word if span.end < len(tokens) else ""
    told = behind in PREPOSITIONS | closed.RELATIVE and not tokens[span.end - 1].comma
    return span.end == span.start + 1 and tokens[span.start].definite and not told


def _called(opened: OpenStore, entity: str, kind: Element, word: str) -> bool:
    """Whether a thing is of the kind and has the word for it in its name."""
    named = opened.names.entity(entity)
    if named is None or not set(opened.schema.ancestors(named.type)) & {*kind.types}:
        return False
    return any(word in key(named.name(code)).split() for code in ("en", "ar"))
