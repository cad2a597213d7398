"""Questions that are asked again in other words, and the seat of a body by where it works from."""

from __future__ import annotations

import pytest

from tocgraph import ask
from tocgraph.questions.rewording.restated import in_other_words
from tocgraph.store import OpenStore

_SLOW = {"diversity-of-procedural-systems", "lack-of-trained-personnel", "language-differences"}


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("لماذا تتأخر الدول في الاستجابة لطلبات المساعدة؟ أي ما أسباب بطء الاستجابة؟", _SLOW),
        ("Why do states answer requests so late? That is, what causes the slow response to requests?", _SLOW),
        ("من يدير الإنتربول؟ أعني أين مقر الإنتربول؟", {"france", "lyon"}),
        ("Where does MENAFATF sit, in other words where is its headquarters?", {"manama"}),
    ],
)
def test_the_wording_that_is_understood_is_answered(shipped: OpenStore, question: str, answers: set[str]) -> None:
    assert {a.id for a in ask(shipped, question).answers} == answers


def test_which_of_them_is_no_second_wording() -> None:
    assert not in_other_words("ما الدول العربية الأطراف في اتفاقية باليرمو، أي من الدول صادقت عليها؟")


@pytest.mark.parametrize(
    ("question", "seat"),
    [
        ("من أين تدير مينافاتف أعمالها؟", {"manama"}),
        ("من أين تزاول اليوروبول نشاطها؟", {"the-hague"}),
        ("from which city does MENAFATF operate?", {"manama"}),
        ("where does INTERPOL conduct its work from?", {"france", "lyon"}),
    ],
)
def test_where_a_body_works_from_is_its_seat(shipped: OpenStore, question: str, seat: set[str]) -> None:
    assert {a.id for a in ask(shipped, question).answers} == seat
