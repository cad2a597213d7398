"""gaps: every kind on a small world whose gaps are known."""

from __future__ import annotations

from typing import Any

import pytest

import tocgraph
from tocgraph.errors import QueryError, TocgraphError, UnknownIdError
from tocgraph.reports.gaps import ABSENCE, KINDS, gaps
from tocgraph.store import OpenStore


def rows(world: OpenStore, kind: str | None = None, *about: str, **more: Any) -> list[dict[str, Any]]:
    table = gaps(world, kind, *about, **more).table
    assert table is not None
    return [
        {c: cell.get("en") if isinstance(cell, dict) else cell for c, cell in zip(table.columns, row, strict=True)}
        for row in table.rows
    ]


def ids(world: OpenStore, kind: str, *about: str, **more: Any) -> list[tuple[str, ...]]:
    return [
        (row["id"], row["status"]) if "status" in row else (row["id"],) for row in rows(world, kind, *about, **more)
    ]


@pytest.mark.parametrize(
    ("of", "day", "expected"),
    [
        ("league", None, [("gamma", "no")]),  # beta left the league
        ("league", "2011", [("gamma", "no")]),
        ("league", "2005", [("beta", "no"), ("delta", "no"), ("gamma", "no")]),
        ("league", "2006", [("delta", "no"), ("gamma", "no"), ("beta", "not known")]),
        ("league", "2002", [("alpha", "no"), ("beta", "no"), ("delta", "no")]),  # not in force, gamma no member yet
        ("league", "2022", [("gamma", "not known")]),  # after the end of the record
        (None, None, [("beta", "no"), ("gamma", "no")]),
        ("north", None, []),
        ("north", "2001", [("alpha", "no")]),
        ("states", "2016", [("beta", "no"), ("gamma", "no")]),
    ],
)
def test_parties(world: OpenStore, of: str | None, day: str | None, expected: list[tuple[str, ...]]) -> None:
    assert ids(world, "parties", "treaty", of=of, as_of=day) == expected


def test_no_and_not_known_stand_apart_and_the_record_is_told(world: OpenStore) -> None:
    found = gaps(world, "parties", "annex", of="league")
    assert [answer.value for answer in found.answers] == ["unknown", "unknown"]
    assert found.complete == "no"
    assert found.reading == "members of League that are not party to Annex: 0 of 3, and 2 of whom it is not known"
    assert found.remarks[0] == "Annex: parties recorded to 2010-12-31, 2 named, not complete"
    assert found.remarks[-1] == ABSENCE["en"]
    assert all(answer.citations for answer in found.answers)
    [delta] = [r for r in rows(world, "parties", "pact", of="league") if r["id"] == "delta"]
    assert delta["standing"] == "membership not verified"
    assert delta["reason"] == "no list of parties is recorded"


def test_parties_of_all_instruments_are_counted(world: OpenStore) -> None:
    found = {r["id"]: (r["no"], r["not-known"], r["yes"], r["of"]) for r in rows(world, "parties", of="league")}
    assert found == {"treaty": (1, 0, 2, 3), "annex": (0, 2, 1, 3)}


def test_parents(world: OpenStore) -> None:
    assert ids(world, "parents") == [("beta", "no")]
    assert ids(world, "parents", as_of="2010") == []
    assert ids(world, "parents", as_of="2015") == [("beta", "not known")]  # it left during that year
    assert ids(world, "parents", "treaty", of="league") == []
    assert rows(world, "parents", "annex")[0]["reason"] == "withdrew, with effect from 2015-08-01"


def test_crimes_count_through_broader_ones_and_only_as_fact(world: OpenStore) -> None:
    found = {row["id"]: row for row in rows(world, "crimes")}
    assert list(found) == ["fraud", "piracy"]  # arms trafficking is a kind of trafficking
    assert found["fraud"]["narrower"] == "Online fraud"
    assert found["piracy"]["unverified"] == "Pact"
    assert ids(world, "crimes", as_of="1999") == [
        ("arms-trafficking",), ("fraud",), ("online-fraud",), ("piracy",), ("trafficking",)
    ]  # fmt: skip
    assert ids(world, "crimes", "beta") == [("piracy",)]


