"""Questions for what somebody wants with a thing, what texts and studies aim at, and what things are meant to do."""

from __future__ import annotations

import pytest
from asked import found, given

from tocgraph import ask
from tocgraph.answers import ANSWERED
from tocgraph.store import OpenStore
from tocgraph.store.claims import TAKEN_AS_FACT


@pytest.fixture(scope="module")
def opened(shipped: OpenStore) -> OpenStore:
    """The shipped data."""
    return shipped


PEACE = {"conflict-resolution", "peacebuilding", "support-for-human-rights"}
KASHIF = {"kas-obj-impact", "kas-obj-causes", "kas-obj-actors"}
EUCAP = {"illegal-fishing", "piracy-at-sea", "contraband-smuggling"}
ARTICLE_1 = {"security-of-arab-states-and-people", "stronger-arab-cooperation-on-cybercrime"}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("why did INTERPOL introduce the silver notice", {"asset-recovery"}),
        ("Why did the UN impose sanctions on Yemen?", PEACE),
        ("Why were sanctions imposed on South Sudan and what are they meant to achieve?", PEACE),
        ("Which aims does the UN pursue with its sanctions on Somalia?", PEACE),
        ("With what objectives does the United Nations impose sanctions?", PEACE),
        ("For what purpose did INTERPOL create the iARMS system?", {"firearms-trafficking"}),
        ("What is prison reform supposed to prevent?", {"preventing-recidivism-and-radicalization"}),
        ("What is prison reform supposed to prevent, according to the speakers at Marrakech?",
         {"preventing-recidivism-and-radicalization"}),
        ("What is security cooperation supposed to overcome?", {"overcoming-borders-and-sovereignty-problems"}),
        ("What are sanctions on South Sudan expected to deliver?", PEACE),
        ("What would the proposed model law on counter-terrorism instruments be intended to do?",
         {"compliance-with-counter-terrorism-instruments"}),
        ("What does the Kashif article on Pakistan aim to find out?", KASHIF),
        ("What does the Kashif paper set out to examine?", KASHIF),
        ("What aims does article 1 of the Arab IT offences convention set?", ARTICLE_1),
        ("What is the stated purpose of the Arab IT Offences Convention according to article 1?", ARTICLE_1),
        ("What was MINUSMA tasked with when it was established?", {"technical-support-to-justice"}),
        ("What was UNIOGBIS mandated to tackle when it was set up in Guinea-Bissau?",
         {"trafficking-in-persons", "drug-trafficking", "transnational-organized-crime"}),
        ("against which crime was the Stolen Works of Art database created?",
         {"illicit-trafficking-in-cultural-property"}),
        ("What does international cooperation aim to strengthen?", {"strengthen-state-capacities"}),
        ("What does the UN hope to protect?", {"protection-from-technology-risks"}),
        ("What was Kashif trying to find out in his article on Pakistan?", KASHIF),
        ("which crimes is EUCAP Somalia supposed to fight", EUCAP),
        ("why is EUCAP Somalia in Somalia", EUCAP),
        ("Why is there an EU mission in Somalia?", EUCAP),
        ("what are the objectives of EUCAP Somalia", EUCAP),
        ("ماذا يحقق إصلاح السجون؟", {"preventing-recidivism-and-radicalization"}),
        ("ما الذي تهدف برامج إعادة تأهيل الجناة إلى منعه؟", {"preventing-recidivism-and-radicalization"}),
        ("ما هدف الأمم المتحدة من فرض جزاءات على الصومال؟", PEACE),
        ("ما الهدف النهائي من جزاءات مجلس الأمن؟", PEACE),
        ("ما الهدف من قيام الإنتربول بإصدار النشرات الحمراء؟", {"extradition"}),
        ("لماذا اقترح إنشاء مراكز وطنية لتتبع الجريمة؟", {"evidence-based-policies"}),
        ("لماذا استحدث الإنتربول النشرة الفضية؟", {"asset-recovery"}),
        ("ما الهدف من النشرة الفضية التي يصدرها الإنتربول؟", {"asset-recovery"}),
        ("لماذا فرض مجلس الأمن جزاءات على الصومال؟", PEACE),
        ("لماذا فرضت جزاءات الأمم المتحدة على اليمن، وما الأهداف التي تخدمها؟", PEACE),
        ("ماذا تريد الأمم المتحدة من الجزاءات على اليمن؟", PEACE),
        ("ما الهدف المعلن لجزاءات مجلس الأمن؟", PEACE),
        ("ما الهدف الذي تحدده المادة الأولى من الاتفاقية العربية لمكافحة جرائم تقنية المعلومات؟", ARTICLE_1),
        ("ما الغرض المنصوص عليه في المادة الأولى من الاتفاقية العربية لمكافحة جرائم تقنية المعلومات؟", ARTICLE_1),
        ("ماذا يفترض أن يحقق إصلاح السجون؟", {"preventing-recidivism-and-radicalization"}),
        ("ما أهداف مقال كاشف عن باكستان؟", KASHIF),
        ("ضد أي جريمة أنشئت قاعدة بيانات الأعمال الفنية المسروقة؟", {"illicit-trafficking-in-cultural-property"}),
    ],
)  # fmt: skip
def test_what_it_is_for_is_told(opened: OpenStore, question: str, expected: set[str]) -> None:
    told = ask(opened, question)
    assert told.status == ANSWERED, told.reading
    assert {a.id for a in told.answers if a.standing in TAKEN_AS_FACT} == expected


