"""The group of which gaps are asked: the members of an organization, the states in a region, all of a type."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tocgraph.errors import QueryError, TocgraphError, UnknownIdError
from tocgraph.reports.common import entity_type, term
from tocgraph.reports.gaps.base import NOT_OVER, Texts, is_a
from tocgraph.store import OpenStore
from tocgraph.store.claims import exists_on, holds_on
from tocgraph.store.resolve import resolve

_MEMBERS = """SELECT DISTINCT ?state ?standing WHERE {{
  VALUES ?kind {{ {kinds} }}
  ?state a ?kind .
{lives}{group}}}
ORDER BY ?state"""
STATES = ("state", "territory")


class Group(NamedTuple):
    """Those of whom it is asked: ids with whether their membership is taken as fact, and what they are called."""

    members: dict[str, bool]
    called: Texts
    query: str


def group(opened: OpenStore, name: str | None, as_of: str | None, kinds: Sequence[str] = STATES[:1]) -> Group:
    """The members of an organization, the states in a region, those of a type, or all of the types `kinds`.

    Raises:
        UnknownIdError: there is no entity or entity type of that name.
        QueryError: `as_of` is no date, or nothing belongs to the group that is named.
    """
    names = opened.vocabulary
    pattern = ""
    called = {"en": "states", "ar": "الدول"}
    if name is not None:
        try:
            named = resolve(opened, name)
        except TocgraphError as error:
            try:
                kinds = [entity_type(opened, name)]
            except UnknownIdError:
                raise error from None
            called = {code: opened.schema.label("types", kinds[0], code, "plural") for code in ("en", "ar")}
        else:
            iri = term(opened, names.entity(named.id))
            if is_a(opened, named, "place"):
                called = {"en": f"states in {named.name('en')}", "ar": f"الدول في {named.name('ar')}"}
                pattern = f"  ?state {term(opened, names.relation('located-in'))}+ {iri} .\n"
            else:
                kinds = STATES
                called = {"en": f"members of {named.name('en')}", "ar": f"أعضاء {named.name('ar')}"}
                members = term(opened, names.relation("member-of"))
                pattern = (
                    f"  ?claim rdf:predicate {members} ; rdf:subject ?state ; rdf:object {iri} ;"
                    " toc:standing ?standing .\n"
                    "  FILTER(?standing NOT IN (toc:standing-disputed, toc:standing-rejected))\n"
                    + (holds_on(as_of) or NOT_OVER.format(claim="?claim"))
                )
    query = names.header("id", "rdf", "toc", "xsd") + _MEMBERS.format(
        kinds=" ".join(term(opened, names.entity_type(k)) for k in kinds if k in opened.schema.types),
        lives=exists_on(as_of, "?state"),
        group=pattern,
    )
    members_found: dict[str, bool] = {}
    for row in opened.store.select(query).rows:
        state = names.local(row["state"].value)
        doubtful = "standing" in row and row["standing"].value == names.standing("unverified")
        members_found[state] = members_found.get(state, False) or not doubtful
    if pattern and not members_found:
        when = f" on {as_of}" if as_of else ""
        raise QueryError(
            f"the graph has no {called['en']}{when}",
            "name an organization, a region or an entity type such as state",
        )
    return Group(members_found, called, query)
