"""A matrix as one HTML page: a heat map that needs no script, no network and no colour to be read.

A content security policy (CSP level 3) admits nothing but the page's own style, by its hash. Every cell says in
words what its colour says; the colours (blue, orange, grey stripes) keep apart for colour-blind readers and on paper.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from functools import cache
from importlib import resources
from string import Template
from typing import Any

from tocgraph import __version__
from tocgraph.answers import AnswerSet
from tocgraph.errors import QueryError
from tocgraph.rdf import LICENSE
from tocgraph.store import OpenStore

_TEXT: dict[str, tuple[str, str]] = {
    "legend": ("Legend", "مفتاح الألوان"),
    "yes": ("yes", "نعم"),
    "no": ("no", "لا"),
    "some": ("in part, or under a wider one", "جزئيا، أو ضمن الأعم"),
    "unknown": ("not known; this is not a no", "غير معروف؛ وليس نفيا"),
    "doubt": ("only unverified or disputed claims", "أقوال غير متحقق منها أو محل خلاف فقط"),
    "derived": ("derived by a rule from other claims", "مستنتج بقاعدة من أقوال أخرى"),
    "item": ("item", "البند"),
    "caption": ("{rows} rows, {columns} columns: {counts}.", "الصفوف {rows}، والأعمدة {columns}: {counts}."),
    "count": ("{n} {word}", "{word} {n}"),
    "not-known": ("not known", "غير معروف"),
    "sources": ("Sources", "المصادر"),
    "as-of": ("As of {date}.", "كما في {date}."),
    "footer": (
        "Made with tocgraph {version} from data {data}, licensed under {license}. It is not legal advice.",
        "أعد بواسطة tocgraph {version} من البيانات {data}، بترخيص {license}. وليس مشورة قانونية.",
    ),
    "about": (
        "Numbers in brackets lead to the sources below the table.",
        "الأرقام بين القوسين تحيل إلى المصادر أسفل الجدول.",
    ),
}  # fmt: skip
_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_SOME = ("narrower", "wider", "otherwise")
_SAMPLES = {
    "en": {"yes": "yes", "no": "no", "some": "? in part", "unknown": "?", "doubt": "? ‡", "derived": "yes †"},
    "ar": {"yes": "نعم", "no": "لا", "some": "؟ جزئيا", "unknown": "؟", "doubt": "؟ ‡", "derived": "نعم †"},
}


def heatmap(opened: OpenStore, found: AnswerSet, language: str = "en") -> bytes:
    """The page of a `matrix` answer, as UTF-8; the same answer gives the same bytes.

    Raises:
        QueryError: the answer holds no matrix.
    """
    if found.table is None or found.table.columns[:2] != ("item", "id"):
        raise QueryError("only a matrix can be drawn as a heat map", "ask for one with `tocgraph matrix`")
    columns = found.table.columns[2:]
    works: dict[str, tuple[int, str]] = {}
    lines = [_row(row, columns, language, works, found.table.labels) for row in found.table.rows]
    cells = [cell for row in found.table.rows for cell in row[2:]]
    kinds = [kind for kind in _SAMPLES["en"] if any(kind in _classes(cell) for cell in cells)]
    style = _own("heatmap.css")
    heading = html.escape(found.reading)
    about = [say("about", language)] if works else []
    if found.as_of:
        about.insert(0, say("as-of", language, date=found.as_of))
    notes = "".join(f"<p>{html.escape(_of(note, language))}</p>\n" for note in found.table.notes)
    page = Template(_own("heatmap.html")).substitute(
        language=language,
        direction="rtl" if language == "ar" else "ltr",
        policy=html.escape(_policy(style)),
        title=f"{heading} · tocgraph",
        style=style,
        heading=heading,
        about=html.escape(" ".join(about)),
        legend_name=say("legend", language),
        legend="\n".join(_sample(kind, language) for kind in kinds),
        caption=html.escape(_caption(found, cells, language)),
        head=_head(columns, found.table.labels, language),
        body="\n".join(lines),
        notes=notes,
        sources=_sources(works, language),
        footer=html.escape(
            say(
                "footer",
                language,
                version=__version__,
                data=str(opened.names.meta("fingerprint")),
                license=LICENSE,
            )
        ),
    )
    return page.encode()


def say(text: str, language: str, **parts: object) -> str:
    """A text of the page in a language."""
    return _TEXT[text][language == "ar"].format(**parts)


def _of(text: dict[str, Any] | str, language: str) -> str:
    if isinstance(text, str):
        return text
    return str(text.get(language) or next(iter(text.values()), ""))


def _classes(cell: dict[str, Any]) -> list[str]:
    """The look of a cell: its verdict, `some` for what holds of a narrower or wider thing, and its marks."""
    kind = "some" if cell["reason"] in _SOME else cell["verdict"]
    found = [str(kind)]
    if cell.get("standing") and cell["verdict"] == "unknown":
        found.append("doubt")
    if cell.get("derived"):
        found.append("derived")
    return found


def _head(columns: tuple[str, ...], labels: dict[str, dict[str, str]], language: str) -> str:
    cells = [f'<th class="corner" scope="col">{say("item", language)}</th>']
    for column in columns:
        cells.append(f'<th scope="col"><bdi>{html.escape(_of(labels.get(column, column), language))}</bdi></th>')
    return "".join(cells)


def _row(
    row: tuple[Any, ...],
    columns: tuple[str, ...],
    language: str,
    works: dict[str, tuple[int, str]],
    labels: dict[str, dict[str, str]],
) -> str:
    name = _of(row[0], language)
    cells = [f'<th scope="row"><bdi>{html.escape(name)}</bdi></th>']
    for column, cell in zip(columns, row[2:], strict=True):
        marks = [
            works.setdefault(place["source"], (len(works) + 1, place["title"]))[0]
            for place in cell.get("citations", ())
        ]
        cited = "".join(f"[{n}]" for n in sorted(set(marks)))
        small = f' <small dir="ltr">{cited}</small>' if cited else ""
        text = _DATE.sub(r'<bdi class="date" dir="ltr">\g<0></bdi>', html.escape(_of(cell, language)))
        if cell["verdict"] == "unknown" and cell["reason"] not in _SOME:
            # A bare question mark is read out as nothing by some screen readers.
            text = f'<span aria-hidden="true">{text}</span><span class="hidden">{say("not-known", language)}</span>'
        title = html.escape(f"{name} · {_of(labels.get(column, column), language)}")
        cells.append(f'<td class="{" ".join(_classes(cell))}" title="{title}">{text}{small}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def _sample(kind: str, language: str) -> str:
    look = {"doubt": "unknown doubt", "derived": "yes derived"}.get(kind, kind)
    sample = html.escape(_SAMPLES[language][kind])
    return f'<li><span class="sample {look}" aria-hidden="true">{sample}</span> {html.escape(say(kind, language))}</li>'


def _caption(found: AnswerSet, cells: list[dict[str, Any]], language: str) -> str:
    counts = [
        say("count", language, n=sum(1 for cell in cells if cell["verdict"] == verdict), word=say(word, language))
        for verdict, word in (("yes", "yes"), ("no", "no"), ("unknown", "not-known"))
    ]
    comma = "، " if language == "ar" else ", "
    rows = len(found.table.rows) if found.table else 0
    columns = len(found.table.columns) - 2 if found.table else 0
    return say("caption", language, rows=rows, columns=columns, counts=comma.join(counts))


def _sources(works: dict[str, tuple[int, str]], language: str) -> str:
    if not works:
        return ""
    items = "\n".join(f"<li><bdi>{html.escape(title)}</bdi></li>" for _, title in works.values())
    return f'<h2>{say("sources", language)}</h2>\n<ol class="sources">\n{items}\n</ol>'


def _policy(style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _own(name: str) -> str:
    return (resources.files("tocgraph.exporters") / name).read_text("utf-8")
