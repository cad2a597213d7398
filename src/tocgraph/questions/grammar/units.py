"""Numbers of different things, told apart by the unit of the claim: the articles and the pages of one text."""

from __future__ import annotations

import re
from typing import Any

from tocgraph.questions.reading import JUST
from tocgraph.questions.words.closed import SMALL
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, normalize, stem, words

_ANY = frozenset("how many much number numbers count total there part parts اجزاء جزء جزءا كم عدد".split())
"""Words of a phrase for a number that tell of no unit."""


def counts(opened: OpenStore, relation: str) -> bool:
    """Whether a relation type gives numbers of different things."""
    spec = opened.schema.relations[relation]
    phrases = [phrase for of in spec.get("phrases", {}).values() for phrase in of]
    return spec.get("value") == "number" and len(set(_counted(opened, phrases))) > 2


def unit_said(opened: OpenStore, relations: tuple[str, ...], phrase: str) -> tuple[str, ...]:
    """The unit that a phrase names ("how many articles"), in all its forms; empty where it names none.

    A noun that is no type is the unit itself: "organs", though no number may count them. "Parts" is no unit.
    """
    wanted = tuple(w for t in _counted(opened, [phrase]) for w in unit_of(opened, t))
    if wanted:
        return wanted if _in_units(opened, relations, wanted) else ()
    nouns = [w for w in words(phrase) if w not in SMALL and w not in _ANY]
    if not nouns:
        return ()
    own = {w for unit in _units_of(opened, relations) for w in unit.casefold().split()}
    return tuple(w for w in sorted(own) if _bare(normalize(w)) == _bare(nouns[0])) or (nouns[0],)


def unit_filter(opened: OpenStore, claim: str, units: tuple[str, ...], n: str) -> str:
    """The pattern that keeps the claims whose numbers count one of those things; empty where any will do."""
    if not units:
        return ""
    unit = f"LCASE(STR(?unit{n}))"
    words = " || ".join(
        f'{unit} = "{w.removeprefix(JUST)}"'
        if w.startswith(JUST)
        else f'CONTAINS({unit}, "{w}") && !CONTAINS({unit}, "of {w}")'
        for w in units
    )
    return f"  {claim} <{opened.vocabulary.qualifier('unit')}> ?unit{n} . FILTER({words})\n"


def counted_as(opened: OpenStore, relation: str, types: tuple[str, ...]) -> tuple[str, ...]:
    """The units of a number of the things of those types that stand in a relation: "member states" for states."""
    spec = opened.schema.relations[relation]
    units = _units(spec)
    if not types:
        return tuple(f"{JUST}{unit}" for unit in units)
    fitting = [unit for unit in units if {*(types_said(opened, unit) or spec["from"][:1])} & {*types}]
    return tuple(f"{JUST}{unit}" for unit in fitting)


def types_said(opened: OpenStore, text: str) -> tuple[str, ...]:
    """The types that single words of a text name."""
    known = opened.names.meta("lexicon")["types"]
    return tuple(t for word in words(text) for t in known.get(stem(word), ()))


def units_named(opened: OpenStore, relations: tuple[str, ...], phrase: str) -> tuple[str, ...]:
    """The units of which a phrase has a word, as "signatories", where the numbers count other things as well."""
    said = {stem(word) for word in words(phrase)}
    own = {r for relation in relations for r in opened.schema.relations[relation].get("counts", ())}
    for relation, spec in opened.schema.relations.items():
        units = _units(spec)
        named = relation not in own and any(stem(words(unit)[-1]) in said for unit in units)
        if named and _in_units(opened, relations, tuple(units)):
            return tuple(f"{JUST}{unit}" for unit in units)
    return ()


def _units(spec: dict[str, Any]) -> list[str]:
    return [unit for tongue in spec.get("counted-as", {}).values() for unit in tongue]


def unit_of(opened: OpenStore, entity_type: str) -> tuple[str, ...]:
    """One and many of a type, in both languages, as a unit of measure has them."""
    spec = opened.schema.types[entity_type]
    named = (spec[form][tongue].lower() for tongue in ("en", "ar") for form in ("label", "plural"))
    return tuple(dict.fromkeys(named))


def _counted(opened: OpenStore, phrases: list[str]) -> list[str]:
    """The types that the phrases name, one for each of their nouns."""
    nouns = opened.names.meta("lexicon")["nouns"]
    stems = {stem(w) for phrase in phrases for w in words(phrase)}
    return [types[0] for noun, types in nouns.items() if noun in stems]


def _units_of(opened: OpenStore, relations: tuple[str, ...]) -> list[str]:
    """The units of all numbers of those relation types."""
    names = opened.vocabulary
    query = names.header("rdf") + (
        "SELECT DISTINCT ?unit WHERE {\n"
        f"  VALUES ?relation {{ {' '.join(f'<{names.relation(r)}>' for r in relations)} }}\n"
        f"  ?claim rdf:predicate ?relation ; <{names.qualifier('unit')}> ?unit .\n}}"
    )
    return [row["unit"].value for row in opened.store.select(query).rows]


def _bare(word: str) -> str:
    """A noun without what its plural changes, in Arabic the long vowels: "أجهزة" and "جهازا"."""
    if not is_arabic(word):
        return stem(word)
    return re.sub("[اوي]", "", re.sub("(ات|ين|ون|ه|ا)$", "", word))


def _in_units(opened: OpenStore, relations: tuple[str, ...], unit: tuple[str, ...]) -> bool:
    """Whether any number of those relation types counts such things by name."""
    names = opened.vocabulary
    query = names.header("rdf") + (
        "SELECT ?unit WHERE {\n"
        f"  VALUES ?relation {{ {' '.join(f'<{names.relation(r)}>' for r in relations)} }}\n"
        f"  ?claim rdf:predicate ?relation ; <{names.qualifier('unit')}> ?unit .\n"
        f"  FILTER({' || '.join(f'CONTAINS(LCASE(STR(?unit)), {chr(34)}{w}{chr(34)})' for w in unit)})\n}} LIMIT 1"
    )
    return bool(opened.store.select(query).rows)
