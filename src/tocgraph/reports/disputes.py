"""disputes: what some source says and better evidence contradicts, beside what stands against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tocgraph.answers import Answer, AnswerSet, Table, claimed
from tocgraph.reports.common import as_of_words, relation_label, term
from tocgraph.store import OpenStore
from tocgraph.store.claims import CitedPlace, Claim, holds_on, read_claims
from tocgraph.store.resolve import resolve

if TYPE_CHECKING:
    from tocgraph.store.names import Named

COLUMNS = (
    "subject",
    "relation",
    "contested",
    "standing",
    "note",
    "contested-sources",
    "against",
    "against-sources",
    "claim",
)

_ARABIC = {"disputed": "محل خلاف", "rejected": "مرفوض"}

_DISPUTES = """SELECT ?claim ?other WHERE {{
{subject}  ?claim a toc:Claim ; toc:standing ?standing ; rdf:subject ?subject ; rdf:predicate ?relation .
  FILTER(?standing IN (toc:standing-disputed, toc:standing-rejected))
{dates}  OPTIONAL {{
    ?other rdf:subject ?subject ; rdf:predicate ?relation ; toc:standing ?better .
    FILTER(?better IN (toc:standing-preferred, toc:standing-normal))
{other_dates}  }}
}}
ORDER BY ?claim ?other"""


def disputes(opened: OpenStore, about: str | None = None, language: str = "en", as_of: str | None = None) -> AnswerSet:
    """Every disputed and rejected claim, with the claims of better standing on the same subject and relation.

    The table has one row for each contested claim, in the order of subject and relation; the cells hold
    texts in the language. The answers are the contested claims, each followed by those against it.

    Args:
        opened: The store.
        about: Only claims about this entity: its id or a name.
        language: Language of the reading and the table.
        as_of: Keep claims that may hold on this (partial) date, on both sides.

    Raises:
        UnknownIdError: nothing is called `about`.
        ValueError: `as_of` is no date.
    """
    named = resolve(opened, about) if about is not None else None
    chosen = f"  VALUES ?subject {{ {term(opened, opened.vocabulary.entity(named.id))} }}\n" if named else ""
    query = opened.vocabulary.header("id", "rdf", "toc", "xsd") + _DISPUTES.format(
        subject=chosen, dates=holds_on(as_of), other_dates=holds_on(as_of, "?other")
    )
    against: dict[str, list[str]] = {}
    for row in opened.store.select(query).rows:
        beside = against.setdefault(opened.vocabulary.local(row["claim"].value), [])
        if "other" in row:
            beside.append(opened.vocabulary.local(row["other"].value))
    claims = read_claims(opened, [c for claim, beside in against.items() for c in (claim, *beside)])
    entities = opened.names.entities(end for c in claims.values() for end in (c.subject, c.object) if end)
    order = {relation: position for position, relation in enumerate(opened.schema.relations)}

    def place(claim: Claim) -> tuple[str, int, str, str, str]:
        # No two claims share their ends and dates, so that none changes places between runs.
        relation, filler = order.get(claim.relation, len(order)), claim.object or claim.value or ""
        return claim.subject, relation, filler, claim.since, claim.until

    rows: list[tuple[str, ...]] = []
    answers: list[Answer] = []
    for contested in sorted((claims[c] for c in against), key=place):
        others = sorted((claims[c] for c in against[contested.id]), key=place)
        note = contested.note.get(language) or next(iter(contested.note.values()), "")
        rows.append(
            (
                _name(contested.subject, entities, language),
                relation_label(opened, contested.relation, False, language),
                _filler(contested, entities, language),
                _ARABIC[contested.standing] if language == "ar" else contested.standing,
                note,
                _sources(contested.citations),
                "; ".join(_filler(other, entities, language) for other in others),
                _sources(tuple(dict.fromkeys(p for other in others for p in other.citations))),
                contested.id,
            )
        )
        answers += [_answer(claim, entities) for claim in (contested, *others)]
    opening = (
        "ما هو محل خلاف أو مرفوض، وما يخالفه"
        if language == "ar"
        else "what is disputed or rejected, and what stands against it"
    )
    if named:
        opening += f": {named.name(language)} ({named.id})"
    return AnswerSet(
        question=f"disputes {about}" if about is not None else "disputes",
        reading=opening + as_of_words(as_of, language),
        sparql=query,
        answers=tuple(answers),
        table=Table(COLUMNS, tuple(rows)),
        complete="yes",
        as_of=as_of,
    )


def _name(entity: str, entities: dict[str, Named], language: str) -> str:
    return entities[entity].name(language) if entity in entities else entity


def _filler(claim: Claim, entities: dict[str, Named], language: str) -> str:
    """What the claim says of its subject, with its dates: the object's name or the value."""
    said = _name(claim.object, entities, language) if claim.object is not None else claim.value or ""
    dates = claim.since if claim.since == claim.until else f"{claim.since}–{claim.until}"
    return f"{said} ({dates})" if dates else said


def _sources(citations: tuple[CitedPlace, ...]) -> str:
    return "; ".join(f"{c.source} ({c.at})" if c.at else c.source for c in citations)


def _answer(claim: Claim, entities: dict[str, Named]) -> Answer:
    known = entities.get(claim.object or "")
    return Answer(
        id=claim.object,
        label=known.label if known else {},
        type=known.type if known else None,
        value=claim.value if claim.object is None else None,
        **claimed([claim]),
    )
