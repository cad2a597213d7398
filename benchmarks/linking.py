#!/usr/bin/env python3
"""How long the words of a question take to be linked, at growing numbers of entities, in one run.

    python benchmarks/linking.py [--sizes 1000 10000 100000] [--runs 5]

For made-up data of each size (see synthetic.py) the names index alone is built, as `tocgraph build` does it, and
a fixed set of questions is linked, with and without typing errors, after one of each kind to warm up. Shown are
the medians over the questions of the best of the runs, the slowest question, the growth from size to size, and
what the names index takes, of it the words for typing errors.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import tempfile
import time
from pathlib import Path

import pyoxigraph
from synthetic import ARABIC, SYLLABLES

from tocgraph.graph import KnowledgeGraph, load
from tocgraph.model import Dataset, Entity, Schema
from tocgraph.questions.linking.link import link
from tocgraph.store import OpenStore, names, naming, spelling
from tocgraph.store.embedded import EmbeddedStore
from tocgraph.vocabulary import Vocabulary

RIGHT = (
    "which bodies implement {a}",
    "where is the headquarters of {a}",
    "is {a} a member of {b}",
    "who founded {a} and {b}",
    "when was {a} founded",
    "organizations that cooperate with {b}",
    "how many members does {a} have",
    "ما الهيئات التي تنفذ {ar}",
    "متى تأسست {ar}",
    "أين يقع مقر {ar}",
)
WRONG = (
    "which bodies implemnt {a}",
    "where is the headquaters of {a}",
    "is {wrong} a member of {b}",
    "who foundde {a} and {b}",
    "whcih organizations cooperate with {wrong}",
    "organisatoins that coooperate with {b}",
    "how many memebrs does {a} have",
    "which bodies secretly implement {a}",
    "is Wakanda a member of {a}",
    "ما الهييات التي تنفذ {ar_wrong}",
    "متى تاسست {ar_wrong}",
)


def made(count: int) -> list[Entity]:
    """Entities with a label in each language and two aliases, of words that are drawn anew for each."""
    rng = random.Random(7)

    def text(of: list[str], parts: int, longest: int) -> str:
        return " ".join("".join(rng.choice(of) for _ in range(rng.randint(2, longest))) for _ in range(parts))

    return [
        Entity(
            id=f"e{n:06d}",
            type=rng.choice(("organization", "unit", "network", "treaty-body")),
            label={"en": text(SYLLABLES, 2, 4).title(), "ar": text(ARABIC, 2, 4)},
            aliases={"en": [text(SYLLABLES, 1, 5).title(), text(SYLLABLES, 3, 4).title()]},
        )
        for n in range(count)
    ]


def exchanged(name: str) -> str:
    """The name with two letters exchanged inside its longest word."""
    word = max(name.split(), key=len)
    at = next((n for n in range(2, len(word) - 2) if word[n] != word[n + 1]), 1)
    return name.replace(word, word[:at] + word[at + 1] + word[at] + word[at + 2 :])


def questions(entities: list[Entity], patterns: tuple[str, ...]) -> list[str]:
    long = [e for e in entities if min(len(w) for w in e.label["en"].split()) > 5 and len(e.label["ar"]) > 11]
    first, second = long[0], long[1]
    filled = {"a": first.label["en"], "b": second.label["en"], "ar": first.label["ar"]}
    filled |= {"wrong": exchanged(first.label["en"]), "ar_wrong": exchanged(first.label["ar"])}
    return [pattern.format(**filled) for pattern in patterns]


def measure(count: int, schema: Schema, runs: int) -> tuple[float, float]:
    """Prints a row for one size and gives the median milliseconds for right and for mistyped questions."""
    entities = made(count)
    graph = KnowledgeGraph(Dataset(schema=schema, sources=[], entities=entities, relations=[]))
    plain = schema.model_dump(by_alias=True, exclude_defaults=True)
    begun = time.perf_counter()
    spelling.write(sqlite3.connect(":memory:"), graph, plain)
    words = time.perf_counter() - begun
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.sqlite"
        database = sqlite3.connect(path)
        begun = time.perf_counter()
        naming.write(database, graph, {"base": schema.base, "counts": {}, "fingerprint": ""})
        whole = time.perf_counter() - begun
        known = database.execute("SELECT COUNT(*) FROM spelling").fetchone()[0]
        database.close()
        vocabulary = Vocabulary(schema.base)
        empty = EmbeddedStore(pyoxigraph.Store(), None, vocabulary.prefixes)
        opened = OpenStore(empty, names.Names.open(path), vocabulary)
        times: dict[str, list[float]] = {}
        for kind, patterns in (("right", RIGHT), ("mistyped", WRONG)):
            asked = questions(entities, patterns)
            link(opened, asked[0])
            times[kind] = [min(once(opened, question) for _ in range(runs)) for question in asked]
        size = path.stat().st_size / 1e6
    middle = {kind: statistics.median(of) for kind, of in times.items()}
    print(
        f"{count:>8,} entities  {known:>8,} words  index {whole:5.1f} s, {size:6.1f} MB (words {words:5.1f} s)"
        f"  right {middle['right']:6.2f} ms, slowest {max(times['right']):6.2f}"
        f"  mistyped {middle['mistyped']:6.2f} ms, slowest {max(times['mistyped']):6.2f}",
        flush=True,
    )
    return middle["right"], middle["mistyped"]


def once(opened: OpenStore, question: str) -> float:
    begun = time.perf_counter()
    link(opened, question)
    return (time.perf_counter() - begun) * 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    schema = load().schema
    found = [measure(size, schema, arguments.runs) for size in arguments.sizes]
    for kind, place in (("right", 0), ("mistyped", 1)):
        growth = "  ".join(
            f"{b:,}/{a:,}: {found[n + 1][place] / found[n][place]:.2f}"
            for n, (a, b) in enumerate(zip(arguments.sizes, arguments.sizes[1:], strict=False))
        )
        print(f"growth, {kind}:  {growth}")


if __name__ == "__main__":
    main()
