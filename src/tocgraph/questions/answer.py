"""Runs readings and shapes what they find; refuses honestly, with near questions, what cannot be answered."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from tocgraph.answers import (
    AMBIGUOUS,
    ANSWERED,
    NOT_IN_GRAPH,
    Answer,
    AnswerSet,
    answers_from_claims,
    claimed,
    other_end,
)
from tocgraph.completeness import Completeness, of_list
from tocgraph.errors import QueryError
from tocgraph.parties import UNKNOWN, YES
from tocgraph.questions.compile import sparql
from tocgraph.questions.foremost import settled
from tocgraph.questions.groups import narrowing
from tocgraph.questions.negation import day_of, decided, outside
from tocgraph.questions.reading import SUBJECT, Condition, End, Reading
from tocgraph.questions.reckon import reckoned
from tocgraph.questions.verdict import whether
from tocgraph.questions.wording import wording
from tocgraph.store import OpenStore
from tocgraph.store.base import Row
from tocgraph.store.claims import TAKEN_AS_FACT, Claim, rank, read_claims
from tocgraph.text import natural

_A_DATE = re.compile(r"\d{4}(-\d{2})?")

TIER = 0.12
"""Readings whose costs differ by no more are equally plain."""


def answer(
    opened: OpenStore, question: str, readings: list[Reading], language: str, as_of: str | None, choice: int | None
) -> AnswerSet:
    """The answer of the plainest reading that finds something, or the choice among several equally plain ones.

    Where nothing is found it comes without near questions; those are for the caller who gives up (see `near`).

    Raises:
        QueryError: there is no reading of the number `choice`.
    """
    tried: list[_Result] = []
    found: list[_Result] = []
    for whole in readings:
        if found and whole.cost > found[0].reading.cost + TIER:
            break
        reading = _settled(opened, whole, language, as_of)
        if reading is None:
            continue
        tried.append(_result(opened, reading, language, as_of))
        if tried[-1].found:
            found.append(tried[-1])
            if reading.kind == "value":
                break  # a recorded number is better than counting what is recorded
    if not tried:
        return AnswerSet(question, NOT_IN_GRAPH, wording(readings[0], opened, language), as_of=as_of)
    readings = [tried[0].reading, *readings[1:]]
    if not found and not readings[0].past and not as_of:
        former = _result(opened, readings[0]._replace(past=True), language, as_of)  # all have left: then those
        found = [former] if former.found else []
    for other in (_in_wholes, _in_parts):
        wider = other(opened, readings[0]) if not found else None
        if wider is not None:
            result = _result(opened, wider, language, as_of)
            found = [result] if result.found else []
    kinds = _with_kinds(opened, readings[0]) if not found else None
    if kinds is not None:
        result = _result(opened, kinds, language, as_of)
        found = [result] if result.found else []
    results = _distinct(found) or tried[:1]
    if choice is not None:
        if not 1 <= choice <= len(results):
            raise QueryError(f"there is no reading {choice}", f"choose one from 1 to {len(results)}")
        results = [results[choice - 1]]
    if len(results) > 1:
        offered = [wording(r.reading, opened, language) for r in results]
        numbered = " | ".join(f"{n}. {text}" for n, text in enumerate(offered, 1))
        return AnswerSet(question, AMBIGUOUS, numbered, results[0].query, as_of=as_of, suggestions=tuple(offered))
    return _told(opened, question, results[0], language, as_of)


class _Result(NamedTuple):
    reading: Reading
    query: str
    found: list[Answer]


def _settled(opened: OpenStore, reading: Reading, language: str, as_of: str | None) -> Reading | None:
    """The reading with the superlatives inside it looked up; None when nothing is recorded by which they go."""

    def find(end: End) -> tuple[str, ...]:
        of = _result(opened, Reading("things", end, past=reading.past), language, as_of)
        return tuple(str(a.id) for a in of.found if a.id and a.standing in TAKEN_AS_FACT)

    def told(end: End) -> str:
        return wording(Reading("things", end), opened, language)

    return settled(reading, find, told)


def _result(opened: OpenStore, reading: Reading, language: str, as_of: str | None) -> _Result:
    query = sparql(reading, opened, as_of)
    return _Result(reading, query, _run(opened, reading, query, language, as_of))


def _distinct(results: list[_Result]) -> list[_Result]:
    """The results that say different things; of those that say the same, the first."""
    seen: list[list[tuple[str | None, Any]]] = []
    kept = []
    for result in results:
        said = sorted(((a.id, a.value) for a in result.found), key=str)
        if said not in seen:
            seen.append(said)
            kept.append(result)
    return kept


def _in_wholes(opened: OpenStore, reading: Reading) -> Reading | None:
    """The reading with each place asked for taken as one in which that place lies: the country of a city.

    None where it asks for no place, or for one that is not said by where something is.
    """
    schema = opened.schema
    if reading.kind not in ("things", "count") or not reading.asked.types:
        return None

    def where(condition: Condition) -> bool:
        told = [schema.relations[r] for r in condition.relations]
        admits = all("where" in spec.get("answers", ()) and "place" in spec.get("to", ()) for spec in told)
        return bool(told) and admits and condition.role != SUBJECT and not condition.negated

    if not any(where(c) for c in reading.conditions):
        return None
    conditions = tuple(c._replace(whole=where(c)) for c in reading.conditions)
    return reading._replace(asked=reading.asked._replace(conditions=conditions))


def _in_parts(opened: OpenStore, reading: Reading) -> Reading | None:
    """The reading with what lies in each place named for that place: a body in a city of the country."""
    schema = opened.schema

    def where(condition: Condition) -> bool:
        told = [schema.relations[r] for r in condition.relations]
        named = bool(condition.other.entities) and condition.role == SUBJECT and not condition.negated
        return named and bool(told) and all("where" in spec.get("answers", ()) for spec in told)

    if reading.kind not in ("things", "count") or not any(where(c) for c in reading.conditions):
        return None
    conditions = tuple(c._replace(within=c.within or where(c)) for c in reading.conditions)
    return reading._replace(asked=reading.asked._replace(conditions=conditions))


def _with_kinds(opened: OpenStore, reading: Reading) -> Reading | None:
    """The reading with narrower concepts for each concept, and parts for each text, that it names; None without any.

    What an article says its convention says: the text of a treaty is one (Vienna Convention on the Law of Treaties,
    article 31 (2)).
    """

    def wider(condition: Condition) -> Condition:
        concepts = bool(narrowing(opened, condition))
        inner = condition.other._replace(conditions=tuple(wider(c) for c in condition.other.conditions))
        either = tuple(tuple(wider(c) for c in branch) for branch in condition.either)
        return condition._replace(other=inner, either=either, kinds=concepts and bool(condition.relations))

    if reading.kind not in ("things", "count") or any(c.negated for c in reading.conditions):
        return None
    asked = reading.asked._replace(conditions=tuple(wider(c) for c in reading.conditions))
    return reading._replace(asked=asked) if asked != reading.asked else None


def _told(opened: OpenStore, question: str, result: _Result, language: str, as_of: str | None) -> AnswerSet:
    reading, query, found = result
    text = wording(reading, opened, language)
    certain = reading.kind in ("things", "count") and any(decided(c) for c in reading.conditions)
    if certain:
        found, told = outside(opened, reading, found, language, as_of)
        if told.complete == YES and not all(_whole(opened, c, as_of) for c in reading.conditions):
            told = told._replace(complete=UNKNOWN)
        found = _counted(found) if reading.kind == "count" else found
    else:
        told = _completeness(opened, reading, language, as_of)
    if any(c.negated and not decided(c) for c in reading.conditions):
        told = told._replace(complete=UNKNOWN, remark="; ".join(t for t in (told.remark, _NOT_A_NO[language]) if t))
    text += f"; {told.remark}" if told.remark else ""
    if not found and not (certain and told.complete == YES):
        return AnswerSet(question, NOT_IN_GRAPH, text, query, as_of=as_of)
    return AnswerSet(question, ANSWERED, text, query, tuple(found), complete=told.complete, as_of=as_of)


_NOT_A_NO = {
    "en": "that no such claim is recorded does not mean that it is not so",
    "ar": "عدم تسجيل مثل هذا لا يعني أنه غير قائم",
}


def _whole(opened: OpenStore, condition: Condition, as_of: str | None) -> bool:
    """Whether all that meets the condition is known: members of a group, parties in a complete list, what is denied."""
    if decided(condition):
        return True
    flags = [opened.schema.relations[r].get("flags", ()) for r in condition.relations]
    if flags and all("grouping" in of for of in flags):
        return True
    of = condition.other.entities if condition.role == SUBJECT else ()
    return bool(of) and of_list(opened, condition.relations, of, day_of(condition) or as_of, "en").complete == YES


def _completeness(opened: OpenStore, reading: Reading, language: str, as_of: str | None) -> Completeness:
    """How complete the answer can be, where that is known: for parties to instruments."""
    for condition in reading.conditions:
        if reading.kind in ("things", "count") and condition.role == SUBJECT and condition.other.entities:
            day = day_of(condition) or as_of
            told = of_list(opened, condition.relations, condition.other.entities, day, language)
            # Of several conditions each may leave something out.
            certain = len(reading.conditions) == 1 or told.complete == "no"
            if told.remark:
                return told if certain else told._replace(complete=UNKNOWN)
    return Completeness(UNKNOWN)


def _run(opened: OpenStore, reading: Reading, query: str, language: str, as_of: str | None) -> list[Answer]:
    if reading.kind == "whether":
        return whether(opened, reading, as_of)
    rows = opened.store.select(query).rows
    if reading.qualities:
        return _qualities(opened, reading, rows, language)
    if reading.kind in ("about", "between"):
        return _around(opened, reading, rows, language)
    if reading.kind == "dates":
        return _dates(opened, rows, any(c.timing == "over" for c in reading.conditions))
    answers = _things(opened, reckoned(reading, rows))
    if reading.kind == "value" and not reading.conditions[0].other.entities:
        return _owned(opened, answers)
    if reading.kind == "count" and not any(decided(c) for c in reading.conditions):
        return _counted(answers)
    return answers


def _owned(opened: OpenStore, answers: list[Answer]) -> list[Answer]:
    """The values of things that the question describes, each with the thing: the article beside its number."""
    found = []
    for answer in answers:
        claims = read_claims(opened, answer.claims)
        of = [c for c in claims.values() if c.value == answer.value]
        named = opened.names.entities(dict.fromkeys(c.subject for c in of))
        for thing in named:
            own = [c for c in claims.values() if c.value != answer.value or c.subject == thing]
            one = Answer(value=answer.value, **claimed(own))
            found.append(one._replace(id=thing, label=named[thing].label, type=named[thing].type))
    return found or answers


def _counted(answers: list[Answer]) -> list[Answer]:
    counted = [a for a in answers if a.standing in TAKEN_AS_FACT or not a.claims]
    if not counted:
        return []
    claims = tuple(dict.fromkeys(c for a in counted for c in a.claims))
    places = tuple(dict.fromkeys(p for a in counted for p in a.citations))
    return [Answer(value=len(counted), claims=claims, citations=places)]


def _things(opened: OpenStore, rows: Iterable[Row]) -> list[Answer]:
    found: dict[str | tuple[str, str], dict[str, list[str]]] = {}
    for row in rows:
        term = row["answer"]
        local = opened.vocabulary.local(term.value)
        behind = found.setdefault(("value", term.value) if term.kind == "literal" else local, {})
        for name, value in sorted(row.items()):
            claims = behind.setdefault(name, [])
            if name != "answer" and opened.vocabulary.local(value.value) not in claims:
                claims.append(opened.vocabulary.local(value.value))
    grouped = {
        key: [sorted(claims) for name, claims in behind.items() if name != "answer"] for key, behind in found.items()
    }
    answers = _exact(answers_from_claims(opened, grouped))
    return sorted(answers, key=lambda a: (rank(a.standing), natural(a.name("en")), a.id or ""))


def _dates(opened: OpenStore, rows: list[Row], over: bool) -> list[Answer]:
    """The dates of the claims: from when to when, or when they ended."""
    claims = read_claims(opened, sorted({opened.vocabulary.local(row["claim1"].value) for row in rows}))
    if len({(c.subject, c.object) for c in claims.values()}) > 1:
        return []  # dates of several things say nothing without those
    # The day of what was done, such as the ratification, before that on which its effect began.
    done = [c for c in claims.values() if c.since and "lasting" in opened.schema.relations[c.relation].get("flags", ())]
    ordered = sorted(done if done and not over else claims.values(), key=lambda c: (rank(c.standing), c.since))
    dated = [
        Answer(value=c.until if over else f"{c.since or '?'} / {c.until}" if c.until else c.since, **claimed([c]))
        for c in ordered
        if c.since or c.until
    ]
    return _exact(dated)


def _exact(answers: list[Answer]) -> list[Answer]:
    """The answers, with each date that another of as good a standing says more exactly taken into that one.

    1995 and 1995-04-29 are one date, with the claims of both.
    """

    def vaguer(one: Answer, other: Answer) -> bool:
        within = _A_DATE.fullmatch(str(one.value)) and str(other.value).startswith(f"{one.value}-")
        return bool(within) and not one.id and rank(other.standing) <= rank(one.standing)

    found = []
    for answer in answers:
        if any(vaguer(answer, other) for other in answers):
            continue
        same = [other for other in answers if vaguer(other, answer)]
        claims = tuple(dict.fromkeys((*answer.claims, *(c for o in same for c in o.claims))))
        places = tuple(dict.fromkeys((*answer.citations, *(p for o in same for p in o.citations))))
        found.append(answer._replace(claims=claims, citations=places) if same else answer)
    return found


def _qualities(opened: OpenStore, reading: Reading, rows: list[Row], language: str) -> list[Answer]:
    """What the claims say of themselves by the qualifiers asked for, each once."""
    claims = read_claims(opened, sorted({opened.vocabulary.local(row["claim"].value) for row in rows}))
    told: dict[str, list[Claim]] = {}
    for claim in sorted(claims.values(), key=lambda c: (rank(c.standing), c.id)):
        for content in (claim.qualifiers[q] for q in reading.qualities if q in claim.qualifiers):
            text = content if isinstance(content, str) else content.get(language) or next(iter(content.values()))
            told.setdefault(text, []).append(claim)
    return [Answer(value=text, **claimed(of)) for text, of in told.items()]


def _around(opened: OpenStore, reading: Reading, rows: list[Row], language: str) -> list[Answer]:
    """The entity itself with its description, then the other end of each claim; claims out of it come first.

    What others say of it is read only where it says nothing itself: of a well-known thing that may be hundreds.
    """
    if reading.kind == "about":
        rows = [row for row in rows if "own" in row] or rows
    claims = read_claims(opened, sorted({opened.vocabulary.local(row["claim"].value) for row in rows}))
    this = reading.about[0]
    ordered = sorted(
        claims.values(),
        key=lambda c: (c.subject != this, rank(c.standing), c.relation, c.object or "", c.value or ""),
    )
    named = opened.names.entities([*reading.about, *(e for c in ordered for e in (c.subject, c.object) if e)])
    answers = []
    if reading.kind == "about" and this in named:
        about = named[this].description
        text = about.get(language) or next(iter(about.values()), None)
        answers.append(Answer(id=this, label=named[this].label, type=named[this].type, value=text))
    return answers + [other_end(c, this, named) for c in ordered]
