"""Answers on the record itself: how complete a list is, and what in it is doubtful."""

from __future__ import annotations

from tocgraph.answers import Answer, AnswerSet, claimed, other_end
from tocgraph.asking.words import only_relation, pause, say
from tocgraph.completeness import of_list, record_words
from tocgraph.parties import PARTY, UNKNOWN, YES, PartyRecord, records
from tocgraph.parties.records import SIGNATURE
from tocgraph.questions.answering.compile import sparql
from tocgraph.questions.reading import OBJECT, SUBJECT, Condition, End, Reading
from tocgraph.questions.requests import CompletenessAsked, DoubtAsked
from tocgraph.store import OpenStore
from tocgraph.store.claims import STANDINGS, TAKEN_AS_FACT, Claim, rank, read_claims
from tocgraph.store.names import Named

_MEMBER, _MEMBERS = "member-of", "member-count"
_DISPUTED = ("disputed",)
_DOUBTFUL = tuple(s for s in STANDINGS if s not in TAKEN_AS_FACT)


def completeness(opened: OpenStore, request: CompletenessAsked, language: str, as_of: str | None) -> AnswerSet:
    """Whether all parties to an instrument are named, and how many, out of how many, to which day.

    One answer: true, false or "unknown", or the day itself where that is asked for; with the citations of what the
    record says of itself. Of members and of signatures it is not known.
    """
    day = request.on or as_of
    named = opened.names.entities([request.about])[request.about]
    name = named.name(language)
    if request.members:
        return _members(opened, request, name, language, day)
    if request.signatures and not request.parties:
        text = {code: _signed(opened, request.about, code, day) for code in ("en", "ar")}
        answer = Answer(value=UNKNOWN, note=text)
        reading = say("all-signatories", language, name=name)
        return AnswerSet("", reading=reading, answers=(answer,), as_of=day, remarks=(text[language],))
    told = of_list(opened, (PARTY,), [request.about], day, language)
    record = records(opened, [request.about])[request.about]
    reading = say("to-which-day" if request.dated else "all-parties", language, name=name)
    if not told.remark:
        answer = Answer(value=UNKNOWN, note={code: say("no-parties", code) for code in ("en", "ar")})
        return AnswerSet("", reading=reading, answers=(answer,), as_of=day, remarks=(say("no-parties", language),))
    value: object = record.recorded_to if request.dated and record.recorded_to else told.complete == YES
    behind = claimed(list(read_claims(opened, record.claims).values()))
    answer = Answer(
        value=value,
        note={code: record_words(record, code) for code in ("en", "ar")},
        claims=behind.get("claims", ()),
        citations=behind.get("citations", ()),
    )
    remarks = (*_number(request, (record.total, record.counted), language), *_remarks(record, language))
    if request.signatures:
        remarks = (*remarks, _signed(opened, request.about, language, day))
    reading += pause(language) + told.remark
    return AnswerSet("", reading=reading, answers=(answer,), complete=told.complete, as_of=day, remarks=remarks)


def _remarks(record: PartyRecord, language: str) -> tuple[str, ...]:
    note = record.note.get(language) or next(iter(record.note.values()), "")
    old = "" if record.current or not record.recorded_to else say("old", language, date=record.recorded_to)
    return tuple(text for text in (note, old) if text)


def _number(request: CompletenessAsked, known: tuple[int | None, ...], language: str) -> tuple[str, ...]:
    """A remark where the number that the question says is none of the known ones."""
    wrong = request.number is not None and request.number not in known
    return (say("other-number", language, number=request.number),) if wrong else ()


def _signed(opened: OpenStore, about: str, language: str, day: str | None) -> str:
    """How many are recorded to have signed; how far that goes no source says."""
    listing = Reading("things", End(conditions=(Condition((SIGNATURE,), SUBJECT, End(entities=(about,))),)))
    rows = opened.store.select(sparql(listing, opened, day)).rows if SIGNATURE in opened.schema.relations else []
    signed = _claims(opened, [row["claim1"].value for row in rows])
    named = {c.subject for c in signed if c.standing in TAKEN_AS_FACT}
    return say("signatories-unknown", language, named=len(named))


