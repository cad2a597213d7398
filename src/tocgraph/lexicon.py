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
    "في من علي الي عن مع ضد بين ل ب حول بشان عبر تحت خلال لدي نحو لاجل بموجب بواسطه".split()
)
"""Words that may be part of a phrase but ask nothing by themselves."""


PASSIVE = frozenset({"by"})
"""Without it a passive phrase would read as its opposite."""


_PREPOSITION_STEMS = frozenset(stem(word) for word in PREPOSITIONS)
_PASSIVE_STEMS = frozenset(stem(word) for word in PASSIVE)


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

    Each entry of `relations` is a list of [relation type, role to the left, role to the right, words],
    a role being "S", "O" or ""; words are those of a phrase that is entered without its last
    preposition. `nouns` are the labels among the names of types, `plurals` the words that only their
    plurals have. `split` lists [words before the slot, words after it] of phrases whose core stands on
    both sides of their slot, such as the Arabic for "X entered into force".
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
                _add_phrase(relation["id"], phrase, relations, split, types)
    return {"relations": relations, "types": types, "nouns": nouns, "split": split, "plurals": _plurals(schema)}


def _plurals(schema: dict[str, Any]) -> list[str]:
    """The words that stand in plurals of types but in no singular: they speak of many things."""
    one = {w for t in schema["entity_types"] for label in t["label"].values() for w in words(label)}
    many = {w for t in schema["entity_types"] for label in t["plural"].values() for w in words(label)}
    return sorted(many - one)


def _add_phrase(
    relation: str,
    phrase: str,
    relations: dict[str, list[list[str]]],
    split: list[list[str]],
    types: dict[str, list[str]],
) -> None:
    tokens = phrase_tokens(phrase)
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
    _enter(relations, core, [relation, left, right, ""])
    shorter = core[:-1]
    droppable = core[-1] in _PREPOSITION_STEMS - _PASSIVE_STEMS and not inside
    spelt = " ".join([w for raw in phrase.split() if raw not in SLOTS for w in words(raw) if w not in AUXILIARIES][:-1])
    if shorter and droppable and ((left and right) or " ".join(shorter) not in types):
        # "where is X headquartered" leaves out the "in" of "headquartered in", "X headquarters" the "of".
        _enter(relations, shorter, [relation, left, right, spelt])


def _enter(relations: dict[str, list[list[str]]], core: list[str], entry: list[str]) -> None:
    entries = relations.setdefault(" ".join(core), [])
    same = next((known for known in entries if known[:3] == entry[:3]), None)
    if same is None:
        entries.append(entry)
    elif not entry[3]:
        same[3] = ""  # a phrase that is written so needs no excuse
