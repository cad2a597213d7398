"""When the work of a mission or a meeting began and ended, with the noun for it and the place that it was in."""

from __future__ import annotations

import pytest

from tocgraph import ask
from tocgraph.store import OpenStore


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("ما تاريخ انتهاء مهمة يونميل في ليبيريا؟", "2018-03-30"),
        ("ما موعد انتهاء أعمال مينوستاه في هايتي؟", "2017-10-15"),
        ("سنة انتهاء أنشطة أونمها", "2026-03-31"),
        ("ما تاريخ بدء مهمة يونميل في ليبيريا؟", "2003-09-19"),
        ("متى بدأت مهمة مينوسما؟", "2013-04-25"),
        ("end date of UNMIL's mission in Liberia", "2018-03-30"),
        ("when did UNMIL's mission in Liberia end?", "2018-03-30"),
    ],
)
def test_the_noun_for_its_work_and_its_place_add_nothing(shipped: OpenStore, question: str, day: str) -> None:
    assert [a.value for a in ask(shipped, question).answers] == [day]


@pytest.mark.parametrize(
    "question",
    [
        "ما تاريخ بدء أعمال مؤتمر الأمم المتحدة الثامن لمنع الجريمة؟",
        "متى انتهت أعمال مؤتمر الأمم المتحدة الثامن لمنع الجريمة؟",
    ],
)
def test_the_work_of_a_meeting_is_the_meeting(shipped: OpenStore, question: str) -> None:
    assert {str(a.value)[:4] for a in ask(shipped, question).answers} == {"1990"}
