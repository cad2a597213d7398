"""A pattern of questions whose gaps are filled from the data."""

from __future__ import annotations

from typing import NamedTuple


class Template(NamedTuple):
    """A pattern of questions in both languages.

    `where` is a SPARQL group pattern: its one-letter variables fill the gaps, best are those with the most solutions.
    `{a}` is a name or a literal, `{a.typo}` the name with a letter lost. Without a pattern there is nothing to fill.
    """

    where: str
    en: str
    ar: str
