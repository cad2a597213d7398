"""The things of the graph at their own addresses: entities, claims, sources, rules, qualifiers, schema, data set.

The address of a thing (`/id/untoc`) leads by 303 to a document about it (`/id/untoc.ttl`), chosen by the Accept header,
as the W3C note "Cool URIs for the Semantic Web" (section 4.2) has it; the documents have addresses of their own.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from tocgraph.errors import UnknownIdError
from tocgraph.exporters import jsonld
from tocgraph.exporters.lines import by_subject
from tocgraph.exporters.triples import all_prefixes
from tocgraph.reports.explain import explain
from tocgraph.reports.show import show
from tocgraph.reports.sources import read_sources
from tocgraph.store import OpenStore, writing
from tocgraph.store.base import Triple
from tocgraph.store.results import natives

TYPES = {"text/html": ".html", "text/turtle": ".ttl", "application/ld+json": ".jsonld", "application/json": ".json",
         "application/n-triples": ".nt", "application/rdf+xml": ".rdf"}  # fmt: skip
"""The media types of documents with their suffixes, the preferred one first."""
FORMATS = {".ttl": "turtle", ".jsonld": "jsonld", ".nt": "ntriples", ".rdf": "rdfxml"}
"""Those in a syntax of RDF."""
KINDS = ("id", "claim", "source", "rule", "qualifier")
"""The first parts of addresses under the base that name things one by one."""
_TERMS = """CONSTRUCT { ?s ?p ?o } WHERE {
  { ?s a rdfs:Class } UNION { ?s a rdf:Property } UNION { ?s a skos:ConceptScheme } UNION { ?s a toc:Rule }
  ?s ?p ?o .
}"""


class Thing(NamedTuple):
    """A thing of the graph: which kind it is of (see KINDS; "schema" and "dataset" too), its id and its address."""

    kind: str
    id: str
    iri: str


def exists(opened: OpenStore, thing: Thing) -> bool:
    """Whether the graph says anything of it."""
    if thing.kind == "id":
        return opened.names.entity(thing.id) is not None
    if thing.kind == "schema":
        return True
    return opened.store.ask(f"ASK {{ {term(thing.iri)} ?p ?o }}")


def term(iri: str) -> str:
    """An address within a query.

    Raises:
        UnknownIdError: it could end its brackets, and names nothing.
    """
    if any(c in iri for c in '<>"{}|^`\\') or any(c <= " " for c in iri):
        raise UnknownIdError("address", iri)
    return f"<{iri}>"


def triples_of(opened: OpenStore, thing: Thing) -> list[Triple]:
    """What the graph says of a thing: of an entity also the claims at both of its ends, of a claim its citations."""
    named = term(thing.iri)
    header = opened.vocabulary.header("prov", "rdf", "toc")
    if thing.kind == "schema":
        return opened.store.construct(opened.vocabulary.header("rdf", "rdfs", "skos", "toc") + _TERMS)
    found = set(opened.store.construct(f"CONSTRUCT {{ {named} ?p ?o }} WHERE {{ {named} ?p ?o }}"))
    claims = {"id": f"{{ ?s rdf:subject {named} }} UNION {{ ?s rdf:object {named} }}"}
    claims["claim"] = f"VALUES ?s {{ {named} }}"
    if thing.kind in claims:
        for pattern in ("?s ?p ?o", "?s prov:qualifiedPrimarySource ?c . ?c ?p ?o"):
            subject = "?c" if "?c" in pattern else "?s"
            found |= set(opened.store.construct(
                f"{header}CONSTRUCT {{ {subject} ?p ?o }} WHERE {{ {claims[thing.kind]} ?s a toc:Claim . {pattern} }}"
            ))  # fmt: skip
    return sorted(found)


def written(opened: OpenStore, thing: Thing, suffix: str, context: dict[str, Any]) -> bytes:
    """What the graph says of a thing in a syntax of RDF; JSON-LD with that context, as in an export.

    Raises:
        UnknownIdError: there is no such thing.
    """
    triples = triples_of(opened, thing)
    if not triples:
        raise UnknownIdError(thing.kind, thing.id)
    if suffix == ".jsonld":
        return b"".join(jsonld.document(context, by_subject(triples)))
    return writing.written(natives(triples), FORMATS[suffix], all_prefixes(opened))


def values_of(opened: OpenStore, thing: Thing, language: str) -> Any:
    """The JSON of a thing: that of `show` for entities, of `explain` for claims, else its properties."""
    if thing.kind == "id":
        return show(opened, thing.iri, language).json()
    if thing.kind == "claim":
        return explain(opened, thing.id, language=language)[0].json()
    if thing.kind == "source":
        records = read_sources(opened, [thing.id])
        if not records:
            raise UnknownIdError("source", thing.id)
        return {key: value for key, value in records[thing.id]._asdict().items() if value}
    if thing.kind == "schema":
        return opened.names.meta("schema")
    found: dict[str, list[dict[str, str]]] = {}
    for _, predicate, value in triples_of(opened, thing):
        told = {"value": value.value, "language": value.language, "datatype": value.datatype}
        found.setdefault(predicate.value, []).append({k: v for k, v in told.items() if v})
    if not found:
        raise UnknownIdError(thing.kind, thing.id)
    return {"id": thing.iri, "properties": found}
