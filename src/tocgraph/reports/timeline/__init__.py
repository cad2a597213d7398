"""timeline: the dated claims of an entity, of a type or of a topic in the order of time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tocgraph.answers import Answer, AnswerSet, Table, claimed
from tocgraph.dates import parse_date
from tocgraph.errors import QueryError, TocgraphError, UnknownIdError
from tocgraph.parties import PARTY
from tocgraph.reports.common import as_of_words, entity_type, relation_label, term
from tocgraph.reports.events import Event, Period, Texts, events_of, spanned, told
from tocgraph.store import OpenStore
from tocgraph.store.claims import Claim, asked_date, read_claims
from tocgraph.store.names import Named
from tocgraph.store.resolve import resolve

COLUMNS = ("date", "earliest", "latest", "event", "change", "relation", "subject", "object", "count", "standing",
           "claims", "sources")  # fmt: skip
SHORT = ("date", "event", "count", "standing", "sources")
"""The columns that people read."""

MANY = 8
"""Of a relation with so many events at one end, those of a year are told together."""

PARTIES = {
    "begins": {"en": "became party", "ar": "أصبحت أطرافا"},
    "ends": {"en": "withdrew", "ar": "انسحبت"},
}
"""What is told of several that became or ceased to be party in a year."""

_DATED = "  ?claim ?dated ?day .\n  FILTER(?dated IN (toc:sinceEarliest, toc:untilEarliest, toc:valueEarliest))\n"
_OF_ENTITY = """SELECT DISTINCT ?claim WHERE {{
  {{ ?claim rdf:subject {entity} }} UNION {{ ?claim rdf:object {entity} }}
  ?claim a toc:Claim .
{dated}}}
ORDER BY ?claim"""
_OF_TYPE = """SELECT DISTINCT ?claim WHERE {{
  ?entity a {kind} .
  ?claim rdf:subject ?entity ; a toc:Claim .
{dated}}}
ORDER BY ?claim"""
_TOPICS = """SELECT DISTINCT ?topic ?near WHERE {{
  ?topic {broader}* {entity} .
  {{ ?link rdf:subject ?topic ; rdf:object ?end }} UNION {{ ?link rdf:object ?topic ; rdf:subject ?end }}
  ?link toc:standing ?standing .
  FILTER(?standing IN (toc:standing-preferred, toc:standing-normal))
  OPTIONAL {{ ?end {part_of} ?whole }}
  BIND(COALESCE(?whole, ?end) AS ?near)
  FILTER(isIRI(?near))
}}"""
_OF_TOPIC = """SELECT DISTINCT ?claim WHERE {{
  {{
    VALUES ?topic {{ {topics} }}
    {{ ?claim rdf:subject ?topic }} UNION {{ ?claim rdf:object ?topic }}
    ?claim a toc:Claim .
  }} UNION {{
    VALUES ?near {{ {near} }}
    ?claim rdf:subject ?near ; toc:valueEarliest ?any .
  }}
{dated}}}
ORDER BY ?claim"""
_OF_ALL = """SELECT DISTINCT ?claim WHERE {{
  ?claim a toc:Claim ; toc:valueEarliest ?any .
{dated}}}
ORDER BY ?claim"""


class _Row(NamedTuple):
    """One line of a timeline: an event, or those of one year of a relation that has many."""

    date: str
    text: Texts
    event: Event
    number: int
    claims: tuple[str, ...]


def timeline(
    opened: OpenStore,
    what: str | None = None,
    since: str | None = None,
    until: str | None = None,
    as_of: str | None = None,
    language: str = "en",
    each: bool = False,
) -> AnswerSet:
    """What the graph dates, in the order of time: literal dates, and the first and last days of relations.

    The timeline of a concept is that of a topic: it holds the dates of what claims join with it or with its
    kinds. Of a type it holds what is said of its entities. Events of which there are many, such as joinings,
    are told by the year. A date that is known in part stays as it is: it stands where it begins, and `earliest`
    and `latest` give its bounds.

    Args:
        opened: The store.
        what: An entity by id or name, or an entity type; None for all literal dates of the graph.
        since: Only what may have happened on or after this (partial) date.
        until: Only what may have happened on or before it.
        as_of: Only what may have happened by this (partial) date.
        language: Language of the reading; the events are told in both.
        each: Tell every event by itself.

    Raises:
        UnknownIdError: there is no entity or entity type of that name.
        TocgraphError: several entities have that name.
        QueryError: a date is malformed, or `until` comes before `since`.
    """
    period = _period(since, until, as_of)
    query, called, entity = _asked(opened, what)
    identifiers = [opened.vocabulary.local(row["claim"].value) for row in opened.store.select(query).rows]
    claims = read_claims(opened, identifiers)
    happened = events_of(opened, claims.values(), period)
    named = opened.names.entities({end for e in happened for end in (e.subject, e.object) if end})
    rows = _rows(opened, happened, named, entity, each)
    reading = {"en": f"timeline of {called['en']}", "ar": f"الخط الزمني: {called['ar']}"}
    dates = "".join(
        f", {word} {date}" if language != "ar" else f"، {arabic} {date}"
        for word, arabic, date in (("since", "منذ", since), ("until", "حتى", until))
        if date
    )
    return AnswerSet(
        question=what or "timeline",
        reading=reading["ar" if language == "ar" else "en"] + dates + as_of_words(as_of, language),
        sparql=query,
        answers=tuple(_answer(row, claims, named) for row in rows),
        table=Table(COLUMNS, tuple(_cells(row, claims) for row in rows)),
        as_of=as_of,
        remarks=_remarks(rows, language),
    )


def short(found: AnswerSet) -> AnswerSet:
    """The same timeline with the columns that people read."""
    if found.table is None:
        return found
    places = [COLUMNS.index(name) for name in SHORT]
    return found._replace(table=Table(SHORT, tuple(tuple(row[i] for i in places) for row in found.table.rows)))


def _period(since: str | None, until: str | None, as_of: str | None) -> Period:
    first = asked_date(since).earliest if since else ""
    ends = [asked_date(text).latest for text in (until, as_of) if text]
    last = min(ends, default="")
    if first and last and first > last:
        raise QueryError(f"there is no day since {since} and until {until or as_of}", "exchange the two dates")
    return Period(first, last)


def _asked(opened: OpenStore, what: str | None) -> tuple[str, Texts, str | None]:
    """The query, what the timeline is of, and the entity that it is of."""
    names = opened.vocabulary
    header = names.header("id", "rdf", "toc")
    if what is None:
        return header + _OF_ALL.format(dated=_DATED), {"en": "all dates", "ar": "كل التواريخ"}, None
    if what in opened.schema.types and opened.names.entity(what) is None:
        return _of_type(opened, header, what)
    try:
        named = resolve(opened, what)
    except TocgraphError as error:
        try:
            return _of_type(opened, header, entity_type(opened, what))
        except UnknownIdError:
            raise error from None
    called = {code: named.name(code) for code in ("en", "ar")}
    iri = term(opened, names.entity(named.id))
    if _is_topic(opened, named):
        return _of_topic(opened, header, iri), called, named.id
    return header + _OF_ENTITY.format(entity=iri, dated=_DATED), called, named.id


def _of_topic(opened: OpenStore, header: str, iri: str) -> str:
    """The dates of a concept and its kinds, and of what claims join with them; of a provision, its instrument."""
    broader, part_of = (term(opened, opened.vocabulary.relation(r)) for r in ("broader", "part-of"))
    rows = opened.store.select(header + _TOPICS.format(entity=iri, broader=broader, part_of=part_of)).rows
    near = sorted({term(opened, row["near"].value) for row in rows if "near" in row})
    topics = sorted({iri, *(term(opened, row["topic"].value) for row in rows if "topic" in row)})
    return header + _OF_TOPIC.format(topics=" ".join(topics), near=" ".join(near), dated=_DATED)


def _of_type(opened: OpenStore, header: str, kind: str) -> tuple[str, Texts, None]:
    called = {code: opened.schema.label("types", kind, code, "plural") for code in ("en", "ar")}
    iri = term(opened, opened.vocabulary.entity_type(kind))
    return header + _OF_TYPE.format(kind=iri, dated=_DATED), called, None


def _is_topic(opened: OpenStore, named: Named) -> bool:
    """Whether the schema maps the type, or a broader one, to skos:Concept."""
    return any(opened.schema.types[t].get("rdf") == "skos:Concept" for t in opened.schema.ancestors(named.type))


def _rows(
    opened: OpenStore, happened: list[Event], named: Mapping[str, Named], entity: str | None, each: bool
) -> list[_Row]:
    groups: dict[tuple[str, str, bool], list[Event]] = {}
    for event in happened:
        groups.setdefault(_end(event, entity), []).append(event)
    many = {key for key, group in groups.items() if len(group) >= MANY and key[2] and not each}
    years: dict[tuple[tuple[str, str, bool], str], list[Event]] = {}
    rows: list[_Row] = []
    for event in happened:
        key = _end(event, entity)
        if key in many:
            years.setdefault((key, event.date.earliest[:4]), []).append(event)
        else:
            rows.append(_Row(event.date.text, told(opened, event, named, entity), event, 1, event.claims))
    for (_, year), group in years.items():
        if len(group) == 1:
            rows.append(_Row(group[0].date.text, told(opened, group[0], named, entity), group[0], 1, group[0].claims))
            continue
        texts = {code: _together(opened, group, named, entity, code) for code in ("en", "ar")}
        behind = tuple(dict.fromkeys(c for e in group for c in e.claims))
        rows.append(_Row(year, texts, group[0]._replace(date=parse_date(year)), len(group), behind))
    return sorted(rows, key=lambda r: (r.event.date.earliest, -len(r.date), r.event.order))


def _end(event: Event, entity: str | None) -> tuple[str, str, bool]:
    """What events must share to be told together, and whether they may be: many subjects of one relation."""
    return event.relation, event.kind, event.object is not None and (entity is None or event.object == entity)


def _together(
    opened: OpenStore, group: list[Event], named: Mapping[str, Named], entity: str | None, language: str
) -> str:
    event = group[0]
    subjects = sorted({named[e.subject].name(language) if e.subject in named else e.subject for e in group})
    shown = ("، " if language == "ar" else ", ").join(subjects[:3])
    rest = len(subjects) - 3
    if rest > 0:
        shown += f" و{rest} أخرى" if language == "ar" else f" and {rest} more"
    if event.relation == PARTY:
        return f"{PARTIES[event.kind][language]}: {shown}"
    return spanned(event, f"{relation_label(opened, event.relation, entity is not None, language)}: {shown}", language)


def _cells(row: _Row, claims: Mapping[str, Claim]) -> tuple[object, ...]:
    places = (f"{p.source} ({p.at})" for c in row.claims if c in claims for p in claims[c].citations)
    sources = dict.fromkeys(places if row.number == 1 else (p.partition(" (")[0] for p in places))
    event = row.event
    alone = row.number == 1
    return (
        row.date, event.date.earliest, event.date.latest, row.text, event.kind, event.relation,
        event.subject if alone else "", (event.object or "") if alone else "", row.number if not alone else "",
        "" if event.standing in ("normal", "preferred") else event.standing, " ".join(row.claims),
        "; ".join(sources),
    )  # fmt: skip


def _answer(row: _Row, claims: Mapping[str, Claim], named: Mapping[str, Named]) -> Answer:
    known = named.get(row.event.subject)
    behind = claimed([claims[c] for c in row.claims if c in claims])
    if row.number > 1:
        return Answer(value=row.date, **{**behind, "note": row.text})
    return Answer(
        value=row.date,
        id=row.event.subject,
        label=known.label if known else {},
        type=known.type if known else None,
        **{**behind, "note": row.text},
    )


def _remarks(rows: list[_Row], language: str) -> tuple[str, ...]:
    vague = sum(len(row.date) < 10 and row.number == 1 for row in rows)
    if language == "ar":
        text = "لا يرد هنا إلا ما له تاريخ في الرسم البياني، ومعظم الأقوال بلا تاريخ."
        rest = f" {vague} منها معروف سنته أو شهره فقط، ويرد عند أوله."
    else:
        text = "Only what the graph dates is here; most claims carry no date."
        verb = "is" if vague == 1 else "are"
        rest = f" {vague} of these dates {verb} known to the year or month only, told at the first day of it."
    return (text + rest if vague else text,)
