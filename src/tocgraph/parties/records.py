"""How far the parties to an instrument are recorded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tocgraph.dates import parse_date
from tocgraph.store import OpenStore
from tocgraph.store.base import Row
from tocgraph.store.claims import TAKEN_AS_FACT

PARTY, CONSENT, SIGNATURE = "party-to", "consents-to", "signatory-to"
CURRENT_YEARS = 3
"""A list of parties that ends so many years before the newest list in the graph tells nothing of today."""
_RECORDS = """SELECT ?claim ?relation ?instrument ?value ?standing ?since ?status ?note ?newest WHERE {{
  {{ SELECT (MAX(?latest) AS ?newest) WHERE {{ ?any rdf:predicate {lists} ; toc:valueLatest ?latest }} }}
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
    current: bool = True
    note: dict[str, str] = {}  # noqa: RUF012 (never changed)
    claims: tuple[str, ...] = ()


def records(opened: OpenStore, instruments: Iterable[str] | None = None) -> dict[str, PartyRecord]:
    """The records of those instruments, or of all that have a count or a list of parties, by instrument id.

    An instrument without any record has an empty one when it is asked for by name.
    """
    return read_records(opened, None if instruments is None else list(dict.fromkeys(instruments)))


def read_records(opened: OpenStore, wanted: list[str] | None, counting: bool = True) -> dict[str, PartyRecord]:
    """The records; without `counting` a query less is asked, and no parties are counted."""
    if wanted == []:
        return {}
    names = opened.vocabulary
    header = names.header("rdf", "toc", "q", "skos")
    chosen = values("instrument", wanted, opened)
    relations = " ".join(f"<{names.relation(r)}>" for r in _RECORD_RELATIONS)
    lists = f"<{names.relation('parties-recorded-to')}>"
    rows = opened.store.select(header + _RECORDS.format(relations=relations, instruments=chosen, lists=lists)).rows
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
        if standing(row) in TAKEN_AS_FACT:
            told.setdefault(row["relation"].value, []).append(row)

    def of(relation: str) -> list[Row]:
        return told.get(names.relation(relation), [])

    counts = sorted(of("party-count"), key=lambda r: r["since"].value if "since" in r else "")
    lists = of("parties-recorded-to")
    last = max((row["value"].value for row in lists), key=lambda d: parse_date(d).earliest, default="")
    of_last = [row for row in lists if row["value"].value == last]
    needed = of("ratifications-needed")
    newest = next((row["newest"].value for row in rows if "newest" in row), "")
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
        current=not (last and newest) or int(newest[:4]) - int(parse_date(last).latest[:4]) < CURRENT_YEARS,
        note={row["note"].language or "en": row["note"].value for row in of_last if "note" in row},
        claims=tuple(dict.fromkeys(names.local(row["claim"].value) for row in [*counts[-1:], *of_last])),
    )


def _finest(rows: Sequence[Row]) -> str:
    """The most exact of several dates that a source each gives; "" without any."""
    return max((row["value"].value for row in rows), key=lambda day: (len(day), day), default="")


def standing(row: Row) -> str:
    """The standing of the claim in a row."""
    return row["standing"].value.rpartition("standing-")[2]


def values(variable: str, identifiers: list[str] | None, opened: OpenStore) -> str:
    """SPARQL that binds a variable to those entities; nothing when there is no choice."""
    if identifiers is None:
        return ""
    listed = " ".join(f"<{opened.vocabulary.entity(i)}>" for i in identifiers)
    return f"  VALUES ?{variable} {{ {listed} }}\n"
