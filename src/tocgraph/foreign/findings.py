"""What is wrong in a file that is laid over the data, or was not taken from it: with file, line, word and hint.

A file may have millions of lines. Findings of one rule about one word are therefore one, with their number and the
first line; of each rule some dozens of words are kept, and the others counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tocgraph.checks.rules import RULES, Rule
from tocgraph.errors import Problem

MOST = 50
"""Words of which one rule is told."""

FILE_RULES: dict[str, Rule] = {
    rule.id: rule
    for rule in (
        Rule("file-syntax", "error", "Each line is a statement of N-Quads (RDF 1.1), or a FollowTheMoney entity."),
        Rule("half-claim", "error", "A claim has one subject, predicate, object and standing, and is a toc:Claim."),
        Rule("plain-triple", "error", "A plain triple stands for a claim of the file or of the data."),
        Rule("not-taken", "warning", "A class, property or schema has a place in foreign/mapping.yaml."),
        Rule("unknown-property", "warning", "What has an address of ours has the properties of our vocabulary alone."),
        Rule("empty-file", "warning", "A file that is laid over holds at least one statement or entity."),
        Rule("rules-not-applied", "warning", "Rules of the schema are applied to no more claims than fit into memory."),
    )
}
"""Rules that only files know; for what folders know as well, the rules of `checks` hold."""

_ADDRESSES = re.compile(rb"<([^<>\s]*)>")
_KEY = re.compile(rb'"id"\s*:\s*"((?:[^"\\]|\\.)*)"')


class _Finding:
    def __init__(self, line: int, needle: str, message: str, hint: str) -> None:
        self.line, self.needle, self.message, self.hint = line, needle, message, hint
        self.count = 0


class Findings:
    """The findings of one file, or (without a path) of all files together."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self._found: dict[tuple[str, str], _Finding] = {}
        self._words: Counter[str] = Counter()
        self._beyond: Counter[str] = Counter()

    def add(
        self, rule: str, word: str, message: str, hint: str = "", line: int = 0, needle: str = "", count: int = 1
    ) -> None:
        """Takes a finding; without a line it stands where the address or id `needle` occurs first."""
        found = self._found.get((rule, word))
        if found is None:
            if self._words[rule] >= MOST:
                self._beyond[rule] += count
                return
            self._words[rule] += 1
            found = self._found[rule, word] = _Finding(line, needle, message, hint)
        found.count += count

    def known(self, rule: str, word: str) -> bool:
        """Whether a finding of that rule about that word is there, or there is no room for it: spares the message."""
        return (rule, word) in self._found or self._words[rule] >= MOST

    @property
    def failed(self) -> bool:
        """Whether there is an error."""
        return any(_level(rule) == "error" for rule in self._words)

    def problems(self, files: Iterable[tuple[Path, Iterable[bytes]]] = ()) -> list[Problem]:
        """Every finding as a problem, in order; `files` are read where a line is not known yet."""
        places = self._places(files)
        problems = []
        for (rule, _), found in self._found.items():
            path, line = places.get(found.needle, (self.path, 1)) if not found.line else (self.path, found.line)
            told = found.message + (f" ({found.count:,} times)" if found.count > 1 else "")
            problems.append(Problem(str(path or ""), line, 1, _level(rule), rule, told, found.hint))
        for rule, count in self._beyond.items():
            told = f"{count:,} more findings of this kind, about other words"
            problems.append(Problem(str(self.path or ""), 1, 1, _level(rule), rule, told))
        return sorted(problems)

    def _places(self, files: Iterable[tuple[Path, Iterable[bytes]]]) -> dict[str, tuple[Path | None, int]]:
        wanted = {f.needle.encode() for f in self._found.values() if not f.line and f.needle}
        places: dict[str, tuple[Path | None, int]] = {}
        if not wanted:
            return places
        for path, lines in files:
            for number, line in enumerate(lines, 1):
                for pattern in (_ADDRESSES, _KEY):
                    for word in wanted.intersection(pattern.findall(line)):
                        places[word.decode()] = (path, number)
                        wanted.discard(word)
                if not wanted:
                    return places
        return places


def _level(rule: str) -> str:
    return (FILE_RULES.get(rule) or RULES[rule]).level
