"""The words of a SPARQL query, told apart exactly: terminals of SPARQL 1.1, section 19.8.

Used to refuse SERVICE, by which a query makes the store call other machines. A query is cut into terminals (the
longest match counts), so that the word in a text, an address, a comment, a prefix or a variable means nothing.
Codepoint escapes are decoded first (section 19.2); as Oxigraph reads a query without that step, the text as
written is looked at too. Oxigraph's parser has no terminals of its own: it tries rules at each place, and so finds
a keyword where the grammar has none (`service:x {`, `trueSERVICE<x>{`), or an operator where the grammar has an
address (`?a<?b#>`). Both are dealt with here, so that what is let through calls nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tocgraph.errors import QueryError

_BASE = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME = f"{_BASE}_0-9\u00b7\u0300-\u036f\u203f-\u2040"
_CHARS = f"[{_NAME}-]"
_PREFIX = f"(?:[{_BASE}](?:(?:{_CHARS}|\\.)*{_CHARS})?)?"
_PLX = r"%[0-9A-Fa-f]{2}|\\[_~.!$&'()*+,;=/?#@%-]"
_LOCAL = f"(?:[{_BASE}_:0-9]|{_PLX})(?:(?:{_CHARS}|[.:]|{_PLX})*(?:{_CHARS}|:|{_PLX}))?"
_UCHAR = r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
_ESCAPE = rf"\\[tbnrf\\\"']|{_UCHAR}"

_TERMINALS = re.compile(
    "|".join(
        f"(?P<{kind}>{pattern})"
        for kind, pattern in (
            ("space", r"[ \t\r\n]+"),
            ("comment", r"#[^\r\n]*"),
            ("iri", rf"<(?:[^<>\"{{}}|^`\\\x00-\x20]|{_UCHAR})*>"),
            ("string", rf"'''(?:'{{0,2}}(?:[^'\\]|{_ESCAPE}))*'''"),
            ("string2", rf'"""(?:"{{0,2}}(?:[^"\\]|{_ESCAPE}))*"""'),
            ("string3", rf"'(?:[^'\\\r\n]|{_ESCAPE})*'"),
            ("string4", rf'"(?:[^"\\\r\n]|{_ESCAPE})*"'),
            ("variable", f"[?$][{_BASE}_0-9][{_NAME}]*"),
            ("language", r"@[a-zA-Z]+(?:-[a-zA-Z0-9]+)*"),
            ("blank", f"_:[{_BASE}_0-9](?:(?:{_CHARS}|\\.)*{_CHARS})?"),
            ("name", f"{_PREFIX}:(?:{_LOCAL})?"),
            ("number", r"(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)[eE][+-]?[0-9]+|[0-9]*\.[0-9]+|[0-9]+"),
            ("word", f"[{_BASE}_][{_NAME}]*"),
            ("mark", r"\^\^|&&|\|\||<=|>=|!=|[]{}()\[;.,|/^?*+!=<>-]"),
        )
    )
)
_DECODED = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_WORD = "service"
_OPERAND = {"iri", "string", "variable", "language", "name", "number", "blank"}
_HINT = "nothing here asks other machines; ask the other endpoint by itself"


class Token(NamedTuple):
    """A terminal: its kind, its text, and where it begins. Every kind of string literal is a "string"."""

    kind: str
    text: str
    start: int


def decoded(query: str) -> str:
    """The query with its codepoint escapes decoded (SPARQL 1.1, section 19.2)."""
    if "\\u" not in query and "\\U" not in query:
        return query

    def character(match: re.Match[str]) -> str:
        code = int(match[1] or match[2], 16)
        return chr(code) if code <= 0x10FFFF else match[0]

    return _DECODED.sub(character, query)


def tokens(query: str) -> Iterator[Token]:
    """The terminals of a query in order, without white space and comments.

    Raises:
        QueryError: some of the text is no terminal of SPARQL 1.1.
    """
    at = 0
    while at < len(query):
        match = _TERMINALS.match(query, at)
        if match is None:
            line = query.count("\n", 0, at) + 1
            raise QueryError(f"the SPARQL query is malformed: nothing in SPARQL begins so: {query[at : at + 20]!r}",
                             f"look at line {line}")  # fmt: skip
        kind = str(match.lastgroup).rstrip("234")
        if kind not in ("space", "comment"):
            yield Token(kind, match[0], at)
        at = match.end()


def kept_here(query: str) -> str:
    """The query in a form in which Oxigraph calls no other machine, whatever the query is.

    Mostly the query as it is; a prefix whose name holds the word SERVICE is renamed, as Oxigraph would take it for
    the keyword. Its meaning stays.

    Raises:
        QueryError: the query has a SERVICE clause, or is malformed in a way that could hide one.
    """
    plain = decoded(query)
    if _WORD not in query.casefold() and _WORD not in plain.casefold():
        return query
    found = _judged(plain)
    return _renamed(query, found if plain == query else _judged(query))


def _judged(query: str) -> list[Token]:
    """The terminals of a query that calls nobody. Raises QueryError."""
    found = list(tokens(query))
    before: Token | None = None
    opened: list[str] = []
    for token in found:
        # No keyword of SPARQL but SERVICE holds that word; run together with another one, Oxigraph reads both.
        if token.kind == "word" and _WORD in token.text.casefold():
            raise QueryError("SERVICE is refused: the query would call another machine", _HINT)
        if token.kind == "iri" and opened[-1:] == ["("] and before is not None and _may_be_less_than(before, token):
            raise QueryError(f"{token.text[:40]!r} can be read as an address or as a comparison",
                             "put a space behind the sign < of a comparison")  # fmt: skip
        if token.text in ("(", "{", "["):
            opened.append(token.text)
        elif token.text in (")", "}", "]") and opened:
            opened.pop()
        before = token
    return found


def _may_be_less_than(before: Token, iri: Token) -> bool:
    """Whether Oxigraph may take an address for `<` and more, and then see a text or comment where there is none."""
    if before.kind not in _OPERAND and before.text not in (")", "]") and before.kind != "word":
        return False
    start = iri.text.partition("//")[0].casefold()
    return "'" in start or "#" in start or _WORD in start


def _renamed(query: str, found: list[Token]) -> str:
    prefixes = {t.text.partition(":")[0] for t in found if t.kind == "name"}
    fresh = (f"p{n}" for n in range(len(prefixes) + len(found) + 1))
    names = {p: next(f for f in fresh if f not in prefixes) for p in sorted(prefixes) if _WORD in p.casefold()}
    if not names:
        return query
    parts, at = [], 0
    for token in found:
        prefix, _, local = token.text.partition(":")
        if token.kind == "name" and prefix in names:
            parts += [query[at : token.start], f" {names[prefix]}:{local}"]
            at = token.start + len(token.text)
    return "".join([*parts, query[at:]])
