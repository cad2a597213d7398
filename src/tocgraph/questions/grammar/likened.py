"""Of the thing that is the same, what is said of the one is said of the other as well: the list that lists both."""

from __future__ import annotations

from tocgraph.questions.grammar.roles import Roles
from tocgraph.questions.reading import OPPOSITE, Condition, End

SAME = "same"
"""The value of an end that stands for what another thing has, until it is known in which relation."""


def likened(end: End) -> tuple[str, ...]:
    """The thing that has the same as those asked for; it is none of them."""
    return tuple(e for c in end.conditions if c.other.value == SAME for e in c.other.entities)


def settled_like(roles: Roles, end: End, relations: tuple[str, ...], role: str) -> tuple[End, tuple[str, ...]]:
    """The end of such a relation with what the other thing has, and the relation types that fit both things.

    `role` is that of the things asked for; no relation types are left where the other thing has none of them.
    """
    like = End(entities=likened(end))
    if not like.entities:
        return end, relations
    fitting = tuple(r for r in relations if roles.fits(like, roles.admitted(r, role)))
    told = Condition(fitting, OPPOSITE[role], like)
    return end._replace(conditions=tuple(told if c.other.value == SAME else c for c in end.conditions)), fitting
