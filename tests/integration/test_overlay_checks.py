"""Files laid over the data: what `check` tells of them, and what follows from their claims by the rules."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tocgraph
from tocgraph import rdf
from tocgraph.checks import RULES
from tocgraph.cli import main
from tocgraph.foreign import FILE_RULES, Mapping, following, lay
from tocgraph.graph import KnowledgeGraph
from tocgraph.model import Dataset, Relation
from tocgraph.rdf.records import Writer
from tocgraph.reader import read
from tocgraph.store import OpenStore

BASE = "https://w3id.org/tocgraph/"
TOC, PROV = f"{BASE}schema#", "http://www.w3.org/ns/prov#"
ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "data" / "inference"
FLEET = [
    {"id": "c1", "schema": "Company", "properties": {"name": ["Blue Heron"], "nmae": ["x"], "gender": ["a", "b"]}},
    {"id": "c2", "schema": "Compny", "properties": {"name": ["Red Heron"]}},
    {"id": "c3", "schema": "Company", "properties": {"gender": ["c"]}},
    {"id": "o1", "schema": "Ownership", "properties": {"owner": ["c1"], "asset": ["gone"]}},
]


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, list[str], str]:
    code = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return code, out.splitlines(), err


def test_check_tells_what_is_not_taken_with_counts_and_an_example(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("fleet.jsonl").write_text("".join(json.dumps(record) + "\n" for record in FLEET))
    code, lines, err = run(capsys, "check", tiny, "--data", "fleet.jsonl")
    assert (code, err.splitlines()[-1]) == (0, "0 errors, 5 warnings")
    assert [line for line in lines if line.startswith("fleet.jsonl:")] == [
        "fleet.jsonl:1:1 warning not-taken: the property gender is not taken, such as 'a' of c1 (3 times); "
        "map it in foreign/mapping.yaml",
        "fleet.jsonl:1:1 warning not-taken: the property nmae is not taken, such as 'x' of c1; did you mean 'name'?",
        "fleet.jsonl:2:1 warning not-taken: the schema Compny is not taken, such as the record c2; "
        "did you mean 'Company'?",
        "fleet.jsonl:3:1 warning not-taken: not taken: thing without a name, such as c3; "
        "give it a name by one of the properties under labels in foreign/mapping.yaml",
        "fleet.jsonl:4:1 warning not-taken: not taken: claim about something that is not taken, such as c1 and gone; "
        "both ends need a known type and a name",
    ]
    assert run(capsys, "check", tiny, "--data", "fleet.jsonl", "--strict")[0] == 1
    code, lines, _ = run(capsys, "check", tiny, "--data", "fleet.jsonl", "--format", "sarif")
    results = json.loads("\n".join(lines))["runs"][0]["results"]
    assert {"not-taken"} <= {result["ruleId"] for result in results}


def test_check_goes_on_behind_a_broken_line_and_looks_into_folders(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    mine = Path("mine")
    mine.mkdir()
    lines = [f'<{BASE}claim/c{n}> <{TOC}until> "{n}" .\n' for n in range(90)] + ["<broken\n", "<b> .\n"]
    (mine / "much.nq").write_text("".join(lines))
    (mine / "fleet.jsonl").write_text("{}\n" + json.dumps(FLEET[0]) + "\n")
    code, told, _ = run(capsys, "check", tiny, "--data", "mine")
    assert code == 1
    assert "mine/much.nq:91:1 error file-syntax: not N-Quads" in "\n".join(told)
    assert any(line.startswith("mine/much.nq:92:1 error file-syntax") for line in told)
    assert sum("bad-date" in line for line in told) == 51
    assert any("40 more findings of this kind" in line for line in told)
    assert len(told) == 56


def test_check_says_where_in_a_line_a_file_breaks_off_and_gives_no_address_that_only_begins_alike(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("cut.jsonl").write_text(json.dumps(FLEET[0]) + '\n{"id": "c2", "schema": "Com')
    weird, nmae = (f"<http://a.example/x> <https://schema.org/{name}> " for name in ("weird", "nmae"))
    lines = [weird + '"x" .', nmae + '"']
    Path("cut.nt").write_text("\n".join(lines))
    told = "\n".join(run(capsys, "check", tiny, "--data", "cut.jsonl", "--data", "cut.nt")[1])
    assert "cut.jsonl:2:1 error file-syntax: not a FollowTheMoney entity: Unterminated string, at column 24" in told
    assert "cut.nt:2:1 error file-syntax: not N-Quads: column 48: " in told
    Path("whole.nt").write_text("\n".join([lines[0], lines[1] + 'x" .']))
    told = "\n".join(run(capsys, "check", tiny, "--data", "whole.nt")[1])
    assert "schema.org/weird is not taken" in told and "did you mean 'https://schema.org/name'?" in told
    assert told.count("did you mean") == 1


@pytest.mark.parametrize(("name", "content"), [("a.jsonl", ""), ("a.nq", "\n# of nothing\n"), ("a.nt", "\n")])
def test_a_file_that_holds_nothing_is_told(
    name: str, content: str, tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text(content)
    code, told, err = run(capsys, "check", tiny, "--data", tmp_path / name)
    assert (code, err.splitlines()[-1]) == (0, "0 errors, 1 warning")
    assert f"{name}:1:1 warning empty-file: the file holds nothing; was it fetched in full?" in "\n".join(told)


def test_turtle_is_told_to_be_converted_whatever_stands_above_it(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "part.ttl").write_text("# a comment\n\n@prefix a: <http://a.example/> .\na:b a a:c .\n")
    code, _, err = run(capsys, "check", tiny, "--data", tmp_path / "part.ttl")
    assert code == 1
    assert "part.ttl is neither N-Quads nor FollowTheMoney JSON" in err and "makes N-Triples of Turtle" in err
    code, _, err = run(capsys, "check", tiny, "--data", tmp_path)
    assert code == 1
    assert "holds no data to lay over" in err and "and files that end in .nq, .nt, .jsonl, .ftm.json" in err


def test_files_wait_until_the_folders_are_in_order(
    tiny: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "relations.yaml").write_text("- {subject: nobody, relation: assists, object: mali, cite: []}\n")
    (tmp_path / "fleet.jsonl").write_text(json.dumps(FLEET[0]) + "\n")
    code, _, err = run(capsys, "check", tiny, "--data", tmp_path)
    assert code == 1
    assert "fleet.jsonl is not checked before the errors of the folders are mended" in err


def test_every_rule_of_files_is_described() -> None:
    text = (ROOT / "docs" / "overlays.md").read_text(encoding="utf-8")
    assert not RULES.keys() & FILE_RULES.keys()
    for rule in FILE_RULES.values():
        assert f"| `{rule.id}` | {rule.level} | {rule.description} |" in text


UNITS = [
    {"id": "desk", "type": "unit"}, {"id": "office", "type": "unit"}, {"id": "branch", "type": "unit"},
]  # fmt: skip
SOURCE = {"id": "untc", "title": "UNTC", "type": "document"}
CITE = [{"source": "untc", "at": "page 1"}]


@pytest.fixture(scope="module")
def sample() -> Dataset:
    """Two instruments, four states and a hierarchy of units: claims for every rule."""
    dataset = read(SAMPLE).dataset
    units = [type(dataset.entities[0]).model_validate({**unit, "label": {"en": unit["id"]}}) for unit in UNITS]
    pairs = [("desk", "office"), ("office", "branch"), ("branch", "african-union")]
    chain = [
        Relation.model_validate({"subject": a, "relation": "part-of", "object": b, "cite": CITE}) for a, b in pairs
    ]
    return dataset.model_copy(
        update={"entities": [*dataset.entities, *units], "relations": [*dataset.relations, *chain]}
    )


def laid(
    dataset: Dataset, over: list[Relation], tmp_path: Path
) -> tuple[KnowledgeGraph, dict[str, dict[str, list[str]]]]:
    """The graph below, and the claims in the store by id: their properties, once the others are laid over it."""
    below = KnowledgeGraph(dataset.model_copy(update={"relations": [r for r in dataset.relations if r not in over]}))
    store = pyoxigraph.Store()
    store.bulk_load("".join(rdf.triples(below)).encode(), pyoxigraph.RdfFormat.N_TRIPLES)
    writer = Writer(dataset.schema_)
    file = tmp_path / "over.nq"
    file.write_text("".join(line for relation in over for line in writer.relation(relation)) or "#\n", "utf-8")
    lay(store, below, [file], Mapping(), None)
    claims: dict[str, dict[str, list[str]]] = {}
    prefix = f"{dataset.schema_.base}claim/"
    for quad in store:
        address = quad.subject.value
        if address.startswith(prefix) and "#" not in address:
            found = claims.setdefault(address[len(prefix) :], {})
            found.setdefault(quad.predicate.value, []).append(quad.object.value)
    return below, claims


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_what_follows_from_files_is_what_follows_from_folders(
    sample: Dataset, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    over = data.draw(st.lists(st.sampled_from(sample.relations), unique_by=lambda r: r.id))
    below, claims = laid(sample, over, tmp_path_factory.mktemp("over"))
    expected = {r.id: r for r in KnowledgeGraph(sample).derived}
    found = {claim for claim, said in claims.items() if f"{TOC}derivedBy" in said}
    assert expected.keys() <= found
    # What followed below stays, though a claim above may say the same, or more exactly.
    assert found - expected.keys() <= {r.id for r in below.derived}
    for claim in found:
        premises = claims[claim][f"{PROV}wasDerivedFrom"]
        assert {p.rpartition("/")[2] for p in premises} <= claims.keys()
        assert all(f"{TOC}derivedBy" not in claims[p.rpartition("/")[2]] for p in claims[claim][f"{TOC}provenBy"])


def test_beyond_the_limit_nothing_is_derived_and_that_is_told(
    sample: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "LIMIT", 1)
    over = [r for r in sample.relations if r.relation == "part-of" and r.subject in ("desk", "office")]
    below, claims = laid(sample, over, tmp_path)
    assert sum(f"{TOC}derivedBy" in said for said in claims.values()) == len(below.derived)
    store = pyoxigraph.Store()
    store.bulk_load("".join(rdf.triples(below)).encode(), pyoxigraph.RdfFormat.N_TRIPLES)
    told = lay(store, below, [tmp_path / "over.nq"], Mapping(), None)
    [problem] = told.problems
    assert (problem.rule, problem.file) == ("rules-not-applied", "0")
    assert "more than 1 claims" in problem.message
    assert told.layers()[0]["left"] == [["claims to which the rules of the schema were not applied", "", 2]]


def test_units_of_a_foreign_file_belong_to_the_body_and_the_proof_is_explained(tiny: Path, tmp_path: Path) -> None:
    org, rdf_type = "http://www.w3.org/ns/org#", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    label = "http://www.w3.org/2004/02/skos/core#prefLabel"
    file = tmp_path / "units.nt"
    file.write_text(
        f'<http://x/a> <{rdf_type}> <{org}OrganizationalUnit> .\n<http://x/a> <{label}> "Night desk"@en .\n'
        f'<http://x/b> <{rdf_type}> <{org}OrganizationalUnit> .\n<http://x/b> <{label}> "Watch floor"@en .\n'
        f'<http://x/c> <{rdf_type}> <{org}Organization> .\n<http://x/c> <{label}> "Harbour Watch"@en .\n'
        f"<http://x/a> <{org}unitOf> <http://x/b> .\n<http://x/b> <{org}unitOf> <http://x/c> .\n"
    )
    opened: OpenStore = tocgraph.open_store(tiny, over=[file])
    found = tocgraph.ask(opened, "what is the Night desk part of?")
    names = {opened.names.entity(str(a.id)).name(): a for a in found.answers}  # type: ignore[union-attr]
    assert names.keys() == {"Watch floor", "Harbour Watch"}
    assert {c.at for c in names["Harbour Watch"].citations} == {"record http://x/a", "record http://x/b"}
    [layer] = opened.names.meta("overlays")
    assert (layer["relations"], layer["derived"]) == (2, 1)
    [proof] = tocgraph.explain(opened, names["Harbour Watch"].claims[0])
    assert proof.claim.rule == "unit-within" and len(proof.premises) == 2
