"""Where the data and the caches are."""

from __future__ import annotations

import os
from pathlib import Path

from tocgraph.errors import TocgraphError

DATA_VARIABLE = "TOCGRAPH_DATA"
CACHE_VARIABLE = "TOCGRAPH_CACHE"
FILES = ("schema.yaml", "sources.yaml", "entities.yaml", "relations.yaml")
OPTIONAL_FILES = ("outlines.yaml", "tables.yaml")
"""Files that a data folder may leave out."""
TABLES = "tables"
"""The folder of tables in a data folder."""


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
    return _installed()


def _installed() -> Path:
    # The wheel carries the data inside the package; an editable install reads the live folder.
    package = Path(__file__).parent
    shipped = package / "data"
    return shipped if shipped.is_dir() else package.parent.parent / "data"


def schema_file(folder: Path) -> Path:
    """The schema of a data folder: its own, or the installed one when it brings none."""
    own = folder / "schema.yaml"
    return own if own.is_file() else _installed() / "schema.yaml"


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
