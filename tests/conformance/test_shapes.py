"""SHACL shapes: they accept the graph, and reject each planted defect by the shape that is meant for it (pySHACL)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
import rdflib
from rdflib.namespace import DCTERMS, PROV, RDF, SKOS, XSD

from tocgraph.exporters import export
from tocgraph.store import OpenStore

pyshacl = pytest.importorskip("pyshacl")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

BASE = "https://w3id.org/tocgraph/"
TOC, ID, Q, RULE = (rdflib.Namespace(BASE + part) for part in ("schema#", "id/", "qualifier/", "rule/"))
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")


@pytest.fixture(scope="module")
def shapes(opened: OpenStore) -> rdflib.Graph:
    return rdflib.Graph().parse(data=export(opened, "shapes"), format="turtle")


@pytest.fixture(scope="module")
def sound(opened: OpenStore) -> rdflib.Graph:
    return rdflib.Graph().parse(data=export(opened, "ntriples"), format="nt")


def rejected_by(graph: rdflib.Graph, shapes: rdflib.Graph) -> set[str]:
    """The local names of the shapes that reject something; of a shape within another one, only the outer one."""
    conforms, report, _ = pyshacl.validate(graph, shacl_graph=shapes, inference="none", advanced=False)
    results = report.objects(None, SH.result)
    found = {str(report.value(result, SH.sourceShape)).partition("#")[2] for result in results}
    assert conforms == (not found)
    return found


@pytest.mark.parametrize("folder", ["opened", "world"])
def test_the_graph_is_accepted(folder: str, request: pytest.FixtureRequest, shapes: rdflib.Graph) -> None:
    store: OpenStore = request.getfixturevalue(folder)
    graph = rdflib.Graph().parse(data=export(store, "ntriples"), format="nt")
    assert rejected_by(graph, shapes) == set()


def test_the_shapes_are_sound_shapes(shapes: rdflib.Graph) -> None:
    blank = {n for triple in shapes for n in triple if isinstance(n, rdflib.BNode)}
    assert len(blank) == 1  # SHACL 2.3.1.4 has no other way to write an inverse path
    [path] = blank
    assert list(shapes.predicate_objects(path)) == [(SH.inversePath, RDF.predicate)]
    for shape in shapes.subjects(RDF.type, SH.PropertyShape):
        assert len(list(shapes.objects(shape, SH.path))) == 1
        assert {m.language for m in shapes.objects(shape, SH.message)} == {"en", "ar"}
    for head in {*shapes.objects(None, SH["or"]), *shapes.objects(None, SH["in"]), *shapes.objects(None, SH.xone)}:
        assert len(list(shapes.items(head))) > 1


def _claim(graph: rdflib.Graph, relation: rdflib.URIRef) -> rdflib.term.Node:
    return min(graph.subjects(RDF.predicate, relation))


def _change(relation: str, predicate: rdflib.URIRef, value: rdflib.term.Node | None) -> Callable[[rdflib.Graph], None]:
    """Gives a claim another value, or none."""

    def change(graph: rdflib.Graph) -> None:
        claim = _claim(graph, TOC[relation])
        assert (claim, predicate, None) in graph
        graph.remove((claim, predicate, None))
        if value is not None:
            graph.add((claim, predicate, value))

    return change


def _add(subject: rdflib.URIRef, predicate: rdflib.URIRef, value: rdflib.term.Node) -> Callable[[rdflib.Graph], None]:
    return lambda graph: graph.add((subject, predicate, value)) and None


def _drop(
    subject: rdflib.URIRef | None, predicate: rdflib.URIRef, value: rdflib.term.Node | None = None
) -> Callable[[rdflib.Graph], None]:
    def drop(graph: rdflib.Graph) -> None:
        found = min(graph.triples((subject, predicate, value)))
        graph.remove((found[0], found[1], value))

    return drop


class Defect(NamedTuple):
    plant: Callable[[rdflib.Graph], None]
    shapes: set[str]


def _cited(relation: str) -> Callable[[rdflib.Graph], None]:
    """Takes the citations of a claim away."""

    def plant(graph: rdflib.Graph) -> None:
        claim = _claim(graph, TOC[relation])
        for cite in list(graph.objects(claim, PROV.qualifiedPrimarySource)):
            graph.remove((cite, None, None))
        graph.remove((claim, PROV.qualifiedPrimarySource, None))
        graph.remove((claim, PROV.hadPrimarySource, None))

    return plant


DEFECTS = {
    "missing citation": Defect(_cited("partyTo"), {"Proven"}),
    "citation not described": Defect(
        _add(ID.nothing, RDF.type, TOC.Claim), {"Claim-subject", "Claim-predicate", "Claim-object", "Claim-id",
        "Claim-standing", "Proven"},
    ),
    "citation without a place": Defect(_drop(None, TOC.at), {"Citation-at"}),
    "citation of no source": Defect(_drop(None, PROV.entity), {"Citation-source"}),
    "citation of what is no source": Defect(
        _change("partyTo", PROV.hadPrimarySource, ID.mali), {"Claim-source"}
    ),
    "wrong type of the subject": Defect(
        _change("operatesIn", RDF.subject, ID["trafficking-in-persons"]), {"relation-operatesIn-claims"}
    ),
    "wrong type of the object": Defect(
        _change("partyTo", RDF.object, ID.mali), {"relation-partyTo-claims"}
    ),
    "an entity where a date belongs": Defect(
        _change("dissolved", RDF.object, ID.mali), {"relation-dissolved-claims"}
    ),
    "a number that is a text": Defect(
        _change("memberCount", RDF.object, rdflib.Literal("many")), {"relation-memberCount-claims"}
    ),
    "a date that is none": Defect(
        _change("dissolved", RDF.object, rdflib.Literal("last year")), {"relation-dissolved-claims"}
    ),
    "a bound that is no day": Defect(
        _change("operatesIn", TOC.sinceEarliest, rdflib.Literal("2013")), {"Claim-since-earliest"}
    ),
    "bounds in the wrong order": Defect(
        _change("operatesIn", TOC.sinceEarliest, rdflib.Literal("2033-01-01", datatype=XSD.date)),
        {"Claim-since-earliest"},
    ),
    "a date without its bounds": Defect(_change("operatesIn", TOC.untilLatest, None), {"Claim-until-latest"}),
    "bounds without their date": Defect(_change("operatesIn", TOC.until, None), {"Claim-until-text"}),
    "bad standing": Defect(_change("partyTo", TOC.standing, TOC["standing-certain"]), {"Claim-standing"}),
    "two standings": Defect(
        lambda g: g.add((_claim(g, TOC.partyTo), TOC.standing, TOC["standing-rejected"])) and None, {"Claim-standing"}
    ),
    "unknown relation type": Defect(_change("partyTo", RDF.predicate, TOC.likes), {"Claim-predicate"}),
    "a qualifier as relation type": Defect(_change("partyTo", RDF.predicate, Q.role), {"Claim-predicate"}),
    "claim without subject": Defect(_change("partyTo", RDF.subject, None), {"Claim-subject"}),
    "claim without predicate": Defect(_change("partyTo", RDF.predicate, None), {"Claim-predicate"}),
    "claim without object": Defect(_change("partyTo", RDF.object, None), {
        "Claim-object"}),
    "statement that is no claim": Defect(
        lambda g: g.remove((_claim(g, TOC.partyTo), RDF.type, TOC.Claim)) and None, {"Claim"}
    ),
    "subject that is not described": Defect(
        _change("partyTo", RDF.subject, ID.atlantis), {"Claim-subject", "relation-partyTo-claims"}
    ),
    "claim with a wrong id": Defect(_change("partyTo", DCTERMS.identifier, rdflib.Literal("x")), {"Claim-id"}),
    "missing label": Defect(_drop(ID.mali, SKOS.prefLabel), {"Entity-label"}),
    "two labels in one language": Defect(
        _add(ID.mali, SKOS.prefLabel, rdflib.Literal("Republic of Mali", lang="en")), {"Entity-label"}
    ),
    "label without a language": Defect(_add(ID.mali, SKOS.prefLabel, rdflib.Literal("Mali")), {"Entity-label"}),
    "entity without its type": Defect(_drop(ID.interpol, TOC.type), {"Entity-type", "Claim-subject"}),
    "entity of an unknown type": Defect(
        lambda g: g.set((ID.mali, TOC.type, TOC.Planet)) and None, {"Entity-type"}
    ),
    "entity without id": Defect(_drop(ID.mali, DCTERMS.identifier), {"Entity-id"}),
    "source without title": Defect(
        _drop(rdflib.URIRef(BASE + "source/unsc-2100"), DCTERMS.title), {"Source-title"}
    ),
    "source with a bad date": Defect(
        _add(rdflib.URIRef(BASE + "source/interpol-site"), DCTERMS.issued, rdflib.Literal("soon")), {"Source-issued"}
    ),
    "source with a bad address": Defect(
        lambda g: g.set((rdflib.URIRef(BASE + "source/unsc-2100"), rdflib.URIRef("https://schema.org/url"),
                         rdflib.Literal("javascript:alert(1)"))) and None,
        {"Source-url"},
    ),
    "qualifier that names no entity": Defect(
        _add(ID.x, Q.place, ID.atlantis), {"qualifier-place-content"}
    ),
    "text qualifier with an address": Defect(
        _add(ID.x, Q.role, ID.mali), {"qualifier-role-content"}
    ),
    "derived and cited at once": Defect(
        lambda g: g.add((_claim(g, TOC.partyTo), TOC.derivedBy, RULE["entry-into-force"])) and None,
        {"Proven", "Derivation-premise", "Derivation-proof"},
    ),
    "unknown rule": Defect(
        lambda g: g.add((_claim(g, TOC.partyTo), TOC.derivedBy, rdflib.URIRef(BASE + "rule/guess"))) and None,
        {"Proven", "Derivation-rule", "Derivation-premise", "Derivation-proof"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DEFECTS)
def test_each_planted_defect_is_rejected(name: str, sound: rdflib.Graph, shapes: rdflib.Graph) -> None:
    graph = rdflib.Graph()
    graph += sound
    DEFECTS[name].plant(graph)
    assert rejected_by(graph, shapes) == DEFECTS[name].shapes
