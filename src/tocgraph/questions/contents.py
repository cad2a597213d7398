"""Statements, obstacles and the like asked for by what they say, in words of one's own.

Only for questions that are refused otherwise: every word that says something must stand in what is recorded of one
thing of the kind asked for: in its names and description, and for a statement also in the names of what it is about.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tocgraph.questions import words as closed
from tocgraph.questions.elements import Span
from tocgraph.questions.entities import named_entities
from tocgraph.questions.reading import OBJECT, SUBJECT, Condition, End, Reading
from tocgraph.questions.reworded import reversed_in
from tocgraph.questions.said import VOICES
from tocgraph.questions.token import Token
from tocgraph.questions.tokens import plainly, tokens_of
from tocgraph.questions.ways import Asked, elsewhere, idle, makers, ways_to_take
from tocgraph.roots import PASSED, root
from tocgraph.senses import senses
from tocgraph.store import OpenStore
from tocgraph.store.contents import DENIED, DESCRIPTION, NAME, TURNED, VOICE
from tocgraph.text import AUXILIARIES, words

_MOST = 12
"""The most things that one question may be answered with by their words."""

_LIKE = 0.5
"""How much of one of its names a clause must have that describes one thing."""

_MOSTLY = 0.5
"""The share of its words that a clause must have from the names and the description of the thing, not from others'."""

_NEAR = 0.12
"""How much less like another thing may be and still be meant as well."""

_ORDER = ("source", "list", "other")
_STEP = 0.2
"""What each further way to take a question costs: it is taken where the ones before it find nothing."""


class Found(NamedTuple):
    """A thing whose recorded words fit: how much of a name the question has, and which share of its words are its own.

    Of a word in a description half counts; of a thing that is only asked for by who made it the share is 0.
    """

    entity: str
    type: str
    likeness: float
    share: float


def described_readings(opened: OpenStore, question: str, strict: bool = False) -> list[Reading]:
    """The readings of a question by what is recorded word by word, the likeliest first.

    With `strict` only those of things that are listed, and have most of the words in their names and descriptions.
    Empty where some word of content fits nothing.
    """
    tokens = plainly(tokens_of(opened, question))
    named = named_entities(opened, tokens)
    readings: list[Reading] = []
    ways = sorted(ways_to_take(opened, tokens, named), key=lambda a: _ORDER.index(a.kind))
    if elsewhere(tokens) or (strict and (not ways or ways[0].kind != "list")):
        return []
    for asked in ways:
        if strict and asked.kind != "list":
            continue
        matcher = _Matcher(opened, tokens, named, asked)
        found = matcher.found()
        if asked.kind == "list":
            chosen = [f for f in found if f.share >= (_MOSTLY if strict else 0)]
            most = max((f.share for f in chosen), default=0.0)
            chosen = [f for f in chosen if f.share > most - _NEAR]
            if 0 < len(chosen) <= _MOST or (chosen and not most):
                readings.append(_listed(opened, asked, chosen)._replace(cost=len(readings) * _STEP))
            continue
        best = _best([f for f in found if f.share >= _MOSTLY])
        typed = " ".join(t.raw for t in asked.rest)
        cost = len(readings) * _STEP
        readings += [_of(opened, asked, f, typed)._replace(cost=cost) for f in best]
    return readings


def _best(found: list[Found]) -> list[Found]:
    """The things that a clause describes about equally well; none where it has too little of their names."""
    likely = sorted((f for f in found if f.likeness >= _LIKE), key=lambda f: (-f.likeness, f.entity))
    near = [f for f in likely if f.likeness >= likely[0].likeness - _NEAR]
    return near if len(near) < 5 else []


def _listed(opened: OpenStore, asked: Asked, found: list[Found]) -> Reading:
    types = tuple(t for t in asked.types if any(f.type in (t,) for f in found)) or asked.types
    by = makers(opened, types)
    told = tuple(t.raw for t in (*asked.voice, *asked.rest) if not idle(t))
    condition = Condition(tuple(by), OBJECT, End()) if by else None
    if condition is None:
        stands = [tuple(e) for t in types for e in opened.names.meta("lexicon")["roles"].get(t, ())]
        role = SUBJECT if any(end == SUBJECT for _, end in stands) else OBJECT
        condition = Condition(tuple(r for r, end in stands if end == role), role, End())
    entities = tuple(f.entity for f in found)
    return Reading("things", End(entities=entities, types=types, conditions=(condition,), told=told))


