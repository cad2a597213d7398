"""timeline, its rows and its picture: order, honesty about partial dates, no overlap, nothing from outside."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

import tocgraph
from tocgraph.answers import AnswerSet, Table
from tocgraph.errors import QueryError, TocgraphError, UnknownIdError
from tocgraph.reports.changes import changes
from tocgraph.reports.timeline import COLUMNS, SHORT, short, timeline
from tocgraph.reports.timeline.layout import ticks, width_of
from tocgraph.reports.timeline.picture import WIDTH, draw, save
from tocgraph.store import OpenStore

SVG = "{http://www.w3.org/2000/svg}"
Sixty = Callable[[str], AnswerSet]
SIZES = {"": 14.0, "date": 13.0, "soft": 12.5, "title": 20.0}


def told(found: AnswerSet) -> list[tuple[str, str]]:
    assert found.table is not None
    return [(row[0], row[3]["en"]) for row in found.table.rows]


def boxes(document: bytes, turned: bool) -> list[tuple[float, float, float, float]]:
    found = []
    for text in ElementTree.fromstring(document).iter(f"{SVG}text"):
        size = SIZES[text.get("class") or ""]
        x, y, width = float(text.get("x", 0)), float(text.get("y", 0)), width_of(text.text or "", size)
        leftwards = (text.get("text-anchor") == "end") != turned
        left = x - width if leftwards else x
        found.append((left, y - 0.8 * size, left + width, y + 0.25 * size))
    return found


def test_an_instrument_from_adoption_to_withdrawal(world: OpenStore) -> None:
    assert told(timeline(world, "treaty")) == [
        ("2000-05-10", "was adopted"),
        ("2000-12", "was opened for signature"),
        ("2000-12-12", "was signed by Alpha"),
        ("2001", "was signed by Gamma"),
        ("2002-01-02", "has the consent of Alpha"),
        ("2003-02-01", "Alpha became party to it"),
        ("2003-02-01", "entered into force"),
        ("2006-05", "Beta became party to it"),
        ("2010-03-04", "Delta became party to it"),
        ("2015-08-01", "Beta withdrew from it"),
    ]


def test_a_state_a_topic_and_a_type(world: OpenStore) -> None:
    assert ("1950", "began: is a member of League") in told(timeline(world, "beta"))
    assert ("2012-06", "ended: is a member of League") in told(timeline(world, "beta"))
    assert ("2000-05-10", "Treaty: was adopted") in told(timeline(world, "trafficking"))  # through article 5
    assert ("2001", "Annex: was adopted") in told(timeline(world, "fraud"))  # through its kind, online fraud
    assert [row[0] for row in told(timeline(world, "mission"))] == sorted(
        r[0] for r in told(timeline(world, "mission"))
    )
    assert told(timeline(world, "conventions")) == told(timeline(world, "convention"))
    assert {"1914", "1923-09-07"} <= {row[0] for row in told(timeline(world, "old-office"))}


def test_partial_dates_keep_their_bounds_and_are_counted(world: OpenStore) -> None:
    found = timeline(world, "treaty")
    assert found.table is not None
    assert [row[:3] for row in found.table.rows][1] == ("2000-12", "2000-12-01", "2000-12-31")
    assert found.remarks[0].endswith(
        "3 of these dates are known to the year or month only, told at the first day of it."
    )
    assert [r[0] for r in told(timeline(world, "treaty", since="2000-12-20", until="2001-06"))] == ["2000-12", "2001"]


def test_many_joinings_are_told_by_the_year(monkeypatch: pytest.MonkeyPatch, world: OpenStore) -> None:
    monkeypatch.setattr("tocgraph.reports.timeline.MANY", 3)
    rows = told(timeline(world, "league"))
    assert ("1950", "began: has member: Alpha, Beta") in rows
    found = timeline(world, "league")
    assert found.table is not None and found.table.rows[0][8] == 2
    assert len(found.answers[0].claims) == 2
    assert len(told(timeline(world, "league", each=True))) == len(rows) + 1


def test_short_columns(world: OpenStore) -> None:
    found = short(timeline(world, "treaty"))
    assert found.table is not None and found.table.columns == SHORT


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"what": "nothing"}, UnknownIdError),
        ({"what": "treaty", "since": "2010", "until": "2009"}, QueryError),
        ({"what": "treaty", "since": "then"}, QueryError),
    ],
)
def test_what_cannot_be_asked(world: OpenStore, arguments: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        timeline(world, **arguments)


def test_changes_say_who_joined_and_what_may_lie_outside(world: OpenStore) -> None:
    found = changes(world, "2006-06", "2012", "beta")
    assert found.table is not None
    said = [(row[0], row[1]["en"], row[2]["en"], bool(row[3])) for row in found.table.rows]
    assert said == [
        ("2007", "joined", "Beta became party to Annex", False),
        ("2012-06", "left", "Beta is a member of League", False),
    ]
    early = changes(world, "2007-03", "2007-04", kind="protocol", language="ar")
    assert early.table is not None and [row[3]["ar"] for row in early.table.rows] == ["قد يقع خارج المدة"]
    assert early.remarks[0] == "انضمام: 1؛ منها 1 قد تقع خارج المدة لأن تاريخها معروف جزئيا."
    nothing = changes(world, "1800", "1801")
    assert nothing.table is not None and nothing.table.rows == () and len(nothing.remarks) == 1
    for dates in (("2010", "2009"), ("2010-06", "2010"), ("May 2010", "2011")):
        with pytest.raises(QueryError):
            changes(world, *dates)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_overlaps_at_sixty_events(sixty: Sixty, language: str) -> None:
    document = draw(sixty(language), "svg", language)
    found = boxes(document, language == "ar")
    assert len(found) > 120
    for one, other in combinations(found, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)
    height = float(ElementTree.fromstring(document).get("height", 0))
    assert all(left >= 0 and right <= WIDTH and top >= 0 and low <= height for left, top, right, low in found)


@pytest.mark.parametrize("form", ["svg", "html"])
def test_a_picture_is_whole_harmless_and_the_same_each_time(sixty: Sixty, form: str) -> None:
    document = draw(sixty("en"), form)
    assert document == draw(sixty("en"), form)
    text = document.decode()
    assert "<b>" not in text and "<script" not in text
    assert re.sub("http://www.w3.org/2000/svg", "", text).count("http") == text.count("http-equiv")
    assert "prefers-color-scheme:dark" in text
    if form == "html":
        assert text.count("<tr>") == 61 and '<html lang="en" dir="ltr">' in text
        assert '<html lang="ar" dir="rtl">' in draw(sixty("ar"), form, "ar").decode()


def test_control_characters_and_no_events(sixty: Sixty) -> None:
    table = Table(
        COLUMNS, (("2000", "2000-01-01", "2000-12-31", {"en": "\x00\u202ebad"}, "dated", "r", "s", "", "", "", "", ""),)
    )
    ElementTree.fromstring(draw(AnswerSet("x", reading="\x1b", table=table)))
    ElementTree.fromstring(draw(AnswerSet("x", reading="none", table=Table(COLUMNS, ()))))
    with pytest.raises(TocgraphError):
        draw(AnswerSet("x"))
    with pytest.raises(TocgraphError):
        draw(sixty("en"), "png")


@pytest.mark.parametrize(
    ("first", "last"), [("1923-01-01", "2024-12-31"), ("2000-01-01", "2000-12-31"), ("0900-01-01", "2024-01-01")]
)
def test_ticks_stand_apart(first: str, last: str) -> None:
    from datetime import date

    start, end = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
    scale = 600 / (end - start)
    found = ticks(start, end, scale)
    assert found and all(start <= day <= end for _, day in found)
    assert all((b - a) * scale >= 18 for (_, a), (_, b) in pairwise(found))


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "line.svg"
    save(target, b"one")
    save(target, b"two")
    assert target.read_bytes() == b"two" and list(tmp_path.iterdir()) == [target]
    for place in (tmp_path / "absent" / "x.svg", tmp_path):
        with pytest.raises(TocgraphError):
            save(place, b"x")


def test_they_are_public() -> None:
    assert (tocgraph.timeline, tocgraph.changes) == (timeline, changes)
