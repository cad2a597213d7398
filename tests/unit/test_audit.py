"""Parts and words are found in texts however they are set, and what is not there is reported where it is claimed."""

import shutil
from pathlib import Path

import pytest

from tocgraph.audit import Span, audit, labels_without_outline, locate, outlined, without_outline
from tocgraph.audit.words import Words
from tocgraph.errors import DataError, TocgraphError
from tocgraph.model import Part

BASE = Path(__file__).parent.parent / "rules" / "base"
REPORT = """\
# ANNUAL REPORT 2024

## Whom we *work* with

Since 1923 a **net-
work** of bodies.⁽¹⁾

The police of Vienna.

## What we do

Trafficking.
"""


@pytest.mark.parametrize(
    ("text", "wanted", "place"),
    [
        ("The Budapest  Convention", "budapest convention", 3),
        ("the Buda-\npest Convention", "Budapest", 3),
        ("cross-border crime", "cross border", 0),
        ("**Pal**ermo", "palermo", 0),
        ("one <b>bold</b> word", "one bold word", 0),
        ("justice⁽⁶⁾ and\u00a0order", "justice and order", 0),
        ("São Tomé", "sao tome", 0),
        ("نصّت الاتفاقيّة على", "الاتفاقية", 3),
        ("المادة ٣٥ café", "المادة 35 cafe", 0),
        ("scared", "CAR", -1),
        ("cars, CAR", "CAR", 4),
        ("Mali and Malian", "Malia", -1),
        ("an ocean", "no", -1),
        ("anything", "...", -1),
        ("", "word", -1),
    ],
)
def test_words_are_found_whole_however_they_are_set(text, wanted, place):
    assert Words(text).find(wanted) == place


def test_words_are_found_between_two_places_only():
    words = Words("Mali. Niger. Mali.")
    assert words.find("Mali") == 0
    assert words.find("Mali", 1) == 9
    assert words.find("Mali", 1, 12) == -1
    assert (words.next_word(0), words.next_word(4), words.next_word(9)) == (4, 9, len(words))


def part(at: str, begins: str, *parts: Part) -> Part:
    return Part(at=at, title=at, begins=begins, parts=list(parts))


def test_a_part_lasts_until_the_next_and_contains_those_within_it():
    words = Words("1 Alpha. A one. B two. 2 Beta. A three.")
    parts = [part("1", "1 Alpha", part("1A", "A one"), part("1B", "B")), part("2", "2 Beta", part("2A", "A"))]
    spans = locate(words, parts, Span(0, len(words)))
    assert {at: words.joined[s.start : s.end] for at, s in spans.items()} == {
        "1": "1alphaaonebtwo",
        "1A": "aone",
        "1B": "btwo",
        "2": "2betaathree",
        "2A": "athree",
    }


