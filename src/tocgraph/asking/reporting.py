"""The reports that answer questions, and what they are asked for."""

from __future__ import annotations

from tocgraph.answers import NOT_IN_GRAPH, AnswerSet
from tocgraph.asking.words import guessed, only_relation, pause, say
from tocgraph.errors import QueryError, UnknownIdError
from tocgraph.questions.requests import (
    BasisAsked,
    CompareAsked,
    CompletenessAsked,
    DoubtAsked,
    LimitsAsked,
    PathAsked,
    Request,
    SourceAsked,
)
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic

_PATHS = 3
"""At most so many ways are shown, and only as short ones as the shortest."""
_ALONE = {"first": 0, "last": -1}
"""Which of the things compared is to stand alone."""
_THROUGH = ("document",)
"""What says nothing of how things hang together: a document that names both."""


def report(
    opened: OpenStore, question: str, request: Request, language: str | None, as_of: str | None, reading: int | None
) -> AnswerSet | None:
    """The answer of the report that a question wants; None when the report turns out not to fit.

    Raises:
        QueryError: there is no such reading.
        StoreError: the store or the endpoint failed.
    """
    code = language or ("ar" if is_arabic(question) else "en")
    code = code if code in ("en", "ar") else "en"
    found = _reported(opened, question, request, code, as_of, reading)
    if found is None:
        return None
    text = found.reading + guessed(opened, request.guesses, code)
    return found._replace(question=question.encode("utf-8", "replace").decode(), reading=text)


def _reported(
    opened: OpenStore, question: str, request: Request, language: str, as_of: str | None, reading: int | None
) -> AnswerSet | None:
    if isinstance(request, SourceAsked):
        from tocgraph.asking.sources import sources

        return sources(opened, question, request, language, as_of, reading)
    if isinstance(request, LimitsAsked):
        from tocgraph.asking.limits import limits

        return limits(opened, question, request, language, as_of, reading)
    if reading not in (None, 1):
        raise QueryError(f"there is no reading {reading}", "choose one from 1 to 1")
    match request:
        case BasisAsked(state, other, mechanism, crime, on):
            from tocgraph.reports.basis import basis

            return basis(opened, state, other, mechanism, crime, on or as_of, language)
        case CompareAsked():
            return _compared(opened, request, language, as_of)
        case PathAsked():
            return _joined(opened, question, request, language, as_of)
        case CompletenessAsked():
            from tocgraph.asking.records import completeness

            return completeness(opened, request, language, as_of)
        case DoubtAsked():
            from tocgraph.asking.records import doubts

            return doubts(opened, request, language, as_of)


def _compared(opened: OpenStore, request: CompareAsked, language: str, as_of: str | None) -> AnswerSet | None:
    from tocgraph.reports.compare import compare

    try:
        found = compare(opened, request.things, request.by, language, request.on or as_of)
    except (QueryError, UnknownIdError):
        return None  # these things are not compared by that
    if request.wanted == "all" or found.table is None:
        return found
    rows, answers = [], []
    for place, row in enumerate(found.table.rows):
        shared = row[0]
        if "things" not in shared:
            rows.append(row)  # how much of the texts is read
            continue
        if request.wanted in _ALONE:
            fitting = shared["things"] == [request.things[_ALONE[request.wanted]]]
        else:
            same = len(shared["things"]) == len(request.things) and shared["en"] != say("differ", "en")
            fitting = same == (request.wanted == "shared")
        if fitting:
            rows.append(row)
            answers.append(found.answers[place])
    table = found.table._replace(rows=tuple(rows)) if answers else None
    nothing = found.nothing or ("" if answers else say(f"nothing-{request.wanted}", language))
    alone = opened.names.entities(request.things[_ALONE[request.wanted] :][:1]) if request.wanted in _ALONE else {}
    told = say(request.wanted, language, of=", ".join(n.name(language) for n in alone.values()))
    text = f"{found.reading}{pause(language)}{told}"
    return found._replace(reading=text, answers=tuple(answers), table=table, nothing=nothing)


def _joined(opened: OpenStore, question: str, request: PathAsked, language: str, as_of: str | None) -> AnswerSet:
    """Every claim between the two; without one the shortest ways, not by way of documents if that can be."""
    from tocgraph.questions.answering.answer import answer
    from tocgraph.questions.reading import Reading

    day = request.on or as_of
    between = Reading("between", about=(request.start, request.end))
    found = answer(opened, question, [between], language, day, None)
    if found.status != NOT_IN_GRAPH:
        return found._replace(reading=found.reading + only_relation(opened, found.answers, language))
    from tocgraph.reports.paths import paths

    told = ""
    found = paths(opened, request.start, request.end, _PATHS, day, language, without=_THROUGH, equally_short=True)
    if not found.path:
        found = paths(opened, request.start, request.end, _PATHS, day, language, equally_short=True)
        told = say("documents", language) if found.path else ""
    steps = list(found.path or ())
    number = len({step["path"] for step in steps})
    names = opened.names.entities((request.start, request.end))
    start, end = (names[e].name(language) for e in (request.start, request.end))
    if not steps:
        return found._replace(nothing=found.reading)
    length = len(steps) // number
    text = say("ways" if number > 1 else "way", language, start=start, end=end, n=number, steps=length)
    remarks = (told,) if told else ()
    return found._replace(reading=text, remarks=remarks)
