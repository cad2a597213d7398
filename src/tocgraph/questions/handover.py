"""Questions that a report answers better than a list of claims: the legal bases between two states."""

from __future__ import annotations

from typing import NamedTuple

from tocgraph.questions.link import LONGEST, link
from tocgraph.store import OpenStore
from tocgraph.text import words

_BASIS = frozenset({"legal basis", "legal bases", "اساس قانوني", "الاساس القانوني", "اسس قانونيه", "الاسس القانونيه"})


class BasisAsked(NamedTuple):
    """What the question wants of the report on legal bases: entity ids and a date, None for any."""

    state: str
    other: str
    mechanism: str | None = None
    crime: str | None = None
    on: str | None = None

    @property
    def command(self) -> str:
        """The command that asks the same."""
        parts = ["tocgraph basis", self.state, self.other]
        for option, value in (("--for", self.mechanism), ("--crime", self.crime), ("--on", self.on)):
            parts += [option, value] if value else []
        return " ".join(parts)


def basis_asked(opened: OpenStore, question: str) -> BasisAsked | None:
    """The states, form of cooperation, crime and date of a question for a legal basis between two states.

    None when it asks for anything else, or when a word of it would be passed over.
    """
    question = question.encode("utf-8", "replace").decode()
    plain = f" {' '.join(words(question[:LONGEST]))} "
    if len(question) > LONGEST or not any(f" {phrase} " in plain for phrase in _BASIS):
        return None
    linked = link(opened, question)
    period = linked.period
    if linked.unused or linked.excluded or linked.asks or (period and period.how != "in"):
        return None
    found: dict[str, list[str]] = {"state": [], "mechanism": [], "crime": []}
    for element in linked.elements:
        if element.kind == "entity":
            named = opened.names.entities(element.entities).values()
            fitting = [(k, n.id) for n in named for k in found if k in opened.schema.ancestors(n.type)]
            if len(fitting) != 1:
                return None
            found[fitting[0][0]].append(fitting[0][1])
        elif element.kind == "relation" and not element.weak:
            if not any(phrase in " ".join(words(element.text)) for phrase in _BASIS):
                return None
        elif element.kind not in ("and", "relation"):
            return None
    states, mechanisms, crimes = found.values()
    if len(states) != 2 or states[0] == states[1] or len(mechanisms) > 1 or len(crimes) > 1:
        return None
    return BasisAsked(
        states[0],
        states[1],
        mechanism=mechanisms[0] if mechanisms else None,
        crime=crimes[0] if crimes else None,
        on=period.dates[0] if period else None,
    )
