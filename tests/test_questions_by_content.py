"""Statements and obstacles asked for by what they say, in words that their names do not have."""

from __future__ import annotations

import pytest

from tocgraph.asking import ask
from tocgraph.store import OpenStore


@pytest.fixture(scope="module")
def opened(shipped: OpenStore) -> OpenStore:
    return shipped


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        # a list of what is said or recommended on a topic
        ("Is there any recommendation on how artificial intelligence should be used in criminal justice?",
         {"marrakech-recommendation-g"}),
        ("Are there recommendations on jobs for young people?", {"marrakech-recommendation-j"}),
        ("What did the Eighth Congress in Havana recommend for the victims of computer crime?",
         {"rec-policies-for-cybercrime-victims"}),
        ("What was said about judicial research bureaux?", {"marrakech-finding-judicial-bureaux"}),
        ("What has been found about the heroin route through Pakistan?", {"kas-f-hassan-heroin"}),
        ("ما التوصيات المتعلقة بتشغيل الشباب؟", {"marrakech-recommendation-j"}),
        ("ماذا قيل عن الحوالة في باكستان؟", {"kas-f-adeel-hawala"}),
        # who says it
        ("Who maintains that arms coming illegally from neighbours feed militancy?",
         {"doc-kashif-pakistan", "siddiqi-2017"}),
        ("Which document claims that technical cooperation on its own is not enough?", {"doc-elzohary-2025"}),
        ("من الذي يرى أن التعاون الفني وحده غير كاف؟", {"doc-elzohary-2025"}),
        ("Who recommends punishing states that violate extradition agreements?", {"doc-elhaw-cybercrime"}),
        ("Which source describes the United Nations as the first nucleus of a global organization?",
         {"doc-elhaw-cybercrime"}),
        ("من يعتبر تتبع الأموال استراتيجية رئيسية؟", {"un-western-asia-preparatory-meeting-2025"}),
        # what brings about, or stands in the way of, what a clause describes
        ("What has stretched the security forces too thin?", {"insurgency", "sectarian-violence", "terrorism"}),
        ("What makes it difficult to protect cultural artifacts?", {"gaps-cultural-property-conventions"}),
        ("لماذا تتأخر الدولة المطلوب منها في الاستجابة للطلبات؟",
         {"diversity-of-procedural-systems", "lack-of-trained-personnel", "language-differences"}),
        ("إلامَ يفضي اختلاف النظم القانونية بين الدول؟", {"conflict-of-jurisdiction"}),
    ],
)  # fmt: skip
def test_what_it_says_finds_it(opened: OpenStore, question: str, expected: set[str]) -> None:
    found = ask(opened, question)
    assert {answer.id for answer in found.answers} == expected
    assert all(answer.citations for answer in found.answers)


@pytest.mark.parametrize(
    "question",
    [
        "Who says that judges gain most from the illegal resource trade?",
        "Who claims that peacekeeping is getting easier?",
        "What is recommended for kindergartens?",
        "What did INTERPOL recommend on prison reform?",  # somebody else did
        "What did Elzohary recommend on synthetic drugs?",
        "Which study says that 500 billion dollars are made by environmental crime?",
        "ما التوصيات المتعلقة بتدريب الأطباء؟",
        "ماذا خلص المؤتمر العاشر بشأن إصلاح السجون؟",  # the fifteenth is not the tenth
        "What is the word for a shipment of drugs hidden in bananas?",
        "What drives old people into crime?",
        "ماذا قيل عن الحوالة في الهند؟",
        # the reverse of what is said
        "Who says that borders stop information technology offenders?",
        "Who says that artificial intelligence does not need human supervision?",
        "Who says that militancy fuels arms smuggled from neighbours?",
        "من يرى أن التعاون الفني وحده يكفي؟",
    ],
)
def test_a_word_that_fits_nothing_refuses_it(opened: OpenStore, question: str) -> None:
    assert ask(opened, question).answers == ()


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("What is the term for a shipment that police let pass under surveillance?", "controlled-delivery"),
        ("Which crime consists in hiding the origin of illicit money?", "money-laundering"),
        ("ما المصطلح الذي يعني السماح بمرور شحنة غير مشروعة تحت المراقبة؟", "controlled-delivery"),
    ],
)
def test_a_description_finds_what_is_called_so(opened: OpenStore, question: str, meant: str) -> None:
    found = ask(opened, question)
    assert found.status == "answered"
    assert found.answers[0].id == meant


def test_the_reading_tells_the_words_it_went_by(opened: OpenStore) -> None:
    listed = ask(opened, "Are there recommendations on jobs for young people?")
    assert "jobs, young, people" in listed.reading
    clause = ask(opened, "What has stretched the security forces too thin?")
    assert "stretched" in clause.reading and "Overstretched security and police forces" in clause.reading
