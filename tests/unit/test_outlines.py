"""Outlines are read with their places, may be absent, and are checked."""

import shutil
from pathlib import Path

import pytest

from tocgraph.checks import check
from tocgraph.reader import read

BASE = Path(__file__).parent.parent / "rules" / "base"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the base of the rules' examples."""
    return Path(shutil.copytree(BASE, tmp_path / "data"))


def outlined(folder: Path, text: str) -> list[str]:
    """The problems of the folder with these outlines, without file and hint."""
    (folder / "outlines.yaml").write_text(text, encoding="utf-8")
    return [f"{p.file} {p.line} {p.level} {p.rule}: {p.message}" for p in check(folder)]


def test_parts_come_in_the_order_of_the_text_with_their_paths(folder):
    [outline] = read(folder).dataset.outlines
    assert outline.text == "annual-report*.txt"
    assert [(path, part.at) for path, part in outline.walk()] == [
        (("parts", 0), "title page"),
        (("parts", 1), "page 3"),
        (("parts", 1, "parts", 0), "page 3, item 1"),
        (("parts", 2), "page 4"),
    ]


def test_a_folder_needs_no_outlines(folder):
    (folder / "outlines.yaml").unlink()
    assert read(folder).dataset.outlines == []
    assert check(folder) == []


def test_a_part_without_begins_is_reported_once_and_its_outline_left_out(folder):
    text = "- source: annual-report\n  parts:\n    - {at: page 7, title: Partners}\n"
    problem = "outlines.yaml 3 error missing-field: the field 'begins' is missing"
    assert outlined(folder, text) == [problem]


def test_a_misspelt_field_of_a_part_is_taken_for_the_right_one(folder):
    text = "- source: annual-report\n  parts:\n    - {at: page 3, title: Partners, begin: Whom}\n"
    assert outlined(folder, text) == ["outlines.yaml 3 error unknown-field: unknown field 'begin'"]


def test_a_source_of_an_outline_must_exist_and_has_one_outline(folder):
    part = "  parts: [{at: page 3, title: Partners, begins: Whom}]\n"
    text = f"- source: annual-report\n{part}- source: annual-report\n{part}- source: anual-report\n{part}"
    assert outlined(folder, text) == [
        "outlines.yaml 3 error repeated-pinpoint: 'annual-report' has an outline already",
        "outlines.yaml 5 error unknown-source: no source 'anual-report'",
    ]


def test_outlines_are_sorted_and_their_languages_checked(folder):
    text = "- source: web-page\n  parts: [{at: paragraph 1, title: {english: One}, begins: One}, "
    text += "{at: paragraph 2, title: Two, begins: Two}]\n"
    assert outlined(folder, text) == ["outlines.yaml 2 error bad-language: 'english' is not a language code"]
    text = text.replace("english", "en") + "- source: annual-report\n  parts: [{at: page 3, title: P, begins: Whom}]\n"
    assert [line.split(":")[0] for line in outlined(folder, text)] == ["outlines.yaml 1 warning order"]


def test_an_unknown_pinpoint_is_a_warning_with_the_nearest_known_one(folder):
    text = "- source: web-page\n  parts: [{at: paragraph 1, title: One, begins: One}]\n"
    assert outlined(folder, text) == [
        "relations.yaml 12 warning unknown-pinpoint: the outline of 'web-page' has no part 'paragraph 2'"
    ]
    assert check(folder)[0].hint == "did you mean 'paragraph 1'?"
