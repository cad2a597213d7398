"""So many of what could be listed: "name three UN missions in Africa", "اذكر ثلاث بعثات تعمل في مالي".

All are found, and as many as were asked for are given; a remark says of how many.
"""

from __future__ import annotations

from tocgraph.answers import ANSWERED, AnswerSet, Ask
from tocgraph.questions.words import closed
from tocgraph.store.claims import TAKEN_AS_FACT
from tocgraph.text import normalize

_ORDERS = frozenset("list name give mention cite show tell enumerate اذكر سم عدد اعطني اعطنا هات اعط".split())
_TO_WHOM = frozenset("me us please لي لنا".split())
_MOST = 50
_EXAMPLES = (["examples", "of"], ["امثله", "علي"], ["امثله", "عن"])
_REMARK = {"en": "{} of {} are given", "ar": "المعروض {} من {}"}


def so_many(question: str, language: str, ask: Ask) -> AnswerSet | None:
    """The answer to an order to list so many things; None for any other question."""
    typed = question.split()
    said = [normalize(word) for word in typed]
    if said[:1] and said[0] in closed.NUMBERS:
        typed, said = ["list", *typed], ["list", *said]  # "(give me) three conventions on corruption"
    at = 1
    while at < len(said) and said[at] in _TO_WHOM:
        at += 1
    if len(said) < at + 2 or said[0] not in _ORDERS:
        return None
    number = int(said[at]) if said[at].isdecimal() else closed.NUMBERS.get(said[at], 0)
    if not 1 < number <= _MOST:
        return None
    rest = at + 1 + (2 if said[at + 1 : at + 3] in _EXAMPLES else 0)
    told = ask(" ".join((*typed[:at], *typed[rest:])))._replace(question=question)
    certain = [a for a in told.answers if a.standing in TAKEN_AS_FACT]
    if told.status != ANSWERED or len(certain) <= number or any(a.id is None for a in told.answers):
        return told
    remark = _REMARK[language].format(number, len(certain))
    return told._replace(answers=tuple(certain[:number]), remarks=(*told.remarks, remark))
