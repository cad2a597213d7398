"""compare and matrix against a plain reading of the records: no SPARQL, no code of the reports."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from tocgraph.graph import KnowledgeGraph, load
from tocgraph.model import Relation
from tocgraph.parties import party_statuses
from tocgraph.reports.compare import compare
from tocgraph.reports.matrix import matrix
from tocgraph.store import OpenStore

FACT = ("preferred", "normal")
LAW = {"crimes": ("crime", {"criminalizes"}), "mechanisms": ("mechanism", {"provides-for", "requires"})}
Verdict = tuple[str, str]


class Records:
    """The shipped records, with the few indexes that reading them takes."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.graph = graph
        self.of: dict[str, list[Relation]] = {}
        self.to: dict[str, list[Relation]] = {}
        self.wider: dict[str, set[str]] = {}
        for r in graph.relations:
            self.of.setdefault(r.subject, []).append(r)
            if r.object is not None:
                self.to.setdefault(r.object, []).append(r)
            if r.relation == "broader" and r.standing in (*FACT, "unverified"):
                self.wider.setdefault(r.subject, set()).add(str(r.object))

    def types(self, entity: str) -> set[str]:
        return set(self.graph.schema.ancestors(self.graph.entities[entity].type))

    def all_of(self, kind: str) -> list[str]:
        return [e for e in self.graph.entities if kind in self.types(e)]

    def above(self, concept: str) -> set[str]:
        found: set[str] = set()
        waiting = list(self.wider.get(concept, ()))
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting += self.wider.get(one, ())
        return found - {concept}

    def parts(self, whole: str) -> set[str]:
        found: set[str] = set()
        waiting = [whole]
        while waiting:
            for r in self.to.get(waiting.pop(), ()):
                fits = r.relation == "part-of" and r.standing in (*FACT, "unverified")
                if fits and r.subject not in found and "provision" in self.types(r.subject):
                    found.add(r.subject)
                    waiting.append(r.subject)
        return found

    def says(self, entity: str, relation: str, facts: bool = True) -> list[str]:
        return [
            str(r.value)
            for r in self.of.get(entity, ())
            if r.relation == relation and (r.standing in FACT or not facts)
        ]

    def read(self, whole: str) -> tuple[bool, bool]:
        """Whether the text is read to its end, and whether any of it is read."""
        seen: set[int] = set()
        touched = False
        for part in self.parts(whole):
            if self.says(part, "provision-kind"):
                touched = True
                numbers = self.says(part, "article-number") or self.says(part, "article-number", facts=False)
                if "article" in self.types(part) and numbers:
                    first, _, last = min(numbers).partition(" to ")
                    if first.isdigit():
                        seen |= set(range(int(first), int(last or first) + 1))
        stated = [
            int(str(r.value))
            for r in self.of.get(whole, ())
            if r.relation == "part-count" and r.standing in FACT and "articles" in dict(r.qualifiers["unit"]).values()
        ]
        return bool(stated) and seen >= set(range(1, max(stated) + 1)), touched

    def told(self, whole: str, kind: str, relations: set[str]) -> dict[str, list[tuple[str, str]]]:
        """By end, the standing of each claim of the instrument or its provisions, and the provision that states it."""
        found: dict[str, list[tuple[str, str]]] = {}
        for subject in {whole, *self.parts(whole)}:
            for r in self.of.get(subject, ()):
                if r.relation in relations and r.object is not None and kind in self.types(r.object):
                    found.setdefault(r.object, []).append((r.standing, subject if r.derived is None else whole))
        return found

    def supplemented(self, protocol: str) -> set[str]:
        """The conventions that a protocol supplements, at any remove."""
        found: set[str] = set()
        waiting = [protocol]
        while waiting:
            for r in self.of.get(waiting.pop(), ()):
                if r.relation == "supplements" and r.standing in FACT and r.object not in found:
                    found.add(str(r.object))
                    waiting.append(str(r.object))
        return found - {protocol}

    def verdict(self, whole: str, end: str, kind: str, relations: set[str]) -> Verdict:
        told = self.told(whole, kind, relations)
        standings = {standing for standing, _ in told.get(end, ())}
        if standings & set(FACT):
            return "yes", "stated"
        for standing, verdict in (("unverified", "unknown"), ("disputed", "unknown"), ("rejected", "no")):
            if standing in standings:
                return verdict, standing
        for above in self.supplemented(whole):
            if {s for s, _ in self.told(above, kind, relations).get(end, ())} & set(FACT):
                return "unknown", "supplemented"
        having = {other for other, claims in told.items() if {s for s, _ in claims} & set(FACT)}
        if any(end in self.above(other) for other in having):
            return "unknown", "narrower"
        if relations == {"criminalizes"} and having & self.above(end):
            return "unknown", "wider"
        complete, touched = self.read(whole)
        # Each offence that a read article makes is recorded; of forms of cooperation only what was asked for.
        if complete and relations == {"criminalizes"}:
            return "no", "complete"
        return "unknown", "not-recorded" if touched else "not-read"


@cache
def records() -> Records:
    return Records(load())


def instruments() -> st.SearchStrategy[list[str]]:
    known = records().all_of("instrument")
    rich = [i for i in known if records().told(i, "concept", {"criminalizes", "provides-for", "requires"})]
    return st.lists(st.sampled_from(rich) | st.sampled_from(known), min_size=2, max_size=4, unique=True)


