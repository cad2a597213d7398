"""What a name must have besides its words: its ordinal number, that it is one, and that it is definite.

The thirteenth congress is not the twelfth, however alike their names are, "a congress" is none of them, and
"conventions against corruption" are not the United Nations Convention against Corruption.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from tocgraph.questions.elements import Span
from tocgraph.questions.words.token import Token
from tocgraph.store import OpenStore
from tocgraph.text import ARTICLES, is_arabic, words

_ENGLISH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_ENGLISH_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_FIGURES = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_UNITS = (
    "اول اولي", "ثاني ثانيه", "ثالث ثالثه", "رابع رابعه", "خامس خامسه", "سادس سادسه", "سابع سابعه", "ثامن ثامنه",
    "تاسع تاسعه", "عاشر عاشره",
)  # fmt: skip
_TENS = "عشر ثلاث اربع خمس ست سبع ثمان تسع".split()
_SMALL = {
    **{word: n for n, word in enumerate(_ENGLISH, 1)},
    **{form: n for n, forms in enumerate(_UNITS, 1) for form in forms.split()},
    "حادي": 1,
    "حاديه": 1,
}
_LARGE = {
    **{word: 10 * n for n, word in enumerate(_ENGLISH_TENS, 2)},
    **{f"{word[:-1]}ieth": 10 * n for n, word in enumerate(_ENGLISH_TENS, 2)},
    **{f"{word}{ending}": 10 * n for n, word in enumerate(_TENS, 2) for ending in ("ون", "ين")},
}
WORDS = frozenset({*_SMALL, *_LARGE})
"""Single words for ordinal numbers, none of which is another one mistyped."""
_TEEN = frozenset({"عشر", "عشره"})


def ordinals(said: Sequence[str]) -> set[int]:
    """The ordinal numbers among normalized words: "الحادي والعشرون" is 21."""
    found: set[int] = set()
    at = 0
    while at < len(said):
        number, length = ordinal_at(said, at)
        if number:
            found.add(number)
        at += length
    return found


def ordinal_at(said: Sequence[str], at: int) -> tuple[int, int]:
    """The ordinal that begins there and how many words it has; 0 and one word for anything else."""
    figures = _FIGURES.fullmatch(said[at])
    if figures:
        return int(figures[1]), 1
    word, after = _bare(said[at]), said[at + 1] if at + 1 < len(said) else ""
    if word in _SMALL:
        tens = _LARGE.get(_bare(after.removeprefix("و")), 0) if after.startswith("و") else 0
        if after in _TEEN or tens:
            return _SMALL[word] + (tens or 10), 2
        return _SMALL[word], 1
    if word in _LARGE:
        unit = _SMALL.get(after, 0)
        return (_LARGE[word] + unit, 2) if unit and unit < 10 and word in _ENGLISH_TENS else (_LARGE[word], 1)
    return 0, 1


def _bare(word: str) -> str:
    return next((word[len(a) :] for a in ARTICLES if word.startswith(a)), word)


def rightly_numbered(opened: OpenStore, tokens: list[Token], spans: Iterable[Span]) -> list[Span]:
    """The spans without the things whose names have another ordinal than the words do; other spans as they are.

    Guesses that begin with an indefinite word for a type, or speak of several such things, are left out as well.
    """
    types = opened.names.meta("lexicon")["types"]
    kept = [s for s in spans if not (s.element.guess == "name" and _any(tokens[s.start], types))]
    kept = [s for s in kept if not (s.element.guess and _several(opened, tokens, s))]
    if not ordinals([t.word for t in tokens]):
        return kept
    found = []
    for span in kept:
        if span.element.kind == "entity":
            said = ordinals([t.word for t in tokens[span.start : span.end]])
            guessed = bool(span.element.guess)
            entities = tuple(e for e in span.element.entities if not said or _so_numbered(opened, e, said, guessed))
            if not entities:
                continue
            span = span._replace(element=span.element._replace(entities=entities))
        found.append(span)
    return found


def several_of_one(opened: OpenStore, tokens: list[Token], entity: str, names: Iterable[str]) -> bool:
    """Whether words begin with the plural of a type, and the names of an individual of that type have its singular.

    Things that there are many of are called by their plural as well: "red notices", "criminal groups".
    """
    head = tokens[0].word.removeprefix("ال")
    if not _plural(opened, tokens[0]) or not _individual(opened, tokens, entity):
        return False
    return not any(head in {w.removeprefix("ال") for w in words(name)} for name in names)


def any_of_a_kind(opened: OpenStore, tokens: list[Token], entity: str) -> bool:
    """Whether words begin with "a" and the word for a type, and so name no individual of that type."""
    return tokens[0].det == "a" and _individual(opened, tokens, entity)


def _individual(opened: OpenStore, tokens: list[Token], entity: str) -> bool:
    """Whether several words begin with that for a type, and the thing is of that type and the only one of its name."""
    kinds = opened.names.meta("lexicon")["types"].get(tokens[0].stem, ()) if len(tokens) > 1 else ()
    named = opened.names.entity(entity) if kinds else None
    above = set(opened.schema.ancestors(named.type)) if named else set()
    return bool(above.intersection(kinds) and above & _INDIVIDUALS)


_INDIVIDUALS = frozenset({"instrument", "organization", "event", "document"})
"""Types of things of which each is the only one of its name."""


def _plural(opened: OpenStore, token: Token) -> bool:
    word = token.word.removeprefix("ال")
    regular = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return regular or word in opened.names.meta("lexicon")["plurals"]


def several_asked(opened: OpenStore, tokens: list[Token], types: Iterable[str]) -> bool:
    """Whether words for those types are a plural, and each thing of them is the only one of its name."""
    many = any(_plural(opened, t) for t in tokens)
    return many and all(_INDIVIDUALS.intersection(opened.schema.ancestors(t)) for t in types)


def _several(opened: OpenStore, tokens: list[Token], span: Span) -> bool:
    if span.element.kind != "entity":
        return False
    said = tokens[span.start : span.end]
    named = opened.names.entities(tuple(span.element.entities))
    return bool(named) and all(
        several_of_one(opened, said, e, n.label.values()) or any_of_a_kind(opened, said, e) for e, n in named.items()
    )


def _any(token: Token, types: Container[str]) -> bool:
    """Whether an Arabic word for a type says that it is any of them: "مؤتمرا"."""
    return is_arabic(token.word) and token.word.endswith("ا") and not token.definite and token.stem in types


def _so_numbered(opened: OpenStore, entity: str, said: set[int], guessed: bool) -> bool:
    """Whether a thing has those ordinals in its names; one that is called so need not have any in its label."""
    named = opened.names.entity(entity)
    own = set().union(*(ordinals(words(label)) for label in named.label.values())) if named else set()
    return said <= own or not (own or guessed)
