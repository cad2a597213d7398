"""When a treaty binds a State: the day computed from consent and final clauses, and the claims that follow."""

from __future__ import annotations

from typing import Any

import pytest
from deriving import claim, derived, rule

from tocgraph.inference.force import bound_on

FORCE = rule(
    "force",
    ["?s consents-to ?i", "?i binds-after =?d", "?i in-force-on =?f"],
    "?s party-to ?i",
    compute="entry-into-force",
)


@pytest.mark.parametrize(
    ("consented", "period", "counting", "in_force", "bound"),
    [
        # UNTOC, article 38 (2): thirtieth day after deposit; in force on 29 September 2003.
        ("2004-03-05", "P30D", "day", "2003-09-29", "2004-04-04"),
        ("2004-02-01", "P30D", "day", "2003-09-29", "2004-03-02"),
        ("2003-12-31", "P30D", "day", "2003-09-29", "2004-01-30"),
        ("2002-04-12", "P30D", "day", "2003-09-29", "2003-09-29"),
        ("2003-08-30", "P30D", "day", "2003-09-29", "2003-09-29"),
        ("2003-08-31", "P30D", "day", "2003-09-29", "2003-09-30"),
        # 1988 drugs convention, article 29 (2): ninetieth day.
        ("1991-03-15", "P90D", "day", "1990-11-11", "1991-06-13"),
        # UNESCO 1970, article 21: three months after deposit, on the day of the same number or the last of the month.
        ("1983-09-02", "P3M", "day", "1972-04-24", "1983-12-02"),
        ("2002-11-30", "P3M", "day", "1972-04-24", "2003-02-28"),
        # Convention on Cybercrime, article 36 (4): first day of the month after three months; Romania, United States.
        ("2004-05-12", "P3M", "first day of the month", "2004-07-01", "2004-09-01"),
        ("2006-09-29", "P3M", "first day of the month", "2004-07-01", "2007-01-01"),
        ("2006-09-01", "P3M", "first day of the month", "2004-07-01", "2007-01-01"),
        ("2003-06-01", "P3M", "first day of the month", "2004-07-01", "2004-07-01"),
        # Partial dates: their first and their last day must come to one day, month or year.
        ("2004-11", "P30D", "day", "2003-09-29", "2004-12"),
        ("2004-01", "P30D", "day", "2003-09-29", "2004"),
        ("2004-12", "P30D", "day", "2003-09-29", None),
        ("2004", "P30D", "day", "2003-09-29", None),
        ("2004-11", "P3M", "first day of the month", "2004-07-01", "2005-03-01"),
        ("2002", "P30D", "day", "2003-09-29", "2003-09-29"),
        ("2003-08-30", "P30D", "day", "2003", "2003"),
        ("2004-01-15", "P30D", "day", "2003", "2004-02-14"),
        # Other lengths, and what is no length or counting.
        ("2004-03-05", "P1Y", "day", "2003-09-29", "2005-03-05"),
        ("2004-02-29", "P1Y", "day", "2003-09-29", "2005-02-28"),
        ("2004-03-05", "P2W", "day", "2003-09-29", "2004-03-19"),
        ("2004-03-05", "P1M15D", "day", "2003-09-29", "2004-04-20"),
        ("2004-03-05", "P", "day", "2003-09-29", None),
        ("2004-03-05", "30 days", "day", "2003-09-29", None),
        ("2004-03-05", "P30D", "hour", "2003-09-29", None),
        ("", "P30D", "day", "2003-09-29", None),
        ("9999-12-31", "P30D", "day", "2003-09-29", None),
    ],
)
def test_entry_into_force(consented: str, period: str, counting: str, in_force: str, bound: str | None):
    assert bound_on(consented, period, counting, in_force) == bound


def consent(since: str = "", **more: Any) -> list[dict[str, Any]]:
    return [
        claim("egypt consents-to treaty", since, **more),
        claim("treaty binds-after =P30D", counting="day"),
        claim("treaty in-force-on =2003-09-29"),
    ]


def test_consent_and_the_final_clauses_make_a_party():
    assert derived([FORCE], *consent("2004-03-05")) == ["egypt party-to treaty 2004-04-04/"]


def test_before_the_instrument_is_in_force_nobody_is_party():
    assert derived([FORCE], *consent("2004-03-05")[:2]) == []


@pytest.mark.parametrize("act", ["succession", {"en": "succession", "ar": "خلافة"}])
def test_a_successor_state_is_not_bound_by_counting_from_its_deposit(act: Any):
    assert derived([FORCE], *consent("2006-10-23", act=act)) == []
    assert derived([FORCE], *consent("2006-10-23", act="accession")) == ["egypt party-to treaty 2006-11-22/"]


def test_counting_may_be_told_in_two_languages():
    claims = consent("2004-03-05")
    claims[1] = claim("treaty binds-after =P3M", counting={"en": "first day of the month", "ar": "أول الشهر"})
    assert derived([FORCE], *claims) == ["egypt party-to treaty 2004-07-01/"]


@pytest.mark.parametrize(
    ("stated", "result"),
    [
        (claim("egypt party-to treaty"), ["egypt party-to treaty 2004-04-04/"]),
        (claim("egypt party-to treaty", "2004"), ["egypt party-to treaty 2004-04-04/"]),
        (claim("egypt party-to treaty", "2004-04-04"), []),
        (claim("egypt party-to treaty", "2004-04-05"), []),
        (claim("egypt party-to treaty", "", "2010-06"), ["egypt party-to treaty 2004-04-04/2010-06"]),
        (claim("egypt party-to treaty", "2004", "2010"), ["egypt party-to treaty 2004-04-04/2010"]),
        (claim("egypt party-to treaty", "1990", "2001"), ["egypt party-to treaty 2004-04-04/"]),
        (claim("egypt party-to treaty", standing="rejected"), []),
    ],
)
def test_a_stated_end_is_kept(stated: dict[str, Any], result: list[str]):
    assert derived([FORCE], *consent("2004-03-05"), stated) == result


def test_of_two_computed_dates_the_more_exact_one_counts():
    claims = [*consent("2004-03-05"), claim("egypt consents-to treaty", "2004-03")]
    assert derived([FORCE], *claims) == ["egypt party-to treaty 2004-04-04/"]


def test_an_unverified_consent_makes_an_unverified_party():
    assert derived([FORCE], *consent("2004-03-05", standing="unverified")) == [
        "egypt party-to treaty 2004-04-04/ unverified"
    ]
