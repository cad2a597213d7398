"""Queries that would end the process, made harmless before Oxigraph sees them.

Oxigraph compares two literals by value where SPARQL 1.1 defines `<` for them, and else by their text. Together that is
no order (2 < 10 by value; "10" < "1x" < "2" by text), and its sort aborts the process when it notices. So each sort
condition gets another one before it: the class of the term, within which the comparison is an order. What section
15.1 fixes (unbound, blank nodes, addresses, literals) stays, and so does the order of all that could be sorted before.

Its parser and evaluator call themselves for each level of a query, so that a very deep one overflows the stack.
"""

from __future__ import annotations

import re

from tocgraph.errors import QueryError
from tocgraph.store.lexer import Token, tokens

_XSD = "http://www.w3.org/2001/XMLSchema#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DEEPEST = 1000
"""The most brackets within brackets, and the most operators in a row."""
_SHORT = 2 * DEEPEST
"""No query with so few characters is too deep."""
_ORDER = re.compile("order", re.IGNORECASE)
_OPERATORS = {"!", "|", "/", "^", "*", "||", "&&", "=", "!=", "<", ">", "<=", ">="}
_WORDS = {"UNION", "OPTIONAL", "MINUS"}
# Calls whose results are all of one class, so that nothing needs to be put before them.
_ALIKE = frozenset(
    "STR LCASE UCASE CONCAT SUBSTR STRBEFORE STRAFTER REPLACE ENCODE_FOR_URI LANG STRUUID GROUP_CONCAT MD5 SHA1 SHA256 "
    "SHA384 SHA512 STRLANG STRLEN COUNT SUM AVG ABS ROUND CEIL FLOOR RAND YEAR MONTH DAY HOURS MINUTES SECONDS TZ IRI "
    "URI UUID DATATYPE BNODE BOUND ISIRI ISURI ISBLANK ISLITERAL ISNUMERIC SAMETERM LANGMATCHES CONTAINS STRSTARTS "
    "STRENDS REGEX NOW".split()
)
# Dates and times without a zone, of years with four digits, are in the order of their texts; so are true and false.
_PLAIN = "^(-{2,3}[0-9]{2}(-[0-9]{2})?|[0-9]{4}(-[0-9]{2}){0,2}(T[0-9:.]+)?|[0-9]{2}:[0-9:.]+|true|false)$"
_CLASS = (
    f'IF(isLiteral(@),IF(isNumeric(@),"2",IF(DATATYPE(@) IN (<{_XSD}string>,<{_RDF}langString>)||'
    f'!STRSTARTS(STR(DATATYPE(@)),"{_XSD}")||REGEX(STR(@),"{_PLAIN}"),"3",CONCAT("4",STR(DATATYPE(@)),'
    f'IF(DATATYPE(@)=<{_XSD}duration>,STR(@),IF(REGEX(STR(@),"(Z|[+-][0-9]{{2}}:[0-9]{{2}})$"),"z",""))))),'
    'IF(isIRI(@),"1",IF(isBlank(@),"0","9")))'
)


def survivable(query: str) -> str:
    """The query in a form that Oxigraph survives; mostly the query as it is.

    Raises:
        QueryError: it is nested too deeply; or it sorts or is long, and is not written in the terminals of SPARQL 1.1,
            so that what it does cannot be seen.
    """
    sorts = _ORDER.search(query) is not None
    if not sorts and len(query) <= _SHORT:
        return query
    found = list(tokens(query))
    if len(query) > _SHORT:
        _bounded(found)
    return _sorted(query, found) if sorts else query


def _bounded(found: list[Token]) -> None:
    """Raises QueryError for what is nested too deeply."""
    opened: list[tuple[str, int]] = []
    level, count = "{", 0
    for token in found:
        if token.text in ("(", "{", "["):
            opened.append((level, count))
            level, count = token.text, 0
        elif token.text in (")", "}", "]"):
            level, count = opened.pop() if opened else ("{", 0)
        elif token.text in (";", ".", ","):
            count = 0 if token.text != "." else count
        elif token.text in _OPERATORS or token.text.upper() in _WORDS or (token.text in "+-" and level == "("):
            count += 1
        if max(len(opened), count) > DEEPEST:
            raise QueryError(f"the query has more than {DEEPEST:,} levels, or operators in a row",
                             "split it, or write long lists with VALUES or IN")  # fmt: skip


def _sorted(query: str, found: list[Token]) -> str:
    """The query with a class before each sort condition."""
    parts, done, at = [], 0, 0
    while at < len(found):
        at, begun = _after_order_by(found, at)
        while begun and (end := _condition(found, at)) > at:
            first, last = found[at], found[end - 1]
            text = query[first.start : last.start + len(last.text)]
            parts += [query[done : first.start], _keyed(text, found[at:end])]
            done, at = last.start + len(last.text), end
    return "".join([*parts, query[done:]])


def _after_order_by(found: list[Token], at: int) -> tuple[int, bool]:
    """The place behind ORDER BY, if it stands here, and whether it does; Oxigraph also reads both as one word."""
    words = [token.text.upper() if token.kind == "word" else "" for token in found[at : at + 2]]
    if words[0] == "ORDERBY":
        return at + 1, True
    return (at + 2, True) if words == ["ORDER", "BY"] else (at + 1, False)


def _condition(found: list[Token], at: int) -> int:
    """The end of the sort condition that begins here (OrderCondition, section 19.8); the beginning if none does."""
    if at < len(found) and found[at].kind == "variable":
        return at + 1
    start = at
    while at < len(found) and found[at].kind in ("word", "iri", "name") and at - start < 2:
        at += 1  # ASC, DESC, the name of a function, EXISTS, NOT EXISTS
    if at == len(found) or found[at].text not in ("(", "{") or (found[at].text == "{" and at == start):
        return start
    depth = 0
    for place in range(at, len(found)):
        depth += (found[place].text in ("(", "{", "[")) - (found[place].text in (")", "}", "]"))
        if not depth:
            return place + 1
    return start


def _keyed(text: str, condition: list[Token]) -> str:
    """A sort condition with its class before it."""
    if any(token.text == "{" for token in condition):
        return _inner(text)
    direction = condition[0].text.upper()
    direction = direction if direction in ("ASC", "DESC") else ""
    bare = condition[1:] if direction else condition
    while bare[0].text == "(" and len(bare) > 1 and _condition(bare, 0) == len(bare):
        bare = bare[1:-1]
    called = bare[0].text.upper() if bare and _condition(bare, 0) == len(bare) else ""
    if not bare or called in _ALIKE:
        return text
    start = bare[0].start - condition[0].start
    inner = text[start : bare[-1].start + len(bare[-1].text) - condition[0].start]
    return f"{direction}({_CLASS.replace('@', f'({inner})')}) {text}"


def _inner(text: str) -> str:
    return _sorted(text, list(tokens(text)))
