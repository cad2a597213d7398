"""The readings of a question -> its one answer set: what is found, what it was taken to mean, how complete it is."""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

from tocgraph.answers import AMBIGUOUS, ANSWERED, NOT_IN_GRAPH, Answer, AnswerSet
from tocgraph.completeness import Completeness, of_list
from tocgraph.errors import QueryError
from tocgraph.parties import UNKNOWN, YES
from tocgraph.questions.answering.compile import sparql
from tocgraph.questions.answering.hops import in_states, in_wholes, of_organs, without_any
from tocgraph.questions.answering.kinds import of_a_kind, texts_by_parts, texts_of_body, with_kinds_dealt_with
from tocgraph.questions.answering.otherwise import otherwise
from tocgraph.questions.answering.rows import answers_of, number_of
from tocgraph.questions.answering.united import united
from tocgraph.questions.answering.verdict import some
from tocgraph.questions.answering.wording import wording
from tocgraph.questions.grammar.foremost import settled, so_many
from tocgraph.questions.grammar.negation import day_of, decided, outside
from tocgraph.questions.linking.groups import narrowing
from tocgraph.questions.reading import JUST, SUBJECT, Condition, End, Reading
from tocgraph.store import OpenStore
from tocgraph.store.claims import TAKEN_AS_FACT

_MANY = 4
"""Of more kinds of things than that a verb says so little that any other may be meant: "addresses", "is on"."""

TIER = 0.12
"""Readings whose costs differ by no more are equally plain."""


def answer(
    opened: OpenStore, question: str, readings: list[Reading], language: str, as_of: str | None, choice: int | None
) -> AnswerSet:
    """The answer of the plainest reading that finds something, or the choice among several equally plain ones.

    Where nothing is found it comes without near questions; those are for the caller who gives up (see `near`).

    Raises:
        QueryError: there is no reading of the number `choice`.
    """
    tried: list[_Result] = []
    found: list[_Result] = []
    for whole in readings:
        disputed = bool(found) and not any(_certain(r) or r.reading.kind != "value" for r in found)
        if found and whole.cost > found[0].reading.cost + TIER and not (disputed and whole.kind == "count"):
            break
        if whole.kind == "count" and not whole.asked.types and any(_of_a_kind(r) for r in tried):
            continue  # "how many organs" does not ask for any parts
        reading = _settled(opened, whole, language, as_of)
        if reading is None:
            continue
        reading = with_kinds_dealt_with(opened, in_states(opened, reading))
        tried.append(_result(opened, reading, language, as_of))
        if tried[-1].found:
            found.append(tried[-1])
            if reading.kind == "value" and _certain(tried[-1]):
                if all(r.reading.kind == "count" for r in found[:-1]):
                    found = found[-1:]  # a recorded number is better than counting what is recorded
                if not any(_taken_otherwise(reading, other) for other in readings):
                    break
    if any(r.reading.kind == "count" for r in found):
        found = [r for r in found if r.reading.kind == "count" or _certain(r)]  # and than one that is disputed
    if not tried:
        return AnswerSet(question, NOT_IN_GRAPH, wording(readings[0], opened, language), as_of=as_of)
    readings = [tried[0].reading, *readings[1:]]
    if not found and not readings[0].past and not as_of:
        former = _result(opened, readings[0]._replace(past=True), language, as_of)  # all have left: then those
        found = [former] if former.found else []
    for other in (in_wholes, of_organs):
        wider = other(opened, readings[0]) if not found else None
        if wider is not None:
            result = _result(opened, wider, language, as_of)
            found = [result] if result.found else []
    for other in (_with_kinds, _in_any_way, texts_by_parts, texts_of_body, partial(otherwise, language=language)):
        wider = other(opened, readings[0]) if not found else None
        if wider is not None:
            result = _result(opened, wider, language, as_of)
            found = [result] if result.found else []
    # a yes or a no is better than a reading of which nothing is known
    found = [r for r in found if not _unknown(r)] or found
    kind = of_a_kind(opened, found[0].reading) if len(found) == 1 and _unknown(found[0]) else None
    if kind is not None and not _unknown(told := _result(opened, kind, language, as_of)):
        found = [told]
    results = _distinct(found) or tried[:1]
    if not found and len(same := _as_plain(tried)) > 1:
        offered = [wording(r.reading, opened, language) for r in same]
        numbered = " | ".join(f"{n}. {text}" for n, text in enumerate(offered, 1))
        return AnswerSet(question, NOT_IN_GRAPH, numbered, same[0].query, as_of=as_of)
    if choice is not None:
        if not 1 <= choice <= len(results):
            raise QueryError(f"there is no reading {choice}", f"choose one from 1 to {len(results)}")
        results = [results[choice - 1]]
    whole_of = united(opened, [r.reading for r in results]) if len(results) > 1 and choice is None else None
    if whole_of is not None:
        results = [_result(opened, whole_of, language, as_of)]
    if len(results) > 1:
        offered = [wording(r.reading, opened, language) for r in results]
        numbered = " | ".join(f"{n}. {text}" for n, text in enumerate(offered, 1))
        return AnswerSet(question, AMBIGUOUS, numbered, results[0].query, as_of=as_of, suggestions=tuple(offered))
    return _told(opened, question, results[0], language, as_of)


