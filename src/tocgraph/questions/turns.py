"""Arabic turns of a question put plainly: orders to list, "أي من", "سبق أن", "هل من", "أودع وثيقة تصديقه".

What is left asks the same in the words that the rest of the reader goes by.
"""

from __future__ import annotations

from tocgraph.questions.token import Token
from tocgraph.text import is_arabic, normalize, stem

_ORDERS = frozenset(
    "سم سمي سموا سمو عددي عددوا اذكر اذكري اذكروا اسرد اسردي اسردوا احص احصر احصروا استعرض استعرضي اورد اوردي اوردوا "
    "بين بيني بينوا حدد حددي حددوا دون دونوا هات هاتوا هاتي اكتب اكتبي اعرض اعرضي ضع اجرد اعط اعطنا اعطني ناولني "
    "قدم قدمي اخبرنا ارنا ارني اطلعنا وافني وافنا زودنا زودني".split()
)
"""Orders to name things."""
_TO_ME = frozenset({"لي", "لنا", "الي", "الينا"})
_THINGS = frozenset("اسماء اسم قائمه لائحه كل جميع كافه سائر ساير".split())
"""What orders are often followed by, and what says no more than "the"."""
_LISTING = frozenset("list enumerate name itemize itemise".split())
_SHADDA = "\u0651"
_IS_THERE = frozenset("هناك هنالك ثمه يوجد توجد".split())
_SO_FAR = frozenset("سبق".split())


def plain_turns(tokens: list[Token]) -> list[Token]:
    """The words without such turns; English ones as they are."""
    if not tokens or not any(is_arabic(t.word) for t in tokens):
        return tokens
    tokens = _which_of(tokens)
    tokens = _is_there(tokens)
    return _ever(tokens)


def lists(question: str) -> bool:
    """Whether a question orders a list, so that what is known of one thing is no answer."""
    first = question.split()[0] if question.split() else ""
    word = normalize(first).strip(",:،")
    return word in _LISTING or word in _ORDERS or (word == "عدد" and _SHADDA in first)


def unordered(tokens: list[Token]) -> list[Token]:
    """The words without an order to list: "عدِّد", "سمِّ لنا". Without its signs "عدد" is a number."""
    return _ordered(tokens) if tokens and any(is_arabic(t.word) for t in tokens) else tokens


def _ordered(tokens: list[Token]) -> list[Token]:
    start = 0
    if tokens[0].word == "عدد":
        ordered = _SHADDA in tokens[0].raw or (len(tokens) > 1 and tokens[1].word in _TO_ME)
        start = 1 if ordered else 0
    elif tokens[0].word in _ORDERS and not (tokens[0].word == "بين" and _SHADDA not in tokens[0].raw):
        start = 1
    if not start and tokens[0].word != "اسماء":
        return tokens
    if start and len(tokens) > start + 1 and tokens[start].word in _TO_ME:
        start += 1
    while len(tokens) > start + 1 and tokens[start].word in _THINGS:
        start += 1
    return tokens[start:] or tokens


def _which_of(tokens: list[Token]) -> list[Token]:
    """The words without "of" behind "which": "أي من نشرات الإنتربول", "من من الدول"."""
    at = next((n for n, t in enumerate(tokens[:3]) if t.word in ("اي", "ايه", "ايا")), None)
    if at is None and len(tokens) > 2 and tokens[0].word == tokens[1].word == "من":
        return [tokens[0]._replace(word="اي", stem=stem("اي")), *tokens[2:]]
    if at is not None and at + 2 < len(tokens) and tokens[at + 1].word in ("من", "مما"):
        return [*tokens[:at], tokens[at]._replace(word="اي", stem=stem("اي")), *tokens[at + 2 :]]
    return tokens


def _is_there(tokens: list[Token]) -> list[Token]:
    """The words with "هل هناك" for "هل من" and "هل هناك من"."""
    if len(tokens) < 4 or tokens[0].word != "هل":
        return tokens
    if tokens[1].word == "من" and not tokens[2].definite:
        return [tokens[0], tokens[1]._replace(word="هناك", stem=stem("هناك")), *tokens[2:]]
    if tokens[1].word in _IS_THERE and tokens[2].word == "من":
        return [*tokens[:2], *tokens[3:]]
    return tokens


def _ever(tokens: list[Token]) -> list[Token]:
    """The words with "was" for "سبق ل... أن": "هل سبق لمصر أن صادقت"."""
    at = next((n for n, t in enumerate(tokens[:3]) if t.word in _SO_FAR), None)
    if at is None or len(tokens) < at + 3:
        return tokens
    that = next((n for n in range(at + 1, min(len(tokens), at + 9)) if tokens[n].word in ("ان", "وان")), None)
    if that is None:
        return tokens
    who = [t for t in tokens[at + 1 : that] if t.word != "ل"]
    was = tokens[at]._replace(word="كان", stem=stem("كان"))
    begin = tokens[:at] or [Token("هل", "هل", "هل")]
    return [*begin, was, *who, *tokens[that + 1 :]]
