"""What "the book on crime" may be: one thing with a title, and none of the things that have to do with crime."""

from __future__ import annotations

from tocgraph.questions.grammar.phrase import Phrase
from tocgraph.questions.grammar.roles import Roles
from tocgraph.questions.reading import Condition

_PLACES = ("place", "state", "territory")


def unnamed(noun: Phrase, roles: Roles) -> bool:
    """Whether it is one thing beside a name, in whatever relation: "the book (on) crime" is a title, or one of many.

    A place says enough: there is one Haitian sanctions regime.
    """

    def vague(condition: Condition) -> bool:
        named = condition.other.entities
        lie = all(any(roles.is_a(e, t) for t in _PLACES) for e in named)
        told = condition.relations or condition.either or condition.other.value
        return bool(named) and not (told or lie)

    return not (noun.many or noun.det in ("a", "both")) and any(
        end.types and end.conditions and all(map(vague, end.conditions)) for end in noun.ends
    )
