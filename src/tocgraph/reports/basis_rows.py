"""The rows of a basis answer: one for each thing known, in the order in which it is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tocgraph.reports import basis_words as words
from tocgraph.reports.basis_find import Channel, Found, Offer
from tocgraph.reports.basis_law import Law
from tocgraph.reports.basis_statements import Statement
from tocgraph.text import natural

if TYPE_CHECKING:
    from tocgraph.parties import PartyStatus
    from tocgraph.store.claims import CitedPlace
    from tocgraph.store.names import Named

COLUMNS = (
    "section", "instrument", "name", "part", "article", "id", "text", "for", "strength", "detail", "through",
    "since", "until", "standing", "claims", "sources",
)  # fmt: skip

BASIS, CHANNEL, NOT_KNOWN, MISSING, NOTICE = "basis", "channel", "not-known", "missing", "notice"
SECTIONS = (BASIS, CHANNEL, NOT_KNOWN, MISSING, NOTICE)


class Row(NamedTuple):
    """One thing known of an instrument or organization, of a kind that `part` names (see docs/cli.md)."""

    section: str
    instrument: str = ""
    part: str = ""
    article: str = ""
    item: str = ""
    text: str = ""
    relevant: str = ""
    strength: str = ""
    detail: str = ""
    through: str = ""
    since: str = ""
    until: str = ""
    standing: str = ""
    claims: tuple[str, ...] = ()

    def of(self, instrument: str) -> bool:
        """Whether the row is about that basis."""
        return self.section == BASIS and self.instrument == instrument

    def cells(self, name: Callable[[str], str], citations: tuple[CitedPlace, ...]) -> tuple[str, ...]:
        """The row as the cells of COLUMNS."""
        sources = "; ".join(f"{c.source} ({c.at})" if c.at else c.source for c in citations)
        return (
            self.section,
            self.instrument,
            name(self.instrument) if self.instrument else "",
            self.part,
            self.article,
            self.item,
            self.text,
            self.relevant,
            self.strength,
            self.detail,
            self.through,
            self.since,
            self.until,
            self.standing,
            " ".join(self.claims),
            sources,
        )


def rows_of(found: Found, named: dict[str, Named], language: str) -> tuple[Row, ...]:
    """All rows of an answer: bases, channels, what is not known, what is missing, and the notice."""
    make = _Rows(found, named, language)
    rows: list[Row] = []
    for offer in found.bases:
        rows += make.basis(offer)
    if not found.bases:
        rows.append(Row(BASIS, part="none", text=make.none()))
    for channel in found.channels:
        rows += make.channel(channel)
    for offer in found.not_known:
        rows += make.not_known(offer)
    for offer in found.missing:
        rows += make.missing(offer)
    return (*rows, Row(NOTICE, part="notice", text=words.notice(language)))


class _Rows:
    def __init__(self, found: Found, named: dict[str, Named], language: str) -> None:
        self._found = found
        self._law: Law = found.law
        self._named = named
        self._language = language

    def _name(self, identifier: str) -> str:
        return self._named[identifier].name(self._language) if identifier in self._named else identifier

    def none(self) -> str:
        """The line that stands where there is no basis."""
        earliest = self._found.earliest
        pair = (self._name(earliest[0]), earliest[1]) if earliest else None
        return words.none(bool(self._found.on), pair, self._language)

    def basis(self, offer: Offer) -> list[Row]:
        """Who is bound since when, what is provided, for which offences, on what conditions, how far it is recorded."""
        rows = self._parties(BASIS, offer) + self._mechanisms(BASIS, offer) + self._offences(offer)
        seen: dict[Statement, None] = {}
        for provided in offer.provided:
            seen |= dict.fromkeys(provided.conditions)
        for said in sorted(seen, key=lambda s: (s.instrument != offer.instrument, natural(s.subject), s.object)):
            through = said.instrument if said.instrument != offer.instrument else ""
            row = self._said(BASIS, offer.instrument, "condition", said, through)
            note = self._found.details.notes.get(said.claim, {})
            rows.append(row._replace(detail=words.joined(said.detail, note, self._language)))
        return [*dict.fromkeys(rows), *self._notes(offer), self._completeness(BASIS, offer)]

    def _notes(self, offer: Offer) -> list[Row]:
        """What is noted of either State, each text once however many claims carry it."""
        found: dict[tuple[str, str], list[str]] = {}
        shared = set(self._record(offer))
        for status in offer.statuses:
            for claim in status.claims:
                told = self._found.details.notes.get(claim)
                if told and claim not in shared:
                    text = told.get(self._language) or next(iter(told.values()))
                    found.setdefault((status.state, text), []).append(claim)
        return [
            Row(BASIS, offer.instrument, "note", item=state, text=text, claims=tuple(dict.fromkeys(claims)))
            for (state, text), claims in found.items()
        ]

    def _record(self, offer: Offer) -> list[str]:
        """The claims that tell how far the parties are recorded: those behind both States' statuses."""
        other = set(offer.statuses[1].claims)
        return [c for c in offer.statuses[0].claims if c in other]

    def _parties(self, section: str, offer: Offer) -> list[Row]:
        shared = set(self._record(offer))
        return [
            Row(
                section,
                offer.instrument,
                "party",
                item=status.state,
                text=words.party(status, self._language),
                detail=status.reason,
                since=status.since,
                until=status.until,
                standing="unverified" if status.unverified else "normal",
                claims=tuple(c for c in status.claims if c not in shared),
            )
            for status in offer.statuses
        ]

    def _completeness(self, section: str, offer: Offer) -> Row:
        status: PartyStatus = offer.statuses[0]
        return Row(
            section,
            offer.instrument,
            "record",
            text=words.record(status, self._language),
            detail=("complete" if status.complete else "incomplete") if status.recorded_to else "none",
            until=status.recorded_to,
            claims=tuple(self._record(offer)),
        )

    def _mechanisms(self, section: str, offer: Offer) -> list[Row]:
        ordered = sorted(offer.provided, key=lambda p: (bool(p.through), natural(p.said.subject), p.said.object))
        return [self._said(section, offer.instrument, "mechanism", p.said, p.through) for p in ordered]

    def _offences(self, offer: Offer) -> list[Row]:
        crime = self._found.crime
        if crime is None:
            said = self._law.offences(offer.instrument, (p.said for p in offer.provided))
            said = sorted(said, key=lambda s: (natural(s.subject), s.object))
            return [self._said(BASIS, offer.instrument, "offence", s, "") for s in said]
        rows = []
        for route in dict.fromkeys(route for provided in offer.provided for route in provided.routes):
            through = route.by.instrument if route.by.instrument != offer.instrument else ""
            row = self._said(BASIS, offer.instrument, "offence", route.by, through)
            covered = words.route(route.kind, self._name(crime), self._name(route.by.object), self._language)
            if route.kind in ("offence", "broader", "part"):
                # How wide the offence is: laundering of drug proceeds is not all money-laundering.
                covered = words.joined(covered, self._found.details.notes.get(route.by.claim, {}), self._language)
            rows.append(row._replace(detail=route.kind, text=covered, relevant=crime))
        return rows

    def _said(self, section: str, instrument: str, part: str, said: Statement, through: str) -> Row:
        return Row(
            section,
            instrument,
            part,
            article=said.subject if said.subject != said.instrument else "",
            item=said.object,
            text=self._name(said.object),
            relevant=said.relevant,
            strength=said.strength,
            through=through,
            since=said.since,
            until=said.until,
            standing=said.standing,
            claims=(said.claim,),
        )

    def channel(self, channel: Channel) -> list[Row]:
        """Who is a member since when, and what the organization carries out."""
        members = [
            Row(
                CHANNEL,
                channel.organization,
                "member",
                item=said.subject,
                text=words.member(said.since, self._language),
                since=said.since,
                until=said.until,
                standing=said.standing,
                claims=(said.claim,),
            )
            for said in channel.members
        ]
        return members + [self._said(CHANNEL, channel.organization, "function", s, "") for s in channel.functions]

    def not_known(self, offer: Offer) -> list[Row]:
        """Why it is not known whether the instrument is a basis."""
        rows = self._parties(NOT_KNOWN, offer) + self._mechanisms(NOT_KNOWN, offer)
        if offer.reason:
            text = words.reason(offer.reason, self._language)
            rows.append(Row(NOT_KNOWN, offer.instrument, "reason", text=text, detail=offer.reason))
        return [*rows, self._completeness(NOT_KNOWN, offer)]

    def missing(self, offer: Offer) -> list[Row]:
        """Which State would have to join for the instrument to be a basis."""
        [absent] = [status for status in offer.statuses if status.verdict == "no"]
        text = words.joins(self._name(absent.state), self._language)
        joins = Row(MISSING, offer.instrument, "joins", item=absent.state, text=text, detail=absent.reason)
        return [joins, *self._parties(MISSING, offer), *self._mechanisms(MISSING, offer)]


def grouped(rows: Sequence[Row], section: str) -> dict[str, list[Row]]:
    """The rows of a section by instrument or organization, in order."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        if row.section == section:
            found.setdefault(row.instrument, []).append(row)
    return found
