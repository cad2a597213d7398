"""Arabic questions for the place in a text: "في أي مادة من اتفاقية باليرمو ورد تسليم المجرمين".

They are put as the plain question for the part of the text that is about something.
"""

from __future__ import annotations

from tocgraph.lexicon import PREPOSITIONS
from tocgraph.questions.words.question_words import DEFINITIONS
from tocgraph.questions.words.token import Token
from tocgraph.text import stem

_WHICH = frozenset("اي ايه".split())
PARTS = frozenset("ماده المواد مواد حكم احكام نص نصوص موضع مواضع فصل فصول بند بنود فقره فقرات باب ابواب قسم".split())
"""Parts of a text that are asked for."""
FOUND = frozenset(
    "يرد ترد ورد وردت جاء جاءت يجي ينص نص نصت عولج عولجت تعالج تناول تناولت نظم نظمت ينظم ذكر ذكرت يذكر تذكر نجد تجد "
    "اجد يوجد توجد وجد تحدث يتحدث تنظم ادرج ادرجت كرس كرست".split()
)
"""Verbs for what stands in a text."""
_MENTION = frozenset("التنصيص النص الاشاره الحديث الكلام التطرق التعرض الاحاله حكم نص احكام الحكم".split())
_MENTIONING = frozenset("ذكر تنظيم موضوع مساله الذكر معالجه بيان احكام حكم نص".split())
"""Nouns for what a text does with what it speaks of, with a preposition and before its name."""
_TO = frozenset("علي عن ب الي ل بشان حول بخصوص".split())
_FARTHEST = 10
_WHERE = frozenset({"اين"})
_SAID = {
    "تعريف": "يعرف", "ذكر": "يذكر", "تجريم": "يجرم", "النص": "ينص", "نص": "ينص", "اشتراط": "يشترط",
    "الاشاره": "يشير", "التوصيه": "يوصي", "اقتراح": "يقترح",
}  # fmt: skip
"""What stands in a text, by the verb that says it of the text."""


def where_it_stands(tokens: list[Token]) -> list[Token]:
    """The words of "أين ورد تعريف X" as "ما الذي يعرف X", those of "أين نجد X في Y" as "أي مادة من Y بشأن X"."""
    if len(tokens) < 4 or tokens[0].word not in _WHERE or tokens[1].word not in FOUND:
        return tokens
    at = 2 + (tokens[2].word in ("علي", "ب"))
    verb = _SAID.get(tokens[at].word, "")
    within = next((n for n in range(len(tokens) - 2, at, -1) if tokens[n].word == "في"), 0)
    if within:
        said = tokens[at + bool(verb) : within]
        return [*_plain("اي ماده من"), *tokens[within + 1 :], *_plain(verb or "بشان"), *said] if said else tokens
    if not verb or at + 1 >= len(tokens):
        return tokens
    return [*_plain(f"ما الذي {verb}"), *tokens[at + 1 :]]


def _plain(text: str) -> list[Token]:
    return [Token(word, word, stem(word)) for word in text.split()]


def in_which_part(tokens: list[Token]) -> list[Token]:
    """The words with "on" for the verb that says that something stands in a part of a text; else as they are."""
    tokens = where_it_stands(tokens)
    which = next((n for n, t in enumerate(tokens[:3]) if t.word in _WHICH), None)
    if which is None or len(tokens) < which + 4 or tokens[which + 1].word not in PARTS:
        return tokens
    within = {t.word for t in tokens[:which]} & PREPOSITIONS or tokens[which].raw.startswith(("ب", "وب"))
    at = next((n for n in range(which + 2, min(len(tokens) - 1, which + _FARTHEST)) if tokens[n].word in FOUND), None)
    if not within or at is None:
        return tokens
    rest = tokens[at + 1 :]
    if len(rest) > 1:
        links = rest[1].word in _TO or rest[1].raw.startswith("ل")
        mentions = (rest[0].word in _MENTION and links) or (rest[0].word in _MENTIONING and not links)
        rest = rest[1:] if mentions else rest
    if len(rest) > 1 and rest[0].word in _TO:
        rest = rest[1:]
    return [*tokens[which:at], *([] if rest[0].word in DEFINITIONS else _plain("بشان")), *rest]
