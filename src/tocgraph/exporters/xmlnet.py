"""GraphML and GEXF: the network for Gephi, yEd, Cytoscape, networkx, igraph and graphology.

Written piece by piece: the writers of networkx need the whole network in memory, and tell the dates of GEXF otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from tocgraph import __version__
from tocgraph.exporters.network import EDGE_TEXTS, NODE_TEXTS, Held, Network, Node
from tocgraph.exporters.plain import checked
from tocgraph.exporters.records import ClaimRecord
from tocgraph.exporters.selection import Selection
from tocgraph.exporters.table_rows import about
from tocgraph.store import OpenStore

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_FIRST, _LAST = date.min.isoformat(), date.max.isoformat()


def graphml(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """GraphML 1.0 (graphdrawing.org): a directed graph whose edge ids are claim ids.

    Raises:
        TocgraphError: a text holds what XML cannot.
        StoreError: the store failed.
    """
    network = Network(opened, selection)
    with Held(_graphml_edge(network, record).encode() for record in network.edges()) as edges:
        values = [f"{kind}_{relation}" for relation in sorted(network.relations) for kind in ("value", "doubted")]
        keys = {name: f"n{number}" for number, name in enumerate([*NODE_TEXTS, *values])}
        lines = [_HEAD, '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"']
        lines.append(' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"')
        lines.append(' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns')
        lines.append(' http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n')
        lines.append(f"<desc>{_text('; '.join(f'{n}: {v}' for n, v in about(opened, selection)), 'about')}</desc>\n")
        for domain, named in (("node", keys), ("edge", {name: f"e{n}" for n, name in enumerate(EDGE_TEXTS)})):
            for name, key in named.items():
                lines.append(f'<key id="{key}" for="{domain}" attr.name={quoteattr(name)} attr.type="string"/>\n')
        for name in ("symmetric", "derived"):
            lines.append(f'<key id="{name}" for="edge" attr.name="{name}" attr.type="boolean"/>\n')
        lines.append('<graph id="tocgraph" edgedefault="directed">\n')
        yield "".join(lines).encode()
        for node in network.nodes():
            texts = _graphml_data(network.node_texts(node), keys, node.entity.id)
            yield f"<node id={_attribute(node.entity.id, node.entity.id)}>{texts}</node>\n".encode()
        yield from edges
    yield b"</graph>\n</graphml>\n"


def gexf(opened: OpenStore, selection: Selection) -> Iterator[bytes]:
    """GEXF 1.3 (gexf.net): a dynamic graph; what is dated has the first and last day on which it can have been so.

    Raises:
        TocgraphError: a text holds what XML cannot.
        StoreError: the store failed.
    """
    network = Network(opened, selection)
    told = dict(about(opened, selection))
    with Held(_gexf_edge(network, record).encode() for record in network.edges()) as edges:
        values = [f"{kind}_{relation}" for relation in sorted(network.relations) for kind in ("value", "doubted")]
        lines = [_HEAD, '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n<meta>']
        lines.append(f"<creator>tocgraph {__version__}</creator>")
        lines.append(f"<description>{_text('; '.join(f'{n}: {v}' for n, v in told.items()), 'about')}</description>")
        lines.append('</meta>\n<graph defaultedgetype="directed" mode="dynamic" timeformat="date"')
        lines.append(' timerepresentation="interval">\n<attributes class="node">\n')
        # graphology goes by the ids of attributes, Gephi and networkx by their titles: let them be the same.
        lines += [
            f'<attribute id={quoteattr(n)} title={quoteattr(n)} type="string"/>\n' for n in [*NODE_TEXTS[1:], *values]
        ]
        lines.append('</attributes>\n<attributes class="edge">\n')
        for name in EDGE_TEXTS[1:]:
            lines.append(f'<attribute id="{name}" title="{name}" type="string"/>\n')
        for name in ("symmetric", "derived"):
            lines.append(f'<attribute id="{name}" title="{name}" type="boolean"/>\n')
        lines.append("</attributes>\n<nodes>\n")
        yield "".join(lines).encode()
        for node in network.nodes():
            yield _gexf_node(network, node).encode()
        yield b"</nodes>\n<edges>\n"
        yield from edges
    yield b"</edges>\n</graph>\n</gexf>\n"


def _graphml_edge(network: Network, record: ClaimRecord) -> str:
    claim = record.claim
    texts = network.edge_texts(record)
    data = _graphml_data(texts, {name: f"e{number}" for number, name in enumerate(EDGE_TEXTS)}, claim.id)
    flags = {"symmetric": network.symmetric(record), "derived": bool(claim.rule)}
    data += "".join(f'<data key="{name}">{str(value).lower()}</data>' for name, value in flags.items())
    ends = f"source={_attribute(claim.subject, claim.id)} target={_attribute(claim.object or '', claim.id)}"
    return f"<edge id={_attribute(claim.id, claim.id)} {ends}>{data}</edge>\n"


def _graphml_data(texts: dict[str, str], keys: dict[str, str], whose: str) -> str:
    return "".join(f'<data key="{keys[name]}">{_text(text, whose)}</data>' for name, text in texts.items())


def _gexf_node(network: Network, node: Node) -> str:
    identifier = node.entity.id
    texts = network.node_texts(node)
    label = _attribute(texts.pop("label"), identifier)
    values = _gexf_values(texts, identifier)
    return f"<node id={_attribute(identifier, identifier)} label={label}{_days(node.entity.exists)}>{values}</node>\n"


def _gexf_edge(network: Network, record: ClaimRecord) -> str:
    claim = record.claim
    texts = network.edge_texts(record)
    label = _attribute(texts.pop("label"), claim.id)
    flags = {"symmetric": network.symmetric(record), "derived": bool(claim.rule)}
    values = _gexf_values(texts | {name: str(value).lower() for name, value in flags.items()}, claim.id)
    ends = f"source={_attribute(claim.subject, claim.id)} target={_attribute(claim.object or '', claim.id)}"
    kind = _attribute(claim.relation, claim.id)
    days = _days(record.holds)
    return f"<edge id={_attribute(claim.id, claim.id)} {ends} kind={kind} label={label}{days}>{values}</edge>\n"


def _gexf_values(values: dict[str, str], whose: str) -> str:
    listed = "".join(
        f"<attvalue for={quoteattr(key)} value={_attribute(text, whose)}/>" for key, text in values.items()
    )
    return f"<attvalues>{listed}</attvalues>"


def _days(span: tuple[str, str]) -> str:
    """The days of a span as attributes, whatever of it is known.

    A derived span may be empty: where one end was over before the other began, no day is left that could be shown.
    """
    first, last = span
    if (first or _FIRST) > (last or _LAST):
        return ""
    return (f' start="{first}"' if first else "") + (f' end="{last}"' if last else "")


def _text(text: str, whose: str) -> str:
    return escape(checked(text, whose), {"\r": "&#13;"})


def _attribute(text: str, whose: str) -> str:
    return quoteattr(checked(text, whose))
