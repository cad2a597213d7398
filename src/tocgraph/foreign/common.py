"""What all readers of foreign files share: what lies below, how ids are made, and what is told of a file."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tocgraph.dates import parse_date
from tocgraph.foreign.findings import Findings
from tocgraph.foreign.mapping import Mapping
from tocgraph.graph import KnowledgeGraph
from tocgraph.model import Relation, Schema
from tocgraph.text import is_arabic, nearest, words

IDENTIFYING = ("wikidata", "iso2", "iso3")
"""Schemes by which a foreign thing is one of ours: names never identify."""

_MAPPED = ("class", "property", "schema")
"""What has a place in foreign/mapping.yaml, or has none."""
_HINTS = {
    "blank node": "give it an address",
    "thing without a known type": "map its class in foreign/mapping.yaml",
    "thing without a name": "give it a name by one of the properties under labels in foreign/mapping.yaml",
    "claim about something that is not taken": "both ends need a known type and a name",
    "claim whose ends or value do not fit": "compare the types of its ends with those of the relation type",
    "record without both ends": "it needs the two properties that stand at its ends in foreign/mapping.yaml",
    "end before the beginning": "the claim is taken without its dates; mend them",
}

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LATIN = re.compile(r"[A-Za-z]")
_LAST = re.compile(r"[/#]")
"""What the last part of an address stands behind."""


class Known(NamedTuple):
    """What lies below the files: the schema, the types of entities, what identifies them, sources and claims."""

    schema: Schema
    mapping: Mapping
    types: dict[str, str]
    codes: dict[str, str]
    """Entity ids by `scheme:code`, for the schemes that identify."""
    sources: set[str]
    claims: set[str]

    @classmethod
    def of(cls, graph: KnowledgeGraph, mapping: Mapping) -> Known:
        """What a graph knows."""
        codes = {
            f"{scheme}:{e.identifiers[scheme]}": e.id
            for e in graph.entities.values()
            for scheme in IDENTIFYING
            if scheme in e.identifiers
        }
        types = {e.id: e.type for e in graph.entities.values()}
        return cls(graph.schema, mapping, types, codes, set(graph.sources), set(graph.claims))

    def mapped(self, kind: str) -> list[str]:
        """The names of the schemata, classes or properties that have a place in the mapping."""
        ftm, rdf = self.mapping.followthemoney, self.mapping.rdf
        if kind == "schema":
            return [*ftm.types, *ftm.claims]
        if kind == "class":
            return list(rdf.types)
        found: list[str] = []
        for table in (ftm, rdf):
            found += [
                *table.labels,
                *table.aliases,
                *table.descriptions,
                *table.identifiers,
                *table.dates,
                *table.links,
            ]
        return [*found, *ftm.countries, *ftm.qualifiers]

    def bound(self, relations: Iterable[str]) -> str:
        """`begin` or `end` when a date of the first declared relation type bounds the life of a thing, else ""."""
        for name in relations:
            if name in self.schema.relations:
                flags = self.schema.relations[name].flags
                return "begin" if "begins" in flags else "end" if "ends" in flags else ""
        return ""

    def admits(self, relation: str, subject: str, target: str) -> bool:
        """Whether a relation type takes entities of those types as its ends."""
        declared = self.schema.relations.get(relation)
        return (
            declared is not None
            and not set(declared.subjects).isdisjoint(self.schema.ancestors(subject))
            and not set(declared.objects).isdisjoint(self.schema.ancestors(target))
        )


class Sheet(NamedTuple):
    """One file that is laid over: its name, the id of the source that stands for it, and what is told of it."""

    name: str
    source: str
    title: str
    counts: Counter[str]
    left: Counter[tuple[str, str]]
    """By kind and name: what was not taken."""
    first: dict[tuple[str, str], tuple[int, str, str]]
    """Of each of these the first: its line (0 when only its id is known), its id, and an example in words."""
    findings: Findings

    def leave(self, kind: str, name: str, example: str, line: int = 0, key: str = "", count: int = 1) -> None:
        """Counts what is not taken, and keeps the first as the example."""
        if (kind, name) not in self.first:
            self.first[kind, name] = line, key, example
        self.left[kind, name] += count

    def tell(self, known: Known) -> None:
        """Makes a finding of each kind of thing that was not taken."""
        for (kind, name), count in self.left.items():
            line, key, example = self.first[kind, name]
            what = f"the {kind} {name}" if kind in _MAPPED else f"{kind} {name}".rstrip()
            told = f"{what} is not taken" if kind in _MAPPED else f"not taken: {what}"
            near = _near(name, known.mapped(kind)) if kind in _MAPPED else ""
            hint = f"did you mean {near!r}?" if near else _HINTS.get(kind, "map it in foreign/mapping.yaml")
            self.findings.add("not-taken", f"{kind} {name}", f"{told}, such as {example}", hint, line, key, count)

    @classmethod
    def of(cls, path: Path, digest: str, kind: str, taken: set[str]) -> Sheet:
        """The sheet of a file with that content."""
        stem = path.name
        while (shorter := Path(stem).stem) != stem:
            stem = shorter
        slug = "-".join(words(stem)) if words(stem) else ""
        slug = slug if _ID.fullmatch(slug) else f"data-{digest[:8]}"
        if slug in taken:
            slug = f"{slug}-{digest[:8]}"
        title = f"{kind} {path.name} (SHA-256 {digest[:16]})"
        return cls(path.name, slug, title, Counter(), Counter(), {}, Findings(path))

    def entity(self, key: str) -> str:
        """The id of a foreign thing: the data set's name and the foreign id, or a checksum of it."""
        low = key if _ID.fullmatch(key) else hashlib.sha256(key.encode()).hexdigest()[:16]
        return f"{self.source}-{low}"


