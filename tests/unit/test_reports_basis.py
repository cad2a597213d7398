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
    assert ("crime-convention", "corva") in told(found, "not-known", "party", "instrument", "id")


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
        ("crime-convention", "cheating"),
        ("crime-convention", "fraud"),
        ("trafficking-protocol", "trafficking"),
    ]
    # A duty at home is found when it is asked for.
    assert [a.id for a in tocgraph.basis(world, "alba", "borea", "corporate-liability").answers] == [
        "crime-convention",
        "trafficking-protocol",
    ]


def test_an_offence_left_out_of_an_article_makes_no_route_there(world: OpenStore) -> None:
    for crime in ("cheating", "exam-cheating"):
        # Not even as a serious crime: the article says that it is not for this offence.
        found = rows(world, "alba", "borea", EXTRADITION, crime, "2006")
        assert told(found, "basis", "party", "instrument") == []
        assert told(found, "basis", "none", "part") == [("none",)]
    found = rows(world, "alba", "borea", ASSISTANCE, "cheating", "2006")
    assert told(found, "basis", "offence", "id", "detail") == [("cheating", "offence")]
    assert told(found, "basis", "condition", "id") == [("convention-offence",), ("transnational-nature",)]
    found = rows(world, "alba", "borea", None, "exam-cheating", "2006")
    assert told(found, "basis", "mechanism", "id") == [("mutual-legal-assistance",), ("video-conferencing",)]
    # A broader crime is open but for that kind of it, and the condition says so.
    found = rows(world, "alba", "borea", EXTRADITION, "dishonesty", "2006")
    assert told(found, "basis", "offence", "id", "detail") == [("penalty-of-four-years", "serious-crime")]
    left_out = ("crime-convention-art-16", "excluded-offence", "cheating", "article 5")
    assert left_out in told(found, "basis", "condition", "article", "id", "for", "detail")
    found = rows(world, "alba", "borea", ASSISTANCE, "dishonesty", "2006")
    assert ("cheating", "part") in told(found, "basis", "offence", "id", "detail")


def test_offences_of_an_answer_are_those_open_to_its_mechanism(world: OpenStore) -> None:
    found = rows(world, "alba", "borea", EXTRADITION, None, "2006")
    assert told(found, "basis", "offence", "id") == [("fraud",)]
    left_out = ("crime-convention-art-16", "excluded-offence", "cheating")
    assert left_out in told(found, "basis", "condition", "article", "id", "for")
    # What a study says of the whole convention is left out beside what its articles say.
    found = rows(world, "alba", "borea", ASSISTANCE, None, "2006")
    assert told(found, "basis", "offence", "id") == [("cheating",), ("fraud",)]


def test_what_speakers_hold_is_no_provision(world: OpenStore) -> None:
    found = rows(world, "alba", "borea", "joint-operations")
    assert told(found, "basis", "party", "instrument") == []
    # A treaty of which nothing else is said stays one without recorded provisions.
    assert told(found, "not-known", "reason", "instrument", "detail") == [("old-treaty", "provisions")]
    found = rows(world, "alba", "borea", None, "fraud")
    assert "joint-operations" not in {item for (item,) in told(found, "basis", "mechanism", "id")}


def test_a_note_that_several_claims_carry_is_shown_once(world: OpenStore) -> None:
    found = rows(world, "alba", "borea", EXTRADITION, "fraud", "2010")
    [(text, claims)] = told(found, "basis", "note", "text", "claims")
    assert text == "Reserves the right not to extradite its nationals."
    assert len(claims.split()) == len(set(claims.split())) == 2


def test_who_becomes_party_within_the_time_asked_for_may_be_the_earliest(world: OpenStore) -> None:
    found = rows(world, "alba", "borea", EXTRADITION, "fraud", "2005-05")
    assert ("crime-convention", "borea", "within") in told(found, "not-known", "party", "instrument", "id", "detail")
    [(text,)] = told(found, "basis", "none", "text")
    assert text.endswith("The earliest is Crime Convention, since 2005-05-05.")
    # The Old Treaty binds both since 1991, but whether it provides for extradition is not recorded.
    [(text,)] = told(rows(world, "alba", "borea", EXTRADITION, "fraud", "1999"), "basis", "none", "text")
    assert text.endswith("The earliest is Crime Convention, since 2005-05-05.")


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
