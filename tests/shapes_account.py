"""Validates the whole graph of a data folder against its shapes once: python tests/shapes_account.py data

pySHACL takes about a minute for it, so that the shapes are shared out
between two processes. What is refused is printed.
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
import time
from pathlib import Path

import pyshacl
import rdflib
from rdflib.namespace import SH

from tocgraph.exporters import export
from tocgraph.store import open_store

TARGETS = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf)
held: list[rdflib.Graph] = []


def share(which: int) -> tuple[bool, str, int]:
    """Validates with every second shape; the shape of claims weighs as much as all others."""
    data, shapes = held
    own = rdflib.Graph()
    own += shapes
    targeted = sorted({s for target in TARGETS for s in shapes.subjects(target, None)})
    mine = [s for s in targeted if (str(s).endswith("#Claim") or str(s).endswith("#Proven")) == (which == 0)]
    for shape in targeted:
        if shape not in mine:
            for target in TARGETS:
                own.remove((shape, target, None))
    conforms, _, text = pyshacl.validate(data, shacl_graph=own, inference="none", advanced=False)
    return bool(conforms), str(text), len(mine)


def main(folder: str) -> int:
    start = time.monotonic()
    opened = open_store(folder)
    with tempfile.TemporaryDirectory() as place:
        export(opened, "ntriples", Path(place) / "graph.nt")
        held.append(rdflib.Graph().parse(Path(place) / "graph.nt", format="nt"))
    held.append(rdflib.Graph().parse(data=export(opened, "shapes"), format="turtle"))
    with multiprocessing.get_context("fork").Pool(2) as pool:
        found = pool.map(share, range(2))
    for conforms, text, _ in found:
        if not conforms:
            print(text)
    shapes = sum(count for _, _, count in found)
    print(f"{len(held[0])} triples, {shapes} shapes with targets, {time.monotonic() - start:.0f} s")
    return 0 if all(conforms for conforms, _, _ in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
