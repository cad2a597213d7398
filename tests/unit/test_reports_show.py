from __future__ import annotations

import pytest

from tocgraph.errors import UnknownIdError
from tocgraph.reports.find import find
from tocgraph.reports.show import show
from tocgraph.reports.sources import read_sources, sources
from tocgraph.reports.stats import stats
from tocgraph.store import OpenStore


def test_show_tells_names_identifiers_and_both_directions(opened: OpenStore) -> None:
    found = show(opened, "untoc")
    assert found.about is not None
    assert found.about["id"] == "untoc" and found.about["type"] == "convention"
    assert "Palermo Convention" in found.about["aliases"]["en"]
    got = {(a.relation, a.inverse, a.id or a.value, a.standing) for a in found.answers}
    assert got == {
        ("adopted-on", False, "2000-11-15", "normal"),
        ("adopted-on", False, "2000-12-12", "rejected"),
        ("part-of", True, "untoc-art-16", "normal"),
        ("provides-for", False, "extradition", "normal"),
        ("supplements", True, "trafficking-protocol", "normal"),
        ("party-to", True, "mali", "normal"),
        ("secretariat-of", True, "unodc", "normal"),
    }
    assert all(a.citations and len(a.claims) == 1 for a in found.answers)


def test_show_tells_where_labels_come_from(opened: OpenStore) -> None:
    origins = {name: (show(opened, name).about or {})["label_from"] for name in ("untoc", "minusma", "mali")}
    assert origins == {
        "untoc": {"ar": "untoc-text"},
        "minusma": {"ar": "translation", "en": "unsc-2100"},
        "mali": {"ar": "translation"},
    }


def test_show_as_of_a_date_leaves_out_what_did_not_hold(opened: OpenStore) -> None:
    ids = {a.id for a in show(opened, "mali", as_of="2005").answers}
    assert ids == {"untoc"}
    assert {a.id for a in show(opened, "mali", as_of="2015").answers} == {"untoc", "minusma"}


def test_show_puts_identifiers_and_arabic_reading(opened: OpenStore) -> None:
    found = show(opened, "مالي", language="ar", as_of="2015")
    assert found.about is not None and found.about["identifiers"]["iso3"] == "MLI"
    assert found.reading == "كل ما يعرف عن مالي (mali)، كما في 2015"
    with pytest.raises(UnknownIdError):
        show(opened, "atlantis")


@pytest.mark.parametrize(
    ("text", "first", "score"),
    [
        ("untoc", "untoc", 100),
        ("ICPO", "interpol", 100),
        ("الانتربل", "interpol", None),
        ("interpool", "interpol", None),
        ("Palermo", "untoc", None),
        ("trafficing in person", "trafficking-in-persons", None),
    ],
)
def test_find_by_id_acronym_alias_and_with_typing_errors(
    opened: OpenStore, text: str, first: str, score: int | None
) -> None:
    found = find(opened, text)
    assert found.answers[0].id == first
    assert found.table is not None
    row = found.table.rows[0]
    assert row[4] == 100 if score else 70 <= row[4] < 100
    assert len(opened.store.select(found.sparql).rows) >= len(found.answers)


def test_find_nothing_is_said_to_be_nothing(opened: OpenStore) -> None:
    found = find(opened, "zzzzqqqq")
    assert found.status == "not-in-graph" and not found.answers
    assert find(opened, "").status == "not-in-graph"
    assert find(opened, "؟!").status == "not-in-graph"


def test_find_is_cut_at_the_limit_and_says_so(opened: OpenStore) -> None:
    found = find(opened, "untoc", limit=1)
    assert [a.id for a in found.answers] == ["untoc"] and found.complete == "no"


def test_stats_add_up(opened: OpenStore) -> None:
    table = stats(opened).table
    assert table is not None
    counts = {(group, name): n for group, name, _, n in table.rows}
    assert counts["total", "entities"] == 9
    assert counts["total", "claims"] == 16
    assert counts["total", "sources"] == 4
    assert counts["standing", "rejected"] == 1 and counts["standing", "normal"] == 13
    assert counts["source", "untoc-text"] == 7
    assert counts["label language", "ar"] == 9 and counts["relation type", "founded"] == 2
    assert sum(n for (group, _), n in counts.items() if group == "relation type") == 16
    earlier = stats(opened, as_of="2010").table
    assert earlier is not None
    assert {(g, i): n for g, i, _, n in earlier.rows}["total", "claims"] == 14


def test_sources_with_their_records_and_counts(opened: OpenStore) -> None:
    table = sources(opened).table
    assert table is not None
    rows = {row[0]: row for row in table.rows}
    assert [rows[s][-1] for s in ("interpol-site", "un-treaty-collection", "unsc-2100", "untoc-text")] == [4, 2, 3, 7]
    record = read_sources(opened, ["unsc-2100", "nothing"])["unsc-2100"]
    assert record.authors == ("Security Council",) and record.issued == "2013-04-25"
    assert read_sources(opened, []) == {}


def told(found):
    return {section.id: [line.text["en"] for line in section.lines] for section in found.about["profile"]}


def test_a_state_comes_with_its_treaties_as_of_the_day(opened):
    assert told(show(opened, "mali")) == {"party": ["UNTOC; in force since 2002-04-12"]}
    before = told(show(opened, "mali", as_of="2001"))
    assert before == {"not-party": ["UNTOC; in force since 2002-04-12; not yet bound on that day"]}


def test_an_instrument_comes_with_its_count_of_parties(opened):
    assert told(show(opened, "untoc")) == {"parties": ["1 named", "bound by year: 2002: 1 (1)"]}
    assert told(show(opened, "interpol")) == {}
