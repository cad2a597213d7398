"""Questions that users ask, on the shipped data: the answers that must be among those given."""

from __future__ import annotations

import pytest

from tocgraph.cli import main
from tocgraph.questions import ask, basis_asked
from tocgraph.store import OpenStore


@pytest.fixture(scope="module")
def opened(shipped: OpenStore) -> OpenStore:
    return shipped


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("which bodies implement UNTOC", {"untoc-review-mechanism", "cop-untoc", "unodc", "untoc-secretariat"}),
        ("ما الهيئات التي تنفذ اتفاقية باليرمو", {"untoc-review-mechanism", "cop-untoc", "unodc"}),
        ("which missions counter trafficking in persons", {"minusma", "eunavfor-med-irini"}),
        ("missions mandated to counter human smuggling", {"eunavfor-med-irini"}),
        ("which missions operate in Libya", {"eubam-libya"}),
        ("missions in Mali", {"minusma"}),
        ("which countries host missions", {"mali", "libya", "ukraine"}),
        ("which conventions criminalize money laundering", {"untoc", "uncac"}),
        ("ماذا تجرم اتفاقية باليرمو", {"money-laundering", "corruption", "obstruction-of-justice"}),
        ("which article of UNTOC governs extradition", {"untoc-art-16"}),
        ("article 35 of Budapest", {"budapest-convention-art-35", "budapest-24-7-network"}),
        ("المادة 35 من اتفاقية بودابست", {"budapest-convention-art-35"}),
        ("what hinders extradition", {"lack-of-political-will"}),
        ("ما معوقات تسليم المجرمين", {"lack-of-political-will"}),
        ("obstacles to international cooperation", {"conflict-of-jurisdiction"}),
        ("where is INTERPOL headquartered", {"lyon"}),
        ("أين يقع مقر الإنتربول", {"lyon"}),
        ("when was INTERPOL founded", {"1923-09-07"}),
        ("متى دخلت اتفاقية باليرمو حيز النفاذ", {"2003-09-29"}),
        ("when did the Budapest Convention enter into force", {"2004-07-01"}),
        ("protocols to UNTOC", {"tip-protocol", "smuggling-protocol", "firearms-protocol"}),
        ("which states border Pakistan", {"afghanistan", "iran", "india"}),
        ("هل باكستان معبر للاتجار بالمخدرات", {True}),
        ("is Egypt party to UNTOC", {True}),
        ("is Egypt party to the Budapest Convention", {False}),
        ("is Egypt party to the Firearms Protocol", {"unknown"}),
        ("who organized the Lahore round table", {"gi-toc"}),
        ("who is the rapporteur of the Marrakech meeting", {"abdulla-dhaen-al-kuwari"}),
        ("who are the observers at the Marrakech meeting", {"canada", "gi-toc"}),
        ("recommendations on artificial intelligence", {"marrakech-recommendation-g"}),
        ("proceeds of crimes that affect the environment", {"300000000000"}),
        ("when was the ninth UN crime congress held", {"1995-04-29"}),
        ("where was the thirteenth congress held", {"doha"}),
        ("which databases does INTERPOL operate", {"stolen-works-of-art", "icse"}),
        ("which missions ended in 2023", {"minusma"}),
        ("which conventions were adopted between 2000 and 2005", {"untoc", "uncac"}),
        ("was Egypt party to UNTOC in 2003", {False}),
        ("was Egypt party to UNTOC in 2010", {True}),
        ("is Egypt an Arab state", {True}),
        ("متى صادقت مصر على اتفاقية باليرمو", {"2004-03-05"}),
        ("هل صادقت مصر على اتفاقية باليرمو", {True}),
        ("متى وقعت مصر على اتفاقية باليرمو", {"2000-12-13"}),
        ("أين عقدت مائدة لاهور المستديرة؟", {"lahore"}),
        ("من أنشأ وحدة الإنتربول لمكافحة جرائم التقنية؟", {"interpol"}),
        ("ما الذي يعوق التعاون الدولي؟", {"conflict-of-jurisdiction"}),
        ("ما الجرائم التي تعد باكستان معبرا لها؟", {"drug-trafficking"}),
        ("أي نظام جزاءات يخص اليمن", {"sanctions-2140-yemen"}),
        ("المادة السادسة عشرة من اتفاقية باليرمو", {"untoc-art-16"}),
        ("المادة الثالثة من اتفاقية باليرمو", {"untoc-art-3"}),
        ("المادة الخامسة والثلاثون من اتفاقية بودابست", {"budapest-convention-art-35"}),
        ("what stands in the way of extradition", {"lack-of-political-will"}),
        ("what slows down extradition", {"lack-of-political-will"}),
        ("why is extradition difficult", {"lack-of-political-will"}),
        ("what do cryptocurrencies make harder", {"asset-recovery"}),
        ("which document came out of the Marrakech meeting", {"doc-un-marrakech-2025"}),
        ("how many recommendations does the Marrakech report have", {"12"}),
        ("how many articles does UNTOC have", {"41"}),
        ("how many chapters does the Budapest Convention have", {"4"}),
        ("is France an Arab state", {"unknown"}),
        ("which states joined UNTOC since 2015", {"south-sudan"}),
        ("which sanctions regimes concern Yemen", {"sanctions-2140-yemen"}),
    ],
)
def test_expected_answers_are_given_and_cited(opened: OpenStore, question: str, expected: set[object]) -> None:
    result = ask(opened, question)
    given = {a.id if a.id is not None else a.value for a in result.answers}
    assert expected <= given, (result.status, result.reading, given)
    for answer in result.answers:
        assert answer.citations or not answer.claims


