"""What may be answered at all: how open, how deep and how negative the conditions of a reading are."""

from __future__ import annotations

from tocgraph.questions.grammar import Grammar
from tocgraph.questions.grammar.foremost import BY_FIGURE
from tocgraph.questions.grammar.likened import SAME
from tocgraph.questions.grammar.negation import decided
from tocgraph.questions.reading import OPPOSITE, SUBJECT, Condition, End, Reading
from tocgraph.store import OpenStore


def open_and_firm(grammar: Grammar, conditions: tuple[Condition, ...]) -> tuple[int, int]:
    """How many conditions leave their relation or their end open, and how many do not."""
    loose = firm = 0
    for condition in conditions:
        dated = any(grammar.roles.literal(r) for r in condition.relations)
        if condition.either:
            inner = [open_and_firm(grammar, branch) for branch in condition.either]
        else:
            inner = [open_and_firm(grammar, condition.other.conditions)]
            is_open = not condition.relations or (condition.other == End() and not dated)
            loose, firm = loose + is_open, firm + (not is_open)
        loose, firm = loose + sum(i[0] for i in inner), firm + sum(i[1] for i in inner)
    return loose, firm


def of_anything(grammar: Grammar, condition: Condition) -> bool:
    """Whether it says no more than that something is done: "which states take part", beside what says more."""
    told = condition.relations and condition.other == End() and not (condition.period or condition.rank)
    dated = any(grammar.roles.literal(r) for r in condition.relations)
    return bool(told) and not (dated or condition.negated or condition.timing)


def acts_on_anything(grammar: Grammar, conditions: tuple[Condition, ...]) -> bool:
    """Whether a set inside says beside something else that its things do something to whatever it may be.

    "States that oppose UNTOC" are not states that oppose something and have to do with UNTOC.
    """
    for condition in conditions:
        inner = condition.other.conditions
        if len(inner) > 1 and any(c.role == SUBJECT and of_anything(grammar, c) for c in inner):
            return True
        if acts_on_anything(grammar, inner) or any(acts_on_anything(grammar, branch) for branch in condition.either):
            return True
    return False


def told_of(condition: Condition, end: End) -> bool:
    """Whether it is said of what something is the first, or has the most, where more is asked of it than that."""
    if condition.rank and condition.other == End() and len(end.conditions) > 1:
        return False  # "joined last ... the union": the last to join anything is not meant
    return bool(end.types) or condition.other.rank is None or len(end.conditions) == 1


def either_as_one(condition: Condition) -> Condition:
    """The condition with "sign or ratify X" as one, so that the date of either counts; as it is otherwise."""
    branches = [branch[0] for branch in condition.either if len(branch) == 1]
    if not branches or len(branches) < len(condition.either) or any(c.either or c.negated for c in branches):
        return condition
    if len({c._replace(relations=()) for c in branches}) > 1:
        return condition
    return branches[0]._replace(relations=tuple(dict.fromkeys(r for c in branches for r in c.relations)))


def only_dated(grammar: Grammar, condition: Condition) -> bool:
    """Whether the condition says only that a date is recorded."""
    plain = condition.other == End() and not (condition.period or condition.negated or condition.either)
    return plain and all(grammar.roles.literal(r) == "date" for r in condition.relations) and bool(condition.relations)


def says_nothing(grammar: Grammar, conditions: tuple[Condition, ...]) -> bool:
    """Whether one of several conditions says only that a thing began on some day, as all things did."""
    inner = any(says_nothing(grammar, c.other.conditions) for c in conditions)
    return inner or (len(conditions) > 1 and any(_begun(grammar, c) for c in conditions))


def _begun(grammar: Grammar, condition: Condition) -> bool:
    flags = [grammar.schema.relations[r].get("flags", ()) for r in condition.relations]
    plain = not (condition.rank or condition.timing) and only_dated(grammar, condition)
    return plain and all("begins" in of for of in flags)


def bearable(end: End, asks: str) -> bool:
    """Whether what is denied can be told: from lists of parties on a day, or beside something that does hold.

    All things of which something is not recorded would pass for those of which it is not so.
    """
    denied = [c for c in end.conditions if c.negated]
    if not denied:
        return True
    if not end.types and not any(c.relations and not c.negated for c in end.conditions):
        return False
    if any(c.other.bare and not c.other.entities for c in denied):
        return False
    if len(denied) == len(end.conditions) and (asks == "who" or not end.types or not all(decided(c) for c in denied)):
        return False
    return all(c.period is None or (c.period.how == "in" and c.timing in ("holds", "held")) for c in denied)


