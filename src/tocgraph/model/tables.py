"""Tables of bulk claims, and what their rows are made into."""

from __future__ import annotations

from collections.abc import Sequence

from tocgraph.model.base import Record, Text


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
