"""Queries by which Oxigraph ends the process are answered, in an order that SPARQL 1.1 allows, or refused."""

from __future__ import annotations

import math
import random
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocgraph.cli import main
from tocgraph.errors import QueryError
from tocgraph.store.base import Term
from tocgraph.store.embedded import EmbeddedStore
from tocgraph.store.surviving import DEEPEST, survivable

XSD = "http://www.w3.org/2001/XMLSchema#"
RAW = pyoxigraph.Store()
STORE = EmbeddedStore(RAW)


def typed(text: str, kind: str) -> str:
    return f'"{text}"^^<{XSD}{kind}>'


SMALL = st.integers(0, 30)
NUMBERS = st.one_of(
    st.integers(-30, 30).map(lambda n: typed(str(n), "integer")),
    SMALL.map(lambda n: typed(f"{n}.5", "decimal")),
    SMALL.map(lambda n: typed(f"{n}e0", "double")),
    st.just(typed("NaN", "double")),
)
TEXTS = st.builds(lambda n, more, language: f'"{n}{more}"{language}', SMALL, st.sampled_from(["", "a"]),
                  st.sampled_from(["", "@en", "@ar"]))  # fmt: skip
FORMS = {"gYear": "", "gYearMonth": "-03", "date": "-03-05", "dateTime": "-03-05T10:00:00"}
DAYS = st.builds(lambda year, kind: typed(f"{year}{FORMS[kind]}", kind), st.integers(1990, 1999),
                 st.sampled_from(sorted(FORMS)))  # fmt: skip
ZONED = st.builds(lambda day, zone: typed(f"2001-01-0{day}T10:00:00{zone}", "dateTime"), st.integers(1, 9),
                  st.sampled_from(["", "Z", "-11:00", "+10:00"]))  # fmt: skip
LENGTHS = st.builds(lambda n, unit: typed(f"P{n}{unit}", "duration"), st.integers(1, 40), st.sampled_from("DM"))
OTHERS = st.sampled_from(["<u:a>", "<u:b>", "true", "false", '"5"^^<u:t>'])
MIXED = st.one_of(NUMBERS, TEXTS, DAYS, ZONED, LENGTHS, OTHERS, st.sampled_from(["UNDEF", typed("5x", "integer")]))


def sorting(rows: list[tuple[str, str]], order: str) -> str:
    return "SELECT ?v ?w { VALUES (?v ?w) { " + " ".join(f"({v} {w})" for v, w in rows) + " } } ORDER BY " + order


@given(st.lists(st.tuples(MIXED, MIXED), min_size=60, max_size=150))
@settings(max_examples=40, deadline=None)
def test_values_of_any_kinds_are_sorted(rows: list[tuple[str, str]]) -> None:
    found = [row.get("v") for row in STORE.select(sorting(rows, "?v ?w")).rows]
    assert len(found) == len(rows)
    ranks = [0 if v is None else 1 if v.kind == "iri" else 2 for v in found]
    assert ranks == sorted(ranks)  # section 15.1
    literals = [v for v in found if v is not None and v.kind == "literal"]
    numbers = [float(v.value) for v in literals if number(v) and v.value != "NaN"]
    assert numbers == sorted(numbers)
    for kind in ("", f"{XSD}date", f"{XSD}boolean"):
        texts = [v.value for v in literals if v.datatype == kind and not v.language]
        assert texts == sorted(texts)
    back = [row.get("v") for row in STORE.select(sorting(rows, "DESC(?v) DESC(?w)")).rows][::-1]
    assert all(a == b or same(a, b) for a, b in zip(found, back, strict=True))


def number(term: Term) -> bool:
    return term.datatype.removeprefix(XSD) in ("integer", "decimal", "double") and "x" not in term.value


def same(one: Term | None, other: Term | None) -> bool:
    """Whether two terms are equal by value, or are texts or times that are told apart in no way that matters here."""
    if one is None or other is None:
        return False
    if number(one) and number(other):
        return float(one.value) == float(other.value) or math.isnan(float(one.value))
    return one.value == other.value or "T" in one.value


@pytest.mark.parametrize("order", ["(IF(?w = 1, ?v, ?w)) ?v", f"<{XSD}string>(?v) ?w", "ASC(?w) DESC(((?v)))"])
@given(st.lists(st.tuples(MIXED, MIXED), min_size=60, max_size=150))
@settings(max_examples=15, deadline=None)
def test_expressions_are_sorted(order: str, rows: list[tuple[str, str]]) -> None:
    assert len(STORE.select(sorting(rows, order)).rows) == len(rows)


@pytest.mark.parametrize("kind", [NUMBERS, st.one_of(TEXTS, DAYS, OTHERS)], ids=["numbers", "texts, days and others"])
@pytest.mark.parametrize("order", ["?v ?w", "DESC(?v) ?w", "STR(?v) DESC(?w)"])
def test_what_oxigraph_sorts_keeps_its_order(kind: st.SearchStrategy[str], order: str) -> None:
    @given(st.lists(st.tuples(kind, kind), max_size=80))
    @settings(max_examples=25, deadline=None)
    def held(rows: list[tuple[str, str]]) -> None:
        query = sorting(rows, order)
        given = [str(row) for row in RAW.query(query)]  # type: ignore[union-attr]
        assert STORE.run(query, lambda found: [str(row) for row in found]) == given

    held()


