"""What a question is answered with."""

from __future__ import annotations

from tocgraph.answers import AnswerSet
from tocgraph.questions import ask
from tocgraph.store import OpenStore


def found(result: AnswerSet) -> list[object]:
    """The ids or values of the answers, in their order."""
    return [a.id if a.id is not None else a.value for a in result.answers]


def given(opened: OpenStore, question: str) -> list[object]:
    """The same of what a question is answered with; it must be answered."""
    result = ask(opened, question)
    assert result.status == "answered", (question, result.reading)
    return found(result)
