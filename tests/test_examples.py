"""What can be asked is shown by questions that the data answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tocgraph import UnknownIdError, ask
from tocgraph.answers import ANSWERED
from tocgraph.asking.examples import MOST, examples
from tocgraph.asking.templates import FAMILIES, TEMPLATES
from tocgraph.cli import main
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic


def rows(opened: OpenStore, family: str | None, language: str) -> list[tuple[str, str]]:
    table = examples(opened, family, language).table
    assert table is not None
    return [(row[0], row[2]) for row in table.rows]


def test_every_family_has_patterns() -> None:
    assert list(TEMPLATES) == list(FAMILIES)
    assert all(len(patterns) >= MOST for patterns in TEMPLATES.values())


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_example_on_the_shipped_data_is_answered_with_citations(shipped: OpenStore, language: str) -> None:
    found = rows(shipped, None, language)
    for family in FAMILIES:
        assert sum(name == family for name, _ in found) == MOST, family
    for _, question in found:
        assert "{" not in question and is_arabic(question) == (language == "ar")
        given = ask(shipped, question)
        assert given.status == ANSWERED, question
        assert any(answer.citations for answer in given.answers), question
    assert len({question for _, question in found}) == len(found)


def test_other_data_has_other_examples(opened: OpenStore) -> None:
    found = rows(opened, None, "en")
    assert ("relations", "Which protocols supplement UNTOC?") in found
    assert ("dates", "When was UNTOC adopted?") in found
    assert {family for family, _ in found} < set(FAMILIES)
    assert ("relations", "ما البروتوكولات المكملة لاتفاقية باليرمو؟") in (rows(opened, "relations", "ar"))


def test_a_family_is_named_by_id_or_name(opened: OpenStore) -> None:
    assert rows(opened, "obstacles", "en") == rows(opened, "Obstacles and Causes", "en")
    assert rows(opened, "dates", "en") == rows(opened, "التواريخ والمدد", "en") != []
    with pytest.raises(UnknownIdError) as raised:
        examples(opened, "relation")
    assert raised.value.suggestions[0] == "relations"


def test_each_family_is_told_of_before_it_is_asked_for(opened: OpenStore) -> None:
    told: list[tuple[str, float]] = []
    examples(opened, "dates", "en", lambda step, share: told.append((step, share)))
    assert told == [("dates", 0.0), ("", 1.0)]


def test_the_command_writes_plain_rows(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["questions", "relations", "--data-dir", str(tiny)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "family\twhat is asked\texample"
    assert "relations\trelations between things\tWhich protocols supplement UNTOC?" in lines
    assert main(["questions", "nothing-such", "--data-dir", str(tiny)]) == 1
    assert "no family of questions named" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("form", "start"), [("csv", "family,asked,example\n"), ("json", "{"), ("markdown", "| family |")]
)
def test_the_command_takes_every_format(tiny: Path, capsys: pytest.CaptureFixture[str], form: str, start: str) -> None:
    run: Callable[[list[str]], int] = main
    assert run(["questions", "--format", form, "--data-dir", str(tiny)]) == 0
    assert capsys.readouterr().out.startswith(start)
