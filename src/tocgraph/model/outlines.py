"""The parts of a source in the order of its text."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.model.base import Record, Text


class Part(Record):
    """A part of a source: `at` is the pinpoint that names it, `begins` the words with which it begins.

    A part lasts until the next one begins; `parts` lie within it. `uncited` is the reason why no claim
    needs to cite it.
    """

    at: str
    title: str | Text
    begins: str
    uncited: str | Text = ""
    parts: list[Part] = []


class Outline(Record):
    """The parts of a source in the order of its text; `text` is a file name pattern of saved copies."""

    source: str
    text: str = ""
    parts: list[Part]

    def walk(self) -> Iterator[tuple[tuple[str | int, ...], Part]]:
        """Every part in the order of the text, with its path in the block, such as ("parts", 2, "parts", 0)."""

        def below(parts: list[Part], path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Part]]:
            for index, part in enumerate(parts):
                here = (*path, "parts", index)
                yield here, part
                yield from below(part.parts, here)

        return below(self.parts, ())
