"""`tocgraph view` and the limits of `export`: where the page goes, what is said, and what goes wrong."""

from __future__ import annotations

import webbrowser
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

    def runner(*arguments: str) -> tuple[int, str, str]:
        code = main([*arguments, "--data-dir", str(tiny)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return runner


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a browser was given; it takes them all."""
    addresses: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: addresses.append(address) or True)
    return addresses


def test_the_page_is_written_and_opened(run: Run, opened: list[str], tmp_path: Path) -> None:
    page = tmp_path / "graph page.html"
    assert run("view", "--around", "mali", "-o", str(page)) == (0, f"{page}\n", "")
    assert opened == [page.as_uri()]
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_a_page_without_a_place_goes_to_the_cache(run: Run, opened: list[str]) -> None:
    code, out, _ = run("view", "--types", "state")
    assert code == 0
    page = Path(out.strip())
    assert page.is_file()
    assert opened == [page.as_uri()]


@pytest.mark.parametrize("arguments", [["--lang", "ar"], ["--query", "ما الهيئات التي تنفذ اتفاقية باليرمو"]])
def test_the_page_opens_in_arabic(run: Run, opened: list[str], tmp_path: Path, arguments: list[str]) -> None:
    page = tmp_path / "page.html"
    assert run("view", *arguments, "-o", str(page))[0] == 0
    assert opened == [page.as_uri() + "#/ar"]


def test_without_a_browser_the_path_is_printed(
    run: Run, monkeypatch: pytest.MonkeyPatch, opened: list[str], tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    code, out, err = run("view", "--around", "mali", "-o", str(page), "--no-browser")
    assert (code, out, opened) == (0, f"{page}\n", [])
    assert "open it in a browser" in err
    monkeypatch.setattr(webbrowser, "open", lambda address: False)
    code, out, err = run("view", "--around", "mali", "-o", str(page))
    assert (code, out) == (0, f"{page}\n")
    assert "no browser was found" in err


def test_the_page_may_go_to_standard_output(run: Run, opened: list[str], tmp_path: Path) -> None:
    code, out, _ = run("view", "--around", "mali", "-o", "-")
    assert (code, opened) == (0, [])
    page = tmp_path / "page.html"
    assert run("export", "html", "--around", "mali", "-o", str(page)) == (0, "", "")
    assert out == page.read_text("utf-8")


def test_types_are_known_by_words_for_them_in_both_languages(run: Run) -> None:
    parts = []
    for types in ("state,mission", "States, missions", "دول، بعثات"):
        code, out, err = run("export", "ntriples", "--types", types)
        assert (code, err) == (0, "")
        parts.append(out)
    assert parts[0] and set(parts) == {parts[0]}


@pytest.mark.parametrize(
    ("arguments", "code", "said", "hint"),
    [
        (["--types", "stat"], 1, "stat", "state"),
        (["--around", "nobody at all"], 1, "nobody at all", ""),
        (["--query", "xyzzy plugh"], 1, "not understood: xyzzy", "try:"),
        (["--query", "SELECT {"], 1, "malformed", "SPARQL"),
        (["--query", "ASK { ?s ?p ?o }"], 1, "ASK", "SELECT"),
        (["--as-of", "soon"], 2, "soon", ""),
        (["--types", "programme"], 1, "nothing in the graph is left", "leave one of them out"),
        (["--depth", "-1"], 2, "-1", ""),
    ],
)
def test_what_cannot_be_shown_is_said_and_leaves_the_old_page(
    run: Run, opened: list[str], tmp_path: Path, arguments: list[str], code: int, said: str, hint: str
) -> None:
    page = tmp_path / "page.html"
    page.write_text("kept")
    found, out, err = run("view", *arguments, "-o", str(page))
    assert (found, out, opened) == (code, "", [])
    assert said in err
    assert hint in err
    assert "Traceback" not in err
    assert page.read_text() == "kept"


def test_a_full_disk_leaves_the_old_page(run: Run, opened: list[str]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full to stand for a full disk")
    code, _, err = run("view", "--around", "mali", "-o", "/dev/full")
    assert code != 0
    assert "/dev/full" in err
    assert opened == []
