"""Questions in English and Arabic: words -> elements -> readings -> SPARQL -> cited answers.

No guessing: every content word is either part of the reading or the question is refused with near
questions that the graph does answer.
"""

from __future__ import annotations

from tocgraph.answers import NOT_IN_GRAPH, NOT_UNDERSTOOD, AnswerSet
from tocgraph.questions.answer import answer
from tocgraph.questions.handover import basis_asked
from tocgraph.questions.link import LONGEST, Linked, link
from tocgraph.questions.near import mentioned, near_questions
from tocgraph.questions.parse import parse
from tocgraph.questions.words import NEGATION
from tocgraph.store import OpenStore
from tocgraph.store.claims import asked_date
from tocgraph.text import is_arabic

__all__ = ["ask", "basis_asked"]

EXAMPLES = {
    "en": ("which bodies implement UNTOC", "what hinders extradition", "when was INTERPOL founded"),
    "ar": ("ما الهيئات التي تنفذ اتفاقية باليرمو", "ما معوقات تسليم المجرمين", "متى تأسست الإنتربول"),
}


def ask(
    opened: OpenStore, question: str, language: str | None = None, as_of: str | None = None, reading: int | None = None
) -> AnswerSet:
    """The cited answer to a question, or an honest refusal.

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
    language = language or ("ar" if is_arabic(question) else "en")
    language = language if language in EXAMPLES else "en"
    question = question.encode("utf-8", "replace").decode()  # a lone surrogate names nothing
    if len(question) > LONGEST:
        text = {
            "en": f"the question has {len(question):,} characters; at most {LONGEST:,} are read",
            "ar": f"طول السؤال {len(question):,} حرفا؛ والحد الأقصى {LONGEST:,}",
        }
        return AnswerSet(question[:80] + "…", NOT_UNDERSTOOD, text[language], suggestions=EXAMPLES[language])
    if as_of:
        asked_date(as_of)
    found: AnswerSet | None = None
    named: list[str] = []
    for partial in (False, True):
        linked = link(opened, question, partial)
        readings = parse(opened, linked) if linked.covers and not linked.unused else []
        if readings:
            found = answer(opened, question, readings, language, as_of, reading)
            if found.status != NOT_IN_GRAPH:
                return found
            named = mentioned(readings[0])
    if found is None:
        return _refusal(opened, question, linked, language)
    near = near_questions(opened, named, language)
    return found._replace(suggestions=tuple(q for q in near if q != question))


_ONLY_LISTS = {
    "en": "what is not so can be known of parties to instruments only, from lists that are complete",
    "ar": "لا يعرف ما ليس كذلك إلا عن أطراف الصكوك، من قوائم كاملة",
}


def _refusal(opened: OpenStore, question: str, linked: Linked, language: str) -> AnswerSet:
    entities = [e for element in linked.elements for e in element.entities]
    suggestions = near_questions(opened, entities, language)
    for example in EXAMPLES[language]:
        if len(suggestions) < 3:
            suggestions.append(example)
    if linked.unused:
        words = ", ".join(dict.fromkeys(linked.unused))
        text = {"en": f"not understood: {words}", "ar": f"كلمات غير مفهومة: {words}"}
        if any(word in NEGATION for unused in linked.unused for word in unused.casefold().split()):
            text = {tongue: f"{told}; {_ONLY_LISTS[tongue]}" for tongue, told in text.items()}
    elif linked.elements:
        parts = " + ".join(e.text for e in linked.elements)
        text = {
            "en": f"the words are known but do not fit together: {parts}",
            "ar": f"الكلمات معروفة لكنها لا تتآلف: {parts}",
        }
        if any(e.kind == "not" for e in linked.elements):
            text = {tongue: f"{told}; {_ONLY_LISTS[tongue]}" for tongue, told in text.items()}
    else:
        text = {"en": "there is nothing to look up in the question", "ar": "لا يوجد في السؤال ما يمكن البحث عنه"}
    return AnswerSet(question, NOT_UNDERSTOOD, text[language], suggestions=tuple(suggestions))
