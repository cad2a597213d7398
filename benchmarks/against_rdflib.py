#!/usr/bin/env python3
"""The same answer from the command line and from an rdflib script, as whole processes.

    python benchmarks/against_rdflib.py ["which bodies implement UNTOC"]

The script parses the exported Turtle and runs the very SPARQL that `ask` prints. The runs alternate;
both answers must be the same.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SCRIPT = """
import sys, rdflib
graph = rdflib.Graph()
graph.parse(sys.argv[1], format="turtle")
print(len({row[0] for row in graph.query(open(sys.argv[2]).read())}))
"""


def timed(command: list[str]) -> tuple[float, str]:
    start = time.perf_counter()
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return time.perf_counter() - start, out


def main() -> None:
    question = sys.argv[1] if len(sys.argv) > 1 else "which bodies implement UNTOC"
    ask = [sys.executable, "-m", "tocgraph", "ask", question, "--format", "json"]
    with tempfile.TemporaryDirectory() as folder:
        turtle, query = Path(folder) / "graph.ttl", Path(folder) / "query.rq"
        timed([sys.executable, "-m", "tocgraph", "export", "turtle", "--output", str(turtle)])
        answer = json.loads(timed(ask)[1])
        query.write_text(answer["sparql"], encoding="utf-8")
        ours, theirs = [], []
        for _ in range(5):
            ours.append(timed(ask)[0])
            seconds, out = timed([sys.executable, "-c", SCRIPT, str(turtle), str(query)])
            theirs.append(seconds)
            if int(out) != len(answer["answers"]):
                raise SystemExit(f"different answers: {out} against {len(answer['answers'])}")
    mine, other = statistics.median(ours), statistics.median(theirs)
    print(f"ask {mine * 1000:.0f} ms, rdflib {other * 1000:.0f} ms, {other / mine:.0f} times faster ({question!r})")


if __name__ == "__main__":
    main()
