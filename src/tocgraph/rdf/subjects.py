"""One subject of an RDF file: its properties are taken one by one, and whatever is left over is foreign."""

from __future__ import annotations

from pathlib import Path

from tocgraph.dates import parse_date
from tocgraph.errors import Problem
from tocgraph.model import STANDINGS, Relation, Schema, Text
from tocgraph.rdf.statements import Lines, Statements, Value
from tocgraph.rdf.terms import Terms
from tocgraph.vocabulary import TRANSLATION


class Reader:
    """What the addresses of a schema stand for, and where problems go."""

    def __init__(self, schema: Schema, path: Path, lines: Lines, problems: list[Problem]) -> None:
        self.terms = Terms(schema)
        self._path = path
        self._lines = lines
        self._problems = problems
        names = self.terms.names
        self.types = {names.entity_type(t.id): t.id for t in schema.entity_types}
        self.relations = {names.relation(r.id): r.id for r in schema.relation_types}
        self.qualifiers = {names.qualifier(q.id): q.id for q in schema.qualifiers}
        self.standings = {names.standing(s): s for s in STANDINGS}
        self.relation_terms = {iri[1:-1] for line in self.terms.predicates.values() for iri in line}

    def report(self, iri: str, rule: str, message: str, hint: str = "") -> None:
        """A problem at a subject."""
        line = self._lines.of(iri) if iri else 1
        self._problems.append(Problem(str(self._path), line, 1, "error", rule, message, hint))

    def vocabulary(self, iri: str) -> bool:
        """Whether it belongs to the schema or describes the data set: the schema in use decides, not the file."""
        names = self.terms.names
        spaces = (names.prefixes["toc"], names.prefixes["q"], names.prefixes["rule"], f"{names.base}dataset#")
        return iri.startswith(spaces) or iri == f"{names.base}dataset"

    def plain_triples(self, relation: Relation, value: Value) -> set[tuple[str, str, Value]]:
        """The triples as which a claim stands when it is taken as fact."""
        subject = self.terms.names.entity(relation.subject)
        predicates = [iri[1:-1] for iri in self.terms.predicates[relation.relation]]
        found = {(subject, predicate, value) for predicate in predicates}
        if "symmetric" in self.terms.relations[relation.relation].flags:
            found |= {(value.text, predicate, Value(subject, True)) for predicate in predicates}
        return found


class Subject:
    """A subject; `left` are the properties that nobody has taken yet, `end` the object of a claim."""

    def __init__(self, reader: Reader, iri: str, properties: dict[str, list[Value]]) -> None:
        self.reader = reader
        self.iri = iri
        self.left = dict(properties)
        self.identifier = reader.terms.names.local(iri)
        self.end = Value("")

    def problem(self, rule: str, message: str, hint: str = "") -> None:
        """A problem of this subject."""
        self.reader.report(self.iri, rule, f"{self.iri}: {message}", hint)

    def object_value(self) -> Value:
        """The object of a claim, as the file has it."""
        return self.end

    def take(self, *terms: str) -> list[Value]:
        """The objects of those properties, which are prefixed names."""
        return [value for term in terms for value in self.left.pop(self.reader.terms.iri(term)[1:-1], [])]

    def optional(self, term: str) -> Value | None:
        """The only object of a property; a second one is a problem."""
        found = self.take(term)
        if len(found) > 1:
            self.problem("half-claim" if "/claim/" in self.iri else "foreign-term", f"{term} has {len(found)} values")
        return found[0] if found else None

    def one(self, term: str, rule: str) -> Value | None:
        """The object of a property that must be there once."""
        found = self.take(term)
        if len(found) != 1:
            self.problem(rule, f"{term} has {len(found)} values" if found else f"{term} is missing")
        return found[0] if len(found) == 1 else None

    def plain(self, term: str) -> str | None:
        """The text of an optional property."""
        value = self.optional(term)
        return value.text if value else None

    def id_matches(self) -> None:
        """dcterms:identifier is what the address says."""
        value = self.one("dcterms:identifier", "half-entity")
        if value and value.text != self.identifier:
            self.problem("wrong-id", f"dcterms:identifier is {value.text!r}")

    def by_language(self, term: str) -> Text:
        """Texts by language, of which each has one."""
        found: Text = {}
        for value in self.take(term):
            if not value.language or value.language in found:
                self.problem("foreign-term", f"{term} without a language, or twice in one: {value.text!r}")
            found[value.language] = value.text
        return dict(sorted(found.items()))

    def text(self, term: str) -> str | Text:
        """A text that the data write without a language when it is English alone; "" when there is none."""
        found = self.by_language(term)
        return found["en"] if set(found) == {"en"} else found or ""

    def date(self, name: str) -> str | None:
        """A partial date, which must agree with its first and last day."""
        text = self.optional(f"toc:{name}")
        days = [self.optional(f"toc:{name}{end}") for end in ("Earliest", "Latest")]
        if text is None:
            if any(days):
                self.problem("half-claim", f"toc:{name} is missing beside its first and last day")
            return None
        try:
            day = parse_date(text.text)
        except ValueError as error:
            self.problem("half-claim", f"toc:{name}: {error}")
            return None
        if [value.text if value else "" for value in days] != [day.earliest, day.latest]:
            self.problem("half-claim", f"toc:{name}Earliest and toc:{name}Latest are not the days of {day.text}")
        return text.text

    def qualifier(self, predicate: str, statements: Statements) -> str | Text:
        """The content of a qualifier: an entity, a text, or a text for each language."""
        values = self.left.pop(predicate)
        if len(values) == 1 and values[0].address:
            self.described(values[0], statements)
            return self.reader.terms.names.local(values[0].text)
        if len(values) == 1 and not values[0].language:
            return values[0].text
        found = {value.language: value.text for value in values}
        if "" in found or len(found) != len(values):
            self.problem("half-claim", f"{predicate} has several values that are no translations of each other")
        return dict(sorted(found.items()))

    def described(self, value: Value, statements: Statements) -> None:
        """What is named is described in the file as well."""
        if value.text == self.reader.terms.names.origin(TRANSLATION):
            return
        if not value.address or value.text not in statements:
            self.problem("half-claim", f"{value.text} is named and not described")

    def nothing_left(self) -> None:
        """Properties that nobody took are foreign."""
        for predicate in sorted(self.left):
            self.problem("foreign-term", f"a property that is not of this vocabulary: {predicate}")
