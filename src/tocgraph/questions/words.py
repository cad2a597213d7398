"""The closed-class words of questions, in English and Arabic, as normalized texts."""

from __future__ import annotations

WHEN = frozenset({"when", "متي"})
WHEN_PHRASES: tuple[tuple[str, ...], ...] = (
    *((which, unit) for which in ("what", "which") for unit in ("year", "date", "day", "month")),
    *(("في", which, unit) for which in ("اي", "ايه") for unit in ("عام", "سنه", "تاريخ", "يوم", "شهر")),
)
WHERE = frozenset({"where", "اين"})
HOW = frozenset({"how", "كيف"})
WHO = frozenset({"who", "whom"})
"""The Arabic `من` is also "from"; it asks only at the start of a question."""

EVERY = frozenset("every all each كل جميع".split())
"""In a question for yes or no these ask for more than any one claim can say."""

COUNT_PHRASES = (("how", "many"), ("how", "much"), ("number", "of"), ("count",), ("كم", "عدد"), ("كم",), ("عدد",))

YES_NO = frozenset("is are was were do does did has have had can هل".split())
"""Words that open a question to be answered by yes or no."""

ONSET = frozenset(
    "become becomes became join joins joined joining ratify ratifies ratified accede accedes acceded "
    "اصبح اصبحت صار صارت انضم انضمت صادق صادقت صدقت".split()
)
"""Words that tell of the beginning of what they introduce, so that a date in the question is that of the beginning."""

AND = frozenset({"and", "و", "plus"})
OR = frozenset({"or", "او"})
RELATIVE = frozenset({"that", "which", "who", "التي", "الذي", "الذين", "اللتان", "اللذان", "اللواتي"})

ARTICLE = frozenset({"article", "articles", "art", "arts", "مادة", "ماده", "الماده", "المادة", "مواد", "المواد"})

NEGATION = frozenset(
    "not no non nor neither never none except without other than لا ليس ليست لم لن غير دون الا سوي".split()
)
"""Words that turn a question round; never passed over, never taken for a typing error."""

PRONOUNS = frozenset("it he she they them him".split())
"""Words that stand for something named elsewhere; never taken for part of a name."""

_UNITS = "اولي ثانيه ثالثه رابعه خامسه سادسه سابعه ثامنه تاسعه عاشره".split()
_TENS = "عشر ثلاث اربع خمس ست سبع ثمان تسع".split()
ORDINALS = {
    **{f"ال{word}": number for number, word in enumerate(_UNITS, 1)},
    "الحاديه": 1,
    "الواحده": 1,
    **{f"ال{word}{ending}": 10 * number for number, word in enumerate(_TENS, 2) for ending in ("ون", "ين")},
}
"""Arabic ordinal numbers, of articles: units and tens."""
TEEN = frozenset({"عشره", "عشر"})

WHY = frozenset({"why", "how come", "لماذا"})
"""Phrases that ask for the cause of all that follows them, not of one thing in it."""

NOT = frozenset("not never isnt arent wasnt werent havent hasnt hadnt didnt dont doesnt ليس ليست لم لا غير".split())
"""Words that turn the phrase behind them round, where the graph can bear it."""

EXCEPT_PHRASES = (
    ("except",), ("except", "for"), ("excluding",), ("other", "than"), ("apart", "from"),
    ("عدا",), ("ما", "عدا"), ("باستثناء",), ("سوي",), ("غير",), ("الا",),
)  # fmt: skip
"""Words that take the things named behind them out of the answer."""

FUNCTION = frozenset(
    # asking
    "which what whats who whom whose where when that "
    # politeness and orders
    "please kindly list show me us give tell find name display get i we want would like need to know "
    "there exist exists ones one you your do does information info details about "
    # Arabic
    "ما ماذا من هي هو هم هل كم متي اين اي ايه التي الذي الذين اللتان اللذان اللواتي هناك "
    "اذكر اعرض عدد قائمه لائحه ارجو رجاء فضلك اريد معرفه اخبرني وضح بين لي يوجد توجد مما ممن "
    "و او and or".split()
)
"""Words that may stand in a question without being answered for."""
