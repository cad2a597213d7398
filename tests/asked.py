"""What a question on the shipped data is answered with."""

from __future__ import annotations

from tocgraph.questions import ask
from tocgraph.store import OpenStore


def given(opened: OpenStore, question: str) -> list[object]:
    """The ids or values of the answers, in their order; the question must be answered."""
    result = ask(opened, question)
    assert result.status == "answered", (question, result.reading)
    return [a.id if a.id is not None else a.value for a in result.answers]
