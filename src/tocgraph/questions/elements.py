"""The elements of a question: stretches of words with a meaning."""

from __future__ import annotations

from typing import NamedTuple


class Period(NamedTuple):
    """A limit of time: `how` is in, since, after, before, until or between; `dates` as asked.

    `first` and `last` are ISO 8601 days, "" for an open end; with after and before the day itself is outside.
    """

    how: str
    dates: tuple[str, ...]
    first: str
    last: str


class Element(NamedTuple):
    """A stretch of words with a meaning.

    `kind` is entity, type, group, relation, article, period, not, except, and, or.
    `types` are other readings of a relation phrase as a type; `head` is the type that a phrase such as
    "obstacles to" names by the way; `relative` marks a phrase after "that" or
    "which"; `definite` a type with an article ("the study"); `guess` is the
    known word that a mistyped one was taken for, or "name" when the entity's own name stands for it. `dated` marks
    the phrase that a date in the question limits.
    """

    kind: str
    text: str
    entities: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    patterns: tuple[tuple[str, str, str, str], ...] = ()
    number: str = ""
    relative: bool = False
    definite: bool = False
    remark: str = ""
    guess: str = ""
    weak: bool = False
    period: Period | None = None
    dated: bool = False
    negated: bool = False


class Span(NamedTuple):
    """A stretch of tokens, from `start` up to `end`, with its meaning and what it is worth."""

    start: int
    end: int
    score: int
    element: Element
