"""Arabic questions for what works say, with nouns that add nothing, and for what one text does and another does not."""

from __future__ import annotations

import pytest

from tocgraph import ask
from tocgraph.store import OpenStore

_ON_EXTRADITION = {"elhaw-concl-extradition-shows-transnationality", "elhaw-finding-extradition-most-important"}


@pytest.mark.parametrize(
    ("question", "findings"),
    [
        ("ما الذي توصلت إليه دراسة الحو حول نظام تسليم المجرمين؟", _ON_EXTRADITION),
        ("ماذا قالت دراسة الحو عن موضوع تسليم المجرمين؟", _ON_EXTRADITION),
        ("ماذا يرد في موجز مركز زيف عن مينوسما؟", {"zif-finding-minusma-mandate"}),
        ("ماذا يتضمن موجز مركز زيف عن مينوسما؟", {"zif-finding-minusma-mandate"}),
        ("what appears in the ZIF brief on MINUSMA", {"zif-finding-minusma-mandate"}),
        ("ما الذي يرد في دراسة الزهري بشأن الإنتربول؟", {"elz-result-6", "elz-concl-tools"}),
        ("what is written in Elzohary's study about INTERPOL?", {"elz-result-6", "elz-concl-tools"}),
    ],
)
def test_what_a_work_says_of_a_thing(shipped: OpenStore, question: str, findings: set[str]) -> None:
    assert {a.id for a in ask(shipped, question).answers} == findings


@pytest.mark.parametrize("noun", ["", "نظام ", "عملية ", "مسألة "])
def test_a_noun_that_only_introduces_a_form_of_cooperation_adds_nothing(shipped: OpenStore, noun: str) -> None:
    assert "lack-of-political-will" in {a.id for a in ask(shipped, f"ما الذي يعيق {noun}تسليم المجرمين؟").answers}


@pytest.mark.parametrize(
    "question",
    [
        "ما الأفعال التي تجرمها اتفاقية مالابو ولا تجرمها اتفاقية بودابست؟",
        "ما الجرائم التي تجرمها اتفاقية مالابو ولا تجرمها اتفاقية بودابست؟",
        "ما الأفعال التي تجرمها اتفاقية مالابو وليست مجرمة في اتفاقية بودابست؟",
        "which acts does the Malabo convention criminalize but not the Budapest convention",
    ],
)
def test_crimes_of_one_text_and_not_of_another(shipped: OpenStore, question: str) -> None:
    found = ask(shipped, question)
    ids = {a.id for a in found.answers}
    assert {"unlawful-processing-of-personal-data", "racist-xenophobic-insult"} <= ids
    assert "illegal-access" not in ids
