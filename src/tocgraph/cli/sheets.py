"""An AnswerSet as columns and rows of texts: the part that table, Markdown and CSV share."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from tocgraph.answers import Answer, AnswerSet
from tocgraph.cli.plain import clean
from tocgraph.cli.words import word
from tocgraph.reports.common import relation_label
from tocgraph.store import OpenStore
from tocgraph.store.claims import CitedPlace, Qualifier

CSV_ANSWERS = (
    "id", "label_en", "label_ar", "type", "value", "relation", "inverse", "since", "until", "standing",
    "qualifiers", "note", "claims", "sources", "derived",
)  # fmt: skip
CSV_PATH = ("path", "step", "from", "relation", "forward", "to", "claims", "sources")


class Sheet(NamedTuple):
    """Column names (keys of the output's words) and rows of texts."""

    columns: list[str]
    rows: list[list[str]]


class Notes:
    """Numbers the places that are cited, from 1, in the order in which they come up; with `works`, the works."""

    def __init__(self, wanted: bool = True, works: bool = False) -> None:
        self._wanted = wanted
        self._works = works
        self._numbers: dict[tuple[str, str], int] = {}
        self._texts: list[str] = []

    def mark(self, citations: tuple[CitedPlace, ...]) -> str:
        """The marks of those citations, such as [1][3]; nothing when sources are not wanted."""
        if not self._wanted:
            return ""
        numbers = []
        for place in citations:
            at = "" if self._works else place.at
            known = (place.source, at)
            if known not in self._numbers:
                self._numbers[known] = len(self._numbers) + 1
                self._texts.append(", ".join(filter(None, (place.title, at))))
            numbers.append(self._numbers[known])
        return "".join(f"[{n}]" for n in dict.fromkeys(numbers))

    @property
    def texts(self) -> list[str]:
        """The cited places in the order of their numbers."""
        return self._texts


def text_of(value: Any, language: str) -> str:
    """A value as text: of a text by language the one wanted, else any."""
    if isinstance(value, dict):
        return str(value.get(language) or next(iter(value.values()), ""))
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def details(answer: Answer, opened: OpenStore, language: str) -> str:
    """The qualifiers of an answer in words, after the description that an entity asked for comes with."""
    description = text_of(answer.value, language) if answer.id and answer.value is not None else ""
    return "; ".join(filter(None, (description, qualified(answer.qualifiers, opened, language))))


def qualified(qualifiers: dict[str, Qualifier], opened: OpenStore, language: str) -> str:
    """Qualifiers in words."""
    parts = []
    for qualifier, content in qualifiers.items():
        text = text_of(content, language)
        if opened.schema.qualifiers.get(qualifier, {}).get("value") == "entity":
            named = opened.names.entity(text)
            text = named.name(language) if named else text
        parts.append(f"{opened.schema.label('qualifiers', qualifier, language)}: {text}")
    return "; ".join(parts)


def standing_of(answer: Answer, language: str) -> str:
    """The standing of an answer in words, and whether it is derived; empty for what is simply stated."""
    marks = [answer.standing] if answer.standing != "normal" else []
    marks += ["derived"] if answer.derived else []
    return ("، " if language == "ar" else ", ").join(word(mark, language) for mark in marks)


def answers_sheet(found: AnswerSet, opened: OpenStore, language: str, notes: Notes) -> Sheet:
    """The answers as a table; columns that are empty throughout are left out."""
    several = len({(a.relation, a.inverse) for a in found.answers}) > 1
    schema = opened.schema
    columns = ["answer", "id", "type", "relation", "since", "until", "qualifiers", "standing", "note", "sources"]
    rows = []
    for answer in found.answers:
        relation = answer.relation if several and answer.relation in schema.relations else None
        row = [
            answer.name(language),
            answer.id or "",
            schema.label("types", answer.type, language) if answer.type else "",
            relation_label(opened, relation, answer.inverse, language) if relation else "",
            answer.since,
            answer.until,
            details(answer, opened, language),
            standing_of(answer, language),
            text_of(answer.note, language),
            notes.mark(answer.citations),
        ]
        rows.append([clean(cell) for cell in row])
    used = [i for i in range(len(columns)) if i == 0 or any(row[i] for row in rows)]
    return Sheet([columns[i] for i in used], [[row[i] for i in used] for row in rows])


def path_sheet(found: AnswerSet, opened: OpenStore, language: str, notes: Notes) -> Sheet:
    """The steps of the paths as a table."""
    steps = found.path or ()
    places: dict[str, tuple[CitedPlace, ...]] = {c: a.citations for a in found.answers for c in a.claims}
    columns = ["path", "step", "from", "relation", "to", "claims", "sources"]
    rows = []
    for step in steps:
        claims = claim_ids(step)
        cited = tuple(dict.fromkeys(place for c in claims for place in places.get(c, ())))
        relation = str(step.get("relation_label") or "")
        if not relation and step.get("relation") in opened.schema.relations:
            relation = relation_label(opened, str(step["relation"]), not step.get("forward", True), language)
        ends = [text_of(step.get(f"{end}_label"), language) or str(step.get(end, "")) for end in ("from", "to")]
        row = [
            step.get("path", 1),
            step.get("step", ""),
            ends[0],
            relation,
            ends[1],
            " ".join(claims),
            notes.mark(cited),
        ]
        rows.append([clean(cell) for cell in row])
    first = 0 if len({row[0] for row in rows}) > 1 else 1
    last = len(columns) if any(row[-1] for row in rows) else -1
    return Sheet(columns[first:last], [row[first:last] for row in rows])


def claim_ids(step: dict[str, Any]) -> list[str]:
    """The claims behind one step of a path."""
    return [str(c["id"]) if isinstance(c, dict) else str(c) for c in step.get("claims", ())]


def table_sheet(found: AnswerSet, language: str, notes: Notes | None = None) -> Sheet:
    """The table of a comparison or a count; with `notes`, cells that cite are marked and columns have names."""
    if found.table is None:
        return Sheet([], [])
    columns = list(found.table.columns)
    if notes is not None:
        columns = [clean(text_of(found.table.labels.get(c, c), language)) for c in columns]
    rows = [[clean(_cell(cell, language, notes)) for cell in row] for row in found.table.rows]
    return Sheet(columns, rows)


def _cell(cell: Any, language: str, notes: Notes | None) -> str:
    text = text_of(cell, language)
    cited = cell.get("citations") if isinstance(cell, dict) else None
    if notes is None or not cited:
        return text
    mark = notes.mark(tuple(CitedPlace(place["source"], place["title"], place["at"]) for place in cited))
    return f"{text} {mark}" if mark else text


def csv_sheet(found: AnswerSet) -> Sheet:
    """What CSV holds: the same columns whatever the answers are, ids instead of words."""
    if found.table is not None:
        return table_sheet(found, "en")
    if found.path is not None:
        places = {c: a.citations for a in found.answers for c in a.claims}
        steps = []
        for step in found.path:
            ids = claim_ids(step)
            cited = tuple(dict.fromkeys(place for c in ids for place in places.get(c, ())))
            plain = [text_of(step.get(name), "en") for name in CSV_PATH[:-2]]
            steps.append([clean(cell) for cell in (*plain, " ".join(ids), sources_text(cited))])
        return Sheet(list(CSV_PATH), steps)
    rows = []
    for a in found.answers:
        packed = [json.dumps(v, ensure_ascii=False, sort_keys=True) if v else "" for v in (a.qualifiers, a.note)]
        row = [a.id, a.label.get("en"), a.label.get("ar"), a.type, a.value, a.relation, "true" if a.inverse else ""]
        row += [a.since, a.until, a.standing, *packed, " ".join(a.claims), sources_text(a.citations), a.derived]
        rows.append([clean(text_of(cell, "en")) for cell in row])
    return Sheet(list(CSV_ANSWERS), rows)


def sources_text(citations: tuple[CitedPlace, ...]) -> str:
    """Citations as one text: source ids with their pinpoints in parentheses."""
    return "; ".join(f"{c.source} ({c.at})" if c.at else c.source for c in citations)
