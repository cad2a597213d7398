"""What a page shows, read by SPARQL from any store into plain values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from tocgraph import __version__
from tocgraph.store import OpenStore, Term
from tocgraph.store.claims import Claim, read_claims
from tocgraph.store.statements import statements


class Contents(NamedTuple):
    """The entities, claims and sources of a page as JSON values by id, with the vocabulary they use.

    `claims` is in the order of subject, relation and object. `about` holds base, version and fingerprint.
    """

    entities: dict[str, dict[str, Any]]
    mentioned: dict[str, dict[str, str]]
    claims: list[Claim]
    sources: dict[str, dict[str, Any]]
    types: dict[str, dict[str, Any]]
    relations: dict[str, dict[str, Any]]
    qualifiers: dict[str, dict[str, Any]]
    rules: dict[str, dict[str, str]]
    about: dict[str, Any]


def contents(opened: OpenStore, entities: Sequence[str], claims: Sequence[str]) -> Contents:
    """Everything that a page about those entities and claims says.

    `mentioned` holds the labels of entities that only qualifiers name.

    Raises:
        StoreError: the store failed.
    """
    found = read_claims(opened, claims)
    ordered = sorted(
        found.values(), key=lambda c: (c.subject, c.relation, c.object or "", c.value or "", c.since, c.id)
    )
    inside = _entities(opened, entities)
    entity_qualifiers = {q for q, spec in opened.schema.qualifiers.items() if spec["value"] == "entity"}
    named = {
        content
        for claim in ordered
        for qualifier, content in claim.qualifiers.items()
        if qualifier in entity_qualifiers and isinstance(content, str) and content not in inside
    }
    types = {t for e in inside.values() for t in opened.schema.ancestors(e["type"])}
    relations = {claim.relation for claim in ordered}
    return Contents(
        entities=inside,
        mentioned={i: e["label"] for i, e in _entities(opened, sorted(named)).items()},
        claims=ordered,
        sources=_sources(opened, sorted({c.source for claim in ordered for c in claim.citations})),
        types={t: _type(opened, t) for t in opened.schema.types if t in types},
        relations={
            r: {k: spec[k] for k in ("label", "inverse", "flags", "value") if spec.get(k)}
            for r, spec in opened.schema.relations.items()
            if r in relations
        },
        qualifiers={q: {k: spec[k] for k in ("label", "value")} for q, spec in opened.schema.qualifiers.items()},
        rules={
            r: opened.schema.rules[r]["label"] for r in sorted({c.rule for c in ordered}) if r in opened.schema.rules
        },
        about={"base": opened.vocabulary.base, "version": __version__, "data": opened.names.meta("fingerprint")},
    )


def _type(opened: OpenStore, identifier: str) -> dict[str, Any]:
    spec = opened.schema.types[identifier]
    root = list(opened.schema.ancestors(identifier))[-1]
    # Numbered over the whole schema, so that a type looks the same on every page.
    roots = [t for t, other in opened.schema.types.items() if not other.get("broader")]
    return {"label": spec["label"], "plural": spec["plural"], "root": root, "look": roots.index(root)}


def _entities(opened: OpenStore, identifiers: Sequence[str]) -> dict[str, dict[str, Any]]:
    names = opened.vocabulary
    skos, toc = names.prefixes["skos"], names.prefixes["toc"]
    types = {names.entity_type(t): t for t in opened.schema.types}
    found: dict[str, dict[str, Any]] = {}
    for identifier, (_, terms) in zip(identifiers, statements(opened, map(names.entity, identifiers)), strict=True):
        if toc + "type" not in terms:
            continue  # the endpoint does not hold it
        entity: dict[str, Any] = {
            "type": types.get(terms[toc + "type"][0].value, next(iter(opened.schema.types))),
            "label": _texts(terms.get(skos + "prefLabel", [])),
        }
        aliases: dict[str, list[str]] = {}
        for term in terms.get(skos + "altLabel", []):
            aliases.setdefault(term.language or "en", []).append(term.value)
        marked = f"{toc}identifier-"
        schemes = {p[len(marked) :]: ts[0].value for p, ts in sorted(terms.items()) if p.startswith(marked)}
        for name, value in (
            ("aliases", aliases),
            ("description", _texts(terms.get(skos + "definition", []))),
            ("identifiers", schemes),
        ):
            if value:
                entity[name] = value
        found[identifier] = entity
    return found


def _sources(opened: OpenStore, identifiers: Sequence[str]) -> dict[str, dict[str, Any]]:
    names = opened.vocabulary
    dcterms, schema, toc = (names.prefixes[p] for p in ("dcterms", "schema", "toc"))
    found: dict[str, dict[str, Any]] = {}
    for identifier, (_, terms) in zip(identifiers, statements(opened, map(names.source, identifiers)), strict=True):
        numbered = sorted(
            (int(p.rpartition("-")[2]), ts[0].value) for p, ts in terms.items() if p.startswith(f"{toc}author-")
        )
        titles = terms.get(dcterms + "title")
        source: dict[str, Any] = {"title": titles[0].value if titles else identifier}
        if numbered:
            source["authors"] = [author for _, author in numbered]
        for name, predicate in (
            ("publisher", dcterms + "publisher"),
            ("issued", dcterms + "issued"),
            ("language", dcterms + "language"),
            ("asOf", toc + "asOf"),
            ("url", schema + "url"),
        ):
            if predicate in terms:
                source[name] = terms[predicate][0].value
        found[identifier] = source
    return found


def _texts(terms: Iterable[Term]) -> dict[str, str]:
    return {term.language or "en": term.value for term in terms}
