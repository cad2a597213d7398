"""Claims are counted by the part that they cite; what nothing cites has a reason or is a gap."""

from pathlib import Path

import pytest

from tocgraph.audit.coverage import coverage
from tocgraph.errors import UnknownIdError
from tocgraph.model import Citation, Dataset, Outline, Part, Relation
from tocgraph.reader import read

BASE = Path(__file__).parent.parent / "rules" / "base"


def part(at: str, *parts: Part, uncited: str = "") -> Part:
    return Part(at=at, title=f"About {at}", begins=at, uncited=uncited, parts=list(parts))


def claim(value: str, *places: str) -> Relation:
    cite = [Citation(source="book", at=at) for at in places]
    return Relation(subject="interpol", relation="founded", value=value, cite=cite)


@pytest.fixture
def dataset() -> Dataset:
    """One source with seven parts, cited by three claims."""
    outline = Outline(
        source="book",
        parts=[
            part("1", part("1A"), part("1B", part("1B1"))),
            part("2", part("2A"), uncited="thanks"),
            part("3", uncited="list of works"),
        ],
    )
    relations = [claim("1914", "1A", "1B1"), claim("1923", "1A", "1"), claim("1956", "1", "3", "elsewhere")]
    schema = read(BASE).dataset.schema_
    return Dataset(schema=schema, sources=[], entities=[], relations=relations, outlines=[outline])


def test_a_part_counts_its_own_claims_and_those_within_it_once(dataset):
    counted = {c.at: (c.depth, c.claims, c.within, c.state) for c in coverage(dataset)}
    assert counted == {
        "1": (0, 2, 3, "cited"),
        "1A": (1, 2, 2, "cited"),
        "1B": (1, 0, 1, "cited"),
        "1B1": (2, 1, 1, "cited"),
        "2": (0, 0, 0, "uncited"),
        "2A": (1, 0, 0, "uncited"),
        "3": (0, 1, 1, "cited"),
    }


def test_a_reason_holds_for_the_parts_within(dataset):
    assert [(c.at, c.reason) for c in coverage(dataset) if c.reason] == [
        ("2", "thanks"),
        ("2A", "thanks"),
        ("3", "list of works"),
    ]


def test_what_nothing_cites_and_nothing_excuses_is_a_gap(dataset):
    bare = dataset.model_copy(update={"relations": []})
    assert [c.at for c in coverage(bare) if c.state == "gap"] == ["1", "1A", "1B", "1B1"]


def test_one_source_can_be_asked_for(dataset):
    assert len(coverage(dataset, "book")) == 7
    with pytest.raises(UnknownIdError, match="no outlined source named 'bok'") as raised:
        coverage(dataset, "bok")
    assert raised.value.suggestions == ["book"]
