"""Checksums of large files, remembered by size and time of change: no question reads gigabytes before it starts."""

from __future__ import annotations

import contextlib
import hashlib
import json
import time
from pathlib import Path
from typing import Any

from tocgraph import files, locate
from tocgraph.errors import TocgraphError

_SETTLED = 2.0
"""Seconds after which a change of the file must show in its time, however coarse the clock of the disk."""
_MOST = 200


def remembered_digest(path: Path) -> str:
    """The SHA-256 of a file; read from the notes in the cache while size and time of change are the same.

    Raises:
        TocgraphError: the file cannot be read.
    """
    try:
        before = path.stat()
        stamp = [before.st_size, before.st_mtime_ns]
        memory = locate.cache_dir() / "digests.json"
        notes = _notes(memory)
        noted = notes.get(str(path))
        if isinstance(noted, list) and noted[:2] == stamp:
            return str(noted[2])
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        after = path.stat()
    except OSError as error:
        raise TocgraphError(f"cannot read {path}: {error.strerror or error}", "check the file") from error
    if [after.st_size, after.st_mtime_ns] == stamp and time.time() - after.st_mtime > _SETTLED:
        notes.pop(str(path), None)
        kept = dict([*notes.items()][1 - _MOST :])
        with contextlib.suppress(OSError, TocgraphError):  # only a memory: without it the file is read again
            memory.parent.mkdir(parents=True, exist_ok=True)
            files.replace(memory, json.dumps({**kept, str(path): [*stamp, digest]}).encode())
    return digest


def _notes(memory: Path) -> dict[str, Any]:
    try:
        notes = json.loads(memory.read_bytes())
    except (OSError, ValueError):
        return {}
    return notes if isinstance(notes, dict) else {}
