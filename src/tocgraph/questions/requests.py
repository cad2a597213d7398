"""What a question wants of a report: one type for each kind of report."""

from __future__ import annotations

from typing import NamedTuple

from tocgraph.questions.reading import Reading

Guesses = tuple[tuple[str, str], ...]
"""Words as typed, each with the entity or word that it was taken for."""


class BasisAsked(NamedTuple):
    """What the question wants of the report on legal bases: entity ids and a date, None for any."""

    state: str
    other: str
    mechanism: str | None = None
    crime: str | None = None
    on: str | None = None
    guesses: Guesses = ()

    @property
    def command(self) -> str:
        """The command that asks the same."""
        parts = ["tocgraph basis", self.state, self.other]
        for option, value in (("--for", self.mechanism), ("--crime", self.crime), ("--on", self.on)):
            parts += [option, value] if value else []
        return " ".join(parts)


class CompareAsked(NamedTuple):
    """Things to compare, what `by` (None for all), and what is `wanted` of them.

    That is all, shared, different, or what only the first or the last of them has.
    """

    things: tuple[str, ...]
    by: str | None = None
    wanted: str = "all"
    on: str | None = None
    guesses: Guesses = ()


class PathAsked(NamedTuple):
    """Two things, and how they are joined is wanted."""

    start: str
    end: str
    on: str | None = None
    guesses: Guesses = ()


class CompletenessAsked(NamedTuple):
    """Whether all parties to an instrument, or all members of a body, are recorded; `dated`: to which day.

    With `signatures` those who signed are meant, without `parties` only they. `number` is how many the question says
    that there are.
    """

    about: str
    members: bool = False
    dated: bool = False
    on: str | None = None
    guesses: Guesses = ()
    signatures: bool = False
    parties: bool = True
    number: int | None = None


class DoubtAsked(NamedTuple):
    """The claims of those standings, on one thing or ("") on all; with `kinds` only those of such relations or ends."""

    about: str
    standings: tuple[str, ...]
    on: str | None = None
    guesses: Guesses = ()
    kinds: tuple[str, ...] = ()


class SourceAsked(NamedTuple):
    """A statement, and who says so is wanted; or what those say whose sources or documents are given.

    `works` are ids of sources. `holders` are documents that are no source themselves, but that a source names for
    what it says, `voices` those of whom it only tells in words ("several speakers"). With `topic` all is wanted that
    they say of one thing: the statements on it, else every claim on it.
    """

    readings: tuple[Reading, ...]
    works: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    topic: bool = False
    guesses: Guesses = ()
    voices: tuple[str, ...] = ()


class LimitsAsked(NamedTuple):
    """Conditions on `forms` of cooperation in `texts` (all, if there are none).

    `wanted` is "conditions", "texts" (of one of `types`) or "whether". `conditions` are those asked about, `denied`
    those that say the opposite; none for all of them. With `refusing` they are grounds for a refusal.
    """

    forms: tuple[str, ...]
    texts: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    wanted: str = "conditions"
    types: tuple[str, ...] = ()
    refusing: bool = False
    guesses: Guesses = ()


Request = LimitsAsked | BasisAsked | CompareAsked | PathAsked | CompletenessAsked | DoubtAsked | SourceAsked
