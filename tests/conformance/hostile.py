"""A small graph with texts that other programs stumble over, for every format to carry unharmed."""

from __future__ import annotations

from typing import Any

from tocgraph.model import Dataset

ARABIC = "مكتب الأمم المتحدة المعني بالمخدرات والجريمة"
LABELS = {
    "quotes": "He said \"yes\" and 'no' and `maybe` \\ done",
    "script": "<script>alert(1)</script> & <b>bold</b> ]]> <!-- -->",
    "lines": "first line\nsecond line\ttabbed\n\nlast; with, commas | pipes",
    "formula": '=cmd|"/c calc"!A1',
    "plus": "+1+1",
    "minus": "-2+3",
    "sign": "@SUM(A1:A2)",
    "bidi": "safe\u202egnp.exe\u202c \u2067rtl\u2069 \u200f",
    "emoji": "network 😀 of \U0001d518 letters",
    "braces": "{0} %s ${x} {{y}} [z](javascript:alert(1)) -->|end|",
    "spaces": "  leading, trailing  ",
}
"""English labels by entity id."""

DATES = [("2004", None), ("2004-11", "2005"), ("2004-11-15", "2006-02"), (None, "2010"), (None, None)]
"""Since and until of the claims that link each entity with the next."""

STANDINGS = ("preferred", "normal", "unverified", "disputed", "rejected")


def dataset(labels: dict[str, str] | None = None) -> Dataset:
    """One entity a label, a ring of claims of every standing and date, one value each, and a derived claim."""
    texts = LABELS if labels is None else labels
    both = {"en": "x", "ar": "س"}
    ids = list(texts)
    cite = [{"source": "s", "at": 'art. 1, "a"', "finds": ["=1+1", "a|b"]}, {"source": "s", "at": "مادة 2"}]
    relations: list[dict[str, Any]] = []
    for n, identifier in enumerate(ids):
        since, until = DATES[n % len(DATES)]
        relations.append(
            {
                "subject": identifier,
                "relation": "works-with",
                "object": ids[(n + 1) % len(ids)],
                "since": since,
                "until": until,
                "standing": STANDINGS[n % 5],
                "qualifiers": {"role": {"en": texts[identifier], "ar": ARABIC}, "place": ids[0]},
                "note": {"en": texts[identifier], "ar": ARABIC},
                "cite": cite,
            }
        )
        relations.append(
            {
                "subject": identifier,
                "relation": "founded",
                "value": f"{1910 + n % 100}-0{n % 9 + 1}",
                "standing": STANDINGS[(n + 1) % 5],
                "cite": cite,
            }
        )
        relations.append({"subject": identifier, "relation": "motto", "value": texts[identifier], "cite": cite})
    return Dataset.model_validate(
        {
            "schema": {
                "base": "https://w3id.org/tocgraph/",
                "entity_types": [
                    {"id": "actor", "label": both, "plural": both, "rdf": "prov:Agent"},
                    {"id": "body", "broader": "actor", "label": both, "plural": both},
                ],
                "relation_types": [
                    {"id": "works-with", "label": both, "inverse": both, "from": ["actor"], "to": ["actor"]},
                    {"id": "motto", "label": both, "from": ["actor"], "value": "text"},
                    {"id": "founded", "label": both, "from": ["actor"], "value": "date", "flags": ["begins"]},
                ],
                "qualifiers": [
                    {"id": "role", "value": "text", "label": both},
                    {"id": "place", "value": "entity", "label": both},
                ],
            },
            "sources": [
                {"id": "s", "title": "=1+1 <i>title</i>", "authors": ["A; B", 'C "D"'], "url": "https://e.org/a?b=c&d"}
            ],
            "entities": [
                {
                    "id": identifier,
                    "type": "body",
                    "label": {"en": label, "ar": f"{ARABIC} {n}"},
                    "aliases": {"en": [f"{label}!"], "fr": ["l'été"]},
                    "description": {"en": label, "ar": ARABIC},
                    "identifiers": {"code": f"=X{n}"},
                }
                for n, (identifier, label) in enumerate(texts.items())
            ],
            "relations": relations,
        }
    )
