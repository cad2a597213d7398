"""What one relation phrase of a question demands of the answer, with its limits, as the schema allows it."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.questions.groups import grouping, holds_places
from tocgraph.questions.items import Item
from tocgraph.questions.link import Linked
from tocgraph.questions.reading import OBJECT, SUBJECT, Condition, End
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, stem, words

_ANYTHING = Item("N", ends=(End(),))


class Conditions:
    """Reads the relation phrases among the items of a question."""

    def __init__(self, opened: OpenStore, linked: Linked, items: list[Item]) -> None:
        self.opened, self.schema, self.linked, self.items = opened, opened.schema, linked, items
        self.asked = self._asked()

    def _asked(self) -> Item | None:
        """The item that names the type asked for: the first, or the one that follows the phrase at the end."""
        types = [i for i in self.items if i.kind == "T"]
        if not types:
            return None
        first = self.items[0]
        if first.kind == "T" or self.linked.asks == "count":
            return types[0]
        strong = [n for n, i in enumerate(self.items) if i.kind == "R" and not i.weak]
        before = [i for i in self.items[: strong[0] if strong else None] if i.kind == "T"]
        if before:
            return before[-1]  # "UN missions", "which UN missions operate ...": the noun is what is asked for
        last = self.items[-1]
        return last if first.kind == "N" and last.kind == "T" and last is types[0] else None

    def head(self) -> str | None:
        """The type that the noun of a phrase names, as in "articles of" or "obstacles to"."""
        for item in self.items:
            for entity_type in item.head:
                if any(self.compatible(entity_type, self._answer_ends(p)) for p in item.patterns):
                    return entity_type
        return None

    def _answer_ends(self, pattern: tuple[str, str, str, str]) -> list[str]:
        relation, left, right, _ = pattern
        if left and right:
            return []
        spec = self.schema.relations[relation]
        ends: list[str] = spec.get("to", []) if (left or right) == SUBJECT else spec["from"]
        return ends

    def neighbours(self, item: Item) -> tuple[Item | None, Item | None]:
        """The items left and right of a phrase that can fill its roles."""
        at = self.items.index(item)
        right = self.items[at + 1] if at + 1 < len(self.items) else None
        if right is not None and (right.kind == "R" or right is self.asked):
            right = None
        left = next((i for i in reversed(self.items[:at]) if i.kind == "N" and not i.used), None)
        return left, right

    def conditions(self, item: Item) -> Iterator[tuple[Condition, ...]]:
        """What the relation phrase demands of the answer, in each way of reading it that the schema allows.

        "X and Y" after the phrase makes one condition each.
        """
        left, right = self.neighbours(item)
        groups: dict[tuple[str, int], list[str]] = {}
        others: dict[int, Item] = {}
        for relation, left_role, right_role, loose in item.patterns:
            for role, other in self._ways(item, left, right, left_role, right_role, loose):
                if self._allowed(relation, role, other):
                    others[id(other)] = other
                    groups.setdefault((role, id(other)), []).append(relation)
                    if self.linked.asks == "who":
                        break  # "من" is the subject of its verb; verb before subject is no second way to read it
        anything = (SUBJECT, id(_ANYTHING))
        dates = [r for r in groups.get(anything, ()) if "value" in self.schema.relations[r]]
        if dates:
            groups = {anything: dates}  # "founded before 1950" asks for the date, not for who founded what
        for (role, key), relations in groups.items():
            other = others[key]
            if item.negated and not (all(e.entities for e in other.ends) and self._bearable(item)):
                continue
            other.used = True
            names = tuple(dict.fromkeys(relations))
            ends = other.ends or (self._any_of(other),)
            if all(self.schema.symmetric(r) for r in names):
                role = SUBJECT  # either way round is the same
            where = role == SUBJECT and any("where" in self.schema.relations[r].get("answers", ()) for r in names)
            found = tuple(
                Condition(
                    names,
                    role,
                    end,
                    within=where and holds_places(self.opened, end.entities),
                    negated=item.negated,
                    unit=self._unit(item, names) if role == OBJECT else (),
                )
                for end in ends
            )
            yield tuple(self.timed(c, item) for c in found)

    def _bearable(self, item: Item) -> bool:
        """Whether what is asked for is named, and at most one day or year, so that it can be certain not to hold."""
        limit = self.linked.period
        if self.asked is None and not self.head() and not any(i.kind == "R" and not i.negated for i in self.items):
            return False  # of everything there is, the most cannot be a party at all
        return limit is None or not item.dated or (limit.how == "in" and not self.linked.onset)

    def counts(self, relation: str) -> bool:
        """Whether a relation type gives numbers of different things, told apart by the unit of the claim."""
        spec = self.schema.relations[relation]
        return spec.get("value") == "number" and len(self._counted(spec.get("phrases", {}))) > 1

    def _counted(self, phrases: dict[str, list[str]]) -> dict[str, str]:
        """The types that the phrases name, by their noun."""
        nouns = self.opened.names.meta("lexicon")["nouns"]
        stems = {stem(w) for of in phrases.values() for phrase in of for w in words(phrase)}
        return {noun: types[0] for noun, types in nouns.items() if noun in stems}

    def nouns(self, entity_type: str) -> tuple[str, ...]:
        """One and many of a type, in both languages, as a unit of measure has them."""
        spec = self.schema.types[entity_type]
        named = (spec[form][tongue].lower() for tongue in ("en", "ar") for form in ("label", "plural"))
        return tuple(dict.fromkeys(named))

    def _unit(self, item: Item, relations: tuple[str, ...]) -> tuple[str, ...]:
        """What "how many articles" counts, where the relation types count different things."""
        if not all(self.counts(r) for r in relations):
            return ()
        return tuple(w for t in self._counted({"": [item.text]}).values() for w in self.nouns(t))

    def _any_of(self, item: Item) -> End:
        tie = grouping(self.opened, item.type, item.group[0]) if item.group else ()
        return End(type=item.type, group=item.group, tie=tie)

    def timed(self, condition: Condition, item: Item, certain: bool = False) -> Condition:
        """The condition with the limit of time in the question, where that stands with this phrase."""
        limit = self.linked.period
        if limit is None or not item.dated:
            return condition
        specs = [self.schema.relations[r] for r in condition.relations]
        if any("value" in spec for spec in specs) and (
            condition.role == SUBJECT or all(spec.get("value") == "date" for spec in specs)
        ):
            return condition._replace(period=limit, timing="literal")
        happens = any("value" in spec or "lasting" in spec.get("flags", ()) for spec in specs)
        if happens or self.linked.onset or limit.how in ("since", "after"):
            return condition._replace(period=limit, timing="begins")
        return condition._replace(period=limit, timing="held" if certain else "holds")

    def _ways(
        self, item: Item, left: Item | None, right: Item | None, left_role: str, right_role: str, loose: str
    ) -> Iterator[tuple[str, Item]]:
        """The role of the answer and the item that fills the other one."""
        opposite = {SUBJECT: OBJECT, OBJECT: SUBJECT}
        if left_role and right_role:
            if loose and self.linked.asks not in ("where", "when"):
                return
            if right is not None:
                yield left_role, right
                text = right.ends[0].entities[0] if right.ends and right.ends[0].entities else ""
                verb_first = left is None and not item.relative
                if text and verb_first and self.arabic:
                    yield right_role, right  # verb before subject
            elif left is not None:
                yield right_role, left
            elif self.asked is not None:
                yield left_role, _ANYTHING  # "which missions have an explicit mandate": against whatever it is
        else:
            if loose and loose != item.text:
                return  # "X operates" is not "the operator of X"
            given = right_role or left_role
            # "X headquarters" has its owner before it; "headquarters of" can have it only behind.
            owner = None if item.open else left
            other = (right or owner) if right_role else (owner or right)
            if other is not None:
                yield opposite[given], other

    @property
    def arabic(self) -> bool:
        """Whether the question is in Arabic."""
        return any(is_arabic(e.text) for e in self.linked.elements)

    def _allowed(self, relation: str, role: str, other: Item) -> bool:
        spec = self.schema.relations[relation]
        asks = self.linked.asks
        if "value" in spec:
            if other is _ANYTHING and role == SUBJECT and self.linked.period:  # "which missions ended in 2023"
                dates = spec["value"] == "date" and asks in ("", "count") and self.asked is not None
                return dates and self.compatible(self.asked.type, spec["from"]) if self.asked else False
            if role != OBJECT or (self.asked is not None and asks != "count") or asks in ("who", "where"):
                return False
            if (asks == "when") != (spec["value"] == "date") and asks in ("when", "count"):
                return False
            return bool(other.ends) and all(end.entities and self.fits(end, spec["from"]) for end in other.ends)
        if asks == "when" or (asks == "where" and "where" not in spec.get("answers", ())):
            return False
        answer_ends, other_ends = (spec["from"], spec["to"]) if role == SUBJECT else (spec["to"], spec["from"])
        if other.kind == "T":
            # "of the study" means one study; which one, only its name could say.
            if other.definite or not self.compatible(other.type, other_ends):
                return False
        elif not all(self.fits(end, other_ends) for end in other.ends):
            return False
        asked = self.asked.type if self.asked else "actor" if asks == "who" else None
        return asked is None or self.compatible(asked, answer_ends)

    def fits(self, end: End, allowed: list[str]) -> bool:
        """Whether every entity of an end is of a type that is allowed; an open end always is."""
        if end == End():
            return True
        named = self.opened.names.entities(end.entities)
        return bool(named) and all(
            any(a in allowed for a in self.schema.ancestors(entity.type)) for entity in named.values()
        )

    def compatible(self, entity_type: str, allowed: list[str]) -> bool:
        """Whether some entity of that type may stand at an end that admits `allowed`."""
        own = set(self.schema.ancestors(entity_type))
        return any(a in own or entity_type in self.schema.ancestors(a) for a in allowed)
