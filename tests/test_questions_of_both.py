"""Both of two things, whether there is one, another time than the one asked for, and what a text says in its parts."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.answers import NOT_UNDERSTOOD
from tocgraph.questions import ask
from tocgraph.store import OpenStore


def test_both_of_two_kinds_must_be_there(shipped: OpenStore) -> None:
    both = set(given(shipped, "In which countries are both an OSCE field operation and an EU mission at work?"))
    osce = set(given(shipped, "In which countries does an OSCE field operation work?"))
    eu = set(given(shipped, "In which countries does an EU mission work?"))
    assert both == osce & eu and both


def test_parts_of_both_texts_are_asked_for_each(shipped: OpenStore) -> None:
    both = set(given(shipped, "Which offences are criminalized by articles of both the Malabo Convention and UNTOC?"))
    malabo = set(given(shipped, "Which offences are criminalized by articles of the Malabo Convention?"))
    untoc = set(given(shipped, "Which offences are criminalized by articles of UNTOC?"))
    assert both == malabo & untoc


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Was a UN crime congress ever held in Caracas?", True),
        ("Does a convention criminalize corruption?", True),
        ("هل دولة عربية طرف في اتفاقية بودابست؟", True),
        ("Did an EU mission succeed UNMIL?", "unknown"),
        # another time is recorded than the one asked for
        ("Was Afghanistan already a member of SAARC in 2005?", False),
        ("هل كانت أفغانستان عضوا في سارك عام 2005؟", False),
        ("Did Egypt ratify UNTOC in 2003?", False),
        ("هل انضمت مصر بعد إلى اتفاقية بودابست؟", False),
        ("هل وقعت الولايات المتحدة على اتفاقية بودابست وصادقت عليها؟", True),
        ("Is MINUSMA still operating?", False),
        ("Did MINUSMA operate in Mali in 2025?", False),
        ("Was MINUSTAH replaced by another mission?", True),
        ("Is it true that Morocco ratified the Budapest Convention?", True),
        ("Do Egypt and Libya share a border?", "unknown"),
        # what is done about a kind of crime is done about the crime; what is defined is not
        ("Is corruption criminalized by UNCAC?", True),
        ("Does UNTOC define corruption?", "unknown"),
        ("Does UNTOC criminalize terrorism?", "unknown"),
        # what an article says its text says
        ("Does the Smuggling of Migrants Protocol protect smuggled migrants?", True),
        ("Are migrants protected by the Smuggling of Migrants Protocol?", True),
    ],
)
def test_yes_or_no(shipped: OpenStore, question: str, expected: object) -> None:
    assert given(shipped, question) == [expected]


@pytest.mark.parametrize(
    "question",
    [
        "Is the Kyoto Protocol older than UNTOC?",
        "Was a UN crime congress ever held in Nairobi?",
        "Has a woman led INTERPOL?",
    ],
)
def test_what_names_nothing_is_refused(shipped: OpenStore, question: str) -> None:
    assert ask(shipped, question).status == NOT_UNDERSTOOD