def without_themselves(grammar: Grammar, end: End) -> End:
    """The set without the things of which membership and the like is denied: X is none of those that are not in X."""
    roles = grammar.roles
    denied = [End(entities=(e,)) for c in end.conditions if c.negated for e in c.other.entities]
    able = [[t for r in c.relations for t in roles.admitted(r, c.role)] for c in end.conditions if not c.negated]
    able = [[*end.types]] if end.types else [types for types in able if types]
    fitting = [e for of in denied for e in of.entities if all(roles.fits(of, types) for types in able)]
    return end._replace(excluded=tuple(dict.fromkeys((*end.excluded, *fitting)))) if fitting else end


def too_deep(condition: Condition, depth: int = 0, beside_or: bool = False) -> bool:
    """Whether a denial stands below the first condition, or a figure where it cannot be reckoned: beside or."""
    if condition.either:
        return any(too_deep(c, depth + 1, True) for branch in condition.either for c in branch)
    if condition.negated and depth > 0:
        return True
    other = condition.other
    if other.value in ("it", SAME) or (condition.rank and beside_or):
        return True
    found_first = bool(other.rank) and other.rank is not None and other.rank.how in BY_FIGURE
    counted = bool((other.rank and not found_first) or other.limit)
    if condition.negated and (counted or other == End() or (other.conditions and not found_first)):
        return True  # of "not a member of what is party to X" nobody can say how far the "not" goes
    return (counted and beside_or) or any(too_deep(c, depth + 1) for c in other.conditions)


def vaguely(grammar: Grammar, condition: Condition) -> bool:
    """Whether it says only that something has to do with a concept."""
    loose = not (condition.relations or condition.either) and bool(condition.other.entities)
    return loose and all(grammar.roles.is_a(e, "concept") for e in condition.other.entities)


def misses_what_is_said(opened: OpenStore, reading: Reading) -> bool:
    """Whether a reading may miss that what is said is asked for: it links two things, or tells who made a statement."""
    if reading.kind == "between":
        return True
    if reading.kind == "whether" and reading.guesses:  # "is there a recommendation on X", whose name holds X
        told = opened.names.entities(reading.about).values()
        return bool(told) and all(opened.schema.types[n.type].get("statement") for n in told)
    if reading.kind != "things" or len(reading.conditions) != 1:
        return False
    condition = reading.conditions[0]
    says = bool(reading.asked.types) and all(opened.schema.types[t].get("statement") for t in reading.asked.types)
    described = condition.role == SUBJECT and bool(condition.other.conditions)
    if says and described and not (condition.other.entities or condition.other.types):
        return True  # "recommendations on victims of X" are hardly those on all that X harms
    named = opened.names.entities(condition.other.entities).values()
    made = bool(named) and all(opened.schema.types[n.type].get("statement") for n in named)
    return made and condition.role == SUBJECT and bool(reading.guesses or not reading.asked.types)


def mirrored(reading: Reading, plainer: Reading) -> bool:
    """Whether a costlier reading says the same the other way round, or of another time.

    Who succeeded is not who was succeeded; "that ended in 2017 and countered" does not tell when it countered.
    """
    if reading.kind == plainer.kind and _part_of(reading, plainer):
        return True
    if reading.cost <= plainer.cost or reading.kind != plainer.kind:
        return False
    if _undated(reading) == _undated(plainer) and any(c.period for c in plainer.conditions):
        return len(reading.conditions) > 1 or any(c.other.period for c in reading.conditions)
    if len(reading.conditions) != 1 or len(plainer.conditions) != 1:
        return False
    one, other = reading.conditions[0], plainer.conditions[0]
    same = one.relations == other.relations and one.other == other.other and bool(one.relations)
    return same and one.role == OPPOSITE[other.role]


def _undated(reading: Reading) -> tuple[Condition, ...]:
    return tuple(c._replace(period=None, timing="", other=c.other._replace(period=None)) for c in reading.conditions)


def _part_of(reading: Reading, plainer: Reading) -> bool:
    """Whether a reading is another one that is as plain, with fewer of its relation types and nothing else."""
    if len(reading.conditions) != len(plainer.conditions) or reading.about != plainer.about:
        return False
    if reading.asked._replace(conditions=()) != plainer.asked._replace(conditions=()):
        return False
    pairs = list(zip(reading.conditions, plainer.conditions, strict=True))
    fewer = any(set(one.relations) < set(other.relations) for one, other in pairs)
    return fewer and all(
        one._replace(relations=other.relations) == other and set(one.relations) <= set(other.relations)
        for one, other in pairs
    )
