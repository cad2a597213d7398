"""How Arabic puts a question: orders to list, the particle that asks, "which of", ordinals, what still exists."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.questions import ask
from tocgraph.store import OpenStore


@pytest.fixture(scope="module")
def opened(shipped: OpenStore) -> OpenStore:
    return shipped


@pytest.mark.parametrize(
    ("ordered", "plainly"),
    [
        ("عدِّد الدول الأعضاء في مجلس التعاون الخليجي", "ما الدول الأعضاء في مجلس التعاون الخليجي"),
        ("سمِّ لنا بعثات الاتحاد الأوروبي", "ما بعثات الاتحاد الأوروبي"),
        ("اذكر أسماء الدول العربية الأطراف في اتفاقية بودابست", "ما الدول العربية الأطراف في اتفاقية بودابست"),
        ("أي من الدول العربية طرف في اتفاقية بودابست؟", "أي الدول العربية طرف في اتفاقية بودابست؟"),
        ("مَن مِن الدول العربية طرف في اتفاقية بودابست؟", "أي الدول العربية طرف في اتفاقية بودابست؟"),
        ("أكانت تونس طرفا في اتفاقية باليرمو سنة 2005؟", "هل كانت تونس طرفا في اتفاقية باليرمو سنة 2005؟"),
        ("أمصر طرف في اتفاقية باليرمو؟", "هل مصر طرف في اتفاقية باليرمو؟"),
        ("هل سبق لمصر أن صادقت على اتفاقية باليرمو؟", "هل صادقت مصر على اتفاقية باليرمو؟"),
        ("هل من بعثة تعمل في هايتي؟", "هل هناك بعثة تعمل في هايتي؟"),
    ],
)
def test_the_same_is_asked_in_other_words(opened: OpenStore, ordered: str, plainly: str) -> None:
    assert given(opened, ordered) == given(opened, plainly)


def test_an_order_to_list_wants_the_things_and_not_their_number(opened: OpenStore) -> None:
    assert {"red-notice", "blue-notice"} <= {*given(opened, "عدِّد نشرات الإنتربول")}
    assert given(opened, "عدد نشرات الإنتربول") == [10]


@pytest.mark.parametrize(
    "question",
    [
        "متى يُعقد مؤتمر الأمم المتحدة العشرون لمنع الجريمة؟",
        "أين عُقد المؤتمر السابع عشر لمنع الجريمة؟",
        "where was the 19th UN crime congress held",
        "متى اعتمد البروتوكول الإضافي الثالث لاتفاقية بودابست؟",
        "هل سبق أن استضافت البرازيل مؤتمرا لمنع الجريمة البحرية؟",
        "هل عملية صوفيا البحرية تابعة للبحرين؟",
    ],
)
def test_another_ordinal_or_adjective_is_another_thing(opened: OpenStore, question: str) -> None:
    assert ask(opened, question).status == "not-understood"


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("هل لا تزال عملية صوفيا قائمة؟", False),
        ("does MINUSMA still exist?", False),
        ("هل بعثة مينوسكا موجودة؟", "unknown"),
        ("is MINUSCA still operational?", "unknown"),
    ],
)
def test_what_has_a_recorded_end_does_not_exist_any_more(opened: OpenStore, question: str, verdict: bool | str) -> None:
    assert given(opened, question) == [verdict]


def test_a_recorded_figure_goes_before_counting(opened: OpenStore) -> None:
    assert given(opened, "كم بلدا عضوا في الإنتربول؟") == given(opened, "كم عدد أعضاء الإنتربول؟")


@pytest.mark.parametrize(
    ("dated", "name"),
    [
        ("المادة 11 من اتفاقية 1988 للمخدرات", "drug-convention-1988-art-11"),
        ("ما اتفاقية عام 1999 لقمع تمويل الإرهاب", "terrorist-financing-convention"),
        ("ما اتفاقية باليرمو لعام 2000", "untoc"),
    ],
)
def test_a_year_in_a_name_is_that_in_which_the_thing_began(opened: OpenStore, dated: str, name: str) -> None:
    assert given(opened, dated)[0] == name


def test_a_year_in_which_nothing_of_that_name_began_is_not_passed_over(opened: OpenStore) -> None:
    assert ask(opened, "متى دخلت اتفاقية باليرمو لعام 2007 حيز النفاذ؟").status == "not-understood"
    assert given(opened, "هل كانت مصر طرفا في اتفاقية باليرمو سنة 2000؟") == [False]


@pytest.mark.parametrize(
    "question",
    [
        "what conditions does article 16 of UNTOC set for extradition?",
        "ما الشروط التي يخضع لها تسليم المجرمين بموجب المادة 16 من اتفاقية باليرمو؟",
        "ما شروط تسليم المجرمين في المادة 16 من اتفاقية باليرمو؟",
    ],
)
def test_the_subject_of_an_article_adds_nothing_to_its_conditions(opened: OpenStore, question: str) -> None:
    assert {"dual-criminality", "may-refuse-nationality", "penalty-threshold"} < {*given(opened, question)}


def test_what_an_article_is_not_about_is_not_passed_over(opened: OpenStore) -> None:
    assert ask(opened, "ما شروط غسل الأموال في المادة 16 من اتفاقية باليرمو؟").status == "not-in-graph"


@pytest.mark.parametrize(
    ("question", "one"),
    [
        ("أيهما دخلت حيز النفاذ أولا: اتفاقية باليرمو أم اتفاقية مكافحة الفساد؟", "untoc"),
        ("أيهما أقدم: الإنتربول أم اليوروبول؟", "interpol"),
        ("مصر أم المغرب، أيهما انضم إلى اتفاقية بودابست؟", "morocco"),
        ("أي البعثتين أنشئت قبل: مينوسما أم مونوسكو؟", "monusco"),
        ("أيهما يجرم غسل الأموال: اتفاقية باليرمو أم بروتوكول الأسلحة النارية؟", "untoc"),
        ("which is older, INTERPOL or Europol?", "interpol"),
        ("UNTOC or UNCAC: which was adopted later?", "uncac"),
        ("who ratified UNTOC first, Egypt or Tunisia?", "tunisia"),
    ],
)
def test_one_of_the_things_named_is_chosen(opened: OpenStore, question: str, one: str) -> None:
    assert given(opened, question) == [one]


@pytest.mark.parametrize(
    "question",
    [
        "أيهما أفضل: اتفاقية باليرمو أم اتفاقية بودابست؟",
        "أيهما أقدم: المريخ أم اليوروبول؟",
        "which mission ended first, MINUSMA or UNMIK?",  # of one of them no end is recorded
        "which is better, UNTOC or UNCAC?",
    ],
)
def test_no_choice_is_made_where_one_is_not_known(opened: OpenStore, question: str) -> None:
    assert ask(opened, question).status in ("not-understood", "not-in-graph")


@pytest.mark.parametrize(
    ("turned", "plainly"),
    [
        ("أي الدول العربية أطراف في اتفاقيتي باليرمو ومكافحة الفساد معا؟",
         "أي الدول العربية أطراف في اتفاقية باليرمو واتفاقية مكافحة الفساد؟"),
        ("ما البلدان التي لم تنضم بعد إلى اتفاقية بودابست من بين دول الخليج؟",
         "أي دول الخليج ليست طرفا في اتفاقية بودابست؟"),
        ("أطراف بروتوكول الأسلحة النارية العرب", "الدول العربية الأطراف في بروتوكول الأسلحة النارية"),
        ("ما أطراف بروتوكول الأسلحة النارية من الدول العربية؟", "الدول العربية الأطراف في بروتوكول الأسلحة النارية"),
        ("البعثات الأممية في هايتي", "ما بعثات الأمم المتحدة في هايتي؟"),
        ("قائمة الدول الأطراف في اتفاقية مالابو", "ما الدول الأطراف في اتفاقية مالابو؟"),
        ("المادة التي تُعنى بالمصادرة في اتفاقية باليرمو", "أي مادة من اتفاقية باليرمو تتعلق بالمصادرة؟"),
        ("متى انتهت ولاية بعثة مينوسما؟", "متى انتهت بعثة مينوسما؟"),
    ],
)  # fmt: skip
def test_duals_groups_and_attached_words_are_read_as_plain_ones(opened: OpenStore, turned: str, plainly: str) -> None:
    assert sorted(map(str, given(opened, turned))) == sorted(map(str, given(opened, plainly)))


def test_what_will_be_is_not_answered_by_what_is(opened: OpenStore) -> None:
    assert ask(opened, "هل ستنضم مصر إلى اتفاقية بودابست؟").status == "not-understood"
