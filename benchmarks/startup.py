"""How long a start takes, as a ratio to what cannot be avoided.

    python benchmarks/startup.py [pairs]

Each command and its yardstick run in turns, in whole processes, so that a slow moment of the machine hits both.
The ratio is that of the fastest runs; byte code is cached, as in an installed package.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time

PAIRS = (
    ("tocgraph --help", ["--help"], "import typer", 2.0),
    ("tocgraph ask", ["ask", "which bodies implement UNTOC"], "import typer, pyoxigraph", 2.5),
)


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """The wall-clock time of one process."""
    begun = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=environment)
    return time.perf_counter() - begun


def main() -> int:
    """Prints the ratios; 1 when one is above its target."""
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = folder
        for name, arguments, yardstick, target in PAIRS:
            ours = [sys.executable, "-m", "tocgraph", *arguments]
            theirs = [sys.executable, "-c", yardstick]
            seconds(ours, environment)  # compiles the data and the byte code
            seconds(theirs, environment)
            runs = [(seconds(ours, environment), seconds(theirs, environment)) for _ in range(pairs)]
            mine, other = (min(times) for times in zip(*runs, strict=True))
            missed += mine / other > target
            print(f"{name}: {mine / other:.2f} times `python -c '{yardstick}'` (target {target}), {mine * 1000:.0f} ms")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
