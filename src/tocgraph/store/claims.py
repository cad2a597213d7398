"""Claims with everything known of them, read by SPARQL from any store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tocgraph.dates import PartialDate, parse_date
from tocgraph.errors import QueryError, StoreError
from tocgraph.store import OpenStore
from tocgraph.store.base import Term
from tocgraph.store.statements import Said, in_batches, statements

Qualifier = str | dict[str, str]
"""A qualifier's content: an entity id or number, or a text by language."""


STANDINGS = ("preferred", "normal", "unverified", "disputed", "rejected")
"""From the best to the worst."""

TAKEN_AS_FACT = STANDINGS[:2]
"""Claims of these standings also stand as plain triples; the others are shown, never counted."""


def rank(standing: str) -> int:
    """The place of a standing from the best, 0; an unknown one counts as normal."""
    return STANDINGS.index(standing) if standing in STANDINGS else 1


class CitedPlace(NamedTuple):
    """A place in a source: source id, its title, the pinpoint, and words that stand there."""

    source: str
    title: str
    at: str
    finds: tuple[str, ...] = ()


class Claim(NamedTuple):
    """A relation as the store knows it. `object` is an entity id, `value` a literal; one of them is None.

    A derived claim has its `rule` and the ids of its `premises`; its citations are those of the stated claims
    that it rests on.
    """

    id: str
    subject: str
    relation: str
    object: str | None
    value: str | None
    since: str
    until: str
    standing: str
    qualifiers: dict[str, Qualifier]
    note: dict[str, str]
    citations: tuple[CitedPlace, ...]
    rule: str = ""
    premises: tuple[str, ...] = ()


def read_claims(opened: OpenStore, identifiers: Iterable[str]) -> dict[str, Claim]:
    """The claims of those ids, in the order asked for; unknown ids are left out.

    Raises:
        StoreError: the store failed, or holds only a part of one of them.
    """
    wanted = dict.fromkeys(identifiers)
    return {identifier: claim for identifier, claim, _ in told_claims(opened, wanted) if claim}


def told_claims(
    opened: OpenStore, identifiers: Iterable[str], more: Sequence[str] = ()
) -> Iterator[tuple[str, Claim | None, Said]]:
    """Each id with its claim, None for an unknown one, and with what was read of it.

    No more than some hundreds are held at once. `more` are addresses of properties that are read as well.

    Raises:
        StoreError: the store failed, or holds only a part of one of them.
    """
    names, assembly = opened.vocabulary, Assembly(opened)
    toc, cites = names.prefixes["toc"], names.prefixes["prov"] + "qualifiedPrimarySource"
    derived, proven = toc + "derivedBy", toc + "provenBy"
    properties = (*assembly.properties, cites, proven, *more)
    for chunk in in_batches(identifiers):
        said = dict(statements(opened, map(names.claim, chunk), properties))
        # A derived claim has the citations of the stated claims that it rests on.
        proofs = {iri: _addresses(about, proven) for iri, about in said.items() if derived in about}
        stated = dict(statements(opened, sorted({iri for proof in proofs.values() for iri in proof}), [cites]))
        cited = {iri: _addresses(about, cites) for iri, about in (stated | said).items()}
        places = _places(opened, sorted({cite for listed in cited.values() for cite in listed}))
        for identifier in chunk:
            iri = names.claim(identifier)
            about = said[iri]
            own = [cite for claim in proofs.get(iri, [iri]) for cite in cited[claim] if cite in places]
            claim = assembly.claim(identifier, about, {cite: places[cite] for cite in own}) if about else None
            yield identifier, claim, about


def _addresses(about: Said, predicate: str) -> list[str]:
    return [term.value for term in about.get(predicate, ()) if term.kind == "iri"]


def _places(opened: OpenStore, cites: Iterable[str]) -> dict[str, Cited]:
    """What each citation says; one without a source or a place says nothing."""
    entity = opened.vocabulary.prefixes["prov"] + "entity"
    at, finds = (opened.vocabulary.prefixes["toc"] + name for name in ("at", "finds"))
    return {
        iri: (about[entity][0].value, about[at][0].value, [term.value for term in about.get(finds, ())])
        for iri, about in statements(opened, cites, (entity, at, finds))
        if entity in about and at in about
    }


Cited = tuple[str, str, Iterable[str]]
"""What a citation says: the address of the source, the place in it, and words that stand there."""


