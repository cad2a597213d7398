"""How questions set one thing against another: "does X have more parties than Y", "did X or Y need more ratifications".

Each is given as the question for the figure of the first thing, and the words of the other one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.words import question_words
from tocgraph.text import is_arabic, normalize

MORE, LESS = ">", "<"
DIFFERENCE, BOTH, SAME = "difference", "both", "="
_MORE = {"more": MORE, "fewer": LESS, "less": LESS}
_LARGER = {
    **dict.fromkeys("greater higher larger bigger".split(), MORE), **dict.fromkeys("lower smaller less".split(), LESS),
}  # fmt: skip
_EARLIER = {"earlier": LESS, "sooner": LESS, "later": MORE, "first": LESS}
_BEFORE = {"before": LESS, "after": MORE, "قبل": LESS, "بعد": MORE}
_MORE_AR = {"اكثر": MORE, "اقل": LESS, "اكبر": MORE, "اصغر": LESS, "اعلي": MORE, "ادني": LESS}
_EXCEEDS = frozenset("يزيد تزيد يفوق تفوق زاد زادت".split())
_COMPARED = frozenset("compare contrast قارن قارني قارنوا مقارنه".split())
_WITH = frozenset("and with to versus vs against و مع".split())
_BY_MUCH = frozenset("many far significantly considerably any a lot much slightly there the هو هي بكثير كثيرا".split())
NUMBER = frozenset("number numbers count total amount size عدد اجمالي مجموع حجم".split())
THAT = frozenset("that those the one ones there تلك ذلك التي نظيرتها نظيره عليه عليها هو هي".split())
"""What may stand for the words said before, in front of the second thing: "than that of UNCAC"."""
PUNCTUATION = ",،:;؛?؟!."


class Weighed(NamedTuple):
    """A question that weighs: ways to `ask` for the first figure, the words of the `other` thing, and what is wanted.

    `sign` says how the first must stand to the second, or that the difference or both figures are wanted. With `choice`
    the one of which it is so is wanted.
    """

    ask: tuple[str, ...]
    other: tuple[str, ...]
    sign: str
    dated: bool = False
    choice: bool = False


def against(question: str) -> Iterator[Weighed]:
    """The ways to take a question as one that weighs; none for any other question."""
    typed = question.split()
    said = [normalize(w).strip(PUNCTUATION) for w in typed]
    typed = [w.strip(PUNCTUATION) for w in typed]
    if len(said) < 4:
        return
    if said[0] in _COMPARED:
        yield from _both(typed, said)
    elif is_arabic(question):
        yield from _arabic(typed, said)
    elif "than" in said:
        yield from _than(typed, said)
    elif said[0] in question_words.YES_NO:
        yield from _or(typed, said) if "or" in said else _before(typed, said)
        yield from _same(typed, said)


def _both(typed: list[str], said: list[str]) -> Iterator[Weighed]:
    """Compare the number of crimes in UNTOC and UNCAC; compare how many parties UNTOC and UNCAC have."""
    first = next((n for n, w in enumerate(said[:5]) if w in NUMBER), 0)
    joint = next((n for n in range(len(said) - 2, first, -1) if said[n] in _WITH), 0)
    if is_arabic(said[0]):
        joint = joint or next((n for n in range(len(said) - 1, first + 1, -1) if said[n][0] == "و"), 0)
    if said[1:3] == ["how", "many"] and joint:
        yield Weighed((" ".join(typed[1:joint]),), tuple(typed[joint + 1 :]), BOTH)
    elif first and joint:
        other = typed[joint + 1 :] if said[joint] in _WITH else [typed[joint][1:], *typed[joint + 1 :]]
        asked = typed[first + 1 : joint]
        asked = asked[1:] if asked[:1] == ["of"] else asked
        how = "كم عدد" if is_arabic(said[0]) else "how many"
        yield Weighed((f"{how} {' '.join(asked)}",), tuple(other), BOTH)


def _same(typed: list[str], said: list[str]) -> Iterator[Weighed]:
    """Do UNTOC and UNCAC have the same number of parties."""
    at = next((n for n in range(3, len(said) - 3) if said[n : n + 3] == ["same", "number", "of"]), 0)
    joint = said.index("and") if "and" in said[:at] else 0
    if at and joint:
        end = at - (said[at - 1] == "the")
        for verb in range(end, joint + 1, -1):
            asked = _how_many(typed[0], [*typed[1:joint], *typed[verb:end]], typed[at + 3 :])
            yield Weighed(asked, tuple(typed[joint + 1 : verb]), SAME)


def _before(typed: list[str], said: list[str]) -> Iterator[Weighed]:
    """Did UNTOC enter into force before UNCAC."""
    at = next((n for n in range(len(said) - 1, 2, -1) if said[n] in ("before", "after")), 0)
    if at:
        yield Weighed((f"when {' '.join(typed[:at])}",), tuple(typed[at + 1 :]), _BEFORE[said[at]], dated=True)


def _than(typed: list[str], said: list[str]) -> Iterator[Weighed]:
    """Does the Malabo Convention criminalize more offences than the Budapest Convention."""
    at = len(said) - 1 - said[::-1].index("than")
    head, other, last = typed[:at], tuple(typed[at + 1 :]), said[at - 1]
    if said[:3] == ["how", "many", "more"]:
        yield Weighed((f"how many {' '.join(head[3:])}",), other, DIFFERENCE)
    if said[0] not in question_words.YES_NO or at < 3:
        return
    subject = " ".join(head[1:-1])
    if last in _EARLIER:
        yield Weighed((f"when {' '.join(head[:-1])}",), other, _EARLIER[last], dated=True)
    elif last in _LARGER and NUMBER.intersection(said[1:4]):
        yield Weighed((f"what is {subject}",), other, _LARGER[last])
    elif last in _LARGER:
        yield Weighed((f"what is the size of {subject}",), other, _LARGER[last])
    place = next((n for n in range(at - 1, 0, -1) if said[n] in _MORE), 0)
    if place and place < at - 1:
        yield Weighed(_how_many(typed[0], typed[1:place], typed[place + 1 : at]), other, _MORE[said[place]])


def _or(typed: list[str], said: list[str]) -> Iterator[Weighed]:
    """Did UNCAC or UNTOC need more ratifications to come into force: the one that did."""
    joint = said.index("or")
    first = typed[1:joint]
    if said[1] == "there" and said[2] in _MORE and joint > 5:
        # "are there more parties to UNTOC or to UNCAC"
        other = typed[joint + 1 :]
        other = other[1:] if normalize(other[0]) in PREPOSITIONS else other
        yield Weighed((f"how many {' '.join(typed[3:joint])}",), tuple(other), _MORE[said[2]], choice=True)
    if said[-1] in _EARLIER:
        for end in range(joint + 2, len(typed) - 1):
            asked = f"when {typed[0]} {' '.join((*first, *typed[end:-1]))}"
            yield Weighed((asked,), tuple(typed[joint + 1 : end]), _EARLIER[said[-1]], dated=True, choice=True)
    place = next((n for n in range(len(said) - 2, joint + 1, -1) if said[n] in _MORE), 0)
    for end in range(joint + 2, place + 1 if place else 0):
        asked_of = _how_many(typed[0], [*first, *typed[end:place]], typed[place + 1 :])
        yield Weighed(asked_of, tuple(typed[joint + 1 : end]), _MORE[said[place]], choice=True)


def _how_many(aux: str, before: list[str], counted: list[str]) -> tuple[str, ...]:
    """The ways to ask how many things stand in a relation to a thing, whose name is among the words `before`."""
    while before and normalize(before[-1]) in _BY_MUCH:
        before = before[:-1]
    things, subject, aux = " ".join(counted), " ".join(before), aux.lower()
    if not subject:
        return (f"how many {things}",)
    return (
        f"how many {things} {aux} {subject}",
        f"how many {counted[0]} {aux} {subject} {' '.join(counted[1:])}",
        f"{subject} how many {things}",
    )


def _arabic(typed: list[str], said: list[str]) -> Iterator[Weighed]:
    """هل تجرم اتفاقية مالابو جرائم أكثر من اتفاقية بودابست."""
    more = next((n for n in range(1, len(said) - 2) if said[n] in _EXCEEDS), 0) if said[0] in ("كم", "بكم") else 0
    onto = next((n for n in range(len(said) - 2, more, -1) if said[n] in ("علي", "عن")), 0) if more else 0
    if onto:  # "كم يزيد عدد أطراف هذه على عدد أطراف تلك"
        yield Weighed((f"كم {' '.join(typed[more + 1 : onto])}",), tuple(typed[onto + 1 :]), DIFFERENCE)
    if said[0] != "هل":
        return
    at = next((n for n in range(len(said) - 2, 1, -1) if said[n] in _MORE_AR and said[n + 1] in ("من", "مما")), 0)
    if not at:
        at = next((n for n in range(len(said) - 2, 2, -1) if said[n] in ("قبل", "بعد")), 0)
        if at:
            yield Weighed((f"متى {' '.join(typed[1:at])}",), tuple(typed[at + 1 :]), _BEFORE[said[at]], dated=True)
        return
    other, subject = tuple(typed[at + 2 :]), typed[1:at]
    while len(subject) > 1 and said[len(subject)] in _BY_MUCH:
        subject = subject[:-1]
    text = " ".join(subject)
    if said[1] in NUMBER:
        yield Weighed((f"كم {text}", f"ما {text}"), other, _MORE_AR[said[at]])
    else:
        counted, rest = subject[-1], " ".join(subject[:-1])
        asked = (f"كم {counted} {rest}", f"كم عدد {counted} التي {rest}", f"كم عدد {text}")
        yield Weighed(asked if rest else asked[:1], other, _MORE_AR[said[at]])
        yield Weighed((f"ما حجم {text}",), other, _MORE_AR[said[at]])
