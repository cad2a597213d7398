"""Who made or runs a thing, said beside its name: "the goals of the agenda launched by ITU", "when it was set up in X".

Where the record says so as well, the question asks the same without it; where it does not, nothing is left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from tocgraph.questions.linking.frames import Phrases
from tocgraph.questions.linking.groups import part_of
from tocgraph.questions.words.making import DONE, MADE_IT_AR, NOUN, NOUN_AR, PAST
from tocgraph.store import OpenStore
from tocgraph.store.claims import TAKEN_AS_FACT
from tocgraph.text import is_arabic, key, stem, words

_LONGEST = 10
"""The most words of a name."""
_PERSON = 4
"""Fewer words than that may name an author who is not called by the whole name."""
_BY = ("established by", "adopted by", "operated by", "written by", "organized by", "published by", "launched by")
"""Phrases that only relation types have which tell who made, runs or decided on a thing."""
_BETWEEN = """SELECT DISTINCT ?relation ?actor WHERE {{
  VALUES ?thing {{ {things} }}{relations}
  {{ ?claim rdf:subject ?thing ; rdf:object ?actor }} UNION {{ ?claim rdf:subject ?actor ; rdf:object ?thing }}
  ?claim rdf:predicate ?relation ; toc:standing ?standing .
  FILTER(?standing IN ({standings}))
}}"""
_PARTS = """SELECT DISTINCT ?part WHERE {{
  VALUES ?part {{ {parts} }} VALUES ?whole {{ {wholes} }}
{belongs}}}"""

_BE = "(?:is|are|was|were|has been|have been|had been)"
_MADE_BY = Phrases(rf"(?i),? (?:(?:that|which) )?(?:{_BE} )?(?:jointly |first |originally )?{DONE} by (?:the )?")
_THAT_MADE = Phrases(rf"(?i),? (?:that|which) (.+?) (?:has |have |had )?(?:{PAST}|{DONE})$")
_WHEN = Phrases(
    rf"(?i),? (?:(?:when|once|after|as|at the time(?: that| when)?) (?:it|they|he|she) (?:was|were|had been) "
    rf"(?:first )?{DONE}|(?:up)?on its {NOUN}|at (?:its|the time of its) (?:{NOUN}|founding))"
    r"(?: (?:in|on|for|to|at) (?:the )?(.+))?$"
)
_MADE_IT_AR = Phrases(rf" (?:التي|الذي) (?:قامت? ب)?{MADE_IT_AR} ")
_WHEN_AR = Phrases(
    rf" (?:عند|لدي|حين|وقت|منذ) {NOUN_AR}(?:ها|ه|هم)(?: (?:في|ب|ل|علي) (.+))?$"
    r"|(?: (?:حين|عندما|حينما|لما) (?:انشيت?|تاسست?|اسست?|اطلقت?|شكلت?|اقيمت?))(?: (?:في|ب|ل|علي) (.+))?$"
)


def without_maker(opened: OpenStore, question: str) -> Iterator[str]:
    """The question without who made a thing, or where it was made, behind its name, where that is known so.

    First without the verb as well ("the agenda launched by ITU"), then with it ("when was it launched by ITU").
    """
    typed = " ".join(question.split()).rstrip(" ?؟.!")
    if is_arabic(typed):
        typed = " ".join(words(typed))
    for before, maker, behind, called in _told(opened, typed):
        thing = _last_name(opened, before)
        owned = _owned(opened, before, called) if called else ""
        if owned:
            yield f"{owned} {behind}".strip()
        placed = behind == "@"
        if thing and (makers(opened, thing, maker, made=not placed) if maker else placed):
            yield f"{before} {'' if placed else behind}".strip()
            done = _DONE.search(typed[len(before) :])
            if done and not placed:
                yield f"{before} {done[0]} {behind}".strip()


_DONE = Phrases(f"(?i){DONE}(?= by )")


def _owned(opened: OpenStore, typed: str, maker: str) -> str:
    """The words with the last thing in them named after its maker: "the ITU Global Cybersecurity Agenda"; or ""."""
    said = typed.split()
    for length in range(min(_LONGEST, len(said)), 0, -1):
        found = of_owner(opened, maker, " ".join(said[-length:]))
        if len(found) == 1:
            return " ".join([*said[:-length], *found])
    noun = said[-1].removeprefix("ال") if said and is_arabic(typed) else ""
    kinds = opened.names.meta("lexicon")["types"].get(stem(noun), ()) if noun else ()
    if any("document" in opened.schema.ancestors(kind) for kind in kinds):
        return " ".join([*said[:-1], noun, maker])  # "الدراسة التي أعدها الزهري" is "دراسة الزهري"
    return ""


def of_owner(opened: OpenStore, owner: str, thing: str) -> set[str]:
    """What is called by a name together with its owner's: "ITU" and "Global Cybersecurity Agenda"."""
    bare = re.sub("^(?:the|its|their|his|this) ", "", thing, flags=re.IGNORECASE)
    own = re.sub("^the ", "", owner, flags=re.IGNORECASE)
    if not is_arabic(thing):
        return named(opened, f"{own} {bare}")
    indefinite = bare.removeprefix("ال")
    ways = (f"{bare} {own}", f"{bare} ل{own}", f"{bare} {re.sub('^ال', 'لل', own)}", f"{indefinite} {own}")
    return {e for way in ways for e in named(opened, way)}


