"""Who is party to which instrument on a day: yes, no, or not known, and how far the record goes.

A State that no claim names is no party only where the list of parties is complete for that day. Consent to
be bound is not being bound: the treaty must be in force for the State (VCLT, articles 2(1)(g) and 24).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tocgraph.dates import PartialDate, parse_date
from tocgraph.store import OpenStore
from tocgraph.store.base import Row
from tocgraph.store.claims import TAKEN_AS_FACT, asked_date

YES, NO, UNKNOWN = "yes", "no", "unknown"
PARTY, CONSENT, SIGNATURE = "party-to", "consents-to", "signatory-to"


class PartyRecord(NamedTuple):
    """How far the parties to an instrument are recorded.

    `total` is the number of parties that a source states, on `total_on`; `counted` is the number that the
    graph names. `complete` tells that no party of the day `recorded_to` is left out. `in_force` is the day
    on which the instrument itself entered into force, "" when not recorded; `needed` is the number of
    ratifications that this takes; `adopted` is the first day on which anybody could have consented to it.
    """

    instrument: str
    total: int | None = None
    total_on: str = ""
    recorded_to: str = ""
    complete: bool = False
    counted: int = 0
    in_force: str = ""
    needed: int | None = None
    adopted: str = ""
    note: dict[str, str] = {}  # noqa: RUF012 (never changed)
    claims: tuple[str, ...] = ()


class PartyStatus(NamedTuple):
    """Whether a State (or organization) is party to an instrument, and why that is said.

    `reason` is, for yes, `party`; for no, `not-yet`, `withdrawn`, `not-in-force` or `not-listed` (in a complete
    record); for unknown, `beyond-record`, `incomplete-record`, `no-record`, `date-unknown` or `unverified`.
    `since`, `until`, `signed` and `consented` are partial dates or "". `derived` tells that being bound was
    concluded by a rule, such as a date of entry into force computed from the deposit.
    """

    state: str
    instrument: str
    verdict: str = UNKNOWN
    reason: str = "no-record"
    since: str = ""
    until: str = ""
    signed: str = ""
    consented: str = ""
    act: dict[str, str] = {}  # noqa: RUF012 (never changed)
    recorded_to: str = ""
    complete: bool = False
    unverified: bool = False
    derived: bool = False
    claims: tuple[str, ...] = ()


_STEPS = """SELECT ?claim ?relation ?state ?instrument ?standing ?since ?until ?act ?rule WHERE {{
  VALUES ?relation {{ {relations} }}
{states}{instruments}  ?claim rdf:predicate ?relation .
  ?claim rdf:subject ?state ; rdf:object ?instrument ; toc:standing ?standing .
  OPTIONAL {{ ?claim toc:since ?since }}
  OPTIONAL {{ ?claim toc:until ?until }}
  OPTIONAL {{ ?claim q:act ?act }}
  OPTIONAL {{ ?claim toc:derivedBy ?rule }}
}}"""
_RECORDS = """SELECT ?claim ?relation ?instrument ?value ?standing ?since ?status ?note WHERE {{
  VALUES ?relation {{ {relations} }}
{instruments}  ?claim rdf:predicate ?relation ; rdf:subject ?instrument ; rdf:object ?value ; toc:standing ?standing .
  OPTIONAL {{ ?claim toc:since ?since }}
  OPTIONAL {{ ?claim q:status ?status }}
  OPTIONAL {{ ?claim skos:note ?note }}
}}"""
_COUNTS = """SELECT ?instrument (COUNT(DISTINCT ?state) AS ?counted) WHERE {{
{instruments}  ?claim rdf:predicate {party} ; rdf:subject ?state ; rdf:object ?instrument ; toc:standing ?standing .
  FILTER(?standing IN ({standings}))
  FILTER NOT EXISTS {{ ?claim toc:until ?until }}
}} GROUP BY ?instrument"""
_RECORD_RELATIONS = (
    "party-count", "parties-recorded-to", "entered-into-force-on", "ratifications-needed", "adopted-on",
)  # fmt: skip


def records(opened: OpenStore, instruments: Iterable[str] | None = None) -> dict[str, PartyRecord]:
    """The records of those instruments, or of all that have a count or a list of parties, by instrument id.

    An instrument without any record has an empty one when it is asked for by name.
    """
    return _read(opened, None if instruments is None else list(dict.fromkeys(instruments)))


def _read(opened: OpenStore, wanted: list[str] | None, counting: bool = True) -> dict[str, PartyRecord]:
    """The records; without `counting` a query less is asked, and no parties are counted."""
    if wanted == []:
        return {}
    names = opened.vocabulary
    header = names.header("rdf", "toc", "q", "skos")
    chosen = _values("instrument", wanted, opened)
    relations = " ".join(f"<{names.relation(r)}>" for r in _RECORD_RELATIONS)
    rows = opened.store.select(header + _RECORDS.format(relations=relations, instruments=chosen)).rows
    standings = ", ".join(f"<{names.standing(s)}>" for s in TAKEN_AS_FACT)
    query = _COUNTS.format(instruments=chosen, party=f"<{names.relation(PARTY)}>", standings=standings)
    counted = {
        names.local(row["instrument"].value): int(row["counted"].value)
        for row in (opened.store.select(header + query).rows if counting or wanted is None else ())
        if "instrument" in row
    }
    by_instrument: dict[str, list[Row]] = {}
    for row in rows:
        by_instrument.setdefault(names.local(row["instrument"].value), []).append(row)
    listed = wanted
    if listed is None:
        telling = {names.relation(r) for r in _RECORD_RELATIONS[:2]}
        told = {i for i, of in by_instrument.items() if any(row["relation"].value in telling for row in of)}
        listed = sorted(told | counted.keys())
    return {i: _record(opened, i, by_instrument.get(i, []), counted.get(i, 0)) for i in listed}


def _record(opened: OpenStore, instrument: str, rows: Sequence[Row], counted: int) -> PartyRecord:
    names = opened.vocabulary
    told: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda r: (r["value"].value, r["claim"].value)):
        if _standing(row) in TAKEN_AS_FACT:
            told.setdefault(row["relation"].value, []).append(row)

    def of(relation: str) -> list[Row]:
        return told.get(names.relation(relation), [])

    counts = sorted(of("party-count"), key=lambda r: r["since"].value if "since" in r else "")
    lists = of("parties-recorded-to")
    last = max((row["value"].value for row in lists), key=lambda d: parse_date(d).earliest, default="")
    of_last = [row for row in lists if row["value"].value == last]
    needed = of("ratifications-needed")
    return PartyRecord(
        instrument=instrument,
        total=int(float(counts[-1]["value"].value)) if counts else None,
        total_on=counts[-1]["since"].value if counts and "since" in counts[-1] else "",
        recorded_to=last,
        complete=any("status" in row and row["status"].value == "complete" for row in of_last),
        counted=counted,
        # The finest date of several compatible ones, such as 2003-09-29 beside 2003.
        in_force=_finest(of("entered-into-force-on")),
        adopted=_finest(of("adopted-on")),
        needed=int(float(needed[0]["value"].value)) if needed else None,
        note={row["note"].language or "en": row["note"].value for row in of_last if "note" in row},
        claims=tuple(dict.fromkeys(names.local(row["claim"].value) for row in [*counts[-1:], *of_last])),
    )


def _finest(rows: Sequence[Row]) -> str:
    """The most exact of several dates that a source each gives; "" without any."""
    return max((row["value"].value for row in rows), key=lambda day: (len(day), day), default="")


def party_statuses(
    opened: OpenStore, states: Iterable[str], instruments: Iterable[str] | None = None, on: str | None = None
) -> dict[tuple[str, str], PartyStatus]:
    """The status of every pair of those States and instruments, by (state, instrument).

    Without instruments, of all that have a record. Without a date, as recorded.

    Raises:
        QueryError: the date is not YYYY, YYYY-MM or YYYY-MM-DD.
    """
    day = asked_date(on) if on else None
    asked = list(dict.fromkeys(states))
    # Which instruments there are takes the counts; of instruments named already no status depends on them.
    wanted = None if instruments is None else list(dict.fromkeys(instruments))
    known = _read(opened, wanted, counting=False)
    steps: dict[tuple[str, str], list[Row]] = {}
    if asked and known:
        names = opened.vocabulary
        query = _STEPS.format(
            relations=" ".join(f"<{names.relation(r)}>" for r in (PARTY, CONSENT, SIGNATURE)),
            states=_values("state", asked, opened),
            instruments=_values("instrument", wanted, opened),
        )
        for row in opened.store.select(names.header("rdf", "toc", "q") + query).rows:
            pair = (names.local(row["state"].value), names.local(row["instrument"].value))
            steps.setdefault(pair, []).append(row)
    return {
        (state, instrument): _status(opened, state, record, steps.get((state, instrument), []), day)
        for state in asked
        for instrument, record in known.items()
    }


class _Step(NamedTuple):
    """A claim on the way of a State to an instrument."""

    id: str
    since: str
    until: str
    act: dict[str, str]
    derived: bool


def _status(
    opened: OpenStore, state: str, record: PartyRecord, rows: Sequence[Row], day: PartialDate | None
) -> PartyStatus:
    taken: dict[str, dict[str, _Step]] = {PARTY: {}, CONSENT: {}, SIGNATURE: {}}
    doubtful: list[str] = []
    kinds = {opened.vocabulary.relation(kind): kind for kind in taken}
    for row in sorted(rows, key=lambda r: r["claim"].value):
        identifier, kind = opened.vocabulary.local(row["claim"].value), kinds[row["relation"].value]
        if _standing(row) not in TAKEN_AS_FACT:
            if _standing(row) == "unverified" and kind == PARTY:
                doubtful.append(identifier)
            continue
        before = taken[kind].get(identifier)
        act = {**(before.act if before else {}), **({row["act"].language: row["act"].value} if "act" in row else {})}
        since, until = (row[name].value if name in row else "" for name in ("since", "until"))
        taken[kind][identifier] = _Step(identifier, since, until, act, "rule" in row)
    parties, consents, signed = (list(taken[kind].values()) for kind in (PARTY, CONSENT, SIGNATURE))
    verdict, reason, lead = _verdict(record, parties, consents, bool(doubtful), day)
    behind = [step.id for step in (*parties, *consents, *signed)] + (doubtful if reason == "unverified" else [])
    return PartyStatus(
        state=state,
        instrument=record.instrument,
        verdict=verdict,
        reason=reason,
        since=lead.since if lead else "",
        until=lead.until if lead else "",
        signed=signed[0].since if signed else "",
        consented=consents[0].since if consents else "",
        act=consents[0].act if consents else {},
        recorded_to=record.recorded_to,
        complete=record.complete,
        unverified=reason == "unverified",
        derived=bool(lead and lead.derived),
        claims=tuple(dict.fromkeys([*behind, *record.claims])),
    )


def _verdict(
    record: PartyRecord, parties: list[_Step], consents: list[_Step], doubtful: bool, day: PartialDate | None
) -> tuple[str, str, _Step | None]:
    # No treaty is in force before it is adopted; without a date of either nothing is concluded.
    begun = record.in_force or record.adopted
    if day is not None and begun and parse_date(begun).earliest > day.latest:
        return NO, "not-in-force", None
    if parties:
        found = [(*_holds(record, step, consents, day), step) for step in parties]
        for wanted in (YES, UNKNOWN, NO):
            for verdict, reason, step in sorted(found, key=lambda f: f[2].since, reverse=True):
                if verdict == wanted:
                    return verdict, reason, step
    if consents:
        if _still_waiting(record, day):
            return NO, "not-in-force", None
        if day is not None and all(c.since and parse_date(c.since).earliest > day.latest for c in consents):
            return NO, "not-yet", None
        return UNKNOWN, "date-unknown", None
    if doubtful:
        return UNKNOWN, "unverified", None
    if not record.recorded_to:
        return UNKNOWN, "no-record", None
    if not record.complete:
        return UNKNOWN, "incomplete-record", None
    if day is not None and day.latest > parse_date(record.recorded_to).latest:
        return UNKNOWN, "beyond-record", None
    return NO, "not-listed", None


def _still_waiting(record: PartyRecord, day: PartialDate | None) -> bool:
    """Whether the instrument certainly has too few parties to be in force on a day."""
    few = (
        not record.in_force and record.total is not None and record.needed is not None and record.total < record.needed
    )
    counted = parse_date(record.total_on) if record.total_on else None
    return few and (day is None or (counted is not None and day.latest <= counted.latest))


def _holds(record: PartyRecord, step: _Step, consents: list[_Step], day: PartialDate | None) -> tuple[str, str]:
    """Whether being party as that claim has it holds on a day."""
    if step.until:
        end = parse_date(step.until)
        if day is None or end.latest <= day.earliest:
            return NO, "withdrawn"
        if end.earliest <= day.latest:
            return UNKNOWN, "date-unknown"
    if day is None:
        return YES, "party"
    if step.since:
        begin = parse_date(step.since)
        if begin.earliest > day.latest:
            return NO, "not-yet"
        return (YES, "party") if begin.latest <= day.earliest else (UNKNOWN, "date-unknown")
    # Named as a party without the day: for certain only from the day of the record on.
    if consents and all(c.since and parse_date(c.since).earliest > day.latest for c in consents):
        return NO, "not-yet"
    if record.recorded_to and parse_date(record.recorded_to).latest <= day.earliest:
        return YES, "party"
    return UNKNOWN, "date-unknown"


def _standing(row: Row) -> str:
    return row["standing"].value.rpartition("standing-")[2]


def _values(variable: str, identifiers: list[str] | None, opened: OpenStore) -> str:
    if identifiers is None:
        return ""
    listed = " ".join(f"<{opened.vocabulary.entity(i)}>" for i in identifiers)
    return f"  VALUES ?{variable} {{ {listed} }}\n"
