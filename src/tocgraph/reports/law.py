"""How far the text of an instrument is recorded: its provisions, their numbers, and whether all were read.

Only a text that is recorded to the end can say no: that something does not stand in it. An article counts as
read when its kind (scope, offence, cooperation ...) is recorded from the text itself, and a text as read to the
end when the number of its articles is stated and every one of them is read. Even such a text says no only to what
its articles were read for one by one (EXHAUSTIVE).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from tocgraph.reports.holdings import Holding, holdings
from tocgraph.store import OpenStore
from tocgraph.store.claims import TAKEN_AS_FACT, read_claims
from tocgraph.text import key, natural

INSTRUMENT, PROVISION, ARTICLE, STATES = "instrument", "provision", "article", ("state", "territory")
PART_OF, NUMBER, KIND, COUNT = "part-of", "article-number", "provision-kind", "part-count"
STRUCTURE = (PART_OF, NUMBER)
"""What is recorded of a provision whatever stands in it."""

EXHAUSTIVE = ("criminalizes",)
"""The relation types of which every one that an article makes is recorded once the article is read: the offences.

Forms of cooperation, rights and procedures are recorded as far as somebody asked for them.
"""

SUPPLEMENTS = "supplements"
"""By which a protocol names the convention whose provisions apply to it."""

_RANGE = re.compile(r"(\d+)(?:\s*(?:-|–|to)\s*(\d+))?")


class Part(NamedTuple):
    """A provision of an instrument: its number as written ("" when not recorded), and whether it is read."""

    id: str
    type: str
    number: str
    read: bool


class Text(NamedTuple):
    """What is recorded of the text of an instrument.

    `articles` is the stated number of its articles, None when none is stated; `read` counts those that are read;
    `claims` are the ids of the claims that state the number.
    """

    parts: dict[str, Part]
    articles: int | None
    read: int
    complete: bool
    claims: tuple[str, ...]

    @property
    def touched(self) -> bool:
        """Whether any of it is read at all."""
        return any(part.read for part in self.parts.values())


def is_a(opened: OpenStore, entity_type: str, *wanted: str) -> bool:
    """Whether an entity type is one of those, or narrower than one of them."""
    known = entity_type in opened.schema.types
    return known and any(ancestor in wanted for ancestor in opened.schema.ancestors(entity_type))


def texts(opened: OpenStore, instruments: Iterable[str], as_of: str | None = None) -> dict[str, Text]:
    """The recorded text of each of those instruments.

    Raises:
        QueryError: `as_of` is no date.
    """
    asked = list(dict.fromkeys(instruments))
    if not asked:
        return {}
    wholes = _parts(opened, asked, as_of)
    provisions = sorted({part for parts in wholes.values() for part in parts})
    told: dict[str, list[Holding]] = {}
    wanted = [r for r in (NUMBER, KIND, COUNT) if r in opened.schema.relations]
    for holding in holdings(opened, [*asked, *provisions], wanted, as_of, backward=False).found:
        told.setdefault(holding.thing, []).append(holding)
    types = {named.id: named.type for named in opened.names.entities(provisions).values()}
    known = {p: _part(p, types[p], told.get(p, [])) for p in provisions}
    counts = _counts(opened, {i: [h for h in told.get(i, []) if h.relation == COUNT] for i in asked})
    return {i: _text({p: known[p] for p in wholes[i]}, *counts[i], opened) for i in asked}


def _parts(opened: OpenStore, instruments: list[str], as_of: str | None) -> dict[str, list[str]]:
    """The provisions of each instrument, with the provisions within provisions."""
    within: dict[str, list[str]] = {}
    frontier = instruments
    while frontier:
        below: dict[str, list[str]] = {}
        for holding in holdings(opened, frontier, [PART_OF], as_of, forward=False).found:
            if holding.standing in (*TAKEN_AS_FACT, "unverified"):
                below.setdefault(holding.thing, []).append(holding.end)
        named = opened.names.entities(sorted({end for ends in below.values() for end in ends}))
        for whole, ends in below.items():
            within[whole] = [e for e in ends if e in named and is_a(opened, named[e].type, PROVISION)]
        frontier = sorted({end for whole in below for end in within[whole]} - within.keys())
    found: dict[str, list[str]] = {}
    for instrument in instruments:
        inside: dict[str, None] = {}
        waiting = list(within.get(instrument, []))
        while waiting:
            part = waiting.pop()
            if part not in inside:
                inside[part] = None
                waiting += within.get(part, [])
        found[instrument] = sorted(inside, key=natural)
    return found


def _part(identifier: str, kind: str, told: list[Holding]) -> Part:
    facts = [h for h in told if h.standing in TAKEN_AS_FACT]
    numbers = [h.end for h in facts if h.relation == NUMBER] or [h.end for h in told if h.relation == NUMBER]
    return Part(identifier, kind, min(numbers, default=""), any(h.relation == KIND for h in facts))


def _counts(opened: OpenStore, told: dict[str, list[Holding]]) -> dict[str, tuple[int | None, tuple[str, ...]]]:
    """The stated number of articles of each instrument; the unit of the figure must be the name of articles."""
    article = opened.schema.types.get(ARTICLE, {})
    names = {key(text) for form in ("label", "plural") for text in article.get(form, {}).values()}
    wanted = [h.claim for holdings_ in told.values() for h in holdings_ if h.standing in TAKEN_AS_FACT]
    claims = read_claims(opened, wanted)
    found: dict[str, tuple[int | None, tuple[str, ...]]] = {}
    for instrument, counted in told.items():
        figures: list[tuple[int, str]] = []
        for holding in counted:
            unit = claims[holding.claim].qualifiers.get("unit", "") if holding.claim in claims else ""
            units = [unit] if isinstance(unit, str) else list(unit.values())
            if any(key(text) in names for text in units):
                figures.append((int(float(holding.end)), holding.claim))
        # Where sources differ, the greatest number asks for the most before anything is said not to be there.
        found[instrument] = (max(n for n, _ in figures), tuple(c for _, c in figures)) if figures else (None, ())
    return found


def _text(parts: dict[str, Part], counted: int | None, claims: tuple[str, ...], opened: OpenStore) -> Text:
    read: set[int] = set()
    for part in parts.values():
        if part.read and is_a(opened, part.type, ARTICLE):
            read |= numbers_of(part.number)
    complete = counted is not None and counted > 0 and read >= set(range(1, counted + 1))
    return Text(parts, counted, len(read), complete, claims)


def numbers_of(number: str) -> set[int]:
    """The article numbers that a number as written stands for: `16`, or `16 to 18`; none for any other text."""
    match = _RANGE.fullmatch(number.strip())
    if match is None:
        return set()
    first, last = int(match[1]), int(match[2] or match[1])
    return set(range(first, last + 1)) if last - first < 1000 else set()
