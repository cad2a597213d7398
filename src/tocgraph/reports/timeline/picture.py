"""A timeline as a picture: SVG of its own making, or a page that holds it with the table of events.

The axis is true to scale; labels stand beside it in the same order, moved apart so that none overlap, and a line
leads from each to its place. Kinds of events differ by shape as well as by colour (Okabe and Ito's palette).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import NamedTuple

from tocgraph import files
from tocgraph.answers import AnswerSet
from tocgraph.errors import TocgraphError
from tocgraph.reports.events import BEGINS, DATED, ENDS
from tocgraph.reports.timeline import COLUMNS
from tocgraph.reports.timeline.layout import places, ticks, width_of, wrapped

WIDTH = 1080
_AXIS, _MARK, _DATE, _TEXT, _RIGHT = 84, 164, 182, 276, 24
_TOP, _BOTTOM, _LINE, _GAP = 116, 40, 19, 7
_LEAST = 360
"""Pixels, in the left-to-right layout: the lines on which things stand, margins, a line of text, the least height."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_WORDS = {
    "en": {
        BEGINS: "began", ENDS: "ended", DATED: "happened", "many": "several in one year",
        "vague": "some day in this span",
        "none": "Nothing dated is recorded here.", "unverified": "unverified", "disputed": "disputed",
        "date": "date", "event": "event", "sources": "sources",
    },
    "ar": {
        BEGINS: "بدأ", ENDS: "انتهى", DATED: "حدث", "many": "عدة أحداث في سنة", "vague": "يوم ما في هذه المدة",
        "none": "لا شيء مؤرخ هنا.", "unverified": "غير متحقق منه", "disputed": "محل خلاف",
        "date": "التاريخ", "event": "الحدث", "sources": "المصادر",
    },
}  # fmt: skip
_STYLE = """
.tl{--ground:#fdfcfa;--ink:#1e252d;--soft:#5b6570;--rule:#d5d1c8;
--begins:#00795a;--ends:#b84a00;--dated:#0067a5;--many:#a3477f;
font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic","Geeza Pro",Tahoma,sans-serif}
@media (prefers-color-scheme:dark){.tl{--ground:#14171b;--ink:#e8e6e1;--soft:#a3abb4;--rule:#39414a;
--begins:#2fc79b;--ends:#f08a4b;--dated:#62b4ee;--many:#e39cc8}}
.tl .ground{fill:var(--ground)}.tl text{fill:var(--ink);font-size:14px}.tl .title{font-size:20px;font-weight:650}
.tl .soft{fill:var(--soft);font-size:12.5px}.tl .date{fill:var(--soft);font-size:13px;font-variant-numeric:tabular-nums}
.tl .axis{stroke:var(--soft);stroke-width:1.5}.tl .tick{stroke:var(--rule)}
.tl .lead{fill:none;stroke:var(--rule);stroke-width:1.2}
.tl .doubt{stroke-dasharray:3 3}.tl .begins{fill:var(--begins)}
.tl .ends{fill:var(--ground);stroke:var(--ends);stroke-width:2}
.tl .dated{fill:var(--dated)}.tl .many{fill:var(--many)}.tl .span.ends{fill:var(--ends);stroke:none}
"""
_PAGE = """<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
:root{{color-scheme:light dark}}
body{{margin:0;background:light-dark(#fdfcfa,#14171b);color:light-dark(#1e252d,#e8e6e1);
font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic",Tahoma,sans-serif}}
main{{max-width:1080px;margin:0 auto;padding:0 16px 48px}}
svg{{max-width:100%;height:auto;display:block}}
table{{border-collapse:collapse;width:100%}}
th,td{{text-align:start;vertical-align:top;padding:6px 12px 6px 0;border-top:1px solid light-dark(#d5d1c8,#39414a)}}
td:first-child{{white-space:nowrap}}
[dir=rtl] th,[dir=rtl] td{{padding:6px 0 6px 12px}}
td:last-child,p{{color:light-dark(#5b6570,#a3abb4);overflow-wrap:anywhere}}
</style>
</head>
<body>
<main>
{picture}
<table>
<thead><tr><th>{date}</th><th>{event}</th><th>{sources}</th></tr></thead>
<tbody>
{rows}
</tbody>
</table>
{remarks}
</main>
</body>
</html>
"""


