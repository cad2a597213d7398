"""Words of English and Arabic, made comparable.

Names, question phrases and questions all pass through `words` and `stem`, so that a plural, a
definite article, a diacritic or a capital letter never decides whether two of them match.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

_ARABIC_MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
_ARABIC_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه"})
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_APOSTROPHE = re.compile("['’](s$)?")
_DIGITS = re.compile(r"[^\D0-9]")
"""Digits of other scripts."""
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Controls but tab and line ends; Unicode's own line ends; embeddings, overrides and isolates of text
# direction (UAX #9), which make a text read otherwise than it is stored; surrogates; noncharacters; a
# byte order mark inside the text.
FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
_IS_ARABIC = re.compile("[\u0600-\u06ff]")
ARTICLES = ("وال", "بال", "كال", "فال", "ال", "لل")
"""The Arabic article, alone or with the conjunction or preposition that is written as one word with it."""
AUXILIARIES = frozenset(
    "is are was were be been being am do does did has have had will would can could should may might "
    "become becomes became becoming the a an its their his her this these those all every any each some "
    "تصبح يصبح اصبح اصبحت صار صارت يتم تم تمت يكون تكون كان كانت قد هذا هذه ذلك تلك كل جميع ل ب ك".split()
)
"""Words that carry no meaning of their own; left out of names, phrases and questions alike."""

# Words that Porter2 brings together although they mean different things in this field.
_APART = {
    **dict.fromkeys(("organization", "organizations", "organisation", "organisations"), "organization"),
    **dict.fromkeys(("organize", "organizes", "organized", "organizing"), "organize"),
    **dict.fromkeys(("organise", "organises", "organised", "organising"), "organize"),
    **dict.fromkeys(("operation", "operations"), "operation"),
    **dict.fromkeys(("government", "governments"), "government"),
    **dict.fromkeys(("criminalize", "criminalizes", "criminalized", "criminalizing"), "criminalize"),
    **dict.fromkeys(("criminalise", "criminalises", "criminalised", "criminalising"), "criminalise"),
    **dict.fromkeys(("authority", "authorities"), "authority"),
    **dict.fromkeys(("publisher", "publishers"), "publisher"),
    "united": "united",
}
_WHOLE = frozenset({"شرطه"})
"""Arabic words whose ending tells them from another one: the police (شرطة) are no condition (شرط)."""
# Irregular forms of verbs that questions use, and other forms of a preposition; Porter2 knows only regular ones.
_IRREGULAR = {
    form: verb
    for verb, forms in {
        "arise": "arose arisen",
        "begin": "began begun",
        "bind": "bound",
        "bring": "brought",
        "break": "broke broken",
        "build": "built",
        "buy": "bought",
        "catch": "caught",
        "choose": "chose chosen",
        "come": "came",
        "deal": "dealt",
        "draw": "drew drawn",
        "drive": "drove driven",
        "fall": "fell fallen",
        "feed": "fed",
        "fight": "fought",
        "forbid": "forbade forbidden",
        "give": "gave given",
        "go": "goes went gone",
        "grow": "grew grown",
        "hide": "hid hidden",
        "hold": "held",
        "keep": "kept",
        "know": "knew known",
        "lead": "led",
        "leave": "left",
        "lend": "lent",
        "lose": "lost",
        "make": "made",
        "meet": "met",
        "on": "upon onto",
        "overcome": "overcame",
        "pay": "paid",
        "rise": "rose risen",
        "run": "ran",
        "say": "said",
        "see": "seen",
        "seek": "sought",
        "sell": "sold",
        "send": "sent",
        "show": "shown",
        "speak": "spoke spoken",
        "spend": "spent",
        "stand": "stood",
        "steal": "stole stolen",
        "strike": "struck stricken",
        "take": "took taken",
        "teach": "taught",
        "think": "thought",
        "throw": "threw thrown",
        "to": "toward towards",
        "undertake": "undertook undertaken",
        "uphold": "upheld",
        "win": "won",
        "withdraw": "withdrew withdrawn",
        "write": "wrote written",
    }.items()
    for form in forms.split()
}
_MECHANISM = re.compile("الي(ه|ته|تها|ات|اته|اتها|تان|تين)$")
"""Forms of the Arabic word for mechanism, which begins like a word with an article."""
_ENDINGS = ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")


def cleaned(text: str) -> str:
    r"""The text without FORBIDDEN characters, those that part words as spaces: `Ac\x00me` becomes `Acme`."""
    return FORBIDDEN.sub(lambda found: " " if found[0].isspace() else "", text)


def not_text(text: str) -> str:
    """The first character that is none of a text, and that XML cannot hold; "" when there is none."""
    found = _NOT_TEXT.search(text)
    return found[0] if found else ""


def is_arabic(text: str) -> bool:
    """Whether the text holds any letter of the Arabic block."""
    return _IS_ARABIC.search(text) is not None


def normalize(text: str) -> str:
    """Text in one case and one spelling: NFKC, accents and Arabic vowel signs dropped, digits ASCII."""
    if text.isascii():
        return text.casefold()  # most text, and all that is left to do with it
    text = unicodedata.normalize("NFKC", text).casefold()
    if is_arabic(text):
        text = _ARABIC_MARKS.sub("", text).translate(_ARABIC_LETTERS)
    elif not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    if _DIGITS.search(text):
        text = _DIGITS.sub(lambda found: str(unicodedata.digit(found[0])), text)
    return text


def words(text: str) -> list[str]:
    """The normalized words of a text, in order; hyphens, slashes and other punctuation separate.

    An English possessive ('s) is dropped.
    """
    found = _WORD.findall(normalize(text).replace("_", " "))
    return [_APOSTROPHE.sub("", word) if "'" in word or "’" in word else word for word in found]


@lru_cache(maxsize=1)
def _english() -> Any:
    import Stemmer

    return Stemmer.Stemmer("english")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of one normalized word.

    English by Snowball's Porter2. Arabic by the light stemming of Larkey, Ballesteros and Connell
    (2002, "light10"): the article and common endings go, the root stays as written; a verb's
    third-person prefixes ya- and ta- count as one, so that either gender of a verb matches.
    """
    if word.removeprefix("ال") in _WHOLE:
        return word.removeprefix("ال")
    if not is_arabic(word):
        known = word if word.isdigit() else _APART.get(word)
        return known or str(_english().stemWord(_IRREGULAR.get(word, word)))
    if len(word) > 3 and word[0] == "و" and word[1] != "ا":
        rest = word[1:]
        if rest.startswith(("ال", "لل")):
            word = rest
    for prefix in ARTICLES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 2 and not _MECHANISM.match(word):
            word = word[len(prefix) :]
            if word.startswith("ال") and len(word) > 4 and not _MECHANISM.match(word):
                word = word[2:]  # الآلية, الإلكترونية: without the article the word begins like one, and loses that
            break
    if word.startswith("ال") and len(word) > 4 and not _MECHANISM.match(word):
        word = word[2:]  # a word that begins so itself ("آليات") has lost that too where it stands without an article
    if len(word) > 3 and word.endswith("ا") and not word.endswith("هها"):
        word = word[:-1]  # an accusative, or the name of a country beside its adjective
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            word = word[: -len(ending)]
    if len(word) >= 4 and word[0] == "ي":
        word = "ت" + word[1:]
    return word


def key(text: str) -> str:
    """A name as one comparable string: its stems joined by spaces, without auxiliaries.

    A name made of nothing but auxiliaries keeps them.
    """
    tokens = words(text)
    return " ".join(stem(word) for word in [w for w in tokens if w not in AUXILIARIES] or tokens)


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """A sort key that puts article 2 before article 10, whatever the case of letters."""
    parts = re.split(r"(\d+)", text.casefold())
    return tuple((int(part), "") if part.isdigit() and part.isascii() else (-1, part) for part in parts)


def camel(identifier: str) -> str:
    """A hyphenated id as a lower camel-case local name: `part-of` becomes `partOf`."""
    head, *tail = identifier.split("-")
    return head + "".join(part.capitalize() for part in tail)


def nearest(word: str, candidates: Iterable[str], limit: int = 3, cutoff: float = 70.0) -> list[str]:
    """The candidates most like `word`, best first; none when nothing is at least `cutoff` percent alike."""
    from rapidfuzz import fuzz, process

    found = process.extract(word, sorted(set(candidates)), scorer=fuzz.WRatio, limit=limit, score_cutoff=cutoff)
    return [match[0] for match in found]
