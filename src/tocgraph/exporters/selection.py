"""What an export holds: the whole graph, or one entity with its surroundings.

Everything here is SPARQL through the Store contract, so that it works on an endpoint as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tocgraph.errors import StoreError, TocgraphError
from tocgraph.store import OpenStore
from tocgraph.store.base import Triple
from tocgraph.store.resolve import resolve

_CHUNK = 300
"""How many addresses stand in one VALUES block; endpoints limit the length of a query."""


class Selection(NamedTuple):
    """The ids of the entities and claims to export; `around` is None for the whole graph.

    The ids are sorted. Every claim has its ends among the entities.
    """

    around: str | None
    depth: int
    entities: tuple[str, ...]
    claims: tuple[str, ...]


def select(opened: OpenStore, around: str | None = None, depth: int = 1) -> Selection:
    """The whole graph, or what lies within `depth` relations of one entity.

    A step follows claims of any standing in either direction. All claims whose ends were reached
    belong to the selection, those with a literal value included.

    Args:
        opened: The store to read.
        around: The id of an entity, or a name that only one entity has.
        depth: The number of steps, 0 or more; 0 is the entity alone.

    Raises:
        UnknownIdError: there is no such entity.
        TocgraphError: the depth is negative, or the name belongs to several entities.
        StoreError: the store failed, or it does not hold the entity.
    """
    if around is None:
        header = opened.vocabulary.header("toc")
        entities = _column(opened, header + "SELECT DISTINCT ?x WHERE { ?x toc:type ?type }")
        claims = _column(opened, header + "SELECT DISTINCT ?x WHERE { ?x a toc:Claim }")
        return Selection(None, 0, tuple(sorted(entities)), tuple(sorted(claims)))
    if depth < 0:
        raise TocgraphError(f"a depth of {depth} is not possible", "give a depth of 0 or more")
    centre = resolve(opened, around).id
    inside = _reach(opened, centre, depth)
    return Selection(centre, depth, tuple(sorted(inside)), tuple(sorted(_claims_within(opened, inside))))


def triples(opened: OpenStore, selection: Selection) -> list[Triple]:
    """Every triple of the selection, distinct and sorted; each address of ours in it is described.

    A part of the graph brings along the citations and sources of its claims, the terms of the schema
    that it uses, the claims that its derived ones rest on, and the names of entities that only these or its
    qualifiers mention.

    Raises:
        StoreError: the store failed, or an endpoint gave fewer triples than it holds.
    """
    found = _whole(opened) if selection.around is None else _part(opened, selection)
    if any(term.kind == "bnode" for triple in found for term in triple):
        raise StoreError("the store holds blank nodes under the base of the graph", "is it the graph of tocgraph?")
    return found


def _reach(opened: OpenStore, centre: str, depth: int) -> set[str]:
    """The entities within `depth` steps, breadth first."""
    names = opened.vocabulary
    query = names.header("rdf", "toc")
    query += """SELECT DISTINCT ?x WHERE {{
  {{ VALUES ?end {{ {iris} }} ?claim rdf:subject ?end ; rdf:object ?x ; a toc:Claim }}
  UNION
  {{ VALUES ?end {{ {iris} }} ?claim rdf:object ?end ; rdf:subject ?x ; a toc:Claim }}
  FILTER(isIRI(?x))
}}"""
    inside = {centre}
    frontier = {centre}
    for _ in range(depth):
        reached: set[str] = set()
        for iris in _chunks(names.entity(i) for i in sorted(frontier)):
            reached.update(_column(opened, query.format(iris=iris)))
        frontier = reached - inside
        if not frontier:
            break
        inside |= frontier
    return inside


def _claims_within(opened: OpenStore, inside: set[str]) -> Iterator[str]:
    names = opened.vocabulary
    query = names.header("rdf", "toc")
    query += """SELECT ?x ?object WHERE {{
  VALUES ?subject {{ {iris} }}
  ?x rdf:subject ?subject ; rdf:object ?object ; a toc:Claim .
}}"""
    for iris in _chunks(names.entity(i) for i in sorted(inside)):
        for row in opened.store.select(query.format(iris=iris)).rows:
            if row["object"].kind == "literal" or names.local(row["object"].value) in inside:
                yield names.local(row["x"].value)


def _whole(opened: OpenStore) -> list[Triple]:
    # An endpoint may hold other graphs too; ours is what stands under our base.
    pattern = f'?s ?p ?o FILTER(STRSTARTS(STR(?s), "{opened.vocabulary.base}"))'
    found = opened.store.construct(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}")
    # A public endpoint may cut long results without a word; an incomplete export must not pass for a whole one.
    counted = opened.store.select(
        f"SELECT (COUNT(*) AS ?n) WHERE {{ SELECT DISTINCT ?s ?p ?o WHERE {{ {pattern} }} }}"
    ).rows
    held = int(counted[0]["n"].value)
    if held != len(found):
        raise StoreError(
            f"the store holds {held} triples and gave only {len(found)} of them",
            "export a part with `--around`, or from the data folder without `--endpoint`",
        )
    return found


def _part(opened: OpenStore, selection: Selection) -> list[Triple]:
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
    if not any(s.value == names.entity(selection.around or "") for s, _, _ in found):
        raise StoreError(f"the store does not hold {selection.around}", "is it the same graph as the data folder?")
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
    for chunk in _chunks(sorted(iris)):
        yield from opened.store.construct(query.format(iris=chunk))


def _column(opened: OpenStore, query: str) -> set[str]:
    return {opened.vocabulary.local(row["x"].value) for row in opened.store.select(query).rows}


def _chunks(iris: Iterable[str]) -> Iterator[str]:
    """The addresses in angle brackets, some hundreds at a time, as VALUES takes them."""
    listed = list(iris)
    for start in range(0, len(listed), _CHUNK):
        yield " ".join(f"<{iri}>" for iri in listed[start : start + _CHUNK])
