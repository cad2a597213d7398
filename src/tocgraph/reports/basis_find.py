"""Which instruments are a basis between two States, which are not known to be, and which one of them lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tocgraph.dates import parse_date
from tocgraph.parties import NO, UNKNOWN, YES, PartyStatus, party_statuses
from tocgraph.reports.basis_law import POLICE_TYPE, POLICE_WORK, Law
from tocgraph.reports.basis_read import Details, read_details, read_law
from tocgraph.reports.basis_statements import ROUTES, Route, Statement, weakest
from tocgraph.store.claims import asked_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tocgraph.store import OpenStore

STRENGTHS = ("mandatory", "إلزامي")
_WORST = (NO, UNKNOWN, YES)


class Provided(NamedTuple):
    """A mechanism that an instrument provides; `through` is the parent convention whose article a protocol takes over.

    `routes` tell how the crime is covered: () when no crime is asked for.
    """

    said: Statement
    through: str
    routes: tuple[Route, ...]
    conditions: tuple[Statement, ...]


class Offer(NamedTuple):
    """An instrument with what it provides and whether it binds either State."""

    instrument: str
    provided: tuple[Provided, ...]
    statuses: tuple[PartyStatus, PartyStatus]
    reason: str = ""
    """Why it is not known whether it is a basis, where the parties are not the reason: `scope` or `provisions`."""

    def since(self) -> str:
        """The day from which it binds both; "" when that of one is not recorded."""
        return later(status.since for status in self.statuses)

    def standing(self) -> str:
        """The best of what provides the mechanism, and what that rests on: normal or unverified."""
        ways = []
        for provided in self.provided:
            by = [[r.by.standing for r in provided.routes if r.kind == kind] for kind in ROUTES]
            best = [min(standings, key=("preferred", "normal", "unverified").index) for standings in by if standings]
            ways.append(weakest([provided.said.standing, *best[:1]]))
        return "normal" if any(way != "unverified" for way in ways) else "unverified"


class Channel(NamedTuple):
    """An organization with police work that both States are members of."""

    organization: str
    members: tuple[Statement, Statement]
    functions: tuple[Statement, ...]


class Found(NamedTuple):
    """All that is known between two States."""

    states: tuple[str, str]
    mechanism: str | None
    crime: str | None
    on: str | None
    law: Law
    bases: tuple[Offer, ...]
    channels: tuple[Channel, ...]
    not_known: tuple[Offer, ...]
    missing: tuple[Offer, ...]
    earliest: tuple[str, str] | None
    """Where nothing is in force: the first instrument that came to bind both, and since when."""

    details: Details


def later(dates: Iterable[str]) -> str:
    """The later of some partial dates by the first day it can mean; "" when one is not known."""
    known = list(dates)
    return max(known, key=lambda d: parse_date(d).earliest) if known and all(known) else ""


def find_bases(
    opened: OpenStore, states: tuple[str, str], mechanism: str | None, crime: str | None, on: str | None, language: str
) -> Found:
    """What binds two States on a day and provides the mechanism for the crime, in four queries at most."""
    law = read_law(opened, states, mechanism, language)
    candidates = [i for i in law.instruments() if _provides(law, i, mechanism)]
    asked = sorted({x for i in candidates for x in (i, *law.parents(i), *law.protocols(i))} | {*law.silent()})
    statuses = party_statuses(opened, states, asked, on) if asked else {}

    def pair(instrument: str) -> tuple[PartyStatus, PartyStatus]:
        return statuses[states[0], instrument], statuses[states[1], instrument]

    def joined(instrument: str) -> bool:
        return all(status.verdict == YES for status in pair(instrument))

    bases: list[Offer] = []
    not_known: list[Offer] = []
    missing: list[Offer] = []
    absent: list[Offer] = []
    for instrument in candidates:
        if not _treaty(law, instrument) and not any(s.claims for s in pair(instrument)):
            continue
        offer = _offer(law, instrument, mechanism, crime, statuses, states)
        if offer is None:
            continue
        verdicts = sorted((s.verdict for s in offer.statuses), key=_WORST.index)
        if verdicts == [YES, YES]:
            (not_known if offer.reason else bases).append(offer)
        elif NO not in verdicts:
            not_known.append(offer)
        elif not offer.reason:
            (missing if verdicts == [NO, YES] else absent).append(offer)
    not_known += [Offer(i, (), pair(i), "provisions") for i in law.silent() if joined(i)]
    bases.sort(key=_order)
    channels = _channels(law, states, on)
    claims = _claims(law, [*bases, *not_known, *missing], channels)
    # Who became party when is asked only where nothing is in force, to say what came first.
    noted = [c for offer in bases for status in offer.statuses for c in status.claims]
    noted += [s.claim for o in bases for p in o.provided for s in (*p.conditions, *(r.by for r in p.routes))]
    coming = [] if bases else [*absent, *missing, *(offer for offer in not_known if _dated(offer))]
    waiting = [c for offer in coming for s in offer.statuses for c in s.claims]
    articles = {p.said.subject for o in (*bases, *not_known, *missing) for p in o.provided}
    articles |= {s.subject for o in bases for p in o.provided for s in (*p.conditions, *(r.by for r in p.routes))}
    articles |= {s.subject for o in bases for s in law.of(o.instrument, "criminalizes")}
    details = read_details(opened, claims, noted, waiting, sorted(articles))
    return Found(
        states=states,
        mechanism=mechanism,
        crime=crime,
        on=on,
        law=law,
        bases=tuple(bases),
        channels=tuple(channels),
        not_known=tuple(not_known),
        missing=tuple(missing),
        earliest=_earliest(coming, states, details.since),
        details=details,
    )


def _provides(law: Law, instrument: str, mechanism: str | None) -> bool:
    parents = law.parents(instrument) if mechanism else []
    return any(law.mechanisms(i, mechanism) for i in (instrument, *parents))


def _treaty(law: Law, instrument: str) -> bool:
    """Whether states become party to such an instrument, so that no record of parties is worth a word."""
    return law.is_a(instrument, "convention") or law.is_a(instrument, "protocol")


def _offer(
    law: Law,
    instrument: str,
    mechanism: str | None,
    crime: str | None,
    statuses: dict[tuple[str, str], PartyStatus],
    states: tuple[str, str],
) -> Offer | None:
    """What an instrument offers for the crime, whoever is bound; None when nothing."""

    def joined(other: str) -> bool:
        return all(statuses[state, other].verdict == YES for state in states)

    found: list[Provided] = []
    unknown: list[Provided] = []
    sources = [(instrument, "")]
    if mechanism:
        # A protocol read together with its convention: the form of cooperation stands in the convention.
        sources += [(parent, parent) for parent in law.parents(instrument)]
    for home, through in sources:
        for said in law.mechanisms(home, mechanism):
            routes = law.covers(instrument, said, crime, joined) if crime else []
            if routes is None:
                unknown.append(Provided(said, through, (), ()))
            elif routes or not crime:
                conditions = law.conditions(said, crime, routes, inherited=bool(through))
                if through:
                    own = said._replace(instrument=instrument, subject=instrument)
                    conditions = [*law.conditions(own, crime, routes), *conditions]
                found.append(Provided(said, through, tuple(routes), tuple(dict.fromkeys(conditions))))
    chosen = found or unknown
    if not chosen:
        return None
    own_rows = [p for p in chosen if not p.through]
    if own_rows:
        # The convention's articles are of use only where the convention binds both as well.
        chosen = [p for p in chosen if not p.through or joined(p.through)]
        pair = statuses[states[0], instrument], statuses[states[1], instrument]
    else:
        parent = chosen[0].through
        pair = _worse(statuses, states[0], instrument, parent), _worse(statuses, states[1], instrument, parent)
    return Offer(instrument, tuple(chosen), pair, reason="" if found else "scope")


def _dated(offer: Offer) -> bool:
    """Whether both came to be bound on known days, so that only the day asked for leaves it open."""
    return not offer.reason and all(s.since and not s.until and not s.unverified for s in offer.statuses)


def _worse(statuses: dict[tuple[str, str], PartyStatus], state: str, instrument: str, parent: str) -> PartyStatus:
    """The status that decides where an instrument is of use only together with its parent convention."""
    return min(statuses[state, instrument], statuses[state, parent], key=lambda s: _WORST.index(s.verdict))


def _order(offer: Offer) -> tuple[int, int, str]:
    """The nearest to the crime first, then the strongest duty."""
    kinds = [ROUTES.index(route.kind) for provided in offer.provided for route in provided.routes]
    firm = any(provided.said.strength in STRENGTHS for provided in offer.provided)
    return min(kinds, default=0), 0 if firm else 1, offer.instrument


def _channels(law: Law, states: tuple[str, str], on: str | None) -> list[Channel]:
    members: dict[str, dict[str, Statement]] = {}
    for said in law.members:
        if _may_hold(said, on):
            of = members.setdefault(said.object, {})
            before = of.get(said.subject)
            if before is None or _better(said) > _better(before):
                of[said.subject] = said
    work = {POLICE_WORK} | law.narrower(POLICE_WORK)
    found = []
    for organization, of in sorted(members.items()):
        functions = tuple(
            s for s in law.functions if s.subject == organization and s.object in work and _may_hold(s, on)
        )
        if len(of) == 2 and (functions or law.is_a(organization, POLICE_TYPE)):
            found.append(Channel(organization, (of[states[0]], of[states[1]]), functions))
    return found


def _better(said: Statement) -> tuple[bool, str]:
    return said.standing != "unverified", said.since


def _may_hold(said: Statement, on: str | None) -> bool:
    """Whether a claim may hold on a day; one without dates may, and as recorded one that has ended does not."""
    if not on:
        return not said.until
    day = asked_date(on)
    begun = not said.since or parse_date(said.since).earliest <= day.latest
    return begun and (not said.until or parse_date(said.until).latest >= day.earliest)


def _claims(law: Law, offers: list[Offer], channels: list[Channel]) -> dict[str, None]:
    """The claims behind an answer, in order."""
    found: dict[str, None] = {}
    for offer in offers:
        found |= dict.fromkeys(c for status in offer.statuses for c in status.claims)
        for provided in offer.provided:
            found |= dict.fromkeys([provided.said.claim, *(r.by.claim for r in provided.routes)])
            found |= dict.fromkeys(s.claim for s in provided.conditions)
        found |= dict.fromkeys(s.claim for s in law.of(offer.instrument, "criminalizes"))
    for channel in channels:
        found |= dict.fromkeys(s.claim for s in (*channel.members, *channel.functions))
    return found


def _earliest(
    offers: list[Offer], states: tuple[str, str], since: dict[tuple[str, str], str]
) -> tuple[str, str] | None:
    """The instrument that first came to bind both, with the day from which it does."""
    dates = [(later(since.get((s, offer.instrument), "") for s in states), offer.instrument) for offer in offers]
    known = sorted((parse_date(date).earliest, instrument, date) for date, instrument in dates if date)
    return (known[0][1], known[0][2]) if known else None
