"""Turns of Arabic: superlatives with their measure, words that add nothing, verbs before their subject, short names."""

from __future__ import annotations

import pytest

from tocgraph.asking import ask
from tocgraph.questions.grammar.parse import parse
from tocgraph.questions.linking.link import link
from tocgraph.questions.linking.slips import unslipped
from tocgraph.store import OpenStore


@pytest.fixture(scope="module")
def opened(shipped: OpenStore) -> OpenStore:
    return shipped


def answers(opened: OpenStore, question: str) -> list[str]:
    found = ask(opened, question)
    assert found.status == "answered", (question, found.reading)
    return [str(a.id or a.value) for a in found.answers]


@pytest.mark.parametrize(
    ("measured", "plainly"),
    [
        ("أحدث منظمة شرطية تأسيسا", "ما أحدث منظمة شرطية"),
        ("أقدم منظمة إقليمية من حيث تاريخ التأسيس", "ما أقدم منظمة إقليمية"),
        ("أكثر اتفاقية من حيث عدد الأطراف", "ما الاتفاقية التي لديها أكبر عدد من الأطراف"),
        ("المنظمة الإقليمية الأكثر أعضاءً", "أي منظمة إقليمية لديها أكبر عدد من الأعضاء"),
    ],
)
def test_a_superlative_ranks_by_the_measure_behind_it(opened: OpenStore, measured: str, plainly: str) -> None:
    assert answers(opened, measured) == answers(opened, plainly)


def test_the_newest_of_several_is_the_one_that_began_last(opened: OpenStore) -> None:
    assert answers(opened, "ما أحدث بعثة من بعثات الاتحاد الأوروبي؟") == ["eunavfor-med-irini"]


@pytest.mark.parametrize(
    ("longer", "plainly"),
    [
        ("ما أسباب ظاهرة الإفلات من العقاب", "ما أسباب الإفلات من العقاب"),
        ("ما معوقات عملية تسليم المجرمين", "ما معوقات تسليم المجرمين"),
        ("أين المقر الخاص بالاتحاد الأفريقي", "أين مقر الاتحاد الأفريقي"),
        ("ما هي الـ missions التي تعمل في Somalia", "ما هي البعثات التي تعمل في الصومال"),
        ("كم يبلغ عدد أطراف معاهدة تجارة الأسلحة", "كم عدد أطراف معاهدة تجارة الأسلحة"),
        ("عايز اعرف مين وديع اتفاقية بودابست", "من وديع اتفاقية بودابست"),
    ],
)
def test_words_that_add_nothing_are_left_out(opened: OpenStore, longer: str, plainly: str) -> None:
    assert answers(opened, longer) == answers(opened, plainly)


def test_a_name_that_begins_with_such_a_word_keeps_it(opened: OpenStore) -> None:
    assert answers(opened, "أين تعمل عملية إيريني") == ["mediterranean"]


def test_a_feminine_verb_behind_what_has_the_noun_as_its_subject(opened: OpenStore) -> None:
    assert "asset-recovery" in answers(opened, "ماذا تعرقل العملات المشفرة؟")
    assert "implementation-gap" in answers(opened, "ماذا يعيق تسليم المجرمين؟")


def test_what_stands_before_the_question_leaves_the_preposition_to_its_verb(opened: OpenStore) -> None:
    behind = answers(opened, "المادة ٤٤ من اتفاقية مكافحة الفساد عن ماذا تنص")
    assert behind == answers(opened, "على ماذا تنص المادة ٤٤ من اتفاقية مكافحة الفساد")


@pytest.mark.parametrize(
    ("short", "meant"),
    [
        ("أين مقر مجموعة إغمونت", "ottawa"),
        ("فين انعقد مؤتمر منع الجريمة الثاني عشر", "brazil"),
        ("متى صدر كتاب تشابكات قذرة", "2014"),
    ],
)
def test_a_name_is_known_by_its_beginning_and_without_its_preposition(
    opened: OpenStore, short: str, meant: str
) -> None:
    assert meant in answers(opened, short)


