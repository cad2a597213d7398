"""The Council of Europe's chart of signatures and ratifications of a treaty: its JSON, or its page as saved.

JSON: a list of lists (member states, other states, organizations) of objects with `LibPaysOrga`, `NumSTE`,
`DateSignature`, `DateConsentement`, `DateEntreeVigueur`, `DateDenonciation`, `DateEffetDenonciation`,
`DateSuspension`. It gives the day of consent without the kind of act.

HTML: the page as a browser shows it, whose table has the columns Signature, Ratification and Entry into Force.
"""

from __future__ import annotations

import json
import re
from typing import Any

from tocgraph.dates import parse_date
from tocgraph.importers.markup import Row, parse_html
from tocgraph.importers.status import ACTS, Participant, Status, failed, footnotes, looks_like_html

SCHEME = "cets"

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T00:00(?::00(?:\.0+)?)?Z?)?")
_CELL = re.compile(r"(\d{2})/(\d{2})/(\d{4})(?:\s*([A-Za-z]{1,2}))?\.?")
_CHART = re.compile(r"signatures and ratifications of treaty (?:no\.? ?)?(\d{1,3})\b", re.IGNORECASE)
_AS_OF = re.compile(r"status as of (\d{2})/(\d{2})/(\d{4})", re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]*>([^<]*)", re.IGNORECASE)
_COLUMNS = ("signature", "ratification", "entry into force")
_MARKS = {"a": "accession", "s": "definitive signature", "su": "succession"}
_PAGE_HINT = "open the chart in a browser, wait for its table, and save the whole page; or save its JSON"


