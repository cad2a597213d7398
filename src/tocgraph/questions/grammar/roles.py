"""Which ends a relation type admits: the schema disposes what the order of words proposes."""

from __future__ import annotations

from collections.abc import Iterable

from tocgraph.questions.reading import OBJECT, SUBJECT, Condition, End
from tocgraph.store import OpenStore
from tocgraph.text import key


class Roles:
    """The types of a schema, asked again and again while one question is read."""

    def __init__(self, opened: OpenStore) -> None:
        self.opened, self.schema = opened, opened.schema
        self._above = {t: frozenset(self.schema.ancestors(t)) for t in self.schema.types}
        self._types: dict[str, str] = {}
        self._lying: dict[tuple[str, str], bool] = {}
        lexicon = opened.names.meta("lexicon")
        self.plurals = frozenset(lexicon["plurals"])
        self._nouns: dict[str, list[str]] = lexicon["nouns"]
        self._by_doing = {t: {(r, role) for r, role in ends} for t, ends in lexicon["roles"].items()}

    def admitted(self, relation: str, role: str) -> list[str]:
        """The types that may stand at that end; none at the end of a literal."""
        spec = self.schema.relations[relation]
        found: list[str] = spec["from"] if role == SUBJECT else spec.get("to", [])
        return found

    def labelled(self, text: str, types: Iterable[str]) -> list[str]:
        """Those of the types of which the text is the label, and not just another word for such things."""
        return [t for t in types if t in self._nouns.get(key(text), ())]

    def fits(self, end: End, allowed: Iterable[str]) -> bool:
        """Whether all entities of an end, or some thing of its types, may stand where `allowed` is admitted."""
        admitted = frozenset(allowed)
        if end.entities:
            return all(self._above.get(self.type_of(e), frozenset()) & admitted for e in end.entities)
        if end.value:
            return bool({"provision", "article"} & admitted)
        if end.types:
            return any(self.compatible(t, admitted) for t in end.types)
        return all(self._leaves(c, admitted) for c in end.conditions if c.relations and not c.negated)

    def _leaves(self, condition: Condition, allowed: frozenset[str]) -> bool:
        """Whether a thing of which that holds may be of an allowed type as well."""
        relations = [r for r in condition.relations if not self.schema.symmetric(r)]
        if len(relations) < len(condition.relations):
            return True
        return any(self.compatible(t, allowed) for r in relations for t in self.admitted(r, condition.role))

    def compatible(self, entity_type: str, allowed: Iterable[str]) -> bool:
        """Whether some entity of that type may stand at an end that admits `allowed`."""
        own = self._above[entity_type]
        return any(a in own or entity_type in self._above[a] for a in allowed)

    def by_doing(self, entity_type: str, relation: str, role: str) -> bool:
        """Whether whatever stands at that end may be called by the type: what hinders something, an obstacle."""
        return (relation, role) in self._by_doing.get(entity_type, ())

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

    def lies_in(self, things: tuple[str, ...], places: tuple[str, ...]) -> bool:
        """Whether the one thing is recorded to lie in the one place, directly."""
        if len(things) != 1 or len(places) != 1 or things == places:
            return False
        if (things[0], places[0]) not in self._lying:
            # FIA is part of Pakistan; a kind of crime is no part of the crime
            where = [
                r
                for r, spec in self.schema.relations.items()
                if self.answers(r, "where")
                or ("transitive" in spec.get("flags", ()) and "organization" in self.admitted(r, SUBJECT))
            ]
            if not self.fits(End(entities=places), [t for r in where for t in self.admitted(r, OBJECT)]):
                return False
            names = self.opened.vocabulary
            query = names.header("rdf") + (
                "SELECT ?claim WHERE {\n"
                f"  VALUES ?relation {{ {' '.join(f'<{names.relation(r)}>' for r in where)} }}\n"
                f"  ?claim rdf:subject <{names.entity(things[0])}> ; rdf:object <{names.entity(places[0])}> ;\n"
                "    rdf:predicate ?relation .\n} LIMIT 1"
            )
            self._lying[things[0], places[0]] = bool(self.opened.store.select(query).rows)
        return self._lying[things[0], places[0]]

    def denied(self, relations: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the relation types that a denial is of: who is no member may still be an associate."""
        groups = [r for r in relations if "grouping" in self.schema.relations[r].get("flags", ())]
        return tuple(r for r in groups if not self.answers(r, "where")) or relations

    def literal(self, relation: str) -> str:
        """The datatype of a literal relation, "" for one between things."""
        return str(self.schema.relations[relation].get("value", ""))

    def answers(self, relation: str, what: str) -> bool:
        """Whether the relation type answers `where` or `when`."""
        return what in self.schema.relations[relation].get("answers", ())

    def one_place(self, relation: str) -> bool:
        """Whether the relation type says in which one place a thing lies."""
        return self.answers(relation, "where") and "transitive" in self.schema.relations[relation].get("flags", ())
