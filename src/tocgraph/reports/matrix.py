"""matrix: one set of things against another, a cell for every pair."""

from __future__ import annotations

from collections.abc import Sequence

from tocgraph.answers import Answer, AnswerSet, Table, claimed
from tocgraph.errors import QueryError
from tocgraph.parties import PARTY, UNKNOWN
from tocgraph.reports.cells import DERIVED, DOUBTFUL, LANGUAGES, MARKS, Cell
from tocgraph.reports.common import as_of_words, relation_type
from tocgraph.reports.facets import Facet, between, of_relation, textual
from tocgraph.reports.grid import fill
from tocgraph.reports.law import INSTRUMENT, PROVISION, STATES, is_a
from tocgraph.reports.sets import Chosen, choose
from tocgraph.reports.shortnames import short_names
from tocgraph.store import OpenStore
from tocgraph.store.claims import asked_date
from tocgraph.store.names import Named

MOST_CELLS = 20_000
"""How many pairs are looked at: every State of the world against a hundred instruments."""

_TEXT: dict[str, tuple[str, str]] = {
    "unknown": ("? not known: it is not a no", "؟ غير معروف: ليس نفيا"),
    "rows": ("Rows about which nothing is recorded are left out: {n}.", "الصفوف التي لم يسجل عنها شيء متروكة: {n}."),
    "columns": (
        "Columns about which nothing is recorded are left out: {n}.",
        "الأعمدة التي لم يسجل عنها شيء متروكة: {n}.",
    ),
    "against": ("{rows} against {columns}: {what}", "{rows} مقابل {columns}: {what}"),
    "any": ("any relation", "أي علاقة"),
}


def matrix(
    opened: OpenStore,
    rows: str,
    columns: str,
    where_rows: Sequence[str] = (),
    where_columns: Sequence[str] = (),
    relation: str | None = None,
    language: str = "en",
    as_of: str | None = None,
    everything: bool = False,
) -> AnswerSet:
    """Two sets against each other.

    The table has the columns `item`, `id` and one for each entity of the second set, named by its id; a cell is a
    text by language with `verdict` (yes, no, unknown), `reason`, `articles`, `since`, `until`, `claims` and
    `citations`. The answers are the rows with something recorded, with all claims behind them.

    Args:
        opened: The store.
        rows: An entity type, an entity to which others belong, or several entities parted by commas; an instrument
            or a State named alone is meant itself beside States, instruments, crimes and mechanisms.
        columns: The same for the columns.
        where_rows: Conditions on the rows, as those of `list_entities`.
        where_columns: Conditions on the columns.
        relation: The relation type that counts, with its narrower ones; by default party status for States and
            instruments, what the text makes law for crimes or mechanisms and instruments, else any relation.
        language: Language of the reading.
        as_of: Keep claims that may hold on this (partial) date.
        everything: Keep rows and columns about which nothing is recorded.

    Raises:
        UnknownIdError: nothing has such a name.
        QueryError: a set is empty, too many pairs, or the relation type does not join the two sets.
    """
    if as_of:
        asked_date(as_of)
    down, across = choose(opened, (rows, columns), (where_rows, where_columns), as_of, LANGUAGES)
    pairs = len(down.entities) * len(across.entities)
    if pairs > MOST_CELLS:
        raise QueryError(
            f"{len(down.entities)} rows and {len(across.entities)} columns make {pairs} cells, more than {MOST_CELLS}",
            "take a narrower type, or choose with --where-rows and --where-columns",
        )
    # The things are what provisions or party records belong to; the other set stands at the other end.
    turned = _is_law(opened, down.entities) and not _is_law(opened, across.entities)
    things, ends = (down.entities, across.entities) if turned else (across.entities, down.entities)
    facet = _facet(opened, things, ends, relation)
    grid = fill(opened, things, facet, as_of, [end.id for end in ends])
    cells: dict[tuple[str, str], Cell] = {}
    for (key, thing), cell in grid.cells.items():
        cells[(thing, key.end) if turned else (key.end, thing)] = cell
    kept_rows, kept_columns = _kept(down, across, cells, everything)
    short = short_names(opened, kept_columns)
    table_rows = [
        (dict(row.label), row.id, *(cells[row.id, column.id].json(brief=True) for column in kept_columns))
        for row in kept_rows
    ]
    left = [
        {code: _TEXT[name][code == "ar"].format(n=n) for code in LANGUAGES}
        for name, n in (
            ("rows", len(down.entities) - len(kept_rows)),
            ("columns", len(across.entities) - len(kept_columns)),
        )
        if n
    ]
    shown = [cells[r.id, c.id] for r in kept_rows for c in kept_columns]
    what = _what(opened, facet, language)
    return AnswerSet(
        question=f"matrix {rows} {columns}" + (f" --relation {relation}" if relation else ""),
        reading=_TEXT["against"][language == "ar"].format(
            rows=down.name[language], columns=across.name[language], what=what
        )
        + as_of_words(as_of, language),
        sparql="\n\n".join(dict.fromkeys([*down.queries, *across.queries, *grid.queries])),
        answers=tuple(_answers(kept_rows, kept_columns, cells)),
        table=Table(
            ("item", "id", *(column.id for column in kept_columns)),
            tuple(table_rows),
            short,
            (*_marks(shown), *left),
        ),
        complete="unknown" if any(cell.verdict == UNKNOWN for cell in shown) else "yes",
        as_of=as_of,
    )


