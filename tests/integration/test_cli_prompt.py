"""`ask` without a question: the prompt on a real terminal, and questions from standard input."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-m", "tocgraph", "ask"]
READY = "\x1b[?2004h"
"""What a prompt sends before it shows itself: it wants to be told of pasted text (bracketed paste)."""
CONTROLS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|[\u2068\u2069\r\x08]")
PATIENCE = 30.0
"""Seconds after which a text that does not come is a failure."""


class Terminal:
    """The program on a terminal of its own, as somebody would sit before it."""

    def __init__(self, arguments: list[str], stdout: Path | None = None, **environment: str) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        # The program asks a terminal where its cursor is; this one could not say.
        surroundings = {**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", **environment}
        target = stdout.open("wb") if stdout else None
        # Only the leader of a session gets the signal of Ctrl-C from its terminal.
        takes = "import fcntl, os, sys, termios; os.setsid(); fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
        takes += "os.execv(sys.argv[1], sys.argv[1:])"
        self.process = subprocess.Popen(
            [sys.executable, "-c", takes, *PROGRAM, *arguments],
            stdin=theirs,
            stdout=target or theirs,
            stderr=theirs,
            env=surroundings,
        )
        self._shown, self._given = b"", 0
        os.close(theirs)
        if target:
            target.close()

    def type(self, text: str) -> None:
        os.write(self._ours, text.encode())

    def until(self, text: str) -> str:
        """What is shown until a text has come, without what was given before."""
        end = time.monotonic() + PATIENCE
        while (found := self._seen().find(text, self._given)) < 0:
            left = max(0.0, end - time.monotonic())
            assert select.select([self._ours], [], [], left)[0], f"no {text!r} in {self._seen()[self._given :]!r}"
            self._shown += os.read(self._ours, 65536)
        given, self._given = self._given, found + len(text)
        return self._seen()[given : self._given]

    def prompted(self, prompt: str = "Question:") -> str:
        """What is shown until there is a new prompt."""
        return self.until("<ready>") + self.until(prompt)

    def _seen(self) -> str:
        return CONTROLS.sub("", self._shown.decode("utf-8", "replace").replace(READY, "<ready>"))

    def ended(self) -> int:
        """The exit code; what is still shown is dropped, so that nothing waits for it."""
        while True:
            try:
                if not os.read(self._ours, 65536):
                    break
            except OSError:  # Linux reports the end of a terminal as an input/output error
                break
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(PATIENCE)
        os.close(self._ours)


Start = Callable[..., Terminal]


@pytest.fixture
def start(tiny: Path, tmp_path: Path) -> Iterator[Start]:
    """Starts the prompt on the tiny graph, with a folder of its own for the history."""
    subprocess.run([sys.executable, "-m", "tocgraph", "build", "--data-dir", str(tiny)], check=True)
    started: list[Terminal] = []

    def starter(*arguments: str, data: Path | None = tiny, **options: object) -> Terminal:
        options = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state"), **options}
        folder = ["--data-dir", str(data)] if data else []
        started.append(Terminal([*arguments, *folder], **options))  # type: ignore[arg-type]
        return started[-1]

    yield starter
    for terminal in started:
        terminal.close()


def piped(tiny: Path, content: bytes, *arguments: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [*PROGRAM, *arguments, "--data-dir", str(tiny)], input=content, capture_output=True, timeout=120, check=False
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_an_english_and_an_arabic_question(start: Start) -> None:
    terminal = start()
    assert "Ask in English or Arabic" in terminal.prompted()
    terminal.type("who implements UNTOC?\r")
    shown = terminal.until("Sources")
    assert "Reading: " in shown and "UNODC" in shown
    terminal.prompted()
    terminal.type("متى تأسست الإنتربول\r")
    shown = terminal.prompted()
    assert "1923" in shown and "المصادر" in shown
    terminal.type("\x04")
    assert terminal.ended() == 0


def test_tab_completes_a_name(start: Start) -> None:
    terminal = start()
    terminal.prompted()
    terminal.type("who implements Pale")
    terminal.until("Palermo Convention")
    terminal.type("\t\r")
    assert "UNODC" in terminal.prompted()
    terminal.type("exit\r")
    assert terminal.ended() == 0


def test_an_arabic_prompt_and_its_end(start: Start) -> None:
    terminal = start("--lang", "ar")
    assert "اسأل بالعربية" in terminal.prompted("السؤال:")
    terminal.type("who implements UNTOC?\r")
    terminal.until("المصادر")
    terminal.prompted("السؤال:")
    terminal.type("خروج\r")
    assert terminal.ended() == 0


def test_refusals_and_errors_return_to_the_prompt(start: Start) -> None:
    terminal = start("--endpoint", "http://127.0.0.1:9/")
    terminal.prompted()
    terminal.type("blah blah\r")
    terminal.until("not understood")
    terminal.prompted()
    terminal.type("who implements UNTOC?\r")
    assert "error: " in terminal.until("hint: ")
    terminal.prompted()
    terminal.type("quit\r")
    assert terminal.ended() == 0


def test_control_c_clears_the_line(start: Start) -> None:
    terminal = start()
    terminal.prompted()
    terminal.type("half a question")
    terminal.until("half a question")
    terminal.type("\x03")
    terminal.prompted()
    terminal.type("who implements UNTOC?\r")
    assert "half" not in terminal.until("UNODC").partition("Reading")[2]
    terminal.prompted()
    terminal.type("\x04")
    assert terminal.ended() == 0


def test_options_hold_for_every_question(start: Start) -> None:
    terminal = start("--format", "json", "--as-of", "2005")
    terminal.prompted()
    terminal.type("who implements UNTOC?\r")
    assert '"as_of": "2005"' in terminal.until('"as_of": "2005"')
    terminal.prompted()
    terminal.type("\x04")
    assert terminal.ended() == 0


def test_a_number_takes_a_reading(start: Start) -> None:
    terminal = start("--format", "json", data=None)
    terminal.prompted()
    terminal.type("where was the Arab convention signed\r")
    shown = terminal.prompted()
    found = json.loads(shown[shown.index("{") : shown.rindex("}") + 1])
    assert found["status"] == "ambiguous"
    terminal.type("2\r")
    shown = terminal.prompted()
    taken = json.loads(shown[shown.index("{") : shown.rindex("}") + 1])
    assert taken["reading"] == found["suggestions"][1] and taken["status"] == "answered"
    terminal.type("\x04")
    assert terminal.ended() == 0


def test_what_was_asked_comes_back_with_the_next_prompt(start: Start) -> None:
    for keys in ("who implements UNTOC?\r", "\x1b[A\r"):
        terminal = start()
        terminal.prompted()
        terminal.type(keys)
        terminal.until("UNODC")
        terminal.prompted()
        terminal.type("\x04")
        assert terminal.ended() == 0


def test_a_history_that_cannot_be_kept_is_a_warning(start: Start) -> None:
    terminal = start(XDG_STATE_HOME="/dev/null", HOME="/dev/null")
    assert terminal.prompted().count("warning: the history") == 1
    terminal.type("who implements UNTOC?\r")
    terminal.until("UNODC")
    terminal.prompted()
    terminal.type("\x04")
    assert terminal.ended() == 0


def test_with_stdout_in_a_file_the_file_gets_answers_alone(start: Start, tmp_path: Path) -> None:
    terminal = start("--format", "json", stdout=tmp_path / "answers.json")
    terminal.prompted()
    terminal.type("who implements UNTOC?\r")
    terminal.prompted()
    terminal.type("\x04")
    assert terminal.ended() == 0
    assert json.loads((tmp_path / "answers.json").read_bytes())["status"] == "answered"


def test_each_line_of_standard_input_is_a_question(tiny: Path) -> None:
    english, arabic = "who implements UNTOC?", "متى تأسست الإنتربول"
    code, out, err = piped(tiny, f"{english}\n\n  {arabic}  \r\n".encode())
    alone = [
        subprocess.run([*PROGRAM, q, "--data-dir", str(tiny)], capture_output=True, check=True).stdout.decode()
        for q in (english, arabic)
    ]
    assert (code, err) == (0, "")
    assert out == "\n".join(alone)


def test_the_exit_code_is_the_highest_of_all(tiny: Path) -> None:
    code, out, err = piped(tiny, b"blah blah\nwho implements UNTOC?\n")
    assert code == 1 and err == "" and "not understood" in out and "UNODC" in out
    code, out, err = piped(tiny, b"who implements UNTOC?\nblah blah\n", "--endpoint", "http://127.0.0.1:9/")
    assert code == 3 and "not understood" in out
    assert err.startswith("question: who implements UNTOC?\nerror: ") and "Traceback" not in err


def test_a_number_in_standard_input_is_a_question(tiny: Path) -> None:
    code, out, _ = piped(tiny, b"blah blah\n1\n", "--format", "json")
    found, end = json.JSONDecoder().raw_decode(out)
    assert code == 1 and found["status"] == "not-understood"
    assert json.loads(out[end:])["question"] == "1"


@pytest.mark.parametrize("content", [b"", b"\n \n"])
def test_no_question_is_wrong_usage(tiny: Path, content: bytes) -> None:
    code, out, err = piped(tiny, content)
    assert (code, out) == (2, "") and err.startswith("error: there is no question") and err.count("\n") == 2


def test_a_reading_needs_a_question(tiny: Path) -> None:
    code, out, err = piped(tiny, b"who implements UNTOC?\n", "--reading", "1")
    assert (code, out) == (2, "") and "needs a question" in err


def test_debug_shows_the_traceback_and_goes_on(tiny: Path) -> None:
    code, out, err = piped(tiny, b"who implements UNTOC?\nblah\n", "--endpoint", "http://127.0.0.1:9/", "--debug")
    assert code == 3 and "Traceback" in err and "not understood" in out


def test_an_answer_comes_before_the_next_question_is_asked(tiny: Path) -> None:
    with subprocess.Popen(
        [*PROGRAM, "--data-dir", str(tiny)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(b"who implements UNTOC?\n")
        process.stdin.flush()
        assert process.stdout.readline().startswith(b"Reading: ")
        process.stdin.close()
        assert b"UNODC" in process.stdout.read()
        assert process.wait(PATIENCE) == 0
