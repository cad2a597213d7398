"""Programs that some tests need: without them a test is skipped with the reason, or fails where they are mandatory."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest


def browser(program: str) -> str:
    """The path of a browser program; missing ones fail the test when TOCGRAPH_REQUIRE_BROWSER is 1."""
    found = shutil.which(program)
    if found is None:
        reason = f"{program} is not installed (Debian packages chromium and chromium-driver)"
        if os.environ.get("TOCGRAPH_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


def axe() -> str:
    """The text of axe-core, from the file that TOCGRAPH_AXE names: it is fetched for the tests and never kept here."""
    named = os.environ.get("TOCGRAPH_AXE", "")
    if not Path(named).is_file():
        reason = "TOCGRAPH_AXE does not name the file axe.min.js of the npm package axe-core"
        if os.environ.get("TOCGRAPH_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return Path(named).read_text("utf-8")


def program(name: str, package: str, variable: str) -> str:
    """The path of a program; a missing one fails the test when TOCGRAPH_REQUIRE_`variable` is 1."""
    found = shutil.which(name)
    if found is None:
        missing(f"{name} is not installed (Debian package {package})", variable)
    return str(found)


def node(*packages: str) -> str:
    """The folder of node_modules that TOCGRAPH_NODE names, with those packages in it."""
    folder = os.environ.get("TOCGRAPH_NODE", "")
    absent = [name for name in packages if not (Path(folder) / "node_modules" / name).is_dir()]
    if not folder or absent or shutil.which("node") is None:
        missing(f"TOCGRAPH_NODE names no folder with the npm packages {' '.join(packages)}", "NODE")
    return folder


def missing(reason: str, variable: str) -> None:
    """Skips the test for that reason, or fails it when TOCGRAPH_REQUIRE_`variable` is 1."""
    if os.environ.get(f"TOCGRAPH_REQUIRE_{variable}") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def spark() -> None:
    """PySpark and a Java runtime; missing ones fail the test when TOCGRAPH_REQUIRE_SPARK is 1."""
    found = {
        "PySpark": find_spec("pyspark"),
        "a Java runtime (Debian package default-jre-headless)": shutil.which("java"),
    }
    lacking = [name for name, there in found.items() if not there]
    if lacking:
        missing(f"{' and '.join(lacking)} is not installed", "SPARK")