class _Item(NamedTuple):
    """An event to draw: what it says, line by line, and its first and last day as numbers."""

    date: str
    text: str
    lines: tuple[str, ...]
    kind: str
    doubt: str
    first: int
    last: int
    sources: str


def draw(found: AnswerSet, form: str = "svg", language: str = "en") -> bytes:
    """A timeline as `svg`, or as `html`: a page with the picture and the table of its events, whole in itself.

    The picture is light or dark as the reader's system wants it; in Arabic it runs from right to left.

    Raises:
        TocgraphError: the answer is no timeline, or there is no such format.
    """
    if found.table is None or found.table.columns != COLUMNS:
        raise TocgraphError("only a timeline can be drawn as one", "give what timeline() gives")
    if form not in ("svg", "html"):
        raise TocgraphError(f"a timeline cannot be drawn as {form!r}", "choose svg or html")
    language = "ar" if language == "ar" else "en"
    items = [_item(dict(zip(COLUMNS, row, strict=True)), language) for row in found.table.rows]
    picture = _svg(found.reading, items, language)
    if form == "svg":
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{picture}\n'.encode()
    rows = "\n".join(
        f"<tr><td>{_safe(i.date)}</td><td>{_safe(_with_doubt(i))}</td><td>{_safe(i.sources)}</td></tr>" for i in items
    )
    words = {name: _safe(_WORDS[language][name]) for name in ("date", "event", "sources")}
    page = _PAGE.format(
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        title=_safe(found.reading),
        picture=picture,
        rows=rows,
        remarks="\n".join(f"<p>{_safe(remark)}</p>" for remark in found.remarks),
        **words,
    )
    return page.encode()


def save(target: Path, document: bytes) -> None:
    """Writes a picture whole or not at all.

    Raises:
        TocgraphError: there is no such folder, or the file cannot be written.
    """
    if not target.parent.is_dir():
        raise TocgraphError(f"cannot write {target}: there is no folder {target.parent}", "make the folder first")
    if target.exists() and not target.is_file():
        raise TocgraphError(f"cannot write {target}: it is not a file", "name a file")
    files.replace(target.resolve(), document)


