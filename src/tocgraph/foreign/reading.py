"""What a file is, and how it is read: N-Quads and N-Triples (RDF 1.1), and FollowTheMoney entities as JSON lines."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, Any

import pyoxigraph

from tocgraph.errors import TocgraphError
from tocgraph.foreign.common import Known, Sheet, digest_of, shortened
from tocgraph.foreign.findings import Findings
from tocgraph.foreign.ftm import read_ftm
from tocgraph.foreign.own import OwnReader, OwnTerms
from tocgraph.foreign.settling import settle
from tocgraph.foreign.spool import Fact, Link, Spool
from tocgraph.locate import FILE_SUFFIXES
from tocgraph.text import cleaned

_QUADS = re.compile(rb"\s*(<|_:)")
_NOTHING = re.compile(rb"\s*(?:#|$)")
_SIZE = 5000


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The bytes of a file, unpacked where it is gzip."""
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
        file.seek(0)
        yield gzip.GzipFile(fileobj=file) if packed else file  # type: ignore[misc]


def every_line(files: Iterable[Path]) -> Iterator[tuple[Path, Iterator[bytes]]]:
    """Each file with its lines, opened when it is its turn."""
    for file in files:
        with opened(file) as lines:
            yield file, iter(lines)


def kind_of(path: Path) -> str:
    """`quads` or `ftm`, by the first line that is neither empty nor a comment, else by the name; "" for anything else.

    Raises:
        TocgraphError: the file cannot be read.
    """
    try:
        with opened(path) as lines:
            first = next((x for x in iter(lambda: lines.readline(1 << 20), b"") if not _NOTHING.match(x)), b"")
    except (OSError, EOFError) as error:
        raise TocgraphError(f"cannot read {path}: {error}", "check the file") from error
    if _QUADS.match(first.removeprefix(b"\xef\xbb\xbf")):
        return "quads"
    try:
        record = json.loads(first)
    except ValueError:
        record = None
    if isinstance(record, dict) and "schema" in record and "properties" in record:
        return "ftm"
    # A first line that is broken, or nothing at all: the name tells what it should be, and a finding what it is.
    name = path.name.removesuffix(".gz")
    return "quads" if name.endswith((".nq", ".nt")) else "ftm" if name.endswith(FILE_SUFFIXES) else ""


def lay_file(store: pyoxigraph.Store, terms: OwnTerms, known: Known, spool: Spool, path: Path) -> None:
    """Reads one file into the store and the spool; what is wrong in it stands in the findings of its sheet.

    Raises:
        TocgraphError: it is of no known kind, or cannot be read.
    """
    kind = kind_of(path)
    if not kind:
        hint = (
            "lay over a folder, N-Quads, N-Triples, or FollowTheMoney entities as JSON lines; a tool such as "
            "`oxigraph convert` makes N-Triples of Turtle"
        )
        raise TocgraphError(f"{path} is neither N-Quads nor FollowTheMoney JSON", hint)
    taken = {*known.sources, *(sheet.source for sheet in spool.sheets)}
    sheet = Sheet.of(path, digest_of(path), "FollowTheMoney entities" if kind == "ftm" else "RDF statements", taken)
    spool.sheets.append(sheet)
    try:
        with opened(path) as lines:
            if all(map(_NOTHING.match, lines)):
                sheet.findings.add("empty-file", "", "the file holds nothing", "was it fetched in full?", 1)
        with opened(path) as lines:
            if kind == "ftm":
                read_ftm(lines, known, spool, sheet)
            else:
                reader = OwnReader(terms, known, spool, sheet)
                store.bulk_extend(_quads(lines, reader, terms, known, spool, sheet))
                reader.finish(store)
    except (OSError, EOFError) as error:
        raise TocgraphError(f"cannot read {path}: {error}", "check the file and the disk") from error
    settle(store, known, spool, sheet)
    sheet.tell(known)


def statements(lines: Iterable[bytes], findings: Findings) -> Iterator[tuple[int, Any]]:
    """Each statement of N-Quads with its line; a line that is none becomes a finding, and the others are read on.

    A statement ends with its line (RDF 1.1 N-Quads, section 2), so that many lines are parsed at a time.
    """
    numbered = enumerate(lines, 1)
    form = pyoxigraph.RdfFormat.N_QUADS
    while held := list(islice(numbered, _SIZE)):
        written = [number for number, line in held if not _NOTHING.match(line)]
        try:
            found = list(pyoxigraph.parse(b"".join(line for _, line in held), format=form))
        except SyntaxError:
            found = []
        if len(found) == len(written):
            yield from zip(written, found, strict=True)
            continue
        for number, line in held:
            try:
                for quad in pyoxigraph.parse(line, format=form):
                    yield number, quad
            except SyntaxError as error:
                hint = "a statement is `<subject> <predicate> object .` on one line, in UTF-8"
                told = error.msg.removeprefix("Parser error at line 1 ")  # of the one line that was parsed
                findings.add("file-syntax", str(number), f"not N-Quads: {told}", hint, number)


def _quads(
    lines: IO[bytes], reader: OwnReader, terms: OwnTerms, known: Known, spool: Spool, sheet: Sheet
) -> Iterator[Any]:
    """The quads that go into the store, in its default graph; what foreign things say goes into the spool."""
    foreign = _Foreign(terms, known, sheet)
    node, quad = pyoxigraph.NamedNode, pyoxigraph.Quad
    base = terms.base
    for line, found in statements(lines, sheet.findings):
        subject = found.subject
        if not isinstance(subject, node):
            sheet.leave("blank node", "", shortened(str(found.predicate)), line)
            continue
        address = subject.value
        if address.startswith(base):
            if reader.take(address, found, line):
                yield quad(subject, found.predicate, found.object)
        else:
            foreign.take(address, found, line)
            if len(foreign.facts) >= _SIZE or len(foreign.links) >= _SIZE:
                foreign.flush(spool)
    foreign.flush(spool)


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

    def take(self, address: str, quad: Any, line: int) -> None:
        """Makes facts and links of one statement, or counts it as left."""
        predicate, value = _modern(quad.predicate.value), quad.object
        text = cleaned(value.value) if not isinstance(value, pyoxigraph.BlankNode) else ""
        literal = isinstance(value, pyoxigraph.Literal)
        if predicate == self.terms.type or (predicate in self.terms.kinds and not literal):
            kind = self.types.get(_modern(text))
            if kind is None:
                self.sheet.leave("class", text, shortened(address), line)
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
            self.sheet.leave("property", predicate, f"{shortened(str(value))} of {shortened(address)}", line)

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