def _near(name: str, mapped: list[str]) -> str:
    """The mapped word most like this one, "" when none is; of addresses both the whole and the last part must be."""
    if "/" not in name:
        return next(iter(nearest(name, mapped, 1, 74)), "")
    last = {address: _LAST.split(address)[-1] for address in (name, *mapped)}
    alike = set(nearest(last[name], last.values(), 3, 74))
    return next((address for address in nearest(name, mapped, 5, 85) if last[address] in alike), "")


class Claim(Relation):
    """A claim of a foreign file. There may be millions, so that its id is longer: `c` and sixteen digits."""

    @property
    def id(self) -> str:
        """A stable id made from the key."""
        return "c" + hashlib.sha256("\x1f".join(self.key).encode()).hexdigest()[:16]


def date_of(text: str) -> str:
    """The date at the beginning of a text, "" when there is none."""
    try:
        return parse_date(text[:10]).text
    except ValueError:
        return ""


def language_of(text: str) -> str:
    """The language that a name without one stands under: ar or en by its letters, else und."""
    if is_arabic(text):
        return "ar"
    return "en" if _LATIN.search(text) else "und"


def named(texts: list[tuple[str, str]]) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Labels and aliases of (language, text): the first text of each language is the label."""
    labels: dict[str, str] = {}
    aliases: dict[str, list[str]] = {}
    for language, text in texts:
        code = language.partition("-")[0].lower() or language_of(text)
        code = code if re.fullmatch("[a-z]{2,3}", code) else "und"
        if code not in labels:
            labels[code] = text
        elif text != labels[code] and text not in aliases.setdefault(code, []):
            aliases[code].append(text)
    return labels, {code: held for code, held in aliases.items() if held}


def shortened(text: str) -> str:
    """A text for a message."""
    return text if len(text) <= 60 else f"{text[:57]}..."


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def chunks(rows: Iterator[tuple[str, ...]], size: int = 5000) -> Iterator[list[tuple[str, ...]]]:
    """The rows in lists of that size."""
    held: list[tuple[str, ...]] = []
    for row in rows:
        held.append(row)
        if len(held) >= size:
            yield held
            held = []
    if held:
        yield held
