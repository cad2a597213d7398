"""Terms and literals in N-Triples syntax, and what the schema says of types and relations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from tocgraph.model import Schema, Text
from tocgraph.vocabulary import Vocabulary

_ESCAPE = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_SPECIAL = re.compile('[\\x00-\\x1f\\x7f"\\\\]')
_TWINS = {
    # ELI and schema.org describe legislation side by side; whoever knows one of them finds our instruments.
    "eli:LegalResource": "schema:Legislation",
    "eli:LegalResourceSubdivision": "schema:Legislation",
}


def literal(text: str, suffix: str = "") -> str:
    """A literal in N-Triples syntax; `suffix` is `@en` or `^^<...>`."""
    if _SPECIAL.search(text):
        text = _SPECIAL.sub(lambda m: _ESCAPE.get(m[0]) or f"\\u{ord(m[0]):04X}", text)
    return f'"{text}"{suffix}'


class Terms:
    """The addresses of a schema, each made once."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.names = Vocabulary(schema.base)
        self.names.prefixes.update({k: v for k, v in schema.prefixes.items() if k not in self.names.prefixes})
        self._iris: dict[str, str] = {}
        self.relations = schema.relations
        self.qualifiers = {q.id: q.value for q in schema.qualifiers}
        self._mapped = {t.id: t.rdf for t in schema.entity_types}
        self.type_lines = {t.id: self._type_iris(t.id) for t in schema.entity_types}
        self.schemes = {t.id: self._scheme(t.id) for t in schema.entity_types}
        self.predicates = {r.id: self._predicates(r.id) for r in schema.relation_types}

    def iri(self, prefixed: str) -> str:
        """A prefixed name as an IRI in angle brackets; asked for some 30 terms, half a million times."""
        found = self._iris.get(prefixed)
        if found is None:
            prefix, _, local = prefixed.partition(":")
            whole = f"{self.names.prefixes[prefix]}{local}" if prefix in self.names.prefixes else prefixed
            found = self._iris[prefixed] = f"<{whole}>"
        return found

    def identifier(self, scheme: str) -> str:
        """The property of an identifier scheme, such as `wikidata`."""
        return f"<{self.names.prefixes['toc']}identifier-{quote(scheme, safe='')}>"

    def outside_classes(self, entity_type: str) -> list[str]:
        """The classes of other vocabularies that the type is mapped to, without those of broader types."""
        term = self._mapped[entity_type]
        if not term:
            return []
        return [self.iri(term), *([self.iri(_TWINS[term])] if term in _TWINS else [])]

    def _type_iris(self, entity_type: str) -> list[str]:
        iris: list[str] = []
        for ancestor in self.schema.ancestors(entity_type):
            iris += [f"<{self.names.entity_type(ancestor)}>", *self.outside_classes(ancestor)]
        return list(dict.fromkeys(iris))

    def _scheme(self, entity_type: str) -> str | None:
        """The widest type below the one mapped to skos:Concept: each such type is a concept scheme (SKOS 4)."""
        external = {t.id: t.rdf for t in self.schema.entity_types}
        below = None
        for ancestor in self.schema.ancestors(entity_type):
            if external[ancestor] == "skos:Concept":
                return below or ancestor
            below = ancestor
        return None

    def _predicates(self, relation_type: str) -> list[str]:
        """The property of the type, of each broader type, and the terms that they are mapped to."""
        found: list[str] = []
        current: str | None = relation_type
        while current is not None and current in self.relations:
            iri = f"<{self.names.relation(current)}>"
            if iri in found:
                break
            found.append(iri)
            if self.relations[current].rdf:
                found.append(self.iri(str(self.relations[current].rdf)))
            current = self.relations[current].broader
        return found

    def texts(self, subject: str, predicate: str, text: str | Text, language: str = "") -> Iterator[str]:
        """A text, or one for each language, as literals."""
        if isinstance(text, str):
            if text:
                yield f"{subject} {predicate} {literal(text, language)} .\n"
        else:
            for code, value in sorted(text.items()):
                yield f"{subject} {predicate} {literal(value, '@' + code)} .\n"
