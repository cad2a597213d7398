"""networkx, igraph, graphology and xmllint read GraphML, GEXF and the JSON of the network."""

from __future__ import annotations

import json
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import hostile
import igraph
import networkx
import pytest
import required
from hostile import ARABIC, LABELS
from rereading import arabic, claims, edges, labels, reread
from stores import in_memory

from tocgraph.errors import TocgraphError
from tocgraph.exporters import export
from tocgraph.exporters.selection import select
from tocgraph.store import OpenStore

# GraphML


def test_networkx_reads_graphml(graph_store: OpenStore, tmp_path: Path) -> None:
    export(graph_store, "graphml", tmp_path / "g.graphml")
    graph = networkx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    assert {(k, s, t, d["standing"]) for s, t, k, d in graph.edges(keys=True, data=True)} == edges(graph_store)
    assert dict(graph.nodes(data="label")) == labels(graph_store)
    assert {n: a or "" for n, a in graph.nodes(data="label_ar")} == arabic(graph_store)
    by_id = claims(graph_store)
    for _, _, key, data in graph.edges(keys=True, data=True):
        claim = by_id[key]
        assert (data.get("since", ""), data.get("until", "")) == (claim.since, claim.until)
        assert data["derived"] == bool(claim.rule)
        assert all(place.at in data["sources"] for place in claim.citations)
        if claim.since:
            assert data["since_earliest"].startswith(claim.since) and data["since_latest"].startswith(claim.since)


def test_values_are_attributes_of_their_node_with_their_standing(graph_store: OpenStore, tmp_path: Path) -> None:
    export(graph_store, "graphml", tmp_path / "g.graphml")
    graph = networkx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    for claim in claims(graph_store).values():
        if claim.value is None:
            continue
        node = graph.nodes[claim.subject]
        if claim.standing in ("preferred", "normal"):
            assert claim.value in node[f"value_{claim.relation}"]
        else:
            assert f"{claim.value} [{claim.standing}]" in node[f"doubted_{claim.relation}"]
        assert all(place.at in node["values_cited"] for place in claim.citations)