class _Result(NamedTuple):
    reading: Reading
    query: str
    found: list[Answer]


def _settled(opened: OpenStore, reading: Reading, language: str, as_of: str | None) -> Reading | None:
    """The reading with the superlatives inside it looked up; None when nothing is recorded by which they go."""

    def find(end: End) -> tuple[str, ...]:
        of = _result(opened, in_states(opened, Reading("things", end, past=reading.past)), language, as_of)
        return tuple(str(a.id) for a in of.found if a.id and a.standing in TAKEN_AS_FACT)

    def told(end: End) -> str:
        return wording(Reading("things", end), opened, language)

    if reading.among and not (reading.kind in ("things", "count") and so_many(reading, find)):
        return None
    return settled(reading, find, told)


def _result(opened: OpenStore, reading: Reading, language: str, as_of: str | None) -> _Result:
    query = sparql(reading, opened, as_of)
    found = answers_of(opened, reading, query, language, as_of)
    if reading.rivals and not reading.asked.types and all(a.id in reading.rivals for a in found):
        found = []  # "the use of the 24/7 network" is not the 24/7 network
    return _Result(reading, query, found)


def _unknown(result: _Result) -> bool:
    """Whether that is a yes or a no of which nothing is recorded."""
    return result.reading.kind == "whether" and all(a.value == UNKNOWN and not a.claims for a in result.found)


def _as_plain(tried: list[_Result]) -> list[_Result]:
    """The results of readings as plain as the first that take its words for other things."""
    first = tried[0].reading
    plain = [r for r in tried if r.reading.cost <= first.cost + TIER and r.reading.kind == first.kind]
    guessed = {dict(r.reading.guesses).get(typed) for r in plain for typed, _ in first.guesses}
    return plain if len(guessed) > len(first.guesses) else tried[:1]


def _taken_otherwise(reading: Reading, other: Reading) -> bool:
    """Whether another reading as plain takes a word of the question for something else."""
    taken = dict(reading.guesses)
    alike = other.kind == reading.kind and other.cost <= reading.cost + TIER
    return alike and any(taken.get(typed, meant) != meant for typed, meant in other.guesses)


def _of_a_kind(result: _Result) -> bool:
    """Whether a number of certain parts was looked for."""
    return any(not unit.startswith(JUST) for c in result.reading.conditions for unit in c.unit)


def _certain(result: _Result) -> bool:
    return any(a.standing in TAKEN_AS_FACT for a in result.found)


def _distinct(results: list[_Result]) -> list[_Result]:
    """The results that say different things; of those that say the same, the first."""
    seen: list[list[tuple[str | None, Any]]] = []
    kept = []
    for result in results:
        said: list[tuple[str | None, Any]] = sorted(((a.id, a.value) for a in result.found), key=str)
        said += [(None, c.other.entities) for c in result.reading.conditions if decided(c)]  # not looked up yet
        if said not in seen:
            seen.append(said)
            kept.append(result)
    return [r for r in kept if not any(_among(r.reading, wider.reading) for wider in kept)]


def _among(reading: Reading, wider: Reading) -> bool:
    """Whether a reading asks for those of one type among all that an equally plain one asks for: "what was said"."""
    unlimited = wider.kind == "things" and not wider.asked.types and reading.asked.types
    return bool(unlimited) and reading.asked._replace(types=()) == wider.asked and wider.cost <= reading.cost