def test_a_part_is_looked_for_after_the_one_before_it_and_within_the_one_around_it():
    words = Words("Contents: One, Two. One: x. Two: y. Three")
    found = locate(words, [part("a", "Contents"), part("b", "One x"), part("c", "Two")], Span(0, len(words)))
    assert words.joined[slice(*found["c"])] == "twoythree"
    inside = locate(words, [part("b", "One x", part("b1", "Three")), part("c", "Two")], Span(0, len(words)))
    assert set(inside) == {"b", "c"}
    turned = locate(words, [part("c", "Two y"), part("b", "One x"), part("d", "Three")], Span(0, len(words)))
    assert set(turned) == {"c", "d"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The base of the rules' examples, whose annual report is outlined."""
    return Path(shutil.copytree(BASE, tmp_path / "data"))


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with the annual report."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "annual-report-2024.txt").write_text(REPORT, encoding="utf-8")
    return tmp_path / "texts"


def cite(folder: Path, citation: str) -> None:
    """Lets the first claim cite this."""
    path = folder / "relations.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count("{source: annual-report, at: page 3}") == 1
    path.write_text(text.replace("{source: annual-report, at: page 3}", citation), encoding="utf-8")


def lines(folder: Path, texts: Path) -> list[str]:
    [found] = audit(outlined(folder), texts)
    return [str(problem) for problem in found.problems]


def test_a_citation_that_holds(folder, texts):
    cite(folder, '{source: annual-report, at: page 3, finds: ["1923", network, work with, VIENNA]}')
    [found] = audit(outlined(folder), texts)
    assert found == ("annual-report", "annual-report-2024.txt", 4, 1, 1, 0, 0, 0, [])
    assert without_outline(outlined(folder)) == {"web-page": 2}


def test_words_that_stand_elsewhere_or_nowhere(folder, texts):
    cite(folder, "{source: annual-report, at: page 3, finds: [network, Trafficking, Geneva]}")
    assert lines(folder, texts) == [
        "relations.yaml:4:63 error finds-not-found: 'Trafficking' does not stand in 'annual-report' at 'page 3'; "
        "they stand in 'page 4'",
        "relations.yaml:4:76 error finds-not-found: 'Geneva' does not stand in 'annual-report' at 'page 3'; "
        "they stand nowhere in the text",
    ]
    [found] = audit(outlined(folder), texts)
    assert (found.citations, found.held) == (1, 0)


def test_words_before_the_item_that_is_cited(folder, texts):
    cite(folder, '{source: annual-report, at: "page 3, item 1", finds: [network, police]}')
    assert [line.split("; ")[1] for line in lines(folder, texts)] == ["they stand in 'page 3'"]


def test_a_pinpoint_that_the_outline_lacks(folder, texts):
    cite(folder, "{source: annual-report, at: page 9}")
    assert lines(folder, texts) == [
        "relations.yaml:4:38 error unknown-pinpoint: the outline of 'annual-report' has no part 'page 9'; "
        "see outlines.yaml"
    ]


def test_a_part_that_is_not_found_is_one_problem(folder, texts):
    text = REPORT.replace("Whom we", "Those we")
    (texts / "annual-report-2024.txt").write_text(text, encoding="utf-8")
    [found] = audit(outlined(folder), texts)
    assert [(p.file, p.line, p.rule) for p in found.problems] == [
        ("outlines.yaml", 7, "part-not-found"),
    ]
    assert (found.citations, found.held, found.unread) == (1, 0, 1)


def test_a_source_has_one_text(folder, texts):
    copy = texts / "annual-report-2024.txt"
    second = shutil.copy(copy, texts / "annual-report-2025.txt")
    assert (
        "2 files match 'annual-report*.txt': annual-report-2024.txt, annual-report-2025.txt" in lines(folder, texts)[0]
    )
    copy.unlink()
    Path(second).unlink()
    [found] = audit(outlined(folder), texts)
    assert [(p.file, p.line, p.rule) for p in found.problems] == [("outlines.yaml", 2, "no-text")]
    assert (found.file, found.held, found.unread) == ("", 0, 1)


ARABIC = "  label: {en: INTERPOL, ar: الإنتربول}\n  label_from: {ar: translation}"


def name(folder: Path, label: str, origin: str) -> None:
    """Gives INTERPOL another label and another origin of it."""
    path = folder / "entities.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(ARABIC) == 1
    path.write_text(text.replace(ARABIC, f"  label: {label}\n  label_from: {origin}"), encoding="utf-8")


@pytest.mark.parametrize(
    ("label", "holds"),
    [
        ("الإنتربول", True),
        ("الأنتربول", True),
        ("الإِنْتربول", True),
        ("الإنتـربول", True),
        ("شرطة الإنتربول", False),
        ("إنتربول", False),
        ("الانترنت", False),
        ("منظمه الشرطة العالمية", True),
        ("تعاون دولي", True),
        ("منظمة الشرطة العالمية (1923)", True),
        ("تعاون (دولي)", True),
        ("(تعاون)", True),
        ("حسن خليل أبو شقرا", True),
        ("خليل حسن أبو شقرا", False),
    ],
)
def test_labels_stand_in_the_text_that_they_come_from(folder, texts, label, holds):
    added = REPORT + "\nتعاون مع الإنتربول، منظمة الشُّرطة العالميّة. تعاون\nدولي\n\nأبو شقرا، حسن خليل. 2016"
    (texts / "annual-report-2024.txt").write_text(added, encoding="utf-8")
    name(folder, f"{{en: INTERPOL, ar: {label}}}", "{ar: annual-report}")
    [found] = audit(outlined(folder), texts)
    assert (found.labels, found.labels_held, found.held) == (1, int(holds), 1)
    assert [(p.file, p.line, p.column, p.rule) for p in found.problems] == (
        [] if holds else [("entities.yaml", 7, 29, "label-not-found")]
    )


def test_labels_of_any_language_and_of_other_sources(folder, texts):
    name(folder, "{en: Police of Vienna, fr: Police de Vienne}", "{en: annual-report, fr: annual-report}")
    [found] = audit(outlined(folder), texts)
    assert (found.labels, found.labels_held) == (2, 1)
    assert [str(p) for p in found.problems] == [
        "entities.yaml:7:37 error label-not-found: the label 'Police de Vienne' does not stand in 'annual-report' "
        "(annual-report-2024.txt); write it as it stands there, or name where it comes from; a translation of our own "
        "is 'translation'"
    ]
    assert labels_without_outline(outlined(folder)) == {}
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    name(folder, "{en: INTERPOL, ar: الإنتربول}", "{en: web-page, ar: web-page}")
    assert labels_without_outline(outlined(folder)) == {"web-page": 2}


@pytest.mark.parametrize("pattern", ["../*.txt", "texts\\\\a.txt"])
def test_a_text_is_a_file_of_the_folder(folder, texts, pattern):
    outlines = folder / "outlines.yaml"
    text = outlines.read_text(encoding="utf-8").replace("annual-report*.txt", f'"{pattern}"')
    outlines.write_text(text, encoding="utf-8")
    assert "is no file name" in lines(folder, texts)[0]


def test_an_outline_without_a_text(folder, texts):
    outlines = folder / "outlines.yaml"
    text = outlines.read_text(encoding="utf-8").replace("  text: annual-report*.txt\n", "")
    outlines.write_text(text, encoding="utf-8")
    assert lines(folder, texts)[0].startswith("outlines.yaml:1:11 error no-text: ")


def test_what_cannot_be_audited(folder, texts):
    with pytest.raises(TocgraphError, match="no folder of texts"):
        audit(outlined(folder), texts / "none")
    (texts / "annual-report-2024.txt").write_bytes(b"\xff\xfe")
    with pytest.raises(TocgraphError, match=r"annual-report-2024\.txt is not UTF-8"):
        audit(outlined(folder), texts)
    (folder / "outlines.yaml").unlink()
    with pytest.raises(TocgraphError, match="has no outlines"):
        outlined(folder)
    (folder / "entities.yaml").write_text("- id: [\n", encoding="utf-8")
    with pytest.raises(DataError):
        outlined(folder)
