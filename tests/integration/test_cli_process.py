"""The program as the shell sees it: pipes, terminals, full disks, odd bytes, completion, first start."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals and /dev/full are POSIX")
PROGRAM = [sys.executable, "-m", "tocgraph"]


def start(*arguments: str | bytes, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, timeout=120, check=False, **options)  # type: ignore[call-overload,no-any-return]


def on_terminal(*arguments: str) -> tuple[int, str]:
    """Runs the program with stdout on a terminal of 80 columns; gives exit code and what it showed."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color"}
    environment.pop("COLUMNS", None)
    process = subprocess.Popen([*PROGRAM, *arguments], stdout=theirs, stderr=subprocess.DEVNULL, env=environment)
    os.close(theirs)
    shown = b""
    while True:
        ready, _, _ = select.select([ours], [], [], 60)
        if not ready:
            break
        try:
            piece = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    return process.wait(60), shown.decode().replace("\r\n", "\n")


@pytest.fixture
def data(tiny: Path) -> list[str]:
    return ["--data-dir", str(tiny)]


@pytest.fixture
def marked(tiny: Path, tmp_path: Path) -> list[str]:
    """The tiny graph with a label and a pinpoint that look like markup of rich."""
    for file in tiny.iterdir():
        text = file.read_text(encoding="utf-8")
        text = text.replace("label: {en: Mali,", 'label: {en: "[red]Mali[/red] :smile:",')
        text = text.replace('at: "paragraph 7"', 'at: "[art. 18]"')
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    return ["--data-dir", str(tmp_path)]


def test_the_first_question_says_that_it_compiles(data: list[str], tmp_path: Path) -> None:
    environment = {**os.environ, "TOCGRAPH_CACHE": str(tmp_path / "new")}
    first = start("find", "mali", *data, env=environment)
    assert first.returncode == 0 and b"compiling" in first.stderr and b"compiling" not in first.stdout
    second = start("find", "mali", *data, env=environment)
    assert second.stderr == b"" and second.stdout == first.stdout


def test_a_cache_that_cannot_be_written_is_a_warning(data: list[str]) -> None:
    done = start("find", "mali", *data, env={**os.environ, "TOCGRAPH_CACHE": "/dev/null/cache"})
    assert done.returncode == 0 and b"warning: the cache" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_reader_that_stops_reading_ends_the_command_quietly(data: list[str]) -> None:
    start("build", *data)
    for arguments in (
        ["export", "ntriples"],
        ["sparql", "SELECT * { ?s ?p ?o }"],
        ["sparql", "SELECT * {?s ?p ?o}", "-f", "xml"],
    ):
        with subprocess.Popen([*PROGRAM, *arguments, *data], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None and process.stderr is not None
            process.stdout.read(10)
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait(60) in (0, 141)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_3(data: list[str]) -> None:
    for arguments in (["show", "untoc"], ["export", "turtle"], ["--version"]):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [*PROGRAM, *arguments, *(data if len(arguments) > 1 else [])],
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert done.returncode == 3, arguments
        assert done.stderr.startswith(b"error: No space left") and b"Traceback" not in done.stderr


def test_bytes_that_are_no_text(data: list[str]) -> None:
    done = start("show", b"\xff\xfe", *data)
    assert done.returncode == 1 and done.stderr.startswith(b"error: no entity named")
    done = start("show", "مالي", *data, env={**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert done.returncode == 0 and "مالي" in done.stdout.decode()


def test_a_query_from_standard_input(data: list[str]) -> None:
    assert start("sparql", "-", *data, input=b"ASK { id:mali a toc:State }").stdout == b"true\n"
    assert start("sparql", "-", *data, input=b"\xff").returncode == 1


def test_a_terminal_gets_a_coloured_table_and_a_pipe_gets_tabs(
    data: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, shown = on_terminal("list", "organization", *data)
    assert code == 0 and "─" in shown and "\t" not in shown and "\x1b[1m" in shown
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in on_terminal("list", "organization", *data)[1]
    piped = start("list", "organization", *data).stdout.decode()
    assert piped.splitlines()[0] == "answer\tid\ttype" and "─" not in piped


def test_arabic_is_isolated_on_terminals_only(data: list[str]) -> None:
    _, shown = on_terminal("list", "organization", "--lang", "ar", *data)
    assert "\u2068الإنتربول\u2069" in shown
    assert "\u2068" not in start("list", "organization", "--lang", "ar", *data).stdout.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "mali"],
        ["list", "state", "--where", "party-to"],
        ["find", "mali"],
        ["path", "minusma", "mali"],
        ["sparql", "SELECT * { id:mali ?p ?o }"],
        ["sparql", "SELECT * { id:mali ?p ?o }", "-f", "csv"],
        ["export", "turtle"],
    ],
)
def test_data_is_never_read_as_markup(marked: list[str], arguments: list[str]) -> None:
    code, shown = on_terminal(*arguments, *marked)
    plain = "".join(shown.split())
    assert code == 0 and "[red]Mali[/red]" in plain and ":smile:" in plain
    if arguments[0] in ("show", "path"):
        assert "[art.18]" in plain


@pytest.mark.parametrize("form", [None, "table", "markdown", "csv", "tsv", "json", "xml"])
def test_control_characters_never_reach_a_terminal(
    data: list[str], form: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")  # leaves no escape sequence of our own
    hostile = r'SELECT ("before \u001B[2J\u0007\u009B31m\u0008\u007F after" AS ?x) {}'
    code, shown = on_terminal("sparql", hostile, *(["-f", form] if form else []), *data)
    assert code == 0 and "before" in shown and "after" in shown
    assert not set(shown) & set("\x1b\x07\x08\x7f\x9b")
    code, shown = on_terminal("sparql", r'CONSTRUCT { id:a id:b "\u009B2J" } {}', "-f", "ntriples", *data)
    assert code == 0 and "\x9b" not in shown


def test_completion_offers_entity_ids_and_types(data: list[str], tiny: Path) -> None:
    start("build", *data)

    def offered(words: str) -> list[str]:
        environment = {**os.environ, "_TOCGRAPH_COMPLETE": "complete_bash", "TOCGRAPH_DATA": str(tiny)}
        environment |= {"COMP_WORDS": words, "COMP_CWORD": str(len(words.split(" ")) - 1)}
        done = start(env=environment)
        assert b"Traceback" not in done.stderr
        return done.stdout.decode().split()

    assert offered("tocgraph show unt") == ["untoc", "untoc-art-16"]
    assert offered("tocgraph path mali min") == ["minusma"]
    assert offered("tocgraph list un-b") == ["un-body"]
    assert "stats" in offered("tocgraph st")


def test_completion_never_compiles(data: list[str], tiny: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "_TOCGRAPH_COMPLETE": "complete_bash", "TOCGRAPH_DATA": str(tiny)}
    environment |= {"COMP_WORDS": "tocgraph show unt", "COMP_CWORD": "2", "TOCGRAPH_CACHE": str(tmp_path / "none")}
    done = start(env=environment)
    assert done.stdout.split() == [] and not (tmp_path / "none").exists()


def test_output_is_the_same_whatever_the_hash_seed(data: list[str]) -> None:
    for arguments in (["show", "untoc", "-f", "json"], ["path", "interpol", "mali", "-k", "2"], ["stats"]):
        outputs = {
            start(*arguments, *data, env={**os.environ, "PYTHONHASHSEED": seed}).stdout for seed in ("1", "2", "3")
        }
        assert len(outputs) == 1
