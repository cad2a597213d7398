"""Data folders as records: what is read, where each record stands, and what a fault costs."""

import gc
from pathlib import Path

import pytest

from tocgraph.errors import TocgraphError
from tocgraph.reader import Reading, read

ENTITY = "- id: a\n  type: crime\n  label: {en: A}\n"


def folder(path: Path, **files: str) -> Path:
    content = {"sources": "", "entities": ENTITY, "relations": "", **files}
    for name, text in content.items():
        (path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return path


def rules(reading: Reading) -> list[str]:
    return [problem.rule for problem in reading.problems]


def test_the_tiny_graph_is_read_whole(tiny):
    reading = read(tiny)
    assert reading.problems == []
    dataset = reading.dataset
    assert (len(dataset.sources), len(dataset.entities), len(dataset.relations)) == (4, 9, 16)
    assert {relation.standing for relation in dataset.relations} == {"preferred", "normal", "disputed", "rejected"}
    assert dataset.schema_.relations["part-of"].flags == ["transitive", "acyclic"]
    assert reading.trees.keys() == {
        "schema.yaml",
        "sources.yaml",
        "entities.yaml",
        "relations.yaml",
        "outlines.yaml",
        "senses.yaml",
        "tables.yaml",
    }


def test_every_record_has_its_place(tiny):
    reading = read(tiny)
    interpol = next(entity for entity in reading.dataset.entities if entity.id == "interpol")
    problem = reading.problem(interpol, ["aliases", "en", 1], "shared-name", "x", level="warning")
    line = (tiny / "entities.yaml").read_text(encoding="utf-8").split("\n")[problem.line - 1]
    assert line[problem.column - 1 :].startswith("ICPO]")
    key = reading.key_problem(interpol, ["label", "ar"], "bad-language", "x")
    assert (key.line, key.column) == (problem.line - 2, 25)
    part_of = reading.dataset.schema_.relations["part-of"]
    assert reading.problem(part_of, ["id"], "bad-id", "x").file == "schema.yaml"
    assert reading.problem(reading.dataset.schema_, ["base"], "bad-url", "x").column == 7


def test_a_faulty_field_is_left_out_and_remembered(tmp_path):
    reading = read(folder(tmp_path, entities=ENTITY + "  aliases: {en: text}\n  description: {en: [x]}\n"))
    [entity] = reading.dataset.entities
    assert (entity.id, entity.aliases, entity.description) == ("a", {}, {})
    assert [str(p) for p in reading.problems] == [
        "entities.yaml:4:17 error wrong-shape: aliases.en: this should be a list; see docs/data-format.md",
        "entities.yaml:5:17 error wrong-shape: description.en: this should be a text; see docs/data-format.md",
    ]
    assert reading.lost.part(entity, "aliases", "en", 0)
    assert not reading.lost.part(entity, "label", "en")


def test_a_misspelt_field_is_taken_for_the_one_it_resembles(tmp_path):
    reading = read(folder(tmp_path, entities="- ID: a\n  typ: crime\n  lables: {en: A}\n  colour: red\n"))
    [entity] = reading.dataset.entities
    assert (entity.id, entity.type, entity.label) == ("a", "crime", {"en": "A"})
    assert [(p.line, p.column, p.hint[:21]) for p in reading.problems] == [
        (1, 3, "did you mean 'id'?"),
        (2, 3, "did you mean 'type'?"),
        (3, 3, "did you mean 'label'?"),
        (4, 3, "remove it; the fields"),
    ]


def test_a_misspelt_field_of_a_citation_is_repaired_as_well(tmp_path):
    text = "- subject: a\n  relation: counters\n  object: b\n  cite: [{sorce: x, at: y}]\n"
    reading = read(folder(tmp_path, relations=text))
    assert [(p.rule, p.line, p.column) for p in reading.problems] == [("unknown-field", 4, 11)]
    assert reading.dataset.relations[0].cite[0].source == "x"


def test_a_block_without_an_id_is_lost_but_leaves_a_gap(tmp_path):
    text = "- id: alpha\n  type: crime\n- type: crime\n- id: omega\n"
    lost = read(folder(tmp_path, entities=text)).lost
    assert lost.may_hold("entities", "entities.yaml", "omega")
    assert lost.may_hold("entities", "entities.yaml", "beta")
    assert not lost.may_hold("entities", "entities.yaml", "zeta")


def test_a_broken_block_leaves_its_id_and_words(tmp_path):
    reading = read(folder(tmp_path, entities=ENTITY + "- id: b\n  label: {en: B\n"))
    assert rules(reading) == ["yaml-syntax"]
    assert reading.lost.may_hold("entities", "entities.yaml", "b")
    assert "label" in reading.lost.words


def test_one_faulty_type_leaves_the_rest_of_the_schema(tmp_path):
    schema = (
        "base: https://example.org/\nentity_types:\n  - {id: a, label: {en: a}, plural: {en: as}}\n  - {id: b}\n"
        "relation_types:\n  - {id: r, label: {en: r}, from: [a], flags: [odd]}\ncolour: red\n"
    )
    reading = read(folder(tmp_path, schema=schema))
    assert [t.id for t in reading.dataset.schema_.entity_types] == ["a"]
    assert reading.dataset.schema_.relation_types[0].flags == []
    assert sorted(rules(reading)) == ["missing-field", "missing-field", "unknown-field", "wrong-shape"]
    assert reading.lost.may_hold("entity_types", "schema.yaml", "b")


@pytest.mark.parametrize("text", ["just a text", "a: mapping", "- a text", "- [a, list]"])
def test_what_is_no_list_of_mappings_is_reported(tmp_path, text):
    assert rules(read(folder(tmp_path, relations=text))) == ["wrong-shape"]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]"])
def test_an_empty_file_is_an_empty_list(tmp_path, text):
    reading = read(folder(tmp_path, relations=text))
    assert (reading.problems, reading.dataset.relations) == ([], [])


@pytest.mark.parametrize("text", ["", "[a]", "text", "base: [x]", "entity_types: x", "relation_types: [[[]]]"])
def test_a_useless_schema_is_reported_and_the_rest_is_read(tmp_path, text):
    reading = read(folder(tmp_path, schema=text))
    assert reading.problems
    assert {p.file for p in reading.problems} == {"schema.yaml"}
    assert [e.id for e in reading.dataset.entities] == ["a"]


def test_a_missing_file_is_a_problem_and_an_unreadable_one_an_error(tmp_path):
    folder(tmp_path)
    (tmp_path / "sources.yaml").unlink()
    assert rules(read(tmp_path)) == ["missing-file"]
    (tmp_path / "sources.yaml").mkdir()
    with pytest.raises(TocgraphError, match="cannot read"):
        read(tmp_path)


def test_the_garbage_collector_is_left_as_it_was(tiny):
    assert gc.isenabled()
    read(tiny)
    assert gc.isenabled()
    gc.disable()
    try:
        read(tiny)
        assert not gc.isenabled()
    finally:
        gc.enable()
