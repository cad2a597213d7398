"""The page on treaty law keeps its word: its commands run and show what it says they show."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "treaty-law.md"
CONSOLE = re.compile(r"(```console\n\$ (tocgraph [^\n]+)\n)(.*?)(```)", re.DOTALL)


def output(command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_cases_are_answered_as_shown(update_golden: bool) -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert len(CONSOLE.findall(text)) == 5
    shown = CONSOLE.sub(lambda m: m[1] + output(m[2]) + m[4], text)
    if update_golden:
        PAGE.write_text(shown, encoding="utf-8")
    assert shown == text or update_golden


def test_the_python_example_runs() -> None:
    [example] = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    done = subprocess.run([sys.executable, "-c", example], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
