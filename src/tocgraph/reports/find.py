"""find: entities by what they are called."""

from __future__ import annotations

from tocgraph.answers import ANSWERED, NOT_IN_GRAPH, Answer, AnswerSet, Table
from tocgraph.reports.common import as_of_words, term
from tocgraph.store import OpenStore
from tocgraph.store.claims import exists_on

_MANY = 1000
"""How many likely names are looked at before those of another time are left out."""

COLUMNS = ("id", "label", "type", "matched", "score")


def find(opened: OpenStore, text: str, limit: int = 20, language: str = "en", as_of: str | None = None) -> AnswerSet:
    """The entities whose id, label, alias or identifier is like a text, best first.

    Names are compared word by word in English and Arabic; when no name holds the words, the nearest
    spellings are taken. The score is 100 for the very name and falls with the likeness. The SPARQL
    reads the entities that were found: the likeness itself comes from the names index. With `as_of`,
    entities that did not exist on that (partial) date are left out.

    Raises:
        QueryError: `as_of` is no date.
    """
    hits = opened.names.find(text, limit if as_of is None else _MANY)
    listed = " ".join(term(opened, opened.vocabulary.entity(named.id)) for named, _, _ in hits)
    query = opened.vocabulary.header("id", "skos", "toc", *(["xsd"] if as_of else [])) + (
        f"SELECT ?entity ?type ?label WHERE {{\n  VALUES ?entity {{ {listed} }}\n"
        f"  ?entity toc:type ?type .\n{exists_on(as_of)}  OPTIONAL {{ ?entity skos:prefLabel ?label }}\n}}"
    )
    if as_of is not None and hits:
        kept = {opened.vocabulary.local(row["entity"].value) for row in opened.store.select(query).rows}
        hits = [hit for hit in hits if hit[0].id in kept][:limit]
    rows = tuple(
        (named.id, named.name(language), opened.schema.label("types", named.type, language), match.text, score)
        for named, match, score in hits
    )
    opening = "كيانات اسمها يشبه" if language == "ar" else "entities called something like"
    return AnswerSet(
        question=text,
        status=ANSWERED if hits else NOT_IN_GRAPH,
        reading=f"{opening} “{text}”{as_of_words(as_of, language)}",
        sparql=query if hits else "",
        answers=tuple(Answer(id=named.id, label=named.label, type=named.type) for named, _, _ in hits),
        table=Table(COLUMNS, rows),
        complete="no" if len(hits) == limit else "yes",
        as_of=as_of,
        suggestions=() if hits else tuple(opened.names.suggestions(text)),
    )
