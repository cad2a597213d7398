"""compare: things of the graph side by side, what they share and what only some of them have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tocgraph.answers import Answer, AnswerSet, Table, claimed
from tocgraph.errors import QueryError
from tocgraph.parties import PARTY, UNKNOWN, YES
from tocgraph.reports.cells import DERIVED, DOUBTFUL, LANGUAGES, MARKS, Cell
from tocgraph.reports.common import as_of_words, relation_label
from tocgraph.reports.facets import Facet, facets
from tocgraph.reports.grid import Grid, Key, fill
from tocgraph.reports.law import STATES, Text, is_a
from tocgraph.reports.shortnames import short_names
from tocgraph.store import OpenStore
from tocgraph.store.claims import asked_date, read_claims
from tocgraph.store.names import Named
from tocgraph.store.resolve import resolve
from tocgraph.text import natural

MOST = 12
"""How many things are compared at once."""

_TEXT: dict[str, tuple[str, str]] = {
    "all": ("all", "الجميع"),
    "only": ("only {names}", "{names} فقط"),
    "none": ("none", "لا أحد"),
    "perhaps": ("none for certain", "لا أحد على وجه اليقين"),
    "unsure": (
        "What counts as {name} was grouped by the curators and is not verified in a source.",
        "ما يعد من {name} صنفه القائمون على البيانات ولم يتحقق منه في مصدر.",
    ),
    "differ": ("differ", "مختلف"),
    "recorded": (", as far as recorded", "، بحسب المسجل"),
    "read": ("articles read", "المواد المقروءة"),
    "of": ("{read} of {all}", "{read} من {all}"),
    "uncounted": ("{read} of a number not recorded", "{read} من عدد غير مسجل"),
    "reading": ("{names} compared{by}", "مقارنة {names}{by}"),
    "by": (" by {by}", " بحسب {by}"),
    "shared": (
        " by the relation types that at least two of them have",
        " بحسب أنواع العلاقات المشتركة بين اثنين منها على الأقل",
    ),
    "unlisted": (
        "Instruments of which nothing is recorded for any of them are left out: {n}.",
        "الصكوك التي لم يسجل عنها شيء لأي منها متروكة: {n}.",
    ),
    "kinds": (
        "Nothing is shared: these are of different kinds ({kinds}). `tocgraph path {one} {other}` shows how they are"
        " joined.",
        "لا شيء مشترك: هذه من أنواع مختلفة ({kinds}). يبين `tocgraph path {one} {other}` ما يصل بينها.",
    ),
    "open": (
        "What is not recorded or not read is not known; it is not a no.",
        "غير المسجل وغير المقروء غير معروف، وليس نفيا.",
    ),
}  # fmt: skip


def say(text: str, language: str, **parts: object) -> str:
    """A text of this report in a language."""
    return _TEXT[text][language == "ar"].format(**parts)


def compare(
    opened: OpenStore,
    names: Sequence[str],
    by: str | None = None,
    language: str = "en",
    as_of: str | None = None,
) -> AnswerSet:
    """Things side by side: a row for whatever any of them has, a column for each of them.

    The table has the columns `shared`, `relation` or `type` (where rows differ in it), `item`, `id` and one for each
    thing, named by its id. Its cells are texts by language with `verdict` (yes, no, unknown), `reason`, `articles`,
    `since`, `until`, `claims` and `citations`. The answers are the rows, with all claims behind them.

    Args:
        opened: The store.
        names: What to compare: ids or names, from two to twelve.
        by: What to compare by: one of facets.NAMED, an entity type, a relation type, or a concept (its narrower
            ones). By default crimes and mechanisms for instruments, else every relation type that two of them share.
        language: Language of the reading.
        as_of: Keep claims that may hold on this (partial) date.

    Raises:
        UnknownIdError: nothing has such a name.
        QueryError: there is nothing to compare, a thing comes twice, or `by` does not fit the things.
    """
    if as_of:
        asked_date(as_of)
    things = _things(opened, names)
    chosen = facets(opened, things, by)
    short = short_names(opened, things)
    rows: list[tuple[Any, ...]] = []
    answers: list[Answer] = []
    queries: list[str] = []
    certain = True
    notes: list[dict[str, str]] = []
    texts: dict[str, Text] = {}
    for facet in chosen:
        grid = _with_status(opened, things, fill(opened, things, facet, as_of), as_of)
        queries += grid.queries
        texts.update(grid.texts)
        keys, left = _kept(grid, things, facet)
        if left:
            notes.append({code: say("unlisted", code, n=left) for code in LANGUAGES})
        if facet.unsure:
            notes.append({code: say("unsure", code, name=name_of(opened, facet, code)) for code in LANGUAGES})
        named = opened.names.entities(key.end for key in keys if key.end and not key.literal)
        for key in _sorted(opened, keys, grid, things, facet, named, language):
            cells = [grid.cells[key, thing.id] for thing in things]
            certain = certain and all(cell.verdict != UNKNOWN for cell in cells)
            rows.append(_row(opened, key, cells, short, facet, named))
            answers.append(_answer(key, cells, named))
    if texts and any(f.textual for f in chosen):
        rows.append(_coverage(opened, things, texts))
    several = "relation" if any(f.by_relation for f in chosen) else "type" if len(chosen) > 1 else ""
    columns = ("shared", *([several] if several else []), "item", "id", *(t.id for t in things))
    if not several:
        rows = [(row[0], *row[2:]) for row in rows]
    return AnswerSet(
        question=" ".join(["compare", *(t.id for t in things), *([f"--by {by}"] if by else [])]),
        reading=_reading(opened, things, by, chosen, language) + as_of_words(as_of, language),
        sparql="\n\n".join(dict.fromkeys(queries)),
        answers=tuple(answers),
        table=Table(columns, tuple(rows), short, (*_marks(rows), *notes)),
        complete="yes" if certain and rows else "unknown",
        as_of=as_of,
        nothing="" if rows else _unlike(opened, things, language),
    )


def _unlike(opened: OpenStore, things: Sequence[Named], language: str) -> str:
    """That things are of kinds with nothing in common, and where to look instead; empty when they are not."""
    first = things[0]
    for other in things[1:]:
        if not set(opened.schema.ancestors(first.type)) & set(opened.schema.ancestors(other.type)):
            kinds = dict.fromkeys(opened.schema.label("types", thing.type, language) for thing in things)
            listed = ("، " if language == "ar" else ", ").join(kinds)
            return say("kinds", language, kinds=listed, one=first.id, other=other.id)
    return ""


def _things(opened: OpenStore, names: Sequence[str]) -> list[Named]:
    if not 2 <= len(names) <= MOST:
        raise QueryError(f"{len(names)} given to compare", f"name from 2 to {MOST}")
    things = [resolve(opened, name) for name in names]
    for position, thing in enumerate(things):
        if thing in things[:position]:
            raise QueryError(f"{thing.name()} ({thing.id}) is named twice", "name different things to compare")
    return things


def _with_status(opened: OpenStore, things: Sequence[Named], grid: Grid, as_of: str | None) -> Grid:
    """Being party to an instrument is told by the status, which knows how far the lists of parties go."""
    told = [key for key in grid.keys if key.relation == PARTY and not key.inverse]
    if not told or not all(is_a(opened, thing.type, *STATES) for thing in things):
        return grid
    status = fill(opened, things, Facet(PARTY, (PARTY,), party=True), as_of, [key.end for key in told])
    known = {(key, t.id): status.cells[Key(key.end), t.id] for key in told for t in things}
    return grid._replace(cells={**grid.cells, **known})


def _kept(grid: Grid, things: Sequence[Named], facet: Facet) -> tuple[list[Key], int]:
    """The rows to show, and how many say nothing of any of the things.

    Rows by relation are kept when two of the things have that relation type; those that nobody has a claim for
    are those of States, of which every instrument with a record has one.
    """
    if facet.by_relation and facet.relations is None:
        having: dict[tuple[str, bool], set[str]] = {}
        for (key, thing), cell in grid.cells.items():
            if cell.reason != "not-recorded":
                having.setdefault((key.relation, key.inverse), set()).add(thing)
        return [key for key in grid.keys if len(having.get((key.relation, key.inverse), ())) > 1], 0
    kept = [key for key in grid.keys if any(grid.cells[key, t.id].claims for t in things)]
    return kept, len(grid.keys) - len(kept)


def _pattern(cells: Iterable[Cell]) -> tuple[bool, ...]:
    return tuple(cell.verdict == YES for cell in cells)


def _sorted(
    opened: OpenStore,
    keys: list[Key],
    grid: Grid,
    things: Sequence[Named],
    facet: Facet,
    named: dict[str, Named],
    language: str,
) -> list[Key]:
    """What all have first, then what fewer have, in the order of the things; rows by relation stay together."""
    order = {relation: position for position, relation in enumerate(opened.schema.relations)}

    def place(key: Key) -> tuple[Any, ...]:
        cells = [grid.cells[key, thing.id] for thing in things]
        pattern = _pattern(cells)
        doubt = any(cell.verdict == UNKNOWN for cell in cells)
        label = natural(named[key.end].name(language)) if key.end in named else natural(key.end)
        shared = (-sum(pattern), [not yes for yes in pattern], doubt)
        # Articles are read in the order of the first text that has them.
        first = next((natural(cell.articles[0]) for cell in cells if cell.articles), ())
        kind = (order.get(key.relation, len(order)), key.inverse)
        return (kind, shared, first if facet.parts_only else (), label, key.end)

    return sorted(keys, key=place)


def _shared(cells: Sequence[Cell], things: dict[str, dict[str, str]], key: Key) -> dict[str, Any]:
    """Who has it, in words and as ids; `certain` when nothing is unknown about the others."""
    pattern = _pattern(cells)
    having = [thing for thing, yes in zip(things, pattern, strict=True) if yes]
    certain = all(cell.verdict != UNKNOWN for cell in cells)
    texts = {}
    for code in LANGUAGES:
        if key.literal and not key.end and len(having) > 1 and len({cell.text["en"] for cell in cells}) > 1:
            texts[code] = say("differ", code)
        elif not having:
            texts[code] = say("none" if certain else "perhaps", code)
        elif all(pattern):
            texts[code] = say("all", code)
        else:
            listed = ("، " if code == "ar" else ", ").join(things[thing][code] for thing in having)
            texts[code] = say("only", code, names=listed) + ("" if certain else say("recorded", code))
    return {**texts, "things": having, "certain": certain}


def _row(
    opened: OpenStore,
    key: Key,
    cells: Sequence[Cell],
    things: dict[str, dict[str, str]],
    facet: Facet,
    named: dict[str, Named],
) -> tuple[Any, ...]:
    if key.relation:
        kind = {code: relation_label(opened, key.relation, key.inverse, code) for code in LANGUAGES}
    elif facet.kind:
        kind = {code: opened.schema.label("types", facet.kind, code) for code in LANGUAGES}
    else:
        kind = {}
    item = dict(named[key.end].label) if key.end in named else dict.fromkeys(LANGUAGES, key.end)
    identifier = key.end if key.end in named else None
    return (_shared(cells, things, key), kind, item, identifier, *(cell.json() for cell in cells))


def _answer(key: Key, cells: Sequence[Cell], named: dict[str, Named]) -> Answer:
    known = named.get(key.end)
    common = claimed(*(cell.claims for cell in cells))
    if known is None:
        return Answer(value=key.end or key.relation, inverse=key.inverse, **common)
    return Answer(id=key.end, label=known.label, type=known.type, inverse=key.inverse, **common)


def _coverage(opened: OpenStore, things: Sequence[Named], texts: dict[str, Text]) -> tuple[Any, ...]:
    """A row that says of each text how many of its articles are read."""
    claims = read_claims(opened, [c for text in texts.values() for c in text.claims])
    cells = []
    for thing in things:
        text = texts[thing.id]
        behind = tuple(claims[c] for c in text.claims if c in claims)
        name = "uncounted" if text.articles is None else "of"
        said = {code: say(name, code, read=text.read, all=text.articles) for code in LANGUAGES}
        cell = Cell(YES if text.complete else UNKNOWN, "complete" if text.complete else "coverage", said, claims=behind)
        cells.append({**cell.json(), "read": text.read, "of": text.articles})
    empty = dict.fromkeys(LANGUAGES, "")
    return (empty, empty, {code: say("read", code) for code in LANGUAGES}, None, *cells)


def _marks(rows: Iterable[Sequence[Any]]) -> list[dict[str, str]]:
    """What the marks in those rows mean, and that what is unknown is no no."""
    cells = [cell for row in rows for cell in row if isinstance(cell, dict) and "verdict" in cell]
    found = [MARKS[mark] for mark in (DERIVED, DOUBTFUL) if any(mark in cell.get("en", "") for cell in cells)]
    if any(cell["reason"] in ("not-recorded", "not-read") for cell in cells):
        found.append({code: say("open", code) for code in LANGUAGES})
    return found


def _reading(opened: OpenStore, things: Sequence[Named], by: str | None, chosen: list[Facet], language: str) -> str:
    comma = "، " if language == "ar" else ", "
    names = comma.join(f"{thing.name(language)} ({thing.id})" for thing in things)
    if by is None and chosen[0].by_relation:
        return say("reading", language, names=names, by=say("shared", language))
    listed = comma.join(name_of(opened, facet, language) for facet in chosen)
    return say("reading", language, names=names, by=say("by", language, by=listed))


def name_of(opened: OpenStore, facet: Facet, language: str) -> str:
    """What a facet is called: the plural of its type, the label of its relation type or of its concept."""
    if facet.name in opened.schema.types:
        return opened.schema.label("types", facet.name, language, "plural")
    if facet.name in opened.schema.relations:
        return opened.schema.label("relations", facet.name, language)
    named = opened.names.entity(facet.name)
    return named.name(language) if named else facet.name
