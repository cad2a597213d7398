"""Questions that are answered by a report, on the shipped data: what is wanted of it, and what the answer says."""

from __future__ import annotations

import pytest

from tocgraph.answers import ANSWERED, NOT_IN_GRAPH
from tocgraph.asking import ask
from tocgraph.cli import main
from tocgraph.errors import QueryError
from tocgraph.questions.handover import handed_over
from tocgraph.questions.requests import (
    BasisAsked,
    CompareAsked,
    CompletenessAsked,
    DoubtAsked,
    PathAsked,
    SourceAsked,
)
from tocgraph.store import OpenStore

CONTESTED = ("disputed", "rejected")
DOUBTFUL = (*CONTESTED, "unverified")


@pytest.fixture(scope="module")
def opened(shipped: OpenStore) -> OpenStore:
    return shipped


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("what legal bases do India and Australia share", BasisAsked("india", "australia")),
        ("on what legal basis can Kenya extradite a suspect to the United Kingdom",
         BasisAsked("kenya", "united-kingdom", "extradition")),
        ("what could a prosecutor in Tunisia invoke to obtain mutual legal assistance from Algeria",
         BasisAsked("tunisia", "algeria", "mutual-legal-assistance")),
        ("which treaties can Egypt use to request extradition from Italy", BasisAsked("egypt", "italy", "extradition")),
        ("under which treaty could Kenya extradite to Uganda", BasisAsked("kenya", "uganda", "extradition")),
        ("could Morocco rely on a treaty to get a fugitive from Spain in 2015",
         BasisAsked("morocco", "spain", "extradition", on="2015")),
        ("which conventions apply to extradition for money laundering between France and Morocco",
         BasisAsked("france", "morocco", "extradition", "money-laundering")),
        ("on which grounds may Lebanon hand over a fugitive to Syria", BasisAsked("lebanon", "syria", "extradition")),
        ("ما الأساس القانوني لتسليم المجرمين بين مصر والأردن", BasisAsked("egypt", "jordan", "extradition")),
        ("على أي أساس قانوني يسلّم الأردن المتهمين إلى مصر", BasisAsked("jordan", "egypt", "extradition")),
        ("ما الاتفاقيات التي يمكن أن يستند إليها طلب مساعدة قانونية متبادلة من العراق إلى الكويت",
         BasisAsked("iraq", "kuwait", "mutual-legal-assistance")),
        ("هل يجوز للمغرب تسليم مطلوب إلى فرنسا وبأي سند قانوني", BasisAsked("morocco", "france", "extradition")),
        ("compare UNTOC, UNCAC and the Budapest Convention", CompareAsked(("untoc", "uncac", "budapest-convention"))),
        ("UNTOC vs. UNCAC", CompareAsked(("untoc", "uncac"))),
        ("how do INTERPOL and Europol differ", CompareAsked(("interpol", "europol"), wanted="different")),
        ("what sets UNTOC apart from UNCAC", CompareAsked(("untoc", "uncac"), wanted="different")),
        ("what do Egypt and Jordan have in common", CompareAsked(("egypt", "jordan"), wanted="shared")),
        ("what treaties do Egypt and Jordan share", CompareAsked(("egypt", "jordan"), "instruments", "shared")),
        ("compare the crimes of UNTOC and UNCAC", CompareAsked(("untoc", "uncac"), "crimes")),
        ("compare UNTOC and UNCAC on money laundering", CompareAsked(("untoc", "uncac"), "money-laundering")),
        ("compare article 16 of UNTOC and article 44 of UNCAC", CompareAsked(("untoc-art-16", "uncac-art-44"))),
        ("قارن بين اتفاقية باليرمو واتفاقية بودابست", CompareAsked(("untoc", "budapest-convention"))),
        ("بم تختلف اتفاقية باليرمو عن اتفاقية بودابست من حيث الجرائم",
         CompareAsked(("untoc", "budapest-convention"), "crimes", "different")),
        ("ما القواسم المشتركة بين باكستان وأفغانستان", CompareAsked(("pakistan", "afghanistan"), wanted="shared")),
        ("ما الاختلافات بين بعثة مينوسما وبعثة مونوسكو", CompareAsked(("minusma", "monusco"), wanted="different")),
        ("how is INTERPOL connected to MONUSCO", PathAsked("interpol", "monusco")),
        ("path between INTERPOL and MONUSCO", PathAsked("interpol", "monusco")),
        ("what connects hawala with terrorist financing", PathAsked("hawala", "terrorist-financing")),
        ("in what way is Pakistan tied to UNODC", PathAsked("pakistan", "unodc")),
        ("what has INTERPOL to do with MONUSCO", PathAsked("interpol", "monusco")),
        ("is there a relationship between corruption and money laundering",
         PathAsked("corruption", "money-laundering")),
        ("trace the chain from hawala to terrorism", PathAsked("hawala", "terrorism")),
        ("ما العلاقة بين الفساد وغسل الأموال", PathAsked("corruption", "money-laundering")),
        ("كيف ترتبط باكستان بالإنتربول", PathAsked("pakistan", "interpol")),
        ("ما الذي يربط بين الإنتربول واليوروبول", PathAsked("interpol", "europol")),
        ("do we know all parties to UNTOC", CompletenessAsked("untoc")),
        ("is the list of parties of UNCAC complete", CompletenessAsked("uncac")),
        ("how complete is your record of the parties to the Firearms Protocol", CompletenessAsked("firearms-protocol")),
        ("is the list of Budapest parties up to date", CompletenessAsked("budapest-convention", dated=True)),
        ("are any parties missing from the Arab IT Offences Convention",
         CompletenessAsked("arab-it-offences-convention")),
        ("how up to date is the list of parties to UNTOC", CompletenessAsked("untoc", dated=True)),
        ("until when are the parties to the Firearms Protocol recorded",
         CompletenessAsked("firearms-protocol", dated=True)),
        ("is the list of members of INTERPOL complete", CompletenessAsked("interpol", members=True)),
        ("هل قائمة أطراف اتفاقية باليرمو كاملة", CompletenessAsked("untoc")),
        ("هل نعرف كل أطراف اتفاقية بودابست", CompletenessAsked("budapest-convention")),
        ("إلى أي تاريخ أطراف اتفاقية باليرمو مدونة", CompletenessAsked("untoc", dated=True)),
        ("what is disputed about the Budapest Convention", DoubtAsked("budapest-convention", CONTESTED)),
        ("which claims on the Budapest Convention are disputed", DoubtAsked("budapest-convention", ("disputed",))),
        ("which claims about the Budapest Convention are rejected", DoubtAsked("budapest-convention", ("rejected",))),
        ("which unverified claims are there about MINUSMA", DoubtAsked("minusma", ("unverified",))),
        ("what do the sources disagree on about UNTOC", DoubtAsked("untoc", CONTESTED)),
        ("what is doubtful about article 2 of the Constitution of INTERPOL",
         DoubtAsked("interpol-constitution-art-2", DOUBTFUL)),
        ("what is disputed", DoubtAsked("", CONTESTED)),
        ("ما المتنازع عليه بشأن اتفاقية بودابست", DoubtAsked("budapest-convention", CONTESTED)),
        ("ما المختلف عليه بشأن الإنتربول", DoubtAsked("interpol", CONTESTED)),
        ("أي مزاعم غير مسلم بها عن اتفاقية بودابست", DoubtAsked("budapest-convention", DOUBTFUL)),
        ("أي الأقوال عن اتفاقية بودابست مرفوضة", DoubtAsked("budapest-convention", ("rejected",))),
    ],
)  # fmt: skip
def test_what_is_wanted_of_a_report(opened: OpenStore, question: str, wanted: object) -> None:
    assert handed_over(opened, question) == wanted


