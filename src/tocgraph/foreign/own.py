"""N-Quads in our own vocabulary: they go into the store as they are, and their names into the spool."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph

from tocgraph.errors import TocgraphError
from tocgraph.foreign.common import Known, Sheet
from tocgraph.model import Schema
from tocgraph.vocabulary import Vocabulary

if TYPE_CHECKING:
    from tocgraph.foreign.spool import Spool

_MOST = 5
"""Examples named in one message."""

_UNCITED = """SELECT ?claim WHERE {
  ?claim a toc:Claim .
  FILTER NOT EXISTS { ?claim prov:hadPrimarySource ?source }
  FILTER NOT EXISTS { ?claim toc:derivedBy ?rule }
} LIMIT 5"""


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
        self.defining = {f"{toc}type", f"{skos}prefLabel", names.prefixes["dcterms"] + "identifier"}


class OwnReader:
    """Takes the quads whose subject has an address of ours; says which of them go into the store."""

    def __init__(self, terms: OwnTerms, known: Known, spool: Spool, sheet: Sheet, path: Path) -> None:
        self.terms, self.known, self.spool, self.sheet, self.path = terms, known, spool, sheet, path
        self.rows: list[tuple[str, str, str, str]] = []
        self.said: list[tuple[str]] = []
        self.below: list[pyoxigraph.Quad] = []
        self.cited: Counter[str] = Counter()
        self.unknown: Counter[str] = Counter()

    def take(self, address: str, quad: Any) -> bool:
        """Whether the quad goes into the store; what lies below already says the same, or is a clash."""
        terms = self.terms
        if address.startswith(terms.claim):
            return self._claim(address[len(terms.claim) :].partition("#")[0], quad)
        if address.startswith(terms.id):
            return self._entity(terms.names.local(address), quad)
        if address.startswith(terms.source):
            identifier = terms.names.local(address)
            if identifier in self.known.sources:
                self.below.append(quad)
                return False
            if quad.predicate.value == terms.title:
                self.spool.source(identifier, quad.object.value)
            return True
        # The vocabulary and the description of the data set: those of the data below hold.
        return False

    def _entity(self, identifier: str, quad: Any) -> bool:
        predicate = quad.predicate.value
        if identifier in self.known.types:
            if predicate in self.terms.defining:
                self.below.append(quad)
                return False
            return True
        kind = self.terms.kinds.get(predicate, "")
        value = quad.object
        if kind == "type":
            self.sheet.counts["entities"] += 1
            self.rows.append((identifier, kind, "", self.terms.types.get(value.value, f"?{value.value}")))
        elif kind:
            self.rows.append((identifier, kind, value.language or "und", value.value))
        elif predicate.startswith(self.terms.identifier):
            self.rows.append((identifier, "identifier", predicate[len(self.terms.identifier) :], value.value))
        if len(self.rows) >= 5000:
            self.flush()
        return True

    def _claim(self, identifier: str, quad: Any) -> bool:
        if identifier in self.known.claims:
            self.below.append(quad)
            return False
        predicate = quad.predicate.value
        terms = self.terms
        if predicate == terms.subject or predicate == terms.object:
            self.sheet.counts["claims"] += predicate == terms.subject
            if isinstance(quad.object, pyoxigraph.NamedNode) and quad.object.value.startswith(terms.id):
                self.said.append((terms.names.local(quad.object.value),))
                if len(self.said) >= 5000:
                    self.flush()
        elif predicate == terms.predicate:
            if quad.object.value not in terms.relations:
                self.unknown[quad.object.value] += 1
        elif predicate == terms.primary:
            self.cited[terms.names.local(quad.object.value)] += 1
        elif predicate == terms.derived:
            self.sheet.counts["derived"] += 1
        return True

    def flush(self) -> None:
        """Hands what is gathered to the spool."""
        self.spool.own(self.rows)
        self.spool.said(self.said)
        self.rows.clear()
        self.said.clear()

    def finish(self, store: pyoxigraph.Store) -> None:
        """Refuses a file that changes what lies below it, or uses types that the schema lacks.

        Raises:
            TocgraphError: so it is; the message names the first lines.
        """
        self.flush()
        self.sheet.counts["claims"] -= self.sheet.counts["derived"]
        clashes: dict[str, None] = {}
        for quad in self.below:
            subject, predicate, value = quad.subject, quad.predicate, quad.object
            if pyoxigraph.Quad(subject, predicate, value) not in store:
                clashes[str(subject).strip("<>")] = None
        if clashes:
            message = f"{self._place(next(iter(clashes)))}: {len(clashes)} things of the data are described anew"
            names = ", ".join(self.terms.names.local(address) for address in list(clashes)[:_MOST])
            raise TocgraphError(f"{message}: {names}", "an overlay adds to what is there: give them other ids")
        if self.unknown:
            address = next(iter(self.unknown))
            message = f"{self._place(address)}: {len(self.unknown)} relation types that the schema does not have"
            raise TocgraphError(f"{message}: {', '.join(list(self.unknown)[:_MOST])}", "declare them in a schema.yaml")
        here = dict(self.spool.database.execute("SELECT id, title FROM source").fetchall())
        lacking = [source for source in self.cited if source not in self.known.sources and source not in here]
        if lacking:
            message = f"{self._place(self.terms.names.source(lacking[0]))}: claims cite unknown sources"
            raise TocgraphError(f"{message}: {', '.join(lacking[:_MOST])}", "add them to the file")

    def _place(self, address: str) -> str:
        from tocgraph.foreign.reading import opened

        with opened(self.path) as lines:
            for number, line in enumerate(lines, 1):
                if f"<{address}>".encode() in line:
                    return f"{self.path}:{number}"
        return str(self.path)


def check_own(store: pyoxigraph.Store, known: Known, spool: Spool) -> None:
    """Makes entities of what is said of things with addresses of ours, and refuses what is incomplete.

    Raises:
        TocgraphError: something has no type or no label, or a claim has an unknown end or no source.
    """
    database = spool.database
    rows: list[tuple[str, str, str, str, str, str]] = []
    for identifier, facts in spool.grouped("own"):
        types = sorted({value for kind, _, value in facts if kind == "type"})
        label = {language: value for kind, language, value in facts if kind == "label"}
        if len(types) != 1 or types[0].startswith("?") or not label:
            lacks = "no label" if not label else "no type" if not types else f"the type {', '.join(types).lstrip('?')}"
            hint = "give it one toc:type of the schema, and a skos:prefLabel"
            raise TocgraphError(f"the entity {identifier!r} of a file that is laid over has {lacks}", hint)
        aliases: dict[str, list[str]] = {}
        for kind, language, value in facts:
            if kind == "alias":
                aliases.setdefault(language, []).append(value)
        texts = (label, aliases, *({o: v for k, o, v in facts if k == kind} for kind in ("description", "identifier")))
        rows.append((identifier, types[0], *(json.dumps(text, ensure_ascii=False) for text in texts)))  # type: ignore[arg-type]
        if len(rows) >= 5000:
            database.executemany("INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?)", rows)
            rows.clear()
    database.executemany("INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?)", rows)
    ends = "SELECT DISTINCT id FROM said WHERE id NOT IN (SELECT id FROM entity)"
    unknown = [row[0] for row in database.execute(ends) if row[0] not in known.types]
    if unknown:
        message = f"claims of a file that is laid over are about unknown things: {', '.join(unknown[:_MOST])}"
        raise TocgraphError(message, "add them to the file, with a type and a label")
    if any(sheet.counts["own"] for sheet in spool.sheets):
        prefixes = Vocabulary(known.schema.base).prefixes
        found: Any = store.query(_UNCITED, prefixes={name: prefixes[name] for name in ("toc", "prov")})
        if uncited := [row["claim"].value for row in found]:
            message = f"claims of a file that is laid over cite no source: {', '.join(uncited)}"
            raise TocgraphError(message, "give each a prov:hadPrimarySource, as `tocgraph export nquads` writes it")
