"""Others than those named: "which other states border Iran" does not ask for Iran, nor "who else borders Iran"."""

from __future__ import annotations

from tocgraph.questions.grammar.base import Rules
from tocgraph.questions.reading import Condition, End, Reading


def others_only(rules: Rules, reading: Reading) -> Reading | None:
    """The reading without the things that it names of the kind it asks for; None where it names none.

    Others than what is not said are those of another question.
    """
    if reading.kind not in ("things", "count"):
        return None
    asked = reading.asked
    if asked.excluded:
        return reading
    named = [e for e in _named(asked.conditions) if _of_the_kind(rules, e, asked)]
    return reading._replace(asked=asked._replace(excluded=tuple(dict.fromkeys(named)))) if named else None


def _named(conditions: tuple[Condition, ...]) -> list[str]:
    found: list[str] = []
    for condition in conditions:
        found += [*condition.other.entities, *_named(condition.other.conditions)]
        for branch in condition.either:
            found += _named(branch)
    return found


def _of_the_kind(rules: Rules, entity: str, asked: End) -> bool:
    one = End(entities=(entity,))
    if asked.types:
        return rules.roles.fits(one, asked.types)
    return bool(rules.narrowed((one,), asked.conditions, ""))
