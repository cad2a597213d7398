"""compare: what all have and what only some, and no only where a text is read to its end."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tocgraph.answers import AnswerSet
from tocgraph.errors import QueryError
from tocgraph.reports.compare import compare
from tocgraph.reports.law import numbers_of, texts
from tocgraph.reports.matrix import matrix
from tocgraph.reports.shortnames import short_names
from tocgraph.store import OpenStore, open_store

DATA = Path(__file__).parent.parent / "data" / "comparing"
TREATIES = ("read-whole", "read-in-part", "unread")


@pytest.fixture(scope="module")
def treaties() -> OpenStore:
    """Three treaties: read to the end, in part, not at all."""
    return open_store(DATA)


def cells(found: AnswerSet) -> dict[str, list[tuple[str, str, str]]]:
    """By item: verdict, reason and English text of each cell."""
    assert found.table is not None
    columns = found.table.columns
    start = columns.index("id") + 1
    return {
        row[columns.index("item")]["en"]: [(c["verdict"], c["reason"], c["en"]) for c in row[start:]]
        for row in found.table.rows
    }


def shared(found: AnswerSet) -> dict[str, Any]:
    assert found.table is not None
    return {row[found.table.columns.index("item")]["en"]: row[0] for row in found.table.rows}


def test_only_a_text_read_to_its_end_says_no(treaties: OpenStore) -> None:
    found = compare(treaties, TREATIES, by="crimes")
    assert cells(found) == {
        "Card fraud": [
            ("yes", "stated", "art. 2–3 (mandatory)"),
            ("yes", "stated", "art. 1"),
            ("unknown", "wider", "under a wider one: Fraud, yes"),
        ],
        "Piracy": [
            ("no", "complete", "no"),
            ("yes", "stated", "art. 1 (optional)"),
            ("unknown", "not-read", "not read"),
        ],
        "Fraud": [
            ("unknown", "narrower", "in part: Card fraud, art. 2–3 (mandatory)"),
            ("unknown", "narrower", "in part: Card fraud, art. 1"),
            ("yes", "stated", "yes"),
        ],
        "Smuggling": [
            ("no", "complete", "no"),
            ("unknown", "unverified", "unverified: art. 2"),
            ("no", "rejected", "no (rejected)"),
        ],
        "articles read": [
            ("yes", "complete", "3 of 3"),
            ("unknown", "coverage", "1 of 4"),
            ("unknown", "coverage", "0 of a number not recorded"),
        ],
    }
    assert found.complete == "unknown"


def test_who_shares_what(treaties: OpenStore) -> None:
    told = shared(compare(treaties, TREATIES, by="crimes"))
    assert {item: (s["things"], s["certain"]) for item, s in told.items() if "things" in s} == {
        "Card fraud": (["read-whole", "read-in-part"], False),
        "Piracy": (["read-in-part"], False),
        "Fraud": (["unread"], False),
        "Smuggling": ([], False),
    }
    two = shared(compare(treaties, ["read-in-part", "read-whole"], by="جرائم"))
    assert two["Piracy"]["en"] == "only Convention read in part"
    assert two["Piracy"]["ar"] == "الاتفاقية المقروءة جزئيا فقط"
    assert two["Card fraud"]["en"] == "all"
    assert "الجميع" in two["Card fraud"]["ar"]


def test_a_wider_form_of_cooperation_promises_no_narrower_one(treaties: OpenStore) -> None:
    found = cells(compare(treaties, TREATIES, by="mechanisms"))
    assert found["Search"] == [
        ("yes", "stated", "art. 1"),
        ("unknown", "not-recorded", "not recorded"),
        ("unknown", "not-read", "not read"),
    ]


def test_forms_of_cooperation_are_not_denied_by_a_text_read_to_its_end(treaties: OpenStore) -> None:
    found = compare(treaties, ["read-whole", "read-in-part"], by="mechanisms")
    assert cells(found)["Extradition"][0] == ("unknown", "not-recorded", "not recorded")
    assert shared(found)["Extradition"]["en"] == "only Convention read in part, as far as recorded"
    by_articles = compare(treaties, ["read-whole", "read-in-part"], by="articles")
    assert cells(by_articles)["Extradition"][0][:2] == ("unknown", "not-recorded")


def supplementing(tmp_path: Path) -> OpenStore:
    """The small treaties, of which the one read to its end supplements the one read in part."""
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    claim = (
        "{subject: read-whole, relation: supplements, object: read-in-part, cite: [{source: text-of-all, at: art. 1}]}"
    )
    with (folder / "relations.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\n- {claim}\n")
    return open_store(folder)


def test_a_protocol_does_not_deny_what_its_convention_has(tmp_path: Path) -> None:
    opened = supplementing(tmp_path)
    found = compare(opened, ["read-whole", "read-in-part"], by="crimes")
    text = "perhaps through its convention: Convention read in part, art. 1 (optional)"
    assert cells(found)["Piracy"] == [("unknown", "supplemented", text), ("yes", "stated", "art. 1 (optional)")]
    assert shared(found)["Piracy"]["en"] == "only Convention read in part, as far as recorded"
    # Its convention bears on it where it is compared with others as well, and adds no rows of its own.
    assert "Piracy" not in cells(compare(opened, ["read-whole", "unread"], by="crimes"))
    seen = matrix(opened, "piracy, smuggling", "read-whole, unread").table
    assert seen is not None
    assert [row[2]["en"] for row in seen.rows] == ["? perhaps through its convention", "no"]


def test_powers_are_what_the_data_puts_under_them(treaties: OpenStore) -> None:
    found = compare(treaties, TREATIES, by="powers")
    assert list(cells(found)) == ["Search", "articles read"]
    assert found.table is not None
    assert any("grouped by the curators" in note["en"] for note in found.table.notes)
    assert list(cells(compare(treaties, TREATIES, by="Procedural powers"))) == ["Search", "articles read"]


def test_articles_tell_kinds_and_what_is_said_otherwise(treaties: OpenStore) -> None:
    found = cells(compare(treaties, TREATIES, by="articles"))
    assert found["offence"] == [
        ("yes", "stated", "art. 2–3"),
        ("yes", "stated", "art. 1"),
        ("unknown", "not-read", "not read"),
    ]
    assert found["scope"][1][:2] == ("unknown", "not-recorded")
    assert found["Extradition"][0][:2] == ("unknown", "not-recorded")


def test_parties_come_from_the_records_of_parties(treaties: OpenStore) -> None:
    found = cells(compare(treaties, TREATIES, by="parties"))
    assert [c[:2] for c in found["Lowland"]] == [("yes", "party"), ("yes", "party"), ("unknown", "no-record")]
    assert [c[:2] for c in found["Outland"]] == [
        ("no", "not-listed"),
        ("unknown", "incomplete-record"),
        ("unknown", "no-record"),
    ]
    assert cells(compare(treaties, TREATIES[:2], by="parties", as_of="2003-12"))["Lowland"][1][:2] == ("no", "not-yet")


def test_states_by_instruments_are_the_same_the_other_way_round(treaties: OpenStore) -> None:
    found = cells(compare(treaties, ["lowland", "outland"], by="instruments"))
    assert found == {
        "Convention read to its end": [
            ("yes", "party", "yes, since 2003-05-01"),
            ("no", "not-listed", "no (not listed)"),
        ],
        "Convention read in part": [
            ("yes", "party", "yes, since 2004"),
            ("unknown", "incomplete-record", "? (list not complete; signed 1999)"),
        ],
    }
    default = cells(compare(treaties, ["lowland", "outland"]))
    assert default["Convention read to its end"] == found["Convention read to its end"]


def test_missions_are_compared_by_what_they_share(treaties: OpenStore) -> None:
    found = compare(treaties, ["mission-one", "mission-two"])
    told = cells(found)
    assert told["Piracy"] == [
        ("yes", "stated", "since 2001 until 2005"),
        ("yes", "stated", "is mandated to counter since 2010"),
    ]
    assert told["Lowland"] == [("yes", "stated", "yes"), ("unknown", "not-recorded", "not recorded")]
    assert told[""] == [("yes", "stated", "2001"), ("yes", "stated", "2010")]
    assert shared(found)[""]["en"] == "differ"
    assert "Smuggling" not in told  # only one of them has that relation type
    by_crime = cells(compare(treaties, ["mission-one", "mission-two"], by="crimes"))
    assert by_crime["Smuggling"] == [
        ("unknown", "disputed", "disputed: engages in"),
        ("unknown", "not-recorded", "not recorded"),
    ]


def test_a_date_leaves_out_what_was_over(treaties: OpenStore) -> None:
    found = cells(compare(treaties, ["mission-one", "mission-two"], by="counters", as_of="2012"))
    assert [c[:2] for c in found["Piracy"]] == [("unknown", "not-recorded"), ("yes", "stated")]


def test_answers_carry_the_claims_of_their_row(treaties: OpenStore) -> None:
    found = compare(treaties, TREATIES, by="crimes")
    assert found.table is not None
    for answer, row in zip(found.answers, found.table.rows, strict=False):
        assert answer.id == row[2]
        assert set(answer.claims) == {claim for cell in row[3:] for claim in cell.get("claims", ())}
        for cell in row[3:]:
            assert bool(cell.get("claims")) == bool(cell.get("citations"))


def test_numbers_of_articles() -> None:
    assert numbers_of("16") == {16}
    assert numbers_of("16 to 18") == numbers_of("16-18") == {16, 17, 18}
    assert numbers_of("16 bis") == numbers_of("VIII") == numbers_of("") == numbers_of("1 to 99999") == set()


def test_reading_all_but_one_article_is_not_reading_all(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    path = folder / "relations.yaml"
    path.write_text(path.read_text("utf-8").replace("value: 3\n", "value: 4\n"), "utf-8")
    changed = open_store(folder)
    assert not texts(changed, ["read-whole"])["read-whole"].complete
    assert cells(compare(changed, TREATIES, by="crimes"))["Piracy"][0] == ("unknown", "not-recorded", "not recorded")


def test_long_names_make_way_for_what_the_id_spells(shipped: OpenStore) -> None:
    named = shipped.names.entities(["untoc", "budapest-convention", "minusma", "egypt"])
    short = short_names(shipped, list(named.values()))
    assert {i: names["en"] for i, names in short.items()} == {
        "untoc": "UNTOC",
        "budapest-convention": "Budapest Convention",
        "minusma": "MINUSMA",
        "egypt": "Egypt",
    }
    assert short["untoc"]["ar"] == "اتفاقية باليرمو"


def test_things_of_different_kinds_have_a_path_instead(treaties: OpenStore) -> None:
    found = compare(treaties, ["read-whole", "lowland"])
    assert found.table is not None and not found.table.rows
    assert found.nothing == (
        "Nothing is shared: these are of different kinds (convention, state). "
        "`tocgraph path read-whole lowland` shows how they are joined."
    )
    assert compare(treaties, ["mission-one", "mission-two"]).nothing == ""
    assert "tocgraph path read-whole lowland" in compare(treaties, ["read-whole", "lowland"], language="ar").nothing


def test_what_nothing_joins_cannot_be_compared_by(shipped: OpenStore) -> None:
    findings = shipped.names.ids("zif-finding")[:2]
    with pytest.raises(QueryError, match="nothing relates findings to hypotheses"):
        compare(shipped, findings, by="hypothesis")
