"""Elements made ready for reading: one meaning each, articles with their instrument, names joined by and / or."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.elements import Element
from tocgraph.questions.reading import End
from tocgraph.store import OpenStore
from tocgraph.text import key, words

MOST_VARIANTS = 24
"""How many combinations of ambiguous names are tried at most."""


@dataclass(eq=False, repr=False)
class Item:
    """A merged element: T (type), N (ends, all of which must hold), or R (relation patterns)."""

    kind: str
    type: str = ""
    ends: tuple[End, ...] = ()
    patterns: tuple[tuple[str, str, str, str], ...] = ()
    head: tuple[str, ...] = ()
    relative: bool = False
    text: str = ""
    open: bool = False
    definite: bool = False
    weak: bool = False
    used: bool = False
    dated: bool = False
    negated: bool = False
    group: tuple[str, ...] = ()


def variants(elements: list[Element]) -> Iterator[list[Element]]:
    """Each choice among the meanings of ambiguous stretches of words."""
    choices: list[list[Element]] = []
    for element in elements:
        if element.kind == "entity":
            choices.append([element._replace(entities=(e,)) for e in element.entities])
        elif element.kind == "group":
            choices.append(
                [element._replace(types=(t,), entities=(e,)) for t in element.types for e in element.entities]
            )
        elif element.kind == "type":
            choices.append([element._replace(types=(t,)) for t in element.types])
        elif element.kind == "relation" and element.types:
            as_types = [element._replace(kind="type", types=(t,), patterns=()) for t in element.types]
            choices.append([element, *as_types])
        else:
            choices.append([element])
    for count, variant in enumerate(product(*choices)):
        if count == MOST_VARIANTS:
            return
        yield list(variant)


def merge(opened: OpenStore, elements: list[Element]) -> list[Item]:
    """Items in order: articles joined with their instrument, names joined by and / or."""
    items: list[Item] = []
    joined_by = ""
    articles = [e for e in elements if e.kind == "article"]
    instrument = _instrument(opened, elements) if articles else None
    for element in elements:
        if element.kind in ("and", "or"):
            joined_by = element.kind
            continue
        if element.kind == "entity" and articles and element is instrument:
            continue  # it stands with its article
        if element.kind == "article":
            item = _article(opened, element, instrument)
        elif element.kind == "entity":
            item = Item("N", ends=(End(entities=element.entities),))
        elif element.kind in ("type", "group"):
            # "the Arab states" are all of them, "the convention" is one that is not named
            group = element.kind == "group"
            item = Item("T", type=element.types[0], definite=element.definite and not group, group=element.entities)
        else:
            item = Item(
                "R",
                text=" ".join(words(element.text)),
                patterns=element.patterns,
                head=element.head,
                relative=element.relative,
                weak=element.weak,
                dated=element.dated,
                negated=element.negated,
                open=words(element.text)[-1] in PREPOSITIONS,
            )
        before = items[-1] if items else None
        if joined_by and before and before.kind == item.kind == "N":
            if joined_by == "or":
                before.ends = (End(entities=before.ends[-1].entities + item.ends[0].entities),)
            else:
                before.ends += item.ends
        else:
            items.append(item)
        joined_by = ""
    return items


def _instrument(opened: OpenStore, elements: list[Element]) -> Element | None:
    """The element that says whose article is meant: an instrument, or a word out of an instrument's name."""
    entities = [e for e in elements if e.kind == "entity"]
    for element in entities:
        if _is(opened, element.entities[0], "instrument"):
            return element
    types = opened.names.meta("lexicon")["types"]
    for element in entities:
        wanted = key(element.text).split()
        for named, match, score in opened.names.find(element.text, 40):
            # "Budapest" stands for the Budapest Convention, and in Arabic for the convention of Budapest.
            proper = [word for word in match.key.split() if word not in types]
            begins = proper[: len(wanted)] == wanted and match.kind in ("label", "alias")
            if score >= 80 and begins and _is(opened, named.id, "instrument"):
                element_as_instrument = element._replace(entities=(named.id,))
                elements[elements.index(element)] = element_as_instrument
                return element_as_instrument
    return None


def _article(opened: OpenStore, element: Element, instrument: Element | None) -> Item:
    """The article of that number as an entity; a description of it when it is not recorded."""
    if instrument is None:
        return Item("N", ends=(End(value=element.number, type="article"),))
    vocabulary = opened.vocabulary
    query = vocabulary.header("id", "toc") + (
        "SELECT ?article WHERE {\n"
        f"  ?article toc:partOf+ <{vocabulary.entity(instrument.entities[0])}> ; a toc:Article ;\n"
        f'    toc:articleNumber "{element.number}" .\n}}'
    )
    rows = opened.store.select(query).rows
    if not rows:
        return Item("N", ends=(End(value=element.number, type="article", entities=instrument.entities),))
    found = sorted(vocabulary.local(row["article"].value) for row in rows)
    return Item("N", ends=(End(entities=(found[0],)),))


def _is(opened: OpenStore, entity: str, entity_type: str) -> bool:
    named = opened.names.entity(entity)
    return named is not None and entity_type in opened.schema.ancestors(named.type)
