"""What the shipped rules derive from a sample, and its proofs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tocgraph.checks import load_checked
from tocgraph.graph import KnowledgeGraph, load

SAMPLE = Path(__file__).parent.parent / "data" / "inference"


def saying(graph: KnowledgeGraph, rule: str) -> set[tuple[str, str, str, str]]:
    found = [r for r in graph.derived if r.derived is not None and r.derived.rule == rule]
    return {(r.subject, r.relation, r.object or "", r.since or "") for r in found}


@pytest.fixture(scope="module")
def sample() -> KnowledgeGraph:
    return load(SAMPLE)


def test_the_shipped_rules_on_a_sample(sample: KnowledgeGraph):
    assert saying(sample, "part-provides") == {
        ("untoc", "provides-for", "extradition", ""),
        ("untoc", "provides-for", "treaty-as-extradition-basis", ""),
        ("untoc-art-16", "provides-for", "treaty-as-extradition-basis", ""),
    }
    assert saying(sample, "part-criminalizes") == {("tip-protocol", "criminalizes", "trafficking-in-persons", "")}
    assert saying(sample, "protocol-offence") == {("untoc", "applies-to", "trafficking-in-persons", "")}
    assert saying(sample, "provision-within") == {("untoc-art-16-5", "part-of", "untoc", "")}
    assert saying(sample, "entry-into-force") == {
        ("african-union", "party-to", "untoc", "2014-03-31"),
        ("egypt", "party-to", "tip-protocol", "2004-04-04"),
        ("egypt", "party-to", "untoc", "2004-04-04"),
        ("mali", "party-to", "untoc", "2003-09-29"),
    }
    # Egypt's own consent says when it became party to the convention; Kenya's says the year alone.
    assert saying(sample, "protocol-party") == {("kenya", "party-to", "untoc", "2005-02-04")}


def test_members_of_a_party_are_not_thereby_parties(sample: KnowledgeGraph):
    assert any(r.key[:3] == ("ghana", "member-of", "african-union") for r in sample.relations)
    assert any(r.key[:3] == ("african-union", "party-to", "untoc") for r in sample.relations)
    assert not [r for r in sample.relations if r.subject == "ghana" and r.relation == "party-to"]


def test_the_graph_holds_stated_and_derived_claims(sample: KnowledgeGraph):
    assert len(sample.stated) == len(load_checked(SAMPLE).relations)
    assert len(sample.stated) + len(sample.derived) == len(sample.relations)
    assert all(premise in sample.claims for r in sample.derived if r.derived for premise in r.derived.premises)
    [party] = [r for r in sample.derived if r.key[:3] == ("egypt", "party-to", "untoc")]
    edge = sample.networkx.edges["egypt", "untoc", party.id]
    assert edge["derived"] == "entry-into-force"
    assert "egypt" not in {r.subject for r in sample.as_of("2004-03").derived}


def test_proofs_end_at_stated_claims(sample: KnowledgeGraph):
    below: dict[str, list[str]] = {r.id: r.derived.premises for r in sample.derived if r.derived}

    def height(claim: str, above: frozenset[str] = frozenset()) -> int:
        assert claim not in above
        return 1 + max((height(p, above | {claim}) for p in below[claim]), default=0) if claim in below else 0

    assert max(height(claim) for claim in below) == 2
