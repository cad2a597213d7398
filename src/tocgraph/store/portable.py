"""One SPARQL text for every engine: what is changed in a query on its way, and how a cut answer is asked for in pages.

Virtuoso 7.2 finds nothing for `?day <= "..."^^xsd:date` alone, as it takes the literal for the end of a range of
its index; it finds the days for `?day <= xsd:date("...")`, which means the same (SPARQL 1.1, section 17.5). Queries
of this package avoid the first form, so that they may be copied; the change is for queries that people write.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tocgraph.errors import QueryError
from tocgraph.store.lexer import Token, tokens

COUNTED = "tocgraphRows"
"""The variable under which the rows of a query are counted."""

_COMPARISONS = ("<=", ">=", "<", ">", "=", "!=")
_DAY = re.compile(r"(?:[#:])(?:date|dateTime)>?$")
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


class Parts(NamedTuple):
    """A query taken apart: its prologue, its form (SELECT ...), and the text from the form on."""

    prologue: str
    form: str
    body: str


class Construct(NamedTuple):
    """A CONSTRUCT as a SELECT of what its template needs, with the variables and the template in its braces."""

    query: str
    variables: list[str]
    prologue: str
    template: str


def portable(query: str) -> str:
    """The query with the same meaning, in forms that the engines known to us run; as it is when it is malformed."""
    try:
        found = list(tokens(query))
    except QueryError:
        return query  # the server knows its own extensions, or says what is wrong
    pieces, at = [], 0
    for n in range(len(found) - 2):
        text, sign, kind = found[n : n + 3]
        if text.kind != "string" or sign.text != "^^" or not _DAY.search(kind.text):
            continue
        beside = (found[n - 1 : n] if n else []) + found[n + 3 : n + 4]
        if any(token.text in _COMPARISONS for token in beside):
            pieces += [query[at : text.start], f"{kind.text}({text.text})"]
            at = kind.start + len(kind.text)
    return "".join([*pieces, query[at:]])


def taken_apart(query: str) -> Parts | None:
    """The parts of a query that may stand inside another; None for one that may not, or is malformed."""
    try:
        found = list(tokens(query))
    except QueryError:
        return None
    start = _form(found)
    if start is None or any(t.kind == "word" and t.text.upper() == "FROM" for t in _outside(found[start:])):
        return None  # a query inside another has no data set of its own (SPARQL 1.1, section 19.8, rule SubSelect)
    at = found[start].start
    return Parts(query[:at], found[start].text.upper(), query[at:])


def counting(parts: Parts) -> str:
    """The query that counts the rows of a SELECT."""
    return f"{parts.prologue}SELECT (COUNT(*) AS ?{COUNTED}) WHERE {{ {{ {parts.body}\n}} }}"


def page(parts: Parts, size: int, offset: int, ordered_by: Sequence[str] = ()) -> str:
    """The query for `size` rows of a SELECT from `offset` on; in the order of those variables if any are given.

    The order stands inside, and the page outside: engines that refuse to sort more than a page allow that.
    """
    inner = f"{{ {parts.body}\n}}"
    if ordered_by:
        names = " ".join(f"?{name}" for name in ordered_by)
        inner = f"{{ SELECT {names} WHERE {{ {inner} }} ORDER BY {names} }}"
    return f"{parts.prologue}SELECT * WHERE {{ {inner} }} LIMIT {size} OFFSET {offset}"


def constructed(query: str) -> Construct | None:
    """A CONSTRUCT query as a SELECT and a template; None where that cannot be told from the text.

    Rows can be counted, asked for in pages and compared; the graph that an engine makes of them may be cut silently.
    """
    parts = taken_apart(query)
    if parts is None or parts.form != "CONSTRUCT":
        return None
    found = list(tokens(parts.body))
    braces = [t for t in found if t.text in ("{", "}")]
    closing = _closing(braces)
    if closing is None or found[1].text.upper() not in ("{", "WHERE"):
        return None
    template = parts.body[braces[0].start : closing + 1]
    rest = parts.body[closing + 1 :] if found[1].text == "{" else parts.body[found[1].start :]
    inside = [t for t in found if braces[0].start < t.start < closing]
    variables = list(dict.fromkeys(t.text[1:] for t in inside if t.kind == "variable"))
    if not variables or (found[1].text != "{" and any(t.kind == "blank" or t.text in "[(" for t in inside)):
        return None
    select = " ".join(f"?{name}" for name in variables)
    return Construct(f"{parts.prologue}SELECT {select} {rest}", variables, parts.prologue, template)


def _form(found: list[Token]) -> int | None:
    n = 0
    while n < len(found):
        word = found[n].text.upper()
        if found[n].kind == "word" and word in _FORMS:
            return n
        if word == "BASE":
            n += 2
        elif word == "PREFIX":
            n += 3
        else:
            return None
    return None


def _outside(found: list[Token]) -> list[Token]:
    """The terminals that stand outside of every brace."""
    depth, outside = 0, []
    for token in found:
        depth += (token.text == "{") - (token.text == "}")
        if depth == 0:
            outside.append(token)
    return outside


def _closing(braces: list[Token]) -> int | None:
    """Where the brace ends that the first one opens."""
    depth = 0
    for brace in braces:
        depth += 1 if brace.text == "{" else -1
        if depth == 0:
            return brace.start
    return None
