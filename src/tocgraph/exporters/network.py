"""The selection as a network: entities are nodes, claims between two of them are edges, values belong to their node."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tocgraph.exporters.plain import cited, qualified
from tocgraph.exporters.records import ClaimRecord, EntityRecord, claim_records, entity_records
from tocgraph.exporters.selection import Selection
from tocgraph.store import OpenStore
from tocgraph.store.statements import in_batches

_PIECE = 1 << 20


class Node(NamedTuple):
    """An entity with the claims that give it a value: a date, a number or a text."""

    entity: EntityRecord
    values: tuple[ClaimRecord, ...]


class Network:
    """Reads nodes and edges, some hundreds at a time.

    When `edges` has been read to its end, `relations` holds the relation types that the values of nodes have.
    """

    def __init__(self, opened: OpenStore, selection: Selection) -> None:
        self.opened = opened
        self.selection = selection
        self.relations: set[str] = set()

    def edges(self) -> Iterator[ClaimRecord]:
        """The claims between two entities, in the order of their ids."""
        for record in claim_records(self.opened, self.selection.claims):
            if record.claim.object is None:
                self.relations.add(record.claim.relation)
            else:
                yield record

    def nodes(self) -> Iterator[Node]:
        """The entities, in the order of their ids, with their values by relation type, standing and value."""
        chosen = None if self.selection.whole else frozenset(self.selection.claims)
        for entities in in_batches(entity_records(self.opened, self.selection.entities)):
            valued = [c for c in self._valued(entities) if chosen is None or c in chosen]
            values: dict[str, list[ClaimRecord]] = {}
            for record in claim_records(self.opened, sorted(valued)):
                values.setdefault(record.claim.subject, []).append(record)
            for entity in entities:
                yield Node(entity, tuple(sorted(values.get(entity.id, ()), key=_order)))

    def _valued(self, entities: Iterable[EntityRecord]) -> Iterator[str]:
        names = self.opened.vocabulary
        subjects = " ".join(f"<{entity.iri}>" for entity in entities)
        query = f"""{names.header("rdf", "toc")}SELECT ?x WHERE {{
  VALUES ?subject {{ {subjects} }} ?x rdf:subject ?subject ; rdf:object ?value ; a toc:Claim FILTER(isLiteral(?value))
}}"""
        return (names.local(row["x"].value) for row in self.opened.store.select(query).rows)

    def node_texts(self, node: Node) -> dict[str, str]:
        """What formats that know only text say of a node; absent texts are left out.

        Of each relation type of its values there is `value_TYPE` with what is taken as fact, and `doubted_TYPE` with
        what is not, its standing in brackets; `values_cited` says where they stand.
        """
        entity, label = node.entity, self.opened.schema.label
        texts = {
            "label": entity.name(),
            "label_ar": entity.label.get("ar", ""),
            "type": entity.type,
            "type_label": label("types", entity.type),
            "type_label_ar": label("types", entity.type, "ar"),
            "aliases": "; ".join(alias for _, alias in entity.aliases),
            "description": entity.description.get("en", ""),
            "description_ar": entity.description.get("ar", ""),
            "exists_from": entity.exists[0],
            "exists_to": entity.exists[1],
            "address": entity.iri,
        }
        places = []
        for record in node.values:
            claim = record.claim
            name = f"{'value' if record.is_fact else 'doubted'}_{claim.relation}"
            said = (claim.value or "") + ("" if record.is_fact else f" [{claim.standing}]")
            texts[name] = f"{texts[name]}; {said}" if name in texts else said
            places.append(f"{label('relations', claim.relation)} {said}: {cited(claim)}")
        texts["values_cited"] = " | ".join(places)
        return {name: text for name, text in texts.items() if text}

    def edge_texts(self, record: ClaimRecord) -> dict[str, str]:
        """What formats that know only text say of an edge; absent texts are left out."""
        claim, schema = record.claim, self.opened.schema
        texts = {
            "label": schema.label("relations", claim.relation),
            "label_ar": schema.label("relations", claim.relation, "ar"),
            "claim": claim.id,
            "relation": claim.relation,
            "standing": claim.standing,
            "derived_by": claim.rule,
            "since": claim.since,
            "since_earliest": record.since.earliest if record.since else "",
            "since_latest": record.since.latest if record.since else "",
            "until": claim.until,
            "until_earliest": record.until.earliest if record.until else "",
            "until_latest": record.until.latest if record.until else "",
            "qualifiers": qualified(self.opened, claim),
            "note": claim.note.get("en", ""),
            "note_ar": claim.note.get("ar", ""),
            "sources": cited(claim),
            "address": record.iri,
        }
        return {name: text for name, text in texts.items() if text}

    def symmetric(self, record: ClaimRecord) -> bool:
        """Whether the relation of an edge holds both ways."""
        relation = record.claim.relation
        return relation in self.opened.schema.relations and self.opened.schema.symmetric(relation)


EDGE_TEXTS = (
    "label", "label_ar", "claim", "relation", "standing", "derived_by", "since", "since_earliest", "since_latest",
    "until", "until_earliest", "until_latest", "qualifiers", "note", "note_ar", "sources", "address",
)  # fmt: skip
"""The names that `edge_texts` may give."""

NODE_TEXTS = (
    "label", "label_ar", "type", "type_label", "type_label_ar", "aliases", "description", "description_ar",
    "exists_from", "exists_to", "address", "values_cited",
)  # fmt: skip
"""The names that `node_texts` may give, besides those of values."""


class Held:
    """What is written after something that is only known when it is complete: kept on disk once it is large."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._file = tempfile.SpooledTemporaryFile(max_size=16 * _PIECE)  # noqa: SIM115 (closed by __exit__)
        try:
            for piece in pieces:
                self._file.write(piece)
        except BaseException:
            self._file.close()
            raise

    def __iter__(self) -> Iterator[bytes]:
        self._file.seek(0)
        while piece := self._file.read(_PIECE):
            yield piece

    def __enter__(self) -> Held:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()


def _order(record: ClaimRecord) -> tuple[str, bool, str, str]:
    claim = record.claim
    return claim.relation, not record.is_fact, claim.value or "", claim.id
