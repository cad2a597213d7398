"""Things called by the name of another: a treaty by its city ("parties to Budapest"), a work by its author.

"What did Siddiqi find" asks for what Siddiqi wrote says.
"""

from __future__ import annotations

from tocgraph.questions.elements import Element
from tocgraph.questions.linking.segments import Segment
from tocgraph.store import OpenStore
from tocgraph.text import stem, words

_MOST = 4
"""The most treaties that the name of one city may stand for."""


def with_namesakes(opened: OpenStore, segments: list[Segment]) -> list[Segment]:
    """The segments; behind the meaning of a city stand the treaties named after it, behind an author the works."""
    found = []
    aged = any(_of_age(opened, segment[0]) for segment in segments)
    for segment in segments:
        element = segment[0]
        named = namesakes(opened, element.entities) if element.kind == "entity" and not element.guess else ()
        named = named or (_works(opened, element.entities) if element.kind == "entity" and not aged else ())
        meant = Element("entity", element.text, entities=named, guess="name", apart=element.apart)
        found.append((*segment, meant) if named else segment)
    return found


def _of_age(opened: OpenStore, element: Element) -> bool:
    """Whether a phrase asks how old a thing of any kind is: that of an author is not that of a work."""
    begun = {p[0] for p in element.patterns}
    flags = [opened.schema.relations[r].get("flags", ()) for r in begun]
    return len(begun) > 1 and all("begins" in of for of in flags)


def namesakes(opened: OpenStore, entities: tuple[str, ...]) -> tuple[str, ...]:
    """The instruments that have a name of a city's name and one word more; none for what is no one city."""
    if len(entities) != 1:
        return ()
    city = opened.names.entity(entities[0])
    schema = opened.schema
    if city is None or "city" not in schema.ancestors(city.type):
        return ()
    kinds = [t for t in schema.types if "instrument" in schema.ancestors(t)]
    found: set[str] = set()
    for label in city.label.values():
        stems = {stem(word) for word in words(label)}
        found.update(opened.names.holding(stems, kinds, len(stems) + 1, _MOST))
    return tuple(sorted(found)) if len(found) <= _MOST else ()


def _works(opened: OpenStore, entities: tuple[str, ...]) -> tuple[str, ...]:
    """What the one person named wrote; nothing for anybody who wrote more than a few works."""
    named = opened.names.entity(entities[0]) if len(entities) == 1 else None
    if named is None or "person" not in opened.schema.ancestors(named.type):
        return ()
    from tocgraph.questions.linking.works import (
        written_by,  # only for those who are named: it brings the phrases of reports
    )

    found = written_by(opened, entities)
    return tuple(sorted(found)) if len(found) <= _MOST else ()


def treaties_meant(
    opened: OpenStore, entities: list[str], language: str
) -> tuple[list[str], tuple[tuple[str, str], ...]]:
    """The entities with each city as the treaty meant, where the rest are treaties, and the cities' names with these.

    Anything else stays as it is.
    """
    named = opened.names.entities(entities)
    treaties = {e for e, n in named.items() if "instrument" in opened.schema.ancestors(n.type)}
    meant = {e: of[0] for e in entities if e not in treaties and len(of := namesakes(opened, (e,))) == 1}
    if len(meant) + len(treaties) != len(set(entities)):
        return entities, ()
    return [meant.get(e, e) for e in entities], tuple((named[e].name(language), treaty) for e, treaty in meant.items())
