"""`tocgraph import rdf`: an RDF export back into the text of data files."""

from __future__ import annotations

from pathlib import Path


def restore(file: Path, target: Path | None, data_dir: Path | None, language: str) -> None:
    """Writes the data files to a new folder, or all of them to standard output; a summary goes to standard error."""
    from tocgraph import locate
    from tocgraph.cli import plain
    from tocgraph.cli.words import word
    from tocgraph.restoring import from_rdf

    found = from_rdf(file, locate.data_dir(data_dir), target)
    if target is None:
        for name, text in found.texts.items():
            plain.write_bytes(f"--- # {name}\n{text}".encode())
    counts = ", ".join(
        f"{word(name, language)} {getattr(found, name)}" for name in ("entities", "relations", "sources")
    )
    plain.note(counts)
    if found.derived:
        plain.note(f"{word('derived-left-out', language)}: {found.derived}")
    if target is not None:
        for name in found.texts:
            plain.note(f"{word('rows-written', language)}: {plain.clean(target / name)}")
