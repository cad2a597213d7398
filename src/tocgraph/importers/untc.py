"""Status documents of the United Nations Treaty Collection: the XML of a treaty deposited with the Secretary-General.

    Header / ExternalData / Titlesect, Status / Signatories, Parties
    Treaty / Participants / Table / TGroup / Thead / Row / Entry      the headings, which explain the marks
                                           Tbody / Rows / Row / Entry the participants

A heading such as "Acceptance(A), Ratification, Accession(a)" says what the mark after a date means. Footnote
numbers stand in `superscript`, mostly written as escaped markup inside the text. An act in square
brackets no longer stands.
"""

from __future__ import annotations

import datetime
import html
import re
from typing import NamedTuple

from tocgraph.importers.markup import Element, parse_xml
from tocgraph.importers.status import ACTS, Participant, Status, failed, footnotes, looks_like_html

SCHEME = "untc"

LONGEST = 5_000
"""Characters of a cell that are looked at: what comes after makes it unclear, but not slow to read."""

_MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_FOOTNOTES = re.compile(r"<superscript>(.*?)</superscript>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_DATE = re.compile(r"(\[)?\s*(\d{1,2}) ([A-Za-z]{3})[a-z]*\.? (\d{4})(?: ?([A-Za-z]{1,3})\b)?\s*(\])?")
_LEGEND = re.compile(r"(.+?)\s*(?:\(\s*([A-Za-z]{1,3})\s*\))?")
_CHAPTER = re.compile(r"chapter\s+([ivxlcdm]+)\b", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,3})[\s.\-]*(?:\(?([a-z])\)?)?[\s.]*")
_FILE = re.compile(r"([ivxlcdm]+(?:-[a-z])?-\d{1,3}(?:-[a-z])?)(?=[^a-z0-9-]|$)", re.IGNORECASE)
_REFERENCE = re.compile(r"([ivxlcdm]+)((?:[\s.\-]*[a-z])?)[\s.\-]*(\d{1,3})[\s.\-]*([a-z])?", re.IGNORECASE)

_KINDS = {
    **{act: act for act in ACTS if act != "unspecified"},
    "act of formal confirmation": "formal confirmation",
    "consent to be bound": "unspecified",
    "signature": "signature",
    "succession to signature": "succession to signature",
}
_SIGNING = ("signature", "succession to signature", "definitive signature")


def reference(text: str) -> str:
    """A chapter and number in one notation: "XVIII.12.a", "xviii-12-a" become "XVIII-12-a"; else empty."""
    match = _REFERENCE.fullmatch(text.strip())
    if match is None:
        return ""
    section = match[2].strip(" .-").upper()
    return "-".join(part for part in (match[1].upper(), section, match[3], (match[4] or "").lower()) if part)


def read(data: bytes, file: str) -> Status:
    """The status document in a file's bytes.

    Args:
        data: The file as saved.
        file: Its name, for messages; the depositary's own names (XVIII-12-a.en.xml) carry the treaty number.

    Raises:
        TocgraphError: it is not such a document, or one in another language than English.
    """
    if looks_like_html(data):
        raise failed(file, 1, "is an HTML page, not XML", "on the treaty's status page choose XML and save what opens")
    if data.lstrip()[:1] in (b"[", b"{"):
        raise failed(file, 1, "is JSON, not XML", "for a Council of Europe chart use `tocgraph import coe`")
    root = parse_xml(data, file)
    section = root.first("participants")
    if section is None:
        hint = "on the treaty's status page choose XML and save what opens"
        raise failed(file, root.line, f"has no Participants in <{root.tag}>", hint)
    tables = [t for t in section.walk() if t.tag == "table" and t.first("tbody")]
    if not tables:
        hint = "the treaty has none yet, or the file was cut off"
        raise failed(file, section.line, "its Participants hold no table", hint)
    columns, warnings = _columns(tables[0], file)
    if len(tables) > 1:
        warnings.append(f"line {tables[1].line}: a second table of participants was not read")
    body = tables[0].first("tbody")
    rows = [row for row in body.walk() if row.tag == "row"] if body else []
    if not rows:
        raise failed(file, tables[0].line, "its table has no participants", "save the document again")
    participants = tuple(_participant(row, columns, file) for row in rows)
    signatories, parties = _count(root, "signatories"), _count(root, "parties")
    numbers, title = _numbers(root, file), _title(root)
    return Status(SCHEME, numbers, title, participants, signatories, parties, warnings=tuple(warnings))


class _Column(NamedTuple):
    """What the dates of a column mean, by the mark after them."""

    heading: str
    kinds: dict[str, str]


