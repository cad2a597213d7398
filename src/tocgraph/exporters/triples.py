"""The triples of a selection, each address of ours in it described.

Everything here is SPARQL through the Store contract, so that it works on an endpoint as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tocgraph.errors import StoreError
from tocgraph.exporters.selection import Selection, chunks
from tocgraph.store import OpenStore
from tocgraph.store.base import Triple


def triples(opened: OpenStore, selection: Selection) -> list[Triple]:
    """Every triple of the selection, distinct and sorted; each address of ours in it is described.

    A part of the graph brings along the citations and sources of its claims, the terms of the schema
    that it uses, the claims that its derived ones rest on, and the names of entities that only these or its
    qualifiers mention.

    Raises:
        StoreError: the store failed, or an endpoint gave fewer triples than it holds.
    """
    from tocgraph.exporters.lines import triple_lines
    from tocgraph.store.embedded import term

    if not selection.whole:
        return part(opened, selection)
    import pyoxigraph

    lines = b"".join(triple_lines(opened, selection))
    statements = pyoxigraph.parse(lines, format=pyoxigraph.RdfFormat.N_TRIPLES)
    return sorted((term(s.subject), term(s.predicate), term(s.object)) for s in statements)


def whole_pattern(opened: OpenStore) -> str:
    """The graph pattern of everything that is ours: an endpoint may hold other graphs too."""
    return f'?s ?p ?o FILTER(STRSTARTS(STR(?s), "{opened.vocabulary.base}"))'


def part(opened: OpenStore, selection: Selection) -> list[Triple]:
    """The triples of a selection that is not whole, sorted. Raises as `triples`."""
    names = opened.vocabulary
    inside = {names.entity(i) for i in selection.entities}
    wanted = inside | {names.claim(c) for c in selection.claims} | {f"{names.base}dataset"}
    claim_space, entity_space = names.prefixes["claim"], names.prefixes["id"]
    stated = _relation_properties(opened)
    derived_from = names.prefixes["prov"] + "wasDerivedFrom"
    premises: set[str] = set()
    described: set[str] = set()
    found: set[Triple] = set()
    while wanted:
        fresh: set[str] = set()
        for s, p, o in _describe(opened, wanted):
            if p.value == names.fingerprint:
                continue  # it is that of the whole graph
            if s.value in inside:
                # The plain triple of a claim that leaves the selection goes with the claim.
                if o.kind == "iri" and o.value.startswith(entity_space) and o.value not in inside:
                    continue
            elif s.value.startswith(entity_space) and p.value in stated:
                continue  # an entity that is only mentioned keeps its names, not its relations
            found.add((s, p, o))
            fresh.add(p.value)
            if o.kind == "iri":
                fresh.add(o.value)
                if p.value == derived_from:
                    premises.add(o.value)
        described |= wanted
        # Citations stand under the address of their claim (…#cite-1); of other claims only premises are followed.
        wanted = {
            iri
            for iri in fresh - described
            if iri.startswith(names.base) and ("#" in iri or iri in premises or not iri.startswith(claim_space))
        }
    if selection.around and not any(s.value == names.entity(selection.around) for s, _, _ in found):
        raise StoreError(f"the store does not hold {selection.around}", "is it the same graph as the data folder?")
    if any(term.kind == "bnode" for triple in found for term in triple):
        raise StoreError("the store holds blank nodes under the base of the graph", "is it the graph of tocgraph?")
    return sorted(found)


def _relation_properties(opened: OpenStore) -> set[str]:
    """The properties that claims turn into: our own, and the outside terms that they are mapped to."""
    prefixes = all_prefixes(opened)
    found = set()
    for identifier, spec in opened.schema.relations.items():
        found.add(opened.vocabulary.relation(identifier))
        prefix, _, local = spec.get("rdf", "").partition(":")
        if prefix in prefixes:
            found.add(prefixes[prefix] + local)
    return found


def all_prefixes(opened: OpenStore) -> dict[str, str]:
    """Namespaces by prefix: ours, the well-known ones, and those that the schema declares."""
    declared: dict[str, str] = opened.names.meta("schema").get("prefixes", {})
    return {**declared, **opened.vocabulary.prefixes}


def _describe(opened: OpenStore, iris: Iterable[str]) -> Iterator[Triple]:
    query = "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ VALUES ?s {{ {iris} }} ?s ?p ?o }}"
    for chunk in chunks(sorted(iris)):
        yield from opened.store.construct(query.format(iris=chunk))
