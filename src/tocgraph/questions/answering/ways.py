"""The ways to take a question that describes what it asks for: what is asked for, and which words describe it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.elements import Span
from tocgraph.questions.linking.phrases import schema_words
from tocgraph.questions.reading import OPPOSITE
from tocgraph.questions.rewording.counsel import MAY
from tocgraph.questions.words import closed, question_words
from tocgraph.questions.words.openings import statements_in
from tocgraph.questions.words.said import CALLED, EVIDENCE, IDLE, SAID, SAYS, VOICES, spoken_by, topical
from tocgraph.questions.words.token import Token
from tocgraph.roots import PASSED
from tocgraph.store import OpenStore
from tocgraph.text import AUXILIARIES, is_arabic, stem

_OPENING = 5
"""How near to the beginning of a question the words stand that say what is asked for."""


class Asked(NamedTuple):
    """One way to take a question: what is asked for, and which of its words describe it.

    `kind` is list (things of `types` that are described), source (who says what is described), meant (the one thing
    that is described) or other (what stands in a relation to what is described, by `patterns`: relation types, each
    with the part of the answer). `voice` are the words for who says it. With `which` the thing itself is asked for, and
    not what it is.
    """

    kind: str
    rest: list[Token]
    voice: Sequence[Token] = ()
    types: tuple[str, ...] = ()
    patterns: tuple[tuple[str, str], ...] = ()
    which: bool = False


def makers(opened: OpenStore, types: Iterable[str]) -> list[str]:
    """The relation types by which somebody makes statements of those types."""
    wanted = {t for t in types if opened.schema.types[t].get("statement")}
    return [r for r, spec in opened.schema.relations.items() if wanted & set(spec.get("to", ()))]


_DENIALS = (closed.NEGATION - {"other", "than", "except", "الا", "سوي"}) | frozenset(
    "cannot fail fails failed unable يعجز تعجز عاجزه عاجز يفشل تفشل يتعذر".split()
)


def denies(token: Token) -> bool:
    """Whether a word turns what is said round."""
    return token.word in _DENIALS


_NEVER_IDLE = frozenset("than except only alone".split())


def idle(token: Token) -> bool:
    """Whether a word says nothing of what it stands in."""
    word = token.word
    if denies(token) or word in _NEVER_IDLE:
        return False
    if token.raw.isupper() and len(token.raw) > 1 and token.raw.isascii():
        return False
    return word in closed.SMALL | AUXILIARIES | PASSED | IDLE or word.removeprefix("ال") in IDLE


_ASKED_LAST = frozenset("when whom where why how متي اين لماذا كيف".split())


def ways_to_take(opened: OpenStore, tokens: list[Token], named: list[Span]) -> list[Asked]:
    """The ways to take a question, the likeliest first; a phrase inside one of the names (`named`) is no verb."""
    found: list[Asked] = []
    there = any(t.word in question_words.THERE for t in tokens[:3]) or [t.word for t in tokens[:2]] == ["هل", "من"]
    if not tokens or (tokens[0].word in question_words.YES_NO - {"can"} and not there):
        return []  # what is described is no answer to a question for yes or no
    if tokens[0].word in ("when", "متي") or (len(tokens) > 2 and tokens[-1].word.removeprefix("و") in _ASKED_LAST):
        return []  # no date is described; "... and when" asks for something else as well
    spans = schema_words(opened, tokens)
    if _counts(tokens) and not any(s.element.kind == "type" and _statements(opened, s) for s in spans):
        return []  # a number is no list of what is said
    aux = tokens[1].word if len(tokens) > 1 else ""
    listed = any(s.element.kind == "type" and s.start < 3 and _statements(opened, s) for s in spans)
    evidence = aux not in _DOING and any(t.word in EVIDENCE for t in tokens[1:4])
    if evidence or (tokens[0].word not in _WHAT and not (listed and tokens[0].word not in _WHO)):
        found += [Asked("source", rest) for rest, _ in statements_in(tokens)]
        found += _by_makers(opened, tokens, spans)
    inside = {n for s in named for n in range(s.start, s.end) if s.end - s.start > 1}
    if tokens[0].word in _WHICH:  # "which states have": not what somebody states
        inside |= {1 for s in spans if s.element.kind == "type" and s.start == 1 and not _statements(opened, s)}
    later: list[Asked] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        before, after = tokens[: span.start], tokens[span.end :]
        if span.element.kind == "type" and all(_asks(t) for t in before) and span.start < _OPENING:
            types = _statements(opened, span)
            if types and after:
                found.append(_of_kind(opened, types, tokens, span, spans))
            elif after:
                which = any(t.word in ("which", "اي", "ايه") for t in before)
                later.append(Asked("meant", after, (), tuple(span.element.types), which=which))
        elif span.element.kind == "type" and tokens[0].word not in _WHO:
            types = _statements(opened, span)
            if types:
                later.append(Asked("list", [*before, *after], (), types))
        if (
            span.element.kind == "relation"
            and not span.element.weak
            and not _no_verb(tokens, span)
            and not inside.issuperset(range(span.start, span.end))
        ):
            found += _by_relation(opened, tokens, span, spans)
    kept: list[Asked] = []
    things = _things_asked(opened, tokens, spans)
    for asked in (*found, *_generic(opened, tokens, spans), *later):
        if asked not in kept and not (things and asked.kind == "list"):
            kept.append(asked)
    return kept


def _things_asked(opened: OpenStore, tokens: list[Token], spans: list[Span]) -> bool:
    """Whether things of a type are asked for that make no statement: "which crimes" is answered by no finding."""
    heads = [s for s in spans if s.element.kind == "type" and s.start == 1 and s.end < len(tokens)]
    return tokens[0].word in _WHICH and bool(heads) and not any(_statements(opened, s) for s in heads)


def _no_verb(tokens: list[Token], span: Span) -> bool:
    """Whether a word that may be a verb is a noun by what stands before it: "should states deal with"."""
    before = tokens[span.start - 1].word if span.start else ""
    one = span.end == span.start + 1 and tokens[span.start].word.endswith("s")
    return one and before in _DOING | MAY | {"member", "all", "the"}


def _by_whom(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """Who says it, and what is asked, where "according to" begins or ends the question; nothing otherwise."""
    at = next((n for n, t in enumerate(tokens) if t.word in _ACCORDING), -1)
    begin = at + 1
    while at >= 0 and begin < len(tokens) and tokens[begin].word in ("to", "ل", "الي", "ما", "عن"):
        begin += 1
    if at > 1:
        return tokens[begin:], tokens[:at]
    comma = next((n for n in range(begin, len(tokens) - 1) if tokens[n].comma), -1)
    return (tokens[begin : comma + 1], tokens[comma + 1 :]) if at == 0 and comma >= begin else ([], [])


_ACCORDING = frozenset("according وفق وفقا بحسب حسب طبقا".split())


def _counts(tokens: list[Token]) -> bool:
    """Whether a question begins with what asks for a number."""
    asks = question_words.WH_PHRASES.get(tuple(t.word for t in tokens[:2])) or question_words.WH_PHRASES.get(
        (tokens[0].word,)
    )
    return asks == "count"


def _generic(opened: OpenStore, tokens: list[Token], spans: list[Span]) -> list[Asked]:
    """What the plainest words ask for: what is said of a topic, or what a whole clause describes the outcome of."""
    lexicon = opened.names.meta("lexicon")["relations"]
    schema = opened.schema
    found = []
    voice, asked = _by_whom(tokens)
    said = {t for r, *_ in lexicon.get(_SAY, ()) for t in schema.relations[r].get("to", ())}
    types = tuple(sorted(t for t in said if schema.types[t].get("statement")))
    if voice and asked and all(not elsewhere([t]) for t in asked):
        found.append(Asked("list", [Token("about", "about", "about"), *asked], voice, types))
    at = next((n for n, t in enumerate(tokens[:_OPENING]) if t.word in SAID), 0)
    thought = tokens[at].word == "think" and tokens[at + 1 : at + 2] and tokens[at + 1].word == "of"
    if at and tokens[0].word not in _WHO and (thought or topical(tokens[at + 1 :])):
        voice, rest = spoken_by(tokens[at + 1 :], is_arabic(tokens[at].word))
        head = [t for t in tokens[:at] if not _asks(t)]
        found.append(Asked("list", rest, [*head, *voice], types))
    called = next((n for n, t in enumerate(tokens[:7]) if t.word in CALLED), 0)
    if called:
        found.append(Asked("meant", tokens[called + 1 :]))
    kinds = {s.start for s in spans if s.element.kind == "type"}
    if not called and tokens[0].word in _WHAT and len(tokens) > 3 and 1 not in kinds:  # "ما الدول التي": states
        why = [(r, OPPOSITE[right]) for r, _, right, _ in lexicon.get(stem(_WHY), ()) if right]
        rest = [t for t in tokens if not _asks(t)]
        found.append(Asked("other", rest, (), (), tuple(why)))
    return found


def _statements(opened: OpenStore, span: Span) -> tuple[str, ...]:
    """The types of statements among those that a word stands for."""
    return tuple(t for t in span.element.types if opened.schema.types[t].get("statement"))


_SAY, _WHY = "say", "why"
"""The words by which the schema is asked for its relation types of saying, and of bringing about."""


def elsewhere(tokens: Sequence[Token]) -> bool:
    """Whether a pronoun speaks of what is not named; that of "it is X that" and of "makes it hard" does not."""
    said = ["", *(t.word for t in tokens), ""]
    empty = {n for n, w in enumerate(said) if w == "it" and (said[n + 1] in _IS or said[n - 1].startswith("ma"))}
    return any(w in closed.PRONOUNS and n not in empty for n, w in enumerate(said))


_IS = frozenset(
    "is was said stated written that reported claimed argued noted found concluded recorded mentioned asserted "
    "observed maintained suggested known held believed".split()
)


def _asks(token: Token) -> bool:
    asking = {phrase[0] for phrase in question_words.WH_PHRASES if len(phrase) == 1}
    known = token.word in asking or token.word in question_words.YES_NO or token.word in VOICES
    return known or idle(token)


def _by_makers(opened: OpenStore, tokens: list[Token], spans: list[Span]) -> list[Asked]:
    """Who says, recommends or assumes what the words behind the verb describe."""
    statements = {t for t, spec in opened.schema.types.items() if spec.get("statement")}
    at = {s.end: _stated(opened, s) for s in spans if s.element.kind == "relation" and 0 < s.start < _OPENING}
    at |= {n + 1: statements for n, t in enumerate(tokens[:_OPENING]) if n and t.word in SAYS}
    found = []
    for end, types in sorted(at.items()):
        before = tokens[: end - 1]
        named = {n for s in spans if s.end < end and s.element.kind == "type" for n in range(s.start, s.end)}
        plain = all(_asks(t) or t.word in EVIDENCE or n in named for n, t in enumerate(before))
        actor = any(t.word in _WHO for t in before) or any(t.word in VOICES | EVIDENCE for t in before)
        rest = tokens[end:]
        while rest and rest[0].word in _THAT:
            rest = rest[1:]
        if types and plain and actor and rest:
            found.append(Asked("source", rest, (), tuple(sorted(types))))
    return found


def _stated(opened: OpenStore, span: Span) -> set[str]:
    """The types of statements that a phrase says are made; none where it mostly says something else: "leads to"."""
    schema = opened.schema
    relations = {r for r, *_ in span.element.patterns}
    told = {r: {t for t in schema.relations[r].get("to", ()) if schema.types[t].get("statement")} for r in relations}
    return set().union(*told.values()) if 2 * sum(map(bool, told.values())) >= len(relations) else set()


def _of_kind(opened: OpenStore, types: tuple[str, ...], tokens: list[Token], span: Span, spans: list[Span]) -> Asked:
    """Things of a type that the question names."""
    by = set(makers(opened, types))
    after = tokens[span.end :]
    said = {
        id(t)
        for s in spans
        if s.start >= span.end and s.element.kind == "relation" and by & {p[0] for p in s.element.patterns}
        for t in tokens[s.start : s.end]
        if t.word not in PREPOSITIONS
    }
    voice, rest = spoken_by(after)
    told = [t for t in rest if id(t) not in said and t.word not in SAID]
    return Asked("list", told, [t for t in voice if id(t) not in said], types)


def _by_relation(opened: OpenStore, tokens: list[Token], span: Span, spans: list[Span]) -> list[Asked]:
    """What is said or recommended, or what stands in a relation to what the rest of the question describes."""
    schema = opened.schema
    found = []
    before, after = tokens[: span.start], tokens[span.end :]
    if not before and not after:
        return []
    wanted = [p for p in span.element.patterns if "value" not in schema.relations[p[0]]]
    stated = _stated(opened, span)
    if stated and span.start < _OPENING + 5 and tokens[0].word not in _WHO:
        head = [t for t in before if not _asks(t)]
        voice, rest = spoken_by(after, is_arabic(tokens[span.start].word) or not head)
        if head and all(idle(t) for t in rest) and tokens[0].word in question_words.YES_NO:
            head, rest = [], head  # "is a model law recommended"
        if rest and (topical(after) or not head):
            found.append(Asked("list", rest, [*head, *voice], tuple(sorted(stated))))
    kinds = tuple(t for s in spans if s.end <= span.start and s.element.kind == "type" for t in s.element.types)
    named = {n for s in spans if s.end <= span.start and s.element.kind == "type" for n in range(s.start, s.end)}
    heads = tuple(dict.fromkeys((*kinds, *span.element.head)))
    head = [t for n, t in enumerate(before) if n not in named]
    if span.start < _OPENING and after and all(_asks(t) for t in head):
        fronted = is_arabic(tokens[span.start].word) and (tokens[0].word in _FRONTED or span.element.suffix)
        turned = tuple(
            (r, OPPOSITE[left if fronted else right])
            for r, left, right, _ in wanted
            if right and (left or not fronted) and not (left and not head)
        )
        if turned:
            found.append(Asked("other", after, (), heads if kinds else (), turned))
    if not after and head and _asks(head[0]):
        turned = tuple((r, OPPOSITE[left]) for r, left, right, _ in wanted if left)
        rest = [t for t in head if not _asks(t)]
        if turned and rest:
            found.append(Asked("other", head, (), kinds, turned))
    return found


_WHO = frozenset("who whom whose من مين".split())
_DOING = frozenset("do does did has have had can could will would should must".split())
_THAT = frozenset("that من ان بان انه انها بانه بانها لان".split())
_FRONTED = frozenset("ماذا الام بماذا علام فيم".split())
"""Behind these the subject follows its Arabic verb: "إلام يؤدي الفساد"."""
_WHAT = frozenset("what ما ماذا".split())
_WHICH = frozenset("which what اي ايه ما".split())
