"""What foreign things say, grouped and joined in the spool -> entities and claims of ours, stored and named.

A foreign thing is one of ours only by an identifier that both have (`common.IDENTIFYING`), never by its name.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import Any

import pyoxigraph

from tocgraph.dates import parse_date
from tocgraph.foreign.common import IDENTIFYING, Claim, Known, Sheet, date_of, named, shortened
from tocgraph.foreign.spool import Spool
from tocgraph.model import Citation, Entity, Source
from tocgraph.rdf.records import Writer
from tocgraph.vocabulary import Vocabulary

_SAFE = re.compile(r'https?://[^\s<>"{}|\\^`]+')
_CITED = 5
"""Citations kept of a claim that many records of one file make."""

_CLAIMS = """
SELECT a.id, a.type, link.relations, b.id, b.type, link.value, link.since, link.until, link.qualifiers, link.place,
    max(a.first, coalesce(b.first, '')), a.last, coalesce(b.last, '')
FROM link JOIN known AS a ON a.key = link.subject LEFT JOIN known AS b ON b.key = link.object
WHERE (link.object = '' OR b.key IS NOT NULL)
ORDER BY a.id, link.relations, b.id, link.value, link.since, link.until, link.qualifiers, link.rowid
"""

_LOOSE = """
SELECT subject, CASE object WHEN '' THEN value ELSE object END, place FROM link
WHERE subject NOT IN (SELECT key FROM known) OR (object != '' AND object NOT IN (SELECT key FROM known)) LIMIT 1
"""


class _Lines(io.RawIOBase):
    """Lines of text as a file that a parser can read, so that they are never held together."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self._rest:
            held: list[str] = []
            size = 0
            for line in self._lines:
                held.append(line)
                size += len(line)
                if size > 1 << 18:
                    break
            self._rest = "".join(held).encode()
        given = self._rest[: len(buffer)]
        self._rest = self._rest[len(given) :]
        buffer[: len(given)] = given
        return len(given)


def load_lines(store: pyoxigraph.Store, lines: Iterator[str]) -> None:
    """Loads lines of N-Triples as they are made."""
    stream = io.BufferedReader(_Lines(lines), 1 << 20)
    store.bulk_load(stream, pyoxigraph.RdfFormat.N_TRIPLES)


def settle(store: pyoxigraph.Store, known: Known, spool: Spool, sheet: Sheet) -> None:
    """Makes entities and claims of what one file said of foreign things, and empties the spool of it."""
    database = spool.database
    if not database.execute("SELECT 1 FROM fact UNION ALL SELECT 1 FROM link LIMIT 1").fetchone():
        return
    names = Vocabulary(known.schema.base)
    below = ((f"{names.entity(i)}", i, kind, "", "") for i, kind in known.types.items())
    codes = ((key, i, known.types[i], "", "") for key, i in known.codes.items())
    database.executemany(
        "INSERT OR IGNORE INTO known VALUES (?, ?, ?, ?, ?)", (row for r in (below, codes) for row in r)
    )
    work = _Settling(known, spool, sheet)
    for lines in (work.entities(), work.claims()):
        load_lines(store, lines)
    if sheet.counts["cited"]:
        text = "".join(work.source()).encode()
        store.bulk_load(text, pyoxigraph.RdfFormat.N_TRIPLES)
        spool.source(sheet.source, sheet.title)
    database.execute("DELETE FROM fact")
    database.execute("DELETE FROM link")


