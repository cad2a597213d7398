"""show: everything known of one entity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tocgraph.answers import AnswerSet, other_end
from tocgraph.reports.common import as_of_words, term
from tocgraph.reports.profile import profile
from tocgraph.store import OpenStore
from tocgraph.store.claims import holds_on, read_claims
from tocgraph.store.resolve import resolve

if TYPE_CHECKING:
    from tocgraph.store.names import Named

_CLAIMS = """SELECT DISTINCT ?claim WHERE {{
  {{ ?claim rdf:subject {entity} }} UNION {{ ?claim rdf:object {entity} }}
  ?claim a toc:Claim .
{dates}}}
ORDER BY ?claim"""
_NAMES = "SELECT ?property ?value WHERE {{ {entity} ?property ?value }}"


def show(opened: OpenStore, name: str, language: str = "en", as_of: str | None = None) -> AnswerSet:
    """One entity with its names and identifiers, and every relation at either end of it, cited.

    The answers come in the order of the relation types in the schema, those where the entity is the
    subject before those where it is the object (`inverse`). Claims of every standing are included.

    Raises:
        UnknownIdError: nothing has that name.
        TocgraphError: several entities have that name.
        QueryError: `as_of` is no date.
    """
    named = resolve(opened, name)
    entity = term(opened, opened.vocabulary.entity(named.id))
    query = opened.vocabulary.header("id", "rdf", "toc", "xsd") + _CLAIMS.format(entity=entity, dates=holds_on(as_of))
    identifiers = [opened.vocabulary.local(row["claim"].value) for row in opened.store.select(query).rows]
    claims = read_claims(opened, identifiers).values()
    others = opened.names.entities(end for c in claims for end in (c.subject, c.object) if end)
    answers = [other_end(claim, named.id, others) for claim in claims]
    order = {relation: position for position, relation in enumerate(opened.schema.relations)}
    # The id ends the key: undated claims on equal ends must not change places between runs.
    answers.sort(key=lambda a: (a.inverse, order.get(a.relation or "", len(order)), a.since, a.id or "", a.claims))
    opening = "كل ما يعرف عن" if language == "ar" else "everything known of"
    return AnswerSet(
        question=name,
        reading=f"{opening} {named.name(language)} ({named.id}){as_of_words(as_of, language)}",
        sparql=query,
        answers=tuple(answers),
        as_of=as_of,
        about={**_about(opened, named, entity), "profile": profile(opened, named.id, named.type, as_of)},
    )


def _about(opened: OpenStore, named: Named, entity: str) -> dict[str, Any]:
    prefixes = opened.vocabulary.prefixes
    scheme = prefixes["toc"] + "identifier-"
    aliases: dict[str, list[str]] = {}
    identifiers: dict[str, str] = {}
    origins: dict[str, str] = {}
    label_source = opened.vocabulary.label_source("")
    for row in opened.store.select(opened.vocabulary.header("id") + _NAMES.format(entity=entity)).rows:
        predicate, value = row["property"].value, row["value"]
        if predicate == prefixes["skos"] + "altLabel":
            aliases.setdefault(value.language, []).append(value.value)
        elif predicate.startswith(scheme):
            identifiers[predicate[len(scheme) :]] = value.value
        elif predicate.startswith(label_source):
            origins[predicate[len(label_source) :]] = opened.vocabulary.origin_of(value.value)
    return {
        "id": named.id,
        "type": named.type,
        "label": named.label,
        "label_from": dict(sorted(origins.items())),
        "aliases": {language: sorted(texts) for language, texts in sorted(aliases.items())},
        "description": {language: text for language, text in named.description.items() if text},
        "identifiers": dict(sorted(identifiers.items())),
    }
