"""JSON: the network as nodes and edges with everything known of them; and the same as one record a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from tocgraph.dates import PartialDate
from tocgraph.exporters.network import Held, Network
from tocgraph.exporters.records import (
    ClaimRecord,
    EntityRecord,
    SourceRecord,
    claim_records,
    entity_records,
    source_records,
)
from tocgraph.exporters.selection import Selection
from tocgraph.exporters.table_rows import about
from tocgraph.store import OpenStore
from tocgraph.vocabulary import TRANSLATION


def nodelink(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """One JSON object in the node-link form that networkx and D3 read: nodes, edges, sources.

    Each node and each edge stands on a line of its own.

    Raises:
        StoreError: the store failed.
    """
    network, sources = Network(opened, selection), set[str]()

    def edge(record: ClaimRecord) -> dict[str, Any]:
        sources.update(place.source for place in record.claim.citations)
        claim = _claim(opened, record)
        return {"source": claim.pop("subject"), "target": claim.pop("object"), "key": claim.pop("id"), **claim}

    head = {"directed": True, "multigraph": True, "graph": dict(about(opened, selection))}
    with Held(_listed(edge(record) for record in network.edges())) as edges:
        yield _json(head)[:-1].encode() + b',\n"nodes": [\n'

        def node_values() -> Iterator[dict[str, Any]]:
            for node in network.nodes():
                sources.update(place.source for r in node.values for place in r.claim.citations)
                sources.update(o for o in node.entity.label_from.values() if o != TRANSLATION)
                values = [{k: v for k, v in _claim(opened, r).items() if k != "subject"} for r in node.values]
                yield _entity(node.entity) | {"values": values}

        yield from _listed(node_values())
        yield b'\n],\n"edges": [\n'
        yield from edges
    yield b'\n],\n"sources": [\n'
    yield from _listed(_source(source) for source in source_records(opened, sorted(sources)))
    yield b"\n]}\n"


def lines(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """JSON Lines: a first line about the export, then entities, claims and sources, each with its `kind`.

    Raises:
        StoreError: the store failed.
    """
    sources: set[str] = set()

    def records() -> Iterator[dict[str, Any]]:
        yield {"kind": "about"} | dict(about(opened, selection))
        for entity in entity_records(opened, selection.entities):
            sources.update(o for o in entity.label_from.values() if o != TRANSLATION)
            yield {"kind": "entity"} | _entity(entity)
        for record in claim_records(opened, selection.claims):
            sources.update(place.source for place in record.claim.citations)
            yield {"kind": "claim"} | _claim(opened, record)

    def cited() -> Iterator[dict[str, Any]]:
        for source in source_records(opened, sorted(sources)):
            yield {"kind": "source"} | _source(source)

    for record in chain(records(), cited()):
        yield _json(record).encode() + b"\n"


def _listed(records: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    mark = b""
    for record in records:
        yield mark + _json(record).encode()
        mark = b",\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _entity(entity: EntityRecord) -> dict[str, Any]:
    aliases: dict[str, list[str]] = {}
    for language, alias in entity.aliases:
        aliases.setdefault(language, []).append(alias)
    return {
        "id": entity.id,
        "iri": entity.iri,
        "type": entity.type,
        "label": entity.label,
        "label_from": entity.label_from,
        "aliases": aliases,
        "description": entity.description,
        "identifiers": entity.identifiers,
        "exists": {"from": entity.exists[0] or None, "to": entity.exists[1] or None},
    }


def _claim(opened: OpenStore, record: ClaimRecord) -> dict[str, Any]:
    claim = record.claim
    end: dict[str, Any] = {"object": claim.object}
    if claim.object is None:
        end = {"value": claim.value, "value_type": record.kind, "value_days": _days(record.value)}
    return {
        "id": claim.id,
        "iri": record.iri,
        "subject": claim.subject,
        "relation": claim.relation,
        "label": opened.schema.relations.get(claim.relation, {}).get("label", {}),
        **end,
        "since": claim.since or None,
        "since_days": _days(record.since),
        "until": claim.until or None,
        "until_days": _days(record.until),
        "holds": {"from": record.holds[0] or None, "to": record.holds[1] or None},
        "standing": claim.standing,
        "derived": {"rule": claim.rule, "premises": list(claim.premises)} if claim.rule else None,
        "qualifiers": claim.qualifiers,
        "note": claim.note,
        "citations": [{"source": c.source, "at": c.at, "finds": list(c.finds)} for c in claim.citations],
    }


def _days(date: PartialDate | None) -> dict[str, str] | None:
    return {"earliest": date.earliest, "latest": date.latest} if date else None


def _source(source: SourceRecord) -> dict[str, Any]:
    found = source._asdict() | {"authors": list(source.authors)}
    return {name: value for name, value in found.items() if value}
