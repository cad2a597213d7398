"""The shape of the code: what starts cheaply, what is public, what stands alone, how long a file is."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import tocgraph

SOURCE = Path(tocgraph.__file__).parent
MODULES = sorted(
    ".".join(("tocgraph", *p.relative_to(SOURCE).with_suffix("").parts)).removesuffix(".__init__")
    for p in SOURCE.rglob("*.py")
    if p.name != "__main__.py"
)
HEAVY = {"pydantic", "networkx", "rdflib", "pyvis", "igraph", "jinja2", "prompt_toolkit", "yaml"}


def loaded_by(code: str, **environment: str) -> set[str]:
    """The top-level modules that a piece of code has loaded in a process of its own."""
    code += "\nimport sys; print('\\n'.join(sorted({m.partition('.')[0] for m in sys.modules})), file=sys.__stderr__)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, env={**os.environ, **environment}
    )
    return set(done.stderr.decode().split())


def command(*arguments: str) -> str:
    return f"from tocgraph.cli import main; main({list(arguments)!r})"


def test_importing_the_library_loads_nothing_heavy() -> None:
    loaded = loaded_by("import tocgraph; dir(tocgraph); tocgraph.TocgraphError")
    assert not loaded & (HEAVY | {"rich", "typer", "pyoxigraph", "sqlite3"})


@pytest.mark.parametrize("arguments", [["--help"], ["ask", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    assert not loaded_by(command(*arguments)) & (HEAVY | {"rich", "pyoxigraph", "sqlite3", "rapidfuzz"})


@pytest.mark.parametrize(
    "arguments",
    [
        ["ask", "who implements UNTOC?"],
        ["ask", "who implements UNTOC?", "-f", "json", "--explain"],
        ["ask", "compare UNTOC and trafficking-protocol"],
        ["ask", "what is disputed about UNTOC"],
        ["ask", "is the list of parties to UNTOC complete"],
        ["show", "untoc"],
        ["find", "untocc"],
        ["list", "state", "--where", "party-to=untoc", "-f", "markdown"],
        ["cite", "untoc"],
        ["explain", "untoc", "provides-for", "extradition"],
        ["compare", "untoc", "trafficking-protocol"],
        ["matrix", "crime", "instrument"],
        ["stats"],
        ["disputes"],
        ["sources", "-f", "csv"],
        ["sparql", "ASK {}"],
    ],
)
def test_answering_loads_nothing_heavy(arguments: list[str], tiny: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "tocgraph", "build", "--data-dir", str(tiny)], check=True, capture_output=True
    )
    assert not loaded_by(command(*arguments, "--data-dir", str(tiny))) & (HEAVY | {"rich"})


def test_a_plain_question_loads_no_report_and_none_of_their_phrases(tiny: Path) -> None:
    code = (
        "import sys, tocgraph\n"
        f"tocgraph.ask(tocgraph.open_store({str(tiny)!r}), 'who implements UNTOC?')\n"
        "print([m for m in sys.modules if m.startswith(('tocgraph.reports', 'tocgraph.questions.linking.frames'))])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout == b"[]\n"


def test_the_public_list_is_sorted_and_true() -> None:
    assert list(tocgraph.__all__) == sorted(tocgraph.__all__)
    for name in tocgraph.__all__:
        assert getattr(tocgraph, name) is not None
    assert set(tocgraph.__all__) == {
        "DataError", "KnowledgeGraph", "Problem", "QueryError", "StoreError", "TocgraphError", "UnknownIdError",
        "View", "__version__", "ask", "basis", "changes", "check", "cite", "compare", "disputes", "explain", "export",
        "find",
        "gaps", "list_entities", "load", "matrix", "open_store", "paths", "show", "sources", "stats", "timeline",
        "view",
    }  # fmt: skip
    assert set(tocgraph.__all__) <= set(dir(tocgraph))
    with pytest.raises(AttributeError):
        tocgraph.nothing_of_the_kind  # noqa: B018


def test_the_public_list_has_every_error() -> None:
    from tocgraph import errors

    raised = {n for n, v in vars(errors).items() if isinstance(v, type) and issubclass(v, errors.TocgraphError)}
    assert raised <= set(tocgraph.__all__)


def test_the_library_is_usable_without_the_command_line(tiny: Path) -> None:
    opened = tocgraph.open_store(tiny)
    assert tocgraph.find(opened, "untoc").answers[0].id == "untoc"
    assert tocgraph.show(opened, "untoc").answers
    assert tocgraph.list_entities(opened, "state").answers
    assert tocgraph.paths(opened, "mali", "untoc").path
    assert tocgraph.cite(opened, "untoc").table and tocgraph.stats(opened).table and tocgraph.sources(opened).table
    assert tocgraph.disputes(opened).table
    assert tocgraph.ask(opened, "who implements UNTOC?").answers
    assert tocgraph.export(opened, "ntriples")
    assert not [p for p in tocgraph.check(tiny) if p.level == "error"]
    assert len(tocgraph.load(tiny).entities) == 9


def test_each_module_can_be_imported_alone() -> None:
    # One process for all: each import starts from none of our modules, as in a process of its own.
    code = "\n".join(
        f"import {m}\nfor n in [n for n in sys.modules if n.partition('.')[0] == 'tocgraph']: del sys.modules[n]"
        for m in MODULES
    )
    subprocess.run([sys.executable, "-c", "import sys\n" + code], check=True)


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_files_stay_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def test_the_library_neither_prints_nor_exits() -> None:
    for path in SOURCE.rglob("*.py"):
        if "cli" not in path.parts and path.name != "__main__.py":
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"(?<![\w.])print\(|sys\.exit|input\(", text), path


def test_the_version_is_the_same_wherever_it_is_told() -> None:
    root = Path(__file__).parents[1]
    assert f"\nversion: {tocgraph.__version__}\n" in (root / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\n## {tocgraph.__version__} (" in (root / "CHANGELOG.md").read_text(encoding="utf-8")
