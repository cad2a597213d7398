"""The records of the graph: frozen, strict about their shape, free of files and engines.

Shape is checked here (unknown fields, texts where texts belong); meaning is checked in `checks`,
which sees all records at once and knows where each one stands.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Text = dict[str, str]
"""One text by language code, such as {"en": "...", "ar": "..."}."""

STANDINGS = ("preferred", "normal", "unverified", "disputed", "rejected")
DATATYPES = ("date", "number", "text")


class Record(BaseModel):
    """What all records share: they cannot be changed and refuse unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class EntityType(Record):
    """A kind of thing, in a tree by `broader`; `words` are what questions call it."""

    id: str
    label: Text
    plural: Text
    broader: str | None = None
    words: dict[str, list[str]] = {}
    rdf: str | None = None


class RelationType(Record):
    """A kind of claim: allowed ends, or the datatype of its literal, and how questions put it."""

    id: str
    label: Text
    subjects: list[str] = Field(alias="from")
    objects: list[str] = Field(default=[], alias="to")
    value: str | None = None
    inverse: Text = {}
    description: str = ""
    broader: str | None = None
    flags: list[Literal["transitive", "symmetric", "acyclic", "begins", "ends", "lasting", "of-the-record"]] = []
    answers: list[Literal["when", "where", "who"]] = []
    phrases: dict[str, list[str]] = {}
    rdf: str | None = None


class QualifierType(Record):
    """Something a relation may say about itself: a text, a number or another entity.

    `order` lists contents from the strongest to the weakest, where that can be said of them.
    """

    id: str
    value: Literal["text", "entity", "number"]
    label: Text
    order: list[str] = []


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


class Source(Record):
    """A work that claims cite."""

    id: str
    title: str
    type: str = "document"
    authors: list[str] = []
    publisher: str | None = None
    issued: str | None = None
    language: str | None = None
    url: str | None = None
    as_of: str | None = Field(default=None, alias="as-of")
    license: str | None = None
    note: str | None = None


class Citation(Record):
    """A place in a source: `at` is the pinpoint, `finds` are words that stand there."""

    source: str = ""
    at: str = ""
    finds: list[str] = []


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


class Entity(Record):
    """A thing with a name. Everything else that is known of it is a relation.

    `label_from` says by language where a label comes from: the id of a source, or `translation`.
    """

    id: str
    type: str
    label: Text = {}
    label_from: dict[str, str] = {}
    aliases: dict[str, list[str]] = {}
    description: str | Text = ""
    identifiers: dict[str, str] = {}

    def name(self, language: str = "en") -> str:
        """The label in that language, else in any, else the id."""
        return self.label.get(language) or next(iter(self.label.values()), self.id)


class Derivation(Record):
    """How a claim follows from others: the id of the rule, and of the claims that it rests on."""

    rule: str
    premises: list[str]


class Relation(Record):
    """A claim: a subject stands in a relation to an object, or has a literal value.

    A claim with `derived` follows from others and cites nothing itself; data files state none.
    """

    subject: str
    relation: str
    object: str | None = None
    value: str | None = None
    since: str | None = None
    until: str | None = None
    qualifiers: dict[str, str | Text] = {}
    standing: str = "normal"
    note: str | Text = ""
    cite: list[Citation] = []
    derived: Derivation | None = None

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What makes this claim this one: two relations with equal keys claim the same."""
        filler = self.object if self.object is not None else f"={self.value}"
        return (self.subject, self.relation, filler, self.since or "", self.until or "")

    @property
    def id(self) -> str:
        """A stable id made from the key: `c` and twelve hexadecimal digits."""
        return claim_id(self.key)


def claim_id(key: tuple[str, str, str, str, str]) -> str:
    """The id of the claim with that key."""
    return "c" + hashlib.sha256("\x1f".join(key).encode()).hexdigest()[:12]


class Template(Record):
    """What a row of a table is made into; its texts may hold {column}.

    `when` names columns that must have a value, or gives the values that columns must have.
    """

    when: list[str] | dict[str, str] = []


class EntityTemplate(Template):
    """An entity made from a row."""

    id: str
    type: str
    label: Text = {}
    label_from: dict[str, str] = {}
    aliases: dict[str, list[str]] = {}
    description: str | Text = ""
    identifiers: dict[str, str] = {}


class RelationTemplate(Template):
    """A claim made from a row; its citations come from the column `cite`."""

    subject: str
    relation: str
    object: str | None = None
    value: str | None = None
    since: str | None = None
    until: str | None = None
    qualifiers: dict[str, str | Text] = {}
    standing: str = ""
    note: str | Text = ""


class Table(Record):
    """A CSV file in the folder of tables, and what its rows are made into.

    `lists` are the columns whose cells hold several values; `codes` gives the identifier scheme of
    columns that hold codes instead of entity ids.
    """

    table: str
    columns: list[str]
    lists: list[str] = []
    codes: dict[str, str] = {}
    entities: list[EntityTemplate] = []
    relations: list[RelationTemplate] = []

    def templates(self, kind: str) -> Sequence[Template]:
        """The templates of `entities` or of `relations`."""
        return self.entities if kind == "entities" else self.relations


class Dataset(Record):
    """Everything read from one data folder, in file order."""

    schema_: Schema = Field(alias="schema")
    sources: list[Source]
    entities: list[Entity]
    relations: list[Relation]
    outlines: list[Outline] = []
    tables: list[Table] = []
