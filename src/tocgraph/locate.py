"""Where the data and the caches are."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tocgraph.errors import TocgraphError

DATA_VARIABLE = "TOCGRAPH_DATA"
OVERLAYS_VARIABLE = "TOCGRAPH_OVERLAYS"
"""Names what is laid over the data, separated as in PATH."""
CACHE_VARIABLE = "TOCGRAPH_CACHE"
FILES = ("schema.yaml", "sources.yaml", "entities.yaml", "relations.yaml")
OPTIONAL_FILES = ("outlines.yaml", "senses.yaml", "tables.yaml")
"""Files that a data folder may leave out."""
TABLES = "tables"
"""The folder of tables in a data folder."""
FOREIGN = "foreign"
"""The folder of a data folder with what data of other makers needs."""
MAPPING = "mapping.yaml"
"""The file there that says what their terms become."""

FILE_SUFFIXES = (".nq", ".nt", ".jsonl", ".ftm.json")
"""Files of N-Quads and FollowTheMoney entities in a folder that is laid over the data; each may end in .gz besides."""


class Layers(NamedTuple):
    """A data folder, the folders that are laid over it, the lowest first, and the files laid over them all."""

    base: Path
    folders: tuple[Path, ...] = ()
    files: tuple[Path, ...] = ()

    @property
    def all_folders(self) -> tuple[Path, ...]:
        """The data folder and those laid over it; files of other makers need the types of `foreign` as well."""
        return (self.base, *((foreign_dir(self.base),) if self.files else ()), *self.folders)


Data = Path | Layers
"""A data folder alone, or with what is laid over it."""


def layers(given: str | Path | None = None, over: Iterable[str | Path] = ()) -> Layers:
    """The data folder (see `data_dir`) with what TOCGRAPH_OVERLAYS names and then `over` laid over it, each once.

    Raises:
        TocgraphError: a folder does not exist, or holds no data.
    """
    base = data_dir(given)
    named = [name for name in os.environ.get(OVERLAYS_VARIABLE, "").split(os.pathsep) if name]
    found: dict[Path, bool] = {}
    for name in (*named, *over):
        path = Path(name).resolve()
        if path == base.resolve():
            raise TocgraphError(f"{str(name)!r} is the data folder itself", "an overlay is another folder")
        if path.is_file():
            found[path] = True
            continue
        files = _files_of(path)
        if _overlay(path, str(name), bool(files)):
            found[path] = False
        found.update(dict.fromkeys(files, True))
    return Layers(base, tuple(p for p in found if not found[p]), tuple(p for p in found if found[p]))


def _files_of(folder: Path) -> list[Path]:
    """The files of other makers in a folder, by name."""
    return sorted(p for p in folder.glob("*") if p.name.removesuffix(".gz").endswith(FILE_SUFFIXES) and p.is_file())


def _overlay(folder: Path, name: str, files: bool) -> bool:
    """Whether a folder to lay over holds data files of our own; one that holds no data at all is refused."""
    if not folder.is_dir():
        raise TocgraphError(
            f"no folder or file {name!r} to lay over the data", "`tocgraph new workspace DIR` makes one"
        )
    own = any((folder / file).is_file() for file in (*FILES, *OPTIONAL_FILES))
    if not own and not files:
        raise TocgraphError(
            f"the folder {name!r} holds no data to lay over",
            f"it may have {', '.join((*FILES, *OPTIONAL_FILES))}, and files that end in {', '.join(FILE_SUFFIXES)}",
        )
    return own


def layered(data: Data) -> Layers:
    """A data folder alone as layers; layers as they are."""
    return data if isinstance(data, Layers) else Layers(data)


def data_dir(given: str | Path | None = None) -> Path:
    """The data folder: the one given, else that of TOCGRAPH_DATA, else the one that is installed.

    Raises:
        TocgraphError: the folder does not exist or holds none of the data files.
    """
    named = given or os.environ.get(DATA_VARIABLE)
    if named:
        folder = Path(named)
        if not folder.is_dir():
            raise TocgraphError(f"no data folder {str(folder)!r}", "name a folder that holds entities.yaml")
        if not (folder / "entities.yaml").is_file():
            raise TocgraphError(
                f"the folder {str(folder)!r} holds no entities.yaml", f"a data folder has {', '.join(FILES)}"
            )
        return folder
    return shipped()


def shipped() -> Path:
    """The data folder that is installed with the program."""
    # The wheel carries the data inside the package; an editable install reads the live folder.
    package = Path(__file__).parent
    shipped = package / "data"
    return shipped if shipped.is_dir() else package.parent.parent / "data"


LANGUAGE_FILES = ("schema.yaml", "senses.yaml")
"""Files that are taken from the installed data where a data folder brings none of its own."""


def file_of(folder: Path, name: str) -> Path:
    """A file of a data folder: its own, or the installed one when it brings none and may do without."""
    own = folder / name
    return own if own.is_file() or name not in LANGUAGE_FILES else shipped() / name


def schema_file(folder: Path) -> Path:
    """The schema of a data folder: its own, or the installed one when it brings none."""
    return file_of(folder, "schema.yaml")


def foreign_dir(folder: Path) -> Path:
    """Where a data folder keeps the types and the mapping for data of other makers: its own, or the installed one."""
    own = folder / FOREIGN
    return own if own.is_dir() else shipped() / FOREIGN


def data_files(data: Data) -> list[Path]:
    """Every file that records are read from in those layers, whether it exists or not, in order."""
    found: list[Path] = []
    for folder in layered(data).all_folders:
        own = folder is layered(data).base
        found += [file_of(folder, name) if own else folder / name for name in (*FILES, *OPTIONAL_FILES)]
        found += table_files(folder)
    return [*found, foreign_dir(layered(data).base) / MAPPING] if layered(data).files else found


def table_files(folder: Path) -> list[Path]:
    """The tables of a data folder, sorted by name."""
    return sorted((folder / TABLES).glob("*.csv"))


def cache_dir() -> Path:
    """The folder for compiled stores: TOCGRAPH_CACHE, else the user's cache folder."""
    named = os.environ.get(CACHE_VARIABLE)
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_cache_dir("tocgraph", appauthor=False))


def history_file() -> Path:
    """The file that keeps the questions of the prompt, in the user's folder for the state of programs."""
    import platformdirs

    return Path(platformdirs.user_state_dir("tocgraph", appauthor=False)) / "history"
