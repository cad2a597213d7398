"""Questions for conditions of cooperation: "under what conditions may X extradite", "متى يجوز رفض المساعدة في X".

Such a condition is recorded of an article, with the form of cooperation that it is for. The closed-class words of such
questions are taken out here; what stands between them must name forms of cooperation, texts and conditions.
"""

from __future__ import annotations

import re

from tocgraph.questions.answering.limits import (
    CONDITION,
    Named,
    conditions_with,
    kindred,
    named_in,
    refusals,
    speaks_of_form,
)
from tocgraph.questions.handover import limit_words as said_by
from tocgraph.questions.linking.linked import LONGEST
from tocgraph.questions.requests import LimitsAsked
from tocgraph.questions.words.question_words import YES_NO
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, words


def limits_asked(opened: OpenStore, question: str) -> LimitsAsked | None:
    """The form of cooperation, the texts and the conditions that a question asks for or about.

    None when it asks for anything else, or when a word of it would be passed over.
    """
    if len(question) > LONGEST or CONDITION not in opened.schema.types:
        return None
    said = _typed(question)
    found = said_by.cues(said)
    if not found or not ("refuse" in found or speaks_of_form(opened, said)):
        return None
    for ground, rest in said_by.with_ground(said):
        asked = _asked(opened, said, ground, rest)
        if asked is not None:
            return asked
    return None


def _typed(question: str) -> str:
    """The normalized words, names as they are typed: "IT" is no pronoun."""
    found: list[str] = []
    for raw in question.split():
        said, bare = words(raw), raw.strip(_EDGES)
        found += [bare] if found and bare[:1].isupper() and said == [bare.casefold()] else said
    return " ".join(found)


_EDGES = ".,;:!?()[]\"'"


def _asked(opened: OpenStore, said: str, ground: str, rest: str) -> LimitsAsked | None:
    rest, cues = _without_cues(rest)
    if not cues and not ground:
        return None
    refusing = bool(ground) or "refuse" in cues
    barred = ("bar" in cues) != ("without" in cues)
    yes_no = said.split()[0].casefold() in YES_NO | said_by.MAY
    named = Named()
    for run in rest.split("|"):
        part = named_in(opened, run.strip(), said_by.FILLERS, texts=not yes_no)
        if part is None:
            return None
        named = named.along(part)
    if len(named.types) > 1 or (yes_no and named.types) or not (named.forms or (refusing and named.texts)):
        return None
    if not named.forms and not (ground or said_by.of_any(said)):
        return None  # "what is denied about X"
    if not named.texts and not all(_of_cooperation(opened, form) for form in named.forms):
        return None  # the conditions of a crime are what makes it possible
    ideas = named.conditions
    if ground:
        told = " ".join(w for w in ground.split() if w not in said_by.GROUND_FILLERS)
        fitting = conditions_with(opened, told, refusals(opened)) if told else None
        if fitting is None or ideas:
            return None
        allowed, denied = fitting
    elif refusing:
        if ideas:
            return None
        allowed, denied = refusals(opened)
    elif ideas:
        allowed, denied = ideas, named.denied or kindred(opened, ideas)[1]
    elif yes_no and not refusing:
        return None
    else:
        allowed, denied = (), ()
    if barred:
        allowed, denied = denied, allowed
    asks = {"conditions", "require", "without"} if ideas else {"conditions", "basis"} if named.texts else {"conditions"}
    if not refusing and not asks & cues:
        return None
    if ground and not yes_no:
        if named.types and not allowed:
            return None
        allowed, denied = (allowed if named.types else (*allowed, *denied)), ()
    wanted = "whether" if yes_no else "texts" if named.types else "conditions"
    if "without" in cues and not (ideas and yes_no):
        return None
    return LimitsAsked(
        named.forms, named.texts, tuple(allowed), tuple(denied), wanted, named.types, refusing, named.guesses
    )


def _of_cooperation(opened: OpenStore, form: str) -> bool:
    named = opened.names.entity(form)
    return named is not None and "mechanism" in opened.schema.ancestors(named.type)


_ARTICLE = re.compile(r"\b(?:articles?|[بل]?(?:ال|لل)?ماده)(?= \d)")
"""Where a text begins, whatever stands before it."""


def _without_cues(said: str) -> tuple[str, set[str]]:
    """The question with a stroke for each stretch of closed-class words, and what these ask for."""
    found: set[str] = set()
    said = _ARTICLE.sub(lambda m: "| الماده" if is_arabic(m[0]) else f"| {m[0]}", said)
    for kind, pattern in said_by.CUES:
        found |= {kind} if pattern.search(said) else set()
        said = re.sub(r"\s+", " ", pattern.compiled.sub(" | ", said))
    return said, found
