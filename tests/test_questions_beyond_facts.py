"""Questions that come close to what is recorded and ask for more: they are refused, or answered for what they say."""

from __future__ import annotations

import pytest

from tocgraph import ask
from tocgraph.answers import ANSWERED
from tocgraph.store import OpenStore


@pytest.fixture(scope="module")
def opened(shipped: OpenStore) -> OpenStore:
    return shipped


@pytest.mark.parametrize(
    "question",
    [
        "Which states plan to ratify UNTOC?",
        "Which states intend to join the Budapest Convention?",
        "Which states must ratify UNTOC?",
        "Which missions are about to close?",
        "What are the most important tools of INTERPOL?",
        "What was MINUJUSTH succeeded by?",
        "Which missions that ended in 2017 countered corruption?",
        "ما البعثة التي تعمل في مالي فقط؟",
        "ما الدول المتوقع انضمامها إلى اتفاقية بودابست؟",
        "ما أهم مادة في اتفاقية باليرمو؟",
        "ما الدول غير الأوروبية الأطراف في اتفاقية بودابست؟",
        "Should Egypt ratify the Budapest Convention?",
        "Can Egypt join the Malabo Convention?",
        "Would Egypt join the Budapest Convention?",
        "What do you think about INTERPOL?",
        "What is your opinion on UNTOC?",
        "ما رأيك في الإنتربول؟",
        "How old is Louise Shelley?",
    ],
)
def test_what_no_claim_says_is_not_answered(opened: OpenStore, question: str) -> None:
    result = ask(opened, question)
    assert result.status != ANSWERED, (result.reading, result.answers)


@pytest.mark.parametrize(
    "question", ["Which missions still operate in Haiti?", "ما البعثات التي لا تزال تعمل في هايتي؟"]
)
def test_what_still_holds_leaves_out_what_is_over(opened: OpenStore, question: str) -> None:
    given = {a.id for a in ask(opened, question).answers}
    assert "binuh" in given
    assert not given & {"minustah", "minujusth"}


def test_how_many_must_ratify_is_a_recorded_figure(opened: OpenStore) -> None:
    result = ask(opened, "How many states must ratify UNTOC for it to enter into force?")
    assert [str(a.value) for a in result.answers] == ["40"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Was INTERPOL based in Lyon in 1950?", "unknown"),  # a seat may have moved
        ("هل كان مقر الإنتربول في ليون عام 1950؟", "unknown"),
        ("Is INTERPOL based in Lyon?", True),
        ("Was MINUSTAH operating in Haiti in 2010?", True),
        ("Do you think Egypt is a party to UNTOC?", True),
    ],
)
def test_what_may_change_is_not_known_of_an_earlier_year(
    opened: OpenStore, question: str, expected: bool | str
) -> None:
    assert [a.value for a in ask(opened, question).answers] == [expected]
