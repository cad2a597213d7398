"""What the pages show of answers, entities, claims and sources: plain values for the templates.

Every text is paired with its language, so that a page can say it (HTML `lang` and `dir`); numbers stand for the
places that are cited.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from tocgraph.answers import Answer, AnswerSet
from tocgraph.reports.common import relation_label
from tocgraph.server.words import word
from tocgraph.store import OpenStore
from tocgraph.store.claims import CitedPlace, Qualifier
from tocgraph.text import is_arabic

SHAPES = ("dot", "diamond", "square", "triangle", "hexagon", "triangleDown")
COLOURS = 10


class Said(NamedTuple):
    """A text in its language ("" where that does not matter)."""

    text: str
    language: str = ""

    def __str__(self) -> str:
        return self.text

    @property
    def direction(self) -> str:
        """How it is written: rtl, ltr, or auto where the language is not known."""
        return {"ar": "rtl", "": "auto"}.get(self.language, "ltr")


class Link(NamedTuple):
    """An entity with its name, the address of its page, its type in words and the look of that type."""

    said: Said
    href: str
    kind: Said
    look: str


class Item(NamedTuple):
    """One claim, or one answer: what stands at its other end, and all that is known of it."""

    link: Link | None
    value: Said | None
    since: str
    until: str
    details: tuple[tuple[Said, Said], ...]
    standing: str
    derived: str
    note: Said | None
    marks: tuple[int, ...]
    claims: tuple[str, ...]
    relation: Said | None = None


class Places:
    """Numbers the works and places that are cited, from 1, in the order in which they come up."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self.cited: list[tuple[int, str, str, str]] = []
        """Number, id of the source, its title and the place in it."""

    def marks(self, citations: Iterable[CitedPlace]) -> tuple[int, ...]:
        """The numbers of those citations."""
        numbers = []
        for place in citations:
            known = (place.source, place.at)
            if known not in self._numbers:
                self._numbers[known] = len(self._numbers) + 1
                self.cited.append((self._numbers[known], place.source, place.title, place.at))
            numbers.append(self._numbers[known])
        return tuple(dict.fromkeys(numbers))


def said(texts: Any, language: str) -> Said:
    """Of a text by language the one wanted, else any; of another value its text."""
    if isinstance(texts, dict):
        told = {code: text for code, text in texts.items() if isinstance(text, str)}
        if language in told:
            return Said(told[language], language)
        for code, text in told.items():
            return Said(text, code)
        return Said("")
    if isinstance(texts, bool):
        return Said(word("yes" if texts else "no", language), language)
    text = "" if texts is None else str(texts)
    return Said(text, "ar" if is_arabic(text) else "en" if any(c.isalpha() for c in text) else "")


def link(opened: OpenStore, identifier: str, label: dict[str, str], kind: str | None, language: str) -> Link:
    """The link to an entity's page; its address is that of the entity under this server."""
    root = ""
    if kind in opened.schema.types:
        above = list(opened.schema.ancestors(str(kind)))[-1]
        number = [t for t, spec in opened.schema.types.items() if not spec.get("broader")].index(above)
        root = f"t{number % COLOURS} {SHAPES[number % len(SHAPES)]}"
    told = said(label, language) if label else Said(identifier)
    word_of = Said(opened.schema.label("types", kind, language) if kind else "", language)
    return Link(told, opened.vocabulary.entity(identifier)[len(opened.vocabulary.base) :], word_of, root)


def details(opened: OpenStore, qualifiers: dict[str, Qualifier], language: str) -> tuple[tuple[Said, Said], ...]:
    """Qualifiers as pairs of name and content."""
    found = []
    for qualifier, content in qualifiers.items():
        told = said(content, language)
        if opened.schema.qualifiers.get(qualifier, {}).get("value") == "entity":
            named = opened.names.entity(told.text)
            told = said(named.label, language) if named else told
        found.append((Said(opened.schema.label("qualifiers", qualifier, language), language), told))
    return tuple(found)


