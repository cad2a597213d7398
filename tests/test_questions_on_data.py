"""Questions that users ask, on the shipped data: the answers that must be among those given."""

from __future__ import annotations

import pytest

from tocgraph.questions import ask
from tocgraph.store import OpenStore, open_store


@pytest.fixture(scope="module")
def opened() -> OpenStore:
    return open_store()


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
        ("when was INTERPOL founded", {"1923"}),
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
