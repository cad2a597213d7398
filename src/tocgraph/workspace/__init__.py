"""A folder to begin with: small, commented, working files that are laid over the data."""

from __future__ import annotations

import contextlib
import secrets
import shutil
from pathlib import Path

from tocgraph.errors import StoreError, TocgraphError

_FILES = Path(__file__).parent / "files"


def new_workspace(target: Path) -> list[str]:
    """Writes the files of a new workspace, all or none, and gives their names.

    Raises:
        TocgraphError: there is something of that name already.
        StoreError: the folder cannot be written.
    """
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise TocgraphError(f"{str(target)!r} is there already", "name a folder that does not exist yet")
    part = target.absolute().with_name(f".{secrets.token_hex(8)}.part")
    names = sorted(p.relative_to(_FILES).as_posix() for p in _FILES.rglob("*") if p.suffix in (".yaml", ".csv", ".md"))
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        for name in names:
            (part / name).parent.mkdir(parents=True, exist_ok=True)
            (part / name).write_bytes((_FILES / name).read_bytes())
        if target.exists():
            target.rmdir()  # it is empty
        part.replace(target)
    except OSError as error:
        message = f"cannot write {str(target)!r}: {error.strerror or error}"
        raise StoreError(message, "check the folder and the disk") from error
    finally:
        with contextlib.suppress(OSError):
            shutil.rmtree(part, ignore_errors=True)
    return names
