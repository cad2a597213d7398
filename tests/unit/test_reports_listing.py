from __future__ import annotations

import pytest

from tocgraph.errors import QueryError, UnknownIdError
from tocgraph.reports.listing import list_entities
from tocgraph.store import OpenStore


def ids(opened: OpenStore, kind: str, *where: str, **options: str | bool | None) -> list[str | None]:
    return [a.id for a in list_entities(opened, kind, where, **options).answers]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "where", "expected"),
    [
        ("organization", (), ["interpol", "unodc"]),
        ("states", ("party-to=untoc",), ["mali"]),
        ("state", ("party-to",), ["mali"]),
        ("convention", ("^party-to=mali",), ["untoc"]),
        ("convention", ("has party=Mali",), ["untoc"]),
        ("organization", ("founded=1923",), ["interpol"]),
        ("organization", ("founded=1923-05",), ["interpol"]),
        ("organization", ("founded=1924",), []),
        ("organization", ("founded=1914",), []),
        ("organization", ("member-count=196.0",), ["interpol"]),
        ("organization", ("member-count=195",), []),
        ("organization", ("cooperates-with=interpol",), ["unodc"]),
        ("organization", ("cooperates-with=unodc",), ["interpol"]),
        ("organization", ("cooperates-with", "founded"), ["interpol"]),
        ("un-body", ("implements=untoc",), ["unodc"]),
        ("mission", ("operates-in=مالي", "supports-action-against=human trafficking"), ["minusma"]),
        ("crime", ("^criminalizes=trafficking-protocol",), ["trafficking-in-persons"]),
    ],
)
def test_conditions(opened: OpenStore, kind: str, where: tuple[str, ...], expected: list[str]) -> None:
    assert ids(opened, kind, *where) == expected


def test_claims_of_other_standings_only_when_asked_for(opened: OpenStore) -> None:
    assert ids(opened, "organization", "founded=1914", all_standings=True) == ["interpol"]
    answer = list_entities(opened, "organization", ["founded=1914"], all_standings=True).answers[0]
    assert answer.standing == "disputed" and answer.citations[0].at == "1914"


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2002", None, ["mali"]),
        ("2002-04-12", "2002-04-12", ["mali"]),
        ("2002-04-13", None, []),
        (None, "2002-04", ["mali"]),
        (None, "2002-03", []),
    ],
)
def test_periods_go_by_the_beginning_of_a_claim(
    opened: OpenStore, since: str | None, until: str | None, expected: list[str]
) -> None:
    assert ids(opened, "state", "party-to=untoc", since=since, until=until) == expected


def test_periods_of_literal_dates_and_ends(opened: OpenStore) -> None:
    assert ids(opened, "convention", since="2000", until="2000") == ["untoc"]
    assert ids(opened, "convention", since="2000-11-16") == []
    assert ids(opened, "mission", "supports-action-against", until="2023") == ["minusma"]
    assert ids(opened, "mission", "supports-action-against", since="2000") == []
    assert ids(opened, "organization", "member-count", since="1900") == []


def test_as_of(opened: OpenStore) -> None:
    assert ids(opened, "mission", "operates-in=mali", as_of="2020") == ["minusma"]
    assert ids(opened, "mission", "operates-in=mali", as_of="2010") == []


def test_every_row_is_cited_and_the_reading_says_what_was_asked(opened: OpenStore) -> None:
    found = list_entities(opened, "state", ["party-to=untoc"], since="2000", as_of="2020")
    assert found.answers[0].citations[0].source == "un-treaty-collection"
    assert found.reading == "states; is party to: UNTOC; dated 2000 or later; undated claims left out, as of 2020"
    assert found.complete == "unknown"
    arabic = list_entities(opened, "دولة", ["party-to"], language="ar")
    assert arabic.reading == "دول؛ طرف في: أي شيء"


@pytest.mark.parametrize(
    ("where", "error"),
    [
        ("party-to=atlantis", UnknownIdError),
        ("partyto=untoc", UnknownIdError),
        ("party-to=", QueryError),
        ("^founded=1923", QueryError),
        ("founded=yesterday", QueryError),
        ("founded=2023-13", QueryError),
        ("member-count=many", QueryError),
        ("member-count=NaN", QueryError),
        ("=untoc", UnknownIdError),
    ],
)
def test_conditions_that_make_no_sense(opened: OpenStore, where: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        list_entities(opened, "state", [where])


def test_hostile_text_cannot_change_the_query(opened: OpenStore) -> None:
    for filler in ('x" } #', "x') || true", "} UNION { ?entity ?p ?o", "<http://x>"):
        with pytest.raises(UnknownIdError):
            list_entities(opened, "state", [f"party-to={filler}"])
