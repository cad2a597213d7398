"""Questions in unusual builds of the sentence, on the shipped data: what asks stands last, the owner first, "how"."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph import ask
from tocgraph.answers import ANSWERED
from tocgraph.store import OpenStore


@pytest.mark.parametrize(
    ("question", "right"),
    [
        # what asks stands last, or far from its preposition
        ("UNODC is in which city?", {"vienna"}),
        ("Via which countries does heroin smuggling pass?", {"pakistan"}),
        # who or what it belongs to
        ("Whose secretariat is provided by UNODC?", {"cop-untoc", "cosp-uncac"}),
        ("Whose mission is EUNAVFOR ATALANTA?", {"european-union"}),
        ("Who are the Taliban's affiliates?", {"haqqani-network"}),
        # how it is done, by whatever does it
        ("How does the Taliban finance itself?", {"illicit-trade"}),
        ("Who finances the Taliban?", {"illicit-trade"}),
        # states in general do what was done
        ("When did states adopt CITES?", {"1973-03-03"}),
        ("Where did states adopt the Malabo Convention?", {"malabo"}),
        ("Until when did MINUSTAH exist?", {"2017-10-15"}),
        # where in texts it stands, and the text that has it in one of its parts
        ("Where is controlled delivery defined?", {"drug-convention-1988-art-1", "untoc-art-2"}),
        ("Which treaties define controlled delivery?", {"drug-convention-1988", "untoc"}),
        # several are asked for of what has one place
        ("cities of France", {"lyon", "paris", "strasbourg"}),
        ("Which UN bodies are Vienna-based?", {"ccpcj", "cnd", "unodc"}),
        ("When did Menace to Society come out?", {"2003"}),
    ],
)
def test_the_same_in_another_build(shipped: OpenStore, question: str, right: set[object]) -> None:
    assert {str(found) for found in given(shipped, question)} == right


@pytest.mark.parametrize(
    "question",
    [
        "How is cybercrime committed?",  # not by whom
        "Who finances Boko Haram?",
        "Who founded ISIL?",
        "Whose fault is cybercrime?",
        "Where is piracy committed?",
        "Which states want to join UNTOC?",
    ],
)
def test_what_no_claim_says_is_refused_in_any_build(shipped: OpenStore, question: str) -> None:
    assert ask(shipped, question).status != ANSWERED


def test_one_word_for_two_relations_asks_for_what_either_says(shipped: OpenStore) -> None:
    told = ask(shipped, "What is Pakistan affected by?")
    assert told.status == ANSWERED
    assert {"arms-trafficking", "transnational-organized-crime"} <= {a.id for a in told.answers}


def test_who_says_it_is_who_and_findings_on_several_things_are_several(shipped: OpenStore) -> None:
    assert given(shipped, "Who says that hawala plays a role in Pakistan?") == ["adeel-2015", "doc-kashif-pakistan"]
    found = given(shipped, "findings of the ZIF briefing on peace operations and organized crime")
    assert len(found) > 5
    assert all(str(i).startswith("zif-finding-") for i in found)
