"""The description of the endpoint as RDF (SPARQL 1.1 Service Description, with VoID for the data set)."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph

from tocgraph.store import OpenStore, writing

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_VOID = "http://rdfs.org/ns/void#"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_DCTERMS = "http://purl.org/dc/terms/"
_XSD_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"

FORMATS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "RDF_XML",
    "JSON-LD",
    "TriG",
    "N-Quads",
)
"""The formats of results by their names under http://www.w3.org/ns/formats/."""


def description(opened: OpenStore, address: str, form: str) -> bytes:
    """The description of the endpoint at that address, in a format of RDF (a key of the endpoint's graph formats)."""
    prefixes = {"sd": _SD, "void": _VOID, "dcterms": _DCTERMS, "formats": _FORMATS}
    return writing.written(_triples(opened, address), form, prefixes)


def _triples(opened: OpenStore, address: str) -> Iterator[pyoxigraph.Triple]:
    node = pyoxigraph.NamedNode
    service, dataset, graph = node(address), node(f"{address}#dataset"), node(f"{address}#graph")
    described = node(f"{opened.vocabulary.base}dataset")

    def say(
        subject: pyoxigraph.NamedNode, predicate: str, value: pyoxigraph.NamedNode | pyoxigraph.Literal
    ) -> pyoxigraph.Triple:
        return pyoxigraph.Triple(subject, node(predicate), value)

    yield say(service, _RDF_TYPE, node(_SD + "Service"))
    yield say(service, _SD + "endpoint", service)
    yield say(service, _SD + "supportedLanguage", node(_SD + "SPARQL11Query"))
    for name in FORMATS:
        yield say(service, _SD + "resultFormat", node(_FORMATS + name))
    yield say(service, _SD + "defaultDataset", dataset)
    yield say(dataset, _RDF_TYPE, node(_SD + "Dataset"))
    yield say(dataset, _SD + "defaultGraph", graph)
    yield say(graph, _RDF_TYPE, node(_SD + "Graph"))
    yield say(graph, _RDF_TYPE, node(_VOID + "Dataset"))
    count = opened.store.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows[0]["n"].value
    yield say(graph, _VOID + "triples", pyoxigraph.Literal(count, datatype=node(_XSD_INTEGER)))
    yield say(graph, _DCTERMS + "isPartOf", described)
    yield say(described, _VOID + "sparqlEndpoint", service)
    for triple in opened.store.construct(f"CONSTRUCT WHERE {{ <{described.value}> ?p ?o }}"):
        value = triple[2]
        told = (
            node(value.value)
            if value.kind == "iri"
            else pyoxigraph.Literal(value.value, language=value.language or None)
        )
        yield say(described, triple[1].value, told)
