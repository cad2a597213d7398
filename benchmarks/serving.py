"""The endpoint against the Oxigraph server: requests per second and p99 of small queries, same data, same machine.

    python benchmarks/serving.py [SECONDS]

wrk (Debian package wrk) sends look-ups of claims over 8 connections on loopback, in turn to each server, in rounds;
the median of the rounds counts. Queries are a set of 2,000 that comes round, as in a real service some queries do; our
service is measured with its memory of results and without it (`--cache 0`: every query is run), and so that no query
is ever sent twice (each ends in a comment of its own), which costs our service a change of threads.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

from tocgraph.store import open_store

SECONDS = float(sys.argv[1]) if len(sys.argv) > 1 else 3.0
ROUNDS = 3
QUERIES = 2000
LUA = """
local paths = {}
for line in io.lines(os.getenv("PATHS")) do paths[#paths + 1] = line end
local n, total, base, start = 0, 0, os.getenv("BASE"), os.time() .. "-"
local fresh = os.getenv("FRESH") == "1"
request = function()
  n = n % #paths + 1
  total = total + 1
  local path = base .. paths[n] .. (fresh and "%23" .. start .. total or "")
  return wrk.format("GET", path, {Accept = "application/sparql-results+json"})
end
"""


def measured(
    wrk: str, script: Path, paths: Path, port: int, base: str, fresh: bool, seconds: float
) -> tuple[float, float]:
    """Requests per second and the 99th percentile in milliseconds."""
    told = {"PATHS": str(paths), "BASE": base, "FRESH": "01"[fresh]}
    done = subprocess.run(
        [wrk, "-t1", "-c8", f"-d{seconds:g}s", "--latency", "-s", str(script), f"http://127.0.0.1:{port}/"],
        capture_output=True, text=True, check=True, env={**os.environ, **told},
    ).stdout  # fmt: skip
    assert "Non-2xx" not in done, done
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", done)[1])  # type: ignore[index]
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", done).groups()  # type: ignore[union-attr]
    return rate, float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def main() -> None:
    wrk = shutil.which("wrk")
    if wrk is None:
        sys.exit("wrk is not installed")
    opened = open_store()
    rows = opened.store.select(f"SELECT ?c {{ ?c a toc:Claim }} ORDER BY ?c LIMIT {QUERIES}").rows
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = [f"SELECT ?p ?o WHERE {{ <{row['c'].value}> ?p ?o }}" for row in rows]
        (folder / "paths").write_text("".join(f"?query={quote(text)}\n" for text in texts), "utf-8")
        (folder / "requests.lua").write_text(LUA, "utf-8")
        (folder / "all.nt").write_bytes(opened.store.serialize("CONSTRUCT WHERE { ?s ?p ?o }", "ntriples"))
        program = str(Path(sysconfig.get_path("scripts")) / "oxigraph")
        where = ["--location", str(folder / "db")]
        for step in (["load", *where, "--file", str(folder / "all.nt")], ["optimize", *where]):
            subprocess.run([program, *step], check=True, capture_output=True)
        ports = {"oxigraph": free_port(), "--cache 0": free_port(), "": free_port()}
        serve = [sys.executable, "-m", "tocgraph", "serve", "--workers", "2", "--log", "none", "--port"]
        commands = [
            [program, "serve-read-only", *where, "--bind", f"127.0.0.1:{ports['oxigraph']}"],
            [*serve, str(ports["--cache 0"]), "--cache", "0"],
            [*serve, str(ports[""])],
        ]
        targets = {
            "oxigraph": (ports["oxigraph"], "/query", False),
            "tocgraph": (ports[""], "/sparql", False),
            "tocgraph --cache 0": (ports["--cache 0"], "/sparql", False),
            "oxigraph, new queries": (ports["oxigraph"], "/query", True),
            "tocgraph, new queries": (ports["--cache 0"], "/sparql", True),
        }
        running = [
            subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for command in commands
        ]
        try:
            time.sleep(8)
            found: dict[str, list[tuple[float, float]]] = {name: [] for name in targets}
            for number in range(ROUNDS + 1):  # the first round warms up
                for name, target in targets.items():
                    # Our service has to see all queries once in each worker before the steady state.
                    seconds = SECONDS if number else 2 * SECONDS
                    figures = measured(wrk, folder / "requests.lua", folder / "paths", *target, seconds)
                    if number:
                        found[name].append(figures)
        finally:
            for process in running:
                process.terminate()
            for process in running:
                process.wait(20)
    print(f"load {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores, {len(texts)} queries, median of {ROUNDS} rounds")
    median = {name: statistics.median(rate for rate, _ in figures) for name, figures in found.items()}
    for name, figures in found.items():
        ratio = median[name] / median["oxigraph, new queries" if "new" in name else "oxigraph"]
        late = statistics.median(late for _, late in figures)
        print(f"{name:22} {median[name]:8.0f} requests/s   p99 {late:6.2f} ms   ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
