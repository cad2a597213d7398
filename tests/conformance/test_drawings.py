"""Graphviz and Mermaid read the drawings of the graph."""

from __future__ import annotations

import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import hostile
import pytest
import required
from rereading import claims, edges, labels, reread
from stores import in_memory

from tocgraph.errors import TocgraphError
from tocgraph.exporters import export
from tocgraph.exporters.drawings import LIMITS
from tocgraph.exporters.selection import select
from tocgraph.store import OpenStore


def test_graphviz_draws_the_whole_of_a_small_graph(graph_store: OpenStore, tmp_path: Path) -> None:
    program = required.program("dot", "graphviz", "GRAPHVIZ")
    export(graph_store, "dot", tmp_path / "g.dot")
    done = subprocess.run([program, "-Tsvg", str(tmp_path / "g.dot")], capture_output=True, check=False)
    assert done.returncode == 0 and b"syntax" not in done.stderr.lower(), done.stderr
    svg = ElementTree.fromstring(done.stdout)
    space = {"s": "http://www.w3.org/2000/svg"}
    groups = [g.get("class") for g in svg.iterfind(".//s:g", space)]
    assert groups.count("node") == len(select(graph_store).entities)
    assert groups.count("edge") == len(edges(graph_store))
    drawn = " ".join(" ".join(t.text.split()) for t in svg.iterfind(".//s:text", space) if t.text)
    for label in labels(graph_store).values():
        for line in label.replace("\t", " ").splitlines():
            assert " ".join(line.split()) in drawn
    for claim in claims(graph_store).values():
        if claim.object and claim.standing in ("unverified", "disputed", "rejected"):
            assert claim.standing in drawn


def test_mermaid_reads_its_flowchart(graph_store: OpenStore, tmp_path: Path) -> None:
    export(graph_store, "mermaid", tmp_path / "g.mmd")
    found = reread("mermaid", tmp_path / "g.mmd", "mermaid", "jsdom")
    ids = select(graph_store).entities
    assert len(found["nodes"]) == len(ids)
    ends = [(ids[int(e["start"][1:])], ids[int(e["end"][1:])]) for e in found["edges"]]
    assert sorted(ends) == sorted((s, t) for _, s, t, _ in edges(graph_store))
    doubted = [e for e in found["edges"] if e["stroke"] == "dotted"]
    assert len(doubted) == sum(1 for *_, s in edges(graph_store) if s not in ("preferred", "normal"))


@pytest.mark.parametrize("form", ["dot", "mermaid"])
def test_what_is_too_large_to_draw_is_refused(form: str, tmp_path: Path) -> None:
    many = {f"e{n}": f"entity {n}" for n in range(LIMITS[form][0] + 1)}
    opened = in_memory(hostile.dataset(many))
    with pytest.raises(TocgraphError, match="at most") as caught:
        export(opened, form, tmp_path / "g")
    assert "--around" in caught.value.hint
    assert export(opened, form, around="e1", depth=1)
