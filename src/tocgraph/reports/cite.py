"""cite: the works behind a claim or an entity, as references, and how to cite tocgraph itself."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from tocgraph import __version__
from tocgraph.answers import AnswerSet, Table
from tocgraph.errors import QueryError, TocgraphError, UnknownIdError
from tocgraph.reports.common import as_of_words
from tocgraph.reports.show import show
from tocgraph.reports.sources import SourceRecord, read_sources
from tocgraph.store import OpenStore
from tocgraph.store.claims import read_claims
from tocgraph.store.resolve import resolve

STYLES = ("plain", "bibtex", "csl-json")
COLUMNS = ("source", "at", "claims", "reference")

_CLAIM = re.compile(r"c[0-9a-f]{12}(?:[0-9a-f]{4})?")
_TEX = {c: f"\\{c}" for c in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_BIBTEX_TYPES = {"thesis": "phdthesis", "report": "techreport", "briefing": "techreport", "book": "book"}
_CSL_TYPES = {
    "article": "article",
    "book": "book",
    "briefing": "report",
    "dataset": "dataset",
    "report": "report",
    "thesis": "thesis",
    "treaty-text": "treaty",
    "web-page": "webpage",
}


class _Work(NamedTuple):
    record: SourceRecord
    places: tuple[str, ...]
    claims: int


def cite(
    opened: OpenStore, what: str, style: str = "plain", language: str = "en", as_of: str | None = None
) -> AnswerSet:
    """The sources behind a claim or behind all claims about an entity, one row a source, then tocgraph itself.

    Args:
        opened: The store.
        what: A claim id or address, the id of a source, or an entity by id or name.
        style: How `reference` is written: "plain", "bibtex" (an entry) or "csl-json" (an object,
            CSL-JSON 1.0). Pinpoints stand in the note of an entry.
        language: Language of the reading.
        as_of: For an entity, only claims that may hold on this (partial) date.

    Raises:
        UnknownIdError: there is no such claim, source or entity.
        QueryError: there is no such style.
    """
    if style not in STYLES:
        raise QueryError(f"there is no citation style {style!r}", f"choose {', '.join(STYLES)}")
    query, reading, places = _behind(opened, what, language, as_of)
    records = read_sources(opened, sorted(places))
    works = [_Work(r, tuple(places[r.id]), len(set().union(*places[r.id].values()))) for r in records.values()]
    rows: list[tuple[Any, ...]] = [
        (w.record.id, "; ".join(filter(None, w.places)), w.claims, _write(w, style)) for w in works
    ]
    own = _Work(_itself(opened), (), 0)
    rows.append((own.record.id, "", "", _write(own, style)))
    return AnswerSet(
        question=what,
        reading=reading,
        sparql=query,
        table=Table(COLUMNS, tuple(rows)),
        complete="yes",
        as_of=as_of,
    )


def references(found: AnswerSet, style: str) -> str:
    """The references of a `cite` answer as one text: lines, a BibTeX file or a CSL-JSON array."""
    texts = [row[-1] for row in found.table.rows] if found.table else []
    if style == "csl-json":
        return json.dumps([json.loads(t) for t in texts], ensure_ascii=False, indent=2) + "\n"
    return ("\n\n" if style == "bibtex" else "\n").join(texts) + "\n"


def _behind(
    opened: OpenStore, what: str, language: str, as_of: str | None
) -> tuple[str, str, dict[str, dict[str, set[str]]]]:
    """The SPARQL, the reading, and by source the pinpoints in order with the claims of each."""
    wanted = opened.vocabulary.local(what.strip())
    places: dict[str, dict[str, set[str]]] = {}
    opening = "المصادر وراء" if language == "ar" else "the sources behind"
    if _CLAIM.fullmatch(wanted):
        claim = read_claims(opened, [wanted]).get(wanted)
        if claim is None:
            raise UnknownIdError("claim", what)
        for place in claim.citations:
            places.setdefault(place.source, {}).setdefault(place.at, set()).add(wanted)
        header = opened.vocabulary.header("claim", "prov", "toc")
        way = "toc:provenBy/prov:qualifiedPrimarySource" if claim.rule else "prov:qualifiedPrimarySource"
        query = f"{header}SELECT ?source ?at WHERE {{\n  claim:{wanted} {way} ?cite .\n"
        return query + "  ?cite prov:entity ?source ; toc:at ?at .\n}", f"{opening} {wanted}", places
    try:
        named = resolve(opened, what)
    except TocgraphError:
        if wanted not in opened.names.sources():
            raise
        header = opened.vocabulary.header("source")
        query = f"{header}SELECT ?property ?value WHERE {{ <{opened.vocabulary.source(wanted)}> ?property ?value }}"
        return query, f"{opening} {wanted}", {wanted: {"": set()}}
    shown = show(opened, named.id, language, as_of)
    for answer in shown.answers:
        for place in answer.citations:
            places.setdefault(place.source, {}).setdefault(place.at, set()).update(answer.claims)
    return shown.sparql, f"{opening} {named.name(language)} ({named.id}){as_of_words(as_of, language)}", places


def _itself(opened: OpenStore) -> SourceRecord:
    mark = opened.names.meta("fingerprint")
    return SourceRecord(
        id="tocgraph",
        title="tocgraph: a cited knowledge graph of international cooperation against transnational organized crime",
        type="dataset",
        authors=("The tocgraph developers",),
        publisher="",
        issued="",
        language="",
        url=opened.vocabulary.base,
        as_of="",
        note=f"Version {__version__}, data {mark}",
    )


def _write(work: _Work, style: str) -> str:
    if style == "bibtex":
        return _bibtex(work)
    if style == "csl-json":
        return json.dumps(_csl(work), ensure_ascii=False)
    return _plain(work)


def _note(work: _Work) -> str:
    at = "; ".join(filter(None, work.places))
    if work.record.id == "tocgraph":
        return work.record.note
    return f"cited at: {at}" if at else ""


def _plain(work: _Work) -> str:
    record = work.record
    year = f" ({record.issued})" if record.issued else ""
    authors = "; ".join(record.authors)
    parts = [f"{authors}{year}", record.title] if authors else [f"{record.title}{year}"]
    parts.append(record.publisher)
    parts += [f"as of {record.as_of}" if record.as_of else "", record.url, _note(work)]
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def _tex(text: str) -> str:
    return "".join(_TEX.get(c, c) for c in " ".join(text.split()))


def _bibtex(work: _Work) -> str:
    record = work.record
    kind = _BIBTEX_TYPES.get(record.type, "misc")
    house = {"phdthesis": "school", "techreport": "institution", "book": "publisher"}.get(kind, "publisher")
    # Braces around a name keep BibTeX from splitting an organization into given and family names.
    single = [f"{{{_tex(a)}}}" if record.id == "tocgraph" else _tex(a) for a in record.authors]
    fields = {
        "author": " and ".join(single),
        "title": f"{{{_tex(record.title)}}}",
        house: _tex(record.publisher),
        "year": record.issued[:4],
        "url": record.url,
        "urldate": record.as_of if len(record.as_of) == 10 else "",
        "language": record.language,
        "note": _tex(_note(work)),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value and value != "{}"]
    return f"@{kind}{{{record.id},\n" + ",\n".join(lines) + "\n}"


def _csl(work: _Work) -> dict[str, Any]:
    record = work.record
    item: dict[str, Any] = {"id": record.id, "type": _CSL_TYPES.get(record.type, "document"), "title": record.title}
    if record.authors:
        item["author"] = [{"literal": name} for name in record.authors]
    if record.issued:
        item["issued"] = {"date-parts": [[int(part) for part in record.issued.split("-") if part.isdigit()]]}
    for field, value in (
        ("publisher", record.publisher),
        ("URL", record.url),
        ("language", record.language),
        ("note", _note(work)),
    ):
        if value:
            item[field] = value
    if record.id == "tocgraph":
        item["version"] = __version__
    return item
