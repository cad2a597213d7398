"""Records -> the text of data files, in the form that `reader` reads: sorted, one block a record."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tocgraph.model import Entity, Relation, Source

# Texts that YAML reads as they stand, in a block and between braces alike (YAML 1.2, section 7.3.3; ours are fewer).
_PLAIN = re.compile(r"(?!(?:null|Null|NULL)\Z)[A-Za-z0-9\u0620-\u064a](?:[\w ()/.+-]*[\w)/])?", re.ASCII)
_ARABIC = re.compile(r"[\u0620-\u064a][\u0620-\u0652\u0660-\u0669 ]*(?<! )")


def sources_text(sources: Iterable[Source]) -> str:
    """The text of sources.yaml."""
    return _blocks(s.model_dump(by_alias=True, exclude_defaults=True) for s in sorted(sources, key=lambda s: s.id))


def entities_text(entities: Iterable[Entity]) -> str:
    """The text of entities.yaml."""
    return _blocks(e.model_dump(exclude_defaults=True) for e in sorted(entities, key=lambda e: e.id))


def relations_text(relations: Iterable[Relation]) -> str:
    """The text of relations.yaml."""
    return _blocks(r.model_dump(exclude_defaults=True) for r in sorted(relations, key=lambda r: r.key))


def _blocks(records: Iterable[Mapping[str, Any]]) -> str:
    return "\n".join("".join(_block(record)) for record in records) or "[]\n"


def _block(record: Mapping[str, Any]) -> Iterator[str]:
    start = "- "
    for name, value in record.items():
        if name == "cite":
            yield f"{start}cite:\n"
            yield from (f"    - {_flow(citation)}\n" for citation in value)
        else:
            yield f"{start}{name}: {_flow(value)}\n"
        start = "  "


def _flow(value: str | Mapping[str, Any] | Sequence[Any]) -> str:
    if isinstance(value, str):
        plain = _PLAIN.fullmatch(value) or _ARABIC.fullmatch(value)
        return value if plain else json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_flow(name)}: {_flow(inner)}" for name, inner in value.items()) + "}"
    return "[" + ", ".join(_flow(inner) for inner in value) + "]"