@pytest.mark.parametrize(
    ("question", "expected", "outside"),
    [
        ("Arab states", {"egypt", "jordan"}, {"armenia", "league-of-arab-states"}),
        ("which Arab countries are party to UNTOC", {"egypt", "jordan"}, {"armenia", "france"}),
        ("ما الدول العربية الأطراف في اتفاقية باليرمو", {"egypt", "jordan"}, {"france"}),
        ("which African states are party to the Budapest Convention", {"morocco", "senegal"}, {"france", "japan"}),
        ("which EU members are party to the Budapest Convention", {"france"}, {"japan"}),
        ("states in Asia", {"japan", "pakistan"}, {"france", "egypt"}),
        ("GCC states", {"oman", "qatar"}, {"egypt"}),
        ("African countries that ratified UNTOC in 2003", {"algeria", "botswana"}, {"france", "egypt"}),
        ("missions in Africa", {"minusma"}, {"unama"}),
        ("missions in African states", {"minusma"}, {"unama"}),
    ],
)
def test_a_group_is_its_members(opened: OpenStore, question: str, expected: set[str], outside: set[str]) -> None:
    given = {a.id for a in ask(opened, question).answers}
    assert expected <= given
    assert not outside & given


@pytest.mark.parametrize(
    ("question", "expected", "outside"),
    [
        ("which Arab states are not party to the Budapest Convention", {"egypt", "jordan"}, {"morocco", "tunisia"}),
        ("ما الدول العربية التي لم تصادق على اتفاقية بودابست", {"egypt", "jordan"}, {"morocco", "tunisia"}),
        ("which Arab states were not party to the Budapest Convention in 2015", {"morocco", "tunisia"}, set()),
        ("which states party to UNTOC are not party to the Budapest Convention", {"egypt"}, {"france"}),
        ("Arab states except Egypt and Jordan", {"iraq"}, {"egypt", "jordan"}),
        ("الدول العربية ما عدا مصر", {"iraq"}, {"egypt"}),
    ],
)
def test_what_is_not_so_is_told_from_complete_lists(
    opened: OpenStore, question: str, expected: set[str], outside: set[str]
) -> None:
    result = ask(opened, question)
    given = {a.id for a in result.answers}
    assert expected <= given, result.reading
    assert not outside & given
    assert all(a.citations for a in result.answers)


def test_who_is_not_known_to_be_outside_is_named_apart(opened: OpenStore) -> None:
    result = ask(opened, "which Arab states are not party to the Firearms Protocol")
    assert result.answers == ()
    assert result.status == "not-in-graph"
    assert "not known of" in result.reading and "Egypt" in result.reading
    nobody = ask(opened, "which Arab states are not party to UNTOC")
    assert (nobody.status, nobody.answers, nobody.complete) == ("answered", (), "yes")


@pytest.mark.parametrize(
    "question",
    [
        "which missions do not operate in Mali",
        "which missions have no mandate against drug trafficking",
        "which Arab states were not party to UNTOC since 2005",
        "who is not party to UNTOC",
        "ما البعثات التي لا تعمل في مالي",
    ],
)
def test_what_no_list_can_bear_is_refused(opened: OpenStore, question: str) -> None:
    assert ask(opened, question).status == "not-understood"


