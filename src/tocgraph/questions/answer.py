"""Runs readings and shapes what they find; refuses honestly, with near questions, what cannot be answered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tocgraph.answers import (
    AMBIGUOUS,
    ANSWERED,
    NOT_IN_GRAPH,
    Answer,
    AnswerSet,
    answers_from_claims,
    claimed,
    other_end,
)
from tocgraph.completeness import Completeness, of_list, party_verdict, reason
from tocgraph.errors import QueryError
from tocgraph.parties import NO, UNKNOWN, YES, PartyStatus
from tocgraph.questions.compile import sparql
from tocgraph.questions.negation import day_of, outside
from tocgraph.questions.reading import OBJECT, SUBJECT, Reading, wording
from tocgraph.store import OpenStore
from tocgraph.store.base import Row
from tocgraph.store.claims import TAKEN_AS_FACT, rank, read_claims
from tocgraph.text import natural


def answer(
    opened: OpenStore, question: str, readings: list[Reading], language: str, as_of: str | None, choice: int | None
) -> AnswerSet:
    """The answer of the one reading that finds something, or the choice among several.

    Raises:
        QueryError: there is no reading of the number `choice`.
    """
    results: list[tuple[Reading, str, list[Answer]]] = []
    for reading in readings:
        query = sparql(reading, opened, as_of)
        found = _run(opened, reading, query, language, as_of)
        if found or not results:
            results.append((reading, query, found))
        if found and reading.kind == "value":
            break  # a recorded number is better than counting what is recorded
    results = [r for r in results if r[2]] or results[:1]
    # A reading that had to leave a relation open gives way to one that did not.
    plainest = min(_open_conditions(r) for r, _, _ in results)
    results = [r for r in results if _open_conditions(r[0]) == plainest]
    if choice is not None:
        if not 1 <= choice <= len(results):
            raise QueryError(f"there is no reading {choice}", f"choose one from 1 to {len(results)}")
        results = [results[choice - 1]]
    if len(results) > 1:
        offered = [wording(r, opened, language) for r, _, _ in results]
        numbered = " | ".join(f"{n}. {text}" for n, text in enumerate(offered, 1))
        return AnswerSet(question, AMBIGUOUS, numbered, results[0][1], as_of=as_of, suggestions=tuple(offered))
    reading, query, found = results[0]
    text = wording(reading, opened, language)
    negated = any(c.negated for c in reading.conditions)
    if negated:
        found, told = outside(opened, reading, found, language, as_of)
        found = _counted(found) if reading.kind == "count" else found
    else:
        told = _completeness(opened, reading, language, as_of)
    text += f"; {told.remark}" if told.remark else ""
    if not found and not (negated and told.complete == YES):
        return AnswerSet(
            question,
            NOT_IN_GRAPH,
            text,
            query,
            as_of=as_of,
            suggestions=tuple(q for q in near_questions(opened, _mentioned(reading), language) if q != question),
        )
    return AnswerSet(question, ANSWERED, text, query, tuple(found), complete=told.complete, as_of=as_of)


def _completeness(opened: OpenStore, reading: Reading, language: str, as_of: str | None) -> Completeness:
    """How complete the answer can be, where that is known: for parties to instruments."""
    for condition in reading.conditions:
        if reading.kind in ("things", "count") and condition.role == SUBJECT and condition.other.entities:
            day = day_of(condition) or as_of
            told = of_list(opened, condition.relations, condition.other.entities, day, language)
            # Of several conditions each may leave something out.
            certain = len(reading.conditions) == 1 or told.complete == "no"
            if told.remark:
                return told if certain else told._replace(complete=UNKNOWN)
    return Completeness(UNKNOWN)


def _status(opened: OpenStore, reading: Reading, as_of: str | None) -> PartyStatus | None:
    """The party status that a yes/no question asks for; None when it asks for something else."""
    condition = reading.conditions[0]
    ends = (reading.about, condition.other.entities)
    if condition.role == OBJECT:
        ends = ends[::-1]
    if any(len(end) != 1 for end in ends):
        return None
    if condition.timing == "begins" or (condition.period and not day_of(condition)):
        return None  # asks for more than whether it is a party on some day
    return party_verdict(opened, condition.relations, ends[0][0], ends[1][0], day_of(condition) or as_of)


def _open_conditions(reading: Reading) -> int:
    return sum(not condition.relations for condition in reading.conditions)


def _run(opened: OpenStore, reading: Reading, query: str, language: str, as_of: str | None) -> list[Answer]:
    rows = opened.store.select(query).rows
    if reading.kind in ("about", "between"):
        return _around(opened, reading, rows, language)
    if reading.kind == "whether":
        return _whether(opened, rows, _status(opened, reading, as_of))
    if reading.kind == "dates":
        return _dates(opened, rows)
    answers = _things(opened, rows)
    if reading.kind == "count" and not any(c.negated for c in reading.conditions):
        return _counted(answers)
    return answers


def _counted(answers: list[Answer]) -> list[Answer]:
    counted = [a for a in answers if a.standing in TAKEN_AS_FACT or not a.claims]
    if not counted:
        return []
    claims = tuple(dict.fromkeys(c for a in counted for c in a.claims))
    places = tuple(dict.fromkeys(p for a in counted for p in a.citations))
    return [Answer(value=len(counted), claims=claims, citations=places)]


def _things(opened: OpenStore, rows: Iterable[Row]) -> list[Answer]:
    found: dict[str | tuple[str, str], dict[str, list[str]]] = {}
    for row in rows:
        term = row["answer"]
        local = opened.vocabulary.local(term.value)
        behind = found.setdefault(("value", term.value) if term.kind == "literal" else local, {})
        for name, value in sorted(row.items()):
            claims = behind.setdefault(name, [])
            if name != "answer" and opened.vocabulary.local(value.value) not in claims:
                claims.append(opened.vocabulary.local(value.value))
    grouped = {
        key: [sorted(claims) for name, claims in behind.items() if name != "answer"] for key, behind in found.items()
    }
    answers = answers_from_claims(opened, grouped)
    return sorted(answers, key=lambda a: (rank(a.standing), natural(a.name("en")), a.id or ""))


def _whether(opened: OpenStore, rows: list[Row], status: PartyStatus | None) -> list[Answer]:
    """True with a claim that holds, false when the only claims are rejected, else unknown: never a silent no.

    About a party, false as well where the record of the instrument bears it.
    """
    if status is not None:
        verdict: Any = {YES: True, NO: False}.get(status.verdict, "unknown")
        behind = claimed(list(read_claims(opened, status.claims).values()))
        why = {language: text for language in ("en", "ar") if (text := reason(status, language))}
        return [Answer(value=verdict, **{**behind, "since": status.since, "until": status.until, "note": why})]
    answers = _things(opened, rows)
    if not answers:
        return [Answer(value="unknown")]
    claims = list(read_claims(opened, answers[0].claims).values())
    holds = any(c.standing in TAKEN_AS_FACT for c in claims)
    verdict = True if holds else False if all(c.standing == "rejected" for c in claims) else "unknown"
    return [Answer(value=verdict, **claimed(claims))]


def _dates(opened: OpenStore, rows: list[Row]) -> list[Answer]:
    claims = read_claims(opened, sorted({opened.vocabulary.local(row["claim1"].value) for row in rows}))
    return [
        Answer(value=f"{c.since or '?'} / {c.until}" if c.until else c.since, **claimed([c]))
        for c in sorted(claims.values(), key=lambda c: (rank(c.standing), c.since))
        if c.since or c.until
    ]


def _around(opened: OpenStore, reading: Reading, rows: list[Row], language: str) -> list[Answer]:
    """The entity itself with its description, then the other end of each claim; claims out of it come first."""
    claims = read_claims(opened, sorted({opened.vocabulary.local(row["claim"].value) for row in rows}))
    this = reading.about[0]
    ordered = sorted(
        claims.values(),
        key=lambda c: (c.subject != this, rank(c.standing), c.relation, c.object or "", c.value or ""),
    )
    named = opened.names.entities([*reading.about, *(e for c in ordered for e in (c.subject, c.object) if e)])
    answers = []
    if reading.kind == "about":
        ordered = [c for c in ordered if c.subject == this] or ordered
        if this in named:
            about = named[this].description
            text = about.get(language) or next(iter(about.values()), None)
            answers.append(Answer(id=this, label=named[this].label, type=named[this].type, value=text))
    return answers + [other_end(c, this, named) for c in ordered]


def _mentioned(reading: Reading) -> list[str]:
    found = list(reading.about)
    for condition in reading.conditions:
        found += condition.other.entities
    return list(dict.fromkeys(found))


def near_questions(opened: OpenStore, entities: Iterable[str], language: str, limit: int = 3) -> list[str]:
    """Up to three questions on those entities that the graph does answer, in the question's language."""
    vocabulary, schema = opened.vocabulary, opened.schema
    properties = {vocabulary.relation(r): r for r in schema.relations}
    found: list[str] = []
    for entity in entities:
        named = opened.names.entity(entity)
        if named is None:
            continue
        query = vocabulary.header("id", "rdf", "toc") + (
            "SELECT ?relation ?side (COUNT(?claim) AS ?n) WHERE {\n"
            f'  {{ ?claim rdf:subject <{vocabulary.entity(entity)}> BIND("S" AS ?side) }}\n'
            f'  UNION {{ ?claim rdf:object <{vocabulary.entity(entity)}> BIND("O" AS ?side) }}\n'
            "  ?claim a toc:Claim ; rdf:predicate ?relation .\n} GROUP BY ?relation ?side ORDER BY DESC(?n) ?relation"
        )
        for row in opened.store.select(query).rows:
            relation = properties.get(row["relation"].value) if "relation" in row else None
            if relation is None:
                continue
            question = _phrase(schema.relations[relation], row["side"].value, named.name(language), language)
            if question and question not in found:
                found.append(question)
            if len(found) == limit:
                return found
    return found


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
