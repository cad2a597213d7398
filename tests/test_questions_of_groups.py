"""Groups and how many of them: all, most, any, each; things that are said of several at once."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.answers import AMBIGUOUS, NOT_UNDERSTOOD
from tocgraph.questions import ask
from tocgraph.store import OpenStore


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Are any states of the Gulf party to the Budapest Convention?", [False]),
        ("Are Gulf states party to the Budapest Convention?", [False]),
        ("هل أي من دول الخليج طرف في اتفاقية بودابست؟", [False]),
        ("Do any Arab states belong to ASEAN?", ["unknown"]),
        ("Are most ECOWAS members party to UNTOC?", [True]),
        ("Are at least ten Arab states party to the Budapest Convention?", [False]),
        ("هل معظم الدول العربية أطراف في اتفاقية بودابست؟", [False]),
        ("Are all states of the Gulf party to UNTOC?", [True]),
        ("Has no Gulf state ratified the Budapest Convention?", [True]),
        ("هل صادق كل من مصر والأردن على اتفاقية باليرمو؟", [True]),
        ("هل صادقت مصر على اتفاقية باليرمو واتفاقية بودابست؟", [False]),
    ],
)
def test_a_group_is_its_members(shipped: OpenStore, question: str, expected: list[object]) -> None:
    assert given(shipped, question) == expected


def test_any_that_are_so_are_listed(shipped: OpenStore) -> None:
    assert "ghana" in given(shipped, "Are any ECOWAS members party to the Budapest Convention?")


def test_of_how_many_it_is_so_is_told(shipped: OpenStore) -> None:
    [answer] = ask(shipped, "Are most Arab states party to the Budapest Convention?").answers
    assert answer.note["en"].startswith("2 of 22; so: Morocco, Tunisia")


@pytest.mark.parametrize("question", ["Are all states party to UNTOC?", "Are most conventions useful?"])
def test_what_is_no_group_is_refused(shipped: OpenStore, question: str) -> None:
    assert ask(shipped, question).status == NOT_UNDERSTOOD


def test_each_of_several_has_its_own_time(shipped: OpenStore) -> None:
    both = set(given(shipped, "states that ratified UNTOC before 2004 and UNCAC after 2006"))
    first = set(given(shipped, "states that ratified UNTOC before 2004"))
    second = set(given(shipped, "states that ratified UNCAC after 2006"))
    assert both == first & second and both
    arabic = "الدول التي صادقت على اتفاقية باليرمو قبل 2004 وعلى اتفاقية مكافحة الفساد بعد 2006"
    assert set(given(shipped, arabic)) == both
    either = set(given(shipped, "states that ratified UNTOC before 2004 or UNCAC after 2006"))
    assert either == first | second


def test_a_time_behind_several_is_that_of_all(shipped: OpenStore) -> None:
    both = set(given(shipped, "states that ratified UNTOC and UNCAC before 2006"))
    assert both == set(given(shipped, "states that ratified UNTOC before 2006 and UNCAC before 2006"))


def test_a_name_for_several_things_is_asked_back_though_nothing_is_certain(shipped: OpenStore) -> None:
    question = "Which members of the Arab League have ratified neither Budapest nor the Arab convention?"
    assert ask(shipped, question).status == AMBIGUOUS
