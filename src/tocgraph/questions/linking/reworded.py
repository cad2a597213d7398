"""Things named in other words than their names have: the same in another order, a beginning of them, a description.

These are guesses that leave no word over; the reading shows those that change the order or describe.
"""

from __future__ import annotations

from itertools import groupby

from tocgraph.questions.elements import Element, Span
from tocgraph.questions.linking.guess import denies
from tocgraph.questions.reading import OBJECT
from tocgraph.questions.words import closed
from tocgraph.questions.words.token import Token
from tocgraph.roots import content, kin, root
from tocgraph.store import OpenStore
from tocgraph.store.reworded import Said, bag
from tocgraph.text import AUXILIARIES, stem, words

_WIDEST = 7
"""The most words of a stretch that is compared with the names as a set of words."""

_BESIDE = 4
"""The most words on either side of a thing named within a longer name."""

_COVERED = 0.6
"""How much of one of its names a clause must have that describes a thing."""

_OPENING = 4
"""How near to the beginning of a question the phrase stands that asks for the cause of a whole clause."""


_COUNTED = frozenset("most fewest least".split())
"""Superlatives that count and are part of no name."""

_STOPS = closed.NEGATION | closed.PRONOUNS | closed.RELATIVE | closed.OR | closed.AND | _COUNTED


def other_order(opened: OpenStore, tokens: list[Token], named: list[Span]) -> list[Span]:
    """Stretches that have just the words of a name, whatever their order and the prepositions between them.

    For a thing named in the stretch (`named` are the spans of entities) its other names do as well.
    """
    known = {(s.start, s.end) for s in named}
    wanted: dict[str, list[tuple[int, int]]] = {}

    def want(start: int, end: int, stems: list[str]) -> None:
        if (start, end) not in known and bag(stems):
            wanted.setdefault(bag(stems), []).append((start, end))

    for start, end in _stretches(tokens):
        want(start, end, [t.stem for t in tokens[start:end] if content(t.word)])
    for span in named:
        for start in range(max(0, span.start - _BESIDE), span.start + 1):
            for end in range(span.end, min(len(tokens), span.end + _BESIDE) + 1):
                if (start, end) != (span.start, span.end) and _whole(tokens, start, end, span):
                    rest = [*tokens[start : span.start], *tokens[span.end : end]]
                    stems = [t.stem for t in rest if content(t.word)]
                    for entity in span.element.entities[:3]:
                        want(start, end, [*stems, f"@{entity}"])
    found: dict[tuple[int, int], set[str]] = {}
    for text, entities in opened.names.bagged(wanted).items():
        for place in wanted[text]:
            found.setdefault(place, set()).update(entities)
    spans = []
    for (start, end), all_so in found.items():
        stretch = tokens[start:end]
        named_so = {e for e in _not_denied(opened, stretch, all_so) if not _other_way_round(opened, stretch, e)}
        if not named_so:
            continue
        typed = " ".join(raw for raw, _ in groupby(t.raw for t in tokens[start:end]))  # "24/7" is two words
        element = Element("entity", typed, entities=tuple(sorted(named_so)), guess="name")
        spans.append(Span(start, end, 16 * (end - start) - 9, element))
    return spans


def _not_denied(opened: OpenStore, stretch: list[Token], entities: set[str]) -> set[str]:
    """Those of the entities whose names deny nothing, where the words do not: "require dual criminality"."""
    if closed.NEGATION.intersection(t.word for t in stretch):
        return entities
    named = opened.names.entities(tuple(entities))
    return {e for e, n in named.items() if not denies(n.label)}


def _other_way_round(opened: OpenStore, stretch: list[Token], entity: str) -> bool:
    """Whether the words say the reverse of what the name of a statement says: "militancy fuels smuggled arms"."""
    named = opened.names.entity(entity)
    if named is None or not opened.schema.types[named.type].get("statement"):
        return False
    at = {kin(t.stem): n for n, t in enumerate(stretch)}
    said = [t.word for t in stretch]
    return any(reversed_in([at[k] for w in words(t) if (k := kin(stem(w))) in at], said) for t in named.label.values())


