"""Questions over the tiny graph: the right reading and the right answer."""

from __future__ import annotations

import pytest
from asked import found
from hypothesis import given, settings
from hypothesis import strategies as st

from tocgraph.lexicon import build, phrase_tokens
from tocgraph.questions import ask
from tocgraph.store import OpenStore


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


def test_a_name_alone_and_a_type_alone(opened: OpenStore) -> None:
    assert ask(opened, "what is MINUSMA").answers[0].id == "minusma"
    assert found(ask(opened, "list missions")) == ["minusma"]
    assert found(ask(opened, "how many missions are there")) == [1]


def test_a_typing_error_is_read_and_shown(opened: OpenStore) -> None:
    result = ask(opened, "which missions counter human traficking")
    assert found(result) == ["minusma"]
    assert "traficking" in result.reading


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
