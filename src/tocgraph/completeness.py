"""How complete a list of parties is, and what may therefore be answered about it: yes, no, or not known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tocgraph.dates import parse_date
from tocgraph.parties import PARTY, UNKNOWN, YES, PartyRecord, PartyStatus, party_statuses, records
from tocgraph.store import OpenStore
from tocgraph.store.claims import asked_date

_REASONS = {
    "party": ("", ""),
    "not-yet": ("not yet bound on that day", "لم تكن ملزمة بعد في ذلك اليوم"),
    "withdrawn": ("withdrew, with effect from {until}", "انسحبت اعتبارا من {until}"),
    "not-in-force": ("the instrument was not in force", "لم يكن الصك نافذا"),
    "not-listed": (
        "not in the list of parties, which is complete to {recorded_to}",
        "غير مذكورة في قائمة الأطراف، وهي كاملة حتى {recorded_to}",
    ),
    "beyond-record": (
        "no party in the record, which ends on {recorded_to}",
        "ليست طرفا في السجل الذي ينتهي في {recorded_to}",
    ),
    "incomplete-record": (
        "not among the parties recorded to {recorded_to}, a list that is not complete",
        "غير مذكورة بين الأطراف المدونة حتى {recorded_to}، والقائمة غير كاملة",
    ),
    "no-record": ("no list of parties is recorded", "لا توجد قائمة أطراف مدونة"),
    "within": (
        "bound for a part of that time only: from {since} to {until}",
        "ملزمة في جزء من تلك المدة فقط: من {since} إلى {until}",
    ),
    "date-unknown": ("the day on which it was bound is not recorded", "يوم بدء الالتزام غير مدون"),
    "unverified": ("named as a party only in a row that is not verified", "مذكورة طرفا في بيان غير متحقق منه فقط"),
}


class Completeness(NamedTuple):
    """`complete` is yes, no or unknown, as in every answer; `remark` says why, in words."""

    complete: str
    remark: str = ""


def reason(status: PartyStatus, language: str) -> str:
    """Why a status is what it is, in words; empty for a party."""
    return _REASONS[status.reason][language == "ar"].format(
        recorded_to=status.recorded_to, since=status.since or "...", until=status.until or "..."
    )


def record_words(record: PartyRecord, language: str) -> str:
    """How far the parties to an instrument are recorded, in words: `187 of 192 parties, recorded to 2017-09-19`."""
    arabic = language == "ar"
    parts = []
    if record.recorded_to:
        parts.append(
            f"الأطراف مدونة حتى {record.recorded_to}" if arabic else f"parties recorded to {record.recorded_to}"
        )
    named = f"عددها هنا {record.counted}" if arabic else f"{record.counted} named"
    parts.append(named)
    if record.total is not None:
        when = f" ({record.total_on})" if record.total_on else ""
        parts.append(f"والعدد المعلن {record.total}{when}" if arabic else f"{record.total} stated{when}")
    if record.recorded_to and not record.complete:
        parts.append("والقائمة غير كاملة" if arabic else "not complete")
    return ("، " if arabic else ", ").join(parts)


def of_list(
    opened: OpenStore, relations: Iterable[str], instruments: Iterable[str], as_of: str | None, language: str
) -> Completeness:
    """Whether the list of all that stand in those relations to the instruments can be complete.

    Only lists of parties are known to be complete or not; everything else is unknown.

    Raises:
        QueryError: the date is malformed.
    """
    if PARTY not in relations:
        return Completeness(UNKNOWN)
    found = {i: r for i, r in records(opened, instruments).items() if r.recorded_to or r.total is not None}
    if not found:
        return Completeness(UNKNOWN)
    covered = all(_covers(record, as_of) for record in found.values())
    return Completeness(
        YES if covered else "no", "; ".join(record_words(record, language) for record in found.values())
    )


def _covers(record: PartyRecord, as_of: str | None) -> bool:
    if not record.complete:
        return False
    if not as_of:
        return record.current
    return asked_date(as_of).latest <= parse_date(record.recorded_to).latest


def party_verdict(
    opened: OpenStore, relations: Iterable[str], state: str, instrument: str, as_of: str | None
) -> PartyStatus | None:
    """The status behind a yes/no question about one State and one instrument; None when it asks for something else.

    Raises:
        QueryError: the date is malformed.
    """
    if PARTY not in relations:
        return None
    return party_statuses(opened, [state], [instrument], as_of)[state, instrument]
