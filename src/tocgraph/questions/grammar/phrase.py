"""A stretch of a question as the grammar sees it: its category, its meaning so far, and what it costs."""

from __future__ import annotations

from typing import NamedTuple

from tocgraph.questions.elements import Period
from tocgraph.questions.reading import Condition, End

NOUN, VERB, CLAUSE, SENTENCE, VALUE = "noun", "verb", "clause", "sentence", "value"


class Phrase(NamedTuple):
    """Part of a question.

    `cat` is noun (one set, or several of which all must hold), verb (a relation phrase without its ends), clause
    (conditions for a thing still to come), sentence (conditions for given things), value (a literal of given
    things), or the kind of a single element such as "and". The joined forms "and noun", "not clause" and so on are
    categories too.

    `asks` is what a question word in it asks for: what, who, where, when, how, count, object. `flip` tells of a
    clause whose verb stood before its subject, `gap` of a verb whose preposition is missing, or of a value that a verb
    names ("founded"). `definite` is a type with an article and nothing else said, or a rank by age; `many` one in the
    plural; `plain` a type or an entity as it was named, with nothing added; `apart` has a comma behind. With
    `either` any one of several ends or verbs will do. `beside` are the relation types of which one must be asked,
    because of words that only go with them; of a quality the qualifiers. `apart_by` is a verb such as "did" that
    stands before it. `det` is the "a", "the" or "both" before it. `every` says that each thing of its kind is
    meant, where it stands at an end of a verb. `nth` tells of a rank that names one place in an order. `relative` tells
    of a clause that "that" opened, and of a noun that ends with one, `tail` of either with a bare clause behind that,
    which may be the verb of the whole sentence. The
    `ends` of a clause are things that have the same as those that the clause is about: "on the same list as X".
    """

    cat: str
    cost: float = 0.0
    ends: tuple[End, ...] = ()
    conditions: tuple[Condition, ...] = ()
    asks: str = ""
    verbs: tuple[Verb, ...] = ()
    period: Period | None = None
    number: str = ""
    sign: str = ""
    apart: bool = False
    definite: bool = False
    flip: bool = False
    gap: bool = False
    apart_by: str = ""
    every: bool = False
    det: str = ""
    many: bool = False
    plain: bool = False
    either: bool = False
    beside: tuple[str, ...] = ()
    nth: bool = False
    relative: bool = False
    tail: bool = False


class Verb(NamedTuple):
    """A relation phrase: its patterns as in the lexicon, and how it was written; with `over` it says that it ended."""

    patterns: tuple[tuple[str, str, str, str], ...]
    text: str
    head: tuple[str, ...] = ()
    open: bool = False
    weak: bool = False
    suffix: bool = False
    negated: bool = False
    period: Period | None = None
    why: bool = False
    over: bool = False


def meaning(phrase: Phrase) -> Phrase:
    """The phrase without its cost, to compare what two of them mean."""
    return phrase._replace(cost=0.0, apart=False)
