"""Derived claims in RDF: rule, premises and the stated claims behind them; whole and partial exports."""

from __future__ import annotations

from pathlib import Path

import pytest

from tocgraph.exporters import export
from tocgraph.store import OpenStore, open_store

SAMPLE = Path(__file__).parent.parent / "data" / "inference"


@pytest.fixture(scope="module")
def sample() -> OpenStore:
    return open_store(SAMPLE)


def ask(sample: OpenStore, pattern: str) -> bool:
    names = ("dcterms", "id", "prov", "rdf", "rule", "skos", "toc", "xsd")
    return sample.store.ask(sample.vocabulary.header(*names) + pattern)


OFFENCE = "?c rdf:subject id:untoc ; rdf:predicate toc:appliesTo ; rdf:object id:trafficking-in-persons"


def test_a_derived_claim_has_rule_and_premises_and_no_citations(sample: OpenStore) -> None:
    assert ask(sample, f"ASK {{ {OFFENCE} ; toc:derivedBy rule:protocol-offence }}")
    assert not ask(sample, f"ASK {{ {OFFENCE} ; prov:hadPrimarySource ?source }}")
    count = sample.vocabulary.header("id", "prov", "rdf", "toc") + (
        f"SELECT (COUNT(DISTINCT ?p) AS ?premises) (COUNT(DISTINCT ?s) AS ?stated) WHERE {{ {OFFENCE} ; "
        "prov:wasDerivedFrom ?p ; toc:provenBy ?s }"
    )
    [row] = sample.store.select(count).rows
    assert (row["premises"].value, row["stated"].value) == ("4", "5")
    assert not ask(sample, "ASK { ?c toc:provenBy ?s . ?s toc:derivedBy ?rule }")


def test_a_derived_claim_is_a_plain_triple_when_it_is_taken_as_fact(sample: OpenStore) -> None:
    assert ask(sample, "ASK { id:egypt toc:partyTo id:untoc }")
    assert ask(sample, 'ASK { ?c rdf:subject id:egypt ; toc:sinceEarliest "2004-04-04"^^xsd:date }')
    assert not ask(sample, "ASK { id:untoc toc:providesFor id:treaty-as-extradition-basis }")


def test_rules_are_described(sample: OpenStore) -> None:
    described = 'a toc:Rule, prov:Plan ; dcterms:identifier "entry-into-force" ; skos:prefLabel ?l ; skos:definition ?d'
    assert ask(sample, f'ASK {{ rule:entry-into-force {described} FILTER(LANG(?l) = "ar" && LANG(?d) = "en") }}')


def test_a_part_brings_the_claims_that_its_derived_ones_rest_on(sample: OpenStore) -> None:
    document = export(sample, "ntriples", around="egypt", depth=1)
    assert document is not None
    text = document.decode()
    subjects = {line.split(" ", 1)[0] for line in text.splitlines()}
    base = sample.vocabulary.base
    named = {word for line in text.splitlines() for word in line.split(" ") if word.startswith(f"<{base}")}
    assert {w for w in named if "/claim/" in w or "/rule/" in w or "/source/" in w} <= subjects
    assert "untoc-art-16" not in text
