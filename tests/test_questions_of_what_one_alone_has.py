"""Comparisons by what one of two alone has, or both; which of two has more; resolutions by their number."""

from __future__ import annotations

import pytest

from tocgraph import ask
from tocgraph.store import OpenStore


@pytest.mark.parametrize(
    "question",
    [
        "ما الجرائم التي تنفرد اتفاقية باليرمو بتجريمها دون اتفاقية مكافحة الفساد؟",
        "ما الجرائم التي تتفرد بها اتفاقية باليرمو مقارنة باتفاقية مكافحة الفساد؟",
        "which crimes are only in UNTOC and not in UNCAC?",
        "unlike UNCAC, which crimes does UNTOC alone criminalize?",
        "which crimes are unique to UNTOC compared to UNCAC?",
    ],
)
def test_what_one_text_alone_has(shipped: OpenStore, question: str) -> None:
    ids = {a.id for a in ask(shipped, question).answers}
    assert "participation-in-organized-criminal-group" in ids
    assert not {"money-laundering", "embezzlement-by-public-official"} & ids


@pytest.mark.parametrize(
    "question",
    [
        "ما آليات التعاون المشتركة بين اتفاقية باليرمو واتفاقية مكافحة الفساد؟",
        "ما آليات التعاون التي تشترك فيها اتفاقية باليرمو واتفاقية مكافحة الفساد؟",
        "which mechanisms are common to UNTOC and UNCAC?",
    ],
)
def test_what_both_texts_have(shipped: OpenStore, question: str) -> None:
    ids = {a.id for a in ask(shipped, question).answers}
    assert {"controlled-delivery", "video-conferencing"} <= ids
    assert "whistleblower-protection" not in ids


def test_what_is_not_shared_differs(shipped: OpenStore) -> None:
    found = ask(shipped, "ما الجرائم التي لا تشترك فيها اتفاقية بودابست واتفاقية مالابو؟")
    assert "illegal-access" not in {a.id for a in found.answers}
    assert found.answers


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("أيهما له أطراف أكثر: اتفاقية باليرمو أم اتفاقية مكافحة الفساد؟", "untoc"),
        ("أي الاتفاقيتين دخلت حيز النفاذ أولا: باليرمو أم ميريدا؟", "untoc"),
    ],
)
def test_the_one_of_two(shipped: OpenStore, question: str, answer: str) -> None:
    assert [a.id for a in ask(shipped, question).answers] == [answer]


@pytest.mark.parametrize(
    "question",
    [
        "ما رقم قرار مجلس الأمن الذي أنشأ يونميل؟",
        "what is the number of the resolution that established UNMIL?",
        "which resolution number created UNMIL?",
    ],
)
def test_the_number_of_a_resolution_is_the_resolution(shipped: OpenStore, question: str) -> None:
    assert [a.value for a in ask(shipped, question).answers] == ["UNSC resolution 1509 (2003)"]


@pytest.mark.parametrize(
    "question",
    ["what are the causes of weak judicial and security cooperation?", "ما أسباب ضعف التعاون القضائي والأمني؟"],
)
def test_what_is_recorded_on_a_thing_is_not_its_causes(shipped: OpenStore, question: str) -> None:
    assert ask(shipped, question).status == "not-in-graph"
