"""Questions for the conditions and limits of forms of cooperation, which are recorded of articles."""

from __future__ import annotations

import pytest

from tocgraph import ask
from tocgraph.store import OpenStore


@pytest.mark.parametrize(
    ("question", "conditions"),
    [
        (
            "What conditions must be met for extradition under the Riyadh convention?",
            {"dual-criminality", "penalty-threshold"},
        ),
        ("شروط تسليم المجرمين في اتفاقية الرياض", {"dual-criminality", "penalty-threshold"}),
        (
            "ما القيود الواردة على التسليم المراقب في اتفاقية المخدرات لسنة 1988؟",
            {"basic-principles-of-legal-system", "case-by-case-agreement"},
        ),
        ("What limits does UNCAC put on joint investigations?", {"case-by-case-agreement"}),
        (
            "على أي أساس تجري التحقيقات المشتركة طبقا للمادة 49 من اتفاقية الأمم المتحدة لمكافحة الفساد؟",
            {"case-by-case-agreement"},
        ),
        (
            "what must be obtained before boarding a ship under the smuggling protocol",
            {"flag-state-authorization"},
        ),
        ("ما الذي يلزم الحصول عليه قبل تفتيش سفينة بموجب بروتوكول تهريب المهاجرين؟", {"flag-state-authorization"}),
        ("بماذا تقيد اتفاقية باليرمو التسليم المراقب؟", {"basic-principles-of-legal-system", "case-by-case-agreement"}),
        ("What minimum penalty does extradition need under the Budapest Convention?", {"penalty-threshold"}),
        ("ما القيود على استعمال المعلومات المقدمة في إطار المساعدة القانونية المتبادلة؟", {"use-limitation"}),
        ("ما الموافقة المطلوبة لنقل محتجز للإدلاء بشهادته بموجب اتفاقية باليرمو؟", {"consent-of-person"}),
        ("On what terms may detained persons be transferred to testify under UNCAC?", {"consent-of-person"}),
        (
            "بأي شرط يسمح بنقل السجناء مؤقتا للإدلاء بالشهادة وفقا لاتفاقية مكافحة الفساد؟",
            {"consent-of-person"},
        ),
    ],
)  # fmt: skip
def test_conditions_are_those_of_the_form_in_the_text(shipped: OpenStore, question: str, conditions: set[str]) -> None:
    found = ask(shipped, question)
    assert {a.id for a in found.answers} == conditions
    assert all(a.citations for a in found.answers)


