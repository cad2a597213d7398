"""What `basis` is to say of two States, worked out from the claims of the files alone."""

from __future__ import annotations

from typing import Any

from plain_claims import FACT, World

RELATIONS = ("provides-for", "criminalizes", "subject-to")
SCOPES = ("convention-offence", "electronic-evidence-any-offence", "penalty-of-four-years")


class Expected:
    """What basis is to say, worked out from the claims."""

    def __init__(self, world: World, states: tuple[str, str], form: str | None, crime: str | None, day: str | None):
        self.w, self.states, self.form, self.crime, self.day = world, states, form, crime, day
        self.bases: dict[str, tuple[set[Any], set[Any], set[Any]]] = {}
        self.listed: dict[str, set[tuple[str, str]]] = {}
        self.not_known: set[str] = set()
        self.missing: set[tuple[str, str]] = set()
        accepted = {form, *world.reach(form, world.down)} if form else set()
        relations = ("provides-for", "requires") if form else ("provides-for",)

        def provided(instrument: str) -> list[dict[str, Any]]:
            said = [c for r in relations for c in world.statements(instrument, r)]
            return [c for c in said if (c["object"] in accepted if form else world.is_a(c["object"], "mechanism"))]

        instruments = {i for i, _ in world.said} | set(world.parent)
        for instrument in sorted(instruments):
            ways = [(c, "") for c in provided(instrument)]
            if form:
                ways += [(c, p) for p in self.parents(instrument) for c in provided(p)]
            verdicts = self.verdicts(instrument)
            treaty = world.is_a(instrument, "convention") or world.is_a(instrument, "protocol")
            if not ways or (not treaty and not self.recorded(instrument)):
                continue
            open_to = [(c, p, self.routes(instrument, c)) for c, p in ways]
            good = [(c, p, r) for c, p, r in open_to if r or not crime]
            chosen = good or [(c, p, r) for c, p, r in open_to if r is None]
            if not chosen:
                continue
            if any(not p for _, p, _ in chosen):
                chosen = [(c, p, r) for c, p, r in chosen if not p or self.joined(p)]
            else:
                order = ["no", "unknown", "yes"]
                above = self.verdicts(chosen[0][1])
                verdicts = tuple(min(pair, key=order.index) for pair in zip(verdicts, above, strict=True))
            if verdicts == ("yes", "yes"):
                if good:
                    self.bases[instrument] = self.details(instrument, chosen)
                    self.listed[instrument] = self.offences(instrument, chosen)
                else:
                    self.not_known.add(instrument)
            elif "no" not in verdicts:
                self.not_known.add(instrument)
            elif good and sorted(verdicts) == ["no", "yes"]:
                self.missing.add((instrument, states[verdicts.index("no")]))
        with_parts = {x for part in world.whole for x in world.reach(part, world.whole)}
        for claim in world.by["parties-recorded-to"]:
            instrument = claim["subject"]
            relations = ("provides-for", "requires", "criminalizes", "subject-to") if form else RELATIONS
            told = instrument in with_parts or any(world.said.get((instrument, r)) for r in relations)
            if not told and claim["standing"] in FACT and self.joined(instrument):
                self.not_known.add(instrument)

    def recorded(self, instrument: str) -> bool:
        relations = ("party-to", "consents-to", "signatory-to", "party-count", "parties-recorded-to")
        ends = (*self.states, instrument)
        return any(
            instrument in (c["subject"], c["object"]) and c["subject"] in ends for r in relations for c in self.w.by[r]
        )

    def verdicts(self, instrument: str) -> tuple[str, ...]:
        return tuple(self.w.verdict(state, instrument, self.day) for state in self.states)

    def joined(self, instrument: str) -> bool:
        return self.verdicts(instrument) == ("yes", "yes")

    def applies(self, instrument: str) -> bool:
        return any(c["object"] == "parent-convention-applies" for c in self.w.said[instrument, "subject-to"])

    def parents(self, instrument: str) -> list[str]:
        return sorted(self.w.parent.get(instrument, ())) if self.applies(instrument) else []

    def reaches(self, condition: dict[str, Any], form: str) -> bool:
        return condition["for"] in {form, "international-cooperation", "all-mechanisms", *self.w.reach(form, self.w.up)}

    def closed(self, provided: dict[str, Any]) -> set[str]:
        """The crimes, with their kinds, that the article or what it is part of leaves out."""
        said = self.w.said[self.w.home(provided["subject"]), "subject-to"]
        places = {provided["subject"], *self.w.reach(provided["subject"], self.w.whole)}
        out = {c["for"] for c in said if c["object"] == "excluded-offence" and c["subject"] in places}
        return out.union(*(self.w.reach(crime, self.w.down) for crime in out))

    def offences(self, instrument: str, chosen: list[Any]) -> set[tuple[str, str]]:
        said = {
            (c["subject"] if c["subject"] != instrument else "", c["object"])
            for c in self.w.statements(instrument, "criminalizes")
            if not all(c["object"] in self.closed(provided) for provided, _, _ in chosen)
        }
        every = self.w.statements(instrument, "criminalizes")
        parts = any(c["subject"] != instrument for c in every)
        return {(article, crime) for article, crime in said if article or not parts}

    def routes(self, instrument: str, provided: dict[str, Any]) -> set[tuple[str, str, str]] | None:
        if not self.crime:
            return set()
        form, closed = provided["object"], self.closed(provided)
        if self.crime in closed:
            return set()
        own = self.w.statements(instrument, "criminalizes")
        taken = [p for p in self.w.parent if instrument in self.parents(p) and self.joined(p)]
        every = own + [c for p in taken for c in self.w.statements(p, "criminalizes")]
        every = [c for c in every if c["object"] not in closed]
        for kind, crimes in (("offence", {self.crime}), ("broader", self.w.reach(self.crime, self.w.up))):
            found = {(kind, c["subject"], c["object"]) for c in every if c["object"] in crimes}
            if found:
                return found
        below = self.w.reach(self.crime, self.w.down)
        found = {("part", c["subject"], c["object"]) for c in every if c["object"] in below}
        scope = [c for c in self.w.statements(instrument, "subject-to") if self.reaches(c, form)]
        for kind, condition in (
            ("any-offence", "electronic-evidence-any-offence"),
            ("serious-crime", "penalty-of-four-years"),
        ):
            found |= {(kind, c["subject"], c["object"]) for c in scope if c["object"] == condition}
        told = own or any(c["object"] in SCOPES for c in scope)
        return found if found or told else None

    def details(self, instrument: str, chosen: list[Any]) -> tuple[set[Any], set[Any], set[Any]]:
        forms = {(c["object"], c["subject"], p) for c, p, _ in chosen}
        routes = {r for _, _, some in chosen for r in some or ()}
        firm = set()
        for said, through, _ in chosen:
            # What certainly belongs to a basis: the conditions for exactly the form of cooperation.
            for condition in self.w.statements(through or instrument, "subject-to"):
                scope = condition["object"] in SCOPES
                if condition["for"] == said["object"] and not scope:
                    firm.add((condition["subject"], condition["object"]))
        return forms, routes, firm
