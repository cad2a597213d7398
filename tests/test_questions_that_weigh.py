"""One thing against another: whose number is larger, whose date is earlier, and by how much."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.answers import ANSWERED
from tocgraph.questions import ask
from tocgraph.store import OpenStore


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Does UNTOC have more parties than UNCAC?", True),
        ("Have fewer states ratified UNTOC than UNCAC?", False),
        ("Is the number of parties to UNCAC greater than that of UNTOC?", False),
        ("هل عدد أطراف اتفاقية باليرمو أكبر من عدد أطراف اتفاقية مكافحة الفساد؟", True),
        ("Are there more missions in Mali than in Haiti?", False),
        ("Is INTERPOL older than Europol?", True),
        ("هل اليوروبول أقدم من الإنتربول؟", False),
        ("Did UNTOC enter into force before UNCAC?", True),
        ("Did Jordan ratify UNTOC before Egypt?", False),
        ("هل صادقت مصر على اتفاقية باليرمو قبل الأردن؟", True),
        ("Was MINUSMA established earlier than MINUSTAH?", False),
        ("Do UNTOC and UNCAC have the same number of parties?", False),
        ("Are there more EU missions than OSCE missions?", True),
        # what is recorded of one of them only
        ("Did Kosovo ratify UNTOC before Egypt?", "unknown"),
    ],
)
def test_the_figures_of_both_are_compared(shipped: OpenStore, question: str, expected: object) -> None:
    assert given(shipped, question) == [expected]


def test_both_figures_are_told_and_cited(shipped: OpenStore) -> None:
    found = ask(shipped, "Does UNTOC have more parties than UNCAC?")
    assert "192" in found.reading and "190" in found.reading
    assert len(found.answers[0].claims) == 2 and found.answers[0].citations


def test_what_is_counted_says_that_there_may_be_more(shipped: OpenStore) -> None:
    found = ask(shipped, "Does the Malabo Convention criminalize more offences than the Budapest Convention?")
    assert found.status == ANSWERED and "counted is what is recorded" in found.reading


@pytest.mark.parametrize(
    "question",
    [
        "Which of UNTOC and UNCAC has more parties?",
        "Did UNCAC or UNTOC need more ratifications to come into force?",
    ],
)
def test_the_one_of_two_is_named(shipped: OpenStore, question: str) -> None:
    assert given(shipped, question) == ["untoc"]


def test_both_figures_are_given(shipped: OpenStore) -> None:
    found = ask(shipped, "Compare how many parties UNTOC and UNCAC have")
    assert [(a.id, a.value) for a in found.answers] == [("untoc", "192"), ("uncac", "190")]


def test_a_difference_is_reckoned(shipped: OpenStore) -> None:
    assert given(shipped, "How many more parties does UNTOC have than UNCAC?") == [2]
    assert given(shipped, "كم يزيد عدد أطراف اتفاقية باليرمو على عدد أطراف اتفاقية مكافحة الفساد؟") == [2]


@pytest.mark.parametrize(
    "question",
    [
        "Is terrorism more dangerous than corruption?",
        "Is UNTOC better than UNCAC?",
        "Does UNTOC matter more than UNCAC?",
        "Is INTERPOL richer than Europol?",
        "Did Atlantis ratify UNTOC before Egypt?",
        "هل الفساد أخطر من الإرهاب؟",
        "قارن بين عدد ضحايا الإرهاب وعدد ضحايا الفساد",
        "How many more convictions does UNTOC have than UNCAC?",
        "Which of UNTOC and UNCAC is more effective?",
    ],
)
def test_what_is_no_figure_is_not_weighed(shipped: OpenStore, question: str) -> None:
    assert ask(shipped, question).status != ANSWERED
