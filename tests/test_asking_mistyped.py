"""Typing errors, and what lies beside them, in whole questions on the shipped data."""

from __future__ import annotations

import pytest

from tocgraph.answers import AMBIGUOUS, ANSWERED, said_nothing
from tocgraph.asking import ask
from tocgraph.asking.mending import sentences
from tocgraph.errors import QueryError
from tocgraph.store import OpenStore


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # beside its neighbour in a name
        ("ما الأضرار الناجمة عن تهرب الأسلحة؟", "ما الأضرار الناجمة عن تهريب الأسلحة؟"),
        ("متى أُغلقت بعثة الأم المتحدة في ليبريا؟", "متى أُغلقت بعثة الأمم المتحدة في ليبريا؟"),
        ("كم دولة وقّعت معاهدة تجاة الأسلحة؟", "كم دولة وقّعت معاهدة تجارة الأسلحة؟"),
        ("على ماذا تنص المدة 33 من اتفاقية مكافحة الفساد؟", "على ماذا تنص المادة 33 من اتفاقية مكافحة الفساد؟"),
        # in a turn of speech that is read before names are
        ("How many missions have operated in Haiti altogether, inclding those that have closed?", ""),
        ("who taes part in the initiatives on environmental crime", ""),
        ("ما اللعاقة بين وحدة الاستخبارات المالية واتفاقية باليرمو؟", ""),
        # the Arabic article
        ("أي الدول اعربية طرف في اتفاقية بودابست؟", "أي الدول العربية طرف في اتفاقية بودابست؟"),
        ("ما افلرق بين النشرة الحمراء والنشرة الزرقاء؟", "ما الفرق بين النشرة الحمراء والنشرة الزرقاء؟"),
        # two words written as one, one as two
        ("Whichdocument defines organized crime", "Which document defines organized crime"),
        ("أي توصياتتتناول الذكاء الاصطناعي؟", "أي توصيات تتناول الذكاء الاصطناعي؟"),
        ("أي الج رائم تموّل الإرهاب؟", "أي الجرائم تموّل الإرهاب؟"),
        # others
        ("Were was the Palermo Convention signed", "Where was the Palermo Convention signed"),
        ("where is the hadquaters of Europol", "where is the headquarters of Europol"),
        ("tell me about CARIICC", "tell me about CARICC"),
    ],
)  # fmt: skip
def test_a_mistyped_question_is_answered_as_it_was_meant(shipped: OpenStore, typed: str, meant: str) -> None:
    told = ask(shipped, typed)

    assert told.status == ANSWERED, told.reading
    assert " → " in told.reading + " ".join(told.remarks)
    if meant:
        assert [(a.id, a.value) for a in told.answers] == [(a.id, a.value) for a in ask(shipped, meant).answers]


@pytest.mark.parametrize(
    "question",
    [
        "what is drag trafficking",
        "which statues of Rome are famous",
        "What stats does Brazil have in the League of Arab States?",
        "mechanisms found in UNCC but not in UNTOC",
        "Art. 18(13) UNOC",
        "what is facebook",
        "which bodies prevent tennis",
        "ما دور مجلس الأمة",
        "ما هي منظمة العفة",
        "ما فوائد الفساد",
        "ما هو غسيل الأحوال",
        "هل صادقت مصر على اتفاقية بوخارست",
    ],
)
def test_what_is_near_a_known_word_is_not_taken_for_it(shipped: OpenStore, question: str) -> None:
    assert said_nothing(ask(shipped, question)), ask(shipped, question).reading


def test_a_name_that_lies_between_two_others_is_a_choice(shipped: OpenStore) -> None:
    told = ask(shipped, "On which Security Council resolution does MINUSA rest?")

    assert told.status == AMBIGUOUS
    assert "MINUSA → " in told.reading


def test_sentences_that_find_different_things_are_a_choice(shipped: OpenStore, monkeypatch: pytest.MonkeyPatch) -> None:
    from tocgraph.asking import mending

    question = "who implements the Palermo convntion"
    ways = [(1, "who implements UNTOC", ("a → b",)), (1, "who implements UNCAC", ("a → c",))]
    monkeypatch.setattr(mending, "sentences", lambda *_: iter(ways))

    told = mending.mended(shipped, question, lambda text, _: ask(shipped, text), None)
    second = mending.mended(shipped, question, lambda text, _: ask(shipped, text), 2)

    assert told is not None
    assert second is not None
    assert (told.status, len(told.suggestions)) == (AMBIGUOUS, 2)
    assert [a.id for a in second.answers] == [a.id for a in ask(shipped, "who implements UNCAC").answers]
    with pytest.raises(QueryError):
        mending.mended(shipped, question, lambda text, _: ask(shipped, text), 3)


def test_what_is_typed_rightly_or_denies_is_not_mended(shipped: OpenStore) -> None:
    assert list(sentences(shipped, "which states are not parties to the Palermo Convention")) == []
    assert list(sentences(shipped, "ما الدول التي ليست أطرافا في اتفاقية باليرمو")) == []
    assert list(sentences(shipped, "zzz qqqqq vvvvvvv wwwwwwww")) == []
