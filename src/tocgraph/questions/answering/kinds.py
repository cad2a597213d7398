"""Yes where a kind of what is asked about is so: corruption is criminalized by what criminalizes bribery."""

from __future__ import annotations

from tocgraph.questions.linking.groups import narrowing
from tocgraph.questions.reading import OPPOSITE, Condition, End, Reading
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


def _done_about(opened: OpenStore, condition: Condition) -> bool:
    """Whether the relation types say what is done about crimes or by mechanisms, and not about any concept."""
    ends = [set(opened.schema.relations[r].get("to", ())) for r in condition.relations]
    return all(of & {"crime", "mechanism"} and "concept" not in of for of in ends)
