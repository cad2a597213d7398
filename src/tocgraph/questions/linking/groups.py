"""Groups of things: "Arab states" are the members of an organization, "African states" lie in a region.

A group is named by an alias of what makes it, an adjective beside the plural of a type. Relation types with
the flag `grouping` say how its members are tied to it.
"""

from __future__ import annotations

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.elements import Element, Span
from tocgraph.questions.reading import OBJECT, Condition
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, words

_LONGEST = 2
"""The most words of an adjective, such as South American."""
_OF = frozenset({"of"})


def group_names(opened: OpenStore, tokens: list[Token], spans: list[Span]) -> list[Span]:
    """Spans over an adjective and a type that together name a group, whichever word for the type is used."""
    said = {t for span in spans for t in span.element.types}
    types: dict[str, list[str]] = opened.names.meta("lexicon")["types"] if said else {}
    called: dict[str, list[str]] = {}
    for key, of in types.items():
        for entity_type in said.intersection(of):
            called.setdefault(entity_type, []).append(key)
    wanted: dict[str, tuple[int, int, Span]] = {}
    for span in spans:
        if not span.element.types:
            continue
        same = [key for t in span.element.types for key in called.get(t, ())]
        for length in range(1, _LONGEST + 1):
            before, after = tokens[max(0, span.start - length) : span.start], tokens[span.end : span.end + length]
            if len(before) == length and not is_arabic(before[0].word):
                left = " ".join(t.stem for t in before)
                wanted.update({f"{left} {key}": (span.start - length, span.end, span) for key in same})
            behind = tokens[span.end + 1 : span.end + 1 + length]
            if len(behind) == length and after[0].word in _OF:  # "states of the Gulf"
                left = " ".join(t.stem for t in behind)
                wanted.update({f"{left} {key}": (span.start, span.end + 1 + length, span) for key in same})
            if len(after) == length and is_arabic(after[0].word):
                right = " ".join(t.stem for t in after)
                wanted.update({f"{key} {right}": (span.start, span.end + length, span) for key in same})
    found: dict[tuple[int, int], tuple[Span, list[str]]] = {}
    for match in opened.names.matches(wanted):
        start, end, span = wanted[match.key]
        named = opened.names.entity(match.entity)
        own = set(opened.schema.ancestors(named.type)) if named else set()
        plain = not any(word in PREPOSITIONS for word in words(match.text))
        if match.kind != "alias" or not plain or own & set(span.element.types):
            continue
        if any(grouping(opened, t, match.entity) for t in span.element.types):
            found.setdefault((start, end), (span, []))[1].append(match.entity)
    return [
        Span(
            start,
            end,
            15 * (end - start) + 1,
            Element("group", " ".join(t.raw for t in tokens[start:end]), tuple(entities), span.element.types),
        )
        for (start, end), (span, entities) in found.items()
    ]


def members_meant(opened: OpenStore, tokens: list[Token], spans: list[Span]) -> list[Span]:
    """The spans without a name that says whose members are asked for: "what are the member states of INTERPOL".

    Nothing else is asked: such a name may be that of an entry in the record, which is not what is wanted.
    """
    types, plurals = opened.names.meta("lexicon")["types"], {*opened.names.meta("lexicon")["plurals"], "دول"}

    def many(token: Token) -> bool:
        return token.stem in types and token.word.endswith("s") and not token.raw.isupper()

    def of_members(span: Span) -> bool:
        first, before = tokens[span.start], tokens[: span.start]
        if span.element.kind != "entity" or span.end < len(tokens) or not before:
            return False
        if (first.stem not in types and span.end - span.start < 3) or any(t.word not in _ASKED for t in before):
            return False
        if first.word.removeprefix("ال") not in plurals and not any(
            many(t) for t in tokens[span.start : span.start + 2]
        ):
            return False
        if any((s.start, s.end, s.element.kind) == (span.start, span.end, "group") for s in spans):
            return True
        kinds = {s.end for s in spans if s.start == span.start and s.element.types}
        owners = {s.start for s in spans if s.end == span.end and s.element.kind == "entity" and not s.element.guess}
        return any(
            s.element.kind == "relation"
            and s.end in owners
            and (s.start in kinds or (s.start == span.start and _of_owner(s)))
            for s in spans
        )

    return [span for span in spans if not of_members(span)]


