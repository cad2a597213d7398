"""Where labels come from: a source, or our own translation; anything else is one problem."""

import shutil
from pathlib import Path

import pytest

from tocgraph.checks import check, load_checked

BASE = Path(__file__).parent.parent / "rules" / "base"
INTERPOL = "label: {en: INTERPOL, ar: الإنتربول}\n  label_from: {ar: "


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the base of the rules' examples."""
    return Path(shutil.copytree(BASE, tmp_path / "data"))


def edit(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / f"{file}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (f"{INTERPOL}translaton}}", ["unknown-source"]),
        (f"{INTERPOL}web-pag}}", ["unknown-source"]),
        (f"{INTERPOL}}}", ["empty-text"]),
        (f"{INTERPOL}[web-page]}}", ["wrong-shape"]),
        (f"{INTERPOL}translation, fr: web-page}}", ["origin-without-label"]),
        (INTERPOL.replace("{ar: ", "{AR: ") + "translation}", ["origin-without-label"]),
        (INTERPOL.replace("_from", "_form") + "translation}", ["unknown-field"]),
        (INTERPOL.replace("label_from: {ar: ", "label_from: web-page"), ["wrong-shape"]),
        (INTERPOL.replace(", ar:", ", ara bic:") + "translation}", ["bad-language"]),
        (INTERPOL.replace("\n  label_from: {ar: ", ""), ["missing-origin"]),
        (f"{INTERPOL}web-page, en: translation}}", []),
        ("label: {en: INTERPOL}", []),
    ],
)
def test_one_mistake_is_one_problem(folder, new, expected):
    edit(folder, "entities", f"{INTERPOL}translation}}", new)
    assert [p.rule for p in check(folder)] == expected, "\n".join(map(str, check(folder)))


def test_unknown_origins_offer_the_nearest(folder):
    edit(folder, "entities", f"{INTERPOL}translation", f"{INTERPOL}Translaton")
    [problem] = check(folder)
    assert str(problem) == (
        "entities.yaml:8:20 error unknown-source: no source 'Translaton'; did you mean 'translation'?"
    )
    edit(folder, "entities", "Translaton", "xyz")
    [problem] = check(folder)
    assert problem.hint == "add it to sources.yaml, or write 'translation' for a translation of your own"


def test_a_source_that_only_a_label_comes_from_is_used(folder):
    edit(folder, "sources", "- id: web-page", "- id: dictionary\n  title: Dictionary\n- id: web-page")
    assert [(p.rule, p.line) for p in check(folder)] == [("unused-source", 4)]
    edit(folder, "entities", f"{INTERPOL}translation", f"{INTERPOL}dictionary")
    assert check(folder) == []
    (folder / "entities.yaml").write_bytes(b"- \xff")
    assert [p.rule for p in check(folder)] == ["yaml-syntax"]


def test_no_source_is_called_translation(folder):
    edit(folder, "sources", "- id: web-page", "- id: translation\n  title: T\n- id: web-page")
    assert "sources.yaml:4:7 error reserved-id" in str(check(folder)[0])


def test_data_without_origins_of_labels_can_be_compiled(folder):
    edit(folder, "entities", "  label_from: {ar: translation}\n", "")
    assert {(p.rule, p.level) for p in check(folder)} == {("missing-origin", "warning")}
    assert len(load_checked(folder).entities) == 4
