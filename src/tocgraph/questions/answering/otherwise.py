"""Where nothing is recorded of a relation, those that tell about the same are asked; the reading says so."""

from __future__ import annotations

from tocgraph.questions.reading import OBJECT, Reading
from tocgraph.store import OpenStore

_NOTHING = {"en": "no claim is recorded of: {}", "ar": "لم يسجل شيء من: {}"}


def otherwise(opened: OpenStore, reading: Reading, language: str) -> Reading | None:
    """The reading with the relation types that the schema names for those of which nothing is recorded.

    What a body is for is told by what it does, where nobody says what it aims at. None where more is asked of the
    answers than this one relation.
    """
    schema = opened.schema
    if reading.kind != "things" or len(reading.conditions) != 1 or reading.asked.rank:
        return None
    [told] = reading.conditions
    end = "to" if told.role == OBJECT else "from"
    asked = reading.asked
    if all({*asked.types} <= {*schema.relations[r].get(end, ())} for r in told.relations):
        asked = asked._replace(types=())  # "the objectives of X" says no more than "the aims of X"
    kinds = {a for t in asked.types for a in schema.ancestors(t)}
    others = [
        o
        for r in told.relations
        for o in schema.relations[r].get("otherwise", ())
        if o not in told.relations and (not kinds or kinds.intersection(schema.relations[o].get(end, ())))
    ]
    bare = told.other.entities and told.other.bare and not (told.negated or told.period or told.either)
    if not others or not bare or not all(schema.relations[r].get("otherwise") for r in told.relations):
        return None
    condition = told._replace(relations=tuple(dict.fromkeys(others)))
    names = " / ".join(schema.label("relations", r, language) for r in told.relations)
    remark = _NOTHING[language].format(names)
    asked = asked._replace(conditions=(condition,))
    return reading._replace(asked=asked, remarks=(*reading.remarks, remark))
