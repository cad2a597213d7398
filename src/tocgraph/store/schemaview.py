"""The schema as read back from the names index: plain dictionaries, no pydantic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


class SchemaView:
    """The types of entities and relations of the compiled data, in schema order."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self.base: str = schema["base"]
        self.types: dict[str, dict[str, Any]] = {t["id"]: t for t in schema["entity_types"]}
        self.relations: dict[str, dict[str, Any]] = {r["id"]: r for r in schema["relation_types"]}
        self.rules: dict[str, dict[str, Any]] = {r["id"]: r for r in schema.get("rules", [])}
        self.qualifiers: dict[str, dict[str, Any]] = {q["id"]: q for q in schema.get("qualifiers", [])}

    def ancestors(self, entity_type: str) -> Iterator[str]:
        """The type itself, then each broader one."""
        current: str | None = entity_type
        while current is not None:
            yield current
            current = self.types[current].get("broader")

    def narrower_relations(self, relation_type: str) -> list[str]:
        """The relation type itself and every one that counts as it."""
        found = [relation_type]
        for identifier in found:
            found += [r for r, spec in self.relations.items() if spec.get("broader") == identifier]
        return found

    def label(self, kind: str, identifier: str, language: str = "en", form: str = "label") -> str:
        """A label out of the schema; `kind` is "types", "relations", "qualifiers" or "rules"; the id when absent."""
        texts: dict[str, str] = getattr(self, kind).get(identifier, {}).get(form, {})
        return texts.get(language) or texts.get("en") or identifier

    def symmetric(self, relation_type: str) -> bool:
        """Whether the relation holds both ways."""
        return "symmetric" in self.relations[relation_type].get("flags", ())
