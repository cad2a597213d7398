"""Gaps in who is bound: who of a group is not party, and who is party to a protocol but not to its parent."""

from __future__ import annotations

from collections.abc import Sequence

from tocgraph.answers import Answer
from tocgraph.completeness import reason, record_words
from tocgraph.errors import TocgraphError
from tocgraph.parties import NO, PARTY, UNKNOWN, YES, PartyStatus, party_statuses, records
from tocgraph.reports.gaps.base import Gaps, Texts, answer, cell, is_a, look, name_order, places
from tocgraph.reports.gaps.group import STATES, Group, group
from tocgraph.store import OpenStore
from tocgraph.store.claims import Claim, read_claims
from tocgraph.store.names import Named
from tocgraph.store.resolve import resolve

VERDICTS = {NO: {"en": "no", "ar": "لا"}, UNKNOWN: {"en": "not known", "ar": "غير معروف"}}
PARTIES = ("status", "state", "id", "reason", "signed", "consented", "standing", "sources")
BY_INSTRUMENT = ("instrument", "id", "no", "not-known", "yes", "of", "parties")
PARENTS = ("protocol", "parent", "status", "state", "id", "reason", "since", "sources")

_ALL_PARTIES = {"en": "None: all {n} are recorded as parties.", "ar": "لا أحد: كلها ({n}) مسجلة أطرافا."}
_ALL_PARENTS = {
    "en": "None: whoever is recorded as party to a protocol ({n} in all) is recorded as party to its parent.",
    "ar": "لا أحد: كل من سجل طرفا في بروتوكول ({n} في المجموع) مسجل طرفا في الصك الأصلي.",
}


def parties(opened: OpenStore, about: str | None, of: str | None, as_of: str | None) -> Gaps:
    """Who of a group is not party to an instrument, apart from those of whom it is not known.

    Without an instrument, the numbers for each instrument whose parties are recorded.
    """
    asked = group(opened, of, as_of)
    if about is None:
        return _by_instrument(opened, asked, as_of)
    instrument = resolve(opened, about)
    if not is_a(opened, instrument, "instrument"):
        raise TocgraphError(f"{instrument.id!r} is not an instrument", "name a convention or a protocol")
    statuses = {s: v for (s, _), v in party_statuses(opened, asked.members, [instrument.id], as_of).items()}
    record = records(opened, [instrument.id])[instrument.id]
    missing = {s: v for s, v in statuses.items() if v.verdict != YES}
    named = opened.names.entities(missing)
    order = sorted(missing, key=lambda s: (missing[s].verdict != NO, name_order(named, "en", s)))
    rows, answers = [], []
    claims = read_claims(opened, (c for s in order for c in missing[s].claims))
    for state in order:
        status = missing[state]
        behind = [claims[c] for c in status.claims if c in claims]
        doubt = "" if asked.members[state] else {"en": "membership not verified", "ar": "العضوية غير متحقق منها"}
        acts = {code: f"{status.act.get(code, '')} {status.consented}".strip() for code in ("en", "ar")}
        rows.append(
            (
                VERDICTS[status.verdict],
                cell(named, [state]),
                state,
                _why(status),
                status.signed,
                acts if status.consented else "",
                doubt,
                places(behind),
            )
        )
        answers.append(_answer(named.get(state), status, claims))
    no = sum(v.verdict == NO for v in missing.values())
    unknown = len(missing) - no
    count = len(asked.members)
    return Gaps(
        columns=PARTIES,
        rows=tuple(rows),
        answers=tuple(answers),
        reading={
            "en": f"{asked.called['en']} that are not party to {instrument.name('en')}: {no} of {count},"
            f" and {unknown} of whom it is not known",
            "ar": f"{asked.called['ar']} غير الأطراف في {instrument.name('ar')}: {no} من {count}،"
            f" و{unknown} لا يعرف وضعها",
        },
        remarks=(
            {code: f"{instrument.name(code)}: {record_words(record, code)}" for code in ("en", "ar")},
            *_of_members(of, count),
        ),
        sparql=asked.query,
        of=count,
        unknown=unknown,
        complete="no" if unknown else "yes",
        none=_filled(_ALL_PARTIES, count),
    )


def _by_instrument(opened: OpenStore, asked: Group, as_of: str | None) -> Gaps:
    counts: dict[str, dict[str, int]] = {}
    for (_, instrument), status in party_statuses(opened, asked.members, None, as_of).items():
        of = counts.setdefault(instrument, {YES: 0, NO: 0, UNKNOWN: 0})
        of[status.verdict] += 1
    known = records(opened, None)
    named = opened.names.entities(counts)
    order = sorted(counts, key=lambda i: (-counts[i][NO], name_order(named, "en", i)))
    claims = read_claims(opened, (c for i in order for c in known[i].claims))
    rows = [
        (
            cell(named, [i]),
            i,
            counts[i][NO],
            counts[i][UNKNOWN],
            counts[i][YES],
            len(asked.members),
            {code: record_words(known[i], code) for code in ("en", "ar")},
        )
        for i in order
    ]
    no, unknown = (sum(c[verdict] for c in counts.values()) for verdict in (NO, UNKNOWN))
    return Gaps(
        columns=BY_INSTRUMENT,
        rows=tuple(rows),
        answers=tuple(
            answer(named.get(i), i, [claims[c] for c in known[i].claims if c in claims], value=counts[i][NO])
            for i in order
        ),
        reading={
            "en": f"how many of the {len(asked.members)} {asked.called['en']} are not party to each instrument",
            "ar": f"عدد غير الأطراف في كل صك من {asked.called['ar']} وعددها {len(asked.members)}",
        },
        remarks=(
            {
                "en": "Only instruments whose parties are recorded, wholly or in part, are counted.",
                "ar": "لا تعد إلا الصكوك التي دونت أطرافها كلها أو بعضها.",
            },
        ),
        sparql=asked.query,
        of=no + unknown + sum(c[YES] for c in counts.values()),
        unknown=unknown,
        complete="no" if unknown else "unknown",
    )


