"""Denials over two verbs, what has not come to its end, and whose dates stand beside an answer."""

from __future__ import annotations

import pytest
from asked import given

from tocgraph.answers import NOT_UNDERSTOOD
from tocgraph.questions import ask
from tocgraph.store import OpenStore


def test_neither_nor_denies_both(shipped: OpenStore) -> None:
    question = "which Arab states neither signed nor ratified the Budapest Convention"
    neither = set(given(shipped, question))
    parties = set(given(shipped, "Arab states that are party to the Budapest Convention"))
    signatories = set(given(shipped, "Arab states that signed the Budapest Convention"))
    assert neither and parties and not neither & (parties | signatories)
    assert neither == set(given(shipped, "which Arab states have not signed or ratified the Budapest Convention"))


def test_but_ends_a_denial(shipped: OpenStore) -> None:
    found = set(given(shipped, "Arab states that have not signed but have ratified UNCAC"))
    assert found <= set(given(shipped, "Arab states that are party to UNCAC"))


@pytest.mark.parametrize(
    "question",
    [
        "which states neither signed nor ratified the Budapest Convention",
        "which missions neither operate in Mali nor counter terrorism",
        "which states did not sign and ratify UNCAC",
    ],
)
def test_what_cannot_be_known_or_may_deny_one_or_both_is_refused(shipped: OpenStore, question: str) -> None:
    assert ask(shipped, question).status == NOT_UNDERSTOOD


@pytest.mark.parametrize(
    ("question", "whole"),
    [
        ("missions in Africa that are still running", "missions in Africa"),
        ("البعثات في أفريقيا التي لا تزال قائمة", "البعثات في أفريقيا"),
        ("EU missions which are currently active", "EU missions"),
    ],
)
def test_what_still_runs_leaves_out_what_has_ended(shipped: OpenStore, question: str, whole: str) -> None:
    running, ever = set(given(shipped, question)), set(given(shipped, whole))
    assert running < ever
    assert "minusma" not in running


def test_dates_beside_an_answer_are_not_those_of_its_group(shipped: OpenStore) -> None:
    asked = {a.id: a.since for a in ask(shipped, "which Arab states are party to the Budapest Convention").answers}
    own = {a.id: a.since for a in ask(shipped, "which states are party to the Budapest Convention").answers}
    assert asked["morocco"] == own["morocco"] == "2018-10-01"


def test_a_name_that_ends_in_a_plural_is_what_it_names(shipped: OpenStore) -> None:
    found = ask(shipped, "which UN missions counter trafficking in persons")
    assert "→" not in found.reading