@pytest.mark.parametrize(
    ("question", "grounds"),
    [
        (
            "متى يجوز رفض المساعدة بحسب المادة 35 من الاتفاقية العربية لمكافحة جرائم تقنية المعلومات؟",
            {"may-refuse-essential-interests", "may-refuse-political-offence"},
        ),
        (
            "grounds for refusing extradition in article 16 of UNTOC",
            {"may-refuse-discrimination", "may-refuse-nationality"},
        ),
        ("ما الحالات التي يجوز فيها رفض تسليم المطلوبين بموجب اتفاقية بودابست؟", {"may-refuse-nationality"}),
        (
            "What grounds for refusal does article 27 of the Budapest Convention give?",
            {"may-refuse-essential-interests", "may-refuse-political-offence"},
        ),
        ("What does UNCAC say about refusing assistance on bank secrecy grounds?", {"bank-secrecy-no-ground"}),
        ("When may mutual legal assistance be refused under UNCAC?", {"may-refuse-essential-interests"}),
    ],
)  # fmt: skip
def test_what_is_no_ground_for_refusal_is_not_among_the_grounds(
    shipped: OpenStore, question: str, grounds: set[str]
) -> None:
    assert {a.id for a in ask(shipped, question).answers} == grounds


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("may a state refuse mutual legal assistance because of bank secrecy under UNTOC", False),
        ("Is bank secrecy a ground for refusing assistance under UNCAC?", False),
        ("هل يجوز التذرع بالسرية المصرفية لرفض المساعدة القانونية بموجب اتفاقية مكافحة الفساد؟", False),
        ("Can a party decline a request for mutual legal assistance because the offence is fiscal under UNTOC?", False),
        ("may a state refuse extradition because of bank secrecy", "unknown"),
        ("Can a party refuse to extradite its nationals under UNCAC?", True),
        ("هل تجيز اتفاقية الأمم المتحدة لمكافحة الفساد رفض تسليم رعايا الدولة؟", True),
        ("هل يجوز لدولة أن ترفض تسليم المجرمين بسبب جنسية المطلوب وفقا لاتفاقية بودابست؟", True),
        ("هل تشترط اتفاقية الرياض العربية للتعاون القضائي ازدواجية التجريم لتسليم المطلوبين؟", True),
        ("Does article 18 of UNTOC permit refusal because of bank secrecy?", False),
        ("هل تتطلب الاتفاقية العربية لمكافحة جرائم تقنية المعلومات ازدواجية التجريم لتسليم المجرمين؟", True),
        ("Does UNTOC make extradition conditional on dual criminality?", True),
        ("هل التسليم المراقب مشروط باتفاق في كل حالة بموجب اتفاقية 1988؟", True),
        ("Can assistance be refused to protect sovereignty under UNTOC?", True),
        ("Does the Budapest Convention require dual criminality for expedited preservation?", False),
        ("هل ازدواجية التجريم شرط للتحفظ العاجل على البيانات في اتفاقية بودابست؟", False),
        ("does the smuggling protocol allow boarding a ship without the consent of the flag state?", False),
        ("هل يجوز تفتيش سفينة دون إذن دولة العلم بموجب بروتوكول تهريب المهاجرين؟", False),
    ],
)
def test_a_refusal_is_allowed_barred_or_not_known(shipped: OpenStore, question: str, verdict: bool | str) -> None:
    found = ask(shipped, question)
    assert [a.value for a in found.answers] == [verdict]
    assert bool(found.answers[0].claims) == (verdict != "unknown")


def test_a_condition_that_parties_may_drop_is_shown_and_not_affirmed(shipped: OpenStore) -> None:
    found = ask(shipped, "Is dual criminality required for mutual legal assistance under UNCAC?")
    assert [a.id for a in found.answers] == ["dual-criminality"]


def test_what_is_said_of_a_condition_is_shown_where_no_text_makes_it_one(shipped: OpenStore) -> None:
    found = ask(shipped, "هل تشترط اتفاقية بودابست التجريم المزدوج للمساعدة المتبادلة؟")
    assert [a.id for a in found.answers] == ["dual-criminality-by-conduct"]


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        (
            "في أي مواد يرد حظر التذرع بالسرية المصرفية لرفض المساعدة؟",
            {"drug-convention-1988-art-7", "terrorist-financing-convention-art-12", "uncac-art-46", "untoc-art-18"},
        ),
        (
            "Which articles forbid invoking bank secrecy to refuse assistance?",
            {"drug-convention-1988-art-7", "terrorist-financing-convention-art-12", "uncac-art-46", "untoc-art-18"},
        ),
        (
            "Which treaties require the consent of the flag state before boarding a ship?",
            {"smuggling-protocol", "drug-convention-1988"},
        ),
        ("which articles set conditions for controlled delivery?", {"drug-convention-1988-art-11"}),
    ],
)
def test_texts_are_found_by_their_conditions(shipped: OpenStore, question: str, texts: set[str]) -> None:
    assert {a.id for a in ask(shipped, question).answers} == texts


@pytest.mark.parametrize(
    "question",
    [
        "what conditions favour trafficking in persons",
        "what conditions hinder extradition",
        "What requires dual criminality?",
        "what does UNTOC require?",
        "What is denied about the Budapest convention?",
        "ما الظروف التي تسهل الاتجار بالأشخاص",
    ],
)
def test_other_conditions_and_duties_are_no_conditions_of_use(shipped: OpenStore, question: str) -> None:
    assert "(for:" not in ask(shipped, question).reading and "(بشأن:" not in ask(shipped, question).reading


def test_a_word_that_is_not_understood_is_not_passed_over(shipped: OpenStore) -> None:
    assert not ask(shipped, "under what conditions does UNTOC allow purple controlled delivery?").answers