def test_bodies_of_a_body_are_many_and_not_the_body_itself(opened: OpenStore) -> None:
    found = answers(opened, "هيئات مجلس أوروبا التي يوجد مقرها في ستراسبورغ")
    assert {"greco", "moneyval"} <= set(found) and "council-of-europe" not in found


def test_one_thing_beside_a_name_is_not_every_thing_about_it(opened: OpenStore) -> None:
    for question in ("من نشر كتاب الجريمة المنظمة", "who published the book organized crime"):
        found = ask(opened, question)
        assert found.status != "answered" or len(found.answers) == 1, question


def test_works_of_a_place_are_not_all_that_has_to_do_with_it(opened: OpenStore) -> None:
    assert ask(opened, "مؤلفات تشيلي").status == "not-in-graph"


def test_the_plurals_of_arabic_nouns_are_known_by_their_form(opened: OpenStore) -> None:
    plurals = set(opened.names.meta("lexicon")["plurals"])
    assert {"هييات", "اجهزه", "مجالس", "محاكم", "مراكز", "مدن", "تقارير"} <= plurals
    assert not {"هييه", "جهاز", "مجلس", "محكمه", "مركز", "اتفاق"} & plurals


def test_a_superlative_is_no_verb_of_the_same_letters(opened: OpenStore) -> None:
    linked = link(opened, "ما أقدم منظمة دولية")
    ranks = [e.sign for e in linked.elements if e.kind == "rank"]
    assert ranks == ["first"]
    assert all(r.asked.rank for r in parse(opened, linked))


def test_what_was_shown_to_be_wrong_is_asked_of_the_record(opened: OpenStore) -> None:
    assert answers(opened, "ما الذي ثبت عدم صحته عن مؤتمر الدوحة لمنع الجريمة؟") == ["2015-04-14"]


def test_who_wrote_a_thing_asks_for_its_author_and_not_for_who_says_so(opened: OpenStore) -> None:
    question = "من كتب الدراسة التي استشهدت بكتاب المواجهة القانونية للجريمة المنظمة؟"
    assert answers(opened, question) == ["hosny-soliman-elzohary"]
    assert answers(opened, "مفارقات الجريمة المنظمة مؤلف") == ["l-paoli"]


def test_what_a_thing_leads_to_of_a_kind_is_of_that_kind(opened: OpenStore) -> None:
    found = set(answers(opened, "إلى ماذا يؤدي الاتجار بالأسلحة من أضرار؟"))
    assert found == {"arms-proliferation-violence", "undermined-state-authority"}


@pytest.mark.parametrize("asked", ["علام تختلف المصادر", "ما الذي لا تتفق عليه المصادر"])
def test_what_the_sources_do_not_agree_on_is_what_is_disputed(opened: OpenStore, asked: str) -> None:
    assert "192" in answers(opened, f"{asked} بشأن الاتحاد الدولي للاتصالات")


@pytest.mark.parametrize(
    ("question", "typed", "meant"),
    [
        ("على أي أساس {} يسلّم الأردن المتهمين إلى مصر؟", "قاوني", "قانوني"),
        ("India and Australia: what {} bases do they share?", "legl", "legal"),
    ],
)
def test_the_words_of_a_report_are_mended_and_it_is_told(
    opened: OpenStore, question: str, typed: str, meant: str
) -> None:
    assert answers(opened, question.format(typed)) == answers(opened, question.format(meant))
    assert f"{typed} → {meant}" in ask(opened, question.format(typed)).remarks


def test_words_of_the_language_and_names_are_no_slips(opened: OpenStore) -> None:
    for question in ("which parties are in Paris", "ما قانون القوات", "what is the base of operations", "shore bound"):
        assert unslipped(opened, question) == (question, ())
