"""What can be told of files in our own vocabulary only when all of them are read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import pyoxigraph

from tocgraph.dates import parse_date
from tocgraph.foreign.common import Known, shortened
from tocgraph.foreign.findings import Findings
from tocgraph.foreign.own import OwnTerms, comparable
from tocgraph.graph import KnowledgeGraph
from tocgraph.model import STANDINGS, Relation, RelationType
from tocgraph.text import nearest

if TYPE_CHECKING:
    from tocgraph.foreign.spool import Spool

_SIZE = 5000
_ALONE = """
SELECT sheet, MIN(line), COUNT(*) FROM plain WHERE triple NOT IN (SELECT triple FROM entailed) GROUP BY sheet
"""


class Part(NamedTuple):
    """One statement of a claim: the object in one spelling and as plain text, the number of the file and the line."""

    value: str
    text: str
    sheet: int
    line: int


Parts = dict[str, list[Part]]
"""The statements of a claim by property."""


def check_own(graph: KnowledgeGraph, known: Known, spool: Spool, terms: OwnTerms) -> None:
    """Makes entities of what is said of things with addresses of ours, and tells what is wrong or incomplete."""
    _Checking(graph, known, spool, terms).run()


class _Checking:
    def __init__(self, graph: KnowledgeGraph, known: Known, spool: Spool, terms: OwnTerms) -> None:
        self.graph = graph
        self.known, self.spool, self.terms = known, spool, terms
        self.database = spool.database
        self.findings: Findings = spool.findings
        self._admits: dict[tuple[str, str, str], bool] = {}
        self._taken_as_fact = {terms.names.standing(standing) for standing in STANDINGS[:2]}

    def run(self) -> None:
        """All checks, in an order in which each can rely on those before."""
        self._entities()
        self._claims()
        self._ends()
        self._plain_triples()

    def _entities(self) -> None:
        rows: list[tuple[str, ...]] = []
        for identifier, facts in self.spool.grouped("own"):
            types = sorted({value for kind, _, value in facts if kind == "type"})
            label = {language: value for kind, language, value in facts if kind == "label"}
            needle = self.terms.names.entity(identifier)
            if not label:
                told = f"the entity {identifier!r} has no label"
                self.findings.add("missing-label", identifier, told, "give it a skos:prefLabel", needle=needle)
            if len(types) != 1:
                told = f"the entity {identifier!r} has {' and '.join(types) or 'no type'}"
                hint = "give it one toc:type of the schema, that of its narrowest type"
                self.findings.add("unknown-entity-type", identifier, told, hint, needle=needle)
            aliases: dict[str, list[str]] = {}
            for kind, language, value in facts:
                if kind == "alias":
                    aliases.setdefault(language, []).append(value)
            about, codes = ({o: v for k, o, v in facts if k == kind} for kind in ("description", "identifier"))
            dumped = (json.dumps(text, ensure_ascii=False) for text in (label, aliases, about, codes))
            rows.append((identifier, types[0] if types else "?", *dumped))
            if len(rows) >= _SIZE:
                self._keep(rows)
        self._keep(rows)

    def _keep(self, rows: list[tuple[str, ...]]) -> None:
        self.database.executemany("INSERT OR IGNORE INTO entity VALUES (?, ?, ?, ?, ?, ?)", rows)
        rows.clear()

    def _claims(self) -> None:
        """Each claim is whole, cites a source, and has ends that its relation type takes."""
        self.database.execute("CREATE TABLE entailed (triple INTEGER)")
        entailed: list[tuple[int]] = []
        said: list[tuple[str]] = []
        for claim, parts in self._grouped():
            self._judged(claim, parts)
            ends = [part for kind in (self.terms.subject, self.terms.object) for part in parts.get(kind, ())]
            local = (self.terms.names.local(part.text) for part in ends if part.value.startswith(f"<{self.terms.id}"))
            said += [(end,) for end in local]
            entailed += self._entailed(parts)
            if len(said) >= _SIZE or len(entailed) >= _SIZE:
                self._keep_claims(said, entailed)
        self._keep_claims(said, entailed)

    def _keep_claims(self, said: list[tuple[str]], entailed: list[tuple[int]]) -> None:
        self.spool.said(said)
        self.database.executemany("INSERT INTO entailed VALUES (?)", entailed)
        said.clear()
        entailed.clear()

    def _grouped(self) -> Iterator[tuple[str, Parts]]:
        rows = self.spool.database.execute(
            "SELECT claim, kind, value, text, sheet, line FROM part ORDER BY claim, line"
        )
        for claim, group in groupby(rows, key=lambda row: row[0]):
            parts: Parts = {}
            for _, kind, *rest in group:
                parts.setdefault(kind, []).append(Part(*rest))
            yield claim, parts

    def _judged(self, claim: str, parts: Parts) -> None:
        terms = self.terms
        place = min((part for held in parts.values() for part in held), key=lambda part: (part.sheet, part.line))
        counts = self.spool.sheets[place.sheet - 1].counts
        counts["derived" if terms.derived in parts else "claims"] += 1
        for kind in terms.whole:
            found = {part.value for part in parts.get(kind, ())}
            name = f"rdf:{kind.partition('#')[2]}" if kind != terms.standing else "toc:standing"
            if not found and kind == terms.type:
                self._told(place, claim, "half-claim", "is no toc:Claim", "give it the class toc:Claim")
            elif len(found) != 1:
                lacks = f"has {'more than one' if found else 'no'} {name}"
                self._told(place, claim, "half-claim", lacks, "a claim has one of it")
        if terms.primary not in parts and terms.derived not in parts:
            hint = "give it a prov:hadPrimarySource, as `tocgraph export nquads` writes it"
            self._told(place, claim, "missing-citation", "cites no source", hint)
        first, last = (parts.get(bound, [None])[0] for bound in terms.bounds)
        if first is not None and last is not None and first.text > last.text:
            self._told(last, claim, "since-after-until", "ends before it begins", "mend toc:since or toc:until")
        whole = self._triple(parts)
        if whole is not None:
            self._fits(claim, whole[0], whole[1], whole[2])

    def _triple(self, parts: Parts) -> tuple[RelationType, Part, Part] | None:
        """The relation type, subject and object of a claim; None while one of them is missing or unknown."""
        subject, predicate, value = (
            parts.get(k) for k in (self.terms.subject, self.terms.predicate, self.terms.object)
        )
        relation = self.terms.relations.get(predicate[0].text) if predicate else None
        return (relation, subject[0], value[0]) if relation and subject and value else None

    def _told(self, place: Part, claim: str, rule: str, told: str, hint: str) -> None:
        findings = self.spool.sheets[place.sheet - 1].findings
        findings.add(rule, f"{claim} {told}", f"the claim {claim!r} {told}", hint, place.line)

    def _fits(self, claim: str, relation: RelationType, subject: Part, value: Part) -> None:
        """The ends of a claim have types that its relation type takes, or its value the declared datatype."""
        literal = not value.value.startswith("<")
        if literal != (relation.value is not None):
            needed = f"a {relation.value}" if relation.value else "an entity"
            told = f"has {shortened(value.value)} where {relation.id!r} takes {needed}"
            self._told(value, claim, "object-or-value", told, "compare it with the schema")
            return
        if literal and relation.value == "date":
            try:
                parse_date(value.text)
            except ValueError as error:
                self._told(value, claim, "bad-date", f"has a value that is no date: {error}", "")
        ends = [(subject, "subject", relation.subjects)] + ([] if literal else [(value, "object", relation.objects)])
        for part, end, allowed in ends:
            kind = self._type(self.terms.names.local(part.text))
            if kind and not self._admitted(relation.id, end, kind, tuple(allowed)):
                told = f"has a {kind} as its {end}, and {relation.id!r} takes {', '.join(allowed)}"
                self._told(part, claim, "wrong-end-type", told, "choose another relation type, or mend the entity's")

    def _admitted(self, relation: str, end: str, kind: str, allowed: tuple[str, ...]) -> bool:
        found = self._admits.get((relation, end, kind))
        if found is None:
            found = not set(allowed).isdisjoint(self.known.schema.ancestors(kind))
            self._admits[relation, end, kind] = found
        return found

    def _type(self, identifier: str) -> str:
        """The type of an entity of the data or of a file; "" when it has none that is known."""
        found = self.known.types.get(identifier)
        return self._laid(identifier) if found is None else found

    @lru_cache(maxsize=10_000)  # noqa: B019 - the object lives as long as one check
    def _laid(self, identifier: str) -> str:
        row = self.database.execute("SELECT type FROM entity WHERE id = ?", (identifier,)).fetchone()
        return row[0] if row is not None and row[0] != "?" else ""

    def _entailed(self, parts: Parts) -> Iterator[tuple[int]]:
        """The hashes of the plain triples as which a claim stands when it is taken as fact."""
        whole = self._triple(parts)
        if whole is None or self._taken_as_fact.isdisjoint(part.text for part in parts.get(self.terms.standing, ())):
            return
        relation, subject, value = whole
        for triple in self._plain(relation.id, subject.text, value.value):
            yield (triple,)

    def _plain(self, relation: str, subject: str, value: str) -> Iterator[int]:
        """The hashes of the plain triples of a claim, its object in one spelling."""
        for predicate in self.terms.entailed[relation]:
            yield hash((subject, predicate, value))
            if relation in self.terms.symmetric:
                yield hash((value[1:-1], predicate, f"<{subject}>"))

    def _value(self, relation: Relation) -> str:
        """The object of a claim of the data as `comparable` spells it."""
        if relation.object is not None:
            return f"<{self.terms.names.entity(relation.object)}>"
        number = self.terms.decimal if self.known.schema.relations[relation.relation].value == "number" else None
        return comparable(pyoxigraph.Literal(relation.value or "", datatype=number))

    def _ends(self) -> None:
        """What claims are about is known."""
        ends = "SELECT DISTINCT id FROM said WHERE id NOT IN (SELECT id FROM entity)"
        for (identifier,) in self.database.execute(ends):
            if identifier in self.known.types:
                continue
            if self.findings.known("unknown-id", identifier):
                self.findings.add("unknown-id", identifier, "")
                continue
            near = nearest(identifier, self.known.types, 1, 85)
            hint = f"did you mean {near[0]!r}?" if near else "add it to the file, with a toc:type and a label"
            needle = self.terms.names.entity(identifier)
            self.findings.add("unknown-id", identifier, f"no entity {identifier!r}", hint, needle=needle)

    def _plain_triples(self) -> None:
        """Every plain triple stands for a claim, of the files or of the data."""
        if not self.database.execute("SELECT 1 FROM plain LIMIT 1").fetchone():
            return
        entity = self.terms.names.entity
        below = (
            (relation.relation, entity(relation.subject), self._value(relation))
            for relation in self.graph.relations
            if relation.standing in STANDINGS[:2]
        )
        hashes = ((triple,) for claim in below for triple in self._plain(*claim))
        self.database.executemany("INSERT INTO entailed VALUES (?)", hashes)
        for sheet, line, count in self.database.execute(_ALONE).fetchall():
            told = "a plain triple that no claim stands behind, so that nothing tells who says so"
            hint = "write it as a claim that cites a source, as `tocgraph export nquads` does"
            self.spool.sheets[sheet - 1].findings.add("plain-triple", "", told, hint, line, count=count)
