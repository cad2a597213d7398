"""Shapes (SHACL Core, 2017) that the graph must meet, made from the schema.

Lists are built of addresses, which SHACL allows (section 2, SHACL list: an IRI or a blank node). One blank node is
left: SHACL 2.3.1.4 admits no address for an inverse path. It leads from a relation type to its claims, so that the
ends of claims of every standing are checked without SPARQL, each relation type once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tocgraph.model import STANDINGS, RelationType, Text
from tocgraph.rdf.schema import SchemaWriter
from tocgraph.rdf.terms import literal

DATE = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_CLAIMS = "_:claims"
_DATATYPES = {"date": "xsd:string", "number": "xsd:decimal", "text": "xsd:string"}


class ShapesWriter(SchemaWriter):
    """Writes the shapes of a schema as lines of N-Triples."""

    def shapes(self) -> Iterator[str]:
        """Every shape: of entities, claims, citations and sources, and one for each relation type."""
        yield f"{_CLAIMS} {self.iri('sh:inversePath')} {self.iri('rdf:predicate')} .\n"
        yield from self._entity()
        yield from self._claim()
        yield from self._derivation()
        yield from self._citation()
        yield from self._source()
        for name, owner in (("since", "Claim"), ("until", "Claim"), ("value", "Claim")):
            yield from self._bounds(name, owner)
        for relation_type in self.schema.relation_types:
            yield from self._relation(relation_type)
        for qualifier in self.schema.qualifiers:
            shape = self._shape(f"qualifier-{_local(self.names.qualifier(qualifier.id))}")
            yield from self._node(shape, ("sh:targetSubjectsOf", f"<{self.names.qualifier(qualifier.id)}>"))
            if qualifier.value == "entity":
                rules = [("sh:node", self._shape("Something"))]
                text = {"en": "This qualifier names an entity.", "ar": "هذا المحدد يسمي كيانا."}
            else:
                rules = [("sh:nodeKind", self.iri("sh:Literal"))]
                text = {"en": "This qualifier is a text or number.", "ar": "هذا المحدد نص أو عدد."}
            yield from self._path(shape, "content", f"<{self.names.qualifier(qualifier.id)}>", text, rules)

    # what shapes are made of

    def _shape(self, name: str) -> str:
        return f"<{self.schema.base}shapes#{name}>"

    def _node(self, shape: str, *targets: tuple[str, str]) -> Iterator[str]:
        yield f"{shape} {self.iri('rdf:type')} {self.iri('sh:NodeShape')} .\n"
        for how, what in targets:
            yield f"{shape} {self.iri(how)} {what} .\n"

    def _path(
        self, shape: str, name: str, path: str, message: Text, rules: Iterable[tuple[str, str]], bare: bool = False
    ) -> Iterator[str]:
        """A property shape of a shape, with what it demands; `bare` when the shape is not to demand it itself."""
        own = f"{shape[:-1]}-{name}>"
        if not bare:
            yield f"{shape} {self.iri('sh:property')} {own} .\n"
        yield f"{own} {self.iri('rdf:type')} {self.iri('sh:PropertyShape')} .\n"
        yield f"{own} {self.iri('sh:path')} {path} .\n"
        yield from self.texts(own, self.iri("sh:message"), message)
        for what, value in rules:
            yield f"{own} {self.iri(what)} {value} .\n"

    def _list(self, name: str, members: Sequence[str]) -> tuple[str, list[str]]:
        """An RDF list of addresses, and its triples."""
        nodes = [self._shape(f"{name}-{n}") for n in range(1, len(members) + 1)]
        lines = []
        for node, member, rest in zip(nodes, members, [*nodes[1:], self.iri("rdf:nil")], strict=True):
            lines.append(f"{node} {self.iri('rdf:first')} {member} .\n")
            lines.append(f"{node} {self.iri('rdf:rest')} {rest} .\n")
        return nodes[0] if nodes else self.iri("rdf:nil"), lines

    def _number(self, number: int) -> str:
        return literal(str(number), f"^^<{self.names.prefixes['xsd']}integer>")

    def _exactly(self, number: int = 1) -> list[tuple[str, str]]:
        return [("sh:minCount", self._number(number)), ("sh:maxCount", self._number(number))]

    def _text(self) -> list[tuple[str, str]]:
        return [("sh:datatype", self.iri("xsd:string")), ("sh:minLength", self._number(1))]

    # the shapes

    def _entity(self) -> Iterator[str]:
        something = self._shape("Something")
        yield from self._node(something)
        message: Text = {"en": "This is no entity that the graph describes.", "ar": "ليس كيانا يصفه البيان."}
        own_type = self.iri("toc:type")
        yield from self._path(something, "type", own_type, message, [("sh:minCount", self._number(1))])
        shape = self._shape("Entity")
        roots = [t.id for t in self.schema.entity_types if t.broader is None]
        targets = [("sh:targetClass", f"<{self.names.entity_type(root)}>") for root in roots]
        yield from self._node(shape, ("sh:targetSubjectsOf", own_type), *targets)
        message = {"en": "An entity has one type, of the schema.", "ar": "للكيان نوع واحد من أنواع المخطط."}
        yield from self._path(
            shape, "type", own_type, message, [*self._exactly(), ("sh:class", self.iri("rdfs:Class"))]
        )
        message = {"en": "An entity has one id.", "ar": "للكيان معرف واحد."}
        yield from self._path(shape, "id", self.iri("dcterms:identifier"), message, [*self._exactly(), *self._text()])
        message = {"en": "An entity has a label, one for each language.", "ar": "للكيان تسمية واحدة في كل لغة."}
        yield from self._path(
            shape,
            "label",
            self.iri("skos:prefLabel"),
            message,
            [
                ("sh:minCount", self._number(1)),
                ("sh:datatype", self.iri("rdf:langString")),
                ("sh:uniqueLang", literal("true", f"^^<{self.names.prefixes['xsd']}boolean>")),
            ],
        )
        message = {"en": "Other names have a language.", "ar": "للأسماء الأخرى لغة."}
        rules = [("sh:datatype", self.iri("rdf:langString"))]
        yield from self._path(shape, "alias", self.iri("skos:altLabel"), message, rules)

    def _claim(self) -> Iterator[str]:
        shape = self._shape("Claim")
        targets = [("sh:targetClass", self.iri("toc:Claim")), ("sh:targetClass", self.iri("rdf:Statement"))]
        yield from self._node(shape, *targets, ("sh:class", self.iri("toc:Claim")))
        message: Text = {"en": "A claim has one subject, an entity.", "ar": "للقول موضوع واحد هو كيان."}
        rules = [*self._exactly(), ("sh:node", self._shape("Something"))]
        yield from self._path(shape, "subject", self.iri("rdf:subject"), message, rules)
        # By class: pyshacl needs half a minute to look 14,000 claims up in a list of 97 relation types.
        message = {"en": "A claim has one relation type, of the schema.", "ar": "للقول نوع علاقة واحد من المخطط."}
        rules = [*self._exactly(), ("sh:class", self.iri("toc:RelationType"))]
        yield from self._path(shape, "predicate", self.iri("rdf:predicate"), message, rules)
        message = {"en": "A claim has one object or value.", "ar": "للقول مفعول واحد أو قيمة واحدة."}
        yield from self._path(shape, "object", self.iri("rdf:object"), message, self._exactly())
        message = {"en": "A claim has one id.", "ar": "للقول معرف واحد."}
        yield from self._path(
            shape,
            "id",
            self.iri("dcterms:identifier"),
            message,
            [*self._exactly(), ("sh:pattern", literal("^c[0-9a-f]{12}$"))],
        )
        head, lines = self._list("standings", [f"<{self.names.standing(s)}>" for s in STANDINGS])
        yield from lines
        message = {"en": f"The standing is one of {', '.join(STANDINGS)}.", "ar": "درجة الاعتماد من الدرجات المعروفة."}
        yield from self._path(shape, "standing", self.iri("toc:standing"), message, [*self._exactly(), ("sh:in", head)])
        # Cited or derived: two ways to be proven, one of which every claim has.
        cited = self._shape("Claim-cited")
        message = {"en": "A claim cites a source, or is derived.", "ar": "للقول مصدر أو قاعدة استنتج بها."}
        head, lines = self._list("cited-or-derived", [cited, self._shape("Claim-derived")])
        yield from lines
        proven = self._shape("Proven")
        yield from self._node(proven, ("sh:targetClass", self.iri("toc:Claim")), ("sh:xone", head))
        yield from self.texts(proven, self.iri("sh:message"), message)
        at_least = [("sh:minCount", self._number(1))]
        yield from self._path(shape, "cited", self.iri("prov:qualifiedPrimarySource"), message, at_least, bare=True)
        yield from self._path(shape, "derived", self.iri("toc:derivedBy"), message, at_least, bare=True)
        message = {"en": "A citation is described.", "ar": "الاستشهاد موصوف."}
        rules = [("sh:class", self.iri("prov:PrimarySource"))]
        yield from self._path(shape, "citation", self.iri("prov:qualifiedPrimarySource"), message, rules)
        message = {"en": "What is cited is a source that the graph describes.", "ar": "المستشهد به مصدر يصفه البيان."}
        rules = [("sh:class", self.iri("toc:Source"))]
        yield from self._path(shape, "source", self.iri("prov:hadPrimarySource"), message, rules)

    def _derivation(self) -> Iterator[str]:
        shape = self._shape("Derivation")
        yield from self._node(shape, ("sh:targetSubjectsOf", self.iri("toc:derivedBy")))
        message: Text = {"en": "A derived claim has one rule.", "ar": "للقول المستنتج قاعدة واحدة."}
        rules = [*self._exactly(), ("sh:class", self.iri("toc:Rule"))]
        yield from self._path(shape, "rule", self.iri("toc:derivedBy"), message, rules)
        for name, term in (("premise", "prov:wasDerivedFrom"), ("proof", "toc:provenBy")):
            message = {"en": "A derived claim rests on claims.", "ar": "القول المستنتج يقوم على أقوال."}
            rules = [("sh:minCount", self._number(1)), ("sh:class", self.iri("toc:Claim"))]
            yield from self._path(shape, name, self.iri(term), message, rules)

    def _citation(self) -> Iterator[str]:
        shape = self._shape("Citation")
        yield from self._node(shape, ("sh:targetClass", self.iri("prov:PrimarySource")))
        message: Text = {"en": "A citation names one source.", "ar": "الاستشهاد يسمي مصدرا واحدا."}
        rules = [*self._exactly(), ("sh:class", self.iri("toc:Source"))]
        yield from self._path(shape, "source", self.iri("prov:entity"), message, rules)
        message = {"en": "A citation names the place in the source.", "ar": "الاستشهاد يسمي الموضع في المصدر."}
        yield from self._path(shape, "at", self.iri("toc:at"), message, [*self._exactly(), *self._text()])
        message = {"en": "What is found is text.", "ar": "الكلمات الواردة نص."}
        yield from self._path(shape, "finds", self.iri("toc:finds"), message, self._text())

    def _source(self) -> Iterator[str]:
        shape = self._shape("Source")
        yield from self._node(shape, ("sh:targetClass", self.iri("toc:Source")))
        for name, term in (("id", "dcterms:identifier"), ("title", "dcterms:title"), ("kind", "dcterms:type")):
            message: Text = {"en": "A source has one id, title and type.", "ar": "للمصدر معرف وعنوان ونوع."}
            yield from self._path(shape, name, self.iri(term), message, [*self._exactly(), *self._text()])
        for name, term in (("issued", "dcterms:issued"), ("as-of", "toc:asOf")):
            message = {"en": "The date is YYYY, YYYY-MM or YYYY-MM-DD.", "ar": "التاريخ سنة أو شهر أو يوم."}
            rules = [("sh:maxCount", self._number(1)), ("sh:pattern", literal(DATE))]
            yield from self._path(shape, name, self.iri(term), message, rules)
        message = {"en": "The address is http or https.", "ar": "العنوان http أو https."}
        rules = [("sh:maxCount", self._number(1)), ("sh:pattern", literal("^https?://"))]
        yield from self._path(shape, "url", self.iri("schema:url"), message, rules)

    def _bounds(self, name: str, owner: str) -> Iterator[str]:
        """A partial date comes with the first and the last day that it can mean, and those with it."""
        first, last = self.iri(f"toc:{name}Earliest"), self.iri(f"toc:{name}Latest")
        shape = self._shape(f"{owner}-{name}")
        yield from self._node(shape, ("sh:targetSubjectsOf", first), ("sh:targetSubjectsOf", last))
        if name != "value":  # a number may be written in toc:value as well
            yield f"{shape} {self.iri('sh:targetSubjectsOf')} {self.iri(f'toc:{name}')} .\n"
        message: Text = {"en": "The date is YYYY, YYYY-MM or YYYY-MM-DD.", "ar": "التاريخ سنة أو شهر أو يوم."}
        rules = [*self._exactly(), ("sh:datatype", self.iri("xsd:string")), ("sh:pattern", literal(DATE))]
        yield from self._path(shape, "text", self.iri(f"toc:{name}"), message, rules)
        message = {"en": "A date has a first and a last day, in order.", "ar": "للتاريخ أول يوم وآخر يوم بترتيبهما."}
        day = [*self._exactly(), ("sh:datatype", self.iri("xsd:date"))]
        yield from self._path(shape, "earliest", first, message, [*day, ("sh:lessThanOrEquals", last)])
        yield from self._path(shape, "latest", last, message, day)

    def _relation(self, declared: RelationType) -> Iterator[str]:
        """The ends of the claims of a relation type; the relation type itself is what is looked at."""
        iri = f"<{self.names.relation(declared.id)}>"
        name = f"relation-{_local(iri)}"
        shape, each = self._shape(name), self._shape(f"{name}-claim")
        yield from self._node(shape, ("sh:targetNode", iri))
        label = declared.label.get("en", declared.id)
        message: Text = {
            "en": f"A claim of the relation type '{label}' has an end of a type that it does not take.",
            "ar": f"قول من نوع العلاقة «{declared.label.get('ar', label)}» أحد طرفيه من نوع لا تقبله.",
        }
        yield from self._path(shape, "claims", _CLAIMS, message, [("sh:node", each)])
        yield from self._node(each)
        yield from self._end(name, "subject", self.iri("rdf:subject"), declared.subjects)
        if declared.value is None:
            yield from self._end(name, "object", self.iri("rdf:object"), declared.objects)
            return
        said: Text = {"en": f"The value is a {declared.value}.", "ar": "القيمة من نوع البيانات المطلوب."}
        rules = [("sh:datatype", self.iri(_DATATYPES[declared.value]))]
        if declared.value == "date":
            rules.append(("sh:pattern", literal(DATE)))
        yield from self._path(each, "object", self.iri("rdf:object"), said, rules)

    def _end(self, name: str, end: str, path: str, types: Sequence[str]) -> Iterator[str]:
        each = self._shape(f"{name}-claim")
        said: Text = {
            "en": f"The {end} is of one of the types {', '.join(types)}.",
            "ar": "الطرف من أحد الأنواع المقبولة.",
        }
        if len(types) == 1:
            rules = [("sh:class", f"<{self.names.entity_type(types[0])}>")]
            yield from self._path(each, end, path, said, rules)
            return
        members = []
        for identifier in types:
            kind = f"<{self.names.entity_type(identifier)}>"
            members.append(self._shape(f"of-{_local(kind)}"))
            yield f"{members[-1]} {self.iri('rdf:type')} {self.iri('sh:NodeShape')} .\n"
            yield f"{members[-1]} {self.iri('sh:class')} {kind} .\n"
        head, lines = self._list(f"{name}-{end}s", members)
        yield from lines
        yield from self._path(each, end, path, said, [("sh:or", head)])


def _local(iri: str) -> str:
    return iri.rstrip(">").rpartition("#")[2].rpartition("/")[2]
