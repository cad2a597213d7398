"""What a careful reader of each source document would ask, answered with the claims that its text supports.

The files in tests/questions hold for each document the questions, their whole answers, and the claims
of that document on which they rest.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from tocgraph.cli import main
from tocgraph.graph import KnowledgeGraph, load
from tocgraph.model import Relation

FOLDER = Path(__file__).parent / "questions"


class Asked(NamedTuple):
    """One question: the document, the command that asks it, what is answered, the claims behind."""

    document: str
    arguments: tuple[str, ...]
    answers: tuple[str, ...]
    claims: tuple[str, ...]


def _asked() -> list[Asked]:
    found = []
    for file in sorted(FOLDER.glob("*.yaml")):
        for block in yaml.safe_load(file.read_text(encoding="utf-8")):
            arguments = ("ask", block["ask"]) if "ask" in block else tuple(map(str, block["run"]))
            answers = tuple(map(str, block["answers"]))
            found.append(Asked(file.stem, arguments, answers, tuple(block["claims"])))
    return found


ASKED = _asked()


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    """The shipped data."""
    return load()


@pytest.fixture(scope="module")
def claims(graph: KnowledgeGraph) -> dict[str, list[Relation]]:
    """The claims by "subject relation object"."""
    found: dict[str, list[Relation]] = {}
    for relation in graph.relations:
        found.setdefault(f"{relation.subject} {relation.relation} {relation.object or relation.value}", []).append(
            relation
        )
    return found


def test_each_document_has_ten_english_and_two_arabic_questions():
    for file in sorted(FOLDER.glob("*.yaml")):
        of_document = [asked for asked in ASKED if asked.document == file.stem]
        arabic = [asked for asked in of_document if any("؀" <= letter <= "ۿ" for letter in asked.arguments[-1])]
        assert len(arabic) >= 2, file.name
        assert len(of_document) - len(arabic) >= 10, file.name
        assert len({asked.arguments for asked in of_document}) == len(of_document), file.name
    assert len(list(FOLDER.glob("*.yaml"))) == 5


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: " ".join(asked.arguments))
def test_a_readers_question_is_answered(
    asked: Asked, claims: dict[str, list[Relation]], capsys: pytest.CaptureFixture[str]
):
    behind = {text: claims.get(text, []) for text in asked.claims}
    for text, relations in behind.items():
        cited = {citation.source for relation in relations for citation in relation.cite}
        assert asked.document in cited, f"no claim {text!r} that cites {asked.document}"

    capsys.readouterr()
    code = main([*asked.arguments, "--format", "json"])
    written = capsys.readouterr().out
    assert code == 0, written
    found: dict[str, Any] = json.loads(written)
    command = asked.arguments[0]
    if command == "sparql":
        first = found["head"]["vars"][0]
        values = [row[first]["value"] for row in found["results"]["bindings"]]
        assert sorted(value.rsplit("/id/", 1)[-1] for value in values) == sorted(asked.answers)
        return
    used = {claim for answer in found["answers"] for claim in answer["claims"]}
    if command == "show":
        for text, relations in behind.items():
            assert used & {relation.id for relation in relations}, f"{text} is not shown"
        shown = {str(answer["value"] if answer["id"] is None else answer["id"]) for answer in found["answers"]}
        assert set(asked.answers) <= shown
        return
    given = [str(answer["value"] if answer["id"] is None else answer["id"]) for answer in found["answers"]]
    assert sorted(given) == sorted(asked.answers), f"{found['status']}: {found['reading']}"
    if command == "ask":
        for text, relations in behind.items():
            assert used & {relation.id for relation in relations}, f"{text} is not among the claims of the answer"
