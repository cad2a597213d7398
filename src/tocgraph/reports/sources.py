"""sources: the works that the claims cite, with the number of claims that rest on each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tocgraph.answers import AnswerSet, Table
from tocgraph.reports.common import as_of_words, term
from tocgraph.store import OpenStore
from tocgraph.store.claims import holds_on

COLUMNS = ("source", "title", "type", "authors", "publisher", "issued", "as-of", "url", "claims")
OVERLAY = "overlay"

_SOURCES = """SELECT ?source (COUNT(DISTINCT ?claim) AS ?claims) WHERE {{
  ?source a toc:Source .
  OPTIONAL {{
    ?claim prov:hadPrimarySource ?source .
{dates}  }}
}}
GROUP BY ?source
ORDER BY ?source"""
_RECORDS = """SELECT ?source ?property ?value WHERE {{
  VALUES ?source {{ {sources} }}
  ?source ?property ?value .
}}"""


class SourceRecord(NamedTuple):
    """What the store knows of a source; empty texts where nothing is known."""

    id: str
    title: str
    type: str
    authors: tuple[str, ...]
    publisher: str
    issued: str
    language: str
    url: str
    as_of: str
    note: str


def read_sources(opened: OpenStore, identifiers: Iterable[str]) -> dict[str, SourceRecord]:
    """The bibliographic records of those sources, in the order asked for; unknown ids are left out."""
    wanted = list(dict.fromkeys(identifiers))
    if not wanted:
        return {}
    prefixes = opened.vocabulary.prefixes
    listed = " ".join(term(opened, opened.vocabulary.source(s)) for s in wanted)
    query = opened.vocabulary.header("source") + _RECORDS.format(sources=listed)
    values: dict[str, dict[str, str]] = {}
    for row in opened.store.select(query).rows:
        known = values.setdefault(opened.vocabulary.local(row["source"].value), {})
        known[row["property"].value] = row["value"].value
    author = prefixes["toc"] + "author-"
    found = {}
    for identifier in wanted:
        if identifier in values:
            known = values[identifier]
            ranked = sorted((int(p[len(author) :]), v) for p, v in known.items() if p.startswith(author))
            found[identifier] = SourceRecord(
                identifier,
                known.get(prefixes["dcterms"] + "title", identifier),
                known.get(prefixes["dcterms"] + "type", ""),
                tuple(name for _, name in ranked),
                known.get(prefixes["dcterms"] + "publisher", ""),
                known.get(prefixes["dcterms"] + "issued", ""),
                known.get(prefixes["dcterms"] + "language", ""),
                known.get(prefixes["schema"] + "url", ""),
                known.get(prefixes["toc"] + "asOf", ""),
                known.get(prefixes["skos"] + "note", ""),
            )
    return found


def sources(opened: OpenStore, language: str = "en", as_of: str | None = None) -> AnswerSet:
    """Every source by id, with the number of claims of any standing that cite it, and the overlay it comes from.

    The last column is there only when something is laid over the data.

    Raises:
        QueryError: `as_of` is no date.
    """
    query = opened.vocabulary.header("prov", "toc", "xsd") + _SOURCES.format(dates=holds_on(as_of))
    counts = {
        opened.vocabulary.local(row["source"].value): int(row["claims"].value)
        for row in opened.store.select(query).rows
        if "source" in row
    }
    records = read_sources(opened, sorted(counts))
    rows: tuple[tuple[str | int, ...], ...] = tuple(
        (r.id, r.title, r.type, "; ".join(r.authors), r.publisher, r.issued, r.as_of, r.url, counts[r.id])
        for r in records.values()
    )
    columns: tuple[str, ...] = COLUMNS
    if overlays := opened.names.meta("overlays"):
        laid = {source: layer["name"] for layer in overlays for source in layer["sources"]}
        columns = (*COLUMNS, OVERLAY)
        rows = tuple((*row, laid.get(str(row[0]), "")) for row in rows)
    opening = (
        "المصادر وعدد الأقوال التي تستند إليها"
        if language == "ar"
        else "sources and the number of claims that cite them"
    )
    return AnswerSet(
        question="sources",
        reading=opening + as_of_words(as_of, language),
        sparql=query,
        table=Table(columns, rows),
        complete="yes",
        as_of=as_of,
    )
