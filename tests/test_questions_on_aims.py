"""Questions for what things are for, what stands in their way, and what is to be done, however they are put."""

from __future__ import annotations

import pytest

from tocgraph import ask
from tocgraph.answers import ANSWERED
from tocgraph.store import OpenStore
from tocgraph.store.claims import TAKEN_AS_FACT


@pytest.fixture(scope="module")
def opened(shipped: OpenStore) -> OpenStore:
    """The shipped data."""
    return shipped


def facts(opened: OpenStore, question: str) -> set[str]:
    """What is given as fact; the question must be answered."""
    told = ask(opened, question)
    assert told.status == ANSWERED, told.reading
    return {str(a.id) for a in told.answers if a.standing in TAKEN_AS_FACT}


UNTOC_AIMS = {"common-legal-language", "prevent-and-combat-toc"}
IMPUNITY = {"corruption", "weak-rule-of-law-pakistan"}
DRUG_HARM = {"regional-destabilization", "social-economic-harm-of-drugs"}
PRISON_AIM = {"preventing-recidivism-and-radicalization"}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What was the point of negotiating the Palermo Convention?", UNTOC_AIMS),
        ("لم أبرمت اتفاقية باليرمو؟", UNTOC_AIMS),
        ("ما الهدف من صياغة اتفاقية باليرمو؟", UNTOC_AIMS),
        ("What was MINUSMA set up to do?", {"technical-support-to-justice"}),
        ("Which tasks were handed to MINUSMA?", {"technical-support-to-justice"}),
        ("Why are red notices issued?", {"extradition"}),
        ("What makes letters rogatory such a slow business?", {"slow-diplomatic-channel"}),
        ("What happens as a result of drug trafficking?", DRUG_HARM),
        ("إلى ماذا يعزى الإفلات من العقاب؟", IMPUNITY),
        ("What should governments do about corruption?", {"marrakech-recommendation-c"}),
        ("How could corruption be tackled?", {"marrakech-recommendation-c"}),
        ("ما الذي ينبغي فعله لمكافحة الفساد؟", {"marrakech-recommendation-c"}),
        ("What is Pakistan urged to do?", {"kas-rec-2", "kas-rec-strategy"}),
        ("Impunity of criminal groups - where does it come from?", IMPUNITY),
        ("What do the findings of the Elzohary thesis say about INTERPOL?", {"elz-concl-tools", "elz-result-6"}),
        ("According to the speakers in Marrakech, what hinders asset recovery?", {"cryptocurrencies"}),
        (
            "In which study is it reported that criminal organisations use a heroin route through Pakistan?",
            {"hassan-2018", "doc-kashif-pakistan"},
        ),
        ("ما الذي لم يتم التحقق منه بشأن أميريبول؟", set()),
        ("According to Siddiqi, what fuels militancy?", {"kas-f-siddiqi"}),
        ("بحسب خان، ما الذي يؤوي المجرمين؟", {"kas-f-khan"}),
    ],
)
def test_the_whole_answer_is_given(opened: OpenStore, question: str, expected: set[str]) -> None:
    assert facts(opened, question) == expected


def test_what_limits_how_well_a_thing_works_limits_it(opened: OpenStore) -> None:
    assert facts(opened, "what limits the effectiveness of UNTOC") == facts(opened, "what hinders UNTOC")
    assert facts(opened, "ما الذي يعيق فعالية اتفاقية باليرمو") == facts(opened, "what hinders UNTOC")


def test_what_is_told_elsewhere_is_given_with_a_remark(opened: OpenStore) -> None:
    """Nothing is recorded as a harm done by corruption; what it makes easier is."""
    told = ask(opened, "what are the consequences of corruption")
    assert "impunity" in {a.id for a in told.answers}
    assert "no claim is recorded of: leads to the harm" in told.reading
    assert "لم يسجل شيء من: تلحق الضرر" in ask(opened, "ما عواقب الفساد").reading


@pytest.mark.parametrize(
    "question",
    [
        "which crimes lead to radicalization",
        "what leads to radicalization",
        "إلام يؤدي غسل الأموال",
        "ما العوامل المسؤولة عن الفساد",
        "According to Shelley, what fuels militancy?",
        "how can extradition be improved by Egypt",
        "what is the use of the 24/7 network",
        "لم تنضم مصر إلى اتفاقية بودابست",
        "what will MINUSMA be set up to do",
    ],
)
def test_nothing_else_is_answered(opened: OpenStore, question: str) -> None:
    """What is recorded of causes and recommendations is none of what these ask."""
    told = ask(opened, question)
    assert not [a for a in told.answers if a.standing in TAKEN_AS_FACT], (question, told.reading)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What did Siddiqi conclude?", {"kas-f-siddiqi"}),
        ("What did Khan write?", {"khan-2020"}),
        ("Why do people join criminal groups?", {"lack-of-education", "poverty", "unemployment"}),
        ("لماذا تتردد بعض الدول في تسليم المطلوبين؟", {"insufficient-legal-safeguards", "national-interest-concerns"}),
        ("مصدر الضغوط الخارجية التي تتعرض لها باكستان", {"fatf"}),
        ("هل من توصية بشأن ضحايا الجرائم المعلوماتية وما هي؟", {"rec-policies-for-cybercrime-victims"}),
    ],
)
def test_an_author_and_a_clause_are_taken_for_what_they_tell(
    opened: OpenStore, question: str, expected: set[str]
) -> None:
    """An author stands for the work, and a clause for the one thing that it describes."""
    assert facts(opened, question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Prison reform: what good is it?", "preventing-recidivism-and-radicalization"),
        ("Which aims stand behind prison reform?", "preventing-recidivism-and-radicalization"),
        ("What is hoped for from prison reform?", "preventing-recidivism-and-radicalization"),
        ("What did states want with UNTOC?", "prevent-and-combat-toc"),
        ("In pursuit of which goals does UNTOC exist?", "prevent-and-combat-toc"),
        ("The proposed national centres to track crime, what would they be for?", "evidence-based-policies"),
        ("What is MONUSCO's purpose?", "countering-organized-crime"),
        ("ما المرجو من اتفاقية باليرمو؟", "prevent-and-combat-toc"),
        ("ما الغاية من وراء اتفاقية باليرمو؟", "prevent-and-combat-toc"),
        ("ما علة وجود اتفاقية باليرمو؟", "prevent-and-combat-toc"),
    ],
)
def test_a_purpose_is_asked_for_in_many_ways(opened: OpenStore, question: str, expected: str) -> None:
    assert expected in facts(opened, question)
