"""The question language as data: phrases of the schema and closed-class words, by comparable key.

Made once when the data is compiled and stored in the names index, so that a question does not stem
twelve hundred phrases. A phrase such as "S implement O" becomes its core ("implement") and the roles
that stand to the left and right of it.
"""

from __future__ import annotations

from typing import Any

from tocgraph.text import AUXILIARIES, stem, words

SLOTS = ("S", "O")

PREPOSITIONS = frozenset(
    "of in on at by to for with from against about between through under into upon over within as "
    "في من على الي عن مع ضد بين ل ب حول بشان عبر تحت خلال".split()
)
"""Words that may be part of a phrase but ask nothing by themselves."""


def phrase_tokens(text: str) -> list[str]:
    """The stems of a phrase or question without auxiliaries; slots stay as they are."""
    found: list[str] = []
    for raw in text.split():
        if raw in SLOTS:
            found.append(raw)
            continue
        found += [stem(word) for word in words(raw) if word not in AUXILIARIES]
    return found


def build(schema: dict[str, Any]) -> dict[str, Any]:
    """The lexicon of a schema: `relations` and `types` by key, and `split` phrases with a slot inside.

    Each entry of `relations` is a list of [relation type, role to the left, role to the right], a role
    being "S", "O" or "". `nouns` are the labels among the names of types. `split` lists [words before
    the slot, words after it] of phrases whose core stands on both sides of their slot, such as the
    Arabic for "X entered into force".
    """
    types: dict[str, list[str]] = {}
    nouns: dict[str, list[str]] = {}
    for entity_type in schema["entity_types"]:
        names = [*entity_type["label"].values(), *entity_type["plural"].values()]
        own = len(names)
        for more in entity_type.get("words", {}).values():
            names += more
        for position, name in enumerate(names):
            key = " ".join(phrase_tokens(name))
            if key and position < own and entity_type["id"] not in nouns.setdefault(key, []):
                nouns[key].append(entity_type["id"])
            if key and entity_type["id"] not in types.setdefault(key, []):
                types[key].append(entity_type["id"])
    relations: dict[str, list[list[str]]] = {}
    split: list[list[str]] = []
    for relation in schema["relation_types"]:
        for phrases in relation.get("phrases", {}).values():
            for phrase in phrases:
                _add_phrase(relation["id"], phrase_tokens(phrase), relations, split, types)
    return {"relations": relations, "types": types, "nouns": nouns, "split": split}


def _add_phrase(
    relation: str,
    tokens: list[str],
    relations: dict[str, list[list[str]]],
    split: list[list[str]],
    types: dict[str, list[str]],
) -> None:
    slots = [i for i, token in enumerate(tokens) if token in SLOTS]
    core = [token for token in tokens if token not in SLOTS]
    if not core:
        return
    places = [i for i, token in enumerate(tokens) if token not in SLOTS]
    first, last = places[0], places[-1]
    inside = [i for i in slots if first < i < last]
    left = next((tokens[i] for i in slots if i < first), "")
    right = next((tokens[i] for i in reversed(slots) if i > last), "")
    if inside:
        before, after = tokens[first : inside[0]], tokens[inside[0] + 1 : last + 1]
        split.append([" ".join(before), " ".join(t for t in after if t not in SLOTS)])
        # Words are brought together before matching, which leaves the slot to the right of the core.
        right = tokens[inside[0]]
    keys = [core]
    if (
        core[-1] in PREPOSITIONS
        and len(core) > 1
        and not inside
        and ((left and right) or " ".join(core[:-1]) not in types)
    ):
        # "where is X headquartered" leaves out the "in" of "headquartered in", "X headquarters" the "of".
        keys.append(core[:-1])
    for key in keys:
        entries = relations.setdefault(" ".join(key), [])
        if [relation, left, right] not in entries:
            entries.append([relation, left, right])
