"""The rows of the tables, in one pass over the selection; see `tables` for what they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tocgraph import __version__
from tocgraph.errors import TocgraphError
from tocgraph.exporters.records import (
    ClaimRecord,
    EntityRecord,
    claim_records,
    entity_records,
    source_records,
)
from tocgraph.exporters.selection import Selection
from tocgraph.store import OpenStore
from tocgraph.store.claims import CitedPlace
from tocgraph.store.names import Named
from tocgraph.store.statements import in_batches
from tocgraph.vocabulary import TRANSLATION

Value = str | int | bool | None
Row = tuple[Value, ...]
"""The values of a row in the order of the table's columns; None where there is nothing. Dates are ISO texts."""

_KEPT = 10_000
"""How many names of entities are kept."""

LICENSE = "https://creativecommons.org/licenses/by/4.0/"


def rows(opened: OpenStore, selection: Selection) -> Iterator[tuple[str, Row]]:
    """Every row of every table with the table's name; those of one table are in the order of their ids.

    Of sources, relation types, entity types and the like only those that occur are given for a part of the graph.

    Raises:
        StoreError: the store failed, or holds only a part of the graph.
        TocgraphError: a text holds U+0000.
    """
    for name, row in _rows(opened, selection):
        for value in row:
            if value.__class__ is str and "\0" in value:
                raise TocgraphError(
                    f"a text of {row[0]!r} holds the character U+0000, which other programs cut it off at",
                    "mend the data, or leave that part out",
                )
        yield name, row


def _rows(opened: OpenStore, selection: Selection) -> Iterator[tuple[str, Row]]:
    used: dict[str, set[str]] = {
        "types": set(),
        "relations": set(),
        "qualifiers": set(),
        "rules": set(),
        "sources": set(),
    }
    for entity in entity_records(opened, selection.entities):
        used["types"].add(entity.type)
        used["sources"].update(origin for origin in entity.label_from.values() if origin != TRANSLATION)
        yield from _entity(entity)
    names = _Names(opened)
    for batch in in_batches(claim_records(opened, selection.claims)):
        named = names.of(batch)
        for record in batch:
            claim = record.claim
            used["relations"].add(claim.relation)
            used["qualifiers"].update(claim.qualifiers)
            used["rules"].update([claim.rule] if claim.rule else [])
            used["sources"].update(place.source for place in claim.citations)
            yield from _claim(record)
            if claim.object is not None:
                yield "relations", _relation(opened, record, named)
            for qualifier, content in sorted(claim.qualifiers.items()):
                yield from _qualifier(opened, claim.id, qualifier, content, named)
    if selection.whole:
        used["sources"].update(_all_sources(opened))
    for source in source_records(opened, sorted(used["sources"])):
        yield "sources", _empty_is_none(
            source.id, source.iri, source.type, source.title, "; ".join(source.authors), source.publisher,
            source.issued, source.language, source.as_of, source.license, source.url, source.note,
        )  # fmt: skip
        for position, author in enumerate(source.authors, 1):
            yield "source_authors", (source.id, position, author)
    yield from _schema(opened, used, selection.whole)
    for name, value in about(opened, selection):
        yield "about", (name, value)


def about(opened: OpenStore, selection: Selection) -> list[tuple[str, str]]:
    """What an export is, as names and texts: title, version, licence, and what was chosen."""
    told = [
        ("title", "tocgraph: international cooperation against transnational organized crime"),
        ("made by", f"tocgraph {__version__}"),
        ("data", str(opened.names.meta("fingerprint"))),
        ("license", LICENSE),
        ("entities", str(len(selection.entities))),
        ("claims", str(len(selection.claims))),
    ]
    limits = (
        ("around", selection.around),
        ("depth", str(selection.depth) if selection.around else ""),
        ("types", ", ".join(selection.types)),
        ("query", selection.query),
        ("as of", selection.as_of),
    )
    return told + [(name, value) for name, value in limits if value]


def _empty_is_none(*values: Value) -> Row:
    return tuple([None if value == "" else value for value in values])


def _entity(entity: EntityRecord) -> Iterator[tuple[str, Row]]:
    yield (
        "entities",
        _empty_is_none(
            entity.id,
            entity.iri,
            entity.type,
            *_both(entity.label),
            *_both(entity.description),
            *entity.exists,
        ),
    )
    for language, label in sorted(entity.label.items()):
        yield "names", _empty_is_none(entity.id, "label", language, label, entity.label_from.get(language, ""))
    for language, alias in entity.aliases:
        yield "names", (entity.id, "alias", language, alias, None)
    for scheme, value in sorted(entity.identifiers.items()):
        yield "identifiers", (entity.id, scheme, value)


