"""A data folder from an RDF file of our own: read back, written, checked, put in place in one step."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import NamedTuple

from tocgraph import files, locate
from tocgraph.checks import check
from tocgraph.errors import DataError, TocgraphError
from tocgraph.rdf.restore import Restored, restore
from tocgraph.reader import read
from tocgraph.writer import entities_text, relations_text, sources_text


class Outcome(NamedTuple):
    """How many records a file gave, and the derived claims that were left out; `texts` by name of data file."""

    entities: int
    relations: int
    sources: int
    derived: int
    texts: dict[str, str]


def from_rdf(path: Path, folder: Path, target: Path | None = None) -> Outcome:
    """Reads an RDF export back into the text of data files, and writes them to a new folder.

    Args:
        path: The file, in any RDF syntax that `tocgraph export` writes.
        folder: The data folder whose schema the file follows; nothing in it is changed.
        target: The folder to make; None writes nothing.

    Returns:
        The texts and counts. The texts pass the checks of data.

    Raises:
        NotOursError: the file holds what is not of this vocabulary, or half of something.
        DataError: the records break a rule of data.
        TocgraphError: the file cannot be read, or the folder exists already or cannot be written.
    """
    if target is not None:
        _free(target)
    found = restore(path, read(folder).dataset.schema_)
    texts = {
        "sources.yaml": sources_text(found.sources),
        "entities.yaml": entities_text(found.entities),
        "relations.yaml": relations_text(found.relations),
    }
    if target is None:
        with tempfile.TemporaryDirectory() as place:
            _fill(Path(place), Path(place), folder, texts)
    else:
        with files.folder(target.resolve()) as place:
            _fill(place, target, folder, texts)
    return _outcome(found, texts)


def _outcome(found: Restored, texts: dict[str, str]) -> Outcome:
    return Outcome(len(found.entities), len(found.relations), len(found.sources), found.derived, texts)


def _free(target: Path) -> None:
    """Refuses a folder that is there, so that no curated file is ever rewritten."""
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise TocgraphError(f"{target} exists already", "name a new folder: data files are never rewritten")
    if not target.resolve().parent.is_dir():
        raise TocgraphError(f"cannot write {target}: there is no folder {target.parent}", "make the folder first")


def _fill(place: Path, target: Path, folder: Path, texts: dict[str, str]) -> None:
    """Writes the files for `target`, with the schema of the data folder when it has its own, and checks them."""
    with files.written(target):
        for name, text in texts.items():
            (place / name).write_text(text, encoding="utf-8", newline="\n")
        schema = folder / "schema.yaml"
        if schema.is_file() and folder.resolve() != locate.shipped().resolve():
            shutil.copyfile(schema, place / "schema.yaml")
    problems = [p for p in check(place) if p.level == "error"]
    if problems:
        raise DataError(problems)
