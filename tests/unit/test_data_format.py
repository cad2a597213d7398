"""The page on the data format shows valid data and describes exactly the fields that there are."""

import re
from pathlib import Path

import pytest

from tocgraph.checks import check
from tocgraph.model import (
    Citation,
    Entity,
    EntityType,
    InferenceRule,
    Outline,
    Part,
    Pattern,
    QualifierType,
    Record,
    Relation,
    RelationType,
    Schema,
    Sense,
    Source,
    Table,
    Template,
)

PAGE = (Path(__file__).parent.parent.parent / "docs" / "data-format.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


KINDS = [
    Entity,
    Relation,
    Citation,
    Source,
    Outline,
    Part,
    Sense,
    Table,
    Template,
    Schema,
    EntityType,
    RelationType,
    QualifierType,
    InferenceRule,
    Pattern,
]


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_described(kind: type[Record]):
    described = {
        name for row in re.findall(r"^\| (`.*?) \|", PAGE, re.MULTILINE) for name in re.findall(r"`(.+?)`", row)
    }
    described |= {"entity_types", "relation_types", "qualifiers"}  # lists of their own, in the example
    fields = {field.alias or name for name, field in kind.model_fields.items()}
    assert fields - described == set()


def test_the_examples_are_valid(tmp_path):
    entities, relations, sources, outlines, senses, tables, schema, inferring = EXAMPLES
    written = {"entities": entities, "sources": sources, "relations": "", "outlines": outlines, "schema": schema}
    written["senses"] = senses
    for name, text in written.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    rules = {problem.rule for problem in check(tmp_path)}
    assert rules == {"unknown-entity-type", "unconnected", "unused-source"}  # the types are those of the small schema
    assert "supports-action-against" in relations
    (tmp_path / "schema.yaml").write_text(f"{schema}\n{inferring}", encoding="utf-8")
    assert {p.rule for p in check(tmp_path) if p.file == "schema.yaml"} == {
        "unknown-relation-type", "unknown-entity-type", "unknown-qualifier"
    }  # fmt: skip
    (tmp_path / "tables.yaml").write_text(tables, encoding="utf-8")
    problem = next(p for p in check(tmp_path) if p.file == "tables.yaml")
    assert problem.rule == "missing-file", problem  # the block is sound, but the example has no table
