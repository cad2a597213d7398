"""What is told of a query that is none: where it stops, in few words."""

from __future__ import annotations

import pytest

from tocgraph.errors import QueryError
from tocgraph.store import OpenStore

SAID = "the SPARQL query is malformed"


@pytest.mark.parametrize(
    ("query", "message", "hint"),
    [
        ("SELEC", f"{SAID} at line 1, column 6, behind 'SELEC'", "SPARQL 1.1"),
        (
            "SELECT ?x FROM { ?x a toc:State }",
            f"{SAID} at line 1, column 21, behind 'SELECT ?x FROM ",
            "",
        ),
        ("SELECT ?x {\n ?x a foo:Bar }", f"{SAID}: at line 2 the prefix foo: is not declared", "write PREFIX foo: <"),
        ("SELECT ?x { ?x a :Bar }", f"{SAID}: at line 1 the prefix : is not declared", "known without it are "),
        ("DELETE WHERE { ?s ?p ?o }", f"{SAID}: DELETE begins an update", "send a query: the graph is only read"),
        ("PREFIX a: <b:c>\ninsert data { a:d a:e 1 }", f"{SAID}: INSERT begins an update", "send a query"),
        ("SELECT ?اسم { ?اسم a دولة:مصر }", f"{SAID}: at line 1 the prefix دولة: is not declared", "PREFIX دولة: <"),
        ("", f"{SAID} at line 1, column 1", ""),
    ],
)
def test_the_place_is_told_and_no_list_of_characters(opened: OpenStore, query: str, message: str, hint: str) -> None:
    with pytest.raises(QueryError) as told:
        opened.store.select(query)
    assert told.value.message.startswith(message)
    assert hint in told.value.hint
    assert "\\u{" not in told.value.message and len(told.value.message) < 200
