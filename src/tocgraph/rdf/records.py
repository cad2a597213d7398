"""The triples of sources, entities and claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tocgraph.dates import parse_date
from tocgraph.model import STANDINGS, Entity, Relation, Source
from tocgraph.rdf.schema import SchemaWriter
from tocgraph.rdf.terms import literal

PLAIN_STANDINGS = STANDINGS[:2]
_WIKIDATA = re.compile(r"Q[1-9]\d*")


_PLAIN_NUMBER = re.compile(r"0|-?(?:[1-9]\d{0,17}(?:\.\d{0,17}[1-9])?|0\.\d{0,17}[1-9])")


def _rewritten(value: str, kind: str | None) -> bool:
    """Whether a store may give a number back in another form: 1.50 as 1.5, 007 as 7."""
    return kind == "number" and not _PLAIN_NUMBER.fullmatch(value)


class Writer(SchemaWriter):
    """Writes the records of a graph."""

    def source(self, source: Source) -> Iterator[str]:
        """A source as a creative work (schema.org, DCTERMS)."""
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
        """An entity: types, names, definition, identifiers (SKOS)."""
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
            yield f"{subject} {self.identifier(name)} {literal(value)} .\n"
            if name == "wikidata" and _WIKIDATA.fullmatch(value):
                yield f"{subject} {self.iri('skos:exactMatch')} <{self.names.prefixes['wd']}{value}> .\n"

    def value(self, relation: Relation) -> str:
        """The object of a claim: an address, or a literal of the datatype of its relation type."""
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
        if relation.value is not None and _rewritten(relation.value, self.relations[relation.relation].value):
            # Stores keep the number and not how it is written, from which the id of the claim is made.
            yield f"{claim} {self.iri('toc:value')} {literal(relation.value)} .\n"
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
