"""Elements of a question as the phrases from which the grammar starts."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.elements import Element
from tocgraph.questions.grammar import Grammar
from tocgraph.questions.grammar.phrase import CLAUSE, NOUN, VERB, Phrase, Verb
from tocgraph.questions.grammar.verbs import PLURALS
from tocgraph.questions.linking.groups import narrowing
from tocgraph.questions.linking.languages import RELATION
from tocgraph.questions.linking.segments import Segment
from tocgraph.questions.reading import SUBJECT, Condition, End
from tocgraph.questions.words import closed, question_words
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, key, words

LESS_PLAIN = 0.15
"""What it costs to take a stretch of words in its second sense."""
PASSED = 0.3
"""What it costs to pass over a function word that could have meant something."""
GUESSED = 0.5
"""What it costs to take a word for another one."""
AS_ONE = 0.6
"""In a question for yes or no: what it costs to take "the Gulf states" for the organization that they make up."""
BELONG = 0.2
"""How much plainer those who belong to a group are than the group itself, where it is asked for like a type."""
KINDS = 0.4
"""What it costs to take a concept for the kinds of it: "which cybercrimes ..."."""


def leaves(opened: OpenStore, grammar: Grammar, segments: list[Segment]) -> list[list[Phrase]]:
    """The phrases of each segment; numbered articles together with the instrument named beside them."""
    segments = _articles(opened, segments)
    found = []
    for at, segment in enumerate(segments):
        named = at + 1 < len(segments) and any(e.kind in ("type", "group") for e in segments[at + 1])
        meanings: list[Phrase] = []
        for place, element in enumerate(segment):
            extra = LESS_PLAIN * place + (GUESSED if element.guess and element.guess != "name" else 0.0)
            if grammar.yes_no and place and element.kind == "entity" and segment[0].kind == "group":
                extra += AS_ONE
            meanings += [
                p._replace(
                    cost=p.cost + extra,
                    apart=element.apart,
                    apart_by=element.apart_by,
                    every=element.every,
                    det=element.det,
                )
                for p in _phrases(grammar, element)
            ]
            if element.kind == "wh" and named:
                meanings[-1] = meanings[-1]._replace(plain=True)
        if any(e.kind == "entity" for e in segment) and _in_the_plural(segments, at):
            meanings += _kinds(opened, segment[0].entities)
        if segment[0].kind == "entity" and (not at or segments[at - 1][0].kind in ("wh", "limit")):
            counted = bool(at) and segments[at - 1][0].sign == "count"
            meanings += _members(grammar, segment[0], counted)
        found.append(meanings)
    return found


def _in_the_plural(segments: list[Segment], at: int) -> bool:
    """Whether a name is asked for like a type: "which cybercrimes", "cybercrimes that", "ما أساليب التحري التي"."""
    asked = at == 0 or segments[at - 1][0].kind in ("wh", "limit")
    if not asked or segments[at][0].kind != "entity" or at + 1 == len(segments):
        return False
    said = words(segments[at][0].text)
    if is_arabic(said[0]):
        return any(e.kind == "that" for e in segments[at + 1])
    return said[-1].endswith("s") and not said[-1].endswith("ss")


def _plural(grammar: Grammar, element: Element) -> bool:
    """Whether a word for things of a type speaks of many."""
    said, plurals = words(element.text), grammar.roles.plurals
    return any(word in plurals for word in said) or (said[-1].endswith("s") and not said[-1].endswith("ss"))


def _kinds(opened: OpenStore, entities: tuple[str, ...]) -> Iterator[Phrase]:
    """The narrower concepts of each concept."""
    for entity in entities:
        of = Condition((), SUBJECT, End(entities=(entity,)))
        relation = narrowing(opened, of)
        if relation:
            yield Phrase(NOUN, KINDS, ends=(End(conditions=(of._replace(relations=(relation,)),)),), many=True)


def _members(grammar: Grammar, element: Element, counted: bool) -> Iterator[Phrase]:
    """Those who belong to a group that is called by what they are, "permanent members of the Security Council".

    What is counted are they by whatever name: "how many of the G7".
    """
    said = {*words(element.text)}
    many = not PLURALS.isdisjoint(said) or (grammar.verbs.there and "member" in said)  # "is any permanent member"
    if not (many or counted) or len(element.entities) != 1:
        return
    group = grammar.group(("actor",), End(entities=element.entities), places=False)
    if group:
        yield Phrase(NOUN, -BELONG, ends=(End(conditions=(group,)),), many=True)


def _phrases(grammar: Grammar, element: Element) -> Iterator[Phrase]:
    kind = element.kind
    if kind == "entity":
        for entity in element.entities:
            yield Phrase(NOUN, ends=(End(entities=(entity,)),), plain=True)
    elif kind == "kinds":
        yield Phrase(NOUN, KINDS, ends=(End(entities=element.entities),), plain=True)
    elif kind == "type":
        labelled = grammar.roles.labelled(element.text, element.types)
        for entity_type in element.types:
            loosely = LESS_PLAIN if labelled and entity_type not in labelled else 0.0
            one = Phrase(NOUN, loosely, ends=(End(types=(entity_type,)),), definite=element.definite, plain=True)
            said = words(element.text)
            plural = _plural(grammar, element)
            # "the peacekeeping missions" are all there are, "the missions" those spoken of
            yield one._replace(many=plural, definite=one.definite and not (plural and len(said) > 1))
    elif kind == "group":
        # "the Arab states" are all of them, while "the convention" is one that is not named
        for entity_type in element.types:
            for group in element.entities:
                condition = grammar.group((entity_type,), End(entities=(group,)), places=True)
                if condition:
                    many = _plural(grammar, element)  # "an Arab state" is one
                    yield Phrase(NOUN, ends=(End(types=(entity_type,), conditions=(condition,)),), many=many)
    elif kind == "article":
        if element.entities:
            yield Phrase(NOUN, ends=(End(entities=element.entities),), plain=True)
        else:
            numbered = Condition(("article-number",), SUBJECT, End(value=element.number))
            of = [Condition(("part-of",), SUBJECT, End(entities=(i,))) for i in element.head]
            yield Phrase(NOUN, ends=(End(types=("article",), conditions=(numbered, *of)),))
    elif kind == "language":
        yield Phrase(CLAUSE, conditions=(Condition((RELATION,), SUBJECT, End(value=element.sign)),))
    elif kind == "relation":
        text = " ".join(words(element.text))
        verb = Verb(
            element.patterns,
            text,
            head=element.head,
            open=text.split()[-1] in PREPOSITIONS,
            weak=element.weak,
            suffix=element.suffix,
            over=element.sign == "over",
            why=any(text == w or text.startswith(f"{w} ") for w in question_words.WHY),
        )
        yield Phrase(VERB, verbs=(verb,), definite=element.definite)
    elif kind == "wh":
        yield Phrase(NOUN, ends=(End(),), asks=element.sign)
    elif kind in ("period", "aged"):
        yield Phrase(kind, period=element.period)
    elif kind in ("beside", "quality"):
        yield Phrase(kind, beside=element.head)
    elif kind in ("rank", "limit"):
        own = kind == "rank" and not closed.OF_AGE.isdisjoint(words(element.text))
        yield Phrase(kind, number=element.number, sign=element.sign, definite=own, nth=element.nth)
    elif kind == "word":
        yield Phrase("skip", PASSED)
    elif kind in ("and", "or", "not", "except", "that", "it", "as", "whose", "over", "exists", "same"):
        yield Phrase(kind, sign=element.sign)


def _articles(opened: OpenStore, segments: list[Segment]) -> list[Segment]:
    """The segments with each numbered article made one with its instrument."""
    numbered = [n for n, segment in enumerate(segments) if segment[0].kind == "article"]
    if not numbered:
        return segments
    found = list(segments)
    taken: set[int] = set()
    for at in numbered:
        near = sorted((n for n in range(len(segments)) if n != at), key=lambda n: (abs(n - at), n < at))
        instrument, place = None, -1
        for n in near:
            instrument = _instrument(opened, segments[n])
            if instrument:
                place = n
                break
        found[at] = (_article(opened, segments[at][0], instrument),)
        if place >= 0:
            taken.add(place)
    return [segment for n, segment in enumerate(found) if n not in taken or n in numbered]


def _instrument(opened: OpenStore, segment: Segment) -> str | None:
    """The instrument that a segment names, if only by a word out of its name."""
    for element in segment:
        if element.kind != "entity":
            continue
        for entity in element.entities:
            if _is(opened, entity, "instrument"):
                return entity
        types = opened.names.meta("lexicon")["types"]
        wanted = key(element.text).split()
        for named, match, score in opened.names.find(element.text, 40):
            # "Budapest" stands for the Budapest Convention, and in Arabic for the convention of Budapest.
            proper = [word for word in match.key.split() if word not in types]
            begins = proper[: len(wanted)] == wanted and match.kind in ("label", "alias")
            if score >= 80 and begins and _is(opened, named.id, "instrument"):
                return named.id
    return None


def _article(opened: OpenStore, element: Element, instrument: str | None) -> Element:
    """The article of that number as an entity; without one a description of it."""
    if instrument is None:
        return element
    vocabulary = opened.vocabulary
    query = vocabulary.header("id", "toc") + (
        "SELECT ?article WHERE {\n"
        f"  ?article toc:partOf+ <{vocabulary.entity(instrument)}> ; a toc:Article ;\n"
        f'    toc:articleNumber "{element.number}" .\n}}'
    )
    rows = opened.store.select(query).rows
    if not rows:
        return element._replace(head=(instrument,))
    found = sorted(vocabulary.local(row["article"].value) for row in rows)
    return element._replace(entities=(found[0],))


def _is(opened: OpenStore, entity: str, entity_type: str) -> bool:
    named = opened.names.entity(entity)
    return named is not None and entity_type in opened.schema.ancestors(named.type)
