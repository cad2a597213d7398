"""Questions for how far a list of parties, signatories or members goes, in all ordinary wordings."""

from __future__ import annotations

import pytest

from tocgraph import ask
from tocgraph.questions.handover import handed_over
from tocgraph.questions.requests import CompletenessAsked
from tocgraph.questions.rewording.courtesy import asked
from tocgraph.store import OpenStore


@pytest.fixture(scope="module")
def opened(shipped: OpenStore) -> OpenStore:
    """The shipped data."""
    return shipped


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("Can I treat the recorded ratifications of the ASEAN Trafficking Convention as exhaustive?",
         "asean-actip-2015"),
        ("What is missing from the membership data on the African Union Anti-Corruption Convention?",
         "au-corruption-2003"),
        ("Should I take the list of parties to UNCAC as final?", "uncac"),
        ("Would I be wrong to think the list of ratifications of UNCAC is complete?", "uncac"),
        ("Is it safe to say that every party to the Malabo Convention is listed?", "malabo-convention"),
        ("Does your table list each and every contracting party to CITES?", "cites-1973"),
        ("Am I looking at all parties to UNCAC or just a part?", "uncac"),
        ("Do you have everyone who joined CITES?", "cites-1973"),
        ("How much of the membership of CITES do you cover?", "cites-1973"),
        ("What share of the parties to UNTOC is recorded?", "untoc"),
        ("How many parties to CITES are missing?", "cites-1973"),
        ("How reliable is the list of parties to UNTOC?", "untoc"),
        ("Is there any party to CITES you do not list?", "cites-1973"),
        ("How many of the 184 parties to CITES do you name?", "cites-1973"),
        ("I need to know if you have all parties to the Budapest Convention.", "budapest-convention"),
        ("Does your list of the states bound by UNTOC leave anyone out?", "untoc"),
        ("Are there any omissions in your record of who joined the TIP Protocol?", "tip-protocol"),
        ("هل هناك أطراف في اتفاقية سايتس لا تعرفونها؟", "cites-1973"),
        ("هل تعكس بياناتكم كل الدول المنضمة إلى اتفاقية بودابست؟", "budapest-convention"),
        ("هل يمكن اعتبار قائمة أطراف اتفاقية باليرمو حصرية؟", "untoc"),
        ("هل يجوز الاعتماد على قائمة أطراف اتفاقية باليرمو باعتبارها كاملة؟", "untoc"),
        ("من الغائب عن قائمة أطراف بروتوكول الأسلحة النارية؟", "firearms-protocol"),
        ("هل هناك دول أطراف في اتفاقية مالابو لم تسجل؟", "malabo-convention"),
        ("هل هذه قائمة كاملة بأطراف اتفاقية باليرمو أم جزئية؟", "untoc"),
        ("إلى أي مدى يمكن الوثوق ببيانات الدول المنضمة إلى اتفاقية باليرمو، وهل ينقصها أحد؟", "untoc"),
    ],
)  # fmt: skip
def test_a_list_is_doubted_in_many_ways(opened: OpenStore, question: str, about: str) -> None:
    found = handed_over(opened, asked(question))
    assert isinstance(found, CompletenessAsked), found
    assert (found.about, found.members, found.dated) == (about, False, False)


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("Is the list of INTERPOL member states complete?", "interpol"),
        ("Do you name all 22 Arab League members?", "league-of-arab-states"),
        ("Are all 27 EU member states recorded?", "european-union"),
        ("Which ASEAN members don't you list?", "asean"),
        ("هل أعضاء الإنتربول الـ196 كلهم مسجلون؟", "interpol"),
    ],
)
def test_a_name_may_end_with_the_word_for_its_members(opened: OpenStore, question: str, about: str) -> None:
    found = handed_over(opened, question)
    assert isinstance(found, CompletenessAsked), found
    assert (found.about, found.members) == (about, True)


@pytest.mark.parametrize(
    "question",
    [
        "When was the list of parties to UNTOC last updated?",
        "What is the cut-off date of the list of parties to UNTOC?",
        "Up until when do you track accessions to UNTOC?",
        "As of what date is your data on the parties to UNTOC?",
        "حتى أي تاريخ سجلتم الدول المصدقة على اتفاقية باليرمو؟",
        "منذ متى لم تحدث قائمة أطراف اتفاقية باليرمو؟",
        "متى آخر تحديث لقائمة أطراف اتفاقية باليرمو؟",
    ],
)
def test_the_day_to_which_a_list_goes_is_asked_for(opened: OpenStore, question: str) -> None:
    assert handed_over(opened, question) == CompletenessAsked("untoc", dated=True)


def test_the_number_of_the_question_is_compared_with_the_record(opened: OpenStore) -> None:
    assert handed_over(opened, "Do you name all 192 parties to UNTOC?") == CompletenessAsked("untoc", number=192)
    assert not [r for r in ask(opened, "Do you name all 192 parties to UNTOC?").remarks if "The question says" in r]
    [told] = [r for r in ask(opened, "Are all 50 parties to UNTOC named?").remarks if "The question says" in r]
    assert "50" in told
    arabic = handed_over(opened, "هل تذكرون الأطراف الـ117 كلها في معاهدة تجارة الأسلحة أم بعضها فقط؟")
    assert arabic == CompletenessAsked("arms-trade-treaty-2013", number=117)


def test_of_signatures_it_is_not_known_how_far_they_are_recorded(opened: OpenStore) -> None:
    signed = ask(opened, "Are all signatories of the Budapest Convention recorded?")
    assert ([a.value for a in signed.answers], signed.complete) == (["unknown"], "unknown")
    both = ask(opened, "Have all signatories and ratifications of the Budapest Convention been captured?")
    assert [a.value for a in both.answers] == [True]
    assert any("signatures" in remark for remark in both.remarks)


@pytest.mark.parametrize(
    "question",
    [
        "Which states signed but are not listed as parties to UNTOC?",
        "أي أعضاء الاتحاد الأفريقي غير مذكورين بين أطراف اتفاقية مالابو؟",
        "who is the most recent party to the Malabo Convention",
        "what are the current parties to the Malabo Convention",
        "Do all signatories of UNTOC have to ratify it?",
        "Have all Arab states ratified UNTOC?",
        "Have all parties to UNTOC ratified the Firearms Protocol?",
        "Are all members of ASEAN parties to the ASEAN trafficking convention?",
        "Which parties to CITES are recorded?",
        "How many parties does UNTOC have?",
        "what is the full list of parties to UNTOC",
        "هل كل أعضاء جامعة الدول العربية أطراف في اتفاقية باليرمو؟",
        "متى اعتمد الأطراف بروتوكول التهريب؟",
    ],
)
def test_a_question_on_the_parties_themselves_is_none_on_their_list(opened: OpenStore, question: str) -> None:
    assert not isinstance(handed_over(opened, question), CompletenessAsked)


@pytest.mark.parametrize(
    "question",
    [
        "Is Egypt listed among the parties to UNTOC?",
        "Is Egypt recorded as a party to UNTOC?",
        "هل مصر مسجلة بين أطراف اتفاقية باليرمو؟",
    ],
)
def test_who_is_listed_as_a_party_is_one(opened: OpenStore, question: str) -> None:
    assert [a.value for a in ask(opened, question).answers] == [True]
