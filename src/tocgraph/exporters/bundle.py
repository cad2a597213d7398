"""Formats of several files: as a folder, or as one .zip, each with a list of the files and their checksums."""

from __future__ import annotations

import hashlib
import json
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from tocgraph import __version__
from tocgraph.errors import TocgraphError
from tocgraph.exporters.selection import Selection
from tocgraph.files import folder, written
from tocgraph.store import OpenStore

MANIFEST = "tocgraph-export.json"
"""The file that lists the others; a folder that holds it and nothing else than it lists is ours to replace."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first time that a .zip can tell (APPNOTE 6.3.10, 4.4.6): the same bytes for the same data."""

_PIECE = 1 << 20

Named = Iterable[tuple[str, Iterable[bytes]]]


def described(
    opened: OpenStore, form: str, selection: Selection, named: Named
) -> Iterator[tuple[str, Iterator[bytes]]]:
    """The files and, behind them, the MANIFEST: what they were made from, their sizes and SHA-256 checksums."""
    listed: list[dict[str, str | int]] = []

    def counted(name: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
        size, digest = 0, hashlib.sha256()
        for piece in pieces:
            size += len(piece)
            digest.update(piece)
            yield piece
        listed.append({"name": name, "bytes": size, "sha256": digest.hexdigest()})

    for name, pieces in named:
        yield name, counted(name, pieces)
    about = {
        "made-by": f"tocgraph {__version__}",
        "format": form,
        "data": opened.names.meta("fingerprint"),
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "selection": {
            "around": selection.around,
            "depth": selection.depth,
            "types": list(selection.types),
            "query": selection.query,
            "as-of": selection.as_of,
        },
        "files": listed,
    }
    yield MANIFEST, iter([(json.dumps(about, ensure_ascii=False, indent=1) + "\n").encode()])


_INSIDE = (".csv", ".parquet")
"""What the files in a folder are called; who names the folder so expects a single file."""


def checked_folder(target: Path) -> Path:
    """The folder behind the path, links followed; refuses early what must not or cannot be replaced.

    Raises:
        TocgraphError: its parent is missing, it is a file, it is named like a file, or it holds what no export wrote.
    """
    if target.suffix.lower() in _INSIDE and not target.exists():
        raise TocgraphError(
            f"cannot write {target}: the format is several files, not one {target.suffix}",
            f"name a folder such as {target.stem}, or {target.stem}.zip",
        )
    if not target.resolve().parent.is_dir():
        raise TocgraphError(f"cannot write {target}: there is no folder {target.parent}", "make the folder first")
    if target.exists():
        if not target.is_dir():
            raise TocgraphError(f"cannot write {target}: it is not a folder", "name a folder, or a file ending in .zip")
        foreign = _foreign(target)
        if foreign:
            raise TocgraphError(
                f"cannot replace the folder {target}: no export wrote its {foreign}", "name another folder"
            )
    return target.resolve()


def _foreign(target: Path) -> str:
    """The name of a file in the folder that no export lists; an empty text when there is none."""
    present = sorted(p.relative_to(target).as_posix() for p in target.rglob("*") if not p.is_dir())
    try:
        manifest = json.loads((target / MANIFEST).read_text("utf-8"))
        ours = {MANIFEST, *(file["name"] for file in manifest["files"])}
    except (OSError, ValueError, KeyError, TypeError):
        ours = set()
    return next((name for name in present if name not in ours), "")


def write_folder(target: Path, named: Named) -> None:
    """Writes the files to a folder that appears, or takes the place of an earlier export, in one step.

    Raises:
        TocgraphError: it cannot be written.
    """
    with folder(target) as part:
        for name, pieces in named:
            with written(target / name):
                (part / name).parent.mkdir(parents=True, exist_ok=True)
                with (part / name).open("xb") as file:
                    for piece in pieces:
                        file.write(piece)


def zipped(named: Named) -> Iterator[bytes]:
    """The files as one .zip with fixed times and rights, in pieces.

    Raises:
        TocgraphError: the folder for temporary files is full.
    """
    with tempfile.TemporaryFile() as file:
        with written(Path(tempfile.gettempdir())), zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, pieces in named:
                entry = zipfile.ZipInfo(name, _EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 3  # Unix on every system, so that the rights mean the same
                entry.external_attr = 0o644 << 16
                with archive.open(entry, "w", force_zip64=True) as member:
                    for piece in pieces:
                        member.write(piece)
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece


def from_file(path: Path) -> Iterator[bytes]:
    """A file that a library wrote, in pieces."""
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece
