"""basis on the command line: exact output in every format and both languages, exit codes, messages."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tocgraph.cli import main

FOLDER = Path(__file__).parents[1] / "data" / "basis"
ASKED = ("basis", "alba", "borea", "--for", "extradition", "--crime", "trafficking", "--on", "2010")
COMMANDS = {
    "basis-table": ASKED,
    "basis-ar": ("basis", "ألبا", "بوريا", "--for", "تسليم المجرمين", "--crime", "trafficking", "--on", "2006"),
    "basis-everything": ("basis", "alba", "borea"),
    "basis-missing": ("basis", "alba", "dorna", "--for", "mutual-legal-assistance", "--on", "2015", "--crime", "fraud"),
    "basis-none": ("basis", "alba", "borea", "--on", "1900"),
    "basis-csv": (*ASKED, "--format", "csv"),
    "basis-json": (*ASKED, "--format", "json"),
    "basis-markdown": (*ASKED, "--format", "markdown"),
}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    main(["build", "--data-dir", str(FOLDER)])
    capsys.readouterr()

    def runner(*arguments: str) -> tuple[int, str, str]:
        code = main([*arguments, "--data-dir", str(FOLDER)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return runner


@pytest.mark.parametrize("name", COMMANDS)
def test_output(name: str, run: Callable[..., tuple[int, str, str]], golden: Callable[[str, str], None]) -> None:
    code, out, err = run(*COMMANDS[name])
    assert (code, err) == (0, "")
    # How the status of parties is asked for belongs to another module.
    out = re.sub('"sparql": ".*"', '"sparql": "..."', out)
    golden(f"cli/{name}.txt", out)


def test_not_legal_advice_once_in_every_format(run: Callable[..., tuple[int, str, str]]) -> None:
    for form in ("table", "json", "csv", "markdown"):
        assert run(*ASKED, "--format", form)[1].count("Not legal advice") == 1
    assert run(*ASKED, "--lang", "ar")[1].count("ليست هذه مشورة قانونية") == 1


def test_json_and_csv_hold_the_same_rows(run: Callable[..., tuple[int, str, str]]) -> None:
    content = json.loads(run(*ASKED, "--format", "json")[1])
    assert [a["id"] for a in content["answers"]] == ["crime-convention", "trafficking-protocol"]
    rows = list(csv.reader(io.StringIO(run(*ASKED, "--format", "csv")[1])))
    assert rows == [content["table"]["columns"], *content["table"]["rows"]]


def test_explain_shows_every_query(run: Callable[..., tuple[int, str, str]]) -> None:
    out = run(*ASKED, "--explain")[1]
    assert (
        len(re.findall("^SELECT ", out, re.MULTILINE)) == 4
        and "toc:subjectTo" in out
        and "prov:qualifiedPrimarySource" in out
    )


def test_sources_are_left_out_when_told(run: Callable[..., tuple[int, str, str]]) -> None:
    out = run(*ASKED, "--no-sources")[1]
    assert "[1]" not in out and "Sources" not in out


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("basis", "alba", "borea", "--on", "yesterday"), 2, "is not a date"),
        (("basis", "alba"), 2, "Missing argument"),
        (("basis", "alba", "alba"), 1, "the same state"),
        (("basis", "alba", "atlantis"), 1, "no state named"),
        (("basis", "alba", "world-police"), 1, "is no state but a police organization"),
        (("basis", "alba", "borea", "--crime", "extradition"), 1, "is no crime but a mechanism"),
    ],
)
def test_wrong_use(run: Callable[..., tuple[int, str, str]], arguments: tuple[str, ...], code: int, says: str) -> None:
    found, out, err = run(*arguments)
    assert (found, out) == (code, "") and says in err


def test_nothing_heavy_is_loaded() -> None:
    import subprocess
    import sys

    program = (
        "import sys; from tocgraph.cli import main; "
        f"main(['basis', 'alba', 'borea', '--data-dir', {str(FOLDER)!r}]); "
        "heavy = ('pydantic', 'networkx', 'rdflib', 'pyvis', 'rapidfuzz'); "
        "print([m for m in heavy if m in sys.modules], file=sys.stderr)"
    )
    main(["build", "--data-dir", str(FOLDER)])
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0 and done.stderr.strip() == "[]"
