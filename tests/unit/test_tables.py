"""Tables: rows become records, and whatever is wrong with a row is told at its cell."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocgraph.checks import check
from tocgraph.model import Table
from tocgraph.reader import read
from tocgraph.tables import parse_sheet

BASE = Path(__file__).parent.parent / "rules" / "base"
MAPPING = """\
- table: tasks.csv
  columns: [body, crimes, since, standing, note, cite]
  lists: [crimes]
  relations:
    - subject: "{body}"
      relation: counters
      object: "{crimes}"
      since: "{since}"
      standing: "{standing}"
      qualifiers: {role: "active since {since}"}
      note: {en: "{note}"}
    - {subject: "{body}", relation: cooperates-with, object: interpol, when: {standing: unverified}}
"""
HEADER = "body,crimes,since,standing,note,cite\n"


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables.yaml").write_text(MAPPING, encoding="utf-8")
    return tmp_path


def rows(folder, text):
    (folder / "tables" / "tasks.csv").write_text(HEADER + text, encoding="utf-8")
    return read(folder)


def test_a_row_makes_a_claim_for_each_value_of_a_list(folder):
    found = rows(folder, "europol,smuggling; trafficking,1999,,,annual-report @ page 3; web-page @ paragraph 3\n")
    made = [r for r in found.dataset.relations if r.subject == "europol" and r.relation == "counters"]
    assert [(r.object, r.since, r.standing, r.note) for r in made] == [
        ("smuggling", "1999", "normal", ""),
        ("trafficking", "1999", "normal", ""),
    ]
    assert [(c.source, c.at) for c in made[0].cite] == [("annual-report", "page 3"), ("web-page", "paragraph 3")]
    assert made[0].qualifiers == {"role": "active since 1999"}
    assert found.problems == []


def test_an_empty_cell_makes_no_field_and_a_condition_no_claim(folder):
    found = rows(folder, "europol,smuggling,,,,web-page @ paragraph 3\neuropol,trafficking,,unverified,,web-page @ 4\n")
    counters = [r for r in found.dataset.relations if r.subject == "europol" and r.relation == "counters"]
    assert [(r.object, r.since, r.standing) for r in counters] == [
        ("smuggling", None, "normal"),
        ("trafficking", None, "unverified"),
    ]


def test_a_claim_that_is_stated_as_well_joins_the_citations(folder):
    found = rows(folder, 'interpol,trafficking,,,,"annual-report @ page 3; web-page @ paragraph 1"\n')
    (claim,) = [r for r in found.dataset.relations if r.subject == "interpol" and r.relation == "counters"]
    assert [(c.source, c.at) for c in claim.cite] == [("web-page", "paragraph 1"), ("annual-report", "page 3")]
    assert found.places[id(claim)].file == "relations.yaml"


MISTAKES = [
    ("europol,smugling,,,,web-page @ 3\n", "tables/tasks.csv:2:9 error unknown-id"),
    ("europol,smuggling,1999-13,,,web-page @ 3\n", "tables/tasks.csv:2:19 error bad-date"),
    ('"euro\npol",smuggling,1999,,,web-page @ 3\n', "tables/tasks.csv:2:1 error unknown-id"),
    ("europol,smuggling,,,,web-page\n", "tables/tasks.csv:2:22 error missing-pinpoint"),
    ("europol,smuggling,,,,\n", "tables/tasks.csv:2:22 error missing-citation"),
    ("europol,smuggling,,,,wep-page @ 3\n", "tables/tasks.csv:2:22 error unknown-source"),
    ("europol,smuggling,,true,,web-page @ 3\n", "tables/tasks.csv:2:20 error unknown-standing"),
    ("europol,smuggling,1999\n", "tables/tasks.csv:2:1 error csv-syntax"),
    ('europol,"smug"gling,,,,web-page @ 3\n', "tables/tasks.csv:2:1 error csv-syntax"),
    (
        "interpol,trafficking,,,x,web-page @ 3\neuropol,smuggling,,,,web-page @ 3\n",
        "tables/tasks.csv:3:1 warning order",
    ),
    (
        "europol,smuggling,,,,web-page @ 3\neuropol,smuggling,,,x,web-page @ 3\n",
        "tables/tasks.csv:3:1 error same-claim",
    ),
]


@pytest.mark.parametrize(("text", "expected"), MISTAKES)
def test_one_mistake_is_one_problem_at_its_cell(folder, text, expected):
    rows(folder, text)
    problems = [str(p) for p in check(folder)]
    assert len(problems) == 1, problems
    assert problems[0].startswith(expected + ":")


def test_a_missing_file_and_a_missing_column_are_told(folder):
    assert [(p.file, p.line, p.rule) for p in check(folder)] == [("tables.yaml", 1, "missing-file")]
    (folder / "tables" / "tasks.csv").write_text("body,crimes,since,note,cite\n", encoding="utf-8")
    assert [str(p) for p in check(folder)] == [
        "tables/tasks.csv:1:1 error unknown-column: the column 'standing' is missing; "
        "the columns are body, crimes, since, standing, note, cite"
    ]
    (folder / "tables.yaml").write_text(MAPPING.replace('object: "{crimes}"', 'object: "{crime}"'), encoding="utf-8")
    assert [(p.file, p.line, p.rule) for p in check(folder)] == [("tables.yaml", 7, "unknown-column")]


cells = st.lists(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"])), min_size=3, max_size=3)


@given(st.lists(cells, max_size=6))
def test_every_cell_is_found_again_at_its_position(written):
    table = Table(table="t.csv", columns=["a", "b", "c"])

    def quoted(cell):
        return '"' + cell.replace('"', '""') + '"'

    text = "a,b,c\n" + "".join(",".join(map(quoted, row)) + "\n" for row in written)
    problems: list[tuple[object, ...]] = []
    sheet = parse_sheet(text.encode(), table, lambda *problem: problems.append(problem))
    assert problems == []
    assert sheet.rows == [[cell.strip() for cell in row] for row in written]
    lines = text.split("\n")
    for number, row in enumerate(written):
        for column, cell in enumerate(row):
            line, at = sheet.cell(number, column)
            assert lines[line - 1][at - 1 :].startswith(quoted(cell).split("\n")[0])
