"""The addresses of the graph: one namespace each for entities, claims, sources, terms, qualifiers.

Free of pydantic and of any engine, because questions need it too.
"""

from __future__ import annotations

from tocgraph.text import camel

TRANSLATION = "translation"
"""What stands in place of a source where a label is our own translation."""

EXTERNAL = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vann": "http://purl.org/vocab/vann/",
    "void": "http://rdfs.org/ns/void#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def _quote(identifier: str) -> str:
    """The identifier as a part of an IRI. Ids in use are plain already and spare the import."""
    if identifier.isascii() and identifier.replace("-", "").isalnum():
        return identifier
    from urllib.parse import quote

    return quote(identifier, safe="")


def _unquote(part: str) -> str:
    if "%" not in part:
        return part
    from urllib.parse import unquote

    return unquote(part)


class Vocabulary:
    """Makes and reads the IRIs under one base, such as https://w3id.org/tocgraph/."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.prefixes: dict[str, str] = {
            "claim": f"{base}claim/",
            "id": f"{base}id/",
            "q": f"{base}qualifier/",
            "rule": f"{base}rule/",
            "source": f"{base}source/",
            "toc": f"{base}schema#",
            **EXTERNAL,
        }

    @property
    def dataset(self) -> str:
        """The address of the data set itself."""
        return f"{self.base}dataset"

    @property
    def fingerprint(self) -> str:
        """The property that leads from the data set to the fingerprint of its triples."""
        return f"{self.prefixes['toc']}fingerprint"

    @property
    def graph(self) -> str:
        """The name of the graph that holds the triples on a server, unless another is chosen."""
        return f"{self.base}graph"

    def entity(self, identifier: str) -> str:
        """The address of an entity."""
        return f"{self.prefixes['id']}{_quote(identifier)}"

    def claim(self, identifier: str) -> str:
        """The address of a claim."""
        return f"{self.prefixes['claim']}{_quote(identifier)}"

    def source(self, identifier: str) -> str:
        """The address of a source."""
        return f"{self.prefixes['source']}{_quote(identifier)}"

    def relation(self, identifier: str) -> str:
        """The property of a relation type: `part-of` is toc:partOf."""
        return f"{self.prefixes['toc']}{_quote(camel(identifier))}"

    def entity_type(self, identifier: str) -> str:
        """The class of an entity type: `un-body` is toc:UnBody."""
        name = camel(identifier)
        return f"{self.prefixes['toc']}{_quote(name[:1].upper() + name[1:])}"

    def qualifier(self, identifier: str) -> str:
        """The property of a qualifier."""
        return f"{self.prefixes['q']}{_quote(camel(identifier))}"

    def rule(self, identifier: str) -> str:
        """The address of a rule by which claims are derived."""
        return f"{self.prefixes['rule']}{_quote(identifier)}"

    def standing(self, name: str) -> str:
        """The concept of a standing: toc:standing-normal."""
        return f"{self.prefixes['toc']}standing-{name}"

    def label_source(self, language: str) -> str:
        """The property that leads to where the labels in a language come from: toc:labelSource-ar."""
        return f"{self.prefixes['toc']}labelSource-{language}"

    def origin(self, name: str) -> str:
        """The address of where a label comes from: a source, or toc:origin-translation for our own translation."""
        return f"{self.prefixes['toc']}origin-{name}" if name == TRANSLATION else self.source(name)

    def origin_of(self, iri: str) -> str:
        """The id of the source behind such an address, or `translation`."""
        return TRANSLATION if iri == self.origin(TRANSLATION) else self.local(iri)

    def local(self, iri: str) -> str:
        """The id behind the address of an entity, claim, source or rule; other addresses come back whole."""
        for prefix in ("id", "claim", "source", "rule"):
            if iri.startswith(self.prefixes[prefix]):
                return _unquote(iri[len(self.prefixes[prefix]) :])
        return iri

    def header(self, *names: str) -> str:
        """SPARQL PREFIX lines for those prefixes, one a line."""
        return "".join(f"PREFIX {name}: <{self.prefixes[name]}>\n" for name in sorted(names))
