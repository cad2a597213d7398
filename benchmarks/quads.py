#!/usr/bin/env python3
"""Writes made-up N-Quads in our own vocabulary, for measurements: names in two scripts, dates, citations, a few hubs.

    python benchmarks/quads.py FILE [--triples 1000000]

The triples are those that tocgraph itself writes of such records; they are written as they are made, so that their
number is limited by the disk alone.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

from synthetic import WORDS, arabic, name

from tocgraph.model import Citation, Entity, Relation, Source
from tocgraph.rdf.records import Writer

TYPES = ("organization", "unit", "police-organization", "network", "treaty-body")
RELATIONS = ("assists", "affiliated-with", "member-of", "successor-of", "implements")
SOURCES = 50
EACH = 4
"""Claims for each entity."""


def quads(writer: Writer, triples: int, seed: int = 1) -> Iterator[str]:
    """At least that many triples, with the labels and sources that they need."""
    rng = random.Random(seed)
    for i in range(SOURCES):
        yield from writer.source(
            Source.model_construct(id=f"made-{i:02d}", title=f"{name(rng, 3)} {i}", type="document")
        )
    # An entity has some 13 triples, a claim some 21; sources are few.
    count = max(20, triples // (13 + 21 * EACH))
    for i in range(count):
        label = {"en": f"{name(rng)} {i}", "ar": f"{arabic(rng)} {i}"}
        made = Entity.model_construct(
            id=f"made-{i}", type=TYPES[i % len(TYPES)], label=label, aliases={"en": [f"{name(rng, 1)} {i}"]},
            description=f"A {rng.choice(WORDS)} of the {rng.choice(WORDS)}.", identifiers={"registry": f"R{i}"},
        )  # fmt: skip
        yield from writer.entity(made)
    for i in range(count * EACH):
        # The ends are skewed, as in curated graphs. A chain of memberships runs through the first of them.
        subject, target = int(count * rng.random() ** 2), int(count * rng.random() ** 2)
        relation = RELATIONS[i % 4]
        if subject == target:
            target = (target + 1) % count
        if relation == "successor-of" and subject > target:
            subject, target = target, subject
        year = rng.randint(1990, 2024)
        cite = Citation.model_construct(source=f"made-{i % SOURCES:02d}", at=f"p. {i}", finds=[])
        made_claim = Relation.model_construct(
            subject=f"made-{subject}", relation=relation, object=f"made-{target}", cite=[cite],
            since=f"{year}-{rng.randint(1, 12):02d}-{i % 28 + 1:02d}",
        )  # fmt: skip
        yield from writer.relation(made_claim)
        yield from writer.span(f"<{writer.names.claim(made_claim.id)}>", "holds", (str(made_claim.since), ""))


def write(path: Path, triples: int) -> int:
    """Writes the file and gives the number of triples."""
    from tocgraph import locate
    from tocgraph.reader import read

    writer = Writer(read(locate.data_dir(Path(__file__).parents[1] / "tests" / "data" / "tiny")).dataset.schema_)
    written = 0
    with path.open("w", encoding="utf-8") as file:
        for line in quads(writer, triples):
            file.write(line)
            written += 1
    return written


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--triples", type=int, default=1_000_000)
    arguments = parser.parse_args()
    print(f"{write(arguments.file, arguments.triples):,} triples")


if __name__ == "__main__":
    main()
