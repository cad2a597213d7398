"""basis on the installed data, against an evaluation of the files in plain Python that shares no code with it."""

from __future__ import annotations

import calendar
import csv
import re
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tocgraph.reports.basis import basis
from tocgraph.store import OpenStore, open_store

DATA = Path(__file__).parents[2] / "data"
FACT = ("preferred", "normal")
SEEN = (*FACT, "unverified")
RELATIONS = ("provides-for", "criminalizes", "subject-to")
SCOPES = ("convention-offence", "electronic-evidence-any-offence", "penalty-of-four-years")


def load(name: str) -> Any:
    path = DATA / name
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader) if path.is_file() else []


def filled(template: str, row: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: row[match[1]], template)


class World:
    """The claims of the files: dictionaries of texts, by relation."""

    def __init__(self) -> None:
        schema = load("schema.yaml")
        self.wider_type = {t["id"]: t.get("broader") for t in schema["entity_types"]}
        entities = load("entities.yaml")
        self.type = {e["id"]: e["type"] for e in entities}
        codes = {e["identifiers"]["iso3"]: e["id"] for e in entities if "iso3" in e.get("identifiers", {})}
        claims: dict[tuple[str, ...], dict[str, Any]] = {}
        for r in load("relations.yaml"):
            self._add(claims, r, {})
        for block in load("tables.yaml"):
            path = DATA / "tables" / block["table"]
            with path.open(encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    coded = block.get("codes", {})
                    cells = {k: codes.get(v, v) if k in coded else v for k, v in row.items()}
                    for template in block.get("entities", []):
                        self.type.setdefault(filled(template["id"], cells), template["type"])
                    for template in block.get("relations", []):
                        when = template.get("when", {})
                        if isinstance(when, list):
                            fits = all(cells[c] for c in when)
                        else:
                            fits = all(cells[c] == v for c, v in when.items())
                        if fits:
                            self._add(claims, template, cells)
        self.by: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for claim in claims.values():
            self.by[claim["relation"]].append(claim)
        self.up = self._edges("broader")
        self.down: dict[str, set[str]] = defaultdict(set)
        for low, highs in self.up.items():
            for high in highs:
                self.down[high].add(low)
        self.whole = self._edges("part-of")
        self.parent = self._edges("supplements")
        self.said: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        for relation in ("criminalizes", "provides-for", "requires", "subject-to"):
            for claim in self.by[relation]:
                home = self.home(claim["subject"])
                if home and claim["standing"] in SEEN and not claim["speaker"]:
                    self.said[home, relation].append(claim)
        self.party = self._parties()

    def _add(self, claims: dict[tuple[str, ...], dict[str, Any]], form: dict[str, Any], cells: dict[str, str]) -> None:
        texts = {
            k: filled(form[k], cells) if k in form else ""
            for k in ("subject", "relation", "object", "value", "since", "until", "standing")
        }
        if not texts["subject"] or not (texts["object"] or texts["value"]):
            return
        qualifiers = form.get("qualifiers", {})
        texts["for"] = filled(qualifiers.get("for", ""), cells)
        status = qualifiers.get("status", "")
        texts["status"] = status.get("en", "") if isinstance(status, dict) else filled(status, cells)
        texts["speaker"] = "yes" if qualifiers.keys() & {"held-by", "according-to"} else ""
        for name in ("counting", "act"):
            content = qualifiers.get(name, "")
            texts[name] = content.get("en", "") if isinstance(content, dict) else content
        texts["standing"] = texts["standing"] or "normal"
        key = tuple(texts[k] for k in ("subject", "relation", "object", "value", "since", "until"))
        if key not in claims:
            claims[key] = texts
        else:  # a row that says what another one says adds to it
            for k in ("for", "status", "counting", "act", "speaker"):
                claims[key][k] = claims[key][k] or texts[k]

    def _edges(self, relation: str) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for claim in self.by[relation]:
            if claim["standing"] in FACT:
                found[claim["subject"]].add(claim["object"])
        return found

    def is_a(self, entity: str, kind: str) -> bool:
        own = self.type.get(entity)
        while own and own != kind:
            own = self.wider_type[own]
        return own == kind

    def reach(self, start: str, edges: dict[str, set[str]]) -> set[str]:
        found, left = set(), set(edges.get(start, ()))
        while left:
            found |= left
            left = {e for x in left for e in edges.get(x, ())} - found
        return found - {start}

    def home(self, subject: str) -> str:
        for candidate in [subject, *sorted(self.reach(subject, self.whole))]:
            whole = self.is_a(candidate, "instrument") and not self.is_a(candidate, "provision")
            if whole and (candidate == subject or self.is_a(subject, "provision")):
                return candidate
        return ""

    def statements(self, instrument: str, relation: str) -> list[dict[str, Any]]:
        def depth(claim: dict[str, Any]) -> int:
            return 0 if claim["subject"] == instrument else 2 if self.is_a(claim["subject"], "article") else 1

        said = self.said[instrument, relation]
        return [c for c in said if depth(c) == max(depth(d) for d in said if d["object"] == c["object"])]

    def _parties(self) -> dict[tuple[str, str], list[dict[str, Any]]]:
        found: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        for claim in self.by["party-to"]:
            found[claim["subject"], claim["object"]].append(claim)
        starts, waits = defaultdict(list), defaultdict(list)
        for claim in self.by["entered-into-force-on"]:
            starts[claim["subject"]].append(claim)
        for claim in self.by["binds-after"]:
            waits[claim["subject"]].append(claim)
        computed: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
        for consent in self.by["consents-to"]:
            if consent["act"] == "succession":
                continue
            pair = consent["subject"], consent["object"]
            for wait in waits[pair[1]]:
                for start in starts[pair[1]]:
                    worst = max(((*SEEN, "disputed", "rejected")).index(c["standing"]) for c in (consent, wait, start))
                    since = bound_from(consent["since"], wait, start["value"])
                    if since and worst < len(SEEN):
                        computed[pair].append({"since": since, "until": "", "standing": SEEN[worst]})
        for pair, derived in computed.items():
            stated = list(found[pair])
            for claim in derived:
                finer = all(
                    s["standing"] in SEEN
                    and claim["since"].startswith(s["since"])
                    and len(claim["since"]) > len(s["since"])
                    for s in stated
                )
                coarse = any(o["since"].startswith(claim["since"]) and o["since"] != claim["since"] for o in derived)
                ends = [s["until"] for s in stated if s["until"] and s["standing"] in SEEN]
                if finer and not coarse:
                    found[pair].append({**claim, "until": min(ends, default="")})
        return found

    def record(self, instrument: str, relation: str) -> list[dict[str, Any]]:
        return [c for c in self.by[relation] if c["subject"] == instrument and c["standing"] in FACT]

    def verdict(self, state: str, instrument: str, day: str | None) -> str:
        entered = max((c["value"] for c in self.record(instrument, "entered-into-force-on")), key=longest, default="")
        adopted = max((c["value"] for c in self.record(instrument, "adopted-on")), key=longest, default="")
        if day and (entered or adopted) and first(entered or adopted) > last(day):
            return "no"
        claims = self.party[state, instrument]
        consents = [
            c
            for c in self.by["consents-to"]
            if (c["subject"], c["object"], c["standing"] in FACT) == (state, instrument, True)
        ]
        later = (
            bool(consents) and bool(day) and all(c["since"] and first(c["since"]) > last(day or "") for c in consents)
        )
        lists = self.record(instrument, "parties-recorded-to")
        to = max((c["value"] for c in lists), key=first, default="")
        complete = any(c["status"] == "complete" for c in lists if c["value"] == to)
        opinions = []
        for claim in claims:
            if claim["standing"] not in FACT:
                continue
            since, until = claim["since"], claim["until"]
            if until and (not day or last(until) <= first(day)):
                opinions.append("no")
            elif until and first(until) <= last(day or ""):
                opinions.append("unknown")
            elif not day:
                opinions.append("yes")
            elif since:
                certain = "yes" if last(since) <= first(day) else "unknown"
                opinions.append("no" if first(since) > last(day) else certain)
            elif later:
                opinions.append("no")
            else:
                opinions.append("yes" if to and last(to) <= first(day) else "unknown")
        for opinion in ("yes", "unknown", "no"):
            if opinion in opinions:
                return opinion
        if consents:
            counts = sorted(self.record(instrument, "party-count"), key=lambda c: c["since"])
            needed = [c["value"] for c in self.record(instrument, "ratifications-needed")]
            few = not entered and counts and needed and float(counts[-1]["value"]) < float(max(needed))
            if few and (not day or (counts[-1]["since"] and last(day) <= last(counts[-1]["since"]))):
                return "no"
            return "no" if later else "unknown"
        if any(c["standing"] == "unverified" for c in claims) or not to or not complete:
            return "unknown"
        if day:
            return "unknown" if last(day) > last(to) else "no"
        # A list that ended years before the newest one says nothing of today.
        newest = max(last(c["value"]) for c in self.by["parties-recorded-to"])
        return "unknown" if int(newest[:4]) - int(last(to)[:4]) >= 3 else "no"


def first(text: str) -> str:
    return f"{text}-01-01"[:10] if len(text) == 4 else f"{text}-01"[:10]


def last(text: str) -> str:
    if len(text) == 4:
        return f"{text}-12-31"
    if len(text) == 7:
        return f"{text}-{calendar.monthrange(int(text[:4]), int(text[5:]))[1]}"
    return text


def longest(text: str) -> tuple[int, str]:
    return len(text), text


def bound_from(consented: str, wait: dict[str, Any], entered: str) -> str:
    """The day on which a State is bound, as exact as its consent and the treaty's own entry into force."""
    if not consented:
        return ""

    def passed(day: str) -> str:
        number, unit = int(wait["value"][1:-1]), wait["value"][-1]
        begin = date.fromisoformat(day)
        if unit == "D":
            end = begin + timedelta(days=number)
        else:
            months = begin.year * 12 + begin.month - 1 + number
            year, month = months // 12, months % 12 + 1
            end = date(year, month, min(begin.day, calendar.monthrange(year, month)[1]))
        if wait["counting"] == "first day of the month":
            end = date(end.year + (end.month == 12), end.month % 12 + 1, 1)
        return end.isoformat()

    early = max(passed(first(consented)), first(entered))
    late = max(passed(last(consented)), last(entered))
    for length in (10, 7, 4):
        if early[:length] == late[:length]:
            return early[:length]
    return ""


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


@pytest.fixture(scope="module")
def shipped() -> OpenStore:
    return open_store(DATA)


WORLD = World()
STATES = sorted({c["subject"] for c in WORLD.by["consents-to"] if WORLD.is_a(c["subject"], "state")})
CRIMES = sorted(e for e in WORLD.type if WORLD.is_a(e, "crime"))
FORMS = sorted({c["object"] for c in WORLD.by["provides-for"] if WORLD.is_a(c["object"], "mechanism")})
MAIN = ["extradition", "mutual-legal-assistance", "law-enforcement-cooperation", "joint-investigations"]
DAYS = st.none() | st.integers(1950, 2026).map(str) | st.dates(date(1985, 1, 1), date(2026, 12, 31)).map(str)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(st.sampled_from(STATES), min_size=2, max_size=2, unique=True),
    st.sampled_from(MAIN) | st.sampled_from(FORMS) | st.none(),
    st.sampled_from(CRIMES) | st.none(),
    DAYS,
)
def test_basis_says_what_the_files_say(
    shipped: OpenStore, pair: list[str], form: str | None, crime: str | None, day: str | None
) -> None:
    states = (pair[0], pair[1])
    answer = basis(shipped, *states, form, crime, day)
    assert answer.table is not None
    rows = [dict(zip(answer.table.columns, row, strict=True)) for row in answer.table.rows]
    expected = Expected(WORLD, states, form, crime, day)

    def of(section: str, *parts: str) -> list[dict[str, Any]]:
        return [r for r in rows if r["section"] == section and (not parts or r["part"] in parts)]

    assert {r["instrument"] for r in of("basis", "party")} == set(expected.bases)
    assert [a.id for a in answer.answers] == list(dict.fromkeys(r["instrument"] for r in of("basis", "party")))
    assert {r["instrument"] for r in of("not-known")} == expected.not_known
    assert {(r["instrument"], r["id"]) for r in of("missing", "joins")} == expected.missing
    for instrument, (forms, routes, firm) in expected.bases.items():
        mine = [r for r in of("basis") if r["instrument"] == instrument]
        found = {
            (r["id"], r["article"] or r["through"] or instrument, r["through"])
            for r in mine
            if r["part"] == "mechanism"
        }
        assert found == forms
        if crime:
            offences = {
                (r["detail"], r["article"] or r["through"] or instrument, r["id"])
                for r in mine
                if r["part"] == "offence"
            }
            assert offences == routes
        else:
            assert {(r["article"], r["id"]) for r in mine if r["part"] == "offence"} == expected.listed[instrument]
        notes = [(r["id"], r["text"]) for r in mine if r["part"] == "note"]
        assert len(notes) == len(set(notes))
        conditions = {(r["article"], r["id"]) for r in mine if r["part"] == "condition"}
        assert firm <= conditions
    police = WORLD.reach("law-enforcement-cooperation", WORLD.down) | {"law-enforcement-cooperation"}
    for organization in {r["instrument"] for r in of("channel")}:
        work = {c["object"] for c in WORLD.by["carries-out"] if c["subject"] == organization}
        assert WORLD.is_a(organization, "police-organization") or work & police
        for state in states:
            claims = [c for c in WORLD.by["member-of"] if (c["subject"], c["object"]) == (state, organization)]
            assert any(not day or not c["since"] or first(c["since"]) <= last(day) for c in claims)
    assert len(of("notice")) == 1


def test_what_the_1988_convention_leaves_out_is_left_out(shipped: OpenStore) -> None:
    """Articles 4 to 9 and 11 are for the offences of article 3(1); those of consumption stand in article 3(2)."""
    crime = "drug-possession-for-personal-consumption"
    for form in ("extradition", "mutual-legal-assistance", "asset-confiscation", "controlled-delivery"):
        assert "drug-convention-1988" not in {a.id for a in basis(shipped, "egypt", "italy", form, crime).answers}
        assert "drug-convention-1988" in {
            a.id for a in basis(shipped, "egypt", "italy", form, "drug-trafficking").answers
        }
