"""Checks of where labels come from."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.checks.context import Context
from tocgraph.checks.names import LANGUAGE
from tocgraph.errors import Problem
from tocgraph.text import nearest
from tocgraph.vocabulary import TRANSLATION

REQUIRED = "ar"
"""The language whose labels must say where they come from: most Arabic names in the field are translations."""


def origins(context: Context) -> Iterator[Problem]:
    """unknown-source and origin-without-label of entities, and reserved-id of sources."""
    for source in context.dataset.sources:
        if source.id == TRANSLATION:
            message = f"{TRANSLATION!r} says of a label that it is our own translation"
            yield context.problem(source, ["id"], "reserved-id", message, "choose another id")
    for entity in context.dataset.entities:
        # A label that is missing or whose language is misspelt is reported already.
        certain = entity.label and not context.lost.part(entity, "label") and all(map(LANGUAGE.fullmatch, entity.label))
        for code, origin in entity.label_from.items():
            if certain and code not in entity.label:
                message = f"the entity {entity.id!r} has no label in the language {code!r}"
                hint = "add the label, or remove the language here"
                yield context.at_key(entity, ["label_from", code], "origin-without-label", message, hint)
            elif origin != TRANSLATION and not context.knows("sources", origin):
                message = f"no source {origin!r}"
                yield context.problem(entity, ["label_from", code], "unknown-source", message, _hint(context, origin))


def _hint(context: Context, origin: str) -> str:
    if nearest(origin.lower(), [TRANSLATION]):
        return f"did you mean {TRANSLATION!r}?"
    otherwise = f"add it to sources.yaml, or write {TRANSLATION!r} for a translation of your own"
    return context.suggestion("sources", origin, otherwise)


def missing_origins(context: Context) -> Iterator[Problem]:
    """missing-origin: labels in Arabic that do not say where they come from."""
    for entity in context.dataset.entities:
        missing = REQUIRED in entity.label and REQUIRED not in entity.label_from
        # A language without a label was probably meant to be this one.
        known = entity.label_from.keys() <= entity.label.keys()
        if missing and known and not context.lost.part(entity, "label_from"):
            message = f"the entity {entity.id!r} does not say where its label in Arabic comes from"
            hint = f"add label_from: {{{REQUIRED}: ...}} with the id of a source, or {TRANSLATION}"
            yield context.problem(entity, ["label", REQUIRED], "missing-origin", message, hint)
