"""Whether a State is party to an instrument on a day, and why that is said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tocgraph.dates import PartialDate, parse_date
from tocgraph.parties.records import CONSENT, PARTY, SIGNATURE, PartyRecord, read_records, standing, values
from tocgraph.store import OpenStore
from tocgraph.store.base import Row
from tocgraph.store.claims import TAKEN_AS_FACT, asked_date

YES, NO, UNKNOWN = "yes", "no", "unknown"
_STEPS = """SELECT ?claim ?relation ?state ?instrument ?standing ?since ?until ?act ?rule WHERE {{
  VALUES ?relation {{ {relations} }}
{states}{instruments}  ?claim rdf:predicate ?relation .
  ?claim rdf:subject ?state ; rdf:object ?instrument ; toc:standing ?standing .
  OPTIONAL {{ ?claim toc:since ?since }}
  OPTIONAL {{ ?claim toc:until ?until }}
  OPTIONAL {{ ?claim q:act ?act }}
  OPTIONAL {{ ?claim toc:derivedBy ?rule }}
}}"""


class PartyStatus(NamedTuple):
    """Whether a State (or organization) is party to an instrument, and why that is said.

    `reason` is, for yes, `party`; for no, `not-yet`, `withdrawn`, `not-in-force` or `not-listed` (in a complete
    record); for unknown, `beyond-record`, `incomplete-record`, `no-record`, `within` (it
    began or ended within the period asked for), `date-unknown` or `unverified`.
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
    known = read_records(opened, wanted, counting=False)
    steps: dict[tuple[str, str], list[Row]] = {}
    if asked and known:
        names = opened.vocabulary
        query = _STEPS.format(
            relations=" ".join(f"<{names.relation(r)}>" for r in (PARTY, CONSENT, SIGNATURE)),
            states=values("state", asked, opened),
            instruments=values("instrument", wanted, opened),
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
        if standing(row) not in TAKEN_AS_FACT:
            if standing(row) == "unverified" and kind == PARTY:
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
    if not record.current if day is None else day.latest > parse_date(record.recorded_to).latest:
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
            return UNKNOWN, _doubt(end, day)
    if day is None:
        return YES, "party"
    if step.since:
        begin = parse_date(step.since)
        if begin.earliest > day.latest:
            return NO, "not-yet"
        return (YES, "party") if begin.latest <= day.earliest else (UNKNOWN, _doubt(begin, day))
    # Named as a party without the day: for certain only from the day of the record on.
    if consents and all(c.since and parse_date(c.since).earliest > day.latest for c in consents):
        return NO, "not-yet"
    if record.recorded_to and parse_date(record.recorded_to).latest <= day.earliest:
        return YES, "party"
    return UNKNOWN, "date-unknown"


def _doubt(turn: PartialDate, day: PartialDate) -> str:
    """Why the status in a period is open: the turn lies within it, or the turn is known less exactly than that."""
    return "within" if day.earliest <= turn.earliest and turn.latest <= day.latest else "date-unknown"
