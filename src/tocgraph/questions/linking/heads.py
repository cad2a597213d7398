"""A crime called by its head alone: "trafficking" and "smuggling" are all whose names have more words of what.

Only where a question is refused otherwise, and what is meant is told in the reading.
"""

from __future__ import annotations

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.elements import Element, Span
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, stem, words

_CRIME = "crime"
_FEWEST, _MOST = 3, 40
"""Of how many crimes the word must be, and may be, the head."""


def called_by_head(opened: OpenStore, tokens: list[Token], taken: list[Span]) -> list[Span]:
    """Spans over single words that are the head of the names of several crimes and the name of none."""
    inside = {n for s in taken if s.element.kind in ("entity", "type") for n in range(s.start, s.end)}
    return [
        Span(at, at + 1, 14, Element("kinds", token.raw, entities=entities, remark=_told(opened, token, entities)))
        for at, token in enumerate(tokens)
        if at not in inside and not _goes_on(tokens, at) and (entities := _headed(opened, token))
    ]


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether more of a name may follow or go before: "trafficking in", "wildlife trafficking"."""
    behind = tokens[at + 1] if at + 1 < len(tokens) and not tokens[at].comma else None
    arabic = is_arabic(tokens[at].word)
    more = bool(behind) and (behind is not None and (behind.word in ("in", "of") or (arabic and behind.raw[:1] == "ب")))
    return more or len(tokens[at].word) < 6


def _headed(opened: OpenStore, token: Token) -> tuple[str, ...]:
    """The crimes whose label has the word as its head."""
    found = opened.names.holding({token.stem}, (_CRIME,), 0, _MOST)
    named = opened.names.entities(found) if len(found) >= _FEWEST else {}
    headed = [e for e, n in named.items() if any(_is_head(token.stem, label) for label in n.label.values())]
    return tuple(sorted(headed)) if len(headed) >= _FEWEST else ()


def _is_head(wanted: str, label: str) -> bool:
    said = words(label)
    if is_arabic(said[0]):
        return stem(said[0]) == wanted
    before = next((n for n, w in enumerate(said) if w in PREPOSITIONS), len(said))
    return stem(said[before - 1]) == wanted and before <= 3


def _told(opened: OpenStore, token: Token, entities: tuple[str, ...]) -> str:
    language = "ar" if is_arabic(token.word) else "en"
    named = opened.names.entities(entities).values()
    return f"{token.raw} → {', '.join(sorted(n.name(language) for n in named))}"
