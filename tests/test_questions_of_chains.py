"""Questions of several steps: each hop may be recorded of less than it is asked of; two questions in one."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.questions import ask
from tocgraph.store import OpenStore


@pytest.mark.parametrize(
    ("question", "some"),
    [
        ("Which treaties has the country that hosts UNODC ratified?", "uncac"),
        ("ما المعاهدات التي صادقت عليها الدولة التي تستضيف مقر مكتب الأمم المتحدة المعني بالمخدرات والجريمة؟", "uncac"),
        ("Which regional organizations is the host state of INTERPOL a member of?", "european-union"),
    ],
)
def test_the_country_of_a_city_stands_inside_a_chain_as_well(shipped: OpenStore, question: str, some: str) -> None:
    assert some in given(shipped, question)


@pytest.mark.parametrize(
    ("question", "some"),
    [
        ("Which organizations are headquartered in states that are members of the European Union?", "fatf"),
        ("bodies with their seat in France", "council-of-europe"),
        ("Which countries have hosted crime congresses?", "japan"),
    ],
)
def test_what_is_in_a_city_is_in_its_country(shipped: OpenStore, question: str, some: str) -> None:
    assert some in given(shipped, question)


def test_what_is_missing_in_a_chain_is_told(shipped: OpenStore) -> None:
    told = ask(shipped, "Who are the members of the organization that adopted the Malabo Convention?")
    assert told.status == "not-in-graph"
    assert "nothing is recorded for: every organization that adopted" in told.reading


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Where is INTERPOL based and when was it founded?", {"lyon", "france", "1923-09-07"}),
        ("When and where was UNTOC signed?", {"2000-12-12", "palermo"}),
        ("متى وأين وقعت اتفاقية باليرمو؟", {"2000-12-12", "palermo"}),
        ("Which city hosts Europol, and in which country does it lie?", {"the-hague", "netherlands"}),
        ("أين يقع مقر الإنتربول ومتى تأسس؟", {"lyon", "france", "1923-09-07"}),
    ],
)
def test_two_questions_in_one_are_both_answered(shipped: OpenStore, question: str, expected: set[str]) -> None:
    assert {str(found) for found in given(shipped, question)} == expected


@pytest.mark.parametrize(
    "question",
    [
        "What treaty is supplemented by the protocol on firearms and when did it enter into force?",
        "ما الاتفاقية التي يكملها بروتوكول الأسلحة النارية ومتى دخلت حيز النفاذ؟",
    ],
)
def test_a_date_asked_of_what_was_found_first_stands_with_it(shipped: OpenStore, question: str) -> None:
    assert [(a.id, a.value) for a in ask(shipped, question).answers] == [("untoc", "2003-09-29")]


@pytest.mark.parametrize(
    "question",
    [
        "Where is INTERPOL based and when was the moon landing?",
        "Who adopted the Budapest Convention and why is it so good?",
        "When was AFRIPOL founded and by how many lawyers?",
    ],
)
def test_two_questions_are_refused_where_one_of_them_is(shipped: OpenStore, question: str) -> None:
    assert not ask(shipped, question).answers


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("CTED belongs to a committee. Of which UN organ is that committee a part?", ["un-security-council"]),
        ("Where was the crime congress held that came directly after the one in Doha?", ["kyoto"]),
        ("Name the CARICC members whose governments have signed the UN Convention against Cybercrime.", None),
        ("من هم كتاب المقال الذي نشرته مجلة حلف الناتو؟", ["j-m-winer", "t-roule"]),
        ("When did the protocol on firearms enter into force?", ["2005-07-03"]),
        ("Who works at the university where the author of the Elhaw study teaches?", ["amr-ezzat-mahmoud-elhaw"]),
        ("When did the country that hosts Europol join UNTOC?", ["2004-05-26"]),
        ("متى صادقت الدولة المستضيفة لليوروبول على اتفاقية باليرمو؟", ["2004-05-26"]),
        ("Has the country that hosts INTERPOL ratified the Malabo Convention?", [False]),
        ("هل صادقت الدولة التي تستضيف مقر الإنتربول على اتفاقية باليرمو؟", [True]),
        ("تنتمي أفريبول إلى منظمة. أين مقر تلك المنظمة؟", ["addis-ababa"]),
        ("When did the states that border Pakistan ratify UNTOC?", ["afghanistan", "china", "india"]),
        ("What gathering was the Marrakech meeting held in preparation for?", ["un-crime-congress-15"]),
        ("Which states border the country where Balochistan lies?", ["afghanistan", "china", "india", "iran"]),
        ("في أي دولة تقع المدينة التي اعتمدت فيها اتفاقية مالابو؟", ["equatorial-guinea"]),
    ],
)
def test_things_that_are_described(shipped: OpenStore, question: str, expected: list[object] | None) -> None:
    found = given(shipped, question)
    assert found == expected if expected else "kazakhstan" in found


def test_a_word_beside_a_kind_must_stand_in_what_is_recorded(shipped: OpenStore) -> None:
    told = ask(shipped, "Against which crimes is the naval operation mandated that replaced EUNAVFOR MED SOPHIA?")
    assert "described with the word naval" in told.reading
    assert "smuggling-of-migrants" in [a.id for a in told.answers]


@pytest.mark.parametrize(
    "question",
    [
        "What crimes does the stupid mission in Haiti counter?",
        "Which failed missions operated in Somalia?",
        "Which groups that are listed under the 1267 regime have fewer than zero members?",
        "Which missions operate in states that fight UNTOC?",
        "متى ستصادق مصر على اتفاقية باليرمو؟",
        "ما الدول التي ستستضيف مقر الإنتربول؟",
    ],
)
def test_a_word_that_nothing_is_described_with_is_not_passed_over(shipped: OpenStore, question: str) -> None:
    assert not ask(shipped, question).answers


def test_a_participle_before_a_noun_is_part_of_what_is_asked(shipped: OpenStore) -> None:
    asked = "Who wrote the cited articles that appeared in the journal Crime, Law and Social Change?"
    assert given(shipped, asked) == ["l-paoli", "m-levi", "m-maguire"]


def test_under_a_number_with_an_article_is_no_limit(shipped: OpenStore) -> None:
    told = ask(shipped, "Which groups are listed under the 1267 regime?")
    assert "boko-haram" in [a.id for a in told.answers]
    assert "fewer" not in told.reading


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("In which city sits the agency that took over from the EMCDDA?", ["lisbon"]),
        ("The UN crime congress that gave us the Nelson Mandela Rules - which city was it held in?", ["geneva"]),
        ("Who wrote the study on transnational organised crime in Pakistan?",
         ["farooq-arshad", "muhammad-haroon-munir-choudhry", "muhammad-kashif"]),
    ],
)  # fmt: skip
def test_chains_in_other_orders_and_by_what_a_text_is_on(shipped: OpenStore, question: str, found: list[str]) -> None:
    assert sorted(map(str, given(shipped, question))) == found


def test_a_chain_is_found_from_within(shipped: OpenStore) -> None:
    told = ask(shipped, "Which African states have joined the treaty that the Palermo protocols supplement?")
    assert len(told.answers) == 53
    assert "SELECT DISTINCT ?other2" in told.sparql