@given(data=st.data(), by=st.sampled_from(sorted(LAW)))
@settings(max_examples=12, deadline=None)
def test_instruments_by_what_they_say(shipped: OpenStore, data: st.DataObject, by: str) -> None:
    chosen = data.draw(instruments())
    kind, relations = LAW[by]
    found = compare(shipped, chosen, by=by)
    assert found.table is not None
    told = {i: records().told(i, kind, relations) for i in chosen}
    rows = {row[2]: row for row in found.table.rows if row[2]}
    assert set(rows) == set().union(*told.values())
    for end, row in rows.items():
        expected = [records().verdict(i, end, kind, relations) for i in chosen]
        assert [(cell["verdict"], cell["reason"]) for cell in row[3:]] == expected, end
        yes = [i for i, (verdict, _) in zip(chosen, expected, strict=True) if verdict == "yes"]
        assert row[0]["things"] == yes
        assert row[0]["certain"] == all(verdict != "unknown" for verdict, _ in expected)
        for instrument, cell in zip(chosen, row[3:], strict=True):
            if cell["verdict"] == "yes":
                facts = {part for standing, part in told[instrument][end] if standing in FACT and part != instrument}
                numbers = {number for part in facts for number in records().says(part, "article-number", False)}
                assert numbers <= set(cell.get("articles", ())), (instrument, end)
                assert cell["citations"]


@given(data=st.data())
@settings(max_examples=6, deadline=None)
def test_a_matrix_holds_the_same_verdicts(shipped: OpenStore, data: st.DataObject) -> None:
    chosen = data.draw(instruments())
    crimes = data.draw(st.lists(st.sampled_from(records().all_of("crime")), min_size=2, max_size=8, unique=True))
    found = matrix(shipped, ",".join(crimes), ",".join(chosen), everything=True)
    assert found.table is not None
    got = {
        (row[1], column): (cell["verdict"], cell["reason"])
        for row in found.table.rows
        for column, cell in zip(found.table.columns[2:], row[2:], strict=True)
    }
    kind, relations = LAW["crimes"]
    assert got == {(c, i): records().verdict(i, c, kind, relations) for c in crimes for i in chosen}


def joined(one: str, other: str, among: Iterable[Relation]) -> set[str]:
    return {r.standing for r in among if (r.subject, r.object) in ((one, other), (other, one))}


@given(data=st.data())
@settings(max_examples=8, deadline=None)
def test_missions_and_bodies_against_crimes(shipped: OpenStore, data: st.DataObject) -> None:
    actors = records().all_of("mission") + records().all_of("organization")
    rows = data.draw(st.lists(st.sampled_from(actors), min_size=2, max_size=10, unique=True))
    crimes = data.draw(st.lists(st.sampled_from(records().all_of("crime")), min_size=2, max_size=10, unique=True))
    found = matrix(shipped, ",".join(rows), ",".join(crimes), everything=True)
    assert found.table is not None
    for row in found.table.rows:
        about = [*records().of.get(row[1], ()), *records().to.get(row[1], ())]
        for crime, cell in zip(crimes, row[2:], strict=True):
            standings = joined(row[1], crime, about)
            # Nothing says that all a body does is recorded: without a claim it is never a no.
            if standings & set(FACT):
                assert cell["verdict"] == "yes"
            elif standings == {"rejected"}:
                assert cell["verdict"] == "no"
            else:
                assert cell["verdict"] == "unknown"


@given(data=st.data())
@settings(max_examples=6, deadline=None)
def test_states_against_instruments_say_what_the_records_of_parties_say(
    shipped: OpenStore, data: st.DataObject
) -> None:
    states = data.draw(st.lists(st.sampled_from(records().all_of("state")), min_size=2, max_size=8, unique=True))
    laws = data.draw(st.lists(st.sampled_from(records().all_of("convention")), min_size=2, max_size=8, unique=True))
    day = data.draw(st.none() | st.integers(1990, 2025).map(str))
    found = matrix(shipped, ",".join(states), ",".join(laws), as_of=day, everything=True)
    assert found.table is not None
    statuses = party_statuses(shipped, states, laws, day)
    for row in found.table.rows:
        for law, cell in zip(found.table.columns[2:], row[2:], strict=True):
            status = statuses[row[1], law]
            assert (cell["verdict"], cell["reason"]) == (status.verdict, status.reason)
            stated = [r for r in records().of.get(row[1], ()) if (r.relation, r.object) == ("party-to", law)]
            if cell["verdict"] == "no" and cell["reason"] == "not-listed":
                assert not [r for r in stated if r.standing in FACT]


@given(data=st.data())
@settings(max_examples=6, deadline=None)
def test_any_two_of_a_kind_are_compared_by_relations_that_both_have(shipped: OpenStore, data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(["mission", "organization", "crime", "article", "congress", "state"]))
    two = data.draw(st.lists(st.sampled_from(records().all_of(kind)), min_size=2, max_size=2, unique=True))
    found = compare(shipped, two)
    assert found.table is not None
    for answer, row in zip(found.answers, found.table.rows, strict=True):
        for thing, cell in zip(two, row[-2:], strict=True):
            if answer.id is None or cell["reason"] != "stated":
                continue
            about = [*records().of.get(thing, ()), *records().to.get(thing, ())]
            assert joined(thing, answer.id, about) & set(FACT), (thing, answer.id)
