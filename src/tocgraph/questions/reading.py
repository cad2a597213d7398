"""What a question was understood to ask: a typed structure of sets, conditions and what is wanted of them."""

from __future__ import annotations

from typing import NamedTuple

from tocgraph.questions.elements import Period

SUBJECT, OBJECT = "S", "O"
WHEN_THE_ONE, IS_THE_ONE = "when the one", "is the one"
"""The kinds of questions for what is said last of the one thing that the rest describes: when it was, and whether."""
EVERY = "every"
"""The sign of a limit that all things of a set must meet, until it is known how many these are."""
MOST = "most"
"""The sign of a limit that more than half of a set must meet, until it is known how many these are."""
JUST = "="
"""Stands before a unit that a number must have just so, and not "states that signed on the opening day"."""
OPPOSITE = {SUBJECT: OBJECT, OBJECT: SUBJECT}


class Limit(NamedTuple):
    """How many of the things at an end there must be: `sign` is >, >=, < or =, as in "more than 3"."""

    sign: str
    number: int


class Rank(NamedTuple):
    """The foremost of a set: `how` is most, fewest, first, last, largest or smallest; `number` of them.

    Most and fewest count the things at an end; first and last go by the dates at which things begin; largest
    and smallest by the numbers in `relations`; longest and shortest by the time from the beginning to the end of a
    thing. With `own` it is the age of the thing that counts, not of a claim on it. With `nth` only the one that has
    that number in the order is meant: "the second oldest". `unit` are the words for what the numbers count.
    """

    how: str
    number: int = 1
    relations: tuple[str, ...] = ()
    own: bool = False
    nth: bool = False
    unit: tuple[str, ...] = ()


class End(NamedTuple):
    """A set of things: given entities (any of them), or those of `types` that meet every condition; or a literal.

    `period` limits it to things that may have existed then, `excluded` are left out. `limit` and `rank` say how
    many of it there must be for each answer. `told` are words by which the entities were found that alone may
    be in the set that is asked for.
    """

    entities: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    value: str = ""
    conditions: tuple[Condition, ...] = ()
    excluded: tuple[str, ...] = ()
    period: Period | None = None
    limit: Limit | None = None
    rank: Rank | None = None
    told: tuple[str, ...] = ()

    @property
    def bare(self) -> bool:
        """Whether this says no more than which things or which types are in the set."""
        return not (self.value or self.conditions or self.excluded or self.period or self.rank or self.limit)


class Condition(NamedTuple):
    """A thing stands in one of `relations` to `other`; `role` is the thing's part in it.

    No relations means any relation, either way round. With a `period`, `timing` says what must lie in it:
    the literal date ("literal"; with "age" no other beginning of the thing may lie before the period), the beginning
    of the claim ("begins"), or some time of its holding ("holds",
    or "held" where claims without dates will not do). The timing "over" asks for what has ended, if there is a period
    in that. `within` takes places in the other end for that end too,
    `kinds` narrower concepts for a concept. With `whole` the place may lie in that of the end,
    or, of bodies, the thing at `role` has one that meets the condition as a part.
    `negated` asks for what does certainly not stand in the relation, or, where that cannot be known, for what has no
    such claim. `unit` are the words for what a number must count. With `either` one of those lists of conditions
    must be met and nothing else here counts. `rank` keeps the things whose claims began first or last. `qualified`
    keeps the claims that say one of those things by a qualifier: conditions *for* extradition.
    """

    relations: tuple[str, ...]
    role: str
    other: End
    period: Period | None = None
    timing: str = ""
    within: bool = False
    negated: bool = False
    unit: tuple[str, ...] = ()
    either: tuple[tuple[Condition, ...], ...] = ()
    kinds: bool = False
    rank: Rank | None = None
    whole: bool = False
    qualified: tuple[tuple[str, tuple[str, ...]], ...] = ()


class Reading(NamedTuple):
    """A whole question; `kind` says what is wanted.

    things: those of the set `asked`. value: the literals of the first condition of `asked`. count: how many of it.
    every: whether all of the set asked for without its last condition meet that too; it becomes the next one.
    whether: if each entity of `about` is in `asked`. dates: when the first condition holds for `about`.
    about: everything on one entity; with `standing` only claims of such a standing. between: every claim that links
    the two entities of `about`; with `qualities` what those claims say of themselves by those qualifiers.

    `guesses` are words as typed with the entity or word that they were taken for, `rivals` other entities that those
    words may mean: they are no answer to a question on the first. `among` is how many the question says that there
    are of those of which some are asked for ("which of the three"), or 0. `sources` are the documents that
    must say it; with `past` what has ended counts as well. Of every and whether, `share` is how many of the things must
    be so. Of things, `some` asks only whether there are any. `cost` grows with every step away from the plain sense of
    the words.
    """

    kind: str
    asked: End = End()
    about: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    guesses: tuple[tuple[str, str], ...] = ()
    rivals: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    qualities: tuple[str, ...] = ()
    past: bool = False
    share: Limit | None = None
    some: bool = False
    among: int = 0
    cost: float = 0.0

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """The conditions of what is asked for."""
        return self.asked.conditions
