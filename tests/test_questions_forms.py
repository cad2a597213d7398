"""The forms of English clauses: one thing is asked in many, and the answer is the same (on the shipped data)."""

from __future__ import annotations

import pytest

from tocgraph import ask
from tocgraph.store import OpenStore


@pytest.fixture(scope="module")
def opened(shipped: OpenStore) -> OpenStore:
    """The shipped data."""
    return shipped


SAME = [
    (
        "Which body established MINUSCA?",
        "By whom was MINUSCA established?",
        "the bodies by which MINUSCA was established",
        "Who is it that established MINUSCA?",
        "Which organization was MINUSCA set up by?",
    ),
    (
        "What crimes does Pakistan serve as a transit country for?",
        "For what kinds of crime is Pakistan used as a transit country?",
        "Tell me for which crimes Pakistan is a transit country",
    ),
    (
        "Which crimes does the Firearms Protocol criminalize?",
        "the crimes that the Firearms Protocol obliges states to criminalize",
        "What types of crime does the Firearms Protocol require states to criminalize?",
    ),
    (
        "Which treaties is the UN Secretary-General depositary of?",
        "Which treaties have the UN Secretary-General as depositary?",
        "treaties with the UN Secretary-General as depositary",
    ),
    (
        "Which conventions does UNODC implement?",
        "Which conventions is UNODC in charge of implementing?",
        "Which conventions does UNODC help to implement?",
    ),
    ("To which organizations does Bhutan belong?", "Which organizations does Bhutan belong to?"),
    ("In which city was the convention signed that the Firearms Protocol supplements?", "Where was UNTOC signed?"),
    ("To whom does INTERPOL provide assistance?", "Who is assisted by INTERPOL?"),
    (
        "Who wrote the books published by Cambridge University Press?",
        "List the authors whose books were published by Cambridge University Press.",
    ),
    (
        "In which countries do the missions operate that were established by the European Union?",
        "In which countries are the missions active which the European Union established?",
    ),
    ("Which countries border Afghanistan?", "countries that border the country where EUPOL Afghanistan operates"),
    (
        "Which groups does the ISIL and Al-Qaida sanctions regime target?",
        "groups blacklisted under the ISIL and Al-Qaida sanctions regime",
        "Which groups are listed under the ISIL and Al-Qaida sanctions regime?",
    ),
    ("What kinds of harm does cybercrime inflict?", "Which harms are inflicted by cybercrime?"),
]


@pytest.mark.parametrize("forms", SAME, ids=lambda forms: forms[0])
def test_the_form_of_a_clause_does_not_change_the_answer(opened: OpenStore, forms: tuple[str, ...]) -> None:
    first, *others = [{a.id for a in ask(opened, form).answers} for form in forms]
    assert first
    for form, found in zip(forms[1:], others, strict=True):
        assert found == first, form


def test_a_passive_is_never_read_as_its_active(opened: OpenStore) -> None:
    assert [a.id for a in ask(opened, "Which mission was MINUJUSTH preceded by?").answers] == ["minustah"]
    assert [a.id for a in ask(opened, "Which mission did MINUJUSTH precede?").answers] == []


def test_no_name_goes_on_across_an_auxiliary(opened: OpenStore) -> None:
    found = {a.id for a in ask(opened, "By which article of UNTOC is extradition governed?").answers}
    assert found == {"untoc-art-16"}


def test_what_a_text_does_not_say_itself_its_parts_say(opened: OpenStore) -> None:
    told = ask(opened, "Who is protected by the Smuggling of Migrants Protocol?")
    assert {a.id for a in told.answers} == {"migrants", "refugees"}
    assert "or a part of it" in told.reading


def test_a_preposition_before_the_question_word_is_not_politeness(opened: OpenStore) -> None:
    assert ask(opened, "to whom does INTERPOL provide assistance").status == "answered"
    assert ask(opened, "I would like to know when INTERPOL was founded").status == "answered"


def test_a_preposition_at_the_end_is_not_passed_over(opened: OpenStore) -> None:
    told = ask(opened, "What is the silver notice for?")
    assert {a.id for a in told.answers} == {"asset-recovery"}


def test_a_word_is_no_acronym_where_it_is_a_verb(opened: OpenStore) -> None:
    told = ask(opened, "In which cities do the bodies sit that were set up by the Council of Europe?")
    assert {a.id for a in told.answers} == {"bucharest"}
