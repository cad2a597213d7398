"""Files laid over the data: N-Quads in our vocabulary and in others, and FollowTheMoney entities."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import tocgraph
from tocgraph import locate, rdf
from tocgraph.errors import TocgraphError
from tocgraph.store import OpenStore
from tocgraph.store.cache import fingerprint

RECORDS: list[dict[str, Any]] = [
    {"id": "p1", "schema": "Person", "caption": "Ivan Petrov", "properties": {"gender": ["male"],
        "name": ["Иван Петров", "Ivan Petrov"], "birthDate": ["1970-05-01"], "nationality": ["ml"]}},
    {"id": "p2", "schema": "Person", "properties": {"name": ["أحمد البحري"]}},
    {"id": "c1", "schema": "Company", "properties": {
        "name": ["Blue Heron Shipping Ltd"], "incorporationDate": ["2001-02"], "dissolutionDate": ["2012"]}},
    {"id": "v1", "schema": "Vessel", "properties": {"name": ["Sea Falcon", "صقر البحر"], "imoNumber": ["9123456"]}},
    {"id": "o1", "schema": "Ownership", "properties": {
        "owner": ["p1"], "asset": ["c1"], "percentage": ["60"], "startDate": ["2005-01-01"], "endDate": ["2010"]}},
    {"id": "o2", "schema": "Ownership", "properties": {"owner": ["c1"], "asset": ["v1"], "startDate": ["2006"]}},
    {"id": "o3", "schema": "Ownership", "properties": {"owner": ["c1"], "asset": ["v1"], "startDate": ["2006"]}},
    {"id": "f1", "schema": "Family", "properties": {"person": ["p2"], "relative": ["p1"], "relationship": ["cousin"]}},
    {"id": "s1", "schema": "Sanction", "properties": {"entity": ["p1"], "authority": ["Office of Examples"]}},
    {"id": "Q8475", "schema": "Organization", "properties": {"name": ["Another name"]}},
    {"id": "i1", "schema": "Organization", "properties": {"name": ["INTERPOL"]}},
    {"id": "m1", "schema": "Membership", "properties": {"member": ["c1"], "organization": ["Q8475"]}},
    {"id": "m2", "schema": "Membership", "properties": {"member": ["c1"], "organization": ["nowhere"]}},
    {"id": "o4", "schema": "Ownership", "properties": {"owner": ["v1"], "asset": ["c1"]}},
    {"id": "x1", "schema": "Debt", "properties": {"debtor": ["c1"], "creditor": ["p1"]}},
    {"id": "p3", "schema": "Person", "properties": {"gender": ["male"]}},
]  # fmt: skip


def _lines(records: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


@pytest.fixture(scope="module")
def fleet(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> OpenStore:
    """The tiny graph under a small file of FollowTheMoney entities."""
    file = tmp_path_factory.mktemp("ftm") / "Fleet 2024.ftm.json.gz"
    file.write_bytes(gzip.compress(_lines(RECORDS)))
    return tocgraph.open_store(tiny, over=[file])


def _ids(opened: OpenStore, question: str, as_of: str | None = None) -> list[str | None]:
    found = tocgraph.ask(opened, question, as_of=as_of)
    assert found.status == "answered", found
    return [answer.id for answer in found.answers]


def test_questions_over_foreign_entities(fleet: OpenStore) -> None:
    assert _ids(fleet, "who owns Blue Heron Shipping Ltd?") == ["fleet-2024-p1"]
    assert _ids(fleet, "من يملك صقر البحر؟") == ["fleet-2024-c1"]
    assert _ids(fleet, "who owns the Sea Falocn?") == ["fleet-2024-c1"]
    assert _ids(fleet, "who owned Blue Heron Shipping Ltd in 2008?") == ["fleet-2024-p1"]
    assert tocgraph.ask(fleet, "who owned Blue Heron Shipping Ltd in 2011?").status == "not-in-graph"
    assert _ids(fleet, "which persons own companies that own vessels?") == ["fleet-2024-p1"]
    assert _ids(fleet, "who are the relatives of أحمد البحري؟") == ["fleet-2024-p1"]
    [born] = tocgraph.ask(fleet, "when was Ivan Petrov born?").answers
    assert born.value == "1970-05-01"
    assert [a.value for a in tocgraph.ask(fleet, "sanctions on Ivan Petrov").answers] == ["Office of Examples"]


def test_each_claim_cites_the_record_it_comes_from(fleet: OpenStore) -> None:
    [owner] = tocgraph.ask(fleet, "who owns the Sea Falcon?").answers
    assert {(c.source, c.at) for c in owner.citations} == {("fleet-2024", "record o2"), ("fleet-2024", "record o3")}
    assert "Fleet 2024.ftm.json.gz" in fleet.names.source_title("fleet-2024")
    assert tocgraph.cite(fleet, owner.claims[0]).status == "answered"


def test_what_bounds_a_life_bounds_the_claims(fleet: OpenStore) -> None:
    assert _ids(fleet, "who owns the Sea Falcon?", as_of="2011") == ["fleet-2024-c1"]
    assert tocgraph.ask(fleet, "who owns the Sea Falcon?", as_of="2013").status == "not-in-graph"


def test_only_identifiers_identify(fleet: OpenStore) -> None:
    assert _ids(fleet, "which companies are members of ICPO?") == ["fleet-2024-c1"]
    assert fleet.names.entity("fleet-2024-q8475") is None
    assert fleet.names.entity("fleet-2024-i1") is not None  # the same name is not the same thing


def test_the_other_commands_know_foreign_entities(fleet: OpenStore) -> None:
    [hit, *_] = fleet.names.find("blue heron")
    assert hit[0].id == "fleet-2024-c1"
    assert fleet.names.matches(["9123456"])[0].entity == "fleet-2024-v1"
    shown = tocgraph.show(fleet, "fleet-2024-c1")
    assert shown.status == "answered"
    listed = tocgraph.list_entities(fleet, "company")
    assert [a.id for a in listed.answers] == ["fleet-2024-c1"]
    way = tocgraph.paths(fleet, "fleet-2024-v1", "mali")
    assert way.path is not None and way.status == "answered"


def test_what_has_no_place_is_counted(fleet: OpenStore) -> None:
    [layer] = fleet.names.meta("overlays")
    assert {(kind, name): n for kind, name, n in layer["left"]} == {
        ("schema", "Debt"): 1,
        ("property", "gender"): 2,
        ("thing without a name", ""): 1,
        ("claim about something that is not taken", ""): 1,
        ("claim whose ends or value do not fit", "owns"): 1,
    }
    assert (layer["entities"], layer["relations"]) == (5, 9)
    rows = tocgraph.stats(fleet).table.rows  # type: ignore[union-attr]
    assert ("not taken", "Fleet 2024.ftm.json.gz", "schema Debt", 1) in rows


@pytest.fixture(scope="module")
def laid_as_quads(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[OpenStore, OpenStore]:
    """A folder laid over the data as records, and as the quads that it adds: in named graphs, in no order."""
    folder = tmp_path_factory.mktemp("quads")
    mine = folder / "mine"
    mine.mkdir()
    (mine / "sources.yaml").write_text("- {id: my-notes, title: My notes}\n")
    (mine / "entities.yaml").write_text(
        "- id: task-force\n  type: network\n  label: {en: Sahel Task Force, ar: فرقة عمل الساحل}\n"
        "  label_from: {ar: my-notes}\n  aliases: {en: [STF]}\n  description: {en: A network., ar: شبكة.}\n"
        "  identifiers: {wikidata: Q1, registry: A-1}\n",
        encoding="utf-8",
    )
    cite = '  cite: [{source: my-notes, at: "page 1", finds: [word]}, {source: unsc-2100, at: preamble}]\n'
    (mine / "relations.yaml").write_text(
        f"- subject: interpol\n  relation: assists\n  object: task-force\n{cite}"
        f"- subject: mali\n  relation: member-of\n  object: task-force\n  since: 2020-05\n  until: 2022\n"
        f"  qualifiers: {{status: observer}}\n{cite}"
        f"- subject: task-force\n  relation: founded\n  value: 2019-02\n{cite}"
    )
    below = set(rdf.triples(tocgraph.load(tiny)))
    added = [line for line in rdf.triples(tocgraph.load(tiny, over=[mine])) if line not in below]
    file = folder / "added.nq"
    file.write_text("".join(f"{line[:-3]} <https://example.org/graph> .\n" for line in reversed(added)), "utf-8")
    return tocgraph.open_store(tiny, over=[mine]), tocgraph.open_store(tiny, over=[file])


@pytest.mark.parametrize(
    "question",
    [
        "who assists the Sahel Task Force?",
        "من هم أعضاء فرقة عمل الساحل؟",
        "when was the Sahel Tsak Force founded?",
        "which states were members of STF in 2021?",
    ],
)
def test_quads_of_our_vocabulary_answer_as_the_records_do(
    laid_as_quads: tuple[OpenStore, OpenStore], question: str
) -> None:
    records, quads = laid_as_quads
    expected, found = tocgraph.ask(records, question), tocgraph.ask(quads, question)
    assert found.status == expected.status == "answered" and found.answers
    assert found.answers == expected.answers and found.reading == expected.reading


def test_quads_carry_every_name_and_count(laid_as_quads: tuple[OpenStore, OpenStore]) -> None:
    records, quads = laid_as_quads
    assert quads.names.entity("task-force") == records.names.entity("task-force")
    assert quads.names.meta("counts") == records.names.meta("counts")
    assert quads.names.entity("mali") == records.names.entity("mali")
    assert sorted(quads.names.matches(["stf", "q1", "a-1"])) == sorted(records.names.matches(["stf", "q1", "a-1"]))


Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def put(text: str, name: str = "file.nq") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return put


BASE = "https://w3id.org/tocgraph/"
ID, CLAIM, TOC = f"{BASE}id/", f"{BASE}claim/", f"{BASE}schema#"
PROV = "http://www.w3.org/ns/prov#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f'<{ID}mali> <{SKOS}prefLabel> "Other" .\n', r"file\.nq:1:1 error repeated-id: 'mali' is in the data already"),
        (
            f"\n<{ID}new> <{TOC}type> <{TOC}Network> .\n",
            r"file\.nq:2:1 error missing-label: the entity 'new' has no label",
        ),
        (
            f'<{ID}new> <{TOC}type> <{TOC}Netwrk> .\n<{ID}new> <{SKOS}prefLabel> "New"@en .\n',
            "file.nq:1:1 error unknown-entity-type: no entity type .*Netwrk'; did you mean '.*#Network'",
        ),
        (
            f"\n<{CLAIM}c1> <{RDF}predicate> <{TOC}asists> .\n",
            r":2:1 error unknown-relation-type: .*; did you mean '.*assists'",
        ),
        (
            f"<{CLAIM}c1> <{RDF}subject> <{ID}interpl> .\n",
            "file.nq:1:1 error unknown-id: no entity 'interpl'; .*'interpol'",
        ),
        (
            f"#\n<{CLAIM}c1> <{RDF}type> <{TOC}Claim> .\n",
            "file.nq:2:1 error missing-citation: the claim 'c1' cites no source",
        ),
        (f"<{CLAIM}c1> <{RDF}type> <{TOC}Claim> .\n", "error half-claim: the claim 'c1' has no rdf:subject"),
        (f'<{CLAIM}c1> <{TOC}since> "2023-13" .\n', "file.nq:1:1 error bad-date: .*2023-13"),
        (f"<{CLAIM}c1> <{TOC}standing> <{TOC}standing-nomal> .\n", "error unknown-standing: .*'.*standing-normal'"),
        (f'<{CLAIM}c1> <{BASE}qualifier/rol> "x" .\n', "error unknown-qualifier: .*did you mean '.*/role'"),
        (
            f"<{CLAIM}c1> <{PROV}hadPrimarySource> <{BASE}source/unsc-210> .\n",
            "unknown-source: .*did you mean 'unsc-2100'",
        ),
        (
            f"<{ID}interpol> <{TOC}assists> <{ID}mali> .\n",
            "file.nq:1:1 error plain-triple: a plain triple that no claim",
        ),
        ("<http://a> <http://b> .\n", r"file\.nq:1:1 error file-syntax: not N-Quads"),
        ("nothing of the kind\n", r"file\.nq:1:1 error file-syntax: not N-Quads"),
        (
            '{"id": "a", "schema": "Person", "properties": {}}\n{"id": 3}\n',
            r"file\.nq:2:1 error file-syntax: not a FollowTheMoney entity",
        ),
    ],
)
def test_a_faulty_file_is_one_clear_message(tiny: Path, write: Write, text: str, told: str) -> None:
    with pytest.raises(TocgraphError, match=told):
        tocgraph.open_store(tiny, over=[write(text)])
    assert not [p for p in locate.cache_dir().iterdir() if p.name.endswith(".part")]


def test_a_file_of_no_known_kind_is_refused(tiny: Path, write: Write) -> None:
    with pytest.raises(TocgraphError, match="neither N-Quads nor FollowTheMoney"):
        tocgraph.open_store(tiny, over=[write("nothing of the kind\n", "notes.txt")])


def test_quads_that_say_what_is_there_already_change_nothing(tiny: Path, write: Write) -> None:
    opened = tocgraph.open_store(tiny, over=[write("".join(rdf.triples(tocgraph.load(tiny))))])
    plain = tocgraph.open_store(tiny)
    count = "SELECT (COUNT(*) AS ?n) WHERE { ?s a toc:Claim }"
    assert opened.store.select(count) == plain.store.select(count)
    assert opened.names.meta("counts") == plain.names.meta("counts")


def test_foreign_quads_become_entities_where_their_class_is_known(tiny: Path, write: Write) -> None:
    schema, foaf = "http://schema.org/", "http://xmlns.com/foaf/0.1/"
    opened = tocgraph.open_store(
        tiny,
        over=[
            write(
                f'<http://x/a> <{RDF}type> <{schema}Person> .\n<http://x/a> <{schema}name> "Lina Haddad"@en .\n'
                f'<http://x/a> <{schema}name> "لينا حداد"@ar .\n'
                f"<http://x/a> <{schema}memberOf> <http://x/b> <http://g> .\n"
                f'<http://x/b> <{RDF}type> <{foaf}Organization> .\n<http://x/b> <{foaf}name> "Harbour Watch" .\n'
                f'<http://x/b> <{schema}foundingDate> "1999-03" .\n<http://x/a> <{schema}nationality> <http://x/m> .\n'
                f"<http://x/m> <http://www.w3.org/2002/07/owl#sameAs> <http://www.wikidata.org/entity/Q912> .\n"
                f'<http://x/m> <{schema}name> "Republique" .\n<http://x/c> <{RDF}type> <http://x/Rock> .\n'
                f'_:b <{schema}name> "nobody" .\n<http://x/a> <http://x/eats> "bread" .\n'
            )
        ],
    )
    [member] = tocgraph.ask(opened, "who are the members of Harbour Watch?").answers
    assert opened.names.entity(str(member.id)).name("ar") == "لينا حداد"  # type: ignore[union-attr]
    assert (member.citations[0].source, member.citations[0].at) == ("file", "record http://x/a")
    [citizen] = tocgraph.ask(opened, "من يحمل جنسية مالي؟").answers
    assert citizen.id == member.id
    [founded] = tocgraph.ask(opened, "when was Harbour Watch founded?").answers
    assert founded.value == "1999-03"
    same = opened.store.ask("ASK { ?e skos:exactMatch <http://x/b> ; toc:type toc:Organization }")
    assert same
    [layer] = opened.names.meta("overlays")
    left = {(kind, name): n for kind, name, n in layer["left"]}
    assert left == {("blank node", ""): 1, ("class", "http://x/Rock"): 1, ("property", "http://x/eats"): 1}


def test_the_graph_is_marked_with_the_files_over_it(tiny: Path, write: Write) -> None:
    quads = '<https://example.org/{}> <http://www.w3.org/2000/01/rdf-schema#label> "Name" .\n'
    files = [write(quads.format(name), f"{name}.nq") for name in ("one", "two")]
    opened = [tocgraph.open_store(tiny, over=over) for over in ([], files[:1], files[1:], files, files[:1])]
    marks = [tocgraph.store.fingerprint(o.store, o.vocabulary).fingerprint for o in opened]
    assert marks[1] == marks[4]
    assert len(set(marks)) == 4


def test_the_key_of_the_cache_is_the_content_of_the_file(tiny: Path, write: Write) -> None:
    file = write(_lines(RECORDS[:2]).decode(), "a.jsonl")
    first = fingerprint(locate.layers(tiny, [file]))
    file.write_bytes(_lines(RECORDS[:3]))
    second = fingerprint(locate.layers(tiny, [file]))
    assert first != second and fingerprint(locate.layers(tiny, [file])) == second
    with pytest.raises(TocgraphError, match="not held in memory"):
        tocgraph.load(tiny, over=[file])
