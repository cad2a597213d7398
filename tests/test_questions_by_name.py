"""Things named otherwise than their names are written, on the shipped data."""

from __future__ import annotations

import pytest

from tocgraph import ask
from tocgraph.questions.linking.demonyms import bases
from tocgraph.store import OpenStore


@pytest.fixture(scope="module")
def opened(shipped: OpenStore) -> OpenStore:
    return shipped


@pytest.mark.parametrize(
    ("question", "right"),
    [
        # the beginning of a long title
        ("when did the Protocol to Prevent, Suppress and Punish Trafficking in Persons enter into force", "2003-12-25"),
        ("who wrote Illicit: How Smugglers, Traffickers and Copycats", "m-naim"),
        # part of a name with its year, and a type with part of a name
        ("متى اعتمدت اتفاقية اليونسكو لعام 1970", "1970-11-14"),
        ("who operates the stolen travel documents database", "interpol"),
        ("من يدير قاعدة بيانات وثائق السفر المسروقة", "interpol"),
        # a name with the place of the thing, and demonyms
        ("متى تأسست هيئة المساءلة الوطنية في باكستان", "1999-11-16"),
        ("When was Pakistan's National Accountability Bureau founded?", "1999-11-16"),
        ("when was the Haitian sanctions regime established", "sanctions-2653-haiti"),
        # dots of an acronym, and a first name where the source has an initial
        ("founding date of the U.N.O.D.C.", "1997"),
        ("What did Louise Shelley write?", "shelley-2014-global-perspective"),
        ("works of Phil Williams", "williams-2002"),
    ],
)
def test_a_thing_is_known_by_part_of_its_name(opened: OpenStore, question: str, right: str) -> None:
    found = ask(opened, question)
    assert found.status == "answered", found.reading
    assert right in {str(a.id or a.value) for a in found.answers}


@pytest.mark.parametrize(
    "question",
    [
        "What did Mary Shelley write?",
        "who wrote the Convention of the Andes",
        "Kyoto protocol parties number",
        "when was the 1972 convention adopted",
        "when was Aramco founded",
        "the 1949 Geneva conventions depositary",
        "متى تأسست جامعة هارفارد",
    ],
)
def test_what_the_graph_does_not_have_is_not_answered(opened: OpenStore, question: str) -> None:
    found = ask(opened, question)
    assert found.status in ("not-understood", "not-in-graph")


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("haitian", "haiti"),
        ("kenyan", "kenya"),
        ("egyptian", "egypt"),
        ("sudanese", "sudan"),
        ("yemeni", "yemen"),
        ("dutch", "netherlands"),
        ("باكستانيه", "باكستان"),
        ("السوري", "سوريا"),
    ],
)
def test_the_state_of_a_demonym(word: str, state: str) -> None:
    assert state in bases(word)


def test_other_words_are_of_no_state() -> None:
    assert bases("convention") == {"conventio"}
    assert bases("treaty") == set()