def item(opened: OpenStore, answer: Answer, language: str, places: Places, relation: bool = False) -> Item:
    """An answer as the pages show it."""
    shown = None
    if relation and answer.relation in opened.schema.relations:
        shown = Said(relation_label(opened, answer.relation, answer.inverse, language), language)
    value = None
    if answer.id is None:
        verdict = isinstance(answer.value, bool) or answer.value == "unknown"
        value = Said(answer.name(language), language) if verdict else said(answer.value, language)
    elif answer.value is not None:
        value = said(answer.value, language)
    return Item(
        link(opened, answer.id, answer.label, answer.type, language) if answer.id else None,
        value,
        answer.since,
        answer.until,
        details(opened, answer.qualifiers, language),
        answer.standing if answer.standing != "normal" else "",
        opened.schema.label("rules", answer.derived, language) if answer.derived else "",
        said(answer.note, language) if answer.note else None,
        places.marks(answer.citations),
        answer.claims,
        shown,
    )


def groups(opened: OpenStore, found: AnswerSet, language: str, places: Places) -> list[tuple[Said, list[Item]]]:
    """The answers of `show` by relation type, in their order."""
    by_relation: dict[tuple[str, bool], list[Item]] = {}
    for answer in found.answers:
        by_relation.setdefault((answer.relation or "", answer.inverse), []).append(
            item(opened, answer, language, places)
        )
    known = opened.schema.relations
    return [
        (Said(relation_label(opened, relation, inverse, language) if relation in known else relation, language), items)
        for (relation, inverse), items in by_relation.items()
    ]


_HIDDEN = ("claims", "id", "part", "things")


class Cell(NamedTuple):
    """A cell of a table: its text, where it leads, its verdict and the places that it cites."""

    said: Said
    href: str = ""
    verdict: str = ""
    marks: tuple[int, ...] = ()


def table(opened: OpenStore, found: AnswerSet, language: str, places: Places) -> tuple[list[Said], list[list[Cell]]]:
    """The table of an answer: headings and rows; columns that hold only ids, or nothing, are left out."""
    given = found.table
    if given is None:
        return [], []
    rows = []
    for row in given.rows:
        by_name = dict(zip(given.columns, row, strict=True))
        target = by_name.get("id") if isinstance(by_name.get("id"), str) else None
        cells = []
        for name, value in by_name.items():
            marks: tuple[int, ...] = ()
            verdict = ""
            if isinstance(value, dict):
                cited = value.get("citations") or ()
                marks = places.marks(CitedPlace(c["source"], c["title"], c["at"]) for c in cited)
                verdict = str(value.get("verdict", ""))
            told = said(value, language)
            if name == "section":
                told = Said(word(told.text, language), language)
            subject = {"name": by_name.get("instrument"), "item": target, "label": target, "text": target}.get(name)
            named = opened.names.entity(subject) if isinstance(subject, str) and subject else None
            href = opened.vocabulary.entity(named.id)[len(opened.vocabulary.base) :] if named else ""
            cells.append(Cell(told, href, verdict, marks))
        rows.append(cells)
    kept = [
        n for n, name in enumerate(given.columns)
        if name not in _HIDDEN and any(r[n].said.text for r in rows)
        and not (name == "instrument" and "name" in given.columns)
    ]  # fmt: skip
    names = [given.labels.get(given.columns[n]) for n in kept]
    headings = [
        said(label, language) if label else Said(word(given.columns[n], language), language)
        for n, label in zip(kept, names, strict=True)
    ]
    return headings, [[row[n] for n in kept] for row in rows]


class Step(NamedTuple):
    """One step of a way between two things."""

    start: Link
    relation: Said
    end: Link
    marks: tuple[int, ...]


def ways(opened: OpenStore, found: AnswerSet, language: str, places: Places) -> list[list[Step]]:
    """The ways of an answer, each as its steps."""
    cited = {c: answer.citations for answer in found.answers for c in answer.claims}
    by_way: dict[Any, list[Step]] = {}
    for step in found.path or ():
        ids = [str(c["id"]) if isinstance(c, dict) else str(c) for c in step.get("claims", ())]
        ends = []
        for end in ("from", "to"):
            named = opened.names.entity(str(step.get(end, "")))
            ends.append(
                link(
                    opened,
                    str(step.get(end, "")),
                    step.get(f"{end}_label") or {},
                    named.type if named else None,
                    language,
                )
            )
        relation = str(step.get("relation_label") or "")
        if not relation and step.get("relation") in opened.schema.relations:
            relation = relation_label(opened, str(step["relation"]), not step.get("forward", True), language)
        marks = places.marks(place for c in ids for place in cited.get(c, ()))
        by_way.setdefault(step.get("path", 1), []).append(Step(ends[0], Said(relation, language), ends[1], marks))
    return list(by_way.values())
