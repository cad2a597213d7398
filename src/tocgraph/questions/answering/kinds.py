"""Yes where a kind of what is asked about is so: corruption is criminalized by what criminalizes bribery.

And what a provision says its text says: a treaty defines what one of its articles defines.
"""

from __future__ import annotations

from tocgraph.questions.linking.groups import narrowing
from tocgraph.questions.reading import OBJECT, OPPOSITE, SUBJECT, Condition, End, Reading
from tocgraph.store import OpenStore


def of_a_kind(opened: OpenStore, reading: Reading) -> Reading | None:
    """The reading with narrower concepts for the one that a question for yes or no names; None without one.

    What an instrument or a body does about a kind of crime it does about that crime. What it defines it does not.
    """
    if len(reading.about) != 1 or len(reading.conditions) != 1 or reading.share:
        return None
    [told] = reading.conditions
    plain = bool(told.relations) and not (told.negated or told.period or told.timing or told.either or told.kinds)
    if not plain or len(told.other.entities) != 1 or not told.other.bare or not _done_about(opened, told):
        return None
    if narrowing(opened, told) == "broader":
        return reading._replace(asked=End(conditions=(told._replace(kinds=True),)))
    turned = told._replace(role=OPPOSITE[told.role], other=End(entities=reading.about), kinds=True)
    if narrowing(opened, turned) == "broader":
        return reading._replace(asked=End(conditions=(turned,)), about=told.other.entities)
    return None


def with_kinds_dealt_with(opened: OpenStore, reading: Reading) -> Reading:
    """The reading with the kinds of a crime where texts are asked for that deal with it, in whatever way.

    A treaty on bribery deals with corruption; whether it criminalizes corruption as such is another question. Likewise
    the treaties of an organization are those of its organs: "SAARC conventions".
    """
    schema, asked = opened.schema, reading.asked
    if reading.kind not in ("things", "count") or not _texts(opened, asked.types):
        return reading

    def wider(condition: Condition) -> Condition:
        if condition.negated or condition.role != SUBJECT or not condition.other.bare:
            return condition
        loose = any("kinds" in schema.relations[r].get("flags", ()) for r in condition.relations)
        if not loose and condition.relations:
            return condition
        wide = narrowing(opened, condition) == ("broader" if loose else "part-of")
        return condition._replace(kinds=True) if wide else condition

    conditions = tuple(wider(c) for c in asked.conditions)
    return reading._replace(asked=asked._replace(conditions=conditions)) if conditions != asked.conditions else reading


def texts_of_body(opened: OpenStore, reading: Reading) -> Reading | None:
    """The reading with the texts that have to do with a body or its organs, where it is party to none; else None."""
    schema, asked = opened.schema, reading.asked
    if reading.kind not in ("things", "count") or len(asked.conditions) != 1:
        return None
    [told] = asked.conditions
    of = {t for r in told.relations for t in schema.relations[r].get("to" if told.role == OBJECT else "from", ())}
    types = asked.types or tuple(sorted(of))
    vague = told._replace(relations=(), role=SUBJECT, kinds=True)
    plain = told.relations and told.other.bare and not (told.negated or told.period or told.timing or told.either)
    if not (plain and _texts(opened, types)) or narrowing(opened, vague) != "part-of":
        return None
    return reading._replace(asked=asked._replace(types=types, conditions=(vague,)))


def _texts(opened: OpenStore, types: tuple[str, ...]) -> bool:
    """Whether those are types of instruments, and of nothing else."""
    return bool(types) and all("instrument" in opened.schema.ancestors(t) for t in types)


def _done_about(opened: OpenStore, condition: Condition) -> bool:
    """Whether the relation types say what is done about crimes or by mechanisms, and not about any concept."""
    ends = [set(opened.schema.relations[r].get("to", ())) for r in condition.relations]
    return all(of & {"crime", "mechanism"} and "concept" not in of for of in ends)


def texts_by_parts(opened: OpenStore, reading: Reading) -> Reading | None:
    """The reading with the texts of which a provision says what is asked; None where no text is asked for.

    The text of a treaty is one, its parts included (Vienna Convention on the Law of Treaties, article 31 (2)).
    """
    schema, asked = opened.schema, reading.asked
    if reading.kind not in ("things", "count") or len(reading.conditions) != 1 or asked.rank or asked.limit:
        return None
    [told] = reading.conditions
    said = told.role == SUBJECT and told.relations and told.other.entities and told.other.bare
    if (
        not _texts(opened, asked.types)
        or not said
        or told.negated
        or told.period
        or told.timing
        or told.either
        or told.rank
    ):
        return None
    relations = tuple(r for r in told.relations if "provision" in schema.relations[r]["from"])
    if not relations:
        return None
    part = Condition(("part-of",), OBJECT, End(types=("provision",), conditions=(told._replace(relations=relations),)))
    return reading._replace(asked=asked._replace(conditions=(part,)))
