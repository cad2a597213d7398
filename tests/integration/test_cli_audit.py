"""The audit command: its output, its exit codes, its JSON."""

import json
import shutil
from pathlib import Path

import pytest

from tocgraph.cli import main

BASE = Path(__file__).parent.parent / "rules" / "base"
TEXT = "Annual report\n\nWhom we work with: bodies.\nThe police.\n\nWhat we do: counter trafficking.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with an outline, beside a folder with the text."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "annual-report.txt").write_text(TEXT, encoding="utf-8")
    return Path(shutil.copytree(BASE, tmp_path / "data"))


def run(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["audit", "--texts", str(folder.parent / "texts"), "--data-dir", str(folder), *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_citations_that_hold(folder, capsys):
    code, out, err = run(folder, capsys)
    assert (code, out) == (0, "annual-report: 1 of 1 citations hold (4 parts in annual-report.txt)\n")
    assert err == "sources without an outline, not looked up: 1, with 2 citations\n"


def test_a_miss_is_told_with_its_file_and_ends_with_1(folder, capsys, monkeypatch):
    path = folder / "relations.yaml"
    text = path.read_text(encoding="utf-8").replace("at: page 3}", "at: page 3, finds: [trafficking]}")
    path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder.parent)
    code, out, _ = run(folder, capsys)
    assert code == 1
    assert out == (
        "data/relations.yaml:4:54 error finds-not-found: 'trafficking' does not stand in 'annual-report' at 'page 3'; "
        "they stand in 'page 4'\n"
        "annual-report: 0 of 1 citations hold (4 parts in annual-report.txt)\n"
    )
    code, out, err = run(folder, capsys, "--format", "json")
    content = json.loads(out)
    assert (code, err, content["citations"], content["held"]) == (1, "", 1, 0)
    assert content["without_outline"] == {"web-page": 2}
    [source] = content["sources"]
    assert (source["source"], source["file"], source["parts"]) == ("annual-report", "annual-report.txt", 4)
    assert [(p["file"], p["line"], p["rule"]) for p in source["problems"]] == [
        ("data/relations.yaml", 4, "finds-not-found")
    ]


def test_what_is_missing_is_one_line(folder, capsys):
    (folder.parent / "texts" / "annual-report.txt").unlink()
    code, out, _ = run(folder, capsys)
    assert code == 1
    assert out.endswith("annual-report: 0 of 1 citations hold, 1 not looked up (4 parts)\n")
    shutil.rmtree(folder.parent / "texts")
    code, out, err = run(folder, capsys)
    assert (code, out) == (1, "")
    assert err.startswith("error: no folder of texts ")
    assert main(["audit", "--data-dir", str(folder)]) == 2


def test_labels_are_counted_beside_the_citations(folder, capsys, monkeypatch):
    path = folder / "entities.yaml"
    text = path.read_text(encoding="utf-8").replace("{ar: translation}", "{en: annual-report, ar: translation}")
    path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder.parent)
    code, out, err = run(folder, capsys)
    assert code == 1
    lines = out.splitlines()
    assert [line.split(": ")[0] for line in lines[:3]] == [
        f"data/entities.yaml:{number}:15 error label-not-found" for number in (3, 7, 11)
    ]
    assert lines[3] == "annual-report: 1 of 1 citations hold (4 parts in annual-report.txt); 1 of 4 labels hold"
    assert err == "sources without an outline, not looked up: 1, with 2 citations\n"
    content = json.loads(run(folder, capsys, "--format", "json")[1])
    assert (content["labels"], content["labels_held"], content["labels_without_outline"]) == (4, 1, {})
    assert (content["sources"][0]["labels"], content["sources"][0]["labels_held"]) == (4, 1)
    (folder.parent / "texts" / "annual-report.txt").unlink()
    assert run(folder, capsys)[1].splitlines()[-1].endswith("(4 parts); 4 labels not looked up")
    path.write_text(text.replace("annual-report", "web-page"), encoding="utf-8")
    _, out, err = run(folder, capsys)
    assert "label" not in out
    assert err == "sources without an outline, not looked up: 1, with 2 citations and 4 labels\n"


def cover(folder: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["coverage", "--data-dir", str(folder), *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_coverage_as_a_table_and_its_gaps(folder, capsys):
    code, out, err = cover(folder, capsys)
    assert (code, err) == (0, "")
    assert out == (
        "source\tat\ttitle\tclaims\twith parts within\tcoverage\treason\n"
        "annual-report\ttitle page\tTitle page\t0\t0\tnot to be cited\tnames the work\n"
        "annual-report\tpage 3\tPartners\t1\t1\tcited\t\n"
        "annual-report\t  page 3, item 1\tPolice\t0\t0\tgap\t\n"
        "annual-report\tpage 4\tTasks\t0\t0\tgap\t\n"
        "\nannual-report: parts 4, cited 1, not to be cited 1, gap 2\n"
    )
    assert [line.split("\t")[2] for line in cover(folder, capsys, "--gaps")[1].split("\n\n")[0].split("\n")] == [
        "title",
        "Police",
        "Tasks",
    ]
    assert "الشركاء" in cover(folder, capsys, "--lang", "ar")[1]


def test_coverage_in_other_formats(folder, capsys):
    content = json.loads(cover(folder, capsys, "--format", "json", "--gaps")[1])
    assert content["sources"] == [{"source": "annual-report", "parts": 4, "cited": 1, "uncited": 1, "gap": 2}]
    assert [(p["at"], p["depth"], p["state"]) for p in content["parts"]] == [
        ("page 3, item 1", 1, "gap"),
        ("page 4", 0, "gap"),
    ]
    rows = cover(folder, capsys, "--format", "csv")[1].splitlines()
    assert rows[0] == "source,at,title,claims,within,coverage,reason"
    assert rows[1] == "annual-report,title page,Title page,0,0,uncited,names the work"
    assert rows[3] == 'annual-report,"page 3, item 1",Police,0,0,gap,'
    assert "| annual-report | page 4 | Tasks | 0 | 0 | gap |  |" in cover(folder, capsys, "--format", "markdown")[1]
    code, out, err = cover(folder, capsys, "web-page")
    assert (code, out) == (1, "")
    assert err.startswith("error: no outlined source named 'web-page'")
