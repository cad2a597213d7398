"""The knowledge graph in memory: records with indexes, and the NetworkX view of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tocgraph import locate
from tocgraph.checks import load_checked
from tocgraph.dates import parse_date
from tocgraph.inference import derive
from tocgraph.model import Dataset, Entity, Relation, Schema, Source

if TYPE_CHECKING:
    import networkx


def load(data_dir: str | Path | None = None) -> KnowledgeGraph:
    """The knowledge graph of a data folder, in memory; by default TOCGRAPH_DATA, else the installed data.

    Raises:
        DataError: the data has errors; `problems` lists them.
        TocgraphError: there is no such data folder.
    """
    return KnowledgeGraph(load_checked(locate.data_dir(data_dir)))


class KnowledgeGraph:
    """Entities, relations and sources of one data set, in canonical order.

    `relations` holds what is stated and what follows from it by the rules of the schema.
    """

    def __init__(self, dataset: Dataset) -> None:
        self.schema: Schema = dataset.schema_
        self.entities: dict[str, Entity] = {e.id: e for e in sorted(dataset.entities, key=lambda e: e.id)}
        self.sources: dict[str, Source] = {s.id: s for s in sorted(dataset.sources, key=lambda s: s.id)}
        self.relations: list[Relation] = sorted([*dataset.relations, *derive(dataset)], key=lambda r: r.key)

    def __repr__(self) -> str:
        return f"<KnowledgeGraph: {len(self.entities)} entities, {len(self.relations)} relations>"

    @cached_property
    def stated(self) -> list[Relation]:
        """The relations that the data files state: those that are not derived."""
        return [r for r in self.relations if r.derived is None]

    @cached_property
    def derived(self) -> list[Relation]:
        """The relations that follow from others."""
        return [r for r in self.relations if r.derived is not None]

    @cached_property
    def claims(self) -> dict[str, Relation]:
        """The relations by claim id."""
        return {r.id: r for r in self.relations}

    def as_of(self, date: str) -> KnowledgeGraph:
        """The same graph with only the relations that may hold on that (partial) date.

        An undated relation stays: its time is unknown, which is not the same as past.

        Raises:
            ValueError: the date is not YYYY, YYYY-MM or YYYY-MM-DD.
        """
        day = parse_date(date)

        def may_hold(relation: Relation) -> bool:
            begun = relation.since is None or parse_date(relation.since).earliest <= day.latest
            return begun and (relation.until is None or parse_date(relation.until).latest >= day.earliest)

        return self._with(r for r in self.relations if may_hold(r))

    def _with(self, relations: Iterable[Relation]) -> KnowledgeGraph:
        graph = KnowledgeGraph.__new__(KnowledgeGraph)
        graph.schema, graph.entities, graph.sources = self.schema, self.entities, self.sources
        graph.relations = list(relations)
        return graph

    @cached_property
    def networkx(self) -> networkx.MultiDiGraph:
        """The graph as a NetworkX multigraph: entity ids as nodes, claim ids as edge keys.

        Nodes carry `type` and `label`; edges carry `relation`, `standing`, `since`, `until` and
        `derived`, the rule that a derived claim follows from.
        Literal relations are not edges. Disputed and rejected claims are included with their standing.
        """
        import networkx

        graph = networkx.MultiDiGraph()
        for entity in self.entities.values():
            graph.add_node(entity.id, type=entity.type, label=entity.name())
        for relation in self.relations:
            if relation.object is not None:
                graph.add_edge(
                    relation.subject,
                    relation.object,
                    key=relation.id,
                    relation=relation.relation,
                    standing=relation.standing,
                    since=relation.since or "",
                    until=relation.until or "",
                    derived=relation.derived.rule if relation.derived else "",
                )
        return graph
