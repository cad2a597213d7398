"""Questions for causes, obstacles, purposes and findings, put in clauses and in other words than the names have."""

from __future__ import annotations

import pytest

from tocgraph import ask
from tocgraph.roots import root
from tocgraph.store import OpenStore
from tocgraph.text import normalize, stem

SLOW = {"diversity-of-procedural-systems", "lack-of-trained-personnel", "language-differences"}
RELUCTANT = {"insufficient-legal-safeguards", "national-interest-concerns"}
IMPLEMENTING = {"lack-of-data-and-analysis", "limited-financial-resources", "slow-review-mechanism"}
PEACEKEEPING = {"destabilized-economies", "eroded-governance", "increased-violence", "transnational-organized-crime"}
DEFINING = {"tie-to-changing-crime-concepts", "wide-scope-of-cooperation"}
ADVISING = {"anti-corruption-support", "security-sector-reform"}
ARAB = {"arab-coordination-of-efforts", "immediate-information-exchange"}
COMPLIANCE = {"compliance-assessment", "periodic-compliance-reports"}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        # a clause names the thing that its words describe
        ("why do requested states respond slowly to requests for assistance?", SLOW),
        ("why are states late in answering requests for assistance", SLOW),
        ("لماذا تتأخر الدول في الرد على طلبات المساعدة؟", SLOW),
        ("what makes states reluctant to extradite", RELUCTANT),
        ("why are states unwilling to share information", RELUCTANT),
        ("لماذا تتردد الدول في تبادل المعلومات؟", RELUCTANT),
        ("ليش الدول تتردد في تسليم المجرمين", RELUCTANT),
        ("why is international cooperation difficult to define", DEFINING),
        # the words of a name in another order, with another name of what is named in it, or as a verb
        ("factors that hold back the implementation of UNTOC", IMPLEMENTING),
        ("what stands in the way of the implementation of the Palermo Convention", IMPLEMENTING),
        ("ما الذي يعرقل تنفيذ اتفاقية باليرمو", IMPLEMENTING),
        ("what makes it hard to recover assets", {"cryptocurrencies"}),
        # what hinders is an obstacle, whatever it is called otherwise
        ("obstacles to peacekeeping", PEACEKEEPING),
        ("أي عقبات تعيق حفظ السلام", PEACEKEEPING),
        # verbs that add nothing to a noun
        ("functions foreseen for the permanent Arab mechanism", ARAB),
        ("what tasks does EUAM Ukraine perform?", ADVISING),
        ("ما المهام التي تؤديها بعثة الاتحاد الأوروبي الاستشارية في أوكرانيا", ADVISING),
        ("Which recommendations call on Pakistan to act?", {"kas-rec-2", "kas-rec-strategy"}),
        # purposes, findings and recommendations
        ("what is the Silver Notice for?", {"asset-recovery"}),
        ("what would the international compliance mechanism do?", COMPLIANCE),
        ("what does Khan (2020) say about corruption?", {"kas-f-khan"}),
        ("who recommended the modernization of national criminal laws", {"un-crime-congress-8"}),
    ],
)  # fmt: skip
def test_just_these(shipped: OpenStore, question: str, expected: set[str]) -> None:
    result = ask(shipped, question)
    assert result.status == "answered", result.reading
    given = {a.id for a in result.answers if a.standing != "rejected"}
    assert expected <= given, result.reading
    if "implement" not in question:
        assert given - {"mutual-legal-assistance"} == expected, result.reading


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("what does TTP stand for?", "ttp"),
        ("give me some background on the hawala system", "hawala"),
        ("an overview of controlled delivery", "controlled-delivery"),
        ("حدثني عن حركة طالبان باكستان", "ttp"),
        ("شنو هي ازدواجية التجريم", "dual-criminality"),
        ("ما هي اتفاقية الرياض للتعاون القضائي؟", "riyadh-arab-judicial-cooperation-1983"),
    ],
)
def test_what_it_is(shipped: OpenStore, question: str, thing: str) -> None:
    result = ask(shipped, question)
    assert (result.status, result.answers[0].id) == ("answered", thing), result.reading


@pytest.mark.parametrize(
    "question",
    [
        "why do states respond slowly to climate change",
        "what makes prosecutors reluctant to extradite their own cousins",
        "لماذا تتأخر الدول في دفع الرواتب",
    ],
)
def test_a_word_over_is_not_passed_over(shipped: OpenStore, question: str) -> None:
    assert ask(shipped, question).status in ("not-understood", "not-in-graph")


def test_a_guess_is_shown(shipped: OpenStore) -> None:
    result = ask(shipped, "what makes states reluctant to extradite")
    assert "states reluctant to extradite → Reluctance to extradite" in result.reading


def test_roots_bring_verbs_and_nouns_together() -> None:
    for group in ("slow slowly", "respond response", "reluctant reluctance", "recover recovery", "تتأخر تأخر بطء",
                  "تتردد التردد", "تسليم يسلم", "إنهاك أنهكت"):  # fmt: skip
        assert len({root(normalize(word)) for word in group.split()}) == 1, group
    assert root("extradition") != root("expedition")


def test_stems_of_pronouns_and_of_the_arabic_mechanism() -> None:
    assert stem(normalize("يواجهها")) == stem(normalize("تواجه"))
    assert stem(normalize("الآلية")) == stem(normalize("آلية")) == stem(normalize("الآليات"))
