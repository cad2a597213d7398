"""The answer to a question, from whatever answers it best: the claims, or one of the reports."""

from __future__ import annotations

from tocgraph import questions
from tocgraph.answers import ANSWERED, NOT_IN_GRAPH, NOT_UNDERSTOOD, AnswerSet, said_nothing
from tocgraph.questions.handover import handed_over
from tocgraph.questions.linking.linked import LONGEST
from tocgraph.questions.linking.slips import rightly_begun, unslipped
from tocgraph.questions.reading import Reading
from tocgraph.questions.requests import CompletenessAsked, PathAsked, SourceAsked
from tocgraph.questions.rewording.courtesy import asked
from tocgraph.questions.rewording.restated import in_other_words
from tocgraph.questions.words.aiming import may_ask_for_aims
from tocgraph.store import OpenStore
from tocgraph.store.claims import asked_date
from tocgraph.text import is_arabic

__all__ = ["ask"]


def ask(
    opened: OpenStore, question: str, language: str | None = None, as_of: str | None = None, reading: int | None = None
) -> AnswerSet:
    """The cited answer to a question, or an honest refusal.

    A question for legal bases, a comparison, a connection, the completeness of a list, what is disputed, or a source
    is answered by the report on that; every other one from the claims. One that would be refused is asked again
    with its typing errors mended (see `mending`).

    Args:
        opened: The store to ask (see `open_store`).
        question: In English or Arabic, at most 1,000 characters.
        language: Of the wording of the reading, "en" or "ar"; by default the question's own.
        as_of: A (partial) date; only claims that may hold then are used.
        reading: Which reading to take, from 1, when a question was answered with several.

    Raises:
        QueryError: the date is not a date, or there is no such reading.
        StoreError: the store or the endpoint failed.
    """
    if as_of:
        asked_date(as_of)
    begun, told = rightly_begun(question)
    if told:
        found = ask(opened, begun, language, as_of, reading)
        return found._replace(question=question, remarks=(*found.remarks, *told))
    for wording in in_other_words(question):
        found = _asked(opened, wording, language, as_of, reading)
        if found.status == ANSWERED:
            return found._replace(question=question)
    found = _asked(opened, question, language, as_of, reading)
    guessed = found.about is not None and " → " in found.reading
    if (said_nothing(found) or guessed) and len(question) <= LONGEST:
        from tocgraph.asking.mending import mended

        code = language or ("ar" if is_arabic(question) else "en")
        return mended(opened, question, lambda text, one: _asked(opened, text, code, as_of, one), reading) or found
    return found


def _asked(opened: OpenStore, question: str, language: str | None, as_of: str | None, reading: int | None) -> AnswerSet:
    mended, slips = unslipped(opened, question)
    request = handed_over(opened, asked(mended))
    if request is None and asked(mended) != mended:
        whole = handed_over(opened, mended)  # "do you have" may be courtesy, or ask how complete a list is
        request = whole if isinstance(whole, CompletenessAsked) else None
    found = None
    if request is not None:
        from tocgraph.asking.reporting import report

        found = report(opened, question, request, language, as_of, reading)
        if found is not None and found.status == NOT_IN_GRAPH and isinstance(request, SourceAsked):
            code = language or ("ar" if is_arabic(question) else "en")
            found = questions.by_contents(opened, question, code, as_of, reading) or found
        elif found is not None and isinstance(request, PathAsked):
            code = language or ("ar" if is_arabic(question) else "en")
            other = Reading("between", about=(request.start, request.end))
            found = questions.by_contents(opened, question, code, as_of, reading, other) or found
        found = found._replace(remarks=(*found.remarks, *slips)) if found and slips else found
    found = found or questions.ask(opened, question, language=language, as_of=as_of, reading=reading)
    if found.status == NOT_UNDERSTOOD and may_ask_for_aims(question):
        from tocgraph.questions.answering.meant import meant_to

        code = language or ("ar" if is_arabic(question) else "en")
        aims = meant_to(opened, asked(question), code, lambda part: _asked(opened, part, language, as_of, None))
        found = aims._replace(question=question) if aims else found
    return found
