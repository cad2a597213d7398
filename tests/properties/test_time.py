"""What holds on a day, what is missing and what changed: against a plain reading of the records, without SPARQL."""

from __future__ import annotations

import calendar
import itertools
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tocgraph.graph import KnowledgeGraph, load
from tocgraph.model import Relation
from tocgraph.reports.changes import changes
from tocgraph.reports.gaps import gaps
from tocgraph.reports.listing import list_entities
from tocgraph.reports.show import show
from tocgraph.reports.stats import stats
from tocgraph.reports.timeline import timeline
from tocgraph.reports.timeline.layout import places, width_of, wrapped
from tocgraph.store import OpenStore

BEGIN = {"founded", "starts-on", "adopted-on", "opened-for-signature-on", "published-on"}
END = {"dissolved", "ends-on"}
STAYS = {"adopted-by", "recommends", "about", "addresses", "held-in", "proposes", "signatory-to", "consents-to"}
OF_THE_RECORD = {"parties-recorded-to", "party-count"}
FACT = ("preferred", "normal")
CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

DATES = st.builds(
    lambda year, month, day, parts: (
        f"{year}"
        if parts == 1
        else f"{year}-{month:02d}"
        if parts == 2
        else f"{year}-{month:02d}-{min(day, calendar.monthrange(year, month)[1]):02d}"
    ),
    st.integers(1905, 2024) | st.integers(1995, 2022),
    st.integers(1, 12),
    st.integers(1, 31),
    st.integers(1, 3),
)


@pytest.fixture(scope="module")
def records(small_world: Path) -> KnowledgeGraph:
    return load(small_world)


def first(text: str) -> str:
    return text + "-01-01"[len(text) - 4 :]


def last(text: str) -> str:
    if len(text) == 4:
        return text + "-12-31"
    if len(text) == 7:
        return f"{text}-{calendar.monthrange(int(text[:4]), int(text[5:]))[1]:02d}"
    return text


def alive(records: KnowledgeGraph, entity: str, day: str) -> bool:
    facts = [r for r in records.relations if r.subject == entity and r.standing in FACT]
    begun = [first(r.value or "") for r in facts if r.relation in BEGIN]
    ended = [last(r.value or "") for r in facts if r.relation in END]
    whole = [r.object for r in facts if r.relation == "part-of" and records.entities[entity].type == "article"]
    return (
        (not begun or min(begun) <= last(day))
        and (not ended or max(ended) >= first(day))
        and all(alive(records, w or "", day) for w in whole)
    )


def born(records: KnowledgeGraph, entity: str, day: str) -> bool:
    facts = [r for r in records.relations if r.subject == entity and r.standing in FACT]
    begun = [first(r.value or "") for r in facts if r.relation in BEGIN]
    whole = [r.object for r in facts if r.relation == "part-of" and records.entities[entity].type == "article"]
    return (not begun or min(begun) <= last(day)) and all(born(records, w or "", day) for w in whole)


def holds(records: KnowledgeGraph, relation: Relation, day: str) -> bool:
    if relation.since and first(relation.since) > last(day):
        return False
    if relation.until and last(relation.until) < first(day):
        return False
    if relation.object is None:
        return True
    test = born if relation.relation in STAYS else alive
    return test(records, relation.subject, day) and test(records, relation.object, day)


@CALM
@given(day=DATES)
def test_lists_hold_who_may_have_existed(world: OpenStore, records: KnowledgeGraph, day: str) -> None:
    for kind, types in {
        "mission": {"un-peacekeeping-mission", "eu-mission"},
        "instrument": {"convention", "protocol"},
        "organization": {"regional-organization", "un-body", "police-organization"},
        "provision": {"article"},
        "event": {"meeting"},
        "state": {"state"},
    }.items():
        expected = {e.id for e in records.entities.values() if e.type in types and alive(records, e.id, day)}
        assert {a.id for a in list_entities(world, kind, as_of=day).answers} == expected


@CALM
@given(day=DATES)
def test_claims_shown_are_those_that_may_hold(world: OpenStore, records: KnowledgeGraph, day: str) -> None:
    for entity in ("treaty", "old-office", "league", "alpha", "first-meeting", "treaty-art-10"):
        expected = {r.id for r in records.relations if entity in (r.subject, r.object) and holds(records, r, day)}
        assert {c for a in show(world, entity, as_of=day).answers for c in a.claims} == expected


@CALM
@given(day=DATES)
def test_counts_and_the_graph_in_memory_agree(world: OpenStore, records: KnowledgeGraph, day: str) -> None:
    table = stats(world, as_of=day).table
    assert table is not None
    counted = {row[1]: row[3] for row in table.rows if row[0] == "relation type"}
    expected: dict[str, int] = {}
    for relation in records.relations:
        if relation.derived is None and holds(records, relation, day):
            expected[relation.relation] = expected.get(relation.relation, 0) + 1
    assert counted == expected
    between = {r.id for r in records.relations if r.object is not None and holds(records, r, day)}
    assert {r.id for r in records.as_of(day).relations if r.object is not None} == between


