"""Whom or what a phrase such as "Elzohary" or "the Kashif study" cites: sources, and documents that sources name."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from tocgraph.questions.linking.frames import EDGES
from tocgraph.questions.words.closed import closed_set
from tocgraph.store import OpenStore
from tocgraph.text import AUXILIARIES, key, stem, words

_NOUNS = closed_set(
    "study studies thesis article paper report book briefing text document source author authors researcher "
    "researchers "
    "scholar speaker speakers participant participants delegate delegates dr prof professor mr mrs et al al's and his "
    "her colleagues others work "
    "دراسه رساله مقال مقاله بحث تقرير كتاب موجز نص وثيقه مصدر مولف الباحث باحث الدكتور د الاستاذ واخرون وزملايه "
    "الدراسه الكاتب المولف"
)
_AUTHORS = """SELECT ?source ?name WHERE {{
  ?source a toc:Source ; ?property ?name .
  FILTER(STRSTARTS(STR(?property), "{author}"))
}}"""
_WRITTEN = """SELECT DISTINCT ?document WHERE {{
  VALUES ?author {{ {authors} }}
  ?claim rdf:predicate <{relation}> ; rdf:subject ?document ; rdf:object ?author .
}}"""
_AUTHORED = "authored-by"
_HELD = "held-by"
_VOICES = "SELECT DISTINCT ?voice WHERE {{ ?claim <{held}> ?voice }}"


class Works(NamedTuple):
    """Ids of sources, and of documents; or the words that a source has for those who said something."""

    sources: tuple[str, ...]
    documents: tuple[str, ...]
    voices: tuple[str, ...] = ()


def voices_of(opened: OpenStore, phrase: str) -> Works | None:
    """Those of whom a source tells in just these words: "several speakers"; with "speakers" alone any of them."""
    said = {stem(w) for w in words(phrase)} - {"the", "of", "a"}
    if not said or _HELD not in opened.schema.qualifiers:
        return None
    rows = opened.store.select(_VOICES.format(held=opened.vocabulary.qualifier(_HELD))).rows
    known = sorted(row["voice"].value for row in rows)
    found = [voice for voice in known if said <= {stem(w) for w in words(voice)}]
    return Works((), (), tuple(found)) if found else None


def works_of(opened: OpenStore, phrase: str) -> Works | None:
    """The sources and documents of an author, or those that are called so; None when it names neither.

    An author may be named by a part of the name; then all the sources must be by one author or of one document.
    """
    said = [w for w in words(phrase) if w not in AUXILIARIES]
    while said and said[0] in EDGES:
        said = said[1:]
    while said and said[-1] in EDGES:
        said = said[:-1]
    own = [w for w in said if w not in _NOUNS] or said
    if not own:
        return None
    sources = opened.names.sources()
    titles = {key(title): source for source, title in sources.items()}
    documents, persons = _named(opened, said, own, sources, titles)
    documents |= written_by(opened, persons)
    found = {s for d in documents for s in _of_document(opened, d, sources, titles)}
    found |= {s for s in sources if s in (phrase.strip().casefold(), "-".join(said))}
    if not documents and not found:
        found = _by_author(opened, own)
    return Works(tuple(sorted(found)), tuple(sorted(documents))) if found or documents else None


def _named(
    opened: OpenStore, said: list[str], own: list[str], sources: dict[str, str], titles: dict[str, str]
) -> tuple[set[str], set[str]]:
    """The documents and persons that all those words name; by a part of a name when nothing is called so in full."""
    full = [m.entity for m in opened.names.matches({key(" ".join(said)), key(" ".join(own))})]
    for candidates in (full, opened.names.holding({stem(w) for w in own}) if _proper(own) else []):
        kinds: dict[str, set[str]] = {"document": set(), "person": set()}
        for named in opened.names.entities(candidates).values():
            for kind in kinds:
                if kind in opened.schema.ancestors(named.type):
                    kinds[kind].add(named.id)
        if not any(kinds.values()):
            continue
        documents, persons = kinds["document"], kinds["person"]
        by_persons = written_by(opened, persons)
        # A word of a title is no name: of several documents only those count that such a person wrote.
        if candidates is not full and persons:
            documents = documents & by_persons
        if len(documents) < 2 or candidates is full or documents <= by_persons:
            return documents, persons
        read = read_here(opened, documents)
        if len(read) == 1:
            return read, set()  # "the study on Pakistan" is the one that is read here, not those that it cites
    return set(), set()


def _proper(own: list[str]) -> bool:
    return len(own) < 5 and all(len(w) > 1 and not w.isdigit() for w in own)


def written_by(opened: OpenStore, persons: Collection[str]) -> set[str]:
    """The documents of which one of those persons is an author."""
    if not persons or _AUTHORED not in opened.schema.relations:
        return set()
    names = opened.vocabulary
    authors = " ".join(f"<{names.entity(p)}>" for p in sorted(persons))
    query = names.header("rdf") + _WRITTEN.format(authors=authors, relation=names.relation(_AUTHORED))
    return {names.local(row["document"].value) for row in opened.store.select(query).rows}


def _of_document(opened: OpenStore, document: str, sources: dict[str, str], titles: dict[str, str]) -> set[str]:
    """The sources that a document is: of its id, with or without "doc-", or with one of its names as title."""
    found = {s for s in (document, document.removeprefix("doc-")) if s in sources}
    named = opened.names.entity(document)
    labels = {key(text) for text in named.label.values()} if named else set()
    return found | {titles[label] for label in labels if label in titles}


def read_here(opened: OpenStore, documents: Collection[str]) -> set[str]:
    """Those of the documents that are sources themselves, and not only cited by one."""
    sources = opened.names.sources()
    titles = {key(title): source for source, title in sources.items()}
    return {d for d in documents if _of_document(opened, d, sources, titles)}


def document_of(opened: OpenStore, source: str) -> str | None:
    """The entity of a source, where the source itself is spoken of in the graph."""
    for candidate in (source, f"doc-{source}"):
        named = opened.names.entity(candidate)
        if named is not None and "document" in opened.schema.ancestors(named.type):
            return candidate
    title = key(opened.names.source_title(source))
    matches = opened.names.matches([title]) if title else []
    found = {
        m.entity
        for m in matches
        if m.kind == "label"
        for n in opened.names.entities([m.entity]).values()
        if "document" in opened.schema.ancestors(n.type)
    }
    return found.pop() if len(found) == 1 else None


def _by_author(opened: OpenStore, own: list[str]) -> set[str]:
    """The sources one of whose authors has all those words in the name."""
    names = opened.vocabulary
    query = names.header("toc") + _AUTHORS.format(author=names.prefixes["toc"] + "author-")
    wanted = {stem(w) for w in own}
    return {
        names.local(row["source"].value)
        for row in opened.store.select(query).rows
        if wanted <= {stem(w) for w in words(row["name"].value)}
    }
