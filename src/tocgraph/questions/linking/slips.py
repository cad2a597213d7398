"""Typing errors in the words of the questions that reports answer: "legl basis", "paries missing".

Such words name nothing in the graph, so that nothing there is next to them; they are mended before the question is
handed over. A word is mended only where it means nothing, one slip makes it one of these, and nothing that the graph
knows is as near. What was mended is told with the answer.
"""

from __future__ import annotations

import re

from tocgraph.questions.linking.spell import plain
from tocgraph.questions.words.confusable import CONFUSABLE
from tocgraph.store import OpenStore
from tocgraph.store.spelling import SHORTEST, distance, split_article
from tocgraph.text import is_arabic, normalize, stem

_ENGLISH = frozenset(
    "legal basis bases ground grounds compare comparison difference differences differ common connection connections "
    "connected relationship related complete incomplete missing parties members recorded disputed dispute disagree "
    "contested doubtful rejected verified unverified sources according claims share invoke would could should which "
    "whether please cooperation extradite instruments".split()
)
_ARABIC = frozenset(
    "قانوني قانونيه اساس اسس سند مقارنه قارن فرق فروق اختلاف مشترك مشتركه علاقه صله رابط ارتباط مكتمله كامله اطراف "
    "مسجله متنازع مختلف خلاف مرفوضه مصادر مزاعم ادعاءات استناد تعاون".split()
)
_WERE = re.compile(r"^(\W*w)(?=ere (?:is|are|was|were|do|does|did|has|have|had|can|could)\b)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def rightly_begun(question: str) -> tuple[str, tuple[str, ...]]:
    """The question with "where" for "were" before another auxiliary verb, and that it was taken so."""
    mended = _WERE.sub(r"\1h", question)
    return mended, ("were → where",) if mended != question else ()


def unslipped(opened: OpenStore, question: str) -> tuple[str, tuple[str, ...]]:
    """The question with such errors mended, and what was taken for what; as it is for most questions."""
    found: dict[str, str] = {}
    for match in _WORD.finditer(question):
        typed = match[0]
        meant = _meant(opened, typed) if len(typed) >= SHORTEST and not typed.isupper() else ""
        if meant:
            found[typed] = meant
    if not found:
        return question, ()
    told = tuple(f"{typed} → {meant}" for typed, meant in found.items())
    return _WORD.sub(lambda m: found.get(m[0], m[0]), question), told


def _meant(opened: OpenStore, typed: str) -> str:
    """The one word of these that a mistyped one stands for, "" without one."""
    article, bare = split_article(normalize(typed))
    words = _ARABIC if is_arabic(bare) else _ENGLISH
    if bare in words or bare in CONFUSABLE:
        return ""
    near = [w for w in words if abs(len(w) - len(bare)) < 2 and distance(bare, w) == 1 and plain(bare, w, use=True)]
    if len(near) != 1 or opened.names.known_words([stem(article + bare), stem(bare)]):
        return ""
    if opened.names.written([bare]):
        return ""
    other = [word for word, errors, _ in opened.names.corrections(article + bare) if errors == 1]
    return article + near[0] if all(stem(word) == stem(near[0]) for word in other) else ""