@pytest.mark.parametrize(
    "question",
    [
        "which is older, UNTOC or UNCAC",
        "is UNTOC larger than UNCAC",
        "compare UNTOC with blorb",
        "compare UNTOC and UNCAC not by crimes",
        "what is the difference",
        "how many differences are there between UNTOC and UNCAC",
        "is corruption linked to money laundering",
        "which crimes are linked to terrorism",
        "what is the relation between Egypt, Jordan and Iraq",
        "when did Egypt join UNTOC",
        "on what legal basis does INTERPOL operate",
        "which treaties can Egypt use",
        "which treaties apply to Egypt and Italy",
        "list all parties to UNTOC",
        "which parties to UNTOC are in Africa",
        "do all parties to UNTOC belong to INTERPOL",
        "what rejected requests did Egypt make",
        "which documents cite UNTOC",
        "what is the source of drug trafficking",
        "what does UNTOC say about extradition",
        "who says that blorb hinders extradition",
        "according to Smith, what hinders extradition",
        "ما الدول الأطراف في اتفاقية باليرمو",
        "ما مصادر المخدرات",
        "من أنشأ الإنتربول",
    ],
)
def test_what_no_report_is_asked_for(opened: OpenStore, question: str) -> None:
    assert handed_over(opened, question) is None


