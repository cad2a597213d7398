#!/usr/bin/env python3
"""Writes a made-up data folder in the project's format, for measurements. Standard library only, seeded.

    python benchmarks/synthetic.py DIR [--entities 3000] [--relations 15000]

Names are invented syllables in two scripts; the ends of relations are skewed (a few hubs), as in
curated graphs. Blocks come in canonical order, so `tocgraph check DIR` finds nothing wrong.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo za sar mel tor kan dul".split()
ARABIC = "با تي مو را سا كا لي نو دا في حا قا صو جي".split()
WORDS = (
    "group route port network charter record region border cargo meeting report ledger contract archive "
    "delegate council court market convoy account harbour brigade family trade office bulletin registry summit"
).split()
RELATIONS = ("cooperates-with", "assists", "affiliated-with", "member-of", "successor-of")
SOURCES = 200

SCHEMA_TYPES = ("organization", "unit", "police-organization", "network", "treaty-body")


def name(rng: random.Random, parts: int = 2) -> str:
    return " ".join("".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 4))).capitalize() for _ in range(parts))


def arabic(rng: random.Random) -> str:
    return " ".join("".join(rng.choice(ARABIC) for _ in range(rng.randint(2, 4))) for _ in range(2))


def entities(count: int, rng: random.Random) -> Iterator[str]:
    for i in range(count):
        about = " ".join(rng.choice(WORDS) for _ in range(rng.randint(12, 30))).capitalize()
        yield (
            f"- id: e{i:06d}\n  type: {rng.choice(SCHEMA_TYPES)}\n"
            f"  label: {{en: {name(rng)} {i}, ar: {arabic(rng)} {i}}}\n"
            f"  aliases: {{en: [{name(rng, 1)} {i}, {name(rng, 3)} {i}]}}\n"
            f"  description: {about}.\n"
            f"  identifiers: {{wikidata: Q{rng.randint(10**7, 10**8 - 1)}, registry: REG-{i:07d}}}\n"
        )


def relations(count: int, total: int, rng: random.Random) -> Iterator[str]:
    chosen: dict[tuple[str, str, str], str] = {}
    for i in range(total):  # every entity takes part in something
        chosen[(f"e{i:06d}", "founded", "")] = ""
    while len(chosen) < count:
        subject, target = int(total * rng.random() ** 2), int(total * rng.random() ** 2)
        relation = rng.choice(RELATIONS)
        if relation in ("cooperates-with", "successor-of") and subject > target:
            subject, target = target, subject
        if subject != target:
            chosen[(f"e{subject:06d}", relation, f"e{target:06d}")] = ""
    for subject_id, relation, target_id in sorted(chosen):
        year = rng.randint(1990, 2024)
        filler = f"object: {target_id}" if target_id else f"value: {year}"
        since = f"  since: {year}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}\n" if target_id else ""
        yield (
            f"- subject: {subject_id}\n  relation: {relation}\n  {filler}\n{since}"
            f"  cite: [{{source: src-{rng.randrange(SOURCES):03d}, "
            f'at: "p. {rng.randint(1, 400)}, para. {rng.randint(1, 9)}", finds: [{rng.choice(WORDS)}]}}]\n'
        )


def write(folder: Path, entity_count: int = 3000, relation_count: int = 15000) -> None:
    """Writes sources.yaml, entities.yaml and relations.yaml into `folder`; the schema is the installed one."""
    rng = random.Random(1)
    folder.mkdir(parents=True, exist_ok=True)
    sources = (f"- id: src-{i:03d}\n  title: {name(rng, 3)} {i}\n" for i in range(SOURCES))
    (folder / "sources.yaml").write_text("".join(sources), encoding="utf-8")
    (folder / "entities.yaml").write_text("".join(entities(entity_count, rng)), encoding="utf-8")
    (folder / "relations.yaml").write_text("".join(relations(relation_count, entity_count, rng)), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--entities", type=int, default=3000)
    parser.add_argument("--relations", type=int, default=15000)
    arguments = parser.parse_args()
    write(arguments.folder, arguments.entities, arguments.relations)


if __name__ == "__main__":
    main()
