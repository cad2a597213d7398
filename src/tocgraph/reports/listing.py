"""list: the entities of one type, kept by what is claimed of them and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from tocgraph.answers import Answer, AnswerSet, answers_from_claims
from tocgraph.completeness import Completeness, of_list
from tocgraph.dates import parse_date
from tocgraph.errors import QueryError
from tocgraph.reports.common import (
    as_of_words,
    entity_type,
    quoted,
    relation_label,
    relation_type,
    standing_filter,
    term,
)
from tocgraph.store import OpenStore
from tocgraph.store.claims import asked_date, exists_on, holds_on
from tocgraph.store.resolve import resolve
from tocgraph.text import natural

if TYPE_CHECKING:
    from tocgraph.store.names import Named


_NUMBER = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,30})?")


class Condition(NamedTuple):
    """One `--where`: the entity is subject (or, `inverse`, object) of such a claim.

    `entity` is the other end, `value` the literal; None for either means any.
    """

    relation: str
    inverse: bool
    entity: Named | None
    value: str | None


def list_entities(
    opened: OpenStore,
    type_name: str,
    where: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    language: str = "en",
    all_standings: bool = False,
) -> AnswerSet:
    """The entities of a type (and of its narrower types), by id, with the claims that kept them.

    Args:
        opened: The store.
        type_name: The entity type: id, label, plural or another word for it.
        where: Conditions that must all hold: `relation=entity`, `relation=value` for a literal (a
            partial date matches what it may mean), `relation` for any, `^relation=entity` when the
            entity asked for is the object.
        since: Keep claims that began, or whose literal date lies, on or after this (partial) date.
        until: Keep claims that began, ended, or whose literal date lies, on or before it.
            Undated claims are left out when either is given. Without `where`, any literal date of
            the entity counts.
        as_of: Keep entities that may exist, and claims that may hold, on this (partial) date.
        language: Language of the reading.
        all_standings: Use disputed and rejected claims as well.

    Raises:
        UnknownIdError: no such type, relation type or entity.
        QueryError: a condition makes no sense, such as a literal relation turned round.
        QueryError: a date is malformed.
    """
    if as_of:
        asked_date(as_of)
    kind = entity_type(opened, type_name)
    conditions = [_condition(opened, text) for text in where]
    dates = _period(since, until)
    of_type = f"  ?entity a {term(opened, opened.vocabulary.entity_type(kind))} .\n{exists_on(as_of)}"
    # Engines that keep the order of patterns begin with the claims of one thing, not with all things of a type.
    named = sorted(enumerate(conditions, 1), key=lambda numbered: numbered[1].entity is None)
    parts: list[str] = []
    if not named or named[0][1].entity is None:
        parts, of_type = [of_type], ""
    for number, condition in named:
        parts.append(_pattern(opened, condition, number, bound=not of_type and named[0][1].entity is not None))
        parts.append(standing_filter(f"?claim{number}", f"?standing{number}", all_standings) + of_type)
        of_type = ""
    for number in range(1, len(conditions) + 1):  # what is optional comes last: what follows it is joined as a whole
        parts.append(dates.format(n=number) + holds_on(as_of, f"?claim{number}"))
    if dates and not conditions:
        parts.append("  ?claim1 rdf:subject ?entity ; toc:valueEarliest ?date1 .\n")
        parts.append(standing_filter("?claim1", "?standing1", all_standings))
        parts.append(dates.format(n=1))
        parts.append(holds_on(as_of, "?claim1"))
    claims = [f"?claim{n}" for n in range(1, (len(conditions) or bool(dates)) + 1)]
    query = opened.vocabulary.header("id", "rdf", "toc", "xsd") + (
        f"SELECT DISTINCT ?entity{''.join(' ' + c for c in claims)} WHERE {{\n{''.join(parts)}}}\n"
        f"ORDER BY ?entity{''.join(' ' + c for c in claims)}"
    )
    found: dict[str | tuple[str, str], list[list[str]]] = {}
    for row in opened.store.select(query).rows:
        behind = found.setdefault(opened.vocabulary.local(row["entity"].value), [[] for _ in claims])
        for group, claim in zip(behind, claims, strict=True):
            group.append(opened.vocabulary.local(row[claim[1:]].value))
    answers: list[Answer] = answers_from_claims(
        opened, dict(sorted(found.items(), key=lambda item: natural(str(item[0]))))
    )
    told = Completeness("unknown")
    if len(conditions) == 1 and conditions[0].entity and not conditions[0].inverse and not (since or until):
        told = of_list(opened, [conditions[0].relation], [conditions[0].entity.id], as_of, language)
    reading = _reading(opened, kind, conditions, since, until, as_of, language)
    return AnswerSet(
        question=" ".join([type_name, *where]),
        reading=f"{reading}; {told.remark}" if told.remark else reading,
        sparql=query,
        answers=tuple(answers),
        complete=told.complete,
        as_of=as_of,
    )


def _condition(opened: OpenStore, text: str) -> Condition:
    name, equals, filler = text.partition("=")
    relation, inverse = relation_type(opened, name.strip())
    datatype = opened.schema.relations[relation].get("value")
    filler = filler.strip()
    if equals and not filler:
        raise QueryError(f"the condition {text!r} names nothing after =", f"leave out = for any {name}")
    if datatype is None:
        return Condition(relation, inverse, resolve(opened, filler) if filler else None, None)
    if inverse:
        raise QueryError(f"{relation!r} has a literal value: it cannot be turned round", f"write {relation}={filler}")
    if filler and datatype == "date":
        try:
            parse_date(filler)
        except ValueError as error:
            raise QueryError(f"the condition {text!r}: {error}") from error
    if filler and datatype == "number" and not _NUMBER.fullmatch(filler):
        raise QueryError(f"the condition {text!r}: {filler!r} is not a number")
    return Condition(relation, False, None, filler or None)


def _pattern(opened: OpenStore, condition: Condition, n: int, bound: bool) -> str:
    """The claims that meet a condition.

    They are found by the thing that the condition names, or by the entity where others have bound it, else by their
    relation type.
    """
    names, schema = opened.vocabulary, opened.schema
    relations = [term(opened, names.relation(r)) for r in schema.narrower_relations(condition.relation)]
    claim = f"?claim{n} rdf:predicate ?relation{n}"
    before, after = f"  VALUES ?relation{n} {{ {' '.join(relations)} }}\n  {claim} .\n", ""
    if condition.entity or bound:
        before, after = "", f"  {claim} . FILTER(?relation{n} IN ({', '.join(relations)}))\n"
    other = term(opened, names.entity(condition.entity.id)) if condition.entity else f"?other{n}"
    near, far = ("object", "subject") if condition.inverse else ("subject", "object")
    if schema.symmetric(condition.relation):
        one = f"?claim{n} rdf:object {other} ; rdf:subject ?entity"
        two = f"?claim{n} rdf:subject {other} ; rdf:object ?entity"
        return f"{before}  {{ {one} }} UNION {{ {two} }}\n{after}"
    if condition.value is None:
        return f"{before}  ?claim{n} rdf:{far} {other} ; rdf:{near} ?entity .\n{after}"
    body = f"{before}  ?claim{n} rdf:subject ?entity ; rdf:object ?value{n} .\n{after}"
    datatype = schema.relations[condition.relation]["value"]
    if datatype == "date":
        day = parse_date(condition.value)
        return (
            f"{body}  ?claim{n} toc:valueEarliest ?from{n} ; toc:valueLatest ?to{n} .\n"
            f'  FILTER(!(?from{n} > "{day.latest}"^^xsd:date) && ?to{n} >= "{day.earliest}"^^xsd:date)\n'
        )
    if datatype == "number":
        return f'{body}  FILTER(?value{n} = "{Decimal(condition.value):f}"^^xsd:decimal)\n'
    return f"{body}  FILTER(LCASE(STR(?value{n})) = LCASE({quoted(condition.value)}))\n"


def _period(since: str | None, until: str | None) -> str:
    """SPARQL with `{n}` for the number of the claim; a claim without any date satisfies no bound."""
    parts = ""
    if since:
        parts += (
            "  OPTIONAL {{ ?claim{n} toc:valueEarliest ?valueFrom{n} }}\n"
            "  OPTIONAL {{ ?claim{n} toc:sinceEarliest ?sinceFrom{n} }}\n"
            f'  FILTER(COALESCE(?valueFrom{{n}}, ?sinceFrom{{n}}) >= "{asked_date(since).earliest}"^^xsd:date)\n'
        )
    if until:
        parts += (
            "  OPTIONAL {{ ?claim{n} toc:valueLatest ?valueTo{n} }}\n"
            "  OPTIONAL {{ ?claim{n} toc:sinceLatest ?sinceTo{n} }}\n"
            "  OPTIONAL {{ ?claim{n} toc:untilLatest ?untilTo{n} }}\n"
            f"  FILTER(COALESCE(?valueTo{{n}}, ?sinceTo{{n}}, ?untilTo{{n}})"
            f' <= "{asked_date(until).latest}"^^xsd:date)\n'
        )
    return parts


def _reading(
    opened: OpenStore,
    kind: str,
    conditions: list[Condition],
    since: str | None,
    until: str | None,
    as_of: str | None,
    language: str,
) -> str:
    arabic = language == "ar"
    parts = [opened.schema.label("types", kind, language, "plural")]
    for condition in conditions:
        label = relation_label(opened, condition.relation, condition.inverse, language)
        filler = condition.entity.name(language) if condition.entity else condition.value
        parts.append(f"{label}: {filler or ('أي شيء' if arabic else 'anything')}")
    if since:
        parts.append(f"بتاريخ {since} أو بعده" if arabic else f"dated {since} or later")
    if until:
        parts.append(f"بتاريخ {until} أو قبله" if arabic else f"dated {until} or earlier")
    if since or until:
        parts.append("دون ما لا تاريخ له" if arabic else "undated claims left out")
    if as_of and not (since or until):
        parts.append("مع إبقاء ما لا تاريخ له" if arabic else "what is undated is kept")
    return ("؛ " if arabic else "; ").join(parts) + as_of_words(as_of, language)
