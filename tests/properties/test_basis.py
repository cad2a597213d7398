"""basis on the installed data, against an evaluation of the files in plain Python that shares no code with it."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plain_basis import Expected
from plain_claims import World, first, last

from tocgraph.reports.basis import basis
from tocgraph.store import OpenStore

WORLD = World()
STATES = sorted({c["subject"] for c in WORLD.by["consents-to"] if WORLD.is_a(c["subject"], "state")})
CRIMES = sorted(e for e in WORLD.type if WORLD.is_a(e, "crime"))
FORMS = sorted({c["object"] for c in WORLD.by["provides-for"] if WORLD.is_a(c["object"], "mechanism")})
MAIN = ["extradition", "mutual-legal-assistance", "law-enforcement-cooperation", "joint-investigations"]
DAYS = st.none() | st.integers(1950, 2026).map(str) | st.dates(date(1985, 1, 1), date(2026, 12, 31)).map(str)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.sampled_from(STATES), min_size=2, max_size=2, unique=True),
    st.sampled_from(MAIN) | st.sampled_from(FORMS) | st.none(),
    st.sampled_from(CRIMES) | st.none(),
    DAYS,
)
def test_basis_says_what_the_files_say(
    shipped: OpenStore, pair: list[str], form: str | None, crime: str | None, day: str | None
) -> None:
    states = (pair[0], pair[1])
    answer = basis(shipped, *states, form, crime, day)
    assert answer.table is not None
    rows = [dict(zip(answer.table.columns, row, strict=True)) for row in answer.table.rows]
    expected = Expected(WORLD, states, form, crime, day)

    def of(section: str, *parts: str) -> list[dict[str, Any]]:
        return [r for r in rows if r["section"] == section and (not parts or r["part"] in parts)]

    assert {r["instrument"] for r in of("basis", "party")} == set(expected.bases)
    assert [a.id for a in answer.answers] == list(dict.fromkeys(r["instrument"] for r in of("basis", "party")))
    assert {r["instrument"] for r in of("not-known")} == expected.not_known
    assert {(r["instrument"], r["id"]) for r in of("missing", "joins")} == expected.missing
    for instrument, (forms, routes, firm) in expected.bases.items():
        mine = [r for r in of("basis") if r["instrument"] == instrument]
        found = {
            (r["id"], r["article"] or r["through"] or instrument, r["through"])
            for r in mine
            if r["part"] == "mechanism"
        }
        assert found == forms
        if crime:
            offences = {
                (r["detail"], r["article"] or r["through"] or instrument, r["id"])
                for r in mine
                if r["part"] == "offence"
            }
            assert offences == routes
        else:
            assert {(r["article"], r["id"]) for r in mine if r["part"] == "offence"} == expected.listed[instrument]
        notes = [(r["id"], r["text"]) for r in mine if r["part"] == "note"]
        assert len(notes) == len(set(notes))
        conditions = {(r["article"], r["id"]) for r in mine if r["part"] == "condition"}
        assert firm <= conditions
    police = WORLD.reach("law-enforcement-cooperation", WORLD.down) | {"law-enforcement-cooperation"}
    for organization in {r["instrument"] for r in of("channel")}:
        work = {c["object"] for c in WORLD.by["carries-out"] if c["subject"] == organization}
        assert WORLD.is_a(organization, "police-organization") or work & police
        for state in states:
            claims = [c for c in WORLD.by["member-of"] if (c["subject"], c["object"]) == (state, organization)]
            assert any(not day or not c["since"] or first(c["since"]) <= last(day) for c in claims)
    assert len(of("notice")) == 1


def test_what_the_1988_convention_leaves_out_is_left_out(shipped: OpenStore) -> None:
    """Articles 4 to 9 and 11 are for the offences of article 3(1); those of consumption stand in article 3(2)."""
    crime = "drug-possession-for-personal-consumption"
    for form in ("extradition", "mutual-legal-assistance", "asset-confiscation", "controlled-delivery"):
        assert "drug-convention-1988" not in {a.id for a in basis(shipped, "egypt", "italy", form, crime).answers}
        assert "drug-convention-1988" in {
            a.id for a in basis(shipped, "egypt", "italy", form, "drug-trafficking").answers
        }
