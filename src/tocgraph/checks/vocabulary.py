"""Checks of the schema itself."""

from __future__ import annotations

from collections.abc import Iterator

from tocgraph.checks.context import Context
from tocgraph.checks.names import ADDRESS, language_codes, languages
from tocgraph.checks.structure import find_cycles
from tocgraph.errors import Problem
from tocgraph.lexicon import spelt_out
from tocgraph.model import DATATYPES, EntityType, Record, RelationType
from tocgraph.text import camel, nearest
from tocgraph.vocabulary import EXTERNAL, Vocabulary

DATING = ("begins", "ends")
"""Flags of relation types whose date bounds the existence of the subject."""

RESERVED = frozenset(
    "existsFrom existsTo holdsFrom holdsTo "
    "type standing since sinceEarliest sinceLatest until untilEarliest untilLatest value valueEarliest valueLatest "
    "at finds asOf inverseLabel derivedBy provenBy RelationType Rule labelSource Claim Source".split()
)
"""Local names under schema# that the graph itself uses (see rdf)."""


def addresses(context: Context) -> Iterator[Problem]:
    """bad-url of the base and the prefixes; unknown-prefix and reserved-id of the types."""
    schema = context.schema
    if id(schema) in context.reading.places:
        if not (ADDRESS.fullmatch(schema.base) and schema.base.endswith(("/", "#"))):
            message = f"the base {schema.base!r} is not an http or https address that ends in / or #"
            yield context.problem(schema, ["base"], "bad-url", message, "such as https://example.org/graph/")
        for prefix, address in schema.prefixes.items():
            if not ADDRESS.fullmatch(address):
                message = f"{address!r} is not an http or https address"
                yield context.problem(schema, ["prefixes", prefix], "bad-url", message, "give the whole address")
    known = {*EXTERNAL, *Vocabulary("").prefixes, *schema.prefixes}
    declarations: list[EntityType | RelationType] = [*schema.entity_types, *schema.relation_types]
    for declared in declarations:
        local = camel(declared.id)
        if isinstance(declared, EntityType):
            local = local[:1].upper() + local[1:]
        if local in RESERVED:
            message = f"the graph uses {declared.id!r} itself"
            yield context.problem(declared, ["id"], "reserved-id", message, "choose another id")
        if declared.rdf is None or ADDRESS.fullmatch(declared.rdf):
            continue
        prefix, colon, _ = declared.rdf.partition(":")
        if not colon or prefix not in known:
            near = nearest(prefix, known)
            hint = f"did you mean {near[0]!r}?" if near else "declare it under prefixes"
            message = f"{declared.rdf!r} has no declared prefix" if not colon else f"no prefix {prefix!r}"
            yield context.problem(declared, ["rdf"], "unknown-prefix", message, hint)


def types(context: Context) -> Iterator[Problem]:
    """unknown-entity-type, unknown-relation-type, cycle; object-or-value, unknown-datatype and bad-flag of types."""
    schema = context.schema
    for declared in schema.entity_types:
        if declared.broader is not None:
            yield from _known(context, declared, ["broader"], "entity_types", declared.broader)
    for relation_type in schema.relation_types:
        if relation_type.broader is not None:
            yield from _known(context, relation_type, ["broader"], "relation_types", relation_type.broader)
        for field, ends in (("from", relation_type.subjects), ("to", relation_type.objects)):
            for index, end in enumerate(ends):
                yield from _known(context, relation_type, [field, index], "entity_types", end)
        for index, called in enumerate(relation_type.called):
            yield from _known(context, relation_type, ["called", index], "entity_types", called)
        related = {
            "instead-of": relation_type.instead_of,
            "counts": relation_type.counts,
            "otherwise": relation_type.otherwise,
        }
        for field, others in related.items():
            for index, other in enumerate(others):
                yield from _known(context, relation_type, [field, index], "relation_types", other)
        yield from _filler(context, relation_type)
    for what, tree in (("entity type", context.entity_types), ("relation type", context.relation_types)):
        broader = {name: [t.broader] for name, t in tree.items() if t.broader}
        for loop in find_cycles(broader):
            path = " > ".join([*loop, loop[0]])
            message = f"the broader {what} leads back to its start: {path}"
            yield context.problem(tree[loop[-1]], ["broader"], "cycle", message, "remove one of them")