def _claim(record: ClaimRecord) -> Iterator[tuple[str, Row]]:
    claim = record.claim
    value, since, until = (
        (date.earliest, date.latest) if date else ("", "") for date in (record.value, record.since, record.until)
    )
    yield "claims", _empty_is_none(
        claim.id, record.iri, claim.subject, claim.relation, claim.object, record.kind, claim.value, *value,
        claim.since, *since, claim.until, *until, *record.holds, claim.standing, bool(claim.rule), claim.rule,
        *_both(claim.note),
    )  # fmt: skip
    for number, place in enumerate(claim.citations, 1):
        yield "citations", _citation(claim.id, number, place, bool(claim.rule))
        for words in place.finds:
            yield "cited_words", (claim.id, number, words)
    for premise in claim.premises:
        yield "premises", (claim.id, premise)


def _citation(claim: str, number: int, place: CitedPlace, inherited: bool) -> Row:
    return (claim, number, place.source, place.at, inherited)


def _relation(opened: OpenStore, record: ClaimRecord, named: dict[str, Named]) -> Row:
    claim = record.claim
    spec = opened.schema.relations.get(claim.relation, {})
    ends = [
        _empty_is_none(end, *((named[end].type, *_both(named[end].label)) if end in named else ("", "", "")))
        for end in (claim.subject, claim.object or "")
    ]
    return (
        claim.id,
        *ends[0],
        *_empty_is_none(claim.relation, *_both(spec.get("label", {}))),
        *ends[1],
        *_empty_is_none(claim.since, claim.until, claim.standing),
        bool(claim.rule),
    )


def _qualifier(
    opened: OpenStore, claim: str, qualifier: str, content: str | dict[str, str], named: dict[str, Named]
) -> Iterator[tuple[str, Row]]:
    if isinstance(content, dict):
        for language, text in sorted(content.items()):
            yield "qualifiers", (claim, qualifier, language, text, None, None)
    else:
        is_entity = opened.schema.qualifiers.get(qualifier, {}).get("value") == "entity"
        label = named[content].label if is_entity and content in named else {}
        yield "qualifiers", (claim, qualifier, None, content, *_empty_is_none(*_both(label)))


class _Names:
    """What entities are called: those that were asked for last are kept, because many claims have the same ends."""

    def __init__(self, opened: OpenStore) -> None:
        self._opened = opened
        self._kept: dict[str, Named] = {}

    def of(self, batch: Iterable[ClaimRecord]) -> dict[str, Named]:
        """The entities at the ends and in the qualifiers of those claims, and some others, by id."""
        wanted: set[str] = set()
        for record in batch:
            claim = record.claim
            wanted.add(claim.subject)
            if claim.object is not None:
                wanted.add(claim.object)
            wanted.update(content for content in claim.qualifiers.values() if isinstance(content, str))
        if len(self._kept) > _KEPT:
            self._kept.clear()
        for identifier, named in self._opened.names.entities(sorted(wanted - self._kept.keys())).items():
            self._kept[identifier] = named._replace(description={})
        return self._kept


def _all_sources(opened: OpenStore) -> Iterator[str]:
    query = opened.vocabulary.header("toc") + "SELECT ?x WHERE { ?x a toc:Source }"
    return (opened.vocabulary.local(row["x"].value) for row in opened.store.select(query).rows)


def _schema(opened: OpenStore, used: dict[str, set[str]], whole: bool) -> Iterator[tuple[str, Row]]:
    schema, names = opened.schema, opened.vocabulary
    types = {t for used_type in used["types"] & schema.types.keys() for t in schema.ancestors(used_type)}

    def chosen(specs: dict[str, dict[str, Any]], wanted: set[str], address: Callable[[str], str]) -> Iterator[Any]:
        for identifier, spec in specs.items():
            if whole or identifier in wanted:
                yield identifier, address(identifier), spec

    for identifier, iri, spec in chosen(schema.types, types, names.entity_type):
        texts = *_both(spec["label"]), *_both(spec.get("plural", {}))
        yield "entity_types", _empty_is_none(identifier, iri, spec.get("broader"), *texts)
    relations = {wider for relation in used["relations"] for wider in _wider(schema.relations, relation)}
    for identifier, iri, spec in chosen(schema.relations, relations, names.relation):
        yield "relation_types", _empty_is_none(
            identifier, iri, spec.get("broader"), spec.get("value") or "", schema.symmetric(identifier),
            *_both(spec["label"]), *_both(spec.get("inverse", {})), *_both(spec.get("description", {})),
        )  # fmt: skip
    for identifier, iri, spec in chosen(schema.qualifiers, used["qualifiers"], names.qualifier):
        yield "qualifier_types", _empty_is_none(identifier, iri, spec["value"], *_both(spec["label"]))
    for identifier, iri, spec in chosen(schema.rules, used["rules"], names.rule):
        yield "rules", _empty_is_none(identifier, iri, *_both(spec["label"]), *_both(spec.get("description", {})))


def _wider(relations: dict[str, dict[str, Any]], relation: str) -> Iterator[str]:
    """The relation type and each broader one."""
    current: str | None = relation
    while current in relations:
        yield str(current)
        current = relations[str(current)].get("broader")


def _both(text: str | dict[str, str]) -> tuple[str, str]:
    """A text in English and in Arabic; one without a language is English."""
    return (text, "") if isinstance(text, str) else (text.get("en", ""), text.get("ar", ""))
