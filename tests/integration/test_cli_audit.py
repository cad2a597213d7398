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
