"""Questions of keywords, in any order, and with slips of the hand, on the shipped data."""

from __future__ import annotations

from itertools import permutations

import pytest

from tocgraph import ask
from tocgraph.questions.words.tokens import no_sentence, tokens_of
from tocgraph.store import OpenStore


@pytest.fixture(scope="module")
def opened(shipped: OpenStore) -> OpenStore:
    return shipped


def given(opened: OpenStore, question: str) -> set[str]:
    found = ask(opened, question)
    assert found.status == "answered", f"{question}: {found.status} {found.reading}"
    return {str(a.id or a.value) for a in found.answers}


@pytest.mark.parametrize(
    ("keywords", "right"),
    [
        (("egypt", "uncac", "ratification date"), {"2005-02-25"}),
        (("estonia", "budapest convention", "entry into force date"), {"2004-07-01"}),
        (("europol", "founded", "year"), {"1998-10-01"}),
        (("unesco 1970 convention", "ratifications needed"), {"3"}),
        (("headquarters", "europol"), {"the-hague", "netherlands"}),
        (("لبنان", "معاهدة تجارة الأسلحة", "تاريخ التصديق"), {"2019-05-09"}),
        (("يوروبول", "سنة التأسيس"), {"1998-10-01"}),
    ],
)
def test_keywords_in_any_order_ask_the_same(opened: OpenStore, keywords: tuple[str, ...], right: set[str]) -> None:
    for order in permutations(keywords):
        found = given(opened, " ".join(order))
        assert found and found <= right


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("uncac egypt date", True),
        ("untoc number of ratifications", True),
        ("is egypt party to uncac", False),
        ("which states", False),
        ("terrorism that finances crime", False),
        ("missions not in Haiti", False),
        ("لبنان تاريخ التصديق", True),
        ("هل لبنان طرف", False),
    ],
)
def test_a_sentence_is_not_put_in_another_order(opened: OpenStore, text: str, expected: bool) -> None:
    assert no_sentence(tokens_of(opened, text)) is expected


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("wehn did untoc entr into force", {"2003-09-29"}),
        ("headqarters of europol", {"the-hague", "netherlands"}),
        ("tell me about CARCC", {"caricc"}),
        ("Who wrote Chsaing Drity Money?", {"p-reuter", "e-m-truman"}),
        ("متى تأسست ايوروبول", {"1998-10-01"}),
        ("كم دولة عضوا في جامعة الودل العربية", {"22"}),
        ("controlled delivery? What", {"controlled-delivery"}),
    ],
)
def test_slips_are_mended(opened: OpenStore, question: str, right: set[str]) -> None:
    found = ask(opened, question)
    assert found.status == "answered"
    assert right & {str(a.id or a.value) for a in found.answers}


@pytest.mark.parametrize(
    "question",
    [
        "when was UNMIS founded",  # a mission in Sudan, one letter from that in South Sudan
        "when was MINUCA founded",
        "which statues implement UNTOC",
        "tobacco zzyzx criminalizes",
    ],
)
def test_what_only_resembles_is_not_taken(opened: OpenStore, question: str) -> None:
    assert ask(opened, question).status == "not-understood"
