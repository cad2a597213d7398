"""The parties in the graph against the numbers that depositaries state, by a plain reading of the tables.

Nothing here uses the program's own reading of tables, its rules or SPARQL: rows are counted as a person would.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from tocgraph import locate
from tocgraph.parties import PartyRecord, party_statuses, records
from tocgraph.store import OpenStore

TABLES = locate.data_dir() / locate.TABLES
Row = dict[str, str]


def rows(name: str) -> list[Row]:
    with (Path(TABLES) / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PARTIES = rows("parties.csv")
PERIODS = {row["instrument"]: row for row in rows("entry-into-force.csv")}
COVERAGE = {row["instrument"]: row for row in rows("coverage.csv")}
FIXED = {(row["instrument"], row["relation"]): row["value"] for row in rows("instruments.csv") if row["value"]}


def general(instrument: str) -> str:
    """The day on which the instrument itself entered into force, "" when that is not recorded."""
    return FIXED.get((instrument, "entered-into-force-on"), "")


def bound_from(row: Row) -> str | None:
    """The day from which a row's State is bound; "" when the day is not known, None when it is no party."""
    if row["in_force"]:
        return row["in_force"]
    period = PERIODS.get(row["instrument"])
    if len(row["consented"]) == 10 and row["act"] != "succession" and period and general(row["instrument"]):
        deposit, length = dt.date.fromisoformat(row["consented"]), period["period"]
        if length.endswith("D"):
            day = deposit + dt.timedelta(days=int(length[1:-1]))
        else:
            months = deposit.month - 1 + int(length[1:-1])
            last = (dt.date(deposit.year + (months + 1) // 12, (months + 1) % 12 + 1, 1) - dt.timedelta(days=1)).day
            day = dt.date(deposit.year + months // 12, months % 12 + 1, min(deposit.day, last))
        if period["counting"] == "first day of the month" and day.day != 1:
            day = dt.date(day.year + day.month // 12, day.month % 12 + 1, 1)
        return max(day.isoformat(), general(row["instrument"]))
    return "" if row["party"] == "yes" else None


def parties(instrument: str, day: str | None = None) -> Iterator[str]:
    """The States bound for certain on a day; all of them, also those without a day, when none is asked."""
    for row in PARTIES:
        if row["instrument"] == instrument and not row["standing"]:
            since, until = bound_from(row), row["withdrawn"]
            if since is None or (until and (day is None or until <= day)):
                continue
            if day is None or (since and since <= day):
                yield row["state"]


@pytest.fixture(scope="module")
def known(shipped: OpenStore) -> dict[str, PartyRecord]:
    return records(shipped)


def test_the_graph_counts_the_parties_of_the_table(known: dict[str, PartyRecord]):
    counted = {instrument: len(set(parties(instrument))) for instrument in COVERAGE}
    assert {instrument: known[instrument].counted for instrument in COVERAGE} == counted


def test_a_number_that_differs_from_the_depositarys_is_explained(known: dict[str, PartyRecord]):
    for instrument, row in COVERAGE.items():
        differs = bool(row["total"]) and int(row["total"]) != known[instrument].counted
        assert not differs or row["note"], f"{instrument}: {row['total']} stated, {known[instrument].counted} counted"
        assert row["status"] == "complete" or row["note"], instrument


WHOLE = sorted(
    instrument
    for instrument in COVERAGE
    if general(instrument) and all(bound_from(r) != "" for r in PARTIES if r["instrument"] == instrument)
)


@pytest.mark.parametrize("instrument", WHOLE)
def test_enough_were_bound_on_the_day_of_the_general_entry_into_force(instrument: str):
    """Every State of that day is dated, so that the number needed must be reached on it and not on the day before."""
    needed = FIXED.get((instrument, "ratifications-needed"))
    if not needed:
        pytest.skip("how many ratifications it took is not recorded")
    day = dt.date.fromisoformat(general(instrument))
    reached = len(set(parties(instrument, day.isoformat()))) >= int(needed)
    assert reached or "day of entry into force" in COVERAGE[instrument]["note"]
    assert list(parties(instrument, (day - dt.timedelta(days=1)).isoformat())) == []


def test_statuses_of_every_state_agree_with_the_table(shipped: OpenStore):
    states = {row["state"] for row in PARTIES}
    rows_of = shipped.store.select(
        shipped.vocabulary.header("toc") + "SELECT ?entity ?code WHERE { ?entity toc:identifier-iso3 ?code }"
    ).rows
    by_code = {row["code"].value: shipped.vocabulary.local(row["entity"].value) for row in rows_of}
    assert states <= by_code.keys()
    for day in ("1995-06-30", "2008-01-01", "2014-01-01"):
        found = party_statuses(shipped, [by_code[s] for s in sorted(states)], sorted(COVERAGE), day)
        for instrument in COVERAGE:
            certain = {by_code[state] for state in parties(instrument, day)}
            said = {state for (state, of), s in found.items() if of == instrument and s.verdict == "yes" and s.since}
            assert said == certain, (instrument, day)
