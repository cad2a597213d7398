"""Short questions in everyday words: "what happened to X", "anything on X", "X, which convention?"."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph import asking
from tocgraph.questions import ask
from tocgraph.store import OpenStore


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("Anything on organ trafficking?", "trafficking-in-human-organs"),
        ("is there anything about controlled delivery", "controlled-delivery"),
        ("what happened to MINUSMA", "minusma"),
        ("what has become of UNMIL", "unmil"),
        ("ماذا حدث لبعثة مينوسما", "minusma"),
        ("ما مصير بعثة الأمم المتحدة في ليبيريا", "unmil"),
        ("the convention against corruption", "uncac"),
    ],
)
def test_all_that_is_known_of_it(shipped: OpenStore, question: str, thing: str) -> None:
    assert given(shipped, question)[0] == thing


@pytest.mark.parametrize(
    ("question", "among"),
    [
        ("cultural property smuggling, which convention?", {"unidroit-1995", "unesco-cultural-property-1970"}),
        ("extradition, what conventions", {"coe-extradition-1957"}),
        ("In which articles is confiscation mentioned?", {"untoc-art-12", "uncac-art-31"}),
        ("which conventions mention extradition", {"untoc", "coe-extradition-1957"}),
        ("Who keeps the original text of the UN cybercrime convention?", {"un-secretary-general"}),
    ],
)
def test_these_are_among_the_answers(shipped: OpenStore, question: str, among: set[str]) -> None:
    assert among <= set(given(shipped, question))


def test_whether_and_since_when(shipped: OpenStore) -> None:
    told = ask(shipped, "Is Palestine a member of Interpol and since when?")
    assert [a.value for a in told.answers] == [True, "2017"]
    assert "2017" in [a.value for a in ask(shipped, "هل فلسطين عضو في الإنتربول ومنذ متى؟").answers]


@pytest.mark.parametrize(
    ("question", "one"),
    [
        ("Are there more parties to UNTOC or to UNCAC?", "untoc"),
        ("are there fewer parties to the Budapest convention or the Malabo convention", "malabo-convention"),
    ],
)
def test_the_one_with_more(shipped: OpenStore, question: str, one: str) -> None:
    assert given(shipped, question) == [one]


def test_the_police_are_no_condition(shipped: OpenStore) -> None:
    assert "شرط في" not in ask(shipped, "ما الأساس القانوني لتبادل المعلومات بين أجهزة الشرطة؟").reading


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("name three UN missions in Africa", 3),
        ("list 5 members of FATF", 5),
        ("give me three conventions on corruption", 3),
        ("list two examples of conventions against corruption", 2),
        ("اذكر ثلاث بعثات تعمل في أفريقيا", 3),
        ("اذكر خمس دول أطراف في اتفاقية باليرمو", 5),
    ],
)
def test_as_many_as_were_asked_for(shipped: OpenStore, question: str, number: int) -> None:
    told = ask(shipped, question)
    assert len(told.answers) == number
    assert str(number) in told.remarks[-1]


def test_fewer_than_asked_for_are_all(shipped: OpenStore) -> None:
    assert len(given(shipped, "list ten protocols to UNTOC")) == 3


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("UN cybercrime convention 2024", "un-cybercrime-convention"),
        ("اتفاقية تمويل الإرهاب 1999", "terrorist-financing-convention"),
    ],
)
def test_a_year_behind_a_name_is_that_of_the_thing(shipped: OpenStore, question: str, thing: str) -> None:
    assert given(shipped, question)[0] == thing


def test_a_year_in_which_the_thing_did_not_begin_is_none_of_its_name(shipped: OpenStore) -> None:
    assert ask(shipped, "UN cybercrime convention 1999").status != "answered"


def test_any_convention_is_not_the_one_of_that_name(shipped: OpenStore) -> None:
    reading = ask(shipped, "Has the Arab League adopted a convention against corruption?").reading
    assert "United Nations Convention against Corruption" not in reading


def test_the_full_list_is_the_list(shipped: OpenStore) -> None:
    assert len(given(shipped, "the full list of parties to UNTOC")) > 180


def test_what_must_be_in_a_request_is_not_recorded(shipped: OpenStore) -> None:
    assert ask(shipped, "What must a mutual legal assistance request contain?").status == "not-understood"


@pytest.mark.parametrize(
    "question",
    [
        "do we have every party to the Budapest convention",
        "how complete are the data on the Arab TOC convention",
        "how complete is your information on UNCAC",
        "what is missing for the Malabo Convention",
        "ما مدى اكتمال بيانات الاتفاقية العربية لجرائم تقنية المعلومات",
    ],
)
def test_the_record_of_a_treaty_is_that_of_its_parties(shipped: OpenStore, question: str) -> None:
    told = asking.ask(shipped, question)
    assert told.status == "answered"
    assert told.answers[0].value in (True, False)


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("what is the aim of the firearms protocol", "firearms-trafficking"),
        ("purpose of the Arms Trade Treaty", "arms-trafficking"),
        ("ما الهدف من بروتوكول الأسلحة النارية", "firearms-trafficking"),
        ("ما أهداف اتفاقية مكافحة الفساد", "corruption"),
    ],
)
def test_a_treaty_whose_aims_nobody_tells_is_for_what_it_deals_with(
    shipped: OpenStore, question: str, subject: str
) -> None:
    told = ask(shipped, question)
    assert subject in [a.id for a in told.answers]
    assert "no claim is recorded of" in told.reading or "لم يسجل شيء من" in told.reading


def test_states_that_must_ratify_are_ratifications(shipped: OpenStore) -> None:
    assert [a.value for a in ask(shipped, "how many states are needed for UNTOC to enter into force").answers] == ["40"]


def test_a_crime_in_one_state_is_not_the_crime_everywhere(shipped: OpenStore) -> None:
    assert ask(shipped, "what are the effects of organized crime in Pakistan").status == "not-in-graph"
