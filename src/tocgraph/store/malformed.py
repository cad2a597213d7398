"""What is wrong with a query, in words: `?s a foo:Bar` -> at line 1 the prefix foo: is not declared.

Oxigraph says where its parser stopped and every character that could have followed, in ranges of Unicode.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tocgraph.errors import QueryError

_STOPPED = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_CLASS = re.compile(r"\[[^]]*\]")
_UNDECLARED = "Prefix not found"
_LAST_NAME = re.compile(r"([\w.-]*):\S*$")
_UPDATE = re.compile(
    r"\s*(?:(?:prefix|base)\b[^>]*>\s*)*(insert|delete|load|clear|drop|create|add|move|copy|with)\b", re.IGNORECASE
)
_HINT = "check it against SPARQL 1.1"
_MOST = 6
"""How many things are named that could have followed."""


def malformed(error: SyntaxError, query: str, prefixes: Iterable[str]) -> QueryError:
    """The error to raise for a query that Oxigraph does not parse.

    Args:
        error: What Oxigraph said of it.
        query: The query as Oxigraph read it.
        prefixes: Those that need no declaration.
    """
    said = "the SPARQL query is malformed"
    update = _UPDATE.match(query)
    if update:
        return QueryError(f"{said}: {update[1].upper()} begins an update", "send a query: the graph is only read")
    stopped = _STOPPED.search(str(error))
    if not stopped:
        return QueryError(f"{said}: {error}", _HINT)
    line, column, expected = int(stopped[1]), int(stopped[2]), stopped[3]
    before = "".join(query.split("\n")[line - 1 : line])[: column - 1]
    name = _LAST_NAME.search(before)
    if _UNDECLARED in expected and name:
        known = ", ".join(sorted(f"{prefix}:" for prefix in prefixes))
        hint = f"write PREFIX {name[1]}: <...> before it{f'; known without it are {known}' if known else ''}"
        return QueryError(f"{said}: at line {line} the prefix {name[1]}: is not declared", hint)
    behind = f", behind {before.strip()[-30:].strip()!r}" if before.strip() else ""
    wanted = [part for part in (p.strip() for p in _CLASS.sub("", expected).split(", ")) if part]
    told = f": expected {' or '.join(wanted)}" if 0 < len(wanted) <= _MOST else ""
    return QueryError(f"{said} at line {line}, column {column}{behind}{told}", _HINT)
