"""The import command: its diff and summary, what --apply writes, its exit codes and messages."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tocgraph.checks import check
from tocgraph.cli import main

SAMPLES = Path(__file__).parent.parent / "data" / "depositary"


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """A data folder below the working folder."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copytree(SAMPLES / "data", tmp_path / "data"))


def run(capsys, depositary: str, file: Path | str, *arguments: str) -> tuple[int, str, str]:
    code = main(["import", depositary, str(file), "--data-dir", "data", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_the_change_is_printed_and_nothing_is_written(folder, capsys):
    before = (folder / "tables" / "parties.csv").read_bytes()
    code, out, err = run(capsys, "coe", SAMPLES / "chart-185.html", "--source", "chart-185")
    assert code == 0
    assert [line for line in out.splitlines() if line[0] in "+-"] == [
        "--- a/data/tables/parties.csv",
        "+++ b/data/tables/parties.csv",
        "+budapest-convention,KEN,,accession,2026-05-04,yes,2026-09-01,,,,chart-185 @ status of Kenya",
        "+budapest-convention,NLD,2001-11-23,ratification,2006-11-16,yes,2007-03-01,,,Footnote 55 of the depositary.,"
        "chart-185 @ status of Netherlands",
        "+budapest-convention,TUR,2010-11-10,,,,,,,,chart-185 @ status of Türkiye",
    ]
    assert err == (
        "budapest-convention: added 3, changed 0, unchanged 1, not in the document 0\n"
        "Added: KEN NLD TUR\n"
        "nothing written; --apply writes: data/tables/parties.csv\n"
    )
    assert (folder / "tables" / "parties.csv").read_bytes() == before


def test_the_diff_can_be_applied_by_other_tools(folder, capsys):
    _, out, _ = run(capsys, "untc", SAMPLES / "XVIII-12.en.xml", "--source", "untc-status")
    patched = shutil.which("git")
    if patched is None:
        pytest.skip("git is not installed")
    subprocess.run([patched, "apply", "-"], input=out.encode(), check=True)
    by_git = (folder / "tables" / "parties.csv").read_bytes()
    shutil.copy(SAMPLES / "data" / "tables" / "parties.csv", folder / "tables" / "parties.csv")
    run(capsys, "untc", SAMPLES / "XVIII-12.en.xml", "--source", "untc-status", "--apply")
    assert (folder / "tables" / "parties.csv").read_bytes() == by_git


def test_apply_writes_the_table_and_only_the_table(folder, capsys):
    others = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file() and p.name != "parties.csv"}
    code, _, err = run(capsys, "untc", SAMPLES / "XVIII-12.en.xml", "--source", "untc-status", "--apply")
    assert code == 1
    assert err.splitlines() == [
        "untoc: added 4, changed 2, unchanged 1, not in the document 1",
        "Added: BOL CIV EUE NLD",
        "Changed: KEN MLI",
        "Not in the document (kept): TUR",
        "Changed, with an older note to look at: KEN",
        "Names of no known state: 1",
        f"  {SAMPLES / 'XVIII-12.en.xml'}:25: Ruritania: no state of this name",
        "  If it is a state, add the name to its aliases in entities.yaml and import again.",
        "bring coverage.csv up to date; parties that the document counts: 7",
        "written: data/tables/parties.csv",
    ]
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file() and p.name != "parties.csv"} == others
    assert not [p for p in check(folder) if p.level == "error" or p.rule == "order"]
    code, out, err = run(capsys, "untc", SAMPLES / "XVIII-12.en.xml", "--source", "untc-status", "--apply")
    assert (code, out) == (1, "") and err.endswith("the table says the same already\n")


def test_gone_rows_and_json(folder, capsys, tmp_path):
    document = tmp_path / "XVIII-12.en.xml"
    text = (SAMPLES / "XVIII-12.en.xml").read_text(encoding="latin-1")
    lines = [line for line in text.splitlines() if "Ruritania" not in line]
    document.write_text("\n".join(lines), encoding="latin-1")
    code, out, _ = run(
        capsys, "untc", document, "--source", "untc-status", "--remove-gone", "--apply", "--format", "json"
    )
    content = json.loads(out)
    assert (code, content["written"], content["gone"], content["removed"]) == (0, True, ["TUR"], True)
    assert content["document"]["numbers"] == ["XVIII-12"]
    assert (content["added"], content["unmatched"], content["warnings"]) == (["BOL", "CIV", "EUE", "NLD"], [], [])
    assert "TUR" not in (folder / "tables" / "parties.csv").read_text(encoding="utf-8")


def test_the_summary_in_arabic(folder, capsys):
    _, _, err = run(capsys, "coe", SAMPLES / "chart-185.json", "--source", "chart-185", "--lang", "ar")
    assert err.startswith("budapest-convention: مضافة 3, معدلة 0, بلا تغيير 1, ليست في الوثيقة 0\n")


@pytest.mark.parametrize(
    ("arguments", "code", "message", "hint"),
    [
        (["untc", "XVIII-12.en.xml", "--source", "nowhere"], 1, "no source named 'nowhere'", "sources.yaml"),
        (["untc", "XVIII-12.en.xml"], 2, "--source", ""),
        (["icao", "XVIII-12.en.xml", "--source", "untc-status"], 2, "icao", ""),
        (["untc", "none.xml", "--source", "untc-status"], 1, "cannot read", "that you saved"),
        (["untc", "chart-185.html", "--source", "untc-status"], 1, "chart-185.html:1: is an HTML page", "choose XML"),
        (["coe", "XVIII-12.en.xml", "--source", "untc-status"], 1, "is XML", "import untc"),
        (
            ["untc", "XVIII-12.en.xml", "--source", "untc-status", "--instrument", "untoc-protocol"],
            1,
            "is about untc XVIII-12 (untoc), not about untoc-protocol",
            "save the document of this one",
        ),
    ],
)
def test_errors_are_one_message_with_a_hint(folder, capsys, arguments, code, message, hint):
    depositary, file, *rest = arguments
    got, out, err = run(capsys, depositary, SAMPLES / file, *rest)
    assert (got, out) == (code, "")
    assert message in err and hint in err and "Traceback" not in err
    assert (folder / "tables" / "parties.csv").read_bytes() == (SAMPLES / "data/tables/parties.csv").read_bytes()
