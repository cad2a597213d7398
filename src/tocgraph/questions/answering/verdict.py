"""Yes, no or unknown: never a silent no."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from tocgraph.answers import Answer, claimed
from tocgraph.completeness import party_verdict, reason
from tocgraph.dates import parse_date
from tocgraph.parties import NO, YES, PartyRecord, PartyStatus, records
from tocgraph.questions.answering.compile import sparql
from tocgraph.questions.answering.reckon import meets
from tocgraph.questions.grammar.negation import NEGATABLE, day_of
from tocgraph.questions.linking.groups import narrowing
from tocgraph.questions.reading import OBJECT, SUBJECT, Condition, End, Limit, Reading
from tocgraph.store import OpenStore
from tocgraph.store.claims import TAKEN_AS_FACT, Claim, read_claims

UNKNOWN = "unknown"


class _Verdict(NamedTuple):
    value: bool | str
    claims: list[Claim]
    status: PartyStatus | None = None


def whether(opened: OpenStore, reading: Reading, as_of: str | None) -> list[Answer]:
    """True when every condition holds of every thing asked about, false when one certainly does not, else unknown.

    A condition holds with a claim that is taken as fact and is not over; it does not hold where its only claims are
    rejected or over, where another date is recorded than the one asked for, or, about a party, where the record of
    the instrument bears it. A negated condition turns that round.
    """
    found = []
    for thing in reading.about:
        for condition in reading.conditions:
            verdict = _verdict(opened, reading, thing, condition._replace(negated=False), as_of)
            turned = not verdict.value if condition.negated and verdict.value != UNKNOWN else verdict.value
            found.append(verdict._replace(value=turned))
    values = [v.value for v in found]
    if reading.share:
        return [_shared(opened, reading, reading.share, found)]
    behind = claimed(*(v.claims for v in found))
    statuses = [v.status for v in found if v.status]
    notes = {tongue: text for s in statuses for tongue in ("en", "ar") if (text := reason(s, tongue))}
    if len(found) > 1:
        behind |= {"since": "", "until": "", "note": notes}
    elif statuses:
        behind |= {"since": statuses[0].since, "until": statuses[0].until, "note": notes or behind.get("note", {})}
    return [Answer(value=False if False in values else UNKNOWN if UNKNOWN in values else True, **behind)]


def some(found: list[Answer], complete: str) -> Answer:
    """Whether there are any, with the claims of those that there are; not known where none is recorded."""
    facts = [a for a in found if a.standing in TAKEN_AS_FACT]
    claims = tuple(dict.fromkeys(c for a in facts for c in a.claims))
    places = tuple(dict.fromkeys(p for a in facts for p in a.citations))
    note = {code: ", ".join(a.name(code) for a in facts[:_MOST_NAMED]) for code in ("en", "ar")} if facts else {}
    return Answer(
        value=True if facts else False if complete == YES else UNKNOWN, claims=claims, citations=places, note=note
    )


def _shared(opened: OpenStore, reading: Reading, share: Limit, found: list[_Verdict]) -> Answer:
    """Whether as many are so as the limit asks for, whatever is true of those of whom it is not known."""
    least = sum(v.value is True for v in found)
    most = least + sum(v.value == UNKNOWN for v in found)
    outcomes = {meets(number, share) for number in range(least, most + 1)}
    named = opened.names.entities(reading.about)
    note = {}
    for code, texts in _OF_ALL.items():
        note[code] = texts[""].format(least, len(found))
        for value in (True, False, UNKNOWN):
            of = [named[e].name(code) for e, v in zip(reading.about, found, strict=True) if v.value == value]
            if 0 < len(of) <= _MOST_NAMED:
                note[code] += texts[str(value)].format(", ".join(sorted(of)))
    behind = claimed(*(v.claims for v in found)) | {"since": "", "until": "", "note": note}
    return Answer(value=UNKNOWN if len(outcomes) > 1 else outcomes.pop(), **behind)


_MOST_NAMED = 8
_OF_ALL = {
    "en": {"": "{} of {}", "True": "; so: {}", "False": "; not so: {}", "unknown": "; not known of: {}"},
    "ar": {"": "{} من {}", "True": "؛ نعم: {}", "False": "؛ لا: {}", "unknown": "؛ غير معروف عن: {}"},
}


def _verdict(opened: OpenStore, reading: Reading, thing: str, condition: Condition, as_of: str | None) -> _Verdict:
    """Whether one condition holds of one thing."""
    status = _status(opened, condition, thing, as_of)
    if status is not None:
        value = {YES: True, NO: False}.get(status.verdict, UNKNOWN)
        more = tuple(r for r in condition.relations if r != NEGATABLE)
        if value is not True and more and not condition.period:
            # It ratified what has not entered into force: no party yet, and still it ratified.
            other = _claims(opened, reading, thing, condition._replace(relations=more), as_of)[0]
            facts = [c for c in other if c.standing in TAKEN_AS_FACT and not _over(c)]
            if facts:
                return _Verdict(True, facts)
        return _Verdict(value, list(read_claims(opened, status.claims).values()), status)
    claims, rows = _claims(opened, reading, thing, condition, as_of)
    facts = [c for c in claims if c.standing in TAKEN_AS_FACT]
    if condition.timing == "over" and not facts:  # what is recorded without an end has none that is known
        other = _claims(opened, reading, thing, condition._replace(period=None, timing=""), as_of)[0]
        other = [c for c in other if c.standing in TAKEN_AS_FACT]
        return _Verdict(False if other else UNKNOWN, other)
    if condition.timing == "over":
        return _Verdict(all(_over(c) for c in facts), claims)
    if facts and condition.period and condition.timing != "literal" and all(_changing(opened, c) for c in facts):
        return _Verdict(UNKNOWN, facts)
    if facts:
        timed = reading.past or condition.period or as_of
        return _Verdict(bool(timed) or not all(_over(c) for c in facts), claims)
    if claims:
        return _Verdict(False if all(c.standing == "rejected" for c in claims) else UNKNOWN, claims)
    if condition.timing in ("literal", "age"):  # another date than the one asked for is a no
        other = _claims(opened, reading, thing, condition._replace(period=None, timing=""), as_of)[0]
        other = [c for c in other if c.standing in TAKEN_AS_FACT]
        return _Verdict(False if other else UNKNOWN, other)
    if condition.period and condition.timing in ("holds", "held", "begins"):
        other = _claims(opened, reading, thing, condition._replace(period=None, timing=""), None)[0]
        other = [c for c in other if c.standing in TAKEN_AS_FACT]
        if other and all(_at_another_time(c, condition) for c in other):
            return _Verdict(False, other)
    waits = _waits(opened, thing, condition, as_of)
    if waits is not None:
        return _Verdict(False, list(read_claims(opened, waits.claims).values()))
    for wider in (_in_whole(opened, condition), _said_in_part(opened, thing, condition)):
        if wider is None:
            continue
        held = [c for c in _claims(opened, reading, thing, wider, as_of)[0] if c.standing in TAKEN_AS_FACT]
        if held:
            return _Verdict(True, held)
    return _Verdict(True if rows and not condition.relations else UNKNOWN, [])


def _waits(opened: OpenStore, thing: str, condition: Condition, as_of: str | None) -> PartyRecord | None:
    """The record of a text that has not come to the date asked for, since a complete list of its parties is empty.

    None where that is not known: a text that is in force has parties.
    """
    specs = [opened.schema.relations[r] for r in condition.relations]
    plain = condition.role == SUBJECT and condition.other == End() and not (condition.period or as_of)
    if not specs or not plain or any(spec.get("each") != NEGATABLE for spec in specs):
        return None
    record = records(opened, [thing]).get(thing)
    empty = record is not None and record.complete and not (record.in_force or record.counted or record.total)
    return record if empty else None


def _in_whole(opened: OpenStore, condition: Condition) -> Condition | None:
    """The condition that a place lying in the thing meets: a state hosted what was held in one of its cities."""
    held = tuple(r for r in condition.relations if "where" in opened.schema.relations[r].get("answers", ()))
    if not held or condition.whole or condition.within or condition.timing == "over":
        return None
    if condition.role != OBJECT:  # a seat in a city of the country
        return condition._replace(relations=held, within=True) if condition.other.entities else None
    return condition._replace(relations=held, whole=True)


def _said_in_part(opened: OpenStore, thing: str, condition: Condition) -> Condition | None:
    """The condition that a part of the text in question meets: what an article says, its convention says."""
    if not condition.relations or condition.timing == "over":
        return None
    if narrowing(opened, condition) == "part-of":
        return condition._replace(kinds=True)
    named = opened.names.entity(thing)
    text = named is not None and "instrument" in opened.schema.ancestors(named.type)
    able = any("provision" in opened.schema.relations[r]["from"] for r in condition.relations)
    if not (text and able and condition.role == SUBJECT and condition.other.entities):
        return None
    return Condition(("part-of",), OBJECT, End(conditions=(condition,)))


def _claims(
    opened: OpenStore, reading: Reading, thing: str, condition: Condition, as_of: str | None
) -> tuple[list[Claim], int]:
    """The claims by which the condition holds of the thing, and how many ways there are."""
    one = reading._replace(about=(thing,), asked=End(conditions=(condition,)))
    rows = opened.store.select(sparql(one, opened, as_of)).rows
    names = sorted({opened.vocabulary.local(r[v].value) for r in rows for v in r if v.startswith("claim")})
    return list(read_claims(opened, names).values()), len(rows)


def _at_another_time(claim: Claim, condition: Condition) -> bool:
    """Whether the claim began, or held, at another time than that of the condition, by the dates recorded."""
    period = condition.period
    if period is None:
        return False
    began = parse_date(claim.since) if claim.since else None
    if began and period.last and began.earliest > period.last:
        return True
    if condition.timing == "begins":
        return bool(began and period.first and began.latest < period.first)
    return bool(claim.until and period.first) and parse_date(claim.until).latest < period.first


def _changing(opened: OpenStore, claim: Claim) -> bool:
    """Whether the claim has no date and may have begun at any time: that of a seat, which moves."""
    return not (claim.since or claim.until) and "changing" in opened.schema.relations[claim.relation].get("flags", ())


def _over(claim: Claim) -> bool:
    """Whether what the claim says has ended before today."""
    return bool(claim.until) and parse_date(claim.until).latest < date.today().isoformat()


def _status(opened: OpenStore, condition: Condition, about: str, as_of: str | None) -> PartyStatus | None:
    """The party status that a yes/no question asks for; None when it asks for something else."""
    if len(condition.other.entities) != 1:
        return None
    ends = (about, condition.other.entities[0])
    if condition.role == OBJECT:
        ends = ends[::-1]
    if condition.timing in ("begins", "over") or (condition.period and not day_of(condition)):
        return None  # asks for more than whether it is a party on some day
    return party_verdict(opened, condition.relations, ends[0], ends[1], day_of(condition) or as_of)
