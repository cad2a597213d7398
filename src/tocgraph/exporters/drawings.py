"""Graphviz DOT and Mermaid: small selections as text that is drawn, in a document or on a page of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tocgraph.errors import TocgraphError
from tocgraph.exporters.network import Network, Node
from tocgraph.exporters.plain import checked, cited
from tocgraph.exporters.records import ClaimRecord
from tocgraph.exporters.selection import Selection
from tocgraph.exporters.table_rows import about
from tocgraph.store import OpenStore

LIMITS = {"dot": (1000, 4000), "mermaid": (100, 280)}
"""The most entities and relations that a drawing is made of; Mermaid itself refuses more than 500 edges and draws
hardly a third of that so that it can be read, Graphviz takes minutes beyond these."""

_MARKED = re.compile(r'[#;"`<>&\\\x00-\x1f\u202a-\u202e\u2066-\u2069]')
"""What Mermaid could read as its own: written as character codes (Mermaid, entity codes)."""


def dot(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """A directed graph in the DOT language of Graphviz.

    What is not taken as fact is drawn grey and dashed with its standing in the label; derived relations are dotted.

    Raises:
        TocgraphError: the selection is too large to be drawn.
        StoreError: the store failed.
    """
    network, edges, nodes = _small(opened, selection, "dot")
    title = "; ".join(f"{name}: {value}" for name, value in about(opened, selection))
    lines = [f"// {line}" for line in title.splitlines()]
    lines += [
        "digraph tocgraph {",
        '  graph [charset="UTF-8", rankdir="LR", overlap="false"];',
        '  node [shape="box", style="rounded", fontname="Noto Sans, Noto Sans Arabic, DejaVu Sans, sans-serif"];',
        '  edge [fontsize="10", fontname="Noto Sans, Noto Sans Arabic, DejaVu Sans, sans-serif"];',
    ]
    for node in nodes:
        texts = network.node_texts(node)
        arabic = node.entity.label.get("ar", "")
        label = texts["label"] if arabic in ("", texts["label"]) else f"{texts['label']}\n{arabic}"
        tip = "\n".join(
            t for t in (texts["type_label"], texts.get("description", ""), texts.get("values_cited", "")) if t
        )
        named = {"label": label, "tooltip": tip, "URL": node.entity.iri}
        lines.append(f"  {_quoted(node.entity.id)} [{_dot_attributes(named, node.entity.id)}];")
    for record in edges:
        claim = record.claim
        named = {"label": _edge_label(network, record), "tooltip": cited(claim), "URL": record.iri}
        if not record.is_fact:
            named |= {"style": "dashed", "color": "gray50", "fontcolor": "gray30"}
        elif claim.rule:
            named |= {"style": "dotted"}
        if network.symmetric(record):
            named |= {"dir": "none"}
        ends = f"{_quoted(claim.subject)} -> {_quoted(claim.object or '')}"
        lines.append(f"  {ends} [{_dot_attributes(named, claim.id)}];")
    yield "\n".join([*lines, "}", ""]).encode()


def mermaid(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """A flowchart in the language of Mermaid, as GitHub and Obsidian draw it.

    What is not taken as fact is drawn dashed with its standing in the label.

    Raises:
        TocgraphError: the selection is too large to be drawn.
        StoreError: the store failed.
    """
    network, edges, nodes = _small(opened, selection, "mermaid")
    title = "; ".join(f"{name}: {value}" for name, value in about(opened, selection))
    lines = [f"%% {line.replace('{', '(').replace('}', ')')}" for line in title.splitlines()]
    lines.append("flowchart LR")
    numbers = {node.entity.id: f"n{number}" for number, node in enumerate(nodes)}
    for node in nodes:
        name = f'{numbers[node.entity.id]}["{_mermaid(node.entity.name(), node.entity.id)}"]'
        lines.append(f"  {name}")
        lines.append(f'  click {numbers[node.entity.id]} href "{node.entity.iri}"')
    for record in edges:
        claim = record.claim
        line = "---" if network.symmetric(record) else "-->"
        if not record.is_fact:
            line = "-.-" if network.symmetric(record) else "-.->"
        label = _mermaid(_edge_label(network, record), claim.id)
        lines.append(f'  {numbers[claim.subject]} {line}|"{label}"| {numbers[claim.object or ""]}')
    yield "\n".join([*lines, ""]).encode()


def _small(opened: OpenStore, selection: Selection, form: str) -> tuple[Network, list[ClaimRecord], list[Node]]:
    most_nodes, most_edges = LIMITS[form]
    network = Network(opened, selection)
    edges: list[ClaimRecord] = []
    if len(selection.entities) <= most_nodes:
        for record in network.edges():
            edges.append(record)
            if len(edges) > most_edges:
                break
    if len(selection.entities) > most_nodes or len(edges) > most_edges:
        raise TocgraphError(
            f"{form} draws {most_nodes} entities and {most_edges} relations at most; "
            f"this selection has {len(selection.entities)} entities and {len(selection.claims)} claims",
            "select less with --around, --types or --query, or use graphml, gexf or html",
        )
    return network, edges, list(network.nodes())


def _edge_label(network: Network, record: ClaimRecord) -> str:
    claim = record.claim
    time = [f"{word} {date}" for word, date in (("since", claim.since), ("until", claim.until)) if date]
    marks = [*([] if record.is_fact else [claim.standing]), *time]
    label = network.opened.schema.label("relations", claim.relation)
    return label + (f" ({', '.join(marks)})" if marks else "")


def _dot_attributes(named: dict[str, str], whose: str) -> str:
    # SVG is XML: what that cannot hold, Graphviz would write all the same.
    return ", ".join(f"{name}={_quoted(checked(text, whose))}" for name, text in named.items() if text)


def _quoted(text: str) -> str:
    """A string of the DOT language that stands for itself in labels too, where a backslash begins an escape.

    Graphviz reads character references in labels (https://graphviz.org/doc/info/lang.html), so & is one as well.
    """
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
    return '"' + text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n") + '"'


def _mermaid(text: str, whose: str) -> str:
    text = re.sub("\r\n?|\n", " ", checked(text, whose))
    return _MARKED.sub(lambda m: f"#{ord(m[0])};", text)
