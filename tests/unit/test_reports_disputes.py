"""Disputed and rejected claims stand beside the claims of better standing on the same subject and relation."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tocgraph.errors import UnknownIdError
from tocgraph.reports.disputes import COLUMNS, disputes
from tocgraph.store import OpenStore, open_store

BASE = Path(__file__).parent.parent / "rules" / "base"


def rows(opened: OpenStore, **arguments: str) -> list[dict[str, str]]:
    """The rows of the table by column, without claim ids."""
    table = disputes(opened, **arguments).table
    assert table is not None
    return [dict(zip(COLUMNS[:-1], row[:-1], strict=True)) for row in table.rows]


def test_each_contested_claim_has_its_reason_and_what_stands_against_it(opened: OpenStore) -> None:
    interpol, untoc = rows(opened)
    assert interpol == {
        "subject": "INTERPOL",
        "relation": "was founded",
        "contested": "1914",
        "standing": "disputed",
        "note": "Counts from the first International Criminal Police Congress in Monaco, "
        "before there was an organization.",
        "contested-sources": "interpol-site (1914)",
        "against": "1923",
        "against-sources": "interpol-site (1923)",
    }
    assert (untoc["contested"], untoc["standing"], untoc["against"]) == ("2000-12-12", "rejected", "2000-11-15")


def test_one_entity_in_arabic(opened: OpenStore) -> None:
    [row] = rows(opened, about="اتفاقية باليرمو", language="ar")
    assert (row["standing"], row["note"]) == ("مرفوض", "يوم فتح باب التوقيع عليها في باليرمو.")
    assert rows(opened, about="mali") == []
    with pytest.raises(UnknownIdError):
        disputes(opened, "untok")


def test_answers_are_the_claims_themselves(opened: OpenStore) -> None:
    found = disputes(opened, "interpol")
    assert [(a.value, a.standing, len(a.claims), len(a.citations)) for a in found.answers] == [
        ("1914", "disputed", 1, 1),
        ("1923", "preferred", 1, 1),
    ]
    assert found.table is not None
    assert found.table.rows[0][-1] == found.answers[0].claims[0]


CLAIMS = """\
- {subject: europol, relation: counters, object: smuggling, since: 2001, until: 2001, standing: disputed,
   note: Not yet., cite: [{source: web-page, at: paragraph 1}]}
- {subject: europol, relation: counters, object: trafficking, since: 1999, cite: [{source: web-page, at: paragraph 2}]}
- {subject: europol, relation: counters, object: trafficking, since: 2005, until: 2009, standing: preferred,
   cite: [{source: annual-report, at: page 3}]}
- {subject: europol, relation: member-count, value: "9", standing: rejected, note: A slip.,
   cite: [{source: web-page, at: paragraph 1}]}
- {subject: interpol, relation: counters, object: smuggling, cite: [{source: web-page, at: paragraph 3}]}
"""


@pytest.fixture
def contested(tmp_path: Path) -> OpenStore:
    """A graph with a contested claim that two stand against, and one that nothing stands against."""
    folder = Path(shutil.copytree(BASE, tmp_path / "data"))
    (folder / "relations.yaml").write_text(CLAIMS, encoding="utf-8")
    return open_store(folder)


def test_several_claims_stand_against_one_or_none(contested: OpenStore) -> None:
    found = [(row["contested"], row["against"], row["against-sources"]) for row in rows(contested)]
    assert found == [
        (
            "Smuggling (2001)",
            "Trafficking (1999–); Trafficking (2005–2009)",
            "web-page (paragraph 2); annual-report (page 3)",
        ),
        ("9", "", ""),
    ]


def test_both_sides_are_taken_as_of_the_date(contested: OpenStore) -> None:
    assert [(row["contested"], row["against"]) for row in rows(contested, as_of="2001")] == [
        ("Smuggling (2001)", "Trafficking (1999–)"),
        ("9", ""),
    ]
    assert [row["contested"] for row in rows(contested, as_of="2007")] == ["9"]
