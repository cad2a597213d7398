"""Words that mean nothing as they stand: parts of longer names, and typing errors.

Every guess is kept on the element, so that the reading shows what was typed and what it was taken for.
"""

from __future__ import annotations

from itertools import pairwise

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions import words as closed
from tocgraph.questions.elements import Element, Span
from tocgraph.questions.tokens import Token
from tocgraph.store import OpenStore
from tocgraph.text import nearest


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
    most twice as long as what was typed. More than `most` such things are none.
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
        typed = " ".join(t.raw for t in window)
        wanted = {t for token in window for t in types.get(token.stem, ())}
        stems = {t.stem for t in window}
        hits = [
            named
            for named, match in opened.names.holding(stems)
            if match.kind in ("label", "alias")
            and (wanted or len(match.key.split()) <= 2 * len(stems))
            and (not wanted or wanted & set(opened.schema.ancestors(named.type)))
        ]
        entities = tuple(dict.fromkeys(named.id for named in hits))
        if 0 < len(entities) <= most:
            return Span(first, last, 0, Element("entity", typed, entities=entities, guess="name"))
    return None


def spelling(opened: OpenStore, tokens: list[Token], start: int, end: int) -> Span | None:
    """A mistyped name or word of the schema, taken only when a single reading is close enough."""
    typed = " ".join(t.word for t in tokens[start:end])
    if len(typed) < 4 or any(c.isdigit() for c in typed) or any(t.word in closed.NEGATION for t in tokens[start:end]):
        return None
    hits = [(named, match, score) for named, match, score in opened.names.find(typed, 5) if score >= 82]
    best = [hit for hit in hits if hit[2] == hits[0][2]]
    if len(best) == 1:
        return Span(start, end, 0, Element("entity", typed, entities=(best[0][0].id,), guess="name"))
    if end - start == 1:
        lexicon = opened.names.meta("lexicon")
        for kind in ("types", "relations"):
            single = [key for key in lexicon[kind] if " " not in key and key not in PREPOSITIONS]
            near = nearest(tokens[start].stem, single, 2, cutoff=86)
            if len(near) == 1:
                if kind == "types":
                    element = Element("type", typed, types=tuple(lexicon[kind][near[0]]), guess=near[0])
                else:
                    patterns = tuple((r, left, right, loose) for r, left, right, loose in lexicon[kind][near[0]])
                    element = Element("relation", typed, patterns=patterns, guess=near[0])
                return Span(start, end, 0, element)
    return None
