from __future__ import annotations

import pytest

from tocgraph.errors import QueryError
from tocgraph.store import OpenStore
from tocgraph.store.claims import Claim, holds_on, read_claims


def every(opened: OpenStore) -> dict[tuple[str, str, str], Claim]:
    query = opened.vocabulary.header("toc") + "SELECT ?c WHERE { ?c a toc:Claim }"
    ids = [opened.vocabulary.local(row["c"].value) for row in opened.store.select(query).rows]
    return {(c.subject, c.relation, c.object or f"={c.value}"): c for c in read_claims(opened, ids).values()}


def test_all_parts_of_a_claim_come_back(opened: OpenStore) -> None:
    claims = every(opened)
    assert len([c for c in claims.values() if not c.rule]) == 16
    assert [(c.subject, c.object, c.rule) for c in claims.values() if c.rule] == [
        ("untoc", "extradition", "part-provides")
    ]
    claim = claims["minusma", "supports-action-against", "trafficking-in-persons"]
    assert (claim.since, claim.until, claim.standing, claim.value) == ("", "2023", "normal", None)
    assert claim.qualifiers == {"role": "technical support to judicial institutions", "place": "mali"}
    assert [(c.source, c.at) for c in claim.citations] == [
        ("unsc-2100", "paragraph 16 (a)"),
        ("unsc-2100", "paragraph 16 (d)"),
    ]
    assert claim.citations[0].title == "Security Council resolution 2100 (2013)"
    assert claim.citations[0].finds == ("judicial",)


def test_literals_notes_and_texts_in_two_languages(opened: OpenStore) -> None:
    claims = every(opened)
    assert claims["interpol", "member-count", "=196"].value == "196"
    rejected = claims["untoc", "adopted-on", "=2000-12-12"]
    assert rejected.standing == "rejected"
    assert set(rejected.note) == {"en", "ar"}
    cooperation = claims["interpol", "cooperates-with", "unodc"]
    assert cooperation.qualifiers["task"] == {
        "ar": "التدريب وتبادل المعلومات",
        "en": "training and exchange of information",
    }


def test_order_is_the_one_asked_for_and_unknown_ids_are_left_out(opened: OpenStore) -> None:
    ids = [c.id for c in every(opened).values()]
    asked = [ids[3], "c000000000000", ids[0], ids[3]]
    assert list(read_claims(opened, asked)) == [ids[3], ids[0]]
    assert read_claims(opened, []) == {}


@pytest.mark.parametrize(
    ("as_of", "held"),
    [
        ("2013-04", True),
        ("2013-03", False),
        ("2023", True),
        ("2024", False),
        ("2023-12-31", True),
        ("2013-04-24", False),
    ],
)
def test_holding_is_decided_by_the_first_and_last_day_a_date_can_mean(
    opened: OpenStore, as_of: str, held: bool
) -> None:
    query = opened.vocabulary.header("id", "rdf", "toc", "xsd") + (
        "ASK { ?claim rdf:subject id:minusma ; rdf:predicate toc:operatesIn .\n" + holds_on(as_of) + "}"
    )
    assert opened.store.ask(query) is held


def test_no_date_filters_nothing_and_a_wrong_one_is_refused() -> None:
    assert holds_on(None) == ""
    with pytest.raises(QueryError, match="no month 13"):
        holds_on("2023-13")
