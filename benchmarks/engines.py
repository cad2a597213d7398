"""The same answers on every engine: the compiled store, the Oxigraph server and Virtuoso 7, both really started.

    python benchmarks/engines.py                    the whole question set and all reports on both servers
    python benchmarks/engines.py --every 5          every fifth question
    python benchmarks/engines.py --engines virtuoso --no-reports

Of each question only whether its answer is the same is told. One that differs is named by the beginning of the
SHA-256 of its text, so that nobody reads the frozen part on the way. Needs the Debian package virtuoso-opensource-7-bin
and the PyPI package oxigraph.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import shlex
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path

import yaml

from tocgraph import ask, open_store
from tocgraph.cli import main as run
from tocgraph.errors import TocgraphError
from tocgraph.push import push
from tocgraph.store import OpenStore

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "conformance")]
import engines  # noqa: E402
from test_engines import REPORTS  # noqa: E402


def questions(every: int) -> list[tuple[str, str]]:
    """The questions of both parts, each with its part."""
    parts = yaml.safe_load((ROOT / "tests" / "questions.yaml").read_text(encoding="utf-8"))
    return [(part, question["ask"]) for part, asked in parts.items() for question in asked][::every]


def answered(opened: OpenStore, question: str) -> tuple[object, float]:
    """The answer as a plain value, or the error, and the seconds that it took."""
    start = time.perf_counter()
    try:
        found: object = repr(ask(opened, question))
    except TocgraphError as error:
        found = f"{type(error).__name__}: {error.message}"
    return found, time.perf_counter() - start


def reported(command: list[str]) -> tuple[tuple[int, bytes], float]:
    """The exit code and the output of a command, and the seconds that it took."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    start = time.perf_counter()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        code = run(command)
    seconds = time.perf_counter() - start
    return (code, out.buffer.getvalue()), seconds  # type: ignore[attr-defined]


def compare(name: str, endpoint: str, local: OpenStore, every: int, reports: bool) -> None:
    """Pushes, compares and prints one engine."""
    start = time.perf_counter()
    done = push(local, endpoint)
    print(f"{name}: pushed {done.sent} triples in {done.requests} requests, {time.perf_counter() - start:.1f} s")
    remote = open_store(endpoint=done.endpoint)
    here = there = 0.0
    same = {"development": 0, "frozen": 0}
    total = dict(same)
    for part, question in questions(every):
        (ours, a), (theirs, b) = answered(local, question), answered(remote, question)
        here, there = here + a, there + b
        total[part] += 1
        same[part] += ours == theirs
        if ours != theirs:
            print(f"  differs: {part} {sha256(question.encode()).hexdigest()[:12]}", flush=True)
    for part, number in total.items():
        print(f"  {part}: {same[part]} of {number} answers are the same")
    print(f"  questions: {here:.1f} s here, {there:.1f} s there, ratio {there / here:.2f}", flush=True)
    if not reports:
        return
    equal, here, there = 0, 0.0, 0.0
    for line in REPORTS:
        command = shlex.split(line)
        (ours_, a), (theirs_, b) = reported(command), reported([*command, "--endpoint", done.endpoint])
        here, there = here + a, there + b
        equal += ours_ == theirs_
        if ours_ != theirs_:
            print(f"  differs: {line}", flush=True)
    print(f"  reports: {equal} of {len(REPORTS)} are the same; {here:.1f} s here, {there:.1f} s there")


def main() -> None:
    """Runs what the options say."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--every", type=int, default=1, help="only every so many-th question")
    parser.add_argument("--engines", default="oxigraph,virtuoso")
    parser.add_argument("--no-reports", action="store_true")
    options = parser.parse_args()
    local = open_store()
    with tempfile.TemporaryDirectory() as folder:
        # What was pushed is kept apart from that of the user; the compiled store is opened already.
        os.environ["TOCGRAPH_ENDPOINT_USER"], os.environ["TOCGRAPH_ENDPOINT_PASSWORD"] = engines.USER, engines.PASSWORD
        for name in options.engines.split(","):
            with getattr(engines, name)(Path(folder) / name) as endpoint:
                compare(name, endpoint, local, options.every, not options.no_reports)


if __name__ == "__main__":
    main()
