"""Results in every standard format, read from and written to plain terms.

Engines write the same value in different ways: Virtuoso has `typed-literal`, 0 and 1 for booleans, and an ASK as a
row; language tags and numbers come in any of their spellings. `read_term` brings all of them to the spelling of the
compiled store, so that the same question has the same answer everywhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

import pyoxigraph

from tocgraph.store.base import Row, Solutions, Term, Triple

XSD = "http://www.w3.org/2001/XMLSchema#"
_PLAIN = (f"{XSD}string", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", "")
_INTEGER = re.compile(r"[+-]?\d+")

SELECT_WRITERS = {
    "json": pyoxigraph.QueryResultsFormat.JSON,
    "xml": pyoxigraph.QueryResultsFormat.XML,
    "csv": pyoxigraph.QueryResultsFormat.CSV,
    "tsv": pyoxigraph.QueryResultsFormat.TSV,
}


def read_term(value: Mapping[str, Any]) -> Term:
    """A term of SPARQL 1.1 Query Results JSON (section 3.2.2), in the spelling of the compiled store.

    Raises:
        KeyError, TypeError, AttributeError: it is no term.
    """
    kind, text = value["type"], value["value"]
    if not isinstance(text, str):
        raise TypeError("a value is text")
    if kind == "uri":
        return Term("iri", text)
    if kind == "bnode":
        return Term("bnode", text)
    if kind not in ("literal", "typed-literal"):
        raise KeyError(kind)
    language, datatype = str(value.get("xml:lang") or ""), str(value.get("datatype") or "")
    if language or datatype in _PLAIN:
        return Term("literal", text, language.lower())
    return Term("literal", _spelt(text, datatype), "", datatype)


def read_xml(body: bytes) -> list[Row]:
    """The rows of SPARQL Query Results XML, in the spelling of the compiled store.

    Raises:
        SyntaxError, ValueError: it is no such document, or has no rows but a truth value.
    """
    found: Any = pyoxigraph.parse_query_results(body, pyoxigraph.QueryResultsFormat.XML)
    if not isinstance(found, pyoxigraph.QuerySolutions):
        raise ValueError("a truth value")
    names = [variable.value for variable in found.variables]
    return [{name: _term(row[name]) for name in names if row[name] is not None} for row in found]


def _term(value: Any) -> Term:
    if isinstance(value, pyoxigraph.NamedNode):
        return Term("iri", value.value)
    if isinstance(value, pyoxigraph.BlankNode):
        return Term("bnode", value.value)
    datatype = value.datatype.value
    if value.language or datatype in _PLAIN:
        return Term("literal", value.value, (value.language or "").lower())
    return Term("literal", _spelt(value.value, datatype), "", datatype)


def _spelt(text: str, datatype: str) -> str:
    """The lexical form of a value as the compiled store has it; a malformed one as it is."""
    bare = text.strip()
    if datatype == f"{XSD}boolean":
        return {"1": "true", "0": "false"}.get(bare, bare)
    if datatype == f"{XSD}integer" and _INTEGER.fullmatch(bare):
        return str(int(bare))
    if datatype == f"{XSD}decimal":
        try:
            number = Decimal(bare)
        except InvalidOperation:
            return text
        if number.is_finite():
            whole = f"{number:f}" if number else "0"
            return whole.rstrip("0").rstrip(".") if "." in whole else whole
    if datatype in (f"{XSD}double", f"{XSD}float"):
        try:
            whole = repr(float(bare))
        except ValueError:
            return text
        return text if "e" in whole or "n" in whole else whole.removesuffix(".0")
    return text


def native(value: Term) -> pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal:
    """A term for pyoxigraph."""
    if value.kind == "iri":
        return pyoxigraph.NamedNode(value.value)
    if value.kind == "bnode":
        return pyoxigraph.BlankNode(re.sub(r"[^A-Za-z0-9]", "x", value.value) or "b")
    if value.language:
        return pyoxigraph.Literal(value.value, language=value.language)
    return pyoxigraph.Literal(value.value, datatype=pyoxigraph.NamedNode(value.datatype) if value.datatype else None)


def natives(triples: Iterable[Triple]) -> list[pyoxigraph.Triple]:
    """Triples for pyoxigraph."""
    return [pyoxigraph.Triple(*(native(term) for term in triple)) for triple in triples]  # type: ignore[arg-type]


def write_solutions(found: Solutions, form: str) -> bytes:
    """Solutions as a document; `form` is a key of SELECT_WRITERS."""
    rows = [{name: _json_term(term) for name, term in row.items()} for row in found.rows]
    return _rewritten({"head": {"vars": found.variables}, "results": {"bindings": rows}}, form)


def write_boolean(value: bool, form: str) -> bytes:
    """The answer of an ASK as a document; one word where the format has no place for it."""
    if form in ("csv", "tsv"):
        return b"true\n" if value else b"false\n"
    return _rewritten({"head": {}, "boolean": value}, form)


def instantiated(
    prologue: str, template: str, variables: Sequence[str], rows: Sequence[Mapping[str, Term]]
) -> set[Triple]:
    """The triples that the template of a CONSTRUCT makes of rows (SPARQL 1.1, section 16.2)."""
    from tocgraph.store.embedded import term

    store, found = pyoxigraph.Store(), set()
    names = " ".join(f"?{name}" for name in variables)
    held: dict[str, str] = {}
    for start in range(0, len(rows), 5000):
        lines = " ".join(
            "(" + " ".join(_in_query(row[v], held) if v in row else "UNDEF" for v in variables) + ")"
            for row in rows[start : start + 5000]
        )
        query = f"{prologue}CONSTRUCT {template} WHERE {{ VALUES ({names}) {{ {lines} }} }}"
        made: Any = store.query(query)
        for triple in made:
            found.add(tuple(_unheld(term(t), held) for t in (triple.subject, triple.predicate, triple.object)))
    return found  # type: ignore[return-value]


_HELD = "urn:x-tocgraph-bnode:"


def _in_query(value: Term, held: dict[str, str]) -> str:
    # A blank node of a result has no place in a query: an address stands in for it.
    if value.kind == "bnode":
        iri = f"{_HELD}{len(held)}"
        return f"<{held.setdefault(value.value, iri)}>"
    return str(native(value))


def _unheld(value: Term, held: dict[str, str]) -> Term:
    if value.kind == "iri" and value.value.startswith(_HELD):
        return Term("bnode", next(name for name, iri in held.items() if iri == value.value))
    return value


def _json_term(value: Term) -> dict[str, str]:
    if value.kind != "literal":
        return {"type": {"iri": "uri"}.get(value.kind, "bnode"), "value": value.value}
    more = {"xml:lang": value.language} if value.language else {"datatype": value.datatype} if value.datatype else {}
    return {"type": "literal", "value": value.value, **more}


def _rewritten(document: dict[str, Any], form: str) -> bytes:
    read: Any = pyoxigraph.parse_query_results(json.dumps(document), pyoxigraph.QueryResultsFormat.JSON)
    return bytes(read.serialize(format=SELECT_WRITERS[form]) or b"")
