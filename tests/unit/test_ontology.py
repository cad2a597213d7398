"""The ontology: every term of the graph with texts in both languages, and no term of others that was not looked up."""

from __future__ import annotations

import pyoxigraph
import pytest
import rdflib
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS, VOID

from tocgraph import __version__
from tocgraph.exporters import export
from tocgraph.exporters.described import schema_of
from tocgraph.rdf.outside import OUTSIDE, outside_terms
from tocgraph.store import OpenStore
from tocgraph.vocabulary import EXTERNAL

BASE = "https://w3id.org/tocgraph/"
TOC = rdflib.Namespace(BASE + "schema#")
SDO = rdflib.Namespace("https://schema.org/")
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")


def graph(opened: OpenStore, form: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=export(opened, form), format="nt" if form == "ntriples" else "turtle")


@pytest.fixture(scope="module")
def ontology(opened: OpenStore) -> rdflib.Graph:
    return graph(opened, "ontology")


@pytest.mark.parametrize("store", ["opened", "world"])
def test_every_term_of_the_graph_is_defined(store: str, request: pytest.FixtureRequest) -> None:
    found: OpenStore = request.getfixturevalue(store)
    defined = set(graph(found, "ontology").subjects(RDFS.isDefinedBy, None))
    used: set[rdflib.term.Node] = set()
    for s, p, o in graph(found, "ntriples"):
        used |= {p, *([o] if isinstance(o, rdflib.URIRef) else [])}
        used.add(s)
    ours = {t for t in used if str(t).startswith((BASE + "schema#", BASE + "qualifier/", BASE + "rule/"))}
    assert len(ours) > 100
    assert ours - defined == set()


def test_every_term_has_a_label_and_a_comment_in_both_languages(ontology: rdflib.Graph) -> None:
    terms = set(ontology.subjects(RDFS.isDefinedBy, None))
    for term in terms:
        assert {t.language for t in ontology.objects(term, RDFS.label)} == {"en", "ar"}, term
        assert {t.language for t in ontology.objects(term, RDFS.comment)} >= {"en"}, term
        if not str(term).startswith(BASE + "rule/"):
            assert {t.language for t in ontology.objects(term, RDFS.comment)} == {"en", "ar"}, term
        assert list(ontology.objects(term, RDF.type)), term
    assert not [n for triple in ontology for n in triple if isinstance(n, rdflib.BNode)]


def test_the_header(ontology: rdflib.Graph) -> None:
    [address] = ontology.subjects(RDF.type, OWL.Ontology)
    assert str(address) == BASE + "schema"
    assert str(ontology.value(address, OWL.versionIRI)) == f"{BASE}schema/{__version__}"
    assert str(ontology.value(address, DCTERMS.license)) == "https://creativecommons.org/licenses/by/4.0/"
    vann = rdflib.Namespace("http://purl.org/vocab/vann/")
    assert str(ontology.value(address, vann.preferredNamespacePrefix)) == "toc"
    assert str(ontology.value(address, vann.preferredNamespaceUri)) == str(TOC)


def test_relation_types_keep_what_the_schema_says_of_them(ontology: rdflib.Graph) -> None:
    assert (TOC.partOf, RDF.type, OWL.TransitiveProperty) in ontology
    assert (TOC.partOf, RDFS.subPropertyOf, DCTERMS.isPartOf) in ontology
    assert (TOC["inverse-partOf"], OWL.inverseOf, TOC.partOf) in ontology
    assert (TOC.borders, RDF.type, OWL.SymmetricProperty) in ontology
    assert (TOC["inverse-borders"], None, None) not in ontology
    assert (TOC.speakerAt, RDFS.subPropertyOf, TOC.participatesIn) in ontology
    assert (TOC.founded, RDF.type, OWL.DatatypeProperty) in ontology
    assert (TOC.partyTo, RDFS.domain, TOC.Actor) in ontology  # what states, organizations and territories share
    assert set(ontology.objects(TOC.partyTo, SDO.domainIncludes)) == {TOC.State, TOC.Organization, TOC.Territory}
    assert (TOC.partOf, RDFS.domain, None) not in ontology  # nothing is common to them
    assert (TOC["scheme-crime"], RDF.type, SKOS.ConceptScheme) in ontology
    assert (TOC.UnBody, RDFS.subClassOf, TOC.InternationalOrganization) in ontology


