"""The triples of a part of the graph, each address of ours in it described."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from tocgraph.errors import StoreError
from tocgraph.exporters.selection import Selection
from tocgraph.store import OpenStore, Term
from tocgraph.store.statements import in_batches, statements

if TYPE_CHECKING:
    import pyoxigraph


def whole_pattern(opened: OpenStore) -> str:
    """The graph pattern of everything that is ours: an endpoint may hold other graphs too."""
    return f'?s ?p ?o FILTER(STRSTARTS(STR(?s), "{opened.vocabulary.base}"))'


def part(opened: OpenStore, selection: Selection) -> Iterator[tuple[bytes, list[bytes]]]:
    """The triples of a selection that is not whole: subjects without their last bracket, and lines of N-Triples.

    A part of the graph brings along the citations and sources of its claims, the terms of the schema
    that it uses, the claims that its derived ones rest on, and the names of entities that only these or its
    qualifiers mention. No triples are held, and of addresses only those of the selection and what it brings along.

    Raises:
        StoreError: the store failed, or does not hold the entity that the selection is around.
    """
    reader = _Part(opened, selection)
    names = opened.vocabulary
    addresses: Iterator[str] = chain(
        map(names.entity, selection.entities), map(names.claim, selection.claims), [names.dataset]
    )
    while True:
        for batch in in_batches(addresses):
            yield from reader.described(batch)
        if not reader.waiting:
            return
        addresses = iter(sorted(reader.waiting))
        reader.met |= reader.waiting
        reader.waiting = set()


class _Part:
    """Describes addresses; those that stand in the descriptions and are not described yet are `waiting`."""

    def __init__(self, opened: OpenStore, selection: Selection) -> None:
        names = opened.vocabulary
        self._opened = opened
        self._entities, self._claims = frozenset(selection.entities), frozenset(selection.claims)
        self._around = "" if selection.around is None else names.entity(selection.around)
        self._stated = _relation_properties(opened)
        self._derived_from = names.prefixes["prov"] + "wasDerivedFrom"
        self._lines = Lines()
        self.met: set[str] = {names.dataset}
        self.waiting: set[str] = set()

    def described(self, addresses: Iterable[str]) -> Iterator[tuple[bytes, list[bytes]]]:
        """What is said of addresses and of the citations of the claims among them, as `part` gives it."""
        cites: list[str] = []
        for subject, said in statements(self._opened, addresses):
            kept = [(p, o) for p, values in said.items() for o in values if self._belongs(subject, p, o)]
            if subject == self._around and not kept:
                raise StoreError(
                    f"the store does not hold {self._opened.vocabulary.local(subject)}",
                    "is it the same graph as the data folder?",
                )
            for predicate, value in kept:
                self._follow(predicate, predicate, cites)
                if value.kind == "iri":
                    self._follow(value.value, predicate, cites)
            if kept:
                yield f"<{subject}".encode(), [self._lines.line(subject, p, o) for p, o in kept]
        if cites:
            yield from self.described(cites)

    def _belongs(self, subject: str, predicate: str, value: Term) -> bool:
        names = self._opened.vocabulary
        space = names.prefixes["id"]
        if predicate == names.fingerprint:
            return False  # it is that of the whole graph
        if not subject.startswith(space):
            return True
        if names.local(subject) in self._entities:
            # The plain triple of a claim that leaves the selection goes with the claim.
            leaves = value.kind == "iri" and value.value.startswith(space)
            return not leaves or names.local(value.value) in self._entities
        return predicate not in self._stated  # an entity that is only mentioned keeps its names, not its relations

    def _follow(self, iri: str, predicate: str, cites: list[str]) -> None:
        """Takes note of an address that has to be described, unless it is."""
        names = self._opened.vocabulary
        if not iri.startswith(names.base) or iri in self.met:
            return
        if iri.startswith(names.prefixes["claim"]):
            if "#" in iri:
                cites.append(iri)  # it stands under one claim, so nobody asks for it again
            # Of other claims only premises are followed.
            elif predicate == self._derived_from and names.local(iri) not in self._claims:
                self.waiting.add(iri)
        elif not iri.startswith(names.prefixes["id"]) or names.local(iri) not in self._entities:
            self.waiting.add(iri)


class Lines:
    """Writes triples as the store does."""

    def __init__(self) -> None:
        self._known: dict[str, pyoxigraph.NamedNode] = {}

    def line(self, subject: str, predicate: str, value: Term) -> bytes:
        """One line of N-Triples. Raises StoreError: the value is a blank node, which the graph never has."""
        import pyoxigraph

        end: pyoxigraph.NamedNode | pyoxigraph.Literal
        if value.kind == "iri":
            end = pyoxigraph.NamedNode(value.value)
        elif value.kind == "bnode":
            raise StoreError("the store holds blank nodes under the base of the graph", "is it the graph of tocgraph?")
        elif value.language:
            end = pyoxigraph.Literal(value.value, language=value.language)
        else:
            end = pyoxigraph.Literal(value.value, datatype=self._node(value.datatype) if value.datatype else None)
        return f"{pyoxigraph.Triple(pyoxigraph.NamedNode(subject), self._node(predicate), end)} .\n".encode()

    def _node(self, iri: str) -> pyoxigraph.NamedNode:
        """The node of a property or a datatype, of which there are few."""
        import pyoxigraph

        if iri not in self._known:
            self._known[iri] = pyoxigraph.NamedNode(iri)
        return self._known[iri]


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
