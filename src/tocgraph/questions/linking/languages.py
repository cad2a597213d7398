"""Languages that documents are written in: "documents (written) in Arabic", "المكتوبة بالعربية".

The record has a code for each; without a word such as "in" or "written" before it the name of a language is none.
"""

from __future__ import annotations

from tocgraph.questions.elements import Element, Span
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import is_arabic, normalize

RELATION = "language"
"""The relation type that tells the language of a document."""

LANGUAGES = {
    name: code
    for code, names in {
        "ar": "arabic عربيه", "en": "english انجليزيه انكليزيه", "fr": "french فرنسيه", "es": "spanish اسبانيه",
        "ru": "russian روسيه", "zh": "chinese صينيه", "pt": "portuguese برتغاليه", "de": "german المانيه",
        "it": "italian ايطاليه", "tr": "turkish تركيه", "fa": "persian farsi فارسيه", "ur": "urdu اورديه",
    }.items()
    for name in names.split()
}  # fmt: skip
WRITTEN = frozenset(
    "written published available drafted composed issued مكتوب مكتوبه المكتوبه المكتوب كتبت كتب منشوره المنشوره "
    "صادره الصادره محرره المحرره نشرت صدرت متاحه المتاحه".split()
)
WORDS = {*LANGUAGES, *WRITTEN, "language"}
_NO_NATION = frozenset("arabic english".split())
"""Before what is written these name its language, and not where it is from."""
_IN = frozenset("in ب باللغه بلغه".split())


def languages(opened: OpenStore, tokens: list[Token]) -> list[Span]:
    """The stretches that say in which language something is written."""
    if RELATION not in opened.schema.relations or not any(_bare(t) in LANGUAGES for t in tokens):
        return []
    spans = []
    types, written = opened.names.meta("lexicon")["types"], {*opened.schema.relations[RELATION]["from"]}
    documents = {key for key, of in types.items() if any(written & {*opened.schema.ancestors(t)} for t in of)}
    for at in range(len(tokens)):
        code, first = _code(tokens, at, documents)
        if not code:
            continue
        end = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].word == "language")
        while first > 1 and tokens[first - 1].word in WRITTEN:
            first -= 1
        text = " ".join(t.raw for t in tokens[first:end])
        spans.append(Span(first, end, 16 * (end - first) + 8, Element("language", text, sign=code)))
    return spans


def _bare(token: Token) -> str:
    """The word without an Arabic article and a preposition before it."""
    return normalize(token.raw).removeprefix("ب").removeprefix("ال") if is_arabic(token.word) else token.word


def _code(tokens: list[Token], at: int, documents: set[str]) -> tuple[str, int]:
    """The code of the language named there, and where the words begin that say so; "" for none.

    `documents` are the words for what is written.
    """
    word = tokens[at].word
    code = LANGUAGES.get(_bare(tokens[at]), "")
    if code and is_arabic(word) and normalize(tokens[at].raw).startswith("بال"):
        return code, at
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    plain = word in _NO_NATION or (behind is not None and behind.word == "language")
    noun = tokens[at + 1 + (behind.word == "language")] if behind and at + 2 < len(tokens) else behind
    if code and plain and noun is not None and noun.stem in documents:
        return code, at
    before = normalize(tokens[at - 1].raw) if at else ""
    if not code or not before:
        return "", 0
    return (code, at - 1) if before in _IN else ("", 0)
