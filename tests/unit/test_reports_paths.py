from __future__ import annotations

import pytest

from tocgraph.errors import QueryError, UnknownIdError
from tocgraph.reports.paths import paths
from tocgraph.store import OpenStore


def steps(opened: OpenStore, a: str, b: str, **options: int | str | bool) -> list[tuple[int, str, str, bool, str]]:
    found = paths(opened, a, b, **options)  # type: ignore[arg-type]
    return [(s["path"], s["from"], s["relation"], s["forward"], s["to"]) for s in found.path or ()]


def test_the_shortest_path_with_the_claim_behind_each_step(opened: OpenStore) -> None:
    assert steps(opened, "interpol", "mali") == [
        (1, "interpol", "cooperates-with", True, "unodc"),
        (1, "unodc", "secretariat-of", True, "untoc"),
        (1, "untoc", "party-to", False, "mali"),
    ]
    found = paths(opened, "interpol", "mali")
    assert [len(s["claims"]) for s in found.path or ()] == [1, 1, 1]
    assert [a.citations[0].at for a in found.answers] == [
        "Partners, paragraph 2",
        "Foreword, paragraph 4",
        "Chapter XVIII, 12, Mali",
    ]
    assert (found.path or ())[2]["relation_label"] == "has party"


def test_more_paths_come_longer_and_never_twice(opened: OpenStore) -> None:
    two = steps(opened, "interpol", "mali", count=9)
    assert {n for n, *_ in two} == {1, 2}
    assert [s[1:] for s in two if s[0] == 2][-1] == ("minusma", "operates-in", True, "mali")


def test_as_of_takes_away_what_did_not_hold(opened: OpenStore) -> None:
    assert len(steps(opened, "minusma", "mali", as_of="2015")) == 1
    assert len(steps(opened, "minusma", "mali", as_of="2010")) == 4
    assert steps(opened, "interpol", "mali", as_of="2000") == []


def test_ways_around_a_type(opened: OpenStore) -> None:
    around = paths(opened, "interpol", "mali", without=["convention"])
    assert around.path == ()
    assert len(paths(opened, "unodc", "untoc", without=["convention", "دولة"]).path or ()) == 1
    with pytest.raises(UnknownIdError):
        paths(opened, "unodc", "untoc", without=["nothing"])


def test_no_path_and_the_same_entity_are_answers(opened: OpenStore) -> None:
    found = paths(opened, "interpol", "mali", as_of="2000")
    assert found.status == "answered" and found.path == () and "nothing in the graph joins" in found.reading
    same = paths(opened, "mali", "Mali")
    assert same.path == () and "same entity" in same.reading


def test_wrong_arguments(opened: OpenStore) -> None:
    with pytest.raises(UnknownIdError):
        paths(opened, "mali", "atlantis")
    with pytest.raises(QueryError):
        paths(opened, "mali", "untoc", count=0)
