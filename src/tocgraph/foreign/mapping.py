"""What becomes what: the table of classes, properties and schemata in foreign/mapping.yaml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from tocgraph.errors import TocgraphError
from tocgraph.model import Record
from tocgraph.yamltree import parse


class Vocabulary(Record):
    """Names of another vocabulary, and what they become in ours.

    A relation type with `-` before it has its ends turned round; of several the first whose ends fit is taken.
    """

    types: dict[str, str] = {}
    labels: list[str] = []
    aliases: list[str] = []
    descriptions: list[str] = []
    same: list[str] = []
    identifiers: dict[str, str] = {}
    dates: dict[str, list[str]] = {}
    links: dict[str, list[str]] = {}


class ClaimSchema(Record):
    """A FollowTheMoney schema that stands for a relation: the properties at its ends, and the relation types."""

    subject: str = Field(alias="from")
    object: str = Field(default="", alias="to")
    value: str = ""
    relation: list[str]


class FtmVocabulary(Vocabulary):
    """The schemata and properties of FollowTheMoney."""

    countries: dict[str, list[str]] = {}
    claims: dict[str, ClaimSchema] = {}
    since: list[str] = []
    until: list[str] = []
    qualifiers: dict[str, str] = {}


class Mapping(Record):
    """The whole table."""

    followthemoney: FtmVocabulary = FtmVocabulary()
    rdf: Vocabulary = Vocabulary()


def read_mapping(path: Path) -> Mapping:
    """The table in a file.

    Raises:
        TocgraphError: it cannot be read, or is no such table.
    """
    faults: list[str] = []

    def report(line: int, column: int, rule: str, message: str, hint: str) -> None:
        faults.append(f"{path}:{line}:{column} {rule}: {message}")

    try:
        content: Any = parse(path.read_bytes(), report).value
        if not faults:
            return Mapping.model_validate(content or {})
    except OSError as error:
        faults.append(f"cannot read {path}: {error.strerror}")
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        faults.append(f"{path}: {'.'.join(str(step) for step in first['loc'])}: {first['msg']}")
    raise TocgraphError(faults[0], "compare it with foreign/mapping.yaml of the installed data")
