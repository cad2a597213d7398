"""The claims of the data files and what follows from them, worked out in plain Python that shares no code with ours."""

from __future__ import annotations

import calendar
import csv
import re
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parents[1] / "data"
FACT = ("preferred", "normal")
SEEN = (*FACT, "unverified")


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
