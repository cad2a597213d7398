"""Which ends a relation type admits: the schema disposes what the order of words proposes."""

from __future__ import annotations

from collections.abc import Iterable

from tocgraph.questions.reading import SUBJECT, End
from tocgraph.store import OpenStore


class Roles:
    """The types of a schema, asked again and again while one question is read."""

    def __init__(self, opened: OpenStore) -> None:
        self.opened, self.schema = opened, opened.schema
        self._above = {t: frozenset(self.schema.ancestors(t)) for t in self.schema.types}
        self._types: dict[str, str] = {}
        self.plurals = frozenset(opened.names.meta("lexicon")["plurals"])

    def admitted(self, relation: str, role: str) -> list[str]:
        """The types that may stand at that end; none at the end of a literal."""
        spec = self.schema.relations[relation]
        found: list[str] = spec["from"] if role == SUBJECT else spec.get("to", [])
        return found

    def fits(self, end: End, allowed: Iterable[str]) -> bool:
        """Whether all entities of an end, or some thing of its types, may stand where `allowed` is admitted."""
        admitted = frozenset(allowed)
        if end.entities:
            return all(self._above.get(self.type_of(e), frozenset()) & admitted for e in end.entities)
        if end.value:
            return bool({"provision", "article"} & admitted)
        return not end.types or any(self.compatible(t, admitted) for t in end.types)

    def compatible(self, entity_type: str, allowed: Iterable[str]) -> bool:
        """Whether some entity of that type may stand at an end that admits `allowed`."""
        own = self._above[entity_type]
        return any(a in own or entity_type in self._above[a] for a in allowed)

    def is_a(self, entity: str, entity_type: str) -> bool:
        """Whether the entity is of that type or a narrower one."""
        return entity_type in self._above.get(self.type_of(entity), ())

    def within_type(self, narrow: str, broad: str) -> bool:
        """Whether the first type is the second one or narrower."""
        return broad in self._above[narrow]

    def type_of(self, entity: str) -> str:
        """The type of an entity, "" when there is none of that id."""
        if entity not in self._types:
            named = self.opened.names.entity(entity)
            self._types[entity] = named.type if named else ""
        return self._types[entity]

    def literal(self, relation: str) -> str:
        """The datatype of a literal relation, "" for one between things."""
        return str(self.schema.relations[relation].get("value", ""))

    def answers(self, relation: str, what: str) -> bool:
        """Whether the relation type answers `where` or `when`."""
        return what in self.schema.relations[relation].get("answers", ())
