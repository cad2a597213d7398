"""What the data set is: licence, version, counts, links and formats (VoID, DCAT 3, SPDX checksums)."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from tocgraph import __version__
from tocgraph.exporters.described import turtle_of
from tocgraph.exporters.lines import parts_of, triple_lines
from tocgraph.exporters.selection import Selection
from tocgraph.model import Schema
from tocgraph.rdf.schema import LICENSE, SchemaWriter
from tocgraph.rdf.terms import literal
from tocgraph.store import OpenStore

MEDIA = {
    "turtle": "text/turtle",
    "turtle12": "text/turtle",
    "ntriples": "application/n-triples",
    "trig": "application/trig",
    "nquads": "application/n-quads",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
    "html": "text/html",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "sqlite": "application/vnd.sqlite3",
    "csv": "application/zip",
    "parquet": "application/zip",
}
"""Media types as IANA registered them, by format; a format without a registered one has none here."""
_IANA = "https://www.iana.org/assignments/media-types/"
_LANGUAGES = "http://id.loc.gov/vocabulary/iso639-1/"


class _Count:
    """What one walk over the sorted triples tells."""

    def __init__(self, lines: Iterable[bytes], iri: dict[str, bytes]) -> None:
        digest = hashlib.sha256()
        self.triples = self.subjects = self.size = 0
        self.properties: Counter[str] = Counter()
        self.classes: Counter[str] = Counter()
        self.links: Counter[tuple[str, str]] = Counter()
        self.languages: set[str] = set()
        before = b""
        for line in lines:
            digest.update(line)
            self.size += len(line)
            self.triples += 1
            subject, predicate, value = parts_of(line)
            self.subjects += subject != before
            before = subject
            self.properties[predicate.decode()] += 1
            if predicate == iri["rdf:type"]:
                self.classes[value.decode()] += 1
            elif predicate == iri["skos:exactMatch"]:
                space = re.match(r"<(.*[/#])", value.decode())
                self.links[predicate.decode(), space[1] if space else value.decode()[1:-1]] += 1
            elif predicate == iri["skos:prefLabel"]:
                self.languages.add(value.rpartition(b"@")[2].decode())
        self.sha256 = digest.hexdigest()


def void(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """The description of the data set, in Turtle.

    Raises:
        StoreError: the store failed.
    """
    writer = _Describer(Schema.model_validate(opened.names.meta("schema")))
    wanted = ("rdf:type", "skos:exactMatch", "skos:prefLabel")
    whole = Selection(None, 0, (), (), whole=True)
    count = _Count(triple_lines(opened, whole), {name: writer.iri(name).encode() for name in wanted})
    entities = opened.store.select(opened.vocabulary.header("toc") + "SELECT (COUNT(*) AS ?n) WHERE { ?x toc:type ?t }")
    lines = writer.described(count, int(entities.rows[0]["n"].value), str(opened.names.meta("fingerprint")))
    yield from turtle_of(opened, lines, "what the data set is (VoID, DCAT)")


class _Describer(SchemaWriter):
    """Writes the description as lines of N-Triples."""

    def described(self, count: _Count, entities: int, data: str) -> Iterator[str]:
        """The data set, its partitions, links and distributions."""
        base = self.schema.base
        dataset = f"<{base}dataset>"
        yield from self.dataset()
        yield f"{dataset} {self.iri('dcat:version')} {literal(__version__)} .\n"
        yield f"{dataset} {self.iri('dcterms:identifier')} {literal(data)} .\n"
        yield f"{dataset} {self.iri('dcterms:conformsTo')} <{base}schema> .\n"
        for code in sorted(count.languages):
            if len(code) == 2:  # ISO 639-1, as DCAT 3 section 6.4.9 asks for
                yield f"{dataset} {self.iri('dcterms:language')} <{_LANGUAGES}{code}> .\n"
        for name, number in (
            ("triples", count.triples),
            ("entities", entities),
            ("distinctSubjects", count.subjects),
            ("properties", len(count.properties)),
            ("classes", len(count.classes)),
        ):
            yield f"{dataset} {self.iri(f'void:{name}')} {self._number(number)} .\n"
        for kind, counted, measure in (
            ("class", count.classes, "entities"),
            ("property", count.properties, "triples"),
        ):
            for iri, number in sorted(counted.items()):
                part = f"<{base}dataset#{kind}-{self._slug(iri[1:-1])}>"
                yield f"{dataset} {self.iri(f'void:{kind}Partition')} {part} .\n"
                yield f"{part} {self.iri('rdf:type')} {self.iri('void:Dataset')} .\n"
                yield f"{part} {self.iri(f'void:{kind}')} {iri} .\n"
                yield f"{part} {self.iri(f'void:{measure}')} {self._number(number)} .\n"
        for (predicate, space), number in sorted(count.links.items()):
            yield from self._linkset(dataset, predicate, space, number)
        yield from self._distributions(dataset, count)

    def _linkset(self, dataset: str, predicate: str, space: str, number: int) -> Iterator[str]:
        slug = self._slug(space)
        links, target = f"<{dataset[1:-1]}#links-{slug}>", f"<{dataset[1:-1]}#target-{slug}>"
        yield f"{links} {self.iri('rdf:type')} {self.iri('void:Linkset')} .\n"
        yield f"{dataset} {self.iri('void:subset')} {links} .\n"
        yield f"{links} {self.iri('void:subjectsTarget')} {dataset} .\n"
        yield f"{links} {self.iri('void:objectsTarget')} {target} .\n"
        yield f"{links} {self.iri('void:linkPredicate')} {predicate} .\n"
        yield f"{links} {self.iri('void:triples')} {self._number(number)} .\n"
        yield f"{target} {self.iri('rdf:type')} {self.iri('void:Dataset')} .\n"
        yield f"{target} {self.iri('void:uriSpace')} {literal(space)} .\n"

    def _distributions(self, dataset: str, count: _Count) -> Iterator[str]:
        from tocgraph.exporters import EXPORTERS

        for name, exporter in EXPORTERS.items():
            if not exporter.selects:
                continue
            distribution = f"<{dataset[1:-1]}#{name}>"
            yield f"{dataset} {self.iri('dcat:distribution')} {distribution} .\n"
            yield f"{distribution} {self.iri('rdf:type')} {self.iri('dcat:Distribution')} .\n"
            yield f"{distribution} {self.iri('dcterms:title')} {literal(name, '@en')} .\n"
            yield f"{distribution} {self.iri('dcterms:description')} {literal(exporter.description, '@en')} .\n"
            yield f"{distribution} {self.iri('dcterms:license')} <{LICENSE}> .\n"
            if name in MEDIA:
                yield f"{distribution} {self.iri('dcat:mediaType')} <{_IANA}{MEDIA[name]}> .\n"
            if name == "ntriples":
                # The one file that is made here anyway, to be counted: its size and checksum are those of the export.
                checksum = f"<{dataset[1:-1]}#ntriples-checksum>"
                sha256, hexadecimal = self.iri("spdx:checksumAlgorithm_sha256"), self.names.prefixes["xsd"]
                yield f"{distribution} {self.iri('dcat:byteSize')} {self._number(count.size, 'nonNegativeInteger')} .\n"
                yield f"{distribution} {self.iri('spdx:checksum')} {checksum} .\n"
                yield f"{checksum} {self.iri('rdf:type')} {self.iri('spdx:Checksum')} .\n"
                yield f"{checksum} {self.iri('spdx:algorithm')} {sha256} .\n"
                value = literal(count.sha256, f"^^<{hexadecimal}hexBinary>")
                yield f"{checksum} {self.iri('spdx:checksumValue')} {value} .\n"

    def _number(self, number: int, kind: str = "integer") -> str:
        return literal(str(number), f"^^<{self.names.prefixes['xsd']}{kind}>")

    def _slug(self, iri: str) -> str:
        """A short name for an address: its prefix and local name, or its words."""
        for name, space in self.names.prefixes.items():
            if iri.startswith(space):
                iri = f"{name}-{iri[len(space) :]}"
                break
        return re.sub(r"[^A-Za-z0-9]+", "-", iri).strip("-")