def test_igraph_reads_graphml(graph_store: OpenStore, tmp_path: Path) -> None:
    export(graph_store, "graphml", tmp_path / "g.graphml")
    graph = igraph.Graph.Read_GraphML(str(tmp_path / "g.graphml"))
    assert graph.is_directed()
    ids = graph.vs["id"]
    found = {(e["claim"], ids[e.source], ids[e.target], e["standing"]) for e in graph.es}
    assert found == edges(graph_store)
    assert dict(zip(ids, graph.vs["label"], strict=True)) == labels(graph_store)
    assert dict(zip(ids, graph.vs["label_ar"], strict=True)) == arabic(graph_store)


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_graphology_reads_both(graph_store: OpenStore, tmp_path: Path, form: str) -> None:
    export(graph_store, form, tmp_path / "g")
    found = reread(form, tmp_path / "g", "graphology", "graphology-graphml", "graphology-gexf", "@xmldom/xmldom")
    assert {n["key"]: n["label"] for n in found["nodes"]} == labels(graph_store)
    assert {n["key"]: n["label_ar"] for n in found["nodes"]} == arabic(graph_store)
    assert {(e["key"], e["source"], e["target"], e["standing"]) for e in found["edges"]} == edges(graph_store)
    assert {e["key"]: e.get("since", "") for e in found["edges"]} == {
        c.id: c.since for c in claims(graph_store).values() if c.object
    }


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_xmllint_finds_nothing_wrong(graph_store: OpenStore, tmp_path: Path, form: str) -> None:
    export(graph_store, form, tmp_path / "g")
    lint = required.program("xmllint", "libxml2-utils", "XMLLINT")
    done = subprocess.run([lint, "--noout", str(tmp_path / "g")], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


# GEXF


def test_networkx_reads_gexf_with_its_dates(graph_store: OpenStore, tmp_path: Path) -> None:
    export(graph_store, "gexf", tmp_path / "g.gexf")
    graph = networkx.MultiDiGraph(networkx.read_gexf(tmp_path / "g.gexf", version="1.3"))
    assert graph.graph["mode"] == "dynamic"
    assert {(d["id"], s, t, d["standing"]) for s, t, d in graph.edges(data=True)} == edges(graph_store)
    assert dict(graph.nodes(data="label")) == labels(graph_store)
    names = graph_store.vocabulary
    query = names.header("toc") + "SELECT ?c ?from ?to { ?c a toc:Claim OPTIONAL { ?c toc:holdsFrom ?from } "
    rows = graph_store.store.select(query + "OPTIONAL { ?c toc:holdsTo ?to } }").rows
    holds = {names.local(r["c"].value): tuple(r[e].value if e in r else None for e in ("from", "to")) for r in rows}
    dated = 0
    for _, _, data in graph.edges(data=True):
        first, last = holds[data["id"]]
        if first and last and first > last:
            first = last = None  # one end was over before the other began: nothing that could be shown
        assert (data.get("start"), data.get("end")) == (first, last)
        dated += bool(first or last)
    assert dated


def test_a_partial_date_is_neither_narrowed_nor_invented(odd: OpenStore, tmp_path: Path) -> None:
    export(odd, "gexf", tmp_path / "g.gexf")
    space = {"g": "http://gexf.net/1.3"}
    root = ElementTree.parse(tmp_path / "g.gexf").getroot()
    graph = root.find("g:graph", space)
    assert graph is not None
    assert (graph.get("timeformat"), graph.get("mode")) == ("date", "dynamic")
    by_id = {c.id: c for c in claims(odd).values()}
    for edge in graph.iterfind("g:edges/g:edge", space):
        claim = by_id[edge.attrib["id"]]
        texts = {v.get("for"): v.get("value") for v in edge.iterfind("g:attvalues/g:attvalue", space)}
        assert (texts.get("since") or "", texts.get("until") or "") == (claim.since, claim.until)
        if claim.until == "2005":
            assert edge.get("end") == "2005-12-31"
        assert edge.get("kind") == claim.relation


# JSON


def test_networkx_reads_the_node_link_json(graph_store: OpenStore) -> None:
    content = json.loads(export(graph_store, "json") or b"")
    graph = networkx.node_link_graph(content, edges="edges")
    assert {(k, s, t, d["standing"]) for s, t, k, d in graph.edges(keys=True, data=True)} == edges(graph_store)
    assert set(graph.nodes) == set(select(graph_store).entities)
    sources = {source["id"] for source in content["sources"]}
    for edge in content["edges"]:
        assert {c["source"] for c in edge["citations"]} <= sources
        assert edge["derived"] or edge["citations"]
    values = {v["id"]: v["value"] for node in content["nodes"] for v in node["values"]}
    assert values == {c.id: c.value for c in claims(graph_store).values() if c.value is not None}


def test_json_lines_hold_every_record(graph_store: OpenStore) -> None:
    records = [json.loads(line) for line in (export(graph_store, "jsonl") or b"").splitlines()]
    chosen = select(graph_store)
    by_kind: dict[str, list[dict[str, Any]]] = {}
    for record in records:
        by_kind.setdefault(record["kind"], []).append(record)
    assert [r["id"] for r in by_kind["entity"]] == list(chosen.entities)
    assert [r["id"] for r in by_kind["claim"]] == list(chosen.claims)
    cited = {c["source"] for r in by_kind["claim"] for c in r["citations"]}
    assert cited <= {r["id"] for r in by_kind["source"]}


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_carries_hostile_texts(odd: OpenStore, form: str) -> None:
    text = (export(odd, form) or b"").decode()
    for label in LABELS.values():
        assert json.dumps(label, ensure_ascii=False) in text


# Networks, drawings and scripts alike


@pytest.mark.parametrize("form", ["graphml", "gexf", "json", "jsonl", "dot", "mermaid", "neo4j", "cypher"])
def test_the_same_bytes_each_time(graph_store: OpenStore, form: str) -> None:
    assert export(graph_store, form) == export(graph_store, form)


@pytest.mark.parametrize("form", ["graphml", "gexf", "dot", "mermaid", "neo4j", "cypher"])
def test_a_nul_is_refused(form: str) -> None:
    opened = in_memory(hostile.dataset({"a": "x", "b": "cut\0off"}))
    with pytest.raises(TocgraphError, match=r"control character|U\+0000"):
        export(opened, form)


def test_arabic_stands_in_every_network(odd: OpenStore) -> None:
    for form in ("graphml", "gexf", "json", "dot", "cypher"):
        assert ARABIC in (export(odd, form) or b"").decode()
