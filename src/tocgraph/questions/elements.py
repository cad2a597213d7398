"""The elements of a question: stretches of words with a meaning."""

from __future__ import annotations

from typing import NamedTuple

AMID = "amid"
"""How a time is limited on both sides by days that are outside: "after 2000 but before 2005"."""


class Period(NamedTuple):
    """A limit of time: `how` is in, since, after, before, until, between or amid; `dates` as asked.

    `first` and `last` are ISO 8601 days, "" for an open end; with after and before the day itself is outside.
    """

    how: str
    dates: tuple[str, ...]
    first: str
    last: str


class Element(NamedTuple):
    """A stretch of words with a meaning.

    `kind` is entity, kinds (any of its entities), type, group, relation, article, period, wh (what is asked, in
    `sign`), that (opens a clause), not, over, except, and, or, same, rank, limit, beside (asks nothing where it stands
    beside a phrase of one of the relation types in `head`), quality (qualifiers, in `head`), word (asks nothing).
    `types` are those that a type stands for; `head` is the type that a phrase such as "obstacles to" names by the
    way; `definite` tells of a type with an article ("the study"); `guess` is the known word that a mistyped one was
    taken for, or "name" when the entity's own name stands for it. `number` is that of an article; of a limit or
    rank `number` is the figure and `sign` what it demands; of a phrase `sign` is "over" where that says that
    something no longer holds. `suffix` tells of a pronoun at an Arabic verb, `apart_by` of a verb such as "did"
    before it, `every` of all things of a kind, where not any of them will do, `det` is "a", "the" or "both" where
    that stands before it, `apart` tells of a comma behind, `nth` of a rank that names one place in an order,
    `joined` of an attached Arabic preposition or "and" that is not part of the meaning.
    """

    kind: str
    text: str
    entities: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    patterns: tuple[tuple[str, str, str, str], ...] = ()
    number: str = ""
    sign: str = ""
    definite: bool = False
    remark: str = ""
    guess: str = ""
    weak: bool = False
    period: Period | None = None
    suffix: bool = False
    apart_by: str = ""
    every: bool = False
    det: str = ""
    apart: bool = False
    joined: bool = False
    nth: bool = False


class Span(NamedTuple):
    """A stretch of tokens, from `start` up to `end`, with its meaning and what it is worth."""

    start: int
    end: int
    score: int
    element: Element
