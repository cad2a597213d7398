"""gaps: what the graph does not hold where one would look for it.

A gap is an absence in the graph, not in the world: every list says how complete it is, and lists what
is not so apart from what is not known.
"""

from __future__ import annotations

from collections.abc import Callable

from tocgraph.answers import AnswerSet, Table
from tocgraph.errors import QueryError, UnknownIdError
from tocgraph.reports.common import as_of_words
from tocgraph.reports.gaps.advice import obstacles, recommendations
from tocgraph.reports.gaps.base import Gaps, Texts
from tocgraph.reports.gaps.law import crimes, mandates, obligations
from tocgraph.reports.gaps.treaties import parents, parties
from tocgraph.store import OpenStore
from tocgraph.store.claims import asked_date
from tocgraph.text import nearest

SUMMARY = ("kind", "gaps", "not-known", "of", "what")

_OF_ENTITIES: dict[str, Callable[[OpenStore, str | None, str | None], Gaps]] = {
    "crimes": crimes,
    "obligations": obligations,
    "mandates": mandates,
    "recommendations": recommendations,
    "obstacles": obstacles,
}
_OF_STATES: dict[str, Callable[[OpenStore, str | None, str | None, str | None], Gaps]] = {
    "parties": parties,
    "parents": parents,
}
KINDS = (*_OF_STATES, *_OF_ENTITIES)
"""The kinds of gaps, in the order of the summary."""

ABSENCE: Texts = {
    "en": "A gap is what the graph does not hold: no claim in the graph does not mean that there is none.",
    "ar": "الثغرة هي ما لا يحويه الرسم البياني: غياب القول فيه لا يعني أنه غير موجود.",
}


def gaps(
    opened: OpenStore,
    kind: str | None = None,
    about: str | None = None,
    of: str | None = None,
    as_of: str | None = None,
    language: str = "en",
) -> AnswerSet:
    """What is missing of one kind, or how much is missing of each kind.

    Args:
        opened: The store.
        kind: One of KINDS; None for the numbers of all.
        about: What to look at: the instrument for `parties`, a protocol or its parent for `parents`, an
            instrument or provision for `obligations`; for the others, only what a claim joins with it.
        of: For `parties` and `parents`, the group: an organization, a region or an entity type; else all states.
        as_of: What may have existed and held on this (partial) date.
        language: Language of the reading and the remarks; the cells of the table hold both languages.

    Raises:
        UnknownIdError: there is no such kind, or nothing of a given name.
        QueryError: `as_of` is no date; `of` goes with no such kind, or has no members; `about` comes with no kind.
        TocgraphError: a name stands for several entities, or for something else than is asked for.
    """
    if as_of:
        asked_date(as_of)
    if kind is not None and kind not in KINDS:
        raise UnknownIdError("kind of gaps", kind, nearest(kind, KINDS) or KINDS)
    if of is not None and kind in _OF_ENTITIES:
        raise QueryError(f"{kind} are not those of a group", "leave --of out")
    if about is not None and kind is None:
        raise QueryError("only gaps of one kind can be about something", f"name one of {', '.join(KINDS)}")
    asked = " ".join(filter(None, ("gaps", kind, about, f"of {of}" if of else "")))
    if kind is None:
        return _summary(opened, asked, of, as_of, language)
    found = _find(opened, kind, about, of, as_of)
    return AnswerSet(
        question=asked,
        reading=_said(found.reading, language) + as_of_words(as_of, language),
        sparql=found.sparql,
        answers=found.answers,
        table=Table(found.columns, found.rows),
        complete=found.complete,
        as_of=as_of,
        remarks=tuple(_said(text, language) for text in (*found.remarks, ABSENCE)),
        nothing=_said(found.none, language) if found.none and not found.rows else "",
    )


def _find(opened: OpenStore, kind: str, about: str | None, of: str | None, as_of: str | None) -> Gaps:
    if kind in _OF_STATES:
        return _OF_STATES[kind](opened, about, of, as_of)
    return _OF_ENTITIES[kind](opened, about, as_of)


def _said(text: Texts, language: str) -> str:
    return text.get(language) or text["en"]


def _summary(opened: OpenStore, asked: str, of: str | None, as_of: str | None, language: str) -> AnswerSet:
    found = {kind: _find(opened, kind, None, of, as_of) for kind in KINDS}
    rows = []
    for kind, one in found.items():
        certain = len(one.rows) - one.unknown
        if kind == "parties":
            certain = sum(answer.value for answer in one.answers)
        rows.append((kind, certain, one.unknown, one.of, {c: one.reading[c] for c in ("en", "ar")}))
    reading = {"en": "gaps of each kind, counted", "ar": "الثغرات من كل نوع وعددها"}
    return AnswerSet(
        question=asked,
        reading=_said(reading, language) + as_of_words(as_of, language),
        sparql="\n\n".join(dict.fromkeys(one.sparql for one in found.values())),
        table=Table(SUMMARY, tuple(rows)),
        complete="unknown",
        as_of=as_of,
        remarks=(_said(ABSENCE, language),),
    )
