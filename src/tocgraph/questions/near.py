"""Near questions: what can be asked instead of a question that has no answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tocgraph.questions.reading import Condition, Reading
from tocgraph.store import OpenStore


def mentioned(reading: Reading) -> list[str]:
    """The entities that a reading names, in order."""
    found = list(reading.about)

    def collect(conditions: Iterable[Condition]) -> None:
        for condition in conditions:
            found.extend(condition.other.entities)
            collect(condition.other.conditions)
            collect(c for branch in condition.either for c in branch)

    collect(reading.conditions)
    return list(dict.fromkeys(found))


def near_questions(opened: OpenStore, entities: Iterable[str], language: str, limit: int = 3) -> list[str]:
    """Up to three questions on those entities that the graph does answer, in the question's language."""
    found: list[str] = []
    for entity in entities:
        named = opened.names.entity(entity)
        if named is None:
            continue
        for relation, side in _told(opened, entity):
            question = _phrase(opened.schema.relations[relation], side, named.name(language), language)
            if question and question not in found:
                found.append(question)
            if len(found) == limit:
                return found
    return found


def _told(opened: OpenStore, entity: str) -> list[tuple[str, str]]:
    """The relation types of the claims on an entity with the side at which it stands, the most frequent first."""
    names = opened.vocabulary
    relations = {names.relation(r): r for r in opened.schema.relations}
    found = []
    for side, end in (("S", "subject"), ("O", "object")):
        query = names.header("rdf") + (
            "SELECT ?relation (COUNT(?claim) AS ?n) WHERE {\n"
            f"  ?claim rdf:{end} <{names.entity(entity)}> ; rdf:predicate ?relation .\n}} GROUP BY ?relation"
        )
        for row in opened.store.select(query).rows:
            if "relation" in row and row["relation"].value in relations:
                found.append((-int(row["n"].value), relations[row["relation"].value], side))
    return [(relation, side) for _, relation, side in sorted(found)]


def _phrase(relation: dict[str, Any], side: str, name: str, language: str) -> str:
    """A question about `name`, which stands at that side, out of the relation type's first fitting phrase."""
    other = "O" if side == "S" else "S"
    for phrase in relation.get("phrases", {}).get(language, []):
        tokens = phrase.split()
        if tokens[0] not in ("S", "O") and tokens[-1] == side and other not in tokens:
            body = " ".join([*tokens[:-1], name])
            return body
    for phrase in relation.get("phrases", {}).get(language, []):
        tokens = phrase.split()
        core = " ".join(tokens[1:-1])
        if not core or core.startswith("is "):
            continue
        verb = "is " if tokens[1].endswith(("ed", "wn", "en")) else ""  # "linked to" and its like need one
        if tokens[0] == other and tokens[-1] == side:
            return f"ما الذي {core} {name}؟" if language == "ar" else f"what {verb}{core} {name}?"
        if language != "ar" and tokens[0] == side and tokens[-1] == other:
            return f"what is {name} {core}?" if verb else f"what does {name} {core}?"
    return ""
