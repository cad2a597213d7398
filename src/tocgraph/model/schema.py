"""The vocabulary: types of entities, relations and qualifiers, and the rules of inference."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from pydantic import Field

from tocgraph.model.base import Record, Text

DATATYPES = ("date", "number", "text")


class EntityType(Record):
    """A kind of thing, in a tree by `broader`; `words` are what questions call it.

    A thing is of a type with `role` by what it does: whatever hinders something may be called an obstacle to it.
    One of a type with `statement` says something in its name, as a finding does; questions put it in other words.
    """

    id: str
    label: Text
    plural: Text
    broader: str | None = None
    words: dict[str, list[str]] = {}
    role: bool = False
    statement: bool = False
    rdf: str | None = None


class RelationType(Record):
    """A kind of claim: allowed ends, or the datatype of its literal, and how questions put it.

    `ending` are phrases that say that it no longer holds. `each` is the relation type whose beginning is this
    date for one thing: the entry into force for a state.

    `beside` are phrases that may stand beside its own and ask nothing more ("to enter into force" beside the
    ratifications that are needed). A text that is the name of something is `called` a thing of those types, and stands
    `instead_of` a claim of those relation types where the named thing is no entity. Where nothing is recorded of this
    relation type, those that tell about the same are asked `otherwise`. A number `counts` the subjects of
    claims of those relation types, which are counted where no number is recorded. `counted_as` are the units of a
    number that counts the subjects of this relation type ("signatories").
    """

    id: str
    label: Text
    subjects: list[str] = Field(alias="from")
    objects: list[str] = Field(default=[], alias="to")
    value: str | None = None
    inverse: Text = {}
    description: str = ""
    broader: str | None = None
    flags: list[
        Literal[
            "transitive",
            "symmetric",
            "acyclic",
            "begins",
            "ends",
            "lasting",
            "changing",
            "of-the-record",
            "grouping",
            "kinds",
            "size",
        ]
    ] = []
    answers: list[Literal["when", "where", "who", "how-long"]] = []
    phrases: dict[str, list[str]] = {}
    ending: dict[str, list[str]] = {}
    each: str | None = None
    beside: dict[str, list[str]] = {}
    called: list[str] = []
    counts: list[str] = []
    counted_as: dict[str, list[str]] = Field(default={}, alias="counted-as")
    instead_of: list[str] = Field(default=[], alias="instead-of")
    otherwise: list[str] = []
    rdf: str | None = None


class QualifierType(Record):
    """Something a relation may say about itself: a text, a number or another entity.

    `order` lists contents from the strongest to the weakest, where that can be said of them; `words` are what
    questions call it, `beside` what stands with it and asks nothing more ("enjoy" beside a status).
    """

    id: str
    value: Literal["text", "entity", "number"]
    label: Text
    order: list[str] = []
    words: dict[str, list[str]] = {}
    beside: dict[str, list[str]] = {}


class Pattern(Record):
    """A part of a rule: claims of a relation type, or the condition that something is of a type (`type`, `of`).

    A text that begins with ? is a variable.
    """

    subject: str = ""
    relation: str = ""
    object: str | None = None
    value: str | None = None
    type: str = ""
    of: str = ""

    @property
    def filler(self) -> str:
        """The object or the value."""
        return self.object if self.object is not None else self.value or ""

    @property
    def variables(self) -> list[str]:
        """The variables, each once, in order."""
        return [term for term in dict.fromkeys((self.subject, self.filler, self.of)) if term.startswith("?")]


class InferenceRule(Record):
    """Claims that follow from others: whatever meets all of `if` makes the claim `then`.

    `compute` names the way in which the dates are found; without it they are what the dates of the premises
    have in common. `dates` is `within` when the conclusion may have begun earlier than that or last longer.
    `keeps` are the qualifiers that the conclusion takes over.
    """

    id: str
    label: Text
    description: str | Text = ""
    premises: list[Pattern] = Field(alias="if")
    conclusion: Pattern = Field(alias="then")
    compute: Literal["entry-into-force"] | None = None
    dates: Literal["exact", "within"] = "exact"
    keeps: list[str] = []


class Sense(Record):
    """Words of about one meaning, by language, that a question may use for one another."""

    words: dict[str, list[str]]


class Schema(Record):
    """The vocabulary: types of entities and relations, qualifiers, base IRI and prefixes."""

    base: str
    prefixes: dict[str, str] = {}
    entity_types: list[EntityType]
    relation_types: list[RelationType]
    qualifiers: list[QualifierType] = []
    rules: list[InferenceRule] = []

    @cached_property
    def parents(self) -> dict[str, str | None]:
        """The broader type of each entity type; None for the roots."""
        return {t.id: t.broader for t in self.entity_types}

    @cached_property
    def relations(self) -> dict[str, RelationType]:
        """The relation types by id."""
        return {r.id: r for r in self.relation_types}

    def ancestors(self, entity_type: str) -> Iterator[str]:
        """The type itself, then each broader one up to the root."""
        seen: set[str] = set()
        current: str | None = entity_type
        while current is not None and current not in seen:
            seen.add(current)
            yield current
            current = self.parents.get(current)

    def relation_line(self, relation_type: str) -> Iterator[str]:
        """The relation type itself, then each broader one."""
        seen: set[str] = set()
        current: str | None = relation_type
        while current in self.relations and current not in seen:
            seen.add(current)
            yield current
            current = self.relations[current].broader
