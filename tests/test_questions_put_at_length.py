"""Questions that say what a thing is before its name, ask after what somebody does, or say more around the question."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph import ask
from tocgraph.answers import NOT_UNDERSTOOD
from tocgraph.store import OpenStore


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("Where does the Central Asian drug information centre CARICC have its headquarters?", {"almaty"}),
        ("when did the UN stabilization mission MINUSTAH close", {"2017-10-15"}),
        ("when was the UN mission MINUSMA founded", {"2013-04-25"}),
        ("Where is the headquarters of the African police cooperation mechanism AFRIPOL", {"algiers"}),
        ("Treaties that criminalize denial of genocide", {"budapest-protocol-1", "malabo-convention"}),
        ("Is there an article of UNCAC on protecting whistleblowers, and which one?", {"uncac-art-33"}),
        (
            "What was recommended by the sixth UN crime congress?",
            {"rec-systematic-information-exchange", "information-exchange"},
        ),
    ],
)
def test_words_that_say_what_is_meant_anyway(shipped: OpenStore, question: str, right: set[object]) -> None:
    assert set(given(shipped, question)) == right


@pytest.mark.parametrize(
    "question",
    ["What does UNODC do?", "what is the role of UNODC", "ما دور مكتب الأمم المتحدة المعني بالمخدرات والجريمة"],
)
def test_all_that_is_recorded_where_no_function_is(shipped: OpenStore, question: str) -> None:
    assert {"unodc", "vienna", "untoc"} <= set(given(shipped, question))


def test_functions_come_before_all_else_that_is_recorded(shipped: OpenStore) -> None:
    found = given(shipped, "What does INTERPOL do?")
    assert "issuing-international-notices" in found and "lyon" not in found


def test_a_comparison_wished_for(shipped: OpenStore) -> None:
    found = ask(shipped, "I'd like CIFTA set side by side with the Firearms Protocol")
    assert found.status == "answered" and found.table is not None
    assert {"oas-firearms-cifta-1997", "firearms-protocol"} <= {*found.table.columns}


@pytest.mark.parametrize(
    "question",
    [
        "who leads the drug cartel organization INTERPOL",
        "where is the Asian drug agency INTERPOL seated",
        "which treaties criminalize denial of visas",
        "what does the moon do",
        "ماذا يفعل زيد",
    ],
)
def test_what_is_said_of_nothing_known_is_refused(shipped: OpenStore, question: str) -> None:
    assert ask(shipped, question).status == NOT_UNDERSTOOD
