"""The graph as tables: what each table and column holds. CSV, SQLite, Parquet and Excel files are made from these.

One description serves the writers, the data dictionary and the CSVW metadata. `rows` are in `tables_rows`.
"""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """A column: `kind` is text, date (a whole day), number (a whole number), flag or address.

    `refers` is the table whose `id` the column holds; `needed` that it is never empty.
    """

    name: str
    description: str
    kind: str = "text"
    refers: str = ""
    needed: bool = False


class Table(NamedTuple):
    """A table: its rows are told apart by the columns of `key`."""

    name: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


def _id(what: str) -> tuple[Column, Column]:
    return Column("id", f"id of the {what}", needed=True), Column("iri", f"address of the {what}", "address", "", True)


def _both(name: str, what: str) -> tuple[Column, Column]:
    return Column(f"{name}_en", f"{what}, in English"), Column(f"{name}_ar", f"{what}, in Arabic")


def _bounds(name: str, what: str) -> tuple[Column, ...]:
    return (
        Column(name, f"{what}, as the source gives it: YYYY, YYYY-MM or YYYY-MM-DD"),
        Column(f"{name}_earliest", f"first day that `{name}` can mean", "date"),
        Column(f"{name}_latest", f"last day that `{name}` can mean", "date"),
    )


_STANDING = Column(
    "standing",
    "preferred or normal: taken as fact; unverified, disputed or rejected: kept with its sources, not taken as fact",
    needed=True,
)
_DERIVED = Column("derived", "whether the claim follows from others by a rule", "flag", needed=True)

