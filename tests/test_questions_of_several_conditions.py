"""Members and parties at once, those who are one and not the other, what is "too" so, and languages of documents."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.answers import ANSWERED, NOT_UNDERSTOOD
from tocgraph.questions import ask
from tocgraph.store import OpenStore

_EU_WITHOUT_NATO = {"austria", "cyprus", "ireland", "malta"}


@pytest.mark.parametrize(
    "question",
    [
        "which ASEAN countries are in both the Arms Trade Treaty and the Budapest Convention?",
        "which states are in ASEAN, in the Arms Trade Treaty and in the Budapest Convention?",
        "أي دول آسيان في معاهدة تجارة الأسلحة وفي اتفاقية بودابست؟",
    ],
)
def test_who_is_in_a_body_and_in_treaties(shipped: OpenStore, question: str) -> None:
    assert given(shipped, question) == ["philippines"]


def test_what_is_in_a_treaty_are_not_its_parties(shipped: OpenStore) -> None:
    assert "japan" in given(shipped, "who is in the Budapest Convention")
    assert "japan" not in given(shipped, "what is in the Budapest Convention")
    assert "japan" not in given(shipped, "ما الذي في اتفاقية بودابست")


@pytest.mark.parametrize(
    "question",
    [
        "Which EU countries are not NATO members?",
        "Which EU countries are in the Union without being NATO members?",
        "Which countries are in the EU without being in NATO?",
        "Which countries are EU members without belonging to NATO?",
        "ما دول الاتحاد الأوروبي التي ليست أعضاء في الناتو؟",
        "ما دول الاتحاد الأوروبي الأعضاء في الاتحاد وليست أعضاء في الناتو؟",
        "ما الدول الأعضاء في الاتحاد الأوروبي دون أن تكون أعضاء في الناتو؟",
    ],
)
def test_members_of_one_that_are_no_members_of_the_other(shipped: OpenStore, question: str) -> None:
    assert set(given(shipped, question)) == _EU_WITHOUT_NATO


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Which NATO members are EU members?", "which EU countries are in NATO"),
        ("Which non-NATO EU members are there?", "Which EU countries are not NATO members?"),
        ("EU members minus NATO members", "Which EU countries are not NATO members?"),
        (
            "Which Council of Europe members are outside the EU but inside NATO?",
            "NATO members in the Council of Europe that are not in the EU",
        ),
        ("APG members that are FATF members", "members of APG and FATF"),
        (
            "Which non-EU members of NATO are party to the Arms Trade Treaty?",
            "NATO members outside the EU that are party to the ATT",
        ),
    ],
)
def test_members_of_both_and_of_only_one(shipped: OpenStore, question: str, plain: str) -> None:
    assert set(given(shipped, question)) == set(given(shipped, plain)) != set()


def test_what_is_left_out_is_left_out_of_the_whole(shipped: OpenStore) -> None:
    found = set(given(shipped, "Which APG members are not FATF members, apart from Pakistan and Nepal?"))
    assert found == set(given(shipped, "Which APG members are not FATF members?")) - {"pakistan", "nepal"} != set()


def test_all_of_them_is_not_any_of_them(shipped: OpenStore) -> None:
    every = set(given(shipped, "Which states are party to all protocols to UNTOC?"))
    each = [f"states party to the {name} Protocol" for name in ("TIP", "Firearms", "Smuggling of Migrants")]
    assert every == set.intersection(*(set(given(shipped, question)) for question in each)) != set()
    assert every == set(given(shipped, "Which states are party to all three protocols to UNTOC?"))
    assert not ask(shipped, "Which states are party to all four protocols to UNTOC?").answers


@pytest.mark.parametrize(
    "question",
    [
        "Is any permanent member of the Security Council not party to the ATT?",
        "هل أي من الأعضاء الدائمين في مجلس الأمن ليس طرفا في معاهدة تجارة الأسلحة؟",
    ],
)
def test_any_member_is_asked_for_and_not_the_group(shipped: OpenStore, question: str) -> None:
    assert set(given(shipped, question)) == {"russia", "united-states"}


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        (
            "ما الجرائم التي تجرمها اتفاقية مالابو ولا تجرمها اتفاقية بودابست؟",
            "Which crimes are criminalized by the Malabo Convention but not by the Budapest Convention?",
        ),
        (
            "ما الدول التي وقعت على معاهدة تجارة الأسلحة ولم تصادق عليها؟",
            "Which states signed but did not ratify the Arms Trade Treaty?",
        ),
        (
            "ما الذي تنص عليه اتفاقية مكافحة الفساد ولا تنص عليه اتفاقية باليرمو؟",
            "What does UNCAC provide for that UNTOC does not?",
        ),
    ],
)
def test_one_does_it_and_the_other_does_not(shipped: OpenStore, question: str, plain: str) -> None:
    assert set(given(shipped, question)) == set(given(shipped, plain)) != set()


def test_neither_of_two_kinds_of_members(shipped: OpenStore) -> None:
    neither = set(given(shipped, "SELEC members that are neither EU members nor NATO members"))
    assert neither == set(given(shipped, "which members of SELEC are neither in the EU nor in NATO")) != set()


@pytest.mark.parametrize(
    ("asks", "told"),
    [
        ("Are there any G7 countries that", "are not party to the Arms Trade Treaty"),
        ("Are any G7 countries", "not party to the Arms Trade Treaty"),
        ("Are there any G7 countries that", "are party to the Arms Trade Treaty"),
    ],
)
def test_whether_there_are_any_lists_them(shipped: OpenStore, asks: str, told: str) -> None:
    plain = f"Which G7 countries {told}?" if told.startswith("are") else f"Which G7 countries are {told}?"
    assert given(shipped, f"{asks} {told}?") == given(shipped, plain) != []


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Which NATO members are in SELEC too?", "Which NATO members are also in SELEC?"),
        (
            "Which treaty makes illicit enrichment an offence, and obstruction of justice too?",
            "Which treaty criminalizes illicit enrichment and obstruction of justice?",
        ),
    ],
)
def test_too_says_also(shipped: OpenStore, question: str, plain: str) -> None:
    assert given(shipped, question) == given(shipped, plain) != []


def test_leaving_out_is_no_name(shipped: OpenStore) -> None:
    found = ask(shipped, "APG members that are also in FATF, leaving out Japan, Canada and the US")
    assert found.status == ANSWERED and "→" not in found.reading
    assert {a.id for a in found.answers}.isdisjoint({"japan", "canada", "united-states"})


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("In which country does the sanctions regime targeting M23 apply?", ["dr-congo"]),
        ("في أي بلد يسري نظام الجزاءات المفروض على حركة الشباب؟", ["somalia"]),
        (
            "What article provided for the body that created the Working Group on Trafficking in Persons?",
            ["untoc-art-32"],
        ),
        ("أي مادة نصت على إنشاء الهيئة التي أنشأت الفريق العامل المعني بالاتجار بالأشخاص؟", ["untoc-art-32"]),
    ],
)
def test_chains_over_regimes_and_provisions(shipped: OpenStore, question: str, expected: list[str]) -> None:
    assert given(shipped, question) == expected


def test_documents_by_language(shipped: OpenStore) -> None:
    arabic = given(shipped, "which documents are written in Arabic?")
    assert given(shipped, "How many documents are written in Arabic?") == [len(arabic)]
    assert given(shipped, "كم عدد الوثائق المكتوبة بالعربية؟") == [len(arabic)]
    english = given(shipped, "ما الوثائق المكتوبة باللغة الإنجليزية؟")
    assert english and not set(english) & set(arabic)


def test_a_second_thing_of_the_kind_is_none_of_the_first(shipped: OpenStore) -> None:
    assert ask(shipped, "Which country hosts an EU mission but no UN mission?").status == NOT_UNDERSTOOD
