"""A question that is refused, asked again with its typing errors mended: "How complte is ...", "member stats of".

`questions.linking.spell` mends words on their way to names and phrases. What it cannot see are the turns of speech
that are read before that, and words that are right by themselves and wrong beside their neighbour ("member stats",
"مجلس المن"). Here whole sentences are mended, and asked as if they had been typed so: one that finds something
is answered and says what was taken for what; several that find different things are a choice for who asks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from itertools import product
from pkgutil import iter_modules
from types import ModuleType
from typing import NamedTuple

from tocgraph.answers import AMBIGUOUS, AnswerSet, said_nothing
from tocgraph.errors import QueryError
from tocgraph.questions.linking import spell
from tocgraph.questions.linking.frames import Phrases
from tocgraph.questions.words import closed
from tocgraph.questions.words.arabic import ATTACHED, CLITICS
from tocgraph.questions.words.arabic_slips import may_be_slip
from tocgraph.questions.words.confusable import CONFUSABLE
from tocgraph.questions.words.hands import LOST, OTHER_KEY, doubled, slip
from tocgraph.store import OpenStore
from tocgraph.store.spelling import LONG, SHORTEST, distance, nearest_of, split_article
from tocgraph.text import AUXILIARIES, is_arabic, normalize, stem

_WORD = re.compile(r"[^\W\d_]+(?:\u0640*[\u064b-\u0652]*[^\W\d_]*)*")
"""A word with its Arabic vowel signs."""
_FIGURE = re.compile(r"\s*\(?\d")
_LETTERS = re.compile(r"[a-z]{4,}|[\u0621-\u064a]{3,}")
_NEAR = 24
"""How many known words near one are looked at."""
_MOST = 4
"""How many sentences are tried."""
_EACH = 3
"""How many known words one is taken for."""
_UNTOUCHED = closed.NEGATION | closed.NOT | closed.PRONOUNS


class Way(NamedTuple):
    """A known word for a typed one: how implausible the slip is, and the word as it stands in the sentence."""

    rank: int
    word: str


class _Typed(NamedTuple):
    """A word of the question: where it stands, as typed, normalized; whether a figure stands behind it.

    It is `strange` if nothing is spelt so, and `unknown` if nothing has its stem either.
    """

    start: int
    raw: str
    word: str
    strange: bool
    unknown: bool
    numbered: bool


def mended(
    opened: OpenStore, question: str, again: Callable[[str, int | None], AnswerSet], choice: int | None
) -> AnswerSet | None:
    """The answer to the question with its typing errors mended; None where that finds nothing either.

    `again` answers a question, and takes the number of a reading; of several ways to mend it `choice` is that of one.

    Raises:
        QueryError: there is no way to mend or to read it of the number `choice`.
    """
    found: list[tuple[int, AnswerSet, str]] = []
    seen: list[list[tuple[str, str]]] = []
    for rank, text, told in sentences(opened, question):
        if found and rank > found[0][0]:
            break
        answered = again(text, None)
        said = sorted((str(a.id), str(a.value)) for a in answered.answers)
        if said_nothing(answered) or said in seen:
            continue
        seen.append(said)
        found.append((rank, answered._replace(question=question, remarks=(*answered.remarks, *told)), text))
    if choice is not None and len(found) > 1:
        if not 1 <= choice <= len(found):
            raise QueryError(f"there is no reading {choice}", f"choose one from 1 to {len(found)}")
        return found[choice - 1][1]
    if len(found) > 1:
        numbered = " | ".join(f"{n}. {text}" for n, (*_, text) in enumerate(found, 1))
        return AnswerSet(question, AMBIGUOUS, numbered, suggestions=tuple(text for *_, text in found))
    if found and choice is not None:
        return again(found[0][2], choice)._replace(question=question, remarks=found[0][1].remarks)
    return found[0][1] if found else None


def sentences(opened: OpenStore, question: str) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """The question with its errors mended, the likeliest first: the rank, the sentence, what was taken for what."""
    typed = _typed(opened, question)
    choices = [_ways(opened, typed, n) for n in range(len(typed))]
    if not any(choices):
        return
    if sum(map(bool, choices)) > 3:
        return  # so many errors are another language
    each: list[list[Way | None]] = [list(of) if of else [None] for of in choices]
    ways = sorted(product(*each), key=lambda way: sum(w.rank for w in way if w))
    for way in ways[:_MOST]:
        text, told, end = "", [], 0
        for one, meant in zip(typed, way, strict=True):
            if meant is not None:
                word = _cased(one.raw, meant.word)
                text += question[end : one.start] + word
                end = one.start + len(one.raw)
                told.append(f"{one.raw} → {word}")
        yield sum(w.rank for w in way if w), text + question[end:], tuple(told)


def _cased(raw: str, word: str) -> str:
    if raw.isupper() and len(raw) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if raw[:1].isupper() else word


def _typed(opened: OpenStore, question: str) -> list[_Typed]:
    found = [
        (m.start(), m[0], normalize(m[0]), bool(_FIGURE.match(question, m.end()))) for m in _WORD.finditer(question)
    ]
    bare = {form: split_article(form)[1] for _, _, word, _ in found for form in _detached(word)}
    spelt = opened.names.spelt(bare.values()) | opened.names.written(bare.values())
    known = {
        w for w, b in bare.items() if b in spelt or {w, b} & CONFUSABLE or w in _vocabulary() or b in _vocabulary()
    }
    stems = {form: stem(form) for form in bare}
    worded = opened.names.worded("words") | opened.names.worded("parts")
    used = opened.names.known_words(stems.values()) | {s for s in stems.values() if s in worded}
    typed = []
    for at, raw, word, numbered in found:
        strange = known.isdisjoint(_detached(word))
        unknown = strange and used.isdisjoint(stems[form] for form in _detached(word))
        typed.append(_Typed(at, raw, word, strange, unknown, numbered))
    return typed


def _detached(word: str) -> list[str]:
    """An Arabic word also without what may be attached to it; other words as they are."""
    if not is_arabic(word):
        return [word]
    ways = [word]
    ways += [word[1:]] if len(word) > 3 and word[0] in CLITICS else []
    ways += [way[: -len(end)] for way in ways for end in ATTACHED if way.endswith(end) and len(way) - len(end) > 2]
    return ways


def _ways(opened: OpenStore, typed: list[_Typed], n: int) -> list[Way]:
    """What a word may be a slip for, the likeliest first; nothing for most words."""
    one = typed[n]
    if len(one.word) < SHORTEST or one.word in _UNTOUCHED or any(distance(one.word, w) for w in _UNTOUCHED):
        return []
    acronym = one.raw.isupper() and not is_arabic(one.raw)
    found: dict[str, int] = {}
    for word in _near(opened, one):
        rank = slip(one.word, word)
        if rank is None or word in _UNTOUCHED or (stem(word) == stem(one.word) and not one.strange):
            continue
        if acronym:
            if one.strange and len(word) > SHORTEST and (sorted(word) == sorted(one.word) or doubled(one.word, word)):
                found[word] = rank + 1
            continue
        beside = _beside(opened, typed, n, word)
        if (
            beside
            and rank <= (OTHER_KEY if one.strange else LOST)
            and (beside == 2 or one.word not in closed.SMALL | AUXILIARIES)
        ):
            found[word] = rank
        elif (one.unknown or (one.strange and rank == LOST)) and _likely(opened, one, word, rank):
            found[word] = rank + 1
    if one.unknown and not found and (one.raw[1:].islower() or is_arabic(one.word)):
        found = dict.fromkeys(_two_words(opened, one), LOST)
    return sorted(Way(rank, word) for word, rank in found.items())[:_EACH]


def _two_words(opened: OpenStore, one: _Typed) -> Iterator[str]:
    """A word as two known ones that may have been written as one; a name only where it begins the question."""
    word = one.word
    if len(word) < 2 * SHORTEST - 1 or (one.start and one.raw[:1].isupper()):
        return
    pairs = [(word[:n], word[n:]) for n in range(3, len(word) - 2)]
    known = spell.closed_words() | opened.names.spelt(split_article(part)[1] for pair in pairs for part in pair)
    for pair in pairs:
        if all(part in known or split_article(part)[1] in known for part in pair):
            yield " ".join(pair)


def _likely(opened: OpenStore, one: _Typed, word: str, rank: int) -> bool:
    """Whether a word that nothing has may be a slip for another one, whatever stands beside it."""
    if not may_be_slip(one.word, word):
        return False
    article, bare = split_article(one.word)
    if article and len(bare) < SHORTEST and word not in spell.closed_words():
        # "العفة" is a word as well; so few letters are left that only one for a type is meant
        return rank == LOST and stem(word) in opened.names.meta("lexicon")["types"]
    named = one.raw[:1].isupper() and one.start > 0
    return rank <= OTHER_KEY and (not named or spell.plain(one.word, word))


def _near(opened: OpenStore, one: _Typed) -> Iterator[str]:
    """The known words near a typed one, with the article and what else is attached to it."""
    word = one.word
    forms = [("", word, "")]
    if is_arabic(word):
        forms += [("", f"ال{word[1:]}", ""), ("", f"ا{word}", ""), ("", f"ال{word}", "")]
        forms += [(word[0], word[1:], "")] if len(word) > SHORTEST and word[0] in CLITICS else []
        forms += [("", word[: -len(end)], end) for end in ATTACHED if word.endswith(end) and len(word) > len(end) + 3]
    for before, form, behind in forms:
        article = split_article(form)[0] or ("ال" if form.startswith("ال") else "")
        for known, _, _ in opened.names.corrections(form, _NEAR, short=True):
            yield before + article + known + behind
    if is_arabic(word):  # neighbours exchanged where the article stands, or seems to stand
        turned = [word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(min(3, len(word) - 1))]
        spelt = opened.names.spelt(split_article(form)[1] for form in turned)
        yield from (form for form in turned if split_article(form)[1] in spelt or form in spell.closed_words())
    if one.strange:
        for known, _ in nearest_of(word, _vocabulary_list()):
            yield known
        if len(word) >= LONG - 1:
            yield from opened.names.written_from(word[:3])


def _beside(opened: OpenStore, typed: list[_Typed], n: int, word: str) -> int:
    """On how many sides the word stands in a name as it does here; a word for an article, before its number."""
    small = closed.SMALL | AUXILIARIES
    if typed[n].numbered and word in closed.ARTICLE:
        return 2
    if word in small:
        return 0
    sides = 0
    for first, second in ((n - 1, n), (n, n + 1)):
        other = first if second == n else second
        if not 0 <= other < len(typed) or typed[other].word in small:
            continue
        if opened.names.spelt_beside(*(word if at == n else typed[at].word for at in (first, second))):
            if opened.names.spelt_beside(typed[first].word, typed[second].word):
                return 0
            sides += 1
    return sides


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    """Every word with a use of its own in questions, and every word of the turns of speech that are read first."""
    from tocgraph.questions import handover, rewording

    found: set[str] = set(spell.closed_words())
    for module in _modules(rewording, handover):
        for name, value in vars(module).items():
            for text in () if name.startswith("__") else _texts(value):
                found.update(_LETTERS.findall(text))
    return frozenset(w for w in found if len(w) >= 3)


@lru_cache(maxsize=1)
def _vocabulary_list() -> tuple[str, ...]:
    return tuple(sorted(w for w in _vocabulary() - _UNTOUCHED if len(w) >= SHORTEST))


def _modules(*packages: ModuleType) -> Iterator[ModuleType]:
    for package in packages:
        for found in iter_modules(package.__path__):
            yield import_module(f"{package.__name__}.{found.name}")
        yield package


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, (re.Pattern, Phrases)):
        yield value.pattern
    elif isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.items():
            yield from _texts(item)
    elif isinstance(value, (tuple, list, frozenset, set)):
        for item in value:
            yield from _texts(item)
