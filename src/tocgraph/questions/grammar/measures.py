"""What superlatives go by: the literal relation types by which the things of a set are first, largest or longest."""

from __future__ import annotations

from tocgraph.questions.grammar import Grammar
from tocgraph.questions.grammar.foremost import LASTING
from tocgraph.questions.reading import End


def measures_of(grammar: Grammar, end: End) -> tuple[str, ...]:
    """The literal relation types by which things of those types are first or last, largest or smallest."""
    how = end.rank.how if end.rank else ""
    found = []
    if how in LASTING and not all(_lasting(grammar, t) for t in end.types):
        return ()
    for relation, spec in grammar.schema.relations.items():
        dated = how in ("first", "last", *LASTING) and "begins" in spec.get("flags", ())
        sized = how in ("largest", "smallest") and spec.get("value") == "number" and "size" in spec.get("flags", ())
        if (dated or sized) and end.types and all(grammar.roles.compatible(t, spec["from"]) for t in end.types):
            found.append(relation)
    return tuple(found)


def _lasting(grammar: Grammar, entity_type: str) -> bool:
    """Whether things of that type go on until an end that is recorded; of an event the end may be missing."""
    if grammar.roles.within_type(entity_type, "event"):
        return False
    specs = grammar.schema.relations.values()
    return any(grammar.roles.compatible(entity_type, s["from"]) for s in specs if "ends" in s.get("flags", ()))
