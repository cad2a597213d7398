"""What `tocgraph check` writes and the exit codes it leaves."""

import json
import shutil
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from tocgraph.checks import RULES
from tocgraph.cli.check import FORMATS, as_github, as_sarif, check, shown_path
from tocgraph.errors import Problem
from tocgraph.foreign.findings import FILE_RULES

BASE = Path(__file__).parent.parent / "rules" / "base"
ERROR = Problem("data/my, entities.yaml", 3, 7, "error", "bad-id", "100% 'X'\nis\rbad", "write 'x'")
WARNING = Problem("data/sources.yaml", 9, 1, "warning", "order", "out of order")

program = typer.Typer()
program.command()(check)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "data")
    return tmp_path / "data"


def run(*arguments: object):
    return CliRunner().invoke(program, [str(argument) for argument in arguments])


def spoil(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_good_data_leave_nothing_on_standard_output(folder):
    result = run(folder)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "no problems\n")


def test_an_error_is_one_line_and_exit_code_1(folder, monkeypatch):
    spoil(folder, "relations.yaml", "subject: europol", "subject: eurpol")
    monkeypatch.chdir(folder.parent)
    result = run("data")
    assert result.exit_code == 1
    assert result.stdout == ("data/relations.yaml:1:12 error unknown-id: no entity 'eurpol'; did you mean 'europol'?\n")
    assert result.stderr == "1 error, 0 warnings\n"


def test_warnings_fail_only_when_strict(folder):
    spoil(folder, "sources.yaml", "- id: web-page", "- id: unread\n  title: Unread\n- id: web-page")
    assert run(folder).exit_code == 0
    assert run(folder).stderr == "0 errors, 1 warning\n"
    assert run(folder, "--strict").exit_code == 1


def test_the_folder_may_be_named_by_option_or_variable(folder, monkeypatch):
    assert run("--data-dir", folder).exit_code == 0
    assert run(folder, "--data-dir", folder).exit_code == 0
    assert run(folder, "--data-dir", folder.parent).exit_code == 2
    monkeypatch.setenv("TOCGRAPH_DATA", str(folder))
    spoil(folder, "entities.yaml", "id: interpol", "id: Interpol")
    assert "bad-id" in run().stdout


@pytest.mark.parametrize("output", FORMATS)
def test_every_format_is_written_for_none_and_for_many(folder, output):
    assert run(folder, "--format", output).exit_code == 0
    spoil(folder, "relations.yaml", "cite:", "cyte:")
    result = run(folder, "--format", output)
    assert result.exit_code == 1
    assert result.stdout.count("unknown-field") >= 3
    assert bool(result.stderr) == (output == "text")


def test_json_has_every_field_of_a_problem(folder):
    spoil(folder, "entities.yaml", "type: crime\n  label: {en: Smug", "type: crme\n  label: {en: Smug")
    content = json.loads(run(folder, "--format", "json").stdout)
    assert (content["errors"], content["warnings"]) == (1, 0)
    [problem] = content["problems"]
    assert problem["file"].endswith("data/entities.yaml")
    assert {**problem, "file": ""} == {
        "file": "",
        "line": 10,
        "column": 9,
        "level": "error",
        "rule": "unknown-entity-type",
        "message": "no entity type 'crme'",
        "hint": "did you mean 'crime'?",
    }


def test_github_annotations_escape_what_would_end_them():
    assert as_github([ERROR, WARNING]) == (
        "::error file=data/my%2C entities.yaml,line=3,col=7,title=bad-id::100%25 'X'%0Ais%0Dbad; write 'x'\n"
        "::warning file=data/sources.yaml,line=9,col=1,title=order::out of order"
    )


def test_sarif_has_what_the_standard_requires():
    log = json.loads(as_sarif([ERROR, WARNING, ERROR._replace(file="/srv/data/entities.yaml")]))
    assert (log["version"], log["$schema"]) == ("2.1.0", "https://json.schemastore.org/sarif-2.1.0.json")
    [run_] = log["runs"]
    driver = run_["tool"]["driver"]
    assert driver["name"] == "tocgraph"
    assert [rule["id"] for rule in driver["rules"]] == [*RULES, *FILE_RULES]
    assert all(rule["shortDescription"]["text"] for rule in driver["rules"])
    first, second, third = run_["results"]
    assert (first["ruleId"], first["level"]) == ("bad-id", "error")
    assert driver["rules"][first["ruleIndex"]]["id"] == "bad-id"
    assert first["message"] == {"text": "100% 'X'\nis\rbad; write 'x'"}
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "data/my%2C%20entities.yaml"}
    assert place["region"] == {"startLine": 3, "startColumn": 7}
    assert second["level"] == "warning"
    assert third["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "file:///srv/data/entities.yaml"
    assert json.loads(as_sarif([]))["runs"][0]["results"] == []


def test_a_path_is_shown_from_the_working_folder_when_it_is_below_it(folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert shown_path(Path(), "entities.yaml") == "entities.yaml"
    assert shown_path(folder, "schema.yaml") == "schema.yaml"
    monkeypatch.chdir(folder.parent)
    assert shown_path(folder, "entities.yaml") == "data/entities.yaml"
    (folder.parent / "elsewhere").mkdir()
    monkeypatch.chdir(folder.parent / "elsewhere")
    assert shown_path(folder, "entities.yaml") == (folder / "entities.yaml").as_posix()