@pytest.mark.parametrize(
    "question", ["how many chapters does UNTOC have", "من أنشأ الإنتربول", "what causes corruption"]
)
def test_another_number_or_direction_or_mere_relatedness_is_no_answer(opened: OpenStore, question: str) -> None:
    assert ask(opened, question).status == "not-in-graph"


def test_a_pronoun_is_never_taken_for_a_name(opened: OpenStore) -> None:
    assert ask(opened, "why does it hinder international cooperation").status == "not-understood"


@pytest.mark.parametrize(
    ("question", "command"),
    [
        ("legal basis for extradition between Egypt and Jordan", "egypt jordan --for extradition"),
        ("legal basis between Egypt and France for mutual legal assistance in 2010",
         "egypt france --for mutual-legal-assistance --on 2010"),
        ("is there a legal basis for extradition between Egypt and Jordan for human trafficking",
         "egypt jordan --for extradition --crime trafficking-in-persons"),
        ("ما الأساس القانوني للمساعدة القانونية المتبادلة بين مصر والأردن",
         "egypt jordan --for mutual-legal-assistance"),
    ],
)  # fmt: skip
def test_legal_bases_between_states_are_handed_over(opened: OpenStore, question: str, command: str) -> None:
    asked = basis_asked(opened, question)
    assert asked is not None
    assert asked.command == f"tocgraph basis {command}"


@pytest.mark.parametrize(
    "question",
    [
        "legal basis for extradition",
        "legal basis for extradition between Egypt and blorb",
        "legal basis of INTERPOL",
        "which crimes affect Egypt and Jordan",
        "legal basis for extradition between Egypt and Jordan since 2003",
    ],
)
def test_other_questions_are_not_handed_over(opened: OpenStore, question: str) -> None:
    assert basis_asked(opened, question) is None


def test_the_command_shows_the_report(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["ask", "legal basis for extradition between Egypt and Jordan", "--format", "csv"]) == 0
    asked = capsys.readouterr().out
    assert main(["basis", "egypt", "jordan", "--for", "extradition", "--format", "csv"]) == 0
    assert capsys.readouterr().out == asked


def test_a_wrong_claim_of_a_source_is_shown_as_rejected_after_the_right_one(opened: OpenStore) -> None:
    dates = ask(opened, "when was the Arab IT Offences Convention signed").answers
    assert [(a.value, a.standing) for a in dates] == [("2010-12-21", "preferred"), ("2011", "rejected")]
    assert dates[1].note["en"]


def test_counts_leave_rejected_claims_out(opened: OpenStore) -> None:
    listed = ask(opened, "where was the Arab IT Offences Convention signed").answers
    assert {a.standing for a in listed} >= {"rejected"}


def test_every_entity_is_found_by_each_of_its_labels(opened: OpenStore) -> None:
    for entity in opened.names.entities(opened.names.ids()).values():
        for label in entity.label.values():
            assert any(m.entity == entity.id for _, m, score in opened.names.find(label, 60) if score == 100), label


def test_the_number_of_a_reading_is_the_one_that_was_offered(opened: OpenStore) -> None:
    question = "where was the Arab convention signed"
    result = ask(opened, question)
    assert result.status == "ambiguous"
    assert len(result.suggestions) >= 2
    for number, offered in enumerate(result.suggestions, 1):
        assert ask(opened, question, reading=number).reading == offered


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("is Egypt not party to the Budapest Convention", True),
        ("is Egypt party to UNTOC but not to the Budapest Convention", True),
        ("is France party to UNTOC but not to the Budapest Convention", False),
        ("is Egypt party to UNTOC but not to the Firearms Protocol", "unknown"),
        ("هل مصر طرف في اتفاقية باليرمو", True),
        ("is Russia a member of the Council of Europe", False),
        ("was Russia a member of the Council of Europe", True),
    ],
)
def test_a_denial_in_a_question_for_yes_or_no_is_decided_by_the_record(
    opened: OpenStore, question: str, verdict: object
) -> None:
    assert [a.value for a in ask(opened, question).answers] == [verdict]


def test_none_is_certain_only_where_all_that_it_rests_on_is_complete(opened: OpenStore) -> None:
    signed = ask(opened, "which Arab states signed but did not ratify the Budapest Convention")
    assert signed.answers == ()
    assert signed.complete != "yes"


def test_a_question_without_an_answer_still_gets_near_ones(opened: OpenStore) -> None:
    found = ask(opened, "what hinders blockchain analysis")
    assert found.status in ("not-in-graph", "not-understood")
    for near in found.suggestions:
        assert ask(opened, near).status != "not-understood", near