def test_oxigraph_still_needs_it() -> None:
    """The engine alone ends its process; when it no longer does, the classes can go."""
    draw = random.Random(1)
    drawn = [[draw.choice([str(n), f'"{n}a"']) for n in draw.choices(range(100), k=100)] for _ in range(30)]
    queries = [f"SELECT ?v {{ VALUES ?v {{ {' '.join(values)} }} }} ORDER BY ?v" for values in drawn]
    script = f"import pyoxigraph\nfor query in {queries!r}: pyoxigraph.Store().query(query)"
    alone = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert alone.returncode < 0
    assert b"total order" in alone.stderr
    assert [len(STORE.select(query).rows) for query in queries] == [100] * len(queries)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?order 'order by ?x' } # ORDER BY ?x",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY DESC(COUNT(*)) LCASE(STR(?p)) (STRLEN(?p)) LIMIT 3",
        "SELECT * { ?s ?p ?o } ORDER BY EXISTS { ?s ?q ?r } LIMIT 1",
    ],
)
def test_what_needs_nothing_is_left_alone(query: str) -> None:
    assert survivable(query) == query
    STORE.run(query, lambda found: list(found))


@pytest.mark.parametrize(
    ("query", "classes"),
    [
        ("SELECT ?o { ?s ?p ?o } ORDER BY ?o LIMIT 1", 1),
        ("SELECT ?o { ?s ?p ?o }ORDERBY?o DESC(?p)LIMIT 1", 2),
        ("SELECT ?o { ?s ?p ?o } order # ?x\n by desc(?o) <u:f>(?p) OFFSET 1", 2),
        ("SELECT ?o { { SELECT ?o { ?s ?p ?o } ORDER BY ?o ?p LIMIT 5 } } ORDER BY (?o) VALUES ?x { 1 }", 3),
        ("SELECT ?o { ?s ?p ?o } ORDER BY NOT EXISTS { SELECT ?z { ?z ?q ?r } ORDER BY ?z } ?o", 2),
        ("SELECT (MAX(?o) AS ?m) { ?s ?p ?o } GROUP BY ?p HAVING(MAX(?o) > 1)ORDER BY MAX(?o) ?p", 2),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } ORDER BY ?o LIMIT 1", 1),
    ],
)
def test_every_sort_condition_is_found(query: str, classes: int) -> None:
    ready = survivable(query)
    assert ready.count('"4"') == classes
    RAW.query(ready.replace("<u:f>", "STR"))


def test_a_mistake_is_told_at_its_own_place() -> None:
    with pytest.raises(QueryError, match="at line 1, column 40"):
        STORE.select("SELECT ?s { ?s ?p ?o } ORDER BY ?s LIMI")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * " + "{" * 20_000 + "?s ?p ?o" + "}" * 20_000,
        "SELECT (" + "(" * 20_000 + "1" + ")" * 20_000 + " AS ?x) {}",
        "SELECT (" + "!" * 20_000 + "true AS ?x) {}",
        "SELECT (1" + "+1" * 20_000 + " AS ?x) {}",
        "SELECT * { FILTER(true" + "||?x" * 20_000 + ") }",
        "SELECT * { ?s <u:p>" + "|<u:p>" * 20_000 + " ?o }",
        "SELECT * { ?s ?p " + "[<u:p> " * 20_000 + "1" + "]" * 20_000 + " }",
        "SELECT * { { ?s ?p ?o }" + " UNION { ?s ?p ?o }" * 20_000 + " }",
        "SELECT * { ?s ?p ?o ~ <u:r> } ORDER BY ?o",
    ],
    ids=["groups", "brackets", "not", "plus", "or", "path", "blank nodes", "union", "not SPARQL 1.1"],
)
def test_what_is_nested_too_deeply_or_unclear_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match=r"levels|nothing in SPARQL begins so"):
        STORE.run(query, lambda found: list(found))


def test_what_is_long_and_not_deep_is_answered() -> None:
    many = DEEPEST * 5
    listed = " ".join(f'("{n}" -{n})' for n in range(many))
    assert len(STORE.select(f"SELECT * {{ VALUES (?a ?b) {{ {listed} }} }}").rows) == many
    assert STORE.ask(f"ASK {{ FILTER(3 IN ({', '.join(str(n) for n in range(many))})) }}")
    assert STORE.ask("ASK { FILTER(" + "(" * 900 + "1" + "+1" * 900 + ")" * 900 + ") }")


def test_the_command_and_its_exit_codes(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sparql", "--data-dir", str(tiny), "SELECT ?a { ?a ?b ?c } ORDER BY ?c ?b LIMIT 1"]) == 0
    assert capsys.readouterr().out.startswith("a\n")
    assert main(["sparql", "--data-dir", str(tiny), "SELECT (" + "!" * 5000 + "true AS ?x) {}"]) == 1
    assert "hint: split it" in capsys.readouterr().err
    select = "SELECT ?a { ?a ?b ?c } ORDER BY ?c ?b"
    assert main(["export", "ntriples", "--data-dir", str(tiny), "--query", select]) == 0
    assert "/id/untoc> " in capsys.readouterr().out
    assert (
        main(["export", "ntriples", "--data-dir", str(tiny), "--query", "SELECT (" + "!" * 5000 + "true AS ?x) {}"])
        == 1
    )
    assert "hint: split it" in capsys.readouterr().err
