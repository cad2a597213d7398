"""The curated data themselves: no problem of any kind, everything bilingual, nothing declared in vain."""

from __future__ import annotations

import re

import pytest

from tocgraph import locate
from tocgraph.checks import check
from tocgraph.model import Dataset
from tocgraph.reader import read


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return read(locate.data_dir()).dataset


def test_the_data_have_no_problem():
    assert [str(problem) for problem in check(locate.data_dir())] == []


def test_there_is_enough_to_ask_about(dataset):
    assert len(dataset.entities) >= 500
    assert len(dataset.relations) >= 1200
    assert len(dataset.sources) >= 10


def test_every_entity_and_type_is_named_in_both_languages(dataset):
    schema = dataset.schema_
    named = [*dataset.entities, *schema.entity_types, *schema.relation_types, *schema.qualifiers]
    assert [record.id for record in named if not {"en", "ar"} <= record.label.keys()] == []
    assert [t.id for t in schema.entity_types if not {"en", "ar"} <= t.plural.keys()] == []


def test_every_rule_says_what_it_does_and_why_in_both_languages(dataset):
    texts = [text for rule in dataset.schema_.rules for text in (rule.label, rule.description)]
    assert texts and all({"en", "ar"} <= text.keys() for text in texts)


def test_arabic_labels_are_arabic(dataset):
    arabic = re.compile("[\u0600-\u06ff]")
    assert [entity.id for entity in dataset.entities if not arabic.search(entity.label["ar"])] == []


def test_every_relation_type_can_be_asked_for_in_both_languages(dataset):
    assert [r.id for r in dataset.schema_.relation_types if not {"en", "ar"} <= r.phrases.keys()] == []


def test_every_relation_type_and_qualifier_is_used(dataset):
    schema = dataset.schema_
    used = {relation.relation for relation in dataset.relations}
    broader = {r.broader for r in schema.relation_types}
    assert {r.id for r in schema.relation_types} - used - broader == set()
    qualifiers = {name for relation in dataset.relations for name in relation.qualifiers}
    assert sorted({q.id for q in schema.qualifiers} - qualifiers) == []


def test_claim_ids_are_unique(dataset):
    ids = [relation.id for relation in dataset.relations]
    assert len(ids) == len(set(ids))


def test_identifiers_have_the_form_of_their_scheme(dataset):
    forms = {
        "wikidata": r"Q[1-9][0-9]*",
        "iso2": r"[A-Z]{2}",
        "iso3": r"[A-Z]{3}",
        "m49": r"[0-9]{3}",
        "website": r"https?://\S+",
    }
    wrong = [
        (entity.id, scheme, value)
        for entity in dataset.entities
        for scheme, value in entity.identifiers.items()
        if scheme in forms and not re.fullmatch(forms[scheme], value)
    ]
    assert wrong == []


def test_no_two_entities_have_one_wikidata_item(dataset):
    owners: dict[str, list[str]] = {}
    for entity in dataset.entities:
        if "wikidata" in entity.identifiers:
            owners.setdefault(entity.identifiers["wikidata"], []).append(entity.id)
    assert {item: ids for item, ids in owners.items() if len(ids) > 1} == {}


def test_no_source_sentence_is_copied(dataset):
    """Words to be found at a place are names and short phrases, not sentences."""
    long = [
        (relation.key, words)
        for relation in dataset.relations
        for citation in relation.cite
        for words in citation.finds
        if len(words.split()) > 12
    ]
    assert long == []
