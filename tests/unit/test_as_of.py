"""What exists and holds on a day: the flags of the schema, the graph in memory, and every answering command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tocgraph.checks import check
from tocgraph.graph import KnowledgeGraph, load
from tocgraph.questions import ask
from tocgraph.reports.find import find
from tocgraph.reports.listing import list_entities
from tocgraph.reports.show import show
from tocgraph.reports.stats import stats
from tocgraph.store import OpenStore


@pytest.fixture(scope="module")
def graph(tiny_folder: Path) -> KnowledgeGraph:
    return load(tiny_folder)


@pytest.fixture(scope="module")
def tiny_folder() -> Path:
    return Path(__file__).parent.parent / "data" / "tiny"


def listed(opened: OpenStore, kind: str, day: str) -> list[str | None]:
    return [answer.id for answer in list_entities(opened, kind, as_of=day).answers]


def test_dates_of_flagged_relation_types_bound_a_life(graph: KnowledgeGraph) -> None:
    assert graph.lives == {
        "interpol": ("1923-01-01", ""),  # 1914 is disputed
        "minusma": ("", "2023-12-31"),
        "untoc": ("2000-11-15", ""),  # 2000-12-12 is rejected
        "untoc-art-16": ("2000-11-15", ""),  # a part of it
    }


def test_a_claim_holds_while_both_ends_exist(graph: KnowledgeGraph) -> None:
    periods = {(r.subject, r.relation): graph.period(r) for r in graph.relations}
    assert periods["unodc", "secretariat-of"] == ("2000-11-15", "")
    assert periods["minusma", "operates-in"] == ("2013-04-25", "2023-12-31")
    assert periods["minusma", "supports-action-against"] == ("", "2023-12-31")
    assert periods["trafficking-protocol", "criminalizes"] == ("", "")
    assert periods["untoc", "adopted-on"] == ("", "")


def test_a_lasting_relation_outlives_its_ends(tmp_path: Path, tiny: Path) -> None:
    for file in tiny.iterdir():
        text = file.read_text(encoding="utf-8")
        if file.name == "relations.yaml":
            text += "\n- subject: untoc\n  relation: adopted-by\n  object: minusma\n"
            text += '  cite: [{source: untoc-text, at: "Article 1"}]\n'
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    graph = load(tmp_path)
    [adopted] = [r for r in graph.relations if r.relation == "adopted-by"]
    assert graph.period(adopted) == ("2000-11-15", "")
    later = graph.as_of("2030")
    assert adopted in later.relations and "minusma" in later.entities
    assert "operates-in" not in {r.relation for r in later.relations}


def test_the_graph_of_a_day(graph: KnowledgeGraph) -> None:
    early = graph.as_of("1950")
    assert "untoc" not in early.entities and "unodc" in early.entities
    assert not any("untoc" in (r.subject, r.object) for r in early.relations)
    assert "untoc" in graph.as_of("2000").entities  # the year may mean its last day
    assert "untoc" not in graph.as_of("2000-11-14").entities
    assert "minusma" not in graph.as_of("2024").entities


@pytest.mark.parametrize(
    ("kind", "day", "ids"),
    [
        ("mission", "2023-12-31", ["minusma"]),
        ("mission", "2024-01-01", []),
        ("mission", "1900", ["minusma"]),  # nothing says when it began
        ("convention", "2000-11-14", []),
        ("convention", "2000", ["untoc"]),
        ("police-organization", "1922", []),
        ("police-organization", "1923-01-01", ["interpol"]),  # 1923 may mean its first day
    ],
)
def test_lists_hold_what_may_have_existed(opened: OpenStore, kind: str, day: str, ids: list[str]) -> None:
    assert listed(opened, kind, day) == ids


def test_questions_finding_showing_and_counting_follow(opened: OpenStore) -> None:
    assert [a.id for a in ask(opened, "list conventions", as_of="2001").answers] == ["untoc"]
    assert ask(opened, "list conventions", as_of="1999").status == "not-in-graph"
    assert ask(opened, "how many missions are there", as_of="2024").status == "not-in-graph"
    assert ask(opened, "who implements UNTOC?", as_of="1990").status == "not-in-graph"
    assert ask(opened, "who implements UNTOC?", as_of="2010").answers[0].id == "unodc"
    assert [a.id for a in find(opened, "UNTOC", as_of="1999").answers] == []
    assert "untoc" in [a.id for a in find(opened, "UNTOC", as_of="2001").answers]
    assert "untoc" not in {a.id for a in show(opened, "unodc", as_of="1999").answers}
    table = stats(opened, as_of="1999").table
    assert table is not None
    counts = {(row[0], row[1]): row[3] for row in table.rows}
    assert ("entity type", "convention") not in counts
    assert counts["entity type", "un-peacekeeping-mission"] == 1
    assert ("relation type", "secretariat-of") not in counts


@pytest.mark.parametrize(
    ("relation", "flag", "message"),
    [
        ("member-count", "begins", "only the value of a date can be flagged 'begins'"),
        ("part-of", "ends", "a relation with an object cannot be flagged 'ends'"),
        ("founded", "lasting", "a relation with a value cannot be flagged 'lasting'"),
    ],
)
def test_flags_of_time_fit_their_relation_type(
    tmp_path: Path, tiny: Path, relation: str, flag: str, message: str
) -> None:
    from tocgraph import locate

    for file in [*tiny.iterdir(), locate.schema_file(tiny)]:
        (tmp_path / file.name).write_bytes(file.read_bytes())
    schema = tmp_path / "schema.yaml"
    lines = schema.read_text(encoding="utf-8").split("\n")
    at = lines.index(f"  - id: {relation}")
    block = next(n for n in range(at + 1, len(lines)) if lines[n].startswith("  - id:"))
    kept = [line for line in lines[at + 1 : block] if not line.startswith("    flags:")]
    schema.write_text("\n".join([*lines[: at + 1], f"    flags: [{flag}]", *kept, *lines[block:]]), encoding="utf-8")
    assert [p.message for p in check(tmp_path) if p.rule == "bad-flag"] == [message]