def _of(opened: OpenStore, asked: Asked, found: Found, typed: str) -> Reading:
    end = End(entities=(found.entity,))
    guesses = ((typed, found.entity),)
    if asked.kind == "source":
        by = tuple(makers(opened, (found.type,)))
        return Reading("things", End(conditions=(Condition(by, SUBJECT, end),)), guesses=guesses)
    roles = [role for _, role in asked.patterns]
    fitting = [(r, role) for r, role in asked.patterns if role == roles[0]]
    condition = Condition(tuple(dict.fromkeys(r for r, _ in fitting)), roles[0], end)
    return Reading("things", End(types=asked.types, conditions=(condition,)), guesses=guesses)


class _Matcher:
    """Compares the words of a question with what is recorded of things."""

    def __init__(self, opened: OpenStore, tokens: list[Token], named: list[Span], asked: Asked) -> None:
        self.opened, self.asked = opened, asked
        self.by_name: dict[int, set[str]] = {}
        for span in named:
            for n in range(span.start, span.end):
                names = {f"@{e}" for e in span.element.entities[:4]}
                self.by_name.setdefault(id(tokens[n]), set()).update(names)
        self.rest = [t for t in asked.rest if not idle(t)]
        self.voice = [t for t in asked.voice if not idle(t) and t.word not in VOICES]
        self.denies = any(t.word in closed.NEGATION or t.word == "cannot" for t in asked.rest)

    def found(self) -> list[Found]:
        """The things of the kind asked for all of whose words are there."""
        if not self.rest or (self.asked.kind != "list" and len(self.rest) < 2):
            return []
        types = self._types()
        if not types:
            return []
        needs = [(self._ways(t), False) for t in self.rest] + [(self._ways(t), True) for t in self.voice]
        exact = [{root(t.word), *self.by_name.get(id(t), ())} for t in (*self.rest, *self.voice)]
        places: dict[str, dict[str, set[int]]] = {}
        kinds: dict[str, str] = {}
        flags = {DENIED, TURNED}
        for told in self.opened.names.told({r for ways, _ in needs for r in ways} | flags, types):
            places.setdefault(told.entity, {}).setdefault(told.root, set()).add(told.place)
            kinds[told.entity] = told.type
        fitting: list[tuple[str, list[set[int]]]] = []
        for entity, held in places.items():
            at = [
                {p for r in ways for p in held.get(r, ()) if p != VOICE or r in plain}
                for (ways, _), plain in zip(needs, exact, strict=True)
            ]
            told_by = all(VOICE in p for p, (_, voice) in zip(at, needs, strict=True) if voice)
            said = [p for p, (_, voice) in zip(at, needs, strict=True) if not voice]
            if told_by and all(said) and self._agrees(held):
                fitting.append((entity, said))
        listed = self.asked.kind == "list"
        made = {e for e, said in fitting if listed and all(VOICE in p for p in said)}
        fitting = [(e, []) for e in made] or [
            (e, [p - {VOICE} for p in said if p - {VOICE} or not listed]) for e, said in fitting
        ]
        names = self.opened.names.entities(e for e, _ in fitting)
        found = [
            Found(e, kinds[e], self._likeness(names[e].label.values()), _share(said))
            for e, said in fitting
            if all(said)
        ]
        return [f for f in found if listed or f.likeness]

    def _types(self) -> list[str]:
        schema = self.opened.schema
        if self.asked.kind == "list":
            return list(self.asked.types)
        if self.asked.kind == "source":
            return [t for t, spec in schema.types.items() if spec.get("statement")]
        ends = {
            t
            for relation, role in self.asked.patterns
            for t in schema.relations[relation].get("to" if role == SUBJECT else "from", ())
        }
        return [t for t in schema.types if ends.intersection(schema.ancestors(t))]

    def _ways(self, token: Token) -> frozenset[str]:
        ways = senses(token.word) | self.by_name.get(id(token), set())
        return ways | {TURNED} if token.word in closed.NEGATION or token.word == "cannot" else ways

    def _agrees(self, held: dict[str, set[int]]) -> bool:
        """Whether both deny something, or neither does."""
        return self.asked.kind == "list" or self.denies or DENIED not in held

    def _likeness(self, names: Iterable[str]) -> float:
        """How much of one of those names the clause has; 0 where the name says it the other way round."""
        best = 0.0
        for name in names:
            said = [root(w) for w in words(name) if w not in AUXILIARIES and w not in PASSED]
            at = {r: n for n, t in enumerate(self.rest) for r in self._ways(t) if not r.startswith("@")}
            shared = [at[r] for r in said if r in at]
            if self.asked.kind != "list" and reversed_in(shared, [t.word for t in self.asked.rest]):
                return 0.0
            best = max(best, len(shared) / len(said) if said else 0.0)
        return best


def _share(said: list[set[int]]) -> float:
    """Which part of the words stands in the names of the thing; in its description they count half."""
    return sum(1.0 if NAME in p else 0.5 if DESCRIPTION in p else 0.0 for p in said) / len(said) if said else 0.0
