"""Words without which nobody asks what is wanted with a thing: "why", "aim", "supposed", "لماذا", "هدف".

A quick look that spares most questions the patterns of such questions, which take long to compile.
"""

from __future__ import annotations

import re

from tocgraph.text import normalize

_STEMS = (
    "why|aim|purpose|goal|objective|object|intent|intend|reason|motiv|idea|rational|point|want|hop(?:e|ing)|seek|sought|"
    "try|tri(?:es|ed)|expect|wish|plan|mean|pursu|striv|strove|aspir|suppos|design|destin|thought|set (?:out|up)|"
    "propos|believ|attempt|endeavo|purport|in mind|in view|there to|for what|for which|towards|(?:what|which) .* for|"
    "(?:creat|establish|launch)\\w* to"
)
_STEMS_AR = (
    "لماذا|لم |لاجل|من اجل|هدف|اهداف|غرض|اغراض|غاي|قصد|مقصد|مقاصد|سبب|اسباب|دافع|دوافع|باعث|داعي|دواعي|سعي|رمي|طمح|"
    "توخ|تطلع|حاول|ريد|اراد|راد|مراد|فترض|توقع|نتظر|رجي|مرجو|بغيه|جدوي|حكمه|مغزي|اقترح|اقتراح|امل"
)
_HINTS = re.compile(rf"(?<!\w)(?:{_STEMS})|(?:{_STEMS_AR})")


def may_ask_for_aims(question: str) -> bool:
    """Whether a question may ask what somebody wants with a thing, or what it is meant to do."""
    return _HINTS.search(normalize(question)) is not None