def _members(opened: OpenStore, request: CompletenessAsked, name: str, language: str, day: str | None) -> AnswerSet:
    about = request.about
    listing = Reading("things", End(conditions=(Condition((_MEMBER,), SUBJECT, End(entities=(about,))),)))
    stating = Reading("value", End(conditions=(Condition((_MEMBERS,), OBJECT, End(entities=(about,))),)))
    known = opened.schema.relations
    query = sparql(listing, opened, day) if _MEMBER in known else ""
    rows = opened.store.select(query).rows if query else []
    counted = _claims(opened, [row["claim1"].value for row in rows])
    members = {c.subject for c in counted if c.standing in TAKEN_AS_FACT}
    values = opened.store.select(sparql(stating, opened, day)).rows if _MEMBERS in known else []
    stated = _claims(opened, [row["claim1"].value for row in values])
    stated.sort(key=lambda c: c.since, reverse=True)  # the newest of the best standing
    best = sorted((c for c in stated if c.standing in TAKEN_AS_FACT), key=lambda c: rank(c.standing))[:1]
    behind = claimed(best)

    def told(code: str) -> str:
        text = ""
        for claim in best:
            unit = claim.qualifiers.get("unit", "")
            unit = unit.get(code, "") if isinstance(unit, dict) else unit
            text = say("members-stated", code, number=claim.value, unit=f" ({unit})" if unit else "")
        return say("members-unknown", code, named=len(members), stated=text)

    answer = Answer(
        value=UNKNOWN,
        note={code: told(code) for code in ("en", "ar")},
        claims=behind.get("claims", ()),
        citations=behind.get("citations", ()),
    )
    stated_numbers = tuple(int(float(c.value)) for c in best if c.value)
    remarks = (*_number(request, (*stated_numbers, len(members)), language), told(language))
    reading = say("all-members", language, name=name)
    return AnswerSet("", reading=reading, sparql=query, answers=(answer,), as_of=day, remarks=remarks)


def _claims(opened: OpenStore, iris: list[str]) -> list[Claim]:
    return list(read_claims(opened, sorted({opened.vocabulary.local(iri) for iri in iris})).values())


def doubts(opened: OpenStore, request: DoubtAsked, language: str, as_of: str | None) -> AnswerSet:
    """The other ends of the claims of those standings on a thing, each with standing, note and citations.

    Of everything: the report on disputes. That there are none is an answer too, for the graph knows what it holds.
    """
    day = request.on or as_of
    if not request.about:
        from tocgraph.reports.disputes import disputes

        return disputes(opened, None, language, day)
    named = opened.names.entities([request.about])[request.about]
    query = sparql(Reading("about", about=(request.about,), standing=_DOUBTFUL), opened, day)
    every = _claims(opened, [row["claim"].value for row in opened.store.select(query).rows])
    ends = opened.names.entities(e for c in every for e in (c.subject, c.object) if e)
    if request.kinds:
        every = [c for c in every if _of_kind(opened, c, request, ends)]
    standings = request.standings
    if standings == _DISPUTED and not any(c.standing in standings for c in every):
        standings = tuple(s for s in _DOUBTFUL if s != "unverified")  # who names one standing may mean the other
    wanted = [c for c in every if c.standing in standings]
    order = {relation: place for place, relation in enumerate(opened.schema.relations)}
    wanted.sort(
        key=lambda c: (c.subject != request.about, order.get(c.relation, 0), c.object or "", c.value or "", c.id)
    )
    parts = {"name": named.name(language), "standings": _listed(standings, language)}
    others = [c.standing for c in every if c.standing not in standings]
    remarks: tuple[str, ...] = ()
    if others and (not wanted or "unverified" not in others):
        left = tuple(s for s in _DOUBTFUL if s in others)
        remarks = (say("other-doubts", language, standings=_listed(left, language), n=len(others)),)
    nothing = "" if wanted else " ".join([say("no-doubts", language, **parts), *remarks])
    answers = tuple(other_end(c, request.about, ends) for c in wanted)
    own = Reading("about", about=(request.about,), standing=standings)
    return AnswerSet(
        "",
        reading=say("doubts", language, **parts) + only_relation(opened, answers, language),
        sparql=sparql(own, opened, day),
        answers=answers,
        complete="yes",
        as_of=day,
        remarks=remarks if wanted else (),
        nothing=nothing,
    )


def _of_kind(opened: OpenStore, claim: Claim, request: DoubtAsked, ends: dict[str, Named]) -> bool:
    """Whether the other end of a claim is of a type that the request names, or its relation of such a kind."""
    relations = [k for k in request.kinds if k in opened.schema.relations]
    if any(claim.relation in opened.schema.narrower_relations(r) for r in relations):
        return True
    other = claim.object if claim.subject == request.about else claim.subject
    above = opened.schema.ancestors(ends[other].type) if other and other in ends else ()
    return any(k in above for k in request.kinds if k not in relations)


def _listed(standings: tuple[str, ...], language: str) -> str:
    return say("or", language).join(say(s, language) for s in standings)
