"""The triples of the data set itself and of its schema."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tocgraph.model import STANDINGS
from tocgraph.rdf.terms import Terms, literal
from tocgraph.vocabulary import TRANSLATION

TITLE = {
    "en": "tocgraph: international cooperation against transnational organized crime",
    "ar": "tocgraph: التعاون الدولي لمكافحة الجريمة المنظمة عبر الوطنية",
}
DESCRIPTION = {
    "en": "Who cooperates against transnational organized crime, under which instrument, against which crime, where "
    "and since when: claims with their sources.",
    "ar": "من يتعاون لمكافحة الجريمة المنظمة عبر الوطنية، وبموجب أي صك، وضد أي جريمة، وأين ومنذ متى: أقوال بمصادرها.",
}
LICENSE = "https://creativecommons.org/licenses/by/4.0/"
_ORIGINS = {TRANSLATION: {"en": "our own translation", "ar": "ترجمة من وضعنا"}}
_VOCABULARIES = ("dcterms", "eli", "org", "prov", "schema", "skos")


class SchemaWriter(Terms):
    """Writes what is true of every record."""

    def dataset(self) -> Iterator[str]:
        """The data set itself (VoID 2, DCAT 3 section 6.6): what it is, its licence, its vocabularies."""
        subject = f"<{self.schema.base}dataset>"
        for kind in ("void:Dataset", "dcat:Dataset"):
            yield f"{subject} {self.iri('rdf:type')} {self.iri(kind)} .\n"
        yield from self.texts(subject, self.iri("dcterms:title"), TITLE)
        yield from self.texts(subject, self.iri("dcterms:description"), DESCRIPTION)
        yield f"{subject} {self.iri('dcterms:license')} <{LICENSE}> .\n"
        yield f"{subject} {self.iri('void:uriSpace')} {literal(self.names.prefixes['id'])} .\n"
        for name in _VOCABULARIES:
            yield f"{subject} {self.iri('void:vocabulary')} <{self.names.prefixes[name]}> .\n"

    def schema_terms(self) -> Iterator[str]:
        """The types, relation types, qualifiers, rules and standings, as classes and properties (RDFS)."""
        a, label = self.iri("rdf:type"), self.iri("skos:prefLabel")
        for entity_type in self.schema.entity_types:
            term = f"<{self.names.entity_type(entity_type.id)}>"
            yield f"{term} {a} {self.iri('rdfs:Class')} .\n"
            yield f"{term} {self.iri('dcterms:identifier')} {literal(entity_type.id)} .\n"
            yield from self.texts(term, label, entity_type.label)
            if entity_type.broader:
                yield f"{term} {self.iri('rdfs:subClassOf')} <{self.names.entity_type(entity_type.broader)}> .\n"
            if entity_type.rdf:
                yield f"{term} {self.iri('rdfs:subClassOf')} {self.iri(entity_type.rdf)} .\n"
            if self.schemes[entity_type.id] == entity_type.id:
                scheme = self.iri("toc:scheme-" + entity_type.id)
                yield f"{scheme} {a} {self.iri('skos:ConceptScheme')} .\n"
                yield from self.texts(scheme, label, entity_type.plural)
        for relation_type in self.schema.relation_types:
            term = f"<{self.names.relation(relation_type.id)}>"
            yield f"{term} {a} {self.iri('rdf:Property')} .\n"
            yield f"{term} {a} {self.iri('toc:RelationType')} .\n"
            yield f"{term} {self.iri('dcterms:identifier')} {literal(relation_type.id)} .\n"
            yield from self.texts(term, label, relation_type.label)
            yield from self.texts(term, self.iri("toc:inverseLabel"), relation_type.inverse)
            yield from self.texts(term, self.iri("skos:definition"), relation_type.description, "@en")
            for parent in self.predicates[relation_type.id][1:]:
                yield f"{term} {self.iri('rdfs:subPropertyOf')} {parent} .\n"
        for qualifier in self.schema.qualifiers:
            term = f"<{self.names.qualifier(qualifier.id)}>"
            yield f"{term} {a} {self.iri('rdf:Property')} .\n"
            yield f"{term} {self.iri('dcterms:identifier')} {literal(qualifier.id)} .\n"
            yield from self.texts(term, label, qualifier.label)
        for rule in self.schema.rules:
            term = f"<{self.names.rule(rule.id)}>"
            for kind in ("toc:Rule", "prov:Plan"):
                yield f"{term} {a} {self.iri(kind)} .\n"
            yield f"{term} {self.iri('dcterms:identifier')} {literal(rule.id)} .\n"
            yield from self.texts(term, label, rule.label)
            yield from self.texts(term, self.iri("skos:definition"), rule.description, "@en")
        for standing in STANDINGS:
            term = f"<{self.names.standing(standing)}>"
            yield f"{term} {a} {self.iri('skos:Concept')} .\n"
            yield f"{term} {self.iri('dcterms:identifier')} {literal(standing)} .\n"

    def origin_terms(self, languages: Sequence[str]) -> Iterator[str]:
        """The properties that say where labels in those languages come from, and what they say besides sources."""
        a, broad = self.iri("rdf:type"), self.iri("toc:labelSource")
        if languages:
            yield f"{broad} {a} {self.iri('rdf:Property')} .\n"
        for code in languages:
            term = f"<{self.names.label_source(code)}>"
            yield f"{term} {a} {self.iri('rdf:Property')} .\n"
            yield f"{term} {self.iri('rdfs:subPropertyOf')} {broad} .\n"
            yield f"{term} {self.iri('dcterms:language')} {literal(code)} .\n"
        for name, label in _ORIGINS.items():
            term = f"<{self.names.origin(name)}>"
            yield f"{term} {a} {self.iri('skos:Concept')} .\n"
            yield f"{term} {self.iri('dcterms:identifier')} {literal(name)} .\n"
            yield from self.texts(term, self.iri("skos:prefLabel"), label)
