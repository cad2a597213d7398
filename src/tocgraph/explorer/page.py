"""Contents -> one HTML file that needs nothing else.

Neither pyvis's own template nor its copy of the data is used: the template asks other hosts for files, and its
heading lets a script run. Here every text reaches the page as deflated data and is inserted as text; a
content security policy (CSP level 3) admits only the scripts and the style that this module wrote, by their
hashes, and nothing from outside. vis-network, as the installed pyvis ships it, draws the surroundings of an
entity; it is packed too and runs when such a drawing is first shown.
"""

from __future__ import annotations

import base64
import hashlib
import html
import math
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from string import Template
from typing import Any

from tocgraph.errors import TocgraphError
from tocgraph.explorer.contents import Contents
from tocgraph.explorer.layout import positions
from tocgraph.explorer.payload import Place, packed, payload
from tocgraph.rdf import LICENSE, TITLE

SCRIPTS = (
    "words",
    "model",
    "address",
    "filter",
    "text",
    "dom",
    "gestures",
    "marks",
    "labels",
    "names",
    "strokes",
    "overview",
    "boxes",
    "looks",
    "surroundings",
    "network",
    "picture",
    "citations",
    "panel",
    "paths",
    "table",
    "timeline",
    "sources",
    "search",
    "facets",
    "page",
)
"""Our scripts in the order in which they stand; they share one scope."""

STYLES = ("page", "panel", "views")

SHAPES = ("dot", "diamond", "square", "triangle", "hexagon", "triangleDown")
"""Shapes by the number of the top-level type; together with the colours of page.css no two types look alike."""

MOST_DRAWN = 20_000
"""With more entities than this the page has no overview: it opens with the surroundings of one, and the table."""

_ENDS_SCRIPT = re.compile("</script|<!--", re.IGNORECASE)
_ENDS_STYLE = re.compile("</style", re.IGNORECASE)


def page(shown: Contents, about: Mapping[str, Any] | None = None) -> str:
    """The page as HTML text; the same contents give the same text.

    Args:
        shown: What the page is about.
        about: What the page says of its selection: `around` an entity id, `depth`, `types`, `query` and
            `as_of`, each where it holds.

    Raises:
        TocgraphError: the installed pyvis does not carry the vis-network files.
    """
    told = {"around": None, "depth": 0, "title": TITLE, "license": LICENSE, "shapes": SHAPES, **(about or {})}
    style, script, network = _style(), _program(), _vis_file("vis-network.min.js")
    core, details = payload(shown, places(shown), told)
    title = TITLE["en"]
    around = told["around"]
    if around in shown.entities:
        label = shown.entities[around]["label"]
        title = f"{label.get('en') or next(iter(label.values()), around)} · tocgraph"
    return Template(_own("template.html")).substitute(
        policy=html.escape(_policy([script, network], style)),
        title=html.escape(title),
        description=html.escape(TITLE["en"]),
        style=style,
        core=packed(core),
        details=packed(details),
        network=packed(network),
        script=script,
    )


def places(shown: Contents) -> dict[str, Place]:
    """Where each entity stands in the overview; nothing where there are too many to draw."""
    if len(shown.entities) > MOST_DRAWN:
        return {}
    related = [
        (c.subject, c.object) for c in shown.claims if c.object in shown.entities and c.subject in shown.entities
    ]
    degrees = dict.fromkeys(shown.entities, 0)
    for subject, target in related:
        degrees[subject] += 1
        degrees[str(target)] += 1
    sizes = {identifier: radius(degree) for identifier, degree in degrees.items()}
    return positions(list(shown.entities), [(s, str(o)) for s, o in related], sizes)


def radius(degree: int) -> float:
    """How large an entity of so many relations is drawn, in page units; scripts/overview.js draws the same."""
    return round(5 + min(30.0, 1.6 * math.sqrt(degree)), 1)


def _policy(scripts: list[str], style: str) -> str:
    def hashed(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    return (
        f"default-src 'none'; script-src {' '.join(map(hashed, scripts))}; style-src {hashed(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


@cache
def _own(name: str) -> str:
    return (resources.files("tocgraph.explorer") / name).read_text("utf-8")


@cache
def _program() -> str:
    text = '(() => {\n"use strict";\n' + "\n".join(_own(f"scripts/{name}.js") for name in SCRIPTS) + "\n})();\n"
    return _safe(text, _ENDS_SCRIPT)


@cache
def _style() -> str:
    return _safe("\n".join(_own(f"styles/{name}.css") for name in STYLES), _ENDS_STYLE)


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


def _safe(text: str, ending: re.Pattern[str]) -> str:
    if ending.search(text):
        raise TocgraphError("a script or style of the page would end its own element", "install tocgraph again")
    return text
