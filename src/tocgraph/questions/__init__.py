"""Questions in English and Arabic: words -> elements -> readings -> SPARQL -> cited answers.

No guessing: every content word is either part of the reading or the question is refused with near
questions that the graph does answer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tocgraph.answers import ANSWERED, NOT_IN_GRAPH, NOT_UNDERSTOOD, AnswerSet
from tocgraph.questions.answering.answer import answer
from tocgraph.questions.answering.apposition import without_apposition
from tocgraph.questions.answering.coordinated import apart, as_one, of_two
from tocgraph.questions.answering.doings import of_doer
from tocgraph.questions.answering.of_them import of_them
from tocgraph.questions.answering.only_one import only_one
from tocgraph.questions.answering.recast import recasts
from tocgraph.questions.answering.relative_time import at_relative_time
from tocgraph.questions.answering.so_many import so_many
from tocgraph.questions.grammar.answerable import misses_what_is_said
from tocgraph.questions.grammar.keywords import doubtful, in_any_order, related, vague
from tocgraph.questions.grammar.parse import parse
from tocgraph.questions.handover import basis_asked
from tocgraph.questions.linking.link import link
from tocgraph.questions.linking.linked import LONGEST, Linked
from tocgraph.questions.near import mentioned, near_questions
from tocgraph.questions.reading import Reading
from tocgraph.questions.rewording.beyond import asks_of_today
from tocgraph.questions.rewording.courtesy import asked
from tocgraph.questions.rewording.definitions import defining
from tocgraph.questions.rewording.turns import lists
from tocgraph.questions.words.aiming import may_ask_for_aims
from tocgraph.questions.words.closed import NEGATION
from tocgraph.store import OpenStore
from tocgraph.store.claims import asked_date
from tocgraph.text import is_arabic, normalize

__all__ = ["ask", "basis_asked", "by_contents"]

EXAMPLES = {
    "en": ("which bodies implement UNTOC", "what hinders extradition", "when was INTERPOL founded"),
    "ar": ("ما الهيئات التي تنفذ اتفاقية باليرمو", "ما معوقات تسليم المجرمين", "متى تأسست الإنتربول"),
}


_KNOWN_OR_DEFINED = ("هل تعرف ", "هل يعرف ")
"""Arabic for "do you know" and "does it define" alike, so that two names behind it are not just to be linked."""
PLAIN = 1.2
"""The most that a reading of keywords in another order than the typed one may cost."""


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
    if apart(question):
        both = of_two(opened, question, language, lambda part: ask(opened, part, language, as_of))
        if both is not None:
            return both
    for form in (only_one, so_many):
        formed = form(asked(question), language, lambda part: ask(opened, part, language, as_of))
        if formed is not None:
            return formed._replace(question=question)
    aimed = may_ask_for_aims(question)
    if aimed:
        from tocgraph.questions.answering.meant import asks_for_aims, meant_to, tries_to
        from tocgraph.questions.answering.pursued import wanted_with

        for kind in (wanted_with, meant_to, *([tries_to] if is_arabic(question) else [])):
            aims = kind(opened, asked(question), language, lambda part: ask(opened, part, language, as_of))
            if aims is not None:
                return aims._replace(question=question)
    then = at_relative_time(opened, question, language, lambda part: ask(opened, part, language, as_of))
    if then is not None:
        return then
    today, listed = asks_of_today(question), lists(question)
    defines = normalize(question).startswith(_KNOWN_OR_DEFINED)
    found: AnswerSet | None = None
    named: list[str] = []
    guessed = False
    refused = Linked()
    for linked, typed, light in _ways(opened, asked(question)):
        if light and found is not None and doubtful(found):
            continue  # what was asked for must not be left out
        readings = parse(opened, linked) if linked.covers and not linked.unused else []
        if linked.elements and linked.elements[0].kind == "not":
            readings = []  # "Egypt has not joined X", with the verb before its subject, asks for nothing
        if not typed:
            readings = [r for r in readings if r.kind not in ("whether", "between") and r.cost <= PLAIN]
        elif not readings and not light:
            refused = linked
        if light and found is not None and not defining(question):
            readings = [r for r in readings if r.kind != "about"]  # what a verb leads to is not what a thing is
        if listed:
            readings = [r for r in readings if r.kind != "about"] or readings
        if linked.keywords:
            readings = [r for r in readings if not vague(r)]
        if defines:
            readings = [r for r in readings if r.kind != "between"]
        if readings:
            day = as_of or today if readings[0].kind in ("things", "count") else as_of
            told = answer(opened, question, readings, language, day, reading)
            if told.status != NOT_IN_GRAPH and not (linked.keywords and doubtful(told)):
                better = by_contents(opened, question, language, as_of, reading, readings[0])
                return better or told
            loose = related(linked, readings[0]) if typed and told.status == NOT_IN_GRAPH else None
            if loose is not None and (other := answer(opened, question, [loose], language, day, None)).answers:
                return other
            if typed or found is None:
                found, named = told, mentioned(readings[0])
                guessed = told.status == NOT_IN_GRAPH and bool(readings[0].guesses)
    if found is None or not found.answers:
        nobody = found is not None and found.status == NOT_IN_GRAPH
        for other_build in recasts(opened, asked(question), nobody) if not refused.beyond else ():
            built = ask(opened, other_build, language, as_of)
            if built.answers:
                return built._replace(question=question)
        if aimed:
            aims = tries_to(opened, asked(question), language, lambda part: ask(opened, part, language, as_of))
            if aims is not None:
                return aims._replace(question=question)
        from tocgraph.questions.answering.made import without_maker

        wholes = (*without_maker(opened, asked(question)), as_one(opened, question), *of_them(question))
        for whole in (*wholes, without_apposition(opened, question)):
            restated = ask(opened, whole, language, as_of) if whole else None
            if restated is not None and restated.status == ANSWERED:
                return restated._replace(question=question)
            if restated is not None and restated.status == NOT_IN_GRAPH and found is None:
                found = restated._replace(question=question)
        both = of_two(opened, question, language, lambda part: ask(opened, part, language, as_of))
        if both is not None:
            return both
        from tocgraph.questions.answering.alternatives import of_alternatives
        from tocgraph.questions.answering.its_own import of_its_own
        from tocgraph.questions.answering.same_time import at_same_time

        for two_steps in (at_same_time, of_its_own):
            then = two_steps(opened, question, language, lambda part: ask(opened, part, language, as_of))
            if then is not None:
                return then
        chosen = of_alternatives(opened, asked(question), language, as_of)
        if chosen is None and found is None:
            from tocgraph.questions.answering.weighing import weighed

            chosen = weighed(opened, asked(question), language, as_of)
        if chosen is not None:
            return chosen._replace(question=question)
        elsewhere = refused.beyond or (aimed and asks_for_aims(asked(question)))
        worded = None if elsewhere else by_contents(opened, question, language, as_of, reading, named=named)
        if worded is not None:
            return worded
    if found is None and len(refused.unused) == 1:
        from tocgraph.questions.answering.qualified import qualified_readings

        readings = qualified_readings(opened, asked(question), refused)
        if readings and (told := answer(opened, question, readings, language, as_of, reading)).answers:
            return told
    if (found is None or guessed or found.status == NOT_IN_GRAPH) and not refused.beyond:
        described = link(opened, asked(question), describing=True)
        readings = parse(opened, described) if described.covers and not described.unused else []
        readings = _beyond_names(readings, named)
        if readings:
            told = answer(opened, question, readings, language, as_of, reading)
            if told.status != NOT_IN_GRAPH and not doubtful(told):
                return told
            if told.status == NOT_IN_GRAPH and found is None:
                found, named = told, mentioned(readings[0])
    if found is None or not found.answers:
        doer = of_doer(opened, asked(question))
        overview = ask(opened, doer, language, as_of) if doer else None
        if overview is not None and overview.answers:
            return overview._replace(question=question)
    if found is None:
        return _refusal(opened, question, refused, language)
    near = near_questions(opened, named, language)
    return found._replace(suggestions=tuple(q for q in near if q != question))


def _beyond_names(readings: list[Reading], named: Collection[str]) -> list[Reading]:
    """The readings but those for all that is recorded on what is named: "the causes of X" ask for something else."""
    return [r for r in readings if r.kind != "about" or not {*r.about}.issubset(named)]


def by_contents(
    opened: OpenStore,
    question: str,
    language: str,
    as_of: str | None,
    reading: int | None,
    other: Reading | None = None,
    named: Collection[str] = (),
) -> AnswerSet | None:
    """The answer found by the words recorded of things; None without one, or where the `other` reading is as good.

    Of what is `named` in the question something else is asked than all that is recorded on it.
    """
    if other is not None and not misses_what_is_said(opened, other):
        return None
    from tocgraph.questions.answering.contents import described_readings

    readings = described_readings(opened, asked(question), other is not None)
    readings = _beyond_names(readings, named)
    told = answer(opened, question, readings, language, as_of, reading) if readings else None
    return told if told is not None and told.status != NOT_IN_GRAPH else None


def _ways(opened: OpenStore, question: str) -> Iterator[tuple[Linked, bool, bool]]:
    """The question in elements, taken more and more freely; whether in the order typed, and without light verbs."""
    tried: list[Linked] = []
    for partial, light, doubting in (
        (False, False, False), (False, True, False), (True, False, False), (True, True, False), (True, False, True)
    ):  # fmt: skip
        linked = link(opened, question, partial, light, doubting)
        if light and not linked.covers:
            continue
        if all((linked.covers, linked.unused) != (other.covers, other.unused) for other in tried):
            tried.append(linked)
            yield linked, True, light
    for linked in tried:
        turned = in_any_order(linked)
        if turned is not None:
            yield turned, False, False


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
