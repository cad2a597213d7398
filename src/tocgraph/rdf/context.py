"""The JSON-LD context of a schema: which keys stand for which properties, and how their values are written.

Keys are the prefixed names of the documentation (`skos:prefLabel`, `toc:partOf`), so that none can be taken for
another: a relation type may have the name of a prefix.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tocgraph.model import Schema
from tocgraph.rdf.core import CORE
from tocgraph.rdf.terms import Terms

_LINKS = (
    "dcat:distribution dcterms:license org:memberOf prov:entity prov:hadPrimarySource prov:qualifiedPrimarySource "
    "prov:wasDerivedFrom rdf:predicate rdf:subject rdfs:subClassOf rdfs:subPropertyOf skos:broader skos:exactMatch "
    "skos:inScheme toc:derivedBy toc:labelSource toc:provenBy toc:standing toc:type void:vocabulary"
).split()
_BY_LANGUAGE = "skos:altLabel skos:definition skos:prefLabel toc:inverseLabel".split()


def context(schema: Schema, languages: Iterable[str] = ()) -> dict[str, Any]:
    """The context (JSON-LD 1.1, section 4.1), in a fixed order.

    Values of linking properties are addresses, dates are xsd:date, texts of several languages stand by language.
    Relation properties always hold a list.

    Args:
        schema: Whose terms it has.
        languages: The languages whose labels tell their source.
    """
    terms = Terms(schema)
    found: dict[str, Any] = {"@version": 1.1}
    found.update(sorted(terms.names.prefixes.items()))
    keys: dict[str, dict[str, str]] = {name: {"@type": "@id"} for name in _LINKS}
    keys.update({name: {"@container": "@language"} for name in _BY_LANGUAGE})
    keys.update({f"toc:{t.name}": {"@type": t.range} for t in CORE if t.range == "xsd:date"})
    keys.update({f"toc:labelSource-{code}": {"@type": "@id"} for code in languages})
    for qualifier in schema.qualifiers:
        if qualifier.value == "entity":
            keys[f"q:{terms.names.qualifier(qualifier.id)[len(terms.names.prefixes['q']) :]}"] = {"@type": "@id"}
    for relation in schema.relation_types:
        local = terms.names.relation(relation.id)[len(terms.names.prefixes["toc"]) :]
        if relation.value is None:
            keys[f"toc:{local}"] = {"@type": "@id", "@container": "@set"}
        elif relation.value == "number":
            keys[f"toc:{local}"] = {"@type": "xsd:decimal", "@container": "@set"}
        else:
            keys[f"toc:{local}"] = {"@container": "@set"}
    for name, how in sorted(keys.items()):
        found[name] = {"@id": name, **how}
    return found