class _Settling:
    def __init__(self, known: Known, spool: Spool, sheet: Sheet) -> None:
        self.known, self.spool, self.sheet = known, spool, sheet
        self.writer = Writer(known.schema)
        self.flags = {r.id: set(r.flags) for r in known.schema.relation_types}
        self.depth = {t.id: len(list(known.schema.ancestors(t.id))) for t in known.schema.entity_types}

    def source(self) -> Iterator[str]:
        """The source that stands for the file."""
        sheet = self.sheet
        return self.writer.source(Source.model_construct(id=sheet.source, title=sheet.title, type="data-set"))

    def entities(self) -> Iterator[str]:
        """The triples of the things that have a type and a name; their rows go into the spool."""
        database = self.spool.database
        known_rows: list[tuple[str, ...]] = []
        entity_rows: list[tuple[str, ...]] = []
        for key, facts in self.spool.grouped():
            entity = self._entity(key, facts)
            if entity is None:
                continue
            bounds = _bounds(facts)
            known_rows.append((key, entity.id, entity.type, *bounds))
            if entity.id not in self.known.types:
                texts = (entity.label, entity.aliases, {"en": entity.description} if entity.description else {})
                dumped = (json.dumps(text, ensure_ascii=False) for text in (*texts, entity.identifiers))
                entity_rows.append((entity.id, entity.type, *dumped))
                self.sheet.counts["entities"] += 1
                yield from self.writer.entity(entity)
                address = f"<{self.writer.names.entity(entity.id)}>"
                if _SAFE.fullmatch(key):
                    yield f"{address} {self.writer.iri('skos:exactMatch')} <{key}> .\n"
                yield from self.writer.span(address, "exists", bounds)
            if len(known_rows) >= 5000:
                self._keep(database, known_rows, entity_rows)
        self._keep(database, known_rows, entity_rows)

    def _keep(self, database: Any, known: list[tuple[str, ...]], entities: list[tuple[str, ...]]) -> None:
        database.executemany("INSERT OR IGNORE INTO known VALUES (?, ?, ?, ?, ?)", known)
        database.executemany("INSERT OR IGNORE INTO entity VALUES (?, ?, ?, ?, ?, ?)", entities)
        known.clear()
        entities.clear()

    def _entity(self, key: str, facts: list[tuple[str, str, str]]) -> Entity | None:
        identifiers: dict[str, str] = {}
        for kind, scheme, value in facts:
            if kind == "identifier":
                identifiers.setdefault(scheme, value)
        if key.startswith(self.writer.names.prefixes["wd"]):
            identifiers.setdefault("wikidata", key[len(self.writer.names.prefixes["wd"]) :])
        for scheme in IDENTIFYING:
            ours = self.known.codes.get(f"{scheme}:{identifiers.get(scheme, '')}")
            if ours:
                self.sheet.counts["identified"] += 1
                return Entity.model_construct(id=ours, type=self.known.types[ours])
        types = {value for kind, _, value in facts if kind == "type"}
        labels, aliases = named(
            [(code, text) for wanted in ("label", "alias") for kind, code, text in facts if kind == wanted and text]
        )
        if not types or not labels:
            lacks = "thing without a known type" if not types else "thing without a name"
            self.sheet.leave(lacks, "", shortened(key), key=key)
            return None
        chosen = max(types, key=lambda t: (self.depth[t], t))
        about = next((text for kind, _, text in facts if kind == "description"), "")
        identifiers.setdefault("foreign", key)
        return Entity.model_construct(
            id=self.sheet.entity(key), type=chosen, label=labels, aliases=aliases, description=about,
            identifiers=identifiers, label_from={},
        )  # fmt: skip

    def claims(self) -> Iterator[str]:
        """The triples of the claims whose ends are known and fit."""
        database, sheet = self.spool.database, self.sheet
        total = database.execute("SELECT COUNT(*) FROM link").fetchone()[0]
        found = 0
        before: Claim | None = None
        days = ("", "")
        for row in database.execute(_CLAIMS):
            found += 1
            claim = self._claim(row)
            if claim is None:
                continue
            if before is not None and claim.key == before.key:
                if len(before.cite) < _CITED and claim.cite[0] not in before.cite:
                    before.cite.append(claim.cite[0])
                continue
            if before is not None:
                yield from self._written(before, days)
            before, days = claim, self._days(claim, *row[10:])
        if before is not None:
            yield from self._written(before, days)
        if total > found:
            subject, target, place = database.execute(_LOOSE).fetchone()
            sheet.leave(
                "claim about something that is not taken", "", f"{shortened(subject)} and {shortened(target)}",
                key=place, count=total - found,
            )  # fmt: skip

    def _claim(self, row: tuple[Any, ...]) -> Claim | None:
        subject, kind, relations, target, target_kind, value, since, until, qualifiers, place = row[:10]
        for name in relations.split():
            relation, turned = name.lstrip("-"), name.startswith("-")
            declared = self.known.schema.relations.get(relation)
            if declared is None:
                continue
            said = {q: text for q, text in json.loads(qualifiers).items() if q in self.writer.qualifiers}
            cite = [Citation.model_construct(source=self.sheet.source, at=f"record {place}", finds=[])]
            common: Any = {"since": since or None, "until": until or None, "qualifiers": said, "cite": cite}
            ancestors = self.known.schema.ancestors
            if target is None:
                date = date_of(value) if declared.value == "date" else value
                if declared.value is None or not date or set(declared.subjects).isdisjoint(ancestors(kind)):
                    continue
                return Claim.model_construct(subject=subject, relation=relation, value=date, **common)
            ends = [(subject, kind), (target, target_kind)]
            if turned or ("symmetric" in self.flags[relation] and target < subject):
                ends.reverse()
            if self.known.admits(relation, ends[0][1], ends[1][1]) and subject != target:
                return Claim.model_construct(subject=ends[0][0], relation=relation, object=ends[1][0], **common)
        example = f"{subject} ({kind}) and {f'{target} ({target_kind})' if target else shortened(value)}"
        self.sheet.leave("claim whose ends or value do not fit", relations, example, key=place)
        return None

    def _days(self, claim: Claim, first: str, last: str, other: str) -> tuple[str, str]:
        since = parse_date(claim.since).earliest if claim.since else ""
        until = [parse_date(claim.until).latest] if claim.until else []
        ends = [] if "lasting" in self.flags[claim.relation] else [last, other]
        return max(since, first), min(filter(None, (*until, *ends)), default="")

    def _written(self, claim: Claim, days: tuple[str, str]) -> Iterator[str]:
        self.sheet.counts["claims"] += 1
        self.sheet.counts["cited"] += 1
        ends = [(claim.subject,)] + ([(claim.object,)] if claim.object else [])
        self.spool.said(ends)
        yield from self.writer.relation(claim)
        yield from self.writer.span(f"<{self.writer.names.claim(claim.id)}>", "holds", days)


def _bounds(facts: list[tuple[str, str, str]]) -> tuple[str, str]:
    """The first and last day on which a thing can have existed; "" for a bound that nothing says."""
    begun = [parse_date(date).earliest for kind, _, text in facts if kind == "begin" and (date := date_of(text))]
    ended = [parse_date(date).latest for kind, _, text in facts if kind == "end" and (date := date_of(text))]
    return min(begun, default=""), max(ended, default="")
