"""The question language as data: phrases of the schema and closed-class words, by comparable key.

Made once when the data is compiled and stored in the names index, so that a question does not stem
twelve hundred phrases. A phrase such as "S implement O" becomes its core ("implement") and the roles
that stand to the left and right of it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Any

from tocgraph.roots import root
from tocgraph.text import AUXILIARIES, is_arabic, stem, words

SLOTS = ("S", "O")

PREPOSITIONS = frozenset(
    "of in on at by to for with from against about between through under into upon over within as "
    "في من علي الي عن مع ضد بين ل ب حول بشان عبر تحت خلال لدي نحو لاجل بموجب بواسطه".split()
)
"""Words that may be part of a phrase but ask nothing by themselves."""


PASSIVE = frozenset({"by"})
"""Without it a passive phrase would read as its opposite."""


VERBAL = ("ed", "ing", "ive", "ous", "able", "ible", "ly", "ate", "ates")
"""How verbs and adjectives end that share the stem of a noun: "associate" is no association."""

WORDED = ("relations", "endings", "types", "beside", "qualifiers")
"""The parts of a lexicon whose keys are words that mean something in a question."""

_PREPOSITION_STEMS = frozenset(stem(word) for word in PREPOSITIONS)
_PASSIVE_STEMS = frozenset(stem(word) for word in PASSIVE)


_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")


def spelt_out(phrase: str) -> list[str]:
    """A phrase with each choice of words made: "(founding|constituent) act of S" is two phrases."""
    parts = _CHOICE.split(phrase)
    choices = [part.split("|") if place % 2 else [part] for place, part in enumerate(parts)]
    return [" ".join("".join(chosen).split()) for chosen in itertools.product(*choices)]


def spell_out(schema: dict[str, Any]) -> dict[str, Any]:
    """The same schema with every choice of words in its phrases made."""
    for relation in (*schema["relation_types"], *schema.get("qualifiers", ())):
        for field in ("phrases", "ending", "beside"):
            for language, phrases in relation.get(field, {}).items():
                relation[field][language] = [told for phrase in phrases for told in spelt_out(phrase)]
    return schema


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
    preposition. `endings` are likewise those phrases that say that it is over. For `roles` see `_roles`.
    `nouns` are the labels among the names of types, `plurals` the words that only their plurals have, `forms`
    the nouns among them that end as verbs do ("meeting").

    `split` lists [words before the slot, words after it] of phrases whose core stands on
    both sides of their slot, such as the Arabic for "X entered into force". `beside` has the relation types by the
    phrases that may stand beside theirs, `qualifiers` the qualifiers by what they are called.
    """
    types: dict[str, list[str]] = {}
    nouns: dict[str, list[str]] = {}
    forms: set[str] = set()
    for entity_type in schema["entity_types"]:
        names = [*entity_type["label"].values(), *entity_type["plural"].values()]
        own = len(names)
        for more in entity_type.get("words", {}).values():
            names += more
        for position, name in enumerate(names):
            forms |= {word for word in words(name)[-1:] if word.endswith(VERBAL)}
            key = " ".join(phrase_tokens(name))
            if key and position < own and entity_type["id"] not in nouns.setdefault(key, []):
                nouns[key].append(entity_type["id"])
            if key and entity_type["id"] not in types.setdefault(key, []):
                types[key].append(entity_type["id"])
    relations: dict[str, list[list[str]]] = {}
    endings: dict[str, list[list[str]]] = {}
    split: list[list[str]] = []
    owned: list[tuple[str, str]] = []
    for relation in schema["relation_types"]:
        for field, table in (("phrases", relations), ("ending", endings)):
            for phrases in relation.get(field, {}).values():
                for phrase in phrases:
                    if field == "phrases" and _held(phrase):
                        owned.append((relation["id"], phrase))
                    else:
                        _add_phrase(relation["id"], phrase, table, split, {} if "value" in relation else types)
    for name, phrase in owned:
        # "O that S counters(-it)" says no more than "S counters O": the grammar knows what a pronoun does
        left, right = (w for w in phrase.split() if w in SLOTS)
        plain = [name, right, left, ""]
        if not any(plain in relations.get(key, ()) for key in _held(phrase)):
            _add_phrase(name, phrase, relations, split, types)
    qualifiers = schema.get("qualifiers", ())
    found = {
        "relations": relations,
        "endings": endings,
        "types": types,
        "nouns": nouns,
        "split": split,
        "plurals": _plurals(schema),
        "forms": sorted(forms),
        "beside": _called((r["id"], r.get("beside", {})) for r in (*schema["relation_types"], *qualifiers)),
        "qualifiers": _called((q["id"], q.get("words", {})) for q in qualifiers),
        "roles": _roles(schema, relations, types),
    }
    return found | _words(schema, found)


