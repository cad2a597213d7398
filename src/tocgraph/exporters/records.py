"""The entities, claims and sources of a selection as plain values.

No more than a few hundred records are held at once, however many there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from tocgraph.dates import PartialDate, parse_date
from tocgraph.errors import StoreError
from tocgraph.store import OpenStore, Term
from tocgraph.store.claims import TAKEN_AS_FACT, Claim, told_claims
from tocgraph.store.statements import Said, statements


class EntityRecord(NamedTuple):
    """An entity: what it is called, by language, and the first and last day on which it can have existed."""

    id: str
    iri: str
    type: str
    label: dict[str, str]
    label_from: dict[str, str]
    aliases: tuple[tuple[str, str], ...]
    """Language and name, sorted."""
    description: dict[str, str]
    identifiers: dict[str, str]
    exists: tuple[str, str]

    def name(self, language: str = "en") -> str:
        """The label in that language, else in any, else the id."""
        return self.label.get(language) or next(iter(self.label.values()), self.id)


class ClaimRecord(NamedTuple):
    """A claim with what its dates mean. `kind` is that of its value: date, number or text; empty for an object."""

    claim: Claim
    iri: str
    kind: str
    value: PartialDate | None
    since: PartialDate | None
    until: PartialDate | None
    holds: tuple[str, str]
    """The first and last day on which it can have held, as far as anything says; see `store.claims.holds_on`."""

    @property
    def is_fact(self) -> bool:
        """Whether its standing lets it be taken as a fact."""
        return self.claim.standing in TAKEN_AS_FACT


class SourceRecord(NamedTuple):
    """A work that claims cite; absent texts are empty."""

    id: str
    iri: str
    type: str
    title: str
    authors: tuple[str, ...]
    publisher: str
    issued: str
    language: str
    as_of: str
    license: str
    url: str
    note: str


def entity_records(opened: OpenStore, identifiers: Iterable[str]) -> Iterator[EntityRecord]:
    """The entities of those ids, in the order given.

    Raises:
        StoreError: the store failed, or does not hold one of them.
    """
    names = opened.vocabulary
    skos, toc = names.prefixes["skos"], names.prefixes["toc"]
    types = {names.entity_type(t): t for t in opened.schema.types}
    scheme, origin = f"{toc}identifier-", f"{toc}labelSource-"
    for iri, terms in statements(opened, map(names.entity, identifiers)):
        identifier = names.local(iri)
        if toc + "type" not in terms:
            raise StoreError(f"the store does not hold {identifier}", "is it the same graph as the data folder?")
        yield EntityRecord(
            id=identifier,
            iri=iri,
            type=types.get(terms[toc + "type"][0].value, terms[toc + "type"][0].value),
            label=_texts(terms.get(skos + "prefLabel", ())),
            label_from={
                p[len(origin) :]: names.origin_of(ts[0].value)
                for p, ts in sorted(terms.items())
                if p.startswith(origin)
            },
            aliases=tuple(sorted((t.language or "und", t.value) for t in terms.get(skos + "altLabel", ()))),
            description=_texts(terms.get(skos + "definition", ())),
            identifiers={
                _unquoted(p[len(scheme) :]): ts[0].value for p, ts in sorted(terms.items()) if p.startswith(scheme)
            },
            exists=(_first(terms, toc + "existsFrom"), _first(terms, toc + "existsTo")),
        )


def claim_records(opened: OpenStore, identifiers: Iterable[str]) -> Iterator[ClaimRecord]:
    """The claims of those ids, in the order given.

    Raises:
        StoreError: the store failed, or does not hold one of them.
    """
    names = opened.vocabulary
    first, last = (names.prefixes["toc"] + name for name in ("holdsFrom", "holdsTo"))
    relations = opened.schema.relations
    for identifier, claim, about in told_claims(opened, identifiers, (first, last)):
        if claim is None:
            raise StoreError(f"the store does not hold the claim {identifier}", "does it hold the whole graph?")
        kind = "" if claim.value is None else relations.get(claim.relation, {}).get("value") or "text"
        yield ClaimRecord(
            claim=claim,
            iri=names.claim(identifier),
            kind=kind,
            value=day(claim.value) if kind == "date" else None,
            since=day(claim.since),
            until=day(claim.until),
            holds=(_first(about, first), _first(about, last)),
        )


def source_records(opened: OpenStore, identifiers: Iterable[str]) -> Iterator[SourceRecord]:
    """The sources of those ids, in the order given; of one that the store does not describe only the id."""
    names = opened.vocabulary
    dcterms, schema, toc = (names.prefixes[p] for p in ("dcterms", "schema", "toc"))
    for iri, terms in statements(opened, map(names.source, identifiers)):
        identifier = names.local(iri)
        numbered = sorted(
            (int(p.rpartition("-")[2]), ts[0].value) for p, ts in terms.items() if p.startswith(f"{toc}author-")
        )
        yield SourceRecord(
            id=identifier,
            iri=iri,
            type=_first(terms, dcterms + "type"),
            title=_first(terms, dcterms + "title") or identifier,
            authors=tuple(author for _, author in numbered),
            publisher=_first(terms, dcterms + "publisher"),
            issued=_first(terms, dcterms + "issued"),
            language=_first(terms, dcterms + "language"),
            as_of=_first(terms, toc + "asOf"),
            license=_first(terms, dcterms + "license"),
            url=_first(terms, schema + "url"),
            note=_first(terms, names.prefixes["skos"] + "note"),
        )


@lru_cache(maxsize=4096)
def day(text: str | None) -> PartialDate | None:
    """What a (partial) date means; None for none, and for what foreign data hold in the place of a date."""
    try:
        return parse_date(text) if text else None
    except ValueError:
        return None


def _texts(terms: Iterable[Term]) -> dict[str, str]:
    return {term.language or "en": term.value for term in terms}


def _first(terms: Said, predicate: str) -> str:
    return terms[predicate][0].value if predicate in terms else ""


def _unquoted(part: str) -> str:
    from urllib.parse import unquote

    return unquote(part)