def test_domains_and_ranges_hold_in_the_graph(opened: OpenStore, ontology: rdflib.Graph) -> None:
    data = graph(opened, "ntriples")
    for end, position in ((RDFS.domain, 0), (RDFS.range, 2)):
        for term, kind in ontology.subject_objects(end):
            for triple in data.triples((None, term, None)):
                if isinstance(triple[position], rdflib.URIRef) and str(kind).startswith(BASE):
                    assert (triple[position], RDF.type, kind) in data, (triple, kind)


def test_no_outside_term_occurs_that_was_not_looked_up(opened: OpenStore) -> None:
    schema = schema_of(opened)
    declared = [*schema.entity_types, *schema.relation_types]
    allowed = outside_terms() | {str(t.rdf) for t in declared if t.rdf}
    names = {space: prefix for prefix, space in EXTERNAL.items()}
    for form in ("turtle", "turtle12", "ontology", "shapes", "void"):
        for quad in pyoxigraph.parse(export(opened, form) or b"", pyoxigraph.RdfFormat.TURTLE):
            terms = [quad.predicate, quad.object]
            if isinstance(quad.object, pyoxigraph.Literal):
                terms[1] = quad.object.datatype
            for term in terms:
                iri = "" if isinstance(term, pyoxigraph.BlankNode) else getattr(term, "value", "")
                if not iri or iri.startswith((BASE, EXTERNAL["wd"])):
                    continue
                space = next((s for s in names if iri.startswith(s) and iri != s), None)
                if space is None:
                    assert quad.predicate.value in {
                        str(DCTERMS.license), str(DCTERMS.language), str(DCAT.mediaType), str(VOID.vocabulary)
                    }, iri  # fmt: skip
                else:
                    assert f"{names[space]}:{iri[len(space) :]}" in allowed, iri


@pytest.mark.filterwarnings("ignore:Code")
def test_outside_terms_stand_in_the_definitions_of_their_vocabularies() -> None:
    """rdflib carries the published definitions; what is younger than its copies is named here."""
    young = {"dcat:version", "rdf:reifies"}
    spaces = {
        str(space): space
        for name in "DCAT DCTERMS OWL ORG PROV RDF RDFS SDO SH SKOS VANN VOID XSD".split()
        for space in [getattr(rdflib.namespace, name)]
    }
    for prefix, words in OUTSIDE.items():
        for word in words.split():
            if prefix != "spdx" and f"{prefix}:{word}" not in young:
                assert word in spaces[EXTERNAL[prefix]], f"{prefix}:{word}"


def test_the_description_counts_what_is_there(opened: OpenStore) -> None:
    import hashlib

    lines = export(opened, "ntriples") or b""
    void = graph(opened, "void")
    data = graph(opened, "ntriples")
    dataset = rdflib.URIRef(BASE + "dataset")

    def number(subject: rdflib.term.Node, predicate: rdflib.URIRef) -> int:
        return int(str(void.value(subject, predicate)))

    assert number(dataset, VOID.triples) == len(data) == lines.count(b"\n")
    assert number(dataset, VOID.entities) == len(set(data.subjects(TOC.type)))
    assert number(dataset, VOID.distinctSubjects) == len(set(data.subjects()))
    parts = {void.value(p, VOID["class"]): p for p in void.objects(dataset, VOID.classPartition)}
    assert set(parts) == set(data.objects(None, RDF.type))
    for kind, part in parts.items():
        assert number(part, VOID.entities) == len(set(data.subjects(RDF.type, kind)))
    parts = {void.value(p, VOID.property): p for p in void.objects(dataset, VOID.propertyPartition)}
    assert set(parts) == set(data.predicates())
    for name, part in parts.items():
        assert number(part, VOID.triples) == len(list(data.subject_objects(name)))
    file = rdflib.URIRef(BASE + "dataset#ntriples")
    assert number(file, DCAT.byteSize) == len(lines)
    spdx = rdflib.Namespace("http://spdx.org/rdf/terms#")
    checksum = void.value(file, spdx.checksum)
    assert str(void.value(checksum, spdx.checksumValue)) == hashlib.sha256(lines).hexdigest()
    [links] = void.subjects(RDF.type, VOID.Linkset)
    assert number(links, VOID.triples) == len(list(data.subject_objects(SKOS.exactMatch)))
    assert len(set(void.objects(dataset, DCAT.distribution))) >= 8
