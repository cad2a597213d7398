"""Questions in English and Arabic: words -> elements -> readings -> SPARQL -> cited answers.

No guessing: every content word is either part of the reading or the question is refused with near
questions that the graph does answer.
"""

from __future__ import annotations

from tocgraph.answers import NOT_UNDERSTOOD, AnswerSet
from tocgraph.questions.handover import basis_asked
from tocgraph.questions.linking.linked import LONGEST, Linked
from tocgraph.questions.near import near_questions
from tocgraph.questions.reading import Reading
from tocgraph.questions.steps import Steps
from tocgraph.questions.words.closed import NEGATION
from tocgraph.store import OpenStore
from tocgraph.store.claims import asked_date
from tocgraph.text import is_arabic

__all__ = ["ask", "basis_asked", "by_contents"]

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
    steps = _steps(opened, question, language, as_of, reading)
    for told in steps.all():
        if told is not None:
            return told
    if steps.found is None:
        return _refusal(opened, question, steps.refused, language)
    near = near_questions(opened, steps.named, language)
    return steps.found._replace(suggestions=tuple(q for q in near if q != question))


def by_contents(
    opened: OpenStore,
    question: str,
    language: str,
    as_of: str | None,
    reading: int | None,
    other: Reading | None = None,
) -> AnswerSet | None:
    """The answer found by the words recorded of things; None without one, or where the `other` reading is as good."""
    return _steps(opened, question, language, as_of, reading).by_contents(other)


def _steps(opened: OpenStore, question: str, language: str, as_of: str | None, reading: int | None) -> Steps:
    return Steps(opened, question, language, as_of, reading, lambda part: ask(opened, part, language, as_of))


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