def _columns(table: Element, file: str) -> tuple[list[_Column], list[str]]:
    head = table.first("thead")
    row = head.first("row") if head else None
    headings = [_clean(e.text)[0] for e in row.children("entry")] if row else []
    line = row.line if row else table.line
    if not headings or not headings[0].lower().startswith("participant"):
        raise failed(file, line, "its first column is not headed 'Participant'", "save the English XML (.en.xml)")
    columns, warnings = [], []
    for heading in headings[1:]:
        items = [m for m in (_LEGEND.fullmatch(item.strip()) for item in heading.split(",")) if m]
        known = {m[2] or "": _KINDS[m[1].lower()] for m in items if m[1].lower() in _KINDS}
        if not known:
            warnings.append(f"line {line}: the column {heading!r} was not read")
        elif len(items) == 1:
            known.setdefault("", next(iter(known.values())))
        columns.append(_Column(heading, known))
    if not any(column.kinds for column in columns):
        hint = "save the English XML (.en.xml); its headings are Signature, Ratification, Accession(a) ..."
        raise failed(file, line, f"no heading is known: {', '.join(headings[1:])}", hint)
    return columns, warnings


def _participant(row: Element, columns: list[_Column], file: str) -> Participant:
    entries = row.children("entry")
    place = f"{file}:{row.line}"
    if len(entries) != len(columns) + 1:
        message = f"a row of {len(entries)} cells where the heading has {len(columns) + 1}"
        raise failed(file, row.line, message, "the file was cut off or is of another kind: save it again")
    name, numbers = _clean(entries[0].text)
    if not name:
        raise failed(file, row.line, "a row without a participant", "save the document again")
    found = Participant(name, place)
    notes: list[str] = []
    unclear = ""
    for column, entry in zip(columns, entries[1:], strict=True):
        text, marks = _clean(entry.text)
        numbers += marks
        if not text or not column.kinds:
            continue
        acts, problem = _acts(text, column)
        unclear = unclear or problem
        standing = [act for act in acts if not act.ended]
        if len(standing) > 1:
            unclear = unclear or f"several dates in {column.heading!r}: {text}"
        for act in standing or acts[-1:]:
            if act.kind in _SIGNING:
                found = found._replace(signed=act.date)
            if act.kind not in _SIGNING[:2]:
                if found.consented:
                    unclear = unclear or f"several acts of consent: {text}"
                found = found._replace(acts=(act.kind,), consented=act.date, ended=act.ended)
            elif act.ended:
                unclear = unclear or f"a signature in brackets: {text}"
            elif act.kind == "succession to signature":
                notes.append("Succession to signature.")
        if standing and len(acts) > len(standing):
            notes.append("Another act stands in brackets.")
    return found._replace(notes=(*notes, *footnotes(numbers)), unclear=unclear)


class _Act(NamedTuple):
    date: str
    kind: str
    ended: bool


def _acts(text: str, column: _Column) -> tuple[list[_Act], str]:
    """The dated acts of a cell, and what is unclear about them."""
    acts = []
    for match in _DATE.finditer(text):
        opening, day, month, year, mark, closing = match.groups()
        try:
            date = datetime.date(int(year), _MONTHS[month.lower()], int(day)).isoformat()
        except (KeyError, ValueError):
            return [], f"no date: {text}"
        if (mark or "") not in column.kinds:
            return [], f"the heading {column.heading!r} does not explain {mark or 'a date without mark'!r}: {text}"
        acts.append(_Act(date, column.kinds[mark or ""], bool(opening and closing)))
    rest = _DATE.sub("", text).strip(" ,;")
    return acts, f"not understood in {column.heading!r}: {text}" if rest or not acts else ""


def _clean(text: str) -> tuple[str, list[str]]:
    """A cell as one line without markup, and the footnote numbers in it."""
    text = html.unescape(" ".join(text.split())[:LONGEST])
    numbers = [n for mark in _FOOTNOTES.findall(text) for n in re.findall(r"\w+", mark)]
    return " ".join(_TAG.sub("", _FOOTNOTES.sub("", text)).split()), numbers


def _title(root: Element) -> str:
    title = root.first("titlesect")
    return _clean(title.text)[0] if title else ""


def _count(root: Element, name: str) -> int | None:
    status = root.first("status")
    element = status.first(name) if status else None
    text = _clean(element.text)[0].rstrip(".") if element else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None


def _numbers(root: Element, file: str) -> tuple[str, ...]:
    """The treaty numbers that the heading and the file name give, the heading's first."""
    chapter = number = ""
    for element in root.walk():
        if element.tag in ("titlesect", "participants"):
            break
        if any(isinstance(part, Element) for part in element.parts):
            continue
        text = _clean(element.text)[0]
        if match := _CHAPTER.fullmatch(text):
            chapter = match[1].upper()
        elif match := _NUMBER.fullmatch(text):
            number = "-".join(part for part in match.groups() if part)
    named = _FILE.match(file.replace("\\", "/").rpartition("/")[2])
    found = (f"{chapter}-{number}" if chapter and number else "", reference(named[1]) if named else "")
    return tuple(dict.fromkeys(text for text in found if text))
