"""Attributes asked of the shipped data: founding acts, thresholds, spans of time, amounts, standings, numbers."""

from __future__ import annotations

import pytest

from tocgraph.answers import ANSWERED
from tocgraph.questions import ask
from tocgraph.store import OpenStore


@pytest.fixture(scope="module")
def opened(shipped: OpenStore) -> OpenStore:
    return shipped


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        # the act on which a body rests, in whichever words
        ("By which resolution was MINUSMA set up?", "UNSC resolution 2100 (2013)"),
        ("On which Security Council resolution does MINUSCA rest?", "UNSC resolution 2149 (2014)"),
        ("The Yemen sanctions regime rests on which Security Council resolution?", "UNSC resolution 2140 (2014)"),
        ("By virtue of what charter does the Gulf Cooperation Council exist?", "GCC Charter"),
        ("legal foundation of CTED", "UNSC resolution 1535 (2004)"),
        ("founding document AFRIPOL", "Statute of AFRIPOL of 30 January 2017"),
        ("Tell me the regulation that underpins the EU drugs agency", "Regulation (EU) 2023/1322"),
        ("What statute created Pakistan's National Accountability Bureau?", "National Accountability Ordinance 1999"),
        ("the 1267 sanctions regime: which resolution founded it?", "UNSC resolution 1267 (1999)"),
        ("بموجب أي معاهدة أنشئت المحكمة الجنائية الدولية؟", "Rome Statute"),
        ("ما السند القانوني لمكتب المدعي العام الأوروبي؟", "Council Regulation (EU) 2017/1939"),
        ("ما الأساس القانوني الذي قامت عليه وكالة يوروبول؟", "Regulation (EU) 2016/794"),
        ("ما الوثيقة التي قامت عليها جامعة الدول العربية؟", "Pact of the League of Arab States"),
        ("ما المعاهدة المؤسسة لحلف الناتو؟", "North Atlantic Treaty"),
        # ratifications needed
        ("How many ratifications did the Malabo Convention need before it could enter into force?", "15"),
        ("how many countries had to ratify the terrorist financing convention to bring it into force", "22"),
        ("UNCAC: how many states had to ratify for it to take effect?", "30"),
        ("ما عدد التصديقات الذي اشترطته اتفاقية بودابست لدخولها حيز النفاذ؟", "5"),
        # spans of time
        ("How many days after ratification does CITES become binding on a new party?", "P90D"),
        ("after how many days does UNTOC enter into force for an acceding state?", "P30D"),
        ("بعد كم من الوقت تسري اتفاقية بودابست على الدولة التي تنضم لاحقا؟", "P3M"),
        ("متى تصبح معاهدة تجارة الأسلحة ملزمة لدولة انضمت حديثا؟", "P90D"),
        # amounts
        ("How much are crimes against the environment worth each year?", "300000000000"),
        ("كم تدر الجريمة البيئية من أموال في السنة؟", "300000000000"),
        # what a claim says of itself
        ("What status does Brazil have in the League of Arab States?", "observer"),
        ("In what capacity does Thailand take part in the OIC?", "observer"),
        ("What is Mali's status in the African Union?", "suspended"),
        ("By what act did Egypt consent to be bound by the smuggling protocol?", "accession"),
        ("ما صفة البرازيل في جامعة الدول العربية؟", "مراقب"),
        # what is counted where no number is recorded
        ("How many countries are in ASEAN?", 11),
        ("How many member countries does INTERPOL have?", "196"),
        ("How many times was the crime congress held in Geneva?", 2),
        ("How many offences does UNCAC criminalize in total?", 12),
        ("what is the total number of organs of INTERPOL", "6"),
        ("كم بعثة عملت في هايتي إجمالا؟", 5),
        ("ما إجمالي عدد دول مجلس التعاون الخليجي؟", 6),
    ],
)
def test_a_figure_or_text_is_asked_in_many_ways(opened: OpenStore, question: str, expected: object) -> None:
    result = ask(opened, question)
    assert result.status == ANSWERED, result.reading
    assert [answer.value for answer in result.answers] == [expected], result.reading


def test_the_day_a_treaty_entered_into_force_is_no_span_of_time(opened: OpenStore) -> None:
    assert [a.value for a in ask(opened, "when did UNTOC enter into force").answers] == ["2003-09-29"]
    assert [a.value for a in ask(opened, "untoc entry into force").answers] == ["2003-09-29"]


def test_an_actor_that_founded_a_body_is_no_act(opened: OpenStore) -> None:
    found = ask(opened, "which organization established MINUSMA")
    assert [answer.id for answer in found.answers] == ["un-security-council"]


@pytest.mark.parametrize(
    "question",
    [
        "which resolution of the African Union established MINUSMA",
        "how many ratifications does INTERPOL need",
        "what status does UNTOC have in the League of Arab States",
        "how long after the earthquake does UNTOC bind a state",
    ],
)
def test_what_does_not_fit_is_refused(opened: OpenStore, question: str) -> None:
    assert ask(opened, question).status != ANSWERED