def read(data: bytes, file: str) -> Status:
    """The chart in a file's bytes, JSON or HTML.

    Raises:
        TocgraphError: it is not such a chart.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise failed(file, line, "is not UTF-8 text", "save the page or the JSON again as UTF-8") from error
    if text.lstrip()[:1] in ("[", "{"):
        return _from_json(text, file)
    if text.lstrip().startswith("<?xml") and not looks_like_html(data):
        hint = "for a status document of the UN Treaty Collection use `tocgraph import untc`"
        raise failed(file, 1, "is XML, not a chart", hint)
    return _from_html(text, file)


def _from_json(text: str, file: str) -> Status:
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        hint = "the file was cut off or changed: save the JSON again"
        raise failed(file, error.lineno, f"not JSON: {error.msg}", hint) from error
    except RecursionError as error:
        raise failed(file, 1, "nested too deep to be a chart", "save the JSON again") from error
    lists = content if isinstance(content, list) else []
    rows = [(f"list {n}, entry {m}", row) for n, part in enumerate(lists, 1) if isinstance(part, list)
            for m, row in enumerate(part, 1)]  # fmt: skip
    if not rows or not all(isinstance(row, dict) and isinstance(row.get("LibPaysOrga"), str) for _, row in rows):
        hint = "a chart is a list of lists of entries with LibPaysOrga, DateSignature, DateConsentement"
        raise failed(file, 0, "is JSON, but not a chart of signatures", hint)
    numbers = {str(row.get("NumSTE") or "").strip() for _, row in rows} - {""}
    if len(numbers) > 1:
        raise failed(file, 0, f"mixes treaties {', '.join(sorted(numbers))}", "save the chart of one treaty")
    if not any("DateConsentement" in row for _, row in rows):
        raise failed(file, 0, "no entry has DateConsentement", "save the chart of signatures of one treaty")
    found = tuple(_entry(row, f"{file}: {place}") for place, row in rows)
    return Status(SCHEME, tuple(number(n) for n in numbers), "", found)


def _entry(row: dict[str, Any], place: str) -> Participant:
    unclear = ""

    def day(field: str) -> str:
        nonlocal unclear
        value = row.get(field)
        if value in (None, ""):
            return ""
        match = _DAY.fullmatch(value) if isinstance(value, str) else None
        try:
            return parse_date(match[1]).text if match else _no_day(value)
        except ValueError:
            unclear = unclear or f"{field} is no day: {value}"
            return ""

    signed, consented = day("DateSignature"), day("DateConsentement")
    in_force, withdrawn = day("DateEntreeVigueur"), day("DateEffetDenonciation")
    denounced, suspended = day("DateDenonciation"), day("DateSuspension")
    notes = []
    if denounced:
        notes.append(f"Denounced on {denounced}.")
        unclear = unclear or ("" if withdrawn else f"denounced on {denounced}, effect not told")
    if suspended:
        notes.append(f"Suspended on {suspended}.")
    acts = ("unspecified", *ACTS[:-1]) if consented else ()
    name = " ".join(row["LibPaysOrga"].split())
    return Participant(name, place, signed, acts, consented, in_force, withdrawn, False, tuple(notes), unclear)


def _no_day(value: object) -> str:
    raise ValueError(f"{value!r} is not a day")


def _from_html(text: str, file: str) -> Status:
    page = parse_html(text)
    chart = next((rows for rows in page.tables if _heading(rows) is not None), None)
    if chart is None:
        empty = "enable JavaScript" in text and not page.tables
        what = "holds the page without its table" if empty else "has no table with Signature and Ratification"
        raise failed(file, 0, what, _PAGE_HINT)
    head = _heading(chart) or 0
    places = _places(chart[head])
    notes = next((i for i, cell in enumerate(chart[head].cells) if cell.lower().startswith("note")), -1)
    found = tuple(_row(row, places, notes, file) for row in chart[head + 1 :] if _is_entry(row, places))
    if not found:
        raise failed(file, chart[head].line, "its table has no entries", _PAGE_HINT)
    named = _CHART.search(page.text)
    dated = _AS_OF.search(page.text)
    title = _TITLE.search(text)
    return Status(
        SCHEME,
        (number(named[1]),) if named else (),
        " ".join(title[1].split()) if title else "",
        found,
        as_of=f"{dated[3]}-{dated[2]}-{dated[1]}" if dated else "",
    )


def number(text: str) -> str:
    """A treaty number with three digits, as the depositary writes it: 24 becomes 024; other texts stay."""
    return f"{int(text):03d}" if text.isascii() and text.isdigit() else text


def _heading(rows: list[Row]) -> int | None:
    """The index of the row that heads a chart."""
    return next((i for i, row in enumerate(rows) if len(_places(row)) == len(_COLUMNS)), None)


def _places(row: Row) -> dict[str, int]:
    names = [cell.lower().strip(" :*") for cell in row.cells]
    return {name: names.index(name) for name in _COLUMNS if name in names}


def _is_entry(row: Row, places: dict[str, int]) -> bool:
    """Whether a row is a participant with any act: not a heading within the table, nor a state without acts."""
    filled = len(row.cells) > max(places.values()) and any(row.cells[column] for column in places.values())
    return filled and not _places(row) and bool(_name(row, places))


def _name(row: Row, places: dict[str, int]) -> str:
    return next((cell for cell in row.cells[: min(places.values())] if cell), "")


def _row(row: Row, places: dict[str, int], notes: int, file: str) -> Participant:
    days: dict[str, str] = {}
    unclear, mark = "", ""
    for name, column in places.items():
        text = row.cells[column]
        match = _CELL.fullmatch(text)
        try:
            days[name] = parse_date(f"{match[3]}-{match[2]}-{match[1]}").text if match else ""
        except ValueError:
            match = None
        if match is None and text.strip("-–— "):
            unclear = unclear or f"no date in {name!r}: {text}"
            days[name] = ""
        if match and name == "ratification":
            mark = (match[4] or "").lower()
    acts: tuple[str, ...] = ()
    if days["ratification"]:
        # Without a mark the column stands for every act that follows a signature.
        acts = ("ratification", "acceptance", "approval") if not mark else (_MARKS.get(mark, ""),)
        if not acts[0]:
            unclear = unclear or f"the mark {mark!r} is not known: {row.cells[places['ratification']]}"
            acts = ("unspecified",)
    noted = re.findall(r"\d+", row.cells[notes]) if 0 < notes < len(row.cells) else []
    return Participant(
        _name(row, places),
        f"{file}:{row.line}",
        days["signature"],
        acts,
        days["ratification"],
        days["entry into force"],
        notes=footnotes(noted),
        unclear=unclear,
    )