def parents(opened: OpenStore, about: str | None, of: str | None, as_of: str | None) -> Gaps:
    """Who is party to a protocol but not, or not known to be, party to the instrument that it supplements."""
    asked = group(opened, of, as_of, (*STATES, "organization"))
    picture = look(opened, "instrument", ["supplements"], as_of)
    only = resolve(opened, about).id if about is not None else None
    pairs = [(e.subject, e.object) for e in picture.edges if e.fact and only in (None, e.subject, e.object)]
    listed = sorted({i for pair in pairs for i in pair})
    statuses = party_statuses(opened, asked.members, listed, as_of)
    bound = [p for p in listed if any(statuses[s, p].verdict == YES for s in asked.members)]
    named = opened.names.entities([*listed, *asked.members])
    found = [
        (protocol, parent, statuses[state, protocol], statuses[state, parent])
        for protocol, parent in sorted(set(pairs), key=lambda pair: tuple(name_order(named, "en", i) for i in pair))
        for state in sorted(asked.members, key=lambda s: name_order(named, "en", s))
        if statuses[state, protocol].verdict == YES and statuses[state, parent].verdict != YES
    ]
    found.sort(key=lambda f: (f[3].verdict != NO, name_order(named, "en", f[0])))
    claims = read_claims(opened, (c for f in found for s in f[2:] for c in s.claims))
    rows, answers = [], []
    for protocol, parent, one, other in found:
        behind = [claims[c] for c in (*one.claims, *other.claims) if c in claims]
        rows.append(
            (
                cell(named, [protocol]),
                cell(named, [parent]),
                VERDICTS[other.verdict],
                cell(named, [one.state]),
                one.state,
                _why(other),
                one.since,
                places(behind),
            )
        )
        answers.append(_answer(named.get(one.state), other, claims, also=one.claims))
    no = sum(f[3].verdict == NO for f in found)
    told = records(opened, listed)
    pairs_told = tuple(
        {code: f"{_name(named, i, code)}: {record_words(told[i], code)}" for code in ("en", "ar")} for i in listed
    )
    of_all = sum(statuses[s, p].verdict == YES for s in asked.members for p in bound if p in {a for a, _ in pairs})
    return Gaps(
        columns=PARENTS,
        rows=tuple(rows),
        answers=tuple(answers),
        reading={
            "en": f"party to a protocol but not to its parent: {no}, and {len(found) - no} of whom it is not known",
            "ar": f"أطراف في بروتوكول دون الصك الأصلي: {no}، و{len(found) - no} لا يعرف وضعها",
        },
        remarks=pairs_told,
        sparql=f"{asked.query}\n\n{picture.query}",
        of=of_all,
        unknown=len(found) - no,
        complete="no" if len(found) - no else "unknown",
        none=_filled(_ALL_PARENTS, of_all),
    )


def _name(named: dict[str, Named], entity: str, language: str) -> str:
    return named[entity].name(language) if entity in named else entity


def _filled(texts: Texts, count: int) -> Texts:
    """The texts with a number; none where nothing was looked at, for then nothing is known."""
    return {code: text.format(n=count) for code, text in texts.items()} if count else {}


def _why(status: PartyStatus) -> Texts:
    return {code: reason(status, code) for code in ("en", "ar")}


def _answer(named: Named | None, status: PartyStatus, claims: dict[str, Claim], also: Sequence[str] = ()) -> Answer:
    behind = [claims[c] for c in (*status.claims, *also) if c in claims]
    return answer(
        named,
        status.state,
        behind,
        value=status.verdict,
        relation=PARTY,
        since=status.since,
        until=status.until,
        note=_why(status),
        qualifiers={},
        standing="normal",
    )


def _of_members(of: str | None, count: int) -> tuple[Texts, ...]:
    if of is None:
        return (
            {
                "en": f"Asked of all {count} states in the graph.",
                "ar": f"السؤال عن كل الدول في الرسم البياني وعددها {count}.",
            },
        )
    return (
        {
            "en": f"The graph names {count} in this group; whether that is all of them is not recorded.",
            "ar": f"يسمي الرسم البياني {count} في هذه المجموعة، ولا يسجل ما إذا كان هذا كل أعضائها.",
        },
    )
