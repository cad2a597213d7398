"""Arabic questions for aims, obstacles, doubts and definitions, and what is asked for with a preposition."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph import ask as ask_anything
from tocgraph.questions import ask
from tocgraph.store import OpenStore


@pytest.fixture(scope="module")
def opened(shipped: OpenStore) -> OpenStore:
    return shipped


@pytest.mark.parametrize(
    ("asked", "plainly"),
    [
        ("بغية ماذا أُبرمت اتفاقية باليرمو؟", "لماذا أبرمت اتفاقية باليرمو"),
        ("لتحقيق أي غاية أُبرمت اتفاقية باليرمو؟", "لماذا أبرمت اتفاقية باليرمو"),
        ("ما الداعي إلى إبرام اتفاقية بودابست؟", "ما الهدف من اتفاقية بودابست"),
        ("ما غاية إبرام اتفاقية بودابست؟", "ما الهدف من اتفاقية بودابست"),
        ("لمَ تُصدر النشرة الفضية؟", "لماذا تصدر النشرة الفضية"),
        ("ما غاية النشرة الفضية؟", "ما الغرض من النشرة الفضية"),
        ("أمام ماذا تقف العملات المشفرة عائقا؟", "ماذا تعيق العملات المشفرة"),
        ("علامَ تشكّل العملات المشفرة عقبة؟", "ماذا تعيق العملات المشفرة"),
        ("بمَ يصطدم تسليم المجرمين؟", "ما الذي يعيق تسليم المجرمين"),
        ("أين ورد تعريف الاتجار بالأشخاص؟", "ما تعريف الاتجار بالأشخاص"),
        ("كيف يُعرَّف التسليم المراقب قانونا؟", "ما تعريف التسليم المراقب"),
        ("ماذا يقصد المشرع الدولي بالتسليم المراقب؟", "ما المقصود بالتسليم المراقب"),
        ("ما الإجراءات الموصى بها لتعزيز التعاون الدولي؟", "كيف يمكن تعزيز التعاون الدولي"),
        ("من أين تتمول حركة طالبان؟", "ما مصادر تمويل حركة طالبان"),
    ],
)
def test_the_same_is_asked_in_other_words(opened: OpenStore, asked: str, plainly: str) -> None:
    assert given(opened, asked) == given(opened, plainly)


def test_terms_whose_meaning_a_text_sets_are_those_it_defines(opened: OpenStore) -> None:
    terms = given(opened, "أيّ المصطلحات ضبطت المادة الأولى من اتفاقية بودابست معناها؟")
    assert {"computer-data", "computer-system", "service-provider", "traffic-data"} == {*terms}


def test_what_was_said_is_asked_for_by_its_kind_at_the_end(opened: OpenStore) -> None:
    told = given(opened, "ماذا قيل عن الذكاء الاصطناعي في اجتماع مراكش من نتائج؟")
    assert {"marrakech-finding-ai-supervision", "marrakech-finding-ai-responsible"} <= {*told}


def test_not_is_no_why_without_its_sign(opened: OpenStore) -> None:
    assert ask(opened, "لم تنضم مصر إلى اتفاقية بودابست").status == "not-understood"


def test_a_text_says_what_its_articles_say(opened: OpenStore) -> None:
    assert given(opened, "which convention defines piracy") == ["unclos-1982"]
    assert given(opened, "ما الاتفاقيات التي تعرف القرصنة البحرية؟") == ["unclos-1982"]


@pytest.mark.parametrize(
    "asked",
    [
        "هل قائمة أطراف اتفاقية مالابو مستوفاة عندكم أم بها نقص؟",
        "هل توجد فجوات في قائمة أطراف اتفاقية مالابو؟",
        "إلى أي حد تكتمل بياناتكم عن الدول المنضمة إلى اتفاقية مالابو؟",
    ],
)
def test_how_complete_a_list_is(opened: OpenStore, asked: str) -> None:
    assert "مدونة" in ask_anything(opened, asked).reading


@pytest.mark.parametrize(
    "asked",
    [
        "ما الأفعال التي نُسب خطأً إلى اتفاقية بودابست أنها تجرّمها؟",
        "ما المغالطات الواردة عن اتفاقية بودابست؟",
        "ما الذي ثبت بطلانه مما قيل عن اتفاقية بودابست؟",
    ],
)
def test_what_is_wrong_in_what_is_said(opened: OpenStore, asked: str) -> None:
    found = ask_anything(opened, asked)
    assert {a.standing for a in found.answers} == {"rejected"}


@pytest.mark.parametrize(
    "asked",
    [
        "من عرّف الجريمة المنظمة؟",  # who says what is no statement
        "لماذا يصعب ملاحقة مجرمي الإنترنت؟",  # not why there is cybercrime
        "ماذا يقصد القمر بالجريمة الخطيرة؟",
        "ماذا يعني المشرع؟",  # no slip of "المشروع"
        "هل قائمة أطراف اتفاقية زحل كاملة؟",
        "ما غاية إبرام اتفاقية المريخ؟",
    ],
)
def test_what_looks_like_it_is_refused(opened: OpenStore, asked: str) -> None:
    assert not ask_anything(opened, asked).answers
