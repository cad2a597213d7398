"""Names that are not typed as they are written: the beginning of a long title, a demonym, a name with its place.

Each is a stretch of words beside the plain names, so that the ways of cutting a question choose among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.elements import Element, Span
from tocgraph.questions.linking.demonyms import bases
from tocgraph.questions.linking.groups import inside
from tocgraph.questions.words import closed, question_words
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, key, normalize

SHORTEST = 3
"""How many words, function words left out, the beginning of a title has at least."""

MOST = 4
"""How many things with titles of one beginning are kept as a choice."""

_OF_YEARS = frozenset("of year from in لعام لسنه عام سنه العام سنة من في".split())
_HAVING_ADJECTIVES = frozenset({"state", "territory", "international-organization"})
_TITLED = 8
"""How much better it is to leave out what a thing is than to ask for things of the kind."""
_BESIDE = frozenset("in of from at في من ب".split())


def begun_titles(opened: OpenStore, tokens: list[Token]) -> list[Span]:
    """Spans over words with which the names of a few things begin, longest first from each word on.

    They end in a word of content and never in the plural of a type: what begins so is then meant as such.
    """
    found: list[Span] = []
    plurals = set(opened.names.meta("lexicon")["plurals"])
    small = closed.SMALL
    for start, token in enumerate(tokens):
        if token.word in small or (found and start < found[-1].end):
            continue
        best: Span | None = None
        end = start + SHORTEST
        while end <= len(tokens):
            said = tokens[start:end]
            begun = opened.names.begun(" ".join(t.stem for t in said), MOST)
            if not begun:
                break
            full = sum(t.word not in small for t in said)
            many = said[-1].word in plurals and full == SHORTEST
            enough = full >= SHORTEST or (full == SHORTEST - 1 and _main_title(opened, begun, said))
            if enough and said[-1].word not in small and not many and len(begun) <= MOST:
                text = " ".join(t.raw for t in said)
                element = Element("entity", text, entities=tuple(begun), guess="name")
                best = Span(start, end, 16 * len(said) - 6, element)
            end += 1
        if best is not None:
            found.append(best)
    return found


def _main_title(opened: OpenStore, entities: list[str], said: list[Token]) -> bool:
    """Whether the words are all that stands before the colon in the one title: "Menace to Society"."""
    labels = [text for named in opened.names.entities(entities).values() for text in named.label.values()]
    told = " ".join(t.word for t in said)
    return len(entities) == 1 and any(":" in text and told == normalize(text.partition(":")[0]) for text in labels)


def dated_names(opened: OpenStore, tokens: list[Token]) -> list[Span]:
    """Spans over part of a name and the year in it: "the UNESCO convention of 1970", "اتفاقية اليونسكو لعام 1970"."""
    found: list[Span] = []
    small = closed.SMALL
    for end, year in enumerate(tokens):
        if not (year.word.isdigit() and len(year.word) == 4):
            continue
        last = end
        while last and tokens[last - 1].word in _OF_YEARS:
            last -= 1
        for length in (8, 7, 6, 5, 4, 3, 2, 1):
            said = tokens[max(0, last - length) : last]
            if len(said) < length or any(t.word in small for t in (said[0], said[-1])):
                continue
            if any(t.word in closed.ARTICLE or t.word.isdigit() for t in said):
                continue  # the year is that of a convention, and the article one of its
            stems = {t.stem for t in said if t.word not in PREPOSITIONS}
            entities = opened.names.holding({year.stem, *stems}, (), 3 * length, 2)
            if 0 < len(entities) <= min(length, 2):
                text = " ".join(t.raw for t in tokens[last - length : end + 1])
                element = Element("entity", text, entities=tuple(entities), guess="name")
                found.append(Span(last - length, end + 1, 16 * (end + 1 - last + length) - 6, element))
                break
        found += _after_year(opened, tokens, end)
    return found


def _after_year(opened: OpenStore, tokens: list[Token], at: int) -> list[Span]:
    """The span over a year and the words of one name behind it: "the 1988 Vienna drugs convention"."""
    for length in (4, 3, 2):
        said = tokens[at + 1 : at + 1 + length]
        if len(said) < length or any(t.word in closed.SMALL or t.parted for t in said):
            continue
        entities = opened.names.holding({tokens[at].stem, *(t.stem for t in said)}, (), 3 * length, 1)
        if len(entities) == 1:
            text = " ".join(t.raw for t in tokens[at : at + 1 + length])
            element = Element("entity", text, entities=tuple(entities), guess="name")
            return [Span(at, at + 1 + length, 16 * (length + 1) - 6, element)]
    return []


def demonyms(opened: OpenStore, tokens: list[Token], spans: list[Span]) -> list[Span]:
    """Spans over adjectives made of the name of a state or territory: "Haitian" for Haiti, "باكستانية" for Pakistan."""
    taken = {s.start for s in spans if s.end == s.start + 1 and s.element.kind in ("entity", "type")}
    wanted: dict[str, list[int]] = {}
    spelt: set[str] = set()
    for at, token in enumerate(tokens):
        if at not in taken and token.word not in closed.SMALL:
            for base in bases(token.word):
                wanted.setdefault(key(base), []).append(at)
                spelt.add(base.removeprefix("ال"))
    if not wanted:
        return []
    matches = [m for m in opened.names.matches(wanted) if m.kind in ("label", "alias")]
    named = opened.names.entities(m.entity for m in matches)
    found: dict[int, set[str]] = {}
    for match in matches:
        # "بحرية" is naval: made of another word than Bahrain, though the stems of both are spelt alike
        so = not is_arabic(match.text) or normalize(match.text).removeprefix("ال") in spelt
        if so and _HAVING_ADJECTIVES & set(opened.schema.ancestors(named[match.entity].type)):
            for at in wanted[match.key]:
                found.setdefault(at, set()).add(match.entity)
    return [
        Span(at, at + 1, 10, Element("entity", tokens[at].raw, entities=tuple(sorted(of)), guess="name"))
        for at, of in found.items()
    ]


def with_demonyms(opened: OpenStore, tokens: list[Token], spans: list[Span]) -> list[Span]:
    """The spans with those of demonyms; behind an Arabic noun for things of a type a state's is no owner."""
    found = demonyms(opened, tokens, spans)
    named = opened.names.entities(e for s in found for e in s.element.entities)
    lands = {e for e, n in named.items() if {"state", "territory"} & set(opened.schema.ancestors(n.type))}
    begins = {s.start for s in found if is_arabic(tokens[s.start].word) and lands.issuperset(s.element.entities)}
    types = {(s.start, s.end) for s in spans if s.element.kind == "type" and s.end in begins}
    plain: list[Span] = []
    for span in spans:
        if span.element.kind == "relation" and (span.start, span.end) in types:
            verbal = tuple(p for p in span.element.patterns if p[1] and p[2])
            plain += [span._replace(element=span.element._replace(patterns=verbal))] if verbal else []
        else:
            plain.append(span)
    return [*plain, *found]