class Assembly:
    """Makes claims of what a store says of them; `properties` are the addresses of those that it needs."""

    def __init__(self, opened: OpenStore) -> None:
        names = opened.vocabulary
        self._local = names.local
        self._title = opened.names.source_title
        self._relations = {names.relation(r): r for r in opened.schema.relations}
        self._qualifiers = [(q, names.qualifier(q)) for q in opened.schema.qualifiers]
        self._titles: dict[str, str] = {}
        rdf, toc = names.prefixes["rdf"], names.prefixes["toc"]
        self._subject, self._predicate, self._object = (rdf + name for name in ("subject", "predicate", "object"))
        self._standing, self._since, self._until = (toc + name for name in ("standing", "since", "until"))
        self._rule, self._premise = toc + "derivedBy", names.prefixes["prov"] + "wasDerivedFrom"
        self._note = names.prefixes["skos"] + "note"
        self.properties = (
            self._subject, self._predicate, self._object, self._standing, self._since, self._until, self._rule,
            self._premise, self._note, *(iri for _, iri in self._qualifiers),
        )  # fmt: skip

    def claim(self, identifier: str, said: Mapping[str, Sequence[Term]], cited: Mapping[str, Cited]) -> Claim:
        """The claim of that id.

        Args:
            identifier: Its id.
            said: The values of each of its properties.
            cited: Its citations, or of a derived claim those of the claims that it rests on, by their addresses.

        Raises:
            StoreError: it has no object and no value.
        """
        local = self._local

        def text(predicate: str) -> str:
            return said[predicate][0].value if predicate in said else ""

        if self._object not in said:
            raise StoreError(f"the store holds only a part of the claim {identifier}", "does it hold the whole graph?")
        target = said[self._object][0]
        qualifiers: dict[str, Qualifier] = {}
        for qualifier, iri in self._qualifiers:
            if iri not in said:
                continue
            terms = said[iri]
            qualifiers[qualifier] = (
                {t.language: t.value for t in sorted(terms)} if terms[0].language else local(terms[0].value)
            )
        relation = text(self._predicate)
        return Claim(
            id=identifier,
            subject=local(text(self._subject)),
            relation=self._relations.get(relation, relation),
            object=local(target.value) if target.kind == "iri" else None,
            value=target.value if target.kind == "literal" else None,
            since=text(self._since),
            until=text(self._until),
            standing=text(self._standing).rpartition("standing-")[2],
            qualifiers=qualifiers,
            note={t.language or "en": t.value for t in sorted(said.get(self._note, ()))},
            citations=self._citations(cited),
            rule=local(text(self._rule)),
            premises=tuple(sorted(local(t.value) for t in said.get(self._premise, ()))),
        )

    def _citations(self, cited: Mapping[str, Cited]) -> tuple[CitedPlace, ...]:
        found: dict[CitedPlace, None] = {}  # the claims that a derived one rests on often cite the same place
        for _, (iri, at, finds) in sorted(cited.items(), key=lambda item: (len(item[0]), item[0])):
            source = self._local(iri)
            if source not in self._titles:
                self._titles[source] = self._title(source)
            found[CitedPlace(source, self._titles[source], at, tuple(sorted(set(finds))))] = None
        return tuple(found)


def asked_date(text: str) -> PartialDate:
    """The (partial) date that somebody asks with.

    Raises:
        QueryError: it is not YYYY, YYYY-MM or YYYY-MM-DD.
    """
    try:
        return parse_date(text)
    except ValueError as error:
        raise QueryError(str(error), "give a date") from error


def holds_on(as_of: str | None, claim: str = "?claim") -> str:
    """SPARQL filters that keep the claims which may hold on a (partial) date; empty for no date.

    A claim between two entities holds at most while both exist, unless its relation is lasting. An
    undated claim stays: its time is unknown, which is not the same as past.

    Raises:
        QueryError: the date is not YYYY, YYYY-MM or YYYY-MM-DD.
    """
    return _within(as_of, claim, "holds")


def exists_on(as_of: str | None, entity: str = "?entity") -> str:
    """SPARQL filters that keep the entities which may exist on a (partial) date; empty for no date.

    An entity of which no source says when it began or ended stays.

    Raises:
        QueryError: the date is not YYYY, YYYY-MM or YYYY-MM-DD.
    """
    return _within(as_of, entity, "exists")


def _within(as_of: str | None, subject: str, span: str) -> str:
    if not as_of:
        return ""
    day = asked_date(as_of)
    return (
        f'  FILTER NOT EXISTS {{ {subject} toc:{span}From ?begins FILTER(?begins > "{day.latest}"^^xsd:date) }}\n'
        f'  FILTER NOT EXISTS {{ {subject} toc:{span}To ?ends FILTER(?ends < "{day.earliest}"^^xsd:date) }}\n'
    )
