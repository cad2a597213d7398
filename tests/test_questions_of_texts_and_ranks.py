"""Questions for a place in a text, for the foremost, and with words that add nothing, on the shipped data."""

from __future__ import annotations

import pytest

from tocgraph.questions import ask
from tocgraph.store import OpenStore


@pytest.fixture(scope="module")
def opened(shipped: OpenStore) -> OpenStore:
    return shipped


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Where does UNTOC define an organized criminal group?", {"untoc-art-2"}),
        ("Where in UNCAC is extradition regulated?", {"uncac-art-44"}),
        ("Where is illegal access dealt with in the Budapest Convention?", {"budapest-convention-art-2"}),
        ("Where in the Palermo Convention do I find the rule on protecting witnesses?", {"untoc-art-24"}),
        ("Under which article of the Palermo Convention can states set up joint investigations?", {"untoc-art-19"}),
        ("In what article of UNCAC are states obliged to protect witnesses?", {"uncac-art-32"}),
        ("Which UN office assists states in implementing UNTOC?", {"unodc"}),
        ("What is the EU's most recently launched mission?", {"eunavfor-med-irini"}),
        ("Which treaty has drawn the most parties of all?", {"untoc"}),
        ("the most widely ratified treaty", {"untoc"}),
        ("How long did UNMIL last?", {"2003-09-19", "2018-03-30"}),
        ("When was Boko Haram put on the UN list?", {"2014-05-22"}),
        ("Does UNTOC have a provision on extradition?", {True}),
        ("UNIDROIT 1995 entry into force", {"1998-07-01"}),
        ("Which article of UNCAC lets states transfer criminal cases?", {"uncac-art-47"}),
        ("Under which article of UNTOC must states criminalize money laundering?", {"untoc-art-6"}),
        ("Under which provision of the Smuggling Protocol may ships be boarded?", {"smuggling-protocol-art-8"}),
        ("Which UNTOC article concerns assistance to victims?", {"untoc-art-25"}),
        ("Since what year has Nigeria been party to UNTOC?", {"2003-09-29"}),
        (
            "In which article does the 1988 drug convention provide for controlled delivery?",
            {"drug-convention-1988-art-11"},
        ),
        ("Since when have the Houthis been under sanctions?", {"2022-02-28"}),
        ("What year saw the adoption of the Palermo Convention?", {"2000-11-15"}),
        ("Which was the first protocol to enter into force?", {"tip-protocol"}),
        ("Do INTERPOL and Europol cooperate?", {"unknown"}),
        ("Which states does MONUSCO support?", {"dr-congo"}),
        ("Has the UN Cybercrime Convention already come into force?", {False}),
        ("Has the Malabo Convention entered into force yet?", {True}),
        ("On what article of UNCAC can a state rely to freeze assets?", {"uncac-art-31", "uncac-art-54"}),
    ],
)
def test_the_same_is_asked_in_other_turns_of_speech(opened: OpenStore, question: str, expected: set[object]) -> None:
    found = ask(opened, question)
    assert {a.id or a.value for a in found.answers} == expected


def test_it_stands_for_the_treaty_named_before(opened: OpenStore) -> None:
    asked = "states that put their signature to the Malabo Convention but have not become parties to it"
    plain = ask(opened, "states that signed the Malabo Convention but are not party to the Malabo Convention")
    assert {a.id for a in ask(opened, asked).answers} == {a.id for a in plain.answers} != set()


@pytest.mark.parametrize(
    "question",
    [
        "Where are the offices of UNODC?",
        "In how many African countries does the UN have a mission?",
        "which groups were added to the UN sanctions list in 1901",
        "Which of the cited books came out with Routledge?",
    ],
)
def test_a_word_that_changes_the_question_is_never_passed_over(opened: OpenStore, question: str) -> None:
    assert ask(opened, question).answers == ()


def test_a_list_is_asked_for_one_by_one(opened: OpenStore) -> None:
    assert {"red-notice", "blue-notice"} <= {a.id for a in ask(opened, "List the INTERPOL notices.").answers}


def test_keywords_may_do_without_the_preposition_of_their_verb(opened: OpenStore) -> None:
    assert (
        "is not party to United Nations Convention against Transnational"
        in ask(opened, "arab states not party UNTOC").reading
    )


@pytest.mark.parametrize(
    ("question", "described"),
    [
        ("Which is the treaty about endangered species?", "cites-1973"),
        ("Which database holds lost passports?", "sltd"),
        ("Which INTERPOL notice asks for help in finding a missing person?", "yellow-notice"),
    ],
)
def test_a_thing_is_known_by_what_it_is(opened: OpenStore, question: str, described: str) -> None:
    found = ask(opened, question)
    assert found.answers[0].id == described and "→" in found.reading


@pytest.mark.parametrize(
    "question",
    [
        "the convention on climate change",
        "which convention deals with space debris",
        "which database holds credit card numbers of tourists",
        "which notice is about lost cats",
        "Which sanctions committee has Al-Shabaab on its list?",
    ],
)
def test_what_describes_nothing_is_refused(opened: OpenStore, question: str) -> None:
    assert ask(opened, question).status == "not-understood"


def test_a_description_does_not_end_within_a_name(shipped: OpenStore) -> None:
    told = ask(shipped, "من مؤلف الدراسة التي تناولت الجريمة المنظمة في باكستان")
    assert told.status == "not-in-graph"
