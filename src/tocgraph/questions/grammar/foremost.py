"""Superlatives inside a question, found before the rest of it: "which states joined the oldest convention".

The foremost of a set is one or a few things. They are looked up first and then stand in the reading by name, so that
the reading shows which they are, and the rest is answered as if they had been named.
"""

from __future__ import annotations

from collections.abc import Callable

from tocgraph.questions.reading import EVERY, IS_THE_ONE, MOST, WHEN_THE_ONE, Condition, End, Limit, Rank, Reading

LASTING = ("longest", "shortest")
"""Superlatives that go by how long things lasted."""

BY_FIGURE = ("first", "last", "largest", "smallest", *LASTING)
"""Superlatives that go by a date or a number of the things themselves."""

MOST_ASKED = 60
"""Of how many members at most it is asked one by one whether all of them meet a condition."""

MOST_DATED = 20
"""Of how many things that are described the dates are told."""

Find = Callable[[End], tuple[str, ...]]
"""Gives the entities of a set, as far as they are taken as fact."""


def foremost(end: End) -> bool:
    """Whether the set is that of the first, the largest or those with the most of something."""
    return bool(end.rank) or any(c.rank or c.other.rank or c.other.limit for c in end.conditions)


def ranks_told(condition: Condition, measures: Callable[[End, Rank], tuple[str, ...]]) -> Condition | None:
    """The condition with what every superlative in it goes by; None when nothing is recorded by which it could go."""
    if condition.either:
        told = [[ranks_told(c, measures) for c in branch] for branch in condition.either]
        if any(c is None for branch in told for c in branch):
            return None
        return condition._replace(either=tuple(tuple(c for c in branch if c) for branch in told))
    inner = [ranks_told(c, measures) for c in condition.other.conditions]
    if any(c is None for c in inner):
        return None
    other = condition.other._replace(conditions=tuple(c for c in inner if c))
    rank = other.rank
    if rank and rank.how in BY_FIGURE and not rank.relations:
        relations = measures(other, rank)
        if not relations:
            return None
        other = other._replace(rank=rank._replace(relations=relations))
    return condition._replace(other=other)


def so_many(reading: Reading, find: Find) -> bool:
    """Whether there are as many as the question says of the things of which some are asked for.

    These are the set without what is asked of them, which is one of its conditions or its superlative.
    """
    asked = reading.asked._replace(rank=None, limit=None)
    conditions = [c._replace(rank=None) for c in asked.conditions]
    sets = [[c for c in conditions if c is not left] for left in conditions] + [conditions]
    wanted = [asked._replace(conditions=tuple(of)) for of in sets if of and not any(c.negated for c in of)]
    wanted += [c.other._replace(limit=None) for c in conditions if c.other.conditions]  # "party to all three protocols"
    open_ended = [end for end in wanted if any(c.other.limit and c.other.limit.sign == EVERY for c in end.conditions)]
    return any(len(find(end)) == reading.among for end in wanted if end not in open_ended)


def settled(reading: Reading, find: Find, told: Callable[[End], str]) -> Reading | None:
    """The reading with the things that are foremost in the sets inside it; None when there are none.

    `told` words a set; what was found for it stands in the remarks.
    """
    remarks: list[str] = []

    def one(condition: Condition, depth: int) -> Condition | None:
        if condition.either:
            branches = [[one(c, depth + 1) for c in branch] for branch in condition.either]
            if any(c is None for branch in branches for c in branch):
                return None
            return condition._replace(either=tuple(tuple(c for c in branch if c) for branch in branches))
        inner = [one(c, depth + 1) for c in condition.other.conditions]
        if any(c is None for c in inner):
            return None
        other = condition.other._replace(conditions=tuple(c for c in inner if c))
        if other.limit and other.limit.sign == EVERY:
            members = other._replace(limit=None)
            count = len(find(members))
            if not count:
                return None
            remarks.append(told(members))
            return condition._replace(other=other._replace(limit=Limit(">=", count)))
        by_figure = bool(other.rank) and other.rank is not None and other.rank.how in BY_FIGURE
        if by_figure or any(c.rank or c.other.rank or c.other.limit for c in other.conditions):
            entities = find(other)
            if not entities:
                return None
            remarks.append(told(other))
            other = End(entities=entities)
        return condition._replace(other=other)

    if reading.kind == EVERY:
        members = reading.asked._replace(conditions=reading.conditions[:-1])
        about = find(members)
        if not 0 < len(about) <= MOST_ASKED:
            return None
        last = reading.conditions[-1]
        certain = last._replace(timing="held") if last.timing == "holds" else last
        asked = End(conditions=(certain,))
        share = reading.share or Limit(">=", len(about))
        share = Limit(">", len(about) // 2) if share.sign == MOST else share
        remarks = [*reading.remarks, told(members)]
        return reading._replace(kind="whether", asked=asked, about=about, share=share, remarks=tuple(remarks))
    if reading.kind in (WHEN_THE_ONE, IS_THE_ONE):
        described = reading.asked._replace(conditions=reading.conditions[:-1])
        about = find(described)
        dates = reading.kind == WHEN_THE_ONE
        if not 0 < len(about) <= (MOST_DATED if dates else 1):
            return None
        last = reading.conditions[-1]
        last = last._replace(timing="held") if last.timing == "holds" and not dates else last
        settled_one = reading._replace(kind="dates" if dates else "whether", asked=End(conditions=(last,)), about=about)
        return settled_one._replace(remarks=(*reading.remarks, told(described)))
    conditions = [one(c, 0) for c in reading.asked.conditions]
    if any(c is None for c in conditions):
        return None
    if not remarks:
        return reading
    asked = reading.asked._replace(conditions=tuple(c for c in conditions if c))
    return reading._replace(asked=asked, remarks=(*reading.remarks, *remarks))
