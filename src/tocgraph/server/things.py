"""The pages of the things of the graph, and the choice of the document about one."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tocgraph.answers import other_end
from tocgraph.errors import UnknownIdError
from tocgraph.reports.explain import Proof, explain
from tocgraph.reports.show import show
from tocgraph.reports.sources import read_sources
from tocgraph.server import views
from tocgraph.server.pages import Request, render
from tocgraph.server.resources import FORMATS, TYPES, Thing, term, triples_of, values_of, written
from tocgraph.server.words import heading, word
from tocgraph.store import OpenStore
from tocgraph.store.base import Term
from tocgraph.vocabulary import TRANSLATION

if TYPE_CHECKING:
    from tocgraph.server.site import Site

_MOST_USES = 300
_IDENTIFIED = {"wikidata": "https://www.wikidata.org/wiki/{}"}


def _outside(text: str) -> str:
    """An address that a page may link to; nothing for any other text."""
    return text if text.startswith(("https://", "http://")) else ""


def document(site: Site, opened: OpenStore, thing: Thing, suffix: str, request: Request) -> bytes:
    """A document about a thing: `suffix` is one of those of TYPES.

    Raises:
        UnknownIdError: there is no such thing.
    """
    if suffix in FORMATS:
        return written(opened, thing, suffix, site.context)
    if suffix == ".json":
        return (json.dumps(values_of(opened, thing, request.language), ensure_ascii=False, indent=2) + "\n").encode()
    return _PAGES.get(thing.kind, _described)(site, opened, thing, request)


def _common(site: Site, thing: Thing) -> dict[str, Any]:
    path = f"{site.path_of(thing)}"
    alternates = [(media, suffix) for media, suffix in TYPES.items() if suffix != ".html"]
    return {"stem": path, "address": thing.iri, "alternates": alternates, "identifier": thing.id}


def _entity(site: Site, opened: OpenStore, thing: Thing, request: Request) -> bytes:
    language = request.language
    found = show(opened, thing.iri, language)
    about = found.about or {}
    places = views.Places()
    name = views.said(about["label"], language)
    others = [views.Said(text, code) for code, text in sorted(about["label"].items()) if code != name.language]
    sections = []
    for section in about.get("profile", ()):
        lines = []
        for line in section.lines:
            href = ""
            if line.about and line.about != about["id"]:
                href = opened.vocabulary.entity(line.about)[len(opened.vocabulary.base) :]
            lines.append((views.said(line.text, language), href, places.marks(line.citations)))
        sections.append((heading(section.id, language), lines))
    identifiers = []
    for scheme, value in about["identifiers"].items():
        href = _IDENTIFIED[scheme].format(value) if scheme in _IDENTIFIED else value
        identifiers.append((scheme, value, _outside(href)))
    origins = []
    for code, origin in about["label_from"].items():
        told = word("translation", language) if origin == TRANSLATION else opened.names.source_title(origin)
        origins.append((word(f"label-{code}", language), views.said(told, language)))
    return render(
        site, "entity", request, name=name, others=others, sections=sections, places=places, identifiers=identifiers,
        link=views.link(opened, about["id"], about["label"], about["type"], language),
        description=views.said(about["description"], language), count=len(found.answers),
        groups=views.groups(opened, found, language, places), origins=origins,
        aliases=[views.Said(text, code) for code, texts in about["aliases"].items() for text in texts],
        **_common(site, thing),
    )  # fmt: skip


def _claim(site: Site, opened: OpenStore, thing: Thing, request: Request) -> bytes:
    language = request.language
    proof = explain(opened, thing.id, language=language)[0]
    places = views.Places()
    claim = proof.claim
    named = opened.names.entities(end for end in (claim.subject, claim.object) if end)
    subject = named.get(claim.subject)
    start = views.link(
        opened, claim.subject, subject.label if subject else {}, subject.type if subject else None, language
    )
    relation = views.Said(opened.schema.label("relations", claim.relation, language), language)
    shown = views.item(opened, other_end(claim, claim.subject, named), language, places)
    rule = [(word("derived-by", language), views.said(proof.rule, language), ""),
            (word("reason", language), views.said(proof.reason, language), "")] if claim.rule else []  # fmt: skip
    standing = [(word("standing", language), views.Said(word(claim.standing, language), language), "")]
    return _thing_page(
        site, request, thing, word("claim", language), views.said(proof.sentence, language),
        statement=(start, relation, shown._replace(claims=())),
        facts=[*standing, *[fact for fact in rule if fact[1].text]],
        proof=_lines(proof, language), places=places,
    )  # fmt: skip


def _lines(proof: Proof, language: str) -> list[tuple[int, str, views.Said]]:
    every = [(depth, step.claim.id, views.said(step.sentence, language)) for depth, step in proof.walk()]
    return [(min(depth, 3) - 1, claim, told) for depth, claim, told in every if depth]


def _source(site: Site, opened: OpenStore, thing: Thing, request: Request) -> bytes:
    language = request.language
    records = read_sources(opened, [thing.id])
    if not records:
        raise UnknownIdError("source", thing.id)
    record = records[thing.id]
    given = {
        "type": record.type, "author": "; ".join(record.authors), "publisher": record.publisher,
        "issued": record.issued,
        "url": record.url, "note": record.note,
    }  # fmt: skip
    facts = [
        (word(name, language), views.said(text, language), _outside(text) if name == "url" else "")
        for name, text in given.items() if text
    ]  # fmt: skip
    rows = opened.store.select(
        opened.vocabulary.header("prov", "rdf", "toc") + "SELECT ?claim ?at ?s ?p ?o WHERE { ?cite prov:entity "
        + term(thing.iri) + " ; toc:at ?at . ?claim prov:qualifiedPrimarySource ?cite ; rdf:subject ?s ; "
        "rdf:predicate ?p ; rdf:object ?o } ORDER BY ?claim ?cite"
    ).rows  # fmt: skip
    names = opened.vocabulary
    kinds = {names.relation(r): r for r in opened.schema.relations}
    ends = [row[end] for row in rows[:_MOST_USES] for end in ("s", "o")]
    named = opened.names.entities(names.local(end.value) for end in ends if end.kind == "iri")

    def told(end: Term) -> str:
        known = named.get(names.local(end.value)) if end.kind == "iri" else None
        return known.name(language) if known else names.local(end.value)

    uses = []
    for row in rows[:_MOST_USES]:
        relation = opened.schema.label("relations", kinds.get(row["p"].value, row["p"].value), language)
        sentence = views.Said(f"{told(row['s'])} {relation} {told(row['o'])}", language)
        uses.append((names.local(row["claim"].value), sentence, row["at"].value))
    return _thing_page(
        site, request, thing, word("source", language), views.said(record.title, language), facts=facts, uses=uses,
        total=len(rows),
    )  # fmt: skip


def _described(site: Site, opened: OpenStore, thing: Thing, request: Request) -> bytes:
    triples = triples_of(opened, thing)
    if not triples:
        raise UnknownIdError(thing.kind, thing.id)
    facts = []
    for _, predicate, value in triples:
        told = views.Said(value.value, value.language)
        facts.append(
            (
                _short(opened, predicate.value),
                told,
                value.value if value.kind == "iri" and value.value.startswith("http") else "",
            )
        )
    labels = {v.language: v.value for _, p, v in triples if p.value.endswith(("prefLabel", "title")) and v.language}
    title = views.said(labels, request.language) if labels else views.Said(thing.id)
    return _thing_page(site, request, thing, thing.kind, title, facts=facts)


def _thing_page(site: Site, request: Request, thing: Thing, kind: str, title: views.Said, **values: Any) -> bytes:
    shown = {"statement": None, "proof": [], "facts": [], "uses": [], "total": 0, "places": views.Places(), **values}
    return render(site, "thing", request, kind=kind, title=title, **shown, **_common(site, thing))


def _short(opened: OpenStore, iri: str) -> str:
    """An address with the prefix of the graph that fits it best."""
    fitting = [(len(start), name, start) for name, start in opened.vocabulary.prefixes.items() if iri.startswith(start)]
    if not fitting:
        return iri
    _, name, start = max(fitting)
    return f"{name}:{iri[len(start) :]}"


def _schema(site: Site, opened: OpenStore, thing: Thing, request: Request) -> bytes:
    language, names, schema = request.language, opened.vocabulary, opened.schema

    def rows(kind: dict[str, dict[str, Any]], address: Callable[[str], str]) -> list[tuple[Any, ...]]:
        found = []
        for identifier, spec in kind.items():
            labels = [views.Said(text, code) for code, text in spec.get("label", {}).items()]
            anchor = address(identifier).rpartition("#")[2] if "#" in address(identifier) else f"{identifier}"
            found.append(
                (anchor, _short(opened, address(identifier)), labels, views.said(spec.get("description", ""), "en"))
            )
        return found

    parts = [
        (heading("types", language), rows(schema.types, names.entity_type)),
        (heading("relations", language), rows(schema.relations, names.relation)),
        (heading("properties", language), rows(schema.qualifiers, names.qualifier)),
    ]
    return render(site, "schema", request, page="schema", parts=parts, **_common(site, thing))


_PAGES: dict[str, Callable[[Site, OpenStore, Thing, Request], bytes]] = {
    "id": _entity,
    "claim": _claim,
    "source": _source,
    "schema": _schema,
}
