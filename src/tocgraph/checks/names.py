"""Checks of ids, labels, aliases, languages, identifiers and addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from tocgraph.checks.context import ENTITIES, ID, RELATIONS, Context, mended_id
from tocgraph.dates import parse_date
from tocgraph.errors import Problem
from tocgraph.model import Entity, Record
from tocgraph.text import camel, words

LANGUAGE = re.compile(r"[a-z]{2,3}")
SCHEME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
# What an IRI may hold (RFC 3987, section 2.2, by exclusion; RDF 1.1 N-Triples, IRIREF).
ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`/?#]+(?:[/?#][^\s<>\"{}|\\^`]*)?")


def ids(context: Context) -> Iterator[Problem]:
    """bad-id and repeated-id, for entities, sources and what the schema declares."""
    schema = context.schema
    for what, records, address in (
        ("entity", context.dataset.entities, str),
        ("source", context.dataset.sources, str),
        ("entity type", schema.entity_types, camel),
        ("relation type", schema.relation_types, camel),
        ("qualifier", schema.qualifiers, camel),
        ("rule", schema.rules, str),
    ):
        yield from _ids(context, what, records, address)


def _ids(context: Context, what: str, records: Sequence[Record], address: Callable[[str], str]) -> Iterator[Problem]:
    """Two ids are one when they have the same `address`: terms of the schema lose their hyphens there."""
    first: dict[str, Record] = {}
    for record in records:
        identifier = record.id  # type: ignore[attr-defined]
        if not ID.fullmatch(identifier):
            mended = mended_id(identifier)
            hint = f"write {mended!r}" if mended else "use lower-case words of a-z and 0-9 joined by hyphens"
            yield context.problem(record, ["id"], "bad-id", f"{identifier!r} is not a well-formed id", hint)
        name = address(identifier)
        if name in first:
            there = context.problem(first[name], ["id"], "repeated-id", "")
            file, hint = "", "give it another id, or merge the two"
            if there.file != context.reading.places[id(record)].file:
                file, hint = f" of {there.file}", "an overlay adds to what is there: give it another id"
                if what == "entity":
                    hint += f", or only claim something about {identifier!r}"
            message = f"the {what} {identifier!r} stands already in line {there.line}{file}"
            yield context.problem(record, ["id"], "repeated-id", message, hint)
        first.setdefault(name, record)


def entity_types(context: Context) -> Iterator[Problem]:
    """unknown-entity-type, for entities."""
    for entity in context.dataset.entities:
        if not context.knows("entity_types", entity.type):
            hint = context.suggestion("entity_types", entity.type, "declare it in the schema")
            yield context.problem(entity, ["type"], "unknown-entity-type", f"no entity type {entity.type!r}", hint)


def labels(context: Context) -> Iterator[Problem]:
    """missing-label, bad-language and bad-scheme, for entities."""
    for entity in context.dataset.entities:
        if not entity.label and not context.lost.part(entity, "label"):
            message = f"the entity {entity.id!r} has no label"
            yield context.problem(entity, ["id"], "missing-label", message, "add label: {en: ..., ar: ...}")
        yield from languages(context, entity, "label", "aliases", "description")
        for scheme in entity.identifiers:
            if not SCHEME.fullmatch(scheme):
                yield context.at_key(
                    entity,
                    ["identifiers", scheme],
                    "bad-scheme",
                    f"{scheme!r} is not the name of an identifier scheme",
                    "use lower-case words joined by hyphens, such as wikidata or iso3",
                )


def languages(context: Context, record: Record, *fields: str) -> Iterator[Problem]:
    """bad-language, for those fields of a record that hold texts by language."""
    for field in fields:
        texts = getattr(record, field)
        if isinstance(texts, dict):
            yield from language_codes(context, record, [field], texts)


def language_codes(
    context: Context, record: Record, path: Sequence[str | int], codes: Iterable[str]
) -> Iterator[Problem]:
    """bad-language, for the keys of the mapping at `path`."""
    for code in codes:
        if not LANGUAGE.fullmatch(code):
            message = f"{code!r} is not a language code"
            yield context.at_key(record, [*path, code], "bad-language", message, "use a code such as en or ar")


def sources(context: Context) -> Iterator[Problem]:
    """bad-url, bad-date and bad-language, for sources."""
    for source in context.dataset.sources:
        if source.url is not None and not ADDRESS.fullmatch(source.url):
            yield context.problem(
                source, ["url"], "bad-url", f"{source.url!r} is not an http or https address", "give the whole address"
            )
        if source.language is not None and not LANGUAGE.fullmatch(source.language):
            message = f"{source.language!r} is not a language code"
            yield context.problem(source, ["language"], "bad-language", message, "use a code such as en or ar")
        for field, date in (("issued", source.issued), ("as-of", source.as_of)):
            if date is not None:
                try:
                    parse_date(date)
                except ValueError as error:
                    yield context.problem(source, [field], "bad-date", str(error), "")


def shared_names(context: Context) -> Iterator[Problem]:
    """shared-name: one problem for each entity and name that another entity before it has."""
    owners: dict[str, Entity] = {}
    for entity in context.entities.values():
        own: set[str] = set()
        for path, name in _names(entity):
            comparable = " ".join(words(name))
            if not comparable or comparable in own:
                continue
            own.add(comparable)
            other = owners.setdefault(comparable, entity)
            if other is not entity:
                yield context.problem(
                    entity,
                    path,
                    "shared-name",
                    f"{name!r} is a name of {other.id!r} as well",
                    "make one of the two names more precise",
                )


def _names(entity: Entity) -> Iterator[tuple[list[str | int], str]]:
    for code, label in entity.label.items():
        yield ["label", code], label
    for code, aliases in entity.aliases.items():
        for index, alias in enumerate(aliases):
            yield ["aliases", code, index], alias


def unused(context: Context) -> Iterator[Problem]:
    """The rules unconnected and unused-source."""
    if RELATIONS in context.lost.files:
        return  # both rest on the relations
    used = context.lost.words | context.guessed | context.misnamed
    cited = set(used)
    for relation in context.dataset.relations:
        used.add(relation.subject)
        if relation.object is not None:
            used.add(relation.object)
        used.update(value for value in relation.qualifiers.values() if isinstance(value, str))
        cited.update(citation.source for citation in relation.cite)
    for entity in context.dataset.entities:
        cited.update(entity.label_from.values())
    for entity in context.entities.values():
        if entity.id not in used:
            message = f"the entity {entity.id!r} takes part in no relation"
            yield context.problem(entity, ["id"], "unconnected", message, "claim something about it, or remove it")
    if ENTITIES in context.lost.files:
        return  # labels may come from any source
    for source in context.sources.values():
        if source.id not in cited:
            yield context.problem(
                source, ["id"], "unused-source", f"the source {source.id!r} is never cited", "cite it, or remove it"
            )
