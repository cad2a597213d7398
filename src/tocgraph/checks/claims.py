"""Checks of single relations: ends, values, dates, qualifiers, citations, standing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tocgraph.checks.context import Context
from tocgraph.checks.names import language_codes, languages
from tocgraph.dates import parse_date
from tocgraph.errors import Problem
from tocgraph.model import STANDINGS, Relation, RelationType
from tocgraph.text import nearest

NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_DATE_LIKE = re.compile(r"[0-9]+(?:[-/.][0-9]*)*")
CONTESTED = ("disputed", "rejected")
_CITE = "cite: [{source: ..., at: ...}]"


def ends(context: Context) -> Iterator[Problem]:
    """unknown-id, unknown-relation-type, wrong-end-type, self-relation, for subject, relation and object."""
    for relation in context.dataset.relations:
        relation_type = context.relation_types.get(relation.relation)
        if relation_type is None and not context.knows("relation_types", relation.relation):
            hint = context.suggestion("relation_types", relation.relation, "declare it in the schema")
            message = f"no relation type {relation.relation!r}"
            yield context.problem(relation, ["relation"], "unknown-relation-type", message, hint)
        if relation.object == relation.subject:
            message = f"{relation.subject!r} cannot stand in a relation to itself"
            yield context.problem(relation, ["object"], "self-relation", message, "name another object")
            continue
        yield from _end(context, relation, relation_type, "subject", relation.subject)
        if relation.object is not None:
            yield from _end(context, relation, relation_type, "object", relation.object)


def _end(
    context: Context, relation: Relation, relation_type: RelationType | None, end: str, identifier: str
) -> Iterator[Problem]:
    entity = context.entities.get(identifier)
    if entity is None:
        yield from _unknown(context, relation, [end], identifier)
    elif relation_type is not None and not context.lost.part(relation_type, "from" if end == "subject" else "to"):
        if end == "object" and relation_type.value is not None:
            return  # object-or-value tells it
        if entity.type in context.entity_types and not context.admits(relation_type, end, entity.type):
            allowed = relation_type.subjects if end == "subject" else relation_type.objects
            yield context.problem(
                relation,
                [end],
                "wrong-end-type",
                f"{identifier!r} is of type {entity.type}, which {relation_type.id!r} does not take as its {end}",
                f"it takes {', '.join(allowed)}",
            )


def _unknown(context: Context, relation: Relation, path: list[str | int], identifier: str) -> Iterator[Problem]:
    if not context.knows("entities", identifier):
        hint = context.suggestion("entities", identifier, "add it to entities.yaml")
        yield context.problem(relation, path, "unknown-id", f"no entity {identifier!r}", hint)


def values(context: Context) -> Iterator[Problem]:
    """object-or-value, and wrong-datatype and bad-date of a literal value."""
    for relation in context.dataset.relations:
        relation_type = context.relation_types.get(relation.relation)
        has_object, has_value = relation.object is not None, relation.value is not None
        if has_object and has_value:
            yield context.problem(
                relation, ["value"], "object-or-value", "a relation has an object or a value, not both", "remove one"
            )
        elif not has_object and not has_value:
            if not any(context.lost.part(relation, end) for end in ("object", "value")):
                literal = relation_type is not None and relation_type.value is not None
                message = f"the relation has no {'value' if literal else 'object'}"
                yield context.problem(relation, ["relation"], "object-or-value", message, "add it")
        elif relation_type is None:
            continue
        elif has_object and relation_type.value is not None:
            message = f"{relation_type.id!r} takes a {relation_type.value}, not an entity"
            yield context.problem(relation, ["object"], "object-or-value", message, "write value: instead of object:")
        elif has_value and relation_type.value is None:
            message = f"{relation_type.id!r} takes an entity, not a value"
            hint = "write object: with the id of an entity"
            yield context.problem(relation, ["value"], "object-or-value", message, hint)
        elif relation.value is not None:
            yield from _literal(context, relation, relation_type.value, relation.value)


def _literal(context: Context, relation: Relation, datatype: str | None, value: str) -> Iterator[Problem]:
    if datatype == "number" and not NUMBER.fullmatch(value):
        message = f"{value!r} is not a plain decimal number"
        yield context.problem(relation, ["value"], "wrong-datatype", message, "write digits, such as 1200 or 0.5")
    elif datatype == "date":
        try:
            parse_date(value)
        except ValueError as error:
            if _DATE_LIKE.fullmatch(value):
                yield context.problem(relation, ["value"], "bad-date", str(error), "mend the date")
            else:
                message = f"{value!r} is not a date"
                hint = "write YYYY, YYYY-MM or YYYY-MM-DD"
                yield context.problem(relation, ["value"], "wrong-datatype", message, hint)


def dates(context: Context) -> Iterator[Problem]:
    """bad-date and since-after-until, for since and until."""
    for relation in context.dataset.relations:
        bounds = {}
        for field, date in (("since", relation.since), ("until", relation.until)):
            if date is not None:
                try:
                    bounds[field] = parse_date(date)
                except ValueError as error:
                    yield context.problem(relation, [field], "bad-date", str(error), "mend the date")
        if len(bounds) == 2 and bounds["since"].earliest > bounds["until"].latest:
            message = f"it begins in {relation.since} and ends before that, in {relation.until}"
            yield context.problem(relation, ["until"], "since-after-until", message, "correct one of the two dates")


def citations(context: Context) -> Iterator[Problem]:
    """missing-citation, missing-pinpoint, unknown-source, and missing-field for a citation without a source."""
    for relation in context.dataset.relations:
        if not relation.cite and not context.lost.part(relation, "cite"):
            yield context.problem(
                relation, ["cite"], "missing-citation", "the relation cites no source", f"add {_CITE}"
            )
        for index, citation in enumerate(relation.cite):
            if not citation.source:
                if not context.lost.part(relation, "cite", index, "source"):
                    message = "the citation names no source"
                    yield context.problem(relation, ["cite", index], "missing-field", message, "add source")
            elif citation.source not in context.sources and not context.knows("sources", citation.source):
                hint = context.suggestion("sources", citation.source, "add it to sources.yaml")
                message = f"no source {citation.source!r}"
                yield context.problem(relation, ["cite", index, "source"], "unknown-source", message, hint)
            if not citation.at and not context.lost.part(relation, "cite", index, "at"):
                yield context.problem(
                    relation,
                    ["cite", index],
                    "missing-pinpoint",
                    "the citation does not say where in the source",
                    'add at: with the heading, paragraph or article, such as at: "paragraph 2"',
                )


def standings(context: Context) -> Iterator[Problem]:
    """unknown-standing, missing-note, and the languages of notes."""
    for relation in context.dataset.relations:
        if relation.standing not in STANDINGS:
            near = nearest(relation.standing, STANDINGS)
            hint = f"did you mean {near[0]!r}?" if near else f"use one of {', '.join(STANDINGS)}"
            message = f"no standing {relation.standing!r}"
            yield context.problem(relation, ["standing"], "unknown-standing", message, hint)
        elif relation.standing in CONTESTED and not relation.note and not context.lost.part(relation, "note"):
            message = f"the claim is {relation.standing} and does not say why"
            yield context.problem(relation, ["standing"], "missing-note", message, "add note: with the reason")
        yield from languages(context, relation, "note")


def qualifiers(context: Context) -> Iterator[Problem]:
    """unknown-qualifier, and wrong-datatype, unknown-id and bad-language inside qualifiers."""
    for relation in context.dataset.relations:
        for name, content in relation.qualifiers.items():
            declared = context.qualifiers.get(name)
            if declared is None:
                if not context.knows("qualifiers", name):
                    hint = context.suggestion("qualifiers", name, f"use one of {', '.join(sorted(context.qualifiers))}")
                    message = f"no qualifier {name!r}"
                    yield context.at_key(relation, ["qualifiers", name], "unknown-qualifier", message, hint)
            elif isinstance(content, dict):
                if declared.value == "text":
                    yield from language_codes(context, relation, ["qualifiers", name], content)
                else:
                    expected = "the id of one entity" if declared.value == "entity" else "one number"
                    message = f"the qualifier {name!r} takes {expected}, not texts by language"
                    yield context.problem(relation, ["qualifiers", name], "wrong-datatype", message, "write it plainly")
            elif declared.value == "entity":
                yield from _unknown(context, relation, ["qualifiers", name], content)
            elif declared.value == "number" and not NUMBER.fullmatch(content):
                message = f"the qualifier {name!r} takes a plain decimal number, not {content!r}"
                yield context.problem(relation, ["qualifiers", name], "wrong-datatype", message, "write digits")