def _called(told: Iterable[tuple[str, dict[str, list[str]]]]) -> dict[str, list[str]]:
    """The ids by the comparable keys of what they are called."""
    found: dict[str, list[str]] = {}
    for identifier, texts in told:
        for key in dict.fromkeys(" ".join(phrase_tokens(text)) for of in texts.values() for text in of):
            found.setdefault(key, []).append(identifier)
    return found


_PRONOUN = re.compile(r"(?:ها|هم|هما|ه)$")


def _held(phrase: str) -> tuple[str, ...]:
    """The keys that an Arabic verb with a pronoun, or one with a preposition that has it, has without the pronoun."""
    parts = phrase.split()
    core = parts[1:-1]
    if len(parts) < 3 or parts[0] not in SLOTS or parts[-1] not in SLOTS or len(core) > 2:
        return ()
    last = _PRONOUN.sub("", core[-1])
    if last == core[-1] or not is_arabic(last):
        return ()
    if len(core) == 2:
        return (" ".join(phrase_tokens(f"{core[0]} {last}")), " ".join(phrase_tokens(f"{core[0]} {last[:-1]}ى")))
    return (" ".join(phrase_tokens(last)),)


def _words(schema: dict[str, Any], found: dict[str, Any]) -> dict[str, list[str]]:
    """The `words` of all that is WORDED, and among them the `verbs`: words of what relates two things.

    `direct` are those that do so by themselves, without a preposition, and between things; `parts` are the words of
    phrases with a slot inside.
    """
    relations = found["relations"]
    every = {w for kind in WORDED for key in found[kind] for w in key.split()}
    parts = {w for pair in found["split"] for part in pair for w in part.split()}
    verbs = {w for key, entries in relations.items() if any(e[1] and e[2] for e in entries) for w in key.split()}
    things = {r["id"] for r in schema["relation_types"] if "value" not in r}
    direct = {
        key
        for key, entries in relations.items()
        if " " not in key
        and any(name in things and left and right and not loose for name, left, right, loose in entries)
    }
    return {"words": sorted(every), "verbs": sorted(verbs), "direct": sorted(direct), "parts": sorted(parts)}


def _roles(
    schema: dict[str, Any], relations: dict[str, list[list[str]]], types: dict[str, list[str]]
) -> dict[str, list[list[str]]]:
    """For each type that is a role the relation types and ends whose phrases give the things there that name."""
    found: dict[str, list[list[str]]] = {t["id"]: [] for t in schema["entity_types"] if t.get("role")}
    for key, entries in relations.items():
        stems = key.split()
        headed = {t for n in (1, 2) for t in types.get(" ".join(stems[:n]), ()) if t in found}
        for relation, left, right, _ in entries:
            end = {"S": "O", "O": "S"}[left or right] if bool(left) != bool(right) else ""
            for entity_type in headed if end else ():
                if [relation, end] not in found[entity_type]:
                    found[entity_type].append([relation, end])
    return found


def _plurals(schema: dict[str, Any]) -> list[str]:
    """The words that stand in plurals of types but in no singular: they speak of many things."""
    one = {w for t in schema["entity_types"] for label in t["label"].values() for w in words(label)}
    many = {w for t in schema["entity_types"] for label in t["plural"].values() for w in words(label)}
    heads = {words(t["label"]["ar"])[0] for t in schema["entity_types"] if t["label"].get("ar")}
    formed: set[str] = set()
    for entity_type in schema["entity_types"]:
        names = (entity_type[form].get("ar", "") for form in ("label", "plural"))
        formed |= _many_of_one(words(name)[0] for name in (*names, *entity_type.get("words", {}).get("ar", ())) if name)
    return sorted((many - one) | (formed - heads))  # "هيئة من هيئات": the first word of a label is one


_MANY = re.compile("..+(?:ات|ون|تان|تين)|ا..ا.|ا...ه|[^ا]وا.ي?.|[^ا][^او]ا.ي?.|[^ا][^ا]و.|...اء|..ايا|[^ا]..ان")
"""How Arabic plurals and duals are formed: sound ones by their endings, broken ones by their vowels."""


def _many_of_one(nouns: Iterable[str]) -> set[str]:
    """Those of the Arabic nouns that are a plural of one before them: of the same root, and formed as plurals are."""
    before: dict[str, str] = {}
    seen: set[str] = set()
    found = set()
    for noun in nouns:
        seen.add(noun)
        one = before.setdefault(root(noun), noun)
        sound = noun.endswith("ات") and f"{noun[:-2]}ه" in seen
        if sound or (not one.startswith(noun) and _MANY.fullmatch(noun)):
            found.add(noun)
    return found


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
    if inside and inside[0] < last and slots[-1] > last and slots[-1] != inside[0]:
        _enter(relations, core, [relation, tokens[inside[0]], tokens[slots[-1]], ""])  # "the accession of S to O"
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
