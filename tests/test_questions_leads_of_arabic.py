"""Arabic nouns of actions with what leads up to them, dates in both styles, and short words that are no slips."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.questions import ask, basis_asked
from tocgraph.questions.handover import handed_over
from tocgraph.questions.requests import CompareAsked
from tocgraph.store import OpenStore


@pytest.fixture(scope="module")
def opened(shipped: OpenStore) -> OpenStore:
    return shipped


@pytest.mark.parametrize(
    ("led", "plainly"),
    [
        ("ما البعثات التي تسعى إلى مكافحة القرصنة؟", "ما البعثات التي تكافح القرصنة؟"),
        ("ما البعثات التي مهمتها مكافحة القرصنة؟", "ما البعثات التي تكافح القرصنة؟"),
        ("ما الجرائم التي تعمل عملية إيريني على مكافحتها؟", "ما الجرائم التي تكافحها عملية إيريني؟"),
        ("ما الدول التي تولت استضافة مؤتمرات منع الجريمة؟", "ما الدول التي استضافت مؤتمرات منع الجريمة؟"),
        ("أين تم اعتماد اتفاقية باليرمو؟", "أين اعتمدت اتفاقية باليرمو؟"),
        ("ما تاريخ مصادقة مصر على اتفاقية باليرمو؟", "متى صادقت مصر على اتفاقية باليرمو؟"),
        ("أين جرت أعمال المؤتمر الثاني عشر لمنع الجريمة؟", "أين عقد المؤتمر الثاني عشر لمنع الجريمة؟"),
        ("لماذا تتعثر جهود استرداد الأصول؟", "لماذا يتعثر استرداد الأصول؟"),
        ("أين عقد آخر مؤتمر لمنع الجريمة؟", "where was the latest UN crime congress held"),
    ],
)
def test_what_leads_up_to_the_noun_of_an_action_adds_nothing(opened: OpenStore, led: str, plainly: str) -> None:
    assert sorted(map(str, given(opened, led))) == sorted(map(str, given(opened, plainly)))


def test_who_does_something_about_a_thing_is_not_who_does_so_about_those_who_counter_it(opened: OpenStore) -> None:
    found = ask(opened, "ما الجهات المعنية بمكافحة غسل الأموال؟")
    assert not {str(a.id) for a in found.answers} & {"pakistan-border-security", "pakistan-security-forces"}


@pytest.mark.parametrize(
    "date",
    [
        "تشرين الثاني/نوفمبر 2000",
        "نوفمبر (تشرين الثاني) 2000",
        "شهر نوفمبر من عام 2000",
        "الخامس عشر من تشرين الثاني 2000",
    ],
)
def test_months_are_named_in_both_styles_and_days_in_words(opened: OpenStore, date: str) -> None:
    assert given(opened, f"ما الاتفاقيات التي اعتمدت في {date}؟") == ["untoc"]


@pytest.mark.parametrize(
    "question",
    [
        "ما الدول الفاشلة في مكافحة الفساد؟",
        "ما الدول التي فازت بكأس العالم لكرة القدم؟",
        "ما الكرة التي تستعملها الجريمة المنظمة؟",
        "ما المعاهدات الناصعة؟",
    ],
)
def test_a_short_word_of_the_language_is_not_mended_into_another(opened: OpenStore, question: str) -> None:
    assert ask(opened, question).status == "not-understood"


def test_a_slip_that_hands_make_is_mended_in_a_short_word_too(opened: OpenStore) -> None:
    assert given(opened, "ما البعتات العاملة في هايتي؟") == given(opened, "ما البعثات العاملة في هايتي؟")
    assert given(opened, "ما معقات تسليم المجرمين؟") == given(opened, "ما معوقات تسليم المجرمين؟")


@pytest.mark.parametrize(
    ("put", "plainly"),
    [
        ("المواد التي ورد فيها تعريف التسليم المراقب", "أي المواد تعرّف التسليم المراقب؟"),
        ("في أي مادة من اتفاقية باليرمو ورد تسليم المجرمين؟", "أي مادة من اتفاقية باليرمو بشأن تسليم المجرمين؟"),
        ("عند من تودع صكوك التصديق على اتفاقية مالابو؟", "لدى من تودع صكوك التصديق على اتفاقية مالابو؟"),
        ("أي دولة كانت السباقة إلى المصادقة على اتفاقية مالابو؟", "أي دولة صادقت أولا على اتفاقية مالابو؟"),
        ("ما معوقات تنفيذ الإنابة القضائية؟", "ما معوقات الإنابة القضائية؟"),
    ],
)
def test_where_something_stands_and_who_was_first_in_other_words(opened: OpenStore, put: str, plainly: str) -> None:
    assert sorted(map(str, given(opened, put))) == sorted(map(str, given(opened, plainly)))


def test_words_of_about_one_meaning_are_no_name_by_themselves(opened: OpenStore) -> None:
    assert ask(opened, "المتضررون من انعدام أمن الشبكات الدولية").status == "not-understood"


def test_a_masculine_verb_behind_things_in_the_plural_has_another_subject(opened: OpenStore) -> None:
    assert given(opened, "أي جرائم يسهل الفساد؟") == given(opened, "which crimes does corruption facilitate")
    assert given(opened, "من ساعدته مونوسكو؟") == ["dr-congo"]


def test_one_of_its_kind_is_said_of_many(opened: OpenStore) -> None:
    question = "على أي قرار من قرارات مجلس الأمن يقوم نظام جزاءات جنوب السودان؟"
    assert given(opened, question) == ["UNSC resolution 2206 (2015)"]


@pytest.mark.parametrize(
    ("put", "plainly"),
    [
        ("صادقت أي دول عربية على اتفاقية بودابست؟", "أي الدول العربية صادقت على اتفاقية بودابست؟"),
        ("يقع مقر الإنتربول في أي مدينة؟", "في أي مدينة يقع مقر الإنتربول؟"),
        ("استضافت أي مدينة مؤتمر منع الجريمة السادس؟", "أي مدينة استضافت مؤتمر منع الجريمة السادس؟"),
        ("متى تأسست اليونودوك؟", "when was UNODC founded"),
        ("ما مضمون المادة الخامسة من بروتوكول الاتجار بالأشخاص؟", "article 5 of the TIP protocol"),
    ],
)
def test_what_is_asked_for_stands_anywhere(opened: OpenStore, put: str, plainly: str) -> None:
    assert sorted(map(str, given(opened, put))) == sorted(map(str, given(opened, plainly)))


@pytest.mark.parametrize(
    "question",
    [
        "هل يحق لمصر أن تطلب تسليم متهم من الأردن؟",
        "هل بوسع مصر أن تسلم مطلوبا إلى الأردن؟",
        "علام تستند مصر في تسليم مجرم إلى الأردن؟",
    ],
)
def test_what_a_state_is_able_to_ask_of_another_has_a_legal_basis(opened: OpenStore, question: str) -> None:
    asked = basis_asked(opened, question)
    assert asked is not None
    assert (asked.state, asked.other, asked.mechanism) == ("egypt", "jordan", "extradition")


def test_a_dual_gives_each_of_its_places_what_comes_before_them(opened: OpenStore) -> None:
    asked = handed_over(opened, "مقارنة بعثتي الاتحاد الأوروبي لبناء القدرات في مالي والنيجر")
    assert isinstance(asked, CompareAsked)
    assert asked.things == ("eucap-sahel-mali", "eucap-sahel-niger")


def test_those_who_are_something_are_what_is(opened: OpenStore) -> None:
    who = "ما الدول العربية ممن هم أعضاء في منظمة التعاون الإسلامي؟"
    assert given(opened, who) == given(opened, "ما الدول العربية الأعضاء في منظمة التعاون الإسلامي؟")


def test_a_verb_before_a_name_describes_no_thing(opened: OpenStore) -> None:
    assert ask(opened, "من أسس الجريمة المنظمة؟").status == "not-understood"


@pytest.mark.parametrize("name", ["لمنع الجريمة", "لمنع الجريمة والعدالة الجنائية"])
def test_a_verb_within_the_word_for_a_kind_does_not_part_it(opened: OpenStore, name: str) -> None:
    assert given(opened, f"ما آخر مؤتمر عقد {name}؟") == ["un-crime-congress-15"]
