"""Draws claims of each source document at random, for a reader to compare with the text.

    python tests/draw.py [SEED] [COUNT]      COUNT claims of each outlined source (12), always the same for a seed

The draw does not depend on the order of the files: it is made from the claims sorted by their keys.
"""

from __future__ import annotations

import random
import sys

from tocgraph import locate
from tocgraph.checks import load_checked
from tocgraph.model import Dataset, Relation


def draw(dataset: Dataset, source: str, seed: int, count: int) -> list[Relation]:
    """`count` claims that cite the source, all of them when there are no more."""
    citing = sorted(
        (r for r in dataset.relations if any(c.source == source for c in r.cite)), key=lambda relation: relation.key
    )
    return random.Random(f"{seed} {source}").sample(citing, min(count, len(citing)))


def sheet(relation: Relation, source: str) -> str:
    """A claim with everything it says, and where the source is said to say it."""
    said = [f"{relation.subject} {relation.relation} {relation.object or repr(relation.value)}"]
    said += [f"{name}: {value}" for name, value in (("since", relation.since), ("until", relation.until)) if value]
    said += [f"{name}: {value}" for name, value in relation.qualifiers.items()]
    said += [f"{relation.standing}: {relation.note}" for _ in [0] if relation.standing != "normal" or relation.note]
    places = "; ".join(f"{c.at} [{', '.join(c.finds)}]" for c in relation.cite if c.source == source)
    return f"{'; '.join(said)} @ {places}"


def main() -> None:
    """Prints the draw."""
    seed, count = ([int(word) for word in sys.argv[1:]] + [2026, 12][len(sys.argv) - 1 :])[:2]
    dataset = load_checked(locate.data_dir())
    for outline in dataset.outlines:
        print(f"\n{outline.source}")
        for number, relation in enumerate(draw(dataset, outline.source, seed, count), 1):
            print(f"{number:3}. {sheet(relation, outline.source)}")


if __name__ == "__main__":
    main()
