"""basis on a small world, where every answer can be worked out by hand (tests/data/basis)."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import tocgraph
from tocgraph.errors import QueryError, TocgraphError, UnknownIdError
from tocgraph.reports.basis import bases
from tocgraph.reports.basis_rows import COLUMNS
from tocgraph.store import OpenStore, open_store

EXTRADITION, ASSISTANCE = "extradition", "mutual-legal-assistance"


@pytest.fixture(scope="module")
def world() -> OpenStore:
    return open_store(Path(__file__).parents[1] / "data" / "basis")


def rows(world: OpenStore, *asked: str | None, language: str = "en") -> list[dict[str, Any]]:
    answer = tocgraph.basis(world, *asked, language=language)  # type: ignore[arg-type]
    assert answer.table is not None and answer.table.columns == COLUMNS
    return [dict(zip(COLUMNS, row, strict=True)) for row in answer.table.rows]


def told(found: list[dict[str, Any]], section: str, part: str, *columns: str) -> list[tuple[str, ...]]:
    return [tuple(r[c] for c in columns) for r in found if (r["section"], r["part"]) == (section, part)]


def test_an_offence_of_the_convention(world: OpenStore) -> None:
    found = rows(world, "alba", "borea", EXTRADITION, "fraud", "2010")
    assert told(found, "basis", "party", "instrument", "id", "since") == [
        ("crime-convention", "alba", "2003-01-01"),
        ("crime-convention", "borea", "2005-05-05"),
    ]
    # What is claimed of the convention as a whole gives way to the article that says the same.
    assert told(found, "basis", "mechanism", "article", "id", "strength") == [
        ("crime-convention-art-16", "extradition", "mandatory")
    ]
    assert told(found, "basis", "offence", "article", "id", "detail", "text") == [
        ("crime-convention-art-5", "fraud", "offence", "Fraud, an offence of its own: By deceit.")
    ]
    assert told(found, "basis", "condition", "article", "id", "detail") == [
        ("crime-convention-art-3", "convention-offence", "article 5"),
        ("crime-convention-art-16", "dual-criminality", "both states: Punishable in both."),
    ]
    assert told(found, "basis", "note", "id", "text") == [
        ("alba", "Reserves the right not to extradite its nationals.")
    ]
    assert told(found, "basis", "record", "until", "detail") == [("2020-12-31", "complete")]
    assert len(told(found, "notice", "notice", "text")) == 1


def test_a_broader_offence_covers_its_kinds(world: OpenStore) -> None:
    found = rows(world, "alba", "borea", EXTRADITION, "online-fraud", "2010")
    assert told(found, "basis", "offence", "id", "detail") == [("fraud", "broader")]


def test_a_serious_crime_brings_its_own_condition_and_definition(world: OpenStore) -> None:
    found = rows(world, "alba", "borea", EXTRADITION, "piracy", "2010")
    assert told(found, "basis", "offence", "article", "detail") == [("crime-convention-art-3", "serious-crime")]
    conditions = told(found, "basis", "condition", "article", "id", "for")
    assert ("crime-convention-art-3", "penalty-of-four-years", "international-cooperation") in conditions
    assert ("crime-convention-art-2", "penalty-of-four-years", "serious-crime") in conditions
    assert not any(condition == "convention-offence" for _, condition, _ in conditions)


def test_offences_of_a_protocol_are_offences_of_the_convention_once_it_binds_both(world: OpenStore) -> None:
    found = rows(world, "alba", "borea", EXTRADITION, "child-trafficking", "2010")
    assert told(found, "basis", "offence", "instrument", "through", "id", "detail") == [
        ("crime-convention", "trafficking-protocol", "trafficking", "broader"),
        ("trafficking-protocol", "", "trafficking", "broader"),
    ]
    assert told(found, "basis", "mechanism", "instrument", "article", "through") == [
        ("crime-convention", "crime-convention-art-16", ""),
        ("trafficking-protocol", "trafficking-protocol-art-1", ""),
        ("trafficking-protocol", "crime-convention-art-16", "crime-convention"),
    ]
    before = rows(world, "alba", "borea", EXTRADITION, "child-trafficking", "2006")
    assert told(before, "basis", "offence", "instrument", "detail") == [("crime-convention", "serious-crime")]
    assert told(before, "missing", "joins", "instrument", "id") == [("trafficking-protocol", "borea")]


def test_a_protocol_takes_over_what_only_the_convention_provides(world: OpenStore) -> None:
    found = rows(world, "alba", "borea", ASSISTANCE, "trafficking", "2010")
    assert told(found, "basis", "mechanism", "instrument", "article", "id", "strength") == [
        ("crime-convention", "crime-convention-art-18", "mutual-legal-assistance", "mandatory"),
        ("crime-convention", "crime-convention-art-18", "video-conferencing", "optional"),
        ("trafficking-protocol", "crime-convention-art-18", "mutual-legal-assistance", "mandatory"),
        ("trafficking-protocol", "crime-convention-art-18", "video-conferencing", "optional"),
    ]
    # A condition that is for nothing holds for the article on which it stands.
    assert ("crime-convention-art-18", "transnational-nature") in told(found, "basis", "condition", "article", "id")
    # The treaty on extradition has no assistance, so there is nothing to know of it.
    assert "judicial-treaty" not in {r["instrument"] for r in found}


def test_evidence_of_any_offence_is_for_assistance_not_for_extradition(world: OpenStore) -> None:
    found = rows(world, "alba", "dorna", ASSISTANCE, "fraud", "2015")
    assert told(found, "basis", "offence", "instrument", "article", "detail") == [
        ("data-convention", "data-convention-art-25", "any-offence")
    ]
    found = rows(world, "alba", "dorna", EXTRADITION, "fraud", "2015")
    assert told(found, "basis", "party", "instrument") == []
    assert told(found, "basis", "none", "text") == [
        ("None: no such instrument is recorded as in force between the two then.",)
    ]


def test_a_kind_of_the_crime_is_a_basis_in_part_and_unverified_stays_marked(world: OpenStore) -> None:
    answer = tocgraph.basis(world, "alba", "dorna", EXTRADITION, "trafficking", "2015")
    assert [(a.id, a.standing, a.since) for a in answer.answers] == [("data-convention", "unverified", "2013-01-01")]
    found = rows(world, "alba", "dorna", EXTRADITION, "trafficking", "2015")
    assert told(found, "basis", "offence", "id", "detail", "standing") == [("child-trafficking", "part", "unverified")]


def test_who_withdrew_is_bound_until_then(world: OpenStore) -> None:
    assert [a.id for a in tocgraph.basis(world, "alba", "dorna", ASSISTANCE, "hacking", "2017").answers]
    after = rows(world, "alba", "dorna", ASSISTANCE, "hacking", "2018-06")
    assert told(after, "missing", "joins", "instrument", "id", "detail") == [
        ("crime-convention", "dorna", "not-listed"),
        ("data-convention", "alba", "withdrawn"),
    ]


def test_what_is_not_known_says_why(world: OpenStore) -> None:
    found = rows(world, "alba", "borea", EXTRADITION, "fraud")
    assert told(found, "not-known", "reason", "instrument", "detail") == [
        ("judicial-treaty", "scope"),
        ("old-treaty", "provisions"),
    ]
    found = rows(world, "alba", "corva", EXTRADITION, "trafficking")
    assert told(found, "not-known", "party", "instrument", "id", "detail") == [
        ("judicial-treaty", "alba", "party"),
        ("judicial-treaty", "corva", "incomplete-record"),
        ("trafficking-protocol", "alba", "party"),
        ("trafficking-protocol", "corva", "incomplete-record"),
    ]
    # A year is not a day: who joined in 2010 may or may not have been bound in the middle of it.
    found = rows(world, "alba", "corva", EXTRADITION, "fraud", "2010-06-01")
    assert ("crime-convention", "corva", "date-unknown") in told(
        found, "not-known", "party", "instrument", "id", "detail"
    )


def test_without_a_mechanism_or_a_crime_everything_that_is_provided(world: OpenStore) -> None:
    found = rows(world, "alba", "borea", None, None, "2010")
    assert told(found, "basis", "mechanism", "instrument", "id") == [
        ("crime-convention", "extradition"),
        ("crime-convention", "mutual-legal-assistance"),
        ("crime-convention", "video-conferencing"),
        ("judicial-treaty", "extradition"),
        ("trafficking-protocol", "extradition"),
    ]
    assert told(found, "basis", "offence", "instrument", "id") == [
        ("crime-convention", "fraud"),
        ("trafficking-protocol", "trafficking"),
    ]
    # A duty at home is found when it is asked for.
    assert [a.id for a in tocgraph.basis(world, "alba", "borea", "corporate-liability").answers] == [
        "crime-convention",
        "trafficking-protocol",
    ]


def test_channels_are_decided_by_the_data_and_the_day(world: OpenStore) -> None:
    def channels(*asked: str | None) -> list[tuple[str, ...]]:
        return list(dict.fromkeys(told(rows(world, *asked), "channel", "member", "instrument")))

    assert channels("alba", "borea") == [("world-police",)]
    assert channels("alba", "borea", None, None, "1955") == []
    assert channels("alba", "corva", None, None, "2005") == [("customs-union",)]
    assert channels("alba", "corva", None, None, "2010") == []
    found = rows(world, "alba", "corva", None, None, "2005")
    assert told(found, "channel", "function", "id") == [("joint-operations",)]


def test_before_every_instrument_the_earliest_is_named(world: OpenStore) -> None:
    [(text,)] = told(rows(world, "alba", "borea", EXTRADITION, "fraud", "1950"), "basis", "none", "text")
    assert text.endswith("in force between the two then. The earliest is Crime Convention, since 2005-05-05.")
    [(text,)] = told(rows(world, "alba", "borea", EXTRADITION, "fraud", "1950", language="ar"), "basis", "none", "text")
    assert text.endswith("وأقدمها اتفاقية الجريمة، منذ 2005-05-05.")


def test_the_order_of_the_states_changes_nothing_but_the_order(world: OpenStore) -> None:
    one, two = (
        rows(world, *pair, EXTRADITION, "trafficking", "2006") for pair in (("alba", "borea"), ("borea", "alba"))
    )
    key = lambda row: json.dumps(row, sort_keys=True)  # noqa: E731
    assert sorted(one, key=key) == sorted(two, key=key)


@pytest.mark.parametrize(
    ("asked", "error", "hint"),
    [
        (("albba", "borea"), UnknownIdError, "alba"),
        (("alba", "Alban"), QueryError, "two states"),
        (("alba", "XAA"), QueryError, "two states"),
        (("alba", "crime-convention"), QueryError, "list state"),
        (("alba", "borea", "extradtion"), UnknownIdError, "extradition"),
        (("alba", "borea", "fraud"), QueryError, "list mechanism"),
        (("alba", "borea", None, "frraud"), UnknownIdError, "fraud"),
        (("alba", "borea", None, "borea"), QueryError, "list crime"),
        (("alba", "borea", None, None, "yesterday"), QueryError, "date"),
    ],
)
def test_wrong_input_is_told(
    world: OpenStore, asked: tuple[str | None, ...], error: type[TocgraphError], hint: str
) -> None:
    with pytest.raises(error) as raised:
        tocgraph.basis(world, *asked)  # type: ignore[arg-type]
    assert hint in f"{raised.value.message} {raised.value.hint}"


def test_names_codes_demonyms_and_arabic_all_do(world: OpenStore) -> None:
    asked = (EXTRADITION, "trafficking", "2010")
    plain = tocgraph.basis(world, "alba", "borea", *asked).table
    assert tocgraph.basis(world, "Republic of Alba", "XBB", *asked).table == plain
    assert tocgraph.basis(world, "Alban", "بوريا", "تسليم المجرمين", "الاتجار", "2010").table == plain


def test_four_queries_at_most_and_all_are_shown(world: OpenStore) -> None:
    for asked in (
        ("alba", "borea", EXTRADITION, "trafficking", "2010"),
        ("alba", "borea", None, None, "1900"),
        ("corva", "dorna"),
    ):
        assert 1 <= len(re.findall("^SELECT ", bases(world, *asked).sparql, re.MULTILINE)) <= 4


def test_every_row_that_claims_something_has_its_sources(world: OpenStore) -> None:
    for row in rows(world, "alba", "borea", EXTRADITION, "trafficking", "2010"):
        assert bool(row["claims"]) == bool(row["sources"])
        if row["part"] in ("mechanism", "offence", "condition", "party", "member"):
            assert row["claims"]
