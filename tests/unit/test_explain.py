"""Why a claim stands: proofs read from the store, as values, lines, JSON and Markdown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tocgraph.cli import main
from tocgraph.errors import QueryError, TocgraphError, UnknownIdError
from tocgraph.reports.explain import explain
from tocgraph.store import OpenStore, open_store
from tocgraph.store.claims import read_claims

SAMPLE = Path(__file__).parent.parent / "data" / "inference"
OFFENCE = ("untoc", "applies-to", "trafficking-in-persons")


@pytest.fixture(scope="module")
def sample() -> OpenStore:
    return open_store(SAMPLE)


def test_a_stated_claim_is_its_citations(sample: OpenStore) -> None:
    [proof] = explain(sample, "untoc-art-16", "provides-for", "extradition")
    assert proof.sentence == "UNTOC, article 16 provides for Extradition"
    assert (proof.rule, proof.premises) == ("", ())
    assert [(c.source, c.at) for c in proof.claim.citations] == [("untoc-text", "article 16")]


def test_a_derived_claim_is_its_rule_and_premises(sample: OpenStore) -> None:
    [proof] = explain(sample, *OFFENCE)
    assert proof.rule == "offences of a protocol count under its convention"
    assert "article 1 (3)" in proof.reason
    assert [(depth, step.claim.subject, step.claim.relation) for depth, step in proof.walk()] == [
        (0, "untoc", "applies-to"),
        (1, "tip-protocol", "supplements"),
        (1, "tip-protocol-art-1", "part-of"),
        (1, "tip-protocol-art-1", "subject-to"),
        (1, "tip-protocol", "criminalizes"),
        (2, "tip-protocol-art-5", "part-of"),
        (2, "tip-protocol-art-5", "criminalizes"),
    ]


def test_sentences_and_rules_come_in_arabic(sample: OpenStore) -> None:
    [proof] = explain(sample, "egypt", "party-to", "untoc", language="ar")
    assert proof.sentence == "مصر طرف في اتفاقية باليرمو"
    assert proof.rule == "النفاذ تجاه طرف"


def test_a_claim_is_found_by_id_and_by_what_it_says(sample: OpenStore) -> None:
    [proof] = explain(sample, "egypt", "party-to", "untoc")
    assert explain(sample, proof.claim.id) == [proof]
    assert explain(sample, sample.vocabulary.claim(proof.claim.id)) == [proof]
    assert explain(sample, "Egypt is party to UNTOC") == [proof]
    assert explain(sample, "UNTOC has party Egypt") == [proof]
    assert explain(sample, "egypt party-to untoc") == [proof]
    assert explain(sample, "مصر طرف في اتفاقية باليرمو")[0].claim == proof.claim
    assert [p.claim.value for p in explain(sample, "untoc binds-after P30D")] == ["P30D"]


def test_what_nobody_claims_is_refused_with_the_nearest(sample: OpenStore) -> None:
    [proof] = explain(sample, "egypt", "party-to", "untoc")
    wrong = proof.claim.id[:-1] + ("0" if proof.claim.id[-1] != "0" else "1")
    with pytest.raises(UnknownIdError) as caught:
        explain(sample, wrong)
    assert proof.claim.id in caught.value.suggestions
    with pytest.raises(UnknownIdError) as caught:
        explain(sample, proof.claim.id[:-2])
    assert proof.claim.id in caught.value.suggestions
    with pytest.raises(UnknownIdError) as caught:
        explain(sample, "ghana", "party-to", "untoc")
    assert caught.value.suggestions == []
    with pytest.raises(UnknownIdError) as caught:
        explain(sample, "egypt", "party-to", "extradition")
    assert any("egypt party-to untoc" in text for text in caught.value.suggestions)
    with pytest.raises(QueryError, match="no claim"):
        explain(sample, "what is this?")
    with pytest.raises(TocgraphError, match="atlantis"):
        explain(sample, "atlantis party-to untoc")


def test_a_derived_claim_cites_what_it_rests_on(sample: OpenStore) -> None:
    [proof] = explain(sample, *OFFENCE)
    assert {(c.source, c.at) for c in proof.claim.citations} == {
        ("protocol-text", "title"),
        ("protocol-text", "article 1"),
        ("protocol-text", "article 1 (3)"),
        ("protocol-text", "article 5"),
    }


def test_reading_claims_takes_one_more_query_for_derived_ones(sample: OpenStore) -> None:
    asked: list[str] = []

    class Counting:
        def select(self, query: str):  # type: ignore[no-untyped-def]
            asked.append(query)
            return sample.store.select(query)

    counted = sample._replace(store=Counting())  # type: ignore[arg-type]
    stated = explain(sample, "untoc-art-16", "provides-for", "extradition")[0].claim
    derived = explain(sample, *OFFENCE)[0].claim
    assert read_claims(counted, [stated.id])[stated.id] == stated
    assert len(asked) == 2
    asked.clear()
    assert read_claims(counted, [derived.id, stated.id]) == {derived.id: derived, stated.id: stated}
    assert len(asked) == 3


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main([*arguments, "--data-dir", str(SAMPLE)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_the_command_prints_a_tree(sample: OpenStore, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "explain", "egypt", "party-to", "untoc")
    lines = out.splitlines()
    assert code == 0
    assert lines[0].startswith("Egypt is party to UNTOC (since 2004-04-04, c")
    assert lines[1] == "  derived: entry into force for a party (entry-into-force)"
    assert lines[3].startswith("    Egypt consented to be bound by UNTOC (since 2004-03-05, by: ratification, c")
    assert lines[4] == "      source: Status of treaties, status of Egypt"


def test_the_command_writes_json(sample: OpenStore, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "explain", "untoc", "provides-for", "treaty-as-extradition-basis", "-f", "json")
    [proof] = json.loads(out)["proofs"]
    assert code == 0
    assert proof["standing"] == "unverified"
    assert proof["qualifiers"] == {"strength": {"en": "optional"}} or proof["qualifiers"] == {"strength": "optional"}
    assert proof["rule"]["id"] == "part-provides"
    assert "citations" not in proof
    assert proof["premises"][0]["citations"] or proof["premises"][0]["premises"]


def test_the_command_writes_markdown(sample: OpenStore, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "explain", *OFFENCE, "-f", "markdown", "--lang", "ar")
    assert code == 0
    assert out.startswith("- اتفاقية باليرمو تنطبق على الاتجار بالأشخاص (c")
    assert "  - مستنتج: جرائم البروتوكول" in out


def test_an_unknown_claim_ends_the_command_with_1(sample: OpenStore, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "explain", "c000000000000")
    assert (code, out) == (1, "")
    assert "hint: did you mean c" in err


def test_answers_say_what_is_derived(sample: OpenStore, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "ask", "which states are party to UNTOC?", "-f", "json")
    assert {a["id"]: a["derived"] for a in json.loads(out)["answers"]} == {
        "egypt": "entry-into-force",
        "kenya": "protocol-party",
        "mali": "entry-into-force",
    }
    _, out, _ = run(capsys, "show", "egypt")
    assert "in force since 2004-04-04; derived (untoc) [" in out
    _, out, _ = run(capsys, "show", "egypt", "--lang", "ar")
    assert "مستنتج" in out
    _, out, _ = run(capsys, "list", "state", "--where", "party-to=untoc", "-f", "csv")
    assert out.splitlines()[0].endswith(",derived")
    assert out.splitlines()[1].endswith(",entry-into-force")


def test_yes_and_unknown(sample: OpenStore, capsys: pytest.CaptureFixture[str]) -> None:
    for state, verdict in (("Egypt", True), ("Ghana", "unknown")):
        _, out, _ = run(capsys, "ask", f"is {state} party to UNTOC?", "-f", "json")
        assert json.loads(out)["answers"][0]["value"] == verdict


def test_statistics_count_derived_claims_apart(sample: OpenStore, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "stats", "-f", "csv")
    rows = {tuple(line.split(",")[:2]): line.rsplit(",", 1)[1] for line in out.splitlines()}
    assert (rows["total", "claims"], rows["standing", "normal"], rows["standing", "unverified"]) == ("22", "21", "1")
    assert (rows["total", "derived"], rows["rule", "entry-into-force"]) == ("11", "4")
    assert rows["relation type", "party-to"] == "1"
