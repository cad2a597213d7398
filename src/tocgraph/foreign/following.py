"""Rules of the schema over claims of files: only those that can fire a rule are read back from the store.

A file may have millions of claims, of which the rules ask for few. Those whose relation type and ends meet a premise
are kept on disk; of these only those stay whose ends the other premises can share, by what is stated and by what might
follow. The rules then run over the rest and over the claims of the data, as they do when a folder is compiled. What
followed from the data alone stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import pyoxigraph

from tocgraph.foreign.settling import load_lines
from tocgraph.foreign.spool import Spool
from tocgraph.graph import KnowledgeGraph, period_within
from tocgraph.inference import CONTESTED, derive
from tocgraph.model import Dataset, Derivation, Entity, InferenceRule, Pattern, Relation, claim_id
from tocgraph.rdf import resting_on
from tocgraph.rdf.records import Writer
from tocgraph.vocabulary import Vocabulary

LIMIT = 200_000
"""How many claims of files the rules are applied to: each takes some kilobytes of memory."""

_SIZE = 400
_FOLLOWS = Derivation.model_construct(rule="", premises=[])
_ENDS = ("subject", "filler")
_TABLES = """
CREATE TEMP TABLE met (premise INTEGER, claim TEXT, subject TEXT, filler TEXT);
CREATE TEMP TABLE domain (relation TEXT, side TEXT, value TEXT, PRIMARY KEY (relation, side, value)) WITHOUT ROWID;
"""
_CARRY = "INSERT OR IGNORE INTO domain SELECT ?, ?, value FROM domain WHERE relation = ? AND side = ?"


class Row(NamedTuple):
    """A claim of the store: its id, relation type, subject, object or = and the value, and standing."""

    claim: str
    relation: str
    subject: str
    filler: str
    standing: str


def follow(store: pyoxigraph.Store, graph: KnowledgeGraph, spool: Spool, notify: Callable[[str], None]) -> None:
    """Adds to the store what follows once the claims of files are there; beyond LIMIT a finding tells that it did not.

    What follows is what would follow from the same claims in a folder, except that nothing of what follows from the
    data alone is taken back or put better.
    """
    if not graph.schema.rules or not spool.sheets:
        return
    work = _Following(store, graph, spool)
    claims = work.that_can_fire()
    if len(claims) > LIMIT:
        told = f"more than {LIMIT:,} claims of files could fire a rule: nothing is derived from the files"
        hint = "lay over what the rules ask for in files of its own, or as a folder"
        spool.findings.add("rules-not-applied", "", told, hint)
        spool.sheets[-1].leave("claims to which the rules of the schema were not applied", "", "", count=len(claims))
    elif claims:
        notify("applying the rules of the schema")
        work.write(work.derived(claims))


class _Following:
    def __init__(self, store: pyoxigraph.Store, graph: KnowledgeGraph, spool: Spool) -> None:
        self.store, self.graph, self.schema, self.spool = store, graph, graph.schema, spool
        self.database = spool.database
        self.names = Vocabulary(graph.schema.base)
        self.premises: list[tuple[InferenceRule, Pattern]] = [
            (rule, pattern) for rule in self.schema.rules for pattern in rule.premises if pattern.relation
        ]
        self.kinds = {t.id: frozenset(self.schema.ancestors(t.id)) for t in self.schema.entity_types}

    def that_can_fire(self) -> list[str]:
        """The ids of the claims of files that can be a premise, at most one more than LIMIT."""
        database = self.database
        database.executescript(_TABLES)
        rows: list[tuple[Any, ...]] = []
        for row in self._claims({pattern.relation for _, pattern in self.premises}):
            if row.standing not in CONTESTED:
                rows += self._met(row)
            if len(rows) >= 5000:
                self._keep(rows)
        self._keep(rows)
        if not database.execute("SELECT 1 FROM met LIMIT 1").fetchone():
            return []
        self._domains()
        for number, (rule, pattern) in enumerate(self.premises):
            for _, other in (p for p in self.premises if p[0] is rule and p[1] is not pattern):
                for mine, theirs in _shared(pattern, other):
                    database.execute(
                        f"DELETE FROM met WHERE premise = ? AND {mine} NOT IN "  # noqa: S608 - one of _ENDS
                        "(SELECT value FROM domain WHERE relation = ? AND side = ?)",
                        (number, other.relation, theirs),
                    )
        found = database.execute("SELECT DISTINCT claim FROM met ORDER BY claim LIMIT ?", (LIMIT + 1,))
        return [claim for (claim,) in found]

    def _keep(self, rows: list[tuple[Any, ...]]) -> None:
        self.database.executemany("INSERT INTO met VALUES (?, ?, ?, ?)", rows)
        rows.clear()

    def _claims(self, relations: Iterable[str]) -> Iterator[Row]:
        """The claims of files of those relation types and of narrower ones, as the store gives them."""
        wanted = set(relations)
        types = [r for r in self.schema.relations if not wanted.isdisjoint(self.schema.relation_line(r))]
        named = {self.names.relation(r): r for r in types}
        listed = " ".join(f"<{address}>" for address in named)
        found: Any = self.store.query(
            f"SELECT ?c ?p ?s ?o ?t WHERE {{ VALUES ?p {{ {listed} }} ?c rdf:predicate ?p ; rdf:subject ?s ; "
            "rdf:object ?o ; toc:standing ?t }",
            prefixes={name: self.names.prefixes[name] for name in ("rdf", "toc")},
        )
        local, claims = self.names.local, self.graph.claims
        for row in found:
            claim = local(row["c"].value)
            if claim not in claims:
                filler, standing = row["o"], row["t"].value.rpartition("-")[2]
                text = f"={filler.value}" if isinstance(filler, pyoxigraph.Literal) else local(filler.value)
                yield Row(claim, named[row["p"].value], local(row["s"].value), text, standing)

    def _met(self, row: Row) -> Iterator[tuple[Any, ...]]:
        """The premises that a claim meets by itself: relation type, named ends, and the types of its ends."""
        line = set(self.schema.relation_line(row.relation))
        for number, (rule, pattern) in enumerate(self.premises):
            if pattern.relation in line:
                for subject, filler in self._views(row.relation, row.subject, row.filler):
                    if self._fits(rule, pattern.subject, subject) and self._fits(rule, _filler(pattern), filler):
                        yield number, row.claim, subject, filler

    def _views(self, relation: str, subject: str, filler: str) -> list[tuple[str, str]]:
        both = "symmetric" in self.schema.relations[relation].flags
        return [(subject, filler), (filler, subject)] if both else [(subject, filler)]

    def _fits(self, rule: InferenceRule, term: str, found: str) -> bool:
        if not term.removeprefix("=").startswith("?"):
            return term == found
        wanted = [p.type for p in rule.premises if p.type and p.of == term]
        return not wanted or all(kind in self.kinds.get(self._type(found), ()) for kind in wanted)

    def _type(self, identifier: str) -> str:
        entity = self.graph.entities.get(identifier)
        if entity is not None:
            return entity.type
        row = self.database.execute("SELECT type FROM entity WHERE id = ?", (identifier,)).fetchone()
        return str(row[0]) if row else ""

    def _domains(self) -> None:
        """What may stand at either end of a premise: what is stated there, and what conclusions can carry there."""
        database = self.database
        insert = "INSERT OR IGNORE INTO domain "
        for relation in self.graph.relations:
            for kind in self.schema.relation_line(relation.relation):
                for view in self._views(relation.relation, relation.subject, relation.key[2]):
                    rows = [(kind, side, value) for side, value in zip(_ENDS, view, strict=True)]
                    database.executemany(f"{insert} VALUES (?, ?, ?)", rows)
        for number, (_, pattern) in enumerate(self.premises):
            for side in _ENDS:
                found = f"SELECT ?, ?, {side} FROM met WHERE premise = ?"  # noqa: S608 - one of _ENDS
                database.execute(f"{insert} {found}", (pattern.relation, side, number))
        carried = [step for rule in self.schema.rules for step in self._carried(rule)]
        before = -1
        while (size := database.execute("SELECT COUNT(*) FROM domain").fetchone()[0]) != before:
            before = size
            for to, of in carried:
                database.execute(_CARRY, (*to, *of))

    def _carried(self, rule: InferenceRule) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
        """To which relation and end a conclusion carries values, and from which premise and end."""
        then = rule.conclusion
        for relation in self.schema.relation_line(then.relation):
            for sides in self._views(then.relation, *_ENDS):
                for side, term in zip(sides, (then.subject, _filler(then)), strict=True):
                    for pattern in (p for p in rule.premises if p.relation):
                        for mine, name in zip(_ENDS, (pattern.subject, _filler(pattern)), strict=True):
                            if name == term:
                                yield (relation, side), (pattern.relation, mine)

    def derived(self, claims: list[str]) -> list[Relation]:
        """What follows and is not there yet, with the ids that its premises have in the store."""
        laid = {relation.key: (claim, relation) for claim, relation in self._read(claims)}
        """Claims of files; those that follow in a file already are no premises, as they follow again."""
        concluded = {rule.conclusion.relation for rule in self.schema.rules}
        while True:
            known = [*self.graph.stated, *(relation for _, relation in laid.values() if relation.derived is None)]
            ends = {end for r in known for end in (r.subject, r.object) if end and end not in self.graph.entities}
            entities = [Entity.model_construct(id=end, type=self._type(end)) for end in sorted(ends)]
            everything = [*self.graph.entities.values(), *(e for e in entities if e.type)]
            found = derive(
                Dataset.model_construct(schema_=self.schema, entities=everything, relations=known, sources=[])
            )
            fresh = [r for r in found if r.id not in self.graph.claims and r.key not in laid]
            # A claim of a file that says the same, or denies it, counts though it fires no rule.
            said = {frozenset((r.subject, r.object or r.value or "")) for r in fresh}
            beside = [
                row.claim
                for row in self._claims(concluded)
                if frozenset((row.subject, row.filler.removeprefix("="))) in said
            ]
            size = len(laid)
            laid.update((relation.key, (claim, relation)) for claim, relation in self._read(beside))
            if len(laid) == size:
                break
        given = {claim_id(key): claim for key, (claim, _) in laid.items()}
        return [r.model_copy(update={"derived": _renamed(r.derived, given)}) for r in fresh if r.derived is not None]

    def _read(self, claims: list[str]) -> Iterator[tuple[str, Relation]]:
        """The claims of those ids as relations, without their citations."""
        prefixes, local = self.names.prefixes, self.names.local
        qualifiers = {self.names.qualifier(q.id): q.id for q in self.schema.qualifiers}
        relations = {self.names.relation(r): r for r in self.schema.relations}
        for start in range(0, len(claims), _SIZE):
            listed = " ".join(f"<{self.names.claim(claim)}>" for claim in claims[start : start + _SIZE])
            rows: Any = self.store.query(f"SELECT ?c ?p ?o WHERE {{ VALUES ?c {{ {listed} }} ?c ?p ?o }}")
            rdf, toc = prefixes["rdf"], prefixes["toc"]
            said: dict[str, dict[str, Any]] = {}
            told: dict[str, dict[str, Any]] = {}
            for row in rows:
                said.setdefault(row["c"].value, {}).setdefault(row["p"].value, row["o"])
                if row["p"].value in qualifiers:
                    _add(told.setdefault(row["c"].value, {}), qualifiers[row["p"].value], row["o"], local)
            for claim, found in said.items():
                literal = isinstance(found[f"{rdf}object"], pyoxigraph.Literal)
                text = found.get(f"{toc}value", found[f"{rdf}object"]).value
                dates = {name: found[f"{toc}{name}"].value for name in ("since", "until") if f"{toc}{name}" in found}
                yield (
                    local(claim),
                    Relation.model_construct(
                        subject=local(found[f"{rdf}subject"].value),
                        relation=relations[found[f"{rdf}predicate"].value],
                        object=None if literal else local(text),
                        value=text if literal else None,
                        standing=found[f"{toc}standing"].value.rpartition("-")[2],
                        qualifiers=told.get(claim, {}),
                        derived=_FOLLOWS if f"{toc}derivedBy" in found else None,
                        **dates,
                    ),
                )

    def write(self, relations: list[Relation]) -> None:
        """Puts derived claims into the store; they count as those of the file that is laid on top."""
        writer = Writer(self.schema)
        behind = resting_on([*self.graph.derived, *relations])
        ends = sorted({end for r in relations for end in (r.subject, r.object) if end})
        lives = dict(self._lives(ends))

        def lines() -> Iterator[str]:
            for relation in relations:
                yield from writer.relation(relation, behind[relation.id])
                lasting = "lasting" in self.schema.relations[relation.relation].flags
                days = period_within(relation, lives, lasting)
                yield from writer.span(f"<{self.names.claim(relation.id)}>", "holds", days)

        load_lines(self.store, lines())
        self.spool.sheets[-1].counts["derived"] += len(relations)

    def _lives(self, ends: list[str]) -> Iterator[tuple[str, tuple[str, str]]]:
        toc = self.names.prefixes["toc"]
        for start in range(0, len(ends), _SIZE):
            listed = " ".join(f"<{self.names.entity(end)}>" for end in ends[start : start + _SIZE])
            rows: Any = self.store.query(
                f"SELECT ?e ?from ?to WHERE {{ VALUES ?e {{ {listed} }} "
                f"OPTIONAL {{ ?e <{toc}existsFrom> ?from }} OPTIONAL {{ ?e <{toc}existsTo> ?to }} }}"
            )
            for row in rows:
                bounds = (row["from"], row["to"])
                first, last = ("" if bound is None else bound.value for bound in bounds)
                yield self.names.local(row["e"].value), (first, last)


def _filler(pattern: Pattern) -> str:
    """The object of a pattern, or = and the value."""
    return pattern.object if pattern.object is not None else f"={pattern.value}"


def _shared(pattern: Pattern, other: Pattern) -> Iterator[tuple[str, str]]:
    """The ends that two premises share: of the one and of the other."""
    for mine, name in zip(_ENDS, (pattern.subject, _filler(pattern)), strict=True):
        for theirs, again in zip(_ENDS, (other.subject, _filler(other)), strict=True):
            if name == again and name.removeprefix("=").startswith("?"):
                yield mine, theirs


def _add(told: dict[str, Any], qualifier: str, value: Any, local: Callable[[str], str]) -> None:
    """Takes the content of a qualifier: a text by language where it has one."""
    if getattr(value, "language", None):
        told.setdefault(qualifier, {})[value.language] = value.value
    else:
        told[qualifier] = local(value.value)


def _renamed(derived: Derivation, given: dict[str, str]) -> Derivation:
    return Derivation.model_construct(rule=derived.rule, premises=[given.get(p, p) for p in derived.premises])
