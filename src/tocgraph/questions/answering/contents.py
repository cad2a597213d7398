"""Statements, obstacles and the like asked for by what they say, in words of one's own.

Only for questions that are refused otherwise: every word that says something must stand in what is recorded of one
thing of the kind asked for: in its names and description, and for a statement also in the names of what it is about.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tocgraph.questions.answering.ways import Asked, denies, elsewhere, idle, makers, ways_to_take
from tocgraph.questions.elements import Span
from tocgraph.questions.linking.entities import named_entities
from tocgraph.questions.linking.reworded import reversed_in
from tocgraph.questions.reading import OBJECT, SUBJECT, Condition, End, Reading
from tocgraph.questions.rewording.idioms import of_what
from tocgraph.questions.words import closed
from tocgraph.questions.words.said import OF_PEOPLE, PEOPLE, VOICES, topical
from tocgraph.questions.words.token import Token
from tocgraph.questions.words.tokens import plainly, tokens_of
from tocgraph.roots import PASSED, root
from tocgraph.senses import senses
from tocgraph.store import OpenStore
from tocgraph.store.contents import DENIED, DESCRIPTION, NAME, TEN, TURNED, VOICE
from tocgraph.text import AUXILIARIES, is_arabic, words

_MOST = 12
"""The most things that one question may be answered with by their words."""

_LIKE = 0.5
"""How much of one of its names a clause must have that describes one thing."""

_LIKE_OWN = 0.35
"""The same where all of its words, at least four, stand in the names of the thing."""

_MOSTLY = 0.5
"""The share of its words that a clause must have from the names and the description of the thing, not from others'."""

_NEAR = 0.12
"""How much less like another thing may be and still be meant as well."""

_ORDER = ("source", "list", "other", "meant")
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
    tokens = of_what(opened, plainly(tokens_of(opened, question)))
    named = named_entities(opened, tokens)
    said = _Words(opened, tokens, named)
    lands = {t.raw for s in named if _land(opened, s) for t in tokens[s.start : s.end]}
    readings: list[Reading] = []
    ways = sorted(ways_to_take(opened, tokens, named), key=lambda a: _ORDER.index(a.kind))
    if any(a.kind == "source" for a in ways):
        ways = [a for a in ways if a.kind == "source"]  # who says it is asked for, and nothing else
    if elsewhere(tokens) or (strict and (not ways or ways[0].kind != "list")):
        return []
    for asked in ways:
        if strict and asked.kind != "list":
            continue
        if asked.kind == "other" and any(t.word in closed.NEGATION for t in asked.rest):
            continue  # "what does crime not undermine": nothing is called so
        matcher = _Matcher(opened, said, asked)
        found = matcher.found()
        if asked.kind == "list":
            chosen = [f for f in found if f.share >= (_MOSTLY if strict else 0)]
            most = max((f.share for f in chosen), default=0.0)
            chosen = [f for f in chosen if f.share > most - _NEAR]
            if 0 < len(chosen) <= _MOST or (chosen and not most):
                readings.append(_listed(opened, asked, chosen)._replace(cost=len(readings) * _STEP))
            continue
        if asked.kind == "meant":
            best = found if len(found) == 1 and len(matcher.rest) > 2 else []
        else:
            # "organized crime in Pakistan" is not organized crime: a place must be in what is called or described so.
            least = 1.0 if lands.intersection(t.raw for t in asked.rest) else _MOSTLY
            best = _best([f for f in found if f.share >= least], len(matcher.rest) < 4)
        told = [n for n, t in enumerate(asked.rest) if not idle(t)]
        words = asked.rest[told[0] : told[-1] + 1] if told else ()
        matches = opened.names.matches([" ".join(t.stem for t in words)]) if words else []
        called = [match.entity for match in matches if match.kind in ("label", "alias")]
        best = [f for f in best if f.entity in called or not called]  # what is called so is meant, and no other thing
        typed = " ".join(t.raw for t in words)
        cost = len(readings) * _STEP
        readings += [_of(opened, asked, f, typed)._replace(cost=cost) for f in best]
    return readings