def _known(context: Context, record: Record, path: list[str | int], table: str, identifier: str) -> Iterator[Problem]:
    if not context.knows(table, identifier):
        what = "entity" if table == "entity_types" else "relation"
        hint = context.suggestion(table, identifier, "declare it")
        yield context.problem(record, path, f"unknown-{what}-type", f"no {what} type {identifier!r}", hint)


def _filler(context: Context, declared: RelationType) -> Iterator[Problem]:
    if declared.value is not None and declared.objects:
        message = "a relation type takes objects (to) or a value, not both"
        yield context.problem(declared, ["value"], "object-or-value", message, "remove one")
    elif declared.value is None and not declared.objects and not _left_out(context, declared, "to", "value"):
        message = f"{declared.id!r} takes neither objects nor a value"
        yield context.problem(declared, ["id"], "object-or-value", message, "add to: or value:")
    if declared.value is not None and declared.value not in DATATYPES:
        message = f"no datatype {declared.value!r}"
        yield context.problem(declared, ["value"], "unknown-datatype", message, f"use one of {', '.join(DATATYPES)}")
    unfit = [flag for flag in declared.flags if not _fits(flag, declared.value)]
    if unfit:
        kind = "a relation with a value" if declared.value is not None else "a relation with an object"
        message = f"{kind} cannot be flagged {unfit[0]!r}"
        if unfit[0] in DATING and declared.value is not None:
            message = f"only the value of a date can be flagged {unfit[0]!r}"
        yield context.problem(declared, ["flags"], "bad-flag", message, "remove the flag")
    elif "symmetric" in declared.flags and "acyclic" in declared.flags:
        message = "what holds both ways is a cycle"
        yield context.problem(declared, ["flags"], "bad-flag", message, "keep one of the flags")
    elif "symmetric" in declared.flags and declared.objects and set(declared.subjects) != set(declared.objects):
        message = "what holds both ways takes the same types at both ends"
        yield context.problem(declared, ["flags"], "bad-flag", message, "make from and to equal, or remove the flag")


def _fits(flag: str, datatype: str | None) -> bool:
    if flag in DATING:
        return datatype == "date"
    if flag == "size":
        return datatype == "number"
    return flag == "of-the-record" or datatype is None


def _left_out(context: Context, record: Record, *fields: str) -> bool:
    return any(context.lost.part(record, field) for field in fields)


def texts(context: Context) -> Iterator[Problem]:
    """bad-language and bad-phrase, in labels, words and question phrases."""
    for entity_type in context.schema.entity_types:
        yield from languages(context, entity_type, "label", "plural", "words")
    for qualifier in context.schema.qualifiers:
        yield from languages(context, qualifier, "label", "words", "beside")
    for declared in context.schema.relation_types:
        yield from languages(context, declared, "label", "inverse", "beside")
        for field, spoken in (("phrases", declared.phrases), ("ending", declared.ending)):
            yield from language_codes(context, declared, [field], list(spoken))
            for code, phrases in spoken.items():
                for index, phrase in enumerate(phrases):
                    message = next(filter(None, map(_phrase, spelt_out(phrase))), "")
                    if message:
                        hint = "such as 'S is part of O' or 'parts of O'"
                        yield context.problem(declared, [field, code, index], "bad-phrase", message, hint)


def _phrase(phrase: str) -> str:
    """What is wrong with a question phrase; nothing when it has S or O or both, each once, and a word."""
    parts = phrase.split()
    for end in ("S", "O"):
        if parts.count(end) > 1:
            return f"{phrase!r} has {end} more than once"
    places = parts.count("S") + parts.count("O")
    if not places:
        return f"{phrase!r} has neither S nor O"
    return "" if len(parts) > places else f"{phrase!r} has no word beside S and O"
