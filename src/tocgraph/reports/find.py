"""find: entities by what they are called."""

from __future__ import annotations

from tocgraph.answers import ANSWERED, NOT_IN_GRAPH, Answer, AnswerSet, Table
from tocgraph.reports.common import term
from tocgraph.store import OpenStore

COLUMNS = ("id", "label", "type", "matched", "score")


def find(opened: OpenStore, text: str, limit: int = 20, language: str = "en") -> AnswerSet:
    """The entities whose id, label, alias or identifier is like a text, best first.

    Names are compared word by word in English and Arabic; when no name holds the words, the nearest
    spellings are taken. The score is 100 for the very name and falls with the likeness. The SPARQL
    reads the entities that were found: the likeness itself comes from the names index.
    """
    hits = opened.names.find(text, limit)
    listed = " ".join(term(opened, opened.vocabulary.entity(named.id)) for named, _, _ in hits)
    query = opened.vocabulary.header("id", "skos", "toc") + (
        f"SELECT ?entity ?type ?label WHERE {{\n  VALUES ?entity {{ {listed} }}\n"
        "  ?entity toc:type ?type .\n  OPTIONAL { ?entity skos:prefLabel ?label }\n}"
    )
    rows = tuple(
        (named.id, named.name(language), opened.schema.label("types", named.type, language), match.text, score)
        for named, match, score in hits
    )
    opening = "كيانات اسمها يشبه" if language == "ar" else "entities called something like"
    return AnswerSet(
        question=text,
        status=ANSWERED if hits else NOT_IN_GRAPH,
        reading=f"{opening} “{text}”",
        sparql=query if hits else "",
        answers=tuple(Answer(id=named.id, label=named.label, type=named.type) for named, _, _ in hits),
        table=Table(COLUMNS, rows),
        complete="no" if len(hits) == limit else "yes",
        suggestions=() if hits else tuple(opened.names.suggestions(text)),
    )
