"""What belongs to the one thing that a question names before it: "crimes that X counters and its successor does not".

It is looked up first and then stands in the question by its name; a name that follows already, "its successor Y", must
be that of what was found.
"""

from __future__ import annotations

import re

from tocgraph.answers import ANSWERED, AnswerSet, Ask
from tocgraph.questions.linking.entities import named_entities
from tocgraph.questions.words.tokens import tokens_of
from tocgraph.store import OpenStore
from tocgraph.store.claims import TAKEN_AS_FACT
from tocgraph.text import AUXILIARIES, is_arabic, key, normalize

_ITS = re.compile(r"\b(?:its|their) (?:own |immediate |direct )?", re.IGNORECASE)
_LONGEST = 3
"""The most words for what it is."""
_PRONOUNS = ("ها", "هم", "ه")
_PUNCTUATION = ",،:;؛?؟!. "


def of_its_own(opened: OpenStore, question: str, language: str, ask: Ask) -> AnswerSet | None:
    """The answer to such a question; None for any other, and where it is not known what belongs to the thing."""
    typed = " ".join(question.split()).rstrip(" ?؟.!")
    found = _in_arabic(opened, typed) if is_arabic(typed) else _in_english(opened, typed)
    if found is None:
        return None
    before, said, noun, behind = found
    owner = _named(opened, before)
    if owner is None:
        return None
    whose = ask(f"ما {noun} {owner}" if is_arabic(typed) else f"what is the {noun} of {owner}")
    facts = {a.id: a.name(language) for a in whose.answers if a.id and a.standing in TAKEN_AS_FACT}
    if whose.status != ANSWERED or len(facts) != 1:
        return None
    [(meant, name)] = facts.items()
    follows = _begins_with(opened, behind, str(meant))
    given = ask(" ".join(part for part in (before, "" if follows else name, behind) if part))
    if given.status != ANSWERED or not given.answers:
        return None
    remark = f"{said} → {name}"
    return given._replace(question=question, reading=f"{given.reading}; {remark}", remarks=(*given.remarks, remark))


def _in_english(opened: OpenStore, typed: str) -> tuple[str, str, str, str] | None:
    """What stands before "its", the words for what is its own, those without "its", and what stands behind."""
    relations = opened.names.meta("lexicon")["relations"]
    for its in _ITS.finditer(typed):
        rest = typed[its.end() :].split()
        for length in range(min(_LONGEST, len(rest)), 0, -1):
            noun = " ".join(rest[:length])
            if rest[length - 1].casefold() in AUXILIARIES:
                continue
            if any(bool(a) != bool(b) for _, a, b, _ in relations.get(key(f"{noun} of"), ())) and its.start():
                behind = " ".join(rest[length:])
                return typed[: its.start()].strip(), f"{its[0]}{noun}", noun.strip(_PUNCTUATION), behind
    return None


def _in_arabic(opened: OpenStore, typed: str) -> tuple[str, str, str, str] | None:
    relations = opened.names.meta("lexicon")["relations"]
    said = typed.split()
    for at in range(2, len(said)):
        word = said[at].strip(_PUNCTUATION)
        ending = next((p for p in _PRONOUNS if word.endswith(p) and len(word) > len(p) + 2), "")
        base = word.removesuffix(ending)
        base = f"{base[:-1]}ة" if ending and base.endswith("ت") else base
        entries = relations.get(key(base), ()) if ending else ()
        if any(bool(a) != bool(b) for _, a, b, _ in entries) and normalize(base) != normalize(word):
            return " ".join(said[:at]), word, base, " ".join(said[at + 1 :])
    return None


def _named(opened: OpenStore, text: str) -> str | None:
    """The name, as it is typed, of the only thing that is named there."""
    tokens = tokens_of(opened, text)
    spans = [s for s in named_entities(opened, tokens) if len(s.element.entities) == 1]
    longest = [s for s in spans if not any(o != s and o.start <= s.start and s.end <= o.end for o in spans)]
    things = {s.element.entities[0]: s.element.text for s in longest}
    return next(iter(things.values())) if len(things) == 1 else None


def named_last(opened: OpenStore, text: str) -> str | None:
    """The name, as it is typed, of the thing that is named last there."""
    tokens = tokens_of(opened, text)
    spans = [s for s in named_entities(opened, tokens) if len(s.element.entities) == 1]
    last = max(spans, key=lambda s: (s.end, s.end - s.start), default=None)
    return last.element.text if last else None


def _begins_with(opened: OpenStore, text: str, entity: str) -> bool:
    """Whether a name of the thing stands at the beginning."""
    spans = named_entities(opened, tokens_of(opened, text)) if text else []
    return any(s.start == 0 and entity in s.element.entities for s in spans)
