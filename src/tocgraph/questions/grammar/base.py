"""What every part of the grammar needs: the schema, the verbs, and conditions cut to what fits."""

from __future__ import annotations

from collections.abc import Iterable

from tocgraph.questions.grammar.negation import NEGATABLE
from tocgraph.questions.grammar.phrase import Phrase
from tocgraph.questions.grammar.roles import Roles
from tocgraph.questions.grammar.verbs import Verbs
from tocgraph.questions.linking.groups import grouping, holds_places
from tocgraph.questions.reading import OBJECT, SUBJECT, Condition, End


class Rules:
    """The parts of the grammar build on this."""

    def __init__(self, roles: Roles, verbs: Verbs, yes_no: bool) -> None:
        self.roles, self.schema, self.verbs, self.yes_no = roles, roles.schema, verbs, yes_no

    def narrowed(self, ends: tuple[End, ...], conditions: tuple[Condition, ...], asks: str) -> tuple[Condition, ...]:
        """The conditions with the relation types that admit those ends; none when one has none left."""
        found = []
        for condition in conditions:
            if condition.either:
                branches = [self.narrowed(ends, branch, asks) for branch in condition.either]
                if not all(branches):
                    return ()
                found.append(condition._replace(either=tuple(branches)))
                continue
            relations = []
            for relation in condition.relations:
                if asks == "where" and not (condition.role == OBJECT and self.roles.answers(relation, "where")):
                    continue
                admitted = self.roles.admitted(relation, condition.role)
                other = self.roles.admitted(relation, SUBJECT if condition.role == OBJECT else OBJECT)
                if self.schema.symmetric(relation):
                    admitted = admitted + other
                if all(self.roles.fits(end, admitted) for end in ends):
                    relations.append(relation)
            if not relations and condition.relations:
                return ()
            found.append(condition._replace(relations=tuple(relations)))
        return tuple(found)

    def called(self, end: End, conditions: tuple[Condition, ...]) -> tuple[End, tuple[Condition, ...]]:
        """The end without its type where a condition makes the thing one: "obstacles that hinder X" are all that do."""
        for n, condition in enumerate(conditions):
            kept = tuple(
                r
                for r in condition.relations
                if end.types and all(self.roles.by_doing(t, r, condition.role) for t in end.types)
            )
            if kept and not condition.negated:
                told = condition._replace(relations=kept)
                return end._replace(types=()), (*conditions[:n], told, *conditions[n + 1 :])
        return end, conditions

    def each(self, relations: Iterable[str], one: End, other: End) -> tuple[str, ...]:
        """The relation types that begin between the two when one of those dates comes for the first of them."""
        own = (self.schema.relations[r].get("each") for r in relations)
        return tuple(
            dict.fromkeys(
                r
                for r in own
                if r
                and self.roles.fits(one, self.roles.admitted(r, SUBJECT))
                and self.roles.fits(other, self.roles.admitted(r, OBJECT))
            )
        )

    def denied(self, phrase: Phrase) -> Phrase:
        """The clause with every condition turned round."""
        found = []
        for condition in phrase.conditions:
            found.append(condition._replace(relations=self.roles.denied(condition.relations), negated=True))
        return phrase._replace(conditions=tuple(found))

    def party(self, end: End, named: End) -> Condition | None:
        """That things of those types are parties to the instrument named: "states in the treaty"; None if they cannot.

        Of all that links the two it is what stands or falls by a list.
        """
        able = self.roles.admitted(NEGATABLE, SUBJECT)
        if not ((end.types or end.conditions) and named.entities and named.bare):
            return None
        if not all(any(self.roles.within_type(t, a) for a in able) for t in end.types) or not self.roles.fits(
            end, able
        ):
            return None
        fits = self.roles.fits(named, self.roles.admitted(NEGATABLE, OBJECT))
        return Condition((NEGATABLE,), SUBJECT, named) if fits else None

    def part(self, end: End, named: End) -> Condition | None:
        """That provisions are parts of the text named: "the UNCAC article"; None if they cannot be."""
        if not end.types or not all(self.roles.within_type(t, "provision") for t in end.types):
            return None
        one = len(named.entities) == 1 and named.bare and self.roles.is_a(named.entities[0], "instrument")
        return Condition(("part-of",), SUBJECT, named) if one else None

    def group(self, types: tuple[str, ...], named: End, places: bool) -> Condition | None:
        """That things of those types belong to the group, or with `places` lie in the region; None if they cannot."""
        if len(types) != 1 or len(named.entities) != 1:
            return None
        relations = grouping(self.roles.opened, types[0], named.entities[0], places=places)
        if not relations:
            return None
        return Condition(relations, SUBJECT, named, within=holds_places(self.roles.opened, named.entities))