@pytest.mark.parametrize(
    ("question", "sources"),
    [
        ("who says that political considerations hinder international cooperation", {"elzohary-2025"}),
        ("which documents say that political considerations hinder international cooperation", {"elzohary-2025"}),
        ("according to which source is Pakistan a transit country for drug trafficking", {"kashif-pakistan"}),
        ("what is the source for the claim that MINUSMA counters trafficking in persons", {"zif-2026"}),
        ("how do we know that Pakistan borders Iran", {"kashif-pakistan"}),
        ("Pakistan borders Iran according to which source", {"kashif-pakistan"}),
        ("من القائل إن باكستان معبر للاتجار بالمخدرات", {"kashif-pakistan"}),
        ("أي مصدر يذكر أن باكستان تجاور إيران", {"kashif-pakistan"}),
        ("وفق أي وثيقة باكستان معبر للاتجار بالمخدرات", {"kashif-pakistan"}),
    ],
)
def test_who_says_so(opened: OpenStore, question: str, sources: set[str]) -> None:
    found = ask(opened, question)
    assert found.status == ANSWERED
    assert {place.source for answer in found.answers for place in answer.citations} >= sources
    assert all(answer.citations and answer.claims for answer in found.answers)


def test_a_source_is_named_as_the_document_that_it_is(opened: OpenStore) -> None:
    [answer] = ask(opened, "who says that MINUSMA counters trafficking in persons").answers
    assert (answer.id, answer.type) == ("doc-zif-2026", "document")
    assert [(place.source, place.at) for place in answer.citations] == [("zif-2026", "paragraph 2")]


def test_whom_a_source_names_for_it_is_told(opened: OpenStore) -> None:
    answer, cited = ask(opened, "who says that corruption causes impunity").answers
    assert (answer.id, answer.qualifiers) == ("doc-kashif-pakistan", {"according-to": "khan-2020"})
    assert (cited.id, cited.claims) == ("khan-2020", answer.claims)


def test_that_nobody_says_so_is_no_source(opened: OpenStore) -> None:
    found = ask(opened, "who says that corruption hinders extradition")
    assert (found.status, found.answers) == (NOT_IN_GRAPH, ())
    assert "no source here says so" in found.reading


@pytest.mark.parametrize(
    ("question", "works", "expected"),
    [
        ("according to Elzohary, what hinders extradition", {"elzohary-2025"}, {"lack-of-political-will"}),
        ("what hinders extradition according to Elhaw", {"elhaw-cybercrime"}, {"dual-criminality-obstacle"}),
        ("what does Elzohary say hinders extradition", {"elzohary-2025"}, {"lack-of-political-will"}),
        ("what does the Kashif study say about Pakistan", {"kashif-pakistan"}, {"kas-f-hub"}),
        ("according to the ZIF briefing, which missions counter trafficking in persons", {"zif-2026"}, {"minusma"}),
        ("according to Bajpai, who benefits from illicit trade", {"kashif-pakistan"}, {"al-qaida"}),
        ("بحسب الزهري، ما معوقات تسليم المجرمين", {"elzohary-2025"}, {"lack-of-political-will"}),
        ("وفقا لدراسة الزهري ما معوقات تسليم المجرمين", {"elzohary-2025"}, {"lack-of-political-will"}),
        ("ما معوقات التعاون الدولي بحسب الحو", {"elhaw-cybercrime"}, {"conflict-of-jurisdiction"}),
    ],
)
def test_what_somebody_says(opened: OpenStore, question: str, works: set[str], expected: set[str]) -> None:
    assert isinstance(handed_over(opened, question), SourceAsked)
    found = ask(opened, question)
    assert expected <= {answer.id for answer in found.answers}
    for answer in found.answers:
        assert works & {place.source for place in answer.citations}, answer
    assert found.complete == "unknown"