def _told(opened: OpenStore, typed: str) -> Iterator[tuple[str, set[str], str, str]]:
    """The words up to a thing, those who are said to have made it, the words behind, and those who made it as typed.

    Where a place stands for the maker, "@" stands behind.
    """
    arabic = is_arabic(typed)
    for found in (_MADE_IT_AR if arabic else _MADE_BY).finditer(typed):
        said = typed[found.end() :].split()
        for length in range(min(_LONGEST, len(said)), 0, -1):
            maker = named(opened, " ".join(said[:length]))
            if maker:
                yield typed[: found.start()], maker, " ".join(said[length:]), " ".join(said[:length])
                break
        else:
            if len(said) < _PERSON and arabic:
                yield typed[: found.start()], set(), "", " ".join(said)
    that = None if arabic else _THAT_MADE.search(typed)
    if that and (maker := named(opened, that[1])):
        yield typed[: that.start()], maker, "", that[1]
    when = (_WHEN_AR if arabic else _WHEN).search(typed)
    if when:
        place = next((g for g in when.groups() if g), "")
        where = named(opened, place) if place else set()
        if where or not place:
            yield typed[: when.start()], where, "@", ""


def _last_name(opened: OpenStore, typed: str) -> set[str]:
    """What the longest name at the end of those words names; without one, the only name anywhere in them."""
    said = typed.split()
    for length in range(min(_LONGEST, len(said)), 0, -1):
        found = named(opened, " ".join(said[-length:]))
        if found:
            return found
    for length in range(min(_LONGEST, len(said)), 0, -1):
        for at in range(len(said) - length + 1):
            found = named(opened, " ".join(said[at : at + length]))
            if found:
                return found
    return set()


def named(opened: OpenStore, text: str) -> set[str]:
    """What has just that label or alias, an article before it apart."""
    said = text.split()
    while said and said[0].lower() in ("the", "a", "an"):
        said = said[1:]
    if not said:
        return set()
    return {m.entity for m in opened.names.matches([key(" ".join(said))]) if m.kind in ("label", "alias")}


def makers(opened: OpenStore, things: Collection[str], actors: Collection[str], made: bool = True) -> set[str]:
    """Those of the things that one of the actors, or an organ of one, made or runs; with `made` false, is tied to."""
    names = opened.vocabulary
    header = names.header("rdf", "toc")
    kinds = _making(opened) if made else ()
    chosen = " ".join(f"<{names.relation(r)}>" for r in kinds)
    standings = ", ".join(f"<{names.standing(s)}>" for s in TAKEN_AS_FACT)
    found = set()
    for thing in sorted(things):
        query = header + _BETWEEN.format(
            things=f"<{names.entity(thing)}>",
            relations=f" VALUES ?relation {{ {chosen} }}" if made else "",
            standings=standings,
        )
        tied = {names.local(row["actor"].value) for row in opened.store.select(query).rows if "actor" in row}
        if tied & set(actors) or (tied and _organs(opened, tied, actors)):
            found.add(thing)
    return found


def _organs(opened: OpenStore, parts: Collection[str], wholes: Collection[str]) -> bool:
    """Whether one of those bodies is a part of one of the others."""
    belongs = part_of(opened, "?part", "?whole")
    if not belongs:
        return False
    names = opened.vocabulary
    query = names.header("rdf") + _PARTS.format(
        parts=" ".join(f"<{names.entity(e)}>" for e in sorted(parts)),
        wholes=" ".join(f"<{names.entity(e)}>" for e in sorted(wholes)),
        belongs=belongs,
    )
    return bool(opened.store.select(query).rows)


def _making(opened: OpenStore) -> tuple[str, ...]:
    """The relation types that tell who made or runs a thing."""
    relations = opened.names.meta("lexicon")["relations"]
    found: dict[str, None] = {}
    for phrase in _BY:
        for entry in relations.get(" ".join(map(stem, phrase.split())), ()):
            if entry[1] and entry[2] and not opened.schema.relations[entry[0]].get("value"):
                found[entry[0]] = None
    return tuple(found)
