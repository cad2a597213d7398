"""Rows of a query -> answers: things, numbers, dates, values, or the claims about a thing, each with its claims."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tocgraph.answers import Answer, answers_from_claims, claimed, other_end
from tocgraph.questions.answering.compile import sparql
from tocgraph.questions.answering.reckon import reckoned
from tocgraph.questions.answering.verdict import whether
from tocgraph.questions.grammar.negation import decided
from tocgraph.questions.reading import Reading
from tocgraph.store import OpenStore
from tocgraph.store.base import Row
from tocgraph.store.claims import TAKEN_AS_FACT, Claim, rank, read_claims
from tocgraph.text import natural

_FEW = 2
"""Of so many things at most one may be called the foremost where the others have no figure."""
_A_DATE = re.compile(r"\d{4}(-\d{2})?")


def answers_of(opened: OpenStore, reading: Reading, query: str, language: str, as_of: str | None) -> list[Answer]:
    """What the query of a reading finds, in the shape that its kind asks for, best answers first; empty for nothing."""
    if reading.kind == "whether":
        return whether(opened, reading, as_of)
    rows = opened.store.select(query).rows
    if reading.qualities:
        return _qualities(opened, reading, rows, language)
    if reading.kind in ("about", "between"):
        return _around(opened, reading, rows, language)
    if reading.kind == "things" and _one_alone(opened, reading, rows, as_of):
        return []
    if reading.kind == "dates":
        over = any(c.timing == "over" for c in reading.conditions)
        return _dates(opened, rows, over) or _dates_of_each(opened, reading.about, rows, over)
    answers = _things(opened, reckoned(reading, rows), _leading(opened, reading))
    if reading.kind == "value" and not reading.conditions[0].other.entities:
        return _owned(opened, answers)
    if reading.kind == "count" and not any(decided(c) for c in reading.conditions):
        return number_of(answers)
    return answers


def _one_alone(opened: OpenStore, reading: Reading, rows: list[Row], as_of: str | None) -> bool:
    """Whether of several things just one has the date or number by which one of them is to be the foremost."""
    rank = reading.asked.rank
    if rank is None or not rank.relations or len({row["answer"].value for row in rows}) != 1:
        return False
    every = reading._replace(asked=reading.asked._replace(rank=None))
    return len({row["answer"].value for row in opened.store.select(sparql(every, opened, as_of)).rows}) > _FEW


def _owned(opened: OpenStore, answers: list[Answer]) -> list[Answer]:
    """The values of things that the question describes, each with the thing: the article beside its number."""
    found = []
    for answer in answers:
        claims = read_claims(opened, answer.claims)
        of = [c for c in claims.values() if c.value == answer.value]
        named = opened.names.entities(dict.fromkeys(c.subject for c in of))
        for thing in named:
            own = [c for c in claims.values() if c.value != answer.value or c.subject == thing]
            one = Answer(value=answer.value, **claimed(own))
            found.append(one._replace(id=thing, label=named[thing].label, type=named[thing].type))
    return found or answers


def number_of(answers: list[Answer]) -> list[Answer]:
    """One answer: the number of those that are taken as fact, with all their claims; none for none."""
    certain = [a for a in answers if a.standing in TAKEN_AS_FACT or not a.claims]
    if not certain:
        return []
    claims = tuple(dict.fromkeys(c for a in certain for c in a.claims))
    places = tuple(dict.fromkeys(p for a in certain for p in a.citations))
    return [Answer(value=len(certain), claims=claims, citations=places)]


def _leading(opened: OpenStore, reading: Reading) -> str:
    """The variable of the claims that tell most of an answer: not of its group or its place, where more is asked."""
    relations = opened.schema.relations
    for n, condition in enumerate(reading.asked.conditions, 1):
        placing = [
            "grouping" in relations[r].get("flags", ()) or "where" in relations[r].get("answers", ())
            for r in condition.relations
        ]
        if placing and not all(placing) and not condition.negated:
            return f"claim{n}"
    return "claim1"


def _things(opened: OpenStore, rows: Iterable[Row], leading: str) -> list[Answer]:
    """One answer for each thing or value found; what its `leading` claims say of themselves is shown with it."""
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
        key: [sorted(behind[name]) for name in sorted(behind, key=lambda n: n != leading) if name != "answer"]
        for key, behind in found.items()
    }
    answers = _exact(answers_from_claims(opened, grouped))
    return sorted(answers, key=lambda a: (rank(a.standing), natural(a.name("en")), a.id or ""))


def _dates(opened: OpenStore, rows: list[Row], over: bool) -> list[Answer]:
    """The dates of the claims: from when to when, or when they ended."""
    claims = read_claims(opened, sorted({opened.vocabulary.local(row["claim1"].value) for row in rows}))
    if len({(c.subject, c.object) for c in claims.values()}) > 1:
        return []  # dates of several things say nothing without those
    # The day of what was done, such as the ratification, before that on which its effect began.
    done = [c for c in claims.values() if c.since and "lasting" in opened.schema.relations[c.relation].get("flags", ())]
    ordered = sorted(done if done and not over else claims.values(), key=lambda c: (rank(c.standing), c.since))
    dated = [
        Answer(value=c.until if over else f"{c.since or '?'} / {c.until}" if c.until else c.since, **claimed([c]))
        for c in ordered
        if c.since or c.until
    ]
    return _exact(dated)


def _dates_of_each(opened: OpenStore, about: tuple[str, ...], rows: list[Row], over: bool) -> list[Answer]:
    """The dates of several things, each with the thing."""
    found = []
    named = opened.names.entities(about)
    for thing in about if len(about) > 1 else ():
        own = [row for row in rows if opened.vocabulary.local(row["answer"].value) == thing]
        for answer in _dates(opened, own, over):
            found.append(answer._replace(id=thing, label=named[thing].label, type=named[thing].type))
    return found


def _exact(answers: list[Answer]) -> list[Answer]:
    """The answers, with each date that another of as good a standing says more exactly taken into that one.

    1995 and 1995-04-29 are one date, with the claims of both.
    """

    def vaguer(one: Answer, other: Answer) -> bool:
        within = _A_DATE.fullmatch(str(one.value)) and str(other.value).startswith(f"{one.value}-")
        return bool(within) and not one.id and rank(other.standing) <= rank(one.standing)

    found = []
    for answer in answers:
        if any(vaguer(answer, other) for other in answers):
            continue
        same = [other for other in answers if vaguer(other, answer)]
        claims = tuple(dict.fromkeys((*answer.claims, *(c for o in same for c in o.claims))))
        places = tuple(dict.fromkeys((*answer.citations, *(p for o in same for p in o.citations))))
        found.append(answer._replace(claims=claims, citations=places) if same else answer)
    return found


def _qualities(opened: OpenStore, reading: Reading, rows: list[Row], language: str) -> list[Answer]:
    """What the claims say of themselves by the qualifiers asked for, each once."""
    claims = read_claims(opened, sorted({opened.vocabulary.local(row["claim"].value) for row in rows}))
    told: dict[str, list[Claim]] = {}
    for claim in sorted(claims.values(), key=lambda c: (rank(c.standing), c.id)):
        for content in (claim.qualifiers[q] for q in reading.qualities if q in claim.qualifiers):
            text = content if isinstance(content, str) else content.get(language) or next(iter(content.values()))
            told.setdefault(text, []).append(claim)
    return [Answer(value=text, **claimed(of)) for text, of in told.items()]


def _around(opened: OpenStore, reading: Reading, rows: list[Row], language: str) -> list[Answer]:
    """The entity itself with its description, then the other end of each claim; claims out of it come first.

    What others say of it is read only where it says nothing itself: of a well-known thing that may be hundreds.
    """
    if reading.kind == "about":
        rows = [row for row in rows if "own" in row] or rows
    claims = read_claims(opened, sorted({opened.vocabulary.local(row["claim"].value) for row in rows}))
    this = reading.about[0]
    ordered = sorted(
        claims.values(),
        key=lambda c: (c.subject != this, rank(c.standing), c.relation, c.object or "", c.value or ""),
    )
    named = opened.names.entities([*reading.about, *(e for c in ordered for e in (c.subject, c.object) if e)])
    answers = []
    if reading.kind == "about" and this in named:
        about = named[this].description
        text = about.get(language) or next(iter(about.values()), None)
        answers.append(Answer(id=this, label=named[this].label, type=named[this].type, value=text))
    return answers + [other_end(c, this, named) for c in ordered]
