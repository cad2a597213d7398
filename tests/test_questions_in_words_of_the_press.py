"""Arabic of the law and the press: other verbs for a relation, ordinary names of concepts, words between the two."""

from __future__ import annotations

import pytest

from tocgraph.asking import ask
from tocgraph.store import OpenStore
from tocgraph.store.claims import TAKEN_AS_FACT


def answers(opened: OpenStore, question: str) -> list[str]:
    found = ask(opened, question)
    assert found.status == "answered", (question, found.reading)
    return sorted({str(a.id or a.value) for a in found.answers})


@pytest.mark.parametrize(
    ("worded", "plainly"),
    [
        ("في أي مادة من اتفاقية باليرمو ورد ذكر نقل السجناء", "أي مادة من اتفاقية باليرمو بشأن نقل المحكوم عليهم"),
        (
            "في أي مادة من اتفاقية مكافحة الفساد ورد التنصيص على تجميد الأموال",
            "which articles of UNCAC provide for freezing",
        ),
        ("أي مواد تسمح برفض التسليم بسبب الجنسية", "أي المواد مشروطة برفض تسليم المواطنين"),
        ("متى أضحت اتفاقية ميريدا نافذة", "متى دخلت اتفاقية مكافحة الفساد حيز النفاذ"),
        ("بمَ تستعين المكاتب المركزية الوطنية من منظومات", "ما الأدوات التي تستخدمها المكاتب المركزية الوطنية"),
        ("لمَ تُصدر النشرة الفضية؟", "لماذا تصدر النشرة الفضية"),
        ("أي أجهزة باكستانية طالها الفساد", "أي مؤسسات في باكستان تتأثر بالفساد"),
        ("ما أقدم بعثة من بعثات الاتحاد الأوروبي نشأةً؟", "ما أقدم بعثة من بعثات الاتحاد الأوروبي"),
        ("أي بعثات تابعة للاتحاد الأوروبي تعمل في الصومال", "أي بعثات الاتحاد الأوروبي تعمل في الصومال"),
    ],
)
def test_other_words_ask_the_same(shipped: OpenStore, worded: str, plainly: str) -> None:
    assert answers(shipped, worded) == answers(shipped, plainly)


@pytest.mark.parametrize(
    ("question", "family"),
    [
        ("هل قائمة أطراف اتفاقية مالابو مستوفاة عندكم أم بها نقص؟", "مدونة"),
        ("ما حلقة الوصل بين الفساد والإفلات من العقاب؟", "ما يربط بين"),
        ("ما الأفعال التي نُسب خطأً إلى اتفاقية بودابست أنها تجرّمها؟", "مرفوض: تجرم"),
        ("أيّ الأهداف محل نزاع في ما نُسب إلى المادة 2 من القانون الأساسي للإنتربول؟", "محل خلاف"),
        ("ماذا يقصد المشرع الدولي بالتسليم المراقب؟", "ما هو مسجل عن التسليم المراقب"),
    ],
)
def test_reports_are_asked_for_in_other_words(shipped: OpenStore, question: str, family: str) -> None:
    assert family in ask(shipped, question).reading


@pytest.mark.parametrize(
    "question",
    [
        "أي المواد تجيز التذرع بالسرية المصرفية",
        "هل صادقت مصر على اتفاقية جامايكا",
        "لم تصدر مصر النشرة الفضية",
        "من رئيس اليوروبول",
        "متى ألغيت اتفاقية باليرمو",
    ],
)
def test_what_only_sounds_alike_is_not_answered(shipped: OpenStore, question: str) -> None:
    told = ask(shipped, question)
    assert not [a for a in told.answers if a.standing in TAKEN_AS_FACT], (question, told.reading)
