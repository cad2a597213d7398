"""Questions over the tiny graph: the right reading, the right answer, or an honest refusal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocgraph.answers import AnswerSet
from tocgraph.errors import QueryError
from tocgraph.lexicon import build, phrase_tokens
from tocgraph.questions import ask
from tocgraph.store import OpenStore, open_store

TINY = Path(__file__).parent.parent / "data" / "tiny"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenStore]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TOCGRAPH_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield open_store(TINY)


def found(result: AnswerSet) -> list[object]:
    return [a.id if a.id is not None else a.value for a in result.answers]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("which bodies implement UNTOC", ["unodc"]),
        ("Which BODIES implement the untoc???", ["unodc"]),
        ("by which bodies is the Palermo Convention implemented", ["unodc"]),
        ("UNTOC is implemented by which bodies", ["unodc"]),
        ("secretariat of UNTOC", ["unodc"]),
        ("ما الهيئات التي تنفذ اتفاقية باليرمو", ["unodc"]),
        ("what does the Trafficking in Persons Protocol criminalize", ["trafficking-in-persons"]),
        ("which crimes does the Trafficking in Persons Protocol criminalise", ["trafficking-in-persons"]),
        ("ماذا يجرم بروتوكول الاتجار بالأشخاص", ["trafficking-in-persons"]),
        ("which protocols supplement UNTOC", ["trafficking-protocol"]),
        ("protocols to UNTOC", ["trafficking-protocol"]),
        ("which missions counter human trafficking", ["minusma"]),
        ("ما البعثات التي تكافح الاتجار بالبشر", ["minusma"]),
        ("missions in Mali", ["minusma"]),
        ("which countries host missions", ["mali"]),
        ("where does MINUSMA operate", ["mali"]),
        ("أين تعمل مينوسما", ["mali"]),
        ("which article of UNTOC governs extradition", ["untoc-art-16"]),
        ("which states are party to UNTOC", ["mali"]),
        ("partners of INTERPOL", ["unodc"]),
        ("partners of UNODC", ["interpol"]),
        ("what is the purpose of extraditon", []),
    ],
)
def test_things(opened: OpenStore, question: str, expected: list[str]) -> None:
    result = ask(opened, question)
    assert found(result) == expected, result
    if expected:
        assert result.status == "answered"
        assert all(answer.citations for answer in result.answers)
        assert result.sparql.startswith("PREFIX")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("when was INTERPOL founded", ["1923", "1914"]),
        ("متى تأسست الإنتربول", ["1923", "1914"]),
        ("when was UNTOC adopted", ["2000-11-15", "2000-12-12"]),
        ("how many members does INTERPOL have", ["196"]),
        ("how many bodies implement UNTOC", [1]),
        ("when did Mali become party to UNTOC", ["2002-04-12"]),
        ("is Mali party to UNTOC", [True]),
        ("هل مالي طرف في اتفاقية باليرمو", [True]),
        ("does INTERPOL implement UNTOC", ["unknown"]),
    ],
)
def test_values(opened: OpenStore, question: str, expected: list[object]) -> None:
    assert found(ask(opened, question)) == expected


def test_a_standing_that_is_not_normal_is_shown_with_its_reason(opened: OpenStore) -> None:
    right, wrong = ask(opened, "when was UNTOC adopted").answers
    assert right.standing == "normal"
    assert wrong.standing == "rejected"
    assert "signature" in wrong.note["en"]


@pytest.mark.parametrize("question", ["article 16 of UNTOC", "untoc art. 16", "المادة 16 من اتفاقية باليرمو"])
def test_articles(opened: OpenStore, question: str) -> None:
    result = ask(opened, question)
    assert result.answers[0].id == "untoc-art-16"
    assert "extradition" in found(result)


def test_a_paragraph_is_named_as_not_recorded(opened: OpenStore) -> None:
    result = ask(opened, "article 16(3) of UNTOC")
    assert result.answers[0].id == "untoc-art-16"
    assert "paragraphs are not recorded" in result.reading


def test_how_lists_the_claims_between_two_things_and_never_says_yes(opened: OpenStore) -> None:
    result = ask(opened, "how does MINUSMA counter human trafficking")
    assert [(a.id, a.relation) for a in result.answers] == [("trafficking-in-persons", "supports-action-against")]
    assert result.answers[0].qualifiers["role"]
    assert ask(opened, "how does extradition work").status == "not-understood"
    assert "why" in ask(opened, "why does MINUSMA counter human trafficking").reading


def test_an_article_that_is_not_recorded(opened: OpenStore) -> None:
    result = ask(opened, "article 99 of UNTOC")
    assert result.status == "not-in-graph"
    assert "99" in result.reading


def test_a_name_alone_and_a_type_alone(opened: OpenStore) -> None:
    assert ask(opened, "what is MINUSMA").answers[0].id == "minusma"
    assert found(ask(opened, "list missions")) == ["minusma"]
    assert found(ask(opened, "how many missions are there")) == [1]


def test_a_typing_error_is_read_and_shown(opened: OpenStore) -> None:
    result = ask(opened, "which missions counter human traficking")
    assert found(result) == ["minusma"]
    assert "traficking" in result.reading


@pytest.mark.parametrize(
    ("question", "unused"),
    [
        ("which bodies implement blorb", "blorb"),
        ("which bodies do not implement UNTOC", "not"),
        ("which bodies implement UNTOC purple", "purple"),
        ("أي هيئات لا تنفذ اتفاقية باليرمو", "لا"),
    ],
)
def test_a_word_without_meaning_is_never_passed_over(opened: OpenStore, question: str, unused: str) -> None:
    result = ask(opened, question)
    assert result.status == "not-understood"
    assert unused in result.reading
    assert result.answers == ()
    assert result.suggestions


def test_near_questions_are_answered_when_asked(opened: OpenStore) -> None:
    for question in ("which bodies implement blorb INTERPOL", "UNTOC blorb", "اتفاقية باليرمو بلورب"):
        suggestions = ask(opened, question).suggestions
        assert suggestions
        for suggestion in suggestions:
            assert ask(opened, suggestion).status != "not-understood", suggestion


@pytest.mark.parametrize(
    "question", ["", "   ", "???", "which", "؟", "x" * 10_000, "'; DROP TABLE name; --", "$(rm -rf .)"]
)
def test_nonsense_is_refused(opened: OpenStore, question: str) -> None:
    result = ask(opened, question)
    assert result.status == "not-understood"
    assert result.suggestions


def test_understood_but_not_recorded(opened: OpenStore) -> None:
    result = ask(opened, "what hinders extradition")
    assert result.status == "not-in-graph"
    assert result.suggestions


def test_as_of(opened: OpenStore) -> None:
    assert found(ask(opened, "missions in Mali", as_of="2015")) == ["minusma"]
    assert ask(opened, "missions in Mali", as_of="2012").status == "not-in-graph"
    assert ask(opened, "missions in Mali", as_of="2024").status == "not-in-graph"
    with pytest.raises(QueryError, match="month 13"):
        ask(opened, "missions in Mali", as_of="2024-13")


def test_the_language_of_the_reading(opened: OpenStore) -> None:
    assert "تنفيذ" in ask(opened, "which bodies implement UNTOC", language="ar").reading or any(
        c > "\u0600" for c in ask(opened, "which bodies implement UNTOC", language="ar").reading
    )
    assert ask(opened, "ما الهيئات التي تنفذ اتفاقية باليرمو", language="en").reading.isascii()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_gives_an_answer_set(opened: OpenStore, question: str) -> None:
    result = ask(opened, question)
    assert result.status in ("answered", "ambiguous", "not-understood", "not-in-graph")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from("which bodies implement UNTOC and or of INTERPOL missions in Mali article 16 when not".split()),
        max_size=9,
    )
)
def test_any_order_of_known_words_gives_an_answer_set(opened: OpenStore, parts: list[str]) -> None:
    result = ask(opened, " ".join(parts))
    assert result.status in ("answered", "ambiguous", "not-understood", "not-in-graph")
    if "not" in parts and result.answers:
        assert "not" in result.reading or "no recorded claim" in result.reading


def test_phrases_become_cores_with_roles() -> None:
    assert phrase_tokens("S is part of O") == ["S", "part", "of", "O"]
    schema = {
        "entity_types": [{"id": "body", "label": {"en": "body"}, "plural": {"en": "bodies"}}],
        "relation_types": [{"id": "part-of", "phrases": {"en": ["S is part of O", "parts of O", "S takes O apart"]}}],
    }
    lexicon = build(schema)
    assert lexicon["relations"]["part of"] == [["part-of", "S", "O", ""], ["part-of", "", "O", ""]]
    assert lexicon["relations"]["part"] == [["part-of", "S", "O", "part"], ["part-of", "", "O", "parts"]]
    assert lexicon["types"] == {"bodi": ["body"]}
    assert lexicon["split"] == [["take", "apart"]]


@pytest.mark.parametrize(
    "question",
    [
        "where are missions",
        "when are missions",
    ],
)
def test_a_part_of_a_question_is_never_passed_over(opened: OpenStore, question: str) -> None:
    assert ask(opened, question).status == "not-understood"


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("is Mali party to UNTOC and a member of INTERPOL", "unknown"),
        ("are Mali and INTERPOL party to UNTOC", "unknown"),
        ("does INTERPOL cooperate with UNODC and Mali", "unknown"),
        ("does INTERPOL cooperate with UNODC", True),
        ("is Mali party to UNTOC and hosts MINUSMA", False),  # the mission has ended
        ("is Mali a state", True),
        ("is MINUSMA a UN peacekeeping mission", True),
        ("is MINUSMA an EU mission", "unknown"),
    ],
)
def test_a_yes_needs_every_part_of_the_question(opened: OpenStore, question: str, verdict: object) -> None:
    assert found(ask(opened, question)) == [verdict]


def test_an_article_number_keeps_the_other_words_of_the_question(opened: OpenStore) -> None:
    assert found(ask(opened, "article 16 extradition")) == ["untoc-art-16"]
    assert ask(opened, "article 16 trafficking in persons").status == "not-in-graph"
    assert ask(opened, "article 16 criminalizes extradition").status == "not-understood"


@pytest.mark.parametrize(
    "question",
    [
        "who replaced MINUSMA",
        "what does UNTOC supplement",
        "what is UNTOC part of",
        "what does trafficking in persons criminalize",
        "what does extradition provide for",
    ],
)
def test_a_direction_without_claims_is_never_answered_with_the_other(opened: OpenStore, question: str) -> None:
    assert ask(opened, question).answers == ()


@pytest.mark.parametrize(
    ("question", "unused"),
    [
        ("when and where was INTERPOL founded", "where"),
        ("does every mission operate in Mali", "every"),
        ("articles 16 to 18 of UNTOC", "18"),
    ],
)
def test_what_cannot_be_asked_is_named(opened: OpenStore, question: str, unused: str) -> None:
    result = ask(opened, question)
    assert result.status == "not-understood"
    assert unused in result.reading


def test_a_definite_type_stands_for_one_thing_that_is_not_named(opened: OpenStore) -> None:
    assert ask(opened, "which states are party to the convention").status == "not-understood"
    assert found(ask(opened, "which states are party to conventions")) == ["mali"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("missions that operate in Mali in 2015", ["minusma"]),
        ("missions that operate in Mali in 2024", []),
        ("which missions ended in 2023", ["minusma"]),
        ("which missions ended before 2023", []),
        ("which missions ended after 2023", []),
        ("which missions ended since 2023", ["minusma"]),
        ("which missions since 2010 ended in 2023", []),
        ("missions between 2015 and 2018", ["minusma"]),
        ("missions in 2024", []),
        ("how many missions were there in 2015", [1]),
        ("which conventions were adopted in November 2000", ["untoc"]),
        ("which conventions were adopted before 2000", []),
        ("conventions since 2000", ["untoc"]),
        ("conventions from 2000 to 2005", ["untoc"]),
        ("conventions adopted until 15 November 2000", ["untoc"]),
        ("ما الاتفاقيات التي اعتمدت عام 2000", ["untoc"]),
        ("ما الاتفاقيات التي اعتمدت بين عامي 2000 و2005", ["untoc"]),
        ("ما الاتفاقيات التي اعتمدت قبل سنة 2000", []),
        ("which states became party to UNTOC in 2002", ["mali"]),
        ("which states became party to UNTOC in 2003", []),
        ("which states are party to UNTOC since 2001-05", ["mali"]),
        ("in 2002 which states became party to UNTOC", ["mali"]),
        ("was Mali party to UNTOC in 2010", [True]),
    ],
)
def test_a_date_limits_the_answer(opened: OpenStore, question: str, expected: list[object]) -> None:
    result = ask(opened, question)
    assert found(result) == expected, result
    assert any(c.isdigit() for c in result.reading)


def test_an_undated_figure_is_not_given_for_a_year(opened: OpenStore) -> None:
    assert ask(opened, "how many members did INTERPOL have in 1923").answers == ()
    assert found(ask(opened, "was INTERPOL founded in 1923")) == [True]
    assert found(ask(opened, "was INTERPOL founded in 1950")) == [False]  # another date is recorded


@pytest.mark.parametrize(
    "question",
    [
        "UNTOC in 2003",
        "when was INTERPOL founded in 1923",
        "missions in Mali 2015",
        "crimes in 2003",
        "article 16 of UNTOC in 2003",
        "how does MINUSMA counter human trafficking in 2015",
    ],
)
def test_a_date_that_limits_nothing_is_never_passed_over(opened: OpenStore, question: str) -> None:
    assert ask(opened, question).status == "not-understood"


def test_a_reading_that_is_not_offered_is_refused(opened: OpenStore) -> None:
    assert found(ask(opened, "which bodies implement UNTOC", reading=1)) == ["unodc"]
    with pytest.raises(QueryError, match="no reading 9"):
        ask(opened, "which bodies implement UNTOC", reading=9)
