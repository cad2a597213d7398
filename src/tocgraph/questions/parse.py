"""Elements of a question -> the readings that the schema allows.

Position proposes and the schema disposes: what stands left and right of a relation phrase fills the
roles of the phrase, and only readings whose ends the relation type admits are kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from tocgraph.questions.conditions import Conditions
from tocgraph.questions.elements import Period
from tocgraph.questions.groups import grouping, holds_places
from tocgraph.questions.items import Item, merge, variants
from tocgraph.questions.link import Linked
from tocgraph.questions.reading import OBJECT, SUBJECT, Condition, End, Reading
from tocgraph.questions.words import WHY
from tocgraph.store import OpenStore


def parse(opened: OpenStore, linked: Linked) -> list[Reading]:
    """The readings of a question, most literal first; empty when nothing fits together."""
    readings: list[Reading] = []
    most = 0
    for variant in variants(linked.elements):
        phrases = sum(e.kind == "relation" for e in variant)
        remarks = tuple(e.remark for e in variant if e.remark)
        guesses = tuple((e.text, e.entities[0] if e.kind == "entity" else e.guess) for e in variant if e.guess)
        reader = _Reader(opened, linked, merge(opened, variant))
        for reading in reader.readings():
            if linked.yes_no and not linked.asks and reading.kind == "things" and reading.type is None:
                continue  # asked for a yes or no, a list is no answer
            if most == 1 and phrases == 0 and not all(c.relations for c in reading.conditions):
                continue  # "what causes corruption" has its relation: no cause that is merely related will do
            if linked.excluded and reading.kind not in ("things", "count"):
                continue
            reading = reading._replace(remarks=remarks, guesses=guesses, excluded=linked.excluded)
            most = max(most, phrases)
            if reading not in readings:
                readings.append(reading)
    return readings


class _Reader(Conditions):
    def readings(self) -> Iterator[Reading]:
        """The readings; one that would pass over the limit of time in the question is none."""
        limit = self.linked.period
        if limit and self.linked.asks in ("when", "how"):
            return
        if any(i.text in WHY for i in self.items) and sum(not i.weak for i in self.items) != 2:
            return  # "why does X counter Y" asks for more than a cause of X
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
            return tuple(r for r, spec in told if self.compatible(str(reading.type), spec["from"]))

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
            conditions = list(self.conditions(item))
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
        asked = self.asked.type if self.asked else "actor" if self.linked.asks == "who" else self.head()
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

    def _without_relations(self, loose: list[Item]) -> Iterator[Reading]:
        ends = [end for item in loose for end in item.ends]
        asks = self.linked.asks
        if asks in ("when", "where") and len(ends) == 1 and not self.asked:
            relations = tuple(
                r
                for r, spec in self.schema.relations.items()
                if asks in spec.get("answers", ()) and self.fits(ends[0], spec["from"])
            )
            if relations and asks == "when":
                yield Reading("value", conditions=(Condition(relations, OBJECT, ends[0]),))
            elif relations:
                yield Reading("things", None, (Condition(relations, OBJECT, ends[0]),))
            return
        if asks in ("when", "where"):
            return
        if asks == "count" and self.asked and not self.asked.group and len(ends) == 1 and ends[0].entities:
            numbers = tuple(
                r for r, spec in self.schema.relations.items() if self.counts(r) and self.fits(ends[0], spec["from"])
            )
            if numbers:
                yield Reading(
                    "value", conditions=(Condition(numbers, OBJECT, ends[0], unit=self.nouns(self.asked.type)),)
                )
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

    def _two_sided(self, item: Item) -> Iterator[Reading]:
        """Both ends are given: whether, or when, the relation holds."""
        left, right = self.neighbours(item)
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
            if self.fits(subject.ends[0], spec["from"]) and self.fits(target.ends[0], spec["to"]):
                groups.setdefault((left_role, right_role), []).append(relation)
        for (left_role, _), relations in groups.items():
            condition = Condition(tuple(dict.fromkeys(relations)), left_role, right.ends[0])
            yield Reading(kind, conditions=(self.timed(condition, item, certain=True),), about=left.ends[0].entities)

    def _literal(self, condition: Condition) -> bool:
        return condition.role == OBJECT and any("value" in self.schema.relations[r] for r in condition.relations)
