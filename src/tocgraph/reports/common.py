"""What reports share: names given by users made into entities and types, and pieces of SPARQL."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tocgraph.errors import UnknownIdError
from tocgraph.store import OpenStore
from tocgraph.store.claims import TAKEN_AS_FACT
from tocgraph.text import key, nearest

if TYPE_CHECKING:
    pass

_UNSAFE = re.compile(r'[\x00-\x1f\x7f"\\]')
_PREFIXED = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")


def entity_type(opened: OpenStore, text: str) -> str:
    """The entity type that a text names: its id, its label or plural, or a word for it in any language.

    Raises:
        UnknownIdError: there is no such type; the nearest ids are suggested.
    """
    types = opened.schema.types
    if text in types:
        return text
    wanted = key(text)
    for forms in (("label", "plural"), ("words",)):
        for identifier, spec in types.items():
            for form in forms:
                if wanted and any(key(name) == wanted for name in _texts(spec.get(form, {}))):
                    return identifier
    raise UnknownIdError("entity type", text, nearest(text, types))


def relation_type(opened: OpenStore, text: str) -> tuple[str, bool]:
    """The relation type that a text names, and whether it is read from its object's side.

    A text is an id or a label; `^` before it, or an inverse label, turns it round.

    Raises:
        UnknownIdError: there is no such relation type; the nearest ids are suggested.
    """
    turned = text.startswith("^")
    name = text.removeprefix("^").strip()
    relations = opened.schema.relations
    if name in relations:
        return name, turned
    wanted = key(name)
    for form, other_side in (("label", False), ("inverse", True)):
        for identifier, spec in relations.items():
            if wanted and any(key(label) == wanted for label in _texts(spec.get(form, {}))):
                return identifier, turned != other_side
    raise UnknownIdError("relation type", name, nearest(name, relations))


def _texts(value: dict[str, Any]) -> Iterable[str]:
    for item in value.values():
        yield from [item] if isinstance(item, str) else item


def quoted(text: str) -> str:
    """A text as a SPARQL string literal (SPARQL 1.1, section 19.7: escapes in strings)."""
    return '"' + _UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04X}", text) + '"'


def term(opened: OpenStore, iri: str) -> str:
    """An address as SPARQL: a prefixed name where that is safe, else in angle brackets."""
    for prefix in ("toc", "id", "claim", "source"):
        start = opened.vocabulary.prefixes[prefix]
        if iri.startswith(start) and _PREFIXED.fullmatch(iri[len(start) :]):
            return f"{prefix}:{iri[len(start) :]}"
    return f"<{iri}>"


def standing_filter(claim: str, variable: str, every: bool = False) -> str:
    """SPARQL that keeps the claims taken as fact; nothing when claims of every standing are wanted."""
    if every:
        return ""
    kept = ", ".join(f"toc:standing-{name}" for name in TAKEN_AS_FACT)
    return f"  {claim} toc:standing {variable} .\n  FILTER({variable} IN ({kept}))\n"


def relation_label(opened: OpenStore, relation: str, inverse: bool, language: str) -> str:
    """What a relation type is called, read from its subject or from its object."""
    if inverse and not opened.schema.symmetric(relation):
        if opened.schema.relations[relation].get("inverse"):
            return opened.schema.label("relations", relation, language, "inverse")
        return f"← {opened.schema.label('relations', relation, language)}"
    return opened.schema.label("relations", relation, language)


def as_of_words(as_of: str | None, language: str) -> str:
    """The end of a reading that names the date asked for; empty without one."""
    if not as_of:
        return ""
    return f"، كما في {as_of}" if language == "ar" else f", as of {as_of}"
