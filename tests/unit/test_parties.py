"""Who is party on a day: yes and no only where the record bears it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tocgraph.errors import QueryError
from tocgraph.parties import party_statuses, records
from tocgraph.questions import ask
from tocgraph.reports.listing import list_entities
from tocgraph.store import OpenStore, open_store

CITE = [{"source": "list", "at": "row"}]


def claim(subject, relation, target, **more):
    kind = "value" if relation in VALUES else "object"
    return {"subject": subject, "relation": relation, kind: target, **more, "cite": CITE}


VALUES = {"party-count", "parties-recorded-to", "entered-into-force-on", "ratifications-needed", "adopted-on"}
COMPLETE = {"qualifiers": {"status": {"en": "complete", "ar": "مكتمل"}}}
INCOMPLETE = {"qualifiers": {"status": {"en": "incomplete", "ar": "غير مكتمل"}}}
CLAIMS = [
    claim("full", "entered-into-force-on", "2003-09-29"),
    claim("full", "parties-recorded-to", "2020-06", **COMPLETE),
    claim("full", "party-count", "3", since="2020-06-30", until="2020-06-30"),
    claim("part", "adopted-on", "1999-12"),
    claim("part", "parties-recorded-to", "2014-07-10", **INCOMPLETE),
    claim("waiting", "parties-recorded-to", "2026-01", **COMPLETE),
    claim("waiting", "party-count", "1", since="2026-03", until="2026-03"),
    claim("waiting", "ratifications-needed", "40"),
    claim("anna", "party-to", "full", since="2005-03-10"),
    claim("anna", "signatory-to", "full", since="2000-12-12"),
    claim("anna", "consents-to", "full", since="2005-02-08", qualifiers={"act": {"en": "ratification"}}),
    claim("anna", "consents-to", "part", since="2004"),
    claim("anna", "consents-to", "waiting", since="2025-12-01"),
    claim("anna", "party-to", "part"),
    claim("berta", "party-to", "full", since="2004", until="2015-01-01"),
    claim("berta", "signatory-to", "part"),
    claim("berta", "party-to", "part", standing="unverified"),
    claim("carl", "signatory-to", "full", since="2001"),
]


@pytest.fixture(scope="module")
def opened(tmp_path_factory) -> OpenStore:
    folder: Path = tmp_path_factory.mktemp("parties")
    states = [{"id": i, "type": "state", "label": {"en": i.title()}} for i in ("anna", "berta", "carl")]
    treaties = [{"id": i, "type": "convention", "label": {"en": i.title()}} for i in ("full", "part", "waiting")]
    written = {
        "entities": sorted(states + treaties, key=lambda e: str(e["id"])),
        "sources": [{"id": "list", "title": "List"}],
        "relations": CLAIMS,
    }
    for name, blocks in written.items():
        (folder / f"{name}.yaml").write_text(json.dumps(blocks, ensure_ascii=False), encoding="utf-8")
    return open_store(folder)


CASES = [
    # instrument, State, day, verdict, reason
    ("full", "anna", None, "yes", "party"),
    ("full", "anna", "2005-03-09", "no", "not-yet"),
    ("full", "anna", "2005-03-10", "yes", "party"),
    ("full", "anna", "2005", "unknown", "within"),  # on some days of that year and not on others
    ("full", "anna", "2030", "yes", "party"),
    ("full", "anna", "2003-09-28", "no", "not-in-force"),
    ("part", "anna", "1999-11", "no", "not-in-force"),
    ("part", "berta", "1999-11-30", "no", "not-in-force"),
    ("full", "berta", None, "no", "withdrawn"),
    ("full", "berta", "2004-06", "unknown", "date-unknown"),  # since some day of 2004
    ("full", "berta", "2010", "yes", "party"),
    ("full", "berta", "2015-01-01", "no", "withdrawn"),
    ("full", "carl", None, "unknown", "beyond-record"),  # the list ends years before the newest one
    ("full", "carl", "2020-06", "no", "not-listed"),
    ("full", "carl", "2020-07-01", "unknown", "beyond-record"),
    ("part", "anna", None, "yes", "party"),
    ("part", "anna", "2003", "no", "not-yet"),
    ("part", "anna", "2005", "unknown", "date-unknown"),
    ("part", "anna", "2014-07-10", "yes", "party"),
    ("part", "berta", None, "unknown", "unverified"),
    ("part", "carl", None, "unknown", "incomplete-record"),
    ("waiting", "anna", None, "no", "not-in-force"),
    ("waiting", "anna", "2026-02", "no", "not-in-force"),
    ("waiting", "anna", "2027", "unknown", "date-unknown"),
    ("waiting", "carl", None, "no", "not-listed"),
]


@pytest.mark.parametrize(("instrument", "state", "day", "verdict", "reason"), CASES)
def test_the_verdict_of_a_day(opened, instrument, state, day, verdict, reason):
    status = party_statuses(opened, [state], [instrument], day)[state, instrument]
    assert (status.verdict, status.reason) == (verdict, reason)


def test_a_status_tells_its_dates_and_claims(opened):
    status = party_statuses(opened, ["anna"])["anna", "full"]
    assert (status.since, status.signed, status.consented) == ("2005-03-10", "2000-12-12", "2005-02-08")
    assert (status.act, status.recorded_to, status.complete) == ({"en": "ratification"}, "2020-06", True)
    assert len(status.claims) == 5  # three of the State, two of the record


def test_an_instrument_without_a_record_is_not_known(opened):
    assert party_statuses(opened, ["anna"], ["berta"])["anna", "berta"].reason == "no-record"
    assert party_statuses(opened, [], None) == {}
    assert records(opened, []) == {}


def test_a_record_tells_counts(opened):
    found = records(opened)
    assert sorted(found) == ["full", "part", "waiting"]
    assert (found["full"].total, found["full"].total_on, found["full"].counted) == (3, "2020-06-30", 1)
    assert (found["waiting"].needed, found["waiting"].in_force) == (40, "")


def test_a_date_in_words_is_refused(opened):
    with pytest.raises(QueryError):
        party_statuses(opened, ["anna"], ["full"], "last year")


def test_instruments_that_are_named_take_two_queries(opened):
    class Counting:
        asked = 0

        def select(self, query):
            Counting.asked += 1
            return opened.store.select(query)

    named = party_statuses(opened._replace(store=Counting()), ["anna", "carl"], ["full", "part"], "2010")
    assert Counting.asked == 2
    every = party_statuses(opened, ["anna", "carl"], None, "2010")
    assert named == {pair: status for pair, status in every.items() if pair[1] in ("full", "part")}


@pytest.mark.parametrize(
    ("question", "verdict", "why"),
    [
        ("is Anna party to Full?", True, ""),
        ("is Carl party to Waiting?", False, "not in the list of parties, which is complete to 2026-01"),
        ("is Carl party to Full?", "unknown", "no party in the record, which ends on 2020-06"),
        (
            "is Carl party to Part?",
            "unknown",
            "not among the parties recorded to 2014-07-10, a list that is not complete",
        ),
    ],
)
def test_a_yes_or_no_question_is_answered_from_the_record(opened, question, verdict, why):
    (answer,) = ask(opened, question).answers
    assert (answer.value, answer.note.get("en", "")) == (verdict, why)
    assert bool(answer.note.get("ar")) == bool(why)
    assert answer.citations


def test_a_list_says_how_far_the_record_goes(opened):
    whole, part = ask(opened, "parties to Full", as_of="2010"), ask(opened, "parties to Part")
    assert ask(opened, "parties to Full").complete == "no"  # the list ends years before the newest one
    assert (whole.complete, [(a.id, a.until) for a in whole.answers]) == (
        "yes",
        [("anna", ""), ("berta", "2015-01-01")],  # a party that left is listed with its end
    )
    assert whole.reading.endswith("parties recorded to 2020-06, 1 named, 3 stated (2020-06-30)")
    assert part.complete == "no"
    assert part.reading.endswith("not complete")
    later = ask(opened, "parties to Full", as_of="2024")
    assert later.complete == "no"
    listed = list_entities(opened, "state", ["party-to=full"], as_of="2010")
    assert (listed.complete, [a.id for a in listed.answers]) == ("yes", ["anna", "berta"])
