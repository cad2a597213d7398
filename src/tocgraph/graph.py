"""The knowledge graph in memory: records with indexes, and the NetworkX view of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tocgraph import locate
from tocgraph.checks import load_checked
from tocgraph.dates import parse_date
from tocgraph.errors import TocgraphError
from tocgraph.inference import derive
from tocgraph.model import STANDINGS, Dataset, Entity, Layer, Relation, Schema, Sense, Source

if TYPE_CHECKING:
    import networkx

    from tocgraph.viewing import View


def load(data_dir: str | Path | None = None, over: Iterable[str | Path] = ()) -> KnowledgeGraph:
    """The knowledge graph of a data folder, in memory; by default TOCGRAPH_DATA, else the installed data.

    `over` are folders laid over it, after those that TOCGRAPH_OVERLAYS names.

    Raises:
        DataError: the data has errors; `problems` lists them.
        TocgraphError: there is no such data folder.
    """
    layers = locate.layers(data_dir, over)
    if layers.files:
        message = f"{layers.files[0]} can be asked, but not held in memory as records"
        raise TocgraphError(message, "open_store() lays it over the data")
    return KnowledgeGraph(load_checked(layers))


def period_within(relation: Relation, lives: Mapping[str, tuple[str, str]], lasting: bool) -> tuple[str, str]:
    """The first and last day on which a relation can have held, by its dates and the lives of its ends."""
    first = parse_date(relation.since).earliest if relation.since else ""
    last = parse_date(relation.until).latest if relation.until else ""
    if relation.object is None:
        return first, last
    ends_of = [lives.get(end, ("", "")) for end in (relation.subject, relation.object)]
    ends = [last] if lasting else [last, *(life[1] for life in ends_of)]
    return max(first, *(life[0] for life in ends_of)), min(filter(None, ends), default="")


class KnowledgeGraph:
    """Entities, relations and sources of one data set, in canonical order.

    `relations` holds what is stated and what follows from it by the rules of the schema.
    """

    def __init__(self, dataset: Dataset) -> None:
        self.schema: Schema = dataset.schema_
        self.entities: dict[str, Entity] = {e.id: e for e in sorted(dataset.entities, key=lambda e: e.id)}
        self.sources: dict[str, Source] = {s.id: s for s in sorted(dataset.sources, key=lambda s: s.id)}
        self.overlays: list[Layer] = dataset.overlays
        self.senses: list[Sense] = dataset.senses
        self.relations: list[Relation] = sorted([*dataset.relations, *derive(dataset)], key=lambda r: r.key)

    def __repr__(self) -> str:
        return f"<KnowledgeGraph: {len(self.entities)} entities, {len(self.relations)} relations>"

    def view(
        self,
        query: str | None = None,
        around: str | None = None,
        depth: int = 1,
        types: Sequence[str] = (),
        as_of: str | None = None,
    ) -> View:
        """The page of this graph, or of a part of it, which a notebook shows; see `tocgraph.view`."""
        from tocgraph.viewing import view

        return view(self, query, around, depth, types, as_of)

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

    @cached_property
    def lives(self) -> dict[str, tuple[str, str]]:
        """The first and last day on which an entity can have existed; "" for a bound that nothing says.

        The dates come from claims, taken as fact, of relation types flagged `begins` and `ends`. Where sources
        differ the widest bounds count. A provision exists no longer than what it is part of. Entities of
        which nothing is said are left out.
        """
        flags = {r.id: set(r.flags) for r in self.schema.relation_types}
        begun: dict[str, list[str]] = {}
        ended: dict[str, list[str]] = {}
        for relation in self.relations:
            if relation.value is None or relation.standing not in STANDINGS[:2]:
                continue
            if "begins" in flags[relation.relation]:
                begun.setdefault(relation.subject, []).append(parse_date(relation.value).earliest)
            if "ends" in flags[relation.relation]:
                ended.setdefault(relation.subject, []).append(parse_date(relation.value).latest)
        found = {entity: (min(begun.get(entity, [""])), max(ended.get(entity, [""]))) for entity in {**begun, **ended}}
        for provision, wholes in self._wholes.items():
            life, seen = found.get(provision, ("", "")), {provision}
            while wholes:
                seen |= wholes
                for whole in sorted(wholes):
                    other = found.get(whole, ("", ""))
                    life = (max(life[0], other[0]), min(filter(None, (life[1], other[1])), default=""))
                wholes = {above for whole in wholes for above in self._wholes.get(whole, ())} - seen
            if any(life):
                found[provision] = life
        return found

    @cached_property
    def _wholes(self) -> dict[str, set[str]]:
        """What each provision is part of, by the terms that the schema maps its types to."""
        parts = {t.id for t in self.schema.entity_types if t.rdf == "eli:LegalResourceSubdivision"}
        within = {r.id for r in self.schema.relation_types if r.rdf == "dcterms:isPartOf"}
        found: dict[str, set[str]] = {}
        for relation in self.relations:
            if relation.relation in within and relation.object is not None and relation.standing in STANDINGS[:2]:
                subject = self.entities.get(relation.subject)
                if subject is not None and not parts.isdisjoint(self.schema.ancestors(subject.type)):
                    found.setdefault(relation.subject, set()).add(relation.object)
        return found

    def period(self, relation: Relation) -> tuple[str, str]:
        """The first and last day on which a relation can have held; "" for a bound that nothing says.

        A relation between two entities cannot hold before both exist, nor after one of them is over
        unless its type is `lasting`: what was adopted by a body stays adopted by it.
        """
        return period_within(relation, self.lives, "lasting" in self.schema.relations[relation.relation].flags)

    def as_of(self, date: str) -> KnowledgeGraph:
        """The same graph with only the entities that may exist and the relations that may hold on that date.

        What is undated stays: its time is unknown, which is not the same as past. See `lives` and `period`.

        Raises:
            ValueError: the date is not YYYY, YYYY-MM or YYYY-MM-DD.
        """
        day = parse_date(date)

        def within(bounds: tuple[str, str]) -> bool:
            return bounds[0] <= day.latest and (not bounds[1] or bounds[1] >= day.earliest)

        graph = KnowledgeGraph.__new__(KnowledgeGraph)
        graph.schema, graph.sources, graph.overlays = self.schema, self.sources, self.overlays
        graph.relations = [r for r in self.relations if within(self.period(r))]
        # A lasting relation keeps its ends even when one of them is over.
        named = {end for r in graph.relations if r.object is not None for end in (r.subject, r.object)}
        graph.entities = {i: e for i, e in self.entities.items() if i in named or within(self.lives.get(i, ("", "")))}
        graph.relations = [r for r in graph.relations if r.subject in graph.entities]
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
