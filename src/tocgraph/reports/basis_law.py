"""What the instruments say: which provides which form of cooperation, for which offence, on what conditions.

Nothing here knows of States or days; `basis` asks this for every instrument that two States may share.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tocgraph.reports.basis_statements import USED, Route, Statement
from tocgraph.store import OpenStore

if TYPE_CHECKING:
    from tocgraph.store.base import Row
    from tocgraph.store.names import Named

ALL_MECHANISMS = frozenset({"international-cooperation", "all-mechanisms"})
"""What the qualifier `for` names when a condition holds for every form of cooperation of its instrument."""

ANY_OFFENCE = "electronic-evidence-any-offence"
SERIOUS_CRIME = "penalty-of-four-years"
OWN_OFFENCE = "convention-offence"
EXCLUDED_OFFENCE = "excluded-offence"
PARENT_APPLIES = "parent-convention-applies"
"""The conditions of use that decide which offences a form of cooperation is open to."""

POLICE_TYPE = "police-organization"
POLICE_WORK = "law-enforcement-cooperation"
"""An organization is a channel when it is of that type, or carries out that mechanism or a kind of it."""


class Law:
    """The statements of all instruments, with the hierarchies of crimes, mechanisms and provisions."""

    def __init__(self, rows: list[Row], opened: OpenStore, language: str) -> None:
        names = opened.vocabulary
        self._up: dict[str, dict[str, list[str]]] = {}
        self._above: dict[str, set[str]] = {}
        self._of: dict[tuple[str, str], list[Statement]] = {}
        self._kinds: dict[str, frozenset[str]] = {}
        self.members: list[Statement] = []
        relations = {names.relation(r): r for r in opened.schema.relations}
        found: dict[str, dict[str, str]] = {}
        for row in rows:
            relation = relations[row["p"].value]
            subject, target = names.local(row["s"].value), names.local(row["o"].value)
            if "claim" in row:
                record = found.setdefault(
                    row["claim"].value, {"subject": subject, "relation": relation, "object": target}
                )
                for name in ("standing", "since", "until", "strength", "for", "detail"):
                    # The language asked for wins over English, whichever row comes first.
                    if name in row and (name not in record or row[name].language == language):
                        record[name] = names.local(row[name].value)
            else:
                self._up.setdefault(relation, {}).setdefault(subject, []).append(target)
        self._down = _turned(self._up.get("broader", {}))
        self.recorded = frozenset(self._up.pop("parties-recorded-to", {}))
        """The instruments whose parties are recorded."""
        ends = {record[end] for record in found.values() for end in ("subject", "object", "for") if end in record}
        ends |= self.recorded
        above = {part for end in ends for part in self.above(end)}
        self.named: dict[str, Named] = opened.names.entities(sorted(ends | above))
        self._opened = opened
        self.statements: dict[tuple[str, str], list[Statement]] = {}
        self.functions: list[Statement] = []
        for claim, record in sorted(found.items()):
            self._take(names.local(claim), record)

    def _take(self, claim: str, record: dict[str, str]) -> None:
        standing = record["standing"].rpartition("standing-")[2]
        if standing not in USED:
            return
        said = Statement(
            claim,
            self.instrument(record["subject"]),
            record["subject"],
            record["relation"],
            record["object"],
            standing,
            record.get("since", ""),
            record.get("until", ""),
            record.get("strength", ""),
            record.get("for", ""),
            record.get("detail", ""),
        )
        if said.relation == "member-of":
            self.members.append(said)
        elif said.relation == "carries-out":
            self.functions.append(said)
        elif said.instrument:
            self.statements.setdefault((said.instrument, said.relation), []).append(said)

    def is_a(self, entity: str, kind: str) -> bool:
        """Whether an entity is of a type or of a narrower one."""
        if entity not in self.named:
            return False
        own = self.named[entity].type
        if own not in self._kinds:
            self._kinds[own] = frozenset(self._opened.schema.ancestors(own))
        return kind in self._kinds[own]

    def instrument(self, subject: str) -> str:
        """The instrument that a provision belongs to, or the subject when it is one; else ""."""
        if self.is_a(subject, "instrument") and not self.is_a(subject, "provision"):
            return subject
        above = sorted(x for x in self.above(subject) if self.is_a(x, "instrument") and not self.is_a(x, "provision"))
        return above[0] if self.is_a(subject, "provision") and above else ""

    def above(self, part: str) -> set[str]:
        """All that a provision or an organization is part of, directly or not; not itself."""
        if part not in self._above:
            self._above[part] = closure(part, self._up.get("part-of", {}))
        return self._above[part]

    def wider(self, concept: str) -> set[str]:
        """The concepts broader than a crime or mechanism; not itself."""
        return closure(concept, self._up.get("broader", {}))

    def narrower(self, concept: str) -> set[str]:
        """The kinds of a crime or mechanism; not itself."""
        return closure(concept, self._down)

    def parents(self, instrument: str) -> list[str]:
        """The conventions that a protocol supplements and that apply to it, as one of its conditions says."""
        applies = any(s.object == PARENT_APPLIES for s in self.of(instrument, "subject-to"))
        return sorted(self._up.get("supplements", {}).get(instrument, [])) if applies else []

    def protocols(self, instrument: str) -> list[str]:
        """The protocols whose offences count as offences of this convention."""
        return sorted(p for p in self._up.get("supplements", {}) if instrument in self.parents(p))

    def of(self, instrument: str, relation: str) -> list[Statement]:
        """What an instrument and its provisions say in a relation.

        What is said of the instrument as a whole gives way to its chapters that say the same, and these to articles.
        """
        asked = instrument, relation
        if asked not in self._of:
            said = self.statements.get(asked, [])
            depth = [0 if s.subject == instrument else 2 if self.is_a(s.subject, "article") else 1 for s in said]
            deepest: dict[str, int] = {}
            for s, d in zip(said, depth, strict=True):
                deepest[s.object] = max(deepest.get(s.object, 0), d)
            self._of[asked] = [s for s, d in zip(said, depth, strict=True) if d == deepest[s.object]]
        return self._of[asked]

    def instruments(self) -> list[str]:
        """The instruments that provide for some form of cooperation, or take it over from a parent, by id."""
        own = {i for i, relation in self.statements if relation in ("provides-for", "requires")}
        return sorted(own | {p for p in self._up.get("supplements", {}) if self.parents(p)})

    def silent(self) -> list[str]:
        """The instruments whose parties are recorded and none of whose provisions is."""
        parted = {whole for part in self._up.get("part-of", {}) for whole in self.above(part)}
        told = {instrument for instrument, _ in self.statements} | self._up.get("provides-for", {}).keys()
        return sorted(self.recorded - parted - told)

    def mechanisms(self, instrument: str, wanted: str | None) -> list[Statement]:
        """Where an instrument provides the mechanism or a kind of it; without one, every form that it provides."""
        if wanted is None:
            return [s for s in self.of(instrument, "provides-for") if self.is_a(s.object, "mechanism")]
        accepted = {wanted} | self.narrower(wanted)
        return [s for r in ("provides-for", "requires") for s in self.of(instrument, r) if s.object in accepted]

    def excluded(self, provided: Statement) -> list[Statement]:
        """The conditions that leave an offence, which they are `for`, out of what an article provides."""
        said = self.statements.get((provided.instrument, "subject-to"), [])
        wholes = {provided.subject, *self.above(provided.subject)}
        return [s for s in said if s.object == EXCLUDED_OFFENCE and s.subject in wholes]

    def offences(self, instrument: str, provided: Iterable[Statement]) -> list[Statement]:
        """The offences of an instrument that some of what it provides is open to.

        Those said of the instrument as a whole are left out where any is said of one of its articles: the
        articles are its own list, the other a summary of what it is about.
        """
        said = self.of(instrument, "criminalizes")
        parts = [s for s in said if s.subject != instrument] or said
        closed = [{s.relevant for s in self.excluded(p)} for p in provided]
        return [s for s in parts if not closed or not all(self._falls(s.object, crimes) for crimes in closed)]

    def _falls(self, crime: str, under: set[str]) -> bool:
        return bool(({crime} | self.wider(crime)) & under)

    def covers(
        self, instrument: str, provided: Statement, crime: str, joined: Callable[[str], bool]
    ) -> list[Route] | None:
        """How an instrument opens a mechanism to a crime; none when it does not; None when that is not recorded.

        `provided` is where the mechanism stands, which may be an article of the parent convention. `joined` tells
        whether a protocol binds both States, so that its offences count for the convention.
        """
        closed = {s.relevant for s in self.excluded(provided)}
        if self._falls(crime, closed):
            return []
        own = self.of(instrument, "criminalizes")
        offences = [*own, *(s for p in self.protocols(instrument) if joined(p) for s in self.of(p, "criminalizes"))]
        offences = [s for s in offences if not self._falls(s.object, closed)]
        wider, narrower = self.wider(crime), self.narrower(crime)
        routes = [Route("offence", s) for s in offences if s.object == crime]
        routes = routes or [Route("broader", s) for s in offences if s.object in wider]
        if routes:
            return routes
        routes = [Route("part", s) for s in offences if s.object in narrower]
        scope = [s for s in self.of(instrument, "subject-to") if self._reaches(s, provided.object)]
        routes += [Route("any-offence", s) for s in scope if s.object == ANY_OFFENCE]
        routes += [Route("serious-crime", s) for s in scope if s.object == SERIOUS_CRIME]
        told = own or any(s.object in (ANY_OFFENCE, SERIOUS_CRIME, OWN_OFFENCE) for s in scope)
        return routes if routes or told else None

    def _reaches(self, condition: Statement, mechanism: str) -> bool:
        """Whether what a condition is `for` includes the mechanism."""
        return condition.relevant in ALL_MECHANISMS | {mechanism} | self.wider(mechanism)

    def conditions(
        self, provided: Statement, crime: str | None, routes: Iterable[Route], inherited: bool = False
    ) -> list[Statement]:
        """The conditions of use of a mechanism where a statement provides it, for a crime covered in these ways.

        A condition belongs to it when it is for the mechanism, a broader one or all; when it is for the crime, a
        broader one or the offence; or when it says for nothing and stands on the same article or a part of it.
        What excludes an offence belongs to it when any crime, or a broader one than that, is asked for.
        `inherited` leaves out what says which offences the convention itself is open to.
        """
        kinds = {route.kind for route in routes}
        crimes = {crime, *self.wider(crime)} if crime else set()
        crimes |= {route.by.object for route in routes if route.kind in ("offence", "broader", "part")}
        if "serious-crime" in kinds:
            crimes.add("serious-crime")
        said = self.of(provided.instrument, "subject-to")
        found = [
            s
            for s in said
            if (s.relevant and (self._reaches(s, provided.object) or s.relevant in crimes))
            or (not s.relevant and self._together(s.subject, provided.subject))
        ]
        found = [s for s in found if s.object != EXCLUDED_OFFENCE]
        within = self.narrower(crime) if crime else set()
        found += [s for s in self.excluded(provided) if not crime or s.relevant in within]
        if crime and "serious-crime" not in kinds:
            found = [s for s in found if s.object != SERIOUS_CRIME]
        if inherited:
            found = [s for s in found if s.object not in (ANY_OFFENCE, SERIOUS_CRIME, OWN_OFFENCE)]
        elif crime and not kinds & {"offence", "broader", "part"}:
            # The other branch of the scope: the crime is none of the convention's own offences.
            found = [s for s in found if s.object != OWN_OFFENCE or s.relevant not in ALL_MECHANISMS]
        # Definitions, such as what a group is, belong to the condition that they define.
        named = {s.object for s in found} - {EXCLUDED_OFFENCE}
        defined = [s for s in said if s.object in named and s.relevant and not self._is_scope(s.relevant)]
        return list(dict.fromkeys([*found, *defined]))

    def _is_scope(self, relevant: str) -> bool:
        return self.is_a(relevant, "mechanism") or self.is_a(relevant, "crime")

    def _together(self, one: str, other: str) -> bool:
        return one == other or one in self._within(other) or other in self._within(one)

    def _within(self, part: str) -> set[str]:
        return {x for x in self.above(part) if self.is_a(x, "article")}


def closure(start: str, edges: dict[str, list[str]]) -> set[str]:
    """All that can be reached from a start, without the start."""
    found: set[str] = set()
    open_ends = [start]
    while open_ends:
        for end in edges.get(open_ends.pop(), ()):
            if end not in found and end != start:
                found.add(end)
                open_ends.append(end)
    return found


def _turned(edges: dict[str, list[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for start, ends in edges.items():
        for end in ends:
            found.setdefault(end, []).append(start)
    return found
