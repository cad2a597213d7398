"""N-Quads in our own vocabulary: they go into the store as they are, and their names into the spool."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

import pyoxigraph

from tocgraph.dates import parse_date
from tocgraph.foreign.common import Known, Sheet, shortened
from tocgraph.model import STANDINGS, Schema
from tocgraph.rdf.terms import Terms
from tocgraph.text import nearest
from tocgraph.vocabulary import Vocabulary

if TYPE_CHECKING:
    from tocgraph.foreign.spool import Spool
_SIZE = 5000


class OwnTerms:
    """The addresses of our vocabulary, by what they mean."""

    def __init__(self, schema: Schema) -> None:
        self.names = names = Vocabulary(schema.base)
        self.base = schema.base
        self.id, self.claim, self.source = (names.prefixes[p] for p in ("id", "claim", "source"))
        self.types = {names.entity_type(t.id): t.id for t in schema.entity_types}
        self.relations = {names.relation(r.id): r for r in schema.relation_types}
        toc, skos = names.prefixes["toc"], names.prefixes["skos"]
        self.kinds = {
            f"{toc}type": "type",
            f"{skos}prefLabel": "label",
            f"{skos}altLabel": "alias",
            f"{skos}definition": "description",
        }
        self.identifier = f"{toc}identifier-"
        self.title = names.prefixes["dcterms"] + "title"
        self.primary = names.prefixes["prov"] + "hadPrimarySource"
        self.derived = f"{toc}derivedBy"
        rdf = names.prefixes["rdf"]
        self.type, self.subject, self.predicate, self.object = (
            f"{rdf}{name}" for name in ("type", "subject", "predicate", "object")
        )
        dcterms, prov = names.prefixes["dcterms"], names.prefixes["prov"]
        self.defining = {f"{toc}type", f"{skos}prefLabel", f"{dcterms}identifier"}
        self.kind = f"{toc}Claim"
        writer = Terms(schema)
        self.entailed = {r: [iri[1:-1] for iri in iris] for r, iris in writer.predicates.items()}
        """The properties of the plain triples of a relation type: its own, broader ones, and outside terms."""
        self.symmetric = {r.id for r in schema.relation_types if "symmetric" in r.flags}
        self.plain = {iri for iris in self.entailed.values() for iri in iris}
        self.standing = f"{toc}standing"
        self.decimal = pyoxigraph.NamedNode(names.prefixes["xsd"] + "decimal")
        self.whole = (self.type, self.subject, self.predicate, self.object, self.standing)
        """Every claim has one of each."""
        self.bounds = (f"{toc}sinceEarliest", f"{toc}untilLatest")
        self.parts = {*self.whole, *self.bounds, self.primary, self.derived}
        """What is read of a claim when it is whole."""
        self.standings = {names.standing(s) for s in STANDINGS}
        self.dates = {f"{toc}since", f"{toc}until"}
        self.qualifier = names.prefixes["q"]
        self.qualifiers = {names.qualifier(q.id) for q in schema.qualifiers}
        days = [f"{toc}{n}{end}" for n in ("since", "until", "value") for end in ("", "Earliest", "Latest")]
        cited = [f"{toc}at", f"{toc}finds", f"{prov}entity", f"{prov}hadPrimarySource", f"{prov}qualifiedPrimarySource"]
        proof = [self.derived, f"{toc}provenBy", f"{prov}wasDerivedFrom", f"{toc}holdsFrom", f"{toc}holdsTo"]
        self.of_claims = {
            self.type, self.subject, self.predicate, self.object, self.standing, f"{dcterms}identifier", f"{skos}note",
            *days, *cited, *proof,
        }  # fmt: skip
        self.of_entities = {
            self.type, *self.kinds, *self.defining, *self.plain, f"{skos}inScheme", f"{skos}exactMatch",
            f"{toc}existsFrom", f"{toc}existsTo",
        }  # fmt: skip
        self.open = (self.identifier, f"{toc}labelSource-")
        """How properties begin whose ends are free."""


def comparable(value: Any) -> str:
    """An object in one spelling: a store may give a number back in another one, 1.50 as 1.5."""
    if isinstance(value, pyoxigraph.Literal) and value.datatype.value.endswith(("#decimal", "#integer", "#double")):
        with suppress(InvalidOperation):
            return f"{Decimal(value.value).normalize():f}"
    return str(value)


class OwnReader:
    """Takes the quads whose subject has an address of ours; says which of them go into the store."""

    def __init__(self, terms: OwnTerms, known: Known, spool: Spool, sheet: Sheet) -> None:
        self.terms, self.known, self.spool, self.sheet = terms, known, spool, sheet
        self.findings = sheet.findings
        self.rows: list[tuple[str, str, str, str]] = []
        self.plain: list[tuple[int, int, int]] = []
        self.below: list[tuple[int, pyoxigraph.Quad]] = []
        self.parts: list[tuple[str, str, str, str, int, int]] = []
        self.cited: dict[str, int] = {}

    def take(self, address: str, quad: Any, line: int) -> bool:
        """Whether the quad goes into the store; what lies below already says the same, or is a clash."""
        terms = self.terms
        if address.startswith(terms.claim):
            return self._claim(address[len(terms.claim) :].partition("#")[0], quad, line)
        if address.startswith(terms.id):
            return self._entity(terms.names.local(address), quad, line)
        if address.startswith(terms.source):
            identifier = terms.names.local(address)
            if identifier in self.known.sources:
                self.below.append((line, quad))
                return False
            if quad.predicate.value == terms.title:
                self.spool.source(identifier, quad.object.value)
            return True
        # The vocabulary and the description of the data set: those of the data below hold.
        return False

    def _entity(self, identifier: str, quad: Any, line: int) -> bool:
        predicate = quad.predicate.value
        value = quad.object
        if predicate in self.terms.plain:
            self.plain.append((len(self.spool.sheets), line, hash((quad.subject.value, predicate, comparable(value)))))
            if len(self.plain) >= _SIZE:
                self.flush()
        elif predicate not in self.terms.of_entities and not predicate.startswith(self.terms.open):
            self._untold(predicate, identifier, value, line, self.terms.of_entities)
        if identifier in self.known.types:
            if predicate in self.terms.defining:
                self.below.append((line, quad))
                return False
            return True
        kind = self.terms.kinds.get(predicate, "")
        if kind == "type":
            self.sheet.counts["entities"] += 1
            found = self.terms.types.get(value.value, "?")
            if found == "?":
                self._unknown("entity type", value.value, line, self.terms.types)
            self.rows.append((identifier, kind, "", found))
        elif kind:
            self.rows.append((identifier, kind, value.language or "und", value.value))
        elif predicate.startswith(self.terms.identifier):
            self.rows.append((identifier, "identifier", predicate[len(self.terms.identifier) :], value.value))
        if len(self.rows) >= _SIZE:
            self.flush()
        return True

    def _claim(self, identifier: str, quad: Any, line: int) -> bool:
        if identifier in self.known.claims:
            self.below.append((line, quad))
            return False
        predicate, value = quad.predicate.value, quad.object
        terms = self.terms
        if predicate in terms.parts:
            if predicate != terms.type or value.value == terms.kind:
                row = (identifier, predicate, comparable(value), value.value, len(self.spool.sheets), line)
                self.parts.append(row)
                if len(self.parts) >= _SIZE:
                    self.flush()
            if predicate == terms.predicate and value.value not in terms.relations:
                self._unknown("relation type", value.value, line, terms.relations)
            elif predicate == terms.standing and value.value not in terms.standings:
                self._unknown("standing", value.value, line, terms.standings)
            elif predicate == terms.primary:
                self.cited.setdefault(terms.names.local(value.value), line)
        elif predicate in terms.dates:
            self._date(value.value, line)
        elif predicate.startswith(terms.qualifier):
            if predicate not in terms.qualifiers:
                self._unknown("qualifier", predicate, line, terms.qualifiers)
        elif predicate not in terms.of_claims:
            self._untold(predicate, identifier, value, line, terms.of_claims)
        return True

    def _date(self, text: str, line: int) -> None:
        try:
            parse_date(text)
        except ValueError as error:
            self.findings.add("bad-date", text, str(error), line=line)

    def _unknown(self, kind: str, address: str, line: int, known: Iterable[str]) -> None:
        """What has to be declared in the schema, and is not."""
        rule = f"unknown-{kind.replace(' ', '-')}"
        if self.findings.known(rule, address):
            self.findings.add(rule, address, "")
            return
        near = nearest(address, known, 1, 85)
        hint = f"did you mean {near[0]!r}?" if near else "declare it in a schema.yaml"
        self.findings.add(rule, address, f"no {kind} has the address {address!r}", hint, line)

    def _untold(self, predicate: str, identifier: str, value: Any, line: int, known: Iterable[str]) -> None:
        """A property that nothing here reads: it stays in the store, for SPARQL."""
        if self.findings.known("unknown-property", predicate):
            self.findings.add("unknown-property", predicate, "")
            return
        near = nearest(predicate, known, 1, 90)
        hint = f"did you mean {near[0]!r}?" if near else "only SPARQL will find what it says"
        told = f"the property {predicate} is not of this vocabulary, such as {shortened(str(value))} of {identifier}"
        self.findings.add("unknown-property", predicate, told, hint, line)

    def flush(self) -> None:
        """Hands what is gathered to the spool."""
        self.spool.own(self.rows)
        self.spool.plain(self.plain)
        self.spool.parts(self.parts)
        self.rows.clear()
        self.plain.clear()
        self.parts.clear()

    def finish(self, store: pyoxigraph.Store) -> None:
        """Looks for what changes what lies below the file, and for sources that nobody describes."""
        self.flush()
        for line, quad in self.below:
            subject, predicate, value = quad.subject, quad.predicate, quad.object
            if pyoxigraph.Quad(subject, predicate, value) not in store:
                name = self.terms.names.local(str(subject).strip("<>"))
                told = f"{name!r} is in the data already, and is described anew"
                self.findings.add(
                    "repeated-id", name, told, "an overlay adds to what is there: give it another id", line
                )
        here = dict(self.spool.database.execute("SELECT id, title FROM source").fetchall())
        for source, line in self.cited.items():
            if source not in self.known.sources and source not in here:
                near = nearest(source, [*self.known.sources, *here], 1, 85)
                hint = f"did you mean {near[0]!r}?" if near else "add it to the file, with a dcterms:title"
                self.findings.add("unknown-source", source, f"no source {source!r}", hint, line)
