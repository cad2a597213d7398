"""The two queries of basis itself: what the instruments say, and where the claims of an answer stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tocgraph.reports.basis_law import POLICE_WORK, Law
from tocgraph.reports.common import term
from tocgraph.store.claims import CitedPlace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tocgraph.store import OpenStore
    from tocgraph.store.base import Row

_QUERY = """SELECT ?claim ?s ?p ?o ?standing ?since ?until ?strength ?for ?detail WHERE {{
  {{ VALUES ?p {{ toc:broader toc:partOf toc:supplements toc:partiesRecordedTo }}
    ?s ?p ?o }}
  UNION
  {{ SELECT ?s ?p (SAMPLE(?any) AS ?o) WHERE {{
      VALUES ?p {{ toc:providesFor }}
      ?s toc:partiesRecordedTo ?to ; ?p ?any .
      ?said rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?any .
      FILTER NOT EXISTS {{ ?said q:heldBy|q:accordingTo ?speaker }}
    }} GROUP BY ?s ?p }}
  UNION
  {{ {mechanisms}
    ?claim rdf:object ?o ; rdf:predicate ?p ; rdf:subject ?s ; toc:standing ?standing .
    FILTER NOT EXISTS {{ ?claim toc:derivedBy|q:heldBy|q:accordingTo ?other }}
    OPTIONAL {{ ?claim q:strength ?strength FILTER(LANG(?strength) IN ({languages})) }} }}
  UNION
  {{ VALUES ?p {{ toc:criminalizes }}
    ?claim rdf:predicate ?p ; rdf:subject ?s ; rdf:object ?o ; toc:standing ?standing .
    FILTER NOT EXISTS {{ ?claim toc:derivedBy|q:heldBy|q:accordingTo ?other }}
    OPTIONAL {{ ?claim q:strength ?strength FILTER(LANG(?strength) IN ({languages})) }} }}
  UNION
  {{ VALUES ?p {{ toc:subjectTo }}
    ?claim rdf:predicate ?p ; rdf:subject ?s ; rdf:object ?o ; toc:standing ?standing .
    FILTER NOT EXISTS {{ ?claim q:heldBy|q:accordingTo ?other }}
    OPTIONAL {{ ?claim q:for ?for }}
    OPTIONAL {{ ?claim q:detail ?detail FILTER(LANG(?detail) IN ({languages})) }} }}
  UNION
  {{ ?o toc:broader* {police} .
    ?claim rdf:object ?o ; rdf:predicate ?p ; rdf:subject ?s ; toc:standing ?standing .
    FILTER(?p IN (toc:carriesOut))
    OPTIONAL {{ ?claim toc:since ?since }}
    OPTIONAL {{ ?claim toc:until ?until }} }}
  UNION
  {{ VALUES (?s ?p) {{ {members} }}
    ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; toc:standing ?standing .
    OPTIONAL {{ ?claim toc:since ?since }}
    OPTIONAL {{ ?claim toc:until ?until }} }}
}}"""


_DETAILS = """SELECT ?claim ?cite ?source ?at ?note ?since ?subject ?object ?article ?number WHERE {{
  {{ VALUES ?claim {{ {cited} }}
    ?claim prov:qualifiedPrimarySource ?cite . ?cite prov:entity ?source ; toc:at ?at . }}
  UNION
  {{ VALUES ?claim {{ {noted} }} ?claim skos:note ?note . }}
  UNION
  {{ VALUES ?claim {{ {dated} }}
    ?claim rdf:predicate toc:partyTo ; rdf:subject ?subject ; rdf:object ?object ; toc:since ?since . }}
  UNION
  {{ VALUES ?article {{ {articles} }}
    ?numbered rdf:subject ?article ; rdf:predicate toc:articleNumber ; rdf:object ?number . }}
}}"""


class Details(NamedTuple):
    """Of claims: the places that they cite and their notes by language; when who became party; numbers of articles."""

    citations: dict[str, tuple[CitedPlace, ...]]
    notes: dict[str, dict[str, str]]
    since: dict[tuple[str, str], str]
    numbers: dict[str, str]


def read_law(opened: OpenStore, states: Iterable[str], mechanism: str | None, language: str) -> Law:
    """What the instruments say, who carries out police work, and the memberships of those States: one query.

    With a mechanism only what provides it or a kind of it is read; without one, every form of cooperation.
    What an instrument provides only because one of its articles does is left to the article; what a speaker or an
    author holds it to provide is no provision of it.
    """
    names = opened.vocabulary
    member = term(opened, names.relation("member-of"))
    # What comes first decides how engines go about it: the few mechanisms wanted, or the relation.
    chosen = "VALUES ?p { toc:providesFor }"
    if mechanism:
        chosen = f"?o toc:broader* {term(opened, names.entity(mechanism))} ."
        chosen += " FILTER(?p IN (toc:providesFor, toc:requires))"
    query = names.header("id", "q", "rdf", "toc") + _QUERY.format(
        mechanisms=chosen,
        languages=", ".join(f'"{code}"' for code in dict.fromkeys(("", "en", language))),
        police=term(opened, names.entity(POLICE_WORK)),
        members=" ".join(f"({term(opened, names.entity(s))} {member})" for s in states),
    )
    return Law(opened.store.select(query).rows, opened, language)


def read_details(
    opened: OpenStore, cited: Iterable[str], noted: Iterable[str], dated: Iterable[str], articles: Iterable[str]
) -> Details:
    """Where those claims stand, the notes of some, who became party when by others, and the numbers of articles."""
    found = Details({}, {}, {}, {})
    names = opened.vocabulary

    def listed(claims: Iterable[str]) -> str:
        return " ".join(term(opened, names.claim(c)) for c in dict.fromkeys(claims))

    query = names.header("claim", "id", "prov", "rdf", "skos", "toc") + _DETAILS.format(
        cited=listed(cited),
        noted=listed(noted),
        dated=listed(dated),
        articles=" ".join(term(opened, names.entity(a)) for a in articles),
    )
    places: dict[str, list[tuple[int, str, Row]]] = {}
    for row in opened.store.select(query).rows:
        if "number" in row:
            found.numbers[names.local(row["article"].value)] = row["number"].value
            continue
        claim = names.local(row["claim"].value)
        if "since" in row:
            found.since[names.local(row["subject"].value), names.local(row["object"].value)] = row["since"].value
        elif "source" in row:
            places.setdefault(claim, []).append((len(row["cite"].value), row["cite"].value, row))
        else:
            found.notes.setdefault(claim, {})[row["note"].language or "en"] = row["note"].value
    titles: dict[str, str] = {}
    for claim, told in places.items():
        found_places = []
        for _, _, row in sorted(told, key=lambda item: item[:2]):
            source = names.local(row["source"].value)
            if source not in titles:
                titles[source] = opened.names.source_title(source)
            found_places.append(CitedPlace(source, titles[source], row["at"].value))
        found.citations[claim] = tuple(dict.fromkeys(found_places))
    return found