def verdict(records: KnowledgeGraph, state: str, day: str) -> str:
    """Whether a state was party to the treaty, in force from 2003-02-01, with parties recorded to 2020-12-31."""
    found = [r for r in records.relations if (r.subject, r.relation, r.object) == (state, "party-to", "treaty")]
    if last(day) < "2003-02-01":
        return "no"
    if not found:
        return "unknown" if last(day) > "2020-12-31" else "no"
    [relation] = found
    if relation.until and last(relation.until) <= first(day):
        return "no"
    if relation.until and first(relation.until) <= last(day):
        return "unknown"
    if first(relation.since or "") > last(day):
        return "no"
    return "yes" if last(relation.since or "") <= first(day) else "unknown"


@CALM
@given(day=DATES)
def test_who_of_a_group_is_not_party(world: OpenStore, records: KnowledgeGraph, day: str) -> None:
    members = {
        r.subject
        for r in records.relations
        if (r.relation, r.object) == ("member-of", "league") and holds(records, r, day)
    }
    expected = {(s, v) for s in members if (v := verdict(records, s, day)) != "yes"}
    found = gaps(world, "parties", "treaty", "league", as_of=day)
    assert {(a.id, a.value) for a in found.answers} == expected
    assert [a.value for a in found.answers] == sorted(a.value for a in found.answers)  # no before unknown


@CALM
@given(day=DATES)
def test_crimes_that_nothing_criminalizes(world: OpenStore, records: KnowledgeGraph, day: str) -> None:
    live = [r for r in records.relations if r.standing in FACT and holds(records, r, day)]
    punished = {r.object for r in live if r.relation == "criminalizes"}
    missing = set()
    for crime in (e.id for e in records.entities.values() if e.type == "crime"):
        above = {crime}
        while wider := {r.object or "" for r in live if r.relation == "broader" and r.subject in above} - above:
            above |= wider
        if not above & punished:
            missing.add(crime)
    assert {a.id for a in gaps(world, "crimes", as_of=day).answers} == missing


def dated(relation: Relation) -> list[tuple[str, str]]:
    if relation.standing == "rejected" or relation.relation in OF_THE_RECORD:
        return []
    if relation.value is not None:
        is_date = relation.relation in BEGIN | END | {"entered-into-force-on"}
        return [("value", relation.value)] if is_date else []
    ends = [(name, text) for name, text in (("since", relation.since), ("until", relation.until)) if text]
    return ends


@CALM
@given(one=DATES, two=DATES)
def test_changes(world: OpenStore, records: KnowledgeGraph, one: str, two: str) -> None:
    start, end = sorted((one, two), key=lambda d: (first(d), last(d)))
    assume(first(start) <= last(end))
    expected = {
        (text, r.id, first(text) >= first(start) and last(text) <= last(end))
        for r in records.relations
        for _, text in dated(r)
        if first(text) <= last(end) and last(text) >= first(start)
    }
    found = changes(world, start, end).table
    assert found is not None
    assert {(row[0], row[6], row[3] == "") for row in found.rows} == expected
    order = [first(str(row[0])) for row in found.rows]
    assert order == sorted(order)


@CALM
@given(day=DATES)
def test_a_timeline_ends_on_the_day_asked_for(world: OpenStore, records: KnowledgeGraph, day: str) -> None:
    expected = sorted(
        (first(text), text, r.id)
        for r in records.relations
        if "treaty" in (r.subject, r.object)
        for _, text in dated(r)
        if first(text) <= last(day)
    )
    table = timeline(world, "treaty", as_of=day, each=True).table
    assert table is not None
    assert sorted((row[1], row[0], row[-2]) for row in table.rows) == expected


@given(st.lists(st.tuples(st.floats(0, 1000), st.floats(5, 60)), max_size=80))
def test_labels_never_overlap_and_keep_their_order(labels: list[tuple[float, float]]) -> None:
    labels.sort()
    heights = [height for _, height in labels]
    bottom = max(1000.0, sum(heights))
    tops = places([want for want, _ in labels], heights, 0, bottom)
    edges = [0.0, *(edge for top, height in zip(tops, heights, strict=True) for edge in (top, top + height)), bottom]
    assert all(after >= before - 1e-6 for before, after in itertools.pairwise(edges))


@given(st.text(max_size=300), st.floats(60, 800))
def test_wrapped_lines_fit(text: str, width: float) -> None:
    lines = wrapped(text, width, 14)
    assert len(lines) <= 2
    assert all(width_of(line, 14) <= width for line in lines)
