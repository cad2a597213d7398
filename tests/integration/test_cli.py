"""The commands in this process: exact output of the tiny graph, exit codes, messages."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tocgraph.cli import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tiny: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the tiny graph; gives exit code, stdout and stderr."""
    main(["build", "--data-dir", str(tiny)])  # so that no test sees the notice of the first question
    capsys.readouterr()

    def runner(*arguments: str, data: bool = True) -> tuple[int, str, str]:
        code = main([*arguments, *(["--data-dir", str(tiny)] if data else [])])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return runner


COMMANDS = {
    "show-untoc": ["show", "untoc"],
    "show-minusma-ar": ["show", "مينوسما"],
    "show-interpol-md": ["show", "interpol", "--format", "markdown"],
    "show-interpol-csv": ["show", "interpol", "--format", "csv"],
    "show-mali-json": ["show", "mali", "--format", "json", "--explain"],
    "find-untocc": ["find", "untocc"],
    "find-json": ["find", "Palermo", "--format", "json"],
    "list-states": ["list", "state", "--where", "party-to=untoc"],
    "list-states-ar": ["list", "دول", "--where", "party-to=untoc", "--explain"],
    "list-organizations-csv": ["list", "organization", "--format", "csv"],
    "list-founded-md": ["list", "organization", "--where", "founded=1923", "--format", "markdown", "--explain"],
    "path-two": ["path", "interpol", "mali", "-k", "2"],
    "path-csv": ["path", "interpol", "mali", "--format", "csv"],
    "path-json": ["path", "unodc", "untoc", "--format", "json"],
    "compare-untoc": ["compare", "untoc", "trafficking-protocol", "--explain"],
    "compare-json": ["compare", "untoc", "trafficking-protocol", "--by", "crimes", "--format", "json"],
    "compare-bodies-md": ["compare", "unodc", "interpol", "--by", "police-organization", "--format", "markdown"],
    "matrix-mechanisms-ar": ["matrix", "mechanism", "instrument", "--lang", "ar"],
    "matrix-states-csv": ["matrix", "state", "instrument", "--format", "csv"],
    "cite-unodc": ["cite", "unodc"],
    "cite-unodc-bibtex": ["cite", "unodc", "--style", "bibtex"],
    "cite-unodc-csl": ["cite", "unodc", "--style", "csl-json"],
    "cite-unodc-md": ["cite", "unodc", "--format", "markdown"],
    "stats": ["stats"],
    "disputes": ["disputes"],
    "disputes-ar": ["disputes", "--lang", "ar"],
    "disputes-csv": ["disputes", "untoc", "--format", "csv"],
    "disputes-json": ["disputes", "interpol", "--format", "json", "--explain"],
    "sources": ["sources"],
    "sources-csv": ["sources", "--format", "csv"],
    "sparql-select": ["sparql", "SELECT ?e ?l { ?e a toc:State ; skos:prefLabel ?l } ORDER BY ?l"],
    "sparql-markdown": ["sparql", "SELECT ?e { ?e a toc:State }", "--format", "markdown"],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_exact_output(run: Run, golden: Callable[[str, str], None], name: str) -> None:
    code, out, err = run(*COMMANDS[name])
    assert (code, err) == (0, "")
    golden(f"cli/{name}.txt", out)


@pytest.mark.parametrize(
    ("arguments", "code", "message", "hint"),
    [
        (["show", "untok"], 1, "no entity named 'untok'", "did you mean untoc"),
        (["list", "stat"], 1, "no entity type named 'stat'", "state"),
        (["list", "state", "--where", "partyto=untoc"], 1, "no relation type named 'partyto'", "party-to"),
        (["list", "state", "--where", "^founded=1923"], 1, "literal value", "founded=1923"),
        (["compare", "untoc", "untok"], 1, "no entity named 'untok'", "did you mean untoc"),
        (["compare", "untoc", "UNTOC"], 1, "is named twice", "different things"),
        (["compare", "untoc"], 1, "1 given to compare", "from 2 to 12"),
        (["compare", "mali", "unodc", "--by", "parties"], 1, "only instruments are compared by parties", "--by"),
        (["compare", "mali", "unodc", "--by", "partiez"], 1, "no thing to compare by named 'partiez'", "parties"),
        (["compare", "untoc", "trafficking-protocol", "--by", "powers"], 1, "no concept", "mechanisms"),
        (["matrix", "stat", "crime"], 1, "no entity type or set named 'stat'", "state"),
        (["matrix", "chapter", "crime"], 1, "there are no chapters", "tocgraph list"),
        (["matrix", "state", "crime", "--where", "member-of=unodc"], 1, "there are no states", "tocgraph list"),
        (["matrix", "mali,Mali", "crime"], 1, "is named twice", "once"),
        (["matrix", "extradition", "crime"], 1, "nothing belongs to Extradition", "by commas"),
        (["matrix", "mali", "crime", "--where", "member-of=unodc"], 1, "no entity type", ""),
        (["matrix", "state", "crime", "--relation", "criminalizes"], 1, "does not join", "counters"),
        (["matrix", "state", "crime", "--relation", "founded"], 1, "literal value", "another"),
        (["path", "mali", "atlantis"], 1, "no entity named 'atlantis'", ""),
        (["cite", "c000000000000"], 1, "no claim named", ""),
        (["sparql", "SELEC *"], 1, "malformed", "SPARQL 1.1"),
        (["sparql", ""], 1, "empty", "SELECT"),
        (["sparql", "--file", "/nonexistent.rq"], 1, "cannot be read", "path"),
        (["sparql", "ASK {}", "--format", "turtle"], 1, "no turtle result", "json"),
        (["sparql", "CONSTRUCT WHERE {?s ?p ?o}", "--format", "csv"], 1, "no csv result", "turtle"),
        (["sparql", "DELETE WHERE {?s ?p ?o}"], 1, "malformed", ""),
        (["show", "mali", "--endpoint", "ftp://example.org"], 3, "not the address", "http"),
        (["show", "mali", "--endpoint", "http://127.0.0.1:9/"], 3, "cannot be reached", "address"),
        (["export", "turtle", "--output", "/nonexistent/x.ttl"], 1, "no folder", ""),
    ],
)
def test_what_goes_wrong_is_said_with_a_hint(
    run: Run, arguments: list[str], code: int, message: str, hint: str
) -> None:
    got, out, err = run(*arguments)
    assert (got, out) == (code, "")
    assert err.startswith("error: ") and message in err and "Traceback" not in err
    assert not hint or hint in err.partition("\nhint: ")[2]


@pytest.mark.parametrize(
    "arguments",
    [
        ["show"],
        ["nonsense"],
        ["show", "mali", "--format", "xml"],
        ["show", "mali", "--lang", "fr"],
        ["show", "mali", "--as-of", "2023-13"],
        ["show", "mali", "--as-of", "yesterday"],
        ["list", "state", "--since", "12.04.2002"],
        ["path", "mali"],
        ["path", "mali", "untoc", "-k", "0"],
        ["find", "x", "--limit", "0"],
        ["sparql"],
        ["sparql", "ASK {}", "--file", "x.rq"],
        ["export", "pdf"],
        ["cite", "untoc", "--style", "harvard"],
    ],
)
def test_wrong_usage_is_2(run: Run, arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "Usage: tocgraph" in err and "Traceback" not in err


def test_a_missing_data_folder(run: Run) -> None:
    code, out, err = run("show", "mali", "--data-dir", "/nonexistent", data=False)
    assert (code, out) == (1, "") and "no data folder" in err and "hint:" in err


def test_the_data_folder_of_the_environment(run: Run, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCGRAPH_DATA", str(tiny))
    code, out, _ = run("find", "مالي", data=False)
    assert code == 0 and "mali" in out


def test_data_with_errors(run: Run, tmp_path: Path, tiny: Path) -> None:
    for file in ("sources.yaml", "relations.yaml"):
        (tmp_path / file).write_bytes((tiny / file).read_bytes())
    (tmp_path / "entities.yaml").write_text("- id: \x22unclosed\n", encoding="utf-8")
    code, out, err = run("show", "mali", "--data-dir", str(tmp_path), data=False)
    assert (code, out) == (1, "")
    assert "entities.yaml:" in err and "tocgraph check" in err and "Traceback" not in err


def test_nothing_found_is_1_and_empty_lists_are_0(run: Run) -> None:
    code, out, _ = run("find", "zzzzqqqq", "--format", "json")
    assert code == 1 and json.loads(out)["status"] == "not-in-graph"
    assert run("find", "zzzzqqqq")[0] == 1
    code, out, _ = run("list", "state", "--where", "member-of")
    assert code == 0 and "does not mean that there is none" in out
    code, out, _ = run("path", "interpol", "mali", "--as-of", "2000")
    assert code == 0 and "nothing in the graph joins INTERPOL and Mali" in out


def test_every_answering_command_takes_every_format_and_language(run: Run) -> None:
    for command in ("show untoc", "find untoc", "list state", "path mali untoc", "cite untoc", "stats", "sources"):
        for language in ("en", "ar"):
            extra = ["--lang", language, "--explain", "--as-of", "2020"]
            for form in ("table", "json", "csv", "markdown"):
                code, out, err = run(*command.split(), "--format", form, *extra)
                assert code == 0 and out, (command, form)
                assert ("SPARQL" in err) == (form == "csv")
                if form == "json":
                    content = json.loads(out)
                    assert content["as_of"] == "2020" and content["sparql"] and "claims_used" in content
                if form == "csv":
                    rows = list(csv.reader(io.StringIO(out)))
                    assert len({len(row) for row in rows}) == 1


def test_sources_of_rows_can_be_left_out(run: Run) -> None:
    assert "[1]" in run("list", "state", "--where", "party-to")[1]
    assert "[1]" not in run("list", "state", "--where", "party-to", "--no-sources")[1]


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_standard_result_formats_of_select_and_ask(run: Run, form: str) -> None:
    code, out, _ = run("sparql", "SELECT ?e { ?e a toc:State }", "--format", form)
    assert code == 0 and "https://w3id.org/tocgraph/id/mali" in out
    assert run("sparql", "ASK {}", "--format", form)[0] == 0


@pytest.mark.parametrize("form", ["turtle", "ntriples", "rdfxml", "jsonld"])
def test_standard_result_formats_of_graphs(run: Run, form: str) -> None:
    code, out, _ = run("sparql", "CONSTRUCT WHERE { id:mali toc:partyTo ?x }", "--format", form)
    assert code == 0 and "untoc" in out


def test_a_query_from_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "q.rq"
    file.write_text("\ufeffASK { id:mali a toc:State }", encoding="utf-8")
    assert run("sparql", "--file", str(file))[1] == "true\n"
    file.write_bytes(b"\xff\xfe\x00")
    assert run("sparql", "--file", str(file))[0] == 1


def test_export_to_stdout_and_to_a_file_are_the_same(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("export", "ntriples", "--around", "mali", "--depth", "0")
    assert code == 0 and "/id/mali>" in out
    target = tmp_path / "x.nt"
    assert run("export", "ntriples", "--around", "mali", "--depth", "0", "--output", str(target)) == (0, "", "")
    assert target.read_text(encoding="utf-8") == out


def test_build_says_where_and_compiles_again_when_told(run: Run) -> None:
    code, out, err = run("build")
    assert code == 0 and Path(out.strip()).is_dir() and err == ""
    code, out, err = run("build", "--force")
    assert code == 0 and "100% ready" in err


def test_debug_lets_the_error_through(tiny: Path) -> None:
    from tocgraph import UnknownIdError

    with pytest.raises(UnknownIdError):
        main(["show", "atlantis", "--data-dir", str(tiny), "--debug"])


def test_help_names_every_command(run: Run) -> None:
    code, out, _ = run("--help", data=False)
    assert code == 0
    for name in (
        "ask",
        "show",
        "find",
        "list",
        "path",
        "sparql",
        "export",
        "check",
        "stats",
        "sources",
        "cite",
        "build",
    ):
        assert f"\n  {name} " in out
        assert run(name, "--help", data=False)[0] == 0
    assert run("--version", data=False)[1].startswith("tocgraph ")


def test_the_page_on_the_command_line_names_every_command_and_option(run: Run) -> None:
    import re

    page = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
    listed = run("--help", data=False)[1].partition("Commands:")[2].partition("Exit codes")[0]
    for name in re.findall(r"^  (\w+) ", listed, re.MULTILINE):
        assert f"## {name}" in page, name
        for option in re.findall(r"--[a-z][a-z-]+", run(name, "--help", data=False)[1]):
            assert f"`{option}" in page, (name, option)