TABLES: tuple[Table, ...] = (
    Table(
        "entities",
        "The things of the graph, one a row.",
        ("id",),
        (
            *_id("entity"),
            Column("type", "its type", refers="entity_types", needed=True),
            *_both("label", "what it is called"),
            *_both("description", "what it is, in a sentence"),
            Column("exists_from", "first day on which it can have existed, where anything says", "date"),
            Column("exists_to", "last day on which it can have existed, where anything says", "date"),
        ),
    ),
    Table(
        "names",
        "Every label and alias in every language.",
        ("entity", "kind", "language", "name"),
        (
            Column("entity", "whose name it is", refers="entities", needed=True),
            Column("kind", "label or alias", needed=True),
            Column("language", "language code (BCP 47)", needed=True),
            Column("name", "the name", needed=True),
            Column("origin", "of a label: the id of the source it was taken from, or translation for our own"),
        ),
    ),
    Table(
        "identifiers",
        "How others identify the entities.",
        ("entity", "scheme"),
        (
            Column("entity", "the entity", refers="entities", needed=True),
            Column("scheme", "whose identifier it is, such as wikidata or iso3", needed=True),
            Column("value", "the identifier", needed=True),
        ),
    ),
    Table(
        "claims",
        "Everything that is claimed, of any standing: a subject, a relation, and an object or a value.",
        ("id",),
        (
            *_id("claim"),
            Column("subject", "the entity that the claim is about", refers="entities", needed=True),
            Column("relation", "what is said of it", refers="relation_types", needed=True),
            Column("object", "the entity at the other end; empty when there is a value", refers="entities"),
            Column("value_type", "date, number or text when there is a value; empty when there is an object"),
            *_bounds("value", "the value when there is no object; a date"),
            *_bounds("since", "when it began to hold"),
            *_bounds("until", "when it ceased to hold"),
            Column("holds_from", "first day on which it can have held, its ends considered", "date"),
            Column("holds_to", "last day on which it can have held, its ends considered", "date"),
            _STANDING,
            _DERIVED,
            Column("rule", "the rule that a derived claim follows by", refers="rules"),
            *_both("note", "what has to be known about the claim, such as why it is rejected"),
        ),
    ),
    Table(
        "relations",
        "The claims between two entities with the names of both: the edges of the graph, ready to be used.",
        ("claim",),
        (
            Column("claim", "the claim", refers="claims", needed=True),
            Column("subject", "id of the entity at the beginning", refers="entities", needed=True),
            Column("subject_type", "its type", needed=True),
            *_both("subject_label", "what it is called"),
            Column("relation", "the relation type", refers="relation_types", needed=True),
            *_both("relation_label", "what the relation is called"),
            Column("object", "id of the entity at the end", refers="entities", needed=True),
            Column("object_type", "its type", needed=True),
            *_both("object_label", "what it is called"),
            Column("since", "when it began to hold: YYYY, YYYY-MM or YYYY-MM-DD"),
            Column("until", "when it ceased to hold: YYYY, YYYY-MM or YYYY-MM-DD"),
            _STANDING,
            _DERIVED,
        ),
    ),
    Table(
        "qualifiers",
        "What claims say of themselves besides their time.",
        ("claim", "qualifier", "language"),
        (
            Column("claim", "the claim", refers="claims", needed=True),
            Column("qualifier", "what the value is", refers="qualifier_types", needed=True),
            Column("language", "language of a text; empty for an entity or a number"),
            Column(
                "value", "the text or number, or the id of an entity, which may lie outside the export", needed=True
            ),
            *_both("label", "of an entity: what it is called"),
        ),
    ),
    Table(
        "citations",
        "Where each claim stands. A derived claim has the places of the stated claims that it rests on.",
        ("claim", "number"),
        (
            Column("claim", "the claim", refers="claims", needed=True),
            Column("number", "counts the citations of a claim, from 1", "number", needed=True),
            Column("source", "the work", refers="sources", needed=True),
            Column("at", "the place in it: heading, paragraph, article", needed=True),
            Column(
                "inherited", "whether it is the citation of a claim that this one follows from", "flag", needed=True
            ),
        ),
    ),
    Table(
        "cited_words",
        "Words that stand at the cited places, by which a citation can be checked.",
        ("claim", "number", "words"),
        (
            Column("claim", "the claim", refers="claims", needed=True),
            Column("number", "the citation of the claim", "number", needed=True),
            Column("words", "words at that place", needed=True),
        ),
    ),
    Table(
        "premises",
        "What derived claims directly follow from.",
        ("claim", "premise"),
        (
            Column("claim", "the derived claim", refers="claims", needed=True),
            Column("premise", "id of a claim that it follows from, which may lie outside the export", needed=True),
        ),
    ),
    Table(
        "sources",
        "The works that are cited.",
        ("id",),
        (
            *_id("source"),
            Column("type", "what kind of work it is", needed=True),
            Column("title", "its title", needed=True),
            Column("authors", "its authors in order, parted by semicolons; one a row in source_authors"),
            Column("publisher", "who published it"),
            Column("issued", "when it was published: YYYY, YYYY-MM or YYYY-MM-DD"),
            Column("language", "language code"),
            Column("as_of", "the day that its content stands for"),
            Column("license", "its licence"),
            Column("url", "where it can be found", "address"),
            Column("note", "what has to be known about it"),
        ),
    ),
    Table(
        "source_authors",
        "The authors of the works, one a row.",
        ("source", "position"),
        (
            Column("source", "the work", refers="sources", needed=True),
            Column("position", "counts the authors, from 1", "number", needed=True),
            Column("author", "the author", needed=True),
        ),
    ),
    Table(
        "entity_types",
        "The types of entities, a tree.",
        ("id",),
        (
            *_id("type"),
            Column("broader", "the next wider type", refers="entity_types"),
            *_both("label", "what one is called"),
            *_both("plural", "what several are called"),
        ),
    ),
    Table(
        "relation_types",
        "What can be said of entities.",
        ("id",),
        (
            *_id("relation type"),
            Column("broader", "the wider relation that it counts as too", refers="relation_types"),
            Column("value_type", "date, number or text when it takes a value; empty when it takes an object"),
            Column("symmetric", "whether it holds both ways", "flag", needed=True),
            *_both("label", "how it reads from subject to object"),
            *_both("inverse", "how it reads from object to subject"),
            *_both("description", "what it means"),
        ),
    ),
    Table(
        "qualifier_types",
        "What claims can say of themselves.",
        ("id",),
        (
            *_id("qualifier"),
            Column("value_type", "entity, text or number", needed=True),
            *_both("label", "what it is called"),
        ),
    ),
    Table(
        "rules",
        "The rules by which claims are derived.",
        ("id",),
        (*_id("rule"), *_both("label", "what it is called"), *_both("description", "what it says")),
    ),
    Table(
        "about",
        "What this export is.",
        ("name",),
        (
            Column("name", "what the value tells", needed=True),
            Column("value", "the value", needed=True),
        ),
    ),
)

TABLE = {table.name: table for table in TABLES}
"""The tables by name."""

TRIPLES = Table(
    "triples",
    "The same in RDF, one statement a row, sorted (see rdf.md).",
    ("s", "p", "o", "kind", "lang", "datatype"),
    (
        Column("s", "address of the subject", "address", "", True),
        Column("p", "address of the property", "address", "", True),
        Column("o", "address of the object, or the text of a literal", needed=True),
        Column("kind", "iri or literal", needed=True),
        Column("lang", "language of a literal, or empty"),
        Column("datatype", "address of the datatype of a literal that is neither a plain string nor has a language"),
    ),
)
"""Only where a format says so: every statement of the RDF."""
