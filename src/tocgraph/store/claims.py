"""Claims with everything known of them, read by SPARQL from any store."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tocgraph.dates import PartialDate, parse_date
from tocgraph.errors import QueryError, StoreError
from tocgraph.store import OpenStore
from tocgraph.store.base import Row, Term

Qualifier = str | dict[str, str]
"""A qualifier's content: an entity id or number, or a text by language."""


STANDINGS = ("preferred", "normal", "unverified", "disputed", "rejected")
"""From the best to the worst."""

TAKEN_AS_FACT = STANDINGS[:2]
"""Claims of these standings also stand as plain triples; the others are shown, never counted."""


def rank(standing: str) -> int:
    """The place of a standing from the best, 0; an unknown one counts as normal."""
    return STANDINGS.index(standing) if standing in STANDINGS else 1


class CitedPlace(NamedTuple):
    """A place in a source: source id, its title, the pinpoint, and words that stand there."""

    source: str
    title: str
    at: str
    finds: tuple[str, ...] = ()


class Claim(NamedTuple):
    """A relation as the store knows it. `object` is an entity id, `value` a literal; one of them is None.

    A derived claim has its `rule` and the ids of its `premises`; its citations are those of the stated claims
    that it rests on.
    """

    id: str
    subject: str
    relation: str
    object: str | None
    value: str | None
    since: str
    until: str
    standing: str
    qualifiers: dict[str, Qualifier]
    note: dict[str, str]
    citations: tuple[CitedPlace, ...]
    rule: str = ""
    premises: tuple[str, ...] = ()


_DETAILS = """SELECT ?claim ?p ?o WHERE {{
  VALUES ?claim {{ {claims} }}
  ?claim ?p ?o .
}}"""
_CITATIONS = """SELECT ?claim ?cite ?source ?at ?finds WHERE {{
  VALUES ?claim {{ {claims} }}
  ?claim prov:qualifiedPrimarySource ?cite .
  ?cite prov:entity ?source ; toc:at ?at .
  OPTIONAL {{ ?cite toc:finds ?finds }}
}}"""
_BEHIND = """SELECT ?claim ?cite ?source ?at ?finds WHERE {{
  VALUES ?claim {{ {claims} }}
  ?claim toc:provenBy ?stated .
  ?stated prov:qualifiedPrimarySource ?cite .
  ?cite prov:entity ?source ; toc:at ?at .
  OPTIONAL {{ ?cite toc:finds ?finds }}
}}"""
_CHUNK = 400


def read_claims(opened: OpenStore, identifiers: Iterable[str]) -> dict[str, Claim]:
    """The claims of those ids, in the order asked for; unknown ids are left out."""
    wanted = list(dict.fromkeys(identifiers))
    details: dict[str, list[Row]] = {}
    places: dict[str, dict[str, list[Row]]] = {}
    header = opened.vocabulary.header("prov", "toc")
    derived_by = opened.vocabulary.prefixes["toc"] + "derivedBy"
    for start in range(0, len(wanted), _CHUNK):
        iris = {opened.vocabulary.claim(c): None for c in wanted[start : start + _CHUNK]}
        derived: dict[str, None] = {}
        for row in opened.store.select(_DETAILS.format(claims=_listed(iris))).rows:
            details.setdefault(row["claim"].value, []).append(row)
            if row["p"].value == derived_by:
                derived[row["claim"].value] = None
        queries = [(_CITATIONS, [iri for iri in iris if iri not in derived]), (_BEHIND, list(derived))]
        for query, cited in queries:
            if cited:
                for row in opened.store.select(header + query.format(claims=_listed(cited))).rows:
                    places.setdefault(row["claim"].value, {}).setdefault(row["cite"].value, []).append(row)
    found: dict[str, Claim] = {}
    titles: dict[str, str] = {}
    relations = {opened.vocabulary.relation(r): r for r in opened.schema.relations}
    for identifier in wanted:
        iri = opened.vocabulary.claim(identifier)
        if iri in details:
            citations = _citations(opened, places.get(iri, {}), titles)
            found[identifier] = _claim(opened, relations, identifier, details[iri], citations)
    return found


def _listed(iris: Iterable[str]) -> str:
    return " ".join(f"<{iri}>" for iri in iris)


