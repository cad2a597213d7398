"""What a name or a term means, where it is defined, texts with their year or subject; traps beside them."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.questions import ask
from tocgraph.store import OpenStore


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("What does the acronym CARICC stand for?", "caricc"),
        ("the full name of UNODC", "unodc"),
        ("Spell out MONUSCO", "monusco"),
        ("What is understood by double criminality?", "dual-criminality"),
        ("What do lawyers mean by dual criminality?", "dual-criminality"),
        ("what sort of body is CARICC", "caricc"),
        ("What is FRONTEX about?", "frontex"),
        ("Explain controlled delivery to a law student", "controlled-delivery"),
        ("How would you describe extradition to a layman?", "extradition"),
        ("Could you give me a definition of letters rogatory?", "letters-rogatory"),
        ("What do we call dual criminality?", "dual-criminality"),
        ("اشرح مفهوم التسليم المراقب لطالب قانون", "controlled-delivery"),
        ('meaning of "controlled delivery"', "controlled-delivery"),
        ("ماذا يعني اختصار مينوسما؟", "minusma"),
        ("ما الاسم الكامل لليوروبول؟", "europol"),
        ("ماذا نعني بازدواجية التجريم؟", "dual-criminality"),
        ("the third congress on crime prevention", "un-crime-congress-3"),
        ("the 1988 Vienna drugs convention", "drug-convention-1988"),
    ],
)
def test_a_name_or_a_term_is_explained_by_what_is_recorded_of_it(shipped: OpenStore, question: str, about: str) -> None:
    assert given(shipped, question)[0] == about


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How does UNTOC define organized criminal group?", ["untoc-art-2"]),
        ("Where is trafficking in persons defined?", ["tip-protocol-art-3"]),
        ("كيف تعرف اتفاقية باليرمو الجماعة الإجرامية المنظمة؟", ["untoc-art-2"]),
        ("المواد التي ورد فيها تعريف التسليم المراقب", ["drug-convention-1988-art-1", "untoc-art-2"]),
        ("How many articles are there in the 1970 UNESCO convention on cultural property?", [26]),
        ("Since when has the Nassau Convention on mutual assistance been in force?", ["1996-04-14"]),
        ("Which country ratified the 1961 Single Convention on drugs before anyone else?", ["canada"]),
        ("أول من صادق من الدول العربية على اتفاقية باليرمو", ["morocco"]),
        ("Which convention has the most articles?", ["uncac"]),
        ("Which EU regulation is Europol founded on?", ["Regulation (EU) 2016/794"]),
        ("When was the last UN crime congress?", ["2026-04-25"]),
        ("Which treaties date from 1988?", ["drug-convention-1988"]),
        ("Haiti which missions", ["gang-suppression-force", "mss-haiti", "binuh", "minujusth", "minustah"]),
    ],
)
def test_texts_are_known_by_their_year_their_subject_and_their_rank(
    shipped: OpenStore, question: str, expected: list[object]
) -> None:
    assert [str(e) for e in given(shipped, question)] == [str(e) for e in expected]


@pytest.mark.parametrize(
    "question",
    [
        "What does the acronym ZUFRO stand for?",
        "Where is corruption defined?",
        "Which recommendations are addressed to a journalist?",
        "what kind of treaty is INTERPOL",
        "Which states are party to the Palermo Convention on Cybercrime?",
        "Should Egypt join the Budapest Convention?",
        "هل يجب على مصر الانضمام إلى اتفاقية بودابست؟",
        "How do I get from Vienna to Lyon?",
        "كم عدد ضحايا الاتجار بالأشخاص في 2020؟",
        "ما أغلى بعثة؟",
        "Write an essay about UNTOC",
        "Which missions should be closed?",
        "How many states are corrupt?",
    ],
)
def test_what_nothing_is_recorded_of_is_refused(shipped: OpenStore, question: str) -> None:
    assert not ask(shipped, question).answers
