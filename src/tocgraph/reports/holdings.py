"""Claims about many things at once, read with few queries: what each thing has, from either end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tocgraph.reports.common import term
from tocgraph.store import OpenStore
from tocgraph.store.claims import holds_on

_CHUNK = 400
_CLAIMS = """SELECT ?thing ?claim ?relation ?end ?standing WHERE {{
  VALUES ?thing {{ {things} }}
  ?claim rdf:{near} ?thing ; rdf:{far} ?end ; rdf:predicate ?relation ; toc:standing ?standing .
{chosen}{dates}}}
ORDER BY ?thing ?claim"""


class Holding(NamedTuple):
    """A claim about a thing: its other end (an entity id, or the literal), `inverse` when the thing is its object."""

    thing: str
    relation: str
    inverse: bool
    end: str
    literal: bool
    standing: str
    claim: str


class Found(NamedTuple):
    """The claims in the order of things and claim ids, and the first query of each kind that found them."""

    found: list[Holding]
    queries: list[str]


def holdings(
    opened: OpenStore,
    things: Iterable[str],
    relations: Sequence[str] | None = None,
    as_of: str | None = None,
    forward: bool = True,
    backward: bool = True,
) -> Found:
    """The claims of every standing about those things; with `relations`, only of these very relation types.

    Args:
        opened: The store.
        things: Entity ids.
        relations: Relation types; None for all.
        as_of: Keep claims that may hold on this (partial) date.
        forward: Claims of which a thing is the subject.
        backward: Claims of which a thing is the object.

    Raises:
        QueryError: `as_of` is no date.
    """
    asked = list(dict.fromkeys(things))
    names = opened.vocabulary
    dates = holds_on(as_of)
    chosen = ""
    if relations is not None:
        listed = ", ".join(term(opened, names.relation(r)) for r in relations)
        chosen = f"  FILTER(?relation IN ({listed}))\n"
    known = {names.relation(r): r for r in opened.schema.relations}
    found: list[Holding] = []
    queries: list[str] = []
    for near, far, wanted in (("subject", "object", forward), ("object", "subject", backward)):
        for start in range(0, len(asked) if wanted and relations != [] else 0, _CHUNK):
            listed = " ".join(term(opened, names.entity(t)) for t in asked[start : start + _CHUNK])
            query = names.header("id", "rdf", "toc", "xsd") + _CLAIMS.format(
                things=listed, near=near, far=far, chosen=chosen, dates=dates
            )
            if start == 0:
                queries.append(query)
            for row in opened.store.select(query).rows:
                end = row["end"]
                found.append(
                    Holding(
                        thing=names.local(row["thing"].value),
                        relation=known.get(row["relation"].value, row["relation"].value),
                        inverse=near == "object",
                        end=names.local(end.value) if end.kind == "iri" else end.value,
                        literal=end.kind != "iri",
                        standing=row["standing"].value.rpartition("standing-")[2],
                        claim=names.local(row["claim"].value),
                    )
                )
    return Found(found, queries)