def _with_kinds(opened: OpenStore, reading: Reading) -> Reading | None:
    """The reading with narrower concepts for each concept, and parts for each text, that it names; None without any.

    What an article says its convention says: the text of a treaty is one (Vienna Convention on the Law of Treaties,
    article 31 (2)).
    """

    def wider(condition: Condition) -> Condition:
        concepts = bool(narrowing(opened, condition))
        inner = condition.other._replace(conditions=tuple(wider(c) for c in condition.other.conditions))
        either = tuple(tuple(wider(c) for c in branch) for branch in condition.either)
        return condition._replace(other=inner, either=either, kinds=concepts and bool(condition.relations))

    if reading.kind not in ("things", "count") or any(c.negated for c in reading.conditions):
        return None
    asked = reading.asked._replace(conditions=tuple(wider(c) for c in reading.conditions))
    return reading._replace(asked=asked) if asked != reading.asked else None


def _within(opened: OpenStore, condition: Condition) -> bool:
    """Whether a condition says only of what the thing is a part."""
    return any("transitive" in opened.schema.relations[r].get("flags", ()) for r in condition.relations)


def _in_any_way(opened: OpenStore, reading: Reading) -> Reading | None:
    """The reading with whatever a part of a text says for a verb that may mean much: "which article deals with X".

    None where the verb says one thing only, or nothing but a part of a given text is asked for.
    """
    schema, asked = opened.schema, reading.asked
    if reading.kind != "things" or len(reading.conditions) != 2 or asked.rank or len(asked.types) != 1:
        return None
    part, said = sorted(reading.conditions, key=lambda c: (len(c.relations), not _within(opened, c)))
    of = [schema.relations[r] for r in part.relations]
    named = all(c.other.entities and c.other.bare and c.role == SUBJECT for c in (part, said))
    plain = not any(c.negated or c.period or c.rank or c.either for c in (part, said))
    whole = len(of) == 1 and "transitive" in of[0].get("flags", ()) and "provision" in schema.ancestors(asked.types[0])
    vague = len(said.relations) > 1 or any(len(schema.relations[r].get("to", ())) > _MANY for r in said.relations)
    if not (named and plain and whole and vague):
        return None
    return reading._replace(asked=asked._replace(conditions=(part, said._replace(relations=()))))


def _told(opened: OpenStore, question: str, result: _Result, language: str, as_of: str | None) -> AnswerSet:
    reading, query, found = result
    text = wording(reading, opened, language)
    certain = reading.kind in ("things", "count") and any(decided(c) for c in reading.conditions)
    if certain:
        found, told = outside(opened, reading, found, language, as_of)
        if told.complete == YES and not all(_whole(opened, c, as_of) for c in reading.conditions):
            told = told._replace(complete=UNKNOWN)
        found = number_of(found) if reading.kind == "count" else found
    else:
        told = _completeness(opened, reading, language, as_of)
    if any(c.negated and not decided(c) for c in reading.conditions):
        told = told._replace(complete=UNKNOWN, remark="; ".join(t for t in (told.remark, _NOT_A_NO[language]) if t))
    text += f"; {told.remark}" if told.remark else ""
    if reading.some:
        return AnswerSet(question, ANSWERED, text, query, (some(found, told.complete),), as_of=as_of)
    if not found and not (certain and told.complete == YES):
        empty = without_any(reading, lambda end: bool(_result(opened, Reading("things", end), language, as_of).found))
        if empty is not None:
            text += _NONE_OF[language].format(wording(Reading("things", empty), opened, language))
        return AnswerSet(question, NOT_IN_GRAPH, text, query, as_of=as_of)
    return AnswerSet(question, ANSWERED, text, query, tuple(found), complete=told.complete, as_of=as_of)


_NONE_OF = {"en": "; nothing is recorded for: {}", "ar": "؛ لا شيء مسجل عن: {}"}
"""Which step of a chain leads nowhere."""
_NOT_A_NO = {
    "en": "that no such claim is recorded does not mean that it is not so",
    "ar": "عدم تسجيل مثل هذا لا يعني أنه غير قائم",
}


def _whole(opened: OpenStore, condition: Condition, as_of: str | None) -> bool:
    """Whether all that meets the condition is known: members of a group, parties in a complete list, what is denied."""
    if decided(condition):
        return True
    flags = [opened.schema.relations[r].get("flags", ()) for r in condition.relations]
    if flags and all("grouping" in of for of in flags):
        return True
    of = condition.other.entities if condition.role == SUBJECT else ()
    return bool(of) and of_list(opened, condition.relations, of, day_of(condition) or as_of, "en").complete == YES


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
