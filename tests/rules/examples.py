"""The examples of the rules: tests/rules/RULE/good and tests/rules/RULE/bad.

An example folder holds only the files that matter; the others come from tests/rules/base. The first
lines of a bad example are comments that state each problem expected, `# FILE:LINE RULE`, and
`# without FILE` for a file that is missing on purpose.

    python tests/rules/examples.py      writes docs/checks.md anew
"""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from tocgraph.checks import RULES, Rule, check

HERE = Path(__file__).parent
PAGE = HERE.parent.parent / "docs" / "checks.md"
_EXPECTED = re.compile(r"# (\S+):(\d+) (\S+)")
_START = re.compile(r"(?:  )?- id:|- subject:|- source:|- table:|- words:")
_WITHOUT = re.compile(r"# without (\S+)")
_INTRODUCTION = """\
# Checks

`tocgraph check [DIR]` reports every problem of a data folder in one run, each as
`file:line:column level rule: message; hint`. This page says what each rule asks for, with an example
that breaks it and one that keeps it. The examples stand as data folders under `tests/rules`.

An **error** cannot be compiled or is false by construction; the other commands refuse such data. A
**warning** is untidy. The exit code is 1 when there is an error, or a warning under `--strict`; else 0.
`--format json` writes one object for scripts, `--format sarif` a SARIF 2.1.0 log for code scanning, and
`--format github` annotations for pull requests.

A part that is faulty is left out and the rest is checked, so that one mistake gives one problem. What
could not be read is never called unknown, missing or unused.
"""


def build(example: Path, folder: Path) -> None:
    """Makes the whole data folder of an example: its own files over those of the base."""
    shutil.copytree(HERE / "base", folder, dirs_exist_ok=True)
    shutil.copytree(example, folder, dirs_exist_ok=True)
    for file in _files(example):
        for missing in _WITHOUT.findall(_comments(file)):
            (folder / missing).unlink()


def expected(example: Path) -> list[tuple[str, int, str]]:
    """The problems that an example states: file, line and rule, sorted."""
    found = [match for file in _files(example) for match in _EXPECTED.findall(_comments(file))]
    return sorted((file, int(line), rule) for file, line, rule in found)


def _files(example: Path) -> list[Path]:
    return sorted(path for path in example.iterdir() if path.is_file())


def _comments(file: Path) -> str:
    lines = file.read_text(encoding="utf-8").split("\n")
    return "\n".join(lines[: next(i for i, line in enumerate(lines) if not line.startswith("#"))])


def page() -> str:
    """The text of docs/checks.md."""
    parts = [_INTRODUCTION]
    for level in ("error", "warning"):
        parts.append(f"\n## {level.capitalize()}s\n")
        parts.extend(_section(rule) for rule in RULES.values() if rule.level == level)
    return "".join(parts)


def _section(rule: Rule) -> str:
    bad, good = HERE / rule.id / "bad", HERE / rule.id / "good"
    with tempfile.TemporaryDirectory() as folder:
        build(bad, Path(folder))
        problem, *_ = check(folder)
    text = f"\n### {rule.id}\n\n{rule.description}\n\n```text\n{problem}\n```\n"
    if not (bad / problem.file).exists():
        return text + f"\nBad: a folder without {problem.file}. Good: a folder with all of the files.\n"
    if problem.file.endswith(".csv"):
        return text + _sheets(bad, good, problem.file)
    shown, kept = _shown(bad / problem.file, good / problem.file, problem.line)
    return text + f"\nBad:\n\n```yaml\n{shown}```\n\nGood:\n\n```yaml\n{kept}```\n"


def _sheets(bad: Path, good: Path, file: str) -> str:
    """A table at fault and the same mended; the mapping of each when the fault lies there."""
    wrong, right = ((folder / file).read_text(encoding="utf-8") for folder in (bad, good))
    if wrong != right:
        return f"\nBad:\n\n```text\n{wrong}```\n\nGood:\n\n```text\n{right}```\n"
    wrong, right = ("".join(_blocks(folder / "tables.yaml")) or "(nothing)\n" for folder in (bad, good))
    return f"\nBad, in tables.yaml:\n\n```yaml\n{wrong}```\n\nGood, in tables.yaml:\n\n```yaml\n{right}```\n"


def _shown(bad: Path, good: Path, line: int) -> tuple[str, str]:
    """The block at fault and the same block mended; the whole files when the mistake lies in their blocks together."""
    blocks, mended = _blocks(bad), _blocks(good)
    if len(blocks) != len(mended) or sorted(blocks) == sorted(mended):
        return "".join(blocks), "".join(mended)
    before = bad.read_text(encoding="utf-8").split("\n")[:line]
    index = sum(1 for text in before if _START.match(text)) - 1
    return blocks[index], mended[index]


def _blocks(file: Path) -> list[str]:
    """The blocks of a data file, without its comments, and without what stands before the first."""
    blocks: list[str] = []
    for line in file.read_text(encoding="utf-8").split("\n"):
        if _START.match(line):
            blocks.append("")
        if blocks and line.startswith((" ", "-")):
            blocks[-1] += f"{line}\n"
    return blocks


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
