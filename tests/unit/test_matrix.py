"""matrix: two sets against each other; how sets are named; what is left out and what is too much."""

from __future__ import annotations

from pathlib import Path

import pytest

from tocgraph.answers import AnswerSet
from tocgraph.errors import QueryError
from tocgraph.reports import matrix as module
from tocgraph.reports.matrix import matrix
from tocgraph.store import OpenStore, open_store

DATA = Path(__file__).parent.parent / "data" / "comparing"


@pytest.fixture(scope="module")
def treaties() -> OpenStore:
    """Three treaties: read to the end, in part, not at all."""
    return open_store(DATA)


def grid(found: AnswerSet) -> dict[str, dict[str, str]]:
    """The English text of each cell by row id and column id."""
    assert found.table is not None
    ids = found.table.columns[2:]
    return {row[1]: dict(zip(ids, (cell["en"] for cell in row[2:]), strict=True)) for row in found.table.rows}


def test_crimes_against_conventions(treaties: OpenStore) -> None:
    expected = {
        "card-fraud": {"read-in-part": "yes art. 1", "read-whole": "yes art. 2–3", "unread": "? under a wider one"},
        "fraud": {"read-in-part": "? in part", "read-whole": "? in part", "unread": "yes"},
        "piracy": {"read-in-part": "yes art. 1", "read-whole": "no", "unread": "?"},
        "smuggling": {"read-in-part": "? ‡", "read-whole": "no", "unread": "no"},
    }
    assert grid(matrix(treaties, "crime", "convention")) == expected
    turned = grid(matrix(treaties, "convention", "crime"))
    assert {r: {c: turned[c][r] for c in turned} for r in expected} == expected


def test_states_against_conventions(treaties: OpenStore) -> None:
    found = matrix(treaties, "state", "convention")
    assert grid(found) == {
        "lowland": {"read-in-part": "yes 2004", "read-whole": "yes 2003-05-01"},
        "outland": {"read-in-part": "?", "read-whole": "no"},
    }
    assert found.table is not None
    assert found.table.notes[-1]["en"] == "Columns about which nothing is recorded are left out: 1."
    everything = matrix(treaties, "state", "convention", everything=True)
    assert grid(everything)["lowland"]["unread"] == "?"
    assert grid(matrix(treaties, "convention", "state"))["read-whole"] == {"lowland": "yes 2003-05-01", "outland": "no"}


def test_missions_against_crimes_with_their_dates(treaties: OpenStore) -> None:
    assert grid(matrix(treaties, "mission", "crime")) == {
        "mission-one": {"piracy": "yes 2001–2005", "smuggling": "? ‡"},
        "mission-two": {"piracy": "yes 2010", "smuggling": "?"},
    }
    told = grid(matrix(treaties, "mission", "crime", relation="mandated-to-counter"))
    assert told == {"mission-two": {"piracy": "yes 2010"}}
    assert grid(matrix(treaties, "mission", "crime", as_of="2007")) == {"mission-one": {"smuggling": "? ‡"}}


def test_sets_by_region_concept_list_and_condition(treaties: OpenStore) -> None:
    assert list(grid(matrix(treaties, "region-of-plains", "convention"))) == ["lowland"]
    assert list(grid(matrix(treaties, "fraud", "convention"))) == ["card-fraud", "fraud"]
    assert list(grid(matrix(treaties, "piracy, Smuggling", "convention"))) == ["piracy", "smuggling"]
    assert list(grid(matrix(treaties, "القرصنة، fraud", "convention"))) == ["piracy", "fraud"]


def test_an_instrument_or_a_state_alone_is_meant_itself(treaties: OpenStore) -> None:
    assert grid(matrix(treaties, "lowland", "read-whole")) == {"lowland": {"read-whole": "yes 2003-05-01"}}
    assert grid(matrix(treaties, "state", "read-whole")) == {
        "lowland": {"read-whole": "yes 2003-05-01"},
        "outland": {"read-whole": "no"},
    }
    assert grid(matrix(treaties, "piracy, fraud", "read-whole")) == {
        "piracy": {"read-whole": "no"},
        "fraud": {"read-whole": "? in part"},
    }
    assert grid(matrix(treaties, "piracy", "read-whole")) == {"piracy": {"read-whole": "no"}}
    assert grid(matrix(treaties, "read-in-part", "lowland")) == {"read-in-part": {"lowland": "yes 2004"}}
    signed = matrix(treaties, "outland", "read-in-part", relation="signatory-to")
    assert grid(signed) == {"outland": {"read-in-part": "yes 1999"}}
    with pytest.raises(QueryError, match="nothing belongs to Piracy"):
        matrix(treaties, "piracy", "mechanism")


def test_parts_stand_for_a_whole_beside_other_kinds(treaties: OpenStore, shipped: OpenStore) -> None:
    found = grid(matrix(treaties, "region-of-plains", "read-whole"))
    assert found == {"lowland": {"read-whole": "yes 2003-05-01"}}
    assert "egypt" not in grid(matrix(shipped, "egypt", "city", everything=True))


def test_conditions_choose_rows_and_columns(treaties: OpenStore) -> None:
    found = matrix(treaties, "state", "convention", ["party-to=read-whole"], ["parties-recorded-to=2020"])
    assert list(grid(found)) == ["lowland"]
    assert set(grid(found)["lowland"]) == {"read-in-part", "read-whole"}
    with pytest.raises(QueryError, match="there are no conventions"):
        matrix(treaties, "state", "convention", (), ["party-count"])


def test_too_many_pairs(treaties: OpenStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_CELLS", 5)
    with pytest.raises(QueryError, match="2 rows and 3 columns make 6 cells, more than 5"):
        matrix(treaties, "state", "convention")


def test_answers_and_reading(treaties: OpenStore) -> None:
    found = matrix(treaties, "crime", "convention", language="ar")
    assert found.reading == "جرائم مقابل اتفاقيات: تجرم"
    assert [answer.id for answer in found.answers] == ["card-fraud", "fraud", "piracy", "smuggling"]
    assert "toc:criminalizes" in found.sparql and "toc:Crime" in found.sparql


def test_what_is_derived_is_marked_and_cited(shipped: OpenStore) -> None:
    found = matrix(shipped, "egypt, morocco", "untoc, budapest-convention")
    assert grid(found)["egypt"] == {"untoc": "yes 2004-04-04 †", "budapest-convention": "no"}
    assert grid(found)["morocco"]["budapest-convention"] == "yes 2018-10-01"
    assert found.table is not None
    cell = found.table.rows[0][2]
    assert cell["derived"] and cell["claims"] and cell["citations"]
    assert found.table.notes[0]["en"].startswith("†")
