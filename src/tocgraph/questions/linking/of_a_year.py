"""Names with a year that is no part of them: "اتفاقية المخدرات لعام 1988", "the Palermo Convention of 2000".

The year must be one in which the thing began: was adopted, opened for signature, held, founded or published.
"""

from __future__ import annotations

from collections.abc import Iterable

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.elements import Element, Span
from tocgraph.questions.words import closed
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import normalize

_OF = frozenset("of لعام لسنه للعام للسنه".split())
"""Before a year these make it part of a name; with any other word it tells when something was so."""
_YEAR = frozenset("عام سنه".split())
_LONGEST = 9
_CANDIDATES = 40


def of_a_year(opened: OpenStore, tokens: list[Token], spans: list[Span]) -> list[Span]:
    """Spans over a thing named by some of its words and the year in which it began; only where it is one thing."""
    found: list[Span] = []
    for at, year in enumerate(tokens):
        if not (year.word.isdigit() and len(year.word) == 4) or any(s.start <= at < s.end for s in spans):
            continue
        before = tokens[at - 1].word if at else ""
        if at and {before, normalize(tokens[at - 1].raw)} & _OF:
            found += _before(opened, tokens, at - 1, at)
        elif at and before not in PREPOSITIONS:
            last = at - (before in _YEAR)
            plain = last == at  # "in the convention, year 2000" limits the time
            found += _around(opened, tokens, last, at) or (_before(opened, tokens, last, at) if plain else [])
            found += [
                _span(tokens, span.start, at + 1, begun[0])  # "UN cybercrime convention 2024"
                for span in spans
                if plain and span.end == last and len(begun := _begun(opened, span.element.entities, year.word)) == 1
            ]
    return found


def year_before(opened: OpenStore, tokens: list[Token], spans: list[Span]) -> list[Span]:
    """Spans over a year and a name right behind it: "the 1970 UNESCO convention"."""
    years = [n for n, t in enumerate(tokens) if t.word.isdigit() and len(t.word) == 4]
    return [
        _span(tokens, at, span.end, span.element.entities[0])
        for at in years
        for span in spans
        if span.start == at + 1
        and len(span.element.entities) == 1
        and _begun(opened, span.element.entities, tokens[at].word)
    ]


def _before(opened: OpenStore, tokens: list[Token], last: int, at: int) -> list[Span]:
    """The span over the words before the year: "اتفاقية الأمم المتحدة للمخدرات لعام 1988"."""
    for length in range(min(_LONGEST, last), 1, -1):
        named = _one(opened, tokens[last - length : last], tokens[at].word)
        if named:
            return [_span(tokens, last - length, at + 1, named)]
    return []


def _around(opened: OpenStore, tokens: list[Token], last: int, at: int) -> list[Span]:
    """The span over a type before the year and words behind it: "اتفاقية 1988 للمخدرات"."""
    types = opened.names.meta("lexicon")["types"]
    if not last or tokens[last - 1].stem not in types:
        return []
    for end in range(min(len(tokens), at + _LONGEST), at + 1, -1):
        named = _one(opened, [tokens[last - 1], *tokens[at + 1 : end]], tokens[at].word)
        if named:
            return [_span(tokens, last - 1, end, named)]
    return []


def _span(tokens: list[Token], start: int, end: int, named: str) -> Span:
    text = " ".join(t.raw for t in tokens[start:end])
    return Span(start, end, 16 * (end - start) - 6, Element("entity", text, entities=(named,), guess="name"))


def _one(opened: OpenStore, said: list[Token], year: str) -> str:
    """The one thing with all those words in a name that began in the year; "" for none or several."""
    lexicon = opened.names.meta("lexicon")
    edges = {said[0].word, said[-1].word}
    stems = {t.stem for t in said if t.word not in PREPOSITIONS}
    kinds = {t for token in said for t in lexicon["types"].get(token.stem, ())}
    many = not {t.word for t in said}.isdisjoint(lexicon["plurals"])
    if edges & closed.SMALL or len(stems) < 2 or not kinds or many:
        return ""
    fitting = [t for t in opened.schema.types if kinds & set(opened.schema.ancestors(t))]
    candidates = opened.names.holding(stems, fitting, 0, _CANDIDATES)
    begun = _begun(opened, candidates, year) if 0 < len(candidates) <= _CANDIDATES else []
    return begun[0] if len(begun) == 1 else ""


def _begun(opened: OpenStore, things: Iterable[str], year: str) -> list[str]:
    """Those of the things with a claim that they began in that year."""
    names = opened.vocabulary
    begins = [r for r, spec in opened.schema.relations.items() if "begins" in spec.get("flags", ())]
    query = names.header("rdf", "toc") + (
        "SELECT DISTINCT ?thing WHERE {\n"
        f"  VALUES ?thing {{ {' '.join(f'<{names.entity(e)}>' for e in things)} }}\n"
        f"  VALUES ?began {{ {' '.join(f'<{names.relation(r)}>' for r in begins)} }}\n"
        "  ?claim rdf:subject ?thing ; rdf:predicate ?began ; toc:valueEarliest ?early .\n"
        f'  FILTER(STRSTARTS(STR(?early), "{year}"))\n}}'
    )
    return sorted(names.local(row["thing"].value) for row in opened.store.select(query).rows)
