"""Folders laid over the data: what they add, what they may not, and how it is told."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

import tocgraph
from tocgraph import checks, locate
from tocgraph.cli import main
from tocgraph.errors import DataError, StoreError, TocgraphError
from tocgraph.store.cache import fingerprint
from tocgraph.workspace import new_workspace

Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Writes an overlay: the text of each file by its name, with __ for the dot."""

    def write(name: str = "mine", **files: str) -> Path:
        folder = tmp_path / name
        for file, text in files.items():
            path = folder / file.replace("__", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return folder

    return write


SOURCE = "- id: my-notes\n  title: My notes\n"
FORCE = (
    "- id: task-force\n  type: network\n  label: {en: Sahel Task Force, ar: فرقة عمل الساحل}\n"
    "  label_from: {ar: translation}\n"
)
CITE = '  cite: [{source: my-notes, at: "page 1"}]\n'


def problems(base: Path, *over: Path) -> list[tuple[str, int, str]]:
    return [(p.file, p.line, p.rule) for p in checks.check(locate.layers(base, over))]


def test_an_overlay_adds_entities_claims_and_sources(tiny: Path, make: Make) -> None:
    claims = (
        f"- subject: interpol\n  relation: assists\n  object: task-force\n{CITE}"
        "- subject: task-force\n  relation: operates-in\n  object: mali\n"
        '  cite: [{source: unsc-2100, at: "paragraph 7"}]\n'
    )
    mine = make(sources__yaml=SOURCE, entities__yaml=FORCE, relations__yaml=claims)
    assert problems(tiny, mine) == []
    opened = tocgraph.open_store(tiny, over=[mine])
    found = tocgraph.ask(opened, "who assists the Sahel Task Force?")
    assert [(a.id, [c.source for c in a.citations]) for a in found.answers] == [("interpol", ["my-notes"])]
    [where] = tocgraph.ask(opened, "أين تعمل فرقة عمل الساحل؟").answers
    assert (where.id, where.citations[0].source) == ("mali", "unsc-2100")
    plain = tocgraph.open_store(tiny)
    assert tocgraph.ask(plain, "who assists the Sahel Task Force?").status != "answered"


def test_problems_name_the_file_and_line_of_the_overlay(tiny: Path, make: Make) -> None:
    mine = make(
        entities__yaml="- id: interpol\n  type: network\n  label: {en: Another}\n",
        relations__yaml=f"- subject: unodc\n  relation: assists\n  object: mally\n{CITE}",
    )
    found = checks.check(locate.layers(tiny, [mine]))
    assert [(Path(p.file).name, Path(p.file).parent, p.line, p.rule) for p in found if p.level == "error"] == [
        ("entities.yaml", mine, 1, "repeated-id"),
        ("relations.yaml", mine, 3, "unknown-id"),
        ("relations.yaml", mine, 4, "unknown-source"),
    ]
    assert "of entities.yaml" in found[0].message and "only claim something about 'interpol'" in found[0].hint
    with pytest.raises(DataError):
        tocgraph.load(tiny, over=[mine])


def test_two_overlays_that_clash_name_each_other(tiny: Path, make: Make) -> None:
    first = make("first", entities__yaml=FORCE)
    second = make("second", entities__yaml=FORCE.replace("Sahel", "Other"))
    clash = [p for p in checks.check(locate.layers(tiny, [first, second])) if p.rule == "repeated-id"]
    assert [p.file for p in clash] == [f"{second}/entities.yaml"]
    assert f"{first}/entities.yaml" in clash[0].message


def test_the_same_claim_joins_its_citations_or_is_a_problem(tiny: Path, make: Make) -> None:
    claim = "- subject: mali\n  relation: party-to\n  object: untoc\n  since: 2002-04-12\n"
    mine = make(sources__yaml=SOURCE, relations__yaml=claim + CITE)
    assert problems(tiny, mine) == []
    graph = tocgraph.load(tiny, over=[mine])
    [joined] = [r for r in graph.stated if (r.subject, r.relation) == ("mali", "party-to")]
    assert [c.source for c in joined.cite] == ["un-treaty-collection", "my-notes"]
    assert len(graph.stated) == len(tocgraph.load(tiny).stated)
    against = make(relations__yaml=f"{claim}  standing: rejected\n  note: not so\n{CITE}")
    assert (f"{against}/relations.yaml", 1, "same-claim") in problems(tiny, against)
    unsound = make(relations__yaml=claim + '  cite: [{source: nowhere, at: "page 1"}]\n')
    assert (f"{unsound}/relations.yaml", 5, "unknown-source") in problems(tiny, unsound)


def test_a_schema_adds_types_and_their_words(tiny: Path, make: Make) -> None:
    schema = (
        "relation_types:\n  - id: trains\n    label: {en: trains, ar: يدرب}\n"
        "    from: [organization]\n    to: [actor]\n    phrases: {en: [S train O], ar: [S يدرب O]}\n"
    )
    claim = f"- subject: interpol\n  relation: trains\n  object: mali\n{CITE}"
    mine = make(sources__yaml=SOURCE, relations__yaml=claim, schema__yaml=schema)
    assert problems(tiny, mine) == []
    opened = tocgraph.open_store(tiny, over=[mine])
    assert [a.id for a in tocgraph.ask(opened, "who trains Mali?").answers] == ["interpol"]
    assert [a.id for a in tocgraph.ask(opened, "من يدرب مالي؟").answers] == ["interpol"]
    more = make(schema__yaml="base: https://example.org/\n" + schema.replace("id: trains", "id: assists"))
    found = {(p.file, p.line, p.rule) for p in checks.check(locate.layers(tiny, [more]))}
    assert {(f"{more}/schema.yaml", 1, "unknown-field"), (f"{more}/schema.yaml", 3, "repeated-id")} <= found
    broken = make("broken", schema__yaml="- a list\n")
    assert (f"{broken}/schema.yaml", 1, "wrong-shape") in problems(tiny, broken)


def test_tables_of_an_overlay_know_the_codes_of_the_data(tiny: Path, make: Make) -> None:
    mine = make(
        sources__yaml=SOURCE,
        entities__yaml=FORCE,
        tables__yaml="- table: hosts.csv\n  columns: [state, cite]\n  codes: {state: iso3}\n  relations:\n"
        "    - {subject: task-force, relation: operates-in, object: '{state}'}\n",
    )
    (mine / "tables").mkdir()
    (mine / "tables" / "hosts.csv").write_text("state,cite\nMLI,my-notes @ page 2\n")
    assert problems(tiny, mine) == []
    graph = tocgraph.load(tiny, over=[mine])
    assert [(r.object, r.cite[0].at) for r in graph.stated if r.subject == "task-force"] == [("mali", "page 2")]
    (mine / "tables" / "hosts.csv").write_text("state,cite\nXXX,my-notes @ page 2\n")
    assert (f"{mine}/tables/hosts.csv", 2, "unknown-code") in problems(tiny, mine)
    # A folder meant to be laid over, taken for the data themselves: there no entity has a code at all.
    assert "no iso3 code 'XXX'" in " ".join(problem.message for problem in checks.check(mine))


def test_the_cache_follows_the_content_of_every_folder(tiny: Path, make: Make) -> None:
    mine = make(entities__yaml=FORCE)
    alone, first = fingerprint(tiny), fingerprint(locate.layers(tiny, [mine]))
    (mine / "entities.yaml").write_text(FORCE.replace("Sahel", "Savel"))
    second = fingerprint(locate.layers(tiny, [mine]))
    (mine / "entities.yaml").write_text(FORCE)
    assert len({alone, first, second}) == 3
    assert fingerprint(locate.layers(tiny, [mine])) == first


def test_what_cannot_be_laid_over_is_said(tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for wrong, told in ((tmp_path / "none", "no folder"), (tmp_path / "empty", "holds no data"), (tiny, "itself")):
        with pytest.raises(TocgraphError, match=told):
            locate.layers(tiny, [wrong])


def test_the_command_line_lays_over_and_leaves_nothing_behind(
    tiny: Path, make: Make, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = f"- subject: task-force\n  relation: operates-in\n  object: mali\n{CITE}"
    mine = make(sources__yaml=SOURCE, entities__yaml=FORCE, relations__yaml=claim)
    base = ["--data-dir", str(tiny)]
    assert main(["show", "task-force", *base, "--data", str(mine), "--format", "json"]) == 0
    assert "my-notes" in capsys.readouterr().out
    assert "TOCGRAPH_OVERLAYS" not in os.environ
    assert main(["show", "task-force", *base]) == 1
    monkeypatch.setenv("TOCGRAPH_OVERLAYS", str(mine))
    assert main(["show", "task-force", *base]) == 0
    capsys.readouterr()
    assert main(["stats", *base, "--format", "json"]) == 0
    assert ["overlay", "mine", "", 1] in json.loads(capsys.readouterr().out)["table"]["rows"]
    assert main(["sources", *base, "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)["table"]["rows"]
    assert {row[0]: row[-1] for row in rows}["my-notes"] == "mine"
    assert {row[0]: row[-1] for row in rows}["unsc-2100"] == ""
    assert main(["check", *base, "--data", str(mine) + os.pathsep + "x"]) == 2
    assert main(["check", *base, "--data", "nowhere"]) == 1


def test_a_new_workspace_is_sound_and_answers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "work" / "mine"
    assert main(["new", "workspace", str(target)]) == 0
    assert f"{target}/entities.yaml" in capsys.readouterr().out.splitlines()
    layers = locate.layers(None, [target])
    assert [p for p in checks.check(layers) if p.file.startswith(str(target))] == []
    opened = tocgraph.open_store(over=[target])
    assert [a.id for a in tocgraph.ask(opened, "من يدرب فرقة العمل النموذجية؟").answers] == ["example-training-centre"]
    members = tocgraph.ask(opened, "who are the members of the Example Task Force?").answers
    assert {a.id for a in members} == {"egypt", "morocco"}


def test_a_workspace_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert new_workspace(tmp_path / "mine")  # an empty folder is as good as none
    before = {p: p.read_bytes() for p in (tmp_path / "mine").rglob("*") if p.is_file()}
    with pytest.raises(TocgraphError, match="there already"):
        new_workspace(tmp_path / "mine")
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError):
        new_workspace(tmp_path / "file" / "mine")
    assert {p: p.read_bytes() for p in (tmp_path / "mine").rglob("*") if p.is_file()} == before
    assert not list(tmp_path.rglob("*.part"))
