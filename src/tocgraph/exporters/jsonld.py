"""JSON-LD: the context of the schema, and one node object for each subject, written compactly with it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from tocgraph.exporters.lines import parts_of, subject_lines
from tocgraph.exporters.selection import Selection
from tocgraph.store import OpenStore

if TYPE_CHECKING:
    import pyoxigraph

_KEPT = 5_000
"""How many addresses are kept with their compact form: terms come again and again, claims do not."""


def jsonld(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """The selection in JSON-LD 1.1: its context, then a graph with one subject a line, in order.

    No address is fetched to read it: the context stands in the document.
    """
    yield from document(context_of(opened), subject_lines(opened, selection))


def document(context: dict[str, Any], triples: Iterable[bytes]) -> Iterator[bytes]:
    """Lines of N-Triples, by subject, in JSON-LD 1.1 with that context, which stands in the document."""
    import pyoxigraph

    writer = _Writer(context)
    yield b'{"@context": ' + _text(context) + b',\n"@graph": ['
    between = b"\n"
    for _, group in groupby(triples, key=lambda line: parts_of(line)[0]):
        lines = b"".join(group)
        statements = pyoxigraph.parse(lines, format=pyoxigraph.RdfFormat.N_TRIPLES)
        yield between + _text(writer.node([q.triple for q in statements]))
        between = b",\n"
    yield b"\n]}\n"


def context_document(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """The context of the schema alone, as a document (`application/ld+json`)."""
    yield json.dumps({"@context": context_of(opened)}, ensure_ascii=False, indent=2).encode() + b"\n"


def context_of(opened: OpenStore) -> dict[str, Any]:
    """The context of the schema of a store, with the languages whose labels tell their source there."""
    from tocgraph.model import Schema
    from tocgraph.rdf.context import context

    query = opened.vocabulary.header("dcterms", "rdfs", "toc") + (
        "SELECT DISTINCT ?code WHERE { ?term rdfs:subPropertyOf toc:labelSource ; dcterms:language ?code }"
    )
    codes = sorted(row["code"].value for row in opened.store.select(query).rows)
    return context(Schema.model_validate(opened.names.meta("schema")), codes)


def _text(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


class _Writer:
    """Compacts the triples of a subject with a context (JSON-LD 1.1 API, the parts of section 6 that ours needs)."""

    def __init__(self, whole: dict[str, Any]) -> None:
        self._keys = {name: how for name, how in whole.items() if isinstance(how, dict)}
        spaces = {name: how for name, how in whole.items() if isinstance(how, str)}
        self._spaces = sorted(spaces.items(), key=lambda pair: -len(pair[1]))
        self._short: dict[str, str] = {}

    def short(self, iri: str) -> str:
        """The address as a compact IRI; whole where no prefix fits, or where it would not be read back."""
        found = self._short.get(iri)
        if found is None:
            fits = ((name, iri[len(space) :]) for name, space in self._spaces if iri.startswith(space))
            # A suffix that begins with // would be read as an address whose scheme is the prefix.
            found = next((f"{name}:{rest}" for name, rest in fits if not rest.startswith("//")), iri)
            if len(self._short) >= _KEPT:
                self._short.clear()
            self._short[iri] = found
        return found

    def node(self, triples: list[pyoxigraph.Triple]) -> dict[str, Any]:
        """The node object of triples with one subject."""
        found: dict[str, Any] = {"@id": self.short(triples[0].subject.value), "@type": []}  # type: ignore[union-attr]
        for triple in triples:
            name = self.short(triple.predicate.value)
            if name == "rdf:type":
                found["@type"].append(self.short(triple.object.value))  # type: ignore[union-attr]
                continue
            how = self._keys.get(name, {})
            language = getattr(triple.object, "language", None)
            if how.get("@container") == "@language" and language:
                texts = found.setdefault(name, {})
                _add(texts, language, triple.object.value)  # type: ignore[union-attr]
            elif how.get("@container") == "@language":
                # Never written for our own data: outside a language map such a key cannot be used.
                _add(found, triple.predicate.value, self._value(triple.object, {}))
            else:
                _add(found, name, self._value(triple.object, how), how.get("@container") == "@set")
        if not found["@type"]:
            del found["@type"]
        return found

    def _value(self, term: Any, how: dict[str, str]) -> Any:
        import pyoxigraph

        if isinstance(term, pyoxigraph.NamedNode):
            short = self.short(term.value)
            return short if how.get("@type") == "@id" else {"@id": short}
        if term.language:
            return {"@value": term.value, "@language": term.language}
        kind = self.short(term.datatype.value)
        if kind == "xsd:string":
            return {"@value": term.value} if "@type" in how else term.value
        return term.value if how.get("@type") == kind else {"@value": term.value, "@type": kind}


def _add(holder: dict[str, Any], key: str, value: Any, always_list: bool = False) -> None:
    if key not in holder:
        holder[key] = [value] if always_list else value
    elif isinstance(holder[key], list):
        holder[key].append(value)
    else:
        holder[key] = [holder[key], value]
