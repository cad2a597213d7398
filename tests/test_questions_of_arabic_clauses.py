"""Arabic clauses: prepositions within words, nouns of an action for a verb, pronouns, and who does what to whom."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.questions import ask
from tocgraph.store import OpenStore


@pytest.mark.parametrize(
    ("asked", "plainly"),
    [
        ("هل تنتمي تونس لجامعة الدول العربية؟", "هل تنتمي تونس إلى جامعة الدول العربية؟"),
        ("ما المنظمات التي تنتمي لها تونس؟", "ما المنظمات التي تنتمي إليها تونس؟"),
        ("ما البعثات العاملة بليبيا؟", "ما البعثات العاملة في ليبيا؟"),
        ("ما الدول المنضمة لاتفاقية مالابو؟", "ما الدول المنضمة إلى اتفاقية مالابو؟"),
    ],
)
def test_an_attached_preposition_stands_for_the_one_that_the_verb_has(
    shipped: OpenStore, asked: str, plainly: str
) -> None:
    assert given(shipped, asked) == given(shipped, plainly)


@pytest.mark.parametrize(
    ("asked", "plainly"),
    [
        ("أي صكوك تم إقرارها في نيويورك؟", "أي صكوك أقرت في نيويورك؟"),
        ("ما الاتفاقيات التي تم توقيعها بالقاهرة؟", "ما الاتفاقيات الموقعة في القاهرة؟"),
        ("أي بعثات تم إنشاؤها من طرف الاتحاد الأوروبي؟", "ما البعثات التي أنشأها الاتحاد الأوروبي؟"),
        ("أين ورد تعريف بيانات الحركة؟", "ما الذي يعرف بيانات الحركة؟"),
    ],
)
def test_a_noun_of_an_action_stands_for_its_verb(shipped: OpenStore, asked: str, plainly: str) -> None:
    assert given(shipped, asked) == given(shipped, plainly)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("لأي مؤتمر مهد اجتماع مراكش؟", "un-crime-congress-15"),
        ("ما البعثة التي حلت مونوسكو محلها؟", "monuc"),
        ("ما الذي تموله الجرائم البيئية؟", "terrorism"),
        ("ما الذي يعرقله اختلاف التشريعات الوطنية؟", "judicial-cooperation"),
        ("أي جرائم دعمت مينوسما مكافحتها؟", "terrorist-financing"),
        ("من تضر الجريمة السيبرانية؟", "private-sector"),
        ("من يستهدف نظام الجزاءات على جمهورية الكونغو الديمقراطية؟", "m23"),
        ("أي كتب ألفها حسنين صالح عبيد؟", "obeid-1977"),
        ("who funds ISIL?", "illicit-trade"),
        ("what does article 6 of UNTOC require of states?", "ancillary-liability"),
    ],
)
def test_the_end_that_is_asked_for_is_found(shipped: OpenStore, asked: str, answer: str) -> None:
    assert answer in given(shipped, asked)


@pytest.mark.parametrize(
    "asked",
    ["what are the member states of INTERPOL?", "ما هي الدول الأعضاء في الإنتربول؟", "ما الدول الأعضاء في INTERPOL؟"],
)
def test_members_are_meant_and_not_an_entry_of_their_name(shipped: OpenStore, asked: str) -> None:
    assert {"egypt", "france"} <= set(given(shipped, asked))


@pytest.mark.parametrize(
    "asked",
    [
        "ما الذي لا تقوضه الجريمة المنظمة؟",
        "ما الاتفاقيات التي لم يتم توقيعها بالقاهرة؟",
        "ما الصكوك التي سيتم اعتمادها في نيويورك؟",
        "ما البعثات العاملة بسويسرا؟",
        "كم عدد الدول غير الأعضاء في الإنتربول؟",
        "ما المواد التي تجرم المشاركة والشروع؟",
        "لأي مؤتمر مهد مؤتمر الدوحة؟",
        "من يعارض اتفاقية بودابست؟",
    ],
)
def test_what_is_denied_to_come_or_not_recorded_is_not_answered(shipped: OpenStore, asked: str) -> None:
    assert not ask(shipped, asked).answers
