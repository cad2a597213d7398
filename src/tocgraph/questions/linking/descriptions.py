"""Things named by what they are: "the notice for wanted persons", "the treaty on endangered species".

Tried only where a question is not understood otherwise. Every word beside the word for the kind must be among those of
the names and the description of one thing of that kind, and of no other; the reading shows what was taken for what.
"""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.questions.linking.entities import named_entities
from tocgraph.questions.linking.numbered import several_asked
from tocgraph.questions.linking.phrases import grams_of
from tocgraph.questions.words import closed
from tocgraph.questions.words.token import Token
from tocgraph.roots import content, root
from tocgraph.store import OpenStore
from tocgraph.text import AUXILIARIES, is_arabic, stem, words

_FEWEST = 2
"""The fewest words that describe a thing."""

_WIDEST = 14
_BEFORE = 4
"""The most words of a description, and of those before the word for the kind."""

_TYPE = 3
"""The most words of the name of a type."""

_YEAR = 4
"""The figures of a year."""

_LEADS = frozenset(
    "used use uses using issued issue meant designed intended serves serve asks ask concerns concerning deals deal "
    "dealing about regarding relating relates named called known whose set aimed aims made help helps "
    "holds hold holding contains contain containing stores store storing keeps keep keeping lists list collects "
    "includes include covers cover covering".split()
)
"""Verbs that only lead from the kind to what describes it."""

_APART = frozenset("has have had do does did was were".split())
"""Verbs that begin what is said of a thing, so that they stand in no description of it."""


def described_things(opened: OpenStore, tokens: list[Token]) -> Iterator[list[Token]]:
    """The words with the name of one thing for the longest stretch that describes it; nothing without one."""
    if any(t.word in closed.NEGATION for t in tokens):
        return
    names = [(s.start, s.end) for s in named_entities(opened, tokens)]
    for first, last in _stretches(opened, tokens):
        if any(start < last < end for start, end in names):
            continue  # "the study that deals with organized (crime)" ends in the middle of a name
        whole = " ".join(t.stem for t in tokens[first:last])
        if any(m.kind in ("label", "alias") for m in opened.names.matches([whole])):
            continue  # what is called so is meant, and no other thing
        found = _described(opened, tokens, first, last)
        if found:
            typed = " ".join(t.raw for t in tokens[first:last])
            named = opened.names.entities([found])[found]
            tongue = "ar" if is_arabic(typed) and "ar" in named.label else "en"
            name = [w for w in words(named.name(tongue)) if w not in AUXILIARIES]
            known = [Token(typed, w, stem(w), guess=w) for w in name]
            known[-1] = known[-1]._replace(comma=tokens[last - 1].comma)
            yield [*tokens[:first], *known, *tokens[last:]]
            return


def _stretches(opened: OpenStore, tokens: list[Token]) -> list[tuple[int, int]]:
    """The stretches that hold a word for a kind of thing, the widest first."""
    types = opened.names.meta("lexicon")["types"]
    kinds = [n for n, t in enumerate(tokens) if t.stem in types]
    found = {
        (first, last)
        for at in kinds
        for first in range(max(0, at - _BEFORE), at + 1)
        for last in range(at + 1, min(len(tokens), at + _WIDEST) + 1)
        if all(_says(tokens[n]) for n in (first, last - 1))
        and not any(t.comma or (n and t.word in _APART) for n, t in enumerate(tokens[first : last - 1]))
    }
    return sorted(found, key=lambda bounds: (bounds[0] - bounds[1], bounds))


def _says(token: Token) -> bool:
    return content(token.word) and token.word not in closed.SMALL | closed.PRONOUNS | AUXILIARIES


def _described(opened: OpenStore, tokens: list[Token], first: int, last: int) -> str:
    """The one thing that all those words describe; "" without one."""
    types = opened.names.meta("lexicon")["types"]
    for length in range(_TYPE, 0, -1):
        # in Arabic the word for the kind comes first
        heads = [first] if is_arabic(tokens[first].word) else range(first, last - length + 1)
        for at in heads:
            kinds = types.get(" ".join(t.stem for t in tokens[at : at + length]), ())
            rest = [t for n, t in enumerate(tokens[first:last], first) if not at <= n < at + length]
            said = {root(t.word) for t in rest if _says(t) and t.word not in _LEADS}
            numbered = any(t.word.isdigit() and len(t.word) < _YEAR for t in rest)  # "chapter 7" is no description
            if not kinds or numbered or len(said) < _FEWEST or any(t.word in closed.RANKS_ALONE for t in rest):
                continue
            if several_asked(opened, tokens[at : at + length], kinds):
                continue  # "the regional police bodies" are not the one that is described so
            narrow = [t for t in opened.schema.types if set(kinds) & set(opened.schema.ancestors(t))]
            if _named(opened, tokens[first:last], narrow):
                continue
            found = {thing.entity for thing in opened.names.said_of(said, narrow)}
            if len(found) > 1 and all("document" in opened.schema.ancestors(t) for t in narrow):
                from tocgraph.questions.linking.works import read_here

                found = read_here(opened, found)  # "the study on Pakistan" is the one read here, none that it cites
            if len(found) == 1:
                return found.pop()
    return ""


def _named(opened: OpenStore, tokens: list[Token], types: list[str]) -> bool:
    """Whether one of such things is called by its name there: what is said of it is no description."""
    grams = grams_of(tokens, opened.names.longest)
    known = [m.entity for m in opened.names.matches(grams) if m.kind in ("label", "alias")]
    return any(n.type in types for n in opened.names.entities(known).values())
