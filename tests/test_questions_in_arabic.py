"""Arabic as it is written and spoken: one meaning in every form of a clause, on the shipped data."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.store import OpenStore


@pytest.fixture(scope="module")
def opened(shipped: OpenStore) -> OpenStore:
    return shipped


def answers(opened: OpenStore, question: str) -> set[str]:
    return {str(answer) for answer in given(opened, question)}


@pytest.mark.parametrize(
    "forms",
    [
        (
            "ما الجرائم التي تكافحها عملية إيريني",
            "ما الجرائم التي تكافح عملية إيريني",
            "أي الجرائم تكافح عملية إيريني",
            "عملية إيريني: ما الجرائم التي تكافحها",
            "ما الجرائم التي تقوم عملية إيريني بمكافحتها",
        ),
        (
            "ما البعثات التي أنشأها مجلس الأمن",
            "ما البعثات التي قام مجلس الأمن بإنشائها",
            "ما البعثات المنشأة من قبل مجلس الأمن",
            "البعثات التي أُنشئت من جانب مجلس الأمن",
        ),
        (
            "ما المنظمات التي تنتمي إليها باكستان",
            "ما المنظمات التي تنتمي باكستان إليها",
            "إلى أي المنظمات تنتمي باكستان",
        ),
        (
            "ما المبادئ التي تقوم عليها الأمم المتحدة",
            "ما المبادئ التي قامت عليها الأمم المتحدة",
            "ما المبادئ التي تقوم الأمم المتحدة عليها",
            "الأمم المتحدة: ما المبادئ التي تقوم عليها",
        ),
        (
            "ما الأهداف التي يسعى إليها الاتحاد الدولي للاتصالات",
            "ما الأهداف التي يسعى الاتحاد الدولي للاتصالات إلى تحقيقها",
        ),
        (
            "من اعتمد اتفاقية الأمم المتحدة لمكافحة الفساد",
            "من الذي اعتمد اتفاقية الأمم المتحدة لمكافحة الفساد",
            "من قام باعتماد اتفاقية الأمم المتحدة لمكافحة الفساد",
            "من قبل من اعتُمدت اتفاقية الأمم المتحدة لمكافحة الفساد",
        ),
        ("أين مقر مينافاتف", "وين مقر مينافاتف", "فين مقر مينافاتف"),
        ("لماذا يصعب تسليم المجرمين", "ليش يصعب تسليم المجرمين", "ليه يصعب تسليم المجرمين"),
        ("متى انضم المغرب إلى الاتحاد الأفريقي", "تاريخ انضمام المغرب إلى الاتحاد الأفريقي"),
    ],
)
def test_every_form_of_a_clause_has_the_same_answers(opened: OpenStore, forms: tuple[str, ...]) -> None:
    first = answers(opened, forms[0])
    assert first
    for form in forms[1:]:
        assert answers(opened, form) == first, form


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("أليست تونس عضوا في جامعة الدول العربية؟", "True"),
        ("ألم تنضم قطر إلى مينافاتف؟", "True"),
        ("هل لا تزال روسيا عضوا في مجلس أوروبا؟", "False"),
        ("هل ما زالت تركيا عضوا في مجلس أوروبا؟", "True"),
        ("هل صحيح أن عملية إيريني خلفت عملية صوفيا؟", "True"),
        ("هل داعش تمولها التجارة غير المشروعة؟", "True"),
        ("هل تمول التجارة غير المشروعة داعش؟", "True"),
        ("أتجرم اتفاقية مالابو الاعتداء على سلامة البيانات؟", "True"),
    ],
)
def test_yes_or_no(opened: OpenStore, question: str, verdict: str) -> None:
    assert answers(opened, question) == {verdict}


def test_a_country_is_not_a_preposition_and_another_country(opened: OpenStore) -> None:
    assert "arms-trade-treaty-2013" in answers(opened, "ما الاتفاقيات التي وقع عليها لبنان")
    assert answers(opened, "هل مقر الإنتربول في ليون") == {"True"}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("ماذا يترتب على الجريمة السيبرانية من أضرار", "losses-to-humanity"),
        ("الدول التي تجمع بين عضوية حلف الناتو وعضوية منظمة التعاون الإسلامي", "turkiye"),
        ("دول أعضاء في حلف الناتو وليست أعضاء في الاتحاد الأوروبي", "norway"),
        ("الدول الأعضاء في مينافاتف باستثناء دول مجلس التعاون الخليجي", "morocco"),
        ("لدى من تودع صكوك التصديق على اتفاقية مالابو", "au-commission-chairperson"),
        ("إلى من ينتسب عمرو عزت محمود الحو", "police-science-academy-sharjah"),
        ("متى أُدرج الحوثيون في قائمة الجزاءات", "2022-02-28"),
        ("ما الجرائم التي كلف مكتب الأمم المتحدة المتكامل في هايتي بمكافحتها", "corruption"),
        ("ما آخر اتفاقية دخلت حيز النفاذ", "malabo-convention"),
        ("أقدم منظمة دولية", "itu"),
    ],
)
def test_turns_of_arabic(opened: OpenStore, question: str, expected: str) -> None:
    assert expected in answers(opened, question)


def test_who_does_not_ask_for_a_document(opened: OpenStore) -> None:
    assert answers(opened, "من كتب دليل روتليدج للجريمة المنظمة عبر الوطنية") == {"f-allum", "s-gilmour"}
