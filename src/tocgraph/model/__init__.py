"""The records of the graph: frozen, strict about their shape, free of files and engines.

Shape is checked here (unknown fields, texts where texts belong); meaning is checked in `checks`,
which sees all records at once and knows where each one stands.
"""

from __future__ import annotations

from pydantic import Field

from tocgraph.model.base import Record, Text
from tocgraph.model.claims import STANDINGS, Citation, Derivation, Entity, Relation, Source, claim_id
from tocgraph.model.outlines import Outline, Part
from tocgraph.model.schema import (
    DATATYPES,
    EntityType,
    InferenceRule,
    Pattern,
    QualifierType,
    RelationType,
    Schema,
    Sense,
)
from tocgraph.model.tables import EntityTemplate, RelationTemplate, Table, Template

__all__ = [
    "DATATYPES",
    "STANDINGS",
    "Citation",
    "Dataset",
    "Derivation",
    "Entity",
    "EntityTemplate",
    "EntityType",
    "InferenceRule",
    "Layer",
    "Outline",
    "Part",
    "Pattern",
    "QualifierType",
    "Record",
    "Relation",
    "RelationTemplate",
    "RelationType",
    "Schema",
    "Sense",
    "Source",
    "Table",
    "Template",
    "Text",
    "claim_id",
]


class Layer(Record):
    """What an overlay adds: its name, the numbers of its entities and claims, the ids of its sources."""

    name: str
    entities: int = 0
    relations: int = 0
    sources: list[str] = []


class Dataset(Record):
    """Everything read from a data folder and what is laid over it, in file order, the lowest folder first."""

    schema_: Schema = Field(alias="schema")
    sources: list[Source]
    entities: list[Entity]
    relations: list[Relation]
    outlines: list[Outline] = []
    senses: list[Sense] = []
    tables: list[Table] = []
    overlays: list[Layer] = []
