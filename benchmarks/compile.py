#!/usr/bin/env python3
"""How long compiling takes, in whole processes and as ratios of the work that cannot be avoided.

    python benchmarks/compile.py [--runs 3]

For the shipped data, and for made-up data of 18,000 records and twice and four times that size:
`tocgraph build` into an empty cache, against a process that only reads the same YAML with PyYAML's C
loader and loads the same triples with pyoxigraph. Runs alternate; the median of each is shown, with
peak memory and the ratio.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from synthetic import write

BASELINE = """
import sys, tempfile, yaml, pyoxigraph
from pathlib import Path
for name in ("schema", "sources", "entities", "relations"):
    path = Path(sys.argv[1]) / (name + ".yaml")
    if path.exists():
        yaml.load(path.read_bytes(), yaml.CSafeLoader)
store = pyoxigraph.Store(tempfile.mkdtemp(dir=sys.argv[3]))
store.bulk_load(path=sys.argv[2], format=pyoxigraph.RdfFormat.N_TRIPLES)
"""


def timed(command: list[str], **environment: str) -> tuple[float, float]:
    """Wall seconds and peak memory in MB of a whole process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        raise SystemExit(f"{command} failed with {status}")
    return seconds, usage.ru_maxrss / 1024


def measure(name: str, data: Path, runs: int) -> float:
    """Prints a row for one data folder and gives the median seconds of compiling it."""
    with tempfile.TemporaryDirectory() as scratch:
        triples = Path(scratch) / "all.nt"
        command = [
            sys.executable,
            "-m",
            "tocgraph",
            "export",
            "ntriples",
            "--output",
            str(triples),
            "--data-dir",
            str(data),
        ]
        timed(command, TOCGRAPH_CACHE=f"{scratch}/once")
        ours, plain = [], []
        for run in range(runs):
            build = [sys.executable, "-m", "tocgraph", "build", "--data-dir", str(data)]
            ours.append(timed(build, TOCGRAPH_CACHE=f"{scratch}/cold-{run}"))
            plain.append(timed([sys.executable, "-c", BASELINE, str(data), str(triples), scratch]))
        seconds, floor = (statistics.median(s for s, _ in rows) for rows in (ours, plain))
        memory = statistics.median(m for _, m in ours)
        count = sum(1 for _ in triples.open("rb"))
    print(
        f"{name:28} {count:>9,} triples  build {seconds:6.2f} s  {memory:6.0f} MB"
        f"  floor {floor:6.2f} s  ratio {seconds / floor:4.2f}"
    )
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    shipped = Path(__file__).parents[1] / "data"
    measure("shipped data", shipped, runs)
    times = []
    for factor in (1, 2, 4):
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), 3000 * factor, 15000 * factor)
            times.append(measure(f"made-up, {18 * factor},000 records", Path(folder), runs))
    print(f"growth: {times[1] / times[0]:.2f} at twice, {times[2] / times[0]:.2f} at four times the size")


if __name__ == "__main__":
    main()
