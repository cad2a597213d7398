"""Answers on sources: who says something, and what a source or an author says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tocgraph.answers import ANSWERED, NOT_IN_GRAPH, NOT_UNDERSTOOD, Answer, AnswerSet, claimed
from tocgraph.asking.words import say
from tocgraph.parties import UNKNOWN
from tocgraph.questions.answering.answer import answer
from tocgraph.questions.answering.compile import sparql
from tocgraph.questions.answering.wording import wording
from tocgraph.questions.linking.works import document_of
from tocgraph.questions.reading import Condition
from tocgraph.questions.requests import SourceAsked
from tocgraph.store import OpenStore
from tocgraph.store.claims import Claim, read_claims
from tocgraph.text import is_arabic

_HOLDER, _HELD = "according-to", "held-by"


def sources(
    opened: OpenStore, question: str, request: SourceAsked, language: str, as_of: str | None, choice: int | None
) -> AnswerSet:
    """The sources of a statement, or the answer out of the sources that the request names."""
    theirs = request.works or request.holders or request.voices
    if not theirs and request.readings[0].kind == "whether":
        found, saying = _stated(opened, question, request, language, as_of)
        return _of_statement(opened, found, saying, language)
    if request.topic:
        return _on_topic(opened, question, request, language, as_of, choice)
    found = answer(opened, question, list(request.readings), language, as_of, choice)
    if theirs:
        return _of_works(opened, found, request, language)
    if found.status != ANSWERED:
        return found
    told = {n for r in request.readings for c in _conditions(r.conditions) for n in _narrower(opened, c)}
    behind = read_claims(opened, [c for a in found.answers for c in a.claims]).values()
    return _of_statement(opened, found, [c for c in behind if c.relation in told or not told], language)


def _on_topic(
    opened: OpenStore, question: str, request: SourceAsked, language: str, as_of: str | None, choice: int | None
) -> AnswerSet:
    """The statements on the topic; where there are none, all that is recorded on it."""
    for kind in dict.fromkeys(r.kind for r in request.readings):
        readings = [r for r in request.readings if r.kind == kind]
        found = _of_works(opened, answer(opened, question, readings, language, as_of, choice), request, language)
        if found.status not in (NOT_IN_GRAPH, NOT_UNDERSTOOD):
            break
    return found


def _stated(
    opened: OpenStore, question: str, request: SourceAsked, language: str, as_of: str | None
) -> tuple[AnswerSet, list[Claim]]:
    """The claims of any standing that say it, by the plainest reading of which there are any.

    Whether it is so is another question: what a source says may be rejected, or over.
    """
    queries = [sparql(r, opened, as_of) for r in request.readings if r.kind == "whether"]
    readings = [r for r in request.readings if r.kind == "whether"]
    for reading, query in zip(readings, queries, strict=True):
        rows = opened.store.select(query).rows
        names = sorted({opened.vocabulary.local(r[v].value) for r in rows for v in r if v.startswith("claim")})
        if names:
            text = wording(reading, opened, language)
            found = AnswerSet(question, ANSWERED, text, query, as_of=as_of)
            return found, list(read_claims(opened, names).values())
    text = wording(readings[0], opened, language)
    return AnswerSet(question, NOT_IN_GRAPH, text, queries[0], as_of=as_of), []


def _of_works(opened: OpenStore, found: AnswerSet, request: SourceAsked, language: str) -> AnswerSet:
    """The answer without what those sources do not say; how complete it is they cannot tell."""
    answers = [a for a in found.answers if a.claims or not request.topic]
    text = found.reading
    if request.holders:
        claims = read_claims(opened, [c for a in answers for c in a.claims])
        theirs = {c.id for c in claims.values() if c.qualifiers.get(_HOLDER) in request.holders}
        answers = [a for a in answers if theirs.intersection(a.claims)]
        names = opened.names.entities(request.holders)
        listed = say("or", language).join(n.name(language) for n in names.values())
        text += say("holders", language, names=listed)
    if request.voices:
        claims = read_claims(opened, [c for a in answers for c in a.claims])
        theirs = {c.id for c in claims.values() if _told(c.qualifiers.get(_HELD)) & set(request.voices)}
        answers = [a for a in answers if theirs.intersection(a.claims)]
        spoken = [v for v in request.voices if is_arabic(v) == (language == "ar")] or list(request.voices)
        text += say("holders", language, names=say("or", language).join(spoken))
    found = found._replace(reading=text, answers=tuple(answers), complete=UNKNOWN)
    if found.status == ANSWERED and not answers:
        return found._replace(status=NOT_IN_GRAPH)
    return found


def _told(qualifier: str | dict[str, str] | None) -> set[str]:
    return set(qualifier.values()) if isinstance(qualifier, dict) else {qualifier} if qualifier else set()


def _of_statement(opened: OpenStore, found: AnswerSet, saying: list[Claim], language: str) -> AnswerSet:
    """An answer for each source of those claims, and for each that such a source names for it."""
    text = say("said", language, statement=found.reading)
    if not saying:
        return found._replace(status=NOT_IN_GRAPH, reading=text + say("unsaid", language), answers=(), complete=UNKNOWN)
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in saying:
        holder = str(claim.qualifiers.get(_HOLDER, "")) or str(claim.qualifiers.get(_HELD, ""))
        for source in dict.fromkeys(place.source for place in claim.citations):
            groups.setdefault((source, holder), []).append(claim)
    answers = [_answer(opened, source, behind) for (source, _), behind in groups.items()]
    listed = {a.id for a in answers}
    named = opened.names.entities(holder for _, holder in groups)
    answers += [
        a._replace(id=holder, label=named[holder].label, type=named[holder].type, value=None, qualifiers={})
        for (_, holder), a in zip(groups, tuple(answers), strict=True)
        if holder in named and holder not in listed
    ]  # who is cited for it says so too
    return found._replace(reading=text, answers=tuple(answers), complete=UNKNOWN)


def _conditions(conditions: Iterable[Condition]) -> Iterator[Condition]:
    for condition in conditions:
        yield condition
        yield from _conditions(condition.other.conditions)
        yield from _conditions(c for branch in condition.either for c in branch)


def _narrower(opened: OpenStore, condition: Condition) -> list[str]:
    return [n for r in condition.relations for n in opened.schema.narrower_relations(r)]


def _answer(opened: OpenStore, source: str, behind: list[Claim]) -> Answer:
    """A source with its places for those claims: the document where the graph speaks of it, else its title."""
    common = claimed(behind)
    document = document_of(opened, source)
    named = opened.names.entity(document) if document else None
    return Answer(
        id=document,
        label=named.label if named else {},
        type=named.type if named else None,
        value=None if named else opened.names.source_title(source),
        qualifiers={q: v for q, v in common["qualifiers"].items() if q in (_HOLDER, _HELD)},
        standing=common["standing"],
        note=common["note"],
        claims=tuple(c.id for c in behind),
        citations=tuple(place for place in common["citations"] if place.source == source),
        derived=common["derived"],
    )
