"""changes: what began, ended or happened between two dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from tocgraph.answers import Answer, AnswerSet, Table, claimed
from tocgraph.errors import QueryError
from tocgraph.parties import PARTY
from tocgraph.reports.common import entity_type, term
from tocgraph.reports.events import BEGINS, DATED, ENDS, Event, Period, Texts, events_of, told
from tocgraph.store import OpenStore
from tocgraph.store.claims import Claim, asked_date, read_claims
from tocgraph.store.names import Named
from tocgraph.store.resolve import resolve

COLUMNS = ("date", "change", "event", "doubt", "standing", "sources", "claims")

_CHANGES = """SELECT DISTINCT ?claim WHERE {{
{about}  {{ ?claim toc:sinceEarliest ?first ; toc:sinceLatest ?last }}
  UNION {{ ?claim toc:untilEarliest ?first ; toc:untilLatest ?last }}
  UNION {{ ?claim toc:valueEarliest ?first ; toc:valueLatest ?last }}
  FILTER(!(?first > "{until}"^^xsd:date) && ?last >= "{since}"^^xsd:date)
}}
ORDER BY ?claim"""

_KINDS: dict[str, Texts] = {
    "joined": {"en": "joined", "ar": "انضمام"},
    "left": {"en": "left", "ar": "انسحاب"},
    "founded": {"en": "came into being", "ar": "نشأة"},
    "dissolved": {"en": "ceased", "ar": "زوال"},
    BEGINS: {"en": "began", "ar": "بدأ"},
    ENDS: {"en": "ended", "ar": "انتهى"},
    DATED: {"en": "happened", "ar": "حدث"},
}
_PERHAPS: Texts = {"en": "may lie outside", "ar": "قد يقع خارج المدة"}


def changes(
    opened: OpenStore,
    first: str,
    last: str,
    about: str | None = None,
    kind: str | None = None,
    language: str = "en",
) -> AnswerSet:
    """What the graph dates between two days, in the order of time: who joined or left, what began or ended.

    Args:
        opened: The store.
        first: The (partial) date from which to look; its first day is included.
        last: The (partial) date up to which to look; its last day is included.
        about: Only what is said of this entity.
        kind: Only what is said of entities of this type.
        language: Language of the reading and the remarks; the cells hold both languages.

    A date known in part that may, but need not, lie between the two is marked in the column `doubt`.

    Raises:
        UnknownIdError: there is no such entity or type.
        QueryError: a date is malformed, or the second comes before the first.
    """
    period = Period(asked_date(first).earliest, asked_date(last).latest)
    if period.last < period.first or asked_date(last).earliest < asked_date(first).earliest:
        raise QueryError(f"{last} comes before {first}", "exchange the two dates")
    called: Texts | None = None
    names, condition = opened.vocabulary, ""
    if about is not None:
        named = resolve(opened, about)
        called = {code: named.name(code) for code in ("en", "ar")}
        iri = term(opened, names.entity(named.id))
        condition += f"  {{ ?claim rdf:subject {iri} }} UNION {{ ?claim rdf:object {iri} }}\n"
    if kind is not None:
        chosen = entity_type(opened, kind)
        label = {code: opened.schema.label("types", chosen, code, "plural") for code in ("en", "ar")}
        called = {code: f"{called[code]}, {label[code]}" for code in label} if called else label
        iri = term(opened, names.entity_type(chosen))
        condition += f"  ?of a {iri} .\n  {{ ?claim rdf:subject ?of }} UNION {{ ?claim rdf:object ?of }}\n"
    query = names.header("id", "rdf", "toc", "xsd") + _CHANGES.format(
        about=condition, since=period.first, until=period.last
    )
    found = [names.local(row["claim"].value) for row in opened.store.select(query).rows]
    claims = read_claims(opened, found)
    happened = events_of(opened, claims.values(), period)
    entities = opened.names.entities({end for e in happened for end in (e.subject, e.object) if end})
    rows = [_row(opened, event, claims, entities, period) for event in happened]
    counts = Counter(_kind(event) for event in happened)
    opening = {
        "en": f"changes from {first} to {last}, both included",
        "ar": f"ما تغير من {first} إلى {last}، وهما داخلان في المدة",
    }
    code = "ar" if language == "ar" else "en"
    return AnswerSet(
        question=" ".join(filter(None, ("changes", first, last, about, f"type {kind}" if kind else ""))),
        reading=opening[code] + (f": {called[code]}" if called else ""),
        sparql=query,
        answers=tuple(_answer(event, row, claims, entities) for event, row in zip(happened, rows, strict=True)),
        table=Table(COLUMNS, tuple(rows)),
        remarks=_remarks(counts, sum(bool(row[3]) for row in rows), code),
    )


def _kind(event: Event) -> str:
    if event.relation in (PARTY, "member-of") and event.kind in (BEGINS, ENDS):
        return "joined" if event.kind == BEGINS else "left"
    if event.object is None and event.kind in (BEGINS, ENDS):
        return "founded" if event.kind == BEGINS else "dissolved"
    return event.kind


def _row(
    opened: OpenStore, event: Event, claims: Mapping[str, Claim], entities: Mapping[str, Named], period: Period
) -> tuple[object, ...]:
    cited = (f"{p.source} ({p.at})" for c in event.claims if c in claims for p in claims[c].citations)
    return (
        event.date.text,
        _KINDS[_kind(event)],
        told(opened, event, entities, plain=True),
        "" if period.holds(event.date) else _PERHAPS,
        "" if event.standing in ("preferred", "normal") else event.standing,
        "; ".join(dict.fromkeys(cited)),
        " ".join(event.claims),
    )


def _answer(
    event: Event, row: tuple[object, ...], claims: Mapping[str, Claim], entities: Mapping[str, Named]
) -> Answer:
    known = entities.get(event.subject)
    behind = claimed([claims[c] for c in event.claims if c in claims])
    return Answer(
        id=event.subject,
        label=known.label if known else {},
        type=known.type if known else None,
        value=event.date.text,
        **{**behind, "note": row[2]},
    )


def _remarks(counts: Counter[str], perhaps: int, language: str) -> tuple[str, ...]:
    arabic = language == "ar"
    parts = [f"{_KINDS[kind][language]}: {counts[kind]}" for kind in _KINDS if counts[kind]]
    text = ("، " if arabic else ", ").join(parts)
    if perhaps:
        text += (
            f"؛ منها {perhaps} قد تقع خارج المدة لأن تاريخها معروف جزئيا"
            if arabic
            else f"; {perhaps} of them may lie outside, for their dates are known in part"
        )
    undated = (
        "لا يظهر هنا تغير لا تاريخ له في الرسم البياني."
        if arabic
        else "A change that the graph does not date is not here."
    )
    return tuple(filter(None, (f"{text}." if text else "", undated)))
