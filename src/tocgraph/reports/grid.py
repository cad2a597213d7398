"""Cells for many things and many other ends at once: the engine behind compare and matrix."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from tocgraph.parties import NO, UNKNOWN, YES, party_statuses
from tocgraph.reports.cells import LANGUAGES, Cell, Evidence, missing, of_party, stated
from tocgraph.reports.common import relation_label
from tocgraph.reports.facets import Facet, narrower
from tocgraph.reports.holdings import Holding, holdings
from tocgraph.reports.law import EXHAUSTIVE, INSTRUMENT, SUPPLEMENTS, Text, is_a, texts
from tocgraph.reports.shortnames import short_names
from tocgraph.store import OpenStore
from tocgraph.store.claims import TAKEN_AS_FACT, read_claims
from tocgraph.store.names import Named


class Key(NamedTuple):
    """What a row is about: an entity (`end`), or the literals of a relation type; `relation` when rows name it."""

    end: str
    relation: str = ""
    inverse: bool = False
    literal: bool = False


class Grid(NamedTuple):
    """The cells by key and thing, the recorded texts of the instruments among the things, and the queries run."""

    keys: list[Key]
    cells: dict[tuple[Key, str], Cell]
    texts: dict[str, Text]
    queries: list[str]


def root(opened: OpenStore, relation: str) -> str:
    """The widest relation type that a relation type counts as."""
    seen: set[str] = set()
    while (wider := opened.schema.relations.get(relation, {}).get("broader")) and relation not in seen:
        seen.add(relation)
        relation = wider
    return relation


def fill(
    opened: OpenStore,
    things: Sequence[Named],
    facet: Facet,
    as_of: str | None = None,
    ends: Collection[str] | None = None,
) -> Grid:
    """The cells of those things; with `ends`, exactly those ends, else all that any of the things has.

    Raises:
        QueryError: `as_of` is no date.
    """
    if facet.party:
        return _parties(opened, things, facet, as_of, ends)
    law = [t.id for t in things if is_a(opened, t.type, INSTRUMENT)]
    parents = _parents(opened, law, as_of) if facet.textual else {}
    wholes = dict.fromkeys([*(p for above in parents.values() for p in above), *law])
    known = texts(opened, wholes, as_of)
    ids = [t.id for t in things]
    home = {part: whole for whole, text in known.items() for part in text.parts}
    asked = [*home, *([] if facet.parts_only else dict.fromkeys([*ids, *wholes]))]
    read = holdings(opened, asked, facet.relations, as_of, backward=not facet.textual)
    fitting = _fitting(opened, [h for h in read.found if _wanted(opened, h, facet, set(home))], facet)
    among = facet.among if ends is None else ends
    held = fitting if among is None else [h for h in fitting if h.end in among]
    kin = _kin(opened, {h.end for h in fitting}, facet, {h.end for h in held} if ends is None else ends, law)
    bearing = {other for pair in kin.values() for others in pair for other in others}
    kept = [h for h in fitting if among is None or h.end in among or h.end in bearing]
    claims = read_claims(opened, [h.claim for h in kept])
    evidence: dict[tuple[Key, str], list[Evidence]] = {}
    for h in kept:
        owner = home.get(h.thing, h.thing)
        part = known[owner].parts[h.thing] if h.thing in home else None
        evidence.setdefault((_key(opened, h, facet), owner), []).append(Evidence(claims[h.claim], part, h.inverse))
    cells = {place: stated(opened, found, place[0].relation or _only(facet)) for place, found in evidence.items()}
    own = dict.fromkeys(_key(opened, h, facet) for h in held if home.get(h.thing, h.thing) in ids)
    listed = list(own) if ends is None else [Key(end) for end in ends]
    called = short_names(opened, list(opened.names.entities({p for above in parents.values() for p in above}).values()))
    complete: dict[tuple[Key, str], Cell] = {}
    for key in listed:
        for thing in things:
            text = known.get(thing.id)
            complete[key, thing.id] = cells.get((key, thing.id)) or _absent(
                opened, key, thing.id, facet, text, cells, kin, {p: called[p] for p in parents.get(thing.id, ())}
            )
    return Grid(listed, complete, {i: text for i, text in known.items() if i in ids}, read.queries)


def _only(facet: Facet) -> str:
    """The one relation type that all claims of the facet are of; empty when there may be several."""
    return facet.relations[0] if facet.relations is not None and len(facet.relations) == 1 else ""


def _wanted(opened: OpenStore, holding: Holding, facet: Facet, parts: set[str]) -> bool:
    if holding.relation not in opened.schema.relations:
        return False
    return holding.end not in parts or not facet.textual


def _fitting(opened: OpenStore, held: list[Holding], facet: Facet) -> list[Holding]:
    if facet.kind is None:
        return held
    kinds = opened.names.entities(sorted({h.end for h in held if not h.literal}))
    return [h for h in held if h.end in kinds and is_a(opened, kinds[h.end].type, facet.kind)]


def _key(opened: OpenStore, holding: Holding, facet: Facet) -> Key:
    if not facet.by_relation:
        return Key(holding.end)
    relation = root(opened, holding.relation)
    inverse = holding.inverse and not opened.schema.symmetric(holding.relation)
    if holding.literal and not facet.parts_only:
        return Key("", relation, literal=True)  # one row for a date or figure, whatever it is
    return Key(holding.end, relation, inverse, holding.literal)


def _kin(
    opened: OpenStore, had: set[str], facet: Facet, ends: Collection[str], law: Sequence[str]
) -> dict[str, tuple[set[str], set[str]]]:
    """By end, those narrower and wider than it that any text has; only for texts, which alone can say no."""
    if not facet.textual or not law:
        return {}
    below = narrower(opened, had | set(ends))
    return {
        end: (below[end] & had, {other for other in had if end in below[other]} if facet.wider else set())
        for end in ends
    }


def _parents(opened: OpenStore, law: Sequence[str], as_of: str | None) -> dict[str, list[str]]:
    """By protocol, the conventions that it supplements, and those that these supplement."""
    direct: dict[str, list[str]] = {}
    frontier = list(law) if SUPPLEMENTS in opened.schema.relations else []
    while frontier:
        for holding in holdings(opened, frontier, [SUPPLEMENTS], as_of, backward=False).found:
            if holding.standing in TAKEN_AS_FACT:
                direct.setdefault(holding.thing, []).append(holding.end)
        frontier = sorted({end for thing in frontier for end in direct.get(thing, ())} - direct.keys())
    found: dict[str, list[str]] = {}
    for thing in law:
        above: dict[str, None] = {}
        waiting = list(direct.get(thing, ()))
        while waiting:
            if (one := waiting.pop(0)) not in above:
                above[one] = None
                waiting += direct.get(one, ())
        if above:
            found[thing] = [one for one in above if one != thing]
    return found


def _absent(
    opened: OpenStore,
    key: Key,
    thing: str,
    facet: Facet,
    text: Text | None,
    cells: dict[tuple[Key, str], Cell],
    kin: dict[str, tuple[set[str], set[str]]],
    parents: dict[str, dict[str, str]],
) -> Cell:
    """What a thing says of an end about which it has no claim; `parents` names the conventions that it supplements."""
    if text is None or not facet.textual:
        return missing(UNKNOWN, "not-recorded")
    same = [other for other in cells if other[1] == thing and other[0].end == key.end and not key.literal]
    below, above = kin.get(key.end, (set(), set()))
    for reason, others in (
        ("otherwise", [(_name(opened, other, True), (other, thing)) for other, _ in same]),
        ("supplemented", [] if key.literal else [(name, (key, parent)) for parent, name in parents.items()]),
        ("narrower", [(_name(opened, o), (o, thing)) for o in (key._replace(end=e) for e in sorted(below))]),
        ("wider", [(_name(opened, o), (o, thing)) for o in (key._replace(end=e) for e in sorted(above))]),
    ):
        having = [(name, cells[place]) for name, place in others if place in cells]
        having = [(name, cell) for name, cell in having if cell.verdict == YES]
        if having:
            return missing(UNKNOWN, reason, having)
    if text.complete and _exhaustive(key, facet):
        return missing(NO, "complete")
    return missing(UNKNOWN, "not-recorded" if text.touched else "not-read")


def _exhaustive(key: Key, facet: Facet) -> bool:
    """Whether all that a read article says by the relation types of a row is recorded."""
    relations = (key.relation,) if key.relation else facet.relations
    return bool(relations) and set(relations or ()) <= set(EXHAUSTIVE)


def _name(opened: OpenStore, key: Key, by_relation: bool = False) -> dict[str, str]:
    """What a cell that bears on another one is about: its relation type, or its end."""
    if by_relation:
        return {code: relation_label(opened, key.relation, key.inverse, code) for code in LANGUAGES}
    named = opened.names.entity(key.end)
    return {code: named.name(code) if named else key.end for code in LANGUAGES}


def _parties(
    opened: OpenStore, things: Sequence[Named], facet: Facet, as_of: str | None, ends: Collection[str] | None
) -> Grid:
    """Party status, whichever of the two stands in the columns."""
    ids = [t.id for t in things]
    law = is_a(opened, things[0].type, INSTRUMENT)
    steps = [r for r in ("party-to", "consents-to", "signatory-to") if r in opened.schema.relations]
    read = holdings(opened, ids, steps, None, forward=not law, backward=law)
    named = sorted({h.end for h in read.found})
    wanted = named if ends is None else list(ends)
    states, instruments = (wanted, ids) if law else (ids, wanted)
    statuses = party_statuses(opened, states, instruments, as_of)
    claims = read_claims(opened, [c for status in statuses.values() for c in status.claims])
    cells = {}
    for (state, instrument), status in statuses.items():
        end, thing = (state, instrument) if law else (instrument, state)
        cells[Key(end), thing] = of_party(status, claims)
    return Grid([Key(end) for end in wanted], cells, {}, read.queries)
