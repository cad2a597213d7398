"""What `show` tells first of a State and of an instrument: who is party to what, and what is not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from tocgraph.completeness import reason, record_words
from tocgraph.dates import parse_date
from tocgraph.parties import CONSENT, NO, PARTY, SIGNATURE, UNKNOWN, YES, PartyStatus, party_statuses, records
from tocgraph.store import OpenStore
from tocgraph.store.claims import CitedPlace, read_claims

TREATY_RELATIONS = (PARTY, CONSENT, SIGNATURE)
"""The relation types that a State's treaty profile sums up."""


class Line(NamedTuple):
    """One line of a profile: what it is about (an entity id or ""), its text by language, its sources."""

    about: str
    text: dict[str, str]
    citations: tuple[CitedPlace, ...] = ()


class Section(NamedTuple):
    """A part of a profile under its heading; `id` is a word of the output."""

    id: str
    lines: tuple[Line, ...]

    def json(self) -> dict[str, Any]:
        """The section as plain JSON values."""
        return {"section": self.id, "lines": [{"about": line.about, "text": line.text} for line in self.lines]}


def profile(opened: OpenStore, entity: str, entity_type: str, as_of: str | None) -> tuple[Section, ...]:
    """The sections of an entity's profile; none for what is neither a State or territory nor an instrument.

    Raises:
        QueryError: the date is malformed.
    """
    if PARTY not in opened.schema.relations:
        return ()
    line = set(opened.schema.ancestors(entity_type))
    if line & {"state", "territory"}:
        return _treaties(opened, entity, as_of)
    if "instrument" in line:
        return _parties(opened, entity)
    return ()


def _treaties(opened: OpenStore, state: str, as_of: str | None) -> tuple[Section, ...]:
    statuses = [status for (_, _), status in sorted(party_statuses(opened, [state], None, as_of).items())]
    claims = read_claims(opened, (c for status in statuses for c in status.claims))
    sections = []
    for verdict, name in ((YES, "party"), (NO, "not-party"), (UNKNOWN, "party-unknown")):
        lines = []
        for status in statuses:
            if status.verdict == verdict:
                places = dict.fromkeys(p for c in status.claims if c in claims for p in claims[c].citations)
                lines.append(Line(status.instrument, _told(opened, status), tuple(places)))
        if lines:
            sections.append(Section(name, tuple(lines)))
    return tuple(sections)


_WORDS = {"en": ("signed", "in force since", "derived"), "ar": ("وقعت", "سارية منذ", "مستنتج")}


def _told(opened: OpenStore, status: PartyStatus) -> dict[str, str]:
    named = opened.names.entity(status.instrument)
    texts = {}
    for language, (signed, since, computed) in _WORDS.items():
        parts = [named.name(language) if named else status.instrument]
        parts += [f"{signed} {status.signed}"] if status.signed else []
        if status.consented:
            act = status.act.get(language) or next(iter(status.act.values()), "")
            parts.append(f"{act} {status.consented}".strip())
        parts += [f"{since} {status.since}"] if status.since else []
        parts += [computed] if status.derived else []
        why = reason(status, language)
        texts[language] = "; ".join([*parts, *([why] if why else [])])
    return texts


def _parties(opened: OpenStore, instrument: str) -> tuple[Section, ...]:
    record = records(opened, [instrument])[instrument]
    if not (record.recorded_to or record.total is not None or record.counted):
        return ()
    claims = read_claims(opened, record.claims).values()
    places = tuple(dict.fromkeys(p for claim in claims for p in claim.citations))
    texts = {language: record_words(record, language) for language in ("en", "ar")}
    lines = [Line(instrument, texts, places)]
    curve = _curve(opened, instrument)
    if curve:
        lines.append(Line("", {"en": f"bound by year: {curve}", "ar": f"بدء الالتزام بحسب السنة: {curve}"}))
    return (Section("parties", tuple(lines)),)


_STARTS = """SELECT DISTINCT ?state ?since WHERE {{
  ?claim rdf:predicate <{party}> ; rdf:object <{instrument}> ; rdf:subject ?state ; toc:since ?since .
  FILTER NOT EXISTS {{ ?claim toc:standing toc:standing-rejected }}
}}"""


def _curve(opened: OpenStore, instrument: str) -> str:
    """How many became bound in each year, with the sum: `2003: 40 (40), 2004: 28 (68)`."""
    names = opened.vocabulary
    query = _STARTS.format(party=names.relation(PARTY), instrument=names.entity(instrument))
    rows = opened.store.select(names.header("rdf", "toc") + query).rows
    years = _years((row["state"].value, row["since"].value) for row in rows)
    parts, total = [], 0
    for year, count in sorted(years.items()):
        total += count
        parts.append(f"{year}: {count} ({total})")
    return ", ".join(parts)


def _years(starts: Iterable[tuple[str, str]]) -> Counter[str]:
    """The number of States by the year in which each first became bound; months and days do not matter."""
    first: dict[str, str] = {}
    for state, since in starts:
        year = parse_date(since).earliest[:4]
        first[state] = min(first.get(state, year), year)
    return Counter(first.values())
