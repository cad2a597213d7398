"""What takes long and never changes for the same data: examples of questions, and the page of the graph.

Made once in a process of its own beside the workers, kept in the cache folder, and taken up by the workers as soon as
it is there. Started as `python -m tocgraph.server.prepare DATA_DIR FOLDER`.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from tocgraph import __version__
from tocgraph.files import replace
from tocgraph.locate import cache_dir
from tocgraph.store import OpenStore, open_store

PARTS = ("questions.json", "explorer.html")


def folder_of(opened: OpenStore) -> Path:
    """Where it is kept: the folder is named by the version of the program and the content of the data."""
    return cache_dir() / "served" / f"{__version__}-{opened.names.meta('fingerprint')}"


def prepare(opened: OpenStore, folder: Path) -> None:
    """Writes what is missing in the folder.

    Raises:
        TocgraphError: it cannot be written, or the store failed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "questions.json").is_file():
        found = {language: _questions(opened, language) for language in ("en", "ar")}
        replace(folder / "questions.json", json.dumps(found, ensure_ascii=False).encode())
    if not (folder / "explorer.html").is_file():
        from tocgraph.exporters import export

        export(opened, "html", folder / "explorer.html")


def _questions(opened: OpenStore, language: str) -> list[tuple[str, list[tuple[str, str]]]]:
    from tocgraph.asking import ask
    from tocgraph.asking.examples import examples

    table = examples(opened, None, language).table
    families: dict[str, list[tuple[str, str]]] = {}
    for _, label, question in table.rows if table else ():
        families.setdefault(label, []).append((question, ask(opened, question, language).sparql))
    return list(families.items())


if __name__ == "__main__":
    os.nice(10)
    store = open_store(sys.argv[1] or None)
    prepare(store, Path(sys.argv[2]))
