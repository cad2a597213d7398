"""The README keeps its word: its commands run and show what it says they show."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import shlex
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

README = Path(__file__).parents[2] / "README.md"
WIDTH = 100
CONSOLE = re.compile(r"(```console\n\$ (tocgraph [^\n]+)\n)(.*?)(```)", re.DOTALL)


def on_terminal(command: str) -> str:
    """What the command shows on a terminal of 100 columns, without colour."""
    primary, secondary = pty.openpty()
    fcntl.ioctl(secondary, termios.TIOCSWINSZ, struct.pack("HHHH", 50, WIDTH, 0, 0))
    environment = {**os.environ, "NO_COLOR": "1", "TERM": "xterm", "COLUMNS": str(WIDTH)}
    arguments = [sys.executable, "-m", *shlex.split(command)]
    process = subprocess.Popen(arguments, stdout=secondary, stderr=subprocess.DEVNULL, env=environment)
    os.close(secondary)
    shown = b""
    while True:
        try:
            part = os.read(primary, 65536)
        except OSError:  # Linux reports the end of a terminal as an input/output error
            break
        if not part:
            break
        shown += part
    process.wait(60)
    os.close(primary)
    # The marks that keep Arabic apart on a terminal would only disturb a page that knows directions.
    text = shown.decode().replace("\r\n", "\n").replace("\u2068", "").replace("\u2069", "")
    return "".join(line.rstrip() + "\n" for line in text.splitlines())


def test_the_questions_are_answered_as_shown(update_golden: bool) -> None:
    text = README.read_text(encoding="utf-8")
    blocks = CONSOLE.findall(text)
    assert len(blocks) == 10
    shown = CONSOLE.sub(lambda m: m[1] + on_terminal(m[2]) + m[4], text)
    if update_golden:
        README.write_text(shown, encoding="utf-8")
    assert shown == text or update_golden


@pytest.mark.parametrize("command", re.findall(r"^\| `(tocgraph [^`]+)` \|", README.read_text(encoding="utf-8"), re.M))
def test_the_other_commands_run(command: str, tmp_path: Path) -> None:
    command = command.replace("SELECT ...", "SELECT ?s { ?s a toc:Mission }")
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)], cwd=tmp_path, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout or done.stderr or list(tmp_path.iterdir())


def test_the_python_example_runs() -> None:
    [example] = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.S)
    done = subprocess.run([sys.executable, "-c", example], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "Countering Organized Crime" in done.stdout


def test_every_file_that_it_names_exists() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README.read_text(encoding="utf-8")):
        assert (README.parent / target).exists(), target