def placed(opened: OpenStore, tokens: list[Token], spans: list[Span]) -> list[Span]:
    """Spans over a thing and a place beside it in which it is, by a claim: "the Bureau in Pakistan"."""
    if not tokens or tokens[0].word in question_words.YES_NO:
        return []
    things = [s for s in spans if s.element.kind == "entity"]
    found = []
    plain = ((0, *pair) for pair in _neighbours(tokens, things))
    titled = ((_TITLED, *pair) for pair in _behind_titles(opened, tokens, things))
    for more, thing, place in chain(plain, titled):
        told = tuple(e for e in thing.element.entities if _lies(opened, e, place.element.entities))
        if told:
            start, end = min(thing.start, place.start), max(thing.end, place.end)
            text = " ".join(t.raw for t in tokens[start:end])
            element = thing.element._replace(text=text, entities=told, guess=thing.element.guess)
            found.append(Span(start, end, thing.score + place.score + 4 * (end - start) - 6 + more, element))
    return found


def _neighbours(tokens: list[Token], things: list[Span]) -> Iterator[tuple[Span, Span]]:
    """Things and what may be their place: behind "in", before a possessive or adjective, or behind it in Arabic."""
    by_start: dict[int, list[Span]] = {}
    for span in things:
        by_start.setdefault(span.start, []).append(span)
    for first in things:
        between = first.end < len(tokens) and tokens[first.end].word in _BESIDE
        for second in by_start.get(first.end + 1, ()) if between else ():
            yield first, second
        for second in by_start.get(first.end, ()):
            yield first, second
            yield second, first


def _behind_titles(opened: OpenStore, tokens: list[Token], things: list[Span]) -> Iterator[tuple[Span, Span]]:
    """Things with what they are and their place behind them: "UNMIL's mission in Liberia"."""
    types = opened.names.meta("lexicon")["types"]
    for first in things:
        behind = tokens[first.end : first.end + 2]
        if len(behind) < 2 or behind[1].word not in _BESIDE or behind[0].stem not in types:
            continue
        named = opened.names.entities(first.element.entities).values()
        if all(set(types[behind[0].stem]) & set(opened.schema.ancestors(n.type)) for n in named):
            for second in things:
                if second.start == first.end + 2:
                    yield first, second


def _lies(opened: OpenStore, thing: str, places: tuple[str, ...]) -> bool:
    """Whether a claim says that the thing is in, or part of, one of the places; a kind of thing is in many."""
    schema, vocabulary = opened.schema, opened.vocabulary
    named, of = opened.names.entities(places), opened.names.entity(thing)
    if thing in places or not named or of is None or "concept" in schema.ancestors(of.type):
        return False
    if not all({"place", "state", "territory"} & set(schema.ancestors(n.type)) for n in named.values()):
        return False
    where = [r for r, spec in schema.relations.items() if "where" in spec.get("answers", ()) or r == "part-of"]
    values = " ".join(f"<{vocabulary.relation(r)}>" for r in where)
    query = vocabulary.header() + (
        f"SELECT ?place WHERE {{\n  VALUES ?lies {{ {values} }}\n  <{vocabulary.entity(thing)}> ?lies ?place .\n"
        f"{inside(opened, '?place', places)}}} LIMIT 1"
    )
    return bool(opened.store.select(query).rows)
