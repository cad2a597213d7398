"""The vocabulary as an ontology (OWL 2, RDFS, SKOS), made from the schema: every term with texts in both languages.

There are no blank nodes, hence no unions: where a relation type takes several entity types, the domain is the
type that they have in common, if there is one, and schema:domainIncludes lists them. The shapes are exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tocgraph.model import STANDINGS, EntityType, RelationType, Text
from tocgraph.rdf.core import CORE, STANDING_LABELS, STANDING_NOTES
from tocgraph.rdf.schema import LICENSE, SchemaWriter
from tocgraph.rdf.terms import literal

TITLE = {
    "en": "tocgraph: vocabulary of international cooperation against transnational organized crime",
    "ar": "tocgraph: مفردات التعاون الدولي لمكافحة الجريمة المنظمة عبر الوطنية",
}
DESCRIPTION = {
    "en": "Entity types, relation types and qualifiers of the graph, and the terms by which claims are cited and "
    "dated.",
    "ar": "أنواع الكيانات والعلاقات والمحددات في البيان، والمصطلحات التي توثق بها الأقوال وتؤرخ.",
}
_DATATYPES = {"date": "xsd:string", "number": "xsd:decimal", "text": "xsd:string"}
_KINDS = {
    "class": ("owl:Class",),
    "object": ("owl:ObjectProperty",),
    "data": ("owl:DatatypeProperty",),
    "note": ("owl:AnnotationProperty",),
}


class OntologyWriter(SchemaWriter):
    """Writes the ontology of a schema as lines of N-Triples."""

    def ontology(
        self, version: str, schemes: Sequence[str] = (), languages: Sequence[str] = (), authors: int = 0
    ) -> Iterator[str]:
        """Every term: those of all graphs, those of the schema, and those that the data bring along.

        Args:
            version: The version of tocgraph; a new one gives the ontology a new versionIRI.
            schemes: The identifier schemes in use, such as `wikidata`.
            languages: The languages whose labels tell their source.
            authors: The greatest number of authors of a source.
        """
        yield from self._header(version)
        for term in CORE:
            iri = self.iri(f"toc:{term.name}")
            yield from self._term(iri, _KINDS[term.kind], term.label, term.comment)
            yield from self._ends(iri, term.domain, term.range)
            above = "rdfs:subClassOf" if term.kind == "class" else "rdfs:subPropertyOf"
            for wider in term.broader:
                yield f"{iri} {self.iri(above)} {self.iri(wider)} .\n"
        for entity_type in self.schema.entity_types:
            yield from self._class(entity_type)
        for relation_type in self.schema.relation_types:
            yield from self._property(relation_type)
        yield from self._qualifiers()
        yield from self._rules()
        yield from self._standings()
        yield from self._of_the_data(schemes, languages, authors)

    @property
    def address(self) -> str:
        """The address of the ontology, without angle brackets."""
        return f"{self.schema.base}schema"

    def _header(self, version: str) -> Iterator[str]:
        ontology = f"<{self.address}>"
        yield f"{ontology} {self.iri('rdf:type')} {self.iri('owl:Ontology')} .\n"
        yield f"{ontology} {self.iri('owl:versionIRI')} <{self.address}/{version}> .\n"
        yield f"{ontology} {self.iri('owl:versionInfo')} {literal(version)} .\n"
        yield from self.texts(ontology, self.iri("dcterms:title"), TITLE)
        yield from self.texts(ontology, self.iri("dcterms:description"), DESCRIPTION)
        yield f"{ontology} {self.iri('dcterms:license')} <{LICENSE}> .\n"
        yield f"{ontology} {self.iri('vann:preferredNamespacePrefix')} {literal('toc')} .\n"
        yield f"{ontology} {self.iri('vann:preferredNamespaceUri')} {literal(self.names.prefixes['toc'])} .\n"

    def _term(self, iri: str, kinds: Iterable[str], label: Text, comment: Text) -> Iterator[str]:
        for kind in kinds:
            yield f"{iri} {self.iri('rdf:type')} {self.iri(kind)} .\n"
        yield from self.texts(iri, self.iri("rdfs:label"), label)
        yield from self.texts(iri, self.iri("rdfs:comment"), comment)
        yield f"{iri} {self.iri('rdfs:isDefinedBy')} <{self.address}> .\n"

    def _ends(self, iri: str, domain: str, span: str) -> Iterator[str]:
        if domain:
            yield f"{iri} {self.iri('rdfs:domain')} {self.iri(domain)} .\n"
        if span:
            yield f"{iri} {self.iri('rdfs:range')} {self.iri(span)} .\n"

    def _class(self, declared: EntityType) -> Iterator[str]:
        iri = f"<{self.names.entity_type(declared.id)}>"
        narrower = [t for t in self.schema.entity_types if t.broader == declared.id]
        comment = {}
        for code, name in declared.label.items():
            below = _listed((t.label.get(code, t.id) for t in narrower), code)
            if code == "ar":
                comment[code] = f"كيان من نوع: {name}." + (f" أنواعه الأخص: {below}." if below else "")
            elif code == "en":
                comment[code] = f"Entities of the type {name}." + (f" Narrower: {below}." if below else "")
        yield from self._term(iri, ["owl:Class"], declared.label, comment)
        if declared.broader:
            yield f"{iri} {self.iri('rdfs:subClassOf')} <{self.names.entity_type(declared.broader)}> .\n"
        for outside in self.outside_classes(declared.id):
            yield f"{iri} {self.iri('rdfs:subClassOf')} {outside} .\n"
        if self.schemes[declared.id] == declared.id:
            scheme = self.iri(f"toc:scheme-{declared.id}")
            about = {
                "en": f"All concepts of the type {declared.label.get('en', declared.id)}.",
                "ar": f"كل المفاهيم من نوع: {declared.label.get('ar', declared.id)}.",
            }
            yield from self._term(scheme, ["skos:ConceptScheme"], declared.plural, about)

    def _property(self, declared: RelationType) -> Iterator[str]:
        iri = f"<{self.names.relation(declared.id)}>"
        kinds = ["owl:DatatypeProperty" if declared.value is not None else "owl:ObjectProperty"]
        kinds.append("toc:RelationType")
        kinds += ["owl:SymmetricProperty"] * ("symmetric" in declared.flags)
        kinds += ["owl:TransitiveProperty"] * ("transitive" in declared.flags)
        comment = {"en": self._spoken(declared, "en"), "ar": self._spoken(declared, "ar")}
        yield from self._term(iri, kinds, declared.label, comment)
        yield from self.texts(iri, self.iri("toc:inverseLabel"), declared.inverse)
        for parent in self.predicates[declared.id][1:]:
            yield f"{iri} {self.iri('rdfs:subPropertyOf')} {parent} .\n"
        yield from self._types(iri, "rdfs:domain", "schema:domainIncludes", declared.subjects)
        if declared.value is not None:
            yield from self._ends(iri, "", _DATATYPES[declared.value])
            return
        yield from self._types(iri, "rdfs:range", "schema:rangeIncludes", declared.objects)
        if declared.inverse and "symmetric" not in declared.flags:
            # The graph never uses it: it gives the direction a name for readers and for reasoners.
            inverse = self.iri(f"toc:inverse-{_local(iri)}")
            about = {"en": f"The inverse of toc:{_local(iri)}.", "ar": f"عكس toc:{_local(iri)}."}
            yield from self._term(inverse, ["owl:ObjectProperty"], declared.inverse, about)
            yield f"{inverse} {self.iri('owl:inverseOf')} {iri} .\n"

    def _types(self, iri: str, whole: str, listed: str, types: Sequence[str]) -> Iterator[str]:
        common = self.common(types)
        if common:
            yield f"{iri} {self.iri(whole)} <{self.names.entity_type(common)}> .\n"
        for identifier in types:
            yield f"{iri} {self.iri(listed)} <{self.names.entity_type(identifier)}> .\n"

    def common(self, types: Sequence[str]) -> str:
        """The narrowest entity type that all of these are of; "" when there is none."""
        lines = [list(self.schema.ancestors(t)) for t in types]
        return next((t for t in lines[0] if all(t in line for line in lines)), "") if lines else ""

    def _spoken(self, declared: RelationType, code: str) -> str:
        """The comment of a relation type: its description, and which ends it takes."""
        plurals = {t.id: t.plural.get(code, t.id) for t in self.schema.entity_types}
        subjects = _listed((plurals[t] for t in declared.subjects), code)
        objects = _listed((plurals[t] for t in declared.objects), code)
        inverse = declared.inverse.get(code, "")
        if code == "ar":
            kind = {"date": "تاريخ", "number": "عدد", "text": "نص"}.get(declared.value or "", objects)
            return f"من: {subjects}. إلى: {kind}." + (f" ومن جهة المفعول: {inverse}." if inverse else "")
        kind = {"date": "a date", "number": "a number", "text": "a text"}.get(declared.value or "", objects)
        about = f"{declared.description} " if declared.description else ""
        return f"{about}From: {subjects}. To: {kind}." + (f" Read from the object: {inverse}." if inverse else "")

    def _qualifiers(self) -> Iterator[str]:
        for qualifier in self.schema.qualifiers:
            iri = f"<{self.names.qualifier(qualifier.id)}>"
            kind = "owl:ObjectProperty" if qualifier.value == "entity" else "owl:DatatypeProperty"
            about = {
                "en": f"What a claim says of itself: {qualifier.label.get('en', qualifier.id)}.",
                "ar": f"ما يقوله القول عن نفسه: {qualifier.label.get('ar', qualifier.id)}.",
            }
            yield from self._term(iri, [kind], qualifier.label, about)
            yield from self._ends(iri, "toc:Claim", "")

    def _rules(self) -> Iterator[str]:
        for rule in self.schema.rules:
            iri = f"<{self.names.rule(rule.id)}>"
            about = {"en": rule.description} if isinstance(rule.description, str) else rule.description
            yield from self._term(iri, ["toc:Rule", "prov:Plan"], rule.label, {k: v for k, v in about.items() if v})

    def _standings(self) -> Iterator[str]:
        scheme = self.iri("toc:standing-scheme")
        label = {"en": "standings", "ar": "درجات الاعتماد"}
        about = {"en": "How far a claim is taken as fact.", "ar": "مدى اعتماد القول حقيقة."}
        yield from self._term(scheme, ["skos:ConceptScheme"], label, about)
        for standing in STANDINGS:
            iri = f"<{self.names.standing(standing)}>"
            yield from self._term(iri, ["skos:Concept"], STANDING_LABELS[standing], STANDING_NOTES[standing])
            yield f"{iri} {self.iri('skos:inScheme')} {scheme} .\n"
        origin = f"<{self.names.origin('translation')}>"
        label = {"en": "our own translation", "ar": "ترجمة من وضعنا"}
        about = {"en": "The label stands in no source.", "ar": "لا ترد التسمية في مصدر."}
        yield from self._term(origin, ["skos:Concept"], label, about)

    def _of_the_data(self, schemes: Sequence[str], languages: Sequence[str], authors: int) -> Iterator[str]:
        for scheme in sorted(schemes):
            about = {"en": f"The identifier in the scheme {scheme}.", "ar": f"المعرف في نظام {scheme}."}
            label = {"en": f"identifier: {scheme}", "ar": f"معرف: {scheme}"}
            yield from self._term(self.identifier(scheme), ["owl:DatatypeProperty"], label, about)
        for code in sorted(languages):
            iri = f"<{self.names.label_source(code)}>"
            about = {"en": f"Where labels in {code} come from.", "ar": f"مصدر التسميات بلغة {code}."}
            label = {"en": f"source of the label ({code})", "ar": f"مصدر التسمية ({code})"}
            yield from self._term(iri, ["owl:ObjectProperty"], label, about)
            yield f"{iri} {self.iri('rdfs:subPropertyOf')} {self.iri('toc:labelSource')} .\n"
        for number in range(1, authors + 1):
            about = {"en": f"Author number {number} of a source.", "ar": f"المؤلف رقم {number} للمصدر."}
            label = {"en": f"author {number}", "ar": f"المؤلف {number}"}
            iri = self.iri(f"toc:author-{number}")
            yield from self._term(iri, ["owl:DatatypeProperty"], label, about)
            yield f"{iri} {self.iri('rdfs:subPropertyOf')} {self.iri('dcterms:creator')} .\n"


def _local(iri: str) -> str:
    return iri.rpartition("#")[2].rstrip(">")


def _listed(names: Iterable[str], code: str) -> str:
    return ("، " if code == "ar" else ", ").join(names)
