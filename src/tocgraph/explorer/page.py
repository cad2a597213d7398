"""Contents -> one HTML file: pyvis builds the network, our own template shows it.

pyvis's own template is not used: it asks other hosts for files, and its heading lets a script run.
Here every text reaches the page as JSON data and is inserted as text; a content security policy
(CSP level 3) admits only the scripts and styles that this module wrote, by their hashes, and
nothing from outside.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from functools import cache
from importlib import resources
from string import Template
from typing import Any

from tocgraph.errors import TocgraphError
from tocgraph.explorer.contents import Contents
from tocgraph.explorer.layout import positions
from tocgraph.rdf import LICENSE, TITLE
from tocgraph.store.claims import TAKEN_AS_FACT, Claim

SCRIPTS = ("text.js", "words.js", "panel.js", "graph.js", "page.js")
"""Our scripts in the order in which they run; they share one scope."""

SHAPES = ("dot", "diamond", "square", "triangle", "hexagon", "triangleDown")
"""Shapes by the number of the top-level type; together with the colours of page.css no two types look alike."""

DOTTED = [1, 3]
"""Lengths of the dots and gaps of an edge in pixels."""

_UNSAFE = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
_ENDS_SCRIPT = re.compile("</script|<!--", re.IGNORECASE)
_ENDS_STYLE = re.compile("</style", re.IGNORECASE)


def page(shown: Contents, around: str | None = None, depth: int = 0) -> str:
    """The page as HTML text; the same contents give the same text.

    Args:
        shown: What the page is about.
        around: The entity it starts from, or None for the whole graph.
        depth: How many relations away from `around` the contents reach.

    Raises:
        TocgraphError: the installed pyvis does not carry the vis-network files.
    """
    styles = [_vis_file("vis-network.css"), _own("page.css")]
    scripts = [_vis_file("vis-network.min.js"), _program()]
    for style in styles:
        _refuse(_ENDS_STYLE, style)
    for script in scripts:
        _refuse(_ENDS_SCRIPT, script)
    title = TITLE["en"]
    if around is not None and around in shown.entities:
        label = shown.entities[around]["label"]
        title = f"{label.get('en') or next(iter(label.values()), around)} · tocgraph"
    return Template(_own("template.html")).substitute(
        policy=html.escape(_policy(scripts, styles)),
        title=html.escape(title),
        description=html.escape(TITLE["en"]),
        vis_style=styles[0],
        style=styles[1],
        data=_json(_data(shown, around, depth)),
        vis_script=scripts[0],
        script=scripts[1],
    )


def network(shown: Contents) -> dict[str, Any]:
    """Nodes and edges as pyvis hands them to vis-network, each node in its place.

    Claims between the same two entities in the same direction are one edge; those of standing
    disputed or rejected are an edge of their own, drawn dashed. An edge of derived claims alone is dotted.
    """
    from pyvis.network import Network

    related = [c for c in shown.claims if c.object in shown.entities and c.subject in shown.entities]
    degrees = dict.fromkeys(shown.entities, 0)
    for claim in related:
        degrees[claim.subject] += 1
        degrees[str(claim.object)] += 1
    sizes = {identifier: round(5 + min(30.0, 2.3 * degree**0.5), 1) for identifier, degree in degrees.items()}
    places = positions(list(shown.entities), [(c.subject, str(c.object)) for c in related], sizes)
    drawn = Network(directed=True)
    drawn.toggle_physics(False)
    for identifier, entity in sorted(shown.entities.items()):
        kind = shown.types[entity["type"]]
        x, y = places[identifier]
        drawn.add_node(
            identifier,
            label=entity["label"].get("en") or next(iter(entity["label"].values()), identifier),
            shape=SHAPES[kind["look"] % len(SHAPES)],
            group=kind["root"],
            x=x,
            y=y,
            size=sizes[identifier],
        )
    edges: dict[tuple[str, str, bool], list[Claim]] = {}
    for claim in related:
        contested = claim.standing not in TAKEN_AS_FACT
        edges.setdefault((claim.subject, str(claim.object), contested), []).append(claim)
    for (subject, target, contested), claims in sorted(edges.items()):
        options: dict[str, Any] = {"id": claims[0].id}
        if contested:
            options["dashes"] = True
        elif all(claim.rule for claim in claims):
            options["dashes"] = DOTTED
        drawn.add_edge(subject, target, **options)
    return {"nodes": drawn.nodes, "edges": drawn.edges}


def _data(shown: Contents, around: str | None, depth: int) -> dict[str, Any]:
    return {
        "about": {**shown.about, "title": TITLE, "license": LICENSE, "around": around, "depth": depth},
        "network": network(shown),
        "entities": shown.entities,
        "mentioned": shown.mentioned,
        "claims": [_claim(c) for c in shown.claims],
        "sources": shown.sources,
        "types": shown.types,
        "relations": shown.relations,
        "qualifiers": shown.qualifiers,
        "rules": shown.rules,
        "shapes": SHAPES,
    }


def _claim(claim: Claim) -> dict[str, Any]:
    """A claim with short keys, empty fields left out: there are thousands of them."""
    fields = {
        "id": claim.id,
        "s": claim.subject,
        "r": claim.relation,
        "o": claim.object,
        "v": claim.value,
        "since": claim.since,
        "until": claim.until,
        "standing": claim.standing if claim.standing != "normal" else "",
        "q": claim.qualifiers,
        "note": claim.note,
        "rule": claim.rule,
        "cite": [[c.source, c.at] for c in claim.citations],
    }
    return {name: value for name, value in fields.items() if value not in (None, "", {}, [])}


def _json(value: Any) -> str:
    r"""JSON that may stand inside a script element: `<`, `>`, `&` and line separators as \u escapes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).translate(_UNSAFE)


def _policy(scripts: list[str], styles: list[str]) -> str:
    def hashes(texts: list[str]) -> str:
        digests = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
        return " ".join(f"'sha256-{digest}'" for digest in digests)

    return (
        f"default-src 'none'; script-src {hashes(scripts)}; style-src {hashes(styles)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


@cache
def _own(name: str) -> str:
    return (resources.files("tocgraph.explorer") / name).read_text("utf-8")


@cache
def _program() -> str:
    return '(() => {\n"use strict";\n' + "\n".join(_own(name) for name in SCRIPTS) + "\n})();\n"


@cache
def _vis_file(name: str) -> str:
    """A file of the newest vis-network that the installed pyvis carries."""
    try:
        folders = [f for f in (resources.files("pyvis") / "lib").iterdir() if re.fullmatch(r"vis-[\d.]+", f.name)]
        newest = max(folders, key=lambda f: [int(part) for part in f.name[4:].split(".")])
        text = (newest / name).read_text("utf-8")
    except (OSError, ModuleNotFoundError, ValueError) as error:
        raise TocgraphError(f"the installed pyvis does not carry {name}", "install pyvis 0.3.2") from error
    # A browser reads line ends as \n before it computes the hash (HTML 13.2.3.5); no source map is shipped.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"\n//# sourceMappingURL=\S*", "", text)


def _refuse(pattern: re.Pattern[str], text: str) -> None:
    if pattern.search(text):
        raise TocgraphError("a script or style of the page would end its own element", "install pyvis 0.3.2")
