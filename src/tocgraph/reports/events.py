"""Dated claims as events: what began, what ended, what happened on a day; for timelines and changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tocgraph.dates import PartialDate, parse_date
from tocgraph.parties import PARTY, PartyStatus, party_statuses
from tocgraph.reports.common import relation_label
from tocgraph.store import OpenStore
from tocgraph.store.claims import Claim
from tocgraph.store.names import Named

BEGINS, ENDS, DATED = "begins", "ends", "dated"
Texts = dict[str, str]
"""One text by language."""

_SPANS = {BEGINS: {"en": "began: {}", "ar": "بدأ: {}"}, ENDS: {"en": "ended: {}", "ar": "انتهى: {}"}}
_NO_LONGER = {"en": "withdrew from", "ar": "انسحبت من"}
_IT = {"en": "it", "ar": "هذا الصك"}
_BOUND = {"en": "became party to", "ar": "أصبحت طرفا في"}


class Event(NamedTuple):
    """Something that a claim puts on a date. `kind` is `begins`, `ends` or `dated`; `object` is None for a literal."""

    date: PartialDate
    kind: str
    subject: str
    relation: str
    object: str | None
    standing: str
    claims: tuple[str, ...]

    @property
    def order(self) -> tuple[str, str, str, str, str]:
        """A sort key: by the first day that the date can mean, vaguer dates first."""
        return (self.date.earliest, self.date.text, self.subject, self.relation, self.object or "")


class Period(NamedTuple):
    """The days from `first` to `last`, both included; "" for no bound."""

    first: str = ""
    last: str = ""

    def touches(self, date: PartialDate) -> bool:
        """Whether the date may lie in the period."""
        return date.latest >= self.first and (not self.last or date.earliest <= self.last)

    def holds(self, date: PartialDate) -> bool:
        """Whether the date lies in the period whatever day it means."""
        return date.earliest >= self.first and (not self.last or date.latest <= self.last)


ALWAYS = Period()


def events_of(opened: OpenStore, claims: Iterable[Claim], period: Period = ALWAYS) -> list[Event]:
    """The events of those claims that may lie in a period, in order of time. Rejected claims give none.

    The days on which somebody became or ceased to be party to an instrument are those that
    `tocgraph.parties` tells, once for each pair, whatever number of claims name them.
    """
    relations = opened.schema.relations
    found: list[Event] = []
    bound: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        flags = relations.get(claim.relation, {}).get("flags", ())
        if claim.standing == "rejected" or "of-the-record" in flags:
            continue
        if claim.relation == PARTY and claim.object is not None and claim.standing in ("preferred", "normal"):
            bound.setdefault((claim.subject, claim.object), []).append(claim)
            continue
        for kind, text in _dates(claim, relations.get(claim.relation, {}).get("value"), flags):
            found.append(_event(text, kind, claim))
    found += _parties(opened, bound)
    return sorted((e for e in found if period.touches(e.date)), key=lambda e: e.order)


def _dates(claim: Claim, datatype: str | None, flags: Iterable[str]) -> list[tuple[str, str]]:
    if datatype == "date" and claim.value is not None:
        kind = BEGINS if BEGINS in flags else ENDS if ENDS in flags else DATED
        return [(kind, claim.value)]
    if claim.since and (claim.since == claim.until or "lasting" in flags):
        return [(DATED, claim.since)]
    return [(kind, text) for kind, text in ((BEGINS, claim.since), (ENDS, claim.until)) if text]


def _event(text: str, kind: str, claim: Claim) -> Event:
    return Event(parse_date(text), kind, claim.subject, claim.relation, claim.object, claim.standing, (claim.id,))


def _parties(opened: OpenStore, bound: Mapping[tuple[str, str], list[Claim]]) -> list[Event]:
    statuses: dict[tuple[str, str], PartyStatus] = {}
    if bound:
        states, instruments = ({pair[i] for pair in bound} for i in (0, 1))
        statuses = party_statuses(opened, sorted(states), sorted(instruments))
    found = []
    for pair, claims in sorted(bound.items()):
        status = statuses[pair]
        behind = tuple(sorted(claim.id for claim in claims))
        for kind, text in ((BEGINS, status.since), (ENDS, status.until)):
            if text:
                found.append(Event(parse_date(text), kind, pair[0], PARTY, pair[1], "normal", behind))
    return found


def told(
    opened: OpenStore, event: Event, named: Mapping[str, Named], seen_from: str | None = None, plain: bool = False
) -> Texts:
    """What happened, in words; the entity it is told from is not named again.

    With `plain`, whether it began or ended is left to be told beside it.
    """
    texts = {}
    for code in ("en", "ar"):
        inverse = seen_from is not None and event.object == seen_from and event.subject != seen_from
        if event.object is None:
            label = relation_label(opened, event.relation, False, code).removesuffix(" on").removesuffix(" في")
            texts[code] = label if event.subject == seen_from else f"{_name(named, event.subject, code)}: {label}"
            continue
        subject = "" if event.subject == seen_from else _name(named, event.subject, code)
        target = "" if event.object == seen_from else _name(named, event.object, code)
        if event.relation == PARTY:
            label = (_NO_LONGER if event.kind == ENDS else _BOUND)[code]
            texts[code] = " ".join(filter(None, (subject, label, target or _IT[code])))
        else:
            label = relation_label(opened, event.relation, inverse, code)
            parts = (label, subject) if inverse else (subject, label, target)
            text = _joined(" ".join(filter(None, parts)))
            texts[code] = text if plain else spanned(event, text, code)
    return texts


def _joined(text: str) -> str:
    """Arabic prepositions of one letter written together with the word after them."""
    return text.replace("لـ ال", "لل").replace("ـ ال", "ال").replace("بـ ", "ب").replace("لـ ", "ل")


def spanned(event: Event, text: str, language: str) -> str:
    """What holds for a time, told as beginning or ending."""
    return _SPANS[event.kind][language].format(text) if event.kind in _SPANS else text


def _name(named: Mapping[str, Named], entity: str, language: str) -> str:
    known = named.get(entity)
    return known.name(language) if known else entity
