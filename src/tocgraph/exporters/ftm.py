"""FollowTheMoney entities, one JSON object a line, for Aleph, OpenAleph and OpenSanctions tools (extra `ftm`).

The library checks every value against its model: what it would not take (a country code that it does not know, an
address that is none) is left out of that property and stays in the notes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from tocgraph.exporters import need
from tocgraph.exporters.network import Network, Node
from tocgraph.exporters.plain import checked, cited, qualified
from tocgraph.exporters.records import ClaimRecord, SourceRecord, source_records
from tocgraph.exporters.selection import Selection
from tocgraph.store import OpenStore

SCHEMATA = {
    "state": "PublicBody",
    "mission": "PublicBody",
    "international-organization": "PublicBody",
    "regional-organization": "PublicBody",
    "police-organization": "PublicBody",
    "judicial-body": "PublicBody",
    "national-agency": "PublicBody",
    "organization": "Organization",
    "criminal-actor": "Organization",
    "person": "Person",
    "stakeholder": "Note",
    "actor": "LegalEntity",
    "territory": "Territory",
    "place": "Territory",
    "event": "Event",
    "programme": "Project",
    "instrument": "Document",
    "provision": "Document",
    "document": "Document",
}
"""Our entity types, each with the narrower ones that are not named themselves, and the schemata of FollowTheMoney."""

_BY_CLASS = {
    "org:": "Organization",
    "prov:Agent": "LegalEntity",
    "schema:Country": "PublicBody",
    "schema:Event": "Event",
    "schema:CreativeWork": "Document",
    "eli:": "Document",
}
"""What an entity type of somebody's own is, going by the class that it is mapped to in the schema."""

_OTHER = "Note"
"""Concepts, findings, tools and the like: FollowTheMoney has no schema for what is neither a party, a place, an event
nor a text. Notes are never matched against parties."""

_EDGES = {
    "member-of": ("Membership", "member", "organization"),
    "successor-of": ("Succession", "successor", "predecessor"),
    "mentions": ("Documentation", "document", "entity"),
    "about": ("Documentation", "document", "entity"),
    "participates-in": ("ProjectParticipant", "participant", "project"),
}
"""Relation types with a schema of their own, where the ends are of the schemata that it takes."""

_VALUES = {
    "founded": ("incorporationDate", "startDate"),
    "dissolved": ("dissolutionDate", "endDate"),
    "starts-on": ("startDate",),
    "ends-on": ("endDate",),
    "adopted-on": ("date",),
    "published-on": ("publishedAt", "date"),
    "language": ("language",),
}
"""Values that stand in a property: the first one that the schema has."""


