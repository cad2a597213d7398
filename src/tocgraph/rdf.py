"""KnowledgeGraph -> N-Triples. The one place that makes triples.

Every claim is a resource of its own (toc:Claim, rdf:Statement) with time bounds, standing,
qualifiers and citations; a derived claim has its rule and premises instead. Claims of standing
preferred or normal also stand as plain triples, with the triples that the schema entails (broader
relation types, symmetric ones). No blank nodes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from tocgraph.dates import parse_date
from tocgraph.graph import KnowledgeGraph
from tocgraph.model import STANDINGS, Entity, Relation, Schema, Source, Text
from tocgraph.vocabulary import TRANSLATION, Vocabulary

PLAIN_STANDINGS = STANDINGS[:2]
_ESCAPE = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_SPECIAL = re.compile('[\\x00-\\x1f\\x7f"\\\\]')
_WIKIDATA = re.compile(r"Q[1-9]\d*")

TITLE = {
    "en": "tocgraph: international cooperation against transnational organized crime",
    "ar": "tocgraph: التعاون الدولي لمكافحة الجريمة المنظمة عبر الوطنية",
}
LICENSE = "https://creativecommons.org/licenses/by/4.0/"
_TWINS = {
    # ELI and schema.org describe legislation side by side; whoever knows one of them finds our instruments.
    "eli:LegalResource": "schema:Legislation",
    "eli:LegalResourceSubdivision": "schema:Legislation",
}
_ORIGINS = {TRANSLATION: {"en": "our own translation", "ar": "ترجمة من وضعنا"}}
_VOCABULARIES = ("dcterms", "eli", "org", "prov", "schema", "skos")


def triples(graph: KnowledgeGraph) -> Iterator[str]:
    """Every triple of the graph as a line of N-Triples, in canonical order (RDF 1.1 N-Triples)."""
    writer = _Writer(graph.schema)
    yield from writer.dataset()
    yield from writer.schema_terms()
    yield from writer.origin_terms(sorted({code for e in graph.entities.values() for code in e.label_from}))
    for source in graph.sources.values():
        yield from writer.source(source)
    for entity in graph.entities.values():
        yield from writer.entity(entity)
        yield from writer.span(f"<{writer.names.entity(entity.id)}>", "exists", graph.lives.get(entity.id, ("", "")))
    behind = resting_on(graph)
    for relation in graph.relations:
        yield from writer.relation(relation, behind.get(relation.id, ()))
        yield from writer.span(f"<{writer.names.claim(relation.id)}>", "holds", graph.period(relation))


def resting_on(graph: KnowledgeGraph) -> dict[str, list[str]]:
    """For each derived claim the ids of the stated claims at the bottom of its proof, sorted."""
    found: dict[str, list[str]] = {}
    premises = {r.id: r.derived.premises for r in graph.relations if r.derived is not None}
    for claim in premises:
        waiting, seen = [claim], {claim}
        while waiting:
            fresh = set(premises.get(waiting.pop(), ())) - seen
            seen |= fresh
            waiting += fresh
        found[claim] = sorted(seen - premises.keys())
    return found


def literal(text: str, suffix: str = "") -> str:
    """A literal in N-Triples syntax; `suffix` is `@en` or `^^<...>`."""
    if _SPECIAL.search(text):
        text = _SPECIAL.sub(lambda m: _ESCAPE.get(m[0]) or f"\\u{ord(m[0]):04X}", text)
    return f'"{text}"{suffix}'


class _Writer:
    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.names = Vocabulary(schema.base)
        self.names.prefixes.update({k: v for k, v in schema.prefixes.items() if k not in self.names.prefixes})
        self._iris: dict[str, str] = {}
        self.relations = schema.relations
        self.qualifiers = {q.id: q.value for q in schema.qualifiers}
        self.type_lines = {t.id: self._type_iris(t.id) for t in schema.entity_types}
        self.schemes = {t.id: self._scheme(t.id) for t in schema.entity_types}
        self.predicates = {r.id: self._predicates(r.id) for r in schema.relation_types}

    def iri(self, prefixed: str) -> str:
        """A prefixed name as an IRI in angle brackets; asked for some 30 terms, half a million times."""
        found = self._iris.get(prefixed)
        if found is None:
            prefix, _, local = prefixed.partition(":")
            whole = f"{self.names.prefixes[prefix]}{local}" if prefix in self.names.prefixes else prefixed
            found = self._iris[prefixed] = f"<{whole}>"
        return found

    def _type_iris(self, entity_type: str) -> list[str]:
        external = {t.id: t.rdf for t in self.schema.entity_types}
        iris: list[str] = []
        for ancestor in self.schema.ancestors(entity_type):
            iris.append(f"<{self.names.entity_type(ancestor)}>")
            term = external[ancestor]
            if term:
                iris.append(self.iri(term))
                if term in _TWINS:
                    iris.append(self.iri(_TWINS[term]))
        return list(dict.fromkeys(iris))

    def _scheme(self, entity_type: str) -> str | None:
        """The widest type below the one mapped to skos:Concept: each such type is a concept scheme (SKOS 4)."""
        external = {t.id: t.rdf for t in self.schema.entity_types}
        below = None
        for ancestor in self.schema.ancestors(entity_type):
            if external[ancestor] == "skos:Concept":
                return below or ancestor
            below = ancestor
        return None

    def dataset(self) -> Iterator[str]:
        """The data set itself (VoID 2, DCAT 3 section 6.6): what it is, its licence, its vocabularies."""
        subject = f"<{self.schema.base}dataset>"
        for kind in ("void:Dataset", "dcat:Dataset"):
            yield f"{subject} {self.iri('rdf:type')} {self.iri(kind)} .\n"
        yield from self.texts(subject, self.iri("dcterms:title"), TITLE)
        yield f"{subject} {self.iri('dcterms:license')} <{LICENSE}> .\n"
        yield f"{subject} {self.iri('void:uriSpace')} {literal(self.names.prefixes['id'])} .\n"
        for name in _VOCABULARIES:
            yield f"{subject} {self.iri('void:vocabulary')} <{self.names.prefixes[name]}> .\n"

    def _predicates(self, relation_type: str) -> list[str]:
        """The property of the type, of each broader type, and the terms that they are mapped to."""
        found: list[str] = []
        current: str | None = relation_type
        while current is not None and current in self.relations:
            iri = f"<{self.names.relation(current)}>"
            if iri in found:
                break
            found.append(iri)
            if self.relations[current].rdf:
                found.append(self.iri(str(self.relations[current].rdf)))
            current = self.relations[current].broader
        return found

    def texts(self, subject: str, predicate: str, text: str | Text, language: str = "") -> Iterator[str]:
        if isinstance(text, str):
            if text:
                yield f"{subject} {predicate} {literal(text, language)} .\n"
        else:
            for code, value in sorted(text.items()):
                yield f"{subject} {predicate} {literal(value, '@' + code)} .\n"

    def schema_terms(self) -> Iterator[str]:
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

    def source(self, source: Source) -> Iterator[str]:
        subject = f"<{self.names.source(source.id)}>"
        a = self.iri("rdf:type")
        for kind in ("toc:Source", "schema:CreativeWork", "prov:Entity"):
            yield f"{subject} {a} {self.iri(kind)} .\n"
        yield f"{subject} {self.iri('dcterms:identifier')} {literal(source.id)} .\n"
        yield f"{subject} {self.iri('dcterms:title')} {literal(source.title)} .\n"
        yield f"{subject} {self.iri('dcterms:type')} {literal(source.type)} .\n"
        for position, author in enumerate(source.authors, 1):
            yield f"{subject} {self.iri('dcterms:creator')} {literal(author)} .\n"
            yield f"{subject} {self.iri('toc:author-' + str(position))} {literal(author)} .\n"
        for predicate, value in (
            ("dcterms:publisher", source.publisher),
            ("dcterms:issued", source.issued),
            ("dcterms:language", source.language),
            ("toc:asOf", source.as_of),
            ("dcterms:license", source.license),
            ("schema:url", source.url),
            ("skos:note", source.note),
        ):
            if value:
                yield f"{subject} {self.iri(predicate)} {literal(value)} .\n"

    def entity(self, entity: Entity) -> Iterator[str]:
        subject = f"<{self.names.entity(entity.id)}>"
        a = self.iri("rdf:type")
        for kind in self.type_lines[entity.type]:
            yield f"{subject} {a} {kind} .\n"
        yield f"{subject} {self.iri('toc:type')} <{self.names.entity_type(entity.type)}> .\n"
        yield f"{subject} {self.iri('dcterms:identifier')} {literal(entity.id)} .\n"
        scheme = self.schemes[entity.type]
        if scheme:
            yield f"{subject} {self.iri('skos:inScheme')} {self.iri('toc:scheme-' + scheme)} .\n"
        yield from self.texts(subject, self.iri("skos:prefLabel"), entity.label)
        for code, origin in sorted(entity.label_from.items()):
            yield f"{subject} <{self.names.label_source(code)}> <{self.names.origin(origin)}> .\n"
        for code, aliases in sorted(entity.aliases.items()):
            for alias in sorted(set(aliases)):
                yield f"{subject} {self.iri('skos:altLabel')} {literal(alias, '@' + code)} .\n"
        yield from self.texts(subject, self.iri("skos:definition"), entity.description, "@en")
        for name, value in sorted(entity.identifiers.items()):
            yield f"{subject} <{self.names.prefixes['toc']}identifier-{quote(name, safe='')}> {literal(value)} .\n"
            if name == "wikidata" and _WIKIDATA.fullmatch(value):
                yield f"{subject} {self.iri('skos:exactMatch')} <{self.names.prefixes['wd']}{value}> .\n"

    def value(self, relation: Relation) -> str:
        if relation.object is not None:
            return f"<{self.names.entity(relation.object)}>"
        text = relation.value or ""
        kind = self.relations[relation.relation].value
        return literal(text, f"^^<{self.names.prefixes['xsd']}decimal>" if kind == "number" else "")

    def relation(self, relation: Relation, behind: Iterable[str] = ()) -> Iterator[str]:
        """A claim; `behind` are the stated claims that a derived one rests on in the end."""
        names = self.names
        subject, value = f"<{names.entity(relation.subject)}>", self.value(relation)
        if relation.standing in PLAIN_STANDINGS:
            for predicate in self.predicates[relation.relation]:
                yield f"{subject} {predicate} {value} .\n"
                if relation.object is not None and "symmetric" in self.relations[relation.relation].flags:
                    yield f"{value} {predicate} {subject} .\n"
        claim_iri = names.claim(relation.id)
        claim = f"<{claim_iri}>"
        yield f"{claim} {self.iri('rdf:type')} {self.iri('toc:Claim')} .\n"
        yield f"{claim} {self.iri('rdf:type')} {self.iri('rdf:Statement')} .\n"
        yield f"{claim} {self.iri('dcterms:identifier')} {literal(relation.id)} .\n"
        yield f"{claim} {self.iri('rdf:subject')} {subject} .\n"
        yield f"{claim} {self.iri('rdf:predicate')} <{names.relation(relation.relation)}> .\n"
        yield f"{claim} {self.iri('rdf:object')} {value} .\n"
        yield f"{claim} {self.iri('toc:standing')} <{names.standing(relation.standing)}> .\n"
        for name, date in (("since", relation.since), ("until", relation.until)):
            if date:
                yield from self.bounds(claim, name, date)
        if relation.value is not None and self.relations[relation.relation].value == "date":
            yield from self.bounds(claim, "value", relation.value)
        for qualifier, content in sorted(relation.qualifiers.items()):
            predicate = f"<{names.qualifier(qualifier)}>"
            if self.qualifiers.get(qualifier) == "entity" and isinstance(content, str):
                yield f"{claim} {predicate} <{names.entity(content)}> .\n"
            else:
                yield from self.texts(claim, predicate, content)
        yield from self.texts(claim, self.iri("skos:note"), relation.note, "@en")
        if relation.derived is not None:
            yield f"{claim} {self.iri('toc:derivedBy')} <{names.rule(relation.derived.rule)}> .\n"
            for premise in relation.derived.premises:
                yield f"{claim} {self.iri('prov:wasDerivedFrom')} <{names.claim(premise)}> .\n"
            for stated in behind:
                yield f"{claim} {self.iri('toc:provenBy')} <{names.claim(stated)}> .\n"
        for position, citation in enumerate(relation.cite, 1):
            cite, source = f"<{claim_iri}#cite-{position}>", f"<{names.source(citation.source)}>"
            yield f"{claim} {self.iri('prov:hadPrimarySource')} {source} .\n"
            yield f"{claim} {self.iri('prov:qualifiedPrimarySource')} {cite} .\n"
            yield f"{cite} {self.iri('rdf:type')} {self.iri('prov:PrimarySource')} .\n"
            yield f"{cite} {self.iri('prov:entity')} {source} .\n"
            yield f"{cite} {self.iri('toc:at')} {literal(citation.at)} .\n"
            for word in citation.finds:
                yield f"{cite} {self.iri('toc:finds')} {literal(word)} .\n"

    def span(self, subject: str, name: str, days: tuple[str, str]) -> Iterator[str]:
        """The first and last day on which an entity can have existed, or a claim have held, where anything says so."""
        kind = f"^^<{self.names.prefixes['xsd']}date>"
        for end, day in zip(("From", "To"), days, strict=True):
            if day:
                yield f"{subject} {self.iri('toc:' + name + end)} {literal(day, kind)} .\n"

    def bounds(self, claim: str, name: str, date: str) -> Iterator[str]:
        """A partial date as its text and as first and last day, so that no filter meets a raw year."""
        day = parse_date(date)
        kind = f"^^<{self.names.prefixes['xsd']}date>"
        yield f"{claim} {self.iri('toc:' + name)} {literal(day.text)} .\n"
        yield f"{claim} {self.iri('toc:' + name + 'Earliest')} {literal(day.earliest, kind)} .\n"
        yield f"{claim} {self.iri('toc:' + name + 'Latest')} {literal(day.latest, kind)} .\n"
