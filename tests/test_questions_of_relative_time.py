"""Limits of time told by what happened to another thing, and by two days between which something lies."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.questions import ask
from tocgraph.store import OpenStore


@pytest.mark.parametrize(
    ("question", "dated"),
    [
        # what ended before a mission ended before that mission did
        ("Which missions ended before UNMIL?", "ended before 2018-03-30"),
        ("Which missions began after UNMIL ended?", "began after 2018-03-30"),
        ("Which conventions entered into force after UNTOC?", "entered into force after 2003-09-29"),
        ("Which treaties were adopted before UNTOC entered into force?", "were adopted before 2003-09-29"),
        ("Which states ratified UNTOC before Egypt did?", "ratified UNTOC before 2004-03-05"),
        ("Which states ratified UNTOC before it entered into force?", "ratified UNTOC before 2003-09-29"),
        (
            "Which treaties were adopted after UNTOC but before UNCAC?",
            "were adopted after 2000-11-15 and before 2003-10-31",
        ),
    ],
)
def test_a_limit_is_the_day_of_what_happened(shipped: OpenStore, question: str, dated: str) -> None:
    asks = " ".join(question.split()[:2])
    assert given(shipped, question) == given(shipped, f"{asks} {dated}?") != []


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        (
            "ما الدول التي صادقت على اتفاقية باليرمو بعد دخولها حيز النفاذ؟",
            "Which states ratified UNTOC after it entered into force?",
        ),
        ("ما البعثات التي انتهت قبل يونميل؟", "Which missions ended before UNMIL?"),
        ("ما الدول التي صادقت على اتفاقية باليرمو قبل مصر؟", "Which states ratified UNTOC before Egypt?"),
        (
            "ما الاتفاقيات التي اعتمدت بعد عام 2000 وقبل عام 2005؟",
            "Which conventions were adopted between 2001 and 2004?",
        ),
    ],
)
def test_limits_in_arabic(shipped: OpenStore, question: str, plain: str) -> None:
    assert set(given(shipped, question)) == set(given(shipped, plain)) != set()


def test_what_is_needed_before_something_is_no_limit_of_time(shipped: OpenStore) -> None:
    question = "How many ratifications did the Malabo Convention need before it could enter into force?"
    assert given(shipped, question) == ["15"]


def test_both_limits_of_a_time_hold(shipped: OpenStore) -> None:
    both = set(given(shipped, "Which treaties were adopted after 2000 but before 2005?"))
    after = set(given(shipped, "Which treaties were adopted after 2000?"))
    before = set(given(shipped, "Which treaties were adopted before 2005?"))
    assert both == after & before != set()


def test_the_day_is_told(shipped: OpenStore) -> None:
    assert "before UNMIL → before 2018-03-30" in ask(shipped, "Which missions ended before UNMIL?").remarks


def test_what_comes_after_in_a_series_is_no_limit_of_time(shipped: OpenStore) -> None:
    assert given(shipped, "Which congress came after the Doha congress?") == ["un-crime-congress-14"]