def _safe(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", text))


def _with_doubt(item: _Item) -> str:
    return f"{item.text} ({item.doubt})" if item.doubt else item.text


def _item(row: dict[str, object], language: str) -> _Item:
    said = row["event"]
    text = str(said.get(language) or said.get("en")) if isinstance(said, dict) else str(said)
    text = f"{text} ({row['count']})" if row["count"] else text
    standing = str(row["standing"])
    doubt = _WORDS[language].get(standing, standing) if standing else ""
    shown = f"({doubt}) {text}" if doubt else text  # in front, where no ellipsis can hide it
    lines = wrapped(shown, WIDTH - _TEXT - _RIGHT, 14)
    kind = "many" if row["count"] else str(row["change"])
    first, last = (date.fromisoformat(str(row[bound])).toordinal() for bound in ("earliest", "latest"))
    return _Item(str(row["date"]), text, lines, kind, doubt, first, last, str(row["sources"]))


def _svg(title: str, items: Sequence[_Item], language: str) -> str:
    words, turned = _WORDS[language], language == "ar"
    heights = [len(i.lines) * _LINE + _GAP for i in items]
    height = round(max(sum(heights), _LEAST if items else 60) + _TOP + _BOTTOM)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="tl" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}"'
        f' height="{height}" role="img" aria-label="{_safe(title)}" direction="{"rtl" if turned else "ltr"}">',
        f"<title>{_safe(title)}</title>",
        f"<style>{_STYLE}</style>",
        f'<rect class="ground" width="{WIDTH}" height="{height}"/>',
    ]

    def x(value: float) -> str:
        return f"{WIDTH - value if turned else value:g}"

    def text(at: float, y: float, said: str, kind: str = "", anchor: str = "start") -> str:
        marks = f' class="{kind}"' if kind else ""
        return f'<text x="{x(at)}" y="{y:g}"{marks} text-anchor="{anchor}">{_safe(said)}</text>'

    for number, line in enumerate(wrapped(title[:1].upper() + title[1:], WIDTH - 48, 20)):
        out.append(text(24, 36 + 24 * number, line, "title"))
    if not items:
        return "\n".join([*out, text(24, _TOP, words["none"], "soft"), "</svg>"])
    out += _legend(items, words, x, text)
    first, last = min(i.first for i in items), max(i.last for i in items)
    last = max(last, first + 365)
    bottom = height - _BOTTOM

    def y(day: int) -> float:
        return _TOP + (bottom - _TOP) * (day - first) / (last - first)

    out.append(f'<line class="axis" x1="{x(_AXIS)}" x2="{x(_AXIS)}" y1="{_TOP}" y2="{bottom}"/>')
    for label, day in ticks(first, last, (bottom - _TOP) / (last - first)):
        out.append(f'<line class="tick" x1="{x(_AXIS - 8)}" x2="{x(_AXIS)}" y1="{y(day):.1f}" y2="{y(day):.1f}"/>')
        out.append(text(_AXIS - 12, round(y(day) + 4.5, 1), label, "soft", "end"))
    tops = places([y(i.first) for i in items], heights, _TOP, bottom)
    for item, top in zip(items, tops, strict=True):
        middle, at = top + _GAP / 2 + _LINE / 2, y(item.first)
        doubt = " doubt" if item.doubt else ""
        bend = f"{x(_AXIS + 24)} {at:.1f} {x(_MARK - 44)} {middle:.1f}"
        out.append("<g>")
        out.append(f"<title>{_safe(f'{item.date}: {_with_doubt(item)}. {item.sources}')}</title>")
        out.append(f'<path class="lead{doubt}" d="M{x(_AXIS)} {at:.1f} C{bend} {x(_MARK - 9)} {middle:.1f}"/>')
        if item.last > item.first:
            left = float(x(_AXIS)) - 3
            out.append(
                f'<rect class="span {item.kind}" opacity=".45" x="{left:g}" y="{at:.1f}" width="6" rx="3"'
                f' height="{max(y(item.last) - at, 3):.1f}"/>'
            )
        else:
            out.append(f'<circle class="span {item.kind}" cx="{x(_AXIS)}" cy="{at:.1f}" r="3"/>')
        out.append(_mark(item.kind, float(x(_MARK)), middle))
        out.append(text(_DATE, round(middle + 5, 1), item.date, "date"))
        for number, line in enumerate(item.lines):
            out.append(text(_TEXT, round(middle + 5 + number * _LINE, 1), line))
        out.append("</g>")
    return "\n".join([*out, "</svg>"])


def _legend(items: Sequence[_Item], words: dict[str, str], x: object, text: object) -> list[str]:
    assert callable(x) and callable(text)
    out: list[str] = []
    at = 30.0
    for kind in (BEGINS, ENDS, DATED, "many"):
        if any(item.kind == kind for item in items):
            out += [_mark(kind, float(x(at)), 88), text(at + 14, 92.5, words[kind], "soft")]
            at += 14 + width_of(words[kind], 12.5) + 30
    if any(item.last > item.first for item in items):
        left = float(x(at)) - 3
        out.append(f'<rect class="span dated" opacity=".45" x="{left:g}" y="80" width="6" height="16" rx="3"/>')
        out.append(text(at + 14, 92.5, words["vague"], "soft"))
    return out


def _mark(kind: str, x: float, y: float) -> str:
    if kind == BEGINS:
        return f'<path class="begins" d="M{x:g} {y - 6:g} L{x + 6:g} {y + 5:g} L{x - 6:g} {y + 5:g}Z"/>'
    if kind == ENDS:
        return f'<rect class="ends" x="{x - 4.5:g}" y="{y - 4.5:g}" width="9" height="9"/>'
    if kind == "many":
        return f'<path class="many" d="M{x:g} {y - 7:g} L{x + 7:g} {y:g} L{x:g} {y + 7:g} L{x - 7:g} {y:g}Z"/>'
    return f'<circle class="dated" cx="{x:g}" cy="{y:g}" r="5"/>'
