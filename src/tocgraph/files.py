"""Files that appear whole or not at all."""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path

from tocgraph.errors import TocgraphError


def replace(target: Path, content: bytes) -> None:
    """Writes a file beside its place and renames it, so that nobody ever sees half of it.

    On any failure nothing is left behind, and a file that was there before stays as it was.

    Raises:
        TocgraphError: it cannot be written.
    """
    # Opened by hand rather than with tempfile, whose files nobody but the owner may read.
    part = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            file.write(content)
        if target.exists():
            part.chmod(target.stat().st_mode & 0o7777)
        part.replace(target)
    except OSError as error:
        message = f"cannot write {target}: {error.strerror or error}"
        raise TocgraphError(message, "check the folder and the disk") from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