def reversed_in(order: list[int], said: list[str]) -> bool:
    """Whether what comes first in a name comes last in what is said and the reverse, around the same word.

    `order` are the places in what is said of the words of a name in their order. "Militancy fuels smuggled arms" is
    not that arms fuel militancy; a passive ("fuelled by") turns it back.
    """
    if len(set(order)) < 3 or closed.PASSIVELY.intersection(said):
        return False
    first, last = order[0], order[-1]
    return last < first and any(last < middle < first for middle in order[1:-1])


def _stretches(tokens: list[Token]) -> list[tuple[int, int]]:
    return [
        (start, end)
        for start in range(len(tokens))
        for end in range(start + 2, min(len(tokens), start + _WIDEST) + 1)
        if _whole(tokens, start, end)
    ]


def _whole(tokens: list[Token], start: int, end: int, around: Span | None = None) -> bool:
    """Whether a stretch begins and ends with words that say something, and nothing in it turns it round or cuts it."""
    if tokens[start].parted and tokens[start].word.endswith("ed"):
        return False  # "(are) sanctioned under the Libya regime" begins with the verb
    if any(t.apart_by or t.det == "a" for t in tokens[start + 1 : end]):
        return False
    within = range(around.start, around.end) if around else range(0)
    if any(n not in within and not _says(tokens[n].word) for n in (start, end - 1)):
        return False
    loose = [t for n, t in enumerate(tokens[start:end], start) if n not in within]
    if any(t.joined or t.word.startswith("وفي") for t in tokens[start + 1 : end]):
        return False
    return not any(t.word in _STOPS or t.word.isdigit() for t in loose) and not any(
        t.comma for t in tokens[start : end - 1]
    )


def _says(word: str) -> bool:
    return content(word) and word not in closed.SMALL | AUXILIARIES


def described(opened: OpenStore, tokens: list[Token], phrases: list[Span]) -> list[Span]:
    """The clause behind a phrase that asks for a cause, such as "why", as the thing that it describes.

    All its words must be among those of the thing's names and description, and most words of one name among its own:
    "requested states respond slowly to requests for assistance" is the slow response of the requested State.
    """
    spans = []
    clausal = [t for t, spec in opened.schema.types.items() if spec.get("role")]
    for start in sorted({s.end for s in phrases if s.start < _OPENING and _of_cause(opened, s.element)}):
        while start < len(tokens) and not _says(tokens[start].word):
            start += 1
        clause = tokens[start:]
        if any(t.word in closed.NEGATION | _COUNTED or t.word.isdigit() for t in clause):
            continue
        roots = frozenset(root(t.word) for t in clause if content(t.word))
        if len(roots) < 2:
            continue
        best = _best(opened.names.said_of(roots, clausal), roots)
        if best:
            typed = " ".join(t.raw for t in clause)
            element = Element("entity", typed, entities=(best,), guess="name")
            spans.append(Span(start, len(tokens), 16 * len(clause) - 6, element))
    return spans


def _of_cause(opened: OpenStore, element: Element) -> bool:
    """Whether a phrase asks for what brings about an obstacle, a condition or another thing that clauses describe."""
    schema = opened.schema
    return any(
        schema.types[t].get("role")
        for relation, _, right, _ in element.patterns
        if right == OBJECT
        for t in schema.relations[relation].get("to", ())
    )


def _best(found: list[Said], roots: frozenset[str]) -> str:
    """The one thing that the clause describes best; "" without one."""
    ranked = sorted((_likeness(said, roots) for said in found), reverse=True)
    likely = [told for told in ranked if told[0] >= _COVERED or len(roots) > 3]
    if not likely or (len(likely) > 1 and likely[0][:2] == likely[1][:2]):
        return ""
    return likely[0][2]


def _likeness(said: Said, roots: frozenset[str]) -> tuple[float, int, str]:
    """How much of one name the clause has, and how many of its words."""
    share, words = max((len(name & roots) / len(name), len(name & roots)) for name in said.names if name)
    return share, words, said.entity
