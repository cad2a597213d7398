"""What can be told of files in our own vocabulary only when all of them are in the store."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pyoxigraph

from tocgraph.dates import parse_date
from tocgraph.foreign.common import Known, shortened
from tocgraph.foreign.findings import MOST, Findings
from tocgraph.foreign.own import OwnTerms, comparable
from tocgraph.model import STANDINGS, RelationType
from tocgraph.text import nearest

if TYPE_CHECKING:
    from tocgraph.foreign.spool import Spool

_SIZE = 5000
_UNCITED = f"""SELECT ?claim WHERE {{
  ?claim a toc:Claim .
  FILTER NOT EXISTS {{ ?claim prov:hadPrimarySource ?source }}
  FILTER NOT EXISTS {{ ?claim toc:derivedBy ?rule }}
}} LIMIT {MOST}"""
_REVERSED = f"""SELECT ?claim ?first ?last WHERE {{
  ?claim toc:untilLatest ?last ; toc:sinceEarliest ?first FILTER(?first > ?last)
}} LIMIT {MOST}"""
_WHOLE = """SELECT ?claim ?subject ?predicate ?object ?standing WHERE {
  ?claim rdf:predicate ?predicate ; rdf:subject ?subject ; rdf:object ?object ; toc:standing ?standing .
}"""
_PARTS = ("rdf:subject", "rdf:predicate", "rdf:object", "toc:standing")
_LACKING = "SELECT ?claim WHERE {{ ?claim a toc:Claim FILTER NOT EXISTS {{ ?claim {part} ?x }} }} LIMIT {most}"
_REPEATED = "SELECT DISTINCT ?claim WHERE {{ ?claim {part} ?x , ?y FILTER(!sameTerm(?x, ?y)) }} LIMIT {most}"
_UNTYPED = f"SELECT ?claim WHERE {{ ?claim rdf:subject ?x FILTER NOT EXISTS {{ ?claim a toc:Claim }} }} LIMIT {MOST}"


def check_own(store: pyoxigraph.Store, known: Known, spool: Spool, terms: OwnTerms) -> None:
    """Makes entities of what is said of things with addresses of ours, and tells what is wrong or incomplete."""
    _Checking(store, known, spool, terms).run()


class _Checking:
    def __init__(self, store: pyoxigraph.Store, known: Known, spool: Spool, terms: OwnTerms) -> None:
        self.store, self.known, self.spool, self.terms = store, known, spool, terms
        self.database = spool.database
        self.findings: Findings = spool.findings
        self._admits: dict[tuple[str, str, str], bool] = {}

    def run(self) -> None:
        """All checks, in an order in which each can rely on those before."""
        self._entities()
        self._ends()
        if any(sheet.counts["parts"] for sheet in self.spool.sheets) or self._plain():
            self._claims()
            self._plain_triples()

    def _asked(self, query: str) -> Iterator[Any]:
        prefixes = {name: self.terms.names.prefixes[name] for name in ("rdf", "toc", "prov")}
        yield from self.store.query(query, prefixes=prefixes)  # type: ignore[misc]

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
                told = f"the entity {identifier!r} has {', '.join(types) or 'no type'}"
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

    def _ends(self) -> None:
        """What claims are about is known."""
        ends = "SELECT DISTINCT id FROM said WHERE id NOT IN (SELECT id FROM entity)"
        for (identifier,) in self.database.execute(ends):
            if identifier not in self.known.types:
                if self.findings.known("unknown-id", identifier):
                    self.findings.add("unknown-id", identifier, "")
                    continue
                near = nearest(identifier, self.known.types, 1, 85)
                hint = f"did you mean {near[0]!r}?" if near else "add it to the file, with a toc:type and a label"
                needle = self.terms.names.entity(identifier)
                self.findings.add("unknown-id", identifier, f"no entity {identifier!r}", hint, needle=needle)

    def _claims(self) -> None:
        """Claims are whole, cite a source, and end after they begin."""
        if any(sheet.counts["uneven"] for sheet in self.spool.sheets):
            for part in _PARTS:
                for query, told in ((_LACKING, "has no"), (_REPEATED, "has more than one")):
                    for row in self._asked(query.format(part=part, most=MOST)):
                        self._claim(row, "half-claim", f"{told} {part}", "a claim has one of it")
            for row in self._asked(_UNTYPED):
                self._claim(row, "half-claim", "is no toc:Claim", "give it the class toc:Claim")
        for row in self._asked(_UNCITED):
            hint = "give it a prov:hadPrimarySource, as `tocgraph export nquads` writes it"
            self._claim(row, "missing-citation", "cites no source", hint)
        for row in self._asked(_REVERSED):
            if not self._below(row):
                self._claim(row, "since-after-until", "ends before it begins", "mend toc:since or toc:until")

    def _below(self, row: Any) -> bool:
        return self.terms.names.local(row["claim"].value) in self.known.claims

    def _claim(self, row: Any, rule: str, told: str, hint: str) -> None:
        claim = row["claim"].value
        name = self.terms.names.local(claim)
        self.findings.add(rule, f"{name} {told}", f"the claim {name!r} {told}", hint, needle=claim)

    def _plain(self) -> int:
        return int(self.database.execute("SELECT COUNT(*) FROM plain").fetchone()[0])

    def _plain_triples(self) -> None:
        """Every plain triple stands for a claim; on the way, each claim has ends that its relation type takes."""
        held: list[tuple[int]] = []
        self.database.execute("CREATE TABLE entailed (triple INTEGER)")
        for row in self._asked(_WHOLE):
            relation = self.terms.relations.get(row["predicate"].value)
            if relation is None:
                continue
            subject, value = row["subject"].value, row["object"]
            if not self._below(row):
                self._fits(row, relation, subject, value)
            if row["standing"].value in self._taken_as_fact:
                for predicate in self.terms.entailed[relation.id]:
                    held.append((hash((subject, predicate, comparable(value))),))
                    if relation.id in self.terms.symmetric:
                        held.append((hash((getattr(value, "value", ""), predicate, f"<{subject}>")),))
            if len(held) >= _SIZE:
                self.database.executemany("INSERT INTO entailed VALUES (?)", held)
                held.clear()
        self.database.executemany("INSERT INTO entailed VALUES (?)", held)
        alone = (
            "SELECT sheet, MIN(line), COUNT(*) FROM plain WHERE triple NOT IN (SELECT triple FROM entailed) GROUP BY 1"
        )
        for sheet, line, count in self.database.execute(alone).fetchall():
            told = "a plain triple that no claim stands behind, so that nothing tells who says so"
            hint = "write it as a claim that cites a source, as `tocgraph export nquads` does"
            self.spool.sheets[sheet - 1].findings.add("plain-triple", "", told, hint, line, count=count)

    @property
    def _taken_as_fact(self) -> tuple[str, ...]:
        return tuple(self.terms.names.standing(standing) for standing in STANDINGS[:2])

    def _fits(self, row: Any, relation: RelationType, subject: str, value: Any) -> None:
        """The ends of a claim have types that its relation type takes, or its value the declared datatype."""
        literal = isinstance(value, pyoxigraph.Literal)
        if literal != (relation.value is not None):
            needed = f"a {relation.value}" if relation.value else "an entity"
            told = f"has {shortened(str(value))} where {relation.id!r} takes {needed}"
            self._claim(row, "object-or-value", told, "compare it with the schema")
            return
        if literal and relation.value == "date":
            try:
                parse_date(value.value)
            except ValueError as error:
                self._claim(row, "bad-date", f"has a value that is no date: {error}", "")
        local = self.terms.names.local
        for address, end, allowed in (
            (subject, "subject", relation.subjects),
            ("" if literal else value.value, "object", relation.objects),
        ):
            kind = self._type(local(address)) if address else ""
            if kind and not self._admitted(relation.id, end, kind, tuple(allowed)):
                told = f"has a {kind} as its {end}, and {relation.id!r} takes {', '.join(allowed)}"
                self._claim(row, "wrong-end-type", told, "choose another relation type, or mend the type of the entity")

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
