"""One cell of a comparison: yes, no or not known, where it stands, since when, and on which claims that rests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from tocgraph.parties import NO, PARTY, UNKNOWN, YES, PartyStatus
from tocgraph.reports.law import ARTICLE, Part
from tocgraph.store import OpenStore
from tocgraph.store.claims import TAKEN_AS_FACT, Claim
from tocgraph.text import natural

LANGUAGES = ("en", "ar")
DERIVED, DOUBTFUL = "†", "‡"
"""Marks of a cell that rests on derived claims alone, and of one with none but claims that are not taken as fact."""

MARKS = {
    DERIVED: {"en": "† derived by a rule from other claims", "ar": "† مستنتج بقاعدة من أقوال أخرى"},
    DOUBTFUL: {
        "en": "‡ only unverified or disputed claims: not counted",
        "ar": "‡ أقوال غير متحقق منها أو محل خلاف فقط: لا تحتسب",
    },
}
_LISTED = 3
"""How many things that bear on a cell are named in it; the claims of all stand behind it."""

_DOUBTED = ("unverified", "disputed", "rejected")
_WORDS = {
    "yes": ("yes", "نعم"),
    "no": ("no", "لا"),
    "unknown": ("?", "؟"),
    "art.": ("art.", "المادة"),
    "arts": ("art.", "المواد"),
    "since": ("since", "منذ"),
    "until": ("until", "حتى"),
    "not-recorded": ("not recorded", "غير مسجل"),
    "not-read": ("not read", "لم يقرأ"),
    "narrower": ("in part", "جزئيا"),
    "wider": ("under a wider one", "ضمن الأعم"),
    "supplemented": ("perhaps through its convention", "ربما عن طريق اتفاقيته الأصلية"),
    "otherwise": ("otherwise", "على وجه آخر"),
    "unverified": ("unverified", "غير متحقق منه"),
    "disputed": ("disputed", "محل خلاف"),
    "rejected": ("rejected", "مرفوض"),
    "withdrawn": ("withdrew", "انسحبت"),
    "not-yet": ("not yet", "ليس بعد"),
    "not-in-force": ("not in force", "غير نافذة"),
    "not-listed": ("not listed", "غير مدرجة"),
    "beyond-record": ("later than the record", "بعد آخر تدوين"),
    "incomplete-record": ("list not complete", "القائمة غير كاملة"),
    "no-record": ("parties not recorded", "الأطراف غير مدونة"),
    "within": ("for a part of the time", "في جزء من المدة"),
    "date-unknown": ("date not known", "التاريخ غير معروف"),
    "more": ("{n} more", "و{n} غيرها"),
    "signed": ("signed", "وقعت"),
}


def words(name: str, language: str) -> str:
    """The word of that name in a language."""
    return _WORDS[name][language == "ar"]


class Cell(NamedTuple):
    """A verdict with its reason, what to show for it, and the claims behind it.

    `verdict` is yes, no or unknown. `reason` is, for a yes, `stated` or `party`; for a no, `complete` (the whole text
    is read, all of this kind in it is recorded, and this is not), `rejected` or a reason of PartyStatus; for unknown,
    `not-recorded`, `not-read`, `narrower`, `wider`, `supplemented` (the convention that a protocol supplements has
    it), `otherwise` (by another relation type), `unverified`, `disputed` or a reason of PartyStatus.
    `brief` is the text for a wide table.
    """

    verdict: str = UNKNOWN
    reason: str = "not-recorded"
    text: dict[str, str] = {}  # noqa: RUF012 (never changed)
    brief: dict[str, str] = {}  # noqa: RUF012 (never changed)
    articles: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    derived: bool = False
    claims: tuple[Claim, ...] = ()

    def json(self, brief: bool = False) -> dict[str, Any]:
        """The cell as plain values: its text by language, and what it means; empty fields are left out."""
        citations = dict.fromkeys((c.source, c.title, c.at) for claim in self.claims for c in claim.citations)
        found: dict[str, Any] = {
            **(self.brief if brief else self.text),
            "verdict": self.verdict,
            "reason": self.reason,
            "articles": list(self.articles),
            "since": self.since,
            "until": self.until,
            "derived": self.derived,
            "standing": self.reason if self.reason in _DOUBTED else "",
            "claims": [claim.id for claim in self.claims],
            "citations": [{"source": source, "title": title, "at": at} for source, title, at in citations],
        }
        return {name: value for name, value in found.items() if value or name in LANGUAGES}


def derived(claim: Claim) -> bool:
    """Whether a claim follows from others by a rule."""
    return bool(claim.rule)


class Evidence(NamedTuple):
    """A claim that may fill a cell, and the provision that says it; None when the thing itself does."""

    claim: Claim
    part: Part | None = None
    inverse: bool = False


def stated(opened: OpenStore, evidence: Sequence[Evidence], named: str = "") -> Cell:
    """The cell that those claims make; at least one.

    Args:
        opened: The store, for labels.
        evidence: The claims about one thing and one other end, of any standing.
        named: The relation type that the row already names; claims of other types say theirs. Empty when
            the row names none and only claims of articles need none.
    """
    facts = [e for e in evidence if e.claim.standing in TAKEN_AS_FACT]
    direct = [e for e in facts if not derived(e.claim)]
    if facts:
        verdict, reason, used = YES, "stated", direct or facts
    else:
        standing = next(s for s in _DOUBTED if s in {e.claim.standing for e in evidence})
        used = [e for e in evidence if e.claim.standing == standing]
        verdict, reason = (NO if standing == "rejected" else UNKNOWN), standing
    used = sorted(used, key=lambda e: (natural(e.part.number if e.part else ""), e.claim.id))
    parts = [e.part for e in used if e.part is not None]
    lead = next((e.claim for e in used if e.claim.since or e.claim.until), used[0].claim)
    follows = bool(facts) and not direct
    mark = DERIVED if follows else ""
    text, brief = {}, {}
    for language in LANGUAGES:
        where = _where(opened, used, language, named)
        said = where or words(verdict if facts else reason, language)
        if not facts and where:
            said = f"{words(reason, language)}: {where}"
        if verdict == NO:
            said = f"{words('no', language)} ({words('rejected', language)})"
        text[language] = said + (f" {mark}" if mark else "")
        brief[language] = _brief(opened, verdict, parts, lead, language) + _mark(mark, bool(facts), verdict)
    return Cell(
        verdict=verdict,
        reason=reason,
        text=text,
        brief=brief,
        articles=tuple(dict.fromkeys(part.number or part.id for part in parts)),
        since=lead.since,
        until=lead.until,
        derived=follows,
        claims=_distinct(used),
    )


def _distinct(used: Iterable[Evidence]) -> tuple[Claim, ...]:
    return tuple({e.claim.id: e.claim for e in used}.values())


def _mark(mark: str, facts: bool, verdict: str) -> str:
    shown = mark or ("" if facts or verdict == NO else DOUBTFUL)
    return f" {shown}" if shown else ""


def _brief(opened: OpenStore, verdict: str, parts: Sequence[Part], lead: Claim, language: str) -> str:
    if verdict != YES:
        return words(verdict, language)
    where = provisions(opened, parts, language) or period(lead.since, lead.until, language, short=True)
    return f"{words('yes', language)} {where}".rstrip()


def _where(opened: OpenStore, used: Sequence[Evidence], language: str, named: str) -> str:
    """Articles by strength of obligation, or the relations with their dates."""
    groups: dict[str, list[Part]] = {}
    said: dict[str, None] = {}
    for item in used:
        strength = item.claim.qualifiers.get("strength", "")
        if item.part is not None:
            how = strength if isinstance(strength, str) else strength.get(language) or next(iter(strength.values()), "")
            groups.setdefault(how, []).append(item.part)
            continue
        relation = item.claim.relation
        label = "" if relation == named else relation_words(opened, relation, item.inverse, language)
        if item.claim.value is not None:
            label = ": ".join(filter(None, (label, _value(item.claim, language))))
        dates = period(item.claim.since, item.claim.until, language)
        if label or dates:
            said[" ".join(filter(None, (label, dates)))] = None
    listed = [f"{provisions(opened, parts, language)}{f' ({how})' if how else ''}" for how, parts in groups.items()]
    return ("؛ " if language == "ar" else "; ").join([*listed, *([] if listed else said)])


def _value(claim: Claim, language: str) -> str:
    """The literal of a claim with its unit of measure."""
    unit = claim.qualifiers.get("unit", "")
    text = unit if isinstance(unit, str) else unit.get(language) or next(iter(unit.values()), "")
    return " ".join(filter(None, (claim.value, text)))


def relation_words(opened: OpenStore, relation: str, inverse: bool, language: str) -> str:
    """What a relation type is called from the side of the thing in the column."""
    form = "inverse" if inverse and opened.schema.relations[relation].get("inverse") else "label"
    return opened.schema.label("relations", relation, language, form)


def provisions(opened: OpenStore, parts: Sequence[Part], language: str) -> str:
    """Provisions by their numbers: `art. 5, 6`, after them those of other kinds, such as chapters."""
    numbers: dict[str, list[str]] = {}
    # A chapter says no more once its articles are known.
    articles = [part for part in parts if part.type == ARTICLE]
    for part in articles or parts:
        known = numbers.setdefault(part.type if part.number else "", [])
        text = part.number.replace(" to ", "–") or _label(opened, part.id, language)
        if text not in known:
            known.append(text)
    comma = "، " if language == "ar" else ", "
    found = []
    for kind, listed in numbers.items():
        if kind == ARTICLE:
            opening = words("art." if len(listed) == 1 else "arts", language) + " "
        else:
            opening = opened.schema.label("types", kind, language) + " " if kind else ""
        found.append(opening + comma.join(listed))
    return comma.join(found)


def _label(opened: OpenStore, identifier: str, language: str) -> str:
    named = opened.names.entity(identifier)
    return named.name(language) if named else identifier


def period(since: str, until: str, language: str, short: bool = False) -> str:
    """Dates in words, or between a dash; empty when there are none."""
    if short:
        return since if since and not until else f"{since}–{until}" if until else ""
    parts = [f"{words(name, language)} {date}" for name, date in (("since", since), ("until", until)) if date]
    return " ".join(parts)


def missing(verdict: str, reason: str, kin: Sequence[tuple[dict[str, str], Cell]] = ()) -> Cell:
    """A cell about which nothing is claimed; `kin` are names and cells of what bears on it all the same."""
    text, brief = {}, {}
    for language in LANGUAGES:
        if verdict == NO:
            text[language] = brief[language] = words("no", language)
            continue
        said = words(reason, language)
        brief[language] = f"{words('unknown', language)} {said}" if kin else words("unknown", language)
        if kin:
            listed = [f"{other[language]}, {cell.text[language]}" for other, cell in kin[:_LISTED]]
            if len(kin) > _LISTED:
                listed.append(words("more", language).format(n=len(kin) - _LISTED))
            said += ": " + ("؛ " if language == "ar" else "; ").join(listed)
        text[language] = said
    claims = {claim.id: claim for _, cell in kin for claim in cell.claims}
    return Cell(verdict, reason, text, brief, claims=tuple(claims.values()))


def of_party(status: PartyStatus, claims: dict[str, Claim]) -> Cell:
    """The cell of a State and an instrument."""
    used = tuple(claims[c] for c in status.claims if c in claims)
    bearing = [c for c in used if c.relation == PARTY]
    if status.verdict == YES:  # how far the list goes matters only to who is not on it
        used = tuple(c for c in used if c.subject == status.state)
    follows = status.verdict == YES and bool(bearing) and all(derived(c) for c in bearing)
    text, brief = {}, {}
    for language in LANGUAGES:
        word = words(status.verdict if status.verdict != UNKNOWN else "unknown", language)
        dates = period(status.since, status.until, language)
        if status.verdict == YES:
            said = f"{word}, {dates}" if dates and language == "en" else f"{word}، {dates}" if dates else word
            brief[language] = f"{word} {period(status.since, status.until, language, short=True)}".rstrip()
        else:
            details = [words(status.reason, language)]
            if status.reason == "withdrawn" and status.until:
                details = [f"{words('withdrawn', language)} {status.until}"]
            if status.signed:
                details.append(f"{words('signed', language)} {status.signed}")
            said = f"{word} ({('؛ ' if language == 'ar' else '; ').join(details)})"
            brief[language] = word
        if follows:
            said, brief[language] = f"{said} {DERIVED}", f"{brief[language]} {DERIVED}"
        elif status.unverified:
            brief[language] += f" {DOUBTFUL}"
        text[language] = said
    return Cell(status.verdict, status.reason, text, brief, (), status.since, status.until, follows, used)