def test_what_they_share_and_where_they_differ(opened: OpenStore) -> None:
    rows = {}
    for question in ("compare {} on crimes", "how do {} differ on crimes", "what crimes do {} have in common"):
        found = ask(opened, question.format("UNTOC and UNCAC"))
        assert found.table is not None
        rows[question] = [row for row in found.table.rows if "things" in row[0]]
        assert len(rows[question]) == len(found.answers)
    every, differing, shared = rows.values()
    assert {row[2] for row in shared} >= {"money-laundering", "obstruction-of-justice"}
    assert all(len(row[0]["things"]) == 2 for row in shared)
    assert len(every) == len(differing) + len(shared)


def test_a_facet_that_does_not_fit_is_not_passed_over(opened: OpenStore) -> None:
    assert ask(opened, "compare Egypt and Jordan by parties").status != ANSWERED


def test_a_direct_link_comes_before_a_path(opened: OpenStore) -> None:
    found = ask(opened, "in what way is Pakistan tied to INTERPOL")
    assert found.path is None
    assert {"member-of", "cooperates-with"} <= {answer.relation for answer in found.answers}


def test_a_path_does_without_documents_where_it_can(opened: OpenStore) -> None:
    found = ask(opened, "how is INTERPOL connected to MONUSCO")
    assert found.path and found.status == ANSWERED
    lengths = {number: [s for s in found.path if s["path"] == number] for number in {s["path"] for s in found.path}}
    assert len({len(steps) for steps in lengths.values()}) == 1
    ends = opened.names.entities({s["to"] for s in found.path})
    assert all("document" not in opened.schema.ancestors(n.type) for n in ends.values())
    assert len(found.answers) == len(found.path)
    assert "no claim links the two" in found.reading


@pytest.mark.parametrize(
    ("question", "value", "complete", "words"),
    [
        ("do we know all parties to UNTOC", True, "yes", ("193 named", "192 stated", "2024-05-04")),
        ("is the list of parties of UNCAC complete", False, "no", ("191 named", "190 stated", "2023-11")),
        ("how up to date is the list of parties to UNTOC", "2024-05-04", "yes", ("192 stated",)),
        ("هل نعرف كل أطراف اتفاقية بودابست", True, "yes", ("81", "2026-04-25")),
    ],
)
def test_how_complete_a_list_of_parties_is(
    opened: OpenStore, question: str, value: object, complete: str, words: tuple[str, ...]
) -> None:
    found = ask(opened, question)
    [answer] = found.answers
    assert (answer.value, found.complete) == (value, complete)
    assert all(word in found.reading for word in words)
    assert answer.citations and answer.claims


def test_how_complete_a_list_of_members_is_nobody_knows(opened: OpenStore) -> None:
    found = ask(opened, "is the list of members of INTERPOL complete")
    assert ([a.value for a in found.answers], found.complete) == (["unknown"], "unknown")
    assert "196 are named here" in found.remarks[0]


def test_what_is_disputed_is_listed_with_its_standing(opened: OpenStore) -> None:
    found = ask(opened, "what is disputed about article 2 of the Constitution of INTERPOL")
    assert {a.id for a in found.answers} >= {"interpol-aim-apprehension-of-fugitives"}
    assert {a.standing for a in found.answers} == {"disputed"}
    assert all(a.note and a.citations for a in found.answers)
    rejected = ask(opened, "which claims about the Budapest Convention are rejected")
    assert {a.standing for a in rejected.answers} == {"rejected"}
    assert "disputed: 6" in rejected.remarks[0]


def test_that_nothing_is_disputed_is_an_answer(opened: OpenStore) -> None:
    found = ask(opened, "what is disputed about Egypt")
    assert (found.status, found.answers, found.complete) == (ANSWERED, (), "yes")
    assert found.nothing == "No claim on Egypt is disputed or rejected here."


def test_a_report_has_one_reading(opened: OpenStore) -> None:
    question = "what is disputed about Egypt"
    assert ask(opened, question, reading=1).nothing
    with pytest.raises(QueryError, match="no reading 2"):
        ask(opened, question, reading=2)


def test_the_command_shows_a_path(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["ask", "what connects Pakistan with UNODC"]) == 0
    assert "cooperates with" in capsys.readouterr().out
