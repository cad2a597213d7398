"""What two things have in common, what happened in the year of something else, and what belongs to a thing named."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.answers import NOT_UNDERSTOOD
from tocgraph.questions import ask
from tocgraph.store import OpenStore


@pytest.mark.parametrize(
    ("question", "chain", "itself"),
    [
        (
            "Which other armed groups are on the same UN sanctions list as the Allied Democratic Forces?",
            "Which armed groups are targeted by the sanctions regime that targets the ADF?",
            "adf",
        ),
        (
            "Which bodies are headquartered in the same city as INTERPOL?",
            "Which bodies are headquartered in the city that hosts the headquarters of INTERPOL?",
            "interpol",
        ),
        (
            "Which protocols supplement the same convention as the Firearms Protocol?",
            "Which protocols supplement the convention that the Firearms Protocol supplements?",
            "firearms-protocol",
        ),
        (
            "ما الجماعات المسلحة الأخرى المدرجة في قائمة الجزاءات نفسها مع القوات الديمقراطية المتحالفة؟",
            "Which armed groups are targeted by the sanctions regime that targets the ADF?",
            "adf",
        ),
        (
            "ما المنظمات التي يقع مقرها في نفس مدينة الإنتربول؟",
            "ما المنظمات التي يقع مقرها في المدينة نفسها التي يقع فيها مقر الإنتربول؟",
            "interpol",
        ),
    ],
)
def test_the_same_is_what_the_other_thing_has(shipped: OpenStore, question: str, chain: str, itself: str) -> None:
    found = set(given(shipped, question))
    assert found and found == set(given(shipped, chain)) - {itself}


def test_what_is_shared_is_the_same(shipped: OpenStore) -> None:
    shared = given(shipped, "Which treaties share a depositary with UNTOC?")
    assert shared == given(shipped, "Which treaties have the same depositary as UNTOC?")
    assert {"uncac", "tip-protocol"} <= set(shared) and "untoc" not in shared
    assert "iran" in given(shipped, "Which states share a border with Pakistan?")


def test_whether_two_things_have_the_same(shipped: OpenStore) -> None:
    assert given(shipped, "Is M23 on the same sanctions list as the ADF?") == [True]


@pytest.mark.parametrize(
    "question",
    [
        "Which states ratified the same conventions as Egypt?",  # all of them, or some
        "ما الدول التي صادقت على نفس الاتفاقيات مثل مصر؟",
        "Which missions operate in the same country?",
        "Which states are in the same as Egypt?",
    ],
)
def test_the_same_as_what_is_not_said_is_refused(shipped: OpenStore, question: str) -> None:
    assert ask(shipped, question).status == NOT_UNDERSTOOD


@pytest.mark.parametrize(
    ("question", "plain", "itself"),
    [
        (
            "Which other treaties were adopted in the same year as UNTOC?",
            "Which treaties were adopted in 2000?",
            "untoc",
        ),
        ("Which states ratified UNTOC in the same year as Egypt?", "Which states ratified UNTOC in 2004?", "egypt"),
        (
            "Which missions were launched in the same year as MINUSMA?",
            "which missions were launched in 2013",
            "minusma",
        ),
        (
            "ما الدول التي صادقت على اتفاقية باليرمو في نفس العام مع مصر؟",
            "Which states ratified UNTOC in 2004?",
            "egypt",
        ),
        ("ما المنظمات التي تأسست في العام الذي تأسست فيه اليونسكو؟", "Which bodies were founded in 1945?", ""),
    ],
)
def test_a_year_is_told_by_what_happened_in_it(shipped: OpenStore, question: str, plain: str, itself: str) -> None:
    found = set(given(shipped, question))
    assert found and found == set(given(shipped, plain)) - {itself}
    assert any("→" in r or "←" in r for r in ask(shipped, question).remarks)


@pytest.mark.parametrize(
    "question",
    [
        "Which crime did UNSOM deal with that its successor UNTMIS does not?",
        "Which crimes does UNSOM counter that its successor does not?",
        "ما الجرائم التي كافحتها أونسوم دون خليفتها؟",
    ],
)
def test_what_belongs_to_the_thing_named_before_is_looked_up(shipped: OpenStore, question: str) -> None:
    assert given(shipped, question) == ["illicit-trade-in-natural-resources"]
    assert any("→" in remark for remark in ask(shipped, question).remarks)


@pytest.mark.parametrize(
    "question",
    [
        "Which crime did UNSOM deal with that its successor MINUSMA does not?",  # MINUSMA did not succeed it
        "Which crimes does UNTOC criminalize that its protocols do not?",  # there are several
    ],
)
def test_what_belongs_to_it_must_be_one_thing_and_of_that_name(shipped: OpenStore, question: str) -> None:
    assert ask(shipped, question).status == NOT_UNDERSTOOD


@pytest.mark.parametrize(
    ("question", "plain", "named"),
    [
        ("Which other states border Iran?", "Which states border Iran?", "iran"),
        ("Who else borders Iran?", "Which states border Iran?", "iran"),
        (
            "Which other crimes does the regime that counters wildlife trafficking counter?",
            "Which crimes does the regime that counters wildlife trafficking counter?",
            "wildlife-trafficking",
        ),
        (
            "Which other treaties provide for controlled delivery besides UNTOC?",
            "Which treaties provide for controlled delivery?",
            "untoc",
        ),
        ("ما الدول الأخرى التي تحد إيران؟", "Which states border Iran?", "iran"),
        (
            "ما الاتفاقيات الأخرى التي اعتمدتها الهيئة التي اعتمدت اتفاقية باليرمو؟",
            "Which conventions were adopted by the body that adopted UNTOC?",
            "untoc",
        ),
    ],
)
def test_others_are_none_of_those_named(shipped: OpenStore, question: str, plain: str, named: str) -> None:
    assert set(given(shipped, question)) == set(given(shipped, plain)) - {named} != set()


def test_others_than_what_is_not_said_are_refused(shipped: OpenStore) -> None:
    assert ask(shipped, "What other missions operate in Somalia?").status == NOT_UNDERSTOOD


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        # the verb of the question is not one of the clause before it
        (
            "Which article of the treaty that criminalizes illicit enrichment deals with asset recovery?",
            "Which articles of UNCAC deal with asset recovery?",
        ),
        # a clause is on the noun before it
        (
            "Which states border a state that hosts an EU mission?",
            "Which states border a state where an EU mission operates?",
        ),
        (
            "ما الدول التي تحد دولة تعمل فيها بعثة للاتحاد الأوروبي؟",
            "Which states border a state that hosts an EU mission?",
        ),
        (
            "Which declaration was adopted at the congress held in Salvador?",
            "Which declaration came out of the congress held in Salvador?",
        ),
    ],
)
def test_clauses_are_on_what_they_stand_behind(shipped: OpenStore, question: str, plain: str) -> None:
    assert given(shipped, question) == given(shipped, plain) != []


def test_a_verb_that_links_two_things_is_not_left_out(shipped: OpenStore) -> None:
    found = ask(shipped, "Which article of the treaty that set up the CoSP deals with asset recovery?")
    assert not found.answers and "related" not in found.reading


def test_what_belongs_to_it_is_not_asked_for_beside_it(shipped: OpenStore) -> None:
    found = ask(shipped, "Which states are parties to UNTOC and its three protocols?")
    assert not {a.type for a in found.answers} & {"protocol"}
