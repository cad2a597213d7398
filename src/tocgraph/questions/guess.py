"""Words that mean nothing as they stand because they are part of a longer name.

Every guess is kept on the element, so that the reading shows what was typed and what it was taken for.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions import words as closed
from tocgraph.questions.elements import Element, Span
from tocgraph.questions.tokens import Token
from tocgraph.store import OpenStore
from tocgraph.store.schemaview import SchemaView


def join_names(opened: OpenStore, tokens: list[Token], chosen: list[Span], most: int) -> list[Span]:
    """The same spans, with one name and the type beside it read as part of a longer name of `most` things."""
    for first, second in pairwise(chosen):
        kinds = {first.element.kind, second.element.kind}
        if first.end == second.start and kinds == {"entity", "type"}:
            joined = partial_name(opened, tokens, first.start, second.end, around=False, most=most)
            if joined:
                return [s for s in chosen if s not in (first, second)] + [joined]
    return chosen


def partial_name(
    opened: OpenStore, tokens: list[Token], start: int, end: int, around: bool = True, most: int = 6
) -> Span | None:
    """Part of a longer name, such as "Arab convention", with up to two words `around` those in question.

    A type among the words ("convention") must be the type of the thing; without one the name may be at
    most twice as long as what was typed, from three words on three times. More than `most` such things are none.
    """
    lexicon = opened.names.meta("lexicon")
    types, plurals = lexicon["types"], set(lexicon["plurals"])
    if any(t.word.isdigit() or t.word in closed.NEGATION | closed.PRONOUNS for t in tokens[start:end]):
        return None
    reach = range(3) if around else range(1)
    windows = [(start - left, end + right) for left in reach for right in reach]
    windows = [(a, b) for a, b in windows if a >= 0 and b <= len(tokens)]
    for first, last in sorted(windows, key=lambda w: w[0] - w[1]):
        window = tokens[first:last]
        edges = (window[0].word, window[-1].word)
        if any(word in closed.FUNCTION | PREPOSITIONS | closed.NEGATION for word in edges):
            continue
        if any(t.word in plurals for t in window):
            continue  # "African missions" are many; no single mission is meant
        firm = sum(not t.guess and t.word not in closed.FUNCTION | PREPOSITIONS for t in window)
        if firm < 2 and any(t.guess for t in window):
            continue  # that would be a guess upon a guess
        wanted = {t for token in window for t in types.get(token.stem, ())}
        stems = {t.stem for t in window}
        # What three words have in common they hardly have by chance, however long the name is.
        longest = 0 if wanted else (3 if len(stems) > 2 else 2) * len(stems)
        entities = opened.names.holding(stems, _kinds(opened.schema, frozenset(wanted)), longest, most)
        if 0 < len(entities) <= most:
            if around:
                first, last, entities = _grown(opened, tokens, first, last, entities, plurals)
            typed = " ".join(t.raw for t in tokens[first:last])
            return Span(first, last, 0, Element("entity", typed, entities=tuple(entities), guess="name"))
    return None


def _grown(
    opened: OpenStore, tokens: list[Token], first: int, last: int, entities: list[str], plurals: set[str]
) -> tuple[int, int, list[str]]:
    """The window with the words beside it that stand in the same name, and the entities that are left."""
    apart = closed.FUNCTION | PREPOSITIONS | closed.NEGATION | plurals
    for step in (1, -1):
        while True:
            beside = last if step > 0 else first - 1
            if not 0 <= beside < len(tokens) or tokens[beside].word in apart:
                break
            wider = {t.stem for t in tokens[min(first, beside) : max(last, beside + 1)]}
            kept = [e for e in opened.names.holding(wider) if e in entities]
            if not kept:
                break
            first, last, entities = min(first, beside), max(last, beside + 1), kept
    return first, last, entities


@lru_cache(maxsize=256)
def _kinds(schema: SchemaView, wanted: frozenset[str]) -> tuple[str, ...]:
    """The types that are one of those wanted."""
    return tuple(t for t in schema.types if wanted & set(schema.ancestors(t))) if wanted else ()
