"""What a command needs before it can answer: the opened store and the language to answer in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tocgraph.cli import plain

if TYPE_CHECKING:
    from tocgraph.store import OpenStore
    from tocgraph.store.names import Names


def opened(data_dir: Path | None, endpoint: str | None = None, same: bool = True) -> OpenStore:
    """The store to ask; says on stderr when it has to be compiled first.

    An endpoint must hold the same graph, unless `same` is False.

    Raises:
        TocgraphError: as `tocgraph.open_store`.
    """
    from tocgraph.store import open_store

    def warn(message: str) -> None:
        plain.note(f"warning: {message}")

    return open_store(data_dir, endpoint, notify=_announce(), warn=warn, same=same)


def _announce() -> Callable[[str, float], None]:
    told: list[str] = []

    def notify(step: str, share: float) -> None:
        if not told and share < 1:
            plain.note("compiling the data for the first question; later questions start at once")
        told.append(step)

    return notify


def language(chosen: str | None, *texts: str) -> str:
    """The language to answer in: the one chosen, else Arabic when a text of the user holds Arabic letters."""
    if chosen:
        return chosen
    if all(text.isascii() for text in texts):
        return "en"
    from tocgraph.text import is_arabic

    return "ar" if any(is_arabic(text) for text in texts) else "en"


def compiled_names(data_dir: Path | None) -> Names | None:
    """The names index when the data is compiled already; None otherwise, so that a shell never waits."""
    from tocgraph import locate
    from tocgraph.errors import TocgraphError
    from tocgraph.store.cache import fingerprint
    from tocgraph.store.names import Names

    try:
        path = locate.cache_dir() / fingerprint(locate.layers(data_dir)) / "names.sqlite"
        return Names.open(path) if path.is_file() else None
    except (OSError, TocgraphError):
        return None