def entities(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """The entities, their links and the cited works as FollowTheMoney entities, one a line.

    Raises:
        TocgraphError: followthemoney is not installed, or a text holds what it cannot.
        StoreError: the store failed.
    """
    need("followthemoney", "ftm")
    writer = _Writer(opened)
    network = Network(opened, selection)
    for node in network.nodes():
        yield _line(writer.thing(node))
    for record in network.edges():
        yield _line(writer.link(record))
    for source in source_records(opened, sorted(writer.sources)):
        yield _line(writer.work(source))


def _line(proxy: Any) -> bytes:
    found = proxy.to_dict()
    # The library keeps values in the order in which they were added, and properties in that of a hash table.
    found["properties"] = {name: found["properties"][name] for name in sorted(found["properties"])}
    ordered = {name: found[name] for name in ("id", "schema", "properties")}
    return json.dumps(ordered, ensure_ascii=False).encode() + b"\n"


class _Writer:
    def __init__(self, opened: OpenStore) -> None:
        from followthemoney import model

        self._model: Any = model
        self._opened = opened
        self._schemata: dict[str, str] = {}
        self.sources: set[str] = set()

    def thing(self, node: Node) -> Any:
        """The entity itself, with its values."""
        entity, label = node.entity, self._opened.schema.label
        proxy = self._new(self._schema(entity.type), entity.id)
        names = [entity.name(), *(entity.label[code] for code in sorted(entity.label))]
        self._add(proxy, ("name",), names)
        self._add(proxy, ("title",), names[:1] if proxy.schema.is_a("Document") else ())
        self._add(proxy, ("alias",), [alias for _, alias in entity.aliases if alias not in names])
        self._add(proxy, ("description",), [entity.description[code] for code in sorted(entity.description)])
        self._add(proxy, ("keywords",), [label("types", entity.type), label("types", entity.type, "ar")])
        self._add(proxy, ("sourceUrl",), [entity.iri])
        notes = []
        for scheme, value in sorted(entity.identifiers.items()):
            properties = {"wikidata": ("wikidataId",), "iso2": ("country",), "website": ("website", "sourceUrl")}
            if not self._add(proxy, properties.get(scheme, ()), [value]):
                notes.append(f"{scheme}: {value}")
        for record in node.values:
            claim = record.claim
            self.sources.update(place.source for place in claim.citations)
            self._add(proxy, ("proof",), [_key(f"source-{place.source}") for place in claim.citations])
            if record.is_fact:
                self._add(proxy, _VALUES.get(claim.relation, ()), [claim.value or ""])
            mark = "" if record.is_fact else f" [{claim.standing}]"
            unit = "; ".join(filter(None, [qualified(self._opened, claim), *claim.note.values()]))
            notes.append(
                f"{label('relations', claim.relation)}: {claim.value}{mark} ({cited(claim)})" + f" {unit}" * bool(unit)
            )
        self._add(proxy, ("notes",), notes)
        return proxy

    def link(self, record: ClaimRecord) -> Any:
        """A claim between two entities; one that is no fact says so in its role and status."""
        claim, label = record.claim, self._opened.schema.label
        known = self._opened.names.entities([claim.subject, claim.object or ""])
        ends = [self._schema(known[e].type) if e in known else _OTHER for e in (claim.subject, claim.object or "")]
        schema, first, second = _EDGES.get(claim.relation, ("UnknownLink", "subject", "object"))
        # What is no fact must not pass for a membership, whatever reads only the schema.
        if not record.is_fact or not (self._fits(schema, first, ends[0]) and self._fits(schema, second, ends[1])):
            schema, first, second = "UnknownLink", "subject", "object"
        proxy = self._new(schema, claim.id)
        self._add(proxy, (first,), [_key(claim.subject)])
        self._add(proxy, (second,), [_key(claim.object or "")])
        self._add(proxy, ("role",), [label("relations", claim.relation), label("relations", claim.relation, "ar")])
        if not record.is_fact:
            # In place of the plain role: whatever shows the link shows the mark.
            proxy.pop("role")
            self._add(proxy, ("role",), [f"{label('relations', claim.relation)} [{claim.standing}]"])
        self._add(proxy, ("status",), [claim.standing])
        self._add(proxy, ("startDate",), [claim.since])
        self._add(proxy, ("endDate",), [claim.until])
        self._add(proxy, ("recordId",), [claim.id])
        self._add(proxy, ("sourceUrl",), [record.iri])
        self._add(proxy, ("proof",), [_key(f"source-{place.source}") for place in claim.citations])
        derived = f"derived by the rule: {label('rules', claim.rule)}" if claim.rule else ""
        told = [f"{place.title}, {place.at}" for place in claim.citations]
        self._add(proxy, ("description",), [*told, qualified(self._opened, claim), derived])
        self._add(proxy, ("summary",), [claim.note[code] for code in sorted(claim.note)])
        self.sources.update(place.source for place in claim.citations)
        return proxy

    def work(self, source: SourceRecord) -> Any:
        """A cited work as a document."""
        proxy = self._new("Document", f"source-{source.id}")
        self._add(proxy, ("name",), [source.title])
        self._add(proxy, ("title",), [source.title])
        self._add(proxy, ("author",), source.authors)
        self._add(proxy, ("publisher",), [source.publisher])
        self._add(proxy, ("publishedAt",), [source.issued])
        self._add(proxy, ("language",), [source.language])
        self._add(proxy, ("sourceUrl",), [source.url or source.iri])
        self._add(proxy, ("notes",), [source.note, f"license: {source.license}" if source.license else ""])
        return proxy

    def _new(self, schema: str, identifier: str) -> Any:
        proxy = self._model.make_entity(schema)
        proxy.id = _key(identifier)
        return proxy

    def _add(self, proxy: Any, properties: Iterable[str], values: Iterable[str]) -> bool:
        """Adds values to the first of those properties that the schema has; says whether it took any."""
        for name in properties:
            prop = proxy.schema.get(name)
            if prop is None or prop.stub:
                continue
            free = prop.type.name in ("name", "text", "string", "entity")
            for value in values:
                if value:
                    proxy.add(name, checked(value, str(proxy.id)), cleaned=free, quiet=True)
            return bool(proxy.get(name))
        return False

    def _fits(self, schema: str, name: str, end: str) -> bool:
        wanted = self._model.get(schema).get(name).range
        return bool(self._model.get(end).is_a(wanted))

    def _schema(self, entity_type: str) -> str:
        if entity_type not in self._schemata:
            self._schemata[entity_type] = self._looked_up(entity_type)
        return self._schemata[entity_type]

    def _looked_up(self, entity_type: str) -> str:
        types = self._opened.schema.types
        line = list(self._opened.schema.ancestors(entity_type)) if entity_type in types else []
        for kind in line:
            if kind in SCHEMATA:
                return SCHEMATA[kind]
            for beginning, schema in _BY_CLASS.items():
                if str(types[kind].get("rdf") or "").startswith(beginning):
                    return schema
        return _OTHER


def _key(identifier: str) -> str:
    """Ids are shared by all data sets of FollowTheMoney, so ours say whose they are."""
    return f"tocgraph-{identifier}"