@pytest.mark.parametrize(
    ("question", "plainly"),
    [
        ("What objectives do Arab states pursue through the Arab IT Offences Convention?",
         "what are the aims of the Arab Convention on Combating Information Technology Offences"),
        ("What are the goals of the Global Cybersecurity Agenda launched by the ITU?",
         "what are the goals of the ITU Global Cybersecurity Agenda"),
        ("What did the drafters of the Budapest Convention have in mind?", "aims of the Budapest Convention"),
        ("What are the research objectives of the Elzohary thesis?", "what are the aims of the Elzohary thesis"),
        ("What were the objectives of Elzohary's research?", "what are the aims of the Elzohary thesis"),
        ("What are the objectives of the Elzohary study on international cooperation?",
         "what are the aims of the Elzohary thesis"),
        ("Which aims are laid down in article 2 of the INTERPOL constitution?",
         "what are the aims of article 2 of the INTERPOL constitution"),
        ("What are the aims of INTERPOL according to article 2 of its constitution?",
         "what are the aims of article 2 of the INTERPOL constitution"),
        ("silver notice purpose", "what is the purpose of the silver notice"),
        ("Article 2 of the INTERPOL constitution: which aims does it set?",
         "what are the aims of article 2 of the INTERPOL constitution"),
        ("Which article of the INTERPOL Constitution sets out its aims?",
         "which article of the INTERPOL constitution pursues any objective"),
        ("أي مادة من القانون الأساسي للإنتربول تحدد أهدافه؟",
         "which article of the INTERPOL constitution pursues any objective"),
        ("What's the reason INTERPOL issues red notices?", "what is the purpose of red notices"),
        ("What is the I-24/7 system used for?", "what is the purpose of I-24/7"),
        ("ما أهداف الأجندة العالمية للأمن السيبراني التي أطلقها الاتحاد الدولي للاتصالات؟",
         "what are the goals of the ITU Global Cybersecurity Agenda"),
        ("ما أهداف الدراسة التي أعدها الزهري؟", "what are the aims of the Elzohary thesis"),
        ("أهداف الإنتربول حسب المادة 2 من دستوره", "what are the aims of article 2 of the INTERPOL constitution"),
        ("ما الذي تسعى الدول العربية إلى تحقيقه من خلال الاتفاقية العربية لمكافحة جرائم تقنية المعلومات؟",
         "what are the aims of the Arab Convention on Combating Information Technology Offences"),
        ("ما الأهداف التي تسعى الدول إلى تحقيقها عبر اتفاقية بودابست؟", "what are the aims of the Budapest Convention"),
    ],
)  # fmt: skip
def test_the_same_is_answered_as_to_the_plain_question(opened: OpenStore, question: str, plainly: str) -> None:
    assert set(given(opened, question)) == set(given(opened, plainly))


@pytest.mark.parametrize(
    "question",
    [
        "Why did FATF adopt the Budapest Convention?",
        "Why did Pakistan create UNODC?",
        "What objectives does INTERPOL pursue through the Budapest Convention?",
        "What objectives do ASEAN states pursue through the Arab IT Offences Convention?",
        "What are the goals of the Global Cybersecurity Agenda launched by INTERPOL?",
        "What does the Palermo Convention launched by the EU criminalize?",
        "What was UNIOGBIS mandated to tackle when it was set up in Kosovo?",
        "What is prison reform supposed to teach?",
        "What is the recommendation on prison reform meant to achieve?",
        "Which treaties is Egypt expected to ratify?",
        "What is Egypt supposed to ratify?",
        "What are states supposed to criminalize?",
        "What does Egypt hope to ratify?",
        "What does Pakistan aim to ratify?",
        "ما الذي تسعى باكستان إلى الانضمام إليه؟",
        "When was the Silver Notice introduced by Europol?",
        "Why is MINUSMA in Haiti?",
        "Why is Pakistan in FATF?",
        "why did Egypt ratify UNTOC",
        "What are the aims of INTERPOL according to article 3 of its constitution?",
        "لماذا أطلق الإنتربول الأجندة العالمية للأمن السيبراني؟",
        "ما الهدف من النشرة الفضية التي يصدرها اليوروبول؟",
        "ما أهداف الأجندة العالمية للأمن السيبراني التي أطلقها الإنتربول؟",
    ],
)
def test_a_maker_or_a_verb_that_the_record_does_not_know_is_not_left_out(opened: OpenStore, question: str) -> None:
    assert not found(ask(opened, question))


def test_the_reading_names_who_made_it(opened: OpenStore) -> None:
    told = ask(opened, "Why did the Council of Europe adopt the Budapest Convention?")
    assert "made or run by Council of Europe" in told.reading


def test_who_made_a_thing_may_be_said_when_its_beginning_is_asked_for(opened: OpenStore) -> None:
    assert given(opened, "When was the Silver Notice introduced by INTERPOL?") == ["2025-01-10"]
