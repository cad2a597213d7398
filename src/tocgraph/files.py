"""Files and folders that appear whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import secrets
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from tocgraph.errors import TocgraphError

_FULL = (errno.ENOSPC, errno.EDQUOT)
"""What the system says of a disk, or of a share of it, that is full."""


def replace(target: Path, content: bytes | Iterable[bytes]) -> None:
    """Writes a file beside its place and renames it, so that nobody ever sees half of it.

    On any failure nothing is left behind, and a file that was there before stays as it was.

    Args:
        target: The file.
        content: All of it, or one piece after another.

    Raises:
        TocgraphError: it cannot be written.
    """
    # Opened by hand rather than with tempfile, whose files nobody but the owner may read.
    part = _beside(target)
    try:
        with written(target), part.open("xb") as file:
            for piece in (content,) if isinstance(content, bytes) else content:
                file.write(piece)
        with written(target):
            if target.exists():
                part.chmod(target.stat().st_mode & 0o7777)
            part.replace(target)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


@contextlib.contextmanager
def folder(target: Path) -> Iterator[Path]:
    """An empty folder to fill, which then takes the place of `target` in one step.

    On any failure nothing is left behind, and a folder that was there before stays as it was.

    Raises:
        TocgraphError: it cannot be written.
    """
    part, old = _beside(target), _beside(target)
    try:
        with written(target):
            part.mkdir()
        yield part
        with written(target):
            if target.exists():
                part.chmod(target.stat().st_mode & 0o7777)
                target.rename(old)
            try:
                part.rename(target)
            except OSError:
                if old.exists():
                    old.rename(target)
                raise
    finally:
        for leftover in (part, old):
            shutil.rmtree(leftover, ignore_errors=True)


@contextlib.contextmanager
def written(target: Path) -> Iterator[None]:
    """Says of a failing disk which file could not be written.

    Raises:
        TocgraphError: it cannot be written.
    """
    try:
        yield
    except OSError as error:
        message = f"cannot write {target}: {error.strerror or error}"
        hint = "check the folder and the disk"
        if error.errno in _FULL:
            # What is sorted or zipped waits in another folder, which may be on another disk.
            hint = f"make room in {target.parent}, or in {tempfile.gettempdir()} (TMPDIR) for temporary files"
        raise TocgraphError(message, hint) from error


def _beside(target: Path) -> Path:
    return target.with_name(f".{secrets.token_hex(8)}.part")