def _land(opened: OpenStore, span: Span) -> bool:
    """Whether a span names a state or another place."""
    named = opened.names.entities(span.element.entities).values()
    return any({"place", "state", "territory"} & set(opened.schema.ancestors(n.type)) for n in named)


def _best(found: list[Found], few: bool) -> list[Found]:
    """The things that a clause describes about equally well; none where it has too little of their names."""
    likely = sorted(
        (f for f in found if f.likeness >= (_LIKE if few or f.share < 1 else _LIKE_OWN)),
        key=lambda f: (-f.likeness, f.entity),
    )
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
    if asked.kind == "meant" and asked.which and "provision" in opened.schema.ancestors(found.type):
        part = Condition(("part-of",), SUBJECT, End())
        return Reading("things", End(entities=(found.entity,), conditions=(part,)), guesses=guesses)
    if asked.kind == "meant":
        return Reading("about", about=(found.entity,), guesses=guesses)
    roles = [role for _, role in asked.patterns]
    fitting = [(r, role) for r, role in asked.patterns if role == roles[0]]
    condition = Condition(tuple(dict.fromkeys(r for r, _ in fitting)), roles[0], end)
    return Reading("things", End(types=asked.types, conditions=(condition,)), guesses=guesses)


_NEGATIVE = frozenset(root(word) for word in closed.NEGATION if is_arabic(word))
"""Roots of Arabic words that deny: by themselves they say nothing of a thing."""


def _said(opened: OpenStore, kind: str) -> bool:
    return bool(opened.schema.types.get(kind, {}).get("statement"))


class _Words:
    """Where the words of a question stand in what is recorded, looked up once for all ways to take it."""

    def __init__(self, opened: OpenStore, tokens: list[Token], spans: list[Span]) -> None:
        named: dict[int, set[str]] = {}
        for span in spans:
            for n in range(span.start, span.end):
                named.setdefault(n, set()).update(f"@{e}" for e in span.element.entities[:4])
        kinds = {
            e: n.type for e, n in opened.names.entities({e for s in spans for e in s.element.entities[:1]}).items()
        }
        things = [s for s in spans if not any(_said(opened, kinds.get(e, "")) for e in s.element.entities[:1])]
        self.names = [{id(t) for t in tokens[s.start : s.end]} for s in things]
        alike = opened.names.meta("senses")
        self.ways: dict[int, frozenset[str]] = {}
        exact: dict[int, set[str]] = {}
        for n, token in enumerate(tokens):
            before = tokens[n - 1].word if n else ""
            if not idle(token) and not (token.word in PEOPLE and before in OF_PEOPLE):
                if token.word in TEN and n:
                    continue  # said with the word before it
                after = tokens[n + 1].word if n + 1 < len(tokens) else ""
                word = token.word + after if after in TEN else token.word
                turned = {TURNED} if denies(token) else set()
                meant = senses(word, alike) - (_NEGATIVE - {root(word)})  # "انعدام" is more than "غير"
                self.ways[id(token)] = frozenset(meant | named.get(n, set()) | turned)
                exact[id(token)] = {root(word), *named.get(n, ())}
        stands: dict[str, list[tuple[str, int]]] = {}
        self.types: dict[str, str] = {}
        self.denied: set[str] = set()
        for told in opened.names.told({DENIED, *(r for ways in self.ways.values() for r in ways)}):
            stands.setdefault(told.root, []).append((told.entity, told.place))
            self.types[told.entity] = told.type
        self.denied = {e for e, _ in stands.get(DENIED, ())}
        self.places: dict[int, dict[str, set[int]]] = {}
        self.called: dict[int, set[str]] = {}
        """Things that have a word itself in a name, and not only one of about its meaning."""
        for token_id, ways in self.ways.items():
            at = self.places.setdefault(token_id, {})
            for way in ways:
                for entity, place in stands.get(way, ()):
                    if place != VOICE or way in exact[token_id]:
                        at.setdefault(entity, set()).add(place)
                    if place == NAME and way in exact[token_id]:
                        self.called.setdefault(token_id, set()).add(entity)

    def one_name(self, tokens: list[Token]) -> bool:
        """Whether those words are the name of one thing that is no statement, or a part of it."""
        return any(name.issuperset(id(t) for t in tokens) for name in self.names)


