"""Runs readings and shapes what they find; refuses honestly, with near questions, what cannot be answered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

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
from tocgraph.dates import parse_date
from tocgraph.errors import QueryError
from tocgraph.parties import NO, UNKNOWN, YES, PartyStatus
from tocgraph.questions.compile import sparql
from tocgraph.questions.negation import day_of, decided, outside
from tocgraph.questions.reading import OBJECT, SUBJECT, Condition, End, Reading
from tocgraph.questions.reckon import reckoned
from tocgraph.questions.wording import wording
from tocgraph.store import OpenStore
from tocgraph.store.base import Row
from tocgraph.store.claims import TAKEN_AS_FACT, Claim, rank, read_claims
from tocgraph.text import natural

TIER = 0.12
"""Readings whose costs differ by no more are equally plain."""


def answer(
    opened: OpenStore, question: str, readings: list[Reading], language: str, as_of: str | None, choice: int | None
) -> AnswerSet:
    """The answer of the plainest reading that finds something, or the choice among several equally plain ones.

    Raises:
        QueryError: there is no reading of the number `choice`.
    """
    found: list[_Result] = []
    for reading in readings:
        if found and reading.cost > found[0].reading.cost + TIER:
            break
        result = _result(opened, reading, language, as_of)
        if result.found:
            found.append(result)
            if reading.kind == "value":
                break  # a recorded number is better than counting what is recorded
    kinds = with_kinds(opened, readings[0]) if not found else None
    if kinds is not None:
        result = _result(opened, kinds, language, as_of)
        found = [result] if result.found else []
    results = _distinct(found) or [_result(opened, readings[0], language, as_of)]
    if choice is not None:
        if not 1 <= choice <= len(results):
            raise QueryError(f"there is no reading {choice}", f"choose one from 1 to {len(results)}")
        results = [results[choice - 1]]
    if len(results) > 1:
        offered = [wording(r.reading, opened, language) for r in results]
        numbered = " | ".join(f"{n}. {text}" for n, text in enumerate(offered, 1))
        return AnswerSet(question, AMBIGUOUS, numbered, results[0].query, as_of=as_of, suggestions=tuple(offered))
    return _told(opened, question, results[0], language, as_of)


class _Result(NamedTuple):
    reading: Reading
    query: str
    found: list[Answer]


def _result(opened: OpenStore, reading: Reading, language: str, as_of: str | None) -> _Result:
    query = sparql(reading, opened, as_of)
    return _Result(reading, query, _run(opened, reading, query, language, as_of))


def _distinct(results: list[_Result]) -> list[_Result]:
    """The results that say different things; of those that say the same, the first."""
    seen: list[list[tuple[str | None, Any]]] = []
    kept = []
    for result in results:
        said = sorted(((a.id, a.value) for a in result.found), key=str)
        if said not in seen:
            seen.append(said)
            kept.append(result)
    return kept


def with_kinds(opened: OpenStore, reading: Reading) -> Reading | None:
    """The reading with narrower concepts for each concept that it names; None where it names none."""
    schema = opened.schema

    def wider(condition: Condition) -> Condition:
        named = opened.names.entities(condition.other.entities).values()
        concepts = bool(named) and all("concept" in schema.ancestors(n.type) for n in named)
        inner = condition.other._replace(conditions=tuple(wider(c) for c in condition.other.conditions))
        either = tuple(tuple(wider(c) for c in branch) for branch in condition.either)
        return condition._replace(other=inner, either=either, kinds=concepts and bool(condition.relations))

    if reading.kind not in ("things", "count") or any(c.negated for c in reading.conditions):
        return None
    asked = reading.asked._replace(conditions=tuple(wider(c) for c in reading.conditions))
    return reading._replace(asked=asked) if asked != reading.asked else None


def _told(opened: OpenStore, question: str, result: _Result, language: str, as_of: str | None) -> AnswerSet:
    reading, query, found = result
    text = wording(reading, opened, language)
    certain = any(decided(c) for c in reading.conditions)
    if certain:
        found, told = outside(opened, reading, found, language, as_of)
        found = _counted(found) if reading.kind == "count" else found
    else:
        told = _completeness(opened, reading, language, as_of)
    if any(c.negated and not decided(c) for c in reading.conditions):
        told = told._replace(complete=UNKNOWN, remark="; ".join(t for t in (told.remark, _NOT_A_NO[language]) if t))
    text += f"; {told.remark}" if told.remark else ""
    if not found and not (certain and told.complete == YES):
        near = near_questions(opened, _mentioned(reading), language)
        suggestions = tuple(q for q in near if q != question)
        return AnswerSet(question, NOT_IN_GRAPH, text, query, as_of=as_of, suggestions=suggestions)
    return AnswerSet(question, ANSWERED, text, query, tuple(found), complete=told.complete, as_of=as_of)


_NOT_A_NO = {
    "en": "that no such claim is recorded does not mean that it is not so",
    "ar": "عدم تسجيل مثل هذا لا يعني أنه غير قائم",
}


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


def _status(opened: OpenStore, condition: Condition, about: str, as_of: str | None) -> PartyStatus | None:
    """The party status that a yes/no question asks for; None when it asks for something else."""
    if len(condition.other.entities) != 1 or condition.negated:
        return None
    ends = (about, condition.other.entities[0])
    if condition.role == OBJECT:
        ends = ends[::-1]
    if condition.timing == "begins" or (condition.period and not day_of(condition)):
        return None  # asks for more than whether it is a party on some day
    return party_verdict(opened, condition.relations, ends[0], ends[1], day_of(condition) or as_of)


def _run(opened: OpenStore, reading: Reading, query: str, language: str, as_of: str | None) -> list[Answer]:
    if reading.kind == "whether":
        return whether(opened, reading, as_of)
    rows = opened.store.select(query).rows
    if reading.kind in ("about", "between"):
        return _around(opened, reading, rows, language)
    if reading.kind == "dates":
        return _dates(opened, rows)
    answers = _things(opened, reckoned(reading, rows))
    if reading.kind == "count" and not any(decided(c) for c in reading.conditions):
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


def whether(opened: OpenStore, reading: Reading, as_of: str | None) -> list[Answer]:
    """True when every condition holds of every thing asked about, false when one certainly does not, else unknown.

    A condition holds with a claim that is taken as fact; it does not hold where its only claims are rejected, or,
    about a party, where the record of the instrument bears it. Never a silent no.
    """
    verdicts: list[Any] = []
    groups: list[list[Claim]] = []
    last = Answer()
    for thing in reading.about:
        for condition in reading.conditions:
            one = reading._replace(about=(thing,), asked=End(conditions=(condition,)))
            status = _status(opened, condition, thing, as_of)
            if status is not None:
                verdicts.append({YES: True, NO: False}.get(status.verdict, "unknown"))
                groups.append(list(read_claims(opened, status.claims).values()))
                why = {language: text for language in ("en", "ar") if (text := reason(status, language))}
                last = last._replace(since=status.since, until=status.until, note={**last.note, **why})
                continue
            rows = opened.store.select(sparql(one, opened, as_of)).rows
            names = sorted({opened.vocabulary.local(r[v].value) for r in rows for v in r if v.startswith("claim")})
            claims = list(read_claims(opened, names).values())
            groups.append(claims)
            if not claims and condition.timing == "literal":
                claims = _contrary(opened, one, as_of)
                groups[-1] = claims
                verdicts.append(False if claims else "unknown")
            elif not claims:
                verdicts.append(True if rows and not condition.relations else "unknown")
            elif any(c.standing in TAKEN_AS_FACT for c in claims):
                over = not (reading.past or condition.period or as_of) and all(
                    _over(c) for c in claims if c.standing in TAKEN_AS_FACT
                )
                verdicts.append(not over)
            else:
                verdicts.append(False if all(c.standing == "rejected" for c in claims) else "unknown")
    verdict = False if False in verdicts else "unknown" if "unknown" in verdicts else True
    behind = claimed(*groups)
    if len(verdicts) == 1 and last.note:
        behind |= {"since": last.since, "until": last.until, "note": last.note}
    elif len(verdicts) == 1 and (last.since or last.until):
        behind |= {"since": last.since, "until": last.until}
    elif len(verdicts) > 1:
        behind |= {"since": "", "until": "", "note": last.note}
    if reading.conditions[0].negated and len(verdicts) == 1 and verdict != "unknown":
        verdict = not verdict
    return [Answer(value=verdict, **behind)]


def _over(claim: Claim) -> bool:
    """Whether what the claim says has ended before today."""
    return bool(claim.until) and parse_date(claim.until).latest < date.today().isoformat()


def _contrary(opened: OpenStore, reading: Reading, as_of: str | None) -> list[Claim]:
    """The claims taken as fact that give another date than the one asked for."""
    plain = tuple(c._replace(period=None, timing="") for c in reading.conditions)
    rows = opened.store.select(sparql(reading._replace(asked=End(conditions=plain)), opened, as_of)).rows
    claims = read_claims(opened, sorted({opened.vocabulary.local(row["claim1"].value) for row in rows}))
    return [c for c in claims.values() if c.standing in TAKEN_AS_FACT]


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

    def collect(conditions: Iterable[Condition]) -> None:
        for condition in conditions:
            found.extend(condition.other.entities)
            collect(condition.other.conditions)
            collect(c for branch in condition.either for c in branch)

    collect(reading.conditions)
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
