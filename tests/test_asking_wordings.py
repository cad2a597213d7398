"""Questions for reports as people put them: topic first, with pronouns, with a purpose, in any order of the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tocgraph import ask
from tocgraph.answers import ANSWERED
from tocgraph.questions.handover import handed_over
from tocgraph.questions.requests import (
    BasisAsked,
    CompareAsked,
    CompletenessAsked,
    DoubtAsked,
    PathAsked,
    SourceAsked,
)

if TYPE_CHECKING:
    from tocgraph.store import OpenStore

CONTESTED = ("disputed", "rejected")
DOUBTFUL = ("disputed", "rejected", "unverified")


@pytest.fixture(scope="module")
def opened(shipped: OpenStore) -> OpenStore:
    return shipped


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Saudi Arabia and Egypt: what is the legal basis for extradition between them?",
         BasisAsked("saudi-arabia", "egypt", "extradition")),
        ("We want to set up a joint investigation team between France and Tunisia: which legal basis do we have?",
         BasisAsked("france", "tunisia", "joint-investigations")),
        ("what instruments bind both Morocco and Spain", BasisAsked("morocco", "spain")),
        ("I am a prosecutor in Kenya and need evidence from Japan. Which treaty can I rely on?",
         BasisAsked("kenya", "japan", "mutual-legal-assistance")),
        ("نود إنشاء فريق تحقيق مشترك بين إسبانيا والمغرب، فما السند القانوني لذلك؟",
         BasisAsked("spain", "morocco", "joint-investigations")),
        ("ما الصكوك الملزمة لكل من المغرب وفرنسا؟", BasisAsked("morocco", "france")),
        ("INTERPOL versus Europol: how do they differ?", CompareAsked(("interpol", "europol"), None, "different")),
        ("فيم تختلف اليوروبول عن الأفريبول؟", CompareAsked(("europol", "afripol"), None, "different")),
        ("Eurojust and Europol: how are they linked?", PathAsked("eurojust", "europol")),
        ("هل من رابط بين غسل الأموال وتمويل الإرهاب؟", PathAsked("money-laundering", "terrorist-financing")),
        ("Is anyone missing from the parties to the Firearms Protocol?", CompletenessAsked("firearms-protocol")),
        ("does the graph hold every state that has joined the Budapest Convention",
         CompletenessAsked("budapest-convention")),
        ("ما مدى اكتمال سجلكم للأطراف في معاهدة تجارة الأسلحة؟", CompletenessAsked("arms-trade-treaty-2013")),
        ("Which statements on UNTOC should I not rely on?", DoubtAsked("untoc", DOUBTFUL)),
        ("which offences of the Budapest Convention are contested",
         DoubtAsked("budapest-convention", CONTESTED, kinds=("crime",))),
    ],
)  # fmt: skip
def test_however_it_is_put_the_same_is_wanted(opened: OpenStore, question: str, wanted: object) -> None:
    assert handed_over(opened, question) == wanted


def test_an_instrument_is_known_by_words_of_several_of_its_names(opened: OpenStore) -> None:
    found = handed_over(opened, "how complete are the parties to the 1970 UNESCO convention on cultural property")
    assert isinstance(found, CompletenessAsked)
    assert found.about == "unesco-cultural-property-1970"
    assert found.guesses


@pytest.mark.parametrize(
    ("question", "source"),
    [
        ("where does the claim that cybercrime is linked to terrorism come from", "un-marrakech-2025"),
        ("which documents support the claim that INTERPOL combats terrorism", "elhaw-cybercrime"),
        ("is there any evidence that Pakistan borders Iran", "kashif-pakistan"),
        ("أي وثيقة تدعم الادعاء بأن الإنتربول يكافح الإرهاب", "elhaw-cybercrime"),
    ],
)
def test_what_comes_before_a_statement_may_be_put_in_any_words(opened: OpenStore, question: str, source: str) -> None:
    assert isinstance(handed_over(opened, question), SourceAsked)
    found = ask(opened, question)
    assert found.status == ANSWERED
    assert source in {place.source for answer in found.answers for place in answer.citations}


def test_statements_on_a_topic_come_before_all_else(opened: OpenStore) -> None:
    found = ask(opened, "what does Elzohary say about UNTOC")
    assert {a.id for a in found.answers} == {"elz-concl-implementation", "elz-result-3"}


@pytest.mark.parametrize(
    "question", ["what did several speakers say about AI", "ماذا قال عدة متحدثين عن الذكاء الاصطناعي"]
)
def test_speakers_without_a_name_are_asked_for_in_the_words_of_the_source(opened: OpenStore, question: str) -> None:
    found = ask(opened, question)
    assert [a.id for a in found.answers] == ["marrakech-finding-ai-crypto-challenges"]


@pytest.mark.parametrize(
    "question",
    [
        "what does UNTOC criminalize that UNCAC does not",
        "crimes that UNTOC criminalizes but UNCAC does not",
        "الجرائم التي تجرمها اتفاقية باليرمو ولا تجرمها اتفاقية مكافحة الفساد",
    ],
)
def test_a_verb_that_is_left_out_is_that_of_the_clause_before(opened: OpenStore, question: str) -> None:
    found = ask(opened, question)
    assert found.status == ANSWERED
    ids = {a.id for a in found.answers}
    assert "participation-in-organized-criminal-group" in ids
    assert "money-laundering" not in ids