class _Matcher:
    """Compares the words of a question, taken in one way, with what is recorded of things."""

    def __init__(self, opened: OpenStore, said: _Words, asked: Asked) -> None:
        self.opened, self.asked, self.said = opened, asked, said
        self.listed = asked.kind == "list"
        self.rest = [t for t in asked.rest if id(t) in said.ways]
        self.voice = [t for t in asked.voice if id(t) in said.ways and t.word not in VOICES]

    def found(self) -> list[Found]:
        """The things of the kind asked for all of whose words are there."""
        if not self.rest or (not self.listed and len(self.rest) < 2):
            return []
        if self.asked.kind == "source" and self.said.one_name(self.rest):
            return []  # "who defined organized crime": nothing is said there that somebody could say
        types = set(self._types())
        rest = [self.said.places[id(t)] for t in self.rest]
        voice = [{e for e, p in self.said.places[id(t)].items() if VOICE in p} for t in self.voice]
        entities = {e for e in set(rest[0]).intersection(*rest[1:], *voice) if self.said.types[e] in types}
        if not self.listed and not any(denies(t) for t in self.asked.rest):
            entities -= self.said.denied
        made = {e for e in entities if all(VOICE in places[e] for places in rest)} if self._by_maker() else set()
        named = self.opened.names.entities(made or entities)
        found = []
        clause = self.asked.kind == "other" and is_arabic(self.rest[0].word)
        for entity in sorted(named):
            if clause and entity not in self.said.called.get(id(self.rest[0]), ()):
                continue  # "لماذا يصعب ملاحقة X": not why there is X, of which somebody else says that it is hard
            at = [places[entity] - {VOICE} for places in rest if self.listed is False or places[entity] - {VOICE}]
            if entity in made or all(at):
                likeness = self._likeness(named[entity].label.values())
                found.append(Found(entity, self.said.types[entity], likeness, 0.0 if entity in made else _share(at)))
        if self.asked.kind == "meant":
            return [f for f in found if f.share >= _MOSTLY]
        called = set().union(*self.said.called.values())
        return [f for f in found if self.listed or (f.likeness and f.entity in called)]

    def _by_maker(self) -> bool:
        """Whether the words may say no more than who makes the statements; not where they say what these are about."""
        return self.listed and not topical(self.asked.rest[:1])

    def _types(self) -> list[str]:
        schema = self.opened.schema
        if self.asked.kind == "meant" and not self.asked.types:
            return [t for t, spec in schema.types.items() if not spec.get("statement")]
        if self.asked.kind in ("list", "meant"):
            return [t for t in schema.types if set(self.asked.types).intersection(schema.ancestors(t))]
        if self.asked.kind == "source":
            return [t for t, spec in schema.types.items() if spec.get("statement") and t in (self.asked.types or (t,))]
        ends = {
            t
            for relation, role in self.asked.patterns
            for t in schema.relations[relation].get("to" if role == SUBJECT else "from", ())
        }
        return [t for t in schema.types if ends.intersection(schema.ancestors(t))]

    def _likeness(self, names: Iterable[str]) -> float:
        """How much of one of those names the clause has; 0 where the name says it the other way round."""
        best = 0.0
        for name in names:
            said = [root(w) for w in words(name) if w not in AUXILIARIES and w not in PASSED]
            at = {r: n for n, t in enumerate(self.rest) for r in self.said.ways[id(t)] if not r.startswith("@")}
            shared = [at[r] for r in said if r in at]
            turned = "of" in words(name)  # "the response of the state" is "the state responds"
            if not (self.listed or turned) and reversed_in(shared, [t.word for t in self.asked.rest]):
                return 0.0
            if self.listed or len({*shared}) > 1 or len(said) == 1:
                best = max(best, len(shared) / len(said) if said else 0.0)
        return best


def _share(said: list[set[int]]) -> float:
    """Which part of the words stands in the names of the thing; in its description they count half."""
    return sum(1.0 if NAME in p else 0.5 if DESCRIPTION in p else 0.0 for p in said) / len(said) if said else 0.0