def _of_owner(span: Span) -> bool:
    """Whether a relation phrase names the things at one end by that at the other: "member states of"."""
    return any(bool(left) != bool(right) for _, left, right, _ in span.element.patterns)


_ASKED = frozenset("what which who how many number count ما ماذا من هي هم اي ايه كم عدد مين ماهي".split())


def grouping(opened: OpenStore, entity_type: str, group: str, places: bool = True) -> tuple[str, ...]:
    """The relation types by which things of the type are tied to a group; empty when none is recorded.

    Without `places`, lying in it does not count.
    """
    schema, names = opened.schema, opened.vocabulary
    found = []
    for relation, spec in schema.relations.items():
        if "grouping" not in spec.get("flags", ()) or ("where" in spec.get("answers", ()) and not places):
            continue
        query = names.header("rdf") + (
            "SELECT ?claim WHERE {\n"
            f"  ?claim rdf:predicate <{names.relation(relation)}> ; rdf:subject ?thing ; rdf:object ?group .\n"
            f"  ?thing a <{names.entity_type(entity_type)}> .\n"
            f"{inside(opened, '?group', [group])}}} LIMIT 1"
        )
        if opened.store.select(query).rows:
            found.append(relation)
    return tuple(found)


def inside(opened: OpenStore, place: str, entities: list[str] | tuple[str, ...]) -> str:
    """SPARQL that keeps the places which are one of the entities or lie in one of them."""
    within = _within(opened)
    values = " ".join(f"<{opened.vocabulary.entity(e)}>" for e in entities)
    whole = f"{place}Whole"
    if not within:
        return f"  VALUES {place} {{ {values} }}\n"
    path = f"<{opened.vocabulary.relation(within[0])}>*"
    return f"  VALUES {whole} {{ {values} }}\n  {place} {path} {whole} .\n"


def _within(opened: OpenStore) -> list[str]:
    """The relation types by which places lie in others."""
    return [
        r
        for r, spec in opened.schema.relations.items()
        if "transitive" in spec.get("flags", ()) and "where" in spec.get("answers", ())
    ]


def lying_in(opened: OpenStore, place: str, whole: str) -> str:
    """SPARQL for a place that is another one or lies in it."""
    within = _within(opened)
    return f"  {place} <{opened.vocabulary.relation(within[0])}>* {whole} .\n" if within else ""


def part_of(opened: OpenStore, part: str, whole: str) -> str:
    """SPARQL for a body that is a part of another one."""
    belongs = [
        r
        for r, spec in opened.schema.relations.items()
        if "transitive" in spec.get("flags", ()) and {"organization"} <= {*spec["from"]} & {*spec.get("to", ())}
    ]
    return f"  {part} <{opened.vocabulary.relation(belongs[0])}>+ {whole} .\n" if belongs else ""


def holds_places(opened: OpenStore, entities: tuple[str, ...]) -> bool:
    """Whether those are regions, in which other places lie; a state or a city is meant as such."""
    named = opened.names.entities(entities)
    return bool(named) and all("region" in opened.schema.ancestors(n.type) for n in named.values())


def narrowing(opened: OpenStore, condition: Condition) -> str:
    """The relation type that leads from narrower things to those of a condition; "" where none stand for them.

    Kinds stand for a concept; for a text its parts stand in what it says, though not in what is said of it. A body acts
    through its organs where it is not said what it does: "ASEAN treaties" are deposited with its Secretary-General.
    """
    named = opened.names.entities(condition.other.entities).values()
    above = [set(opened.schema.ancestors(n.type)) for n in named]
    if above and all("concept" in types for types in above):
        return "broader"
    if above and not condition.relations and all("organization" in types for types in above):
        return "part-of"
    texts = above and condition.role == OBJECT and all("instrument" in types for types in above)
    return "part-of" if texts and "part-of" not in condition.relations else ""
