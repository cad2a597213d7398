"""Elements of a question -> the readings that the schema allows.

Position proposes and the schema disposes: what stands left and right of a relation phrase fills the
roles of the phrase, and only readings whose ends the relation type admits are kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from tocgraph.questions.elements import Period
from tocgraph.questions.groups import grouping, holds_places
from tocgraph.questions.items import Item, merge, variants
from tocgraph.questions.link import Linked
from tocgraph.questions.reading import OBJECT, SUBJECT, Condition, End, Reading
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic

_ANYTHING = Item("N", ends=(End(),))


def parse(opened: OpenStore, linked: Linked) -> list[Reading]:
    """The readings of a question, most literal first; empty when nothing fits together."""
    readings: list[Reading] = []
    for variant in variants(linked.elements):
        remarks = tuple(e.remark for e in variant if e.remark)
        guesses = tuple((e.text, e.entities[0] if e.kind == "entity" else e.guess) for e in variant if e.guess)
        reader = _Reader(opened, linked, merge(opened, variant))
        for reading in reader.readings():
            if linked.yes_no and not linked.asks and reading.kind == "things" and reading.type is None:
                continue  # asked for a yes or no, a list is no answer
            if linked.excluded and reading.kind not in ("things", "count"):
                continue
            reading = reading._replace(remarks=remarks, guesses=guesses, excluded=linked.excluded)
            if reading not in readings:
                readings.append(reading)
    return readings


class _Reader:
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

    def readings(self) -> Iterator[Reading]:
        """The readings; one that would pass over the limit of time in the question is none."""
        limit = self.linked.period
        if limit and self.linked.asks in ("when", "how"):
            return
        for reading in self._readings():
            if limit and not reading.period and not any(c.period for c in reading.conditions):
                timed = self._existing(reading, limit)
                if timed is not None:
                    yield timed
            else:
                yield reading

    def _existing(self, reading: Reading, limit: Period) -> Reading | None:
        """The reading with the limit on the things themselves; None where these have no dates."""
        if reading.kind not in ("things", "count") or reading.type is None:
            return None

        def dates(flag: str) -> tuple[str, ...]:
            told = ((r, spec) for r, spec in self.schema.relations.items() if flag in spec.get("flags", ()))
            return tuple(r for r, spec in told if self._compatible(str(reading.type), spec["from"]))

        begins = dates("begins")
        if not begins:
            return None
        if dates("ends") and limit.how not in ("since", "after"):
            return reading._replace(period=limit)
        # What has no end, such as a treaty or a study, is of the time in which it came about.
        condition = Condition(begins, SUBJECT, End(), limit, "literal")
        return reading._replace(conditions=(*reading.conditions, condition))

    def _readings(self) -> Iterator[Reading]:
        numbered = next((i for i in self.items if any(e.value for e in i.ends)), None)
        if numbered is not None:
            yield from self._by_number(numbered)
            return
        relations = [i for i in self.items if i.kind == "R"]
        options: list[list[tuple[Condition, ...]]] = []
        for item in relations:
            item_readings = list(self._two_sided(item))
            if item_readings:
                yield from item_readings
                return
            conditions = list(self._conditions(item))
            if conditions:
                options.append(conditions)
            elif not item.weak:
                return
        loose = [i for i in self.items if i.kind == "N" and not i.used]
        if self.linked.asks == "how" and (options or len(loose) != 2):
            return  # the manner of one thing alone is not something that claims say
        if any(i.kind == "T" and i is not self.asked and not i.used for i in self.items):
            return  # a word that stands for a type would be passed over in silence
        if options:
            yield from self._with_relations(options, loose)
        elif len(relations) == sum(i.weak for i in relations):
            yield from self._without_relations(loose)

    def _by_number(self, item: Item) -> Iterator[Reading]:
        """Articles of a number that are no known entity: none of that instrument, or those of any instrument."""
        others = [i for i in self.items if i is not item and not i.weak]
        if any(i.kind != "N" for i in others):
            return
        [end] = item.ends
        conditions = [Condition(("article-number",), SUBJECT, End(value=end.value))]
        if end.entities:
            conditions.append(Condition(("part-of",), SUBJECT, End(entities=end.entities)))
        conditions += [Condition((), SUBJECT, other) for i in others for other in i.ends]
        yield Reading("things", end.type, tuple(conditions))

    def _with_relations(self, options: list[list[tuple[Condition, ...]]], loose: list[Item]) -> Iterator[Reading]:
        kind = "count" if self.linked.asks == "count" else "things"
        asked = self.asked.type if self.asked else "actor" if self.linked.asks == "who" else self._head()
        extra = [self._tied(asked, end) for item in loose for end in item.ends]
        if self.asked and self.asked.group:
            extra.insert(0, self._tied(asked, End(entities=self.asked.group), named=True))
        for combination in product(*options):
            chosen = tuple(dict.fromkeys(condition for part in combination for condition in part))
            literal = [c for c in chosen if self._literal(c)]
            if literal and len(chosen) == 1 and not extra:
                yield Reading("value", conditions=chosen)
            elif not literal:
                yield Reading(kind, asked, (*chosen, *extra))

    def _tied(self, asked: str | None, end: End, named: bool = False) -> Condition:
        """A thing named beside what is asked for: the group that it belongs to, else in any relation.

        A place counts as a group only where it is `named` as one: "agencies of Pakistan" need not lie there.
        """
        if asked and len(end.entities) == 1:
            relations = grouping(self.opened, asked, end.entities[0], places=named)
            if relations:
                return Condition(relations, SUBJECT, end, within=holds_places(self.opened, end.entities))
        return Condition((), SUBJECT, end)

    def _head(self) -> str | None:
        """The type that the noun of a phrase names, as in "articles of" or "obstacles to"."""
        for item in self.items:
            for entity_type in item.head:
                if any(self._compatible(entity_type, self._answer_ends(p)) for p in item.patterns):
                    return entity_type
        return None

    def _answer_ends(self, pattern: tuple[str, str, str, str]) -> list[str]:
        relation, left, right, _ = pattern
        if left and right:
            return []
        spec = self.schema.relations[relation]
        ends: list[str] = spec.get("to", []) if (left or right) == SUBJECT else spec["from"]
        return ends

    def _without_relations(self, loose: list[Item]) -> Iterator[Reading]:
        ends = [end for item in loose for end in item.ends]
        asks = self.linked.asks
        if asks in ("when", "where") and len(ends) == 1 and not self.asked:
            relations = tuple(
                r
                for r, spec in self.schema.relations.items()
                if asks in spec.get("answers", ()) and self._fits(ends[0], spec["from"])
            )
            if relations and asks == "when":
                yield Reading("value", conditions=(Condition(relations, OBJECT, ends[0]),))
            elif relations:
                yield Reading("things", None, (Condition(relations, OBJECT, ends[0]),))
            return
        if asks in ("when", "where"):
            return
        if self.asked is not None:
            if self.asked.group and self.linked.yes_no and not asks and len(ends) == 1:
                tied = self._tied(self.asked.type, End(entities=self.asked.group), named=True)
                yield Reading("whether", conditions=(tied,), about=ends[0].entities)  # "is Egypt an Arab state"
                return
            conditions = tuple(self._tied(self.asked.type, end) for end in ends)
            if self.asked.group:
                group = End(entities=self.asked.group)
                conditions = (self._tied(self.asked.type, group, named=True), *conditions)
            yield Reading("count" if asks == "count" else "things", self.asked.type, conditions)
        elif asks == "count":
            return
        elif len(ends) == 1 and ends[0].entities:
            yield Reading("about", about=ends[0].entities)
        elif len(ends) == 2:
            yield Reading("between", about=tuple(e for end in ends for e in end.entities))

    def _neighbours(self, item: Item) -> tuple[Item | None, Item | None]:
        at = self.items.index(item)
        right = self.items[at + 1] if at + 1 < len(self.items) else None
        if right is not None and (right.kind == "R" or right is self.asked):
            right = None
        left = next((i for i in reversed(self.items[:at]) if i.kind == "N" and not i.used), None)
        return left, right

    def _two_sided(self, item: Item) -> Iterator[Reading]:
        """Both ends are given: whether, or when, the relation holds."""
        left, right = self._neighbours(item)
        at = self.items.index(item)
        after = self.items[at + 1 : at + 3]
        if left is None and len(after) == 2 and all(i.kind == "N" for i in after) and not item.relative:
            left, right = after  # verb, subject, object: the common order of Arabic
        if item.negated or self.asked is not None or left is None or right is None or right.kind != "N" or item.weak:
            return
        if len(left.ends) > 1 or len(right.ends) > 1:
            return  # "are X and Y party to Z" has no single answer
        if any(i not in (left, item, right) and not i.weak for i in self.items):
            return  # nothing of the question may be passed over
        if self.linked.asks == "how":
            # Every claim between the two, with its qualifiers: how they are linked, as far as it is recorded.
            yield Reading("between", about=(*left.ends[0].entities[:1], *right.ends[0].entities[:1]))
            return
        kind = "dates" if self.linked.asks == "when" else "whether"
        groups: dict[tuple[str, str], list[str]] = {}
        for relation, left_role, right_role, loose in item.patterns:
            spec = self.schema.relations[relation]
            if loose or not (left_role and right_role and spec.get("to")):
                continue
            subject, target = (left, right) if left_role == SUBJECT else (right, left)
            if self._fits(subject.ends[0], spec["from"]) and self._fits(target.ends[0], spec["to"]):
                groups.setdefault((left_role, right_role), []).append(relation)
        for (left_role, _), relations in groups.items():
            condition = Condition(tuple(dict.fromkeys(relations)), left_role, right.ends[0])
            yield Reading(kind, conditions=(self._timed(condition, item, certain=True),), about=left.ends[0].entities)

    def _conditions(self, item: Item) -> Iterator[tuple[Condition, ...]]:
        """What the relation phrase demands of the answer, in each way of reading it that the schema allows.

        "X and Y" after the phrase makes one condition each.
        """
        left, right = self._neighbours(item)
        groups: dict[tuple[str, int], list[str]] = {}
        others: dict[int, Item] = {}
        for relation, left_role, right_role, loose in item.patterns:
            for role, other in self._ways(item, left, right, left_role, right_role, loose):
                if self._allowed(relation, role, other):
                    others[id(other)] = other
                    groups.setdefault((role, id(other)), []).append(relation)
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
                )
                for end in ends
            )
            yield tuple(self._timed(c, item) for c in found)

    def _bearable(self, item: Item) -> bool:
        """Whether what is asked for is named, and at most one day or year, so that it can be certain not to hold."""
        limit = self.linked.period
        if self.asked is None and not self._head() and not any(i.kind == "R" and not i.negated for i in self.items):
            return False  # of everything there is, the most cannot be a party at all
        return limit is None or not item.dated or (limit.how == "in" and not self.linked.onset)

    def _any_of(self, item: Item) -> End:
        tie = grouping(self.opened, item.type, item.group[0]) if item.group else ()
        return End(type=item.type, group=item.group, tie=tie)

    def _timed(self, condition: Condition, item: Item, certain: bool = False) -> Condition:
        """The condition with the limit of time in the question, where that stands with this phrase."""
        limit = self.linked.period
        if limit is None or not item.dated:
            return condition
        specs = [self.schema.relations[r] for r in condition.relations]
        if condition.role == SUBJECT and any("value" in spec for spec in specs):
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
                if text and left is None and not item.relative and self.arabic:
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
        return any(is_arabic(e.text) for e in self.linked.elements)

    def _literal(self, condition: Condition) -> bool:
        return condition.role == OBJECT and any("value" in self.schema.relations[r] for r in condition.relations)

    def _allowed(self, relation: str, role: str, other: Item) -> bool:
        spec = self.schema.relations[relation]
        asks = self.linked.asks
        if "value" in spec:
            if other is _ANYTHING and role == SUBJECT and self.linked.period:  # "which missions ended in 2023"
                dates = spec["value"] == "date" and asks in ("", "count") and self.asked is not None
                return dates and self._compatible(self.asked.type, spec["from"]) if self.asked else False
            if role != OBJECT or (self.asked is not None and asks != "count") or asks in ("who", "where"):
                return False
            if (asks == "when") != (spec["value"] == "date") and asks in ("when", "count"):
                return False
            return bool(other.ends) and all(end.entities and self._fits(end, spec["from"]) for end in other.ends)
        if asks == "when" or (asks == "where" and "where" not in spec.get("answers", ())):
            return False
        answer_ends, other_ends = (spec["from"], spec["to"]) if role == SUBJECT else (spec["to"], spec["from"])
        if other.kind == "T":
            # "of the study" means one study; which one, only its name could say.
            if other.definite or not self._compatible(other.type, other_ends):
                return False
        elif not all(self._fits(end, other_ends) for end in other.ends):
            return False
        asked = self.asked.type if self.asked else "actor" if asks == "who" else None
        return asked is None or self._compatible(asked, answer_ends)

    def _fits(self, end: End, allowed: list[str]) -> bool:
        if end == End():
            return True
        named = self.opened.names.entities(end.entities)
        return bool(named) and all(
            any(a in allowed for a in self.schema.ancestors(entity.type)) for entity in named.values()
        )

    def _compatible(self, entity_type: str, allowed: list[str]) -> bool:
        """Whether some entity of that type may stand at an end that admits `allowed`."""
        own = set(self.schema.ancestors(entity_type))
        return any(a in own or entity_type in self.schema.ancestors(a) for a in allowed)
