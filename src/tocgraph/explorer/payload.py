"""Contents -> the two blocks of data in the page, as columns.

The first block is what every view needs at once (names, types, ends, dates, standing, places), the second
what is read when it is asked for (descriptions, qualifiers, notes, citations, sources). Both are JSON in
columns, deflated (RFC 1950) and written in base64: a fifth of the size, and no text of the data can end
the element that holds it.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from tocgraph.explorer.contents import Contents
from tocgraph.store.claims import STANDINGS, Claim, rank

Place = tuple[int, int]

FLAGS = {"symmetric": "symmetric", "ends": "ends", "lasting": "lasting", "of-the-record": "record"}
"""What the page knows of a relation type, by flag of the schema."""

WRITTEN = "document"
"""The top-level type of what is written about cooperation: paths avoid it, a shared footnote is no cooperation."""


class Payload(NamedTuple):
    """The blocks as JSON values: `core` for all views, `details` for what is read in the panel."""

    core: dict[str, Any]
    details: dict[str, Any]


def payload(shown: Contents, places: Mapping[str, Place], about: Mapping[str, Any]) -> Payload:
    """The columns of a page; the same contents give the same columns.

    Args:
        shown: What the page is about.
        places: A place in page units for each entity; empty where the graph is too large to be drawn whole.
        about: What the page says of itself, added to what the contents say.
    """
    identifiers = sorted(shown.entities)
    number = {identifier: n for n, identifier in enumerate(identifiers)}
    types = {t: n for n, t in enumerate(shown.types)}
    relations = {r: n for n, r in enumerate(shown.relations)}
    sources = {s: n for n, s in enumerate(shown.sources)}
    entities = [shown.entities[i] for i in identifiers]
    claims = [c for c in shown.claims if c.subject in number and (c.object is None or c.object in number)]
    core = {
        "about": {**shown.about, **about, "sources": list(shown.sources), "status": _status(shown)},
        "types": [
            {"id": t, **spec, **({"written": True} if spec["root"] == WRITTEN else {})}
            for t, spec in shown.types.items()
        ],
        "relations": [
            {
                "id": r,
                "label": spec["label"],
                **({"inverse": spec["inverse"]} if spec.get("inverse") else {}),
                **({"value": spec["value"]} if spec.get("value") else {}),
                **{name: True for flag, name in FLAGS.items() if flag in spec.get("flags", ())},
            }
            for r, spec in shown.relations.items()
        ],
        "standings": list(STANDINGS),
        "entities": {
            "id": identifiers,
            "type": [types[e["type"]] for e in entities],
            "en": [e["label"].get("en") or next(iter(e["label"].values()), "") for e in entities],
            "ar": [e["label"].get("ar", "") for e in entities],
            "aliases": [[name for names in e.get("aliases", {}).values() for name in names] or 0 for e in entities],
            "x": [places[i][0] for i in identifiers] if places else [],
            "y": [places[i][1] for i in identifiers] if places else [],
        },
        "claims": {
            "s": [number[c.subject] for c in claims],
            "r": [relations[c.relation] for c in claims],
            "o": [-1 if c.object is None else number[c.object] for c in claims],
            "v": [c.value or "" for c in claims],
            "since": [c.since for c in claims],
            "until": [c.until for c in claims],
            "standing": [rank(c.standing) for c in claims],
            "derived": [1 if c.rule else 0 for c in claims],
        },
    }
    pinpoints = {at: n for n, at in enumerate(sorted({c.at for claim in claims for c in claim.citations}))}
    details = {
        "entities": {
            "description": [e.get("description", 0) for e in entities],
            "identifiers": [e.get("identifiers", 0) for e in entities],
        },
        "claims": {
            "id": [c.id for c in claims],
            "qualifiers": [c.qualifiers or 0 for c in claims],
            "note": [c.note or 0 for c in claims],
            "rule": [c.rule for c in claims],
            "cite": [_cited(c, sources, pinpoints) for c in claims],
        },
        "pinpoints": list(pinpoints),
        "sources": [{"id": s, **spec} for s, spec in shown.sources.items()],
        "mentioned": shown.mentioned,
        "qualifiers": shown.qualifiers,
        "rules": shown.rules,
    }
    return Payload(core, details)


def packed(block: Any) -> str:
    """A block as it stands in the page: JSON, deflated, in base64."""
    text = json.dumps(block, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return base64.b64encode(zlib.compress(text.encode(), 6)).decode()


def _cited(claim: Claim, sources: Mapping[str, int], pinpoints: Mapping[str, int]) -> list[int]:
    """Source and pinpoint by turns, as numbers."""
    pairs: Iterable[tuple[int, int]] = ((sources[c.source], pinpoints[c.at]) for c in claim.citations)
    return [n for pair in pairs for n in pair]


def _status(shown: Contents) -> str:
    """The days to which lists of parties are recorded: one day, or the first and the last; "" for none."""
    record = {
        r
        for r, spec in shown.relations.items()
        if spec.get("value") == "date" and "of-the-record" in spec.get("flags", ())
    }
    days = sorted(c.value for c in shown.claims if c.relation in record and c.value)
    return "" if not days else days[0] if days[0] == days[-1] else f"{days[0]} – {days[-1]}"
