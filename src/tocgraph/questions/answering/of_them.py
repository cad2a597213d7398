"""A second sentence that asks for some of what the first one does: "List the members of ASEAN. Which of them ...".

Both are put in one question, in the order in which it is most plainly asked: "which members of ASEAN ...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tocgraph.questions.words import question_words
from tocgraph.text import is_arabic, normalize, words

_SENTENCES = re.compile(r"(?<=[.?!؟;:])\s+")
_PUNCTUATION = ",،:;؛?؟!. "
_LONGEST = 40
_ONLY_WHICH = frozenset("which who what ones one are is they it those and if so اي ما من هي هو هم ايها ايهم".split())
"""A second sentence of these words alone asks for the things of the first: "Is there any that ...? Which ones?"."""

_OF_THEM = re.compile(
    "(?:and )?(?P<ask>which|who|how many|what number|what|do any|does any|did any|have any|has any|are any)"
    "(?: ones?)? (?:of|from|among|amongst|out of) (?:(?:all|any) of )?(?:them|these|those)(?= )"
    "|و?(?P<ask_ar>اي|ايه|ايها|ايهم|من|ما|كم|كم عدد) (?:(?:دوله|واحده|واحد) )?"
    "(?:منها|منهم|من بينها|من بينهم|من هولاء|بينها|بينهم)(?= )"
)
_LISTED = re.compile(
    "(?:please )?(?:(?:list|name|give me|show me|tell me|show|give)(?: (?:all|of|the|me|a list of)){0,3}"
    "|(?:who|what|which) (?:are|were) (?:all )?the) "
    "|(?:من|ما) (?:هم|هي) |(?:اذكر|عدد|اسرد|سم)(?:ي|وا)? (?:لي )?"
)
"""How a list of things is asked for that are then named."""
_ALSO = frozenset("too also either likewise well as ايضا كذلك".split())


def of_them(question: str) -> Iterator[str]:
    """Both sentences as one question, in the ways that it may be put; nothing for any other question."""
    parts = [part for part in _SENTENCES.split(question.strip()) if part.strip(_PUNCTUATION)]
    if len(parts) != 2 or len(question.split()) > _LONGEST:
        return
    first, second = (part.rstrip(_PUNCTUATION).split() for part in parts)
    asked = {normalize(word).strip(_PUNCTUATION) for word in second}
    if asked <= _ONLY_WHICH and normalize(first[0]) in question_words.YES_NO and len(first) > 2:
        yield " ".join(first)
        return
    said = _said(second)
    again = _OF_THEM.match(" ".join(said) + " ")
    if again is None or len(said) != len(second) or len(_said(first)) != len(first):
        return
    rest = second[len(again[0].split()) :]
    while rest and normalize(rest[-1]) in _ALSO:
        rest = rest[:-1]
    if not rest:
        return
    arabic = is_arabic(said[0])
    number = (again["ask"] or again["ask_ar"]) in ("how many", "what number", "كم", "كم عدد")
    listed = _LISTED.match(" ".join(_said(first)) + " ")
    if listed:
        ask = ("كم عدد" if number else "أي") if arabic else ("how many" if number else "which")
        yield " ".join((ask, *first[len(listed[0].split()) :], *rest))
    whole = _counted(first, arabic) if number else first
    if whole:
        yield " ".join((*whole, f"و{rest[0]}", *rest[1:]) if arabic else (*whole, "and", *rest))


def _said(typed: list[str]) -> list[str]:
    """The normalized words, where each that was typed is one."""
    return [word for raw in typed for word in words(raw)[:1]]


def _counted(first: list[str], arabic: bool) -> list[str]:
    """The first question as one for a number; empty where it asks for things of no kind."""
    asks = normalize(first[0])
    if asks in ("which", "what") and len(first) > 2:
        return ["how", "many", *first[1:]]
    return ["كم", "عدد", *first[1:]] if arabic and asks in ("ما", "اي") else []
