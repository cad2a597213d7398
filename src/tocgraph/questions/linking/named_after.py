"""Instruments beside one that is named after a city: "the Palermo protocols" are those of the Palermo Convention."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.questions.elements import Element, Span
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, key

_INSTRUMENT, _CITY = "instrument", "city"


def named_after(opened: OpenStore, tokens: list[Token], spans: list[Span]) -> list[Span]:
    """Spans over the city beside instruments of a kind, for the instrument of another kind that has its name."""
    return [
        Span(
            place.start,
            place.end,
            place.score + 9,
            Element("entity", place.element.text, entities=(meant,), guess="name"),
        )
        for kind, place in _beside(opened, tokens, spans)
        if (meant := _instrument(opened, place, kind))
    ]


def _beside(opened: OpenStore, tokens: list[Token], spans: list[Span]) -> Iterator[tuple[Span, Span]]:
    """Instruments of a kind, each with the city beside it: before it, in Arabic behind it."""
    plurals = set(opened.names.meta("lexicon")["plurals"])
    several = [s for s in spans if s.element.kind == "type" and tokens[s.end - 1].word in plurals]
    kinds = [s for s in several if all(_of(opened, t) for t in s.element.types)]
    for kind in kinds:
        arabic = is_arabic(tokens[kind.start].word)
        for place in spans:
            beside = place.start == kind.end if arabic else place.end == kind.start
            if beside and place.element.kind == "entity" and not place.element.guess:
                yield kind, place


def _of(opened: OpenStore, entity_type: str) -> bool:
    return _INSTRUMENT in opened.schema.ancestors(entity_type)


def _instrument(opened: OpenStore, place: Span, kind: Span) -> str:
    """The instrument that is called by the city and its own kind, which is another one; "" without one."""
    cities = [n for n in opened.names.entities(place.element.entities).values() if n.type == _CITY]
    if len(cities) != 1:
        return ""
    wanted = [
        key(text)
        for name in cities[0].label.values()
        for entity_type, spec in opened.schema.types.items()
        if _of(opened, entity_type)
        for label in spec["label"].values()
        for text in (f"{name} {label}", f"{label} {name}")
    ]
    called = {m.entity for m in opened.names.matches(wanted) if m.kind in ("label", "alias")}
    other = [
        e
        for e, named in opened.names.entities(called).items()
        if _of(opened, named.type) and not {*opened.schema.ancestors(named.type)} & {*kind.element.types}
    ]
    return other[0] if len(other) == 1 else ""
