"""Questions for what has ended, how long, decades, and the turns of phrase that deny nothing, on the shipped data."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.store import OpenStore


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("When did Niger quit ECOWAS?", ["2025"]),
        ("متى انسحبت المملكة المتحدة من الاتحاد الأوروبي؟", ["2020-01-31"]),
        ("until when was Russia in the Council of Europe", ["2022"]),
        ("حتى متى كانت روسيا عضوا في مجلس أوروبا", ["2022"]),
        ("until when did MINUSMA last", ["2023-12-31"]),
        ("how long was Mauritania a member of ECOWAS", ["1975-05-28 / 2000-12-31"]),
        ("how long has the Budapest Convention been in force", ["2004-07-01"]),
        ("منذ متى والسنغال طرف في اتفاقية مالابو؟", ["2023-06-08"]),
        ("when was Boko Haram listed", ["2014-05-22"]),
        ("which states left ECOWAS in 2025", ["burkina-faso", "mali", "niger"]),
        ("الدول التي لم تعد أعضاء في إيكواس", ["burkina-faso", "mali", "mauritania", "niger"]),
        ("has Mali left ECOWAS", [True]),
        ("is Mali no longer a member of ECOWAS", [True]),
        ("did France leave the EU", [False]),
        ("how many missions have operated in Haiti, including those that have closed", [5]),
    ],
)
def test_what_has_ended_and_how_long_it_lasted(shipped: OpenStore, question: str, expected: list[object]) -> None:
    assert given(shipped, question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("is Britain still in the EU", False),
        ("هل ما زالت روسيا عضوا في مجلس أوروبا؟", False),
        ("isn't Kenya a party to the Budapest Convention", False),
        ("Brazil belongs to INTERPOL, doesn't it?", True),
        ("قطر عضو في مجلس التعاون الخليجي، أليس كذلك؟", True),
        ("أليست قطر عضوا في مجلس التعاون الخليجي؟", True),
        ("Egypt is a party to UNTOC, right?", True),
    ],
)
def test_still_tags_and_negative_openings_ask_the_plain_question(
    shipped: OpenStore, question: str, expected: bool
) -> None:
    assert given(shipped, question) == [expected]


@pytest.mark.parametrize(
    ("question", "same"),
    [
        ("missions created in the nineties", "missions created between 1990 and 1999"),
        ("البعثات التي أنشئت في التسعينيات", "missions created between 1990 and 1999"),
        ("conventions of the 1980s", "conventions adopted between 1980 and 1989"),
        ("ما الاتفاقيات التي اعتمدت في سبعينيات القرن الماضي؟", "conventions adopted between 1970 and 1979"),
        ("missions founded from 2015 onwards", "missions founded since 2015"),
        ("missions founded in 2015 or later", "missions founded since 2015"),
        ("missions founded no later than 1999", "missions founded until 1999"),
        ("missions founded before the end of 1999", "missions founded until 1999"),
        ("what was adopted on November 15, 2000", "what was adopted on 2000-11-15"),
        ("ما الصكوك التي اعتمدت في 15 تشرين الثاني 2000", "instruments adopted on 2000-11-15"),
    ],
)
def test_times_are_read_however_they_are_put(shipped: OpenStore, question: str, same: str) -> None:
    assert given(shipped, question) == given(shipped, same)


def test_who_has_left_counts_among_those_that_are_not_members(shipped: OpenStore) -> None:
    found = given(shipped, "NATO members that are not members of the EU")
    assert "united-kingdom" in found
    assert "france" not in found


def test_the_vaguer_of_two_dates_is_left_out(shipped: OpenStore) -> None:
    assert given(shipped, "when was INTERPOL founded") == ["1923-09-07"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("entry into force of the Budapest Convention for Tunisia", ["2024-07-01"]),
        ("estonia budapest convention date of entry into force", ["2004-07-01"]),
        ("تاريخ بدء نفاذ اتفاقية بودابست بالنسبة إلى المغرب", ["2018-10-01"]),
        ("on what day did France ratify the Palermo Convention", ["2002-10-29"]),
        ("who was the first to ratify the Palermo Convention", ["monaco"]),
        ("which groups were put on the 1267 sanctions list in 2020", ["isil-libya", "isgs", "iswap"]),
    ],
)
def test_what_happened_for_one_state(shipped: OpenStore, question: str, expected: list[object]) -> None:
    assert given(shipped, question) == expected


def test_members_of_today_are_those_that_have_not_left(shipped: OpenStore) -> None:
    assert "united-kingdom" not in given(shipped, "members of the EU")
    assert "united-kingdom" in given(shipped, "which states joined the EU")
    assert "minustah" in given(shipped, "missions in Haiti")
    assert "russia" in given(shipped, "members of the G8")
