"""The rules of the data, in one table: docs, messages and the examples under tests/rules follow it."""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """A rule of the data. An `error` cannot be compiled or is false by construction; a `warning` is untidy."""

    id: str
    level: str
    description: str


def _rules(level: str, lines: dict[str, str]) -> list[Rule]:
    return [Rule(identifier, level, description) for identifier, description in lines.items()]


RULES: dict[str, Rule] = {
    rule.id: rule
    for rule in [
        # text and shape, found while reading
        *_rules(
            "error",
            {
                "missing-file": "A data folder has sources.yaml, entities.yaml and relations.yaml.",
                "yaml-syntax": "A file is UTF-8 text and YAML, without anchors and aliases.",
                "csv-syntax": "A table is UTF-8 text and CSV with commas; each row has as many cells as the header.",
                "unknown-column": "A table has the columns of its block in tables.yaml, and the block names no others.",
                "repeated-key": "A field stands once in its block.",
                "unknown-field": "A block has only the fields that its kind of record has.",
                "missing-field": "A block has the fields that it cannot be read without.",
                "wrong-shape": "A field holds a text, a list or a mapping, as its record demands.",
                "empty-text": "A field that is written has a value.",
                "bad-character": "Texts hold no control characters and nothing that overrides text direction.",
            },
        ),
        # ids and references
        *_rules(
            "error",
            {
                "bad-id": "An id is lower-case words of a-z and 0-9 joined by hyphens.",
                "repeated-id": "An id belongs to one thing.",
                "reserved-id": "Neither a type nor a source is called what means something else already.",
                "unknown-id": "A subject, an object or an entity in a qualifier is an entity of entities.yaml.",
                "unknown-entity-type": "An entity type is declared in the schema.",
                "unknown-relation-type": "A relation type is declared in the schema.",
                "unknown-source": "A citation, an outline or label_from names a source of sources.yaml.",
                "unknown-code": "A code in a table is an identifier of an entity.",
                "unknown-qualifier": "A qualifier is declared in the schema.",
                "unknown-standing": "A standing is preferred, normal, unverified, disputed or rejected.",
            },
        ),
        # claims
        *_rules(
            "error",
            {
                "wrong-end-type": "The ends of a relation have a type that its relation type allows.",
                "object-or-value": "A relation has an object or a value, whichever its relation type takes.",
                "wrong-datatype": "A value or qualifier is what the schema declares: date, number, entity or text.",
                "self-relation": "Nothing stands in a relation to itself.",
                "bad-date": "A date is YYYY, YYYY-MM or YYYY-MM-DD and exists.",
                "since-after-until": "Nothing ends before it begins.",
                "missing-citation": "A relation cites at least one source.",
                "missing-pinpoint": "A citation says where in the source: heading, paragraph or article.",
                "derived-claim": "Data files state no derived claims; these are made from the rules of the schema.",
                "missing-note": "A disputed or rejected claim says why in its note.",
                "repeated-pinpoint": "A source has one outline, and a pinpoint names one part of it.",
                "same-claim": "Two blocks do not claim the same; a second source is a second citation.",
                "cycle": "Hierarchies of entities and of types never lead back to their start.",
            },
        ),
        # names and addresses
        *_rules(
            "error",
            {
                "missing-label": "An entity has a label.",
                "origin-without-label": "label_from names languages in which the entity has a label.",
                "bad-language": "A language code is two or three lower-case letters.",
                "bad-scheme": "An identifier scheme is named by lower-case words joined by hyphens.",
                "bad-url": "An address is a whole http or https address.",
            },
        ),
        # the schema
        *_rules(
            "error",
            {
                "unknown-datatype": "The value of a relation type is a date, a number or a text.",
                "unknown-prefix": "An RDF term uses a declared prefix.",
                "bad-phrase": "A question phrase has S, O or both, each once, and at least one word.",
                "bad-rule": "A rule has claims and conditions on types, and its conclusion names nothing else.",
                "bad-flag": "A flag fits its relation type: only a date begins or ends; nothing symmetric is acyclic.",
                "bad-sense": "A block of senses.yaml has single words, of which at least two differ.",
            },
        ),
        # tidiness
        *_rules(
            "warning",
            {
                "shared-name": "Two entities do not share a label or alias.",
                "unconnected": "An entity takes part in at least one relation.",
                "missing-origin": "An entity with a label in Arabic says in label_from where that label comes from.",
                "unused-source": "A source is cited at least once, or a label comes from it.",
                "unknown-pinpoint": "Where a source has an outline, a citation names a part of it.",
                "unmapped-table": "Each file in the folder of tables has a block in tables.yaml.",
                "order": "Blocks and rows are sorted; the smaller id is the subject of a symmetric relation.",
            },
        ),
    ]
}
