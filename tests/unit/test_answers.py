from __future__ import annotations

import json

from tocgraph.answers import Answer, AnswerSet, Table, answers_from_claims
from tocgraph.reports.show import show
from tocgraph.store import OpenStore
from tocgraph.store.claims import CitedPlace

KEYS = [
    "question", "status", "reading", "sparql", "answers", "path", "table", "complete", "as_of", "suggestions",
]  # fmt: skip


def test_an_empty_answer_set_has_every_key_in_the_documented_order() -> None:
    content = AnswerSet("who").json()
    assert list(content) == KEYS
    assert content["status"] == "answered"
    assert content["answers"] == [] and content["path"] is None and content["table"] is None
    assert content["complete"] == "unknown"


def test_a_cited_entity_answer() -> None:
    answer = Answer(
        id="unodc",
        label={"en": "UNODC"},
        type="un-body",
        claims=("c1",),
        citations=(CitedPlace("s", "Title", "art. 1"),),
    )
    assert answer.json() == {
        "id": "unodc",
        "label": {"en": "UNODC"},
        "type": "un-body",
        "value": None,
        "qualifiers": {},
        "claims": ["c1"],
        "citations": [{"source": "s", "title": "Title", "at": "art. 1"}],
    }


def test_what_is_not_usual_is_told() -> None:
    answer = Answer(
        value="1914", relation="founded", inverse=True, since="1", until="2", standing="disputed", note={"en": "n"}
    )
    content = answer.json()
    assert (content["relation"], content["inverse"], content["standing"]) == ("founded", True, "disputed")
    assert (content["since"], content["until"], content["note"]) == ("1", "2", {"en": "n"})


def test_names_of_answers() -> None:
    assert Answer(id="x", label={"en": "X", "ar": "س"}).name("ar") == "س"
    assert Answer(id="x", label={"ar": "س"}).name("en") == "س"
    assert Answer(id="x").name() == "x"
    assert Answer(value=True).name() == "yes" and Answer(value=False).name("ar") == "لا"
    assert Answer(value=196).name() == "196"


def test_a_table_is_columns_and_rows() -> None:
    found = AnswerSet("q", table=Table(("a", "b"), (("1", 2),)))
    assert found.json()["table"] == {"columns": ["a", "b"], "rows": [["1", 2]]}
    json.dumps(found.json())


def test_several_claims_behind_one_answer_the_best_standing_first(opened: OpenStore) -> None:
    founded = [a for a in show(opened, "interpol").answers if a.relation == "founded"]
    ids = [a.claims[0] for a in founded]
    merged = answers_from_claims(opened, {("value", "1923"): [ids]})
    assert len(merged) == 1
    assert merged[0].value == "1923"
    assert merged[0].standing == "preferred"
    assert set(merged[0].claims) == set(ids)
    assert [c.at for c in merged[0].citations] == ["1923", "1914"]


def test_an_entity_that_only_the_store_knows_keeps_its_id(opened: OpenStore) -> None:
    assert answers_from_claims(opened, {"nobody": []}) == [Answer(id="nobody")]


def test_an_answer_that_rests_on_several_conditions_is_as_good_as_the_weakest(opened: OpenStore) -> None:
    claims = {(a.relation, a.value): a for a in show(opened, "untoc").answers}
    right = claims[("adopted-on", "2000-11-15")].claims[0]
    wrong = claims[("adopted-on", "2000-12-12")].claims[0]
    [answer] = answers_from_claims(opened, {"untoc": [[right], [wrong]]})
    assert answer.standing == "rejected"
    assert answer.note["en"]
    [answer] = answers_from_claims(opened, {"untoc": [[right, wrong]]})
    assert answer.standing == "normal"
