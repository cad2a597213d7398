"""basis: the instruments in force between two States that provide a form of cooperation for a crime on a day.

Being bound is asked of `parties`, what the instruments say of `basis_law`; here the two meet. A treaty is a
basis only where both States are bound by it on that day (VCLT, articles 26 and 28); where that is not known
for one of them, it is listed apart, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from tocgraph.answers import Answer, AnswerSet, Table
from tocgraph.errors import QueryError, TocgraphError, UnknownIdError
from tocgraph.reports import basis_words
from tocgraph.reports.basis_find import Found, find_bases
from tocgraph.reports.basis_rows import COLUMNS, Row, rows_of
from tocgraph.store.claims import CitedPlace, asked_date
from tocgraph.store.resolve import resolve
from tocgraph.text import key

if TYPE_CHECKING:
    from tocgraph.store import OpenStore
    from tocgraph.store.base import Solutions, Triple
    from tocgraph.store.names import Named

STATES = ("state", "territory")


class Bases(NamedTuple):
    """The answer as rows, with what it takes to show them: names by id, citations by claim, the SPARQL asked."""

    question: str
    reading: str
    found: Found
    rows: tuple[Row, ...]
    named: dict[str, Named]
    citations: dict[str, tuple[CitedPlace, ...]]
    sparql: str
    on: str | None
    language: str

    def cited(self, claims: Iterable[str]) -> tuple[CitedPlace, ...]:
        """The places that those claims cite, each once."""
        return tuple(dict.fromkeys(place for claim in claims for place in self.citations.get(claim, ())))

    def name(self, identifier: str) -> str:
        """The name of an entity in the language of the answer."""
        return self.named[identifier].name(self.language) if identifier in self.named else identifier

    def answers(self) -> AnswerSet:
        """The answer set: one answer for each basis, all rows in the table."""
        answers = []
        for offer in self.found.bases:
            behind = tuple(dict.fromkeys(c for row in self.rows if row.of(offer.instrument) for c in row.claims))
            named = self.named.get(offer.instrument)
            answers.append(
                Answer(
                    id=offer.instrument,
                    label=named.label if named else {},
                    type=named.type if named else None,
                    since=offer.since(),
                    standing=offer.standing(),
                    claims=behind,
                    citations=self.cited(behind),
                )
            )
        table = tuple(row.cells(self.name, self.cited(row.claims)) for row in self.rows)
        return AnswerSet(
            question=self.question,
            reading=self.reading,
            sparql=self.sparql,
            answers=tuple(answers),
            table=Table(COLUMNS, table),
            as_of=self.on,
        )


def basis(
    opened: OpenStore,
    state: str,
    other: str,
    mechanism: str | None = None,
    crime: str | None = None,
    on: str | None = None,
    language: str = "en",
) -> AnswerSet:
    """Every instrument in force between two States that provides a mechanism for a crime, with its conditions.

    The answers are the bases. The table has one row for each thing known: of the bases, then of the police
    channels that both belong to, of the instruments for which it is not known, and of those that one of the
    two would have to join. Not legal advice.

    Args:
        opened: The store.
        state: One State, by id, name, alias or code.
        other: The other one.
        mechanism: The form of cooperation, such as extradition, with its kinds; any when None.
        crime: The crime; any when None.
        on: The (partial) date; as recorded when None.
        language: Language of the reading and of the texts in the table.

    Raises:
        UnknownIdError: no State, mechanism or crime has that name; the nearest are suggested.
        QueryError: both names mean one State, a name means something else, or the date is malformed.
    """
    return bases(opened, state, other, mechanism, crime, on, language).answers()


def bases(
    opened: OpenStore,
    state: str,
    other: str,
    mechanism: str | None = None,
    crime: str | None = None,
    on: str | None = None,
    language: str = "en",
) -> Bases:
    """As `basis`, in the shape that a page or a terminal draws from. Raises as `basis`."""
    if on:
        asked_date(on)
    pair = [one_of(opened, text, STATES, "state") for text in (state, other)]
    if pair[0].id == pair[1].id:
        raise QueryError(f"{state!r} and {other!r} are the same state: {pair[0].id}", "give two states")
    form = one_of(opened, mechanism, ("mechanism",), "mechanism") if mechanism else None
    offence = one_of(opened, crime, ("crime",), "crime") if crime else None
    recorder = _Recorder(opened)
    recorded = opened._replace(store=recorder)
    states = (pair[0].id, pair[1].id)
    found = find_bases(recorded, states, form.id if form else None, offence.id if offence else None, on, language)
    named = {**found.law.named, **{n.id: n for n in (*pair, form, offence) if n}}
    rows = rows_of(found, named, language)
    missing = {x for row in rows for x in (row.instrument, row.article, row.item, row.relevant, row.through) if x}
    named |= opened.names.entities(sorted(missing - named.keys()))
    return Bases(
        question=" ".join(filter(None, ("basis", state, other, mechanism, crime, on))),
        reading=basis_words.reading(pair, form, offence, on, language),
        found=found,
        rows=rows,
        named=named,
        citations=found.details.citations,
        sparql="\n\n".join(recorder.queries),
        on=on,
        language=language,
    )


def one_of(opened: OpenStore, text: str, types: tuple[str, ...], kind: str) -> Named:
    """The entity of those types that a text names; of several things of that name, the one of the types.

    Raises:
        UnknownIdError: nothing of those types is called so; the nearest of them are suggested.
        QueryError: something else is called so.
        TocgraphError: several of those types are called so.
    """

    def suits(named: Named) -> bool:
        return any(t in types for t in opened.schema.ancestors(named.type))

    other: Named | None = None
    # Nothing may have that name, or several things of which one is of the types.
    with suppress(TocgraphError):
        other = resolve(opened, text)
    if other is not None and suits(other):
        return other
    comparable = key(text)
    called = opened.names.entities(sorted({m.entity for m in opened.names.matches([comparable])}) if comparable else ())
    suiting = [named for named in called.values() if suits(named)]
    if len(suiting) == 1:
        return suiting[0]
    if suiting:
        choices = ", ".join(f"{named.id} ({named.name()})" for named in suiting)
        raise TocgraphError(f"{text!r} names {len(suiting)} entities", f"give one of these ids: {choices}")
    near = [named.id for named, _, _ in opened.names.find(text, 60) if suits(named)][:3]
    if other is not None:
        label = opened.schema.label("types", other.type)
        hint = f"did you mean {', '.join(near)}?" if near else f"`tocgraph list {kind}` lists them"
        raise QueryError(f"{text!r} is no {kind} but a {label}: {other.name()} ({other.id})", hint)
    raise UnknownIdError(kind, text, near)


class _Recorder:
    """A store that remembers the SELECT queries put to it, so that an answer can show every one."""

    def __init__(self, opened: OpenStore) -> None:
        self._store = opened.store
        self.queries: list[str] = []

    def select(self, query: str) -> Solutions:
        """See `Store.select`."""
        self.queries.append(query)
        return self._store.select(query)

    def ask(self, query: str) -> bool:
        """See `Store.ask`."""
        return self._store.ask(query)

    def construct(self, query: str) -> list[Triple]:
        """See `Store.construct`."""
        return self._store.construct(query)

    def dump(self, query: str, file: BinaryIO) -> None:
        """See `Store.dump`."""
        self._store.dump(query, file)

    def serialize(self, query: str, form: str = "") -> bytes:
        """See `Store.serialize`."""
        return self._store.serialize(query, form)
