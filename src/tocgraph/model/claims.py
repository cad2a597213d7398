"""Sources, entities and relations: what the data claim and where it is written."""

from __future__ import annotations

import hashlib

from pydantic import Field

from tocgraph.model.base import Record, Text

STANDINGS = ("preferred", "normal", "unverified", "disputed", "rejected")


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