def _claim(
    opened: OpenStore, relations: dict[str, str], identifier: str, rows: list[Row], citations: tuple[CitedPlace, ...]
) -> Claim:
    names = opened.vocabulary
    rdf, toc = names.prefixes["rdf"], names.prefixes["toc"]
    derived_from = names.prefixes["prov"] + "wasDerivedFrom"
    by_predicate: dict[str, list[Term]] = {}
    for row in rows:
        by_predicate.setdefault(row["p"].value, []).append(row["o"])

    def text(predicate: str) -> str:
        return by_predicate[predicate][0].value if predicate in by_predicate else ""

    if rdf + "object" not in by_predicate:
        raise StoreError(f"the store holds only a part of the claim {identifier}", "does it hold the whole graph?")
    target = by_predicate[rdf + "object"][0]
    qualifiers: dict[str, Qualifier] = {}
    for qualifier in opened.schema.qualifiers:
        terms = by_predicate.get(names.qualifier(qualifier), [])
        if terms and terms[0].language:
            qualifiers[qualifier] = {t.language: t.value for t in sorted(terms)}
        elif terms:
            qualifiers[qualifier] = names.local(terms[0].value)
    note = {t.language or "en": t.value for t in sorted(by_predicate.get(names.prefixes["skos"] + "note", []))}
    return Claim(
        id=identifier,
        subject=names.local(text(rdf + "subject")),
        relation=relations.get(text(rdf + "predicate"), text(rdf + "predicate")),
        object=names.local(target.value) if target.kind == "iri" else None,
        value=target.value if target.kind == "literal" else None,
        since=text(toc + "since"),
        until=text(toc + "until"),
        standing=text(toc + "standing").rpartition("standing-")[2],
        qualifiers=qualifiers,
        note=note,
        citations=citations,
        rule=names.local(text(toc + "derivedBy")),
        premises=tuple(sorted(names.local(t.value) for t in by_predicate.get(derived_from, []))),
    )


def _citations(opened: OpenStore, cites: dict[str, list[Row]], titles: dict[str, str]) -> tuple[CitedPlace, ...]:
    found: dict[CitedPlace, None] = {}  # the claims that a derived one rests on often cite the same place
    for _, rows in sorted(cites.items(), key=lambda item: (len(item[0]), item[0])):
        source = opened.vocabulary.local(rows[0]["source"].value)
        if source not in titles:
            titles[source] = opened.names.source_title(source)
        finds = sorted({row["finds"].value for row in rows if "finds" in row})
        found[CitedPlace(source, titles[source], rows[0]["at"].value, tuple(finds))] = None
    return tuple(found)


def asked_date(text: str) -> PartialDate:
    """The (partial) date that somebody asks with.

    Raises:
        QueryError: it is not YYYY, YYYY-MM or YYYY-MM-DD.
    """
    try:
        return parse_date(text)
    except ValueError as error:
        raise QueryError(str(error), "give a date") from error


def holds_on(as_of: str | None, claim: str = "?claim") -> str:
    """SPARQL filters that keep the claims which may hold on a (partial) date; empty for no date.

    A claim between two entities holds at most while both exist, unless its relation is lasting. An
    undated claim stays: its time is unknown, which is not the same as past.

    Raises:
        QueryError: the date is not YYYY, YYYY-MM or YYYY-MM-DD.
    """
    return _within(as_of, claim, "holds")


def exists_on(as_of: str | None, entity: str = "?entity") -> str:
    """SPARQL filters that keep the entities which may exist on a (partial) date; empty for no date.

    An entity of which no source says when it began or ended stays.

    Raises:
        QueryError: the date is not YYYY, YYYY-MM or YYYY-MM-DD.
    """
    return _within(as_of, entity, "exists")


def _within(as_of: str | None, subject: str, span: str) -> str:
    if not as_of:
        return ""
    day = asked_date(as_of)
    return (
        f'  FILTER NOT EXISTS {{ {subject} toc:{span}From ?begins FILTER(?begins > "{day.latest}"^^xsd:date) }}\n'
        f'  FILTER NOT EXISTS {{ {subject} toc:{span}To ?ends FILTER(?ends < "{day.earliest}"^^xsd:date) }}\n'
    )