def _is_law(opened: OpenStore, entities: Sequence[Named]) -> bool:
    return all(is_a(opened, entity.type, INSTRUMENT) for entity in entities)


def _facet(opened: OpenStore, things: Sequence[Named], ends: Sequence[Named], relation: str | None) -> Facet:
    law = _is_law(opened, things)
    states = all(is_a(opened, end.type, *STATES) for end in ends)
    if relation is not None:
        chosen, _ = relation_type(opened, relation)
        if "value" in opened.schema.relations[chosen]:
            raise QueryError(f"{chosen!r} has a literal value and joins no two things", "take another relation type")
        near = [t.type for t in things] + ([PROVISION] if law else [])
        fitting = between(opened, near, [e.type for e in ends], False)
        if chosen not in fitting:
            others = ", ".join(fitting) or "other rows or columns"
            raise QueryError(f"{chosen!r} does not join these rows and columns", f"choose {others}")
        facet = of_relation(opened, things, chosen)
        return facet._replace(party=chosen == PARTY and law and states)
    if law and states:
        return Facet(PARTY, (PARTY,), party=True)
    relations = between(opened, [t.type for t in things], [e.type for e in ends], law)
    if not relations:
        raise QueryError("no relation type joins these rows and columns", "`tocgraph stats` lists what there is")
    reads = law and set(relations) <= set(textual(opened))
    name = relations[0] if reads else ""
    return Facet(name, tuple(relations), textual=reads, wider=relations == ["criminalizes"])


def _kept(
    down: Chosen, across: Chosen, cells: dict[tuple[str, str], Cell], everything: bool
) -> tuple[list[Named], list[Named]]:
    """The rows and columns with a yes, a no or a claim in some cell, and those that were asked for by name."""
    told = {place for place, cell in cells.items() if cell.verdict != UNKNOWN or cell.claims}
    rows, columns = {row for row, _ in told}, {column for _, column in told}
    return (
        [r for r in down.entities if everything or down.listed or not told or r.id in rows],
        [c for c in across.entities if everything or across.listed or not told or c.id in columns],
    )


def _answers(rows: Sequence[Named], columns: Sequence[Named], cells: dict[tuple[str, str], Cell]) -> list[Answer]:
    found = []
    for row in rows:
        common = claimed(*(cells[row.id, column.id].claims for column in columns))
        if common:
            found.append(Answer(id=row.id, label=row.label, type=row.type, **common))
    return found


def _marks(cells: Sequence[Cell]) -> list[dict[str, str]]:
    found = [MARKS[mark] for mark in (DERIVED, DOUBTFUL) if any(mark in cell.brief.get("en", "") for cell in cells)]
    if any(cell.verdict == UNKNOWN for cell in cells):
        found.append({code: _TEXT["unknown"][code == "ar"] for code in LANGUAGES})
    return found


def _what(opened: OpenStore, facet: Facet, language: str) -> str:
    if not facet.name and (facet.relations is None or len(facet.relations) > 3):
        return _TEXT["any"][language == "ar"]
    listed = facet.relations or (facet.name,)
    return ("، " if language == "ar" else ", ").join(opened.schema.label("relations", r, language) for r in listed)
