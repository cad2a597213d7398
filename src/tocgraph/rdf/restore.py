"""RDF of our own -> the records that it was made from. What is not ours, or not whole, is reported instead.

Derived claims are left out, for they follow again; what is computed from records (existence, periods, plain triples,
the schema) is checked where it could contradict them, and otherwise passed over.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tocgraph.errors import Problem, TocgraphError
from tocgraph.model import Citation, Entity, Relation, Schema, Source, Text
from tocgraph.rdf.records import PLAIN_STANDINGS
from tocgraph.rdf.statements import Statements, Value, read_statements
from tocgraph.rdf.subjects import Reader, Subject

_SHOWN = 20


class Restored(NamedTuple):
    """The records of a file, and how many derived claims it holds besides."""

    sources: list[Source]
    entities: list[Entity]
    relations: list[Relation]
    derived: int


class NotOursError(TocgraphError):
    """The file holds something that is not ours, or half of something; `problems` lists all of it."""

    def __init__(self, path: Path, problems: Sequence[Problem]) -> None:
        shown = "\n".join(str(problem) for problem in problems[:_SHOWN])
        more = f"\n... and {len(problems) - _SHOWN} more" if len(problems) > _SHOWN else ""
        many = "s" if len(problems) != 1 else ""
        super().__init__(
            f"{path} holds what is not a whole graph of this vocabulary: {len(problems)} problem{many}\n{shown}{more}",
            "nothing was written; only what `tocgraph export` writes in an RDF syntax can be read back; N-Triples and "
            "N-Quads of others are laid over the data by --data",
        )
        self.problems = list(problems)


def restore(path: Path, schema: Schema) -> Restored:
    """The records of an RDF file that `tocgraph export` wrote, whole or a part.

    The schema is the one in use: an export carries too little of it (no question phrases, no flags).

    Args:
        path: The file; its suffix tells the syntax.
        schema: The vocabulary that its terms belong to.

    Raises:
        NotOursError: something in it is foreign, contradicts itself, or is half there.
        TocgraphError: it cannot be read, or is no RDF.
    """
    problems: list[Problem] = []
    statements, lines = read_statements(path, problems.append)
    reader = Reader(schema, path, lines, problems)
    found = _records(reader, statements)
    if not (problems or found.entities):
        reader.report("", "foreign-term", "the file holds no entity of this vocabulary", f"whose base is {schema.base}")
    if problems:
        raise NotOursError(path, sorted(set(problems)))
    return found


def _records(reader: Reader, statements: Statements) -> Restored:
    names = reader.terms.names
    sources: list[Source] = []
    entities: list[Entity] = []
    relations: list[Relation] = []
    derived = 0
    backed: set[tuple[str, str, Value]] = set()
    plain: list[tuple[str, str, Value]] = []
    cites = {iri for iri in statements if iri.startswith(names.prefixes["claim"]) and "#" in iri}
    used: set[str] = set()
    for iri, properties in sorted(statements.items()):
        subject = Subject(reader, iri, properties)
        if iri in cites or reader.vocabulary(iri):
            continue
        if iri.startswith(names.prefixes["id"]):
            entity, own = _entity(subject, statements)
            entities += [entity] if entity else []
            plain += own
        elif iri.startswith(names.prefixes["source"]):
            source = _source(subject)
            sources += [source] if source else []
        elif iri.startswith(names.prefixes["claim"]):
            relation, follows = _relation(subject, statements, used)
            if relation is None:
                continue
            if relation.standing in PLAIN_STANDINGS:
                backed |= reader.plain_triples(relation, subject.object_value())
            if follows:
                derived += 1
            else:
                relations.append(relation)
        else:
            subject.problem("foreign-term", "a subject that is not of this vocabulary", f"its base is {names.base}")
    for iri in sorted(cites - used):
        reader.report(iri, "half-claim", f"the citation {iri} belongs to no claim")
    for iri, predicate, target in plain:
        if (iri, predicate, target) not in backed:
            said = f"{iri} {predicate} {target.text}"
            reader.report(iri, "half-claim", f"a relation without its claim: {said}", "the claim carries its sources")
    return Restored(sources, entities, relations, derived)


def _entity(subject: Subject, statements: Statements) -> tuple[Entity | None, list[tuple[str, str, Value]]]:
    reader = subject.reader
    iri = reader.terms.iri
    kind = subject.one("toc:type", "half-entity")
    declared = reader.types.get(kind.text) if kind else None
    if kind and declared is None:
        subject.problem("foreign-term", f"no entity type of the schema: {kind.text}")
    subject.id_matches()
    subject.take("toc:existsFrom", "toc:existsTo")
    types = {f"<{value.text}>" for value in subject.take("rdf:type")}
    schemes = {f"<{value.text}>" for value in subject.take("skos:inScheme")}
    matches = {value.text for value in subject.take("skos:exactMatch")}
    label = subject.by_language("skos:prefLabel")
    if not label:
        subject.problem("half-entity", "the entity has no skos:prefLabel")
    aliases: dict[str, list[str]] = {}
    for value in subject.take("skos:altLabel"):
        aliases.setdefault(value.language, []).append(value.text)
    definition = subject.text("skos:definition")
    origins, identifiers, plain = {}, {}, []
    for predicate in list(subject.left):
        start = reader.terms.names.prefixes["toc"]
        if predicate.startswith(start + "labelSource-"):
            for value in subject.left.pop(predicate):
                subject.described(value, statements)
                origins[predicate[len(start) + 12 :]] = reader.terms.names.origin_of(value.text)
        elif predicate.startswith(start + "identifier-"):
            [*values] = subject.left.pop(predicate)
            identifiers[predicate[len(start) + 11 :]] = values[0].text
        elif predicate in reader.relation_terms:
            plain += [(subject.iri, predicate, value) for value in subject.left.pop(predicate)]
    subject.nothing_left()
    if declared is None:
        return None, plain
    for extra in sorted(types - set(reader.terms.type_lines[declared])):
        subject.problem("foreign-term", f"rdf:type {extra} does not follow from toc:type {declared}")
    scheme = reader.terms.schemes[declared]
    if schemes - ({iri(f"toc:scheme-{scheme}")} if scheme else set()):
        subject.problem("foreign-term", f"skos:inScheme does not follow from toc:type {declared}")
    if matches - {reader.terms.names.prefixes["wd"] + identifiers.get("wikidata", "")}:
        subject.problem("foreign-term", "skos:exactMatch is not what toc:identifier-wikidata says")
    entity = Entity(
        id=subject.identifier,
        type=declared,
        label=label,
        label_from=dict(sorted(origins.items())),
        aliases={code: sorted(names) for code, names in sorted(aliases.items())},
        description=definition,
        identifiers=dict(sorted(identifiers.items())),
    )
    return entity, plain


def _source(subject: Subject) -> Source | None:
    subject.id_matches()
    expected = {subject.reader.terms.iri(kind)[1:-1] for kind in ("toc:Source", "schema:CreativeWork", "prov:Entity")}
    for value in subject.take("rdf:type"):
        if value.text not in expected:
            subject.problem("foreign-term", f"a source of the type {value.text}")
    title = subject.one("dcterms:title", "half-source")
    kind = subject.one("dcterms:type", "half-source")
    creators = {value.text for value in subject.take("dcterms:creator")}
    start = subject.reader.terms.names.prefixes["toc"] + "author-"
    numbered = sorted(
        (int(p[len(start) :]), p) for p in subject.left if p.startswith(start) and p[len(start) :].isdigit()
    )
    authors = [subject.left.pop(predicate)[0].text for _, predicate in numbered]
    if creators != set(authors):
        subject.problem("half-source", "dcterms:creator and toc:author-1 ... name different authors")
    fields = {
        name: held.text
        for name, term in (
            ("publisher", "dcterms:publisher"),
            ("issued", "dcterms:issued"),
            ("language", "dcterms:language"),
            ("url", "schema:url"),
            ("as_of", "toc:asOf"),
            ("license", "dcterms:license"),
            ("note", "skos:note"),
        )
        if (held := subject.optional(term)) is not None
    }
    subject.nothing_left()
    if title is None or kind is None:
        return None
    return Source(id=subject.identifier, title=title.text, type=kind.text, authors=authors, **fields)


def _relation(subject: Subject, statements: Statements, used: set[str]) -> tuple[Relation | None, bool]:
    reader = subject.reader
    subject.take("toc:holdsFrom", "toc:holdsTo")
    for value in subject.take("rdf:type"):
        if f"<{value.text}>" not in (reader.terms.iri("toc:Claim"), reader.terms.iri("rdf:Statement")):
            subject.problem("foreign-term", f"a claim of the type {value.text}")
    ends = [subject.one(f"rdf:{end}", "half-claim") for end in ("subject", "predicate", "object")]
    standing = subject.one("toc:standing", "half-claim")
    identifier = subject.one("dcterms:identifier", "half-claim")
    since, until = subject.date("since"), subject.date("until")
    note = subject.text("skos:note")
    rule = subject.optional("toc:derivedBy")
    premises = subject.take("prov:wasDerivedFrom", "toc:provenBy")
    qualifiers: dict[str, str | Text] = {}
    for predicate in sorted(subject.left):
        if predicate in reader.qualifiers:
            qualifiers[reader.qualifiers[predicate]] = subject.qualifier(predicate, statements)
    cite = _citations(subject, statements, used)
    written = subject.date("value") if _takes(reader, ends[1]) == "date" else subject.plain("toc:value")
    subject.nothing_left()
    if None in ends or standing is None or identifier is None:
        return None, False
    assert ends[0] and ends[1] and ends[2]
    relation_type = reader.relations.get(ends[1].text)
    if relation_type is None:
        subject.problem("foreign-term", f"no relation type of the schema: {ends[1].text}")
        return None, False
    if standing.text not in reader.standings:
        subject.problem("foreign-term", f"no standing: {standing.text}")
        return None, False
    subject.described(ends[0], statements)
    literal = reader.terms.relations[relation_type].value is not None
    if literal == ends[2].address:
        subject.problem("half-claim", "an entity stands where a value belongs, or a value where an entity belongs")
        return None, False
    if not literal:
        subject.described(ends[2], statements)
    if rule is None and not cite:
        subject.problem("half-claim", "the claim has neither a citation nor a rule")
    if rule is not None and (cite or not premises):
        subject.problem("half-claim", "a derived claim has premises and no citations")
    local = reader.terms.names.local
    relation = Relation(
        subject=local(ends[0].text),
        relation=relation_type,
        object=None if literal else local(ends[2].text),
        value=(written or ends[2].text) if literal else None,
        since=since,
        until=until,
        qualifiers=qualifiers,
        standing=reader.standings[standing.text],
        note=note,
        cite=cite,
    )
    subject.end = ends[2]
    if relation.id != identifier.text and relation.value:
        # Some tools write a whole number of the type xsd:decimal as 192.0; the id tells how it was written before.
        whole = relation.model_copy(update={"value": relation.value.removesuffix(".0")})
        relation = whole if whole.id == identifier.text else relation
    if relation.id != identifier.text or relation.id != subject.identifier:
        subject.problem("wrong-id", f"the claim says what has the id {relation.id}", "was it changed by hand?")
    return relation, rule is not None


def _takes(reader: Reader, predicate: Value | None) -> str:
    kind = reader.relations.get(predicate.text) if predicate else None
    return (reader.terms.relations[kind].value or "") if kind else ""


def _citations(subject: Subject, statements: Statements, used: set[str]) -> list[Citation]:
    """The citations in their order, each whole, and of the sources that the claim names."""
    named = {value.text for value in subject.take("prov:hadPrimarySource")}
    found: list[tuple[int, Citation]] = []
    cited = set()
    for value in subject.take("prov:qualifiedPrimarySource"):
        number = value.text.rpartition("#cite-")[2]
        properties = statements.get(value.text)
        if not value.text.startswith(f"{subject.iri}#cite-") or not number.isdigit() or properties is None:
            subject.problem("half-claim", f"the citation {value.text} is not described, or not the claim's own")
            continue
        used.add(value.text)
        place = Subject(subject.reader, value.text, properties)
        place.take("rdf:type")
        source, at = place.one("prov:entity", "half-claim"), place.one("toc:at", "half-claim")
        finds = sorted(word.text for word in place.take("toc:finds"))
        place.nothing_left()
        if source and at:
            place.described(source, statements)
            cited.add(source.text)
            name = subject.reader.terms.names.local(source.text)
            found.append((int(number), Citation(source=name, at=at.text, finds=finds)))
    if named != cited:
        subject.problem("half-claim", "prov:hadPrimarySource and the citations name different sources")
    return [citation for _, citation in sorted(found, key=lambda pair: pair[0])]