def test_obligations_ask_for_a_body_that_exists(world: OpenStore) -> None:
    [row] = rows(world, "obligations")
    assert (row["id"], row["demands"], row["bodies"]) == ("treaty-art-10", "Registry", "Bureau")
    assert ids(world, "obligations", as_of="2005") == []  # the old office kept the registry
    assert ids(world, "obligations", as_of="2000-06-01") == [("treaty-art-9",)]
    assert ids(world, "obligations", "treaty") == [("treaty-art-10",)]
    assert ids(world, "obligations", "pact") == []


def test_mandates(world: OpenStore) -> None:
    [row] = rows(world, "mandates")
    assert (row["id"], row["founded"], row["mandated-to"], row["operated-by"]) == ("watch", "2010", "Piracy", "League")
    assert ids(world, "mandates", as_of="2005") == []
    assert ids(world, "mandates", "league") == [("watch",)]


def test_recommendations(world: OpenStore) -> None:
    assert ids(world, "recommendations") == [("talk",)]
    assert "1 of 4; 1 more are taken up in part" in gaps(world, "recommendations").reading
    assert ids(world, "recommendations", as_of="1999") == [("open-hotline",), ("talk",), ("train-more",)]


def test_obstacles(world: OpenStore) -> None:
    [row] = rows(world, "obstacles")  # old distrust is a kind of distrust
    assert (row["id"], row["hinders"], row["otherwise"]) == ("distance", "Training", "Annex")


def test_no_gaps_where_all_is_recorded_is_said_so(world: OpenStore) -> None:
    assert gaps(world, "parties", "treaty", of="north").nothing == "None: all 1 are recorded as parties."
    parents = gaps(world, "parents", as_of="2010")
    assert parents.nothing.startswith("None: whoever is recorded as party to a protocol (")
    assert gaps(world, "parents").nothing == ""
    assert gaps(world, "parties", "treaty", of="north", language="ar").nothing == "لا أحد: كلها (1) مسجلة أطرافا."
    assert gaps(world, "obligations", as_of="2005").nothing == ""


def test_the_summary_counts_what_the_lists_hold(world: OpenStore) -> None:
    found = {row["kind"]: row for row in rows(world)}
    assert tuple(found) == KINDS
    for kind in KINDS[1:]:
        assert found[kind]["gaps"] + found[kind]["not-known"] == len(rows(world, kind))
    assert (found["parties"]["gaps"], found["parties"]["not-known"], found["parties"]["of"]) == (2, 2, 8)
    assert (found["crimes"]["gaps"], found["crimes"]["of"]) == (2, 5)


def test_arabic(world: OpenStore) -> None:
    found = gaps(world, "crimes", language="ar", as_of="2010")
    assert found.reading.startswith("جرائم لا يجرمها أي صك") and found.reading.endswith("كما في 2010")
    assert found.remarks[-1] == ABSENCE["ar"]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("crime",), UnknownIdError),
        (("parties", "nothing"), UnknownIdError),
        (("parties", "alpha"), TocgraphError),
        (("parties", "treaty", "nobody"), UnknownIdError),
        (("crimes", None, "league"), QueryError),
        ((None, "treaty"), QueryError),
        (("obligations", None, None, "yesterday"), QueryError),
        (("parties", "treaty", "piracy"), QueryError),
        (("parties", None, "alpha"), QueryError),
    ],
)
def test_what_cannot_be_asked(world: OpenStore, arguments: tuple[Any, ...], error: type[Exception]) -> None:
    with pytest.raises(error):
        gaps(world, *arguments)


def test_it_is_public() -> None:
    assert tocgraph.gaps is gaps


def test_data_without_the_types_has_no_gaps(opened: OpenStore) -> None:
    assert [row["of"] for row in rows(opened, None) if row["kind"] in ("recommendations", "obstacles")] == [0, 0]
