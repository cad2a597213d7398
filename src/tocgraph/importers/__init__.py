"""Status documents of depositaries, as saved by the user -> a change of the table of parties, for review.

`read` reads a document, `plan` compares it with the table, `apply` writes the table. Nothing here uses the network.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tocgraph.errors import TocgraphError, UnknownIdError
from tocgraph.importers import coe, untc
from tocgraph.importers.merge import Plan, apply, plan
from tocgraph.importers.status import LARGEST, Participant, Status

__all__ = ["DEPOSITARIES", "Participant", "Plan", "Status", "apply", "plan", "read"]

DEPOSITARIES: dict[str, Callable[[bytes, str], Status]] = {"untc": untc.read, "coe": coe.read}
"""The kinds of documents, each with its reader."""


def read(depositary: str, path: Path) -> Status:
    """The status document in a file.

    Raises:
        UnknownIdError: there is no such kind of document.
        TocgraphError: the file cannot be read, or is not such a document.
    """
    if depositary not in DEPOSITARIES:
        raise UnknownIdError("depositary", depositary, list(DEPOSITARIES))
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise TocgraphError(f"cannot read {path}: {error.strerror}", "name the file that you saved") from error
    if len(data) > LARGEST:
        raise TocgraphError(f"{path} has more than {LARGEST:,} bytes", "a status document is far smaller")
    if not data.strip():
        raise TocgraphError(f"{path} is empty", "save the document again")
    return DEPOSITARIES[depositary](data, str(path))
