"""What a file is, and how it is read: N-Quads and N-Triples (RDF 1.1), and FollowTheMoney entities as JSON lines."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import pyoxigraph

from tocgraph.errors import TocgraphError
from tocgraph.foreign.common import Known, Sheet, digest_of
from tocgraph.foreign.ftm import read_ftm
from tocgraph.foreign.own import OwnReader, OwnTerms
from tocgraph.foreign.settling import settle
from tocgraph.foreign.spool import Fact, Link, Spool

_QUADS = re.compile(rb"\s*(<|_:|#)")
_SIZE = 5000


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The bytes of a file, unpacked where it is gzip."""
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
        file.seek(0)
        yield gzip.GzipFile(fileobj=file) if packed else file  # type: ignore[misc]


def kind_of(path: Path) -> str:
    """`quads` or `ftm`, by the first line that is not empty; "" for anything else.

    Raises:
        TocgraphError: the file cannot be read.
    """
    try:
        with opened(path) as lines:
            first = next((line for line in iter(lambda: lines.readline(1 << 20), b"") if line.strip()), b"")
    except (OSError, EOFError) as error:
        raise TocgraphError(f"cannot read {path}: {error}", "check the file") from error
    if _QUADS.match(first.removeprefix(b"\xef\xbb\xbf")):
        return "quads"
    try:
        record = json.loads(first)
    except ValueError:
        return ""
    return "ftm" if isinstance(record, dict) and "schema" in record and "properties" in record else ""


def lay_file(store: pyoxigraph.Store, terms: OwnTerms, known: Known, spool: Spool, path: Path) -> None:
    """Reads one file into the store and the spool.

    Raises:
        TocgraphError: it is of no known kind, damaged, or clashes with what lies below it.
    """
    kind = kind_of(path)
    if not kind:
        hint = "lay over a folder, N-Quads, N-Triples, or FollowTheMoney entities as JSON lines"
        raise TocgraphError(f"{path} is neither N-Quads nor FollowTheMoney JSON", hint)
    taken = {*known.sources, *(sheet.source for sheet in spool.sheets)}
    digest = digest_of(path)
    try:
        if kind == "ftm":
            sheet = Sheet.of(path, digest, "FollowTheMoney entities", taken)
            spool.sheets.append(sheet)
            with opened(path) as lines:
                read_ftm(lines, known, spool, sheet, path)
        else:
            sheet = Sheet.of(path, digest, "RDF statements", taken)
            spool.sheets.append(sheet)
            reader = OwnReader(terms, known, spool, sheet, path)
            with opened(path) as lines:
                store.bulk_extend(_quads(lines, reader, terms, known, spool, sheet))
            reader.finish(store)
    except SyntaxError as error:
        raise TocgraphError(f"{path}:{error.lineno or 1}: not N-Quads: {error.msg}", "check the file") from error
    except (OSError, EOFError) as error:
        raise TocgraphError(f"cannot read {path}: {error}", "check the file and the disk") from error
    settle(store, known, spool, sheet)


def _quads(
    lines: IO[bytes], reader: OwnReader, terms: OwnTerms, known: Known, spool: Spool, sheet: Sheet
) -> Iterator[Any]:
    """The quads that go into the store, in its default graph; what foreign things say goes into the spool."""
    foreign = _Foreign(terms, known, sheet)
    node, quad = pyoxigraph.NamedNode, pyoxigraph.Quad
    base, left = terms.base, sheet.left
    own = 0
    for found in pyoxigraph.parse(lines, format=pyoxigraph.RdfFormat.N_QUADS):
        subject = found.subject
        if not isinstance(subject, node):
            left["blank node", ""] += 1
            continue
        address = subject.value
        if address.startswith(base):
            if reader.take(address, found):
                own += 1
                yield quad(subject, found.predicate, found.object)
        else:
            foreign.take(address, found)
            if len(foreign.facts) >= _SIZE or len(foreign.links) >= _SIZE:
                foreign.flush(spool)
    foreign.flush(spool)
    sheet.counts["own"] = own


class _Foreign:
    """Takes the statements whose subject has an address of somebody else."""

    def __init__(self, terms: OwnTerms, known: Known, sheet: Sheet) -> None:
        self.sheet = sheet
        self.facts: list[Fact] = []
        self.links: list[Link] = []
        self.terms, self.table = terms, known.mapping.rdf
        declared = {t.id for t in known.schema.entity_types}
        self.types = {iri: name for iri, name in self.table.types.items() if name in declared} | terms.types
        self.kinds = {
            iri: kind
            for kind, iris in (
                ("description", self.table.descriptions),
                ("alias", self.table.aliases),
                ("label", self.table.labels),
            )
            for iri in iris
        }
        self.bounds = {iri: known.bound(relations) for iri, relations in self.table.dates.items()}
        self.same = set(self.table.same)
        self.wikidata = terms.names.prefixes["wd"]

    def take(self, address: str, quad: Any) -> None:
        """Makes facts and links of one statement, or counts it as left."""
        predicate, value = _modern(quad.predicate.value), quad.object
        text = value.value if not isinstance(value, pyoxigraph.BlankNode) else ""
        literal = isinstance(value, pyoxigraph.Literal)
        if predicate == self.terms.type or (predicate in self.terms.kinds and not literal):
            kind = self.types.get(_modern(text))
            if kind is None:
                self.sheet.left["class", text] += 1
            else:
                self.facts.append((address, "type", "", kind))
        elif predicate in self.kinds and literal:
            self.facts.append((address, self.kinds[predicate], value.language or "", text))
        elif predicate in self.same and text.startswith(self.wikidata):
            self.facts.append((address, "identifier", "wikidata", text[len(self.wikidata) :]))
        elif predicate in self.table.identifiers:
            self.facts.append((address, "identifier", self.table.identifiers[predicate], text))
        elif predicate in self.table.dates:
            self._link(address, self.table.dates[predicate], "", text)
            if self.bounds[predicate]:
                self.facts.append((address, self.bounds[predicate], "", text))
        elif predicate in self.table.links and not literal and text:
            self._link(address, self.table.links[predicate], text, "")
        elif predicate in self.terms.relations:
            self._link(address, [self.terms.relations[predicate].id], "" if literal else text, text if literal else "")
        else:
            self.sheet.left["property", predicate] += 1

    def _link(self, address: str, relations: list[str], target: str, value: str) -> None:
        self.links.append((address, " ".join(relations), target, value, "", "", "{}", address))

    def flush(self, spool: Spool) -> None:
        """Hands what is gathered to the spool."""
        spool.facts(self.facts)
        spool.links(self.links)
        self.facts.clear()
        self.links.clear()


def _modern(address: str) -> str:
    """The terms of schema.org under https, as its own pages give them."""
    return f"https{address[4:]}" if address.startswith("http://schema.org/") else address
