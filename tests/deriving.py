"""A small schema, claims and rules in a few words, and what follows from them."""

from __future__ import annotations

from typing import Any

from tocgraph.inference import derive
from tocgraph.model import Dataset

SCHEMA: dict[str, Any] = {
    "base": "https://example.org/",
    "entity_types": [
        {"id": "thing", "label": {}, "plural": {}},
        {"id": "law", "label": {}, "plural": {}},
        {"id": "article", "label": {}, "plural": {}, "broader": "law"},
        {"id": "state", "label": {}, "plural": {}},
    ],
    "relation_types": [
        {"id": "part-of", "label": {}, "from": ["law", "thing"], "to": ["law", "thing"]},
        {"id": "unit-of", "label": {}, "from": ["thing"], "to": ["thing"], "broader": "part-of"},
        {"id": "covers", "label": {}, "from": ["law"], "to": ["thing"]},
        {"id": "near", "label": {}, "from": ["thing", "state"], "to": ["thing", "state"], "flags": ["symmetric"]},
        {"id": "named", "label": {}, "from": ["thing"], "value": "text"},
        {"id": "consents-to", "label": {}, "from": ["state"], "to": ["law"]},
        {"id": "party-to", "label": {}, "from": ["state"], "to": ["law"]},
        {"id": "binds-after", "label": {}, "from": ["law"], "value": "text"},
        {"id": "in-force-on", "label": {}, "from": ["law"], "value": "date"},
    ],
    "qualifiers": [
        {"id": "strength", "value": "text", "label": {}, "order": ["must", "should", "may"]},
        {"id": "counting", "value": "text", "label": {}},
        {"id": "act", "value": "text", "label": {}},
    ],
}
ENTITIES = {
    **dict.fromkeys(("treaty", "protocol"), "law"),
    **dict.fromkeys(("article-1", "article-2", "paragraph"), "article"),
    **dict.fromkeys(("crime", "tool", "a", "b", "c", "d"), "thing"),
    **dict.fromkeys(("egypt", "mali"), "state"),
}


def pattern(text: str) -> dict[str, str]:
    """A claim of a rule: subject, relation, object; = before a value; `type of` a condition."""
    words = text.split()
    if len(words) == 2:
        return {"type": words[0], "of": words[1]}
    filler = {"value": words[2][1:]} if words[2].startswith("=") else {"object": words[2]}
    return {"subject": words[0], "relation": words[1], **filler}


def rule(name: str, premises: list[str], conclusion: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "label": {}, "if": [pattern(p) for p in premises], "then": pattern(conclusion), **more}


COVERS = rule("covers", ["?p part-of ?w", "?p covers ?x", "article ?p"], "?w covers ?x", keeps=["strength"])
WITHIN = rule("within", ["?a part-of ?b", "?b part-of ?c"], "?a part-of ?c")


def claim(text: str, since: str = "", until: str = "", standing: str = "normal", **qualifiers: Any) -> dict[str, Any]:
    found: dict[str, Any] = {**pattern(text), "standing": standing, "qualifiers": qualifiers}
    return found | ({"since": since} if since else {}) | ({"until": until} if until else {})


def dataset(rules: list[dict[str, Any]], *claims: dict[str, Any]) -> Dataset:
    entities = [{"id": name, "type": kind} for name, kind in ENTITIES.items()]
    return Dataset.model_validate(
        {"schema": {**SCHEMA, "rules": rules}, "sources": [], "entities": entities, "relations": list(claims)}
    )


def derived(rules: list[dict[str, Any]], *claims: dict[str, Any]) -> list[str]:
    """What follows, each as `subject relation object since/until standing`, what is usual left out."""
    found = []
    for r in derive(dataset(rules, *claims)):
        dates = f"{r.since or ''}/{r.until or ''}" if r.since or r.until else ""
        standing = "" if r.standing == "normal" else r.standing
        filler = r.object or f"={r.value}"
        found.append(" ".join(filter(None, (r.subject, r.relation, filler, dates, standing))))
    return found


PART = claim("article-1 part-of treaty")
